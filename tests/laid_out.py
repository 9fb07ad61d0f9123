"""Papers of a few lines for the tests of ``extract``: text in, blocks out, by the real reader and the real layout."""

from __future__ import annotations

from extract.blocks import Passage, TableBlock
from extract.layout import Layout, lay_out
from ingest.readers import read_document


def laid_out(text: str) -> Layout:
    """The layout of a text paper. Cells of a table are parted by ``|`` in the tests and by tabs in the paper."""
    lines = [line.replace(" | ", "\t").replace("| ", "\t").replace(" |", "\t") for line in text.strip("\n").split("\n")]
    return lay_out(read_document("\n".join(lines).encode(), "paper.txt"))


def tables(text: str) -> list[TableBlock]:
    return [b for b in laid_out(text).blocks if isinstance(b, TableBlock)]


def table(text: str) -> TableBlock:
    (found,) = tables(text)
    return found


def passages(text: str) -> list[Passage]:
    return [b for b in laid_out(text).blocks if isinstance(b, Passage)]

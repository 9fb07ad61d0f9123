"""Every text of a paper with its place: passages, and the cells of tables on one line; found once for all checks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.blocks import Block, Passage, TableBlock
from schema.document import Cell
from schema.reading import Check, Place

_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")
#: Most cells; a time or a reference has words, a stroke or a dash.
_NUMBER_ALONE = re.compile(r"[\d.,%£()+\s]*")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A passage (``cell`` is None) or a cell of a table, with its text on one line; ``lower`` is the same in lower case."""

    text: str
    lower: str
    block: Block
    cell: Cell | None = None

    def has(self, *words: str) -> bool:
        """True where one of the words, in lower case, is anywhere in the text: asking so is faster than an expression."""
        for word in words:  # noqa: SIM110 - a generator takes twice the time
            if word in self.lower:
                return True
        return False

    @property
    def paper(self) -> int:
        """The number of the paper in which it stands."""
        return self.block.paper

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``; that of the cell, in a cell."""
        if isinstance(self.block, Passage):
            return self.block.place(start, end)
        assert self.cell is not None
        cell = self.cell
        return Place(page=cell.page, line=cell.line, table=self.block.key, row=cell.row, col=cell.col)

    def quote(self, start: int, end: int) -> str:
        """The words around ``text[start:end]``, whole words only."""
        first = self.text.rfind(" ", 0, max(0, start - _AROUND)) + 1 if start > _AROUND else 0
        last = self.text.find(" ", min(len(self.text), end + _AROUND // 2))
        return self.text[first : last if last >= 0 else None].strip()


def _placed_texts(blocks: Iterable[Block]) -> Iterator[PlacedText]:
    """The texts of passages and cells in reading order; cells that are empty or a number alone are left out."""
    for block in blocks:
        if isinstance(block, TableBlock):
            for cell in block.grid.cells:
                if _NUMBER_ALONE.fullmatch(cell.text):
                    continue
                untagged = _TAGS.sub(" ", cell.text) if "<" in cell.text else cell.text
                if text := " ".join(untagged.split()):
                    yield PlacedText(text, text.lower(), block, cell)
        else:
            yield PlacedText(block.text, block.text.lower(), block)


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """A paper inside a document: its blocks, and their texts, but for cells that are a number alone."""

    blocks: tuple[Block, ...] = ()
    texts: tuple[PlacedText, ...] = ()


#: The papers of a document by their numbers, in the order in which they stand there.
Papers = Mapping[int, PaperTexts]


def by_paper(blocks: Sequence[Block]) -> dict[int, PaperTexts]:
    """The papers of a document with their texts, by the number of the paper."""
    out: dict[int, list[Block]] = {}
    for block in blocks:
        out.setdefault(block.paper, []).append(block)
    return {number: PaperTexts(tuple(own), tuple(_placed_texts(own))) for number, own in out.items()}


def check_at(
    text: PlacedText,
    start: int,
    end: int,
    label: str,
    why: str | None = None,
    computed: str | None = None,
    *,
    sure: bool = False,
) -> Check:
    """C10 at ``text[start:end]``: it holds where there is no reason why not; ``sure`` of what the calendar itself contradicts."""
    end += text.text[start:end].count("(") > text.text[start:end].count(")") and text.text[end : end + 1] == ")"
    return Check(
        code="C10",
        result="fail" if why else "ok",
        label=label,
        places=(text.place(start, end),),
        printed=text.text[start:end].strip() if why else None,
        computed=computed,
        why=why,
        severity=("wrong" if sure else "suspicious") if why else None,
        paper=text.paper,
        quote=text.quote(start, end),
    )


def in_words(day: dt.date) -> str:
    """A day as the reasons print it: ``23 March 2015``."""
    return f"{day.day} {day:%B %Y}"

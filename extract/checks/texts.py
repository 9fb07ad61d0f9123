"""Every text of a paper with its place: passages, and the cells of tables on one line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.blocks import Block, Passage, TableBlock
from schema.document import Cell
from schema.reading import Check, Place

_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A passage (``cell`` is None) or a cell of a table, with its text on one line."""

    text: str
    block: Block
    cell: Cell | None = None

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


def placed_texts(blocks: Sequence[Block]) -> Iterator[PlacedText]:
    """The texts of passages and cells in reading order, empty cells left out."""
    for block in blocks:
        if isinstance(block, TableBlock):
            for cell in block.grid.cells:
                if text := " ".join(_TAGS.sub(" ", cell.text).split()):
                    yield PlacedText(text, block, cell)
        else:
            yield PlacedText(block.text, block)


def by_paper(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """The blocks of each paper inside a document, by the number of the paper."""
    out: dict[int, list[Block]] = {}
    for block in blocks:
        out.setdefault(block.paper, []).append(block)
    return out


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

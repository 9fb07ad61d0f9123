"""The texts of a paper whose sentences are read for figures: its passages, and the notes of its tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.blocks import Passage, TableBlock
from schema.document import Cell
from schema.reading import Place

_SENTENCE_END = re.compile(r"[a-z]\.")


@dataclass(frozen=True, slots=True)
class Text:
    """A passage or a table's note: its text and where it stands."""

    text: str
    context: str
    heading: str
    bullet: bool
    paper: int
    place: Callable[[int, int, int], Place]
    number: str | None = None
    #: The headings above the nearest, outermost last.
    outer: tuple[str, ...] = ()

    @staticmethod
    def of_passage(passage: Passage) -> Text:
        """A passage under its sections."""
        heading = passage.sections[-1].text if passage.sections else ""
        bullet = passage.kind == "bullet"
        outer = tuple(s.text for s in reversed(passage.sections[:-1]))
        return Text(passage.text, passage.context, heading, bullet, passage.paper, passage.place, passage.number, outer)

    @staticmethod
    def of_cell(cell: Cell, block: TableBlock) -> Text:
        """A note of a table, under the caption of that or the section in which it stands."""

        def place(start: int, end: int, part: int) -> Place:
            return Place(page=cell.page, line=cell.line, table=block.key, row=cell.row, col=cell.col, part=start + part)

        heading = block.caption or (block.sections[-1].text if block.sections else "")
        context = " > ".join(filter(None, (block.context, "Notes")))
        return Text(cell.text, context, heading, False, block.paper, place)


def note_cells(block: TableBlock) -> Iterator[Cell]:
    """The rows of a table that are one cell over all columns and hold sentences: its notes."""
    for cell in block.grid.cells:
        whole = block.grid.columns > 1 and cell.col_span >= block.grid.columns
        if whole and not cell.is_header and len(cell.text.split()) >= 12 and _SENTENCE_END.search(cell.text):
            yield cell

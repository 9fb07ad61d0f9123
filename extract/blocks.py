"""The blocks of a paper in reading order: headings, paragraphs, list items and tables, each with the sections above it.

This is what every finder of facts works on; ``extract.layout`` makes it from a ``Document``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Literal

from schema.document import Cell, Grid, Line
from schema.reading import Place


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in force over what follows: its level (1 is outermost), its number as printed ("4", "a", "3.38") and its text."""

    level: int
    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph or a list item.

    ``text`` is the whole passage on one line: its lines joined by single spaces, hyphenation at line ends mended, without the
    bullet and the paragraph number, which is in ``number``. ``joins`` holds, for each line of the passage, the offset in
    ``text`` at which it begins and the offset in the line at which it does, so that any span leads back to its place.
    ``sections`` are the headings above, outermost first (for a heading: those above itself).
    """

    kind: Literal["heading", "paragraph", "bullet"]
    text: str
    page: int
    lines: tuple[Line, ...]
    joins: tuple[tuple[int, int], ...]
    pages: tuple[int, ...]
    number: str | None = None
    level: int = 0
    sections: tuple[Section, ...] = ()
    paper: int = 1

    def place(self, start: int, end: int, part: int = 0) -> Place:
        """The place of ``text[start:end]``: the line in which it begins, with offsets in that line."""
        index = max(0, bisect_right(self.joins, start, key=itemgetter(0)) - 1)
        offset, skipped = self.joins[index]
        at = start - offset + skipped
        return Place(page=self.pages[index], line=self.lines[index].number, start=at, end=at + end - start, part=part)

    @property
    def context(self) -> str:
        """The headings above, innermost last: ``Tackling Crime > Road Safety``."""
        return " > ".join(s.text for s in self.sections)


def rows_of(grid: Grid) -> list[dict[int, Cell]]:
    """The cells of a grid by row and column: ``rows_of(grid)[r][c]``; a spanning cell stands at its first row and column only."""
    rows: list[dict[int, Cell]] = [{} for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell
    return rows


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table in its place; a table that runs over pages is one block, its repeated headers dropped from ``grid``.

    ``caption`` is the line that names it, ``lead`` the sentence before it; either may be None. ``key`` is ``Table.key``.
    ``header_rows`` counts the header rows at the top, ``inner_headers`` are header rows in mid-table (their row numbers).
    ``heads`` are the header cells of its columns where these stand in another table above it (``extract.tables.heads_above``).
    ``until`` is the line above that says up to when the figures of its section run: ``Period ended December 2014``.
    """

    grid: Grid
    key: str
    number: int
    caption: str | None
    lead: str | None
    header_rows: int
    inner_headers: tuple[int, ...] = ()
    sections: tuple[Section, ...] = ()
    paper: int = 1
    until: str | None = None
    heads: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def rows(self) -> list[dict[int, Cell]]:
        """The cells by row and column (``rows_of``)."""
        return rows_of(self.grid)

    @property
    def context(self) -> str:
        """The headings above, innermost last."""
        return " > ".join(s.text for s in self.sections)


Block = Passage | TableBlock


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart or a picture on a printed page, of which nothing is read: where it is, and its caption as printed, None without one."""

    page: int
    line: int
    caption: str | None = None

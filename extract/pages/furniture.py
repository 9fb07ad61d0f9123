"""What stands on pages and belongs to no paper: running headers and footers, page numbers, marks of the pack.

The marks are kept apart, because "Agenda Item 5" and page numbers tell where the papers of a pack begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from extract.pages.lines import is_figure
from extract.pages.margins import Margins, OuterLine
from extract.pages.page_marks import is_mark, mark_anywhere, page_number
from extract.pages.page_numbers import Series, numbers_its_page, series_of
from extract.pages.returning import ReturningLines, returning_lines
from schema.document import Box, Furniture, FurnitureKind, Page

_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:\d{2}|\d{4})")


def furniture_of_margins(margins: Sequence[Margins]) -> tuple[Furniture, ...]:
    """The furniture of a paper, in the order of its pages: it takes the whole paper to tell what returns."""
    paper = _Paper(returning_lines(margins), series_of(margins), len(margins))
    return tuple(mark for sheet in margins for line in sheet.lines for mark in paper.furniture_of(line, sheet.page))


def without_furniture(page: Page, furniture: Sequence[Furniture]) -> Page:
    """The page without the words of its own ``furniture``."""
    boxes = [mark.box for mark in furniture if mark.box]
    if not boxes:
        return page
    # Most words stand between the marks at the head of the page and those at its foot.
    half = (page.height or 0.0) / 2
    head = max((b.bottom for b in boxes if b.bottom < half), default=-inf)
    foot = min((b.top for b in boxes if b.bottom >= half), default=inf)
    words = [
        word
        for word, (_, top, _, bottom) in zip(page.words, [w.box for w in page.words], strict=True)
        if head < (top + bottom) / 2 < foot or not any(_within(word.box, b) for b in boxes)
    ]
    return replace(page, words=tuple(words))


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the margins of all pages tell: which lines return, and how pages are numbered."""

    returning: ReturningLines
    series: frozenset[Series]
    pages: int

    def furniture_of(self, line: OuterLine, page: int) -> list[Furniture]:
        """What of a line is furniture: all of it, or the parts that are."""
        kind = self._kind(line, page)
        if kind:
            return [Furniture(page, line.text, kind, line.box)]
        kinds = [(part, self._kind(part, page, part=True)) for part in line.parts]
        if not all(kind for _, kind in kinds):
            # A number in a line with other words may be a figure of a table, or number the paragraph behind it.
            kinds = [(part, None if _is_numeric(part.text) else kind) for part, kind in kinds]
        if any(kind is None and _is_numeric(part.text) for part, kind in kinds):
            # And the words before it are then its label.
            kinds = [(part, None if kind == "running" else kind) for part, kind in kinds]
        return [Furniture(page, part.text, kind, part.box) for part, kind in kinds if kind]

    def _kind(self, line: OuterLine, page: int, *, part: bool = False) -> FurnitureKind | None:
        kind = mark_anywhere(line.text)
        if kind:
            return kind
        if is_mark(line.text) or numbers_its_page(line, page, self.series, self.pages):
            return "page_number"
        # A figure that is alone at the edge of several pages was cut from a table by each page break.
        alone = not part and _is_numeric(line.text) and not _DATE.fullmatch(line.text)
        return "running" if not alone and self.returning.holds(line, page) else None


def _is_numeric(text: str) -> bool:
    return any(c.isdigit() for c in text) and (is_figure(text) or page_number(text) is not None)


def _within(word: Box, line: Box) -> bool:
    y = (word.top + word.bottom) / 2
    return line.top <= y <= line.bottom and word.x0 >= line.x0 - 0.5 and word.x1 <= line.x1 + 0.5

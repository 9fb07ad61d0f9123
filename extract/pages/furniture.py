"""What stands on pages and belongs to no paper: running headers and footers, page numbers, marks of the pack.

The marks are kept apart, because "Agenda Item 5" and page numbers tell where the papers of a pack begin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extract.pages.margins import Margins, OuterLine
from extract.pages.page_marks import is_mark, mark_anywhere, reads_as_page_number
from schema.document import Box, Furniture, FurnitureKind, Page

_SAME_HEIGHT = 4.0
_FEW_PAGES = 4


def furniture_of_margins(margins: Sequence[Margins]) -> tuple[Furniture, ...]:
    """The furniture of a paper, in the order of its pages: it takes the whole paper to tell what returns."""
    repeated = _repeated(margins)
    found: list[Furniture] = []
    for sheet in margins:
        for line in sheet.lines:
            found += _furniture_of_line(line, sheet.page, repeated)
    return tuple(found)


def without_furniture(page: Page, furniture: Sequence[Furniture]) -> Page:
    """The page without the words of its own ``furniture``."""
    boxes = [mark.box for mark in furniture if mark.box]
    if not boxes:
        return page
    return replace(page, words=tuple(w for w in page.words if not any(_within(w.box, b) for b in boxes)))


def _furniture_of_line(line: OuterLine, page: int, repeated: set[tuple[str, int]]) -> list[Furniture]:
    kind = _kind(line, repeated)
    if kind:
        return [Furniture(page, line.text, kind, line.box)]
    kinds = [(part, _kind(part, repeated)) for part in line.parts]
    # A figure alone at the end of a line may stand in a table.
    return [
        Furniture(page, part.text, kind, part.box)
        for part, kind in kinds
        if kind and (kind != "page_number" or not part.text.isdigit())
    ]


def _kind(line: OuterLine, repeated: set[tuple[str, int]]) -> FurnitureKind | None:
    kind = mark_anywhere(line.text)
    if kind:
        return kind
    if is_mark(line.text) or (line.outermost and reads_as_page_number(line.text)):
        return "page_number"
    shape, y = _shape(line.text), round(line.middle)
    return "running" if any((shape, y + by) in repeated for by in (0, 1, -1)) else None


def _repeated(margins: Sequence[Margins]) -> set[tuple[str, int]]:
    """Shape and height of the lines that return on several pages: on three, or on both of two."""
    where: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for sheet in margins:
        for line in (part for whole in sheet.lines for part in (whole, *whole.parts)):
            if line.apart and len(line.text) > 1:
                where[_shape(line.text)].append((line.middle, sheet.page))
    needed = 2 if len(margins) <= _FEW_PAGES else 3
    found: set[tuple[str, int]] = set()
    for shape, places in where.items():
        places.sort()
        begin = end = 0
        for y, _ in places:
            while places[begin][0] < y - _SAME_HEIGHT:
                begin += 1
            while end < len(places) and places[end][0] <= y + _SAME_HEIGHT:
                end += 1
            if (shape, round(y)) in found or end - begin < needed:
                continue
            if _runs({page for _, page in places[begin:end]}, needed):
                found.add((shape, round(y)))
    return found


def _runs(pages: set[int], needed: int) -> bool:
    """True where enough pages have the next one or the next but one (left and right pages) beside them.

    A heading such as "Activity indicators" may stand at the head of several pages too, but here and there.
    """
    return sum(any(page + by in pages for by in (-2, -1, 1, 2)) for page in pages) >= max(needed, len(pages) / 2)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.lower().split()))


def _within(word: Box, line: Box) -> bool:
    y = (word.top + word.bottom) / 2
    return line.top <= y <= line.bottom and word.x0 >= line.x0 - 0.5 and word.x1 <= line.x1 + 0.5

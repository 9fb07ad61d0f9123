"""Which lines in the margins of a paper return from page to page: its running headers and footers.

A row of a table or of a dashboard may stand at one place on every page as well; but then its figures differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.pages.lines import is_figure
from extract.pages.margins import Margins, OuterLine

_SAME_HEIGHT = 4.0
_FEW_PAGES = 4
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ReturningLines:
    """The lines and parts of lines that return.

    ``places`` are their shape, with # for each number, and their height. ``steady`` counts where a number of a shape has a value,
    ``moving`` where it is so much more than the number of its sheet; ``often`` how many lines have the shape.
    """

    places: frozenset[tuple[str, int]]
    steady: Counter[tuple[str, int, int]]
    moving: Counter[tuple[str, int, int]]
    often: Counter[str]

    def holds(self, line: OuterLine, page: int) -> bool:
        """True for a line that returns, and whose numbers stay the same or go on with the pages."""
        shape, y = _shape(line.text), round(line.middle)
        if not any((shape, y + by) in self.places for by in (0, 1, -1)):
            return False
        # A figure that a wide gap parts from the other words may be one of a table.
        figures = any(_NUMBER.search(part.text) and is_figure(part.text) for part in line.parts or (line,))
        needed = self.often[shape] if figures else 2
        return all(
            self.steady[shape, at, number] >= needed or self.moving[shape, at, number - page] >= 2
            for at, number in enumerate(_numbers(line.text))
        )


def returning_lines(margins: Sequence[Margins]) -> ReturningLines:
    """The lines that return, on three pages or on both of two."""
    steady: Counter[tuple[str, int, int]] = Counter()
    moving: Counter[tuple[str, int, int]] = Counter()
    often: Counter[str] = Counter()
    for sheet in margins:
        for line in (part for whole in sheet.lines for part in (whole, *whole.parts)):
            shape = _shape(line.text)
            often[shape] += 1
            for at, number in enumerate(_numbers(line.text)):
                steady[shape, at, number] += 1
                moving[shape, at, number - sheet.page] += 1
    return ReturningLines(frozenset(_places(margins)), steady, moving, often)


def _numbers(text: str) -> list[int]:
    return [int(digits[:9]) for digits in _NUMBER.findall(text)]


def _places(margins: Sequence[Margins]) -> set[tuple[str, int]]:
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
    return _NUMBER.sub("#", " ".join(text.lower().split()))

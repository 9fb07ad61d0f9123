"""Which numbers in the margins of a paper number its pages: those that go on by one from page to page.

A figure that a page break leaves alone at the edge looks like a page number, and the number of a paragraph does too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extract.pages.margins import Margins, OuterLine
from extract.pages.page_marks import page_number

_SAME_HEIGHT = 4.0
# Left and right pages may have their numbers in different places.
_NEAR_PAGES = 2
_FEW_PAGES = 2
_YEARS = range(1900, 2101)
_YEAR_PAGES = 3

Series = tuple[str, int]


def series_of(margins: Sequence[Margins]) -> frozenset[Series]:
    """The series of page numbers in a paper: what they begin with ("" or "a"), and the number less that of the sheet.

    A series is one that shows at the same height on two neighbouring pages; of numbers that may be years, on three.
    """
    places: defaultdict[Series, list[tuple[int, float]]] = defaultdict(list)
    years: set[Series] = set()
    for sheet in margins:
        for line in sheet.lines:
            ends = (line.parts[0], line.parts[-1]) if line.parts else (line,)
            for end in ends:
                number = page_number(end.text) if end.outermost else None
                if number is None:
                    continue
                series = (number[0], number[1] - sheet.page)
                places[series].append((sheet.page, line.middle))
                if number[1] in _YEARS:
                    years.add(series)
    return frozenset(
        series for series, found in places.items() if _goes_on(found, _YEAR_PAGES if series in years else 2)
    )


def _goes_on(places: list[tuple[int, float]], needed: int) -> bool:
    by_height = sorted(places, key=lambda place: (round(place[1] / _SAME_HEIGHT), place[0]))
    neighbours = sum(
        0 < below[0] - above[0] <= _NEAR_PAGES and abs(below[1] - above[1]) <= _SAME_HEIGHT
        for above, below in pairwise(by_height)
    )
    return neighbours + 1 >= needed


def numbers_its_page(line: OuterLine, page: int, series: frozenset[Series], pages: int) -> bool:
    """True for a line or a part of one that is the number of its page in a paper of so many ``pages``.

    It is in a series, or in a paper too short for one it stands apart from all text.
    """
    number = page_number(line.text) if line.outermost else None
    if number is None:
        return False
    if (number[0], number[1] - page) in series:
        return True
    return pages <= _FEW_PAGES and not series and line.apart and number[1] not in _YEARS

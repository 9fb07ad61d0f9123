"""Pages bound sideways: turned so that their text stands upright, read as any other, and the places turned back.

A paper without ``/Rotate`` shows a landscape page on its side. What was read of it keeps the coordinates of the page as a
viewer shows it, so that a place can be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from schema.document import Box, Cell, Grid, Line, Page, Rule

# A page is on its side where this share of its letters is, and more than a few; or all of them.
_MOSTLY = 0.6
_FEW_LETTERS = 60

_Boxed = TypeVar("_Boxed", Cell, Line)


def way_of(page: Page) -> int:
    """The way in which the text of a page reads, as ``Word.turned`` has it: 0 for a usual page, also with some words turned."""
    if not any({word.turned for word in page.words}):
        return 0
    letters: Counter[int] = Counter()
    for word in page.words:
        letters[word.turned] += len(word.text)
    way, count = letters.most_common(1)[0]
    total = letters.total()
    return way if count == total or (count > _FEW_LETTERS and count > _MOSTLY * total) else 0


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn that makes text of one way (1 upwards, -1 downwards, 2 upside down) read from left to right.

    ``width`` and ``height`` are those of the page as shown.
    """

    way: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the shown page lies on the turned one."""
        if self.way == 1:
            return self.height - y, x
        if self.way == -1:
            return y, self.width - x
        return (self.width - x, self.height - y) if self.way == 2 else (x, y)

    def box(self, box: Box) -> Box:
        """Where a box of the shown page lies on the turned one."""
        (ax, ay), (bx, by) = self.point(box.x0, box.top), self.point(box.x1, box.bottom)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def back(self) -> Turn:
        """The turn from the turned page to the shown one."""
        lies = self.way in (1, -1)
        return Turn(
            -self.way if lies else self.way, *((self.height, self.width) if lies else (self.width, self.height))
        )


def turned_page(page: Page, way: int) -> Page:
    """The page turned so that its words of ``way`` are upright; the others then have another ``turned``."""
    turn = Turn(way, page.width or 0.0, page.height or 0.0)
    back = turn.back()
    return replace(
        page,
        width=back.width,
        height=back.height,
        words=tuple(w._replace(box=turn.box(w.box), turned=_way_after(w.turned, way)) for w in page.words),
        rules=tuple(_turned_rule(r, turn) for r in page.rules),
        fills=tuple(f._replace(box=turn.box(f.box)) for f in page.fills),
        drawings=tuple(
            replace(d, box=turn.box(d.box), outline=tuple(turn.point(x, y) for x, y in d.outline))
            for d in page.drawings
        ),
        images=tuple(turn.box(image) for image in page.images),
        links=tuple(replace(link, box=turn.box(link.box)) for link in page.links),
    )


def turned_back(flow: Iterable[Line | Grid], page: Page, way: int) -> tuple[Line | Grid, ...]:
    """The flow of ``turned_page(page, way)`` with the boxes of ``page`` as it is shown."""
    back = Turn(way, page.width or 0.0, page.height or 0.0).back()
    return tuple(_grid_back(item, back) if isinstance(item, Grid) else _placed(item, back) for item in flow)


def _grid_back(grid: Grid, back: Turn) -> Grid:
    cells = tuple(_placed(cell, back) for cell in grid.cells)
    return replace(grid, cells=cells, box=back.box(grid.box) if grid.box else None)


def _placed(thing: _Boxed, back: Turn) -> _Boxed:
    return thing._replace(box=back.box(thing.box)) if thing.box else thing


def _turned_rule(rule: Rule, turn: Turn) -> Rule:
    box = turn.box(Box(rule.x0, rule.top, rule.x1, rule.bottom))
    return Rule(box.x0, box.top, box.x1, box.bottom)


def _way_after(turned: int, way: int) -> int:
    quarters = (turned - way) % 4
    return -1 if quarters == 3 else quarters

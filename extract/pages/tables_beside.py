"""Where two tables without upright rules stand beside each other: their rows go out of step."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from extract.pages.lines import PrintedLine, lines_of

_LEAST_ROWS = 4
_LEAST_ODD = 3
_SAME_Y = 1.5
# In heights of a line: lines of one table stand no closer, but for cells that are centred against each other.
_OVERLAP = 0.8
_WRAP = 1.7


def may_stand_beside(lines: Sequence[PrintedLine]) -> bool:
    """True where some lines overlap: as a glance tells, before gutters are looked at."""
    close = sum(b.middle - a.middle < _OVERLAP * min(a.height, b.height) for a, b in pairwise(lines))
    return close >= _LEAST_ODD


def shared_lines(lines: Sequence[PrintedLine], x: float) -> int | None:
    """How many lines have words on both sides of ``x``; None where there are no tables beside each other.

    Each side has rows of two cells and more with figures, and several of either stand where the other side has none. The cells of one
    row that are centred against each other do so too: such a row stands halfway between two lines of its neighbour.
    """
    sides = [lines_of(w for line in lines for w in line.words if (w.box.x0 < x) == left) for left in (True, False)]
    rows = [[line for line in side if len(line.segments) > 1] for side in sides]
    for side in rows:
        told = sum(any(s.figure for s in line.segments[1:]) for line in side)
        labelled = sum(any(c.isalpha() for c in line.segments[0].text) for line in side)
        if len(side) < _LEAST_ROWS or min(told, labelled) < 0.5 * len(side):
            return None
    left, right = ([line.middle for line in side] for side in rows)
    size = rows[0][0].size
    if min(_odd(left, right, size), _odd(right, left, size)) < _LEAST_ODD:
        return None
    return sum(any(w.box.x0 < x for w in line.words) and any(w.box.x0 >= x for w in line.words) for line in lines)


def _odd(ys: Sequence[float], others: Sequence[float], size: float) -> int:
    """How many rows stand where the other side has none, and not halfway between two lines of one cell there."""
    odd = 0
    for y in ys:
        at = bisect(others, y)
        if at in (0, len(others)):
            continue
        above, below = others[at - 1], others[at]
        apart = min(y - above, below - y) > _SAME_Y
        centred = below - above < _WRAP * size and abs(y - (above + below) / 2) <= _SAME_Y
        odd += apart and not centred
    return odd

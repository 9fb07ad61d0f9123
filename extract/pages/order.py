"""In what order a page is read: across, or down one column of text and then down the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.pages.lines import PrintedLine, Segment, lines_of
from schema.document import Box, Grid, Word

_LEAST_LINES = 6
_LEAST_GUTTER = 8.0
_FULL_LINE = 0.7
_PROSE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The empty strip between two columns of text, from one line to another (both inclusive)."""

    x: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is read line by line from left to right, with the ruled tables in it."""

    words: tuple[Word, ...]
    grids: tuple[Grid, ...]


def regions_of(words: Sequence[Word], grids: Sequence[Grid] = ()) -> list[Region]:
    """Parts a page into regions in reading order.

    Only prose in columns is parted: a table has gaps too, but its columns are not full of text. No gutter runs through a ruled
    table.
    """
    lines = lines_of(words)
    gutter = _gutter(lines, [g.box for g in grids if g.box])
    if gutter is None:
        return [Region(tuple(words), tuple(grids))] if words or grids else []
    x, first, last = gutter.x, gutter.first, gutter.last
    top, bottom = lines[first].box.top, lines[last].box.bottom
    within = [w for line in lines[first : last + 1] for w in line.words]
    above = [g for g in grids if _middle(g)[1] < top and _crosses(g, x)]
    below = [g for g in grids if _middle(g)[1] > bottom and _crosses(g, x)]
    beside = [g for g in grids if g not in above and g not in below]
    return [
        *regions_of([w for line in lines[:first] for w in line.words], above),
        *regions_of([w for w in within if w.box.x0 < x], [g for g in beside if _middle(g)[0] < x]),
        *regions_of([w for w in within if w.box.x0 >= x], [g for g in beside if _middle(g)[0] >= x]),
        *regions_of([w for line in lines[last + 1 :] for w in line.words], below),
    ]


def _middle(grid: Grid) -> tuple[float, float]:
    box = grid.box
    return ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2) if box else (0.0, 0.0)


def _crosses(grid: Grid, x: float) -> bool:
    return grid.box is not None and grid.box.x0 < x < grid.box.x1


def _gutter(lines: Sequence[PrintedLine], obstacles: Sequence[Box]) -> _Gutter | None:
    """The gutter with the most lines beside it, None where the lines run across."""
    if len(lines) < _LEAST_LINES:
        return None
    parted = [line.segments() for line in lines]
    left = min(s[0].x0 for s in parted)
    right = max(s[-1].x1 for s in parted)
    best: _Gutter | None = None
    for x in _candidates(parted, left, right):
        for first, last in _clear_runs(lines, parted, x, obstacles):
            longer = best is None or last - first > best.last - best.first
            if longer and _is_prose(parted[first : last + 1], x):
                best = _Gutter(x, first, last)
    return best


def _candidates(parted: Sequence[Sequence[Segment]], left: float, right: float) -> list[float]:
    """Middles of gaps that many lines share, somewhere in the inner part of the text."""
    counts: dict[int, int] = {}
    for segments in parted:
        for a, b in pairwise(segments):
            if (
                b.x0 - a.x1 >= _LEAST_GUTTER
                and a.x1 > left + 0.15 * (right - left)
                and b.x0 < right - 0.15 * (right - left)
            ):
                # Text begins flush after a gutter; before it the right side is ragged.
                counts[round(b.x0 / 3)] = counts.get(round(b.x0 / 3), 0) + 1
    often = sorted((x for x, n in counts.items() if n >= _LEAST_LINES // 2), key=lambda x: -counts[x])
    return [x * 3 - _LEAST_GUTTER / 2 for x in often[:6]]


def _clear_runs(
    lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]], x: float, obstacles: Sequence[Box]
) -> list[tuple[int, int]]:
    """Runs of lines that no segment and no obstacle crosses at ``x``."""
    runs: list[tuple[int, int]] = []
    begin: int | None = None
    for i, segments in enumerate(parted):
        blocked = any(s.x0 < x - 1 and s.x1 > x + 1 for s in segments) or (
            i > 0
            and any(
                o.x0 < x < o.x1 and o.top < lines[i].box.bottom and o.bottom > lines[i - 1].box.top for o in obstacles
            )
        )
        if blocked:
            if begin is not None:
                runs.append((begin, i - 1))
            begin = None
        elif begin is None:
            begin = i
    if begin is not None:
        runs.append((begin, len(parted) - 1))
    return [(a, b) for a, b in runs if b - a + 1 >= _LEAST_LINES]


def _is_prose(parted: Sequence[Sequence[Segment]], x: float) -> bool:
    """True where the segments on each side of ``x`` mostly fill their column with several words."""
    for side in (
        [s for line in parted for s in line if s.x1 <= x + 1],
        [s for line in parted for s in line if s.x0 >= x - 1],
    ):
        if len(side) < _LEAST_LINES // 2:
            return False
        begin, end = min(s.x0 for s in side), max(s.x1 for s in side)
        if end - begin < 90:
            return False
        full = sum(s.x1 - s.x0 >= _FULL_LINE * (end - begin) and len(s.words) >= 3 for s in side)
        if full < max(3, _PROSE_SHARE * len(side)):
            return False
    return True

"""In what order a page is read: across, or down one column of text and then down the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.pages.lines import PrintedLine, Segment, lines_of
from extract.pages.tables_beside import may_stand_beside, shared_lines
from schema.document import Box, Grid, Word

_LEAST_LINES = 6
_LEAST_GUTTER = 8.0
_HALF_STRIP = 2.0
_FULL_LINE = 0.7
_NARROWEST_COLUMN = 90.0
_MOST_CANDIDATES = 6
# How many of the lines of both columns are full of text, and at least of one that holds a table as well.
_PROSE_SHARE = 0.4
_LEAST_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The empty strip between two columns of text, from one line to another (both inclusive)."""

    x: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is read line by line from left to right: the lines of its upright words, and its ruled tables."""

    lines: tuple[PrintedLine, ...]
    grids: tuple[Grid, ...]


def regions_of(words: Sequence[Word], grids: Sequence[Grid] = ()) -> list[Region]:
    """Parts a page into regions in reading order.

    Prose in columns is parted, and tables beside each other: a table has gaps too, but its columns are not full of text and its
    rows keep step. No gutter runs through a ruled table.
    """
    lines = lines_of(words)
    gutter = _gutter(lines, [g.box for g in grids if g.box])
    if gutter is None:
        if any([w.turned for w in words]):
            lines = lines_of(w for w in words if w.upright)
        return [Region(tuple(lines), tuple(grids))] if words or grids else []
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
    parted = [line.segments for line in lines]
    left = min(s[0].x0 for s in parted)
    right = max(s[-1].x1 for s in parted)
    best: _Gutter | None = None
    for x in _candidates(parted, left, right):
        for first, last in _clear_runs(lines, x, obstacles):
            longer = best is None or last - first > best.last - best.first
            if longer and _is_prose([w for line in lines[first : last + 1] for w in line.words], x):
                best = _Gutter(x, first, last)
    if best is None and may_stand_beside(lines):
        return _gutter_of_tables(lines, parted, obstacles)
    return best


def _gutter_of_tables(
    lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]], obstacles: Sequence[Box]
) -> _Gutter | None:
    """The gutter between two tables: of all gaps between columns the one that parts the fewest rows."""
    left = min(s[0].x0 for s in parted)
    right = max(s[-1].x1 for s in parted)
    found: list[tuple[int, float, int, int]] = []
    for x in _candidates(parted, left, right, most=None):
        for first, last in _clear_runs(lines, x, obstacles):
            shared = shared_lines(lines[first : last + 1], x)
            if shared is not None:
                found.append((shared, x, first, last))
    return _Gutter(*min(found)[1:]) if found else None


def _candidates(
    parted: Sequence[Sequence[Segment]], left: float, right: float, *, most: int | None = _MOST_CANDIDATES
) -> list[float]:
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
    return [x * 3 - _LEAST_GUTTER / 2 for x in often[:most]]


def _clear_runs(lines: Sequence[PrintedLine], x: float, obstacles: Sequence[Box]) -> list[tuple[int, int]]:
    """Runs of lines that no word and no obstacle crosses at ``x``."""
    runs: list[tuple[int, int]] = []
    begin: int | None = None
    for i, line in enumerate(lines):
        blocked = any(w.box.x0 < x + _HALF_STRIP and w.box.x1 > x - _HALF_STRIP for w in line.words) or (
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
        runs.append((begin, len(lines) - 1))
    return [(a, b) for a, b in runs if b - a + 1 >= _LEAST_LINES]


def _is_prose(words: Sequence[Word], x: float) -> bool:
    """True where the lines on each side of ``x`` mostly fill their column with words; there may be a table in it too.

    Each side has lines of its own: they need not stand at the same heights.
    """
    sides = [w for w in words if w.box.x0 < x], [w for w in words if w.box.x0 >= x]
    widths = [max(w.box.x1 for w in side) - min(w.box.x0 for w in side) if side else 0.0 for side in sides]
    if min(widths) < _NARROWEST_COLUMN:
        return False
    shares: list[float] = []
    # The side with fewer words is looked at first: where it is no prose, the other need not be.
    for side, width in sorted(zip(sides, widths, strict=True), key=lambda s: len(s[0])):
        lines = lines_of(side)
        if len(lines) < _LEAST_LINES // 2:
            return False
        full = sum(_is_full(line, width) for line in lines)
        if full < max(3, _LEAST_SHARE * len(lines)):
            return False
        shares.append(full / len(lines))
    return sum(shares) >= 2 * _PROSE_SHARE


def _is_full(line: PrintedLine, width: float) -> bool:
    words = line.words
    fills = len(words) >= 3 and max([w.box.x1 for w in words]) - words[0].box.x0 >= _FULL_LINE * width
    return fills and len(line.segments) == 1

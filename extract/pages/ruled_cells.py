"""Drawn lines -> the boxes between them: edges, crossings, cells, tables, each rung a small function.

The ladder is that of pdfplumber (and of Nurminen's thesis before it). A cell is the smallest box whose four corners are joined
by edges, so that a missing inner rule makes a spanning cell by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from extract.pages.grid_cells import Slot
from schema.document import Box, Fill, Rule

TOLERANCE = 3.0
# No row of a table is lower, in points.
SHORTEST_ROW = 8.0
SHORTEST = 3.0
# A shade counts as a cell's sides from this size on; smaller ones are marks inside a cell.
_LEAST_SHADE = 6.0
_SLIVER = 4.0
#: No table needs more edges or crossings than these; a page with more is a plan or a map, and only its longest edges count.
MOST_EDGES = 3_000
MOST_CROSSINGS = 250_000


class Edge(NamedTuple):
    """A straight edge: where it lies (x of an upright one, y of a level one), and where it begins and ends along itself."""

    at: float
    start: float
    end: float


#: An edge as drawn, before those on one line are joined: the same three numbers as an ``Edge`` (a page may have many).
Drawn = tuple[float, float, float]


def edges_of(rules: Iterable[Rule], shades: Iterable[Fill]) -> tuple[list[Drawn], list[Drawn]]:
    """Level and upright edges from drawn lines and from the sides of shaded boxes."""
    level: list[Drawn] = []
    upright: list[Drawn] = []
    for rule in rules:
        x0, top, x1, bottom = rule.x0, rule.top, rule.x1, rule.bottom
        if x1 - x0 >= bottom - top:
            level.append(((top + bottom) / 2, x0, x1))
        else:
            upright.append(((x0 + x1) / 2, top, bottom))
    for fill in shades:
        box = fill.box
        level += [(box.top, box.x0, box.x1), (box.bottom, box.x0, box.x1)]
        upright += [(box.x0, box.top, box.bottom), (box.x1, box.top, box.bottom)]
    return level, upright


def may_draw(fill: Fill, size: tuple[float, float]) -> bool:
    """True for a shade that may be a cell's: a plain box, no mark and not the whole page (``size`` is its width and height)."""
    wide, high = fill.box.x1 - fill.box.x0, fill.box.bottom - fill.box.top
    page_wide = wide > 0.95 * size[0] and high > 0.9 * size[1]
    return not fill.curved and min(wide, high) >= _LEAST_SHADE and not page_wide


def joined(edges: Iterable[Drawn]) -> list[Edge]:
    """Edges that lie almost on one line brought onto it, and those that touch or overlap there made one."""
    rows: list[list[Drawn]] = []
    last = -inf
    for edge in sorted(edges):
        if edge[0] - last <= TOLERANCE:
            rows[-1].append(edge)
        else:
            rows.append([edge])
        last = edge[0]
    out: list[Edge] = []
    for row in rows:
        if len(row) == 1:
            out.append(Edge(*row[0]))
            continue
        at = sum([e[0] for e in row]) / len(row)
        spans = sorted([(e[1], e[2]) for e in row])
        start, end = spans[0]
        for next_start, next_end in spans:
            if next_start > end + TOLERANCE:
                out.append(Edge(at, start, end))
                start, end = next_start, next_end
            elif next_end > end:
                end = next_end
        out.append(Edge(at, start, end))
    return [e for e in out if e.end - e.start >= SHORTEST]


def open_sides(level: Sequence[Edge], upright: Sequence[Edge]) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright edges that tables without outer borders leave out.

    Three or more level rules that begin and end together and that an upright rule crosses are rows of a table, so their ends are its
    sides; where upright rules go on beyond the first or the last of them, there is one more row, which ends where they do.
    """
    groups: dict[tuple[int, int], list[Edge]] = {}
    for edge in level:
        groups.setdefault((round(edge.start / 4), round(edge.end / 4)), []).append(edge)
    ends: list[Edge] = []
    sides: list[Edge] = []
    for group in groups.values():
        start, end = min(e.start for e in group), max(e.end for e in group)
        inner = [u for u in upright if start + 8 < u.at < end - 8]
        for rows in _held_together(sorted(group, key=lambda e: e.at), inner):
            top, bottom = rows[0].at, rows[-1].at
            crossing = [u for u in inner if u.start < bottom - 8 and u.end > top + 8]
            if len(rows) < 3 or not crossing:
                continue
            first, last = min(u.start for u in crossing), max(u.end for u in crossing)
            if first < top - SHORTEST_ROW:
                ends.append(Edge(first, start, end))
                top = first
            if last > bottom + SHORTEST_ROW:
                ends.append(Edge(last, start, end))
                bottom = last
            for x in (start, end):
                if not any(abs(u.at - x) <= TOLERANCE and u.start < bottom and u.end > top for u in upright):
                    sides.append(Edge(x, top, bottom))
    return ends, sides


def _held_together(group: Sequence[Edge], upright: Sequence[Edge]) -> list[list[Edge]]:
    """Level rules from top to bottom, parted where upright rules end between two: there another table begins.

    Where they end at the rules themselves, one cell goes over the whole row.
    """
    runs: list[list[Edge]] = []
    for edge in group:
        if not runs:
            runs.append([edge])
            continue
        top, bottom = runs[-1][-1].at + TOLERANCE, edge.at - TOLERANCE
        between = [u for u in upright if u.start < bottom and u.end > top]
        if between and not any(u.start <= top and u.end >= bottom for u in between):
            runs.append([edge])
        else:
            runs[-1].append(edge)
    return runs


def cells_of(level: Sequence[Edge], upright: Sequence[Edge]) -> list[Box]:
    """The smallest boxes whose corners are crossings joined by edges; none for a page of more crossings than a table can have."""
    level, upright = _longest(level), _longest(upright)
    # Two crossings are joined where they lie on the same edge: for each edge its crossings, for each crossing its edges.
    ats = [u.at for u in upright]
    along: list[dict[float, int]] = [{} for _ in level]
    down: list[dict[float, int]] = [{} for _ in upright]
    count = 0
    for i, (y, start, end) in enumerate(level):
        for j in range(bisect_left(ats, start - TOLERANCE), bisect_right(ats, end + TOLERANCE)):
            x, top, bottom = upright[j]
            if top - TOLERANCE <= y <= bottom + TOLERANCE:
                # Where two edges on one line end at the same crossing, the first one has it.
                along[i].setdefault(x, j)
                down[j].setdefault(y, i)
                count += 1
        if count > MOST_CROSSINGS:
            return []
    rights = [sorted(crossed) for crossed in along]
    belows = [sorted(crossed) for crossed in down]
    boxes: list[Box] = []
    for i, crossed in enumerate(along):
        for x, j in crossed.items():
            found = _box(level[i].at, x, i, j, along, down, rights, belows)
            if found:
                boxes.append(found)
    return boxes


def _longest(edges: Sequence[Edge]) -> Sequence[Edge]:
    """The edges in their order, without the shortest where there are too many."""
    if len(edges) <= MOST_EDGES:
        return edges
    return sorted(sorted(edges, key=lambda e: e.start - e.end)[:MOST_EDGES])


def _box(
    y: float,
    x: float,
    level: int,
    upright: int,
    along: Sequence[dict[float, int]],
    down: Sequence[dict[float, int]],
    rights: Sequence[Sequence[float]],
    belows: Sequence[Sequence[float]],
) -> Box | None:
    """The smallest box with its upper left corner where the edges ``level`` and ``upright`` cross."""
    across = rights[level]
    first = bisect_right(across, x)
    for below in belows[upright][bisect_right(belows[upright], y) :]:
        foot = along[down[upright][below]]
        for right in across[first:]:
            # The lower right corner has to lie on the edge below and on the edge to the right.
            if right in foot and foot[right] == along[level][right]:
                return Box(x, y, right, below)
    return None


def tables_of(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that share a corner, directly or through others, belong to one table."""
    parent = list(range(len(cells)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[tuple[float, float], int] = {}
    for i, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
            met = first.setdefault(corner, i)
            if met != i:
                parent[root(met)] = i
    groups: dict[int, list[Box]] = {}
    for i, c in enumerate(cells):
        groups.setdefault(root(i), []).append(c)
    return list(groups.values())


def slots_of(cells: Sequence[Box]) -> list[Slot]:
    """Cells numbered by row and column, spans counted; rows and columns too thin for text are taken out."""
    xs = _without_slivers({x for c in cells for x in (c.x0, c.x1)})
    ys = _without_slivers({y for c in cells for y in (c.top, c.bottom)})
    slots: list[Slot] = []
    for cell in cells:
        row, end_row = ys[cell.top], ys[cell.bottom]
        col, end_col = xs[cell.x0], xs[cell.x1]
        if end_row > row and end_col > col:
            slots.append(Slot(row, col, end_row - row, end_col - col, cell))
    return sorted(slots, key=lambda s: (s.row, s.col))


def _without_slivers(ats: Iterable[float]) -> dict[float, int]:
    """The number of each position; neighbours too close to hold text between them (a double rule) have one number."""
    numbers: dict[float, int] = {}
    first, number = 0.0, -1
    for at in sorted(ats):
        if number < 0 or at - first >= _SLIVER:
            first, number = at, number + 1
        numbers[at] = number
    return numbers

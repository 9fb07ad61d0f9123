"""Drawn lines -> the boxes between them: edges, crossings, cells, tables, each rung a small function.

The ladder is that of pdfplumber (and of Nurminen's thesis before it). A cell is the smallest box whose four corners are joined
by edges, so that a missing inner rule makes a spanning cell by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.pages.grid_cells import Slot
from schema.document import Box, Fill, Rule

TOLERANCE = 3.0
SHORTEST = 3.0
# A shade counts as a cell's sides from this size on; smaller ones are marks inside a cell.
_LEAST_SHADE = 6.0
_SLIVER = 4.0


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A straight edge: where it lies (x of an upright one, y of a level one), and where it begins and ends along itself."""

    at: float
    start: float
    end: float


def edges_of(rules: Iterable[Rule], fills: Iterable[Fill], size: tuple[float, float]) -> tuple[list[Edge], list[Edge]]:
    """Level and upright edges from drawn lines and from the sides of shaded boxes; page frames are left out."""
    width, height = size
    level: list[Edge] = []
    upright: list[Edge] = []
    for rule in rules:
        if rule.horizontal:
            level.append(Edge((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
        else:
            upright.append(Edge((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
    for fill in fills:
        box = fill.box
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if fill.curved or min(wide, high) < _LEAST_SHADE or (wide > 0.95 * width and high > 0.9 * height):
            continue
        level += [Edge(box.top, box.x0, box.x1), Edge(box.bottom, box.x0, box.x1)]
        upright += [Edge(box.x0, box.top, box.bottom), Edge(box.x1, box.top, box.bottom)]
    return level, upright


def joined(edges: Iterable[Edge]) -> list[Edge]:
    """Edges that lie almost on one line brought onto it, and those that touch or overlap there made one."""
    rows: list[list[Edge]] = []
    for edge in sorted(edges):
        if rows and edge.at - rows[-1][-1].at <= TOLERANCE:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    out: list[Edge] = []
    for row in rows:
        at = sum(e.at for e in row) / len(row)
        spans = sorted((e.start, e.end) for e in row)
        start, end = spans[0]
        for next_start, next_end in spans[1:]:
            if next_start <= end + TOLERANCE:
                end = max(end, next_end)
            else:
                out.append(Edge(at, start, end))
                start, end = next_start, next_end
        out.append(Edge(at, start, end))
    return [e for e in out if e.end - e.start >= SHORTEST]


def open_sides(level: Sequence[Edge], upright: Sequence[Edge]) -> list[Edge]:
    """Upright edges that a table without outer borders leaves out.

    Three or more level rules that begin and end together and that an upright rule crosses are rows of a table, so their ends
    are its sides.
    """
    groups: dict[tuple[int, int], list[Edge]] = {}
    for edge in level:
        groups.setdefault((round(edge.start / 4), round(edge.end / 4)), []).append(edge)
    sides: list[Edge] = []
    for group in groups.values():
        top, bottom = min(e.at for e in group), max(e.at for e in group)
        start, end = min(e.start for e in group), max(e.end for e in group)
        crossing = [u for u in upright if start + 8 < u.at < end - 8 and u.start < bottom - 8 and u.end > top + 8]
        if len(group) < 3 or not crossing:
            continue
        top = min(top, *(e.at for e in group))
        for x in (start, end):
            if not any(abs(u.at - x) <= TOLERANCE and u.start < bottom and u.end > top for u in upright):
                sides.append(Edge(x, top, bottom))
    return sides


def cells_of(level: Sequence[Edge], upright: Sequence[Edge]) -> list[Box]:
    """The smallest boxes whose corners are crossings joined by edges."""
    # For each crossing the edges that make it: two crossings are joined where they share one.
    crossings: dict[tuple[float, float], tuple[int, int]] = {}
    ats = [u.at for u in upright]
    along: dict[int, list[float]] = {}
    down: dict[int, list[float]] = {}
    for i, h in enumerate(level):
        for j in range(bisect_left(ats, h.start - TOLERANCE), len(upright)):
            v = upright[j]
            if v.at > h.end + TOLERANCE:
                break
            if v.start - TOLERANCE <= h.at <= v.end + TOLERANCE and (v.at, h.at) not in crossings:
                crossings[v.at, h.at] = (i, j)
                along.setdefault(i, []).append(v.at)
                down.setdefault(j, []).append(h.at)
    boxes: list[Box] = []
    for (x, y), (i, j) in crossings.items():
        found = _smallest(x, y, i, j, crossings, along, down)
        if found:
            boxes.append(found)
    return boxes


def _smallest(
    x: float,
    y: float,
    level: int,
    upright: int,
    crossings: dict[tuple[float, float], tuple[int, int]],
    along: dict[int, list[float]],
    down: dict[int, list[float]],
) -> Box | None:
    rights = [r for r in along[level] if r > x]
    for below in sorted(d for d in down[upright] if d > y):
        bottom_edge = crossings[x, below][0]
        for right in sorted(rights):
            corner = crossings.get((right, below))
            if corner and corner[0] == bottom_edge and corner[1] == crossings[right, y][1]:
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
    for i, c in enumerate(cells):
        for corner in ((c.x0, c.top), (c.x1, c.top), (c.x0, c.bottom), (c.x1, c.bottom)):
            parent[root(i)] = root(first.setdefault(corner, i))
    groups: dict[int, list[Box]] = {}
    for i, c in enumerate(cells):
        groups.setdefault(root(i), []).append(c)
    return list(groups.values())


def slots_of(cells: Sequence[Box]) -> list[Slot]:
    """Cells numbered by row and column, spans counted; rows and columns too thin for text are taken out."""
    xs = _without_slivers(sorted({x for c in cells for x in (c.x0, c.x1)}))
    ys = _without_slivers(sorted({y for c in cells for y in (c.top, c.bottom)}))
    slots: list[Slot] = []
    for cell in cells:
        row, end_row = _index(ys, cell.top), _index(ys, cell.bottom)
        col, end_col = _index(xs, cell.x0), _index(xs, cell.x1)
        if end_row > row and end_col > col:
            slots.append(Slot(row, col, end_row - row, end_col - col, cell))
    return sorted(slots, key=lambda s: (s.row, s.col))


def _without_slivers(ats: list[float]) -> list[list[float]]:
    """Neighbouring positions too close to hold text between them, taken together (a double rule)."""
    groups: list[list[float]] = []
    for at in ats:
        if groups and at - groups[-1][0] < _SLIVER:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _index(groups: list[list[float]], at: float) -> int:
    return next(i for i, group in enumerate(groups) if group[0] <= at <= group[-1])

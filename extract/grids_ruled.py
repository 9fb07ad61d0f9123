"""Tables drawn with lines: rules -> edges -> crossings -> cells -> grids.

The ladder is that of pdfplumber (and of Nurminen's thesis before it), each rung a small function. A cell is the smallest box
whose four corners are joined by edges, so that a missing inner rule makes a spanning cell by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.grid_cells import Slot, grid_of
from extract.printed_lines import around, is_figure, lines_of
from extract.ruled_spans import parted_slots
from schema.document import Box, Fill, Grid, Rule, Word

_TOLERANCE = 3.0
_SHORTEST = 3.0
# A shade counts as a cell's sides from this size on; smaller ones are marks inside a cell.
_LEAST_SHADE = 6.0
_SLIVER = 4.0
_BESIDE = 60.0
_LEAST_ROWS_BESIDE = 4
# Between two shaded rows of a striped table there is at most a row of some lines.
_WIDEST_STRIPE = 90.0


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A straight edge: where it lies (x of an upright one, y of a level one), and where it begins and ends along itself."""

    at: float
    start: float
    end: float


def ruled_grids(
    words: Sequence[Word], rules: Sequence[Rule], fills: Sequence[Fill], page: int, size: tuple[float, float]
) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page, and the words that stand in none of them.

    A box with one cell, one column or hardly any text is a frame, a text box or a chart, and is left alone.
    """
    shades = not_inside_cells(fills, rules, size)
    level, upright = edges_of(rules, shades, size)
    level, upright = joined(level), joined(upright)
    level, upright = joined(level), joined([*upright, *open_sides(level, upright)])
    grids: list[Grid] = []
    left = list(words)
    # Inner tables first: what is drawn inside a cell of a larger one takes its own words.
    tables = without_bands(sorted(tables_of(cells_of(level, upright)), key=_area), rules)
    frames = [around(cells) for cells in tables]
    outside = [w for w in words if w.upright and not any(_contains(f, w.box) for f in frames)]
    for cells in tables:
        slots = slots_of(cells)
        if not slots or is_part_of_wider(slots, left, outside) or is_chart(slots, rules):
            continue
        made = grid_of(parted_slots(slots, left), left, fills, page, "ruled")
        if made is None or not is_table(made[0]) or holds_tables(made[0], left):
            continue
        grids.append(made[0])
        left = made[1]
    return grids, left


def not_inside_cells(fills: Sequence[Fill], rules: Sequence[Rule], size: tuple[float, float]) -> list[Fill]:
    """The shades that may draw a table: not those within a cell that rules draw already (a shaded paragraph, a RAG spot)."""
    level, upright = edges_of(rules, (), size)
    cells = cells_of(joined(level), joined(upright))
    return [f for f in fills if not any(_contains(c, f.box) for c in cells)]


def _contains(outer: Box, inner: Box) -> bool:
    return (
        outer.x0 - _TOLERANCE <= inner.x0
        and inner.x1 <= outer.x1 + _TOLERANCE
        and outer.top - _TOLERANCE <= inner.top
        and inner.bottom <= outer.bottom + _TOLERANCE
    )


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
        if rows and edge.at - rows[-1][-1].at <= _TOLERANCE:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    out: list[Edge] = []
    for row in rows:
        at = sum(e.at for e in row) / len(row)
        spans = sorted((e.start, e.end) for e in row)
        start, end = spans[0]
        for next_start, next_end in spans[1:]:
            if next_start <= end + _TOLERANCE:
                end = max(end, next_end)
            else:
                out.append(Edge(at, start, end))
                start, end = next_start, next_end
        out.append(Edge(at, start, end))
    return [e for e in out if e.end - e.start >= _SHORTEST]


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
            if not any(abs(u.at - x) <= _TOLERANCE and u.start < bottom and u.end > top for u in upright):
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
        for j in range(bisect_left(ats, h.start - _TOLERANCE), len(upright)):
            v = upright[j]
            if v.at > h.end + _TOLERANCE:
                break
            if v.start - _TOLERANCE <= h.at <= v.end + _TOLERANCE and (v.at, h.at) not in crossings:
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


def without_bands(tables: Sequence[list[Box]], rules: Sequence[Rule]) -> list[list[Box]]:
    """Leaves out the shaded rows of a striped table.

    The rows between them have no edges, so that each band would look like a table; such a table is read by its alignment.
    """
    frames = [around(cells) for cells in tables]
    shaded = [
        not any(not r.horizontal and _overlaps(f, r) for r in rules) and len({c.x0 for c in cells}) > 1
        for cells, f in zip(tables, frames, strict=True)
    ]
    return [
        cells
        for i, (cells, frame) in enumerate(zip(tables, frames, strict=True))
        if not (
            shaded[i]
            and any(
                i != j
                and shaded[j]
                and abs(frame.x0 - other.x0) <= _TOLERANCE
                and abs(frame.x1 - other.x1) <= _TOLERANCE
                and 0 < max(frame.top, other.top) - min(frame.bottom, other.bottom) < _WIDEST_STRIPE
                for j, other in enumerate(frames)
            )
        )
    ]


def _overlaps(frame: Box, rule: Rule) -> bool:
    return (
        frame.x0 - 1 <= rule.x0 <= frame.x1 + 1
        and min(rule.bottom, frame.bottom) - max(rule.top, frame.top) > _SHORTEST
    )


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


def is_table(grid: Grid) -> bool:
    """True for a grid with several columns whose text stands in rows; False for frames, text boxes and charts.

    Two cells side by side are no table, three are (a strip of figures); a chart's empty cells outweigh its labels.
    """
    filled: dict[int, int] = {}
    for cell in grid.cells:
        if cell.text or cell.mark:
            filled[cell.row] = filled.get(cell.row, 0) + 1
    columns = {c.col for c in grid.cells}
    if len(columns) < 2 or not filled or max(filled.values()) < 2:
        return False
    if len(filled) < 2 and max(filled.values()) < 3:
        return False
    return sum(filled.values()) >= 0.15 * len(grid.cells)


def is_chart(slots: Sequence[Slot], rules: Sequence[Rule]) -> bool:
    """True for coloured boxes without rules that do not stand in rows: the parts of stacked bars."""
    frame = around(s.box for s in slots)
    spanning = sum(s.row_span > 1 for s in slots)
    return spanning > 0.25 * len(slots) and not any(not r.horizontal and _overlaps(frame, r) for r in rules)


def is_part_of_wider(slots: Sequence[Slot], words: Sequence[Word], outside: Sequence[Word]) -> bool:
    """True where most rows go on beside the frame, on the same lines: only some columns of a table have rules."""
    frame = around(s.box for s in slots)
    lines = [line for line in lines_of(w for w in words if _contains(frame, w.box) and w.upright)]
    if len(lines) < _LEAST_ROWS_BESIDE:
        return False
    near = [w for w in outside if -_BESIDE < w.box.x0 - frame.x1 < _BESIDE or -_BESIDE < frame.x0 - w.box.x1 < _BESIDE]
    beside = sum(any(abs((w.box.top + w.box.bottom) / 2 - line.middle) < 1.5 for w in near) for line in lines)
    return beside > 0.6 * len(lines)


def holds_tables(grid: Grid, words: Sequence[Word]) -> bool:
    """True where cells hold rows of figures in columns: then the rules are a frame around a table, not its cells."""
    inner = 0
    for cell in grid.cells:
        box = cell.box
        if box is None or not cell.text:
            continue
        inside = [w for w in words if w.upright and _contains(box, w.box)]
        for line in lines_of(inside):
            inner += sum(is_figure(s.text) for s in line.segments()) >= 2
    return inner >= max(3, 0.5 * grid.rows)


def _area(cells: Sequence[Box]) -> float:
    return (max(c.x1 for c in cells) - min(c.x0 for c in cells)) * (
        max(c.bottom for c in cells) - min(c.top for c in cells)
    )

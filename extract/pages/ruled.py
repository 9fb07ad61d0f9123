"""Tables drawn with lines: which of the boxes between rules are tables, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pages.grid_cells import Slot, grid_of
from extract.pages.lines import around, is_figure, lines_of
from extract.pages.ruled_cells import SHORTEST, TOLERANCE, cells_of, edges_of, joined, open_sides, slots_of, tables_of
from extract.pages.ruled_spans import parted_slots
from schema.document import Box, Fill, Grid, Rule, Word

_BESIDE = 60.0
_LEAST_ROWS_BESIDE = 4
# Between two shaded rows of a striped table there is at most a row of some lines.
_WIDEST_STRIPE = 90.0


def ruled_grids(
    words: Sequence[Word], rules: Sequence[Rule], fills: Sequence[Fill], page: int, size: tuple[float, float]
) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page, and the words that stand in none of them.

    A box with one cell, one column or hardly any text is a frame, a text box or a chart, and is left alone.
    """
    shades = not_inside_cells(fills, rules, size)
    level, upright = (joined(edges) for edges in edges_of(rules, shades, size))
    upright = joined([*upright, *open_sides(level, upright)])
    grids: list[Grid] = []
    left = list(words)
    # Inner tables first: what is drawn inside a cell of a larger one takes its own words.
    tables = without_bands(sorted(tables_of(cells_of(level, upright)), key=_area), rules)
    frames = [around(cells) for cells in tables]
    outside = [w for w in words if w.upright and not any(_contains(f, w.box) for f in frames)]
    for cells in tables:
        slots = slots_of(cells)
        if not slots or is_part_of_wider(slots, left, outside):
            continue
        if is_chart(slots, left, rules) or shades_words(slots, left, rules):
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
        outer.x0 - TOLERANCE <= inner.x0
        and inner.x1 <= outer.x1 + TOLERANCE
        and outer.top - TOLERANCE <= inner.top
        and inner.bottom <= outer.bottom + TOLERANCE
    )


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
                and abs(frame.x0 - other.x0) <= TOLERANCE
                and abs(frame.x1 - other.x1) <= TOLERANCE
                and 0 < max(frame.top, other.top) - min(frame.bottom, other.bottom) < _WIDEST_STRIPE
                for j, other in enumerate(frames)
            )
        )
    ]


def _overlaps(frame: Box, rule: Rule) -> bool:
    return (
        frame.x0 - 1 <= rule.x0 <= frame.x1 + 1 and min(rule.bottom, frame.bottom) - max(rule.top, frame.top) > SHORTEST
    )


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


def is_chart(slots: Sequence[Slot], words: Sequence[Word], rules: Sequence[Rule]) -> bool:
    """True for the parts of stacked bars: boxes that do not stand in rows, without upright rules or with figures only."""
    frame = around(s.box for s in slots)
    inside = [w for w in words if w.upright and _contains(frame, w.box)]
    figures_only = not any(c.isalpha() for w in inside for c in w.text)
    spanning = sum(s.row_span > 1 for s in slots)
    if any(not r.horizontal and _overlaps(frame, r) for r in rules):
        return figures_only and spanning > 0
    return figures_only or spanning > 0.25 * len(slots)


def shades_words(slots: Sequence[Slot], words: Sequence[Word], rules: Sequence[Rule]) -> bool:
    """True for boxes without rules that a word processor painted behind words: their sides stand between words of a sentence."""
    frame = around(s.box for s in slots)
    if any(not r.horizontal and _overlaps(frame, r) for r in rules):
        return False
    sides = sorted({s.box.x0 for s in slots})
    parted = [line.segments() for line in lines_of(w for w in words if w.upright and _contains(frame, w.box))]
    cut = sum(sum(s.x0 + 2 < x < s.x1 - 2 for x in sides) >= 2 for line in parted for s in line)
    return cut > 0.5 * len(parted)


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

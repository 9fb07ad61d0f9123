"""Tables drawn with lines: which of the boxes between rules are tables, and what stands in their cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from extract.pages.grid_cells import Bands, Slot, grid_of
from extract.pages.lines import around, is_figure, lines_of
from extract.pages.ruled_cells import (
    SHORTEST,
    TOLERANCE,
    cells_of,
    edges_of,
    joined,
    may_draw,
    open_sides,
    slots_of,
    tables_of,
)
from extract.pages.ruled_spans import parted_slots
from extract.pages.ruled_words import WordsByHeight
from schema.document import Box, Drawing, Fill, Grid, Rule, Word

_BESIDE = 60.0
_LEAST_ROWS_BESIDE = 4
# Between two shaded rows of a striped table there is at most a row of some lines.
_WIDEST_STRIPE = 90.0
# No stripe is taller than this, so that a look for the next one ends.
_FARTHEST = 400.0
# In heights of a line: the next row of a table stands so near.
_NEXT_ROW = 2.5


def ruled_grids(
    words: Sequence[Word],
    rules: Sequence[Rule],
    fills: Sequence[Fill],
    page: int,
    size: tuple[float, float],
    drawings: Sequence[Drawing] = (),
) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page, and the words that stand in none of them.

    A box with one cell, one column or hardly any text is a frame, a text box or a chart, and is left alone.
    """
    # Inner tables first: what is drawn inside a cell of a larger one takes its own words.
    uprights = Uprights(rules)
    tables = without_bands(sorted(tables_of(_cells(rules, fills, size)), key=_area), uprights)
    grids: list[Grid] = []
    left = list(words)
    if not tables:
        return grids, left
    frames = [around(cells) for cells in tables]
    everywhere = within = WordsByHeight(words)
    known = left
    for cells, frame in zip(tables, frames, strict=True):
        slots = slots_of(cells)
        if left is not known:
            known, within = left, WordsByHeight(left)
        inside = within.upright_inside(frame)
        if not slots or is_part_of_wider(frame, inside, everywhere, frames):
            continue
        drawn = uprights.within(frame)
        if is_chart(slots, inside, drawn) or shades_words(slots, inside, drawn):
            continue
        if not drawn and is_band(frame, len({c.x0 for c in cells}), inside, everywhere):
            continue
        slots = parted_slots(slots, within)
        if len({s.col for s in slots}) < 2:
            # A text box: it takes a while to tell what stands in it, and what does is no table.
            continue
        near, others = within.parted(frame)
        made = grid_of(slots, near, fills, page, "ruled", drawings)
        if made is None or not is_table(made[0]) or holds_tables(made[0], within):
            continue
        grids.append(made[0])
        left = [*others, *made[1]]
    return grids, left


def _cells(rules: Sequence[Rule], fills: Sequence[Fill], size: tuple[float, float]) -> list[Box]:
    """The cells that rules and shades draw.

    A shade within a cell that rules draw already (a shaded paragraph, a RAG spot) draws none.
    """
    rows, columns = edges_of(rules, ())
    level, upright = joined(rows), joined(columns)
    # First those of the rules alone: the sides of a shaded row are not those of the table.
    ends, sides = open_sides(level, upright)
    if ends or sides:
        rows, columns = [*rows, *ends], [*columns, *sides]
        level, upright = joined(rows), joined(columns)
    ruled = cells_of(level, upright)
    shades = [f for f in fills if may_draw(f, size)]
    if shades and ruled:
        bands = Bands(Slot(0, 0, 1, 1, c) for c in ruled)
        shades = [f for f in shades if not any(_contains(s.box, f.box) for s in bands.touched_by(f.box))]
    if shades:
        more_rows, more_columns = edges_of((), shades)
        level, upright = joined(rows + more_rows), joined(columns + more_columns)
    if not shades:
        return ruled
    ends, sides = open_sides(level, upright)
    return cells_of(joined([*level, *ends]), joined([*upright, *sides]))


class Uprights:
    """The upright rules of a page from left to right."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Takes the rules of a page in any order."""
        self._rules = sorted((r for r in rules if not r.horizontal), key=lambda r: r.x0)
        self._lefts = [r.x0 for r in self._rules]

    def within(self, frame: Box) -> bool:
        """True where one of them stands in a frame or at its sides."""
        first, last = bisect_left(self._lefts, frame.x0 - 1), bisect_right(self._lefts, frame.x1 + 1)
        return any(min(r.bottom, frame.bottom) - max(r.top, frame.top) > SHORTEST for r in self._rules[first:last])


def _contains(outer: Box, inner: Box) -> bool:
    return (
        outer.x0 - TOLERANCE <= inner.x0
        and inner.x1 <= outer.x1 + TOLERANCE
        and outer.top - TOLERANCE <= inner.top
        and inner.bottom <= outer.bottom + TOLERANCE
    )


def without_bands(tables: Sequence[list[Box]], uprights: Uprights) -> list[list[Box]]:
    """Leaves out the shaded rows of a striped table.

    The rows between them have no edges, so that each band would look like a table; such a table is read by its alignment.
    """
    frames = [around(cells) for cells in tables]
    shaded = sorted(
        (frame.top, i)
        for i, (cells, frame) in enumerate(zip(tables, frames, strict=True))
        if len({c.x0 for c in cells}) > 1 and not uprights.within(frame)
    )
    banded: set[int] = set()
    for at, (top, i) in enumerate(shaded):
        for below, j in shaded[at + 1 :]:
            upper, lower = frames[i], frames[j]
            if below - upper.bottom >= _WIDEST_STRIPE or below - top > _FARTHEST:
                break
            alike = abs(upper.x0 - lower.x0) <= TOLERANCE and abs(upper.x1 - lower.x1) <= TOLERANCE
            if alike and below - upper.bottom > 0:
                banded |= {i, j}
    return [cells for i, cells in enumerate(tables) if i not in banded]


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


def is_chart(slots: Sequence[Slot], words: Sequence[Word], ruled: bool) -> bool:
    """True for the parts of stacked bars: boxes that do not stand in rows, with figures only or without upright rules.

    ``words`` are those inside, ``ruled`` is true where upright rules stand among them.
    """
    spanning = sum(s.row_span > 1 for s in slots)
    if ruled and not spanning:
        return False
    figures_only = not any(c.isalpha() for w in words for c in w.text)
    return figures_only or (not ruled and spanning > 0.25 * len(slots))


def shades_words(slots: Sequence[Slot], words: Sequence[Word], ruled: bool) -> bool:
    """True for boxes without rules that a word processor painted behind words: their sides stand between words of a sentence."""
    if ruled:
        return False
    sides = sorted({s.box.x0 for s in slots})
    parted = [line.segments for line in lines_of(words)]
    cut = sum(sum(s.x0 + 2 < x < s.x1 - 2 for x in sides) >= 2 for line in parted for s in line)
    return cut > 0.5 * len(parted)


def is_band(frame: Box, columns: int, words: Sequence[Word], page: WordsByHeight) -> bool:
    """True for shaded cells of a table whose other rows have no edges: its heads or totals, with rows right above or below.

    ``words`` are those in the frame; such a table is read by its alignment.
    """
    height = max((w.box.bottom - w.box.top for w in words), default=0.0)
    strips = (
        Box(frame.x0, frame.bottom - 1, frame.x1, frame.bottom + _NEXT_ROW * height),
        Box(frame.x0, frame.top - _NEXT_ROW * height, frame.x1, frame.top + 1),
    )
    lines = [line for strip in strips for line in page.lines_inside(strip)]
    return any(len(line.segments) >= max(2, columns / 2) for line in lines)


def is_part_of_wider(frame: Box, words: Sequence[Word], page: WordsByHeight, frames: Sequence[Box]) -> bool:
    """True where most rows go on beside the frame, on the same lines: only some columns of a table have rules.

    ``words`` are those in the frame; those of ``page`` that stand in another of ``frames`` are of a table of their own.
    """
    strips = (
        Box(frame.x0 - _BESIDE, frame.top, frame.x0, frame.bottom),
        Box(frame.x1, frame.top, frame.x1 + _BESIDE, frame.bottom),
    )
    beside = [w for strip in strips for w in page.upright_inside(strip)]
    if len(beside) < 0.6 * _LEAST_ROWS_BESIDE:
        return False
    near = [f for f in frames if f.x0 < frame.x1 + _BESIDE and f.x1 > frame.x0 - _BESIDE]
    middles = [
        (w.box.top + w.box.bottom) / 2
        for w in beside
        if not any(f.top < w.box.bottom and f.bottom > w.box.top and _contains(f, w.box) for f in near)
    ]
    lines = lines_of(words) if middles else []
    if len(lines) < _LEAST_ROWS_BESIDE:
        return False
    return sum(any(abs(y - line.middle) < 1.5 for y in middles) for line in lines) > 0.6 * len(lines)


def holds_tables(grid: Grid, words: WordsByHeight) -> bool:
    """True where cells hold rows of figures in columns: then the rules are a frame around a table, not its cells."""
    least = max(3, 0.5 * grid.rows)
    inner = 0
    for cell in grid.cells:
        # Cheap first: two figures on a line take two words with digits or dashes.
        texts = cell.text.split()
        if cell.box is None or len(texts) < 2 or sum(is_figure(t) for t in texts) < 2:
            continue
        for line in words.lines_inside(cell.box):
            inner += sum(is_figure(s.text) for s in line.segments) >= 2
        if inner >= least:
            return True
    return False


def _area(cells: Sequence[Box]) -> float:
    return (max(c.x1 for c in cells) - min(c.x0 for c in cells)) * (
        max(c.bottom for c in cells) - min(c.top for c in cells)
    )

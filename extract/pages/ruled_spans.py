"""Cells that a missing rule makes too large: several heads or figures in one box, several rows between two rules."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.pages.grid_cells import Slot
from extract.pages.lines import PrintedLine, Segment, around, is_figure, lines_of
from extract.pages.ruled_words import WordsByHeight
from schema.document import Box

_MOST_LINES = 3
_LEAST_ROWS = 3
# The gap between two heads, as a share of their height; that between two words of one head is narrower.
_LEAST_GAP = 0.27
_SAME_X = 1.5
# So many cells below a head are looked at.
_MOST_BELOW = 40


def parted_slots(slots: Sequence[Slot], words: WordsByHeight) -> list[Slot]:
    """The slots with those parted that hold several cells.

    Examples: "TOTAL 10,289.7 -100.0" over three columns becomes three cells; a box with a column of twelve figures, beside
    another, becomes twelve rows.
    """
    return _parted_in_rows(_parted_in_columns(slots, words), words)


def _parted_in_columns(slots: Sequence[Slot], words: WordsByHeight) -> list[Slot]:
    lefts = {s.col: s.box.x0 for s in slots}
    rights = {s.col + s.col_span: s.box.x1 for s in slots}
    out: list[Slot] = []
    for slot in slots:
        columns = range(slot.col, slot.col + slot.col_span)
        may_part = slot.col_span > 1 and all(c in lefts for c in columns)
        lines = words.lines_inside(slot.box) if may_part else []
        if not lines or len(lines) > _MOST_LINES:
            out.append(slot)
            continue
        ranges = _ranges([s for line in lines for s in line.segments], slot, lefts)
        ranges = [part for whole in ranges for part in _heads_apart(slot, whole, lefts, slots, words)]
        if len(ranges) < 2:
            out.append(slot)
            continue
        for first, last in ranges:
            x1 = rights.get(last + 1, lefts.get(last + 1, slot.box.x1))
            box = Box(lefts[first], slot.box.top, x1, slot.box.bottom)
            out.append(Slot(slot.row, first, slot.row_span, last - first + 1, box))
    return sorted(out, key=lambda s: (s.row, s.col))


def _heads_apart(
    slot: Slot, whole: tuple[int, int], lefts: dict[int, float], slots: Sequence[Slot], words: WordsByHeight
) -> list[tuple[int, int]]:
    """The columns from the first to the last of ``whole`` one by one where the text over them is a head for each, else ``whole``.

    Example: "2027-28 Service Area" over £000's and names. No word stands on a border between the columns, and what stands over
    each is set like the cells below it: at their left, at their right or about their middle.
    """
    first, last = whole
    inside = words.upright_inside(slot.box, slack=1.0)
    if first == last or not inside:
        return [whole]
    least_gap = _LEAST_GAP * min(w.box.bottom - w.box.top for w in inside)
    before = None
    for col in range(first, last + 1):
        left = lefts[col] - 1
        right = lefts[col + 1] + 1 if col < slot.col + slot.col_span - 1 else slot.box.x1 + 1
        side = [w for w in inside if w.box.x0 < right - 1 and w.box.x1 > left + 1]
        if not side or any(w.box.x0 < left or w.box.x1 > right for w in side):
            return [whole]
        head = around(w.box for w in side)
        if before is not None and head.x0 - before < least_gap:
            return [whole]
        before = head.x1
        below = [s for s in slots if s.col == col and s.col_span == 1 and s.row >= slot.row + slot.row_span]
        cells = [around(w.box for w in held) for s in below[:_MOST_BELOW] if (held := words.upright_inside(s.box))]
        alike = [_set_alike(head, cell) for cell in cells]
        if len(cells) < 2 or not any(sum(way) >= 0.6 * len(cells) for way in zip(*alike, strict=True)):
            return [whole]
    return [(col, col) for col in range(first, last + 1)]


def _set_alike(one: Box, two: Box) -> tuple[bool, bool, bool]:
    """Whether two texts begin at the same x, end there, or have their middle there."""
    left, right = abs(one.x0 - two.x0), abs(one.x1 - two.x1)
    return left < _SAME_X, right < _SAME_X, abs(one.x0 + one.x1 - two.x0 - two.x1) < 2 * _SAME_X


def _ranges(segments: Sequence[Segment], slot: Slot, lefts: dict[int, float]) -> list[tuple[int, int]]:
    """The columns of a slot by what stands in them; one range for all where the texts do not keep to columns."""
    end = slot.col + slot.col_span
    whole = [(slot.col, end - 1)]
    taken: list[tuple[int, int]] = []
    for segment in sorted(segments, key=lambda s: s.x0):
        over = [
            c
            for c in range(slot.col, end)
            if lefts[c] < segment.x1 - 2 and (lefts[c + 1] if c + 1 < end else slot.box.x1) > segment.x0 + 2
        ]
        if not over:
            return whole
        if taken and over[0] <= taken[-1][1]:
            taken[-1] = (taken[-1][0], max(taken[-1][1], over[-1]))
        else:
            taken.append((over[0], over[-1]))
    if len(taken) < 2:
        return whole
    covered = {c for first, last in taken for c in range(first, last + 1)}
    return sorted([*taken, *((c, c) for c in range(slot.col, end) if c not in covered)])


def _parted_in_rows(slots: Sequence[Slot], words: WordsByHeight) -> list[Slot]:
    rows: dict[int, list[Slot]] = {}
    for slot in slots:
        rows.setdefault(slot.row, []).append(slot)
    out: list[Slot] = []
    down = end = 0
    for row, here in sorted(rows.items()):
        # A row that a cell reaches into from above, or out of below, stays whole.
        crossed = end > row
        end = max(end, *[row + s.row_span for s in here])
        bounds = _row_bounds(here, words) if not crossed and end == row + 1 else []
        if not bounds:
            out += [Slot(s.row + down, s.col, s.row_span, s.col_span, s.box) for s in here]
            continue
        for s in here:
            ys = [s.box.top, *bounds, s.box.bottom]
            for i, (top, bottom) in enumerate(pairwise(ys)):
                out.append(Slot(row + down + i, s.col, 1, s.col_span, Box(s.box.x0, top, s.box.x1, bottom)))
        down += len(bounds)
    return out


def _row_bounds(row: Sequence[Slot], words: WordsByHeight) -> list[float]:
    """Where to part a row: between the lines of figures that several of its cells share; empty where it is one row."""
    # Cheap first: hardly a row has several cells with as many lines, which takes as many words at as many heights.
    if words.heights(min(s.box.top for s in row), max(s.box.bottom for s in row)) < _LEAST_ROWS:
        return []
    held = [words.upright_inside(s.box, slack=1.0) for s in row]
    tall = [
        inside
        for inside in held
        if len(inside) >= _LEAST_ROWS and len({round(w.box.top) for w in inside}) >= _LEAST_ROWS
    ]
    if len(tall) < 2 or not any(sum(is_figure(w.text) for w in inside) >= _LEAST_ROWS for inside in tall):
        return []
    columns = [lines for lines in map(lines_of, tall) if len(lines) >= _LEAST_ROWS]
    figures = [lines for lines in columns if sum(is_figure(line.text) for line in lines) >= 0.7 * len(lines)]
    if not figures:
        return []
    middles: list[float] = []
    for y in sorted(line.middle for lines in figures for line in lines):
        if not middles or y - middles[-1] > 4:
            middles.append(y)
    shared = median(len(lines) for lines in figures) / len(middles)
    # One column of figures may be a list inside a cell; then the first column has to keep step with it.
    alike = sum(_keeps_step(lines, middles) for lines in columns)
    if shared < 0.6 or alike < 2 or alike < 0.3 * len(row):
        return []
    return [_between(a, b, columns) for a, b in pairwise(middles)]


def _keeps_step(lines: Sequence[PrintedLine], middles: Sequence[float]) -> bool:
    """True where a cell has a line at most of the heights, and hardly any other."""
    met = sum(any(abs(line.middle - y) < 3 for y in middles) for line in lines)
    return met >= 0.8 * len(lines) and met >= 0.6 * len(middles)


def _between(upper: float, lower: float, columns: Sequence[Sequence[PrintedLine]]) -> float:
    """Where a row ends: above the tops of the next one, below the wrapped lines of this one."""
    tops = [line.box.top for lines in columns for line in lines if abs(line.middle - lower) < 3]
    return min(tops) - 1 if tops else (upper + lower) / 2

"""Tables without upright rules: columns told by gaps that several lines share, rows by rules, shades or the pitch of lines.

Precision comes first: prose in columns, bullets, numbered paragraphs and lists of contents have gaps as well and are no tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.aligned_columns import Piece, column_cuts, pieces_of
from extract.aligned_evidence import looks_like_table
from extract.aligned_rows import row_groups, separators
from extract.grid_cells import Slot, cell_of, with_clear_headers
from extract.printed_lines import PrintedLine, Segment, around, lines_of, typical_height
from schema.document import Box, Cell, Fill, Grid, Rule, Word

# In heights of a usual line: a gap between lines that ends a table, and one that a wrapped cell stays below.
_END_GAP = 2.2
_WRAP_GAP = 0.35
_WIDE_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines that may be a table, each with its segments."""

    lines: tuple[PrintedLine, ...]
    parted: tuple[tuple[Segment, ...], ...]


def aligned_grids(
    words: Sequence[Word], rules: Sequence[Rule], fills: Sequence[Fill], page: int
) -> tuple[list[Grid], list[Word]]:
    """The tables without upright rules among the words of one region, and the words that stand in none of them."""
    lines = lines_of(w for w in words if w.upright)
    grids: list[Grid] = []
    taken: set[int] = set()
    for run in runs_of(lines):
        grid = _grid(run, rules, fills, page)
        if grid:
            grids.append(grid)
            taken.update(id(w) for line in run.lines for w in line.words)
    return grids, [w for w in words if id(w) not in taken]


def runs_of(lines: Sequence[PrintedLine]) -> list[Run]:
    """Runs of lines with several segments, bridged by single segments that stay inside a column (wrapped cells)."""
    parted = [line.segments() for line in lines]
    height = typical_height(lines)
    runs: list[Run] = []
    at = 0
    while at < len(lines):
        if len(parted[at]) < 2:
            at += 1
            continue
        end = _end(lines, parted, at, height)
        start = _start(lines, parted, at, end, height)
        if sum(len(p) >= 2 for p in parted[start : end + 1]) >= 2:
            runs.append(Run(tuple(lines[start : end + 1]), tuple(parted[start : end + 1])))
        at = end + 1
    return runs


def _end(lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]], start: int, height: float) -> int:
    """The last line of the run that begins at ``start``."""
    x0, x1 = parted[start][0].x0, parted[start][-1].x1
    last = at = start
    single, several = 0, 1
    while at + 1 < len(lines):
        following = parted[at + 1]
        if lines[at + 1].box.top - lines[at].box.bottom > _END_GAP * height:
            break
        if len(following) >= 2:
            several += 1
            x0, x1 = min(x0, following[0].x0), max(x1, following[-1].x1)
            at += 1
            last = at
            continue
        single += 1
        alone = following[0]
        if alone.x1 - alone.x0 > _WIDE_SHARE * (x1 - x0) or alone.x0 < x0 - 5 or single > 1.5 * several + 3:
            break
        at += 1
    # Single segments at the end belong to the table only where they are close enough to be wrapped cells.
    while last < at and lines[last + 1].box.top - lines[last].box.bottom < _WRAP_GAP * height:
        last += 1
    return last


def _start(lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]], at: int, end: int, height: float) -> int:
    """Takes in short lines close above: the upper lines of wrapped column heads."""
    x0 = min(p[0].x0 for p in parted[at : end + 1])
    x1 = max(p[-1].x1 for p in parted[at : end + 1])
    while at > 0 and len(parted[at - 1]) == 1:
        alone = parted[at - 1][0]
        if lines[at].box.top - lines[at - 1].box.bottom >= 0.3 * height or alone.x1 - alone.x0 >= 0.35 * (x1 - x0):
            break
        at -= 1
    return at


def _grid(run: Run, rules: Sequence[Rule], fills: Sequence[Fill], page: int) -> Grid | None:
    cuts = column_cuts(run.parted)
    if not cuts:
        return None
    frame = around(line.box for line in run.lines)
    parts = separators(frame, rules, fills)
    pieces = [pieces_of(segments, cuts) for segments in run.parted]
    groups = row_groups(run.lines, pieces, len(cuts) + 1, parts)
    cells: list[Cell] = []
    sides = [frame.x0, *cuts, frame.x1]
    bounds = _row_bounds(run.lines, groups, frame)
    for row, group in enumerate(groups):
        cells += _row(row, [p for i in group for p in pieces[i]], sides, bounds[row], bounds[row + 1], fills, page)
    grid = Grid(cells=tuple(with_clear_headers(cells)), method="aligned", page=page, box=frame)
    return grid if looks_like_table(grid, run.lines, parts) else None


def _row_bounds(lines: Sequence[PrintedLine], groups: Sequence[Sequence[int]], frame: Box) -> list[float]:
    """The y between each two rows, with the top and the bottom of the table."""
    between = [
        (max(lines[i].box.bottom for i in upper) + min(lines[i].box.top for i in lower)) / 2
        for upper, lower in pairwise(groups)
    ]
    return [frame.top, *between, frame.bottom]


def _row(
    row: int,
    pieces: Sequence[Piece],
    sides: Sequence[float],
    top: float,
    bottom: float,
    fills: Sequence[Fill],
    page: int,
) -> list[Cell]:
    """The cells of one row: a piece over several columns spans them, empty places get empty cells."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted({(p.first, p.last) for p in pieces}):
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    covered = {c for first, last in spans for c in range(first, last + 1)}
    spans += [(c, c) for c in range(len(sides) - 1) if c not in covered]
    cells: list[Cell] = []
    for first, last in sorted(spans):
        words = [w for p in pieces if first <= p.first and p.last <= last for w in p.words]
        slot = Slot(row, first, 1, last - first + 1, Box(sides[first], top, sides[last + 1], bottom))
        cells.append(cell_of(slot, words, fills, page))
    return cells

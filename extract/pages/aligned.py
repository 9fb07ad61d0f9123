"""Tables without upright rules: columns told by gaps that several lines share, rows by rules, shades or the pitch of lines.

Precision comes first: prose in columns, bullets, numbered paragraphs and lists of contents have gaps as well and are no tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.pages.aligned_columns import Piece, column_cuts, pieces_of
from extract.pages.aligned_evidence import looks_like_table
from extract.pages.aligned_heads import group_head
from extract.pages.aligned_rows import row_groups, separators
from extract.pages.aligned_runs import Run, runs_of
from extract.pages.aligned_seams import parted_at_seams, seams_of, with_seams
from extract.pages.aligned_stretches import stretches_of
from extract.pages.grid_cells import Slot, cell_of, with_clear_headers
from extract.pages.lines import PrintedLine, around, lines_of
from schema.document import Box, Cell, Fill, Grid, Rule, Word


def aligned_grids(
    words: Sequence[Word], rules: Sequence[Rule], fills: Sequence[Fill], page: int
) -> tuple[list[Grid], list[Word]]:
    """The tables without upright rules among the words of one region, and the words that stand in none of them."""
    lines = lines_of(w for w in words if w.upright)
    grids: list[Grid] = []
    taken: set[int] = set()
    for run in (run for stretch in stretches_of(lines) for run in runs_of(stretch)):
        grid = _grid(run, rules, fills, page)
        if grid:
            grids.append(grid)
            taken.update(id(w) for line in run.lines for w in line.words)
    return grids, [w for w in words if id(w) not in taken]


def _grid(run: Run, rules: Sequence[Rule], fills: Sequence[Fill], page: int) -> Grid | None:
    seams = seams_of(run.parted)
    parted = parted_at_seams(run.parted, seams)
    cuts = with_seams(column_cuts(parted), seams)
    if not cuts:
        return None
    frame = around(line.box for line in run.lines)
    parts = separators(frame, rules, fills)
    pieces = [pieces_of(segments, cuts) for segments in parted]
    groups = row_groups(run.lines, pieces, len(cuts) + 1, parts)
    head = group_head(pieces, groups)
    if head:
        pieces[head.upper] = list(head.pieces)
        groups = head.split(groups)
    rows = [_columns_of([p for i in group for p in pieces[i]], len(cuts) + 1) for group in groups]
    bounds = _row_bounds(run.lines, groups, frame)
    sides = [frame.x0, *cuts, frame.x1]
    cells: list[Cell] = []
    under = next((r for r, group in enumerate(groups) if head and head.lower in group), None)
    for row, columns in enumerate(rows):
        for (first, last), words in columns.items():
            deep = under is not None and head is not None and first == last and first not in head.below
            if deep and row == under:
                continue
            span = 2 if deep and under is not None and row == under - 1 else 1
            if span == 2:
                words = [*words, *rows[row + 1].get((first, last), ())]
            box = Box(sides[first], bounds[row], sides[last + 1], bounds[row + span])
            cells.append(cell_of(Slot(row, first, span, last - first + 1, box), words, fills, page))
    grid = Grid(cells=tuple(with_clear_headers(cells)), method="aligned", page=page, box=frame)
    return grid if looks_like_table(grid, run.lines, parts) else None


def _columns_of(pieces: Sequence[Piece], count: int) -> dict[tuple[int, int], list[Word]]:
    """The words of one row by the columns they stand in (first and last); pieces that overlap are taken together."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted({(p.first, p.last) for p in pieces}):
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    covered = {c for first, last in spans for c in range(first, last + 1)}
    spans = sorted([*spans, *((c, c) for c in range(count) if c not in covered)])
    return {
        (first, last): [w for p in pieces if first <= p.first and p.last <= last for w in p.words]
        for first, last in spans
    }


def _row_bounds(lines: Sequence[PrintedLine], groups: Sequence[Sequence[int]], frame: Box) -> list[float]:
    """The y between each two rows, with the top and the bottom of the table."""
    between = [
        (max(lines[i].box.bottom for i in upper) + min(lines[i].box.top for i in lower)) / 2
        for upper, lower in pairwise(groups)
    ]
    return [frame.top, *between, frame.bottom]

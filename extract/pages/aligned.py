"""Tables without upright rules: columns told by gaps that several lines share, rows by rules, shades or the pitch of lines.

Precision comes first: prose in columns, bullets, numbered paragraphs and lists of contents have gaps as well and are no tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pages.aligned_columns import Piece, column_cuts, pieces_of
from extract.pages.aligned_evidence import looks_like_table
from extract.pages.aligned_heads import levels_of
from extract.pages.aligned_rows import row_groups, separators
from extract.pages.aligned_runs import Run, runs_of
from extract.pages.aligned_seams import parted_at_seams, seams_of, with_seams
from extract.pages.aligned_stretches import stretches_of
from extract.pages.grid_cells import Bands, Slot, cell_of, coloured_slots, in_shaded_rows, signs_in, with_clear_headers
from extract.pages.lines import PrintedLine, around, overlap
from schema.document import Box, Drawing, Fill, Grid, Rule, Word


def aligned_grids(
    lines: Sequence[PrintedLine],
    rules: Sequence[Rule],
    fills: Sequence[Fill],
    page: int,
    drawings: Sequence[Drawing] = (),
) -> tuple[list[Grid], list[PrintedLine]]:
    """The tables without upright rules among the lines of one region, and the lines that stand in none of them."""
    grids: list[Grid] = []
    taken: set[int] = set()
    for run in (run for stretch in stretches_of(lines) for run in runs_of(stretch)):
        grid = _grid(run, rules, fills, page, drawings)
        if grid:
            grids.append(grid)
            taken.update(map(id, run.lines))
    return grids, [line for line in lines if id(line) not in taken]


def _grid(
    run: Run, rules: Sequence[Rule], fills: Sequence[Fill], page: int, drawings: Sequence[Drawing] = ()
) -> Grid | None:
    seams = seams_of(run.parted)
    parted = parted_at_seams(run.parted, seams)
    cuts = with_seams(column_cuts(parted), seams)
    if not cuts:
        return None
    frame = around([line.box for line in run.lines])
    near = [f for f in fills if overlap(f.box, frame)]
    parts = separators(frame, rules, near)
    pieces = [pieces_of(segments, cuts) for segments in parted]
    groups = row_groups(run.lines, pieces, len(cuts) + 1, parts)
    levels = levels_of(pieces, groups)
    body = [g for group in groups if (g := [i for i in group if levels is None or i >= levels.end])]
    sides = [frame.x0, *cuts, frame.x1]
    rows = [_columns_of([p for i in group for p in pieces[i]], sides) for group in body]
    bounds = _row_bounds(run.lines, body)
    placed: list[tuple[int, int, int, int, list[Word]]] = []
    depth = 0
    if levels:
        depth = len(levels.pieces)
        above = [_columns_of(level, sides) for level in levels.pieces]
        placed += [(0, first, depth, last, words) for (first, last), words in _columns_of(levels.deep, sides).items()]
        placed += [(r, first, 1, last, words) for r, row in enumerate(above) for (first, last), words in row.items()]
        bounds = [*_level_bounds(above, frame.top, bounds[0]), *bounds]
    placed += [(r + depth, first, 1, last, words) for r, row in enumerate(rows) for (first, last), words in row.items()]
    bounds[0], bounds[-1] = frame.top, frame.bottom
    slots = [
        Slot(row, first, span, last - first + 1, Box(sides[first], bounds[row], sides[last + 1], bounds[row + span]))
        for row, first, span, last, _ in placed
    ]
    coloured = coloured_slots(Bands(slots), near) if near else {}
    for slot in in_shaded_rows(slots, coloured):
        coloured.pop(slot)
    signs: dict[Slot, str] = {}
    if outlined := [d for d in drawings if d.outline and overlap(d.box, frame)]:
        empty = _empty_slots(slots, sides, bounds, depth)
        signs = signs_in(Bands([*slots, *empty]), outlined, near)
        drawn = [slot for slot in empty if slot in signs]
        slots += drawn
        placed += [(s.row, s.col, s.row_span, s.col, []) for s in drawn]
    cells = [
        cell_of(slot, words, coloured.get(slot, ()), page, signs.get(slot))
        for slot, (*_, words) in zip(slots, placed, strict=True)
    ]
    grid = Grid(cells=tuple(with_clear_headers(cells)), method="aligned", page=page, box=frame)
    return grid if looks_like_table(grid, run.lines, parts) else None


def _empty_slots(slots: Sequence[Slot], sides: Sequence[float], bounds: Sequence[float], first: int) -> list[Slot]:
    """The places without words in the rows from ``first`` on, which may hold something drawn."""
    filled = {(s.row, s.col + by) for s in slots for by in range(s.col_span)}
    return [
        Slot(row, col, 1, 1, Box(sides[col], bounds[row], sides[col + 1], bounds[row + 1]))
        for row in range(first, len(bounds) - 1)
        for col in range(len(sides) - 1)
        if (row, col) not in filled
    ]


def _columns_of(pieces: Sequence[Piece], sides: Sequence[float]) -> dict[tuple[int, int], list[Word]]:
    """The words of one row by the columns they stand in (first and last).

    A piece over several columns is that of the column in which most of it stands where others stand in single ones of these: it is
    a little too wide. Those that overlap still are taken together.
    """
    single = {p.first for p in pieces if p.first == p.last}
    placed: list[tuple[int, int, Piece]] = []
    for piece in pieces:
        first, last = piece.first, piece.last
        if first < last and single & set(range(first, last + 1)):
            first = last = max(
                range(first, last + 1), key=lambda c: min(piece.x1, sides[c + 1]) - max(piece.x0, sides[c])
            )
        placed.append((first, last, piece))
    spans: list[tuple[int, int]] = []
    for first, last in sorted({(first, last) for first, last, _ in placed}):
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    return {(a, b): [w for first, _, p in placed if a <= first <= b for w in p.words] for a, b in spans}


def _row_bounds(lines: Sequence[PrintedLine], groups: Sequence[Sequence[int]]) -> list[float]:
    """The y between each two rows, with the top of the first and the bottom of the last."""
    tops = [min(lines[i].box.top for i in group) for group in groups]
    bottoms = [max(lines[i].box.bottom for i in group) for group in groups]
    between = [(a + b) / 2 for a, b in zip(bottoms, tops[1:], strict=False)]
    return [*tops[:1], *between, *bottoms[-1:]]


def _level_bounds(rows: Sequence[dict[tuple[int, int], list[Word]]], top: float, bottom: float) -> list[float]:
    """The y at which each level of heads begins; ``bottom`` is where they end."""
    tops = [min((w.box.top for words in row.values() for w in words), default=bottom) for row in rows]
    return [top, *tops[1:]]

"""Tables that go on after a page break: told by a repeated header or by the same columns, and made one grid."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.pages.lines import is_figure
from schema.document import Box, Cell, Grid

_SAME_X = 6.0
_MOST_HEADER_ROWS = 4
_MOST_TITLE_ROWS = 2
_BROKEN_OFF = re.compile(r"(?:[,&(/–-]|\b(?:and|or|of|the|for|to|in|with|by|on|at|from|a|an))\s*$", re.IGNORECASE)


def row_text(cells: Sequence[Cell]) -> str:
    """The text of a row for comparison: "(April 14 – March 15)" with a hyphen, or broken over lines, is the same."""
    text = "|".join(c.text for c in sorted(cells, key=lambda c: c.col) if c.text)
    return re.sub(r"[-‐-―−]", "-", re.sub(r"\s+", "", text)).lower()


def _first_rows(grid: Grid, most: int) -> list[list[Cell]]:
    """The cells of the first rows, in one pass: a table of a thousand pages grows with each of them."""
    rows: list[list[Cell]] = [[] for _ in range(min(most, grid.rows))]
    for cell in grid.cells:
        if cell.row < len(rows):
            rows[cell.row].append(cell)
    return rows


def repeated_rows(first: Grid, second: Grid) -> int:
    """How many rows at the top of ``second`` repeat those at the top of ``first``: its repeated header.

    A title above the header need not come again; one that comes again alone is the name of a form, and each form is its own. So
    is what stands behind a page without anything, as forms printed on both sides do.
    """
    if second.page > _ends_on(first) + 1:
        return 0
    upper = [row_text(row) for row in _first_rows(first, 2 * _MOST_HEADER_ROWS)]
    lower = [row_text(row) for row in _first_rows(second, _MOST_HEADER_ROWS)]
    for title_rows in range(min(_MOST_TITLE_ROWS, len(upper)) + 1):
        count = 0
        for one, two in zip(upper[title_rows:], lower, strict=False):
            if not two or one != two:
                break
            count += 1
        if any("|" in text for text in lower[:count]) and not any("|" in text for text in upper[:title_rows]):
            return count
    return 0


def same_columns(first: Grid, second: Grid) -> bool:
    """True where two grids have as many columns and, on printed pages, these begin at the same x."""
    if first.columns != second.columns:
        return False
    one, two = _lefts(first), _lefts(second)
    slack = _SAME_X if first.method == second.method == "ruled" else 3 * _SAME_X
    return all(abs(one[c] - two[c]) <= slack for c in one.keys() & two.keys())


def continues(first: Grid, second: Grid) -> bool:
    """True where ``second``, the next thing after ``first``, is more of the same table.

    It repeats the header, or it stands in the same columns and brings no header of its own.
    """
    if first.columns != second.columns or second.page > _ends_on(first) + 1:
        return False
    if repeated_rows(first, second):
        return True
    own_header = any(c.is_header for c in second.cells) or _begins_alike(first, second)
    return first.method == second.method and same_columns(first, second) and not own_header


def _begins_alike(first: Grid, second: Grid) -> bool:
    """True where both begin with the same title, or with a row of the same spans that no row between them has.

    They are forms or cards of one make, each its own.
    """
    titles = [row_text(row) for grid in (first, second) for row in _first_rows(grid, 1)]
    if len(titles) == 2 and titles[0] and titles[0] == titles[1]:
        return True
    shapes = _spans(second)
    shape = shapes.get(0, [])
    if all(span == 1 for _, span in shape) or shape == shapes.get(1):
        return False
    before = _spans(first)
    return shape == before.pop(0, []) and shape not in before.values()


def _spans(grid: Grid) -> dict[int, list[tuple[int, int]]]:
    """For each row the columns at which its filled cells begin, with their spans."""
    rows: dict[int, list[tuple[int, int]]] = {}
    for cell in grid.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append((cell.col, cell.col_span))
    return {row: sorted(spans) for row, spans in rows.items()}


def joined(first: Grid, second: Grid) -> Grid:
    """One grid of both: the repeated header dropped, a row cut by the page break made whole."""
    repeated = repeated_rows(first, second)
    if repeated == second.rows:
        return replace(first, last_page=_ends_on(second))
    cells = list(first.cells)
    rest = [c for c in second.cells if c.row >= repeated]
    if _goes_on(first, second, repeated):
        cut = {c.col: c for c in rest if c.row == repeated and c.text}
        last = first.rows - 1
        cells = [_made_whole(c, cut[c.col]) if _ends_at(c, last) and c.col in cut else c for c in cells]
        rest = [c for c in rest if c.row > repeated]
        repeated += 1
    down = first.rows - repeated
    whole = (*cells, *(c._replace(row=c.row + down) for c in rest))
    return replace(first, cells=whole, last_page=_ends_on(second))


def _ends_on(grid: Grid) -> int:
    return grid.last_page or grid.page


def _made_whole(upper: Cell, lower: Cell) -> Cell:
    """Both halves of a cell that a page break cuts; its place is that of the upper one."""
    return upper._replace(text=f"{upper.text}\n{lower.text}", mark=upper.mark or lower.mark)


def _lefts(grid: Grid) -> dict[int, float]:
    """Where each column begins, from the cells that have a box and stand in one column."""
    lefts: dict[int, list[float]] = {}
    side = _first_side(grid)
    for c in grid.cells:
        if c.box:
            lefts.setdefault(c.col, []).append(side(c.box))
    return {col: sorted(xs)[len(xs) // 2] for col, xs in lefts.items()}


def _first_side(grid: Grid) -> Callable[[Box], float]:
    """Where a cell begins as it is read: at its left side, but at its foot or head on a page that is bound sideways."""
    cells = sorted((c for c in grid.cells if c.box), key=lambda c: (c.row, c.col))
    pairs = ((a.box, b.box) for a, b in pairwise(cells) if a.row == b.row and a.box and b.box)
    one, two = next(pairs, (None, None))
    if one and two and two.x0 < (one.x0 + one.x1) / 2:
        return (lambda box: -box.bottom) if two.bottom < one.bottom else (lambda box: box.top)
    return lambda box: box.x0


def _ends_at(cell: Cell, row: int) -> bool:
    return cell.row + cell.row_span - 1 == row


def _goes_on(first: Grid, second: Grid, row: int) -> bool:
    """True where ``row`` of ``second`` is the lower half of the last row of ``first``.

    No figure stands under a figure. Its first column is empty though that
    column is filled elsewhere, or a text is broken off above and goes on: "Burnley, Pendle &" over "Rossendale CSPs". Figures that
    stand at the foot of their cells may all be in the lower half: "Offences with" over "a knife" / "34".
    """
    upper = {c.col: c.text for c in first.cells if _ends_at(c, first.rows - 1) and c.text}
    lower = {c.col: c.text for c in second.cells if c.row == row and c.text}
    if not lower or 0 not in upper or len(upper) + len(lower) < 3:
        return False
    above, below = ({c for c, t in half.items() if is_figure(t)} for half in (upper, lower))
    sunk = below - upper.keys()
    if above & below or (sunk and above) or not (sunk or set(lower) < set(upper)):
        return False
    if 0 in lower:
        if sunk:
            # All of a row may stand below the title of its group.
            return len(upper) > 1 and _is_cut(upper[0], lower[0])
        return _is_cut(upper[0], lower[0]) or any(
            _is_cut(upper[c], t) and len(t.split()) > 2 for c, t in lower.items() if c
        )
    firsts = [c for c in first.cells if c.col == 0 and c.row > 0]
    if len(upper) < 2 or any(c.row_span > 1 for c in firsts):
        # Where one label stands for several rows, a row without one is a row of its own.
        return False
    return sum(bool(c.text) for c in firsts) >= 0.8 * len(firsts)


def _is_cut(upper: str, lower: str) -> bool:
    """True for two halves of a text: the upper is broken off, or the lower begins in the middle of a sentence."""
    return bool(_BROKEN_OFF.search(upper)) or (lower[0].islower() and not upper.rstrip().endswith((".", ";", ":")))

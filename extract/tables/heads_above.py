"""The header of a table that stands above it as a table of its own: a band title, a note or the total of what came before parts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.blocks import Block, TableBlock, rows_of
from extract.tables.column_names import Pieces, column_names
from extract.tables.column_roles import Row, is_numbering, is_value
from extract.tables.headers import has_figure, is_unit_cell
from schema.document import Cell, Grid

#: One column of figures stands under another by chance.
_FEWEST = 2

_Extent = tuple[float, float]


def heads_above(grid: Grid, header_rows: int, before: Sequence[Block]) -> Mapping[int, tuple[str, ...]]:
    """The header cells, by column, of a printed table without a header, from the nearest table above it on its page; else none.

    ``before`` are the blocks above it. Both must have as many columns of figures, at least two, each under its own: the names are
    then those that a reader finds by looking up the page.
    """
    if header_rows or grid.box is None:
        return {}
    above = next((b for b in reversed(before) if isinstance(b, TableBlock)), None)
    if above is None or above.grid.box is None or (above.grid.last_page or above.grid.page) != grid.page:
        return {}
    pieces = _names_of(above)
    if not pieces:
        return {}
    own = _figure_columns(rows_of(grid))
    rows = above.rows()
    over = _figure_columns(rows[above.header_rows :]) or _named_columns(pieces, len(own))
    names, places = _extents(above.grid), _extents(grid)
    # "£000s" alone over a header is the unit of all that stands below it.
    unit = (above.caption,) if above.caption and is_unit_cell(above.caption) else ()
    if len(own) < _FEWEST or not over:
        return {}
    if len(own) == len(over) and over[0] == 0 and names[0][1] < places[own[0]][0]:
        over = over[1:]
    if len(own) == len(over) + 1:
        return _beside_merged(own, over, pieces, names, places, unit)
    if len(own) != len(over) or not all(_overlap(places[a], names[b]) for a, b in zip(own, over, strict=True)):
        return {}
    return {a: (*pieces.get(b, ()), *unit) for a, b in zip(own, over, strict=True)}


def _beside_merged(
    own: Sequence[int],
    over: Sequence[int],
    pieces: Pieces,
    names: Mapping[int, _Extent],
    places: Mapping[int, _Extent],
    unit: tuple[str, ...],
) -> dict[int, tuple[str, ...]]:
    """The names where two heads were read as one: the two columns under that have none, and only the unit of all."""
    met = [max(over, key=lambda b: _shared(places[a], names[b])) for a in own]
    merged = [b for b in over if met.count(b) == 2]
    if not unit or len(merged) != 1 or {*met} != {*over} or met != sorted(met):
        return {}
    return {a: unit if b in merged else (*pieces.get(b, ()), *unit) for a, b in zip(own, met, strict=True)}


def _names_of(above: TableBlock) -> Pieces:
    """The names of the columns of a table, which may be nothing but a header; its own borrowed ones where it has none."""
    rows = above.rows()
    heads = range(above.header_rows)
    if above.inner_headers:
        # The header that came last rules what follows.
        heads = range(_first_of_last(above.inner_headers), above.inner_headers[-1] + 1)
    elif not above.header_rows:
        if above.heads:
            return {col: list(names) for col, names in above.heads.items()}
        if any(has_figure(cell.text) for row in rows for cell in row.values()):
            return {}
        heads = range(len(rows))
    return column_names(rows, heads, above.grid.columns)[0]


def _first_of_last(numbers: Sequence[int]) -> int:
    first = numbers[-1]
    while first - 1 in numbers:
        first -= 1
    return first


def _named_columns(pieces: Pieces, count: int) -> list[int]:
    """The columns of a header alone, without that of the labels where it has a name: the last ``count``."""
    named = sorted(pieces)
    return named[1:] if len(named) == count + 1 else named


def _figure_columns(rows: Sequence[Row]) -> list[int]:
    """The columns in which figures stand more often than words, without one that counts the rows."""
    columns: dict[int, list[Cell]] = {}
    for row in rows:
        for col, cell in row.items():
            if cell.text.strip():
                columns.setdefault(col, []).append(cell)
    return sorted(
        col
        for col, cells in columns.items()
        if sum(is_value(c.text.strip()) for c in cells) * 2 > len(cells) and not (col == 0 and is_numbering(cells))
    )


def _extents(grid: Grid) -> dict[int, _Extent]:
    """From where to where each column is printed, by its cells of one column, in points from the left edge of the page."""
    found: dict[int, _Extent] = {}
    for cell in grid.cells:
        if cell.box is not None and cell.col_span == 1:
            x0, x1 = found.get(cell.col, (cell.box.x0, cell.box.x1))
            found[cell.col] = min(x0, cell.box.x0), max(x1, cell.box.x1)
    return found


def _overlap(one: _Extent, two: _Extent) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _shared(one: _Extent, two: _Extent) -> float:
    return min(one[1], two[1]) - max(one[0], two[0])

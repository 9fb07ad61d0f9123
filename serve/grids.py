"""The cells of a table of a paper, laid out as the rows of an HTML table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

#: A longer table is shown by its head and the rows about the marked one.
LONGEST = 60
AROUND = 12


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its text, its spans, whether it heads a row or column, whether it is the one that is asked for."""

    text: str
    header: bool = False
    row_span: int = 1
    col_span: int = 1
    marked: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row with its number in the paper's table, from 0. ``skipped`` counts the rows left out above it."""

    number: int
    cells: tuple[GridCell, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to show: the rows of its head and of its body."""

    head: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    left_out: int = 0


def grid(
    cells: Iterable[Mapping[str, Any]],
    header_rows: int,
    marked: tuple[int, int] | None = None,
    links: Mapping[tuple[int, int], str] | None = None,
) -> Grid:
    """The rows of a table from its rows of ``source_cells``.

    Places that no cell fills become empty cells, so that every value stands under its own header. ``links`` gives the
    address for cells that lead somewhere.
    """
    by_place = {(cell["row"], cell["col"]): cell for cell in cells}
    if not by_place:
        return Grid((), ())
    height = max(row + cell["row_span"] for (row, _), cell in by_place.items())
    width = max(col + cell["col_span"] for (_, col), cell in by_place.items())
    covered: set[tuple[int, int]] = set()
    rows = []
    for row in range(height):
        shown = []
        for col in range(width):
            if (row, col) in covered:
                continue
            cell = by_place.get((row, col))
            if cell is None:
                shown.append(GridCell("", header=row < header_rows))
                continue
            row_span, col_span = _free(by_place, covered, row, col, cell["row_span"], cell["col_span"])
            covered |= {(r, c) for r in range(row, row + row_span) for c in range(col, col + col_span)}
            shown.append(
                GridCell(
                    cell["text"],
                    header=bool(cell["is_header"]) or row < header_rows,
                    row_span=row_span,
                    col_span=col_span,
                    marked=marked == (row, col),
                    link=(links or {}).get((row, col)),
                )
            )
        rows.append(GridRow(row, tuple(shown)))
    head, body = rows[:header_rows], rows[header_rows:]
    return _shortened(head, body, marked[0] if marked else None)


def _free(
    by_place: Mapping[tuple[int, int], object], covered: set[tuple[int, int]], row: int, col: int, down: int, right: int
) -> tuple[int, int]:
    """The spans of a cell as far as no other cell stands in them, so that a wrong span cannot push a value aside."""

    def taken(r: int, c: int) -> bool:
        return (r, c) != (row, col) and ((r, c) in by_place or (r, c) in covered)

    while right > 1 and any(taken(row, c) for c in range(col, col + right)):
        right -= 1
    while down > 1 and any(taken(r, c) for r in range(row, row + down) for c in range(col, col + right)):
        down -= 1
    return down, right


def _shortened(head: list[GridRow], body: list[GridRow], marked_row: int | None) -> Grid:
    """A long table cut to the rows about the marked one, or to its first rows."""
    if len(body) <= LONGEST:
        return Grid(tuple(head), tuple(body))
    if marked_row is None:
        return Grid(tuple(head), tuple(body[:LONGEST]), left_out=len(body) - LONGEST)
    at = max(0, marked_row - len(head))
    first = max(0, at - AROUND)
    kept = body[first : at + AROUND + 1]
    if first:
        kept[0] = GridRow(kept[0].number, kept[0].cells, skipped=first)
    return Grid(tuple(head), tuple(kept), left_out=len(body) - first - len(kept))

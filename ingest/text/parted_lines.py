"""Rows of plain text whose cells are parted by a sign or by runs of spaces.

| as printed                                                     |                                   |
| -------------------------------------------------------------- | --------------------------------- |
| ``Offence    2018/19    2019/20`` ⏎ ``Burglary    120    98``  | by spaces                         |
| ``Offence | 2018/19`` ⏎ ``Burglary | 120`` ⏎ ``Robbery | 14``  | by bars                           |
| ``Offence / 2018/19 / Q1`` ⏎ ``BURNLEY`` ⏎ ``Arson / 7 /`` ⏎ … | by slashes, under names of groups |
| ``Area; 2018; 2019`` ⏎ ``Wyre; 7; 9`` ⏎ …                      | by semicolons, commas or dashes   |
| ``Area,2018,2019`` ⏎ ``Wyre,"1,207",9`` ⏎ …                   | as spreadsheets save them         |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.tables.headers import is_period_cell
from ingest.text.printed_rows import (
    LONGEST_CELL,
    MOST_COLUMNS,
    NO_CELL,
    SENTENCE_END,
    PrintedRow,
    are_names,
    grid_of,
    holds_place,
    is_body,
    is_group_name,
    is_row,
    is_year,
    with_corner,
)
from schema.document import Grid


@dataclass(frozen=True, slots=True)
class _Sign:
    """What parts the cells of a line: found by ``found``, split by ``parts``.

    ``loose`` is true where cells of words may stand beside those of figures; a table must have at least ``columns``;
    ``named`` is true where each of them must have a name, for the sign may also stand inside a figure: ``1,204``.
    """

    found: str
    parts: re.Pattern[str]
    loose: bool = False
    columns: int = 2
    named: bool = False


_LONGEST_LINE = 400
#: So many bars in each line, and so many such lines under the first, are a table.
_FEWEST_BARS = 2
_FEWEST_BARRED = 2

#: The signs, the surest first. What also parts the words of sentences needs figures in every row and more columns.
_SIGNS = (
    _Sign("|", re.compile(r"(?:^|\s+)\|(?:\s+|$)"), loose=True),
    _Sign("/", re.compile(r"(?:^|\s+)/(?=\s|$)")),
    _Sign("  ", re.compile(r"\s{2,}")),
    _Sign(";", re.compile(r"\s*;(?:\s+|$)"), columns=3),
    _Sign(" · ", re.compile(r"\s+·(?:\s+|$)"), columns=3),
    _Sign(" – ", re.compile(r"\s+–(?:\s+|$)"), columns=3),
    _Sign(" - ", re.compile(r"\s+-(?:\s+|$)"), columns=3),
    _Sign(",", re.compile(r"\s*,(?:\s+|$)"), columns=3),
    # As a spreadsheet saves it: a comma in a cell stands in quotes.
    _Sign(",", re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)'), columns=3, named=True),
)


def parted_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """The table of parted lines that begins at ``lines[start]``, and the index after it; None where none begins there."""
    line = lines[start].strip()
    if len(line) > _LONGEST_LINE or SENTENCE_END.search(line):
        return None
    for sign in _SIGNS:
        if sign.found in line and (found := _read(lines, start, sign)):
            return found
    return _barred(lines, start) if line.count(" | ") >= _FEWEST_BARS else None


def _barred(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """The table of lines with as many bars each, whatever stands in its cells: ``Ref | Recipient | For | £``; no prose has bars.

    The first line names the columns and holds no figure.
    """
    head = _cells(lines[start], _SIGNS[0])
    if not all(head) or any(any(map(str.isdigit, cell)) and not is_period_cell(cell) for cell in head):
        return None
    rows: list[PrintedRow] = []
    for at in range(start, len(lines)):
        cells = _cells(lines[at], _SIGNS[0])
        if len(cells) != len(head) or len(lines[at]) > _LONGEST_LINE:
            break
        rows.append([(cell, at) for cell in cells])
    if len(head) <= _FEWEST_BARS or len(rows) <= _FEWEST_BARRED:
        return None
    return grid_of(rows), rows[-1][0][1] + 1


def _cells(line: str, sign: _Sign) -> list[str]:
    text = line.strip()
    return [c.strip().strip('"') for c in sign.parts.split(text)] if sign.found in text else []


def _read(lines: Sequence[str], start: int, sign: _Sign) -> tuple[Grid, int] | None:
    head = [(c, start) for c in _cells(lines[start], sign)]
    if len(head) < sign.columns - 1 or any(holds_place(c) and not is_year(c) for c, _ in head):
        return None
    rows: list[PrintedRow] = []
    width = 0
    stating: set[int] = set()
    at = start + 1
    while at < len(lines):
        text = lines[at].strip()
        cells = _cells(text, sign)
        if len(cells) < 2:
            if not (is_group_name(text) and at + 1 < len(lines) and len(_cells(lines[at + 1], sign)) > 1):
                break
            rows.append([(text, at)])
            at += 1
            continue
        if NO_CELL.match(text) or any(len(c) > 2 * LONGEST_CELL for c in cells):
            break
        row = [(c, at) for c in cells]
        width = width or _width(head, row)
        if len(row) < width and sign.found == "  ":
            # Which column is empty is told by where the others stand, if at all.
            return None
        row += [("", at)] * (width - len(row))
        here = {col for col, (c, _) in enumerate(row) if col and (not c or holds_place(c))}
        stating = stating & here if any(len(r) > 1 for r in rows) else here
        # The first row that is unlike the others shows that these are none.
        if not stating or len(row) != width or not is_row(row, only_figures=not sign.loose):
            if rows and SENTENCE_END.search(text):
                break
            return None
        rows.append(row)
        at += 1
    while rows and len(rows[-1]) == 1:
        rows.pop()
    if not rows or not sign.columns <= width <= MOST_COLUMNS or not are_names(head, width):
        return None
    if sign.named and len(head) != width:
        return None
    if not is_body(rows, only_figures=not sign.loose):
        return None
    return grid_of([with_corner(head, width), *rows]), rows[-1][0][1] + 1


def _width(head: PrintedRow, first: PrintedRow) -> int:
    """How many columns there are: as many as names, where the first row may lack figures at its end; else as in the first row."""
    return len(head) if len(first) <= len(head) else len(first)

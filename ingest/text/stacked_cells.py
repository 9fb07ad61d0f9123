"""Tables copied from a page cell by cell, one on each line: ``Grade`` ⏎ ``2019`` ⏎ ``2018`` ⏎ ``Green`` ⏎ ``7`` ⏎ ``9``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.figure_words import missing_status
from ingest.text.printed_rows import (
    LETTERS,
    LONGEST_CELL,
    MOST_COLUMNS,
    NO_CELL,
    SENTENCE_END,
    PrintedRow,
    are_names,
    grid_of,
    holds_place,
    is_body,
    is_figure,
    is_row,
    with_corner,
)
from schema.document import Grid

_MOST_BLANK_LINES = 3
_FEWEST_PAIRS = 3
#: So many rows, each with one amount of money in the same place, make a table under names that tell of whom and how much.
_FEWEST_ENTRIES = 2
_NAMES_MONEY = re.compile(
    r"£|\b(?:amounts?|awards?|awarded|grants?|granted|sums?|values?|costs?|funding|allocations?|allocated|totals?|donations?|contributions?|budgets?|paid|approved|agreed|given)\b",
    re.IGNORECASE,
)
_NAMES_WHOM = re.compile(
    r"\b(?:recipients?|organisations?|groups?|projects?|applicants?|providers?|schemes?|services?|charit(?:y|ies)|partners?|suppliers?|names?|purposes?|beneficiar(?:y|ies)|activit(?:y|ies)|districts?|areas?|councils?|clubs?|details|descriptions?)\b",
    re.IGNORECASE,
)
#: A long list of pages or votes is not read to its end from each of its lines.
_FIRST_PAIRS = 8
#: What a number alone under a name must have, in most pairs, that no page, vote or item has.
_MEASURES = re.compile(r"[£%.,]|\b(?:fte|minutes|mins|seconds|secs|hours|days|per\s?cent|million)\b", re.IGNORECASE)


def stacked_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """The table of one cell a line that begins at ``lines[start]``, and the index after it; None where none begins there."""
    cells = _cells_below(lines, start, 3 * MOST_COLUMNS)
    first = next((i for i, (text, _) in enumerate(cells) if is_figure(text)), 0)
    if first < 2:
        return None
    return _table_of_figures(lines, start, cells, first) or _table_of_amounts(lines, start, cells, first)


def _table_of_figures(lines: Sequence[str], start: int, cells: PrintedRow, first: int) -> tuple[Grid, int] | None:
    """The table whose first figure is the cell ``first``, where all columns but that of the labels hold figures."""
    figures = len(list(takewhile(lambda c: holds_place(c[0]), cells[first:])))
    width = figures + 1
    head = cells[: first - 1]
    if not are_names(head, width):
        return None
    cells = _cells_below(lines, start, len(lines))
    rows: list[PrintedRow] = []
    at = first - 1
    while at + width <= len(cells) and is_row(row := cells[at : at + width], only_figures=True):
        rows.append(row)
        at += width
    # A figure that follows, or a label with too few, shows that the places were not understood.
    left = cells[at : at + 2]
    if any(holds_place(text) for text, _ in left) or not is_body(rows, only_figures=True):
        return None
    return grid_of([with_corner(head, width), *rows]), rows[-1][-1][1] + 1


def _table_of_amounts(lines: Sequence[str], start: int, cells: PrintedRow, first: int) -> tuple[Grid, int] | None:
    """The table of names and one column of money: ``Project`` ⏎ ``Recipient`` ⏎ ``Amount`` ⏎ ``Boxing`` ⏎ ``Hope Trust`` ⏎ ``£500``.

    The cell ``first`` is its first amount.
    """
    second = next((i for i, (text, _) in enumerate(cells) if i > first and is_figure(text)), 0)
    width = second - first
    column = first - width
    if not 2 <= width <= MOST_COLUMNS or not 0 < column < width:
        return None
    head = [text for text, _ in cells[:width]]
    if not _NAMES_MONEY.search(head[column]) or not any(map(_NAMES_WHOM.search, head)) or any(map(is_figure, head)):
        return None
    cells = _cells_below(lines, start, len(lines))
    rows = [cells[at : at + width] for at in range(width, len(cells) - width + 1, width)]
    rows = list(takewhile(lambda row: [is_figure(t) for t, _ in row] == [n == column for n in range(width)], rows))
    left = cells[width * (len(rows) + 1) :][:width]
    if len(rows) < _FEWEST_ENTRIES or any(is_figure(text) for text, _ in left):
        return None
    if not all("£" in row[column][0] or "£" in head[column] for row in rows):
        return None
    return grid_of([cells[:width], *rows]), rows[-1][-1][1] + 1


def _cells_below(lines: Sequence[str], start: int, most: int) -> PrintedRow:
    """The short lines from ``start`` on that could be cells, as long as all have blank lines between them, or none has."""
    found: PrintedRow = []
    apart: bool | None = None
    at = start
    while at < len(lines) and len(found) < most:
        text = lines[at].strip()
        if not text:
            at += 1
            continue
        if found:
            gap = at - found[-1][1] - 1
            apart = bool(gap) if apart is None else apart
            if bool(gap) is not apart or gap > _MOST_BLANK_LINES:
                break
        if not _is_cell(text):
            break
        found.append((text, at))
        at += 1
    return found


def _is_cell(text: str) -> bool:
    # A dash alone is a missing figure, and no item.
    item = NO_CELL.match(text) and missing_status(text) is None
    return not (len(text) > LONGEST_CELL or item or SENTENCE_END.search(text) or "  " in text)


def paired_lines(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """Names and figures in turn, two lines for each, that blank lines part from the next: ``Burglary`` ⏎ ``1,204``.

    The figure may stand above its name, where it does so in all of them. The index after them is given too.
    """
    pairs: list[PrintedRow] = []
    above: bool | None = None
    at = start
    while at + 1 < len(lines):
        pair = [lines[at].strip(), lines[at + 1].strip()]
        closed = at + 2 == len(lines) or not lines[at + 2].strip()
        if not closed or not all(map(_is_cell, pair)) or not all(pair):
            break
        over = is_figure(pair[0])
        above = over if above is None else above
        name, figure = pair[::-1] if above else pair
        if over is not above or is_figure(name) or not is_figure(figure) or not LETTERS.search(name):
            break
        row = [(name, at + 1 if above else at), (figure, at if above else at + 1)]
        pairs.append(row)
        if len(pairs) == _FIRST_PAIRS and not _measure(pairs):
            return None
        at += 2
        while at < len(lines) and not lines[at].strip() and at - 1 - max(n for _, n in row) <= _MOST_BLANK_LINES:
            at += 1
    if len(pairs) < _FEWEST_PAIRS or not _measure(pairs):
        return None
    return grid_of(pairs, header_rows=0), max(n for _, n in pairs[-1]) + 1


def _measure(pairs: Sequence[PrintedRow]) -> bool:
    return sum(bool(_MEASURES.search(row[1][0])) for row in pairs) * 2 >= len(pairs)

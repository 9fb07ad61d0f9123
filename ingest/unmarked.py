"""Tables of plain text without tabs, frames or rules: cells one on each line, between runs of spaces, bars or slashes, and lists of amounts.

Nothing marks these as tables but where their figures stand; so each is one only where every row has its figures in the places
in which the others have theirs, under a header that has as many names.

| as printed                                                     |                                        |
| -------------------------------------------------------------- | -------------------------------------- |
| ``Grade`` ⏎ ``2019`` ⏎ ``2018`` ⏎ ``Green`` ⏎ ``7`` ⏎ ``9`` ⏎ … | cells copied from a page, one on a line |
| ``Offence    2018/19    2019/20`` ⏎ ``Burglary    120    98``  | parted by spaces                       |
| ``Offence | 2018/19`` ⏎ ``Burglary | 120`` ⏎ ``Robbery | 14``  | parted by bars, or by slashes          |
| ``Council tax by band:`` ⏎ ``Band A £176.33`` ⏎ ``Band B £205.72`` ⏎ … | a list of amounts, without a header |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from extract.figure_words import missing_status
from extract.tables.column_roles import is_value
from extract.tables.headers import is_period_cell
from ingest.inline import printed_cell
from schema.document import Cell, Grid

#: A row: its cells and the index of the line on which each stands.
_Row = list[tuple[str, int]]

_LONGEST_CELL = 70
_MOST_COLUMNS = 9
_MOST_BLANK_LINES = 3
#: So many rows must agree where there is but one column of figures, and where there are more.
_ROWS_OF_ONE, _ROWS_OF_MORE = 3, 2
_NO_CELL = re.compile(r"[#>|<\t]|[-•▪●○◦*–—o+]\s|(?:\(?[a-zA-Z]{1,3}\)|\(?\d{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.;:,?!]\Z")
_LETTERS = re.compile(r"[A-Za-z]{2}")
_SPACES, _BARS, _SLASHES = (re.compile(part) for part in (r"\s{2,}", r"\s+\|\s+", r"\s+/\s+"))
_AMOUNT = re.compile(
    r"\s*(?P<label>[A-Z(\d][^£\t|]{1,68}?)(?:\s*[:–—-]+|\s*\.{2,})?\s+(?P<amount>£\s?\d[\d,]*(?:\.\d+)?\s?(?:m|k|bn|million|billion)?)\s*",
    re.IGNORECASE,
)
#: Words after which an amount goes on a sentence.
_GOES_ON = re.compile(
    r"\b(?:of|at|to|is|was|are|were|by|for|from|and|or|than|about|around|some|over|under|up|the|a|an|with|in|on|plus|cost(?:s|ing)?|paid|pay|gave|"
    r"receives?d?|provided?|includ(?:es|ing))\Z",
    re.IGNORECASE,
)
#: So many amounts make a list under a line that introduces them, and under any other.
_FEWEST_AMOUNTS, _FEWEST_ALONE = 3, 4


def read_unmarked(lines: Sequence[str], start: int, *, introduced: bool) -> tuple[Grid, int] | None:
    """The table without marks that begins at ``lines[start]``, and the index after it; None where none begins there.

    ``introduced`` is true where what stands above ends in a colon.
    """
    line = lines[start].strip()
    if not line or "\t" in line:
        return None
    for sign, pattern, only_figures in ((" | ", _BARS, False), (" / ", _SLASHES, True), ("  ", _SPACES, False)):
        if sign in line:
            return _parted(lines, start, pattern.split, only_figures=only_figures)
    if "£" in line:
        return _amounts(lines, start, _FEWEST_AMOUNTS if introduced else _FEWEST_ALONE)
    return _stacked(lines, start)


def _parted(
    lines: Sequence[str], start: int, split: Callable[[str], list[str]], *, only_figures: bool
) -> tuple[Grid, int] | None:
    rows: list[_Row] = []
    stating: set[int] = set()
    for at in range(start, len(lines)):
        text = lines[at].strip()
        cells = split(text) if text else []
        if len(cells) < 2 or any(len(c) > 2 * _LONGEST_CELL for c in cells) or _NO_CELL.match(text):
            break
        row = [(c, at) for c in cells]
        if rows:
            here = {col for col, (c, _) in enumerate(row) if col and _holds_place(c)}
            stating = here if len(rows) == 1 else stating & here
            wide = len(rows) == 1 or len(row) == len(rows[1])
            # The first row that is unlike the others shows that these are none.
            if not stating or not wide or not _is_row(row, only_figures):
                return None
        if not rows and any(map(_holds_place, cells)):
            return None
        rows.append(row)
    if len(rows) < 2:
        return None
    head, *body = rows
    width = len(body[0])
    if width > _MOST_COLUMNS or not _names(head, width) or not _is_body(body, only_figures):
        return None
    return _grid([*_cornered(head, width), *body]), body[-1][0][1] + 1


def _stacked(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    cells = _cells_below(lines, start, 2 * _MOST_COLUMNS)
    first = next((i for i, (text, _) in enumerate(cells) if is_value(text)), 0)
    if first < 2:
        return None
    figures = len(list(takewhile(lambda c: _holds_place(c[0]), cells[first:])))
    width = figures + 1
    head = cells[: first - 1]
    if not _names(head, width):
        return None
    cells = _cells_below(lines, start, len(lines))
    rows: list[_Row] = []
    at = first - 1
    while at + width <= len(cells) and _is_row(row := cells[at : at + width], only_figures=True):
        rows.append(row)
        at += width
    # A figure that follows, or a label with too few, shows that the places were not understood.
    left = cells[at : at + 2]
    if any(_holds_place(text) for text, _ in left) or not _is_body(rows, only_figures=True):
        return None
    return _grid([*_cornered(head, width), *rows]), rows[-1][-1][1] + 1


def _cells_below(lines: Sequence[str], start: int, most: int) -> _Row:
    """The short lines from ``start`` on that could be cells, as long as all have blank lines between them, or none has."""
    found: _Row = []
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
        if len(text) > _LONGEST_CELL or _NO_CELL.match(text) or _SENTENCE_END.search(text) or "  " in text:
            break
        found.append((text, at))
        at += 1
    return found


def _names(head: _Row, width: int) -> bool:
    """True for the names of as many columns, or, where the labels' column has none, of periods."""
    texts = [text for text, _ in head]
    if any(not text or len(text) > _LONGEST_CELL or is_value(text) for text in texts):
        return False
    periods = [is_period_cell(t) for t in texts]
    if len(texts) == width - 1:
        return all(periods)
    lettered = all(
        period or _LETTERS.search(t) or t in ("%", "£", "+/-") for t, period in zip(texts, periods, strict=True)
    )
    return len(texts) == width and lettered and (not periods[0] or all(periods))


def _cornered(head: _Row, width: int) -> list[_Row]:
    return [head if len(head) == width else [("", head[0][1]), *head]]


def _is_body(rows: Sequence[_Row], only_figures: bool) -> bool:
    """True for rows that agree: labels first, and at least one column with a figure or a missing one in each."""
    if not rows or not all(_is_row(row, only_figures) for row in rows):
        return False
    columns = [[row[col][0] for row in rows] for col in range(1, len(rows[0]))]
    stating = [c for c in columns if all(map(_holds_place, c)) and sum(map(is_value, c)) * 2 >= len(c)]
    enough = _ROWS_OF_ONE if len(columns) == 1 else _ROWS_OF_MORE
    return bool(stating) and len(rows) >= enough


def _is_row(row: _Row, only_figures: bool) -> bool:
    label = row[0][0]
    named = is_period_cell(label) or (bool(_LETTERS.search(label)) and not is_value(label))
    return named and len(label) <= _LONGEST_CELL and (not only_figures or all(_holds_place(t) for t, _ in row[1:]))


def _holds_place(text: str) -> bool:
    """True for a figure, or for what stands where one would."""
    return missing_status(text) is not None or is_value(text)


def _amounts(lines: Sequence[str], start: int, fewest: int) -> tuple[Grid, int] | None:
    """A list of names with an amount each, the last of which may be their total."""
    rows: list[_Row] = []
    for at in range(start, len(lines)):
        match = _AMOUNT.fullmatch(lines[at])
        label = match["label"].strip() if match else ""
        if match is None or not _LETTERS.search(label) or _GOES_ON.search(label) or _SENTENCE_END.search(label):
            break
        rows.append([(label, at), (match["amount"].strip(), at)])
    if len(rows) < fewest:
        return None
    return _grid(rows, header_rows=0), rows[-1][-1][1] + 1


def _grid(rows: Sequence[_Row], header_rows: int = 1) -> Grid:
    cells = []
    for number, row in enumerate(rows):
        for col, (source, at) in enumerate(row):
            printed = printed_cell(source)
            header = number < header_rows
            cells.append(Cell(number, col, printed.text, page=1, is_header=header, bold=printed.bold, line=at + 1))
    return Grid(tuple(cells), "aligned", page=1, line=rows[0][0][1] + 1, header_rows=header_rows)

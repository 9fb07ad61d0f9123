"""Rows of plain text that end in as many figures each, with single spaces between: tables copied from a page line by line.

| as printed                                                                    |                             |
| ----------------------------------------------------------------------------- | --------------------------- |
| ``Offence 2018/19 2019/20 % change`` ⏎ ``Burglary 1,204 1,310 8.8%`` ⏎ …      | three columns of figures    |
| ``2017/18 2018/19`` ⏎ ``Grants £3.0m £2.9m`` ⏎ ``Total £154.7m £157.1m``      | two, the labels' has no name |
| ``£m`` ⏎ ``Police grant 62.1`` ⏎ ``Council tax 59.2`` ⏎ ``Net budget 121.3``  | one                         |

Which name belongs to which figure is known only where the header has as many names as the rows have figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from extract.figure_words import missing_word
from extract.tables.column_names import tells_figures
from extract.tables.headers import is_period_cell, is_unit_cell
from extract.times.periods import find_periods
from ingest.text.printed_rows import (
    LETTERS,
    LONGEST_CELL,
    MOST_COLUMNS,
    NO_CELL,
    ROWS_OF_MORE,
    ROWS_OF_ONE,
    SENTENCE_END,
    PrintedRow,
    grid_of,
    is_group_name,
    is_judgement,
    is_year,
)
from schema.document import Grid

_FIGURE = re.compile(
    r"[(\[]?[+−–<>≤≥~±-]{0,2}£?[+−–-]?(?:\d{1,3}(?:,\d{3})+|(?!0\d)\d+)(?:\.\d+)?(?:%|p|m|k|bn|pp|pts)?[)\]]?[*†]{0,2}",
    re.IGNORECASE,
)
_UNIT_WORD = re.compile(
    r"(?:pence|days?|minutes?|mins?|seconds?|secs?|hours?|hrs?|ftes?|million|m|points?|pts|pp|%)[)\]]?", re.IGNORECASE
)
_APART = re.compile(r"(?<=[£+−–-])\s+(?=[\d£])|(?<=\()\s+|\s+(?=\))|(?<=\d)\s+(?=%)")
_LABEL_END = re.compile(r"[\s:–—-]+\Z")
_MEASURED = re.compile(r"[£%.,]")
_SIGNS = frozenset({"%", "+/-", "£", "#", "±"})
_SIGN_OF_WORD = re.compile(
    r"(?:%|\+/-|£)\s+(?=(?:change|var|diff|increase|decrease|reduction|of|rate)\b)", re.IGNORECASE
)
_LONGEST_LINE = 200
_MOST_HEADS = 2
_NEAR_END = 24
#: So many rows must agree where no header tells their columns.
_ROWS_ALONE = 3
_FIRST_ROWS = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: the words in front, the figures behind them from left to right, and the index of its line."""

    words: tuple[str, ...]
    figures: tuple[str, ...]
    at: int

    def cells(self, count: int) -> PrintedRow:
        """The label and the last ``count`` figures."""
        label = " ".join((*self.words, *self.figures[: len(self.figures) - count]))
        return [(t, self.at) for t in (_LABEL_END.sub("", label), *self.figures[len(self.figures) - count :])]


def table_of_figure_lines(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """The table of lines that end in figures which begins at ``lines[start]``, and the index after it; None where there is none."""
    heads = _heads(lines, start)
    for count in range(heads, -1, -1):
        # The first rows tell most lists from tables; a long list is not read to its end from each of its lines.
        first = list(islice(_rows(lines, start + count), _FIRST_ROWS))
        if _grid(lines, start, count, first) is None:
            continue
        rows = first if len(first) < _FIRST_ROWS else list(_rows(lines, start + count))
        if grid := _grid(lines, start, count, rows):
            return grid, rows[-1].at + 1 if isinstance(rows[-1], _Line) else rows[-1][0][1] + 1
    return None


def _grid(lines: Sequence[str], start: int, count: int, rows: Sequence[_Line | PrintedRow]) -> Grid | None:
    body = [row for row in rows if isinstance(row, _Line)]
    if len(body) < (ROWS_OF_MORE if count else _ROWS_ALONE):
        return None
    for figures in (body, [_bracketed_joined(row) for row in body]):
        if grid := _table(lines[start : start + count], start, rows, body, figures):
            return grid
    return None


def _heads(lines: Sequence[str], start: int) -> int:
    """How many lines from ``start`` on may be a header, over a row of figures: 0 for a row itself."""
    for count in range(_MOST_HEADS + 1):
        if start + count >= len(lines):
            return 0
        text = lines[start + count].strip()
        if not text or len(text) > _LONGEST_LINE or NO_CELL.match(text) or "\t" in text:
            return 0
        # Most lines are prose, and end in words.
        row = _line(text, start + count) if any(map(str.isdigit, text[-_NEAR_END:])) else None
        if row is not None and row.figures and not all(map(is_year, row.figures)):
            return count
        if count and row is None and SENTENCE_END.search(text):
            return 0
    return 0


def _line(text: str, at: int) -> _Line | None:
    """A line as words and figures; None for one without any word or year in front."""
    words = _APART.sub("", text).split()
    figures: list[str] = []
    while words:
        if len(words) > 1 and _UNIT_WORD.fullmatch(words[-1]) and _is_figure(words[-2]):
            figures.append(f"{words[-2]} {words[-1]}")
            del words[-2:]
        elif _is_figure(words[-1]) or _stands_for_figure(words[-1]):
            figures.append(words.pop())
        else:
            break
    if not words and len(figures) > 1 and is_year(figures[-1]):
        words = [figures.pop()]
    figures.reverse()
    if words and words[-1][-1:] in ":–—-" and len(words[-1]) > 1:
        words[-1] = words[-1].rstrip(":–—-")
    # A dash between the label and its figures parts them.
    if len(figures) > 1 and figures[0] in "–—-":
        del figures[0]
    label = " ".join(words)
    named = len(label) <= LONGEST_CELL and (
        LETTERS.search(label) or re.fullmatch(r"[A-Z]", label) or is_period_cell(label)
    )
    return _Line(tuple(words), tuple(figures), at) if named else None


def _is_figure(word: str) -> bool:
    return bool(_FIGURE.fullmatch(word)) and (word[0] in "([") is (word[-1] in ")]")


def _stands_for_figure(word: str) -> bool:
    return missing_word(word) is not None or is_judgement(word)


def _bracketed_joined(row: _Line) -> _Line:
    """A row whose figures in brackets stand in the cells of those before them: ``4,651`` ``(85)`` as ``4,651 (85)``."""
    out: list[str] = []
    for figure in row.figures:
        if out and figure[0] in "([" and out[-1][0] not in "([":
            out[-1] += f" {figure}"
        else:
            out.append(figure)
    return _Line(row.words, tuple(out), row.at)


def _rows(lines: Sequence[str], start: int) -> Iterator[_Line | PrintedRow]:
    """The rows from ``start`` on, and names of groups over rows, to the first line that is neither."""
    at = start
    while at < len(lines):
        text = lines[at].strip()
        if not text or len(text) > _LONGEST_LINE or NO_CELL.match(text) or "\t" in text:
            return
        row = _line(text, at)
        if row is not None and row.figures:
            yield row
        elif at > start and is_group_name(text) and at + 1 < len(lines) and _is_row(lines[at + 1], at + 1):
            yield [(text.rstrip(":"), at)]
        else:
            return
        at += 1


def _is_row(line: str, at: int) -> bool:
    row = _line(line.strip(), at) if line.strip() and not NO_CELL.match(line.strip()) else None
    return row is not None and len(row.figures) > 1


def _table(
    heads: Sequence[str],
    start: int,
    rows: Sequence[_Line | PrintedRow],
    body: Sequence[_Line],
    figures: Sequence[_Line],
) -> Grid | None:
    count = min(len(row.figures) for row in figures)
    if not 1 <= count < MOST_COLUMNS or not _agree(figures, count):
        return None
    if not _measures(figures, count):
        return None
    head: list[PrintedRow] = []
    group: list[PrintedRow] = []
    if heads:
        names = header_names(heads[0].strip(), count)
        below = [header_names(text.strip(), count) for text in heads[1:]]
        if below == [None] and is_group_name(heads[1].strip()):
            group, below = [[(heads[1].strip(" :"), start + 1)]], []
        if names is None or None in below or (count == 1 and len(body) < ROWS_OF_ONE):
            return None
        if count == 1 and not _heads_one(names):
            return None
        head = [[(n, start + i) for n in found] for i, found in enumerate((names, *below)) if found]
    elif count < 2 or not _sure_alone(figures, count):
        return None
    by_line = {row.at: row.cells(count) for row in figures}
    printed = [by_line[row.at] if isinstance(row, _Line) else row for row in rows]
    return grid_of([*head, *group, *printed], header_rows=len(head))


def _agree(rows: Sequence[_Line], count: int) -> bool:
    """True where all rows have ``count`` figures, or more only as numbers in their names: ``Band 1``, ``Within 10``."""
    more = [row for row in rows if len(row.figures) > count]
    return not any(_MEASURED.search(f) for row in more for f in row.figures[: len(row.figures) - count]) and (
        len(more) < len(rows) or _numbered(rows, count)
    )


def _numbered(rows: Sequence[_Line], count: int) -> bool:
    """True where the first figure of each row counts them: ``Grade 1``, ``Grade 2``."""
    firsts = [row.figures[0] for row in rows]
    same = all(len(row.figures) == count + 1 for row in rows)
    return same and all(a.isdecimal() and b.isdecimal() and int(b) == int(a) + 1 for a, b in pairwise(firsts))


def _sure_alone(rows: Sequence[_Line], count: int) -> bool:
    """True for rows that need no header to be told from lists of pages, days and references: most have a figure that measures."""
    measured = sum(any(_MEASURED.search(f) for f in row.figures) for row in rows)
    dated = any(all(is_year(row.figures[-n]) for row in rows) for n in range(1, count + 1))
    return measured * 2 > len(rows) and not dated


def _measures(rows: Sequence[_Line], count: int) -> bool:
    """True for figures that no list of pages or items has: at least one with a comma, a point, a unit or a sign, or several columns."""
    return count > 1 or any(_MEASURED.search(row.figures[-1]) for row in rows)


def _heads_one(names: Sequence[str]) -> bool:
    """True for a header over one column: a unit or a period behind a name of a word or two, ``Source £m``; no ``Grants made in May``."""
    words = names[0].split()
    named = len(words) <= 2 and not any(word[0].islower() for word in words)
    return named and (is_unit_cell(names[-1]) or is_period_cell(names[-1]))


def header_names(text: str, count: int) -> list[str] | None:
    """The names of a header over ``count`` columns of figures, that of the labels' column first (empty where it has none); else None.

    | as printed, over                              |                                                      |
    | --------------------------------------------- | ---------------------------------------------------- |
    | ``Band 2017/18 2018/19 Rise per year``, 3     | ``Band``, ``2017/18``, ``2018/19``, ``Rise per year`` |
    | ``Call type Q1 2019/20 Q2 2019/20``, 2        | ``Call type``, ``Q1 2019/20``, ``Q2 2019/20``         |
    | ``2019/20 Budget 2019/20 Actual Variance``, 3 | none: the last name stands without a year             |
    | ``£m £m``, 2                                  | an empty one, ``£m``, ``£m``                          |
    """
    pieces = _pieces(text)
    if len(pieces) > 4 * MOST_COLUMNS:
        return None
    first = next((i for i, p in enumerate(pieces) if _over_figures(p)), None)
    if first is not None and len(pieces) - first == count:
        return [" ".join(pieces[:first]), *pieces[first:]]
    if len(pieces) == count + 1 and first != 0:
        return pieces
    if first is not None and (joined := _joined(pieces[first:], count)):
        return [" ".join(pieces[:first]), *joined]
    return None


def _joined(pieces: Sequence[str], count: int) -> list[str] | None:
    """Names of several pieces each, of the same kinds: ``2019/20`` ``Budget`` ``2020/21`` ``Budget``."""
    size, rest = divmod(len(pieces), count)
    if rest or size < 2:
        return None
    groups = [pieces[at : at + size] for at in range(0, len(pieces), size)]
    kinds = {tuple((is_period_cell(p), is_unit_cell(p)) for p in group) for group in groups}
    return [" ".join(group) for group in groups] if len(kinds) == 1 else None


def _over_figures(piece: str) -> bool:
    return is_period_cell(piece) or is_unit_cell(piece) or piece in _SIGNS or tells_figures(piece)


def _pieces(text: str) -> list[str]:
    """A header in the smallest pieces that may be names: periods, units, and words with the small ones behind them."""
    if "  " in text:
        return [p for part in re.split(r"\s{2,}", text) for p in _pieces(part)]
    text = _SIGN_OF_WORD.sub(lambda m: f"{m.group(0).strip()}\x00", text)
    spans = [(start, end) for start, end, _ in find_periods(text)]
    pieces: list[str] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        for word in text[at:start].split():
            small = word[0].islower() or word[0] in "(&/" or (pieces and pieces[-1][-1] in "(&/-–")
            if pieces and small:
                pieces[-1] += f" {word}"
            else:
                pieces.append(word)
        if start < end:
            printed = text[start:end].strip()
            if pieces and re.search(r"\b(?:to|at|as at|ending|ended|of|in)\Z", pieces[-1], re.IGNORECASE):
                pieces[-1] += f" {printed}"
            else:
                pieces.append(printed)
        at = end
    return [p.replace("\x00", " ") for p in pieces]

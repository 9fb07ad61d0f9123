"""Rows of tables that plain text prints without marks: what may stand in them, and the grid that they make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.figure_words import is_arrow, missing_status, rag_of
from extract.tables.column_names import tells_figures
from extract.tables.column_roles import is_value
from extract.tables.headers import is_period_cell, is_unit_cell, names_a_line
from ingest.inline import printed_cell
from schema.document import Cell, Grid

#: A row: its cells and the index of the line on which each stands. One of a single cell stands over the rows below it.
PrintedRow = list[tuple[str, int]]

LONGEST_CELL = 70
MOST_COLUMNS = 9
#: So many rows must agree where there is but one column of figures, and where there are more.
ROWS_OF_ONE, ROWS_OF_MORE = 3, 2
#: How a line begins that is no cell: a list item, a numbered paragraph, markup.
NO_CELL = re.compile(r"[#>|<\t]|[-•▪●○◦*–—o+]\s|(?:\(?[a-zA-Z]{1,3}\)|\(?\d{1,3}[.)])\s")
SENTENCE_END = re.compile(r"[.;:,?!]\Z")
LETTERS = re.compile(r"[A-Za-z]{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BAND = re.compile(r"[A-Z]\d?")
_BRACKETED = re.compile(r"\s+\([^()]*\)\Z")
_WORD = re.compile(r"[A-Za-z]{2,}")
#: A cell with so many words that stand beside no figure is a name: "999 calls answered in 10 seconds".
_NAMING_WORDS = 4


def is_year(text: str) -> bool:
    """True for a calendar year alone, which may head a column or be a figure: ``2018``."""
    return bool(_YEAR.fullmatch(text))


def holds_place(text: str) -> bool:
    """True for a figure, or for what stands where one would: ``1,204``, ``NA``."""
    return missing_status(text) is not None or is_figure(text)


def is_judgement(text: str) -> bool:
    """True for what judges the figures of its row: ``Green``, ``↑``; a letter alone may be anything."""
    return (len(text) > 1 and rag_of(text) is not None) or is_arrow(text)


def is_figure(text: str) -> bool:
    """True for a cell that is a figure, also with a note: ``455 (March 13)``; not for ``999 calls answered in 10 seconds``."""
    outside = _BRACKETED.sub("", text)
    if not is_value(text) and not (outside and outside != text and is_value(outside)):
        return False
    return not (text[:1].isdigit() and (len(_WORD.findall(outside)) >= _NAMING_WORDS or names_a_line(text)))


def are_names(head: PrintedRow, width: int) -> bool:
    """True for the names of as many columns, or, where the labels' column has none, of columns of figures."""
    texts = [text for text, _ in head]
    if any(not text or len(text) > LONGEST_CELL or is_figure(text) for text in texts):
        return False
    periods = [is_period_cell(t) for t in texts]
    if len(texts) == width - 1:
        return all(period or tells_figures(t) for period, t in zip(periods, texts, strict=True))
    lettered = all(
        period or LETTERS.search(t) or is_unit_cell(t) or t == "+/-" for t, period in zip(texts, periods, strict=True)
    )
    return len(texts) == width and lettered and (not periods[0] or all(periods))


def with_corner(head: PrintedRow, width: int) -> PrintedRow:
    """The header with an empty name for the labels' column where it has none."""
    return head if len(head) == width else [("", head[0][1]), *head]


def is_body(rows: Sequence[PrintedRow], *, only_figures: bool) -> bool:
    """True for rows that agree: labels first, and at least one column with a figure, a missing one or nothing in each."""
    rows = [row for row in rows if len(row) > 1]
    if not rows or not all(is_row(row, only_figures=only_figures) for row in rows):
        return False
    columns = [[text for row in rows if (text := row[col][0])] for col in range(1, len(rows[0]))]
    stating = [
        c
        for c in columns
        if len(c) * 2 > len(rows) and all(map(holds_place, c)) and sum(map(is_figure, c)) * 2 >= len(c)
    ]
    enough = ROWS_OF_ONE if len(columns) == 1 else ROWS_OF_MORE
    return bool(stating) and len(rows) >= enough


def is_row(row: PrintedRow, *, only_figures: bool) -> bool:
    """True for a label and what stands in the columns behind it; a single capital may be a band."""
    label = row[0][0]
    lettered = bool(LETTERS.search(label)) or bool(_BAND.fullmatch(label))
    named = is_period_cell(label) or (lettered and not is_figure(label))
    return (
        named
        and len(label) <= LONGEST_CELL
        and (not only_figures or all(not t or holds_place(t) or is_judgement(t) for t, _ in row[1:]))
    )


def is_group_name(text: str) -> bool:
    """True for a short line without a figure that may stand over the rows below it: ``BRADFORD CSP``."""
    return (
        text[:1].isupper()
        and len(text) <= LONGEST_CELL
        and not SENTENCE_END.search(text.rstrip(":"))
        and bool(LETTERS.search(text))
        and not any(c.isdigit() for c in text)
    )


def grid_of(rows: Sequence[PrintedRow], *, header_rows: int = 1) -> Grid:
    """The rows as a grid; a row of one cell stands across all columns."""
    cells = []
    width = max(map(len, rows))
    for number, row in enumerate(rows):
        for col, (source, at) in enumerate(row):
            printed = printed_cell(source)
            span = width if len(row) == 1 else 1
            cells.append(
                Cell(number, col, printed.text, page=1, col_span=span, is_header=number < header_rows, bold=printed.bold, line=at + 1)
            )  # fmt: skip
    return Grid(tuple(cells), "aligned", page=1, line=rows[0][0][1] + 1, header_rows=header_rows)

"""Files for spreadsheets: CSV and XLSX in which no text of a paper can become a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, TextIO

import xlsxwriter

Value = str | float | int | None
Row = Sequence[Value]

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: What Excel can hold: rows of a sheet, its head among them, and characters of a cell and of the name of a sheet.
MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_NO_TIME = dt.datetime(2000, 1, 1)
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}


def guarded(text: str) -> str:
    """Text that a spreadsheet will not run as a formula when it opens a CSV file: an apostrophe goes before what could be one.

    Examples: ``=1+1`` becomes ``'=1+1``, ``@SUM(A1)`` becomes ``'@SUM(A1)``; the figure ``- 16% (-25,769)`` stays as it is.
    """
    if text.startswith(("=", "@", "\t", "\r")):
        return f"'{text}"
    if text.startswith(("+", "-")) and any(char.isalpha() or char in "|!'\"" for char in text):
        return f"'{text}"
    return text


def write_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """A head and rows as RFC 4180 has them; ``file`` is opened with ``newline=""``."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(value) if isinstance(value, str) else value for value in row] for row in rows)


def csv_of(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The bytes of a small CSV file, with the mark at its begin from which Excel knows that it is UTF-8."""
    text = io.StringIO(newline="")
    write_csv(text, columns, rows)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(file: Path | BinaryIO, sheets: Iterable[tuple[str, Sequence[str], Iterable[Row]]]) -> None:
    """Sheets by name, columns and rows; text is text and never a formula or a link. Rows above ``MOST_ROWS`` go on in further sheets.

    The same rows give the same bytes: the file tells no time of its making.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(str(file) if isinstance(file, Path) else file, options) as book:
        book.set_properties({"created": _NO_TIME})
        head = book.add_format({"bold": True})
        for name, columns, rows in sheets:
            for part, some in enumerate(_in_parts(rows), 1):
                sheet = book.add_worksheet(_name(name, part))
                sheet.freeze_panes(1, 0)
                sheet.write_row(0, 0, columns, head)
                for number, row in enumerate(some, 1):
                    for column, value in enumerate(row):
                        if isinstance(value, str):
                            sheet.write_string(number, column, value.translate(_CONTROL)[:_LONGEST_CELL])
                        elif value is not None:
                            sheet.write_number(number, column, value)


def xlsx_of(name: str, columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The bytes of an XLSX file with one sheet."""
    file = io.BytesIO()
    write_xlsx(file, [(name, columns, rows)])
    return file.getvalue()


def _in_parts(rows: Iterable[Row]) -> Iterator[Iterable[Row]]:
    """The rows as many sheets as they need; one without rows where there are none."""
    left = iter(rows)
    yield islice(left, MOST_ROWS - 1)
    for first in left:
        yield chain([first], islice(left, MOST_ROWS - 2))


def _name(name: str, part: int) -> str:
    """A name that Excel takes for a sheet: ``observations``, and ``observations 2`` for the rows that the first cannot hold."""
    after = "" if part == 1 else f" {part}"
    return _NOT_IN_A_NAME.sub(" ", name)[: _LONGEST_NAME - len(after)] + after

"""The rows of a page, for the screen and to take away: the same as CSV, XLSX and JSON at the page's address with that ending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from datasette.utils.asgi import Request, Response

from serve.spreadsheets import MEDIA_TYPES, Row, Value, csv_of, xlsx_of

Form = Literal["csv", "json", "xlsx"]

__all__ = ["Column", "Form", "Row", "Sheet", "Value", "sheet_response", "taken_away"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``name`` for programs (``period_end``), its ``heading`` for people, and what it means in a sentence."""

    name: str
    heading: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows with what has to be known to use them.

    ``file_name`` is without an ending, ``address`` the absolute one of the page, and ``notes`` are what has to be said with the
    figures: how they were chosen, what is derived, how to cite.
    """

    file_name: str
    title: str
    address: str
    columns: Sequence[Column]
    rows: Sequence[Row] = ()
    notes: Sequence[str] = ()

    def of(self, rows: Sequence[Row]) -> Sheet:
        """The sheet with its rows, which only a file needs: the page shows what they are made of."""
        return replace(self, rows=rows)


def sheet_response(sheet: Sheet, form: Form) -> Response:
    """A sheet as a file. JSON names the columns of each row; in CSV and XLSX the notes and the address are left out."""
    names = [column.name for column in sheet.columns]
    if form == "json":
        return Response.json(
            {
                "title": sheet.title,
                "address": sheet.address,
                "notes": list(sheet.notes),
                "columns": [
                    {"name": column.name, "heading": column.heading, "meaning": column.meaning}
                    for column in sheet.columns
                ],
                "rows": [dict(zip(names, row, strict=True)) for row in sheet.rows],
            }
        )
    body = csv_of(names, sheet.rows) if form == "csv" else xlsx_of(sheet.file_name, names, sheet.rows)
    headers = {"content-disposition": f'attachment; filename="{sheet.file_name}.{form}"'}
    return Response(body, headers=headers, content_type=MEDIA_TYPES[form])


def taken_away(request: Request) -> list[tuple[str, str]]:
    """The addresses of the rows of a page for its links: ``("CSV", "/-/compare.csv?measure=burglary")`` and so on."""
    query = f"?{request.query_string}" if request.query_string else ""
    return [(form.upper(), f"{request.path.partition('?')[0]}.{form}{query}") for form in ("csv", "xlsx", "json")]

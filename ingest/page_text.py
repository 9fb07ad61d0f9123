"""A paper or a page of it printed as text: what stands there, its tables, and each fact with its place."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.showing import PageShown, TableShown
from ingest.terminal import Row, table

#: In a pipe the tables are as wide as they need.
_WIDTH_OF_A_FILE = 400


def as_data(document: Row, shown: PageShown) -> dict[str, object]:
    """A page for a program."""
    return {
        "document_id": document["id"],
        "page": shown.page,
        "kind": shown.kind,
        "text": shown.text,
        "tables": [{**item.about, "rows": item.rows} for item in shown.tables],
        **shown.facts,
        "problems": shown.problems,
    }


def print_overview(seen: dict[str, Any]) -> None:
    """A document in short."""
    document = seen["document"]
    console = _console()
    click.echo(f"{document['title'] or document['file_name']}  ({document['id']}, {document['path']})")
    for name in (
        "force",
        "body",
        "doc_type",
        "meeting_date",
        "period_start",
        "period_end",
        "source_url",
        "status",
        "reader",
    ):
        if document[name]:
            click.echo(f"  {name.replace('_', ' ')}: {document[name]}")
    for name in ("papers", "tables", "pages", "problems"):
        _print_rows(console, name, seen[name])
    click.echo("\nShow one page of it with --page N.", err=True)


def print_page(document: Row, shown: PageShown) -> None:
    """A page: its text, its tables, the facts found on it with their places, and what was not read."""
    console = _console()
    click.echo(f"{document['title'] or document['file_name']}, page {shown.page} of {document['page_count']}\n")
    click.echo(_numbered(shown.text))
    for item in shown.tables:
        caption = item.about["caption"] or "no caption"
        click.echo(f"\nTable {item.about['number']} ({item.about['kind']}, {item.about['id']}): {caption}")
        console.print(_grid(item))
    numbers = {item.about["id"]: item.about["number"] for item in shown.tables}
    for kind, rows in shown.facts.items():
        _print_rows(console, kind.replace("_", " "), [_placed(row, numbers) for row in rows])
    _print_rows(console, "problems", shown.problems)


def _console() -> Console:
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE)


def _numbered(text: str) -> str:
    lines = text.split("\n")
    digits = len(str(len(lines)))
    return "\n".join(f"{number:{digits}} {line}" for number, line in enumerate(lines, 1) if line.strip())


def _grid(item: TableShown) -> Table:
    """The cells of a table as they stand; the header rows in bold."""
    grid = Table(box=box.SQUARE, show_header=False, show_lines=True, padding=(0, 1))
    for _ in range(max((len(row) for row in item.rows), default=0)):
        grid.add_column(overflow="fold")
    header_rows = item.about["header_rows"]
    for index, row in enumerate(item.rows):
        style = "bold" if isinstance(header_rows, int) and index < header_rows else ""
        grid.add_row(*(Text(cell, style=style) for cell in row))
    return grid


def _placed(row: Row, numbers: Mapping[object, object]) -> Row:
    """A fact with its place in one column: ``table 1, row 3, column 2``, or the line."""
    facts = {name: value for name, value in row.items() if name not in ("line", "source_table_id", "row", "col")}
    if row["source_table_id"]:
        return {**facts, "place": f"table {numbers.get(row['source_table_id'])}, row {row['row']}, column {row['col']}"}
    return {**facts, "place": f"line {row['line']}"}


def _print_rows(console: Console, name: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    click.echo(f"\n{name} ({len(rows)})")
    # Columns that are empty throughout take room and say nothing.
    told = [key for key in rows[0] if any(row[key] is not None for row in rows)]
    console.print(table([{key: row[key] for key in told} for row in rows]))

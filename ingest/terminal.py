"""How the command line shows rows: a table for a person, tab-separated lines for a pipe, JSON for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = Mapping[str, object]


def show_rows(rows: Sequence[Row], *, as_json: bool, empty: str) -> None:
    """Print rows with equal keys to stdout; ``empty`` is the sentence for a person where there are none."""
    if as_json:
        show_json(list(rows))
    elif not rows:
        click.echo(empty, err=True)
    elif sys.stdout.isatty():
        Console(file=sys.stdout).print(table(rows))
    else:
        click.echo("\t".join(rows[0]))
        for row in rows:
            click.echo("\t".join(" ".join(_text(value).split()) for value in row.values()))


def show_json(value: object) -> None:
    """Print a value as JSON to stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def table(rows: Sequence[Row]) -> Table:
    """Rows as a table of rich; numbers stand on the right. What papers print is shown as it is and never as markup."""
    shown = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in rows[0]:
        numeric = any(isinstance(row[name], int | float) for row in rows)
        shown.add_column(Text(name.replace("_", " ")), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(Text(_text(value)) for value in row.values()))
    return shown


def _text(value: object) -> str:
    return "" if value is None else str(value)

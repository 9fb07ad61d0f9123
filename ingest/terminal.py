"""How the command line shows rows: a table for a person, tab-separated lines for a pipe, JSON for a program."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence

import click
from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

Row = Mapping[str, object]

#: What moves the cursor, changes colours, or turns the direction of writing.
_FOR_A_TERMINAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: A column that is narrower than this breaks words in two: then rows are shown one below the other.
_NARROWEST = 20


def show_rows(rows: Sequence[Row], *, as_json: bool, empty: str) -> None:
    """Print rows with equal keys to stdout; ``empty`` is the sentence for a person where there are none."""
    if as_json:
        show_json(list(rows))
    elif not rows:
        click.echo(empty, err=True)
    elif sys.stdout.isatty():
        console = Console(file=sys.stdout)
        console.print(table(rows) if fits(rows, console.width) else listed(rows))
    else:
        click.echo("\t".join(rows[0]))
        for row in rows:
            click.echo("\t".join("" if value is None else on_one_line(str(value)) for value in row.values()))


def show_json(value: object) -> None:
    """Print a value as JSON to stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def table(rows: Sequence[Row]) -> Table:
    """Rows as a table of rich; numbers stand on the right. What papers print is shown as it is and never as markup."""
    shown = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, width in _widths(rows).items():
        numeric = any(isinstance(row[name], int | float) for row in rows)
        shown.add_column(
            Text(name.replace("_", " ")),
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=width <= _NARROWEST,
        )
    for row in rows:
        shown.add_row(*(Text(_text(value)) for value in row.values()))
    return shown


def fits(rows: Sequence[Row], width: int) -> bool:
    """True where a table of these rows can be read in so many columns of a terminal: no column so narrow that it breaks words."""
    widths = _widths(rows)
    return sum(min(one, _NARROWEST) for one in widths.values()) + 3 * (len(widths) - 1) <= width


def listed(rows: Sequence[Row]) -> RenderableType:
    """Rows one below the other, for where a table has no room: the first value, below it the short ones, then each long one."""
    shown: list[RenderableType] = []
    for row in rows:
        (_, first), *others = row.items()
        shown.append(Text(_text(first), style="bold", overflow="fold"))
        said = {name.replace("_", " "): _text(value) for name, value in others if value not in (None, "")}
        short = [f"{name} {value}" for name, value in said.items() if len(value) <= _NARROWEST]
        long = [f"{name}: {value}" for name, value in said.items() if len(value) > _NARROWEST]
        shown += [Padding(Text(line, overflow="fold"), (0, 0, 0, 4)) for line in ("; ".join(short), *long) if line]
    return Group(*shown)


def _widths(rows: Sequence[Row]) -> dict[str, int]:
    """The characters that each column has need of where nothing is folded."""
    return {name: max(len(name), *(cell_len(_text(row[name])) for row in rows)) for name in rows[0]}


def on_one_line(text: str) -> str:
    """A text in one line, in which nothing tells a terminal what to do; the names of files may."""
    return _FOR_A_TERMINAL.sub("�", " ".join(text.split()))


def _text(value: object) -> str:
    return "" if value is None else _FOR_A_TERMINAL.sub("�", str(value))

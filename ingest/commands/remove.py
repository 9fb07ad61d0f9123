"""``panelpapers remove``: papers out of the database."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.options import as_json_option, db_option, tell_waiting, verbose_option
from schema.errors import WrongUsage

if TYPE_CHECKING:
    from schema.removing import Removed


@click.command("remove", short_help="Take papers out of the database.")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@db_option
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@as_json_option
@verbose_option
def command(papers: tuple[str, ...], db: Path, yes: bool, as_json: bool) -> None:
    """Take each PAPER (an id or its beginning, a path, a file name) out of the database, with all that was read of it.

    It is then as if the paper had never been ingested: a version that it had replaced is current again. The file is not touched, so an
    ingest of its folder brings it back.
    """
    from ingest import questions
    from ingest.terminal import show_json
    from schema.database import open_database
    from schema.removing import remove_documents, what_is_removed
    from schema.sole_writer import sole_writer

    # The lock comes second: for a database that is not there none is to be made.
    with closing(open_database(db, create=False)) as database, sole_writer(db, tell_waiting):
        ids = list(dict.fromkeys(str(questions.find_document(database, paper)["id"]) for paper in papers))
        if not yes:
            for id in ids:
                click.echo(_in_words(what_is_removed(database, id)), err=True)
            _ask(len(ids))
        removed = remove_documents(database, ids)
    if as_json:
        show_json([asdict(one) for one in removed])
        return
    for one in removed:
        click.echo(f"Removed {_in_words(one)}")
        for path in one.current_again:
            click.echo(f"The version before it is current again: {path}")
    click.echo("Files were not touched: an ingest of their folder brings them back, so move them away.", err=True)


def _ask(number: int) -> None:
    if not _somebody_is_there():
        raise WrongUsage("nobody is there to be asked; say --yes to remove without being asked")
    click.confirm(f"Remove {'this paper' if number == 1 else f'these {number} papers'}?", abort=True, err=True)


def _somebody_is_there() -> bool:
    return sys.stdin.isatty()


def _in_words(one: Removed) -> str:
    """A paper and what the database has of it: ``papers/q3.pdf (a1b2c3d4e5f60718): 12 pages, 3 tables, …``."""
    kinds = ("report", "page", "table", "observation", "award", "date")
    counts = ", ".join(
        f"{number:,} {kind}{'' if number == 1 else 's'}" for kind, number in zip(kinds, one.rows.values(), strict=True)
    )
    return f"{one.path} ({one.id}): {counts}"

"""``panelpapers runs``: the history of the database."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.options import as_json_option, db_option, verbose_option


@click.command("runs", short_help="The runs of ingest and what came of them.")
@db_option
@as_json_option
@verbose_option
def command(db: Path, as_json: bool) -> None:
    """List the runs of `ingest`, the newest first: when, how it ended, how long it took, what came of its files.

    A run that was killed has no counts; what it had finished is in the database. Files with what the database had already are
    unchanged, copies at other places among them: nothing was read of them.
    """
    from ingest import questions
    from ingest.terminal import show_rows
    from schema.database import read_database

    rows = questions.runs(read_database(db))
    if rows and rows[0]["status"] == "running" and not _goes_on(db):
        rows[0] = {**rows[0], "status": "killed"}
    show_rows(rows, as_json=as_json, empty="Nothing was ingested into this database yet.")


def _goes_on(db: Path) -> bool:
    """Whether some program fills the database now; also where that cannot be told."""
    from schema.errors import DatabaseUnusable
    from schema.sole_writer import sole_writer

    try:
        with sole_writer(db, lambda _: None, seconds=0):
            return False
    except DatabaseUnusable:
        return True

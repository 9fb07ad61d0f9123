"""``panelpapers checks``: the papers' own arithmetic."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.options import as_json_option, db_option, verbose_option


@click.command("checks", short_help="The papers' own arithmetic, check by check.")
@click.argument("paper", required=False)
@db_option
@click.option("--failed", is_flag=True, help="Only what does not hold.")
@as_json_option
@verbose_option
def command(paper: str | None, db: Path, failed: bool, as_json: bool) -> None:
    """List the papers' own arithmetic, check by check: totals, shares, changes."""
    from ingest import questions
    from ingest.terminal import show_rows
    from schema.database import read_database

    rows = questions.checks(read_database(db), paper, failed=failed)
    show_rows(rows, as_json=as_json, empty="No check fails." if failed else "There is nothing to check.")

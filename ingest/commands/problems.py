"""``panelpapers problems``: what could not be read."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.options import as_json_option, db_option, verbose_option


@click.command("problems", short_help="What could not be read, and why.")
@click.argument("paper", required=False)
@db_option
@click.option("--each", is_flag=True, help="List every one by itself, also where a paper has many of one kind.")
@as_json_option
@verbose_option
def command(paper: str | None, db: Path, each: bool, as_json: bool) -> None:
    """List what could not be read and why, in all papers or in PAPER.

    Where a paper has many of one kind they are one line, with how many they are and on which pages; --each and --json list them one by one.
    """
    from ingest import questions
    from ingest.terminal import show_rows
    from schema.database import read_database

    rows = questions.problems(read_database(db), paper)
    show_rows(
        rows if each or as_json else questions.together(rows),
        as_json=as_json,
        empty="Nothing is known that was not read.",
    )

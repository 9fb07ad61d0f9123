"""``panelpapers check``: whether the database is whole and agrees with itself."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from ingest.options import as_json_option, db_option, tell_waiting, verbose_option


@click.command("check", short_help="Whether the database is whole and agrees with itself.")
@db_option
@click.option("--files", is_flag=True, help="Also look whether each paper still lies where it was read, unchanged.")
@click.option("--repair", is_flag=True, help="First make the search, and what is computed from the papers, anew.")
@as_json_option
@verbose_option
@click.pass_context
def command(ctx: click.Context, db: Path, files: bool, repair: bool, as_json: bool) -> None:
    """Check that the database is whole: the file, references, counts, places, the search, what is computed.

    Each check is a line: ok, or what is wrong and what to do. The exit code is 1 where something is wrong.
    """
    from ingest.terminal import show_rows
    from schema import soundness
    from schema.database import read_database

    if repair:
        soundness.repair(db, tell_waiting)
    found = list(soundness.soundness(read_database(db), files=files))
    show_rows([asdict(one) for one in found], as_json=as_json, empty="")
    if any(one.result == "wrong" for one in found):
        ctx.exit(1)

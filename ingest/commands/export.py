"""``panelpapers export``: the database as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.options import as_json_option, db_option, verbose_option

if TYPE_CHECKING:
    from serve.exports import Format


@click.command("export", short_help="The database for people who work elsewhere.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@db_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["datapackage", "csv", "xlsx", "parquet", "360giving"]),
    default="datapackage",
    show_default=True,
    help="csv: a file for each table, for spreadsheets; datapackage: the same with a description for programs; xlsx: one "
    "workbook; parquet: needs the extra of that name; 360giving: the awards as the standard has them.",
)
@as_json_option
@verbose_option
def command(folder: Path, db: Path, form: Format, as_json: bool) -> None:
    """Write the database into DIR for people who work elsewhere."""
    from ingest.terminal import show_rows
    from schema.database import read_database
    from serve.exports import export

    written = export(read_database(db), folder, form)
    rows = [{"name": item.name, "path": str(item.path), "rows": item.rows} for item in written]
    show_rows(rows, as_json=as_json, empty="")

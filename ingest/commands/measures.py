"""``panelpapers measures``: the vocabulary of measures, and the labels that it lacks."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.options import as_json_option, db_option, verbose_option


@click.command("measures", short_help="The measures; the printed labels that fit none.")
@db_option
@click.option(
    "--unmatched", is_flag=True, help="The printed labels that fit no measure, with the nearest ones and a place."
)
@as_json_option
@verbose_option
def command(db: Path, unmatched: bool, as_json: bool) -> None:
    """List the measures of the vocabulary, or the printed labels that fit none."""
    from ingest.terminal import show_rows
    from schema.database import read_database
    from schema.vocabulary import measures

    if unmatched:
        # Knows the names of all measures, which no other question needs.
        from ingest.unmatched import unmatched_labels

        rows = unmatched_labels(read_database(db))
        show_rows(rows, as_json=as_json, empty="Every label fits a measure.")
        return
    vocabulary = [
        {"id": m.id, "name": m.name, "category": m.category, "unit": m.unit, "better": m.better} for m in measures()
    ]
    show_rows(vocabulary, as_json=as_json, empty="")

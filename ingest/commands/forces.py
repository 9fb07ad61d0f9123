"""``panelpapers forces``: the vocabulary of forces."""

from __future__ import annotations

import click

from ingest.options import as_json_option, verbose_option


@click.command("forces")
@as_json_option
@verbose_option
def command(as_json: bool) -> None:
    """List the 43 territorial forces of England and Wales."""
    from ingest.terminal import show_rows
    from schema.vocabulary import forces

    rows = [
        {"id": f.id, "name": f.name, "gss_code": f.gss_code, "region": f.region, "country": f.country} for f in forces()
    ]
    show_rows(rows, as_json=as_json, empty="")

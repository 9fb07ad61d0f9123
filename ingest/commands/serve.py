"""``panelpapers serve``: the database as a site."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.options import db_option, verbose_option


@click.command("serve")
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--immutable", is_flag=True, help="Nothing will write to the file: quicker, and it can be downloaded.")
@click.option(
    "--originals",
    is_flag=True,
    help="Hand out the files of the papers: only where you may (the rights are the publishers').",
)
@verbose_option
def command(db: Path, host: str, port: int, open_browser: bool, immutable: bool, originals: bool) -> None:
    """Serve the database as a site, read-only."""
    from serve.server import run

    run(db, host, port, open_browser, immutable=immutable, originals=originals)

"""``panelpapers doctor``: what is installed, where things are, what works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.options import as_json_option, db_option, verbose_option

if TYPE_CHECKING:
    from ingest.condition import Line


@click.command("doctor", short_help="What is installed, where things are, what does not work.")
@db_option
@as_json_option
@verbose_option
@click.pass_context
def command(ctx: click.Context, db: Path, as_json: bool) -> None:
    """Say what is installed and what for, where things are, how much room there is, and whether the site would start.

    Nothing of it is personal, so it can be sent along with a question. The exit code is 1 where something does not work.
    """
    from ingest.condition import condition
    from ingest.terminal import show_rows

    lines = [*condition(db), *_site(db)]
    show_rows([asdict(line) for line in lines], as_json=as_json, empty="")
    if any(line.result == "wrong" for line in lines):
        ctx.exit(1)


def _site(db: Path) -> Iterator[Line]:
    """Whether the site answers: its first page is made, without a port."""
    import asyncio

    from ingest.condition import Line
    from schema.errors import PanelPapersError
    from serve import server, site

    if not db.exists():
        return
    try:
        server.check(db)
        status = asyncio.run(site.build(db).client.get("/")).status_code
    except PanelPapersError as error:
        yield Line("site", "does not start", "wrong", error.message)
        return
    works = status == 200
    yield Line(
        "site", f"answers {status}", "ok" if works else "wrong", "" if works else "`panelpapers serve -v` says more"
    )
    try:
        server.listen("127.0.0.1", 8001).close()
        yield Line("port", "8001 is free")
    except PanelPapersError as error:
        yield Line("port", "8001 is taken", "none", error.message)

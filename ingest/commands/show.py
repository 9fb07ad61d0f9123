"""``panelpapers show``: what was found in a paper, and where."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.options import as_json_option, db_option, verbose_option
from schema.errors import WrongUsage


@click.command("show", short_help="What was found in a paper, and where.")
@click.argument("paper")
@db_option
@click.option("--page", type=click.IntRange(min=1), help="The page to show; without it, what the paper holds in short.")
@click.option(
    "--png",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw what was seen on the page, and what became of each figure, over its picture.",
)
@click.option(
    "--scale",
    type=click.FloatRange(0.5, 6),
    default=2.0,
    show_default=True,
    help="The pixels of that picture for a point of the page: 2 is 144 dpi.",
)
@as_json_option
@verbose_option
def command(paper: str, db: Path, page: int | None, png: Path | None, scale: float, as_json: bool) -> None:
    """Show what was found in PAPER (an id or its beginning, a path, a file name) or on one page of it, and where."""
    from ingest import page_text, questions
    from ingest.showing import overview, page_shown
    from ingest.terminal import show_json
    from schema.database import read_database

    if png is not None and page is None:
        raise WrongUsage("--png draws one page: say which with --page")
    database = read_database(db)
    document = questions.find_document(database, paper)
    if png is not None and page is not None:
        from ingest.drawing import save_drawing

        drawn = save_drawing(database, document, page, png, scale=scale)
        if as_json:
            show_json(drawn)
        else:
            click.echo(
                "{png}: {facts} facts, {doubtful} of them doubtful; {nothing} figures became nothing".format(**drawn),
                err=True,
            )
        return
    if page is None:
        seen = overview(database, document)
        if as_json:
            show_json(seen)
        else:
            page_text.print_overview(seen)
        return
    shown = page_shown(database, document, page)
    if as_json:
        show_json(page_text.as_data(document, shown))
    else:
        page_text.print_page(document, shown)

"""``panelpapers publish``: the copy of the database that a site shows."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.options import as_json_option, db_option, tell_waiting, verbose_option

_MOST_NAMED = 5


@click.command("publish", short_help="Publish a copy that a site can serve.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@db_option
@click.option(
    "--papers",
    is_flag=True,
    help="Publish the files of the papers too, so that the site can draw their pages: only where you may (the rights are the publishers').",
)
@as_json_option
@verbose_option
def command(folder: Path, db: Path, papers: bool, as_json: bool) -> None:
    """Publish a copy of the database in DIR, which `serve --db DIR` and any Datasette can serve.

    The copy is compact, checked, and taken in at once: DIR/current leads to it. Nothing in it tells where papers lie on this machine.
    Where nothing is new since the last publication, nothing changes.
    """
    from ingest.terminal import show_json
    from serve.publishing import publish

    done = publish(db, folder, papers=papers, on_wait=tell_waiting)
    if as_json:
        news = done.changes.data() if done.changes else None
        told = {"folder": str(done.folder), "new": news is not None, "papers": done.papers, "not_there": done.not_there}
        show_json({**told, "changes": news})
    else:
        if done.changes is None:
            click.echo(f"Nothing is new since {done.folder.name}; it stays.", err=True)
        else:
            of = done.changes
            kinds = {"added": of.added, "revised": of.revised, "read again": of.read_again, "removed": of.removed}
            click.echo(f"{done.folder}: " + ", ".join(f"{len(rows):,} {kind}" for kind, rows in kinds.items()))
            click.echo(f"What is new is told in {done.folder / 'CHANGELOG.md'}.", err=True)
    if done.not_there:
        named = ", ".join(done.not_there[:_MOST_NAMED]) + (" and others" if len(done.not_there) > _MOST_NAMED else "")
        click.echo(f"{len(done.not_there):,} papers are not where they were read, or changed: {named}", err=True)

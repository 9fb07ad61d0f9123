"""The options that several commands have, and what they tell in the same way."""

from __future__ import annotations

from pathlib import Path

import click


def _be_verbose(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    # `meta` is shared by the group and its commands, so that -v may stand before or after the command.
    ctx.meta["verbose"] = ctx.meta.get("verbose") or value


verbose_option = click.option(
    "-v", "--verbose", is_flag=True, expose_value=False, callback=_be_verbose, help="Show tracebacks of errors."
)
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
db_option = click.option(
    "--db",
    type=click.Path(path_type=Path),
    default=Path("panel.db"),
    show_default=True,
    envvar="PANELPAPERS_DB",
    help="The database.",
)


def tell_waiting(sentence: str) -> None:
    """Say on stderr what a command waits for."""
    click.echo(sentence, err=True)

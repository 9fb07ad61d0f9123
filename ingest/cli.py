"""The command line. Data goes to stdout, progress and messages to stderr; an error is one sentence and an exit code.

The commands are the modules of ``ingest.commands``.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Any

import click

import ingest.commands
from ingest.options import verbose_option
from schema.errors import Interrupted, PanelPapersError


class _CommandLine(click.Group):
    """Finds a command when it is called; and is where an error becomes a sentence on stderr: nothing below prints a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name for module in pkgutil.iter_modules(ingest.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{ingest.commands.__name__}.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PanelPapersError as error:
            code = self._tell(ctx, error.message, error.exit_code)
        except KeyboardInterrupt:
            code = self._tell(ctx, "Interrupted.", Interrupted.exit_code)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            code = self._tell(ctx, f"{error.filename or 'the file'}: {error.strerror}", PanelPapersError.exit_code)
        except Exception as error:
            what = f"{type(error).__name__}: {error}".splitlines()[0]
            sentence = f"This program failed ({what}); run the command with -v and report what it prints."
            code = self._tell(ctx, sentence, PanelPapersError.exit_code)
        ctx.exit(code)

    def _tell(self, ctx: click.Context, sentence: str, code: int) -> int:
        if ctx.meta.get("verbose"):
            import traceback

            click.echo(traceback.format_exc(), err=True)
        click.echo(sentence, err=True)
        return code


@click.group("panelpapers", cls=_CommandLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="panelpapers", prog_name="panelpapers")
@verbose_option
def main() -> None:
    """Reads the papers of Police and Crime Panels into a database that can be compared, searched and checked."""

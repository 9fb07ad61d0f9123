"""The command line. Data goes to stdout, progress and messages to stderr; an error is one sentence and an exit code.

Each command imports what it needs, so that none waits for what only another one uses.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ingest.jobs import ENGINE_NAMES, EngineName, How
from ingest.ocr_choice import CHOICES, Ocr
from ingest.tasks import Limits
from schema.errors import Interrupted, PanelPapersError, SomeFailed, WrongUsage
from schema.reading import Known

if TYPE_CHECKING:
    from serve.exports import Format

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Seam(click.Group):
    """Where an error becomes a sentence on stderr and an exit code; nothing below prints a traceback."""

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
            click.echo(traceback.format_exc(), err=True)
        click.echo(sentence, err=True)
        return code


def _be_verbose(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    # `meta` is shared by the group and its commands, so that -v may stand before or after the command.
    ctx.meta["verbose"] = ctx.meta.get("verbose") or value


_verbose = click.option(
    "-v", "--verbose", is_flag=True, expose_value=False, callback=_be_verbose, help="Show tracebacks of errors."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
_db = click.option(
    "--db",
    type=click.Path(path_type=Path),
    default=Path("panel.db"),
    show_default=True,
    envvar="PANELPAPERS_DB",
    help="The database.",
)


@click.group("panelpapers", cls=_Seam, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="panelpapers", prog_name="panelpapers")
@_verbose
def main() -> None:
    """Reads the papers of Police and Crime Panels into a database that can be compared, searched and checked."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@_db
@click.option("--force", help="The force of these papers, by its id such as lancashire; wins over their text.")
@click.option("--meeting-date", help="The day of the meeting, such as 2015-10-12; wins over the text.")
@click.option("--source-url", help="Where these papers were published.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="How many processes are to read. [default: one for each processor]"
)
@click.option(
    "--engine",
    type=click.Choice(ENGINE_NAMES),
    default="pdfium",
    show_default=True,
    help="What reads the pages of PDFs.",
)
@click.option(
    "--ocr",
    type=click.Choice(CHOICES),
    default="auto",
    show_default=True,
    help="What recognises the text of scanned pages; auto: rapidocr, where it is installed.",
)
@click.option(
    "--page-seconds",
    type=click.FloatRange(min=1),
    default=Limits().page_seconds,
    show_default=True,
    envvar="PANELPAPERS_PAGE_SECONDS",
    help="How long one page may take; one that takes longer is left out, with a problem that says so.",
)
@click.option(
    "--memory-mb",
    type=click.IntRange(min=1000),
    default=Limits().memory_mb,
    show_default=True,
    envvar="PANELPAPERS_MEMORY_MB",
    help="How much memory (address space) each process may use; a page that needs more is left out the same way.",
)
@click.option(
    "--corrections",
    "corrections_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What people corrected, a CSV file. [default: corrections.csv beside the database, where it is there]",
)
@click.option("--reprocess", is_flag=True, help="Read papers again that the database has.")
@_json
@_verbose
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[Path, ...],
    db: Path,
    force: str | None,
    meeting_date: str | None,
    source_url: str | None,
    jobs: int | None,
    engine: EngineName,
    ocr: Ocr,
    page_seconds: float,
    memory_mb: int,
    corrections_file: Path | None,
    reprocess: bool,
    as_json: bool,
) -> None:
    """Read papers (PDF, text, Markdown, HTML, .docx; folders with all they hold) into the database.

    A manifest.csv beside the papers may say what is known of them: path or file_name, force, meeting_date, title, doc_type,
    body, period_start, period_end, source_url.
    """
    # Before the imports below: what is slow to load for reading starts beside them.
    from ingest.workers import prepare

    prepare()
    from importlib.metadata import version as version_of

    from ingest.batch import ingest_files
    from ingest.correcting import corrections_of
    from ingest.finding import find_files
    from ingest.manifest import day, force_id
    from ingest.report import Reporter, show_batch
    from schema.database import open_database

    known = Known(
        force=force_id(force) if force else None,
        meeting_date=day(meeting_date) if meeting_date else None,
        source_url=source_url,
    )
    found = find_files(paths)
    corrections = corrections_of(db, corrections_file)
    with closing(open_database(db)) as database, Reporter(verbose=bool(ctx.meta["verbose"])) as reporter:
        batch = ingest_files(
            database,
            found,
            known,
            version=version_of("panelpapers"),
            jobs=jobs or _processors(),
            how=How(engine=engine, ocr=ocr, limits=Limits(page_seconds, memory_mb)),
            corrections=corrections,
            reprocess=reprocess,
            on_start=reporter.start,
            on_result=reporter.tell,
        )
    show_batch(batch, db=str(db), as_json=as_json)
    if batch.interrupted:
        ctx.exit(Interrupted.exit_code)
    if batch.counts.failed:
        ctx.exit(SomeFailed.exit_code)


@main.command()
@_db
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--immutable", is_flag=True, help="Nothing will write to the file: quicker, and it can be downloaded.")
@click.option(
    "--originals",
    is_flag=True,
    help="Hand out the files of the papers: only where you may (the rights are the publishers').",
)
@_verbose
def serve(db: Path, host: str, port: int, open_browser: bool, immutable: bool, originals: bool) -> None:
    """Serve the database as a site, read-only."""
    from serve.server import run

    run(db, host, port, open_browser, immutable=immutable, originals=originals)


@main.command()
@click.argument("paper")
@_db
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
@_json
@_verbose
def show(paper: str, db: Path, page: int | None, png: Path | None, scale: float, as_json: bool) -> None:
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


@main.command()
@click.argument("paper", required=False)
@_db
@_json
@_verbose
def problems(paper: str | None, db: Path, as_json: bool) -> None:
    """List what could not be read and why, in all papers or in PAPER."""
    from ingest import questions
    from ingest.terminal import show_rows
    from schema.database import read_database

    rows = questions.problems(read_database(db), paper)
    show_rows(rows, as_json=as_json, empty="Nothing is known that was not read.")


@main.command()
@click.argument("paper", required=False)
@_db
@click.option("--failed", is_flag=True, help="Only what does not hold.")
@_json
@_verbose
def checks(paper: str | None, db: Path, failed: bool, as_json: bool) -> None:
    """List the papers' own arithmetic, check by check: totals, shares, changes."""
    from ingest import questions
    from ingest.terminal import show_rows
    from schema.database import read_database

    rows = questions.checks(read_database(db), paper, failed=failed)
    show_rows(rows, as_json=as_json, empty="No check fails." if failed else "There is nothing to check.")


@main.command("forces")
@_json
@_verbose
def list_forces(as_json: bool) -> None:
    """List the 43 territorial forces of England and Wales."""
    from ingest.terminal import show_rows
    from schema.vocabulary import forces

    rows = [
        {"id": f.id, "name": f.name, "gss_code": f.gss_code, "region": f.region, "country": f.country} for f in forces()
    ]
    show_rows(rows, as_json=as_json, empty="")


@main.command("measures")
@_db
@click.option(
    "--unmatched", is_flag=True, help="The printed labels that fit no measure, with the nearest ones and a place."
)
@_json
@_verbose
def list_measures(db: Path, unmatched: bool, as_json: bool) -> None:
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


@main.command("export")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@_db
@click.option(
    "--format",
    "form",
    type=click.Choice(["datapackage", "csv", "xlsx", "parquet", "360giving"]),
    default="datapackage",
    show_default=True,
    help="csv: a file for each table, for spreadsheets; datapackage: the same with a description for programs; xlsx: one "
    "workbook; parquet: needs the extra of that name; 360giving: the awards as the standard has them.",
)
@_json
@_verbose
def export_database(folder: Path, db: Path, form: Format, as_json: bool) -> None:
    """Write the database into DIR for people who work elsewhere."""
    from ingest.terminal import show_rows
    from schema.database import read_database
    from serve.exports import export

    written = export(read_database(db), folder, form)
    rows = [{"name": item.name, "path": str(item.path), "rows": item.rows} for item in written]
    show_rows(rows, as_json=as_json, empty="")


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

"""``panelpapers ingest``: papers into the database."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import click

from ingest.jobs import ENGINE_NAMES, EngineName, How
from ingest.ocr_choice import CHOICES, Ocr
from ingest.options import as_json_option, db_option, verbose_option
from ingest.stopping import stopped_in_order
from ingest.tasks import Limits
from schema.errors import Interrupted, SomeFailed
from schema.reading import Known


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@db_option
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
@click.option(
    "--retry", is_flag=True, help="Try again what was given up: papers that failed before, and those that lost pages."
)
@as_json_option
@verbose_option
@click.pass_context
def command(
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
    retry: bool,
    as_json: bool,
) -> None:
    """Read papers (PDF, text, Markdown, HTML, .docx; folders and zip archives with all they hold) into the database.

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
    from schema.sole_writer import sole_writer

    known = Known(
        force=force_id(force) if force else None,
        meeting_date=day(meeting_date) if meeting_date else None,
        source_url=source_url,
    )
    found = find_files(paths)
    corrections = corrections_of(db, corrections_file)
    with (
        stopped_in_order(),
        sole_writer(db, lambda sentence: click.echo(sentence, err=True)),
        closing(open_database(db)) as database,
        Reporter(verbose=bool(ctx.meta["verbose"])) as reporter,
    ):
        batch = ingest_files(
            database,
            found,
            known,
            version=version_of("panelpapers"),
            jobs=jobs or _processors(),
            how=How(engine=engine, ocr=ocr, limits=Limits(page_seconds, memory_mb)),
            corrections=corrections,
            reprocess=reprocess,
            retry=retry,
            on_start=reporter.start,
            on_result=reporter.tell,
        )
    show_batch(batch, db=str(db), as_json=as_json)
    if batch.interrupted:
        ctx.exit(Interrupted.exit_code)
    if batch.counts.failed:
        ctx.exit(SomeFailed.exit_code)


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

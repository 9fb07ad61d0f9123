"""``panelpapers ingest``: papers into the database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.given import Given, fetch, fetching_options, given
from ingest.ocr.choice import CHOICES, Ocr
from ingest.options import as_json_option, db_option, verbose_option
from ingest.processes.jobs import ENGINE_NAMES, EngineName, How, Job, Outcome
from ingest.processes.tasks import Limits, processors
from ingest.stopping import stopped_in_order
from schema.errors import Interrupted, NothingToRead, SomeFailed, WrongUsage
from schema.reading import Known

if TYPE_CHECKING:
    from ingest.batch import Batch, Progressing
    from ingest.finding import Found


@click.command("ingest", short_help="Read papers into the database.")
@click.argument("told", nargs=-1, metavar="[PATH | ADDRESS]...")
@db_option
@click.option("--force", help="The force of these papers, by its id such as lancashire; wins over their text.")
@click.option("--meeting-date", help="The day of the meeting, such as 2015-10-12; wins over the text.")
@click.option("--source-url", help="Where these papers were published.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="How many processes are to read. [default: one for each processor]"
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Read on the workers of a Dask cluster, given by the address of its scheduler, such as tcp://10.0.0.5:8786.",
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
    "--paper-minutes",
    type=click.FloatRange(min=0, min_open=True),
    default=Limits().paper_minutes,
    show_default=True,
    envvar="PANELPAPERS_PAPER_MINUTES",
    help="How long one paper may take; what is not read of it by then is left out the same way.",
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
@click.option(
    "--cache/--no-cache",
    default=True,
    show_default=True,
    help="Keep the pages of PDFs as they were read, so that --reprocess need not read the files again.",
)
@fetching_options
@as_json_option
@verbose_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    told: tuple[str, ...],
    db: Path,
    force: str | None,
    meeting_date: str | None,
    source_url: str | None,
    jobs: int | None,
    cluster: str | None,
    engine: EngineName,
    ocr: Ocr,
    page_seconds: float,
    paper_minutes: float,
    memory_mb: int,
    corrections_file: Path | None,
    reprocess: bool,
    retry: bool,
    cache: bool,
    as_json: bool,
    **addresses: Any,
) -> None:
    """Read papers (PDF, text, Markdown, HTML, .docx; folders and zip archives with all they hold) into the database.

    Papers may be given by their address too, by that of a meeting or of a committee on ModernGov, or of a page that links to
    them; they are fetched into a folder beside the database first. --watch goes on with what is new.

    A manifest.csv beside the papers may say what is known of them: path or file_name, force, meeting_date, title, doc_type,
    body, period_start, period_end, source_url. What it no longer says goes.

    What --force, --meeting-date and --source-url say of papers is kept for later runs; an empty value, as in --force '', takes it back.
    """
    if cluster and jobs:
        raise WrongUsage(
            "--jobs is for this machine; a cluster reads as many papers at a time as its workers have threads"
        )
    if cluster:
        from ingest.processes.cluster import ensure_usable

        ensure_usable(cluster)
    elif reprocess or not db.exists():
        # Before the imports below: what is slow to load for reading starts beside them, where it is sure to be needed.
        from ingest.processes.workers import prepare

        prepare()
    from importlib.metadata import version as version_of

    from ingest.batch import ingest_files
    from ingest.correcting import corrections_of
    from ingest.finding import find_files
    from ingest.manifest import day, force_id
    from ingest.processes.page_cache import make_room, page_cache
    from ingest.progress import progress
    from ingest.report import show_batch, show_nothing
    from schema.database import open_database
    from schema.sole_writer import sole_writer

    known = Known(
        force=force_id(force) if force else None,
        meeting_date=day(meeting_date) if meeting_date else None,
        source_url=source_url or None,
    )
    typed = {"force": force, "meeting_date": meeting_date, "source_url": source_url}
    taken_back = {name for name, text in typed.items() if text == ""}
    wanted = given(told, db, **addresses)
    if wanted.addresses and source_url:
        raise WrongUsage("--source-url is for files; what is fetched has its own address already")

    how = How(
        engine=engine,
        ocr=ocr,
        limits=Limits(page_seconds, memory_mb, paper_minutes),
        cache=page_cache(engine, ocr) if cache and not cluster else None,
    )

    def read(papers: Sequence[Job], *, on_begin: Callable[[Path], None]) -> Generator[Outcome, None, None]:
        if cluster:
            from ingest.processes.cluster import read_on

            return read_on(cluster, papers, how, on_begin, say=lambda sentence: click.echo(sentence, err=True))
        from ingest.processes.pool import read_all
        from ingest.processes.workers import prepare

        if papers:
            prepare()
        return read_all(papers, jobs or processors(), how, on_begin)

    def batch_of(found: Sequence[Found], progressing: Progressing | None = None) -> Batch:
        # Before the database is opened: nothing is made where they cannot be meant.
        corrections = corrections_of(db, corrections_file)
        with sole_writer(db, lambda sentence: click.echo(sentence, err=True)), closing(open_database(db)) as database:
            batch = ingest_files(
                database,
                found,
                known,
                version=version_of("panelpapers"),
                read=read,
                corrections=corrections,
                taken_back=taken_back,
                reprocess=reprocess,
                retry=retry,
                progress=progressing,
            )
        if how.cache and batch.counts.unchanged < batch.counts.files:
            make_room()
        return batch

    def batch_while_watching(found: Sequence[Found]) -> Batch:
        # A bar goes away when the batch is done; where there is no terminal, a batch is one line.
        if not sys.stderr.isatty():
            return batch_of(found)
        with progress(verbose=bool(ctx.meta["verbose"]), as_json=False) as progressing:
            return batch_of(found, progressing)

    with stopped_in_order():
        if wanted.watch:
            ctx.exit(_watch(wanted, batch_while_watching, corrections_file, db, as_json=as_json))
        left_out: list[str] = []
        found = find_files(wanted.paths, left_out.append) if wanted.paths else []
        verbose = bool(ctx.meta["verbose"])
        gathered = fetch(wanted, progress(verbose=verbose, as_json=as_json)) if wanted.addresses else None
        if gathered is not None:
            known_paths = {one.path.resolve() for one in found}
            fetched = find_files(one.path for one in gathered.papers) if gathered.papers else []
            new = (one for one in fetched if one.path.resolve() not in known_paths)
            found = [*found, *(replace(one, root=wanted.papers) for one in new)]
            if not found:
                show_nothing(gathered, as_json=as_json)
                ctx.exit(NothingToRead.exit_code)
        with progress(verbose=verbose, as_json=as_json) as progressing:
            batch = batch_of(found, progressing)
    batch = replace(batch, notes=(*left_out, *batch.notes))
    show_batch(batch, gathered, db=str(db), as_json=as_json)
    if batch.cut_off_by:
        raise batch.cut_off_by
    if batch.interrupted:
        ctx.exit(Interrupted.exit_code)
    if batch.counts.failed or left_out or (gathered is not None and gathered.missed):
        ctx.exit(SomeFailed.exit_code)


def _watch(
    wanted: Given, batch_of: Callable[[Sequence[Found]], Batch], corrections: Path | None, db: Path, *, as_json: bool
) -> int:
    """Read what is there and what comes, until somebody says stop; the exit code, which is 0 if no batch was cut off."""
    from ingest.correcting import corrections_beside
    from ingest.progress import Telling
    from ingest.report import show_news
    from ingest.watching import Watch, keep_watching

    for path in wanted.paths:
        if not path.exists():
            raise NothingToRead(f"{path}: there is no such file or folder; check the spelling")
    papers = (
        [wanted.papers] if wanted.addresses and not any(path in wanted.papers.parents for path in wanted.paths) else []
    )
    watched = list(dict.fromkeys([*wanted.paths, *papers]))
    told: set[str] = set()

    def tell(sentence: str) -> None:
        click.echo(sentence, err=True)

    def fetch_quietly() -> None:
        missed = {f"not fetched: {one.address}: {one.what}; {one.do}" for one in fetch(wanted, Telling()).missed}
        for sentence in sorted(missed - told):
            tell(sentence)
        told.clear()
        told.update(missed)

    def ingest(found: Sequence[Found]) -> None:
        batch = batch_of(found)
        show_news(batch, db=str(db), as_json=as_json)
        if batch.cut_off_by:
            raise batch.cut_off_by
        if batch.interrupted:
            raise Interrupted("Interrupted; what was finished is in. Run the command again for the rest.")

    tell(f"Watching {', '.join(map(str, watched))} every {wanted.look_every:g} seconds; Ctrl+C ends it.")
    watch = Watch(watched, beside=corrections or corrections_beside(db))
    try:
        keep_watching(
            watch,
            ingest,
            tell,
            every=wanted.look_every,
            fetch=fetch_quietly if wanted.addresses else None,
            fetch_every=wanted.fetch_every,
        )
    except KeyboardInterrupt:
        return 0

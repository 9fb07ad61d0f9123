"""A batch of files into the database: which are new, the reading, one writer, and what came of each file."""

from __future__ import annotations

import datetime as dt
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Literal, Protocol

from sqlite_utils import Database

from ingest.contents import Content, contents_of, with_moves
from ingest.finding import Found
from ingest.manifest import FIELDS, Manifests
from ingest.processes.jobs import Outcome, Read
from ingest.statements import kept_as_said, said_before, with_what_was_said
from schema.corrections import concerning, fingerprint, shipped
from schema.errors import CannotLoad, ClusterUnusable, NotSaved
from schema.places import path_text, settle, shown
from schema.reading import Correction, Known, Problem, Reading
from schema.removing import remove_documents
from schema.saving import (
    FileFacts,
    KnownDocument,
    RunCounts,
    finish_run,
    given_up,
    known_documents,
    refresh_coverage,
    save_failure,
    save_path,
    save_reading,
    start_run,
    why_failed,
)

_MOST_NAMED = 5

COUNT_AGAIN_SECONDS = 20.0
"""How often the counts over all papers are made anew while a run goes on, for those who look at the site meanwhile."""

#: In a large database counting takes longer: of a run's time it takes no more than the inverse of this.
_COUNT_AGAIN_TIMES = 30.0

Came = Literal["added", "changed", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a reading tells of a paper in short; the reading itself is let go once it is saved, however many papers a run has."""

    force: str | None
    meeting_date: dt.date | None
    pages: int
    tables: int
    observations: int
    awards: int
    dates: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file. ``told`` is None for one that was not read, or failed; ``why`` says why it failed.

    ``same_as`` is the path of another file with the same content, of which this one is a copy. ``tried`` is False for one that
    failed in an earlier run and was left alone in this one.
    """

    file: FileFacts
    came: Came
    status: str
    told: Told | None = None
    why: Problem | None = None
    trace: str | None = None
    same_as: str | None = None
    tried: bool = True


@dataclass(frozen=True, slots=True)
class Batch:
    """The results of a run in the order of the files, ``found`` of which there were; fewer results where it was interrupted.

    ``outdated`` counts papers that an earlier version had read.

    ``notes`` are sentences on what of the manifests and corrections could not be used. ``cut_off_by`` is why a run was interrupted that
    no person did.
    """

    results: tuple[Result, ...]
    found: int
    counts: RunCounts
    outdated: int
    interrupted: bool = False
    notes: tuple[str, ...] = ()
    cut_off_by: CannotLoad | ClusterUnusable | None = None


class Progressing(Protocol):
    """What is told of a run while it goes on."""

    def start(self, files: int, to_read: Sequence[FileFacts]) -> None:
        """So many files are looked at, of which some are to be read."""

    def begin(self, path: Path) -> None:
        """A file is begun."""

    def tell(self, result: Result) -> None:
        """A file is done."""


def ingest_files(
    db: Database,
    found: Sequence[Found],
    options: Known,
    *,
    version: str,
    read: Read,
    corrections: Sequence[Correction] = (),
    taken_back: Set[str] = frozenset(),
    reprocess: bool = False,
    retry: bool = False,
    progress: Progressing | None = None,
) -> Batch:
    """Read what is new among the files with ``read`` and save it, each document in a transaction of its own.

    ``options`` are what is known of all of them, and ``taken_back`` the names of those that are no longer to hold which earlier runs were
    given. ``corrections`` are what people corrected; a paper is read again when those that concern it have changed. One that this version
    could not read is left alone until its file changes, with ``reprocess`` all are read again, with ``retry`` those that failed
    or lost pages. An interrupt ends the batch, as does a cluster that cannot be used any more; what was finished is in, and the
    result says so.

    Raises:
        WrongUsage: A manifest says something that cannot be meant; nothing was saved.
        DatabaseUnusable: The database cannot be written; what was saved before is in.
    """
    manifests = Manifests()
    contents = contents_of(found, manifests, corrections)
    settle(db, {content.job.sha256: [file.place for file in content.files] for content in contents})
    before = known_documents(db)
    contents = with_what_was_said(with_moves(contents, before), options, taken_back, before)
    if left := _opened_by_now(before.values(), contents):
        remove_documents(db, left)
    stated = _stated(db)
    again = {document.id for document in before.values()} if reprocess else given_up(db) if retry else set()
    to_read: list[Content] = []
    as_before: list[tuple[Content, KnownDocument]] = []
    for content in contents:
        document = before.get(content.job.sha256)
        if (
            document is None
            or document.id in again
            or _is_told_otherwise(content.job.known, document, stated[document.id])
            or (document.status == "failed" and not (document.version == version and _is_known(content, document)))
        ):
            to_read.append(content)
        else:
            as_before.append((content, document))

    writer = _Writer(db, version, before, contents, progress.tell if progress else lambda _: None)
    run_id = start_run(db, version=version, started_at=_now())
    interrupted = False
    cut_off_by: CannotLoad | ClusterUnusable | None = None
    count_again = time.monotonic() + COUNT_AGAIN_SECONDS
    if progress:
        progress.start(len(found), [content.files[0] for content in to_read])
    try:
        for content, document in as_before:
            writer.leave(content, document)
        for content in to_read:
            if content.refused:
                writer.save(content, Outcome(content.job, problem=content.refused))
        # Large files first: one that is begun last would keep a single process busy at the end.
        jobs_to_do = sorted((c for c in to_read if not c.refused), key=lambda c: -c.files[0].bytes)
        by_content = {content.job.sha256: content for content in jobs_to_do}
        on_begin = progress.begin if progress else lambda _: None
        with closing(read([content.job for content in jobs_to_do], on_begin=on_begin)) as outcomes:
            for outcome in outcomes:
                writer.save(by_content[outcome.job.sha256], outcome)
                if (began := time.monotonic()) > count_again:
                    refresh_coverage(db)
                    took = time.monotonic() - began
                    count_again = time.monotonic() + max(COUNT_AGAIN_SECONDS, _COUNT_AGAIN_TIMES * took)
    except KeyboardInterrupt:
        interrupted = True
    except (CannotLoad, ClusterUnusable) as error:
        interrupted, cut_off_by = True, error
    counts = writer.counts()
    finish_run(db, run_id, counts, finished_at=_now(), status="interrupted" if interrupted else "finished")
    order = {path_text(item.path): place for place, item in enumerate(found)}
    results = tuple(sorted(writer.results, key=lambda result: order[result.file.path]))
    outdated = sum(len(content.files) for content, document in as_before if document.version != version)
    notes = (*manifests.not_met(), *_on_corrections(db, corrections))
    return Batch(results, len(found), counts, outdated, interrupted, notes, cut_off_by)


class _Writer:
    """The one writer of a run: saves each outcome and remembers what came of it."""

    def __init__(
        self,
        db: Database,
        version: str,
        before: Mapping[str, KnownDocument],
        contents: Sequence[Content],
        on_result: Callable[[Result], None],
    ):
        self._db = db
        self._version = version
        self._contents = set(before)
        self._lies_at = {file.place: content.job.sha256 for content in contents for file in content.files}
        self._at_place = Counter(path for document in before.values() for path in document.paths)
        self._paths = {path for document in before.values() for path in document.paths}
        self._tell = on_result
        self.results: list[Result] = []

    def leave(self, content: Content, document: KnownDocument) -> None:
        """Note the files of a content that the database has, or that an earlier run gave up."""
        if document.status == "failed":
            why = why_failed(self._db, document.id)
            for file in content.files:
                # It was said of the file as it was called then.
                message = why.message.replace(f"{document.called}: ", f"{file.path}: ", 1)
                self._add(Result(file, "failed", "failed", why=replace(why, message=message), tried=False))
            return
        others = [place for place in document.paths if self._may_lie_at(content, place)]
        for file in content.files:
            is_new = file.place not in document.paths or bool(document.superseded_by or file.moved_from)
            # What could not be read there meanwhile, such as the same file without the right to read it, is there no more.
            is_alone = self._at_place[file.place] <= 1
            if is_new or not is_alone or not kept_as_said(file, document):
                save_path(self._db, file, seen_at=_now())
            same_as = shown(others[0]) if others and file.place not in others else None
            # An earlier version that lies there again is read already, and what the database tells is another.
            came: Came = "changed" if document.superseded_by and file is content.files[0] else "unchanged"
            self._add(Result(file, came, document.status, same_as=same_as))

    def _may_lie_at(self, content: Content, place: str) -> bool:
        """False where a content is no more, or another one lies by now."""
        return (
            place not in content.files[0].moved_from
            and self._lies_at.get(place, content.job.sha256) == content.job.sha256
        )

    def save(self, content: Content, outcome: Outcome) -> None:
        """Save what came of one content, for every file that has it."""
        first, *others = content.files
        reading, problem = outcome.reading, outcome.problem
        if reading is not None:
            try:
                changed = save_reading(self._db, reading, first, version=self._version, ingested_at=_now())
            except NotSaved as error:
                problem = Problem(code="not_saved", message=error.message, severity="error")
            else:
                revised = first.sha256 in self._contents or first.place in self._paths
                came: Came = "unchanged" if not changed else "changed" if revised else "added"
                self._add(Result(first, came, reading.status, _told(reading)))
                for file in others:
                    save_path(self._db, file, seen_at=_now())
                    self._add(Result(file, "unchanged", reading.status, same_as=first.path))
        if problem is not None:
            for file in content.files:
                save_failure(self._db, file, [problem, *outcome.of_pages], version=self._version, ingested_at=_now())
                self._add(Result(file, "failed", "failed", why=problem, trace=outcome.trace))

    def counts(self) -> RunCounts:
        """How many files came in which way."""
        came = Counter(result.came for result in self.results)
        return RunCounts(
            files=len(self.results),
            added=came["added"],
            changed=came["changed"],
            unchanged=came["unchanged"],
            partial=sum(1 for result in self.results if result.status == "partial"),
            failed=came["failed"],
        )

    def _add(self, result: Result) -> None:
        self.results.append(result)
        self._tell(result)


def _told(reading: Reading) -> Told:
    return Told(
        force=reading.identity.force,
        meeting_date=reading.identity.meeting_date,
        pages=len(reading.pages),
        tables=len(reading.tables),
        observations=len(reading.observations),
        awards=len(reading.awards),
        dates=len(reading.dates),
        problems=reading.problems,
    )


def _is_known(content: Content, document: KnownDocument) -> bool:
    """True where the database knows every path of a content that can be read."""
    return not content.refused and {file.place for file in content.files} <= set(document.paths)


def _opened_by_now(before: Iterable[KnownDocument], contents: Sequence[Content]) -> list[str]:
    """The ids of archives that could not be opened in an earlier run, in which papers were found in this one."""
    failed = [document for document in before if document.status == "failed"]
    places = sorted(file.place for content in contents for file in content.files) if failed else []

    def holds_papers(place: str) -> bool:
        inside = bisect_left(places, f"{place}/")
        return inside < len(places) and places[inside].startswith(f"{place}/")

    return [document.id for document in failed if any(map(holds_papers, document.paths))]


def _stated(db: Database) -> dict[str, dict[str, object]]:
    """What the database has of each document that a manifest or an option can state."""
    names = [field.name for field in fields(Known)]
    rows = db.execute(f"select id, {', '.join(names)} from documents")
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}


def _is_told_otherwise(known: Known, document: KnownDocument, stated: dict[str, object]) -> bool:
    """True where options, manifests or corrections say something else of a document than the database has, or no longer what they said."""
    if fingerprint(known.corrections) != stated["corrections"]:
        return True
    before = said_before(document)
    for name in FIELDS:
        now, then = getattr(known, name), getattr(before, name)
        # Of one that could not be read the database has nothing but what was said of it.
        there = then if document.status == "failed" else stated[name]
        if (now is not None and str(now) != str(there)) or (now is None and then is not None):
            return True
    return False


def _on_corrections(db: Database, corrections: Sequence[Correction]) -> Iterator[str]:
    """Sentences on the corrections that fit nothing: no fact of their paper, or no paper of the database."""
    unused = db.execute(
        "select count(*) from problems p join documents d on d.id = p.document_id"
        " where p.code = 'correction_unused' and d.superseded_by is null"
    ).fetchone()[0]
    if unused:
        fit = "correction fits" if unused == 1 else "corrections fit"
        yield f"{unused} {fit} nothing that was read; `panelpapers problems` says which."
    papers = list(db.execute("select sha256, file_name from documents"))
    named = {c.document for sha256, name in papers for c in concerning(corrections, sha256, [name])}
    # What is shipped is for whoever has the paper.
    if others := sorted({c.document for c in corrections} - named - {c.document for c in shipped()}):
        shown = ", ".join(others[:_MOST_NAMED]) + (" and others" if len(others) > _MOST_NAMED else "")
        yield f"Corrections are there for papers that the database does not have: {shown}."


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)

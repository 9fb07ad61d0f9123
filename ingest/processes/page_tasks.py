"""What a process does with the pages of one file.

Each task tells what it begins (``Step``), and does not raise for what a file holds: an ``Outcome`` in place of what was asked
for ends the file. A large PDF goes through in two passes (see ``extract.pages.flow``), so that no process holds all of its
words: ``look_at_pages`` gives each page and its margins, ``put_margins_together`` what these tell of the paper, and ``lay_pages``
gives each page laid. A page is packed in between, in a third of the time that it would take to read it again.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar, cast

from extract.pages.flow import Look, laid, look_of
from extract.pages.margins import margins_of
from ingest.formats import recognise
from ingest.pdf.reading import cover_of, is_scan, pages_of, recognised
from ingest.processes.jobs import How, Job, Laid, Looked, Opened, Outcome
from ingest.processes.page_cache import packed, unpacked
from ingest.processes.tasks import Step
from schema import archives
from schema.document import Page
from schema.errors import Unreadable
from schema.reading import Problem

#: The seconds that a step may take which is not that of a page: opening a file.
OPENING = 60.0
#: How many times as long as another page one may take whose text is to be recognised.
_FOR_A_SCAN = 4.0

_Task = TypeVar("_Task", bound=Callable[..., Iterator[object]])


def ends_in_an_outcome(task: _Task) -> _Task:
    """The seam of one document: a fault of this program in one paper must not keep the others out."""

    @wraps(task)
    def told(job: Job, *args: Any) -> Iterator[object]:
        try:
            yield from task(job, *args)
        except MemoryError:
            raise
        except Exception as error:
            yield outcome_of(job, error)

    return cast(_Task, told)


@ends_in_an_outcome
def open_file(job: Job, how: How, pages_only: bool) -> Iterator[object]:
    """Gives ``Opened`` for a PDF, and nothing for another file; with ``pages_only`` no more is asked than the number of its pages."""
    yield Step(None, OPENING)
    kept = how.cache.get(job.sha256, "cover") if how.cache else None
    if kept is not None:
        yield Opened(kept.page_count, packed(kept))
        return
    data = bytes_of(job.lies_at or job.path, job.sha256)
    if recognise(data) == "pdf":
        cover = cover_of(data, str(job.path), pages_only=pages_only)
        if how.cache and not pages_only:
            how.cache.put(job.sha256, "cover", cover)
        yield Opened(cover.page_count, packed(cover))


def laid_at_once(job: Job, how: How, page_count: int) -> Iterator[Step | Page | Problem]:
    """Steps, all pages of a PDF as they are laid, and what they lack."""
    pages: list[Page] = []
    for one in _stepwise(job, how, range(1, page_count + 1)):
        if isinstance(one, Page):
            pages.append(one)
        else:
            yield one
    look = look_of([margins_of(page) for page in pages if page.words])
    for page in pages:
        yield Step(page.number, how.limits.page_seconds)
        yield laid(page, look)


@ends_in_an_outcome
def look_at_pages(job: Job, how: How, numbers: range) -> Iterator[object]:
    """The first pass over some pages: gives ``Looked`` for each page that is read, and the problems there are."""
    for one in _stepwise(job, how, numbers):
        if not isinstance(one, Page):
            yield one
        elif one.words:
            yield Looked(one.number, packed(margins_of(one)), packed(one))
        else:
            yield Looked(one.number, None, packed(replace(one, rules=(), fills=(), drawings=())))


@ends_in_an_outcome
def put_margins_together(job: Job, margins: Sequence[bytes]) -> Iterator[object]:
    """Gives, packed, what the margins of all pages tell of their paper."""
    yield Step(None, OPENING)
    yield packed(look_of([unpacked(one) for one in margins]))


@ends_in_an_outcome
def lay_pages(job: Job, how: How, pages: Mapping[int, bytes], look: bytes) -> Iterator[object]:
    """The second pass over some pages, by their number: gives ``Laid`` for each."""
    whole = _unpacked_look(look)
    for number, page in pages.items():
        yield Step(number, how.limits.page_seconds)
        yield Laid(number, packed(laid(unpacked(page), whole)))


def outcome_of(job: Job, error: Exception) -> Outcome:
    """What an error that ended the reading of a file is told as."""
    if isinstance(error, Unreadable):
        message = Unreadable(str(job.path), error.page, error.what, error.do).message
        problem = Problem(code="unreadable", message=message, severity="error", page=error.page)
        return Outcome(job, problem=problem, of_pages=error.problems)
    if isinstance(error, OSError):
        message = f"{job.path}: the file cannot be read ({error.strerror}); check its permissions and ingest it again"
        return Outcome(job, problem=Problem(code="unreadable", message=message, severity="error"))
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    message = f"{job.path}: this program failed on the file ({what}); run with -v and report it with the file"
    trace = "".join(traceback.format_exception(error))
    return Outcome(job, problem=Problem(code="unexpected_error", message=message, severity="error"), trace=trace)


def _stepwise(job: Job, how: How, numbers: range) -> Iterator[Step | Page | Problem]:
    """The pages of those numbers, each announced before it is read; kept ones at once."""
    yield Step(numbers[0], how.limits.page_seconds)
    part = f"pages-{numbers[0]}-{numbers[-1]}"
    kept = how.cache.get(job.sha256, part) if how.cache else None
    if kept is not None:
        yield from kept
        return
    read: list[Page | Problem] = []
    for one in _read_stepwise(job, how, numbers):
        if not isinstance(one, Step):
            read.append(one)
        yield one
    if how.cache:
        how.cache.put(job.sha256, part, read)


def _read_stepwise(job: Job, how: How, numbers: range) -> Iterator[Step | Page | Problem]:
    data = bytes_of(job.lies_at or job.path, job.sha256)
    for one in pages_of(data, str(job.path), numbers, engine=how.engine):
        if isinstance(one, Page) and is_scan(one):
            yield Step(one.number, _FOR_A_SCAN * how.limits.page_seconds)
            yield from recognised(one, data, how.ocr)
        else:
            yield one
        number = one.number if isinstance(one, Page) else one.page or numbers[0]
        yield Step(min(number + 1, numbers[-1]), how.limits.page_seconds)


@lru_cache(maxsize=1)
def bytes_of(path: Path, sha256: str) -> bytes:
    """The bytes of a file, kept for the next stretch of it."""
    data = archives.content(path)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Unreadable(str(path), None, "the file changed while it was read", "ingest it again")
    return data


@lru_cache(maxsize=1)
def _unpacked_look(packed: bytes) -> Look:
    look: Look = unpacked(packed)
    return look

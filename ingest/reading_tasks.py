"""What a process does for one file: reads it whole, or a stretch of the pages of a large PDF.

Each task tells what it begins (``Step``), and does not raise for what a file holds: an ``Outcome`` in place of what was asked
for ends the file. A large PDF goes through in two passes (see ``extract.pages.flow``), so that no process holds all of its
words: ``look_at_pages`` gives the margins of each page, ``put_margins_together`` what they tell of the paper, ``lay_pages``
reads each page again and gives it laid, and ``finish`` reads what the laid pages say. ``read_whole`` does the same at once for a
file of few pages.
"""

from __future__ import annotations

import hashlib
import pickle
import traceback
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar, cast

from extract.pages.flow import Look, laid, look_of
from extract.pages.margins import margins_of
from extract.reading import extract
from ingest.formats import recognise
from ingest.jobs import How, Job, Laid, Looked, Opened, Outcome
from ingest.pdf import cover_of, document_of, is_scan, pages_of, recognised
from ingest.readers import read_document, with_text
from ingest.workers import Step
from schema.document import Document, Page
from schema.errors import Unreadable
from schema.reading import Problem

#: The seconds that a step may take which is not that of a page: opening a file, and then what is said in it.
_OPENING = 60.0
_FOR_EACH_PAGE = 2.0
#: How many times as long as another page one may take whose text is to be recognised.
_FOR_A_SCAN = 4.0
_FOR_EACH_MEGABYTE = 30.0

_Task = TypeVar("_Task", bound=Callable[..., Iterator[object]])


def _ends_in_an_outcome(task: _Task) -> _Task:
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


@_ends_in_an_outcome
def read_whole(job: Job, how: How, pages_only: bool) -> Iterator[object]:
    """Gives the outcome of a file, for a PDF after ``Opened``; no outcome for a PDF with more pages than are read at once.

    With ``pages_only`` nothing but the number of its pages is asked of a PDF before they are read.
    """
    yield Step(None, _OPENING)
    data, name = _bytes(job.path, job.sha256), str(job.path)
    if recognise(data) != "pdf":
        yield Step(None, _OPENING + _FOR_EACH_MEGABYTE * len(data) / 1e6)
        yield Outcome(job, reading=extract(read_document(data, name), job.known))
        return
    cover = cover_of(data, name, pages_only=pages_only)
    yield Opened(cover.page_count, _packed(cover))
    if cover.page_count > how.pages_at_once:
        return
    pages: list[Page | Problem] = []
    for one in _stepwise(job, how, range(1, cover.page_count + 1)):
        if isinstance(one, Step):
            yield one
        else:
            pages.append(one)
    look = look_of([margins_of(page) for page in pages if isinstance(page, Page) and page.words])
    for at, page in enumerate(pages):
        if isinstance(page, Page):
            yield Step(page.number, how.limits.page_seconds)
            pages[at] = laid(page, look)
    yield _last_step(cover.page_count)
    yield _read(job, how, document_of(cover, pages, name, engine=how.engine))


@_ends_in_an_outcome
def look_at_pages(job: Job, how: How, numbers: range) -> Iterator[object]:
    """The first pass over some pages: gives ``Looked`` for each page that is read, and the problems there are."""
    for one in _stepwise(job, how, numbers):
        if isinstance(one, Page):
            if not one.words:
                yield Looked(one.number, None, _packed(replace(one, rules=(), fills=(), drawings=())))
            else:
                yield Looked(one.number, _packed(margins_of(one)), _packed(one) if one.recognised else None)
        else:
            yield one


@_ends_in_an_outcome
def put_margins_together(job: Job, margins: Sequence[bytes]) -> Iterator[object]:
    """Gives, packed, what the margins of all pages tell of their paper."""
    yield Step(None, _OPENING)
    yield _packed(look_of([_unpacked(one) for one in margins]))


@_ends_in_an_outcome
def lay_pages(job: Job, how: How, numbers: range, look: bytes, kept: Mapping[int, bytes]) -> Iterator[object]:
    """The second pass over some pages: gives ``Laid`` for each; with pages ``kept`` from the first, for those alone."""
    whole = _unpacked_look(look)
    for one in map(_unpacked, kept.values()) if kept else _stepwise(job, how, numbers):
        if isinstance(one, Page):
            yield Step(one.number, how.limits.page_seconds)
            yield Laid(one.number, _packed(laid(one, whole)))
        elif isinstance(one, Step):
            yield one


@_ends_in_an_outcome
def finish(job: Job, how: How, cover: bytes, pages: Sequence[bytes], problems: Sequence[Problem]) -> Iterator[object]:
    """Gives the outcome of a PDF whose pages are laid; ``problems`` are all that are known of them."""
    yield _last_step(len(pages))
    outcomes: Iterable[Page] = map(_unpacked, pages)
    yield _read(job, how, document_of(_unpacked(cover), outcomes, str(job.path), engine=how.engine, problems=problems))


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
    """The pages of those numbers, each announced before it is read."""
    yield Step(numbers[0], how.limits.page_seconds)
    data = _bytes(job.path, job.sha256)
    for one in pages_of(data, str(job.path), numbers, engine=how.engine):
        if isinstance(one, Page) and is_scan(one):
            yield Step(one.number, _FOR_A_SCAN * how.limits.page_seconds)
            yield from recognised(one, data, how.ocr)
        else:
            yield one
        number = one.number if isinstance(one, Page) else one.page or numbers[0]
        yield Step(min(number + 1, numbers[-1]), how.limits.page_seconds)


def _last_step(pages: int) -> Step:
    return Step(None, _OPENING + _FOR_EACH_PAGE * pages)


def _read(job: Job, how: How, document: Document) -> Outcome:
    return Outcome(job, reading=extract(with_text(document, str(job.path), how.ocr), job.known))


@lru_cache(maxsize=1)
def _bytes(path: Path, sha256: str) -> bytes:
    """The bytes of a file, kept for the next stretch of it."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Unreadable(str(path), None, "the file changed while it was read", "ingest it again")
    return data


def _packed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(packed: bytes) -> Any:
    """What a process of this program has packed."""
    return pickle.loads(zlib.decompress(packed))


@lru_cache(maxsize=1)
def _unpacked_look(packed: bytes) -> Look:
    look: Look = _unpacked(packed)
    return look

"""What a process does for one file: reads it whole, or reads what the laid pages of a PDF say.

The tasks are told as those of ``ingest.processes.page_tasks``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extract.reading import FINDERS, extract, put_together, take_apart
from ingest.pdf.reading import document_of
from ingest.processes.jobs import How, Job, Opened, Outcome
from ingest.processes.page_cache import packed, unpacked
from ingest.processes.page_tasks import OPENING, bytes_of, ends_in_an_outcome, laid_at_once
from ingest.processes.tasks import Step
from ingest.readers import read_document, with_text
from schema.document import Page
from schema.reading import Problem

#: The seconds that a step may take which is not that of a page.
_FOR_EACH_PAGE = 2.0
_FOR_EACH_MEGABYTE = 30.0


@ends_in_an_outcome
def read_whole(job: Job, how: How, opened: Opened | None = None) -> Iterator[object]:
    """Gives the outcome of a file, of a PDF that was ``opened`` or of any other one."""
    yield Step(None, OPENING)
    name = str(job.path)
    if opened is None:
        data = bytes_of(job.lies_at or job.path, job.sha256)
        yield Step(None, OPENING + _FOR_EACH_MEGABYTE * len(data) / 1e6)
        document = read_document(data, name)
    else:
        pages: list[Page | Problem] = []
        for one in laid_at_once(job, how, opened.page_count):
            if isinstance(one, Step):
                yield one
            else:
                pages.append(one)
        yield _last_step(opened.page_count)
        document = with_text(document_of(unpacked(opened.cover), pages, name, engine=how.engine), name, how.ocr)
    yield Outcome(job, reading=extract(document, job.known))


@ends_in_an_outcome
def take_pages_apart(
    job: Job, how: How, cover: bytes, pages: Sequence[bytes], problems: Sequence[Problem]
) -> Iterator[object]:
    """Gives, packed, what the facts of a PDF are found in whose pages are laid; ``problems`` are all that are known of them."""
    yield _last_step(len(pages))
    laid = map(unpacked, pages)
    document = document_of(unpacked(cover), laid, str(job.path), engine=how.engine, problems=problems)
    parts = take_apart(with_text(document, str(job.path), how.ocr), job.known)
    yield packed(parts)


@ends_in_an_outcome
def find(job: Job, pages: int, given: bytes, finder: str) -> Iterator[object]:
    """Gives, packed, what one of ``extract.reading.FINDERS`` finds in a PDF of so many pages."""
    yield _last_step(pages)
    yield packed(FINDERS[finder](unpacked(given)))


@ends_in_an_outcome
def put_facts_together(job: Job, pages: int, given: bytes, found: Mapping[str, bytes]) -> Iterator[object]:
    """Gives the outcome of a PDF of so many pages."""
    yield _last_step(pages)
    yield Outcome(job, reading=put_together(unpacked(given), {name: unpacked(facts) for name, facts in found.items()}))


def _last_step(pages: int) -> Step:
    return Step(None, OPENING + _FOR_EACH_PAGE * pages)

"""A file to read and what came of it, and what the processes that read it tell: light to import, so that a parent stays small.

What only the processes understand travels as bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from ingest.ocr.choice import Ocr
from ingest.processes.page_cache import PageCache
from ingest.processes.tasks import Limits
from schema.reading import Known, Problem, Reading

EngineName = Literal["pdfium", "pdfplumber"]
ENGINE_NAMES: tuple[EngineName, ...] = ("pdfium", "pdfplumber")


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: ``sha256`` is that of the bytes that are meant.

    They are in ``lies_at`` where that is not ``path``, which is what the file is called.
    """

    path: Path
    sha256: str
    known: Known
    lies_at: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: a reading, or the problem that kept it from being read. ``trace`` is for the developer.

    ``of_pages`` are the problems of the pages of a file that was not read.
    """

    job: Job
    reading: Reading | None = None
    problem: Problem | None = None
    of_pages: tuple[Problem, ...] = ()
    trace: str | None = None


class Read(Protocol):
    """What reads: ``ingest.processes.pool`` does so in processes of this machine, ``ingest.processes.cluster`` on others."""

    def __call__(self, jobs: Sequence[Job], /, *, on_begin: Callable[[Path], None]) -> Generator[Outcome, None, None]:
        """Give each outcome when it is there, and tell the path of each file that is begun; closing it ends what goes on."""
        ...


@dataclass(frozen=True, slots=True)
class How:
    """How files are read; what is read does not depend on ``pages_at_once`` and ``stretch``.

    ``engine`` is one of ``ENGINE_NAMES`` (``ingest.pdf.reading.ENGINES``), or an engine; ``ocr`` recognises the text of scanned pages. A PDF of up to
    ``pages_at_once`` pages is read in one go, a larger one in stretches of ``stretch`` pages. ``cache`` has the pages that were read before.
    """

    engine: Any = "pdfium"
    ocr: Ocr = "auto"
    limits: Limits = field(default_factory=Limits)
    pages_at_once: int = 64
    stretch: int = 16
    cache: PageCache | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF was opened: the number of its pages, and its cover, packed."""

    page_count: int
    cover: bytes


@dataclass(frozen=True, slots=True)
class Looked:
    """What the first pass gives of a page: its margins, None where it has no words, and the page itself, each packed."""

    page: int
    margins: bytes | None
    packed: bytes


@dataclass(frozen=True, slots=True)
class Laid:
    """What the second pass gives of a page: packed, as it is laid."""

    page: int
    packed: bytes

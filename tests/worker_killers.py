"""An engine that ends the worker of a cluster in whose processes it reads; it can be sent to a process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schema.document import Page
from schema.reading import Problem


@dataclass(frozen=True)
class WorkerKiller:
    """Does what fills the memory of a whole machine does."""

    name: str = "worker killer"

    def pages(self, data: bytes, name: str, numbers: range | None = None) -> Iterator[Page | Problem]:
        import psutil

        above = psutil.Process().parents()
        reader = next(at for at, process in enumerate(above) if "ingest.processes.cluster_reader" in process.cmdline())
        above[reader + 1].kill()
        above[reader].wait()
        yield from ()

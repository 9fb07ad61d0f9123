"""A task that ends its process, as reading a file that fills the memory does, until it was tried twice."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

from ingest.processes import reading_tasks
from ingest.processes.jobs import How, Job


def read_whole(job: Job, how: How) -> Iterator[object]:
    """Notes each try of the bad file in the file that NOTE names."""
    if job.path.name == "bad.txt":
        note = Path(os.environ["NOTE"])
        with note.open("a") as file:
            file.write("x")
        if len(note.read_text()) <= 2:
            os.kill(os.getpid(), signal.SIGKILL)
    yield from reading_tasks.read_whole(job, how)

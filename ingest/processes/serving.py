"""The life of a process that reads: it does one task after another until the other side is gone."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from pkgutil import resolve_name
from threading import Thread

from ingest.processes.tasks import End, Loss, Task, Unloadable

try:
    import resource
except ImportError:  # Windows knows no such limits.
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1024 * 1024


def serve(connection: Connection, memory_mb: int) -> None:
    """Do the tasks that come; may use so many megabytes of address space."""
    # To stop is for the parent, which ends its processes: one that went by itself would look as if its page had ended it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory(memory_mb)
    # What reading makes are thousands of small values without rings among them, so that it is enough to look for rings now and then.
    gc.set_threshold(200_000, 50, 100)
    with contextlib.suppress(EOFError, OSError):
        while True:
            task: Task = connection.recv()
            try:
                call = resolve_name(task.call)
            except ImportError as error:
                connection.send(Unloadable(str(error)))
                continue
            try:
                for told in call(*task.args):
                    connection.send(told)
            except MemoryError:
                connection.send(Loss("too_large", None))
            else:
                connection.send(End())


def _end_with_parent() -> None:
    """A parent that was killed ends nobody, and what is read may take long."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit_memory(megabytes: int) -> None:
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * _MEGABYTE
    # Some systems know the limit and do not let it be set.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))

"""The life of a process that reads: it does one task after another until the other side is gone."""

from __future__ import annotations

import contextlib
import signal
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from ingest.tasks import Call, End, Loss, Task

try:
    import resource
except ImportError:  # Windows knows no such limits.
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1024 * 1024


def serve(connection: Connection, memory_mb: int, *, early: bool = False) -> None:
    """Do the tasks that come, as their ``early`` calls where not all is loaded; may use so many megabytes of address space."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # An interrupt is for the parent, which ends its processes.
    _limit_memory(memory_mb)
    with contextlib.suppress(EOFError, OSError):
        while True:
            task: Task = connection.recv()
            call = task.early if early and task.early else task.call
            try:
                for told in _function(call)(*task.args):
                    connection.send(told)
            except MemoryError:
                connection.send(Loss("too_large", None))
            else:
                connection.send(End())


def _function(call: Call) -> Any:
    return getattr(import_module(call.module), call.function)


def _limit_memory(megabytes: int) -> None:
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * _MEGABYTE
    # Some systems know the limit and do not let it be set.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))

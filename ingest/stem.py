"""The process from which those that read are forked, so that what is slow to import is imported once, and a new one is quick to have.

It loads in two goes. What reads the pages of a PDF is there soon: processes forked then do the ``early`` calls of tasks, while the
stem loads all the rest, which takes as long as reading some two hundred pages. It has no threads of its own when it forks.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
from functools import lru_cache
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import recv_handle, send_handle
from typing import Literal, Protocol

from ingest.serving import serve

_EARLY = "ingest.page_tasks"
_ALL = "ingest.prepared"
_START = "import sys; sys.path[:] = sys.argv[2:]; from ingest.stem import grow; grow(int(sys.argv[1]))"
_Order = tuple[Literal["load", "fork", "end"], int]


class Stem(Protocol):
    """What makes processes that read. ``state`` is ``loaded`` when they can do all tasks, and before that the ``early`` calls only."""

    state: Literal["early", "loading", "loaded"]
    connection: Connection

    def load(self) -> None:
        """Begin to load all that reads; ``connection`` can be read when that is done, and ``heard`` is to be called then."""
        ...

    def heard(self) -> None:
        """Take in that all is loaded; raises EOFError where it cannot be loaded."""
        ...

    def fork(self, memory_mb: int) -> tuple[Connection, int]:
        """A new process as the connection to it and its number; waits while all is loaded. Raises OSError where the stem is gone."""
        ...

    def end(self, process: int) -> None:
        """End a process that was forked, whatever it does."""
        ...


def stem(*, instead_of: Stem | None = None) -> Stem:
    """The one stem of this process, which ends with it; another where it is the one that is no more.

    To be asked for before there is much else to do: it starts beside that, and loads no more than what reads pages until it is told.
    """
    if _stem() is instead_of:
        _stem.cache_clear()
    return _stem()


@lru_cache(maxsize=1)
def _stem() -> Stem:
    return _Forking() if hasattr(os, "fork") else _Spawning()


class _Forking:
    """The side of the parent."""

    def __init__(self) -> None:
        self.state: Literal["early", "loading", "loaded"] = "early"
        self.connection, theirs = multiprocessing.Pipe()
        given = [str(theirs.fileno()), *sys.path]
        # Not a process of ``multiprocessing``: those begin with importing the program that was started.
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *given], stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()]
        )
        theirs.close()

    def load(self) -> None:
        if self.state == "early":
            self.state = "loading"
            self._order("load", 0)

    def heard(self) -> None:
        self.connection.recv()
        self.state = "loaded"

    def fork(self, memory_mb: int) -> tuple[Connection, int]:
        if self.state == "loading":
            self.heard()
        ours, theirs = multiprocessing.Pipe()
        self._order("fork", memory_mb)
        send_handle(self.connection, theirs.fileno(), self._process.pid)
        theirs.close()
        return ours, self.connection.recv()

    def end(self, process: int) -> None:
        # One that is gone has ended its processes.
        with contextlib.suppress(OSError):
            self._order("end", process)

    def _order(self, what: Literal["load", "fork", "end"], number: int) -> None:
        order: _Order = (what, number)
        self.connection.send(order)


class _Spawning:
    """Where processes cannot be forked each loads for itself, when it is told its first task."""

    def __init__(self) -> None:
        self.state: Literal["early", "loading", "loaded"] = "loaded"
        self.connection, _ = multiprocessing.Pipe()
        self._processes: dict[int, BaseProcess] = {}

    def load(self) -> None:
        """There is nothing to load here."""

    def heard(self) -> None:
        """There is nothing to hear."""

    def fork(self, memory_mb: int) -> tuple[Connection, int]:
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, memory_mb), daemon=True)
        process.start()
        theirs.close()
        number = process.pid or 0
        self._processes[number] = process
        return ours, number

    def end(self, process: int) -> None:
        ended = self._processes.pop(process)
        ended.kill()
        ended.join()


def grow(handle: int) -> None:
    """The life of the stem: do what is ordered until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # An interrupt is for the parent.
    connection = Connection(handle)
    processes: set[int] = set()
    early = True
    import_module(_EARLY)
    with contextlib.suppress(EOFError, OSError):
        while True:
            order: _Order = connection.recv()
            what, number = order
            if what == "load":
                import_module(_ALL)
                early = False
                connection.send("loaded")
            elif what == "fork":
                given = recv_handle(connection)
                process = os.fork()
                if process == 0:
                    connection.close()
                    _be_forked(given, number, early=early)
                os.close(given)
                processes.add(process)
                connection.send(process)
            elif number in processes:
                processes.remove(number)
                _end(number)
    for process in processes:
        _end(process)


def _be_forked(handle: int, memory_mb: int, *, early: bool) -> None:
    try:
        serve(Connection(handle), memory_mb, early=early)
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = 1
    finally:
        sys.stderr.flush()
        os._exit(code)


def _end(process: int) -> None:
    # It is waited for here and nowhere else, so that its number cannot be that of another one.
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)

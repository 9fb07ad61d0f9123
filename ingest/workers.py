"""Processes that do one task after another: a task that crashes, hangs or eats the memory costs itself and no other.

Each process is watched on its own. A task tells what it begins (``Step``), so that it is known what was being read when a
process ended, and how long that may take.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext, ForkServerContext
from typing import Any, Generic, Literal, TypeVar

try:
    import resource
except ImportError:  # Windows knows no such limits.
    resource = None  # type: ignore[assignment]

MEGABYTE = 1024 * 1024

#: How long a process may take until it tells its first step: it starts, imports what it needs and reads the file.
_START_SECONDS = 60.0

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may use: ``page_seconds`` for one page, ``memory_mb`` megabytes of address space for one process."""

    page_seconds: float = 60.0
    memory_mb: int = 4096


@dataclass(frozen=True, slots=True)
class Step:
    """What a task begins now: a page, or None for what concerns the whole file; and the seconds that it may take."""

    page: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Loss:
    """How the process of a task was lost and at which page: it was ``killed``, ``too_slow`` or ``too_large`` for its memory."""

    how: Literal["killed", "too_slow", "too_large"]
    page: int | None


@dataclass(frozen=True, slots=True)
class Task:
    """A call to make in a process: that of a function by its module and name, which may be slow to import.

    The function gives steps and items; the arguments and the items can be pickled. After a ``large`` one its process ends,
    so that the memory it took is free again.
    """

    module: str
    function: str
    args: tuple[object, ...]
    large: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What a task gave besides its steps, in order; with a ``loss``, what it gave before that."""

    items: tuple[Any, ...]
    loss: Loss | None = None

    @property
    def last(self) -> Any:
        """The last item, None where there is none."""
        return self.items[-1] if self.items else None


#: Work in rounds: gives the tasks of a round, is sent what came of them in the same order, and returns its result.
Plan = Generator[Sequence[Task], list[Done], Result]


class Workers:
    """A number of processes. They are started when they are needed and end with the block, also in the midst of a task."""

    def __init__(self, count: int, limits: Limits):
        self._count = count
        self._limits = limits
        self._context = _context()
        self._all: list[_Worker] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            worker.end()

    def run(self, plans: Iterable[Plan[Result]]) -> Iterator[Result]:
        """The result of each plan, when it is there.

        A plan is begun, in the order given, when a process has nothing else to do; its tasks are spread over all processes.
        """
        to_begin = iter(plans)
        waiting: deque[_Call[Result]] = deque()
        while True:
            while len(self._busy()) < self._count:
                if not waiting:
                    plan = next(to_begin, None)
                    if plan is None:
                        break
                    yield from _go_on(_Round(plan), waiting)
                    continue
                self._free().begin(waiting.popleft())
            busy = self._busy()
            if not busy:
                return
            for worker in _ready(busy):
                call = worker.hear()
                if worker.ended:
                    self._all.remove(worker)
                if call is not None and call.round.complete:
                    yield from _go_on(call.round, waiting)

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._all if worker.call]

    def _free(self) -> _Worker:
        for worker in self._all:
            if not worker.call:
                return worker
        self._all.append(_Worker(self._context, self._limits))
        return self._all[-1]


@dataclass(slots=True)
class _Round(Generic[Result]):
    """A plan, and what came of the tasks that it gave last."""

    plan: Plan[Result]
    done: list[Done | None] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return all(self.done)


@dataclass(slots=True)
class _Call(Generic[Result]):
    """One task of a round, and what it gave so far."""

    round: _Round[Result]
    at: int
    task: Task
    items: list[object] = field(default_factory=list)

    def finish(self, loss: Loss | None = None) -> None:
        self.round.done[self.at] = Done(tuple(self.items), loss)


def _go_on(round_: _Round[Result], waiting: deque[_Call[Result]]) -> Iterator[Result]:
    """Send a plan what came of its last tasks; its next ones go before those of plans begun later."""
    try:
        tasks: Sequence[Task] = ()
        results = [one for one in round_.done if one]
        tasks = round_.plan.send(results) if results else next(round_.plan)
        while not tasks:
            tasks = round_.plan.send([])
    except StopIteration as end:
        yield end.value
        return
    round_.done = [None] * len(tasks)
    waiting.extendleft(reversed([_Call(round_, at, task) for at, task in enumerate(tasks)]))


def _ready(busy: Sequence[_Worker]) -> list[_Worker]:
    """Those that have something to tell or are over their time, when there are any."""
    while True:
        until = min(worker.deadline for worker in busy)
        heard = wait([worker.connection for worker in busy], max(0.0, until - time.monotonic()))
        now = time.monotonic()
        ready = [worker for worker in busy if worker.connection in heard or worker.deadline <= now]
        if ready:
            return ready


class _Worker:
    """One process, and the call that it is busy with."""

    def __init__(self, context: BaseContext, limits: Limits):
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, limits.memory_mb), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        self.call: _Call[Any] | None = None
        self.deadline = 0.0
        self.ended = False
        self._page: int | None = None

    def begin(self, call: _Call[Any]) -> None:
        self.call, self._page = call, None
        self.deadline = time.monotonic() + _START_SECONDS
        # One that ended while it had nothing to do is found out when it is heard.
        with contextlib.suppress(OSError):
            self.connection.send(call.task)

    def hear(self) -> _Call[Any] | None:
        """Take in what the process tells, without waiting; the call where it is over, well or not."""
        call = self.call
        assert call is not None
        try:
            while self.connection.poll():
                told = self.connection.recv()
                if isinstance(told, Step):
                    self._page, self.deadline = told.page, time.monotonic() + told.seconds
                elif isinstance(told, Loss):
                    return self._lose(call, Loss(told.how, self._page))
                elif isinstance(told, _End):
                    if call.task.large:
                        self.end()
                    self.call = None
                    call.finish()
                    return call
                else:
                    call.items.append(told)
        except (EOFError, OSError):
            return self._lose(call, Loss("killed", self._page))
        if self.deadline <= time.monotonic():
            return self._lose(call, Loss("too_slow", self._page))
        return None

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()
        self.ended = True

    def _lose(self, call: _Call[Any], loss: Loss) -> _Call[Any]:
        self.end()
        self.call = None
        call.finish(loss)
        return call


@dataclass(frozen=True, slots=True)
class _End:
    """Tells that a task is over."""


def _serve(connection: Connection, memory_mb: int) -> None:
    """The life of a process: do what comes until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # An interrupt is for the parent, which ends its processes.
    _limit_memory(memory_mb)
    with contextlib.suppress(EOFError, OSError):
        while True:
            task: Task = connection.recv()
            try:
                for told in getattr(import_module(task.module), task.function)(*task.args):
                    connection.send(told)
            except MemoryError:
                connection.send(Loss("too_large", None))
            else:
                connection.send(_End())


def _limit_memory(megabytes: int) -> None:
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * MEGABYTE
    # Some systems know the limit and do not let it be set.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _context() -> BaseContext:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if isinstance(context, ForkServerContext):
        # What is slow to import is imported once and not in every process.
        context.set_forkserver_preload(["ingest.cli", "ingest.prepared"])
    return context

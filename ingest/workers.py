"""Processes that do one task after another: a task that crashes, hangs or eats the memory costs itself and no other.

Each process is watched on its own. A task tells what it begins (``Step``), so that it is known what was being read when a
process ended, and how long that may take.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ingest.serving import serve
from ingest.tasks import Done, End, Limits, Loss, Step, Task

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext  # The first is not there on Windows.

#: How long a process may take until it tells its first step: it starts, imports what it needs and reads the file.
_START_SECONDS = 60.0

Result = TypeVar("Result")

#: Work in rounds: gives the tasks of a round, is sent what came of them in the same order, and returns its result.
Plan = Generator[Sequence[Task], list[Done], Result]


@cache
def _context() -> ForkServerContext | SpawnContext:
    """How processes come to be: forked from one that has loaded what reads, or where none can be forked each loads for itself."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "ingest.prepared"])
    return context


def prepare() -> None:
    """Begin to load what reads, beside whatever this process does next; to be called in its main thread, or not at all."""
    if _context().get_start_method() != "forkserver":
        return
    from multiprocessing.forkserver import ensure_running

    # What is ignored now is ignored there from the beginning: an interrupt is for this process, which ends the others.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)


class Workers:
    """A number of processes. They are started when they are needed and end with the block, also in the midst of a task."""

    def __init__(self, count: int, limits: Limits):
        self._count = count
        self._limits = limits
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
        waiting: list[_Call[Result]] = []
        while True:
            while len(self._busy()) < self._count:
                if waiting:
                    self._begin_one(waiting)
                    continue
                plan = next(to_begin, None)
                if plan is None:
                    break
                yield from _go_on(_Round(plan), waiting)
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

    def _begin_one(self, waiting: list[_Call[Any]]) -> None:
        """Begin one of the tasks that wait, in a process without work or a new one."""
        busy = {worker.number for worker in self._busy()}
        free = {worker.number: worker for worker in self._all if not worker.call}
        # What is near to a busy process waits for it while there is other work.
        call = min(waiting, key=lambda call: (call.task.near not in free, call.task.near in busy))
        worker = free.get(call.task.near or 0) or next(iter(free.values()), None)
        if worker is None:
            worker = _Worker(self._limits)
            self._all.append(worker)
        waiting.remove(call)
        worker.begin(call)


def _ready(busy: Sequence[_Worker]) -> list[_Worker]:
    """Those that have something to tell or are over their time; waits until there is one."""
    while True:
        until = min(worker.deadline for worker in busy)
        heard = wait([worker.connection for worker in busy], max(0.0, until - time.monotonic()))
        now = time.monotonic()
        ready = [worker for worker in busy if worker.connection in heard or worker.deadline <= now]
        if ready:
            return ready


@dataclass(slots=True)
class _Round(Generic[Result]):
    """A plan, and what came of the tasks that it gave last."""

    plan: Plan[Result]
    done: list[Done | None] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return all(self.done)


@dataclass(slots=True, eq=False)
class _Call(Generic[Result]):
    """One task of a round, and what it gave so far."""

    round: _Round[Result]
    at: int
    task: Task
    items: list[object] = field(default_factory=list)

    def finish(self, by: int, loss: Loss | None = None) -> None:
        self.round.done[self.at] = Done(tuple(self.items), loss, by)


def _go_on(round_: _Round[Result], waiting: list[_Call[Result]]) -> Iterator[Result]:
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
    waiting[:0] = [_Call(round_, at, task) for at, task in enumerate(tasks)]


class _Worker:
    """One process, and the call that it is busy with."""

    def __init__(self, limits: Limits):
        self.connection, theirs = multiprocessing.Pipe()
        self._process = _context().Process(target=serve, args=(theirs, limits.memory_mb), daemon=True)
        self._process.start()
        theirs.close()
        self.number = self._process.pid or 0
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
                elif isinstance(told, End):
                    if call.task.large:
                        self.end()
                    self.call = None
                    call.finish(self.number)
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
        call.finish(self.number, loss)
        return call

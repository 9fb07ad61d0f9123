"""Processes that do one task after another: a task that crashes, hangs or eats the memory costs itself and no other.

Each process is watched on its own. A task tells what it begins (``Step``), so that it is known what was being read when a
process ended, and how long that may take.
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import signal
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent import futures
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ingest.processes.serving import serve
from ingest.processes.tasks import Done, End, Limits, Loss, Step, Task, Unloadable
from schema.errors import CannotLoad

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext  # The first is not there on Windows.

#: How long a process may take until it tells its first step: it starts, imports what it needs and reads the file.
_START_SECONDS = 60.0
#: How often it is looked whether what reads is loaded.
_SOON = 0.03
#: While what reads is loaded, no more is begun than so many tasks for each process wait for that: what is begun uses up its time.
_WAITING = 2

Result = TypeVar("Result")

#: Work in rounds: gives the tasks of a round, is sent what came of them in the same order, and returns its result.
Plan = Generator[Sequence[Task], list[Done], Result]


@cache
def _context() -> ForkServerContext | SpawnContext:
    """How processes come to be: forked from one that has loaded what reads, or where none can be forked each loads for itself."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "ingest.processes.prepared"])
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
    """A number of processes. They are started when they are needed and end with the block, also in the midst of a task.

    While what reads is loaded, that is one of them. Others are spawned meanwhile, do the ``light`` tasks and are replaced then.
    """

    def __init__(self, count: int, limits: Limits):
        self._count = count
        self._limits = limits
        self._all: list[_Worker] = []
        self._loading: Future[_Worker] | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._loading:
            self._all.append(self._loading.result())
        for worker in self._all:
            worker.end()

    def run(self, plans: Iterable[Plan[Result]]) -> Iterator[Result]:
        """The result of each plan, when it is there.

        A plan is begun, in the order given, when a process has nothing else to do; its tasks are spread over all processes.

        Raises:
            CannotLoad: What a task calls cannot be loaded.
        """
        to_begin = enumerate(plans)
        waiting: list[_Call[Result]] = []
        while True:
            while len(busy := self._busy()) + bool(self._loading) < self._count:
                if able := [call for call in waiting if call.task.light or not self._loading]:
                    # The tasks of a plan go before those of plans begun later.
                    call = min(able, key=lambda call: call.round.number)
                    waiting.remove(call)
                    if call.round.until > time.monotonic():
                        self._free().begin(call)
                        continue
                    call.finish(Loss("out_of_time", None))
                    if call.round.complete:
                        yield from _go_on(call.round, waiting)
                    continue
                if len(waiting) >= _WAITING * self._count:
                    break
                number, plan = next(to_begin, (0, None))
                if plan is None:
                    break
                self._load()
                until = time.monotonic() + 60 * self._limits.paper_minutes
                yield from _go_on(_Round(number, plan, until), waiting)
            if not busy and not waiting:
                return
            for worker in self._ready(busy):
                over = worker.hear()
                if worker.ended:
                    self._all.remove(worker)
                if over is not None and over.round.complete:
                    yield from _go_on(over.round, waiting)

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._all if worker.call]

    def _load(self) -> None:
        """Begin to load what reads, where something else can be done meanwhile."""
        if self._all or self._loading or self._count == 1 or _context().get_start_method() != "forkserver":
            return
        # To start a process takes until all is loaded.
        self._loading = ThreadPoolExecutor(1).submit(_Worker, self._limits)
        self._look_whether_loaded(_SOON)

    def _look_whether_loaded(self, seconds: float) -> None:
        if self._loading and self._loading in futures.wait([self._loading], seconds).done:
            self._all.append(self._loading.result())
            self._loading = None

    def _free(self) -> _Worker:
        """A process without work that can do what may be begun now: a new one where there is none."""
        light = self._loading is not None
        for worker in [worker for worker in self._all if not worker.call]:
            if worker.light == light:
                return worker
            worker.end()
            self._all.remove(worker)
        self._all.append(_Worker(self._limits, light=light))
        return self._all[-1]

    def _ready(self, busy: Sequence[_Worker]) -> list[_Worker]:
        """Those that have something to tell or are over their time; waits until there is one, or a moment while something is loaded."""
        until = min((worker.deadline for worker in busy), default=math.inf)
        seconds = min(until - time.monotonic(), _SOON if self._loading else math.inf)
        heard = wait([worker.connection for worker in busy], max(0.0, seconds))
        self._look_whether_loaded(0)
        now = time.monotonic()
        return [worker for worker in busy if worker.connection in heard or worker.deadline <= now]


@dataclass(slots=True)
class _Round(Generic[Result]):
    """A plan by its number, and what came of the tasks that it gave last.

    ``until`` is when its time is up; what it does after it was told so has none, and should be short.
    """

    number: int
    plan: Plan[Result]
    until: float
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

    def finish(self, loss: Loss | None = None) -> None:
        self.round.done[self.at] = Done(tuple(self.items), loss)


def _go_on(round_: _Round[Result], waiting: list[_Call[Result]]) -> Iterator[Result]:
    """Send a plan what came of its last tasks; and take in its next ones."""
    try:
        results = [one for one in round_.done if one]
        if any(one.loss and one.loss.how == "out_of_time" for one in results):
            round_.until = math.inf
        tasks = round_.plan.send(results) if results else next(round_.plan)
        while not tasks:
            tasks = round_.plan.send([])
    except StopIteration as end:
        yield end.value
        return
    round_.done = [None] * len(tasks)
    waiting += [_Call(round_, at, task) for at, task in enumerate(tasks)]


class _Worker:
    """One process, and the call that it is busy with."""

    def __init__(self, limits: Limits, *, light: bool = False):
        self.light = light
        self.connection, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn") if light else _context()
        self._process = context.Process(target=serve, args=(theirs, limits.memory_mb), daemon=True)
        self._process.start()
        theirs.close()
        self.call: _Call[Any] | None = None
        self._deadline = 0.0
        self.ended = False
        self._page: int | None = None

    def begin(self, call: _Call[Any]) -> None:
        self.call, self._page = call, None
        self._deadline = time.monotonic() + _START_SECONDS
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
                    self._page, self._deadline = told.page, time.monotonic() + told.seconds
                elif isinstance(told, Unloadable):
                    raise CannotLoad(told.what)
                elif isinstance(told, Loss):
                    return self._lose(call, Loss(told.how, self._page))
                elif isinstance(told, End):
                    if call.task.large:
                        self.end()
                    self.call = None
                    call.finish()
                    return call
                else:
                    call.items.append(told)
        except (EOFError, OSError):
            return self._lose(call, Loss("killed", self._page))
        now = time.monotonic()
        if call.round.until <= now:
            return self._lose(call, Loss("out_of_time", self._page))
        if self._deadline <= now:
            return self._lose(call, Loss("too_slow", self._page))
        return None

    @property
    def deadline(self) -> float:
        """When the time of what it does is up."""
        return min(self._deadline, self.call.round.until) if self.call else math.inf

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

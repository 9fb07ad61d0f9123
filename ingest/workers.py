"""Processes that do one task after another: a task that crashes, hangs or eats the memory costs itself and no other.

Each process is watched on its own. A task tells what it begins (``Step``), so that it is known what was being read when a
process ended, and how long that may take.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from ingest.stem import Stem, stem
from ingest.tasks import Done, End, Limits, Loss, Step, Task

#: How long a process may take until it tells its first step: it starts, imports what it needs and reads the file.
_START_SECONDS = 60.0

Result = TypeVar("Result")

#: Work in rounds: gives the tasks of a round, is sent what came of them in the same order, and returns its result.
Plan = Generator[Sequence[Task], list[Done], Result]


class Workers:
    """A number of processes. They are started when they are needed and end with the block, also in the midst of a task.

    What they are forked from (``ingest.stem``) is one of them while it loads: of two processes one reads pages beside it.
    """

    def __init__(self, count: int, limits: Limits):
        self._count = count
        self._limits = limits
        self._stem = stem()
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
            while len(self._busy()) + (self._stem.state == "loading") < self._count:
                if self._begin_one(waiting):
                    continue
                plan = next(to_begin, None)
                if plan is None:
                    break
                self._load()
                yield from _go_on(_Round(plan), waiting)
            busy = self._busy()
            if not busy and not waiting:
                return
            for worker in self._ready(busy):
                call = worker.hear()
                if worker.ended:
                    self._all.remove(worker)
                if call is not None and call.round.complete:
                    yield from _go_on(call.round, waiting)

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._all if worker.call]

    def _load(self) -> None:
        if self._stem.state == "early":
            self._all += [_Worker(self._stem, self._limits) for _ in range(self._count - 1)]
            self._stem.load()

    def _begin_one(self, waiting: deque[_Call[Any]]) -> bool:
        """Begin one of the tasks that wait, if there is one that a process without work, or a new one, can do."""
        there = {worker.number: worker for worker in self._all}
        for call in waiting:
            near = there.get(call.task.near or 0)
            if near and not near.call:
                return _begin(near, call, waiting)
        # What is near to a busy process waits for it while there is other work.
        for call in sorted(waiting, key=lambda call: call.task.near in there):
            worker = self._free(call.task)
            if worker:
                return _begin(worker, call, waiting)
        return False

    def _free(self, task: Task) -> _Worker | None:
        loaded = self._stem.state == "loaded"
        for worker in self._all:
            if not worker.call and (not worker.early if loaded else task.early):
                return worker
        if not loaded:
            return None
        try:
            self._all.append(_Worker(self._stem, self._limits))
        except (EOFError, OSError):
            self._stem = stem(instead_of=self._stem)
            self._stem.load()
            return None
        return self._all[-1]

    def _ready(self, busy: Sequence[_Worker]) -> list[_Worker]:
        """Those that have something to tell or are over their time; none where the stem has loaded."""
        stems = [self._stem.connection] if self._stem.state == "loading" else []
        while True:
            until = min((worker.deadline for worker in busy), default=None)
            heard = wait(
                [*stems, *(worker.connection for worker in busy)],
                None if until is None else max(0.0, until - time.monotonic()),
            )
            if stems and stems[0] in heard:
                self._stem.heard()
                return []
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


def _begin(worker: _Worker, call: _Call[Any], waiting: deque[_Call[Any]]) -> bool:
    waiting.remove(call)
    worker.begin(call)
    return True


class _Worker:
    """One process, and the call that it is busy with."""

    def __init__(self, from_stem: Stem, limits: Limits):
        self._stem = from_stem
        self.early = from_stem.state == "early"
        self.connection, self.number = from_stem.fork(limits.memory_mb)
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
        self._stem.end(self.number)
        self.connection.close()
        self.ended = True

    def _lose(self, call: _Call[Any], loss: Loss) -> _Call[Any]:
        self.end()
        self.call = None
        call.finish(self.number, loss)
        return call

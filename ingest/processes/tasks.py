"""What goes between this process and those that read: a task, what it tells while it goes on, and how it was lost."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may use: ``page_seconds`` for one page, ``memory_mb`` megabytes of address space for one process.

    After ``paper_minutes`` of one paper, on the clock, what is being read of it is given up.
    """

    page_seconds: float = 60.0
    memory_mb: int = 4096
    paper_minutes: float = 120.0


@dataclass(frozen=True, slots=True)
class Task:
    """A call to make in a process, with arguments that can be pickled.

    ``call`` names a function, as ``package.module:function``, which gives steps and items, all of which can be pickled. A ``light``
    one needs little to be loaded. After a ``large`` one its process ends, so that the memory it took is free again.
    """

    call: str
    args: tuple[object, ...]
    light: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What a task begins now: a page, or None for what concerns the whole file; and the seconds that it may take."""

    page: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Loss:
    """How the process of a task was lost and at which page: it was ``killed``, ``too_slow`` or ``too_large`` for its memory.

    ``out_of_time`` is one whose paper had used up its minutes.
    """

    how: Literal["killed", "too_slow", "too_large", "out_of_time"]
    page: int | None


@dataclass(frozen=True, slots=True)
class End:
    """Tells that a task is over."""


@dataclass(frozen=True, slots=True)
class Unloadable:
    """Tells why what a task calls cannot be loaded."""

    what: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a task gave besides its steps, in order; with a ``loss``, what it gave before that."""

    items: tuple[Any, ...]
    loss: Loss | None = None

    @property
    def last(self) -> Any:
        """The last item, None where there is none."""
        return self.items[-1] if self.items else None


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

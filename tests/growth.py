"""How the time that something takes grows with its length, told so that a busy machine changes nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES = 4
#: Four times the length takes four times as long; where the time is the square of the length, sixteen times.
MOST_TIMES = 8
#: What is over sooner than this, in seconds, tells nothing.
ROOM = 0.05
TRIES = 6


def seconds_of(work: Callable[[int], object], length: int) -> float:
    """The processor's seconds of ``work(length)``, without collections of what other tests have left behind."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(length)
        return time.process_time() - begun
    finally:
        gc.enable()


def grows_with_its_length(work: Callable[[int], object], length: int) -> bool:
    """Does ``work`` take about the time of its length, from ``length`` to four times that?

    What else a machine does makes a try longer and never shorter, so the least of each counts; one that grows faster
    fails all tries.
    """
    work(length // TIMES)
    short = long = float("inf")
    for _ in range(TRIES):
        short, long = min(short, seconds_of(work, length)), min(long, seconds_of(work, TIMES * length))
        if long < MOST_TIMES * short + ROOM:
            return True
    return False

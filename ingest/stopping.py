"""A run that is told to stop stops as with Ctrl+C: in order, with what was finished in the database."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stopped_in_order() -> Iterator[None]:
    """Within the block, what asks this process to end (SIGTERM: an administrator, SIGHUP: the terminal is gone) interrupts it as Ctrl+C does.

    A signal that somebody has set to be ignored (``nohup``) stays ignored. To be used in the main thread.
    """
    asked = [
        getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
    ]  # Windows has only the first.
    changed = [number for number in asked if signal.getsignal(number) == signal.SIG_DFL]
    for number in changed:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)

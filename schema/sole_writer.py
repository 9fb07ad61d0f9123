"""One run at a time: of two programs that would fill the same database, the second waits for the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from schema.errors import DatabaseUnusable


@contextmanager
def sole_writer(path: str | Path, on_wait: Callable[[str], None], *, seconds: float = -1) -> Iterator[None]:
    """Hold the right to fill the database at ``path``, by a lock on the file ``<path>.lock`` beside it.

    The system takes the lock back when a program ends, however it ends. Who only reads, such as the site, needs none. ``on_wait``
    is told once, in a sentence, if another program has it; after so many ``seconds`` (-1: never) it is given up.

    Raises:
        DatabaseUnusable: another program kept it, or the folder cannot be written.
    """
    path = Path(path)
    lock = FileLock(path.with_name(f"{path.name}.lock"))
    try:
        try:
            lock.acquire(blocking=False)
        except Timeout:
            on_wait(f"Another program is filling {path}; waiting until it is done (Ctrl+C to stop waiting).")
            lock.acquire(timeout=seconds, poll_interval=0.2)
    except Timeout:
        raise DatabaseUnusable(str(path), "another program is filling it", "wait for it to finish") from None
    except OSError:
        if path.parent.is_dir():
            what, do = (
                f"its folder {path.parent.absolute()} cannot be written",
                "allow writing to it or name another --db",
            )
        else:
            what, do = f"there is no folder {path.parent}", "make the folder or name another"
        raise DatabaseUnusable(str(path), what, do) from None
    try:
        yield
    finally:
        lock.release()

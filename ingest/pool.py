"""Reading many files at once: a pool of processes, in which a file that kills its process stops no other file."""

from __future__ import annotations

import hashlib
import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from schema.errors import Unreadable
from schema.reading import Known, Problem, Reading


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: ``sha256`` is that of the bytes that are meant."""

    path: Path
    sha256: str
    known: Known


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: a reading, or the problem that kept it from being read. ``trace`` is for the developer."""

    job: Job
    reading: Reading | None = None
    problem: Problem | None = None
    trace: str | None = None


def read_all(
    jobs: Iterable[Job], workers: int, read: Callable[[Job], Outcome] | None = None
) -> Generator[Outcome, None, None]:
    """Read every job, yielding each outcome when it is there. With one worker all runs in this process.

    A file that kills its process (out of memory, a fault in a library) is tried once more alone and then given up. Closing the
    iterator, as an interrupt does, ends the processes. ``read`` is ``read_job`` unless another is given.
    """
    read = read or read_job
    waiting = deque(jobs)
    if workers <= 1 or len(waiting) <= 1:
        for job in waiting:
            yield read(job)
        return
    while waiting:
        suspects: list[Job] = []
        yield from _read_in_pool(waiting, workers, read, suspects)
        for job in suspects:
            yield _read_alone(job, read)


def read_job(job: Job) -> Outcome:
    """Read one file; whatever goes wrong in it is told in the outcome and harms no other file."""
    # Slow to import, and only needed where files are read: not in the parent of a pool, nor for `panelpapers --help`.
    from ingest.papers import read_paper

    try:
        data = job.path.read_bytes()
        if hashlib.sha256(data).hexdigest() != job.sha256:
            raise Unreadable(str(job.path), None, "the file changed while it was read", "ingest it again")
        return Outcome(job, reading=read_paper(data, str(job.path), job.known))
    except Unreadable as error:
        return Outcome(
            job, problem=Problem(code="unreadable", message=error.message, severity="error", page=error.page)
        )
    except OSError as error:
        message = f"{job.path}: the file cannot be read ({error.strerror}); check its permissions and ingest it again"
        return Outcome(job, problem=Problem(code="unreadable", message=message, severity="error"))
    except Exception as error:
        # The seam of one document: a fault of this program in one paper must not keep the others out.
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        message = f"{job.path}: this program failed on the file ({what}); run with -v and report it with the file"
        problem = Problem(code="unexpected_error", message=message, severity="error")
        return Outcome(job, problem=problem, trace=traceback.format_exc())


def _read_in_pool(
    waiting: deque[Job], workers: int, read: Callable[[Job], Outcome], suspects: list[Job]
) -> Generator[Outcome, None, None]:
    """Read until nothing waits or a process dies; the jobs that were being read then are the ``suspects``.

    No more jobs are handed out than there are processes, so that every suspect was really being read.
    """
    running: dict[Future[Outcome], Job] = {}
    with _Workers(workers) as pool:
        while waiting or running:
            while waiting and len(running) < workers and not suspects:
                try:
                    running[pool.submit(read, waiting[0])] = waiting[0]
                    waiting.popleft()
                except BrokenProcessPool:
                    suspects.extend(running.values())
                    return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                job = running.pop(future)
                try:
                    outcome = future.result()
                except BrokenProcessPool:
                    suspects.append(job)
                else:
                    yield outcome
            if suspects:
                suspects.extend(running.values())
                return


def _read_alone(job: Job, read: Callable[[Job], Outcome]) -> Outcome:
    with _Workers(1) as pool:
        try:
            return pool.submit(read, job).result()
        except BrokenProcessPool:
            message = (
                f"{job.path}: reading the file ended its process twice, most likely for want of memory; "
                "split the file or read it on a machine with more memory"
            )
            return Outcome(job, problem=Problem(code="killed_its_process", message=message, severity="error"))


class _Workers:
    """A pool of processes that ends with its block, at once where one is still reading."""

    def __init__(self, workers: int):
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if context.get_start_method() == "forkserver":
            # What is slow to import is imported once and not in every process.
            context.set_forkserver_preload(["ingest.papers", "ingest.pdf"])
        self._others = set(multiprocessing.active_children())
        self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_to_the_parent)

    def __enter__(self) -> ProcessPoolExecutor:
        return self._pool

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - self._others:
            process.terminate()


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)

"""Reading many files in processes: small files whole, large ones in stretches of pages; none harms another.

Reading never happens in this process: a fault of a library, a page without end or one that fills the memory ends the process that
reads it. The page that it was at is known, so the file is read again without it (``ingest.processes.page_losses``).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path
from typing import Any

from ingest.processes.jobs import How, Job, Looked, Opened, Outcome
from ingest.processes.page_losses import PageLosses
from ingest.processes.tasks import Done, Loss, Task
from ingest.processes.workers import Plan, Workers
from schema.reading import Problem

_OPEN, _LOOK_AT_PAGES, _PUT_MARGINS_TOGETHER, _LAY_PAGES = (
    f"ingest.processes.page_tasks:{name}"
    for name in ("open_file", "look_at_pages", "put_margins_together", "lay_pages")
)
_READ_WHOLE, _TAKE_APART, _FIND, _PUT_TOGETHER = (
    f"ingest.processes.reading_tasks:{name}"
    for name in ("read_whole", "take_pages_apart", "find", "put_facts_together")
)
#: The names in ``extract.reading.FINDERS``, which is slow to import; what takes longest first.
_FINDERS = ("prose", "tables", "dates")
#: The codes of the problems of a file that did not come to its end in the process that read it.
_LOST = ("killed_its_process", "too_slow")


class _Ended(Exception):
    """A file came to its outcome in the midst of its pages."""

    def __init__(self, outcome: Outcome):
        self.outcome = outcome


def read_all(
    jobs: Iterable[Job], workers: int, how: How | None = None, on_begin: Callable[[Path], None] = lambda _: None
) -> Generator[Outcome, None, None]:
    """Read every job in so many processes, beginning them in their order, and give each outcome when it is there.

    ``on_begin`` is told the path of each when it is begun.

    Closing the iterator, as an interrupt does, ends the processes.
    """
    how = how or How()
    lost: list[Job] = []
    with Workers(workers, how.limits) as pool:
        for outcome in pool.run(_begun(job, how, on_begin) for job in jobs):
            if outcome.problem and outcome.problem.code in _LOST:
                lost.append(outcome.job)
            else:
                yield outcome
    # What went on beside it may have taken the memory or the time: each is tried once more alone, when nothing waits for it.
    with Workers(1, how.limits) as alone:
        yield from alone.run(_begun(job, how, on_begin) for job in lost)


def read_one(job: Job, how: How, pool: Workers) -> Outcome:
    """The outcome of one job, read by processes that do nothing else and stay for the next one; ``pool`` has the limits of ``how``."""
    for outcome in pool.run([_read(job, how)]):
        if not (outcome.problem and outcome.problem.code in _LOST):
            return outcome
    (outcome,) = pool.run([_read(job, how)])
    return outcome


def _begun(job: Job, how: How, on_begin: Callable[[Path], None]) -> Plan[Outcome]:
    on_begin(job.path)
    return (yield from _read(job, how))


def _read(job: Job, how: How) -> Plan[Outcome]:
    """One file: whole where that goes well, else in stretches of pages."""
    # What a PDF says of itself is not needed for its pages, so one whose bookmarks or labels end the process is opened without.
    for pages_only in (False, True):
        (opening,) = yield [Task(_OPEN, (job, how, pages_only), light=True)]
        if not opening.loss:
            break
    else:
        return _given_up(job, opening.loss)
    loss = None
    try:
        opened: Opened | None = _unless_ended(opening.last)
        if opened is None:
            outcome: Outcome = yield from _one(job, Task(_READ_WHOLE, (job, how)))
            return outcome
        if opened.page_count <= how.pages_at_once:
            (whole,) = yield [Task(_READ_WHOLE, (job, how, opened))]
            loss = whole.loss
            if isinstance(whole.last, Outcome):
                return whole.last
            if loss and (loss.how == "out_of_time" or (loss.how == "too_slow" and loss.page is None)):
                return _given_up(job, loss)
        return (yield from _read_in_stretches(job, how, opened, loss))
    except _Ended as end:
        return end.outcome


def _read_in_stretches(job: Job, how: How, opened: Opened, loss: Loss | None) -> Plan[Outcome]:
    """A large PDF, or one that ended its process at a page, in the two passes of ``ingest.processes.page_tasks``."""
    lost = PageLosses(how.limits)
    if loss and loss.page is not None:
        lost.suspect(loss.page, loss)
    told = yield from _over_pages(
        lambda numbers: Task(_LOOK_AT_PAGES, (job, how, numbers), light=True),
        lost.stretches(range(1, opened.page_count + 1), how.stretch),
        lost,
    )
    looked: dict[int, Looked] = {one.page: one for one in told if isinstance(one, Looked)}
    problems = [one for one in told if isinstance(one, Problem)]
    margins = [looked[page].margins for page in sorted(looked) if looked[page].margins]
    paper = _unless_ended((yield from _one(job, Task(_PUT_MARGINS_TOGETHER, (job, margins), light=True))))
    pages = yield from _over_pages(
        lambda numbers: Task(_LAY_PAGES, (job, how, {n: looked[n].packed for n in numbers}, paper), light=True),
        lost.stretches(sorted(looked), how.stretch),
        lost,
    )
    laid = [one.packed for one in sorted(pages, key=lambda one: one.page)]
    problems += lost.problems()
    given = _unless_ended((yield from _one(job, Task(_TAKE_APART, (job, how, opened.cover, laid, problems)))))
    done = yield from _each(job, [Task(_FIND, (job, len(laid), given, name)) for name in _FINDERS])
    found = {name: _unless_ended(one.last) for name, one in zip(_FINDERS, done, strict=True)}
    outcome: Outcome = yield from _one(job, Task(_PUT_TOGETHER, (job, len(laid), given, found), large=True))
    return outcome


def _over_pages(make: Callable[[range], Task], stretches: Sequence[range], lost: PageLosses) -> Plan[list[Any]]:
    """What the tasks for those stretches give, without the pages that are ``lost`` by it."""
    told: list[Any] = []
    while stretches:
        done = yield [make(numbers) for numbers in stretches]
        again: list[range] = []
        for numbers, one in zip(stretches, done, strict=True):
            if isinstance(one.last, Outcome):
                raise _Ended(one.last)
            told += one.items
            if one.loss:
                again += lost.again(one.loss, numbers)
        stretches = again
    return told


def _one(job: Job, task: Task) -> Plan[Any]:
    """What one task gives last."""
    (done,) = yield from _each(job, [task])
    return done.last


def _each(job: Job, tasks: Sequence[Task]) -> Plan[list[Done]]:
    """What each of some tasks gives, which is tried twice: it may have been lost for what else went on."""
    done = yield tasks
    again = [at for at, one in enumerate(done) if one.loss and one.loss.how not in ("too_slow", "out_of_time")]
    if again:
        for at, one in zip(again, (yield [tasks[at] for at in again]), strict=True):
            done[at] = one
    for one in done:
        if one.loss:
            raise _Ended(_given_up(job, one.loss))
    return done


def _unless_ended(told: Any) -> Any:
    """What a task gave, unless that is the end of its file."""
    if isinstance(told, Outcome):
        raise _Ended(told)
    return told


def _given_up(job: Job, loss: Loss | None) -> Outcome:
    how = loss.how if loss else "killed"
    if how == "out_of_time":
        code, what = "paper_too_slow", "reading the file took longer than --paper-minutes allows"
        do = "raise --paper-minutes or split the file"
    elif how == "too_slow":
        code, what = "too_slow", "reading the file took too long, so it was ended"
        do = "split the file"
    else:
        code, what = (
            "killed_its_process",
            "reading the file ended its process each time, most likely for want of memory",
        )
        do = "split the file, raise --memory-mb or read it on a machine with more memory"
    message = f"{job.path}: {what}; {do}; `panelpapers ingest --retry` tries it again"
    return Outcome(job, problem=Problem(code=code, message=message, severity="error"))

"""The pages of a PDF that cost their process: each is left out with a problem, and the rest is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.processes.tasks import Limits, Loss
from schema.reading import Problem

#: After so many lost pages the rest of a file is given up: each may have cost the time that a page may take.
MOST_LOST = 10


@dataclass(slots=True)
class PageLosses:
    """What was lost of one file so far."""

    limits: Limits
    pages: dict[int, Problem] = field(default_factory=dict)
    suspects: set[int] = field(default_factory=set)
    given_up: set[int] = field(default_factory=set)
    out_of_time: bool = False

    def suspect(self, page: int, loss: Loss) -> None:
        """Note that the process was lost at a page.

        One that took too long is lost; another is first tried alone: what was read before it may have filled the memory.
        """
        if loss.how == "too_slow":
            self.pages[page] = _problem(page, loss, self.limits)
        else:
            self.suspects.add(page)

    def again(self, loss: Loss, numbers: range) -> list[range]:
        """Note that the process was lost that read ``numbers`` in their order; gives what of them is to be read then."""
        page = loss.page if loss.page is not None and loss.page in numbers else numbers[0]
        if loss.how == "out_of_time":
            self.out_of_time = True
            self.given_up.update(range(page, numbers.stop))
            return []
        if len(numbers) == 1:
            self.pages[page] = _problem(page, loss, self.limits)
        else:
            self.suspect(page, loss)
        left = range(page, numbers.stop)
        if len(self.pages) < MOST_LOST:
            return self.stretches(left, len(left))
        self.given_up.update(n for n in left if n not in self.pages)
        return []

    def stretches(self, numbers: Iterable[int], most: int) -> list[range]:
        """The numbers in stretches of at most ``most`` pages, without the lost ones; what is suspected stands alone."""
        out: list[range] = []
        for n in numbers:
            if n in self.pages:
                continue
            last = out[-1] if out else range(0)
            if n in self.suspects or n - 1 in self.suspects or last.stop != n or len(last) >= most:
                out.append(range(n, n + 1))
            else:
                out[-1] = range(last.start, n + 1)
        return out

    def problems(self) -> Sequence[Problem]:
        """All that is to be told, in the order of the pages."""
        told = [self.pages[page] for page in sorted(self.pages)]
        if self.given_up:
            if self.out_of_time:
                why = f"because the paper took longer than {self.limits.paper_minutes:g} minutes"
                do = "raise --paper-minutes and ingest it with --retry"
            else:
                why = f"because {len(self.pages)} pages ended their reading"
                do = "print the file into a new PDF and ingest that"
            message = (
                f"{len(self.given_up)} pages, the first of them page {min(self.given_up)}, were not read, {why}: {do}."
            )
            told.append(Problem(code="pages_given_up", message=message, severity="error", page=min(self.given_up)))
        return told


def _problem(page: int, loss: Loss, limits: Limits) -> Problem:
    if loss.how == "too_slow":
        why = f"took longer than {limits.page_seconds:g} seconds"
        do = "raise --page-seconds and ingest it with --retry, or print the page into a new PDF and ingest that"
    elif loss.how == "too_large":
        why = f"needs more than the {limits.memory_mb} MB of memory that reading may use"
        do = "raise --memory-mb and ingest it with --retry, or print the page into a new PDF and ingest that"
    else:
        why = "ended the process that read it"
        do = "print the page into a new PDF and ingest that"
    message = f"Page {page} {why}, so nothing on it was read: {do}."
    return Problem(code=f"page_{loss.how}", message=message, severity="error", page=page)

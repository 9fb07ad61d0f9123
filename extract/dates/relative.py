"""Times that are told from the year of writing: "earlier this year", "later this year"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.times.points import Stretch

_RELATIVE = re.compile(
    r"(?<![\w’'-])(?:(?P<earlier>earlier)|(?P<later>later|at\sthe\send\sof))\sthis\syear(?![\w’'-])", re.IGNORECASE
)
_NOT_AFTER = re.compile(r"\s(?:of|in|to|before|was|were|is)\b", re.IGNORECASE)
#: A paper is written in the weeks before its meeting: "this year" is certain where these lie in the year of the meeting.
_WRITTEN_WEEKS = 9


@dataclass(frozen=True, slots=True)
class Relative:
    """A time at ``text[stretch.start:stretch.end]``, with its first and last day; ``ahead`` is true for what is still to come."""

    stretch: Stretch
    ahead: bool
    start: dt.date
    end: dt.date


def relatives(text: str, meeting: dt.date | None, taken: tuple[Stretch, ...]) -> Iterator[Relative]:
    """The relative times of a text whose days are certain, from left to right; those beside a printed day are left out.

    In a paper for 12 October 2015 "later this year" is 2015, since it was written in that year. Of "last Friday", "next month" or
    "yesterday" it is not told which day that is, the paper being written some days or weeks before its meeting: they give nothing.
    """
    if meeting is None or (meeting - dt.timedelta(weeks=_WRITTEN_WEEKS)).year != meeting.year:
        return
    for m in _RELATIVE.finditer(text):
        if _NOT_AFTER.match(text, m.end()):
            continue
        if any(s.start - 4 <= m.end() and m.start() <= s.end + 4 for s in taken if not s.relative):
            continue
        yield Relative(
            Stretch(m.start(), m.end(), kind="relative"),
            bool(m["later"]),
            dt.date(meeting.year, 1, 1),
            dt.date(meeting.year, 12, 31),
        )

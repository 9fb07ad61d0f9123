"""Times that are told from the day of writing: "last Friday", "next month", "later this year"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.times.points import Stretch

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_RELATIVE = re.compile(
    rf"(?<![\w’'-])(?:(?P<back>last|this\spast|the\sprevious)|(?P<ahead>next|this\scoming))\s(?P<unit>{_WEEKDAY}|weekend|week|month)(?![\w’'-])"
    r"|(?<![\w’'-])(?:(?P<earlier>earlier)|(?P<later>later|at\sthe\send\sof))\sthis\s(?P<this>week|month|year)(?![\w’'-])"
    r"|(?<![\w’'-])(?P<yesterday>yesterday)(?![\w’'-])",
    re.IGNORECASE,
)
#: "over the last month", "in the last week of March", "the last month of the year" are lengths and parts.
_NOT_BEFORE = re.compile(
    r"\b(?:over|within|during|for|of|in|than|every|each|per|(?:over|in|during|for|within)\sthe|the)\s$", re.IGNORECASE
)
_NOT_AFTER = re.compile(r"\s(?:of|in|to|before|was|were|is)\b", re.IGNORECASE)
#: Without one of these no passage has such a time: looking for them is faster than the expression.
_WORDS = (
    "last ",
    "next ",
    "coming ",
    "previous ",
    "earlier this ",
    "later this ",
    "end of this ",
    "past ",
    "yesterday",
)
#: A paper is written in the weeks before its meeting: "this year" is certain where these lie in the year of the meeting.
_WRITTEN_WEEKS = 9


@dataclass(frozen=True, slots=True)
class Relative:
    """A time at ``text[stretch.start:stretch.end]``, with its first and last day where these are certain, else None.

    ``ahead`` is true for what is still to come. ``precision`` is ``day``, ``month`` or ``year``.
    """

    stretch: Stretch
    ahead: bool
    precision: str
    start: dt.date | None = None
    end: dt.date | None = None


def relatives(text: str, meeting: dt.date | None, taken: tuple[Stretch, ...]) -> Iterator[Relative]:
    """The relative times of a text, from left to right; those beside a printed day ("Last weekend (3-4 October)") left out.

    In a paper for 12 October 2015 "later this year" is 2015, since it was written in that year. Of "last Friday" it is not told which
    Friday: the paper was written some days or weeks before its meeting.
    """
    lower = text.lower()
    if not any(word in lower for word in _WORDS):
        return
    for m in _RELATIVE.finditer(text):
        if _NOT_BEFORE.search(text, max(0, m.start() - 14), m.start()) or _NOT_AFTER.match(text, m.end()):
            continue
        if any(s.start - 4 <= m.end() and m.start() <= s.end + 4 for s in taken if not s.relative):
            continue
        unit = (m["unit"] or m["this"] or "day").lower()
        ahead = bool(m["ahead"] or m["later"])
        precision = unit if unit in ("month", "year") else "day"
        start = end = None
        if (
            unit == "year"
            and meeting is not None
            and (meeting - dt.timedelta(weeks=_WRITTEN_WEEKS)).year == meeting.year
        ):
            start, end = dt.date(meeting.year, 1, 1), dt.date(meeting.year, 12, 31)
        yield Relative(Stretch(m.start(), m.end(), kind="relative"), ahead, precision, start, end)

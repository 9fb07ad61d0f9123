"""Days and months without a year, in the year that their sentence means; and months that only frame their days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from extract.dates.words import BY, COMES, is_future
from extract.times.days import weekday_at
from extract.times.periods import PrintedPeriod
from extract.times.points import Stretch
from schema.reading import Period

# A paper goes out some weeks before its meeting, so what it still expects may lie a little before the meeting.
_WRITTEN_BEFORE = dt.timedelta(days=62)
#: What goes on to something else: "was lodged in July and will be heard in May".
THEN = re.compile(r"\s(?:and|but)\s(?:\w+\s){0,6}?(?=(?:will|shall|is\sdue|are\sdue|is\sto|are\sto)\b)")
#: Before a quarter that is still to come; one told of among plans is rather the last.
_AHEAD = re.compile(
    r"\b(?:will|shall|due|planned|scheduled|expected|anticipated|by|from|until)\b[^.;]*$", re.IGNORECASE
)
#: How far before a day the verb may stand that says that it is to come.
_LEADS = 90
_YEARS = {"this": 0, "last": -1, "next": 1}
_THIS_YEAR = re.compile(r",?\s(?:of\s)?(?P<which>this|last|next)\syear\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to)\s(?:the\s)?$", re.IGNORECASE)


def in_its_year(found: PrintedPeriod, text: str, words: str, anchor: dt.date | None) -> PrintedPeriod:
    """A day or month without a year, in the year that its sentence means: "by June this year", "will have resumed by August".

    ``words`` are its clause, ``anchor`` the day on which the paper speaks; without it the year stays as it is.
    """
    if not found.pinned or anchor is None:
        return found
    if found.period.start is not None and weekday_at(text, found.stretch.start) == found.period.start.weekday():
        return found
    if said := _THIS_YEAR.match(text, found.stretch.end):
        start, end = found.stretch.in_year(anchor.year + _YEARS[said["which"].lower()]).bounds()
        return replace(found, period=replace(found.period, start=start, end=end))
    if _UNTIL.search(text, max(0, found.stretch.start - 30), found.stretch.start):
        return _nearest(found, anchor)
    if found.stretch.kind == "quarter" and not _AHEAD.search(
        text, max(0, found.stretch.start - 80), found.stretch.start
    ):
        return found
    if COMES.search(text, max(0, found.stretch.start - _LEADS), found.stretch.start):
        return _coming(found, anchor)
    if is_future(words) or BY.search(text, max(0, found.stretch.start - 30), found.stretch.start):
        return _coming(found, anchor)
    return found


def _nearest(found: PrintedPeriod, anchor: dt.date) -> PrintedPeriod:
    """The time next to the meeting, before or after it: "open for consultation until mid-March"."""
    placed = [found.stretch.in_year(year).bounds() for year in range(anchor.year - 1, anchor.year + 2)]
    known = [(abs(end - anchor), start, end) for start, end in placed if end is not None]
    if not known:
        return found
    _, start, end = min(known, key=lambda item: item[0])
    return replace(found, period=replace(found.period, start=start, end=end))


def _coming(found: PrintedPeriod, anchor: dt.date) -> PrintedPeriod:
    """The first time after the paper was written that a day or month without a year comes round."""
    for year in range(anchor.year - 1, anchor.year + 2):
        start, end = found.stretch.in_year(year).bounds()
        if end is not None and end >= anchor - _WRITTEN_BEFORE:
            return replace(found, period=replace(found.period, start=start, end=end))
    return found


#: What is told as past, and a year that is told of another time.
_PAST = re.compile(r"\b(?:was|were|had|met|took|began|held|[a-z]{2,}ed)\b", re.IGNORECASE)
_NEAR = 300
_TOLD_BEFORE = "the year is that of the time told before it"


def told_on(group: list[PrintedPeriod], text: str) -> list[PrintedPeriod]:
    """Days and months that a text tells after a dated one, in its year: "In May 2020 it gave £200,000. Applications closed on 5 June".

    Only what is told as past where nothing else gives the year, and with doubt; of those before the month of the last one it is
    not told.
    """
    out: list[PrintedPeriod] = []
    last: dt.date | None = None
    until = 0
    for found in group:
        stretch = found.stretch
        if last is not None and stretch.yearless and found.period.end is None and stretch.first:
            between = text[until : stretch.start]
            placed = _with_doubt(stretch.in_year(last.year))
            start, end = placed.bounds()
            past = len(between) <= _NEAR and _PAST.search(between) and not is_future(between)
            weekday = weekday_at(text, stretch.start)
            if past and start is not None and end is not None and start >= last and weekday in (None, start.weekday()):
                found = replace(found, stretch=placed, period=replace(found.period, start=start, end=end), pinned=True)
                until = stretch.end
        elif stretch.kind is None and stretch.precision in ("day", "month") and found.period.end is not None:
            last, until = found.period.start if stretch.single else found.period.end, stretch.end
        out.append(found)
    return out


#: Between two times of one clause: "was announced in August 2022, and in September two agreements were signed".
_SAME_SENTENCE = re.compile(r"(?:[^.;?!]|\.(?=\d))*")
_SOON = dt.timedelta(days=200)


def carried_on(group: list[PrintedPeriod], text: str, anchor: dt.date) -> list[PrintedPeriod]:
    """Days and months without a year that go on from a printed one, in its year rather than in that of the paper.

    In a paper of June 2023 "must be sent by 1 February 2024. The Panel then has until 8 February" is 2024: what follows a time that is
    still to come is later than it. Of times that are past only those of the same sentence follow each other.
    """
    out: list[PrintedPeriod] = []
    last: dt.date | None = None
    until = 0
    for found in group:
        stretch = found.stretch
        if stretch.kind is None and stretch.precision in ("day", "month"):
            if not found.pinned:
                if found.period.start is not None and found.period.end is not None:
                    last, until = found.period.start, stretch.end
            elif last is not None and (placed := _behind(found, last, text[until : stretch.start], anchor)):
                start, end = placed.bounds()
                if start is not None and weekday_at(text, stretch.start) in (None, start.weekday()):
                    found = replace(found, stretch=placed, period=replace(found.period, start=start, end=end))
                    last, until = start, stretch.end
        out.append(found)
    return out


def _behind(found: PrintedPeriod, last: dt.date, between: str, anchor: dt.date) -> Stretch | None:
    """The first time on or after ``last`` at which a day or month without a year comes round, where it goes on from there; else None."""
    ahead = last > anchor and len(between) <= _NEAR and not _DONE_ON.search(between)
    if not ahead and not (_SAME_SENTENCE.fullmatch(between) and _AND_THEN.search(between)):
        return None
    for year in (last.year, last.year + 1):
        placed = found.stretch.in_year(year)
        start, _ = placed.bounds()
        if start is not None and start >= last.replace(day=1 if placed.precision == "month" else last.day):
            return placed if start - last <= _SOON and (ahead or start <= anchor) else None
    return None


#: What is done is no part of what is to come: "the Force will move in May 2015. Consultation closed on 4 March".
_DONE_ON = re.compile(
    r"\b(?:was|were|had|took|began|met|ran|[a-z]{3,}ed)\b(?:\s[\w’'-]+){0,4}?\s(?:on|in|from|by|until|since)\s(?:the\s)?$",
    re.IGNORECASE,
)
#: What leads on to a later time of the same sentence.
_AND_THEN = re.compile(
    r"(?:,|\band\b|\bbut\b|\bthen\b|\bbefore\b)\s(?:[a-z]+\s){0,6}?(?:on|in|from|by|until)\s(?:the\s)?$"
)


def _with_doubt(placed: Stretch) -> Stretch:
    first, last = (p and replace(p, doubt=_TOLD_BEFORE) for p in (placed.first, placed.last))
    return replace(placed, first=first, last=last)


def without_frames(group: list[PrintedPeriod]) -> list[PrintedPeriod]:
    """A sentence without the months that only frame its days: "In October we have Hate Crime Week which runs from 10 October".

    "Performance for September (up to 29th September)" is one period, which begins with the month.
    """
    out: list[PrintedPeriod] = []
    for i, found in enumerate(group):
        month = found.period
        if found.pinned and found.stretch.single and month.start and month.end and month.start < month.end:
            inner = next(
                (j for j in range(i + 1, len(group)) if _inside(group[j].period, month.start, month.end)), None
            )
            if inner is not None:
                days = group[inner].period
                if days.start is None:
                    group[inner] = replace(group[inner], period=replace(days, start=month.start))
                continue
        out.append(group[i])
    return out


def _inside(days: Period, start: dt.date, end: dt.date) -> bool:
    """True for days that are a part of a month, and not the whole of it."""
    if days.start is None and days.end is None:
        return False
    first, last = days.start or start, days.end or end
    return start <= first and last <= end and (days.start, days.end) != (start, end)

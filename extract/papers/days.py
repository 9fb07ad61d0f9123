"""The day of the meeting that a paper is for, and the period that it says it covers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from extract.papers.heads import PaperHead
from extract.times.days import match_day, parse_day
from extract.times.periods import PeriodContext, find_periods
from schema.reading import Period

_MEETING = re.compile(
    r"\bmeeting\b[^.]{0,120}?\b(?:held|on|date)\b|\bto\s+be\s+held\b|\bheld\s+(?:on|at|in)\b|\bheld\b", re.IGNORECASE
)
_ANOTHER = re.compile(r"\b(?:next|previous|last|earlier|future|following)\b", re.IGNORECASE)
#: Minutes that are agreed are those of a meeting before: "To confirm the minutes of the meeting held on Thursday 6 June 2019".
_CONFIRMS = re.compile(
    r"\b(?:confirm|approve|sign|agree|accept|adopt|receive|consider|note)(?:e?d)?\b[^.;]{0,40}?\bminutes\b"
    r"|\bminutes\s+of\b[^.;]{0,90}?\b(?:were|was|be|are|is|having\s+been)\s+(?:then\s+|duly\s+)?(?:confirmed|approved|signed|agreed|accepted|adopted|received|taken)\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")\b", re.IGNORECASE)
#: The name of a body that meets, at the end of a line.
_BODY = re.compile(r"\b(?:panel|committee|board|cabinet|council|forum|meeting)\W*$", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\b|hours|hrs)?|\b\d{1,2}\s*[ap]\.?m\b|\bnoon\b", re.IGNORECASE)
_COVERS = re.compile(
    r"\b(?:this|the)\s+(?:[\w-]+\s+){0,4}?(?:report|paper|update|dashboard|bulletin|document|summary)\s+(?:\w+\s+){0,3}?"
    r"(?:covers?|covering|relates?\s+to|spans?|is\s+for)\b|\bit\s+covers\s+the\s+(?:\w+\s+)?period\b|\breporting\s+period\b|^\W*period\s+covered\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\bperiod\s+end(?:ed|ing)\b", re.IGNORECASE)
#: How far behind "covers" the period may begin.
_REACH = 60


def meeting_day(head: PaperHead, metadata: str | None = None, *, minutes: bool = False) -> dt.date | None:
    """The day of the meeting that a head prints; None where it prints only a month, or no year.

    ``metadata`` is the title that the file states, which for packs of ModernGov sites names the meeting.

    Examples: ``Meeting to be held on 12th October 2015``, ``Date/Time: Monday, 23 March 2015 at 1.00 pm``, ``COUNTY COUNCIL -
    THURSDAY, 13 FEBRUARY 2025``, ``(Public Pack)Agenda Document for Police and Crime Panel, 12/10/2015 14:00``; ``DATE: September
    2020`` has none. A day alone under the name of a panel, ``24 NOVEMBER 2020``, and a letter's own
    ``Date: 27 February 2025`` are weaker than a day with a weekday.
    """
    found: list[tuple[int, dt.date]] = []
    if metadata and re.search(r"\bfor\b.*,\s*\d", metadata) and (day := parse_day(metadata)):
        found.append((5, day))
    for role, value in head.labelled:
        if role in {"date", "body"} and (day := parse_day(value)):
            found.append((4 if _WEEKDAY.search(value) or _TIME.search(value) or role == "body" else 2, day))
    body_above = False
    for line in head.lines:
        text = line.text
        if _BODY.search(text) and parse_day(text) is None:
            body_above = True
        if (
            _ANOTHER.search(text)
            or _CONFIRMS.search(text)
            or (not minutes and re.match(r"^\W*(?:\d+\W*)?minutes\b", text, re.IGNORECASE))
        ):
            continue
        day = parse_day(text)
        if day is None or len(text) > 300:
            continue
        if _MEETING.search(text):
            found.append((4, day))
        elif _WEEKDAY.search(text):
            found.append((4 if _TIME.search(text) else 3, day))
        elif _meets(text, body_above):
            found.append((2, day))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _meets(text: str, body_above: bool) -> bool:
    """True for a day alone under the name of a body, or behind it: ``24 NOVEMBER 2020``, ``Kent Police and Crime Panel - 6 February 2024``."""
    for start in re.finditer(r"\b\d", text):
        if printed := match_day(text, start.start()):
            rest = f"{text[: start.start()]} {text[printed[0] :]}".strip(" .,:;()–-|*#")
            return body_above if not rest else bool(_BODY.search(rest)) and rest == text[: len(rest)]
    return False


def yearless_day(text: str, near: dt.date | None = None, after: dt.date | None = None) -> dt.date | None:
    """The day of a text that prints no year, where the year is certain.

    ``near`` is the meeting of the pack: the same day and month is that meeting. ``after`` is the end of the period that the paper
    covers: the one following year in which the printed weekday falls on that day.

    Examples: ``MONDAY 23RD MARCH AT 1:00PM`` in the pack of 23 March 2015 is that day; alone it is None.
    """
    printed = next((found for start in re.finditer(r"\b\w", text) if (found := match_day(text, start.start()))), None)
    if printed is None or printed[3] is not None:
        return parse_day(text)
    _, day, month, _ = printed
    if near is not None:
        return near if (near.day, near.month) == (day, month) else None
    weekday = _WEEKDAY.search(text)
    if after is None or weekday is None:
        return None
    wanted = _WEEKDAYS.index(weekday.group(1).lower())
    days = (_day(year, month, day) for year in (after.year, after.year + 1))
    certain = [
        found
        for found in days
        if found and found >= after and found.weekday() == wanted and (found - after).days <= 366
    ]
    return certain[0] if len(certain) == 1 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def covered_period(
    title: str | None, head: PaperHead, passages: Iterable[str], meeting: dt.date | None
) -> Period | None:
    """The period that a paper says it covers: in its head, its title, or an early sentence.

    Examples: ``This report covers the time period 10th July to 25th September 2015``; ``covers the 'first quarter' from the 1 July
    2017 to 30 September 2017``; the title ``DRAFT STRATEGIC SCRUTINY PLAN NOVEMBER 2012 - MARCH 2014``; ``Period ended December
    2014``, of which only the end is known. The period of a table or of a plan is not that of the paper.
    """
    context = PeriodContext(meeting_date=meeting)
    if (value := head.first("period")) and (period := _whole(value, context)):
        return period
    for text in passages:
        if len(text) > 600:
            continue
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", text):
            covers = _COVERS.search(sentence)
            if covers and (period := _whole(sentence[covers.end() :], context)):
                return period
            if _ENDED.search(sentence) and len(sentence.split()) <= 8 and (period := _whole(sentence, context)):
                return (
                    period
                    if period.start is None or period.type == "range"
                    else Period(None, period.end, sentence, "range")
                )
    titles = [title or "", " ".join(line.text for line in head.lines[:6] if len(line.text.split()) <= 12)]
    return next((period for text in titles if (period := _title_period(text))), None)


def _whole(text: str, context: PeriodContext) -> Period | None:
    """The period near the beginning of ``text``; of a name and its days ("the 'first quarter' from 1 July …") the days."""
    found = [
        period
        for start, _, period in find_periods(text, context)
        if start <= _REACH and period.end and period.type not in {"day", "point"}
    ]
    return max(found, key=lambda period: sum(map(str.isdigit, period.label)), default=None)


def _title_period(text: str) -> Period | None:
    """A quarter or a stretch of months in a title, and a month in the title of a monthly paper.

    A lone month is when the paper was written, and lone years ("Police and Crime Plan 2016-2021") are those of a plan.
    """
    stretches = (
        {"quarter", "half_year", "range", "month"}
        if re.search(r"\bmonthly\b", text, re.IGNORECASE)
        else {"quarter", "half_year", "range"}
    )
    return next(
        (
            period
            for _, _, period in find_periods(text)
            if period.start and period.end and period.type in stretches and re.search(r"[A-Za-z]", period.label)
        ),
        None,
    )

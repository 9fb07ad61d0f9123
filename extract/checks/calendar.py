"""C10, in the words of one line: does what a paper prints of time fit the calendar, and itself?

The weekday of a day, days that no month has, years that cannot be meant, a quarter or a length beside its days.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from extract.checks.period_labels import lengths, quarters
from extract.checks.texts import Papers, PlacedText, check_at, in_words
from extract.times.days import (
    MONTH,
    ORDINAL,
    full_year,
    match_day,
    parse_month_name,
)
from extract.times.points import Stretch
from extract.times.stretches import printed_stretches
from schema.reading import Check

_DIGIT = re.compile(r"\d")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST_YEAR = 2100


def check_calendar(papers: Papers) -> Iterator[Check]:
    """Every date, quarter and length of time that the calendar can say something about, the same one once in a paper.

    Examples that fail: ``WEDNESDAY 23RD MARCH 2015`` (a Monday), ``31st April 2015``, ``2105/16``, ``31/03//2020``, ``the 'first
    quarter' from the 1 July 2017 to 30 September 2017``, ``12 month period (September 13 - July 14)``.
    """
    for paper in papers.values():
        # The cells of a table are often the same, and what is the same is told once.
        different = {text.text: text for text in reversed(paper.texts)}
        told: set[tuple[str, str, str | None]] = set()
        for text in filter(_may_be_time, reversed(different.values())):
            for check in chain.from_iterable(look(text) for look in _LOOKS):
                same = (check.label, check.result, check.printed)
                if same not in told:
                    told.add(same)
                    yield check


def _may_be_time(text: PlacedText) -> bool:
    """False for words alone, which tell of no time but a quarter."""
    return bool(_DIGIT.search(text.text)) or text.has("quarter")


# Short names need a capital: "the panel sat 12 times"; "The Sun 12 March 2015" is a newspaper.
_WEEKDAY = re.compile(
    r"(?<![\w/&-])(?P<name>(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|(?<![Tt]he )Sun)\b[\s,.]{0,3}"
    r"(?:the\s)?(?=\d|[A-Z])"
)
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAY_AFTER = re.compile(rf"\s?\((?P<name>(?i:{'|'.join(_WEEKDAYS)}))\)")
#: "Saturday and Sunday 3 October": the day belongs to one of two.
_TWO_WEEKDAYS = re.compile(rf"\b(?i:{'|'.join(_WEEKDAYS)})s?\s?(?:and|or|&|/|to|-|–)\s?$")


def _weekdays(text: PlacedText) -> Iterator[Check]:
    if not text.has("day") and not any(map(text.text.__contains__, _DAY_NAMES)):
        return
    found = [
        m
        for m in _WEEKDAY.finditer(text.text)
        if not _TWO_WEEKDAYS.search(text.text, max(0, m.start() - 20), m.start())
    ]
    stretches = printed_stretches(text.text) if found or _WEEKDAY_AFTER.search(text.text) else []
    for m in found:
        printed = match_day(text.text, m.end())
        if printed is None:
            continue
        end, day, month, year = printed
        date = _date(day, month, year) if year else _shared(stretches, m.start(), m.end(), day, month)
        if date is not None:
            yield _weekday_check(text, m.start(), end, m["name"], date)
    for stretch in stretches:
        after = _WEEKDAY_AFTER.match(text.text, stretch.end)
        first = stretch.bounds()[0]
        if (
            after
            and first
            and stretch.single
            and stretch.precision == "day"
            and stretch.first
            and stretch.first.edge is None
        ):
            yield _weekday_check(text, stretch.start, after.end(), after["name"], first)


def _date(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _shared(stretches: Sequence[Stretch], start: int, at: int, day: int, month: int) -> dt.date | None:
    """A day without a year, in the year of the stretch to which it belongs: "Saturday 10 to Saturday 17 October 2015"."""
    for stretch in stretches:
        if stretch.start in (start, at) or stretch.start <= start < stretch.end:
            return next((d for d in stretch.bounds() if d and (d.day, d.month) == (day, month)), None)
    return None


def _weekday_check(text: PlacedText, start: int, end: int, name: str, date: dt.date) -> Check:
    printed = next(day for day in _WEEKDAYS if day.lower().startswith(name.lower()[:3]))
    real = _WEEKDAYS[date.weekday()]
    label = f"Weekday of {in_words(date)}"
    if printed == real:
        return check_at(text, start, end, label)
    others = [date.year + years for years in (-1, 1)]
    fits = next(
        (y for y in others if (d := _date(date.day, date.month, y)) and _WEEKDAYS[d.weekday()] == printed), None
    )
    hint = f"; in {fits} it was a {printed}" if fits else ""
    return check_at(
        text,
        start,
        end,
        label,
        f"{in_words(date)} is a {real}, not a {printed}{hint}",
        f"{real} {in_words(date)}",
        sure=True,
    )


_DAY_OF_MONTH = re.compile(
    rf"(?<![\d.,/£])(?P<day>29|30|31)(?P<ordinal>{ORDINAL})?\s(?:of\s)?(?P<month>{MONTH})(?:[\s,]{{1,3}}(?P<year>(?:19|20)\d\d)(?!\d))?"
)
_BEFORE_DAY = re.compile(r"\b(?:on|to|until|till|by|from|ending|ended|since|before|after)\s(?:the\s)?$", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<![\d/.])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])")


def _impossible_days(text: PlacedText) -> Iterator[Check]:
    for m in _DAY_OF_MONTH.finditer(text.text) if text.has("29", "30", "31") else ():
        month = parse_month_name(m["month"]) or 1
        year = int(m["year"]) if m["year"] else 2000
        dated = m["year"] or m["ordinal"] or _BEFORE_DAY.search(text.text, max(0, m.start() - 8), m.start())
        if dated and int(m["day"]) > calendar.monthrange(year, month)[1]:
            last = calendar.monthrange(year, month)[1]
            whose = f"{calendar.month_name[month]} {m['year'] or ''}".strip()
            yield check_at(text, *m.span(), "Day of the month", f"{whose} has {last} days", sure=True)
    for m in _NUMBERS.finditer(text.text) if text.text.count("/") > 1 else ():
        day, month, year = int(m["day"]), int(m["month"]), int(m["year"])
        if month > 12 >= day >= 1:
            yield check_at(
                text, *m.span(), "Day and month", f"there is no month {month}; day and month have changed places"
            )
        elif 1 <= month <= 12 and day > calendar.monthrange(year, month)[1]:
            yield check_at(
                text,
                *m.span(),
                "Day of the month",
                f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days",
                sure=True,
            )


#: A year after 2049, which no paper can mean.
_FAR_YEAR = re.compile(r"(?<!\d)2(?:0[5-9]|[1-9]\d)\d(?!\d)")
_FAR_DAY = re.compile(rf"(?<![\d.,/£])\d{{1,2}}{ORDINAL}?\s(?:of\s)?{MONTH},?\s(?P<year>2[1-9]\d\d)(?!\d)")
_LONG_YEAR = re.compile(r"(?<![\d.,/£])20\d{3}\s?/\s?\d\d(?!\d)")
_TURNED = re.compile(
    r"(?P<cue>\b(?:financial|fiscal|municipal)\syears?\s(?:of\s)?|\bFY\s?)(?P<first>20\d\d)\s?/\s?(?P<last>(?:20)?\d\d)(?!\d|/)",
    re.IGNORECASE,
)


def _years(text: PlacedText) -> Iterator[Check]:
    far = _FAR_YEAR.search(text.text)
    for stretch in printed_stretches(text.text) if far else ():
        if stretch.doubt and stretch.doubt.startswith("printed") and stretch.first and stretch.first.year:
            year = stretch.first.year
            computed = f"{year}/{(year + 1) % 100:02}"
            yield check_at(
                text,
                stretch.start,
                stretch.end,
                "Financial year",
                f"no financial year is called so; two digits of {computed} have changed places",
                computed,
                sure=True,
            )
    for m in _FAR_DAY.finditer(text.text) if far else ():
        if int(m["year"]) >= _LAST_YEAR:
            yield check_at(text, *m.span(), "Year of a date", f"the year {m['year']} cannot be meant", sure=True)
    if "/" not in text.text:
        return
    for m in _LONG_YEAR.finditer(text.text):
        if not _holds_year(m.group()):
            continue
        yield check_at(text, *m.span(), "Financial year", "a year has four digits", sure=True)
    for m in _TURNED.finditer(text.text) if text.has("year", "fy") else ():
        first, last = int(m["first"]), full_year(m["last"])
        if last <= first:
            yield check_at(
                text,
                m.start("first"),
                m.end(),
                "Financial year",
                f"a financial year that begins in {first} ends in {first + 1}",
            )


def _holds_year(printed: str) -> bool:
    """True where one digit too many makes no financial year of ``20155/16``."""
    first, last = re.findall(r"\d+", printed)
    shorter = {int(first[:i] + first[i + 1 :]) for i in range(len(first))}
    return any((year + 1) % 100 == int(last) for year in shorter)


_DOUBLE_SLASH = re.compile(r"(?<![\d/])\d{1,2}(?:/{2,}\d{1,2}/{1,2}|/\d{1,2}/{2,})(?:\d{4}|\d\d)(?![\d/])")


def _slips(text: PlacedText) -> Iterator[Check]:
    for m in _DOUBLE_SLASH.finditer(text.text) if "//" in text.text else ():
        computed = re.sub("/+", "/", m.group())
        yield check_at(
            text, *m.span(), "Date with a doubled stroke", f"one stroke too many: {computed} is meant", computed
        )


_LOOKS = (_weekdays, _impossible_days, _years, _slips, quarters, lengths)

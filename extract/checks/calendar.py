"""C10, in the words of one line: does what a paper prints of time fit the calendar, and itself?

The weekday of a day, days that no month has, years that cannot be meant, a quarter or a length beside its days.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.blocks import Block
from extract.checks.texts import PlacedText, placed_texts
from extract.times.days import (
    APOSTROPHE,
    MONTH,
    ORDINAL,
    add_months,
    financial_year_of,
    full_year,
    match_day,
    month_end,
    parse_month_name,
)
from extract.times.lengths import COUNT, NUMBERS
from extract.times.points import Stretch
from extract.times.ranges import read_months_of_year, read_range
from extract.times.stretches import printed_stretches
from schema.reading import Check

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_OF_QUARTER = ("April to June", "July to September", "October to December", "January to March")
_LAST_YEAR = 2100


def check_calendar(blocks: Sequence[Block]) -> Iterator[Check]:
    """Every date, quarter and length of time that the calendar can say something about, the same one once in a paper.

    Examples that fail: ``WEDNESDAY 23RD MARCH 2015`` (a Monday), ``31st April 2015``, ``2105/16``, ``31/03//2020``, ``the 'first
    quarter' from the 1 July 2017 to 30 September 2017``, ``12 month period (September 13 - July 14)``.
    """
    told: set[tuple[int, str, str, str | None]] = set()
    for text in placed_texts(blocks):
        if not re.search(r"\d|(?i:quarter)", text.text):
            continue
        for check in (
            *_weekdays(text),
            *_impossible_days(text),
            *_years(text),
            *_slips(text),
            *_quarters(text),
            *_lengths(text),
        ):
            same = (text.paper, check.label, check.result, check.printed)
            if same not in told:
                told.add(same)
                yield check


def _check(
    text: PlacedText,
    start: int,
    end: int,
    label: str,
    why: str | None = None,
    computed: str | None = None,
    *,
    sure: bool = False,
) -> Check:
    """A check at ``text[start:end]``: it holds where there is no reason why not."""
    end += text.text[start:end].count("(") > text.text[start:end].count(")") and text.text[end : end + 1] == ")"
    return Check(
        code="C10",
        result="fail" if why else "ok",
        label=label,
        places=(text.place(start, end),),
        printed=text.text[start:end].strip() if why else None,
        computed=computed,
        why=why,
        severity=("wrong" if sure else "suspicious") if why else None,
        paper=text.paper,
        quote=text.quote(start, end),
    )


def _long(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


# Short names need a capital: "the panel sat 12 times"; "The Sun 12 March 2015" is a newspaper.
_WEEKDAY = re.compile(
    r"(?<![\w/&-])(?P<name>(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|(?<![Tt]he )Sun)\b[\s,.]{0,3}"
    r"(?:the\s)?(?=\d|[A-Z])"
)
_WEEKDAY_AFTER = re.compile(rf"\s?\((?P<name>(?i:{'|'.join(_WEEKDAYS)}))\)")
#: "Saturday and Sunday 3 October": the day belongs to one of two.
_TWO_WEEKDAYS = re.compile(rf"\b(?i:{'|'.join(_WEEKDAYS)})s?\s?(?:and|or|&|/|to|-|–)\s?$")


def _weekdays(text: PlacedText) -> Iterator[Check]:
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
    label = f"Weekday of {_long(date)}"
    if printed == real:
        return _check(text, start, end, label)
    others = [date.year + years for years in (-1, 1)]
    fits = next(
        (y for y in others if (d := _date(date.day, date.month, y)) and _WEEKDAYS[d.weekday()] == printed), None
    )
    hint = f"; in {fits} it was a {printed}" if fits else ""
    return _check(
        text, start, end, label, f"{_long(date)} is a {real}, not a {printed}{hint}", f"{real} {_long(date)}", sure=True
    )


_DAY_OF_MONTH = re.compile(
    rf"(?<![\d.,/£])(?P<day>29|30|31)(?P<ordinal>{ORDINAL})?\s(?:of\s)?(?P<month>{MONTH})(?:[\s,]{{1,3}}(?P<year>(?:19|20)\d\d)(?!\d))?"
)
_BEFORE_DAY = re.compile(r"\b(?:on|to|until|till|by|from|ending|ended|since|before|after)\s(?:the\s)?$", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<![\d/.])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])")


def _impossible_days(text: PlacedText) -> Iterator[Check]:
    for m in _DAY_OF_MONTH.finditer(text.text):
        month = parse_month_name(m["month"]) or 1
        year = int(m["year"]) if m["year"] else 2000
        dated = m["year"] or m["ordinal"] or _BEFORE_DAY.search(text.text, max(0, m.start() - 8), m.start())
        if dated and int(m["day"]) > calendar.monthrange(year, month)[1]:
            last = calendar.monthrange(year, month)[1]
            whose = f"{calendar.month_name[month]} {m['year'] or ''}".strip()
            yield _check(text, *m.span(), "Day of the month", f"{whose} has {last} days", sure=True)
    for m in _NUMBERS.finditer(text.text):
        day, month, year = int(m["day"]), int(m["month"]), int(m["year"])
        if month > 12 >= day >= 1:
            yield _check(
                text, *m.span(), "Day and month", f"there is no month {month}; day and month have changed places"
            )
        elif 1 <= month <= 12 and day > calendar.monthrange(year, month)[1]:
            yield _check(
                text,
                *m.span(),
                "Day of the month",
                f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days",
                sure=True,
            )


_FAR_DAY = re.compile(rf"(?<![\d.,/£])\d{{1,2}}{ORDINAL}?\s(?:of\s)?{MONTH},?\s(?P<year>2[1-9]\d\d)(?!\d)")
_LONG_YEAR = re.compile(r"(?<![\d.,/£])20\d{3}\s?/\s?\d\d(?!\d)")
_TURNED = re.compile(
    r"(?P<cue>\b(?:financial|fiscal|municipal)\syears?\s(?:of\s)?|\bFY\s?)(?P<first>20\d\d)\s?/\s?(?P<last>(?:20)?\d\d)(?!\d|/)",
    re.IGNORECASE,
)


def _years(text: PlacedText) -> Iterator[Check]:
    for stretch in printed_stretches(text.text):
        if stretch.doubt and stretch.doubt.startswith("printed") and stretch.first and stretch.first.year:
            year = stretch.first.year
            computed = f"{year}/{(year + 1) % 100:02}"
            yield _check(
                text,
                stretch.start,
                stretch.end,
                "Financial year",
                f"no financial year is called so; two digits of {computed} have changed places",
                computed,
                sure=True,
            )
    for m in _FAR_DAY.finditer(text.text):
        if int(m["year"]) >= _LAST_YEAR:
            yield _check(text, *m.span(), "Year of a date", f"the year {m['year']} cannot be meant", sure=True)
    for m in _LONG_YEAR.finditer(text.text):
        if not _holds_year(m.group()):
            continue
        yield _check(text, *m.span(), "Financial year", "a year has four digits", sure=True)
    for m in _TURNED.finditer(text.text):
        first, last = int(m["first"]), full_year(m["last"])
        if last <= first:
            yield _check(
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
    for m in _DOUBLE_SLASH.finditer(text.text):
        computed = re.sub("/+", "/", m.group())
        yield _check(
            text, *m.span(), "Date with a doubled stroke", f"one stroke too many: {computed} is meant", computed
        )


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_YEAR_BESIDE = rf"(?:(?:of|in|for)\s(?:the\s)?(?:financial\syear\s)?)?(?:20\d\d\s?[/–-]\s?(?:20)?\d\d|{APOSTROPHE}?\d\d[/-]\d\d|20\d\d)"
_LEADS_TO = r"(?:\s?[(:,–—-]\s?|\s)(?:(?:i\.?e\.?,?|from|covering|covers|being|that\sis|runs|running|between|namely|the\speriod|period|of)\s){0,3}(?:the\s)?"
_QUARTER = re.compile(
    rf"(?<![\w&-])(?:Q(?:uarter|tr)?\s?(?P<n>[1-4])(?!\d|\s?%)|(?P<word>{'|'.join(_ORDINALS)})\squarter)['’‘\"”]?(?:\speriod)?"
    rf"(?:,?\s\(?(?P<year>{_YEAR_BESIDE})\)?)?{_LEADS_TO}(?=\d|{MONTH})",
    re.IGNORECASE,
)
_QUARTER_AFTER = re.compile(
    r"\s?\(\s?(?:Q(?:uarter|tr)?\s?(?P<n>[1-4])|(?P<word>first|second|third|fourth)\squarter)\s?\)", re.IGNORECASE
)


def _quarters(text: PlacedText) -> Iterator[Check]:
    """Quarters with their days beside them: ``Q1 (April – June)``, ``April - June 2020 (Q1)``."""
    for m in _QUARTER.finditer(text.text):
        if m.start() and re.search(r"(?:\band|&|\bto|[-–/])\s?$", text.text[max(0, m.start() - 5) : m.start()]):
            continue
        if span := _range_at(text.text, m.end()):
            number = int(m["n"]) if m["n"] else _ORDINALS[m["word"].lower()]
            if check := _quarter_check(text, m.start(), span, number, m["year"]):
                yield check
    for stretch in printed_stretches(text.text):
        after = _QUARTER_AFTER.match(text.text, stretch.end)
        if after and not stretch.single and stretch.kind is None and stretch.first and stretch.first.month:
            number = int(after["n"]) if after["n"] else _ORDINALS[after["word"].lower()]
            if check := _quarter_check(text, stretch.start, replace(stretch, end=after.end()), number, None):
                yield check


def _range_at(text: str, pos: int) -> Stretch | None:
    """A range of months or days printed at ``pos``."""
    found = [s for s in (read_range(text, pos), read_months_of_year(text, pos)) if s is not None]
    return max(found, key=lambda s: s.end) if found else None


def _quarter_check(text: PlacedText, start: int, days: Stretch, number: int, year: str | None) -> Check | None:
    first, last = days.first, days.last
    if first is None or last is None or first.month is None or last.month is None:
        return None
    # Whole quarters only: "Q1 (April and May)" is an unfinished one.
    if (last.month - first.month) % 12 != 2 or first.month % 3 != 1 or (first.day or 1) != 1:
        return None
    real = (first.month - 4) % 12 // 3 + 1
    label = f"Quarter {number} and its months"
    if number == real or number == (first.month + 2) // 3:
        if why := _other_year(days, number, year):
            return _check(text, start, days.end, label, why)
        return _check(text, start, days.end, label)
    months = f"{calendar.month_name[first.month]} to {calendar.month_name[last.month]}"
    why = f"{months} is quarter {real} of the financial year; quarter {number} is {_MONTHS_OF_QUARTER[number - 1]}"
    return _check(text, start, days.end, label, why, f"quarter {real}")


def _other_year(days: Stretch, number: int, year: str | None) -> str | None:
    """Why days do not lie in the financial year that their quarter names: ``Q1 2020/21 (April - June 2019)``."""
    pair = re.fullmatch(r".*?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)", year or "")
    first = days.bounds()[0]
    if pair is None or first is None:
        return None
    begins = 2000 + int(pair[1])
    if (begins + 1) % 100 != int(pair[2]) or financial_year_of(first) == begins:
        return None
    return f"{_long(first)} is not in quarter {number} of {begins}/{(begins + 1) % 100:02}"


_LENGTH = re.compile(
    rf"(?<![\w.,/£])(?:rolling\s)?{COUNT}[\s-](?P<unit>months?|years?)(?:\s(?:rolling|period|contract|data|performance|rolling\speriod)){{0,2}}"
    r"(?:\s?\(\s?|\s(?:from|between|running\sfrom|covering|of)\s(?:the\s)?(?:period\s)?)(?=\d|[A-Z])",
    re.IGNORECASE,
)


def _lengths(text: PlacedText) -> Iterator[Check]:
    """Lengths with their first and last day beside them: ``12 month period (September 13 - August 14)``."""
    for m in _LENGTH.finditer(text.text):
        span = _range_at(text.text, m.end())
        first, last = span.bounds() if span else (None, None)
        if span is None or first is None or last is None or span.precision not in ("day", "month"):
            continue
        count = NUMBERS.get(m["count"].lower()) or int(m["count"])
        months = count * (12 if m["unit"].lower().startswith("year") else 1)
        if not months or _fits(first, last, months):
            yield _check(text, m.start(), span.end, f"Length of {m['count']} {m['unit']}")
        elif months % 12 == 0:
            # Other numbers of months often count something else ("6 months from April 2014 to March 2015 were used").
            real = round((last - first).days / 30.44)
            why = f"from {_long(first)} to {_long(last)} are {real} months, not {months}"
            yield _check(text, m.start(), span.end, f"Length of {m['count']} {m['unit']}", why, f"{real} months")


def _fits(first: dt.date, last: dt.date, months: int) -> bool:
    """True where the days are so many months, to within the ways of counting the first and the last day."""
    exact = add_months(first, months)
    ends = {exact + dt.timedelta(days=days) for days in (-1, 0)}
    if last == month_end(last.year, last.month):
        ends |= {month_end(e.year, e.month) for e in ends}
    return last in ends

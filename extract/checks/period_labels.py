"""C10, in the words of one line: a quarter or a length of time, and the days that are printed beside it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from extract.checks.texts import PlacedText, check_at, in_words
from extract.times.days import APOSTROPHE, MONTH, add_months, financial_year_of, month_end
from extract.times.lengths import COUNT, NUMBERS
from extract.times.points import Stretch
from extract.times.ranges import read_months_of_year, read_range
from extract.times.stretches import printed_stretches
from schema.reading import Check

_MONTHS_OF_QUARTER = ("April to June", "July to September", "October to December", "January to March")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_YEAR_BESIDE = rf"(?:(?:of|in|for)\s(?:the\s)?(?:financial\syear\s)?)?(?:20\d\d\s?[/–-]\s?(?:20)?\d\d|{APOSTROPHE}?\d\d[/-]\d\d|20\d\d)"
_LEADS_TO = r"(?:\s?[(:,–—-]\s?|\s)(?:(?:i\.?e\.?,?|from|covering|covers|being|that\sis|runs|running|between|namely|the\speriod|period|of)\s){0,3}(?:the\s)?"
_QUARTER = re.compile(
    rf"(?<![\w&-])(?:Q(?:uarter|tr)?\s?(?P<n>[1-4])(?!\d|\s?%)|(?P<word>{'|'.join(_ORDINALS)})\squarter)['’‘\"”]?(?:\speriod)?"
    rf"(?:,?\s\(?(?P<year>{_YEAR_BESIDE})\)?)?{_LEADS_TO}(?=\d|{MONTH})",
    re.IGNORECASE,
)
_QUARTER_WORDS = ("quarter", "qtr", *(f"q{space}{n}" for space in ("", " ") for n in range(1, 5)))
_PAIR = re.compile(r"\d\d\s?[/–-]\s?(?:20)?\d\d")
_QUARTER_AFTER = re.compile(
    r"\s?\(\s?(?:Q(?:uarter|tr)?\s?(?P<n>[1-4])|(?P<word>first|second|third|fourth)\squarter)\s?\)", re.IGNORECASE
)


def quarters(text: PlacedText) -> Iterator[Check]:
    """Quarters with their days beside them: ``Q1 (April – June)``, ``April - June 2020 (Q1)``."""
    if not text.has(*_QUARTER_WORDS):
        return
    for m in _QUARTER.finditer(text.text):
        if m.start() and re.search(r"(?:\band|&|\bto|[-–/])\s?$", text.text[max(0, m.start() - 5) : m.start()]):
            continue
        if span := _range_at(text.text, m.end()):
            number = int(m["n"]) if m["n"] else _ORDINALS[m["word"].lower()]
            if check := _quarter_check(text, m.start(), span, number, m["year"]):
                yield check
    for stretch in printed_stretches(text.text) if _QUARTER_AFTER.search(text.text) else ():
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
    # Of the calendar year only where no financial year stands beside it.
    of_calendar = number == (first.month + 2) // 3 and not _PAIR.search(year or "")
    if number == real or of_calendar:
        if why := _other_year(days, number, year):
            return check_at(text, start, days.end, label, why)
        return check_at(text, start, days.end, label)
    months = f"{calendar.month_name[first.month]} to {calendar.month_name[last.month]}"
    why = f"{months} is quarter {real} of the financial year; quarter {number} is {_MONTHS_OF_QUARTER[number - 1]}"
    return check_at(text, start, days.end, label, why, f"quarter {real}")


def _other_year(days: Stretch, number: int, year: str | None) -> str | None:
    """Why days do not lie in the financial year that their quarter names: ``Q1 2020/21 (April - June 2019)``."""
    pair = re.fullmatch(r".*?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)", year or "")
    first = days.bounds()[0]
    if pair is None or first is None:
        return None
    begins = 2000 + int(pair[1])
    if (begins + 1) % 100 != int(pair[2]) or financial_year_of(first) == begins:
        return None
    return f"{in_words(first)} is not in quarter {number} of {begins}/{(begins + 1) % 100:02}"


_LENGTH = re.compile(
    rf"(?<![\w.,/£])(?:rolling\s)?{COUNT}[\s-](?P<unit>months?|years?)(?:\s(?:rolling|period|contract|data|performance|rolling\speriod)){{0,2}}"
    r"(?:\s?\(\s?|\s(?:from|between|running\sfrom|covering|of)\s(?:the\s)?(?:period\s)?)(?=\d|[A-Z])",
    re.IGNORECASE,
)
#: Every length with its days has this in lower case; looking for it first is faster than counting in words.
_LENGTH_LEADS = re.compile(
    r"(?:month|year)s?(?:\s(?:rolling|period|contract|data|performance)){0,3}\s?(?:\(|\b(?:from|between|running|covering|of)\s)"
)


def lengths(text: PlacedText) -> Iterator[Check]:
    """Lengths with their first and last day beside them: ``12 month period (September 13 - August 14)``."""
    for m in _LENGTH.finditer(text.text) if _LENGTH_LEADS.search(text.lower) else ():
        span = _range_at(text.text, m.end())
        first, last = span.bounds() if span else (None, None)
        if span is None or first is None or last is None or span.precision not in ("day", "month"):
            continue
        count = NUMBERS.get(m["count"].lower()) or int(m["count"])
        months = count * (12 if m["unit"].lower().startswith("year") else 1)
        if not months or _fits(first, last, months):
            yield check_at(text, m.start(), span.end, f"Length of {m['count']} {m['unit']}")
        elif months % 12 == 0:
            # Other numbers of months often count something else ("6 months from April 2014 to March 2015 were used").
            real = round((last - first).days / 30.44)
            why = f"from {in_words(first)} to {in_words(last)} are {real} months, not {months}"
            yield check_at(text, m.start(), span.end, f"Length of {m['count']} {m['unit']}", why, f"{real} months")


def _fits(first: dt.date, last: dt.date, months: int) -> bool:
    """True where the days are so many months, to within the ways of counting the first and the last day."""
    exact = add_months(first, months)
    ends = {exact + dt.timedelta(days=days) for days in (-1, 0)}
    if last == month_end(last.year, last.month):
        ends |= {month_end(e.year, e.month) for e in ends}
    return last in ends

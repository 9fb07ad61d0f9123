"""Days, months and years as papers print them, and the arithmetic of whole months.

Order is that of the United Kingdom: ``1/4/2019`` is the first of April.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: The months in Welsh, with the first letters that they take after "o" and "i"; papers of four forces are bilingual.
_WELSH = {
    name: number
    for number, names in enumerate(
        (
            "ionawr",
            "chwefror",
            "mawrth fawrth",
            "ebrill",
            "mai fai",
            "mehefin fehefin",
            "gorffennaf orffennaf",
            "awst",
            "medi fedi",
            "hydref",
            "tachwedd dachwedd",
            "rhagfyr ragfyr",
        ),
        start=1,
    )
    for name in names.split()
}
# "Dydd Mawrth" is Tuesday.
_WELSH_MONTH = "(?<![Dd]ydd )(?:" + "|".join(name.capitalize() for name in _WELSH) + ")"

# "may" and "march" are also verbs, so in running text they need a capital, or a year behind them.
# The first letters stand by themselves, so that most words are passed over at once.
MONTH = (
    r"(?:[jJ](?i:an(?:uary)?|une?|uly?)|[fF](?i:eb(?:ruary)?)|[aA](?i:pr(?:il)?|ug(?:ust)?)|[sS](?i:ep(?:t(?:ember)?)?)|"
    r"[oO](?i:ct(?:ober)?)|[nN](?i:ov(?:ember)?)|[dD](?i:ec(?:ember)?)|M(?:ar(?:ch)?|AR(?:CH)?|ay|AY)|"
    rf"[mM](?i:arch|ay)(?=\s(?:19|20)\d\d)|(?=[A-Z]){_WELSH_MONTH})(?![a-zA-Z])\.?"
)
ORDINAL = r"(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)(?![a-zA-Z])|(?:ain|af|fed|eg|ydd|il|ed)(?=\s(?:o\s)?[A-Z]))"
WEEKDAY = r"(?:(?:[mM](?i:on)|[tT](?i:ues?|hu(?:rs?)?)|[wW](?i:ed(?:nes)?)|[fF](?i:ri)|[sS](?i:at(?:ur)?|un))(?i:day)?\b|Dydd\s(?:Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)\b)"
APOSTROPHE = "['’‘`´]"
YEAR = r"(?:19|20)\d\d(?!\d)"
# Two digits alone are a year only where a number of things cannot follow: "Jun 20", "4-Jul-15", not "30 September 12 officers".
SHORT_YEAR = r"\d\d(?=\s{0,3}(?:$|[()\],;:|\n–—-]|\.(?:\s|$)|(?:to|until|v|vs|versus|and|compared|(?i:f?ytd)|was|is|will|has|saw|there|the|when|which|than|levels?|figures?|data|baseline|onwards?)\b))"

_DAY_FIRST = re.compile(
    rf"(?:{WEEKDAY}[,.]?\s{{0,2}})?(?:the\s)?(?P<day>\d{{1,2}}){ORDINAL}?\s{{0,2}}(?:(?:day\s)?of\s|o\s)?[-./]?(?P<month>{MONTH})"
    rf"(?:[\s,.-]{{0,3}}(?P<year>{YEAR}|{APOSTROPHE}\s?\d\d(?!\d)|{SHORT_YEAR}))?"
)
# A number behind a month is a day where a weekday or "on" leads to it, not a year: "Friday January 27", "on March 14".
_MONTH_FIRST = re.compile(
    rf"(?P<leads>{WEEKDAY}[,.]?\s{{0,2}}|(?<=[a-z]day\s)|(?<=[a-z]day,\s)|(?<=\b[Oo]n\s))?(?P<month>{MONTH})\s{{0,2}}(?P<day>\d{{1,2}})"
    rf"(?:{ORDINAL}(?:[\s,]{{1,3}}(?P<year>{YEAR}))?|,?\s(?P<plain>{YEAR})|(?(leads)(?![\d%/:–-]|[.,]\d|\s?(?:%|per\scent))|(?!)))"
)
#: "Up 3% on March 19" compares with a month of 2019.
_UP_ON = re.compile(
    r"(?:%|per\scent|\b(?:up|down|increase|decrease|reduction|rise|rose|fall|fell|improvement|change|higher|lower|fewer|more|better|worse)\b)[^.;]{0,30}\bon\s$",
    re.IGNORECASE,
)
# A full stop as a separator needs all four digits of the year: 3.1.12 is a paragraph number.
_NUMERIC = re.compile(
    rf"(?:{WEEKDAY}[,.]?\s{{1,2}})?"
    r"(?<![\d/.])(?P<day>\d{1,2})(?:\s?/{1,2}\s?(?P<month>\d{1,2})\s?/{1,2}\s?(?P<year>\d{4}|\d{2})"
    r"|(?P<sep>[.-])(?P<dotted>\d{1,2})(?P=sep)(?P<full>(?:19|20)\d{2}))(?![\d/])"
)
# With a year of two digits it must not look like a paragraph number: 31.3.15, 01.04.15, and a word before that leads to a day.
_DOTTED = re.compile(r"(?P<day>[123]\d|0\d)\.(?P<month>\d{1,2})\.(?P<year>\d\d)(?![\d.])")
_LEADS_TO_DAY = re.compile(r"\b(?:at|to|on|ending|ended|of|from|until|since|by|date|dated)[\s:]{1,2}$", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


_DAY_NAME = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NO_DIGIT = re.compile(r"\D")


def weekday_at(text: str, pos: int) -> int | None:
    """The weekday that a date printed at ``pos`` begins with, Monday as 0: 4 of ``"Friday January 27"``; None of ``"27 January"``."""
    m = _DAY_NAME.match(text, pos)
    return _DAY_NAMES.index(m[0].lower()) if m else None


def parse_month_name(text: str) -> int | None:
    """The number of a month that stands alone, such as the heading of a month's column.

    ``"Sept"`` is 9, ``"APR"`` is 4, ``"July."`` is 7, ``"Mehefin"`` is 6; ``"Marketing"`` is None.
    """
    word = text.strip().rstrip(".").lower()
    if word in _WELSH:
        return _WELSH[word]
    if len(word) < 3 or word[:3] not in _NAMES:
        return None
    number = _NAMES.index(word[:3]) + 1
    full = calendar.month_name[number].lower()
    return number if word in (word[:3], full) or (number == 9 and word == "sept") else None


def full_year(text: str) -> int:
    """A printed year with its century: ``"2019"``, ``"'19"`` and ``"19"`` are 2019, ``"98"`` is 1998."""
    digits = _NO_DIGIT.sub("", text)
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day (31 June)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day some months later; the last day of a month leads to the last day of a month."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    last = month_end(year, month + 1)
    if day == month_end(day.year, day.month):
        return last
    return last.replace(day=min(day.day, last.day))


def add_years(day: dt.date, years: int) -> dt.date:
    """The same day in another year; 29 February becomes the last of February."""
    return add_months(day, 12 * years)


def financial_year_of(day: dt.date) -> int:
    """The calendar year in which the financial year (April to March) of a day begins."""
    return day.year if day.month >= 4 else day.year - 1


def match_day(text: str, pos: int = 0) -> tuple[int, int, int, int | None] | None:
    """The day printed at ``pos``: where it ends, day, month and year (None where not printed)."""
    found: tuple[int, int, int, int | None]
    if m := _ISO.match(text, pos):
        found = (m.end(), int(m["day"]), int(m["month"]), int(m["year"]))
    elif m := _NUMERIC.match(text, pos):
        found = (m.end(), int(m["day"]), int(m["month"] or m["dotted"]), full_year(m["year"] or m["full"]))
    elif (m := _DOTTED.match(text, pos)) and _LEADS_TO_DAY.search(text, max(0, pos - 8), pos):
        found = (m.end(), int(m["day"]), int(m["month"]), full_year(m["year"]))
    elif m := _DAY_FIRST.match(text, pos):
        year = full_year(m["year"]) if m["year"] else None
        found = (m.end(), int(m["day"]), parse_month_name(m["month"]) or 0, year)
    elif m := _MONTH_FIRST.match(text, pos):
        printed = m["year"] or m["plain"]
        if m["leads"] == "" and not printed and _UP_ON.search(text, max(0, pos - 50), pos):
            return None
        found = (m.end(), int(m["day"]), parse_month_name(m["month"]) or 0, int(printed) if printed else None)
    else:
        return None
    _, day, month, year = found
    return found if 1 <= month <= 12 and day_of(year or 2000, month, day) else None


@lru_cache(maxsize=8192)
def parse_day(text: str, *, year: int | None = None) -> dt.date | None:
    """The first day that a text prints, in the order of the United Kingdom.

    ``"MONDAY 23RD MARCH 2015 AT 1:00pm"`` is 23 March 2015, ``"31/03//2020"`` is 31 March 2020, ``"30 th June 2019"`` is
    30 June 2019. A day without a year needs ``year``: ``parse_day("23 March", year=2015)``; else it is None.
    """
    for start in re.finditer(r"(?<![\w/.])(?=\w)", text):
        found = match_day(text, start.start())
        if found is not None:
            _, day, month, printed = found
            chosen = printed if printed is not None else year
            return None if chosen is None or not 1 <= chosen <= 9999 else day_of(chosen, month, day)
    return None

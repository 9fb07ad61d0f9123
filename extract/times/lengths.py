"""Stretches worded by their length or by their last day: "12M to May '19", "up to 31st May", "week commencing", "YTD"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.times.points import Point, Stretch, read_point
from extract.times.ranges import read_range

NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
} | {"eighteen": 18, "twenty-four": 24}
COUNT = r"(?P<count>\d{1,2}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"

_LENGTH = re.compile(
    rf"(?:(?:rolling|latest|last|previous|recent|current|most\srecent|prior|past)\s)?(?:R?{COUNT}[\s-]{{0,2}}(?:(?P<rolling>rolling)\s)?"
    r"(?P<unit>months?|mths?|mis|m|weeks?|years?|quarters?|days?)|(?P<annual>annual\schange|year[\s-]on[\s-]year(?:\schange)?"
    r"|(?:the\s|full\s)?(?:financial\s)?year|y\sflwyddyn|FY)|(?P<single>quarter|month|week|half[\s-]year))"
    r"(?:\s(?:rolling|period|data|figures|change|total|average|comparison))?(?:\s(?:of|for))?"
    r"(?:\s\(?|,\s(?=(?:up\s)?to\s)|\s(?:which|that)\s(?=end|finish))(?P<link>to|(?:right\s)?up\sto(?:\sand\sincluding)?|(?:leading|running|going)\s(?:up\s)?(?:to|until)|ending|ended|end|finish(?:ing|ed)|conclud(?:ing|ed)"
    r"|through(?:\sto)?|until|from|of|hyd\sat|hyd)(?:\s(?:on|in|at|with))?\s(?:the\s(?!\d))?",
    re.IGNORECASE,
)
#: The year that ends with a month or a day, in letters: "YE Mar 2019", "Y/E 31/03/2019", "MAT June 2019" (moving annual total).
_YEAR_END = re.compile(r"(?:Y\s?/\s?E|YE|MAT)\b[\s:]{1,2}(?:to\s)?(?:end\s(?:of\s)?)?", re.IGNORECASE)
_PERIOD_TO = re.compile(r"period\s(?:to|up\sto|ending|ended)\s(?:(?:in|on|at)\s)?(?:the\s)?", re.IGNORECASE)
_MONTHS_IN = {
    "m": 1,
    "mis": 1,
    "month": 1,
    "months": 1,
    "mth": 1,
    "mths": 1,
    "quarter": 3,
    "quarters": 3,
    "year": 12,
    "years": 12,
}


def read_length(text: str, pos: int) -> Stretch | None:
    """``"12M to May '19"``, ``"9 months to December 2014"``, ``"Annual Change to 30 th June 2019"``, ``"4 weeks to the end of June"``."""
    if m := _PERIOD_TO.match(text, pos):
        last = read_point(text, m.end())
        return _ending(pos, last, kind="open") if last else None
    if m := _YEAR_END.match(text, pos):
        last = read_point(text, m.end(), bare_year=False)
        if last is None or last.month is None or last.year is None:
            return None
        return replace(_ending(pos, last, kind="rolling_12_months"), months=12)
    m = _LENGTH.match(text, pos)
    if m is None:
        return None
    count = NUMBERS.get((m["count"] or "1").lower()) or int(m["count"] or 1)
    unit = (m["unit"] or m["single"] or "year").lower()
    if not 0 < count <= 60 or (unit == "m" and m["link"].lower() == "of"):
        return None
    months = 6 * count if unit.startswith("half") else _MONTHS_IN.get(unit, 0) * count
    days = {"week": 7, "weeks": 7, "day": 1, "days": 1}.get(unit, 0) * count
    point = read_point(text, m.end())
    if point is None or point.doubt:
        return None
    link = m["link"].lower()
    if link == "end" and point.year is None:
        return None
    if link == "of":
        return None
    if link == "from":
        if m["single"] or m["annual"]:
            return None
        both = read_range(text, m.end())
        return replace(both, start=pos) if both else Stretch(pos, point.end, point, None, months or None, days or None)
    if point.unit in ("year", "financial_year") and not (point.edge == "end" and months == 12):
        return None
    kind = "rolling_12_months" if months == 12 else {3: "quarter", 1: "month", 6: "half_year"}.get(months)
    if m["single"] is None and months in (1, 3, 6):
        kind = "range"
    if m["single"] == "week" or days == 7:
        kind = "week"
    stretch = _ending(pos, point, kind=kind)
    return replace(stretch, months=months or None, days=days or None)


def _ending(pos: int, last: Point, *, kind: str | None) -> Stretch:
    return Stretch(pos, last.end, None, last, kind=kind)


_UP_TO = re.compile(
    r"(?:up\sto|up\suntil|to)(?:\sand\sincluding)?\s(?:the\s(?=\d))?(?=(?:the\s)?(?P<end>end)?)", re.IGNORECASE
)


def read_up_to(text: str, pos: int) -> Stretch | None:
    """``"up to 31st May 2020"`` and ``"to the end of June 2020"``: the last day is printed, the first is not."""
    m = _UP_TO.match(text, pos)
    last = read_point(text, m.end(), bare_year=False) if m else None
    if m is None or last is None or last.financial:
        return None
    if not m["end"] and not (m.group().lower().startswith("up") and last.day is not None):
        return None
    return _ending(pos, last, kind="open")


_WEEK = re.compile(
    r"(?:w\s?/\s?(?P<wc>[ce])|week\s(?:(?P<begin>commencing|beginning|starting|of(?=\s(?:the\s)?\d))|(?P<end>ending)))\.?:?\s(?:the\s)?",
    re.IGNORECASE,
)


def read_week(text: str, pos: int) -> Stretch | None:
    """``"Week commencing 3 June 2019"`` and ``"w/e 09/06/2019"`` are both 3 to 9 June 2019."""
    m = _WEEK.match(text, pos)
    point = read_point(text, m.end()) if m else None
    if m is None or point is None or point.day is None:
        return None
    if m["end"] or (m["wc"] or "").lower() == "e":
        return Stretch(pos, point.end, None, point, days=7, kind="week")
    return Stretch(pos, point.end, point, None, days=7, kind="week")


_RELATIVE = re.compile(
    r"(?P<last_ytd>[LP]\.?\s?YTD|(?:last|prev(?:ious)?\.?|prior)\s(?:F?YTD|(?:financial\s)?year[\s-]to[\s-]date)|F?YTD\s\(?(?:last|previous|prior)\syear\)?)"
    r"|(?P<calendar>calendar\syear[\s-]to[\s-]date)"
    r"|(?P<ytd>(?:Fin(?:ancial)?\.?\s?|F)?YTD|(?:financial\s)?year[\s-]to[\s-]date|in[\s-]year\sto\sdate)\b"
    r"|(?P<previous>previous|prior)\s(?:rolling\s)?(?:12|twelve)[\s-]?months?(?:\speriod)?"
    r"|(?:(?:latest|last|current|most\srecent)\s(?:rolling\s)?(?:12|twelve)[\s-]?months?|rolling\s(?:12|twelve)[\s-]?months?|(?:12|twelve)[\s-]?months?\srolling|rolling\syear|R12M?\b|(?:12|twelve)[\s-]?(?:months?|m)\sto\sdate)(?:\speriod)?(?!\sago)"
    r"|(?P<same>same|equivalent|corresponding)\s(?:period|quarter|months?|time)(?:\sof|\sin|\s-)?\s(?:the\s)?(?:last|previous|prior)\s(?:financial\s)?year",
    re.IGNORECASE,
)


def read_relative(text: str, pos: int) -> Stretch | None:
    """``"rolling 12 months"``, ``"YTD"``, ``"L.YTD"``, ``"same period last year"``: the text alone gives no day."""
    m = _RELATIVE.match(text, pos)
    if m is None:
        return None
    if m["calendar"]:
        return Stretch(pos, m.end(), kind="calendar_year_to_date")
    if m["ytd"] or m["last_ytd"]:
        return Stretch(pos, m.end(), kind="year_to_date", shift=-1 if m["last_ytd"] else 0)
    if m["same"]:
        return Stretch(pos, m.end(), kind="same", shift=-1)
    return Stretch(pos, m.end(), kind="rolling_12_months", shift=-1 if m["previous"] else 0)

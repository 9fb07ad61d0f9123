"""From one point to another, as papers word it; and a point, a named year or a season alone."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from extract.times.days import MONTH, ORDINAL, WEEKDAY, parse_month_name
from extract.times.points import Point, Stretch, before, read_pair, read_point

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}

_SEPARATOR = re.compile(
    r"\s{0,3}(?:[-–—−‒]{1,2}|/)\s{0,3}(?:the\s)?|\s{1,3}(?:(?:(?:right\s)?up\s|through\s)?(?:to|until|till|through)(?:\sthe)?|i|hyd(?:\sat)?|tan)\s{1,2}",
    re.IGNORECASE,
)
_HOUR = r"(?:\d{1,2}[.:]\d\d\s?(?:hours|hrs|[ap]\.?m\.?)?\s?(?:on\s)?)?"
_AND = re.compile(rf"\s(?:and|&)\s{_HOUR}(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s{_HOUR}(?:the\s)?(?:years\s)?$", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:the\s)?(?:present(?:\sday)?|date|now|today|current)\b(?!\s\w+\s\d)", re.IGNORECASE)
_DAY_TO_DAY = re.compile(
    rf"(?:(?:{WEEKDAY})\s)?(?P<day>\d{{1,2}}){ORDINAL}?\s?(?:[-–—−]|to|and|&|until)\s?(?=(?:the\s)?(?:(?:{WEEKDAY})\s)?\d{{1,2}}{ORDINAL}?\s?(?:of\s)?{MONTH})"
)
#: Two days that follow each other: "12/13 March 2018"; without the year it could be the financial year 2012/13.
_TWO_DAYS = re.compile(
    rf"(?P<day>\d{{1,2}}){ORDINAL}?\s?/\s?(?=\d{{1,2}}{ORDINAL}?\s?(?:of\s)?{MONTH},?\s{{1,2}}(?:19|20)\d\d(?!\d))"
)
_CLOSES = re.compile(
    r"\sand\s(?:will\s)?(?:closes?|closed|ends?|ended|finish(?:es|ed)?)\s(?:on\s)?(?:the\s)?", re.IGNORECASE
)


#: Plans of money are made for financial years: "MTFP 2025-28" is April 2025 to March 2028.
_MONEY_PLAN = r"(?:MTF[PS]|MTRS|(?i:(?:medium[\s-]term\s)?(?:financial|resources?|revenue)\s(?:plan|strategy|forecast)|(?:reserves|capital|treasury\smanagement|commissioning\sbudget)\s(?:strategy|programme|plan)|budget))"
_OF_MONEY = re.compile(
    rf"\b{_MONEY_PLAN}(?:\s\([A-Z]{{3,5}}\))?,?\s(?:(?i:for|from|period|the|years|of|covering)\s){{0,4}}$"
)
_FOR_MONEY = re.compile(rf"\s{_MONEY_PLAN}\b")
_MONTH_NAME = re.compile(MONTH)


# Forms that begin with a range ask for it again.
@lru_cache(maxsize=1024)
def read_range(text: str, pos: int) -> Stretch | None:
    """``"Jul '18-Jun '19"``, ``"1/4/2019 – 31/03/2020"``, ``"10th July to 25th September 2015"``, ``"9-13 November 2015"``.

    ``"MTFP 2025-28"`` is the three financial years to March 2028.
    """
    pair = read_pair(text, pos)
    if pair is not None and not pair.financial:
        first, last = pair.points()
        if _OF_MONEY.search(text, max(0, pos - 70), pos) or _FOR_MONEY.match(text, pair.end):
            first = replace(first, financial=True)
            last = replace(last, year=pair.last - 1, financial=True)
        return Stretch(pos, pair.end, first, last)
    if m := _DAY_TO_DAY.match(text, pos):
        last_day = read_point(text, m.end())
        if last_day is None or last_day.day is None or not 1 <= int(m["day"]) < last_day.day:
            return None
        return Stretch(pos, last_day.end, replace(last_day, day=int(m["day"])), last_day)
    if m := _TWO_DAYS.match(text, pos):
        next_day = read_point(text, m.end())
        if next_day is not None and next_day.day == int(m["day"]) + 1:
            return Stretch(pos, next_day.end, replace(next_day, day=int(m["day"])), next_day)
    begin = read_point(text, pos)
    if begin is None:
        return None
    between = bool(_BETWEEN.search(text, max(0, pos - 32), pos))
    sep = (_AND.match(text, begin.end) if between else None) or _SEPARATOR.match(text, begin.end)
    if sep is None and begin.day is not None:
        sep = _CLOSES.match(text, begin.end)
    if sep is None:
        return None
    if begin.day is not None and (m := _OPEN_END.match(text, sep.end())):
        return Stretch(pos, m.end(), begin, None, kind="open")
    finish = read_point(text, sep.end())
    if finish is None:
        return None
    found = _from_to(pos, begin, finish)
    if sep.group().strip() == "/" and finish.unit != "month":
        # "31 May/1 June 2018" are two days that follow each other.
        one, other = found.bounds() if found and begin.unit == finish.unit == "day" else (None, None)
        return found if one and other and (other - one).days == 1 else None
    return found


def _from_to(pos: int, begin: Point, finish: Point) -> Stretch | None:
    """Both ends of a range, each taking the year that only the other one prints."""
    if begin.unit in ("year", "financial_year") and finish.unit != begin.unit:
        return None
    if begin.month is not None and finish.month is None:
        return None
    if begin.year is None and finish.year is not None:
        begin = begin.in_year(finish.year - 1 if before(finish, begin) else finish.year)
    elif begin.year is not None and finish.year is None:
        finish = finish.in_year(begin.year + 1 if before(finish, begin) else begin.year)
    first, last = begin.first(), finish.last()
    if first and last and first > last:
        return None
    return Stretch(pos, finish.end, begin, finish)


_MONTHS_OF = re.compile(
    rf"(?P<from>{MONTH})\s{{0,2}}(?:[-–—−/]|to|until)\s{{0,2}}(?P<to>{MONTH})\s{{0,2}}(?:in\s|of\s)?(?:FY\s?)?(?=[\d'’])"
)


def read_months_of_year(text: str, pos: int) -> Stretch | None:
    """``"July-June 19/20"`` is July 2019 to June 2020, ``"Jan – March 2019/20"`` is in 2020, ``"Apr-Jun 2019/20"`` in 2019."""
    m = _MONTHS_OF.match(text, pos)
    pair = read_pair(text, m.end()) if m else None
    if m is None or pair is None or not pair.financial:
        return None
    begin, finish = parse_month_name(m["from"]) or 1, parse_month_name(m["to"]) or 1
    wraps = finish < begin
    year = pair.first if wraps or begin >= 4 else pair.last
    return Stretch(
        pos,
        pair.end,
        Point(pair.end, month=begin, year=year),
        Point(pair.end, month=finish, year=pair.last if wraps else year),
    )


_MONTH_LIST = re.compile(rf"{MONTH}(?:,\s{MONTH}){{1,10}},?\s(?:and|&)\s(?={MONTH})")
_APART = "months that do not follow each other"


def read_month_list(text: str, pos: int) -> Stretch | None:
    """``"April, May and June 2020"`` is one stretch of three months; so is ``"April, July and October"``, with a doubt about it."""
    m = _MONTH_LIST.match(text, pos)
    last = read_point(text, m.end()) if m else None
    if m is None or last is None or last.month is None or last.day is not None:
        return None
    months = [parse_month_name(name) or 1 for name in _MONTH_NAME.findall(m.group())] + [last.month]
    if months != sorted(months):
        return None
    doubt = None if months[-1] - months[0] == len(months) - 1 else _APART
    first = Point(last.end, month=months[0], year=last.year, doubt=doubt)
    return Stretch(pos, last.end, first, replace(last, doubt=doubt))


_NAMED_YEAR = re.compile(
    r"(?:(?P<financial>(?:financial|fiscal|municipal|council)(?:\syear)?(?:\sending|\sended)?|F\.?Y\.?E?)|(?P<calendar>calendar\syear|C\.?Y\.?|new\syear,?))[\s:-]{0,2}(?:of\s)?(?=[\d'’])",
    re.IGNORECASE,
)
_TO_DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d)(?P<pair>\s?[/–-]\s?\d\d(?:\d\d)?)?[\s,-]{{1,3}}(?:(?:year\s)?to\sdate|YTD)\b(?:\s?\((?:(?:up\s)?to\s|as\s(?:at|of)\s)?(?=\d|{MONTH}))?",
    re.IGNORECASE,
)


def read_named_year(text: str, pos: int) -> Stretch | None:
    """``"FY 2019/20"``, ``"financial 19/20"``, ``"calendar year 2019"``, ``"2020 to date (30/06/2020)"``, and a pair of years alone."""
    if m := _TO_DATE.match(text, pos):
        pair = read_pair(text, pos) if m["pair"] else None
        if m["pair"] and (pair is None or not pair.financial):
            return None
        first = pair.points()[0] if pair else Point(m.end(), month=1, year=int(m["year"]))
        if m.group().endswith("(") or m.group().rstrip().endswith(("to", "at", "of")):
            last = read_point(text, m.end())
            if last is not None and last.year is not None and text[last.end : last.end + 1] == ")":
                return Stretch(pos, last.end + 1, first, last, kind="year_to_date")
            return Stretch(pos, m.start() + len(m.group().split("(")[0].rstrip()), first, None, kind="year_to_date")
        return Stretch(pos, m.end(), first, None, kind="year_to_date")
    if m := _NAMED_YEAR.match(text, pos):
        if m["financial"]:
            pair = read_pair(text, m.end(), short=True)
            if pair is None or not pair.financial:
                return None
            return Stretch(pos, pair.end, *pair.points(), kind="financial_year")
        point = read_point(text, m.end())
        return Stretch(pos, point.end, point, point, kind="calendar_year") if point and point.unit == "year" else None
    return None


_SEASON = re.compile(
    r"(?P<season>spring|summer|autumn|winter)(?:\sof)?\s(?P<year>(?:19|20)\d\d)(?P<next>\s?[/-]\s?\d\d(?:\d\d)?)?(?![\d/])",
    re.IGNORECASE,
)


def read_season(text: str, pos: int) -> Stretch | None:
    """``"Autumn 2020"`` is September to November, ``"Winter 2020/21"`` December to February."""
    m = _SEASON.match(text, pos)
    if m is None or (m["next"] and m["season"].lower() != "winter"):
        return None
    begin, finish = _SEASONS[m["season"].lower()]
    year = int(m["year"])
    last = Point(m.end(), month=finish, year=year + (finish < begin))
    return Stretch(pos, m.end(), Point(m.end(), month=begin, year=year), last, kind="season")


def read_alone(text: str, pos: int) -> Stretch | None:
    """``"30/6/20"``, ``"Monday 23 December 2013"``, ``"June 2020"``, ``"In July"``: one point is a stretch too."""
    point = read_point(text, pos)
    return Stretch(pos, point.end, point, point) if point else None

"""Quarters and other shares of a year: "Q1 2020/21", "third quarter of 2020", "first three quarters of 2014/15"."""

from __future__ import annotations

import datetime as dt
import re

from extract.times.days import MONTH, add_months, parse_month_name
from extract.times.lengths import COUNT, NUMBERS
from extract.times.points import Point, Stretch, read_pair, read_point

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}

_SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4}
_QUARTER = re.compile(
    rf"(?:(?:Q(?:uarter|tr)?(?P<plural>s)?|Chwarter)\s?(?P<n>[1-4]|(?:one|two|three|four)\b)(?!\d|\s?%)"
    rf"(?:(?:\s?[-–&/+]\s?Q?|\s(?:to|and)\s(?:Q(?:uarter\s|tr\s)?|(?=[1-4]\b(?(plural)|\b\B))))(?P<to>[1-4])(?!\d))?"
    rf"|(?P<word>first|second|third|fourth|final|1st|2nd|3rd|4th)\squarter(?!\s(?:in\s(?:succession|a\srow)|running)\b)(?!\sof\s(?:all|the\s(?!year|financial|\d)))(?:\speriod)?)\)?"
    rf"(?P<months>\s?,?\s?\(?\s?{MONTH}\s?(?:[-–—/]|to)\s?{MONTH}\)?)?(?:\s(?:of|in)(?:\sthe)?(?:\syear)?)?(?:\sfinancial\syear)?(?:\s?[-–—:]\s(?=(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d\b)|[\s,]{{0,2}})(?:\((?=\d))?(?:F\.?/?Y\.?\s?(?=['’\d]))?",
    re.IGNORECASE,
)
YEAR_THEN_QUARTER = re.compile(r"(?:[\s,]{1,3}|\s?[–-]\s?)\(?(?=Q(?:uarter|tr)?\s?[1-4]\b)", re.IGNORECASE)
#: "from Q1 to Q2", "between Q3 and Q4": two quarters are held against each other.
_COMPARED = re.compile(r"\b(?:between|from|comparing|compared)\s(?:the\s)?$", re.IGNORECASE)
_MONTHS_AFTER = re.compile(rf"\s?\(\s?{MONTH}\s?(?:[-–—/]|to)\s?{MONTH}\s?\)")
_FINANCIAL_AFTER = re.compile(r"\s(?:financial|fiscal)\syear\b", re.IGNORECASE)
_BEFORE_YEAR = re.compile(r"(?:\s(?:of|in)(?:\sthe)?(?:\syear)?)?[\s,(:–—-]*(?:(?<=[\s,(])F\.?/?Y\.?\s?)?$")
_MONTH_NAME = re.compile(MONTH)


def read_quarter(text: str, pos: int) -> Stretch | None:
    """``"Q1 2020/21"``, ``"Quarter 4 (Jan – March) 2019/20"``, ``"2019/20 Q1"``, ``"third quarter of 2020"`` (July to September)."""
    pair = read_pair(text, pos)
    if pair is not None and pair.financial:
        gap = YEAR_THEN_QUARTER.match(text, pair.end)
        m = _QUARTER.match(text, gap.end()) if gap else None
        if m is None or m["word"] or read_pair(text, m.end(), short=True):
            return None
        return _quarter_of(
            pos, m, Point(pair.end, year=pair.first, financial=True), _end(m, opened="(" in text[pair.end : m.start()])
        )
    m = _QUARTER.match(text, pos)
    if m is None or (m["to"] and _COMPARED.search(text, max(0, pos - 16), pos)):
        return None
    end = _end(m)
    pair = read_pair(text, m.end(), short=True)
    if pair is not None and pair.financial and (months := _MONTHS_AFTER.match(text, pair.end)) and not m["months"]:
        in_year = Point(months.end(), year=pair.first, financial=True)
        return _quarter_of(pos, m, in_year, months.end(), months.group())
    if pair is not None and pair.financial:
        after = _FINANCIAL_AFTER.match(text, pair.end)
        return _quarter_of(pos, m, Point(pair.end, year=pair.first, financial=True), after.end() if after else pair.end)
    year = re.compile(r"(?:19|20)\d\d(?![\d/]|[.,]\d)").match(text, m.end())
    if year is None:
        return _quarter_of(pos, m, None, end)
    return _quarter_of(pos, m, Point(year.end(), year=int(year.group())), year.end())


def _end(m: re.Match[str], *, opened: bool = False) -> int:
    """Where the words of a quarter end, without what only leads to a year, and without a bracket that they do not open."""
    words = _BEFORE_YEAR.sub("", m.group())
    if words.endswith(")") and not opened and words.count("(") < words.count(")"):
        words = words[:-1]
    return m.start() + len(words)


def _quarter_of(pos: int, m: re.Match[str], year: Point | None, end: int, months: str | None = None) -> Stretch | None:
    """The months of a quarter: those printed in brackets, else of the financial year; of the calendar year in "quarter of 2020"."""
    printed = (m["n"] or m["word"]).lower()
    number = _ORDINALS.get(printed) or _SPELLED.get(printed) or int(printed)
    until = int(m["to"]) if m["to"] else number
    if until < number:
        return None
    months = months or m["months"]
    if months:
        begin, finish = (parse_month_name(name) or 0 for name in _MONTH_NAME.findall(months)[:2])
    elif year is not None and not year.financial and m["word"]:
        begin, finish = number * 3 - 2, until * 3
    else:
        begin, finish = (number * 3) % 12 + 1, (until * 3 + 2) % 12 + 1
    kind = "quarter" if until == number else "range"
    if year is None or year.year is None:
        return Stretch(pos, end, Point(end, month=begin), Point(end, month=finish), kind=kind)
    if not year.financial and not m["word"]:
        # "Q1 2020" may be of the calendar year or of the financial year: the months must be printed.
        doubt = None if months else "a quarter of the calendar year or of the financial year"
        first = Point(end, month=begin, year=year.year, doubt=doubt)
        return Stretch(pos, end, first, Point(end, month=finish, year=year.year, doubt=doubt), kind=kind)
    after = 1 if year.financial else 0
    first = Point(end, month=begin, year=year.year + (after if begin < 4 else 0))
    last = Point(end, month=finish, year=year.year + (after if finish < 4 else 0))
    return Stretch(pos, end, first, last, kind=kind)


_SHARE = re.compile(
    rf"(?:first|(?P<second>second)(?=\shalf)|(?P<last>last|final|latest))\s(?:{COUNT}\s)?(?P<unit>months|quarters|quarter|half|weeks)\sof\s(?:the\s)?(?:financial\syear\s|year\s)?",
    re.IGNORECASE,
)


def read_share_of_year(text: str, pos: int) -> Stretch | None:
    """``"first three quarters of 2014/15"`` is April to December 2014, ``"first 6 months of 2020"`` January to June 2020."""
    m = _SHARE.match(text, pos)
    year = read_point(text, m.end()) if m else None
    if m is None or year is None or year.year is None or year.month is not None or m["unit"].lower() == "weeks":
        return None
    if m["count"] is None and m["unit"].lower() in ("months", "quarters"):
        return None
    count = NUMBERS.get((m["count"] or "1").lower()) or int(m["count"] or 1)
    months = count * {"months": 1, "quarters": 3, "quarter": 3, "half": 6}[m["unit"].lower()]
    kind = "quarter" if months == 3 else "half_year" if months == 6 else "range"
    whole_first, whole_last = year.first(), year.last()
    if not 0 < months < 12 or whole_first is None or whole_last is None:
        return None
    if m["last"] or m["second"]:
        begin, finish = add_months(whole_last, -months) + dt.timedelta(days=1), whole_last
    else:
        begin, finish = whole_first, add_months(whole_first, months) - dt.timedelta(days=1)
    return Stretch(
        pos,
        year.end,
        Point(year.end, month=begin.month, year=begin.year),
        Point(year.end, month=finish.month, year=finish.year),
        kind=kind,
    )


_HALF = re.compile(r"H(?P<n>[12])(?![\w.])\)?[\s,]{0,2}\(?(?:of\s)?(?:F\.?/?Y\.?\s?(?=['’\d]))?", re.IGNORECASE)


def read_half(text: str, pos: int) -> Stretch | None:
    """``"H1 2019/20"`` is April to September 2019, ``"H2 2022-23"`` October to March; ``"H1"`` alone has no year."""
    m = _HALF.match(text, pos)
    if m is None:
        return None
    begin, finish = (4, 9) if m["n"] == "1" else (10, 3)
    pair = read_pair(text, m.end(), short=True)
    end = m.start() + 2
    if pair is None or not pair.financial:
        # Of a calendar year "H1 2020" would be January to June: which is meant must be printed.
        if re.match(r"(?:19|20)\d\d", text[m.end() :]):
            return None
        return Stretch(pos, end, Point(end, month=begin), Point(end, month=finish), kind="half_year")
    last = pair.last if finish < begin else pair.first
    return Stretch(
        pos,
        pair.end,
        Point(pair.end, month=begin, year=pair.first),
        Point(pair.end, month=finish, year=last),
        kind="half_year",
    )

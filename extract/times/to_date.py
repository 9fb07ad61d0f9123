"""The year so far, with what the text says of its end: "YTD to December 2019", "2019/20 to date", "Apr-Dec 19 YTD"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.times.points import Point, Stretch, read_pair, read_point
from extract.times.ranges import read_range

_WORDS = r"(?:(?:Fin(?:ancial)?\.?\s?|F)?YTD|(?:(?:financial|fiscal)\s)?year[\s-]to[\s-]date)"
_TO_DATE = re.compile(
    rf"{_WORDS}\b[\s:,–-]{{0,3}}(?P<open>\()?(?:(?:up\s)?to|as\s(?:at|of)|at|ending|ended|until|for|from)?\s?(?:the\s)?",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s?[-–,]?\s?(?P<open>\()?\s?(?:(?:year\s)?to\sdate|{_WORDS})\b(?(open)\))", re.IGNORECASE)
_UP_TO = re.compile(r"\s\(?(?:up\s)?to\s(?:the\s)?", re.IGNORECASE)


def read_year_to_date(text: str, pos: int) -> Stretch | None:
    """A financial year up to a day or month, where the text prints one of the two.

    ``"YTD to December 2019"``, ``"FYTD 2019/20"`` (its end is not told), ``"Year to date (April to December 2019)"``, ``"19/20 YTD"``,
    ``"2019/20 to 31 December"``, ``"Apr-Dec 19 YTD"``.
    """
    if m := _TO_DATE.match(text, pos):
        return _from_words(text, pos, m)
    pair = read_pair(text, pos)
    if pair is not None and pair.financial:
        first, _ = pair.points()
        if after := _AFTER.match(text, pair.end):
            return Stretch(pos, after.end(), first, None, kind="year_to_date")
        until = _UP_TO.match(text, pair.end)
        last = read_point(text, until.end(), bare_year=False) if until else None
        if last is None or last.month is None or last.year not in (None, pair.first, pair.last):
            return None
        last = last.in_year(pair.first if last.month >= _APRIL else pair.last)
        return Stretch(pos, last.end, Point(last.end, day=1, month=_APRIL, year=pair.first), last, kind="year_to_date")
    months = read_range(text, pos)
    after = _AFTER.match(text, months.end) if months else None
    return replace(months, end=after.end(), kind="year_to_date") if months and after else None


_APRIL = 4


def _from_words(text: str, pos: int, m: re.Match[str]) -> Stretch | None:
    """What follows "YTD": a range, a year, or the day or month up to which it goes."""
    closing = 1 if m["open"] else 0
    months = read_range(text, m.end())
    if months is not None and months.first and months.first.month:
        return replace(months, start=pos, end=_closed(text, months.end, closing), kind="year_to_date")
    pair = read_pair(text, m.end(), short=True)
    if pair is not None and pair.financial:
        return Stretch(pos, _closed(text, pair.end, closing), pair.points()[0], None, kind="year_to_date")
    last = read_point(text, m.end(), bare_year=False)
    if last is None or last.month is None:
        return None
    begins = None if last.year is None else last.year if last.month >= _APRIL else last.year - 1
    first = Point(last.end, day=1, month=_APRIL, year=begins)
    return Stretch(pos, _closed(text, last.end, closing), first, last, kind="year_to_date")


def _closed(text: str, end: int, closing: int) -> int:
    return end + (1 if closing and text[end : end + 1] == ")" else 0)

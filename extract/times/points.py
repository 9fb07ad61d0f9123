"""One end of a period as printed (a day, a month, a year, a financial year), and the stretch of time between two ends.

What the text leaves out is left out here too.

``"the end of November 2015"``, ``"mid-March"``, ``"'18"``, ``"2013/14"`` and ``"1/4/2019"`` are each one point.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.times.days import (
    APOSTROPHE,
    MONTH,
    ORDINAL,
    SHORT_YEAR,
    YEAR,
    add_months,
    day_of,
    full_year,
    match_day,
    month_end,
    parse_month_name,
)

_EDGE = re.compile(
    r"(?:the\s)?(?:very\s)?(?:(?P<edge>end|start|beginning|middle|close|month)\s(?:of\s)?(?:the\s)?"
    r"(?:(?:month|calendar\syear|financial(?:\syear)?|year)\s(?:of\s)?)?|(?P<part>early|mid|late)[\s-]{1,2}(?:in\s)?)",
    re.IGNORECASE,
)
_EDGES = {
    "end": "end",
    "close": "end",
    "start": "start",
    "beginning": "start",
    "early": "start",
    "late": "late",
} | dict.fromkeys(("mid", "middle"), "middle")
_MONTH_YEAR = re.compile(
    rf"(?P<month>{MONTH})(?:,?\s{{0,3}}(?:of\s)?(?P<year>{YEAR}|{APOSTROPHE}\s?\d\d(?!\d))|\s?[-–/]\s?(?P<joined>{YEAR}|{SHORT_YEAR})"
    rf"|\s?(?P<short>{SHORT_YEAR}))(?!{ORDINAL})(?![/.]\d)"
)
# The month of a year in digits: 06/2020, and 2020-06 where these cannot be two years (2009-10 is a financial year).
_MONTH_OF_YEAR = re.compile(rf"(?P<month>0[1-9]|1[0-2])/(?P<year>{YEAR})(?![/,.]\d)")
_ISO_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d/,.-])")
_MONTH_ALONE = re.compile(rf"(?P<month>{MONTH})")
# The second year of a pair has four digits, or two where the first has two or four: 2013/14, 2013-14, 19/20, 2016/2017, 2020 / 2021.
_PAIR = re.compile(
    rf"(?:(?P<from4>{YEAR}|2[1-3]0\d)\s?(?P<sep>[-–—~/\\\\])\s{{0,2}}(?P<to>{YEAR}|\d\d)"
    rf"|(?P<from2>\d\d)/(?P<to2>\d\d)|{APOSTROPHE}(?P<from1>\d\d)\s?[/–-]\s?{APOSTROPHE}?(?P<to1>\d\d))(?![\d/%]|[.,]\d|-\d)"
)
_SHORT_PAIR = re.compile(r"(?P<from2>\d\d)\s?[-–/]\s?(?P<to2>\d\d)(?![\d/%]|[.,]\d|-\d)")
_YEAR_ALONE = re.compile(rf"(?P<year>{YEAR})(?![/,.]\d|%)")


@dataclass(frozen=True, slots=True)
class Point:
    """A day, a month, a year or a financial year (``financial``: it begins in ``year``), up to ``end`` of the text.

    ``edge`` is the word before it: ``end``, ``start``, ``middle``, or None. ``doubt`` says what is wrong with the print.
    """

    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    financial: bool = False
    edge: str | None = None
    doubt: str | None = None

    @property
    def unit(self) -> str:
        """How exact the point is: ``day``, ``month``, ``year`` or ``financial_year``."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "financial_year" if self.financial else "year"

    def in_year(self, year: int) -> Point:
        """The same point, in a year that the text does not print."""
        return replace(self, year=year)

    def first(self) -> dt.date | None:
        """Its first day; None without a year or where the calendar has no such day."""
        if self.year is None:
            return None
        if self.month is None:
            return dt.date(self.year, 4 if self.financial else 1, 1)
        if self.edge == "end" and self.day is None:
            return self.last()
        return day_of(self.year, self.month, self.day or 1)

    def last(self) -> dt.date | None:
        """Its last day."""
        if self.year is None:
            return None
        if self.month is None:
            return dt.date(self.year + 1, 3, 31) if self.financial else dt.date(self.year, 12, 31)
        if self.day is None:
            return month_end(self.year, self.month)
        return day_of(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class YearPair:
    """Two years that are printed together: ``2013/14`` (a financial year), ``2013-2018`` (a span), ``2015/17`` (a framework)."""

    end: int
    first: int
    last: int
    slash: bool
    doubt: str | None = None

    @property
    def financial(self) -> bool:
        """True for one financial year."""
        return self.last == self.first + 1

    def points(self) -> tuple[Point, Point]:
        """Its first and its last year: ``2015/17`` runs from 2015/16 to 2016/17, ``2013-2018`` from 2013 to 2018."""
        if self.financial:
            point = Point(self.end, year=self.first, financial=True, doubt=self.doubt)
            return point, point
        if self.slash:
            doubt = self.doubt or "two years that do not follow each other"
            return (
                Point(self.end, year=self.first, financial=True, doubt=doubt),
                Point(self.end, year=self.last - 1, financial=True, doubt=doubt),
            )
        return Point(self.end, year=self.first), Point(self.end, year=self.last)


def _mended(first: int, last: int) -> int | None:
    """The year that was meant where two neighbouring digits changed places: ``2105/16`` is 2015/16."""
    digits = str(first)
    for i in range(len(digits) - 1):
        swapped = int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])
        if 1990 <= swapped < 2100 and (swapped + 1) % 100 == last % 100:
            return swapped
    return None


# Each form of wording asks again what stands at the same place.
@lru_cache(maxsize=1024)
def read_pair(text: str, pos: int, *, short: bool = False) -> YearPair | None:
    """Two years printed together at ``pos``; ``short`` allows ``20-21``, which is safe only behind "Q2" or "FY".

    ``2013/14``, ``19/20``, ``2016/2017`` and ``2013-14`` are financial years. Two digits are years only where they follow each
    other, so that ``10/43`` (a rank) and a decision ``2015/32`` are None.
    """
    m = _PAIR.match(text, pos) or (_SHORT_PAIR.match(text, pos) if short else None)
    if m is None:
        return None
    group = m.groupdict()
    printed = group.get("from4")
    if printed is None:
        first = full_year(group["from2"] or group.get("from1") or "")
        last = full_year(group["to2"] or group.get("to1") or "")
        return YearPair(m.end(), first, last, True) if last == first + 1 else None
    to = group["to"] or ""
    first = int(printed)
    last = int(to) if len(to) == 4 else first // 100 * 100 + int(to)
    if first % 100 == 99 and len(to) == 2 and last < first:
        last += 100
    if first > 2049:
        mended = _mended(first, last)
        return None if mended is None else YearPair(m.end(), mended, mended + 1, True, f"printed {m.group()}")
    slash = group["sep"] in ("/", "\\")
    if not first < last <= first + (4 if slash else 15):
        return None
    return YearPair(m.end(), first, last, slash)


@lru_cache(maxsize=1024)
def read_point(text: str, pos: int, *, bare_year: bool = True) -> Point | None:
    """The point printed at ``pos``.

    ``"the end of June 2020"``, ``"30/6/20"``, ``"mid-March"`` (no year), ``"Jul '18"``, ``"August 14"`` (2014), ``"2013/14"``.
    A year alone is read only where ``bare_year`` allows it.
    """
    edge: str | None = None
    if m := _EDGE.match(text, pos):
        word = (m["edge"] or m["part"] or "").lower()
        edge = _EDGES.get(word)
        pos = m.end()
    if found := match_day(text, pos):
        end, day, month, year = found
        return Point(end, day, month, year, edge=edge)
    if m := _MONTH_YEAR.match(text, pos):
        year = full_year(m["year"] or m["joined"] or m["short"])
        return Point(m.end(), None, parse_month_name(m["month"]), year, edge=edge)
    if m := _MONTH_ALONE.match(text, pos):
        return Point(m.end(), None, parse_month_name(m["month"]), edge=edge)
    if (pair := read_pair(text, pos)) and pair.financial:
        return replace(pair.points()[0], edge=edge)
    if m := _MONTH_OF_YEAR.match(text, pos) or (_ISO_MONTH.match(text, pos) if pair is None else None):
        return Point(m.end(), None, int(m["month"]), int(m["year"]), edge=edge)
    if bare_year and (m := _YEAR_ALONE.match(text, pos)):
        return Point(m.end(), year=int(m["year"]), edge=edge)
    return None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time printed at ``text[start:end]``.

    It goes from ``first`` to ``last``; or it is ``months`` or ``days`` long and ends with ``last`` (begins with ``first``).
    ``kind`` is what the words themselves say it is (``quarter``, ``rolling_12_months``, ``year_to_date``, ``relative`` …).
    ``shift`` counts years from the period that a relative stretch is about ("same period last year" is -1).
    ``label_start`` is where its wording begins, if that is before ``start`` (the ``18/19`` of ``July-June 19/20 v 18/19``).
    """

    start: int
    end: int
    first: Point | None = None
    last: Point | None = None
    months: int | None = None
    days: int | None = None
    kind: str | None = None
    shift: int = 0
    label_start: int | None = None

    @property
    def doubt(self) -> str | None:
        """What is wrong with the print, if anything."""
        return next((p.doubt for p in (self.first, self.last) if p is not None and p.doubt), None)

    @property
    def single(self) -> bool:
        """True for one point alone: a day, a month, a year."""
        return self.first is not None and self.first == self.last

    @property
    def relative(self) -> bool:
        """True where the words name no day, month or year: "rolling 12 months", "the same period last year"."""
        return self.first is None and self.last is None

    @property
    def yearless(self) -> bool:
        """True where months or days are printed and no year."""
        points = [p for p in (self.first, self.last) if p is not None]
        return bool(points) and all(p.year is None for p in points)

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``quarter``, ``year`` or ``financial_year``: the unit in which the ends are printed."""
        if self.kind == "quarter" or self.kind == "season":
            return "quarter"
        units = [p.unit for p in (self.first, self.last) if p is not None]
        return next((unit for unit in ("day", "month", "financial_year", "year") if unit in units), "month")

    def in_year(self, year: int) -> Stretch:
        """A stretch without a year, placed so that it begins in ``year``."""
        first = self.first and self.first.in_year(year)
        last = first if self.single else self.last and self.last.in_year(year)
        if first and last and before(last, first):
            last = last.in_year(year + 1)
        return replace(self, first=first, last=last)

    def bounds(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day, as far as the text gives them."""
        first = self.first.first() if self.first else None
        last = self.last.last() if self.last else None
        if self.months is not None and last is not None:
            first = add_months(last, -self.months) + dt.timedelta(days=1)
        elif self.months is not None and first is not None:
            last = add_months(first, self.months) - dt.timedelta(days=1)
        elif self.days is not None and last is not None:
            first = last - dt.timedelta(days=self.days - 1)
        elif self.days is not None and first is not None:
            last = first + dt.timedelta(days=self.days - 1)
        return first, last


def before(a: Point, b: Point) -> bool:
    """True where ``a`` comes earlier in the year than ``b``."""
    return (a.month or 1, a.day or 0) < (b.month or 1, b.day or 0)

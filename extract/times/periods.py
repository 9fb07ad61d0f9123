"""Periods as papers print them, with the days that they mean.

A financial year is April to March and Q1 is April to June, unless the text prints other months. What the text does not give is
taken from its surroundings only where these leave one reading (``PeriodContext``); else it stays None. A year is never invented.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from extract.times.days import add_months, add_years, day_of, financial_year_of, month_end, weekday_at
from extract.times.points import Stretch
from extract.times.stretches import COUNTED, is_meant, printed_stretches, share_years, stretches
from schema.reading import Period


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What surrounds a text: the period of its section or table, the period and the meeting of the paper, its financial year.

    ``named`` are the quarters that the text before named with their years: "quarter one" is the one of them that is a first, "in May"
    the month in one of them.
    """

    section: Period | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    meeting_date: dt.date | None = None
    financial_year: int | None = None
    named: tuple[Period, ...] = ()

    @property
    def anchor(self) -> dt.date | None:
        """The day on which the paper speaks: its meeting, else the end of its period."""
        return self.meeting_date or self.period_end


@dataclass(frozen=True, slots=True)
class PrintedPeriod:
    """A period and the stretch of text that prints it; ``pinned`` is true where its year comes from the surroundings."""

    stretch: Stretch
    period: Period
    pinned: bool = False


_NOTHING = PeriodContext()
_POINT_CUE = re.compile(
    r"\b(?:as\s(?:at|of|on)|position|spend|snapshot|strength|balance|headcount)\b[^.;()]{0,16}$", re.IGNORECASE
)


def _type(stretch: Stretch, start: dt.date | None, end: dt.date | None, *, snapshot: bool) -> str:
    """The type of a period: what its words say, else what its days are."""
    if stretch.kind == "calendar_year_to_date":
        return "year_to_date"
    if stretch.kind in ("week", "rolling_12_months", "year_to_date", "month", "half_year"):
        return stretch.kind
    if start is None or end is None:
        return "range"
    if snapshot and start == end:
        return "point"
    return type_of_days(start, end)


def type_of_days(start: dt.date, end: dt.date) -> str:
    """The type that the days alone give: 1 April to 31 March is a ``financial_year``, 1 July to 30 June ``rolling_12_months``."""
    if start == end:
        return "day"
    if start.day != 1 or end != month_end(end.year, end.month):
        return "range"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 12:
        return {4: "financial_year", 1: "calendar_year"}.get(start.month, "rolling_12_months")
    if months == 1:
        return "month"
    if months == 3 and start.month % 3 == 1:
        return "quarter"
    if months == 6 and start.month % 3 == 1:
        return "half_year"
    return "range"


def _within(stretch: Stretch, start: dt.date, end: dt.date) -> Stretch | None:
    """A stretch without a year placed inside other days, where it fits there in one way only."""
    fits = []
    for year in range(start.year - 1, end.year + 1):
        placed = stretch.in_year(year)
        a, b = placed.bounds()
        edges = [day for day in (a, b) if day is not None]
        if edges and start <= min(edges) and max(edges) <= end:
            fits.append(placed)
    return fits[0] if len(fits) == 1 else None


def pin_year(stretch: Stretch, context: PeriodContext) -> Stretch | None:
    """A stretch without a year in the year that its surroundings leave.

    First the period of the section, then the financial year, then the paper's period if the stretch lies in it, then the latest
    before the meeting: in a paper for 12 October 2015 "In June" is June 2015.
    """
    if stretch.kind == "quarter" or (stretch.single and stretch.precision == "month"):
        told = [placed for p in context.named if p.start and p.end and (placed := _within(stretch, p.start, p.end))]
        if len({placed.bounds() for placed in told}) == 1:
            return told[0]
    spans = []
    if context.section is not None and context.section.start and context.section.end:
        spans.append((context.section.start, context.section.end))
    if context.financial_year is not None:
        spans.append((dt.date(context.financial_year, 4, 1), dt.date(context.financial_year + 1, 3, 31)))
    if context.period_start and context.period_end and context.period_start <= context.period_end:
        spans.append((context.period_start, context.period_end))
    for start, end in spans:
        if placed := _within(stretch, start, end):
            return placed
    if context.anchor is None:
        return None
    for year in range(context.anchor.year + 1, context.anchor.year - 3, -1):
        placed = stretch.in_year(year)
        days = [day for day in placed.bounds() if day is not None]
        # The month of the meeting has begun, also as the last of a list; a quarter must be over before there are figures for it.
        if days and stretch.doubt and placed.last is not None:
            days = [placed.last.first() or days[-1]]
        if days and (min(days) if stretch.single else max(days)) <= context.anchor:
            return placed
    return None


def _on_weekday(placed: Stretch | None, text: str) -> Stretch | None:
    """A day in the neighbouring year where only there it is the weekday that the text prints: "Friday 3 February" is of 2023."""
    if placed is None or placed.precision != "day" or not placed.single:
        return placed
    day, weekday = placed.bounds()[0], weekday_at(text, placed.start)
    if day is None or weekday is None or weekday == day.weekday():
        return placed
    others = [placed.in_year(day.year + years) for years in (1, -1)]
    return next((o for o in others if (d := o.bounds()[0]) and d.weekday() == weekday), placed)


def _surrounding(stretch: Stretch, context: PeriodContext) -> tuple[dt.date | None, dt.date | None]:
    """The days of a relative stretch, from the period that it is about; None where that is not told."""
    about = context.section
    if about is None or about.end is None:
        return None, None
    end = add_years(about.end, stretch.shift)
    if stretch.kind == "rolling_12_months":
        return add_months(end, -12) + dt.timedelta(days=1), end
    if stretch.kind == "year_to_date":
        return dt.date(financial_year_of(end), 4, 1), end
    if stretch.kind == "calendar_year_to_date":
        return dt.date(end.year, 1, 1), end
    return (add_years(about.start, stretch.shift) if about.start else None), end


#: A number behind a month that counts nothing is its day or its year, so its year is not that of the paper: "In January 20 and".
_NUMBER_BEHIND = re.compile(
    r"(?<=[A-Za-z.])\s(?:0[1-9]|1\d|2\d|30)(?![\d,.:/%]|\s?(?:%|per\scent|[ap]\.?m\b|hours|hrs)|\s(?:of|[a-z]+s|[a-z]+\s[a-z]+s|people|staff|men|women|children|more|fewer|new|per|were|had|have|are)\b)"
)
_DAY_OR_YEAR = re.compile(r"[A-Za-z]+\.?\s{1,2}(?P<day>[0-3]\d)")
#: A short year lies no more than so many years after the paper, or after the last year that the text prints; in March, with
#: which financial years end, plans go on for some more. Where neither is known it lies not after the last one.
_YEARS_AHEAD, _PLANNED_AHEAD, _LAST_YEAR = 1, 5, 2026
_FULL_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MARCH = 3


def _as_day(stretch: Stretch, text: str, context: PeriodContext) -> Stretch:
    """A number behind a month that can be no year is a day: "by January 31" in a paper of 2023."""
    point = stretch.first
    if point is None or point.unit != "month" or point.year is None or point.edge or not stretch.single:
        return stretch
    m = _DAY_OR_YEAR.fullmatch(text, stretch.start, stretch.end)
    if m is None:
        return stretch
    printed = [int(year) for year in _FULL_YEAR.findall(text)]
    latest = max([context.anchor.year, *printed]) if context.anchor else max(printed, default=None)
    last = latest + (_PLANNED_AHEAD if point.month == _MARCH else _YEARS_AHEAD) if latest else _LAST_YEAR
    if point.year <= last or not day_of(2000, point.month or 1, int(m["day"])):
        return stretch
    day = replace(point, day=int(m["day"]), year=None)
    return replace(stretch, first=day, last=day)


#: The year of a month or quarter told from the paper: "in May last year", "between January and March of this year".
_THAT_YEAR = re.compile(r"\s(?:of\s)?(?P<which>last|this|the\sprevious)\syear\b(?!['’])", re.IGNORECASE)


def _in_that_year(stretch: Stretch, told: re.Match[str], context: PeriodContext) -> Stretch:
    """A stretch of "last year" or "this year", seen from the day on which the paper speaks; open where that is not known or would be later.

    Months are those of calendar years, quarters those of financial ones: in a paper of 20 June 2024 "May last year" is May 2023.
    """
    anchor = context.anchor
    if anchor is None:
        return stretch
    quarter = stretch.kind == "quarter"
    year = (financial_year_of(anchor) if quarter else anchor.year) - (told["which"].lower() != "this")
    in_financial = _within(stretch, dt.date(year, 4, 1), dt.date(year + 1, 3, 31)) if quarter else None
    placed = in_financial if quarter else stretch.in_year(year)
    days = [day for day in placed.bounds() if day is not None] if placed else []
    if placed is None or not days or (quarter and min(days) > anchor) or {day.year for day in days} != {days[0].year}:
        return stretch
    return replace(placed, end=told.end())


def resolve(stretch: Stretch, text: str, context: PeriodContext = _NOTHING) -> PrintedPeriod:
    """The period of a stretch of ``text``; its ends stay None where neither the text nor the context gives them."""
    pinned = False
    stretch = _as_day(stretch, text, context)
    if stretch.yearless and (told := _THAT_YEAR.match(text, stretch.end)):
        stretch = _in_that_year(stretch, told, context)
        pinned = not stretch.yearless
    elif stretch.yearless and not _NUMBER_BEHIND.match(text, stretch.end):
        placed = _on_weekday(pin_year(stretch, context), text)
        pinned = placed is not None
        stretch = placed or stretch
    start, end = _surrounding(stretch, context) if stretch.relative else stretch.bounds()
    label = text[stretch.start if stretch.label_start is None else stretch.label_start : stretch.end].strip()
    snapshot = bool(_POINT_CUE.search(text, max(0, stretch.start - 40), stretch.start))
    if snapshot and stretch.single and stretch.precision == "month" and stretch.first and stretch.first.edge is None:
        start = end
    return PrintedPeriod(stretch, Period(start, end, label, _type(stretch, start, end, snapshot=snapshot)), pinned)


_SAME = re.compile(
    r"\bsame\s(?P<unit>period|quarter|time|months?|weeks?)(?:\slast\syear|\sthe\sprevious\syear)?(?:\s(?:of|in|for|during))?\s(?:the\s)?(?:year\s)?\(?$",
    re.IGNORECASE,
)


def _same_period(here: PrintedPeriod, text: str, about: Period | None) -> Period | None:
    """The days of "the same period in 2019": those of the period spoken of before, in another year; None for other wordings.

    ``"118 offences from 01/07/19 to 30/06/20 compared to 79 in the same period 2019"`` compares with July 2018 to June 2019,
    ``"July 2018 to June 2019 with the same period 2019 to 2020"`` with July 2019 to June 2020. Where no period was spoken of
    before, the days stay open: the whole of 2019 would be wrong.
    """
    stretch, first = here.stretch, here.stretch.first
    cue = _SAME.search(text, max(0, stretch.start - 50), stretch.start)
    if cue is None or first is None or first.year is None or first.month is not None:
        return None
    unknown = replace(here.period, start=None, end=None, type="range")
    if about is None or about.end is None or (cue["unit"].lower() == "quarter" and about.type != "quarter"):
        return unknown
    if about.start is None:
        return here.period if first.financial and (about.end.month, about.end.day) == (3, 31) else unknown
    if first.financial:
        years = first.year - financial_year_of(about.start)
    elif stretch.single:
        years = first.year - about.end.year
    else:
        years = first.year - about.start.year
    if not years:
        return here.period
    return Period(add_years(about.start, years), add_years(about.end, years), here.period.label, about.type)


def _in_financial_year(unplaced: Stretch, other: Stretch) -> Period | None:
    """A stretch without a year in the year after that of a comparison: "for Quarter 3, up 6% from the same period in 2023/24"."""
    if other.first is None or other.first.year is None or not other.first.financial:
        return None
    year = other.first.year + 1
    placed = _within(unplaced, dt.date(year, 4, 1), dt.date(year + 1, 3, 31))
    start, end = placed.bounds() if placed else (None, None)
    return Period(start, end, "", type_of_days(start, end)) if start and end else None


def read_periods(text: str, context: PeriodContext = _NOTHING, about: Period | None = None) -> list[PrintedPeriod]:
    """Every period of a running text, from left to right, also those whose days stay open.

    ``about`` is the period that the text before this one spoke of, for "the same period in 2014/15".
    """
    found: list[PrintedPeriod] = []
    unplaced: Stretch | None = None
    for stretch in printed_stretches(text):
        here = resolve(stretch, text, context)
        same = _same_period(here, text, _in_financial_year(unplaced, stretch) if unplaced else about)
        found.append(replace(here, period=same) if same else here)
        if same is None and (here.period.end or stretch.yearless):
            about, unplaced = here.period, None if here.period.end else stretch
    return found


def find_periods(text: str, context: PeriodContext | None = None) -> list[tuple[int, int, Period]]:
    """Every period of a running text with its span; those whose days are not known are left out.

    ``"a decrease from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20"`` gives two, each of twelve months.
    """
    return [
        (f.stretch.start, f.stretch.end, f.period)
        for f in read_periods(text, context or _NOTHING)
        if (f.period.start or f.period.end) and not f.stretch.doubt
    ]


_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")
_COMPARED = re.compile(r"\b(?:v|vs|versus|compared\s(?:to|with)|against|relative\sto)\b", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"\D*?(?<!\d)((?:19|20)\d\d)(?!\d)\D*")


def _cell(text: str, context: PeriodContext | None) -> tuple[str, list[PrintedPeriod]]:
    """The text of a cell on one line, and its periods; in a cell a year or a month needs no word before it."""
    line = " ".join(_TAGS.sub(" ", text).split())
    found = [s for s in stretches(line) if not s.doubt]
    year = _WHOLE_YEAR.fullmatch(line)
    if not year or COUNTED.match(line, year.end(1)):
        found = [s for s in found if is_meant(line, s) or (len(line) <= 24 and not COUNTED.match(line, s.end))]
    return line, [_as_heading(resolve(s, line, context or _NOTHING)) for s in share_years(found, line)]


def _as_heading(found: PrintedPeriod) -> PrintedPeriod:
    """A day that heads figures is the point in time at which they were taken."""
    if found.period.type != "day":
        return found
    return replace(found, period=replace(found.period, type="point"))


def parse_period(text: str, context: PeriodContext | None = None) -> Period | None:
    """The one period that a header cell or a phrase gives, or None; of a comparison the current one.

    ``"Previous 12 month period (September 13 - August 14)"`` is September 2013 to August 2014, ``"12M to May '19"`` June 2018 to
    May 2019, ``"Position as at March 2015 (April 14 – March 15)"`` the twelve months in brackets, ``"Change Q1 19/20 v 20/21"``
    April to June 2020. ``"rolling 12 months"`` has its type and no days, unless ``context.section`` tells the end.
    """
    line, found = _cell(text, context)
    if not found:
        return None
    if comparison := _comparison(line, found):
        return comparison[0]
    known = [f for f in found if f.period.start or f.period.end]
    if not known:
        return found[0].period if len(found) == 1 else None
    if len(known) > 1:
        # What prints its year wins over what only stands beside it: "Q3 2021-22, Oct to Dec".
        known = [f for f in known if not f.pinned] or known
        bracketed = [
            f for f in known if "(" in line[: f.stretch.start] and ")" in line[f.stretch.end :] and not f.stretch.single
        ]
        known = bracketed or known
    return known[0].period if len({(f.period.start, f.period.end) for f in known}) == 1 else None


_CHANGE = re.compile(r"\b(?:change|variance|difference|increase|decrease|movement|reduction|growth)\b", re.IGNORECASE)


def _change_between(line: str, found: list[PrintedPeriod]) -> tuple[Period, Period] | None:
    """The two years of ``"% change 2018/19 to 2019/20"``, which is no time of two years."""
    if len(found) != 1 or not _CHANGE.search(line):
        return None
    first, last = found[0].stretch.first, found[0].stretch.last
    if first is None or last is None or first == last or first.month is not None or last.month is not None:
        return None
    label = found[0].period.label
    earlier, later = (
        Period(p.first(), p.last(), label, "financial_year" if p.financial else "calendar_year") for p in (first, last)
    )
    return later, earlier


def _comparison(line: str, found: list[PrintedPeriod]) -> tuple[Period, Period] | None:
    if change := _change_between(line, found):
        return change
    known = [f for f in found if f.period.end is not None]
    if len(known) != 2 or not _COMPARED.search(line[known[0].stretch.end : known[1].stretch.start]):
        return None
    earlier, later = sorted((f.period for f in known), key=lambda p: p.end or dt.date.min)
    return (later, earlier) if later.end != earlier.end else None


def parse_comparison(text: str, context: PeriodContext | None = None) -> tuple[Period, Period] | None:
    """Both periods of a comparison, the current (later) one first, whatever their order in print.

    ``"Change Q1 19/20 v 20/21"`` gives Q1 2020/21 and Q1 2019/20; ``"12m to Apr-15 -v- 12m to Apr-14"`` the two years to April.
    """
    return _comparison(*_cell(text, context))


def month_of(year: Period, month: int) -> Period | None:
    """A month of a period, as in a matrix of financial years by months: December of ``2017/18`` is December 2017."""
    if year.start is None or year.end is None:
        return None
    for calendar_year in (year.start.year, year.end.year):
        first, last = dt.date(calendar_year, month, 1), month_end(calendar_year, month)
        if year.start <= first and last <= year.end:
            return Period(first, last, f"{first:%b} {year.label}", "month")
    return None

"""Columns that name a part of a year whose year stands elsewhere: ``Q1`` or ``April`` under ``2019/20``, beside it, or in its row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extract.times.days import add_years, parse_month_name
from extract.times.periods import PeriodContext, month_of, parse_period
from schema.reading import Period

_QUARTER = re.compile(
    r"(?:q(?:uarter|tr)?\.?\s?(?P<a>[1-4])|(?P<b>[1-4])(?:st|nd|rd|th)\s+q(?:uarter|tr)|(?P<c>first|second|third|fourth)\s+quarter)",
    re.IGNORECASE,
)
_WORDS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_YEARS = ("financial_year", "calendar_year")
_TWELVE_MONTHS = (*_YEARS, "rolling_12_months")


def _quarter(name: str) -> str | None:
    match = _QUARTER.fullmatch(name.strip())
    return match and (match["a"] or match["b"] or _WORDS[match["c"].lower()])


@lru_cache(maxsize=4096)
def is_part_of_year(name: str) -> bool:
    """True for a header that is a quarter or a month and nothing else: ``Q1``, ``2nd quarter``, ``Apr``; not for ``Q1 2019/20``."""
    return _quarter(name) is not None or parse_month_name(name) is not None


def part_of_year(name: str, year: Period) -> Period | None:
    """The part of ``year`` that a header names; None where it names none, or ``year`` is no year.

    Examples: ``Q1`` of ``2019/20`` is April to June 2019, ``Dec`` of the 12 months to June 2020 is December 2019.
    """
    quarter, month = _quarter(name), parse_month_name(name)
    if quarter and year.type in _YEARS:
        label = f"Q{quarter} {year.label}"
        # Of a calendar year it is not known from which month its quarters are counted.
        return parse_period(label) or Period(None, None, label, "quarter")
    if month and year.type in _TWELVE_MONTHS:
        return month_of(year, month)
    return None


def unplaced_part(name: str) -> Period:
    """The period of a quarter or month whose year is not said: its name, and no days."""
    return Period(None, None, " ".join(name.split()), "quarter" if _quarter(name) else "month")


_SHORTEST_YEAR = dt.timedelta(days=330)


def same_part_of_years(text: str, years: Sequence[Period], context: PeriodContext) -> dict[Period, Period]:
    """The part of each year that a caption over columns of years tells; none where it tells no part, or that of another year.

    Examples: ``Stop and search, April to June 2021`` over ``2020`` and ``2021`` tells April to June of both, ``Quarter 3`` the
    third quarter of each year; ``Crime, 12 months to June 2021`` tells none.
    """
    said = parse_period(text, context)
    if said is None or not years or any(year.type not in _YEARS for year in years):
        return {}
    if said.start is None:
        told = {year: parse_period(f"{said.label} {year.label}") for year in years} if said.end is None else {}
    elif said.end is None or said.end - said.start > _SHORTEST_YEAR or said.type == "day":
        return {}
    else:
        told = {year: _moved_into(year, said) for year in years}
        if said not in [replace(part, label=said.label) for part in told.values() if part]:
            return {}
    parts = {year: part for year, part in told.items() if part is not None and _lies_in(part, year)}
    return parts if len(parts) == len(years) else {}


def _moved_into(year: Period, part: Period) -> Period | None:
    """The same days of another year, which its label names too: ``April to June 2021`` moved into ``2020``."""
    assert part.start and part.end and year.start
    for by in range(year.start.year - part.start.year - 1, year.start.year - part.start.year + 2):
        moved = replace(part, start=add_years(part.start, by), end=add_years(part.end, by), label=year.label)
        if _lies_in(moved, year):
            return moved
    return None


def _lies_in(part: Period, year: Period) -> bool:
    return bool(part.start and part.end and year.start and year.end) and (
        year.start <= part.start <= part.end <= year.end  # type: ignore[operator]
        and part.end - part.start < _SHORTEST_YEAR  # type: ignore[operator]
    )

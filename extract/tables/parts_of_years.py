"""Columns that name a part of a year whose year stands elsewhere: ``Q1`` or ``April`` under ``2019/20``, beside it, or in its row."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.times.days import parse_month_name
from extract.times.periods import month_of, parse_period
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

"""A date in EDTF, the notation of partial, open and approximate dates."""

from __future__ import annotations

import datetime as dt

from extract.dates.words import is_about
from extract.times.periods import PrintedPeriod


def edtf(start: dt.date | None, end: dt.date | None, precision: str, *, approximate: bool = False) -> str | None:
    """A date in EDTF level 1: ``2014-09``, ``2013/2018``, ``2015-07-10/2015-09-25``, ``../2020-05-31``; a season is its months.

    ``approximate`` adds a ``~``: ``2015-10~`` for "the beginning of October 2015".
    """
    if start is None and end is None:
        return None
    if approximate and start is not None and precision in ("month", "year", "day"):
        return start.strftime({"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}[precision]) + "~"
    form = {"day": "%Y-%m-%d", "year": "%Y"}.get(precision, "%Y-%m")
    if precision == "month" and start is not None and (start.day != 1 or start == end):
        form = "%Y-%m-%d"
    first, last = (day.strftime(form) if day else ".." for day in (start, end))
    return first if first == last else f"{first}/{last}"


def is_about_then(found: PrintedPeriod, before: str) -> bool:
    """True for a time that is only about then: "mid-September", "early 2016", "around 12 October", "the end of November"."""
    first = found.stretch.first
    return found.stretch.single and ((first is not None and first.edge is not None) or is_about(before))

"""Columns of months up to an end that is printed elsewhere: ``Latest 12 months`` under ``Period ended December 2014``.

The end alone does not say where such a period begins, and the number of months alone not where it lies; both together do.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from extract.times.days import add_months
from extract.times.periods import PeriodContext, parse_period
from schema.reading import Period

_LATEST_MONTHS = re.compile(
    r"\W*(?:(?:latest|current|recent|rolling|last|past|most\s+recent)\s+(?:rolling\s+)?)?"
    r"(?P<count>12|twelve|6|six|3|three)[\s-]*m(?:onths?|ths?)?\b(?:\s+(?:rolling|period|total|actual|performance|figure|volume))?\W*",
    re.IGNORECASE,
)
_ROLLING_YEAR = re.compile(r"\W*(?:(?:latest|current)\s+)?rolling\s+year(?:\s+(?:total|actual))?\W*", re.IGNORECASE)
_COUNTS = {"12": 12, "twelve": 12, "6": 6, "six": 6, "3": 3, "three": 3}
_TYPES = {12: "rolling_12_months", 6: "range", 3: "range"}
#: A text that says up to when a table runs; a date alone may be that of a meeting.
_ENDS = re.compile(
    r"\b(?:periods?|months?|years?|quarters?|data|performance|figures|position)\s+(?:(?:up\s+)?to|end(?:ed|ing)?|as\s+at)\b",
    re.IGNORECASE,
)
_ENDS_ALONE = re.compile(
    r"(?:for\s+(?:the\s+)?)?(?:(?:reporting|performance)\s+)?(?:period|performance|data|figures|(?:12|twelve)\s+months|year|quarter)\s+"
    r"(?:(?:up\s+)?to|end(?:ed|ing)?)\s+(?:the\s+end\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\s+(?:20)?\d\d\W*",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:up\s+)?(?:to|until|ending|ended)\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?$", re.IGNORECASE)


def months_up_to(name: str, around: Iterable[str], context: PeriodContext) -> Period | None:
    """The period of a header that is only a number of months, up to the end that a text around the table states; else None.

    | header             | around                       |                            |
    | ------------------ | ---------------------------- | -------------------------- |
    | ``Latest 12 months`` | ``Period ended December 2014`` | January to December 2014 |
    | ``Rolling 12m``    | ``Data to 30 June 2019``     | July 2018 to June 2019     |
    | ``Previous 12 months``, ``12m to Mar 19`` | any   | none                       |
    """
    match = _LATEST_MONTHS.fullmatch(name)
    if match is None and not _ROLLING_YEAR.fullmatch(name):
        return None
    count = _COUNTS[match["count"].lower()] if match else 12
    for text in around:
        said = parse_period(text, context) if _ENDS.search(text) else None
        if said is not None and said.end is not None:
            start = add_months(said.end, -count) + dt.timedelta(days=1)
            return Period(start, said.end, " ".join(name.split()), _TYPES[count])
    return None


def is_end_of_period(text: str) -> bool:
    """True for a line that says up to when the figures below it run, and nothing else: ``Period ended December 2014``."""
    return len(text) < 80 and bool(_ENDS_ALONE.fullmatch(text.strip()))


def is_only_end(name: str, period: Period) -> bool:
    """True for a header that says up to which month its figures run and not from when: ``Offences to Dec 2014``."""
    at = name.find(period.label)
    return period.type == "month" and at > 0 and bool(_UP_TO.search(name[:at]))


def begun(period: Period, known: Iterable[Period | None]) -> Period:
    """What a header gives that says only up to which month its figures run: the period known around it with that end, else an open one."""
    for other in known:
        if other is not None and other.start is not None and other.end == period.end and other.type != "month":
            return replace(other, label=period.label)
    return Period(None, period.end, period.label, "range")

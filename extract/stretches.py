"""Stretches of time as papers word them: which words stand where, and from which point to which point they go.

A stretch is read from the text alone. What the text leaves to its surroundings (the year of "June", the end of "rolling 12
months") stays open here and is filled in by ``extract.periods``, which knows the paper.

Each form of wording is one function that reads it at a position of the text; the longest reading wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.days import MONTH, WEEKDAY, financial_year_of
from extract.lengths import read_length, read_relative, read_up_to, read_week
from extract.points import Stretch, read_pair
from extract.quarters import YEAR_THEN_QUARTER, read_quarter, read_share_of_year
from extract.ranges import read_alone, read_months_of_year, read_named_year, read_range, read_season

_FORMS = (
    read_range,
    read_months_of_year,
    read_quarter,
    read_length,
    read_share_of_year,
    read_up_to,
    read_week,
    read_named_year,
    read_season,
    read_relative,
    read_alone,
)

# Where a stretch may begin. The words are those with which a form begins; a digit must not belong to a sum, a time or a code.
_START = re.compile(
    rf"(?<![\w£$€,/@#&.-])(?:(?=['’‘]?\d|{MONTH}|{WEEKDAY})|(?=(?i:q(?:uarter|tr)?s?\s?[1-4]|first|second|third|fourth|final|latest|last|previous"
    r"|prior|most\srecent|rolling|recent|current|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|annual\schange|year"
    r"|full\syear|quarter|month|week|half|period|up\sto|up\suntil|to\sthe\send|to\send|w\s?/\s?[ce]|financial|fiscal|municipal|f\.?y\.?e?(?:\s?\d\d)?|calendar"
    r"|c\.?y|new\syear|spring|summer|autumn|winter|end|start|beginning|middle|close|early|mid|late|same|equivalent|corresponding|l\.?\s?ytd|ytd"
    r"|in[\s-]year|\d(?:st|nd|rd|th))\b))"
)


def read_stretch(text: str, pos: int) -> Stretch | None:
    """The longest stretch that begins at ``pos``, or None."""
    best: Stretch | None = None
    for form in _FORMS:
        found = form(text, pos)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


_VERSUS = re.compile(r"\s{0,2}-?\s?\b(?:v|vs|versus|compared\s(?:to|with))\b\.?\s?-?\s{0,2}", re.IGNORECASE)


def _compared(text: str, current: Stretch) -> Stretch | None:
    """The other year of a comparison that prints only the year again: the ``18/19`` of ``"July-June 19/20 v 18/19"``."""
    versus = _VERSUS.match(text, current.end)
    pair = read_pair(text, versus.end()) if versus else None
    begin = current.bounds()[0]
    if versus is None or pair is None or not pair.financial or begin is None or YEAR_THEN_QUARTER.match(text, pair.end):
        return None
    years = pair.first - financial_year_of(begin)
    first, last = (p and p.year and replace(p, year=p.year + years) for p in (current.first, current.last))
    return replace(
        current, start=versus.end(), end=pair.end, first=first or None, last=last or None, label_start=current.start
    )


def stretches(text: str) -> Iterator[Stretch]:
    """Every stretch of a text, from left to right, none within another."""
    pos = 0
    while m := _START.search(text, pos):
        found = read_stretch(text, m.start())
        if found is None or found.end <= m.start():
            pos = m.start() + 1
            continue
        yield found
        pos = found.end
        if other := _compared(text, found):
            yield other
            pos = other.end

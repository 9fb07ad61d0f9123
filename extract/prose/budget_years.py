"""Of which year the money of a budget and the tax for it are, where the sentence says no year or another time."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from extract.prose.binding import is_base
from extract.prose.frame import Frame, Stated
from extract.prose.handed_on import NOW, OTHER_TIME, POINTS_BACK
from extract.prose.times import find_period_mentions
from schema.reading import Identity, Period

_IN_PLACE_POINTS_BACK = re.compile(r"In\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3},?\s+(?:this|that|it)\s")
_THIS_QUARTER = re.compile(r"\bthis\s+(?:quarter|period)\b", re.IGNORECASE)
_SEVERAL_YEARS = re.compile(
    r"\b(?:next|last|past|coming|previous|first)\s+(?:\w+\s+)?years\b|\byears?\s+(?:ago|later|since)\b", re.IGNORECASE
)
_VARIANCE = re.compile(r"\b(?:over|under)[\s-]?sp\w+|\boutturn|\bvariance", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:propos|announc|agree|approv|publish|decid|recommend|foreseen|foresaw|predict|forecast)", re.IGNORECASE
)
_SET_FOR_A_YEAR = re.compile(r"\b(?:budget|requirement|settlement)\b", re.IGNORECASE)
#: What a budget is made of, and the titles of papers about one.
_OF_A_BUDGET = re.compile(
    r"\b(?:precept|budget|council\s+tax|band\s+[a-h]|grants?|funding|settlement|costs?|inflation|pay\s+awards?|requirement|(?:gross\s+|net\s+)?(?:spending|expenditure)|income)\b",
    re.IGNORECASE,
)


def year_of_money(this: Frame, label: str, statistic: str, period: Period) -> Period | None:
    """The period of money beside a time that may be the one at which it was told: "in January 2018 the budget proposed was £118m".

    Nobody can tell that time for the money's own; a forecast "at the end of the first quarter" is one of the year, which only the paper knows.
    """
    if period.type == "day" and _SET_FOR_A_YEAR.search(label):
        return None
    if statistic == "projection" and _VARIANCE.search(label):
        return None
    return None if _DECIDED.search(this.text) and (_OF_A_BUDGET.search(label) or "reserves" in label) else period


def year_of_tax(period: Period) -> Period | None:
    """The period of a tax beside a time: a day is that of a meeting, and what goes up in April does so for the year that begins then."""
    if period.type in ("day", "point"):
        return None
    if period.type == "month" and period.start and period.start.month == 4:
        start = period.start.replace(day=1)
        return Period(start, start.replace(year=start.year + 1, month=3, day=31), period.label, "financial_year")
    return period


def period_of_title(
    this: Frame, label: str, stated: Stated, heading: str, who: Identity, told: Collection[Period]
) -> Period | None:
    """The period that the title gives: the year of a budget to its money, the paper's own quarter to "this quarter".

    ``heading`` is the one above the sentence, ``told`` are the years of which the budget was told before (``budget_year``).
    """
    if (
        who.period_start
        and who.period_end
        and _THIS_QUARTER.search(this.text)
        and not any(m.period for m in this.periods)
    ):
        return (
            Period(who.period_start, who.period_end, "this quarter", "quarter")
            if (who.period_end - who.period_start).days < 95
            else None
        )
    if stated.figure.unit not in ("GBP", "percent") or not _OF_A_BUDGET.search(label):
        return None
    if (
        # "This is a cut of 12%": of the time of the sentence before, whatever that is.
        POINTS_BACK.match(this.text)
        or _IN_PLACE_POINTS_BACK.match(this.text)
        or OTHER_TIME.search(this.text)
        or _SEVERAL_YEARS.search(this.text)
        or any(m.period and not is_base(this, m) for m in this.periods)
    ):
        return None
    for title in (heading, who.title or ""):
        years = {m.period for m in find_period_mentions(title) if m.period and m.period.type == "financial_year"}
        if years and _OF_A_BUDGET.search(title):
            return years.pop() if len(years) == 1 else None
    # Of one year only was the budget told of: what goes on about it is of that year.
    return next(iter(told)) if len(told) == 1 and not NOW.search(this.text) else None


def budget_year(label: str, period: Period | None) -> Period | None:
    """The financial year of a figure of the budget, named in one way, so that "2024-25" and "next year" are one; else None."""
    if period and period.type == "financial_year" and period.start and _OF_A_BUDGET.search(label):
        return replace(period, label=f"{period.start.year}/{(period.start.year + 1) % 100:02}")
    return None

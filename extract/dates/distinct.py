"""Which mentions of a day are about one thing: a paper says many things again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.wording import word_set
from schema.reading import DateMention

#: Of the words of two titles so many are the same.
_TITLE = 0.8
_MEETINGS = ("meeting", "next_meeting", "previous_meeting")


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with the words by which it is told apart from other mentions of the same day."""

    mention: DateMention
    words: frozenset[str]
    section: str
    short: bool = False


_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
#: What a budget and a precept are spoken of with: their year is told once, however often it is named.
_OF_MONEY = re.compile(
    r"\b(?:budgets?|precepts?|council tax|band [A-H]|households?|settlement|police grant|MTF[PS]|funding gap|requirement)\b",
    re.IGNORECASE,
)
_COMMON = word_set("""
    with from that this have been will which were their the and for into also when where there these those between
    """)
#: Two titles that share their months only may be those of any reports.
_MONTHS = word_set(
    "january february march april june july august september october november december month months quarter year"
)


def content_words(text: str) -> frozenset[str]:
    """The words of a text, in lower case, that tell what it is about."""
    return frozenset(word.lower() for word in _WORD.findall(text)) - _COMMON


def distinct(found: Iterable[Found]) -> list[Found]:
    """One mention for each distinct thing: the first one, where a paper says the same again. Each report of a pack is a paper."""
    kept: list[Found] = []
    by_days: dict[tuple[dt.date | None, dt.date | None], list[Found]] = {}
    for item in found:
        same_days = by_days.setdefault((item.mention.start, item.mention.end), [])
        if not any(_same_thing(item, other) for other in same_days):
            same_days.append(item)
            kept.append(item)
    return kept


def _same_thing(a: Found, b: Found) -> bool:
    """True where two mentions of the same days are about the same thing."""
    x, y = a.mention, b.mention
    if x.paper != y.paper:
        # The title of a report stands in the agenda of its pack and over the report.
        titled = a.short and b.short and bool(a.words - _MONTHS) and bool(b.words - _MONTHS)
        return titled and x.type == y.type and x.type not in _MEETINGS and _shared(a, b) >= _TITLE
    if x.type == "other" and x.precision == "day" and y.type in _MEETINGS:
        return True
    if x.type in _MEETINGS and y.type in _MEETINGS:
        return True
    if _same_money_year(x, y):
        return True
    if x.type != y.type:
        return False
    if x.type == "plan" and x.start and x.end and (x.end - x.start).days > 370:
        return True
    if a.words == b.words:
        return True
    shared = _shared(a, b)
    if x.type == "period" and x.precision == y.precision == "quarter" and min(x.confidence, y.confidence) < 1:
        return True
    if x.type == "period" and a.section == b.section:
        return a.short or b.short or min(x.confidence, y.confidence) < 1 or shared >= 0.3
    return shared >= 0.6


def _same_money_year(x: DateMention, y: DateMention) -> bool:
    """True for the same financial year of money to come: the title "Precept 2022/23" and "a Band D increase of £9.99 in 2022/23"."""
    year = (
        x.start is not None
        and x.end is not None
        and (x.start.month, x.end.month, x.end.year - x.start.year) == (4, 3, 1)
    )
    return (
        year
        and "financial_year" in (x.precision, y.precision)
        and {x.type, y.type} <= {"plan", "period"}
        and bool(_OF_MONEY.search(x.label) and _OF_MONEY.search(y.label))
    )


def _shared(a: Found, b: Found) -> float:
    """The part of the words of the shorter one that the other has too."""
    return len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))

"""The period that a sentence takes from what stands before it: "This represents an increase of 39", "during the same period"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from extract.prose.binding import current_period, is_base
from extract.prose.frame import Frame, frame
from extract.prose.times import find_period_mentions, shifted
from extract.times.days import financial_year_of
from extract.times.periods import PeriodContext
from schema.reading import Observation, Period

#: With what a sentence begins that goes on about the one before it: "This represents", "Performance".
POINTS_BACK = re.compile(
    r"^(?:this|these|those|that|it|they|the\s+(?:rise|increase|decrease|reduction|fall|latest|data|figures?|survey)|of\s+(?:this|that|these|those|which)|performance|overall|the\s+remain(?:ing|der))\b",
    re.IGNORECASE,
)
#: "over the same period", "during those 12 months".
_SAME_TIME = re.compile(
    r"\b(?:during|in|over|for)\s+(?:this|that|the\s+same|those|these)\s+(?:(?P<twelve>12|twelve)\s+|(?:\d+|three|six|nine)\s+)?"
    r"(?:period|time|quarter|month|year)s?\b(?!\s+(?:in|of|last|the)\b)",
    re.IGNORECASE,
)
_SETS_TIME = re.compile(
    r"\b(?:figures?|data|results?|statistics)\b[^.;]{0,40}\b(?:is|are|to|for|covers?|runs?|spans?|relates?)\b",
    re.IGNORECASE,
)
#: A time that a sentence names in words alone, and those of them that are the present.
OTHER_TIME = re.compile(r"\b(?:since|until|currently|now|today)\b", re.IGNORECASE)
NOW = re.compile(r"\b(?:currently|today|at\s+present|presently|at\s+the\s+moment)\b", re.IGNORECASE)
#: Of a time before that of what was told last.
_ONCE = re.compile(
    r"\b(?:once\s+(?:been|planned|had|was|were)|originally|had\s+(?:first|earlier|previously)\s+been)\b", re.IGNORECASE
)
#: The length of an earlier time with which something is compared.
_LENGTH_BEFORE = re.compile(
    r"\b(?:previous|prior|preceding|last)\s+(?:(?P<year>(?:12|twelve)\s+months|year)|quarter|month|(?:three|six|nine|3|6|9)\s+months)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20[0-4]\d\b")
_YEAR_IN = re.compile(r"\d{4}|[/’']\s?\d\d|\b(?:this|last|next|previous)\b")


def handed_on(this: Frame, before: Frame | None, told: Period | None, context: PeriodContext) -> Period | None:
    """The period of the sentence ``before``, where this one goes on about it: "This represents an increase of 39".

    ``told`` is the period of the figures told last, None where they had none.
    """
    if before is None or any(m.period and not is_base(this, m) for m in this.periods):
        return None
    same = _SAME_TIME.search(this.text)
    if same and same["twelve"]:
        years = [m.period for m in before.periods if m.period and _is_a_year(m.period)]
        return years[-1] if years else None
    if POINTS_BACK.match(this.text) and (NOW.search(this.text) or _ONCE.search(this.text)) and not same:
        # "In 2019/20 it will be £248; they pay £224 at present": not of the time of the sentence before.
        return None
    if POINTS_BACK.match(this.text) or same:
        return (told if before.figures or same else None) or _period_set(before, context)
    return None if before.figures or OTHER_TIME.search(this.text) else _period_set(before, context)


def handed_to_list(text: str, found: Sequence[Observation], context: PeriodContext) -> Period | None:
    """The period that a paragraph gives the list which it introduces: that of its last figures, or the last that it names."""
    for observation in reversed(found):
        if observation.period is not None and observation.period.end is not None:
            return observation.period
    return _period_named(text, context)


def handed_to_item(text: str, before: Period | None) -> Period | None:
    """The period of the list item before, where this one goes on about it: "- This represented a fall of 170 on the previous 12 months".

    Where it tells the length of the time with which it compares, the period of the item before must be as long.
    """
    if before is None or not POINTS_BACK.match(text) or is_of_another_time(text):
        return None
    length = _LENGTH_BEFORE.search(text)
    return before if length is None or _is_a_year(before) == bool(length["year"]) else None


#: A time that a sentence names in words, by what it may be of the period that was handed to it.
_OWN_TIME = re.compile(
    r"(?P<to_date>\b(?:(?:financial\s+)?year[\s-]to[\s-]date|F?YTD|so\s+far\s+(?:this|in\s+(?:the|this))\s+(?:financial\s+)?year|(?:this|the)\s+(?:financial\s+)?year\s+so\s+far)\b)"
    r"|(?P<year>\b(?:in|over|during|within|across|throughout)\s+(?:the\s+)?(?:(?:last|past|latest|preceding|whole|full|most\s+recent)\s+)?(?:(?:rolling\s+)?(?:12|twelve)[\s-]months?|(?:financial\s+|calendar\s+)?year)\b"
    r"(?!\s+(?:to|ending|ended|before|up|from|ahead|of|\(?\d|which|that)\b)|\bthis\s+(?:financial\s+)?year\b)"
    r"|(?P<quarter>\b(?:in|over|during|within)\s+(?:the|this)\s+(?:(?:last|past|latest)\s+)?(?:quarter|three\s+months|3\s+months)\b(?!\s+(?:to|ending|ended|of|before|\d))|\bthis\s+quarter\b)"
    r"|(?P<other>\b(?:in|over|during|within)\s+(?:the\s+)?(?:last|past|previous|preceding)\s+(?:few\s+|couple\s+of\s+|several\s+|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|eighteen|twenty)\s+)?"
    r"(?:years|months|weeks?|days|decades?|month)\b|\blast\s+(?:week|weekend|night|month|summer|winter|autumn|spring|Christmas)\b|\bover\s+(?:the\s+)?(?:weekend|summer|winter|autumn|spring|Christmas|Easter|festive\s+period|holidays?)\b"
    r"|\b(?:in|during|throughout)\s+(?-i:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s*,?\s+(?:the\s+)?['’(]?\d))"
    r"|(?P<last>^\W*(?:in\s+|during\s+)?(?:last|the\s+previous)\s+(?:financial\s+)?year\b)",
    re.IGNORECASE,
)
#: Before a time with which something is only compared.
_HELD_AGAINST = re.compile(
    r"\b(?:compar\w*|comparison|than|against|versus|vs?|from|since|on|with|below|above|relative|contrast)\b(?:\s+(?!and\b|but\b)[\w’'%.-]+){0,4}\s*$",
    re.IGNORECASE,
)


def of_its_own_time(this: Frame, handed: Period | None) -> Period | None:
    """The period that a sentence was ``handed``, as far as it is that which the sentence names in words; None where it is another.

    Examples: below "Q3 2021/22" ``in the year to date`` is April to December 2021, ``in the last 12 months`` nothing that is told,
    and ``in the quarter`` Q3.
    """
    if handed is None:
        return None
    told = {
        (match.lastgroup or "", match.group())
        for match in _OWN_TIME.finditer(this.text)
        if not any(m.start < match.end() and match.start() < m.end for m in this.periods if m.period)
        and not _HELD_AGAINST.search(this.text, max(0, match.start() - 60), match.start())
    }
    kinds = {kind for kind, _ in told}
    if not kinds:
        return handed
    if len(kinds) > 1 or kinds == {"other"}:
        return None
    if kinds == {"last"}:
        return shifted(handed, "back", next(iter(told))[1].strip()) if _is_a_year(handed) else None
    if kinds == {"year"}:
        return handed if _is_a_year(handed) or handed.type == "year_to_date" else None
    if kinds == {"quarter"}:
        return handed if handed.type == "quarter" else None
    return _to_date(handed, next(iter(told))[1])


def _to_date(handed: Period, label: str) -> Period | None:
    """The financial year so far, up to the end of a month or quarter; that of a whole year does not tell how far."""
    if handed.end is None or handed.type == "year_to_date":
        return handed
    if handed.type not in ("quarter", "month"):
        return None
    return Period(dt.date(financial_year_of(handed.end), 4, 1), handed.end, label, "year_to_date")


def is_of_another_time(sentence: str) -> bool:
    """Whether a sentence speaks of another time than those around it without a date: ``since``, ``currently``, ``originally``."""
    return bool(OTHER_TIME.search(sentence) or _ONCE.search(sentence))


def without_guessed_years(this: Frame, text: str) -> Frame:
    """A frame without the days of no printed year where the text before names another: "After the vote of 2016 … Between 17 June and 25 July"."""
    told = {int(year.group()) for year in _YEAR.finditer(text, 0, this.offset)}
    guessed = [m for m in this.periods if m.period and m.period.end and not _YEAR_IN.search(this.text[m.start : m.end])]
    if not told or not guessed:
        return this
    wrong = {
        m.start
        for m in guessed
        if m.period and m.period.end and m.period.end.year not in told and m.period.type in ("day", "range")
    }
    return replace(this, periods=tuple(m for m in this.periods if m.start not in wrong)) if wrong else this


def _period_set(before: Frame, context: PeriodContext) -> Period | None:
    """The period of a sentence that only says of when the figures are: "so the latest figures are to the end of March 2020"."""
    return _period_named(before.text, context) if _SETS_TIME.search(before.text) else None


def _period_named(text: str, context: PeriodContext) -> Period | None:
    return current_period(replace(frame("", 0), text=text, periods=find_period_mentions(text, context)))


def _is_a_year(period: Period) -> bool:
    return bool(period.start and period.end and 360 < (period.end - period.start).days < 370)

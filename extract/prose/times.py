"""The periods of a sentence and which figure each belongs to: "257 crimes in Q1 2020/21, compared with 281 in Q4 2019/20"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.times.days import MONTH, add_years, financial_year_of
from extract.times.periods import PeriodContext, find_periods
from extract.wording import lowered
from schema.reading import Period

_SAME = re.compile(
    r"\b(?:(?:the|that)\s+)?(?:same|corresponding|equivalent|comparable)\s+(?:(?:\d+|three|six|nine|twelve)[\s-]months?\s+)?(?:period|quarter|month|months|time(?:[\s-]?(?:frame|scale|span))?|point|stage|week|weeks|year)"
    r"(?:\s+(?:in|of|for|during))?"
    r"(?:\s+(?:the\s+)?(?P<back>last\s+(?:financial\s+)?year|previous\s+(?:financial\s+)?year|prior\s+year|year\s+before|12\s+months\s+(?:ago|earlier)|"
    r"a\s+year\s+(?:ago|earlier)|one\s+year\s+(?:ago|earlier))"
    r"|\s+(?P<year>(?:19|20)\d\d(?:\s?(?:[/–-]|to)\s?(?:(?:19|20)\d\d|\d\d))?)(?!\d))?(?:\s+\((?P<paren>(?:19|20)\d\d[/–-]\d\d)\))?",
)
_BACK = re.compile(
    r"\b(?:the\s+)?(?:last|previous|prior)\s+(?:financial\s+)?year\b|\b(?:the\s+)?(?:previous|preceding|prior)\s+(?:12|twelve)\s+months\b|"
    r"\bthe\s+(?:(?:12|twelve)\s+months|year)\s+(?:before|earlier|previously|prior)\b(?!\s+\w*\s*(?:\d|lockdown|covid))|\ba\s+year\s+(?:ago|earlier)\b",
)
#: So many years before, or this time of another year: what the figures of this paper are for does not tell the days.
_YEARS_AGO = re.compile(
    r"\b(?:(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|a\s+few|several)\s+years|a\s+decade|two\s+decades)\s+(?:ago|earlier|previously|before(?!\s+[a-z]))"
)
_THIS_TIME = re.compile(
    r"\b(?:(?:at|by|to|from)\s+)?(?:this|that)\s+(?:time|point|stage|day|week|month)\s+(?:in\s+)?(?:the\s+)?(?:(?:last|previous|prior)\s+(?:financial\s+)?year|a\s+year\s+(?:ago|earlier)|year\s+before)"
)
#: A month or a quarter before "last year": that alone went back.
_OF_A_MONTH = re.compile(rf"(?:{MONTH}|\bquarter|\b[Qq][1-4]|\bquarter\s(?:[1-4]|one|two|three|four))\s+(?:of\s+)?$")
#: The year that ends now, and not the one before: "the highest rate in the last year".
_UP_TO_NOW = re.compile(r"\b(?:in|over|during|within|throughout|for)\s+the\s+last\s+year$")
_EARLIER = re.compile(
    r"\b(?:at\s+|the\s+|since\s+the\s+|on\s+the\s+)?(?:last|previous)\s+(?:meeting|report|quarter|period|update|time|month)\b",
)
#: One of these is in each of them.
_RELATIVE_WORDS = (
    "same", "corresponding", "equivalent", "comparable", "last", "previous", "prior", "preceding", "before", "earlier", "ago", "this time",
)  # fmt: skip
_SINCE = re.compile(
    r"\b(?:since|after|following|before|from|prior\s+to|beyond|until|(?:since|from|before)\s+at\s+(?:least|latest)|launched\s+in|introduced\s+in|introduction\s+in|started\s+in|began\s+in|(?:came|come|brought)\s+in(?:to\s+(?:use|force|effect|operation))?(?:\s+(?:in|on|during))?|(?:opened|formed|set\s+up|rolled\s+out|implemented|established|elected|appointed|announced|published|released|issued)\s+in|(?:due|planned|scheduled|expected)\s+(?:to\s+be\s+\w+\s+)?(?:in|for)|"
    r"(?:panel|meeting|committee|report|paper|conference|session|briefing)\s+(?:held\s+)?(?:in|on|of)|(?:told|informed|advised|briefed|notified|heard|dated|signed|wrote|met|agreed|voted|announced|published|approved)\s+on)\s+(?:the\s+|its\s+\w+\s+in\s+)?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_AFTER_WEEKDAY = re.compile(_WEEKDAY.pattern + r",?\s+(?:the\s+)?$")
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
#: After a date these make it the name of a thing: "the January 2015 MTFS", "the 2015/16 budget".
_NAME = re.compile(
    r"\s+(?:[A-Z]{3,}\b|(?i:report|meeting|paper|plan|conference|panel|programme|strategy|election|inspection|MTFS)\b)"
)
_YEAR = re.compile(r"\d{4}")
#: What leads from a figure to the end of its time: not "compared to June", nor "up from 12 to June's 14".
_FIGURE_TO = re.compile(r"\d%?\s+(?:up\s+)?to\s+$")
_COMPARED = re.compile(
    r"\b(?:compar\w*|contrast|than|against|versus|v|vs|from|on|with|to|below|above|over|up|down|relative)\b[^.;]{0,80}$"
)
_WHOLE = re.compile(r"\bto\b|\band\b|(?<!\d\d)\s?[–-]|[–-]\s?(?!\d\d)|\buntil\b")
_FIRST_YEAR = re.compile(r"(\d{4})")


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period in a sentence. ``relative`` is set where it is told by another one: "same period last year", "last meeting".

    "month back" is of a month or quarter only, "same" is the period spoken of. Of "earlier" and "ago" ("five years ago") nobody can tell the days.

    ``since`` is true where it only begins or ends something ("since 2010", "the January 2015 MTFS"), so that it is no period of a
    level; ``by`` where it is the time at which something is to be reached ("by the end of 2016").
    """

    start: int
    end: int
    period: Period | None
    relative: str | None = None
    since: bool = False
    by: bool = False


def find_period_mentions(text: str, context: PeriodContext | None = None) -> tuple[PeriodMention, ...]:
    """The periods of a sentence with their spans, in order; relative ones without days.

    Examples: ``compared with 281 in Q4 2019/20`` has one, ``79 in the same period 2019`` one that is relative, with the year 2019.
    """
    relative = []
    low = lowered(text)
    if any(word in low for word in _RELATIVE_WORDS):
        for match in _SAME.finditer(low):
            word = match["year"] or match["paren"] or "back"
            if word == "back" and not match["back"] and not _COMPARED.search(low, 0, match.start()):
                # "Over the same period 1,204 arrests were made": the period spoken of.
                word = "same"
            relative.append(PeriodMention(match.start(), match.end(), None, word))
        for pattern, word in ((_THIS_TIME, "back"), (_BACK, "back"), (_YEARS_AGO, "ago"), (_EARLIER, "earlier")):
            for match in pattern.finditer(low):
                if _UP_TO_NOW.search(low, max(0, match.start() - 12), match.end()):
                    continue
                if not any(m.start < match.end() and match.start() < m.end for m in relative):
                    month = word == "back" and _OF_A_MONTH.search(text, max(0, match.start() - 24), match.start())
                    relative.append(PeriodMention(match.start(), match.end(), None, "month back" if month else word))
    found: list[PeriodMention] = []
    printed = find_periods(text, context)
    # "in May last year" is told whole.
    relative = [m for m in relative if not any(start < m.start and m.end <= end for start, end, _ in printed)]
    for start, end, period in printed:
        if any(m.start < end and start < m.end for m in relative):
            continue
        # "on Friday January 27" is the day of a meeting.
        weekday = _WEEKDAY.match(text, start) or _AFTER_WEEKDAY.search(text, max(0, start - 16), start)
        # "from the 2014-15 part" begins with a year; "from April 2014 - March 2015" is whole.
        whole = bool(_WHOLE.search(text[start:end]))
        if period.start and period.type == "month" and _FIGURE_TO.search(text, max(0, start - 12), start):
            # "(43,523 to June 2019)": the last month of a time whose first is not told.
            period = Period(None, period.end, period.label, "range")
        since = (not whole and bool(weekday or _SINCE.search(text, max(0, start - 60), start))) or bool(
            _NAME.match(text, end)
        )
        found.append(
            PeriodMention(start, end, period, since=since, by=bool(_BY.search(text, max(0, start - 12), start)))
        )
    return tuple(sorted([*_merged(found, text), *relative], key=lambda m: m.start))


def _merged(found: list[PeriodMention], text: str) -> list[PeriodMention]:
    """A period and a bracket that narrows it are one: "September (Up to 29th September)"."""
    out: list[PeriodMention] = []
    for mention in found:
        before = out[-1] if out else None
        if before and before.period and mention.period and text[before.end : mention.start].strip() == "(":
            first, second = before.period, mention.period
            if first.start and first.end and second.end and first.start <= second.end <= first.end and not second.start:
                end = mention.end + (text[mention.end : mention.end + 1] == ")")
                label = text[before.start : end].strip()
                period = Period(first.start, second.end, label, "range")
                out[-1] = replace(before, end=end, period=period)
                continue
        out.append(mention)
    return out


def shifted(current: Period, word: str, label: str) -> Period | None:
    """The period that "same period last year" or "same period 2019" means beside ``current``, or None where that is not told.

    ``word`` is ``back``, or the year as printed. July 2019 to June 2020 and "same period 2019" give July 2018 to June 2019.
    """
    if current.end is None:
        return None
    if word == "back":
        years = -1
    elif _YEAR.fullmatch(word):
        years = int(word) - current.end.year
    elif match := _FIRST_YEAR.match(word):
        spans = current.start is not None and current.start.year != current.end.year
        first = current.start.year if spans and current.start else financial_year_of(current.end)
        years = int(match.group(1)) - first
    else:
        return None
    if not years or abs(years) > 10:
        return None
    start = add_years(current.start, years) if current.start else None
    return Period(start, add_years(current.end, years), label, current.type)

"""Which of the periods and areas of a sentence belongs to which of its figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from extract.prose.areas import AreaMention
from extract.prose.claims import Claim
from extract.prose.frame import COUNT, PERIOD, TIME, Frame
from extract.prose.times import PeriodMention, shifted
from extract.times.days import MONTH, add_years
from schema.reading import Period

_MONTH_LIST = re.compile(rf"\s*(?:,|&|and)\s*{MONTH}\b(?!\s+\d)", re.IGNORECASE)
_BY_DAY = re.compile(rf"\bend\b|\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z]|^{MONTH}\b", re.IGNORECASE)
_CHANGES = ("percent_change", "point_change", "change")
_YEARLY = re.compile(r"\b(?:year[\s-]on[\s-]year|annual(?:ly)?|12[\s-]months?|rolling)\b", re.IGNORECASE)
_ROLLING = re.compile(
    r"\b(?:rolling|moving)\s+(?:(?:12|twelve)[\s-]months?|year|annual|average\s+over\s+(?:12|twelve)\s+months)|(?:12|twelve)[\s-]months?\s+(?:rolling|moving)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:below|above|compared?|comparison|versus|against|than|v|vs)\b[^.;]*$", re.IGNORECASE)
#: What parts one figure with its area from the next: "5% in Preston, 7% in Chorley and 9% in Burnley".
_PARTS = re.compile(r"[,;:]|\b(?:and|but|while|whilst|whereas|compared|comparison|against|than|versus|v|vs)\b")
#: What may stand between an area and its figure: "for England and Wales at -4%", "in Chorley by 7%", "Preston (5%)".
_JOINS_AREA = re.compile(
    r"[\s,:(–-]*(?:(?:average|mean|median)\s+)?(?:(?:increase|decrease|rise|fall|reduction|change|drop)\s+)?(?:at|by|was|is|were|are|of|up|down|a|an|by\s+a)?\s*(?:\(\s*)?"
)
_IN_OWN_BRACKET = re.compile(r"\(\s*(?:the\s+)?$")
_APPOSED = re.compile(
    r"(?:,\s+(?:(?:which\s+)?(?:is|was|represents?|representing|being)\s+)?(?:an?|up|down)|\()\s*(?:further\s+)?$"
)
_LIMIT = re.compile(r"\b(?:within|inside|in|under|over|after)\s+(?:the\s+|a\s+)?(?:target\s+(?:time\s+)?of\s+)?$")
_THIS_YEAR = re.compile(r"\bthis\s+year[\'’]?s?\b", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(
    r"[;:]|,\s+(?:while|but|which)\b|\b(?:because|after|following|owing\s+to|due\s+to|thanks\s+to)\b"
)
#: A relative clause that only says when: "£10.25m, which is being realised between 2014/15 and 2017/18".
_REALISED = re.compile(
    r"^,?\s+which\s+(?:is|are|was|were|will\s+be|has\s+been|have\s+been)\s+(?:being\s+|to\s+be\s+)?\w+ed\s+(?:(?:between|over|in|during|by|from)\s+)?(?:the\s+)?$"
)
_BASE = re.compile(
    rf"\b(?:(?:compared?|comparison|versus|than|v|vs)\b|(?:below|above)\s+(?:(?:its|the|their|that)\b|(?={PERIOD}))|(?:against|on)\s+(?:an?\s+|the\s+)?(?=[{COUNT}-{TIME}{PERIOD}]))[^.;,]*$"
)
#: The period of the level from which something changed: "from 8 minutes in 2022".
_FROM_LEVEL = re.compile(
    rf"\bfrom\s+(?:an?\s+\w+\s+of\s+)?[{COUNT}-{TIME}]+\s+(?:\w+\s+)?(?:in|for|during|at)\s+(?:the\s+)?$"
)
#: With what a sentence compares before it says what: "Compared to the year to March 2021, burglary is down 9%".
_FIRST_BASE = re.compile(
    r"(?:^|[.;:]\s|\n)\W*(?:when\s+)?(?:compared\s+(?:to|with)|in\s+comparison\s+(?:to|with)|against|versus|relative\s+to|set\s+(?:against|beside)|measured\s+against)\s+"
    r"(?:the\s+)?(?:(?:figures?|levels?|numbers?|baseline|position|year|same\s+period)\s+(?:for|of|in|ending|at)\s+)?(?:the\s+)?$"
)
#: What something is measured against in its own year: "an underspend against the 2022/23 budget".
_BUDGETED = re.compile(r"\s+(?:revenue\s+|capital\s+)?(?:budget|establishment|allocation)\b")
#: A part of what the figure before tells has its period: "£277.6m for 2025/26, of which £106.3m …".
_PART_OF = re.compile(r",\s+(?:of\s+(?:which|whom)|giving|including|leaving)\b[^.;]*$")
_BREAK = re.compile(
    r"[;:]|\s[–—-]\s|\.\s|,\s+(?:and|but|while|with|which)\b|\b(?:while|whilst|whereas|compared|against|than|versus|highest|lowest|best|worst)\b"
)
_BEFORE_FIRST = re.compile(rf"[{PERIOD}\s,]|\b(?:in|during|for|at|the|end|of|by)\b")
_LISTED = re.compile(r"\s*(?:,|and|,\s*and)\s*")
_DURING = re.compile(r",?\s*(?:during|in|for)\s+(?:which|that\s+\w+)\s*")
_OPENED = re.compile(r"\s*\(\s*")
_OTHER_CLAUSE = re.compile(r"\b(?:compared|against|than|while|but|and|with)\b|[;:]")
_NEXT_SUBJECT = re.compile(r"\b(?:and|but|while|whilst|whereas)\s+$")
#: "2,012 officers at 31 March 2020 and at 31 March 2019 1,950"
_AND_AT = re.compile(r"\b(?:and|but|while)\s+(?:at|on|by|as\s+(?:at|of))\s+(?:the\s+)?$")
_FIGURE_NEXT = re.compile(r"\s*[,:(]?\s*(?:(?:there|it|they)\s+(?:were|was|had\s+been)\s+)?£?\d")
_SUPERLATIVE = re.compile(r"\b(?:highest|lowest|best|worst|largest|fewest|smallest)\b", re.IGNORECASE)
_ON = re.compile(r"\)?\s*(?:points?\s+)?on\b")
_BRACKETS = re.compile(r"\([^()]*\)")
#: A bracket that gives the level of another time first: "(2021/22: 1,204, -7.8%)".
_OPENS_WITH_LEVEL = re.compile(rf"\(\s*{PERIOD}+\s*[:–-]?\s*[{COUNT}-{TIME}]")
_PARTED = re.compile(r"[,;(]|\band\b")
_SINCE = re.compile(r"\s+(?:since|in)\s+")
_CLAUSE_ENDS = re.compile(r"[;,]|\b(?:and|but|while)\b")
_TO = re.compile(r"\)?\s*(?:to|with)\b")
_IS_COMPARED = re.compile(r"\bcompar\w*\b[^.;]{0,30}$", re.IGNORECASE)
_OF_THE_NEXT = re.compile(r"(?:,|\band)\s+(?:in|for|during)\s*(?:the\s+)?$")
_YEAR = re.compile(r"\d{4}")


def current_period(frame: Frame) -> Period | None:
    """The period that a sentence is about: the latest that it names, apart from those that only begin something."""
    if not frame.periods:
        return None
    dated = [m for m in frame.periods if _dated(m)]
    own = [m for m in dated if not is_base(frame, m)]
    latest = max((m.period for m in reversed(own) if m.period), key=_ends, default=None)
    if latest is None:
        return None
    later = [
        _shifted(m, frame, latest)
        for m in frame.periods
        if m.relative not in (None, "back", "same", "earlier", "ago", "month back")
    ]
    return _whole_year(max([latest, *(p for p in later if p)], key=_ends), frame)


def is_base(frame: Frame, mention: PeriodMention) -> bool:
    """True for a period with which a figure before it is compared: "increased by 39 compared with 79 in 2019", "by 5% on 2019/20"."""
    told = frame.figures and frame.figures[0].end <= mention.start
    if told and _names_earlier(frame, mention):
        return True
    if _BUDGETED.match(frame.text, mention.end):
        return False
    if _FROM_LEVEL.search(frame.shape[: mention.start]) or _FIRST_BASE.search(frame.shape[: mention.start]):
        return True
    return bool(told and _BASE.search(frame.shape[: mention.start + 1]))


def _names_earlier(frame: Frame, mention: PeriodMention) -> bool:
    """True for the days in a bracket behind an earlier time: "a 7% increase to the previous year (2015/16)"."""
    return any(
        m.relative == "back" and _OPENED.fullmatch(frame.text[m.end : mention.start])
        for m in frame.periods
        if m.end < mention.start
    )


def period_of(frame: Frame, claims: Mapping[int, Claim], index: int, inherited: Period | None) -> Period | None:
    """The period of one figure: printed after it or before it, told by another ("same period last year"), or ``inherited``.

    Examples: in ``257 crimes in Q1 2020/21, compared with 281 in Q4 2019/20`` each has its own; in ``During April-June 2020 …
    17636 operational hours and 934 hours of training`` both have the one at the start; a change has the later of those compared.
    """
    claim = claims[index]
    inherited = _whole_year(inherited, frame) if inherited else None
    if "(" in frame.shape and frame.periods:
        frame = _without_asides(frame, index, claim)
    about = current_period(frame) or inherited
    following = _following(frame, index)
    if not following and _is_next_level(frame, claims, index):
        return None
    if claim.statistic in _CHANGES:
        return _of_change(frame, index, following, about, inherited)
    if following:
        return _following_period(frame, following, about)
    if claim.role == "previous":
        return _previous(frame, frame.figures[index].end)
    leading = _leading(frame, index)
    if leading is not None:
        return _resolve(leading, frame, about)
    if any(m.period is not None for m in frame.periods):
        if index - 1 in claims and _PART_OF.search(
            frame.shape[frame.figures[index - 1].end : frame.figures[index].start]
        ):
            return period_of(frame, claims, index - 1, inherited)
        return None if claim.role != "current" else about
    return inherited


def _is_next_level(frame: Frame, claims: Mapping[int, Claim], index: int) -> bool:
    """True for a level behind one of a time that is told before both: "In 2013/14 it stood at 8,158, increasing to 9,566"."""
    claim, first = claims[index], claims.get(index - 1)
    if (
        first is None
        or (claim.statistic, claim.role) != ("actual", "current")
        or (first.statistic, first.role) != ("actual", "level")
    ):
        return False
    return bool(frame.periods) and all(m.end <= frame.figures[index - 1].start for m in frame.periods)


def _without_asides(frame: Frame, index: int, claim: Claim) -> Frame:
    """The frame without the periods that belong to other figures in a bracket: "fell 16% in Preston (12% in 2018/19)"."""
    stated = frame.figures[index]
    other = frame.periods
    for aside in _BRACKETS.finditer(frame.shape):
        start, end = aside.span()
        if start < stated.start < end:
            if claim.statistic in _CHANGES and _OPENS_WITH_LEVEL.match(frame.shape, start, stated.start):
                other = tuple(m for m in other if not start < m.start < end)
        elif stated.end <= start and claim.statistic in _CHANGES:
            inside = [f for f in frame.figures if start < f.start < end]
            if any(f.sign == stated.sign for f in inside) and not any(f.figure.signed for f in inside):
                other = tuple(m for m in other if not start < m.start < end)
    return frame if other is frame.periods else replace(frame, periods=other)


def areas_of(frame: Frame, claims: Mapping[int, Claim]) -> dict[int, AreaMention]:
    """The area of each claimed figure that has one: its own, that of the figure whose label it shares, or that at the start.

    Examples: ``-4% for England and Wales``; ``for the North West region -9%``; ``by 52% nationally and by 61% across Lancashire``;
    ``rose from 223 to 251 in Preston``, both; ``In Preston burglary rose by 5% to 120``, both.
    """
    if not frame.areas:
        return {}
    own = {i: area for i in range(len(frame.figures)) if (area := _own_area(frame, i))}
    opening = _opening_area(frame)
    out = dict(own)
    for index, claim in claims.items():
        if index in own:
            continue
        # A level after a comparison may be one of another place.
        partner = claim.of if claim.of is not None and claim.role != "level" else None
        # The next of a list has a place of its own: "Crime in Brighton rose 4%, in Hastings 6%".
        partners = [
            partner,
            *(
                i
                for i, c in claims.items()
                if c.of == index and c.role != "level" and (c.statistic, c.role) != (claim.statistic, claim.role)
            ),
        ]
        shared = next((own[i] for i in partners if i is not None and i in own), None)
        if index - 1 in out and index and (_apposed(frame, index) or _is_behind(frame, index - 1, out[index - 1])):
            shared = out[index - 1]
        if area := shared or opening:
            out[index] = area
    return out


def _apposed(frame: Frame, index: int) -> bool:
    """True for a change told of the figure before it: "6.7 million crimes in England and Wales, a 3% increase"."""
    between = frame.shape[frame.figures[index - 1].end : frame.figures[index].start]
    return bool(_APPOSED.search(between)) and not _OTHER_CLAUSE.search(between)


def area_before(frame: Frame, at: int) -> AreaMention | None:
    """The area that a clause is about: the last named before ``at`` where none is between it and the start of its clause."""
    before = [a for a in frame.areas if a.end <= at]
    return before[-1] if before and not _CLAUSE_ENDS.search(frame.shape[before[-1].end : at]) else None


def _own_area(frame: Frame, index: int) -> AreaMention | None:
    """The area named with a figure and with no other: right before it, after it, or before it in its clause."""
    stated = frame.figures[index]
    last = index + 1 == len(frame.figures)
    lead = [a for a in _areas_between(frame, index - 1) if _belongs(frame, index - 1, a) == "after"]
    if lead and _JOINS_AREA.fullmatch(frame.shape, lead[-1].end, stated.start):
        return lead[-1]
    behind = [a for a in _areas_between(frame, index) if last or _belongs(frame, index, a) == "before"]
    if behind and not _BREAK.search(frame.shape, stated.end, behind[0].start):
        return behind[0]
    if lead and not _BREAK.search(frame.shape, lead[-1].end, stated.start):
        return lead[-1]
    return None


def _areas_between(frame: Frame, index: int) -> list[AreaMention]:
    """The areas after figure ``index`` (-1: from the start) and before the next."""
    since = frame.figures[index].end if index >= 0 else 0
    stop = frame.figures[index + 1].start if index + 1 < len(frame.figures) else len(frame.text)
    return [a for a in frame.areas if since <= a.start and a.end <= stop]


def _belongs(frame: Frame, index: int, area: AreaMention) -> Literal["before", "after"]:
    """Whether an area between two figures goes with the one before it or with the one after it: a comma or "and" parts them."""
    if index < 0:
        return "after"
    if (
        _IN_OWN_BRACKET.search(frame.shape, frame.figures[index].end, area.start)
        and ")" not in frame.shape[area.end : frame.figures[index + 1].start]
    ):
        # "53 days (national average 107 days)": of the figure in the bracket.
        return "after"
    if _is_behind(frame, index, area):
        return "before"
    parted_before = next(reversed([*_PARTS.finditer(frame.shape, frame.figures[index].end, area.start)]), None)
    parted_after = _PARTS.search(frame.shape, area.end, frame.figures[index + 1].start)
    if parted_before and parted_after:
        # "re-offending in Preston and 7 …": what stands right behind a comma opens the next figure.
        return "after" if not frame.shape[parted_before.end() : area.start].strip() else "before"
    if parted_before or parted_after:
        return "after" if parted_before else "before"
    return "after" if _JOINS_AREA.fullmatch(frame.shape, area.end, frame.figures[index + 1].start) else "before"


def _is_behind(frame: Frame, index: int, area: AreaMention) -> bool:
    """True for an area right behind its figure and before one in brackets: "16% in Lancashire (4% in England", "16% in Preston (12% in 2018)"."""
    if index < 0 or index + 1 >= len(frame.figures) or frame.shape[frame.figures[index].end : area.start].strip():
        return False
    return frame.shape[area.end : frame.figures[index + 1].start].strip() == "("


def _opening_area(frame: Frame) -> AreaMention | None:
    """The area with which a sentence begins, if it names no other: "In Preston, burglary …", "During Q1 in Preston …"."""
    first = frame.areas[0]
    ahead = _BEFORE_FIRST.sub("", frame.shape[: first.start])
    alone = all(a.name == first.name for a in frame.areas)
    return first if alone and not ahead and first.end <= frame.figures[0].start else None


def _of_change(
    frame: Frame, index: int, following: list[PeriodMention], about: Period | None, inherited: Period | None
) -> Period | None:
    """The period of a change: the later of those that are compared, or None where only the earlier one is printed."""
    near = [m.period for m in following if _dated(m) and m.period and not _names_earlier(frame, m)]
    if near:
        stated = frame.figures[index]
        between = frame.text[stated.end : following[0].start]
        # "rose by 5% on 2019/20", "compares favourably (-70) to Q1 19/20": the period is that of the base.
        versus = _ON.match(between) or (_TO.match(between) and _IS_COMPARED.search(frame.text[: stated.start]))
        if versus and len(near) == 1:
            if _THIS_YEAR.search(frame.text[: stated.start]) and near[0].end:
                # "This year's Q1 figure compares favourably (-70) to Q1 19/20": the same quarter a year later.
                year = near[0].end.year + 1
                return shifted(near[0], str(year), "this year")
            return inherited if inherited and inherited.end and inherited.end > _ends(near[0]) else None
        if not _COMPARED.search(between):
            return _whole_year(max(near, key=_ends), frame)
    return about


def _following_period(frame: Frame, following: list[PeriodMention], about: Period | None) -> Period | None:
    """The period right after a figure; several in a list ("in April, July and October") are none with their wording as the label."""
    first = following[0]
    if _MONTH_LIST.match(frame.text, first.end):
        return Period(None, None, frame.text[first.start : first.end], "range")
    if len(following) > 1 and _LISTED.fullmatch(frame.text[first.end : following[1].start]):
        return Period(None, None, frame.text[first.start : following[-1].end], "range")
    return _resolve(first, frame, about)


def _dated(mention: PeriodMention) -> bool:
    return mention.period is not None and mention.period.end is not None and not mention.since and not mention.by


def _ends(period: Period) -> dt.date:
    return period.end or dt.date.min


def _shifted(mention: PeriodMention, frame: Frame, about: Period) -> Period | None:
    return shifted(about, mention.relative or "", frame.text[mention.start : mention.end])


def _following(frame: Frame, index: int) -> list[PeriodMention]:
    """The periods after a figure and before the next one, up to the end of its clause."""
    end = frame.figures[index].end
    aside = [(end + m.start(), end + m.end()) for m in _BRACKETS.finditer(frame.text[end:])]
    after = [
        f.start
        for f in frame.figures[index + 1 :]
        if not any(a <= f.start < b for a, b in aside)
        # "88% of calls within 10 seconds in the year to March": the limit parts nothing.
        and not (f.sign == TIME and _LIMIT.search(frame.shape[: f.start]))
    ]
    stop = after[0] if after else len(frame.text)
    out: list[PeriodMention] = []
    for mention in frame.periods:
        if mention.relative == "same":
            continue
        if end <= mention.start < stop and not (_has_figure(frame, index, mention, aside)):
            gap = frame.text[end : mention.start]
            if _BASE.search(frame.shape[end : mention.start + 1]) and not _BUDGETED.match(frame.text, mention.end):
                # "fell by 5% to 120 compared with 2018/19": the period of what it is compared with.
                break
            if mention.relative and _SUPERLATIVE.search(gap):
                break
            if mention.since or (_NEXT_CLAUSE.search(gap) and not _REALISED.search(gap)) or (len(gap) > 90 and not out):
                break
            tail = frame.text[mention.end : stop]
            if not out and (
                (mention.end < frame.figures[-1].start and _NEXT_SUBJECT.search(gap))
                or (_AND_AT.search(gap) and _FIGURE_NEXT.match(frame.text, mention.end))
            ):
                # "December 2018 had the fewest (98) and July 2018 the most (143)"
                break
            if not out and stop < len(frame.text) and _OF_THE_NEXT.search(gap) and not tail.strip(" ,(was"):
                break
            out.append(mention)
    return out


def _has_figure(frame: Frame, index: int, mention: PeriodMention, aside: list[tuple[int, int]]) -> bool:
    """True for a period in a bracket that has a figure of its own: "(including the £6.1m for 2016/17)"."""
    return any(a <= mention.start < b and any(a <= f.start < b for f in frame.figures[index + 1 :]) for a, b in aside)


def _leading(frame: Frame, index: int) -> PeriodMention | None:
    """The period right before a figure, or the one before the first figure of the sentence."""
    start = frame.figures[index].start
    since = frame.figures[index - 1].end if index else 0
    near = [m for m in frame.periods if since <= m.start and m.end <= start and not m.since]
    if near and near[-1].relative and _OPENED.fullmatch(frame.text[near[-1].end : start]):
        # "compared with five years ago (205,686)"
        return near[-1]
    near = [m for m in near if not m.relative]
    if near:
        during = _DURING.fullmatch(frame.text[near[-1].end : start])
        bracket = _OPENED.fullmatch(frame.text[near[-1].end : start])
        if not index or during or bracket or _PARTED.search(frame.text[since : near[-1].start]):
            return near[-1]
    first = frame.figures[0].start
    opening = [m for m in frame.periods if m.end <= first and m.start < 60 and not m.since and not m.relative]
    return opening[-1] if opening else None


def _resolve(mention: PeriodMention, frame: Frame, about: Period | None) -> Period | None:
    label = frame.text[mention.start : mention.end].rstrip(".")
    if mention.period is not None and mention.by:
        # "by the end of 2016" and "by March 2017" are a day; "by 2016" may be the year or its beginning.
        end = mention.period.end if _BY_DAY.search(label) and _YEAR.search(label) else None
        return Period(end, end, f"by {label}", "point")
    if mention.period is not None:
        return _whole_year(mention.period, frame)
    if mention.relative == "same":
        return about
    if mention.relative == "month back" and about is not None and about.type in ("month", "quarter"):
        return shifted(about, "back", label)
    if mention.relative in (None, "earlier", "ago", "month back") or about is None:
        return Period(None, None, label, "range")
    return _shifted(mention, frame, about)


def _previous(frame: Frame, end: int) -> Period | None:
    """The period of the earlier level: "from 25% since 2010", or the earlier of those that are compared."""
    for mention in frame.periods:
        if mention.since and mention.period and _SINCE.fullmatch(frame.text[end : mention.start]):
            return mention.period
    known = sorted((m.period for m in frame.periods if _dated(m) and m.period), key=_ends)
    return known[0] if len(known) == 2 else None


def _whole_year(period: Period, frame: Frame) -> Period:
    """A period with an end only, of a sentence about a year, begins a year before.

    Examples: ``year-on-year … to the end of June``; to the end of March 2020 beside ``than for the same period in 2018/19``.
    """
    if period.end is None:
        return period
    if period.start is not None:
        if period.type in ("quarter", "month") and _ROLLING.search(frame.text):
            # "16.7% on a rolling twelve-month basis" of a quarter's report: the year that ends with it.
            return replace(period, start=add_years(period.end, -1) + dt.timedelta(days=1), type="rolling_12_months")
        return period
    before = (
        f"{period.end.year - 2}/{period.end.year % 100 - 1:02}"
        if (period.end.month, period.end.day) == (3, 31)
        else None
    )
    if _YEARLY.search(frame.text) or (before and any(m.relative == before for m in frame.periods)):
        return replace(period, start=add_years(period.end, -1) + dt.timedelta(days=1), type="rolling_12_months")
    return period

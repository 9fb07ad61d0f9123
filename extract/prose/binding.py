"""Which of the periods and areas of a sentence belongs to which of its figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from extract.prose.areas import AreaMention
from extract.prose.claims import Claim
from extract.prose.frame import Frame
from extract.prose.times import PeriodMention, shifted
from extract.times.days import MONTH, add_years
from schema.reading import Period

_MONTH_LIST = re.compile(rf"\s*(?:,|&|and)\s*{MONTH}\b(?!\s+\d)", re.IGNORECASE)
_CHANGES = ("percent_change", "point_change", "change")
_YEARLY = re.compile(r"\b(?:year[\s-]on[\s-]year|annual(?:ly)?|12[\s-]months?|rolling)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:compared?|comparison|versus|against|than|v|vs)\b[^.;]*$", re.IGNORECASE)
_BREAK = re.compile(r"[;:]|\.\s|,\s+(?:and|but|while|with|which)\b|\b(?:compared|against|than|versus)\b")


def current_period(frame: Frame) -> Period | None:
    """The period that a sentence is about: the latest that it names, apart from those that only begin something."""
    if not frame.periods:
        return None
    latest = max((m.period for m in reversed(frame.periods) if _dated(m) and m.period), key=_ends, default=None)
    if latest is None:
        return None
    later = [_shifted(m, frame, latest) for m in frame.periods if m.relative not in (None, "back", "earlier")]
    return _whole_year(max([latest, *(p for p in later if p)], key=_ends), frame)


def period_of(frame: Frame, claims: Mapping[int, Claim], index: int, inherited: Period | None) -> Period | None:
    """The period of one figure: printed after it or before it, told by another ("same period last year"), or ``inherited``.

    Examples: in ``257 crimes in Q1 2020/21, compared with 281 in Q4 2019/20`` each has its own; in ``During April-June 2020 …
    17636 operational hours and 934 hours of training`` both have the one at the start; a change has the later of those compared.
    """
    claim = claims[index]
    about = current_period(frame) or inherited
    following = _following(frame, index)
    if claim.statistic in _CHANGES:
        return _of_change(frame, index, following, about)
    if following:
        return _following_period(frame, following, about)
    if claim.role == "previous":
        return _previous(frame, frame.figures[index].end)
    leading = _leading(frame, index)
    if leading is not None:
        return _resolve(leading, frame, about)
    if any(m.period is not None for m in frame.periods):
        return None if claim.role != "current" else about
    return inherited


def area_of_figure(frame: Frame, index: int) -> AreaMention | None:
    """The area named with a figure: after it and before the next, else right before it, else at the start of the sentence.

    Examples: ``-4% for England and Wales``; ``for the North West region -9%``; ``by 52% nationally and by 61% across Lancashire``.
    """
    stated = frame.figures[index]
    stop = frame.figures[index + 1].start if index + 1 < len(frame.figures) else len(frame.text)
    since = frame.figures[index - 1].end if index else 0
    lead = [a for a in frame.areas if since <= a.start and a.end <= stated.start]
    if lead and not frame.text[lead[-1].end : stated.start].strip(" ,:-–("):
        return lead[-1]
    behind = [a for a in frame.areas if stated.end <= a.start < stop]
    if behind and not _BREAK.search(frame.text[stated.end : behind[0].start]):
        tail = frame.text[behind[0].end : stop]
        # "for the North West region -9% and for our Most Similar Group -8%": an area right before a figure is that figure's.
        if index + 1 >= len(frame.figures) or tail.strip(" ,:-–("):
            return behind[0]
    if lead and not _BREAK.search(frame.text[lead[-1].end : stated.start]):
        return lead[-1]
    first = frame.figures[0].start
    leading = [a for a in frame.areas if a.end <= first and frame.shape[: a.start].strip() == ""]
    return leading[0] if leading else None


def _of_change(frame: Frame, index: int, following: list[PeriodMention], about: Period | None) -> Period | None:
    """The period of a change: the later of those that are compared, or None where only the earlier one is printed."""
    near = [m.period for m in following if _dated(m) and m.period]
    if near:
        stated = frame.figures[index]
        between = frame.text[stated.end : following[0].start]
        versus = re.match(r"\)?\s*(?:to|with|on)\b", between) and re.search(
            r"\bcompar\w*\b[^.;]{0,30}$", frame.text[: stated.start], re.IGNORECASE
        )
        if versus and len(near) == 1:
            return None
        if not _COMPARED.search(between):
            return _whole_year(max(near, key=_ends), frame)
    return about


def _following_period(frame: Frame, following: list[PeriodMention], about: Period | None) -> Period | None:
    """The period right after a figure; several in a list ("in April, July and October") are none with their wording as the label."""
    first = following[0]
    if _MONTH_LIST.match(frame.text, first.end):
        return Period(None, None, frame.text[first.start : first.end], "range")
    if len(following) > 1 and re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", frame.text[first.end : following[1].start]):
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
    aside = [(end + m.start(), end + m.end()) for m in re.finditer(r"\([^()]*\)", frame.text[end:])]
    after = [f.start for f in frame.figures[index + 1 :] if not any(a <= f.start < b for a, b in aside)]
    stop = after[0] if after else len(frame.text)
    out: list[PeriodMention] = []
    for mention in frame.periods:
        if end <= mention.start < stop and not (_has_figure(frame, index, mention, aside)):
            gap = frame.text[end : mention.start]
            if mention.since or re.search(r"[;:]|,\s+(?:while|but|which)\b", gap) or (len(gap) > 90 and not out):
                break
            tail = frame.text[mention.end : stop]
            if (
                not out
                and stop < len(frame.text)
                and re.search(r"(?:,|\band)\s+(?:in|for|during)\s*(?:the\s+)?$", gap)
                and not tail.strip(" ,(was")
            ):
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
    near = [m for m in frame.periods if since <= m.start and m.end <= start and not m.since and not m.relative]
    if near:
        during = re.fullmatch(r",?\s*(?:during|in|for)\s+(?:which|that\s+\w+)\s*", frame.text[near[-1].end : start])
        if not index or during or re.search(r"[,;(]|\band\b", frame.text[since : near[-1].start]):
            return near[-1]
    first = frame.figures[0].start
    opening = [m for m in frame.periods if m.end <= first and m.start < 60 and not m.since and not m.relative]
    return opening[-1] if opening else None


def _resolve(mention: PeriodMention, frame: Frame, about: Period | None) -> Period | None:
    label = frame.text[mention.start : mention.end]
    if mention.period is not None and mention.by:
        # "by the end of 2016" is a day; "by 2016" may be the year or its beginning.
        end = (
            mention.period.end
            if re.search(r"\bend\b|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]", label) and re.search(r"\d{4}", label)
            else None
        )
        return Period(end, end, f"by {label}", "point")
    if mention.period is not None:
        return _whole_year(mention.period, frame)
    if mention.relative in (None, "earlier") or about is None:
        return Period(None, None, label, "range")
    return _shifted(mention, frame, about)


def _previous(frame: Frame, end: int) -> Period | None:
    """The period of the earlier level: "from 25% since 2010", or the earlier of those that are compared."""
    for mention in frame.periods:
        if mention.since and mention.period and re.fullmatch(r"\s+(?:since|in)\s+", frame.text[end : mention.start]):
            return mention.period
    known = sorted((m.period for m in frame.periods if _dated(m) and m.period), key=_ends)
    return known[0] if len(known) == 2 else None


def _whole_year(period: Period, frame: Frame) -> Period:
    """A period with an end only, of a sentence about a change in a year, begins a year before: "year-on-year … to the end of June"."""
    if period.start is None and period.end is not None and _YEARLY.search(frame.text):
        return replace(period, start=add_years(period.end, -1) + dt.timedelta(days=1), type="rolling_12_months")
    return period

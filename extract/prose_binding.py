"""Which of the periods and areas of a sentence belongs to which of its figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from extract.days import add_years
from extract.prose_areas import AreaMention
from extract.prose_claims import Claim
from extract.prose_frame import Frame
from extract.prose_times import PeriodMention, shifted
from schema.reading import Period

_CHANGES = ("percent_change", "point_change", "change")
_YEARLY = re.compile(r"\b(?:year[\s-]on[\s-]year|annual(?:ly)?|12[\s-]months?|rolling)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:compared?|comparison|versus|against|than|v|vs)\b[^.;]*$", re.IGNORECASE)
_BREAK = re.compile(r"[;:]|\.\s|,\s+(?:and|but|while|compared|with|which)\b")


def current_period(frame: Frame) -> Period | None:
    """The period that a sentence is about: the latest that it names, apart from those that only begin something."""
    known = [m.period for m in frame.periods if m.period is not None and m.period.end and not m.since]
    latest = max(known, key=lambda p: p.end or dt.date.min, default=None)
    return _whole_year(latest, frame) if latest else None


def period_of(frame: Frame, claims: Mapping[int, Claim], index: int, inherited: Period | None) -> Period | None:
    """The period of one figure: printed after it or before it, told by another ("same period last year"), or ``inherited``.

    Examples: in ``257 crimes in Q1 2020/21, compared with 281 in Q4 2019/20`` each has its own; in ``During April-June 2020 …
    17636 operational hours and 934 hours of training`` both have the one at the start; a change has the later of those compared.
    """
    claim = claims[index]
    about = current_period(frame) or inherited
    following = _following(frame, index)
    if claim.statistic in _CHANGES:
        near = [m.period for m in following if m.period and m.period.end and not m.since]
        if near and not _COMPARED.search(frame.text[frame.figures[index].end : following[0].start]):
            return _whole_year(max(near, key=lambda p: p.end or dt.date.min), frame)
        return about
    for mention in following:
        resolved = _resolve(mention, frame, about)
        if resolved is not None or mention.relative:
            return resolved
    if claim.role == "previous":
        return _previous(frame)
    leading = _leading(frame, index)
    if leading is not None:
        return _resolve(leading, frame, about)
    if any(m.period is not None or m.relative for m in frame.periods):
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


def _following(frame: Frame, index: int) -> list[PeriodMention]:
    """The periods after a figure and before the next one, up to the end of its clause."""
    end = frame.figures[index].end
    stop = frame.figures[index + 1].start if index + 1 < len(frame.figures) else len(frame.text)
    out: list[PeriodMention] = []
    for mention in frame.periods:
        if end <= mention.start < stop:
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


def _leading(frame: Frame, index: int) -> PeriodMention | None:
    """The period right before a figure, or the one before the first figure of the sentence."""
    start = frame.figures[index].start
    since = frame.figures[index - 1].end if index else 0
    near = [m for m in frame.periods if since <= m.start and m.end <= start and not m.since]
    if near and (not index or re.search(r"[,;(]|\band\b", frame.text[since : near[-1].start])):
        return near[-1]
    first = frame.figures[0].start
    opening = [m for m in frame.periods if m.end <= first and not m.since]
    return opening[-1] if opening else None


def _resolve(mention: PeriodMention, frame: Frame, about: Period | None) -> Period | None:
    if mention.period is not None:
        return _whole_year(mention.period, frame)
    if mention.relative in (None, "earlier") or about is None:
        return None
    return shifted(about, mention.relative, frame.text[mention.start : mention.end])


def _previous(frame: Frame) -> Period | None:
    """The earlier of the periods that are compared, for a figure that is printed without its own."""
    known = sorted(
        (m.period for m in frame.periods if m.period and m.period.end and not m.since),
        key=lambda p: p.end or dt.date.min,
    )
    return known[0] if len(known) == 2 else None


def _whole_year(period: Period, frame: Frame) -> Period:
    """A period with an end only, of a sentence about a change in a year, begins a year before: "year-on-year … to the end of June"."""
    if period.start is None and period.end is not None and _YEARLY.search(frame.text):
        return replace(period, start=add_years(period.end, -1) + dt.timedelta(days=1), type="rolling_12_months")
    return period

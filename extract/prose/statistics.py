"""Which statistic a figure is: a level that is reached, one that is aimed at or expected, a change in percent or in points."""

from __future__ import annotations

import re

from extract.prose.claims import Claim
from extract.prose.frame import COUNT, TIME, Frame

_TARGET = re.compile(
    r"\b(?:targets?\b(?!ed|ing)(?!\s+(?:had|have|has|were|was)\s+(?:been\s+|not\s+|all\s+)*(?:removed|met|missed|exceeded|abandoned|scrapped|dropped|achieved|reached|beaten)\b)|aims?\s+to|aims?\s+(?:is|of)|aiming\s+to|ambition\s+(?:is|to)|goal\s+(?:is|of|to)|seek(?:s|ing)?\s+to|intends?\s+to|"
    r"pledged?\s+to|commitment\s+to|committed\s+to|promised?\s+to)\b[^.;]*$"
)
_AIMED = re.compile(
    r"\b(?:targets?\s+(?:is|was|of|to)|aims?\s+(?:is\s+|was\s+)?to|aim\s+of|aiming\s+(?:to|for)|ambition\s+(?:is\s+|was\s+)?to|priority\s+(?:is\s+|was\s+)?to|"
    r"objective\s+(?:is\s+|was\s+)?to|goal\s+(?:is\s+|was\s+)?(?:to|of)|pledged?\s+to)\b(?:(?!\b(?:was|were|has|have|had)\b)[^.;,–(])*$"
)
_PROJECTION = re.compile(
    r"\b(?:(?:is|are)\s+(?:due\s+)?to(?=\s+[a-z]+e?\s)|will(?!\s+(?:recall|be\s+aware|note|see|know|remember|stay))|would|could(?=\s+(?:be|rise|fall|reach|go|cost|grow|have)\b)|expected|anticipated|forecast(?:ed)?|projected|predicted|to\s+be|"
    r"estimated|to\s+purchase|provision\s+of)\b(?:(?!\bthat\b)[^.;])*$"
)
#: What a service has to do: "we are to answer 90% of calls", "numbers are to be kept at 1,186".
_HAS_TO = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:(?:required|supposed|meant|obliged)\s+)?to|must|should|ha(?:s|ve|d)\s+to|needs?\s+to)\s+"
    r"(?:be\s+(?:answered|attended|kept|held|maintained|resolved|completed|seen|responded|finalised|reviewed|recorded|closed)|answer|attend|resolve|reach|keep|hold|maintain|complete|meet|respond|achieve|finalise|review|deal)\b"
    r"(?:(?!\b(?:was|were|has|had)\b)[^.;,])*$"
)
_OF_DUTY = (" to ", "must", "should")
#: A target with its own figure and then what became of it: "below the target of 68,000 and lower than last year, where 67,011 were seen".
_TARGET_TOLD = re.compile(
    rf"\btargets?\b[^.;{COUNT}-{TIME}]{{0,30}}[{COUNT}-{TIME}]++[^.;]{{0,160}}?\b(?:lower|higher|better|worse|fewer|where|while|whilst|whereas|but|achieved|reached|actual)\b"
)
#: The same after the figure: "an underspend of £0.8m is forecast".
_FORECAST = re.compile(
    r"\s+(?:(?!said|that|who|they|which|we|it|asked|told)[a-z-]+\s+){1,3}?(?:will|would)\s+be\b|"
    r"\s+(?:is|are|was|were)\s+(?:now\s+|currently\s+|being\s+)?(?:forecast|projected|predicted|anticipated|expected)\b"
)
#: What was reached by a day is no target: "nearly 1,000 responses had come in by the end of February".
_DONE = re.compile(r"\b(?:had|has|have|was|were)\b", re.IGNORECASE)
_TO_BE = re.compile(
    r"[^,.;]{0,40}?\b(?:being|to\s+be|will\s+be)\s+(?:recruited|appointed|trained|provided|delivered)\b", re.IGNORECASE
)
#: Measures that are percentages themselves: a difference of two of them is in points, whatever is printed.
_PERCENTAGES = re.compile(
    r"\b(?:satisfaction|confidence|compliance|percentage|proportion|(?:conviction|detection|charge|outcome|attendance|resolution|attrition|"
    r"turnover|upheld|uphold|response|sickness|vacancy|satisfaction|attainment|completion)\s+rates?)\b",
    re.IGNORECASE,
)
_CLAUSE_PARTS = re.compile(rf"[{COUNT}-{TIME}]\s*,|;|:")
_TARGET_WORD = re.compile(r"\btarget\b", re.IGNORECASE)


def statistic_of(claim: Claim, frame: Frame, label: str, *, level_in_percent: bool) -> str:
    """The statistic of a claim, by the words around its figure. ``level_in_percent``: the last figure of this label was in percent.

    Examples: ``aims to appoint 120`` target, ``will realise savings of £10.5 million`` projection, ``200 being recruited by 2016``
    target; ``74% … and is 1% higher`` point_change, for a difference of two percentages is one in points.
    """
    if claim.statistic == "percent_change" and (level_in_percent or _PERCENTAGES.search(label)):
        return "point_change"
    stated = frame.figures[claim.figure]
    levels = claim.statistic in ("actual", "share") and claim.role == "level"
    before = frame.shape[: stated.start]
    if levels and any(word in before for word in _OF_DUTY) and _HAS_TO.search(before):
        return "target"
    if claim.statistic in ("change", "percent_change", "point_change", "share") and _AIMED.search(before):
        # "a priority to reduce burglary by 13%" and "the target is to answer 90% of calls" say nothing of what became of it.
        return "target"
    if claim.statistic != "actual":
        return claim.statistic
    lead = _TARGET_TOLD.split(_CLAUSE_PARTS.split(before)[-1])[-1]
    due = claim.role == "level" and any(
        m.by
        and 0 <= m.start - stated.end < 60
        and not any(stated.end <= f.start < m.start for f in frame.figures)
        and not _DONE.search(frame.text[stated.end : m.start])
        for m in frame.periods
    )
    if due or _TARGET.search(lead) or _TO_BE.match(frame.text, stated.end) or _TARGET_WORD.search(claim.label):
        return "target"
    if _FORECAST.match(frame.shape, stated.end):
        return "projection"
    return "projection" if claim.role != "previous" and _PROJECTION.search(lead) else "actual"

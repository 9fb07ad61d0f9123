"""The second figure of a comparison: "compared with 281 in Q4 2019/20", "(73% last meeting)", "up from 350"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from extract.prose.claims import Claim, Claims
from extract.prose.frame import AREA, PERIOD, Frame

_COMPARATOR = re.compile(
    r"(?:\bcompared?(?:\s+(?:to|with))?|\bin\s+comparison\s+(?:to|with)|\bcomparing\s+with|\bagainst|\bversus|\bv\.?s?\.?|\bas\s+opposed\s+to|\b(?:up|down)\s+from|\bfrom|"
    r"\bhigher\s+than|\blower\s+than|\bmore\s+than|\bless\s+than|\bthan|\bpreviously|\(\s*(?:it\s+)?was)\s+(?P<fill>(?:[^\s,.;()]+\s+){0,6}?)$",
    re.IGNORECASE,
)
_PREVIOUS_BRACKET = re.compile(r"\(\s*$")
_BACK = re.compile(r"^\s*(?:[^\w\s]+|(?:at\s+|in\s+)?(?:the\s+)?(?:last|previous|prior)\b)", re.IGNORECASE)
#: Where a level after a comparison is one of another time, and not of another place: the words after it.
_PLACE = re.compile(r"\b(?:average|national|England|MSG|region|forces?|elsewhere|mean)\b", re.IGNORECASE)


def compared(frame: Frame, claims: Mapping[int, Claim]) -> Claims:
    """Claims for figures that no rule took and that are compared with the one before: they share its label and unit.

    Examples: ``257 crimes in Q1 2020/21, compared with 281 in Q4``: 281 crimes; ``Confidence stands at 74% (73% last meeting)``: 73%.
    """
    for index in range(1, len(frame.figures)):
        if index in claims or index - 1 not in claims:
            continue
        stated, first = frame.figures[index], frame.figures[index - 1]
        other = claims[index - 1]
        between = frame.shape[first.end : stated.start]
        same = stated.figure.unit == first.figure.unit or (
            stated.figure.unit is None and other.statistic in ("actual", "share")
        )
        if not same or stated.worded or re.search(r"[;]", between):
            continue
        match = _COMPARATOR.search(between)
        bracket = _PREVIOUS_BRACKET.search(between) and any(
            m.relative or m.period for m in frame.periods if 0 <= m.start - stated.end <= 12
        )
        if match is None and not bracket:
            if listed := _listed(frame, index, between, other):
                yield listed
            continue
        elsewhere = bool(match and _PLACE.search(match["fill"])) or any(
            0 <= a.start - stated.end <= 6 for a in frame.areas
        )
        statistic = other.statistic if other.statistic in ("actual", "share") else "actual"
        if stated.figure.signed:
            statistic = other.statistic
        yield Claim(
            index,
            "",
            statistic,
            "level" if elsewhere else "previous",
            unit=stated.figure.unit or other.unit,
            of=index - 1,
            confidence=other.confidence - 0.05,
        )


def _listed(frame: Frame, index: int, between: str, other: Claim) -> Claim | None:
    """The next of a list of levels, each with its time or place.

    Examples: ``£1.7m in 2015/16 and £6.1m in 2016/17``, ``3,000 followers on Facebook and heading towards 4,000 on Twitter``.
    """
    stated = frame.figures[index]
    if (
        other.statistic not in ("actual", "share", "projection")
        or not re.search(r"(?:,|\band|&)\s*$", between)
        or len(between) > 60
    ):
        return None
    timed = re.match(rf"\s+(?:in|for|by|at)?\s*[{PERIOD}{AREA}]", frame.shape[stated.end :])
    if timed and re.search(f"[{PERIOD}{AREA}]", between):
        return Claim(
            index, "", other.statistic, "level", unit=other.unit, of=index - 1, confidence=other.confidence - 0.1
        )
    on = re.match(r"\s+on\s+([A-Z][\w]+)", frame.shape[stated.end :])
    if on and (first := re.match(r"(.+?)\s+on\s+[A-Z]", other.label or between.strip())):
        return Claim(
            index,
            f"{first.group(1)} on {on.group(1)}",
            other.statistic,
            "level",
            unit=other.unit,
            confidence=other.confidence - 0.1,
        )
    return None


def settled(frame: Frame, claims: Mapping[int, Claim]) -> dict[int, Claim]:
    """The claims with what one tells of another: the label, the role of a level after a comparison, points and not percent.

    A change in percent beside a level in percent of the same thing is one in points: ``74% … and is 1% higher``.
    """
    out = dict(sorted(claims.items()))
    for index, claim in out.items():
        if claim.of is not None and claim.of in out and not claim.label:
            claim = replace(claim, label=out[claim.of].label)
        if claim.statistic == "actual" and claim.role == "level" and index and index - 1 in out:
            between = frame.shape[frame.figures[index - 1].end : frame.figures[index].start]
            if (
                _COMPARATOR.search(between)
                and not any(0 <= a.start - frame.figures[index].end <= 6 for a in frame.areas)
                and not _PLACE.search(between)
            ):
                claim = replace(claim, role="previous")
        out[index] = claim
    return out

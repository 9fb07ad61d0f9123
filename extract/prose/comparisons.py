"""The second figure of a comparison: "compared with 281 in Q4 2019/20", "(73% last meeting)", "up from 350"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from extract.prose.claims import Claim, Claims
from extract.prose.frame import AREA, BLANK, COUNT, MONEY, PERCENT, PERIOD, TIME, Frame
from extract.wording import CONNECTORS, VERBS, word_set

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_COMPARATOR = re.compile(
    r"(?:\bcompared?(?:\s+(?:to|with))?|\bin\s+comparison\s+(?:to|with)|\bcomparing\s+with|\bagainst|\bversus|\bv\.?s?\.?|\bas\s+opposed\s+to|\b(?:up|down)\s+from|\bfrom|"
    r"\bhigher\s+than|\blower\s+than|\bmore\s+than|\bless\s+than|\bthan|\bpreviously|\(\s*(?:it\s+)?was)\s+(?P<fill>(?:(?!and\s|but\s|by\s)[^\s,.;()]+\s+){0,6}?)$"
)
#: The same amount for another time: "£24 a year, or around 50p a week".
_IN_OTHER_WORDS = re.compile(
    r"\s+(?:(?:a|per|each)\s+)?(?:year|annum|month|week)(?:\s+(?:[a-z]+|[\ue005]+)){0,5}?,?\s+(?:or|equivalent\s+to|equal\s+to|equating\s+to|which\s+is|which\s+equates\s+to|-|–)\s+(?:an?\s+)?"
    r"(?:extra\s+|additional\s+|further\s+)?"
)
_WHICH_IS = re.compile(
    r"^\s*(?:(?:a|per|each)\s+(?:year|annum|month|week)\s*)?,?\s*(?:which|that|and)?\s*(?:is|was|would\s+be|will\s+be|equates\s+to|works\s+out\s+at|amounts\s+to)\s+(?:equivalent\s+to\s+|equal\s+to\s+|about\s+|just\s+(?:over|under)\s+)?$"
)
_OTHERS_OF = re.compile(r"\b(?:in|out\s+of)\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty)\b")
_PREVIOUS_BRACKET = re.compile(r"\(\s*$")
_TIME_BRACKET = re.compile(rf"\(\s*(?:in\s+|at\s+)?{PERIOD}+\s*[:=–-]\s*$")
_PLACE_BRACKET = re.compile(
    rf"\(\s*(?:the\s+)?(?:{AREA}+|target)\s*(?:(?:police\s+)?(?:average|mean|median|figure|rate|level)\s*)?(?:is|was|of|at|:|=|,|-|–)?\s*$"
)
#: Another group than that of the figure before, and that group in its label.
_OF_OTHERS = re.compile(
    r"\s+(?:for|among|amongst)\s+(?!example\b|each\b|every\b|now\b|policing\b)(?P<group>[a-z][a-z'’-]+(?:\s+[a-z'’-]+){0,2})(?=\s*(?:$|[.,;)]))"
)
_GROUP_AT_LAST = re.compile(r"\s+(?:for|among|amongst)\s+[\w'’ -]+$")
_FORECAST_OF = re.compile(r"\b(?:forecast|projection|prediction|projected\s+\w+|expected\s+\w+)\s+(?:of\s+)?$")
#: A mean of other forces with which a change is compared: "fell by 17%, compared to a national average of 8%".
_TO_A_MEAN = re.compile(
    rf"\b(?:compar\w+\s+(?:to|with)|in\s+comparison\s+(?:to|with)|against|versus)\s+(?:an?\s+|the\s+)?{AREA}+\s+(?:average|mean)\s+of\s+$"
)
#: Measures that are percentages themselves, of which a mean is a level.
_ARE_PERCENTAGES = re.compile(
    r"satisf|confiden|complian|percent|proportion|\brates?\b|share|attendance|trust", re.IGNORECASE
)
PLACE_AT_LAST = re.compile(r"\s+(?:in|across|for)\s+[A-Z][\w'’-]+(?:\s+(?:and\s+)?[A-Z][\w'’-]+)*$")
_BACK = re.compile(r"^\s*(?:[^\w\s]+|(?:at\s+|in\s+)?(?:the\s+)?(?:last|previous|prior)\b)")
#: Where a level after a comparison is one of another time, and not of another place: the words after it.
_PLACE = re.compile(r"\b(?:average|national|england|msg|region|forces?|elsewhere|mean)\b")
#: Figures of which a sentence may list several, told once what they are.
_LISTABLE = ("actual", "share", "target", "projection", "change", "percent_change", "point_change")
#: Between two figures of a list whose places stand before them: "Preston 5%, Chorley 7%", "Burnley (120) and Preston (98)".
_PLACE_AHEAD = re.compile(
    rf"(?:\s+[a-z]+){{0,6}}\s*\)?\s*(?:[,:]|,?\s*(?:and|&))\s*(?:the\s+|our\s+)?{AREA}+\s*(?:(?:average|mean|figure|rate)\s+)?(?:\(|by\s|(?:is|was|at|of)\s)?\s*"
)
#: The same with the names of what changed: "Theft fell by 5% and burglary 7%".
_NAME_AHEAD = re.compile(r"\s*(?:,|,?\s*and)\s+(?P<what>[a-z][\w-]*(?:\s+[\w-]+){0,4})\s+")
_NOT_LISTED = (
    VERBS
    | CONNECTORS
    | word_set(
        "by up down to from in of for on at a an the this satisfaction confidence compliance share just over about around still now"
    )
)
_IN_A_TIME = rf"(?:in|during|over|for)\s+(?:the\s+|this\s+|that\s+)?(?:(?:whole|full|last|latest|same)\s+)?(?:financial\s+)?(?:year|quarter|month|period|{_MONTHS}|q[1-4]|week)\b(?!\s+of\b)"
_TIME_OR_PLACE = re.compile(
    rf"\s+(?:(?:in|for|by|at|during|over|across|throughout|within)\s+)?(?:the\s+)?[{PERIOD}{AREA}]|\s+{_IN_A_TIME}|\s+(?:in|during|for)\s+{BLANK}"
)
_LISTS = re.compile(r"(?:,|\band|&)\s*$")
_ON_THIS = re.compile(r"\s+on\s+([A-Z][\w]+)")
_GROUP = re.compile(r"\s+(?:for|among)\s+([a-z]+(?:\s+[a-z]+)?)\s*(?:$|[,.;)])")
_HAS_A_TIME = re.compile(
    rf"[{PERIOD}{AREA}]|\b(?:this|next|last)\s+(?:financial\s+)?year\b|\b{_IN_A_TIME}|\b(?:in|during|for|over)\s+{BLANK}"
)
_PERIOD_OPENS = re.compile(
    rf"(?:{PERIOD}|\b(?:compared|than|on|with|to)\b[^,;.()]{{0,40}}\b(?:ago|earlier|before|previously))\s*\(\s*$"
)
_OF_A_GROUP = re.compile(r"\s+(?:for|among)\s+[a-z]")
_ON_THAT = re.compile(r"(.+?)\s+on\s+[A-Z]")
_LIST_GOES_ON = re.compile(r"\s*(?:$|[.,;)]|and\b|\()")


def compared(frame: Frame, claims: Mapping[int, Claim]) -> Claims:
    """Claims for figures that no rule took and that are compared with the one before: they share its label and unit.

    Examples: ``257 crimes in Q1 2020/21, compared with 281 in Q4``: 281 crimes; ``Confidence stands at 74% (73% last meeting)``: 73%.
    """
    for index in range(1, len(frame.figures)):
        if index in claims:
            continue
        told = index - 1
        limit = frame.figures[told].sign == TIME or frame.figures[told].worded
        if told and limit and told - 1 in claims and told not in claims:
            # "recorded within ten days (national average 88%)": the limit belongs to what was told.
            told -= 1
        if told not in claims:
            continue
        stated, first = frame.figures[index], frame.figures[told]
        other = claims[told]
        between = frame.shape[first.end : stated.start]
        if told != index - 1 and not _PLACE_BRACKET.search(between):
            continue
        if told == index - 1 and (level := _level_of_base(frame, index, between, other)):
            yield level
            continue
        same = stated.figure.unit == first.figure.unit or (
            stated.figure.unit is None and other.statistic in ("actual", "share")
        )
        if not same or stated.worded or ";" in between:
            continue
        match = _COMPARATOR.search(between)
        if match and _OTHERS_OF.search(match["fill"]):
            # "an average of four minutes, and more than one caller in three waited over ten": of other callers.
            match = None
        bracket = _PREVIOUS_BRACKET.search(between) and any(
            m.relative or m.period for m in frame.periods if 0 <= m.start - stated.end <= 12
        )
        # "fell by 2% (11% nationally)": the same of another place.
        bracket = bracket or bool(
            _PREVIOUS_BRACKET.search(between) and any(0 <= a.start - stated.end <= 6 for a in frame.areas)
        )
        # "within ten days (national average 88%)": the same of the place in the bracket.
        bracket = bracket or bool(_PLACE_BRACKET.search(between))
        if _TIME_BRACKET.search(between) and other.statistic in ("actual", "share") and not stated.figure.signed:
            # "1,110 (2021/22: 1,204)": the level of that time.
            yield replace(other, figure=index, label="", role="level", of=told, confidence=other.confidence - 0.05)
            continue
        if _IN_OTHER_WORDS.fullmatch(between) and other.statistic in ("change", "actual", "share", "percent_change"):
            yield replace(other, figure=index, label="", of=told, confidence=other.confidence - 0.1)
            continue
        if match is None and not bracket:
            if listed := _listed(frame, index, between, other):
                yield listed
            continue
        elsewhere = bool(match and _PLACE.search(match["fill"])) or any(
            0 <= a.start - stated.end <= 6 for a in frame.areas
        )
        elsewhere = elsewhere or bool(_PLACE_BRACKET.search(between))
        change = other.statistic in ("percent_change", "point_change")
        if change and not elsewhere and not stated.figure.signed:
            # "rose by 5% compared with 3% last year" may be a change or a level.
            continue
        group = _OF_OTHERS.match(frame.shape, stated.end) if match and not elsewhere else None
        if group and other.label:
            # "5.2% among officers compared with 4.6% for staff": of another group.
            named = frame.printed(group, "group")
            yield replace(
                other, figure=index, label=f"{_GROUP_AT_LAST.sub('', other.label)} – {named}", of=None, role="level"
            )
            continue
        if match and other.statistic == "actual" and _FORECAST_OF.search(between):
            yield replace(other, figure=index, label="", of=told, statistic="projection", role="level")
            continue
        yield Claim(
            index,
            "",
            other.statistic if change or stated.figure.signed or other.statistic == "share" else "actual",
            "level" if elsewhere else "previous",
            falls=change and other.falls and not stated.figure.signed,
            unit=stated.figure.unit or other.unit or first.figure.unit,
            of=told,
            confidence=other.confidence - 0.05,
        )


def _level_of_base(frame: Frame, index: int, between: str, other: Claim) -> Claim | None:
    """The level in a bracket after the period with which a change compares: "5.1 points on the 12 months to December 2021 (80.1%)"."""
    stated = frame.figures[index]
    points = stated.sign == PERCENT and other.statistic == "point_change"
    counts = stated.sign == COUNT and other.statistic in ("change", "percent_change")
    if not (points or counts) or stated.figure.signed or not _PERIOD_OPENS.search(between):
        return None
    return Claim(index, "", "actual", "level", of=index - 1, confidence=other.confidence - 0.1)


def _listed(frame: Frame, index: int, between: str, other: Claim) -> Claim | None:
    """The next of a list of figures, each with its time or place or with a name of its own.

    Examples: ``£1.7m in 2015/16 and £6.1m in 2016/17``, ``fell by 5% in Preston, 7% in Chorley and 9% in Burnley``, ``Burnley (120),
    Preston (98)``, ``3,000 followers on Facebook and heading towards 4,000 on Twitter``, ``Theft fell by 5% and burglary 7%``.
    """
    stated = frame.figures[index]
    if other.statistic not in _LISTABLE or len(between) > 60 or stated.figure.signed:
        return None
    sure = other.confidence - 0.1
    next_one = replace(other, figure=index, label="", of=index - 1, confidence=sure)
    told = _TIME_OR_PLACE.match(frame.shape[stated.end :])
    if _LISTS.search(between):
        if told and _HAS_A_TIME.search(between):
            return next_one
        on = _ON_THIS.match(frame.text[stated.end :])
        if on and (first := _ON_THAT.match(other.label or between.strip())):
            return replace(next_one, label=f"{first.group(1)} on {on.group(1)}", of=None)
        group = _GROUP.match(frame.shape[stated.end :])
        if group and _OF_A_GROUP.match(between):
            return replace(next_one, label=f"{other.label} – {group.group(1)}", of=None)
    elif _PLACE_AHEAD.fullmatch(between):
        return next_one
    elif stated.sign == PERCENT and other.statistic == "percent_change" and (named := _NAME_AHEAD.fullmatch(between)):
        start = frame.figures[index - 1].end
        label = frame.text[start + named.start("what") : start + named.end("what")]
        if not {*label.lower().split()} & _NOT_LISTED and _LIST_GOES_ON.match(frame.shape[stated.end :]):
            return replace(next_one, label=label, of=None)
    return None


def settled(frame: Frame, claims: Mapping[int, Claim]) -> dict[int, Claim]:
    """The claims with what one tells of another: the label, the role of a level after a comparison, points and not percent.

    A change in percent beside a level in percent of the same thing is one in points: ``74% … and is 1% higher``.
    """
    out = dict(sorted(claims.items()))
    for index, claim in out.items():
        told = claim.of
        if told is not None and told in out and not claim.label:
            label = out[told].label
            if (
                AREA in frame.shape[frame.figures[told].end : frame.figures[index].start]
                and claim.statistic == out[told].statistic
            ):
                # "Crime in Brighton rose 4%, in Hastings 6%": the place is that of the first.
                label = PLACE_AT_LAST.sub("", label) or label
            claim = replace(claim, label=label)
            if claim.statistic == "percent_change" and _is_percentage(frame, told, out[told]):
                claim = replace(claim, statistic="point_change")
        if claim.statistic == "actual" and index and index - 1 in out and out[index - 1].statistic == "change":
            between = frame.shape[frame.figures[index - 1].end : frame.figures[index].start]
            if frame.figures[index].sign in (MONEY, PERCENT) and _WHICH_IS.search(between):
                # "an increase of £15, which is 3.9 per cent": the same change in other words.
                money = frame.figures[index].sign == MONEY
                claim = replace(claim, statistic="change" if money else "percent_change", falls=out[index - 1].falls)
        if of_mean := _change_of_a_mean(frame, index, claim, out):
            claim = of_mean
        elif claim.statistic == "actual" and claim.role == "level" and index and index - 1 in out:
            between = frame.shape[frame.figures[index - 1].end : frame.figures[index].start]
            if (
                _COMPARATOR.search(between)
                and not any(0 <= a.start - frame.figures[index].end <= 6 for a in frame.areas)
                and not _PLACE.search(between)
            ):
                claim = replace(claim, role="previous")
        out[index] = claim
    return out


def _is_percentage(frame: Frame, index: int, claim: Claim) -> bool:
    """True for a level in percent, of which a change is one in points."""
    return claim.statistic in ("actual", "share") and frame.figures[index].sign == PERCENT


def _change_of_a_mean(frame: Frame, index: int, claim: Claim, claims: Mapping[int, Claim]) -> Claim | None:
    """The change of the mean of other forces, where a change was told of what is no percentage itself; else None."""
    if claim.statistic != "actual" or frame.figures[index].sign != PERCENT or not index:
        return None
    if not _TO_A_MEAN.search(frame.shape, frame.figures[index - 1].end, frame.figures[index].start):
        return None
    before = next((i for i in range(index - 1, -1, -1) if frame.figures[i].sign == PERCENT), None)
    first = claims.get(before) if before is not None else None
    if first is None or first.statistic != "percent_change" or _ARE_PERCENTAGES.search(first.label):
        return None
    return replace(first, figure=index, role="level", of=first.figure, confidence=0.7)

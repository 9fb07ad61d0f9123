"""Targets whose figure stands before the word: "against a 12% target", "the 95% target for crime recording", "a 20% reduction target"."""

from __future__ import annotations

import re

from extract.prose.changes.words import DOWN_NOUN, UP_NOUN
from extract.prose.claims import Claim, Claims, change_statistic, index_at
from extract.prose.frame import AREA, COUNT, PERCENT, TIME, Frame, M, N, P
from extract.prose.phrases import after, head, is_generic, opening, subject

_TARGET = re.compile(
    rf"(?P<first>{P}|{N}|{M})\s+(?:(?!(?:and|or|of|in|to|for|against|an?|the|its|our|their|on|by|with|is|was|were|are|at|below|above|than|from|that|under|over|within|as)\b)[a-z-]+\s+){{0,2}}?(?:(?P<change>{UP_NOUN}|{DOWN_NOUN})\s+)?target\b(?!\s+(?:groups?|areas?|audiences?|dates?|hardening|cohorts?|locations?|nominals?|towns?)\b)"
)
_FOR = re.compile(r"\s+(?:level\s+|rate\s+)?(?:set\s+)?(?:for|in|on)\s+")
#: What only says when, or for whom: "for the third month running", "for the year".
_WHEN = frozenset(
    ["month", "months", "year", "years", "quarter", "quarters", "time", "week", "period", "running", "row"]
)
_FALLS = re.compile(DOWN_NOUN)
#: The figure before, of which this is the target, with no other clause between: "9.8%, against a 12% target".
_OF_IT = re.compile(
    rf"[^;{COUNT}{PERCENT}]*?\b(?:against|below|above|short\s+of|under|over|than|miss(?:ing|es|ed)?|beating|beats?|exceed(?:s|ed|ing)?|meet(?:s|ing)?|met|with|to|within|from|at|on|off|achiev\w+|reach\w*)\s+(?:[a-z]+\s+){{0,3}}$"
)
_SMALLEST = 20


def named_targets(frame: Frame) -> Claims:
    """Figures right before the word target.

    Examples: ``9.8%, against a 12% target`` is one of 12 for what the 9.8% measure; ``the 95% target for crime recording``; ``a 20%
    reduction target for burglary`` is one of -20.
    """
    for match in _TARGET.finditer(frame.shape) if " target" in frame.shape else ():
        index = index_at(frame, match.start("first"))
        stated = frame.figures[index]
        if stated.worded or stated.figure.signed or (stated.sign == COUNT and stated.figure.value < _SMALLEST):
            continue
        named = _FOR.match(frame.shape, match.end())
        label = after(frame, named.end()) if named else ""
        if is_generic(label) or head(label) in _WHEN or {*label.lower().split()} & _WHEN:
            label = ""
        of = _measured_before(frame, index) if not label else None
        falls = bool(match["change"] and _FALLS.fullmatch(match["change"]))
        yield Claim(index, label, "target", falls=falls, of=of, confidence=0.75)


def _measured_before(frame: Frame, index: int) -> int | None:
    """The figure of the same kind that is held against this one."""
    sign = frame.figures[index].sign
    for told in range(index - 1, -1, -1):
        if frame.figures[told].sign == sign:
            between = frame.shape[frame.figures[told].end : frame.figures[index].start]
            return told if _OF_IT.search(between) and AREA not in between else None
        if frame.figures[told].sign != TIME:
            return None
    return None


#: How far off its target something is, in other words than a level: "3.7% or 168 crimes better than its target".
_OFF_BY = re.compile(
    rf"(?P<first>{P}|{N})(?:\s+[a-z]+)?(?:\s*(?:,?\s+or\s+|\(\s*)(?P<second>{N}|{P})(?:\s+[a-z]+)?\)?)?\s+(?P<word>better|worse)\s+than\s+(?:the|its|our|their|this|that)\s+(?:[a-z]+\s+)?targets?\b"
)


def off_targets(frame: Frame) -> Claims:
    """By how much something is better or worse than its target; up or down the words do not say, so it has no sign: ``3.7% better than its target``."""
    for match in _OFF_BY.finditer(frame.shape) if " than " in frame.shape and "target" in frame.shape else ():
        what = subject(frame, match.start()) or opening(frame)
        for group in ("first", "second") if what else ():
            if match[group]:
                index = index_at(frame, match.start(group))
                statistic = change_statistic(frame.figures[index])
                note = f"{match['word']} than the target"
                yield Claim(index, f"{what} – against target", statistic, "current", note=note, confidence=0.6)

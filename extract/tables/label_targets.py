"""Targets that stand in the label of a row: ``(Target <15 Mins)``, ``(90% in 10 Seconds)``, ``Target: 60 mins``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.numbers import Figure, parse_figures

_IN_BRACKETS = re.compile(
    r"[(\[](?P<said>[^()\[\]]*(?:\btargets?\b|<|>|≤|≥|\d\s?(?:%|per\s?cent)\s+(?:with)?in\s+\d)[^()\[\]]*)[)\]]",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"\btargets?(?:\s+(?:is|of|to|time|level|rate|for|was|set\s+at))*\s*(?P<sign>[:=–-]|[<>≤≥]=?)?\s*(?P<said>[<>≤≥]?\s*(?:under|over|at\s+least|within)?\s*£?\d[^,;()\[\]:]*)",
    re.IGNORECASE,
)
#: What stands before a target without a unit: "(2019/20 target: 85)".
_TARGET = re.compile(r"\btargets?\s*(?:of|is|[:=–-]|[<>≤≥]=?|under|over|at\s+least)?\s*£?$", re.IGNORECASE)
#: The time within which a share is to be reached is no target of its own: "90% in 10 seconds".
_WITHIN = re.compile(r"\b(?:with)?in\s+$", re.IGNORECASE)
_TIMED = re.compile(
    r"\b(?:times?|speed|wait\w*|duration|average|median|mean|minutes?|mins?|seconds?|secs?|hours?)\b", re.IGNORECASE
)
_TIME_UNITS = frozenset({"seconds", "minutes", "hours", "days"})


def label_targets(label: str) -> list[Figure]:
    """The targets that a label states, in order; their ``start`` and ``end`` are in ``label``.

    | as printed                                   |                     |
    | -------------------------------------------- | ------------------- |
    | ``Grade 1 attendance (Target <15 Mins)``     | under 15 minutes    |
    | ``999 calls answered (90% in 10 Seconds)``   | 90 percent          |
    | ``Time to answer 101 – target: 60 seconds``  | 60 seconds          |
    | ``Priority calls (<1 hour)``                 | under 1 hours       |
    | ``Victims satisfied (target 85)``            | 85                  |
    | ``Target 2: fewer victims``, ``Under 18s``   | none                |
    """
    return list(_targets(label))


def _targets(label: str) -> Iterator[Figure]:
    taken = 0
    for match in _IN_BRACKETS.finditer(label):
        taken = match.end()
        figures = _figures(label, *match.span("said"))
        yield from (f for f in figures if f.unit is not None or _TARGET.search(label[: f.start].rstrip()))
    if taken:
        return
    for match in _IN_WORDS.finditer(label):
        yield from (f for f in _figures(label, *match.span("said"))[:1] if f.unit is not None or match["sign"])


def _figures(label: str, start: int, end: int) -> list[Figure]:
    """The figures of a part of a label, without those that only say within which time."""
    found = [f for f in parse_figures(label) if start <= f.start and f.end <= end]
    return [f for at, f in enumerate(found) if at == 0 or not _WITHIN.search(label[: f.start])]


def timed_by_target(label: str) -> str | None:
    """The unit of the times in a row whose target says it: ``Average time to attend (Target <15 Mins)`` minutes; else None."""
    units = {f.unit for f in label_targets(label)}
    (unit,) = units if len(units) == 1 else (None,)
    return unit if unit in _TIME_UNITS and _TIMED.search(_IN_WORDS.sub("", _IN_BRACKETS.sub("", label))) else None

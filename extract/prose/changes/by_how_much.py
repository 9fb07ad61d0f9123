"""The figure of a change as a claim, with the same change in other units behind it: "by 3% (-750)", "by 12 offences, or 4%"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.prose.changes.words import tells_fall
from extract.prose.claims import Claim, Claims, change_statistic, index_at
from extract.prose.frame import PERCENT, TIME, Frame, M, N, P, T
from extract.prose.phrases import after

_BETTER_OR_WORSE = re.compile(r"(?P<better>improv|better)|worse|deterior")
#: For the end of an expression, the same change in another unit as its group ``second``: "(-750)", "(142 crimes)", ", or 170", and after "12" in "by 12 offences (4%)".
SECOND = (
    rf"(?:(?:(?:\s+(?!(?:in|to|and|from|of|for|at|on|with)\b)[a-z][\w'’-]*){{1,2}}(?:\s*\(|,(?=\s+or\s))|\s*[(,]|\s+(?:a|per)\s+[a-z]+(?=,?\s+or\s),?)\s*(?:or\s+|by\s+|equivalent\s+to\s+|representing\s+)?(?P<second>{N}|{M}|{P})"
    r"(?:\s+(?!(?:in|to|and|from|of)\b)[\w'’]+){0,3}\s*\)?)?"
)
#: The same in other words: "a reduction of 7,161 offences, which equates to 4.5%".
_EQUALS = re.compile(
    rf"(?:\s+[a-z]+){{0,3}}?,?\s+(?:which\s+)?(?:equat(?:es|ed|ing)\s+to|equal(?:s|led|ling)|(?:is\s+)?equivalent\s+to|represent(?:s|ed|ing))\s+(?:an?\s+)?"
    rf"(?P<first>{P}|{N}|{M})(?!\s+of\b)"
)
#: The same in numbers behind its time: "came down by 2.9% over the year, or 4,455 offences".
#: "which equalled 1,500 fewer victims": of these, and not of the crime.
_FEWER_OF = re.compile(r"\s+(?:fewer|more|less)\s+(?=[a-z])(?!than\b)")
_OR_SO_MANY = re.compile(
    rf"\s+(?:(?:over|in|during|on|for|since|across|to)\s+)?(?:(?:the\s+)?(?:{T}|year|quarter|period|same\s+period)\s*)?[,(]\s*(?:or|which\s+is|that\s+is|equivalent\s+to|some|representing)\s+"
    rf"(?P<first>{N})(?=\s+(?:fewer\s+|more\s+|less\s+)?(?:[a-z]+\s+){{0,2}}?(?:offences|crimes|incidents|cases|reports|calls|victims|people|officers|burglaries|thefts|complaints|collisions|arrests|fewer|more|less)\b)"
)


def changed_by(frame: Frame, match: re.Match[str], group: str, label: str, word: str, of: int | None = None) -> Claim:
    """The claim of the figure in ``group`` of a match as a change that ``word`` tells: ``fell`` makes 3% one of -3."""
    index = index_at(frame, match.start(group))
    stated = frame.figures[index]
    falls = tells_fall(word) and not stated.figure.signed
    if stated.sign == TIME and (judged := _BETTER_OR_WORSE.match(word)):
        # A time that improves is shorter.
        falls = bool(judged["better"])
    statistic = change_statistic(stated)
    unit = None
    if statistic in ("percent_change", "change") and match.groupdict().get("points"):
        # "3.1 points lower": of a percentage.
        statistic, unit = "point_change", "percent"
    return Claim(index, label, statistic, "current", falls=falls, of=of, unit=unit)


def with_other_units(frame: Frame, match: re.Match[str], label: str, word: str, of: int | None = None) -> Claims:
    """The change, the same change in other units behind it, and the level that it leads to.

    ``match`` is of an expression that ends with ``SECOND``: its groups are ``first``, ``second`` and, for the level, ``to``.
    """
    claim = changed_by(frame, match, "first", label, word, of=of)
    if claim.statistic == "percent_change" and match.groupdict().get("to") and PERCENT in match["to"]:
        # "fell by 2% to 28%": a difference of two percentages is one in points.
        claim = replace(claim, statistic="point_change")
    yield claim
    if match["second"] and not _elsewhere(frame, index_at(frame, match.start("second"))):
        yield changed_by(frame, match, "second", label, word, of=claim.figure)
    equal = _EQUALS.match(frame.shape, match.end("first"))
    if equal and frame.figures[index_at(frame, equal.start("first"))].sign != frame.figures[claim.figure].sign:
        own = _FEWER_OF.match(frame.shape, equal.end("first"))
        yield changed_by(frame, equal, "first", after(frame, own.end()) if own else label, word, of=claim.figure)
    if (
        claim.statistic == "percent_change"
        and not match["second"]
        and (also := _OR_SO_MANY.match(frame.shape, match.end("first")))
    ):
        yield changed_by(frame, also, "first", label, word, of=claim.figure)
    if match.groupdict().get("to"):
        yield Claim(index_at(frame, match.start("to")), label, "actual", "current", of=claim.figure)


def _elsewhere(frame: Frame, index: int) -> bool:
    """True for a figure in a bracket that is one of another place: "fell by 2% (11% nationally)"."""
    return any(0 <= area.start - frame.figures[index].end <= 2 for area in frame.areas)

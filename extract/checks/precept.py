"""C9: the increase of the precept in percent against the one in pounds, and by the week against the one by the year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from extract.checks.precision import half_unit, held, is_exact
from extract.checks.results import kept
from schema.reading import Check, Observation

_PRECEPT = re.compile(r"\b(?:precept|band d|council tax)\b")
_PRECEPT_WORDS = ("precept", "band d", "council tax")
_WEEK = re.compile(r"\b(?:per|a|each) week\b|\bweekly\b", re.IGNORECASE)
_BY_THE_WEEK = re.compile(r"\b(?:week|month)", re.IGNORECASE)
_WEEKS = 52
_HALF_A_PENNY = 0.005
#: How far the week's part of a yearly amount may lie below and above the one that is printed with a word, in pounds.
_MAY_DIFFER = {
    "over": (0.0, 0.02),
    "at least": (0.0, 0.02),
    "under": (0.02, 0.0),
    "nearly": (0.02, 0.0),
    "up to": (0.02, 0.0),
    "about": (0.01, 0.01),
}
_LEVELS = frozenset({"actual", "total"})
#: Between which pounds the yearly precept of a Band D household lies, and its increase.
_HOUSEHOLD = (40.0, 1_000.0)
_INCREASE = (0.5, 50.0)


def check_precept(observations: Sequence[Observation]) -> Iterator[Check]:
    """What a household pays, by how much that rises and by how much percent, where they are printed apart from each other.

    Example: ``increase the precept by 1.99% to £179.9951`` and ``£3.51 per year`` elsewhere: 3.51 of 176.4851 is 1.99%. What stands
    in one row or sentence is told by C2. ``just over 7p per week (£3.51 per year)``: 3.51 by 52 is 6.75p, not over 7p.
    """
    papers: dict[int, list[Observation]] = defaultdict(list)
    for one in observations:
        said = f"{one.label} {one.measure} {one.quote}".lower()
        if one.value is not None and any(word in said for word in _PRECEPT_WORDS) and _PRECEPT.search(said):
            papers[one.paper] += [one]
    for every in papers.values():
        told = [one for one in every if is_exact(one)]
        levels = _first_of_each(o for o in told if o.statistic in _LEVELS and _pounds(o, _HOUSEHOLD))
        rises = _first_of_each(
            o
            for o in told
            if (o.statistic == "change" or o.measure == "precept-increase-pounds") and _pounds(o, _INCREASE)
        )
        percents = _first_of_each(
            o
            for o in told
            if o.unit == "percent" and (o.statistic == "percent_change" or o.measure == "precept-increase-percent")
        )
        yield from _checks(levels, rises, percents, told)
        weekly = _first_of_each(
            o for o in every if o.statistic == "change" and o.unit == "GBP" and _WEEK.search(o.label)
        )
        if len(weekly) == len(rises) == 1:
            yield _weekly_check(weekly[0], rises[0])


def _checks(
    levels: Sequence[Observation],
    rises: Sequence[Observation],
    percents: Sequence[Observation],
    told: Sequence[Observation],
) -> Iterator[Check]:
    # Of several years it cannot be told which belong together, but those that agree do.
    single = len(levels) == len(rises) == len(percents) == 1
    for level, rise, percent in product(levels, rises, percents):
        if _together(level, rise, percent, told):
            continue
        check = _check(level, rise, percent)
        if single or check.result != "fail":
            yield check


def _check(level: Observation, rise: Observation, percent: Observation) -> Check:
    assert level.value and rise.value and percent.value
    before = level.value - rise.value
    computed = 100 * rise.value / before
    slack = half_unit(percent) + 100 * _penny(rise) / before
    return kept(
        Check(
            code="C9",
            # What rounding explains holds, as both amounts are printed to the penny only.
            result="ok" if held(computed - percent.value, slack, 100.0) != "fail" else "fail",
            label=percent.label,
            places=(percent.place, level.place, rise.place),
            printed=percent.value_text,
            computed=f"{computed:.2f}%",
            why=f"{rise.value_text} more than £{before:,.2f} is {computed:.2f}%, not {percent.value_text}",
            severity="unreconciled",
        )
    )


def _weekly_check(weekly: Observation, yearly: Observation) -> Check:
    assert weekly.value is not None and yearly.value is not None
    computed = yearly.value / _WEEKS
    word = (weekly.qualifier or "").removeprefix("just ")
    below, above = _MAY_DIFFER.get(word, (_HALF_A_PENNY, _HALF_A_PENNY))
    printed = " ".join(filter(None, (weekly.qualifier, weekly.value_text)))
    return kept(
        Check(
            code="C9",
            result="ok" if weekly.value - below <= computed <= weekly.value + above else "fail",
            label=weekly.label,
            places=(weekly.place, yearly.place),
            printed=printed,
            computed=f"{100 * computed:.2f}p",
            why=f"{yearly.value_text} a year is {100 * computed:.2f}p a week, not {printed}",
            severity="unreconciled",
        )
    )


def _penny(rise: Observation) -> float:
    return half_unit(rise) or _HALF_A_PENNY


def _pounds(one: Observation, between: tuple[float, float]) -> bool:
    least, most = between
    return (
        one.unit == "GBP"
        and one.value is not None
        and least <= one.value <= most
        and not _BY_THE_WEEK.search(one.label)
    )


def _first_of_each(some: Iterator[Observation]) -> list[Observation]:
    """The first figure of each value: what is printed again is no other claim."""
    found: dict[float | None, Observation] = {}
    for one in some:
        found.setdefault(one.value, one)
    return list(found.values())


def _together(level: Observation, rise: Observation, percent: Observation, told: Sequence[Observation]) -> bool:
    """True where the three values stand in one row or on one line somewhere in the paper."""
    lines: dict[object, set[float | None]] = defaultdict(set)
    for one in told:
        lines[one.place.page, one.place.table, one.place.row if one.place.table else one.place.line] |= {one.value}
    return any({level.value, rise.value, percent.value} <= values for values in lines.values())

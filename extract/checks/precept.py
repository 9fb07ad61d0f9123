"""C9: the increase of the precept in percent against the one in pounds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from extract.checks.precision import half_unit, held, is_exact
from schema.reading import Check, Observation

_PRECEPT = re.compile(r"\bprecept\b|\bband D\b|\bcouncil tax\b", re.IGNORECASE)
_BY_THE_WEEK = re.compile(r"\b(?:week|month)", re.IGNORECASE)
_LEVELS = frozenset({"actual", "total"})
#: Between which pounds the yearly precept of a Band D household lies, and its increase.
_HOUSEHOLD = (40.0, 1_000.0)
_INCREASE = (0.5, 50.0)


def check_precept(observations: Sequence[Observation]) -> Iterator[Check]:
    """What a household pays, by how much that rises and by how much percent, where they are printed apart from each other.

    Example: ``increase the precept by 1.99% to £179.9951`` and ``£3.51 per year`` elsewhere: 3.51 of 176.4851 is 1.99%. What stands
    in one row or sentence is told by C2.
    """
    papers: dict[int, list[Observation]] = defaultdict(list)
    for one in observations:
        if is_exact(one) and _PRECEPT.search(f"{one.label} {one.measure} {one.quote}"):
            papers[one.paper] += [one]
    for told in papers.values():
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
    # What rounding explains holds, as both amounts are printed to the penny only.
    result = "ok" if held(computed - percent.value, slack, 100.0) != "fail" else "fail"
    places = (percent.place, level.place, rise.place)
    if result == "ok":
        return Check(code="C9", result="ok", label=percent.label, places=places)
    return Check(
        code="C9",
        result="fail",
        label=percent.label,
        places=places,
        printed=percent.value_text,
        computed=f"{computed:.2f}%",
        why=f"{rise.value_text} more than £{before:,.2f} is {computed:.2f}%, not {percent.value_text}",
        severity="unreconciled",
    )


def _penny(rise: Observation) -> float:
    return half_unit(rise) or 0.005


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

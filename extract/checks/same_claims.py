"""C6: the same thing told in two places of a paper, in prose, in a table, in an appendix: do they agree?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from extract.checks.precision import half_unit, held, is_exact
from extract.checks.results import kept
from schema.reading import Check, Observation

_STATISTICS = {"actual": "level", "total": "level", "average": "level", "rate": "level"}
#: How sure it must be that two labels mean the same measure.
_SURE = 0.9
#: Two figures that differ by less than this share of them are meant to be the same, whatever else the two places say.
_NEAR = 0.05
#: What more places than this tell in the same words is of many things, such as wards, which the paper tells apart in another way.
_MOST_PLACES = 30


def check_same_claims(observations: Sequence[Observation]) -> Iterator[Check]:
    """Every figure that a report prints more than once: same measure, area, breakdown, period, kind and unit.

    Two tables may be about two things and not say so. They are held against each other where they agree in another figure, or
    nearly do in this one.

    Example: ``+38`` in one table and ``+39`` in another for the change in modern slavery crimes of the same year fails; 134,069 in
    prose and in the appendix holds, for both.
    """
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in observations:
        period = one.period
        if one.measure is None or (one.measure_score or 0.0) < _SURE or period is None or not is_exact(one):
            continue
        if period.start is None or period.end is None or one.confidence < _SURE:
            continue
        statistic = _STATISTICS.get(one.statistic, one.statistic)
        key = (one.paper, one.measure, one.area, one.breakdown, period.start, period.end, statistic, one.unit)
        groups[key].append(one)
    pairs = [
        (a, b)
        for group in groups.values()
        for a, b in combinations(_one_of_each_place(group), 2)
        if _spot(a) != _spot(b)
    ]
    agreeing = Counter(_spots(a, b) for a, b in pairs if _agree(a, b))
    for a, b in pairs:
        if _agree(a, b) or agreeing[_spots(a, b)] or _close(a, b):
            yield _check(a, b)


def _spot(one: Observation) -> str:
    """The table in which a figure stands; all sentences are one place."""
    return one.place.table or ""


def _spots(a: Observation, b: Observation) -> frozenset[str]:
    return frozenset({_spot(a), _spot(b)})


def _one_of_each_place(group: Sequence[Observation]) -> list[Observation]:
    """The first figure of each table, and the first in prose; none of a place that has two values for it, none of too many places."""
    by_spot: dict[str, list[Observation]] = defaultdict(list)
    for one in group:
        by_spot[_spot(one)].append(one)
    if len(by_spot) > _MOST_PLACES:
        return []
    return [found[0] for found in by_spot.values() if len({one.value for one in found}) == 1]


def _check(a: Observation, b: Observation) -> Check:
    return kept(
        Check(
            code="C6",
            result="ok" if _agree(a, b) else "fail",
            label=a.label,
            places=(a.place, b.place),
            printed=f"{a.value_text} and {b.value_text}",
            why=f"the same figure is {a.value_text} ({_where(a)}) and {b.value_text} ({_where(b)})",
            severity="unreconciled",
        )
    )


def _close(a: Observation, b: Observation) -> bool:
    """So near each other that it is rather a slip than another thing that is meant."""
    assert a.value is not None and b.value is not None
    return abs(a.value - b.value) <= _NEAR * min(abs(a.value), abs(b.value))


def _agree(a: Observation, b: Observation) -> bool:
    """Equal, or one is the other rounded."""
    assert a.value is not None and b.value is not None
    return held(a.value - b.value, max(half_unit(a), half_unit(b)), a.value) != "fail"


def _where(one: Observation) -> str:
    return f"page {one.place.page}" if one.place.page > 1 else f"line {one.place.line}"

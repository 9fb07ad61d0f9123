"""One measure of all forces at one time: which figures may stand on one chart, and why the others may not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from schema.comparing import Across, Comparison, Reason, compare, name_of
from schema.figure import Figure, figure_of
from schema.vocabulary import forces, measures, population, similar_forces

_LEVELS = ("actual", "total", "share", "rate", "average")
#: What grows with the number of people; per 1,000 of them it can be compared between forces.
_BY_SIZE = frozenset({"count", "GBP", "FTE"})
#: Figures of a period that ends so near are named as what a force has instead.
_NEARBY = dt.timedelta(days=366)
_APART = frozenset({"group", "region", "country"})
#: An estimate of the population is used for a figure of another year only if it is so near, in years.
_OTHER_YEARS = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure and the place where it is printed. ``meeting`` is the day of the paper's meeting, ISO.

    ``notes`` say what else papers print for the same thing: other values at that meeting, or at an earlier one.
    """

    figure: Figure
    document_id: str
    title: str
    meeting: str | None
    page: int
    line: int | None
    quote: str
    verified: int
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that a force has, and why it does not stand with the others."""

    printed: Printed
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PerThousand:
    """A count per 1,000 residents, derived by this program and printed nowhere: the estimate it is by, of the middle of ``year``."""

    value: float
    population: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfForce:
    """What there is of one force: the figure for the chart, or None; what has to be said beside it; and what was left out.

    ``rank`` counts from 1, the best first, or the greatest where neither way is better; equal figures have one rank. Counts are ranked per
    1,000 residents, and not at all where no population is known.
    """

    force: str
    name: str
    printed: Printed | None
    notes: tuple[Reason, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    per_thousand: PerThousand | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """A figure of a group, a region or a country, which is no force: to be drawn apart. ``members`` are the forces of a group."""

    printed: Printed
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """All 43 forces in the order of their names. ``like`` is a figure that all others on the chart can be compared with."""

    measure: str
    like: Figure | None
    forces: tuple[OfForce, ...]
    apart: tuple[Apart, ...]

    @property
    def on_the_chart(self) -> tuple[OfForce, ...]:
        """The forces that have a figure."""
        return tuple(one for one in self.forces if one.printed)

    @property
    def without(self) -> tuple[OfForce, ...]:
        """The forces that have none, or none that can be compared."""
        return tuple(one for one in self.forces if not one.printed)


def figures_for(
    db: Database, measure: str, period_end: dt.date, *, days: int | None = None, unit: str | None = None
) -> SideBySide:
    """The figures of every force for one measure and time.

    Forces print different things: those that most of them print in the same way stand together, and for every other force it
    is said what it has and why that is something else. ``days`` (about: a month is 28 to 31) and ``unit`` choose another
    way of counting than the one of most. Nothing is converted, and what is derived is marked so (``PerThousand``).
    """
    told = _latest(_printed(db, measure, period_end))
    of_forces = [one for one in told if one.figure.whose.level == "force"]
    like = _like(of_forces, period_end, days, unit)
    by_force: dict[str, list[Printed]] = defaultdict(list)
    for one in of_forces:
        by_force[one.figure.whose.name].append(one)
    found = [_of_force(force.id, force.name, by_force[force.id], like) for force in forces()]
    apart = [one for one in told if like and one.figure.whose.level in _APART and _comparable_apart(like, one.figure)]
    return SideBySide(
        measure=measure,
        like=like,
        forces=tuple(_ranked(found, measure)),
        apart=tuple(Apart(one, _members(one.figure)) for one in apart),
    )


def compare_printed(db: Database, one: str, other: str, *, across: Across = "forces") -> Comparison:
    """The judgement on two observations by their ids (``schema.comparing.compare``).

    Raises:
        KeyError: there is no such observation.
    """
    found = {row["id"]: figure_of(row, row["home"]) for row in _rows(db, "o.id in (?, ?)", (one, other))}
    return compare(found[one], found[other], across=across)


def per_thousand(figure: Figure) -> PerThousand | None:
    """A count of a whole force per 1,000 of its residents, by the latest estimate for the year in which the period has its middle.

    None where the figure does not grow with the number of people, where its period is not known, or no estimate is near.
    """
    if figure.unit not in _BY_SIZE or figure.value is None or not figure.start or not figure.end:
        return None
    middle = (figure.start + (figure.end - figure.start) / 2).year
    near = [one for one in population() if one.force == figure.whose.name and abs(one.year - middle) <= _OTHER_YEARS]
    if figure.whose.level != "force" or not near:
        return None
    best = min(near, key=lambda one: (abs(one.year - middle), one.year, _reversed(one.series)))
    return PerThousand(figure.value / best.population * 1000, best.population, best.year)


def _reversed(series: str) -> tuple[int, ...]:
    """So that the least is the latest release: ``ons-mye-2024-07`` goes before ``ons-mye-2021-06``."""
    return tuple(-ord(char) for char in series)


def _printed(db: Database, measure: str, period_end: dt.date) -> Iterator[Printed]:
    statistics = ", ".join(f"'{statistic}'" for statistic in _LEVELS)
    condition = (
        "o.measure = ? and o.period_end between ? and ? and d.superseded_by is null and o.value is not null"
        f" and o.breakdown is null and o.statistic in ({statistics})"
    )
    for row in _rows(db, condition, (measure, str(period_end - _NEARBY), str(period_end + _NEARBY))):
        yield Printed(
            figure=figure_of(row, row["home"]),
            document_id=row["document_id"],
            title=row["title"],
            meeting=row["meeting"],
            page=row["page"],
            line=row["shown_line"],
            quote=row["quote"],
            verified=row["verified"],
        )


def _rows(db: Database, condition: str, values: Sequence[str]) -> list[Mapping[str, Any]]:
    """The observations under a condition, with what their papers say of themselves, by id."""
    cursor = db.execute(
        f"""
        select o.*, coalesce(p.force, d.force) as home, coalesce(p.meeting_date, d.meeting_date) as meeting,
          coalesce(p.title, d.title, d.file_name) as title,
          case when d.media_type = 'application/pdf' then null else o.line end as shown_line
        from observations o
        join documents d on d.id = o.document_id
        left join papers p on p.id = o.paper_id
        where {condition}
        order by o.id
        """,
        values,
    )
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _latest(printed: Iterable[Printed]) -> list[Printed]:
    """Of figures that tell the same in the same way, the one of the latest meeting; then the surest."""
    same: dict[tuple[object, ...], list[Printed]] = defaultdict(list)
    for one in printed:
        figure = one.figure
        same[figure.whose, figure.kind, figure.unit, figure.per, figure.start, figure.end, figure.system].append(one)
    found = []
    for tellings in same.values():
        *others, latest = sorted(tellings, key=_told)
        found.append(replace(latest, notes=tuple(_other_values(latest, others))))
    return sorted(found, key=lambda one: one.figure.id)


def _other_values(latest: Printed, others: Sequence[Printed]) -> Iterator[Reason]:
    differing = [one for one in others if one.figure.value != latest.figure.value]
    whose = f"for {name_of(latest.figure)}"
    at_once = sorted({one.figure.value_text for one in differing if one.meeting == latest.meeting})
    if at_once:
        yield Reason("disputed", f"The same meeting's papers also print {' and '.join(at_once)} {whose}.", False)
    earlier = [one for one in differing if one.meeting and latest.meeting and one.meeting < latest.meeting]
    if earlier:
        before = earlier[-1]
        yield Reason("revised", f"The paper of {before.meeting} printed {before.figure.value_text} {whose}.", False)


def _told(one: Printed) -> tuple[str, float, str]:
    return one.meeting or "", one.figure.confidence, one.figure.id


def _like(of_forces: Sequence[Printed], period_end: dt.date, days: int | None, unit: str | None) -> Figure | None:
    """A figure of the way of counting that most forces have at this time; of two, that of the longer period."""
    ways: dict[str, list[Figure]] = defaultdict(list)
    for one in of_forces:
        figure = one.figure
        key = figure.comparable_key
        fits = days is None or (figure.days is not None and abs(figure.days - days) <= max(3, 0.04 * days))
        if key and figure.end == period_end and fits and unit in (None, figure.unit):
            ways[key].append(figure)
    if not ways:
        return None
    best = min(ways, key=lambda key: (-len({f.whose for f in ways[key]}), -(ways[key][0].days or 0), key))
    return ways[best][0]


def _of_force(force: str, name: str, printed: Sequence[Printed], like: Figure | None) -> OfForce:
    if like is None:
        return OfForce(force=force, name=name, printed=None)
    judged = [(one, compare(like, one.figure)) for one in printed]
    fitting = [pair for pair in judged if pair[1].comparable]
    # The one that is counted in just this way, then the latest told.
    chosen = max(
        fitting, key=lambda pair: (pair[0].figure.comparable_key == like.comparable_key, _told(pair[0])), default=None
    )
    left_out = [LeftOut(one, comparison.barring) for one, comparison in judged if not comparison.comparable]
    assert like.end is not None
    near = sorted(left_out, key=lambda one: (_distance(one.printed.figure, like.end), one.printed.figure.id))
    if chosen is None:
        return OfForce(force=force, name=name, printed=None, left_out=tuple(near))
    figure = chosen[0].figure
    return OfForce(
        force=force,
        name=name,
        printed=chosen[0],
        notes=(*chosen[1].notes, *chosen[0].notes),
        left_out=tuple(near),
        per_thousand=per_thousand(figure),
    )


def _distance(figure: Figure, end: dt.date | None) -> int:
    return abs((figure.end - end).days) if figure.end and end else 10_000


def _ranked(found: Sequence[OfForce], measure: str) -> Iterator[OfForce]:
    better = next((one.better for one in measures() if one.id == measure), None)
    values = {one.force: value for one in found if (value := _to_rank(one)) is not None}
    for one in found:
        if one.force not in values:
            yield one
            continue
        mine = values[one.force]
        ahead = sum(value < mine if better == "lower" else value > mine for value in values.values())
        yield replace(one, rank=ahead + 1)


def _to_rank(one: OfForce) -> float | None:
    if one.printed is None:
        return None
    if one.printed.figure.unit in _BY_SIZE:
        return one.per_thousand.value if one.per_thousand else None
    return one.printed.figure.value


def _comparable_apart(like: Figure, figure: Figure) -> bool:
    """Whether all but the kind of area is the same."""
    return compare(like, replace(figure, whose=like.whose)).comparable


def _members(figure: Figure) -> tuple[str, ...]:
    """The forces of a most similar group, as far as they are known for the time of the figure; groups change."""
    if figure.whose.level != "group" or figure.end is None:
        return ()
    known = [one for one in similar_forces() if one.force == figure.whose.force]
    begun = [one for one in known if one.valid_from[:7] <= figure.end.isoformat()[:7]]
    latest = max((one.valid_from for one in begun), default=None)
    return tuple(sorted(one.similar_force for one in begun if one.valid_from == latest))

"""One measure of all forces at one time: which figures may stand on one chart, and why the others may not."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sqlite_utils import Database

from schema.comparing import Comparison, Reason, compare, date_of, notes_on
from schema.figure import Figure
from schema.printed import LeftOut, Printed, counted_like_most, printed_levels, told
from schema.vocabulary import Population, forces, measures_by_id, population, similar_forces

#: What grows with the number of people; per 1,000 of them it can be compared between forces.
_BY_SIZE = frozenset({"count", "GBP", "FTE"})
#: What one household pays, or what is spent on one resident: as great in a small force as in a large one.
_OF_ONE = frozenset({"precept-band-d", "precept-increase-pounds", "cost-per-head"})
#: Calls per week grow with the people; crimes per 1,000 of them do not.
_OFTEN = frozenset({"hour", "day", "week", "month", "quarter", "year"})
#: Figures of a period that ends so near are named as what a force has instead.
_NEARBY = dt.timedelta(days=366)
_APART = frozenset({"group", "region", "country"})
#: Where few live and many come to work or to visit, so that a rate by residents says little; the official statistics leave it out too.
_FEW_RESIDENTS = "city-of-london"
_NO_RATE = Reason("denominator", "It is not ranked: few people live there, and many more come to work.", False)
#: An estimate of the population is used for a figure of another year only if it is so near, in years.
_OTHER_YEARS = 2


@dataclass(frozen=True, slots=True)
class PerThousand:
    """A count per 1,000 residents, derived by this program and printed nowhere: the estimate it is by, of the middle of ``year``."""

    value: float
    population: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfForce:
    """What there is of one force: the figure for the chart and what has to be said beside it, or None and what there is instead.

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
    printed = printed_levels(db, measure, "o.period_end = ?", (str(period_end),))
    then = _by_force(printed)
    like = _like([one for some in then.values() for one in some], period_end, days, unit)
    found = [_of_force(force.id, force.name, then[force.id], like) for force in forces()]
    # Only of a force that has none for the chart what it has of other times is looked for.
    lacking = [one.force for one in found if not one.printed]
    if lacking:
        other_times = "o.period_end between ? and ? and o.period_end <> ? and (o.force is null or o.force in ({}))"
        values = (str(period_end - _NEARBY), str(period_end + _NEARBY), str(period_end), *lacking)
        other = _by_force(printed_levels(db, measure, other_times.format(", ".join("?" * len(lacking))), values))
        found = [
            one if one.printed else _instead(one, [*then[one.force], *other[one.force]], like, period_end)
            for one in found
        ]
    apart = [
        one for one in printed if like and one.figure.whose.level in _APART and _comparable_apart(like, one.figure)
    ]
    return SideBySide(
        measure=measure,
        like=like,
        forces=tuple(_ranked(found, measure)),
        apart=tuple(Apart(one, _members(one.figure)) for one in apart),
    )


def per_thousand(figure: Figure) -> PerThousand | None:
    """A count of a whole force per 1,000 of its residents, by the latest estimate for the year in which the period has its middle.

    None where the figure does not grow with the number of people, where its period is not known, where no estimate is near, and for the
    City of London.
    """
    if not _grows(figure) or figure.value is None or not figure.start or not figure.end:
        return None
    if figure.whose.name == _FEW_RESIDENTS:
        return None
    middle = (figure.start + (figure.end - figure.start) / 2).year
    best = _residents(figure.whose.name, middle) if figure.whose.level == "force" else None
    return PerThousand(figure.value / best.population * 1000, best.population, best.year) if best else None


@cache
def _residents(force: str, year: int) -> Population | None:
    """The latest estimate for the year, or for one near it."""
    near = [one for one in population() if one.force == force and abs(one.year - year) <= _OTHER_YEARS]
    return min(near, key=lambda one: (abs(one.year - year), one.year, _reversed(one.series)), default=None)


def _grows(figure: Figure) -> bool:
    """Whether the figure grows with the number of people: 12,024 burglaries do, £289.71 of a band D home does not."""
    of_one = figure.measure in _OF_ONE or figure.kind in ("rate", "median")
    return figure.unit in _BY_SIZE and not of_one and (not figure.per or figure.per in _OFTEN)


def _notes(chosen: Printed, comparison: Comparison) -> tuple[Reason, ...]:
    """What has to be said beside a figure of the chart, and not what has to be said beside the one that it was compared with."""
    figure = chosen.figure
    rate = (_NO_RATE,) if _grows(figure) and figure.whose.name == _FEW_RESIDENTS else ()
    return (*comparison.between, *notes_on(figure), *chosen.notes, *rate)


def _reversed(series: str) -> tuple[int, ...]:
    """So that the least is the latest release: ``ons-mye-2024-07`` goes before ``ons-mye-2021-06``."""
    return tuple(-ord(char) for char in series)


def _like(of_forces: Sequence[Printed], period_end: dt.date, days: int | None, unit: str | None) -> Figure | None:
    """A figure of the way of counting that most forces have at this time; of two, that of the longer period."""

    def asked_for(figure: Figure) -> bool:
        of_length = days is None or (figure.days is not None and abs(figure.days - days) <= max(3, 0.04 * days))
        return bool(figure.comparable_key) and figure.end == period_end and of_length and unit in (None, figure.unit)

    fitting = (one.figure for one in of_forces if asked_for(one.figure))
    return next(iter(counted_like_most(fitting, lambda one: one.comparable_key, lambda one: one.whose)), None)


def _by_force(printed: Iterable[Printed]) -> Mapping[str, list[Printed]]:
    """The figures of whole forces."""
    found: dict[str, list[Printed]] = defaultdict(list)
    for one in printed:
        if one.figure.whose.level == "force":
            found[one.figure.whose.name].append(one)
    return found


def _of_force(force: str, name: str, printed: Sequence[Printed], like: Figure | None) -> OfForce:
    """What a force has for the chart."""
    judged = [(one, compare(like, one.figure)) for one in printed] if like else []
    fitting = [pair for pair in judged if pair[1].comparable]
    if like is None or not fitting:
        return OfForce(force=force, name=name, printed=None)
    chosen = fitting[0]
    if len(fitting) > 1:
        # The one that is counted in just this way, then the latest told.
        way = like.comparable_key
        chosen = max(fitting, key=lambda pair: (pair[0].figure.comparable_key == way, told(pair[0])))
    return OfForce(
        force=force,
        name=name,
        printed=chosen[0],
        notes=_notes(*chosen),
        per_thousand=per_thousand(chosen[0].figure),
    )


def _instead(one: OfForce, printed: Sequence[Printed], like: Figure | None, period_end: dt.date) -> OfForce:
    """A force that has nothing for the chart with what it has instead, the nearest in time first."""
    left_out = [
        LeftOut(other, compare(like, other.figure).barring if like else _not_as_asked(other.figure, period_end))
        for other in printed
    ]
    return replace(one, left_out=_nearest_first(left_out, period_end))


def _not_as_asked(figure: Figure, period_end: dt.date) -> tuple[Reason, ...]:
    """Why a figure is left out where no force has any that was asked for."""
    if figure.end != period_end:
        return (Reason("period_end", f"It ends on {date_of(figure.end)}, not on {date_of(period_end)}.", True),)
    return compare(figure, figure).barring or (
        Reason("unit", "It is counted in another way than was asked for.", True),
    )


def _nearest_first(left_out: Sequence[LeftOut], period_end: dt.date) -> tuple[LeftOut, ...]:
    return tuple(sorted(left_out, key=lambda one: (_distance(one.printed.figure, period_end), one.printed.figure.id)))


def _distance(figure: Figure, end: dt.date | None) -> int:
    return abs((figure.end - end).days) if figure.end and end else 10_000


def _ranked(found: Sequence[OfForce], measure: str) -> Iterator[OfForce]:
    lower_first = (known := measures_by_id().get(measure)) is not None and known.better == "lower"
    values = {one.force: value if lower_first else -value for one in found if (value := _to_rank(one)) is not None}
    best_first = sorted(values.values())
    for one in found:
        mine = values.get(one.force)
        yield one if mine is None else replace(one, rank=bisect_left(best_first, mine) + 1)


def _to_rank(one: OfForce) -> float | None:
    if one.printed is None:
        return None
    if _grows(one.printed.figure):
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

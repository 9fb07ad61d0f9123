"""C12: a rate times the population is the count: "43,523 crimes" and "60.3 per 1,000 population" are of 721,800 people."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.checks.precision import half_unit, is_exact
from schema.figure import denominator
from schema.reading import Check, Observation
from schema.vocabulary import measures_by_id, population
from schema.whose import whose

_COUNTED = frozenset({"actual", "total"})
#: Estimates of a population are revised, and papers take those of an earlier year.
_LEEWAY = 0.03
_YEARS = range(-3, 2)
#: A count and a rate that are further apart than this are of two different things: of a month and of a year, of two offences.
_SAME_THING = 1.5
_ALL_CRIME = ("all-recorded-crime", "recorded-crime-excl-fraud", "victim-based-crime")
#: What a rate is a rate of, where its id does not say so: ``rate-robbery`` is of ``robbery``.
_RATE_OF = {
    "crime-rate-per-1000": _ALL_CRIME,
    "rate-asb": ("asb-incidents",),
    "rate-domestic-abuse": ("domestic-abuse-crime",),
    "officers-per-1000": ("police-officers",),
}
_NAMES_CRIME = re.compile(
    r"(?:(?:all|total|overall|recorded) )*crimes?(?: recorded| rate)?,?(?: per\b.*)?$", re.IGNORECASE
)
_Key = tuple[str, dt.date | None, dt.date]


def check_rates(observations: Sequence[Observation]) -> Iterator[Check]:
    """Every rate by population of a whole force whose count stands in the same report, for the same time.

    Where the paper gives counts under several names ("all crime", "victim-based crime"), the rate may be of any of them, and only
    one that fits says something.
    """
    counts: dict[_Key, list[Observation]] = defaultdict(list)
    rates: list[tuple[_Key, float, Observation]] = []
    for one in observations:
        key = _key(one)
        if key is None or not is_exact(one) or not one.value or one.value < 0:
            continue
        if one.unit == "count" and one.statistic in _COUNTED:
            counts[key].append(one)
        elif one.unit == "rate" and (by := _by_population(one)):
            rates.append((key, by, one))
    for key, by, rate in rates:
        of = _counts_of(rate, counts[key])
        found = [check for count in of if (check := _check(rate, by, count, key))]
        held = [check for check in found if check.result == "ok"]
        if held:
            yield held[0]
        elif len({count.value for count in of}) == 1:
            yield from found[:1]


def _key(one: Observation) -> _Key | None:
    """Force and period; None where the figure is not of a whole force or its time is not known."""
    of = whose(one.area, one.force, None)
    if of.level != "force" or one.breakdown or one.period is None or one.period.end is None:
        return None
    return of.name, one.period.start, one.period.end


def _by_population(rate: Observation) -> float | None:
    """Per how many residents; None for a rate by something else."""
    per = denominator(rate.note) or denominator(rate.label)
    number, _, what = (per or "").partition(" ")
    return float(number.replace(",", "")) if what == "population" else None


def _counts_of(rate: Observation, counts: Sequence[Observation]) -> list[Observation]:
    """The counts that the rate may be of: in its own row, else of its measure."""
    beside = [
        o for o in counts if rate.place.table and (o.place.table, o.place.row) == (rate.place.table, rate.place.row)
    ]
    if beside:
        return beside
    wanted = _measures_of(rate)
    return [o for o in counts if o.measure in wanted and o.paper == rate.paper]


def _measures_of(rate: Observation) -> frozenset[str]:
    """The measures of which it is a rate; what is called "crime" without more may be any of the totals."""
    if rate.measure is None:
        return frozenset(_ALL_CRIME if _NAMES_CRIME.match(rate.label) else ())
    known = measures_by_id().get(rate.measure)
    named = {rate.measure, rate.measure.removeprefix("rate-"), *_RATE_OF.get(rate.measure, ())}
    return frozenset(named | ({known.parent} if known and known.unit == "rate" and known.parent else set()))


def _check(rate: Observation, by: float, count: Observation, key: _Key) -> Check | None:
    assert rate.value is not None and count.value is not None
    people = _people(key)
    if not people:
        return None
    implied = count.value / rate.value * by
    # What rounding took from the printed figures.
    reach = half_unit(rate) / rate.value + half_unit(count) / count.value + _LEEWAY
    low, high = min(people) * (1 - reach), max(people) * (1 + reach)
    places = (rate.place, count.place)
    if low <= implied <= high:
        return Check(code="C12", result="ok", label=rate.label, places=places)
    why = f"{count.value_text} at {rate.value_text} per {by:,.0f} would be of {implied:,.0f} people; the force has {people[-1]:,.0f}"
    if not low / _SAME_THING <= implied <= high * _SAME_THING:
        return Check(
            code="C12", result="not_checkable", label=rate.label, places=places, why=f"{why}: they are of two things"
        )
    return Check(
        code="C12",
        result="fail",
        label=rate.label,
        places=places,
        printed=f"{rate.value_text} ({count.value_text})",
        computed=f"{count.value / people[-1] * by:.1f}",
        why=why,
        severity="suspicious",
    )


def _people(key: _Key) -> list[int]:
    """The estimates of the population in the years around a period, that of its own year and the latest release last."""
    force, start, end = key
    year = (start + (end - start) / 2).year if start else end.year
    found = [one for one in population() if one.force == force and one.year - year in _YEARS]
    return [one.population for one in sorted(found, key=lambda one: (-abs(one.year - year), one.series))]

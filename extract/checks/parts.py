"""C7: a measure against the measures that make it up: sexual offences are rape and other sexual offences."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extract.checks.precision import is_exact
from extract.checks.sums import sum_check
from schema.reading import Check, Observation
from schema.vocabulary import measure_parts

_ADD_UP = {"actual": "level", "total": "level", "change": "change"}
_Key = tuple[str | None, str | None, dt.date | None, dt.date, str, str | None]


def check_parts(observations: Sequence[Observation]) -> Iterator[Check]:
    """The measures that the vocabulary takes apart without a rest, for one area and time; levels and changes.

    Example: "sexual offences (-747)" against ``Rape`` -295 and ``Other Sexual Offences`` -454, which make -749.
    """
    named: dict[_Key, dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for one in observations:
        if one.measure and one.period and one.period.end and one.statistic in _ADD_UP and is_exact(one):
            key = (one.area, one.breakdown, one.period.start, one.period.end, _ADD_UP[one.statistic], one.unit)
            named[key][one.measure] += [one]
    for by_measure in named.values():
        for whole in measure_parts():
            if whole.measure in by_measure and all(part in by_measure for part in whole.parts):
                yield from _checks(by_measure[whole.measure], [by_measure[part] for part in whole.parts])


def _checks(wholes: Sequence[Observation], parts: Sequence[Sequence[Observation]]) -> Iterator[Check]:
    # Where a part is printed with two values, it cannot be told which one is meant; that is for the check of equal claims.
    if any(len({o.value for o in part}) > 1 for part in parts):
        return
    for _, same in groupby(sorted(wholes, key=_value), key=_value):
        first, *again = same
        chosen = [_nearest(part, first) for part in parts]
        check = sum_check("C7", first, chosen, " and ".join(o.label for o in chosen), severity="wrong")
        # The same figure printed in several places is one claim.
        yield replace(check, places=(first.place, *(o.place for o in again), *check.places[1:]))


def _value(one: Observation) -> float:
    return one.value or 0.0


def _nearest(part: Sequence[Observation], whole: Observation) -> Observation:
    """The one printed in the table of the whole, else the first."""
    return next((o for o in part if o.place.table == whole.place.table), part[0])

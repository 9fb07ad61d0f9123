"""C5: a figure for a longer time against the months, or quarters, that the paper prints for it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.checks.precision import held, is_exact, shown
from extract.checks.sums import sum_check
from schema.reading import Check, Observation

_LEVELS = frozenset({"actual", "total"})
_Key = tuple[str, str | None, str | None, str | None]


def check_spans(observations: Sequence[Observation]) -> Iterator[Check]:
    """The 12-month (or yearly, quarterly) figures whose months or quarters are printed in one table, and the changes between them.

    Example: ``21,538 | Decrease (-3%, -750) | 20,788`` for two years of which a table of months gives 21,537 and 20,833 fails
    three times: for each level and for the change.
    """
    series: dict[tuple[_Key, str], dict[tuple[dt.date, dt.date], Observation]] = defaultdict(dict)
    twice: set[tuple[_Key, str]] = set()
    for one in observations:
        if one.statistic not in _LEVELS or not is_exact(one) or not one.place.table or not (key := _key(one)):
            continue
        span = _span(one)
        if span and _months(span) in (1, 3):
            months = series[key, one.place.table]
            if span in months and months[span].value != one.value:
                twice.add((key, one.place.table))
            months.setdefault(span, one)
    for (key, table), parts in series.items():
        if len(parts) > 2 and (key, table) not in twice:
            yield from _of_series(key, table, parts, observations)


def _of_series(
    key: _Key, table: str, parts: dict[tuple[dt.date, dt.date], Observation], observations: Sequence[Observation]
) -> Iterator[Check]:
    told: dict[tuple[str, tuple[dt.date, dt.date], float], Check] = {}
    for one in observations:
        span = _span(one)
        if span is None or _key(one) != key or one.value is None or not is_exact(one) or _months(span) < 3:
            continue
        inside = _tiles(parts, span)
        if inside is None or one in inside:
            continue
        if one.statistic in _LEVELS:
            severity = "wrong" if one.place.table == table else "unreconciled"
            what = f"the {len(inside)} {'months' if len(inside) % 3 == 0 and _months(span) == len(inside) else 'parts'}"
            check = sum_check("C5", one, inside, what, severity=severity)
        elif one.statistic == "change" and (before := _tiles(parts, _year_before(span))):
            check = _change_check(one, before, inside)
        else:
            continue
        # The same figure printed in several places is one claim.
        same = (one.statistic, span, one.value)
        if same in told:
            places = told[same].places
            check = replace(told[same], places=(places[0], one.place, *places[1:]))
        told[same] = check
    yield from told.values()


def _change_check(change: Observation, before: Sequence[Observation], after: Sequence[Observation]) -> Check:
    assert change.value is not None
    previous, current = (sum(o.value or 0.0 for o in part) for part in (before, after))
    computed = round(current - previous, 6)
    result = held(computed - change.value, 0.0, max(abs(previous), abs(current)))
    places = (change.place, *(o.place for o in (*before, *after)))
    if result == "ok":
        return Check(code="C5", result="ok", label=change.label, places=places)
    return Check(
        code="C5",
        result=result,
        label=f"{change.label}, change",
        places=places,
        printed=change.value_text,
        computed=f"{computed:+,g}",
        why=f"the months give {shown(previous, change)} and then {shown(current, change)}, "
        f"a change of {computed:+,g}, not {change.value_text}",
        severity="unreconciled",
    )


def _tiles(
    parts: dict[tuple[dt.date, dt.date], Observation], span: tuple[dt.date, dt.date]
) -> list[Observation] | None:
    """The parts that fill the span without a gap and are shorter than it, in order; None where some are missing."""
    inside = sorted((p for p in parts if p[0] >= span[0] and p[1] <= span[1] and p != span), key=lambda p: p)
    at = span[0]
    for start, end in inside:
        if start != at:
            return None
        at = end + dt.timedelta(days=1)
    return [parts[p] for p in inside] if inside and at == span[1] + dt.timedelta(days=1) else None


def _key(one: Observation) -> _Key | None:
    return (one.measure, one.area, one.breakdown, one.unit) if one.measure else None


def _span(one: Observation) -> tuple[dt.date, dt.date] | None:
    """The period, where it is of whole months."""
    period = one.period
    if period is None or period.start is None or period.end is None or period.start.day != 1:
        return None
    return (period.start, period.end) if (period.end + dt.timedelta(days=1)).day == 1 else None


def _months(span: tuple[dt.date, dt.date]) -> int:
    start, end = span
    return 12 * (end.year - start.year) + end.month - start.month + 1


def _year_before(span: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    start, end = span
    after = end + dt.timedelta(days=1)
    return start.replace(year=start.year - 1), after.replace(year=after.year - 1) - dt.timedelta(days=1)

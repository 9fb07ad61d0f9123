"""C5: a figure for a longer time against the months, or quarters, that the paper prints for it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.checks.precision import held, is_exact, shown
from extract.checks.sums import sum_check
from schema.comparing import whole_months
from schema.reading import Check, Observation

_LEVELS = frozenset({"actual", "total"})
_Key = tuple[str, str | None, str | None, str | None]
#: The first and the last day of whole months.
_Span = tuple[dt.date, dt.date]


def check_spans(observations: Sequence[Observation]) -> Iterator[Check]:
    """The 12-month (or yearly, quarterly) figures whose months or quarters are printed in one table, and the changes between them.

    Example: ``21,538 | Decrease (-3%, -750) | 20,788`` for two years of which a table of months gives 21,537 and 20,833 fails
    three times: for each level and for the change.
    """
    series: dict[tuple[_Key, str], dict[_Span, Observation]] = defaultdict(dict)
    twice: set[tuple[_Key, str]] = set()
    alike: dict[_Key, list[tuple[_Span, Observation]]] = defaultdict(list)
    for one in observations:
        span, key = _span(one), _key(one)
        if span is None or key is None or not is_exact(one):
            continue
        if _months(span) >= 3:
            alike[key].append((span, one))
        if one.statistic in _LEVELS and one.place.table and _months(span) in (1, 3):
            months = series[key, one.place.table]
            if span in months and months[span].value != one.value:
                twice.add((key, one.place.table))
            months.setdefault(span, one)
    for (key, table), parts in series.items():
        if len(parts) > 2 and (key, table) not in twice:
            yield from _of_series(table, parts, alike[key])


def _of_series(
    table: str, parts: Mapping[_Span, Observation], longer: Sequence[tuple[_Span, Observation]]
) -> Iterator[Check]:
    told: dict[tuple[str, _Span, float | None], Check] = {}
    for span, one in longer:
        inside = _tiles(parts, span)
        if inside is None or one in inside:
            continue
        same = (one.statistic, span, one.value)
        if same in told:
            # The same figure printed in several places is one claim.
            places = told[same].places
            told[same] = replace(told[same], places=(places[0], one.place, *places[1:]))
        elif one.statistic in _LEVELS:
            severity = "wrong" if one.place.table == table else "unreconciled"
            what = f"the {len(inside)} {'months' if len(inside) % 3 == 0 and _months(span) == len(inside) else 'parts'}"
            told[same] = sum_check("C5", one, inside, what, severity=severity)
        elif one.statistic == "change" and (before := _tiles(parts, _year_before(span))):
            told[same] = _change_check(one, before, inside)
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


def _tiles(parts: Mapping[_Span, Observation], span: _Span) -> list[Observation] | None:
    """The parts that fill the span without a gap and are shorter than it, in order; None where some are missing."""
    inside = sorted(p for p in parts if p[0] >= span[0] and p[1] <= span[1] and p != span)
    at = span[0]
    for start, end in inside:
        if start != at:
            return None
        at = end + dt.timedelta(days=1)
    return [parts[p] for p in inside] if inside and at == span[1] + dt.timedelta(days=1) else None


def _key(one: Observation) -> _Key | None:
    return (one.measure, one.area, one.breakdown, one.unit) if one.measure else None


def _span(one: Observation) -> _Span | None:
    """The period, where it is of whole months."""
    period = one.period
    if period is None or period.start is None or period.end is None or period.start.day != 1:
        return None
    return (period.start, period.end) if whole_months(period.start, period.end) else None


def _months(span: _Span) -> int:
    return whole_months(*span) or 0


def _year_before(span: _Span) -> _Span:
    start, end = span
    after = end + dt.timedelta(days=1)
    return start.replace(year=start.year - 1), after.replace(year=after.year - 1) - dt.timedelta(days=1)

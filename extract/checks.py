"""The paper's own arithmetic: does a printed change fit the two figures beside it?

A check never edits a value. C1: current minus previous is the printed change. C2: the printed percentage is the change over the
previous figure. C3: the word ("Decrease") agrees with the sign. They run over the rows of tables, where it is certain which
figures belong together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.numbers import parse_figures
from schema.reading import Check, Observation

_LEVELS = frozenset({"actual", "total", "average", "rate", "share"})


def check_observations(observations: Sequence[Observation]) -> list[Check]:
    """Every check that the rows of the tables allow, with its result.

    Example as printed: ``79`` / ``Increase (+31%, +38)`` / ``118`` fails C1 (118 - 79 is 39) and C2 (39 of 79 is 49%).
    """
    rows: dict[tuple[str, int], list[Observation]] = defaultdict(list)
    for observation in observations:
        if observation.source == "table" and observation.place.table and observation.place.row is not None:
            rows[observation.place.table, observation.place.row].append(observation)
    return [check for row in rows.values() for check in _row_checks(row)]


def _row_checks(row: Sequence[Observation]) -> Iterator[Check]:
    for change in row:
        if change.statistic not in ("change", "percent_change", "point_change") or change.value is None:
            continue
        yield from _direction_check(change)
        pair = _compared(row, change)
        if pair is None:
            continue
        previous, current = pair
        if change.statistic == "percent_change":
            yield _percent_check(change, previous, current)
        else:
            yield _difference_check(change, previous, current)


def _compared(row: Sequence[Observation], change: Observation) -> tuple[Observation, Observation] | None:
    """The previous and the current figure between which a change stands, where the row leaves no doubt."""
    levels = [o for o in row if o.statistic in _LEVELS and o.area == change.area and o.value is not None]
    if change.statistic != "percent_change":
        levels = [o for o in levels if o.unit == change.unit]
    dated = [o for o in levels if o.period and o.period.end and change.period]
    if len(levels) != 2 or len(dated) != 2 or levels[0].unit != levels[1].unit:
        return None
    current = [o for o in dated if o.period == change.period]
    previous = [o for o in dated if o.period != change.period]
    return (previous[0], current[0]) if len(current) == len(previous) == 1 else None


def _difference_check(change: Observation, previous: Observation, current: Observation) -> Check:
    assert change.value is not None and previous.value is not None and current.value is not None
    computed = round(current.value - previous.value, 6)
    allowed = sum(_half_unit(o) for o in (change, previous, current))
    places = (change.place, previous.place, current.place)
    code = "C1"
    if abs(computed - change.value) < 1e-6:
        return Check(code=code, result="ok", label=change.label, places=places)
    result = (
        "rounding"
        if abs(computed - change.value) <= allowed and allowed > 1.0e-6 and _rounded(change, previous, current)
        else "fail"
    )
    return Check(
        code=code,
        result=result,
        label=change.label,
        places=places,
        printed=f"{change.value_text} ({previous.value_text} to {current.value_text})",
        computed=f"{computed:+g}",
        why=f"{current.value_text} − {previous.value_text} is {computed:+,g}, not {change.value:+,g}",
        severity="rounding" if result == "rounding" else "wrong",
    )


def _percent_check(change: Observation, previous: Observation, current: Observation) -> Check:
    assert change.value is not None and previous.value is not None and current.value is not None
    places = (change.place, previous.place, current.place)
    if previous.value == 0:
        return Check(
            code="C2", result="not_checkable", label=change.label, places=places, why="the previous figure is 0"
        )
    computed = (current.value - previous.value) / previous.value * 100
    half = _half_unit(change)
    if abs(computed - change.value) <= half + 1e-9:
        return Check(code="C2", result="ok", label=change.label, places=places)
    near = abs(computed - change.value) <= 2 * half + 1e-9
    why = f"{current.value_text} is {computed:+.2f}% against {previous.value_text}, not {change.value:+g}%"
    if current.value and abs((current.value - previous.value) / current.value * 100 - change.value) <= half:
        why += "; the percentage is of the current figure"
    return Check(
        code="C2",
        result="rounding" if near else "fail",
        label=change.label,
        places=places,
        printed=f"{change.value_text} ({previous.value_text} to {current.value_text})",
        computed=f"{computed:+.2f}%",
        why=why,
        severity="rounding" if near else "wrong",
    )


def _direction_check(change: Observation) -> Iterator[Check]:
    """The word against the printed sign; where no sign is printed there is nothing to hold it against."""
    if change.direction not in ("increase", "decrease") or change.value is None:
        return
    printed = parse_figures(change.value_text)
    if not printed or not printed[0].signed:
        return
    agrees = (change.value > 0) == (change.direction == "increase")
    yield Check(
        code="C3",
        result="ok" if agrees else "fail",
        label=change.label,
        places=(change.place,),
        printed=change.value_text,
        computed=change.direction,
        why=None if agrees else f"the word says {change.direction}, the sign says otherwise",
        severity=None if agrees else "wrong",
    )


def _half_unit(observation: Observation) -> float:
    """Half a unit of the last printed digit: 0.05 for ``4.7``, 0.5 for ``16%``."""
    figures = parse_figures(observation.value_text)
    return 0.5 * 10.0 ** -(figures[0].decimals if figures else 0)


def _rounded(*observations: Observation) -> bool:
    """True where a figure may have been rounded: it has decimals or is a percentage; whole counts are exact."""
    return any("." in o.value_text or o.unit == "percent" for o in observations)

"""Does a printed change fit the two figures beside it, and its percentage the change?

C1: current minus previous is the printed change. C2: the printed percentage is the change over the previous figure. C3: the
word ("Decrease") agrees with the sign. C15: where only the current figure is printed, the previous one that follows from the
change gives the printed percentage. They run over the rows of tables and over the figures of a sentence, where it is certain which
belong together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from extract.checks.precision import half_unit, held, slack_of
from extract.checks.results import kept
from extract.numbers import parse_figures
from schema.reading import Check, Observation

_LEVELS = frozenset({"actual", "total", "average", "rate", "share"})
#: A change that is told for a shorter time than that between the figures: "Rise per week".
_SPREAD = re.compile(r"\b(?:per|a|each)\s+(?:day|week|month)\b|\b(?:daily|weekly|monthly)\b", re.IGNORECASE)
_CHANGES = frozenset({"change", "percent_change", "point_change"})


def check_changes(observations: Sequence[Observation]) -> list[Check]:
    """C1, C2, C3 and C15 for every printed change.

    Examples as printed: ``79`` / ``Increase (+31%, +38)`` / ``118`` fails C1 (118 - 79 is 39) and C2 (39 of 79 is 49%);
    "increased by 31 (+5.29%) to 617" holds C15 (31 of 586).
    """
    together: dict[Hashable, list[Observation]] = defaultdict(list)
    for one in observations:
        place = one.place
        if one.source == "table" and place.table and place.row is not None:
            together[place.table, place.row] += [one]
        elif one.source == "prose":
            together[place.page, place.line, one.label, one.area] += [one]
    return [check for group in together.values() for check in _checks_of(group)]


def _spread(change: Observation) -> bool:
    """Whether a change is told for a shorter time by its part or its column: ``A | Increase a week | £0.15``."""
    head = change.quote if change.source == "table" else ""
    return bool(_SPREAD.search(f"{change.breakdown or ''} {head}"))


def _checks_of(group: Sequence[Observation]) -> Iterator[Check]:
    for change in group:
        if change.statistic not in _CHANGES or change.value is None or _spread(change):
            continue
        yield from _direction_check(change)
        levels = _levels_of(group, change)
        pair = _compared(levels, change)
        if pair is None:
            if change.statistic == "percent_change":
                yield from _implied_check(change, group)
        elif change.statistic == "percent_change":
            yield _percent_check(change, *pair)
        else:
            yield _difference_check(change, *pair)


def _levels_of(group: Sequence[Observation], change: Observation) -> list[Observation]:
    levels = [o for o in group if o.statistic in _LEVELS and o.area == change.area and o.value is not None]
    return levels if change.statistic == "percent_change" else [o for o in levels if o.unit == change.unit]


def _compared(levels: Sequence[Observation], change: Observation) -> tuple[Observation, Observation] | None:
    """The previous and the current figure between which a change stands, where the group leaves no doubt."""
    dated = [o for o in levels if o.period and o.period.end and change.period]
    if len(levels) != 2 or len(dated) != 2 or levels[0].unit != levels[1].unit:
        return None
    current = [o for o in dated if o.period == change.period]
    previous = [o for o in dated if o.period != change.period]
    return (previous[0], current[0]) if len(current) == len(previous) == 1 else None


def _difference_check(change: Observation, previous: Observation, current: Observation) -> Check:
    assert change.value is not None and previous.value is not None and current.value is not None
    computed = round(current.value - previous.value, 6)
    slack = slack_of((change, previous, current))
    result = held(computed - change.value, slack, max(abs(current.value), abs(previous.value)))
    return kept(
        Check(
            code="C1",
            result=result,
            label=change.label,
            places=(change.place, previous.place, current.place),
            printed=f"{change.value_text} ({previous.value_text} to {current.value_text})",
            computed=f"{computed:+g}",
            why=f"{current.value_text} − {previous.value_text} is {computed:+,g}, not {change.value:+,g}",
            severity="wrong",
        )
    )


def _percent_check(change: Observation, previous: Observation, current: Observation) -> Check:
    assert change.value is not None and previous.value is not None and current.value is not None
    places = (change.place, previous.place, current.place)
    if previous.value == 0:
        why = "the previous figure is 0"
        return Check(code="C2", result="not_checkable", label=change.label, places=places, why=why)
    difference = current.value - previous.value
    computed = difference / previous.value * 100
    half = half_unit(change)
    # What rounding took from the two figures moves the percentage as well.
    reach = half + 100 * slack_of((previous, current)) / abs(previous.value)
    if abs(computed - change.value) <= reach + 1e-9:
        return Check(code="C2", result="ok", label=change.label, places=places)
    near = abs(computed - change.value) <= reach + half + 1e-9
    why = f"{current.value_text} is {computed:+.2f}% against {previous.value_text}, not {change.value:+g}%"
    if near and abs(change.value) < abs(computed):
        why += "; the decimals were cut off and not rounded"
    if current.value and abs(difference / current.value * 100 - change.value) <= half:
        why += "; the percentage is of the current figure"
    if abs(difference - change.value) <= half and previous.unit == "percent":
        why += "; the figure is a difference in points"
    return Check(
        code="C2",
        result="fail",
        label=change.label,
        places=places,
        printed=f"{change.value_text} ({previous.value_text} to {current.value_text})",
        computed=f"{computed:+.2f}%",
        why=why,
        severity="rounding" if near else "wrong",
    )


def _implied_check(change: Observation, group: Sequence[Observation]) -> Iterator[Check]:
    """The percentage against the previous figure that the current one and the change in numbers imply.

    A variance is printed the same way, as a share of the budget that stands beside it: that holds as well.
    """
    numbers = [o for o in group if o.statistic == "change" and o.area == change.area and o.period == change.period]
    levels = [
        o
        for o in group
        if o.statistic in _LEVELS and o.area == change.area and o.period == change.period and o.unit != "percent"
    ]
    if len(numbers) != 1 or len(levels) != 1 or change.value is None or numbers[0].unit != levels[0].unit:
        return
    number, current = numbers[0], levels[0]
    if number.value is None or current.value is None or current.value == number.value:
        return
    previous = current.value - number.value
    computed = number.value / previous * 100
    reach = half_unit(change) + 100 * slack_of((number, current)) / abs(previous)
    holds = abs(computed - change.value) <= reach + 1e-9
    if not holds and current.value and abs(number.value / current.value * 100 - change.value) <= reach:
        holds = True
    why = f"{number.value_text} to {current.value_text} is {computed:+.2f}% of the {previous:,g} before, not {change.value:+g}%"
    yield kept(
        Check(
            code="C15",
            result="ok" if holds else "fail",
            label=change.label,
            places=(change.place, number.place, current.place),
            printed=f"{change.value_text} ({number.value_text} to {current.value_text})",
            computed=f"{computed:+.2f}%",
            why=why,
            severity="wrong",
        )
    )


def _direction_check(change: Observation) -> Iterator[Check]:
    """The word against the printed sign; where no sign is printed there is nothing to hold it against."""
    if change.direction not in ("increase", "decrease") or not change.value:
        return
    printed = parse_figures(change.value_text)
    if not printed or not printed[0].signed:
        return
    agrees = (change.value > 0) == (change.direction == "increase")
    yield kept(
        Check(
            code="C3",
            result="ok" if agrees else "fail",
            label=change.label,
            places=(change.place,),
            printed=change.value_text,
            computed=change.direction,
            why=f"the word says {change.direction}, the sign says otherwise",
            severity="wrong",
        )
    )

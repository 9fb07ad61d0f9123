"""C14: one number that a report gives to two different things: perhaps copied from the wrong line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from extract.checks.precision import is_exact
from schema.figure import SURE
from schema.reading import Check, Observation
from schema.rounding import digits_and_scale
from schema.vocabulary import measure_parts, measures, measures_above, measures_by_id
from schema.whose import plain

_LEVELS = frozenset({"actual", "total", "average"})
#: Numbers of so many digits, the noughts at their end aside, are not met twice by chance; shorter ones are, unless all else agrees.
_RARE = 4
_LEAST = 3
#: Below this a figure may be of something else than its label says.
_READ_SURELY = 0.6
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "all",
        "number",
        "no",
        "total",
    ]
)


def check_copies(observations: Sequence[Observation]) -> Iterator[Check]:
    """Every number that stands in two places of a report for two measures that have nothing to do with each other.

    The figures are of one force and one time. A short number counts only where both measures are of one subject.

    Example: 637 "repeat reports" of missing people in the text, and 637 "Absent" reports in a table, for the same nine months.
    """
    same: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in observations:
        digits = _digits(one)
        if one.statistic not in _LEVELS or not is_exact(one) or digits < _LEAST or one.confidence < _READ_SURELY:
            continue
        if one.period and one.period.start and one.period.end and one.unit in ("count", "GBP"):
            same[one.paper, one.value, one.unit, one.force, one.area, one.period.start, one.period.end].append(one)
    for group in same.values():
        told: set[frozenset[str]] = set()
        for a, b in combinations(group, 2):
            pair = _two_things(a, b)
            if pair and pair not in told and _elsewhere(a, b):
                told.add(pair)
                yield _check(a, b)


def _digits(one: Observation) -> int:
    """How many digits a number has, the noughts at its end aside: 4 for ``1,234``, 2 for ``£2.1m``, 3 for ``637 *``."""
    digits, _ = digits_and_scale(None, one.value_text)
    return len(digits.replace(".", "").strip("0"))


def _elsewhere(a: Observation, b: Observation) -> bool:
    """True for two places of the paper: in one table equal neighbours are a group with one member."""
    return (a.place.table or None) != (b.place.table or None) or (
        a.place.table is None and a.place.line != b.place.line
    )


def _two_things(a: Observation, b: Observation) -> frozenset[str] | None:
    """The two measures, where they are surely two and of different things."""
    known = measures_by_id()
    one, other = (o.measure if o.measure and (o.measure_score or 1.0) >= SURE else None for o in (a, b))
    if one is None and other is None:
        return None
    one = one or _named_within(a, known[other or ""].subcategory)
    other = other or _named_within(b, known[one or ""].subcategory) if one else None
    if not one or not other or one == other or _related(one, other) or _one_name(a.label, b.label):
        return None
    if _digits(a) < _RARE and known[one].subcategory != known[other].subcategory:
        return None
    return frozenset({one, other})


def _named_within(one: Observation, subject: str) -> str | None:
    """The only measure of a subject with all the words of a label that names none by itself.

    Example: "repeat reports" among the measures of missing people is "Repeat missing person reports".
    """
    words = _words(one.label)
    if one.measure or len(words) < 2:
        return None
    found = [m.id for m in measures() if m.subcategory == subject and words <= _words(m.name)]
    return found[0] if len(found) == 1 else None


def _related(one: str, other: str) -> bool:
    """True for a measure and its part, for parts of one whole that may be its only ones, and for names that are easily confused."""
    known = measures_by_id()
    if {one, *measures_above(one)} & {other} or {other, *measures_above(other)} & {one}:
        return True
    if other in known[one].not_to_be_confused_with or one in known[other].not_to_be_confused_with:
        return True
    return any({one, other} <= {whole.measure, *whole.parts} for whole in measure_parts())


def _one_name(a: str, b: str) -> bool:
    """True where one label has all the words of the other, so that both may mean the same."""
    one, other = _words(a), _words(b)
    return one <= other or other <= one


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split()) - _SMALL_WORDS


def _check(a: Observation, b: Observation) -> Check:
    return Check(
        code="C14",
        result="fail",
        label=a.label,
        places=(a.place, b.place),
        printed=f"{a.value_text} ({a.label}) and {b.value_text} ({b.label})",
        why=f"the number {a.value_text} is given for “{a.label}” and for “{b.label}”, of the same time: one may be copied from the other",
        severity="suspicious",
    )

"""How sure a figure is, in the end: what the reading says of it, held to how often such readings proved right, and to the checks.

Measured on the papers whose truth is known (``make score``): of figures in tables that were read without any doubt all of some 360 were
right; of figures in sentences nine in ten, and on wordings for which no rule was written far fewer; and of those in tables whose columns
nothing marks, in papers of a form that was not seen before, too many stood under a wrong head. Of table figures that no check confirms
and whose label is no known measure a quarter were wrong, of the others none of some 150. A sum that fits within a sentence confirms the
numbers and not their time, which was wrong in one of five. Of grants in tables that name no fund half were wrong in some part. So a figure
of 0.9 or more stands in a table with marked columns as a known measure, or a table of the paper itself confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from schema.reading import Award, Check, Observation

#: The most that can be said of what nothing confirms.
_MOST_IN_PROSE, _MOST_IN_UNMARKED_TABLES, _MOST_IN_TABLES = 0.8, 0.85, 0.95
#: The same of a table's figure whose label is no known measure, and of a grant that names no fund.
_MOST_WITHOUT_MEASURE = _MOST_WITHOUT_FUND = 0.85
#: The most of a sentence's figure whose numbers only the sentence itself confirms.
_CONFIRMED_IN_ITSELF = 0.85
#: What is said at least of a figure that takes part in a check that holds, and was not read with grave doubt.
_CONFIRMED_IN_PROSE, _CONFIRMED_IN_TABLES = 0.95, 0.99
_GRAVE = 0.7
#: Checks that leave no room for another number; a sign, a date or a reference may hold by chance.
_TELLING = frozenset({"C1", "C2", "C4", "C5", "C6", "C7", "C12", "C15"})


def settled(
    observations: Sequence[Observation],
    checks: Iterable[Check],
    recognised: Set[int] = frozenset(),
    unmarked: Set[str] = frozenset(),
) -> tuple[Observation, ...]:
    """The observations with the confidence that is shown; those on ``recognised`` pages (from 1) and those that a person corrected keep theirs.

    ``unmarked`` are the keys of the tables whose columns are told by nothing but how their words stand under each other.

    Examples: ``1,266`` in a table whose change and percentage fit it is 0.99; the same in a column that no check reaches 0.95; ``a fall
    of 19%`` in a sentence 0.8, and 0.95 where a table of the paper says the same.
    """
    held, tabled = set[str](), set[str]()
    for check in checks:
        if check.code in _TELLING and check.result in ("ok", "rounding"):
            keys = [place.key for place in check.places]
            held.update(keys)
            if any(place.table for place in check.places):
                tabled.update(keys)
    return tuple(
        one
        if one.corrected or one.place.page in recognised
        else replace(one, confidence=_confidence(one, one.place.key in held, one.place.key in tabled, unmarked))
        for one in observations
    )


def settled_awards(awards: Iterable[Award], unmarked: Set[str] = frozenset()) -> tuple[Award, ...]:
    """The awards with the confidence that is shown; those that a person corrected keep theirs. ``unmarked`` as in ``settled``."""
    return tuple(
        one
        if one.corrected
        else replace(one, confidence=min(one.confidence, _most(one, unmarked), _most_of_grant(one)))
        for one in awards
    )


def _confidence(one: Observation, confirmed: bool, by_table: bool, unmarked: Set[str]) -> float:
    if confirmed and one.confidence >= _GRAVE:
        if one.source == "table":
            return max(one.confidence, _CONFIRMED_IN_TABLES)
        return _CONFIRMED_IN_PROSE if by_table and one.period else _CONFIRMED_IN_ITSELF
    return min(one.confidence, _most(one, unmarked), 1.0 if one.measure else _MOST_WITHOUT_MEASURE)


def _most_of_grant(one: Award) -> float:
    """A grant of which the paper names no fund, nor the step that it has come to, may be one that the office itself was given."""
    return _MOST_WITHOUT_FUND if one.status == "awarded" and one.fund is None else 1.0


def _most(one: Observation | Award, unmarked: Set[str]) -> float:
    if one.source != "table":
        return _MOST_IN_PROSE
    return _MOST_IN_UNMARKED_TABLES if one.place.table in unmarked else _MOST_IN_TABLES

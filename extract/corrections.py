"""What a person corrected, applied to the facts of a paper when it is read, and seen in them (``corrected``).

The words that the paper prints (``label``, ``quote``, ``value_text``, the label of a period) are never touched, so that a value
can always be held against them. A correction that fits nothing is a problem of its paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from schema.corrections import FIGURES, meaning_of
from schema.reading import Award, Correction, DateMention, Observation, Period, Problem

_Fact = TypeVar("_Fact", Observation, Award, DateMention)


class Corrected(NamedTuple):
    """The facts with their corrections, and a problem for each correction that fits none of them."""

    observations: tuple[Observation, ...]
    awards: tuple[Award, ...]
    dates: tuple[DateMention, ...]
    unused: tuple[Problem, ...]


def correct(
    corrections: Sequence[Correction],
    observations: Sequence[Observation],
    awards: Sequence[Award],
    dates: Sequence[DateMention],
) -> Corrected:
    """The facts of one paper with its ``corrections`` applied, one after the other; nothing else of them changes.

    A correction may fit several facts (a label that the paper prints often), one of a figure only one.
    """
    if not corrections:
        return Corrected(tuple(observations), tuple(awards), tuple(dates), ())
    unused: list[Problem] = []

    def of(kind: str, facts: Sequence[_Fact]) -> tuple[_Fact, ...]:
        corrected, keys = list(facts), list(_keys(facts))
        for one in (c for c in corrections if c.kind == kind):
            fitting = [at for at, (fact, key) in enumerate(zip(facts, keys, strict=True)) if _fits(one, key, fact)]
            if not fitting or (len(fitting) > 1 and one.field in FIGURES):
                unused.append(_not_used(one, len(fitting)))
                continue
            for at in fitting:
                corrected[at] = _applied(one, corrected[at])
        return tuple(corrected)

    return Corrected(of("observation", observations), of("award", awards), of("date", dates), tuple(unused))


def _keys(facts: Iterable[Observation | Award | DateMention]) -> Iterator[str]:
    """The ids of facts without their document's, as ``schema.rows`` gives them: ``-2`` for the second at one place."""
    given: Counter[str] = Counter()
    for fact in facts:
        key = fact.place.key
        given[key] += 1
        while given[key] > 1:
            key = f"{key}-{given[key]}"
            given[key] += 1
        yield key


def _fits(correction: Correction, key: str, fact: Observation | Award | DateMention) -> bool:
    if correction.place and correction.place != key:
        return False
    if not correction.printed:
        return True
    texts = (fact.label if isinstance(fact, (Observation, DateMention)) else "", fact.quote)
    wanted = correction.printed.casefold()
    if isinstance(fact, Observation) and correction.field in FIGURES:
        # A sentence holds several figures: the one that is meant must be named by itself.
        return wanted == " ".join(fact.value_text.split()).casefold()
    return any(wanted in " ".join(text.split()).casefold() for text in texts)


def _applied(correction: Correction, fact: _Fact) -> _Fact:
    before = _shown(getattr(fact, "edtf" if correction.field == "date_edtf" else correction.field))
    what = f"{correction.field} was {before} ({correction.reason}; {correction.date}, {correction.by})"
    told = f"{fact.corrected}; {what}" if fact.corrected else what
    return replace(fact, **_changes(correction, fact), corrected=told)


def _changes(correction: Correction, fact: Observation | Award | DateMention) -> Mapping[str, Any]:
    """The fields of the fact that become others."""
    new: Any = meaning_of(correction)
    if correction.field == "measure":
        return {"measure": new, "measure_score": 1.0, "measure_source": "decision"}
    if correction.field == "date_edtf":
        return {"edtf": new}
    if correction.field == "period" and isinstance(fact, Observation) and new is not None:
        # What the paper prints of the period stays.
        old = fact.period
        return {"period": Period(new[0], new[1], old.label if old else "", old.type if old else "range")}
    return {correction.field: new}


def _shown(value: object) -> str:
    if isinstance(value, Period):
        return f"{value.start or '..'}/{value.end or '..'}"
    return "empty" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def _not_used(correction: Correction, fitting: int) -> Problem:
    where = " with ".join(
        [
            *([f"at {correction.place}"] if correction.place else []),
            *([repr(correction.printed)] if correction.printed else []),
        ]
    )
    why = (
        f"fits {fitting} figures; name the place of the one"
        if fitting
        else "fits nothing that was read; look at the paper"
    )
    message = (
        f"The correction of {correction.date} of the {correction.field} of the {correction.kind} {where} to "
        f"{correction.meaning!r} {why}, and mend or take out its line."
    )
    return Problem(code="correction_unused", message=message)

"""Figures with the places where they are printed, as those who compare them need them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from schema.comparing import Across, Comparison, Reason, compare, name_of
from schema.figure import Figure, figure_of
from schema.level_views import LEVELS
from schema.vocabulary import force_named


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure and the place where it is printed. ``meeting`` is the day of the paper's meeting, ISO; ``home`` the force whose paper it is.

    ``notes`` say what a person corrected, and what else papers print for the same thing: other values at that meeting, or at an earlier
    one.
    """

    figure: Figure
    document_id: str
    title: str
    meeting: str | None
    home: str | None
    page: int
    line: int | None
    quote: str
    verified: int
    notes: tuple[Reason, ...] = ()

    @property
    def home_name(self) -> str | None:
        """The name of that force: papers of Dorset print figures of Cumbria."""
        return force_named(self.home).name if self.home else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that a force has, and why it does not stand with the others."""

    printed: Printed
    reasons: tuple[Reason, ...]


#: What is made a ``Printed`` of an observation.
_COLUMNS = """
o.id, o.document_id, o.page, o.quote, o.verified, o.corrected, o.label, o.note, o.context, o.area, o.force, o.measure, o.statistic, o.unit,
o.value, o.value_to, o.value_text, o.period_start, o.period_end, o.breakdown, o.qualifier, o.obs_status, o.confidence, o.measure_score,
o.disputed"""


def compare_printed(db: Database, one: str, other: str, *, across: Across = "forces") -> Comparison:
    """The judgement on two observations by their ids (``schema.comparing.compare``).

    Raises:
        KeyError: there is no such observation.
    """
    found = {row["id"]: figure_of(row, row["home"]) for row in _rows(db, "o.id in (?, ?)", (one, other))}
    return compare(found[one], found[other], across=across)


def printed_levels(
    db: Database, measure: str, condition: str, values: Sequence[str], *, of_parts: bool = False
) -> list[Printed]:
    """The levels that papers print of a measure, without parts of it; of those that tell the same in the same way, the latest told.

    Those of districts and other parts of a force are not looked at but with ``of_parts``.
    ``condition`` is SQL on ``o``, the observation, with ``values`` for its parameters. In the order of their ids.
    """
    levels = (
        "o.measure = ? and d.superseded_by is null and o.value is not null and o.breakdown is null"
        f" and o.statistic in {LEVELS} and {condition}"
    )
    if not of_parts:
        levels += " and (o.claim_key is null or o.claim_key not like 'part:%')"
    return _latest(_printed(row) for row in _rows(db, levels, (measure, *values)))


def counted_like_most(
    figures: Iterable[Figure], way: Callable[[Figure], Any], told_of: Callable[[Figure], object]
) -> Sequence[Figure]:
    """The figures of the ``way`` of counting in which most different things are ``told_of``; of two ways, that of the longer period.

    ``way`` gives what can be ordered. The figures keep their order; without any there are none.
    """
    ways: dict[Any, list[Figure]] = defaultdict(list)
    for one in figures:
        ways[way(one)].append(one)
    if not ways:
        return ()
    best = min(ways, key=lambda way: (-len({told_of(one) for one in ways[way]}), -(ways[way][0].days or 0), way))
    return ways[best]


def told(one: Printed) -> tuple[str, float, str]:
    """By what the telling that counts is chosen of several: the greatest is of the latest meeting, then the surest."""
    return one.meeting or "", one.figure.confidence, one.figure.id


def _printed(row: Mapping[str, Any]) -> Printed:
    return Printed(
        figure=figure_of(row, row["home"]),
        document_id=row["document_id"],
        title=row["title"],
        meeting=row["meeting"],
        home=row["home"],
        page=row["page"],
        line=row["shown_line"],
        quote=row["quote"],
        verified=row["verified"],
        notes=(Reason("corrected", f"A person corrected it: {row['corrected']}.", False),) if row["corrected"] else (),
    )


def _rows(db: Database, condition: str, values: Sequence[str]) -> list[Mapping[str, Any]]:
    """The observations under a condition, with what their papers say of themselves, by id."""
    found = db.query(
        f"""
        select {_COLUMNS}, coalesce(p.force, d.force) as home, coalesce(p.meeting_date, d.meeting_date) as meeting,
          coalesce(p.title, d.title, d.file_name) as title,
          case when d.media_type = 'application/pdf' then null else o.line end as shown_line
        from observations o
        join documents d on d.id = o.document_id
        left join papers p on p.id = o.paper_id
        where {condition}
        order by o.id
        """,
        values,
    )
    return list(found)


def _latest(printed: Iterable[Printed]) -> list[Printed]:
    """Of figures that tell the same in the same way, the one of the latest meeting; then the surest."""
    same: dict[tuple[object, ...], list[Printed]] = defaultdict(list)
    for one in printed:
        figure = one.figure
        same[figure.whose, figure.kind, figure.unit, figure.per, figure.start, figure.end, figure.system].append(one)
    found = []
    for tellings in same.values():
        *others, latest = sorted(tellings, key=told)
        notes = tuple(_other_values(latest, others))
        found.append(replace(latest, notes=(*latest.notes, *notes)) if notes else latest)
    return sorted(found, key=lambda one: one.figure.id)


def _other_values(latest: Printed, others: Sequence[Printed]) -> Iterator[Reason]:
    differing = [one for one in others if one.figure.value != latest.figure.value]
    whose = f"for {name_of(latest.figure)}"
    at_once = sorted({one.figure.value_text for one in differing if one.meeting == latest.meeting})
    if at_once:
        yield Reason("disputed", f"The same meeting's papers also print {' and '.join(at_once)} {whose}.", False)
    earlier = [one for one in differing if one.meeting and latest.meeting and one.meeting < latest.meeting]
    if earlier:
        before = earlier[-1]
        yield Reason("revised", f"The paper of {before.meeting} printed {before.figure.value_text} {whose}.", False)

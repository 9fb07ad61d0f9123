"""The words that papers share: the 43 forces and their names, who governs them, their districts and people, and the measures.

The rows are data, in ``schema/data/*.csv``, each with its public source; here they become frozen values, read once. Adding a
measure, a printed name of one, or a name of a force is a line in a file and no code.

Dates in these tables are EDTF: a day, a month (``2013-07``), a year, ``~`` for an approximate one, ``/`` for a stretch.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Force:
    """A territorial police force of England and Wales; ``id`` is its slug on data.police.uk, ``name`` short enough for a chart."""

    id: str
    name: str
    police_name: str
    gss_code: str
    region: str
    country: str
    source: str


@dataclass(frozen=True, slots=True)
class ForceAlias:
    """A printed name of a force, of its area, panel, commissioner or host council, or a web domain of one of them.

    ``kinds`` says which: ``area``, ``force``, ``panel``, ``opcc``, ``mayor``, ``corporation``, ``host``, ``abbreviation``,
    ``slug``, ``gss``, and ``force-domain``, ``opcc-domain``, ``panel-domain``, ``host-domain``. A kind that ends in
    ``-derived`` was built by rule and not met in a paper. A host is a council that also publishes papers of its own.
    """

    alias: str
    force: str
    kinds: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Governance:
    """Who held a force to account and when: ``kind`` is ``pcc``, ``pfcc``, ``pcvc``, ``mayor``, ``corporation``, ``panel`` or ``host``."""

    force: str
    kind: str
    name: str
    valid_from: str | None
    valid_to: str | None
    source: str
    support: str
    note: str | None


@dataclass(frozen=True, slots=True)
class District:
    """A district, county or community safety partnership, and the force in whose area it lies."""

    name: str
    force: str
    kind: str
    gss_code: str | None
    first_seen: str | None
    last_seen: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that papers count or gauge. ``unit`` is one of the contract's words; ``better`` is None where neither way is good."""

    id: str
    name: str
    category: str
    subcategory: str
    parent: str | None
    unit: str
    better: Better | None
    definition: str
    source: str
    not_to_be_confused_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureAlias:
    """A printed name of a measure.

    ``units`` and ``contexts``, where given, are what must hold for the name to mean this measure: "Burglary" is the
    satisfaction of victims only under a heading with "satisfaction". ``force`` is set where only that force uses the name so.
    """

    alias: str
    measure: str
    force: str | None = None
    units: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureDecision:
    """What a person decided that a printed label means: a measure, or None for none of them.

    ``context`` (a part of a heading above), ``unit`` and ``force`` limit it where they are given. ``reason``, ``date`` (a day)
    and ``by`` say why, when and who.
    """

    label: str
    measure: str | None
    reason: str
    date: str
    by: str
    context: str | None = None
    unit: str | None = None
    force: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureParts:
    """A measure and those that make it up without a rest, all counted over the same area and time."""

    measure: str
    parts: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that a person has looked at: the names that papers print for it, and why they are one.

    ``force`` is set where the names mean it in papers of that force only.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    force: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Population:
    """Residents of a force's area in the middle of a year, by one release of the estimates (``series``)."""

    force: str
    year: int
    population: int
    series: str
    support: str
    source: str


@dataclass(frozen=True, slots=True)
class RecordingChange:
    """A change in law or practice after which figures are not comparable; ``force`` is None where it concerns many."""

    date: str
    scope: str
    force: str | None
    measures: tuple[str, ...]
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class SimilarForce:
    """A member of a force's most similar group."""

    force: str
    similar_force: str
    valid_from: str
    source: str
    support: str


def _rows(name: str) -> list[dict[str, str]]:
    text = files("schema").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _split(value: str, by: str = "|") -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(by) if part.strip())


@cache
def forces() -> tuple[Force, ...]:
    """The 43 forces by id."""
    return tuple(Force(**row) for row in _rows("forces.csv"))


@cache
def force_named(force_id: str) -> Force:
    """The force with this id; KeyError for an id that is none of the 43."""
    return {force.id: force for force in forces()}[force_id]


@cache
def force_aliases() -> tuple[ForceAlias, ...]:
    """Every known name of every force; no name leads to two forces."""
    return tuple(
        ForceAlias(row["alias"], row["force"], _split(row["kind"]), row["source"]) for row in _rows("force_aliases.csv")
    )


@cache
def governance() -> tuple[Governance, ...]:
    """Commissioners, mayors, panels and hosts with their dates where these are known."""
    return tuple(
        Governance(
            force=row["force"],
            kind=row["kind"],
            name=row["name"],
            valid_from=row["valid_from"] or None,
            valid_to=row["valid_to"] or None,
            source=row["source"],
            support=row["support"],
            note=row["note"] or None,
        )
        for row in _rows("governance.csv")
    )


@cache
def districts() -> tuple[District, ...]:
    """Districts, counties and partnerships with their force."""
    return tuple(
        District(
            name=row["name"],
            force=row["force"],
            kind=row["kind"],
            gss_code=row["gss_code"] or None,
            first_seen=row["first_seen"] or None,
            last_seen=row["last_seen"] or None,
            source=row["source"],
        )
        for row in _rows("districts.csv")
    )


@cache
def measures() -> tuple[Measure, ...]:
    """The measures, parents before children within a subject."""
    return tuple(
        Measure(
            id=row["id"],
            name=row["name"],
            category=row["category"],
            subcategory=row["subcategory"],
            parent=row["parent"] or None,
            unit=row["unit"],
            better="higher" if row["better"] == "higher" else "lower" if row["better"] == "lower" else None,
            definition=row["definition"],
            source=row["source"],
            not_to_be_confused_with=_split(row["not_to_be_confused_with"]),
        )
        for row in _rows("measures.csv")
    )


@cache
def measures_held() -> frozenset[str]:
    """The ids of measures of what there is at a time and not of what happens over it: officers in post, not officers recruited.

    A paper may print them under a period: they are those of its last day.
    """
    return frozenset(row["measure"] for row in _rows("measures_held.csv"))


@cache
def measures_by_id() -> dict[str, Measure]:
    """The measures by their ids."""
    return {measure.id: measure for measure in measures()}


def measures_above(measure: str) -> Iterator[str]:
    """The ids of the measure that one is a part of, of the one that this is a part of, and so on; KeyError for no known id."""
    parent = measures_by_id()[measure].parent
    while parent is not None:
        yield parent
        parent = measures_by_id()[parent].parent


@cache
def measure_aliases() -> tuple[MeasureAlias, ...]:
    """The printed names of measures, without the measures' own names."""
    return tuple(
        MeasureAlias(
            alias=row["alias"],
            measure=row["measure"],
            force=row["force"] or None,
            units=_split(row["unit"], ";"),
            contexts=_split(row["context"], ";"),
        )
        for row in _rows("measure_aliases.csv")
    )


@cache
def measure_decisions() -> tuple[MeasureDecision, ...]:
    """The decisions on labels that no name and no rule leads to the right measure, in the order of the file."""
    return tuple(
        MeasureDecision(
            label=row["label"],
            measure=None if row["measure"] == "none" else row["measure"],
            reason=row["reason"],
            date=row["date"],
            by=row["by"],
            context=row["context"] or None,
            unit=row["unit"] or None,
            force=row["force"] or None,
        )
        for row in _rows("measure_decisions.csv")
    )


@cache
def measure_parts() -> tuple[MeasureParts, ...]:
    """What makes up a measure; one whose grouping changed over the years is taken apart in more than one way."""
    return tuple(
        MeasureParts(row["measure"], _split(row["parts"]), row["source"]) for row in _rows("measure_parts.csv")
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """The organisations whose names were reviewed; ``schema.organisations`` tells which one a printed name is."""
    return tuple(
        Organisation(
            row["id"], row["name"], row["kind"], _split(row["aliases"]), row["force"] or None, row["reason"] or None
        )
        for row in _rows("organisations.csv")
    )


@cache
def population() -> tuple[Population, ...]:
    """Mid-year populations by force, in two releases: as they stood before the census of 2021, and rebased on it."""
    return tuple(
        Population(
            force=row["force"],
            year=int(row["year"]),
            population=int(row["population"]),
            series=row["series"],
            support=row["support"],
            source=row["source"],
        )
        for row in _rows("population.csv")
    )


@cache
def recording_changes() -> tuple[RecordingChange, ...]:
    """The changes in recording that break a series, oldest first.

    The column ``to_check`` is for those who keep the list: what of a change no source has confirmed yet. It is not read.
    """
    return tuple(
        RecordingChange(
            date=row["date"],
            scope=row["scope"],
            force=row["force"] or None,
            measures=_split(row["measures"]),
            what=row["what"],
            source=row["source"],
        )
        for row in _rows("recording_changes.csv")
    )


@cache
def similar_forces() -> tuple[SimilarForce, ...]:
    """Most similar groups, as far as they are known."""
    return tuple(SimilarForce(**row) for row in _rows("similar_forces.csv"))

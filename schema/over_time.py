"""One measure of one force over the years: the points of a line, where recording changed, and what stands on no line."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from schema.comparing import Reason, changes_of, compare, day_of, length_of, notes_on, unit_of
from schema.figure import Figure
from schema.printed import LeftOut, Printed, counted_like_most, printed_levels
from schema.whose import whose


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of the line and what has to be said beside it."""

    printed: Printed
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A change in recording, to be drawn as an upright line on its first ``day``: figures before and after it are counted differently."""

    day: dt.date
    what: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """The points in the order of their periods, all of one length and counted in one way; ``like`` is one of them."""

    measure: str
    force: str
    like: Figure | None
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]
    left_out: tuple[LeftOut, ...]


def parts_of(db: Database, measure: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The districts and other parts of forces for which papers print a measure, by the id of their force, each with all its spellings.

    ``Kensington & Chelsea`` and ``Kensington and Chelsea`` are one, called by the shorter of the two.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    named = "select distinct area, force from observations where measure = ? and area is not null and force is not null"
    for area, force in db.execute(named, (measure,)):
        one = whose(area, force, force)
        if one.level == "part":
            found[force][one.name].append(area)
    return {
        force: {min(areas, key=lambda area: (len(area), area)): tuple(areas) for _, areas in sorted(named_so.items())}
        for force, named_so in found.items()
    }


def figures_over_time(
    db: Database, measure: str, force: str, *, areas: Sequence[str] = (), unit: str | None = None
) -> OverTime:
    """What papers print of a measure for a whole force, or the part of it with these ``areas``, the way of counting with most periods.

    ``areas`` are the spellings of one part (``parts_of``). A period that several papers print has the value of the latest, and a note
    where an earlier one had another. Periods may overlap: 12 months to each quarter.
    """
    if areas:
        spelt = f"o.force = ? and o.area in ({', '.join('?' * len(areas))})"
        printed = printed_levels(db, measure, spelt, (force, *areas), of_parts=True)
    else:
        of_force = printed_levels(db, measure, "(o.force = ? or o.force is null)", (force,))
        printed = [one for one in of_force if one.figure.whose.level == "force" and one.figure.whose.name == force]
    like = _like([one.figure for one in printed], unit)
    if like is None:
        left_out = tuple(LeftOut(one, _on_no_line(one.figure, unit)) for one in printed)
        return OverTime(measure=measure, force=force, like=None, points=(), breaks=(), left_out=left_out)
    judged = [(one, compare(like, one.figure, across="time")) for one in printed]
    fitting = sorted((one for one, found in judged if found.comparable), key=_when)
    points: dict[tuple[dt.date | None, dt.date | None], Point] = {}
    for one in fitting:
        period = (one.figure.start, one.figure.end)
        # Of one period counted by two systems, that of the line.
        if period not in points or one.figure.system == like.system:
            points[period] = Point(one, (*notes_on(one.figure), *one.notes))
    return OverTime(
        measure=measure,
        force=force,
        like=like,
        points=tuple(points.values()),
        breaks=tuple(_breaks(measure, force, [point.printed.figure for point in points.values()])),
        left_out=tuple(LeftOut(one, found.barring) for one, found in judged if not found.comparable),
    )


def _like(figures: list[Figure], unit: str | None) -> Figure | None:
    """A figure of the way of counting that has most periods; of two, that of the longer ones."""
    fitting = (one for one in figures if one.comparable_key and unit in (None, one.unit))
    chosen = counted_like_most(
        fitting,
        lambda one: (one.kind, one.unit or "", one.per or "", length_of(one), one.system or ""),
        lambda one: one.end,
    )
    return min(chosen, key=lambda one: (str(one.end), one.id), default=None)


def _on_no_line(figure: Figure, unit: str | None) -> tuple[Reason, ...]:
    """Why a figure stands on no line at all."""
    asked = Reason("unit", f"It is given as {unit_of(figure)}, and {unit} was asked for.", True)
    return compare(figure, figure, across="time").barring or (asked,)


def _when(one: Printed) -> tuple[str, str, str]:
    return str(one.figure.end), str(one.figure.start), one.figure.id


def _breaks(measure: str, force: str, figures: list[Figure]) -> list[Break]:
    starts = [one.start for one in figures if one.start]
    ends = [one.end for one in figures if one.end]
    return [
        Break(day_of(change), change.what, change.source)
        for change in changes_of(measure)
        if starts and change.force in (None, force) and min(starts) < day_of(change) <= max(ends)
    ]

"""When and where the figures of a table are: the period of each, its area, and the rows that are of no known area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.names.forces import Area
from extract.tables.column_roles import Row
from extract.tables.columns import Column, Segment
from extract.tables.parts_of_years import is_part_of_year, part_of_year
from extract.tables.row_meanings import RowMeaning, months_of, text_of
from extract.tables.unnamed_totals import told_by_sums
from schema.reading import Identity, Period
from schema.vocabulary import force_named

#: So many areas in the rows of a table make it one of areas.
_SEVERAL = 2
#: How far a figure is trusted whose row has no label.
_DOUBT_UNLABELLED = 0.6


def placed(
    meanings: Mapping[int, RowMeaning], rows: Sequence[Row], segment: Segment, identity: Identity
) -> dict[int, RowMeaning]:
    """The rows of a table with what only the others tell of them.

    In a table of several forces or regions one that names none (``Average``, or no label at all) is not the paper's own. One without
    any label among others with one is told by its sums, and in doubt.
    """
    unlabelled = _unlabelled(meanings, rows, segment)
    areas = [m.area for m in meanings.values() if m.area is not None]
    elsewhere = any(a.force != identity.force and a.within != identity.force for a in areas)
    out = dict(meanings)
    for number, meaning in meanings.items():
        labelled = number not in unlabelled
        nowhere = len(areas) >= _SEVERAL and meaning.area is None and (elsewhere or not labelled)
        if labelled and not nowhere:
            continue
        told = None if labelled else told_by_sums(number, rows, segment)
        out[number] = replace(
            meaning,
            nowhere=nowhere,
            told=None if labelled else "; ".join(filter(None, ("not labelled", told))),
            confidence=meaning.confidence if labelled else _DOUBT_UNLABELLED,
        )
    return out


def _unlabelled(meanings: Mapping[int, RowMeaning], rows: Sequence[Row], segment: Segment) -> set[int]:
    """The rows without a label where most have one."""
    if segment.label is None:
        return set()
    column = segment.label.index
    without = {number for number in meanings if not text_of(rows[number], column)}
    grouped = {n for n in without if any(text_of(rows[n], c.index) for c in segment.of_role("group"))}
    return without - grouped if len(without) * 2 < len(meanings) else set()


def where_of(meaning: RowMeaning, column: Column | None, identity: Identity) -> tuple[str | None, str | None]:
    """The area's name and the force whose it is; the paper's own force where neither the table nor what stands above names one."""
    area = _wider(meaning.area, column.area if column else None) or meaning.around
    if area is not None:
        return area.name, area.force or area.within
    if meaning.nowhere:
        return None, None
    return (force_named(identity.force).name, identity.force) if identity.force else (None, None)


def _wider(of_row: Area | None, of_column: Area | None) -> Area | None:
    """Whose a figure is where both its row and its column name an area: under ``England and Wales`` the one beside Burnley is not Burnley's."""
    if of_row is None or of_column is None:
        return of_row or of_column
    wide = ("nation", "region", "group")
    if of_row.kind in wide:
        return of_row
    whole = of_column.kind == "force" and of_row.kind != "force" and of_row.within == of_column.force
    return of_column if of_column.kind in wide or whole else of_row


def period_of_figure(column: Column, statistic: str, segment: Segment, meaning: RowMeaning) -> Period | None:
    """The period of a figure of this statistic: that of its row or its column, whichever prints it; None where neither does.

    ``January`` under ``2018`` is January 2018; a change without a time of its own has that of the newest levels.
    """
    if statistic == "rank" and column.statistic in ("projection", "target", "baseline"):
        return None
    if meaning.year is not None and is_part_of_year(column.name):
        return part_of_year(column.name, meaning.year)
    if meaning.time is not None and is_part_of_year(meaning.time):
        # "January" under "2018" and "2019".
        return part_of_year(meaning.time, column.period) if column.period is not None else meaning.period
    if meaning.year is not None and column.statistic == "total" and months_of(segment) == 12:
        return meaning.year
    if meaning.period is not None and not column.printed:
        return meaning.period
    if statistic.endswith("change") and column.period is None and segment.current is not None:
        return segment.current.period
    return column.period

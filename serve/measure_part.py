"""A district or another part of a force on the page of a measure, ``/-/measure/burglary?force=kent&area=Medway``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datasette.app import Datasette

from schema.whose import plain, whose
from serve import access, addresses, wording

#: The parts of one force by name, each with its spellings (``schema.over_time.parts_of``).
Parts = Mapping[str, tuple[str, ...]]

#: As many figures of a part are shown; the table of figures has all.
SHOWN = 200

_OF_PART = """
select o.id, o.area, o.force, o.label, o.breakdown, o.statistic, o.value, o.value_to, o.value_text, o.qualifier, o.unit, o.confidence, o.disputed,
  o.period_start, o.period_end, o.period_label, o.document_id, coalesce(p.title, d.title, d.file_name) as title,
  coalesce(p.meeting_date, d.meeting_date) as meeting
from observations o join documents d on d.id = o.document_id left join papers p on p.id = o.paper_id
where o.measure = ? and o.force = ? and o.area in ({}) and d.superseded_by is null
order by o.period_end is null, o.period_end desc, o.period_start desc, o.breakdown is not null, o.breakdown, o.statistic not in ('actual', 'total'),
  o.statistic, meeting desc, o.id
"""


def force_with(parts: Mapping[str, Parts], area: str) -> str | None:
    """The one force that has a part of this name, None where none has or several have."""
    having = [force for force, names in parts.items() if part_called(names, area)]
    return having[0] if len(having) == 1 else None


def is_whole(area: str, force: str) -> bool:
    """Whether an area is no part of a force but all of it, as ``Kent`` is of Kent."""
    return whose(area, force, force).level == "force"


def part_called(parts: Parts, area: str) -> tuple[str, tuple[str, ...]] | None:
    """The name and the spellings of the part of a force that is called so, as ``harrogate`` is ``Harrogate``; None where it has no such part."""
    return next((part for part in parts.items() if plain(part[0]) == plain(area)), None)


async def every_figure(datasette: Datasette, measure: str, force: str, areas: Sequence[str]) -> list[access.Row]:
    """Every figure that papers print of a measure for a part: levels, those of a breakdown, changes and targets, the latest period first.

    Each has the ``address`` of its place, its ``doubts``, and as ``sort`` what must be said where it is no level.
    """
    sql = _OF_PART.format(", ".join("?" * len(areas)))
    return [
        {
            **row,
            "address": addresses.source(datasette, "observation", row["id"]),
            "sort": wording.sort_of_number(row["statistic"], row["value"], row["unit"]),
            "doubts": wording.doubts(row["confidence"], row["disputed"]),
        }
        for row in await access.rows(datasette, sql, [measure, force, *areas])
    ]

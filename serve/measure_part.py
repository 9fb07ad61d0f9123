"""A district or another part of a force on the page of a measure, ``/-/measure/burglary?force=kent&area=Medway``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datasette.app import Datasette

from schema.whose import plain, whose
from serve import access, addresses, wording

#: As many figures of a part are shown; the table of figures has all.
SHOWN = 200

_OF_PARTS = """
select o.id, o.area, o.force, o.label, o.breakdown, o.statistic, o.value, o.value_to, o.value_text, o.qualifier, o.unit, o.confidence, o.disputed,
  o.period_start, o.period_end, o.period_label, o.document_id, coalesce(p.title, d.title, d.file_name) as title,
  coalesce(p.meeting_date, d.meeting_date) as meeting
from observations o join documents d on d.id = o.document_id left join papers p on p.id = o.paper_id
where o.measure = ? and o.force = ? and o.area is not null and d.superseded_by is null
order by o.period_end is null, o.period_end desc, o.period_start desc, o.breakdown is not null, o.breakdown, o.statistic not in ('actual', 'total'),
  o.statistic, meeting desc, o.id
"""


def force_with(parts: Mapping[str, Sequence[str]], area: str) -> str | None:
    """The one force that has a part of this name, None where none has or several have; ``parts`` are those of ``schema.over_time``."""
    having = [force for force, names in parts.items() if plain(area) in map(plain, names)]
    return having[0] if len(having) == 1 else None


async def every_figure(datasette: Datasette, measure: str, force: str, part: str) -> list[access.Row]:
    """Every figure that papers print of a measure for a part: levels, those of a breakdown, changes and targets, the latest period first.

    Each has the ``address`` of its place, its ``doubts``, and as ``sort`` what must be said where it is no level.
    """
    rows = await access.rows(datasette, _OF_PARTS, [measure, force])
    name = plain(part)
    return [
        {
            **row,
            "address": addresses.source(datasette, "observation", row["id"]),
            "sort": wording.sort_of_number(row["statistic"], row["value"], row["unit"]),
            "doubts": wording.doubts(row["confidence"], row["disputed"]),
        }
        for row in rows
        if (one := whose(row["area"], row["force"], row["force"])).level == "part" and one.name == name
    ]

"""The views of levels: the figures of whole forces, of several that papers print for one thing the one that counts."""

from __future__ import annotations

from schema.shape import View
from schema.view_joins import CURRENT, JOINED, PRINTED_AT

# A level is a figure of its own; a change, a target or a rank is not comparable between forces in the same way.
LEVELS = "('actual', 'total', 'share', 'rate', 'average')"


def whole_force_level(x: str) -> str:
    """The condition that an observation is a level of the whole force ``f``; a host council is no name of its area.

    Of a claim its key says whose it is, so that the figures of districts are left out before their areas are looked up.
    """
    return f"""({x}.claim_key is null or {x}.claim_key like 'force:%')
  and {x}.value is not null and {x}.statistic in {LEVELS} and {x}.breakdown is null
  and ({x}.area is null or {x}.area = f.name or exists (
    select 1 from force_aliases a
    where a.force = {x}.force and lower(a.alias) = lower({x}.area) and a.kinds not like '%"host%'))"""


def _told(x: str, p: str, d: str) -> str:
    """By what the level to show is chosen of several: the latest meeting, then the surest reading."""
    return f"(coalesce({p}.meeting_date, {d}.meeting_date, ''), coalesce({x}.confidence, 0), {x}.id)"


# The other levels that papers print for the force, measure and period of ``x``. Levels of no known period are never the same.
_SAME = f"""
from observations y
join documents e on e.id = y.document_id
left join papers q on q.id = y.paper_id
where y.force = x.force and y.measure = x.measure and y.period_end = x.period_end and y.period_start is x.period_start
  and y.statistic = x.statistic and y.unit is x.unit and e.superseded_by is null and {whole_force_level("y")}
""".strip()

_LEVEL = {
    "measure": "m.name",
    "force": "f.name",
    "value": "x.value",
    "unit": "x.unit",
    "statistic": "x.statistic",
    "period_start": "x.period_start",
    "period_end": "x.period_end",
    "period_label": "x.period_label",
}

MEASURE_BY_FORCE = View(
    name="measure_by_force",
    columns={
        **_LEVEL,
        "period_type": "x.period_type",
        "financial_year": "x.financial_year",
        "better": "m.better",
        "value_to": "x.value_to",
        "qualifier": "x.qualifier",
        "meeting_date": "coalesce(p.meeting_date, d.meeting_date)",
        "document_title": "coalesce(d.title, d.file_name)",
        **PRINTED_AT,
        "confidence": "x.confidence",
        "verified": "x.verified",
        "disputed": "x.disputed",
        "printed_times": f"max(1, (select count(*) {_SAME}))",
        "measure_id": "x.measure",
        "force_id": "x.force",
        "document_id": "x.document_id",
        "observation_id": "x.id",
    },
    # No group and no window: a page of a hundred thousand rows must begin at once, and any condition go through.
    source=f"""
from observations x {JOINED}
join forces f on f.id = x.force
join measures m on m.id = x.measure
where {CURRENT} and {whole_force_level("x")}
  and not exists (select 1 {_SAME} and {_told("y", "q", "e")} > {_told("x", "p", "d")})
""",
)

COMPARABLE_OBSERVATIONS = View(
    name="comparable_observations",
    columns={
        **_LEVEL,
        "financial_year": "x.financial_year",
        "better": "m.better",
        "note": "x.note",
        "value_text": "x.value_text",
        "qualifier": "x.qualifier",
        "meeting_date": "coalesce(p.meeting_date, d.meeting_date)",
        "document_title": "coalesce(d.title, d.file_name)",
        **PRINTED_AT,
        "obs_status": "x.obs_status",
        "confidence": "x.confidence",
        "verified": "x.verified",
        "disputed": "x.disputed",
        "values_printed": """(select count(distinct y.value) from observations y
    join documents e on e.id = y.document_id where y.claim_key = x.claim_key and e.superseded_by is null)""",
        "comparable_key": "x.comparable_key",
        "measure_id": "x.measure",
        "force_id": "substr(x.claim_key, 7, instr(x.claim_key, '|') - 7)",
        "document_id": "x.document_id",
        "observation_id": "x.id",
    },
    # What is told of a whole force; its key begins with "force:" and the id of the force.
    source=f"""
from observations x {JOINED}
join forces f on f.id = substr(x.claim_key, 7, instr(x.claim_key, '|') - 7)
join measures m on m.id = x.measure
where {CURRENT} and x.claim_key like 'force:%' and x.comparable_key is not null and x.breakdown is null
  and x.statistic in {LEVELS}
  and not exists (
    select 1 from observations y
    join documents e on e.id = y.document_id
    left join papers q on q.id = y.paper_id
    where y.claim_key = x.claim_key and y.comparable_key = x.comparable_key and y.statistic in {LEVELS}
      and e.superseded_by is null and {_told("y", "q", "e")} > {_told("x", "p", "d")})
""",
)

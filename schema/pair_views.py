"""The views of two figures that tell the same: restated at a later meeting, or in conflict at one."""

from __future__ import annotations

from schema.shape import View
from schema.view_joins import CURRENT, line_of

# Two figures that tell the same: x, and y that counts, of its meeting or of the next one.
_PAIRS = f"""
from same_figures s
join observations x on x.id = s.observation_id
join observations y on y.id = s.against_id
join documents d on d.id = x.document_id
join documents e on e.id = y.document_id
left join papers p on p.id = x.paper_id
left join papers q on q.id = y.paper_id
left join forces f on f.id = x.force
join measures m on m.id = x.measure
where {CURRENT} and e.superseded_by is null"""

#: What two tellings of one figure have in common.
_TOLD_TWICE = {
    "force": "f.name",
    "measure": "m.name",
    "label": "x.label",
    "area": "x.area",
    "period_start": "x.period_start",
    "period_end": "x.period_end",
    "unit": "x.unit",
    "statistic": "x.statistic",
}


def _values(one: str, other: str) -> dict[str, str]:
    """The columns of ``_PAIRS`` with what the two tellings print and how far they are apart."""
    return {
        one: "x.value_text",
        other: "y.value_text",
        "difference": "s.difference",
        "percent": "s.percent",
        "why": "s.why",
    }


def _places(one: str, other: str) -> dict[str, str]:
    """The columns of ``_PAIRS`` with the papers and places of the two tellings."""
    return {
        f"{one}_title": "coalesce(d.title, d.file_name)",
        f"{other}_title": "coalesce(e.title, e.file_name)",
        f"{one}_page": "x.page",
        f"{one}_line": line_of("x", "d"),
        f"{one}_quote": "x.quote",
        f"{other}_page": "y.page",
        f"{other}_line": line_of("y", "e"),
        f"{other}_quote": "y.quote",
    }


def _pair_ids(one: str, other: str) -> dict[str, str]:
    """The columns of ``_PAIRS`` by which other tables are joined."""
    return {
        "claim_key": "s.claim_key",
        "measure_id": "x.measure",
        "force_id": "x.force",
        f"{one}_document_id": "x.document_id",
        f"{other}_document_id": "y.document_id",
        f"{one}_observation_id": "x.id",
        f"{other}_observation_id": "y.id",
    }


RESTATEMENTS = View(
    name="restatements",
    columns={
        **_TOLD_TWICE,
        "standing": "s.standing",
        **_values("earlier", "later"),
        "earlier_meeting": "coalesce(p.meeting_date, d.meeting_date)",
        "later_meeting": "coalesce(q.meeting_date, e.meeting_date)",
        **_places("earlier", "later"),
        "earlier_value": "x.value",
        "later_value": "y.value",
        **_pair_ids("earlier", "later"),
    },
    source=f"""{_PAIRS}
  and coalesce(p.meeting_date, d.meeting_date) < coalesce(q.meeting_date, e.meeting_date)
""",
)

CONFLICTING_FIGURES = View(
    name="conflicting_figures",
    columns={
        **_TOLD_TWICE,
        **_values("one", "other"),
        "meeting_date": "coalesce(p.meeting_date, d.meeting_date)",
        **_places("one", "other"),
        **_pair_ids("one", "other"),
    },
    source=f"""{_PAIRS}
  and s.standing = 'conflicts'
  and coalesce(p.meeting_date, d.meeting_date) is coalesce(q.meeting_date, e.meeting_date)
""",
)

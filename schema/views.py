"""The views that people query without knowing the joins. A document that a later version replaced is in none of them.

Each view is data: its columns with the expression they show, and where they come from. Ids come last, names first.
"""

from __future__ import annotations

from schema.shape import View

_CURRENT = "d.superseded_by is null"

# The title of the report and, as a report may have none, the names of the file it came in.
_FROM_PAPER = {
    "paper_title": "p.title",
    "meeting_date": "coalesce(p.meeting_date, d.meeting_date)",
    "document_title": "coalesce(d.title, d.file_name)",
}


def _line(x: str, d: str) -> str:
    """A line is how a place in a paper without pages is named; in a PDF it is of no use to a reader."""
    return f"case when {d}.media_type = 'application/pdf' then null else {x}.line end"


_PRINTED_AT = {
    "page": "x.page",
    "line": _line("x", "d"),
    "quote": "x.quote",
}
_IDS = {"document_id": "x.document_id", "paper_id": "x.paper_id"}
_JOINED = """
join documents d on d.id = x.document_id
left join papers p on p.id = x.paper_id
"""

# A level is a figure of its own; a change, a target or a rank is not comparable between forces in the same way.
LEVELS = "('actual', 'total', 'share', 'rate', 'average')"


def whole_force_level(x: str) -> str:
    """The condition that an observation is a level of the whole force ``f``; a host council is no name of its area."""
    return f"""{x}.value is not null and {x}.statistic in {LEVELS} and {x}.breakdown is null
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
where {_CURRENT} and e.superseded_by is null"""

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
        f"{one}_line": _line("x", "d"),
        f"{one}_quote": "x.quote",
        f"{other}_page": "y.page",
        f"{other}_line": _line("y", "e"),
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


VIEWS = (
    View(
        name="observations_readable",
        columns={
            "force": "f.name",
            "measure": "m.name",
            "label": "x.label",
            "value": "x.value",
            "unit": "x.unit",
            "statistic": "x.statistic",
            "period_start": "x.period_start",
            "period_end": "x.period_end",
            "period_label": "x.period_label",
            "period_type": "x.period_type",
            "financial_year": "x.financial_year",
            "area": "x.area",
            "breakdown": "x.breakdown",
            "value_text": "x.value_text",
            "value_to": "x.value_to",
            "qualifier": "x.qualifier",
            "context": "x.context",
            "rag": "x.rag",
            "direction": "x.direction",
            "note": "x.note",
            **_FROM_PAPER,
            **_PRINTED_AT,
            "source": "x.source",
            "confidence": "x.confidence",
            "verified": "x.verified",
            "disputed": "x.disputed",
            "corrected": "x.corrected",
            "force_id": "x.force",
            "measure_id": "x.measure",
            **_IDS,
            "observation_id": "x.id",
        },
        source=f"""
from observations x {_JOINED}
left join forces f on f.id = x.force
left join measures m on m.id = x.measure
where {_CURRENT}
""",
    ),
    View(
        name="measure_by_force",
        columns={
            "measure": "m.name",
            "force": "f.name",
            "value": "x.value",
            "unit": "x.unit",
            "statistic": "x.statistic",
            "period_start": "x.period_start",
            "period_end": "x.period_end",
            "period_label": "x.period_label",
            "period_type": "x.period_type",
            "financial_year": "x.financial_year",
            "better": "m.better",
            "value_to": "x.value_to",
            "qualifier": "x.qualifier",
            "meeting_date": "coalesce(p.meeting_date, d.meeting_date)",
            "document_title": "coalesce(d.title, d.file_name)",
            **_PRINTED_AT,
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
from observations x {_JOINED}
join forces f on f.id = x.force
join measures m on m.id = x.measure
where {_CURRENT} and {whole_force_level("x")}
  and not exists (select 1 {_SAME} and {_told("y", "q", "e")} > {_told("x", "p", "d")})
""",
    ),
    View(
        name="comparable_observations",
        columns={
            "measure": "m.name",
            "force": "f.name",
            "value": "x.value",
            "unit": "x.unit",
            "statistic": "x.statistic",
            "period_start": "x.period_start",
            "period_end": "x.period_end",
            "period_label": "x.period_label",
            "financial_year": "x.financial_year",
            "better": "m.better",
            "note": "x.note",
            "value_text": "x.value_text",
            "qualifier": "x.qualifier",
            "meeting_date": "coalesce(p.meeting_date, d.meeting_date)",
            "document_title": "coalesce(d.title, d.file_name)",
            **_PRINTED_AT,
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
from observations x {_JOINED}
join forces f on f.id = substr(x.claim_key, 7, instr(x.claim_key, '|') - 7)
join measures m on m.id = x.measure
where {_CURRENT} and x.claim_key like 'force:%' and x.comparable_key is not null and x.breakdown is null
  and x.statistic in {LEVELS}
  and not exists (
    select 1 from observations y
    join documents e on e.id = y.document_id
    left join papers q on q.id = y.paper_id
    where y.claim_key = x.claim_key and y.comparable_key = x.comparable_key and y.statistic in {LEVELS}
      and e.superseded_by is null and {_told("y", "q", "e")} > {_told("x", "p", "d")})
""",
    ),
    View(
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
    ),
    View(
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
    ),
    View(
        name="funding_awards_readable",
        columns={
            "force": "f.name",
            "recipient": "x.recipient",
            "area": "x.area",
            "purpose": "x.purpose",
            "amount": "x.amount",
            "amount_to": "x.amount_to",
            "qualifier": "x.qualifier",
            "currency": "x.currency",
            "status": "x.status",
            "fund": "x.fund",
            "funder": "x.funder",
            "upstream_funder": "x.upstream_funder",
            "year": "x.year",
            "date": "x.date",
            "planned_start": "x.planned_start",
            "planned_end": "x.planned_end",
            "decision_ref": "x.decision_ref",
            "mechanism": "x.mechanism",
            "amount_text": "x.amount_text",
            "per": "x.per",
            "years": "x.years",
            **_FROM_PAPER,
            **_PRINTED_AT,
            "source": "x.source",
            "confidence": "x.confidence",
            "verified": "x.verified",
            "disputed": "x.disputed",
            "force_id": "f.id",
            "recipient_id": "x.recipient_id",
            "funder_id": "x.funder_id",
            **_IDS,
            "award_id": "x.id",
        },
        source=f"""
from funding_awards x {_JOINED}
left join forces f on f.id = coalesce(p.force, d.force)
where {_CURRENT}
""",
    ),
    View(
        name="dates_readable",
        columns={
            "force": "f.name",
            "type": "x.type",
            "start": "x.start",
            "end": 'x."end"',
            "precision": "x.precision",
            "label": "x.label",
            "date_edtf": "x.date_edtf",
            **_FROM_PAPER,
            **_PRINTED_AT,
            "confidence": "x.confidence",
            "force_id": "f.id",
            **_IDS,
            "date_id": "x.id",
        },
        source=f"""
from dates x {_JOINED}
left join forces f on f.id = coalesce(p.force, d.force)
where {_CURRENT}
""",
    ),
    View(
        name="papers_by_force",
        columns={
            "force": "f.name",
            "meeting_date": "coalesce(x.meeting_date, d.meeting_date)",
            "title": "x.title",
            "item": "x.item",
            "doc_type": "coalesce(x.doc_type, d.doc_type)",
            "author": "x.author",
            "period_start": "x.period_start",
            "period_end": "x.period_end",
            "document_title": "coalesce(d.title, d.file_name)",
            "page_from": "x.page_from",
            "page_to": "x.page_to",
            "observations": "(select count(*) from observations o where o.paper_id = x.id)",
            "awards": "(select count(*) from funding_awards a where a.paper_id = x.id)",
            "source_tables": "(select count(*) from source_tables t where t.paper_id = x.id)",
            "status": "d.status",
            "source_url": "d.source_url",
            "force_id": "f.id",
            "document_id": "x.document_id",
            "paper_id": "x.id",
        },
        source=f"""
from papers x
join documents d on d.id = x.document_id
left join forces f on f.id = coalesce(x.force, d.force)
where {_CURRENT}
""",
    ),
    View(
        name="discrepancies_readable",
        columns={
            "force": "f.name",
            "severity": "x.severity",
            "label": "x.label",
            "printed": "x.printed",
            "computed": "x.computed",
            "why": "x.why",
            "check_code": "x.check_code",
            **_FROM_PAPER,
            **_PRINTED_AT,
            "observation_ids": "x.observation_ids",
            "force_id": "f.id",
            **_IDS,
            "discrepancy_id": "x.id",
        },
        source=f"""
from discrepancies x {_JOINED}
left join forces f on f.id = coalesce(p.force, d.force)
where {_CURRENT}
""",
    ),
    View(
        name="not_read",
        columns={
            "severity": "x.severity",
            "code": "x.code",
            "message": "x.message",
            "page": "x.page",
            "line": _PRINTED_AT["line"],
            "document_title": "coalesce(d.title, d.file_name)",
            "file_name": "d.file_name",
            "path": "d.path",
            "force": "f.name",
            "meeting_date": "d.meeting_date",
            "status": "d.status",
            "force_id": "f.id",
            "document_id": "x.document_id",
            "problem_id": "x.id",
        },
        source=f"""
from problems x
join documents d on d.id = x.document_id
left join forces f on f.id = d.force
where {_CURRENT}
""",
    ),
    View(
        name="earlier_versions",
        columns={
            "path": "x.path",
            "seen_from": "x.seen_from",
            "seen_to": "x.seen_to",
            "document_title": "coalesce(d.title, d.file_name)",
            "meeting_date": "d.meeting_date",
            "document_id": "d.id",
            "superseded_by": "d.superseded_by",
        },
        source="""
from document_paths x
join documents d on d.id = x.document_id
where x.seen_to is not null
""",
    ),
    View(
        name="grants_360",
        # The names are 360Giving's own, flattened the way its spreadsheets are (``recipientOrganization/0/name``).
        columns={
            "id": "id",
            "title": "coalesce(purpose, fund, 'Award to ' || recipient, quote)",
            "description": "coalesce(purpose, quote)",
            "currency": "currency",
            "amountAwarded": "amount",
            "awardDate": "day",
            "plannedDates/0/startDate": "planned_start",
            "plannedDates/0/endDate": "planned_end",
            "recipientOrganization/0/id": "'360G-pcpanel-org-' || coalesce(recipient_id, lower(replace(trim(recipient), ' ', '-')))",
            "recipientOrganization/0/name": "recipient",
            "fundingOrganization/0/id": "'360G-pcpanel-org-' || lower(replace(trim(funding), ' ', '-'))",
            "fundingOrganization/0/name": "funding",
            "grantProgramme/0/title": "coalesce(fund, upstream_funder)",
            "beneficiaryLocation/0/name": "area",
            "relatedDocument/0/title": "document_title",
            "relatedDocument/0/url": "source_url",
            "reportedDate": "meeting_date",
            "issues": """nullif(trim(
    case when day is null then 'no award date in the paper; ' else '' end
    || case when recipient is null then 'no recipient named; ' else '' end
    || case when funding is null then 'no funder named; ' else '' end, '; '), '')""",
            "award_id": "award_id",
        },
        source=f"""
from (
  select
    '360G-pcpanel-' || x.id as id, x.id as award_id, x.purpose, x.fund, x.recipient, x.recipient_id, x.quote, x.currency, x.amount,
    case when x.date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' then x.date end as day,
    x.planned_start, x.planned_end, x.upstream_funder, x.area, coalesce(d.title, d.file_name) as document_title,
    d.source_url, coalesce(p.meeting_date, d.meeting_date) as meeting_date,
    coalesce(x.funder, (
      select g.name from governance g
      where g.force = coalesce(p.force, d.force) and g.kind in ('pcc', 'pfcc', 'pcvc', 'mayor', 'corporation')
        and coalesce(p.meeting_date, d.meeting_date) >= coalesce(g.valid_from, '')
        and coalesce(p.meeting_date, d.meeting_date) <= coalesce(g.valid_to, '9999')
      order by g.valid_from desc limit 1)) as funding
  from funding_awards x {_JOINED}
  where {_CURRENT} and x.status = 'awarded'
)
""",
    ),
)

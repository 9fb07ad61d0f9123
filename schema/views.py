"""The views that people query without knowing the joins. A document that a later version replaced is in none of them.

Each view is data: its columns with the expression they show, and where they come from. Ids come last, names first.
"""

from __future__ import annotations

from schema.level_views import COMPARABLE_OBSERVATIONS, MEASURE_BY_FORCE
from schema.pair_views import CONFLICTING_FIGURES, RESTATEMENTS
from schema.shape import View
from schema.view_joins import CURRENT, FROM_PAPER, IDS, JOINED, PRINTED_AT

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
            **FROM_PAPER,
            **PRINTED_AT,
            "source": "x.source",
            "confidence": "x.confidence",
            "verified": "x.verified",
            "disputed": "x.disputed",
            "corrected": "x.corrected",
            "force_id": "x.force",
            "measure_id": "x.measure",
            **IDS,
            "observation_id": "x.id",
        },
        source=f"""
from observations x {JOINED}
left join forces f on f.id = x.force
left join measures m on m.id = x.measure
where {CURRENT}
""",
    ),
    MEASURE_BY_FORCE,
    COMPARABLE_OBSERVATIONS,
    RESTATEMENTS,
    CONFLICTING_FIGURES,
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
            "standing": "s.standing",
            "standing_why": "s.why",
            **FROM_PAPER,
            **PRINTED_AT,
            "source": "x.source",
            "confidence": "x.confidence",
            "verified": "x.verified",
            "disputed": "x.disputed",
            "force_id": "f.id",
            "recipient_id": "x.recipient_id",
            "funder_id": "x.funder_id",
            "told_by_id": "s.against_id",
            **IDS,
            "award_id": "x.id",
        },
        source=f"""
from funding_awards x {JOINED}
left join forces f on f.id = coalesce(p.force, d.force)
left join same_awards s on s.award_id = x.id
where {CURRENT}
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
            **FROM_PAPER,
            **PRINTED_AT,
            "confidence": "x.confidence",
            "force_id": "f.id",
            **IDS,
            "date_id": "x.id",
        },
        source=f"""
from dates x {JOINED}
left join forces f on f.id = coalesce(p.force, d.force)
where {CURRENT}
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
where {CURRENT}
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
            **FROM_PAPER,
            **PRINTED_AT,
            "observation_ids": "x.observation_ids",
            "force_id": "f.id",
            **IDS,
            "discrepancy_id": "x.id",
        },
        source=f"""
from discrepancies x {JOINED}
left join forces f on f.id = coalesce(p.force, d.force)
where {CURRENT}
""",
    ),
    View(
        name="not_read",
        columns={
            "severity": "x.severity",
            "code": "x.code",
            "message": "x.message",
            "page": "x.page",
            "line": PRINTED_AT["line"],
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
where {CURRENT}
""",
    ),
    View(
        name="earlier_versions",
        columns={
            "path": "coalesce(x.given, x.path)",
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
where x.seen_to is not null and (d.superseded_by is not null or exists
  (select 1 from document_paths y where y.path = x.path and y.document_id <> x.document_id and y.seen_from >= x.seen_to))
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
  from funding_awards x {JOINED}
  where {CURRENT} and x.status = 'awarded' and not exists (select 1 from same_awards s where s.award_id = x.id)
)
""",
    ),
)

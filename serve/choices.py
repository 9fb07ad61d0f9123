"""What a visitor can choose from in the form of a prepared question, so that nobody has to know an id.

A query of ``metadata.yml`` names one of these under ``fields: {parameter: {choices: …}}``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from datasette.app import Datasette

from serve import access

#: Each gives the value, its text and the group under which it stands.
QUERIES = {
    "measures": """
        select m.id, m.name, m.category from measures m
        where m.id in (select measure from coverage) order by m.category, m.name""",
    "forces": """
        select f.id, f.name, null from forces f
        where f.id in (select force from documents union select force from papers) order by f.name""",
    "financial_years": """
        select distinct financial_year, financial_year, null from coverage
        where financial_year != '' order by financial_year desc""",
    "meeting_years": """
        select distinct substr(meeting_date, 1, 4) as year, substr(meeting_date, 1, 4), null from papers
        where meeting_date is not null order by year desc""",
    "award_years": "select distinct year, year, null from funding_awards where year is not null order by year desc",
    "award_areas": "select distinct area, area, null from funding_awards where area is not null order by area",
    "recipients": "select distinct recipient, recipient, null from funding_awards where recipient is not null order by recipient",
    "meetings": """
        select distinct coalesce(p.meeting_date, d.meeting_date) as day, coalesce(p.meeting_date, d.meeting_date), null
        from documents d left join papers p on p.document_id = d.id
        where coalesce(p.meeting_date, d.meeting_date) is not null order by day desc""",
    "documents": """
        select d.id, coalesce(d.title, d.file_name) || coalesce(', ' || d.meeting_date, ''), f.name
        from documents d left join forces f on f.id = d.force
        where d.superseded_by is null order by f.name, d.meeting_date desc, d.id""",
    "severities": "select distinct severity, severity, null from discrepancies order by severity",
    "problem_codes": "select distinct code, replace(code, '_', ' '), null from problems order by code",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list: what is asked for, what the reader sees, under which heading."""

    value: str
    text: str
    group: str = ""


def chooser(datasette: Datasette) -> Callable[[str], Awaitable[list[Choice]]]:
    """A function for templates that gives the entries of a list by its name."""

    async def choices(name: str) -> list[Choice]:
        found = await access.rows(datasette, QUERIES[name])
        return [Choice(str(value), str(text), group or "") for value, text, group in found]

    return choices

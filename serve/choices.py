"""What a visitor can choose from in the form of a prepared question, so that nobody has to know an id.

A query of ``metadata.yml`` names one of these under ``fields: {parameter: {choices: …}}``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from datasette.app import Datasette
from markupsafe import Markup
from sqlite_utils import Database

from serve import access

_CURRENT = "document_id not in (select id from documents where superseded_by is not null)"

#: A family of more measures than this stands under a heading of its own, so that the fifty functions of officers hide no other.
FAMILY = 20

#: Each gives the value, and where they differ from it the text and the group under which it stands.
QUERIES = {
    "measures": f"""
        select id as value, name as text, category || case
          when count(*) over (partition by category, subcategory) > {FAMILY} then ': ' || subcategory else '' end as "group"
        from measures where id in (select measure from coverage) order by 3, name""",
    "forces": f"""
        select id as value, name as text from forces
        where id in (select force from documents where superseded_by is null
          union select force from papers where {_CURRENT}) order by name""",
    "financial_years": "select distinct financial_year as value from coverage order by 1 desc",
    "meeting_years": """
        select distinct substr(meeting_date, 1, 4) as value from papers_by_force
        where meeting_date is not null order by 1 desc""",
    "meetings": """
        select distinct meeting_date as value from documents
        where meeting_date is not null and superseded_by is null order by 1 desc""",
    **{
        name: f"""
        select distinct {column} as value from funding_awards where {column} is not null and {_CURRENT} order by 1{order}"""
        for name, column, order in (
            ("award_years", "year", " desc"),
            ("award_areas", "area", ""),
            ("award_funds", "fund", ""),
            ("recipients", "recipient", ""),
        )
    },
    "documents": """
        select d.id as value, coalesce(d.title, d.file_name) || coalesce(', ' || d.meeting_date, '') as text, f.name as "group"
        from documents d left join forces f on f.id = d.force
        where d.superseded_by is null order by f.name, d.meeting_date desc, d.id""",
    "severities": f"select distinct severity as value from discrepancies where {_CURRENT} order by 1",
    "problem_codes": f"""
        select distinct code as value, replace(code, '_', ' ') as text from problems where {_CURRENT} order by 1""",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list: what is asked for, what the reader sees, under which heading."""

    value: str
    text: str
    group: str = ""


class Choices(tuple[Choice, ...]):
    """The entries of a list, each under the heading of its group; they are written as HTML once for all pages that offer them."""

    @cached_property
    def _html(self) -> Markup:
        written = []
        for group, entries in groupby(sorted(self, key=lambda one: one.group.casefold()), key=lambda one: one.group):
            options = Markup().join(
                Markup('<option value="{}">{}</option>').format(entry.value, entry.text) for entry in entries
            )
            heading = group.replace("_", " ")
            written.append(Markup('<optgroup label="{}">{}</optgroup>').format(heading, options) if group else options)
        return Markup().join(written)

    def options(self, chosen: str | None) -> Markup:
        """The ``<option>`` elements of the list, with the one selected whose value is ``chosen``."""
        if chosen is None:
            return self._html
        value = Markup('<option value="{}"').format(chosen)
        return self._html.replace(value + Markup(">"), value + Markup(" selected>"), 1)


def chooser(datasette: Datasette) -> Callable[[str], Awaitable[Choices]]:
    """A function for templates that gives the entries of a list by its name."""

    async def choices(name: str) -> Choices:
        return await access.judged(datasette, _entries, QUERIES[name])

    return choices


def _entries(db: Database, sql: str) -> Choices:
    """The entries of a list; they are the same for everybody until the file changes."""
    found = db.query(sql)
    return Choices(Choice(row["value"], row.get("text") or row["value"], row.get("group") or "") for row in found)

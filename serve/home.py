"""What the first page shows: how much there is, and ways in by force, by measure, by year of the figures and of the meetings."""

from __future__ import annotations

from typing import Any

from datasette.app import Datasette
from sqlite_utils import Database

from schema.held import COUNTED_SO, held
from serve import access, site

NEWEST = 8
MEASURES = 18

_COUNTS = """
select
  (select count(distinct force) from documents where superseded_by is null and status <> 'failed') as forces,
  (select min(substr(meeting_date, 1, 4)) from documents where superseded_by is null) as first_year,
  (select max(substr(meeting_date, 1, 4)) from documents where superseded_by is null) as last_year,
  (select status = 'running' from runs order by rowid desc limit 1) as unfinished,
  case when (select max(rowid) from observations) > {many} then null else
    (select count(*) from observations
      where verified > 0 and document_id not in (select id from documents where superseded_by is not null)) end as verified
"""
_FORCES = """
select f.id, f.name, count(*) as papers from documents d join forces f on f.id = d.force
where d.superseded_by is null and d.status <> 'failed' group by f.id order by f.name
"""
_MEASURES = """
select m.id, m.name, count(distinct c.force) as forces, sum(c.n) as figures from coverage c join measures m on m.id = c.measure
group by m.id order by forces desc, figures desc, m.name limit ?
"""
_YEARS = """
select substr(meeting_date, 1, 4) as year, count(*) as papers from documents
where superseded_by is null and status <> 'failed' and meeting_date is not null group by year order by year
"""
_UNDATED = """
select count(*) as papers from documents where superseded_by is null and status <> 'failed' and meeting_date is null
"""
_FIGURE_YEARS = """
select financial_year as year, sum(n) as figures, count(distinct force) as forces from coverage group by 1 order by 1
"""
_NEWEST = """
select d.id, coalesce(d.title, d.file_name) as title, d.meeting_date, f.name as force_name from documents d
left join forces f on f.id = d.force
where d.superseded_by is null and d.status <> 'failed' order by coalesce(d.meeting_date, d.period_end) desc, d.id limit ?
"""


async def context(datasette: Datasette) -> dict[str, Any]:
    """The variables of ``index.html``; of the prepared questions those that no page of ours answers come first."""
    questions = await access.questions(datasette)
    return {
        "home": {
            **await access.judged(datasette, made_of),
            "questions": [one for one in questions if not one.get("page")],
            "also_pages": [one for one in questions if one.get("page")],
            "query": lambda name: access.query_path(datasette, name),
            "table": lambda name: access.table_path(datasette, name),
        }
    }


def made_of(db: Database) -> dict[str, Any]:
    """How much there is in a database, and the ways in; looking through every figure, it is asked once for each state of the file."""

    def rows(sql: str, *values: object) -> list[access.Row]:
        return list(db.query(sql, values))

    return {
        "held": held(db.conn),
        "counted_so": COUNTED_SO,
        "counts": rows(_COUNTS.format(many=site.MANY_FIGURES))[0],
        "forces": rows(_FORCES),
        "measures": rows(_MEASURES, MEASURES),
        "years": rows(_YEARS),
        "undated": rows(_UNDATED)[0]["papers"],
        "figure_years": rows(_FIGURE_YEARS),
        "newest": rows(_NEWEST, NEWEST),
    }

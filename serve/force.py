"""What there is of one force, ``/-/force/kent``, and the list of all 43, ``/-/forces``."""

from __future__ import annotations

from itertools import groupby

from datasette.app import Datasette

from schema.level_views import whole_force_level
from serve import access, addresses, figure_rows
from serve.sheets import Column, Sheet, Value, sheet_response, taken_away

#: How many awards and contradictions are shown before the page leads on to the rest.
SHOWN = 10

_FORCES = """
select f.id, f.name, f.region, count(d.id) as papers, min(d.meeting_date) as first, max(d.meeting_date) as last
from forces f left join documents d on d.force = f.id and d.superseded_by is null and d.status <> 'failed'
group by f.id order by f.name
"""
_FORCE = """
select f.*, (select population from population p where p.force = f.id order by p.year desc limit 1) as population,
  (select year from population p where p.force = f.id order by p.year desc limit 1) as population_year
from forces f where f.id = ?
"""
_GOVERNANCE = """
select kind, name, valid_from, valid_to from governance where force = ?
order by kind = 'host', kind = 'panel', coalesce(valid_from, valid_to, ''), name
"""
_PAPERS = """
select x.id, x.document_id, coalesce(x.title, d.title, d.file_name) as title, coalesce(x.doc_type, d.doc_type) as doc_type,
  coalesce(x.meeting_date, d.meeting_date) as meeting_date, d.status
from papers x join documents d on d.id = x.document_id
where coalesce(x.force, d.force) = ? and d.superseded_by is null
order by meeting_date desc, x.document_id, x.number
"""
# Of each measure the level of the latest period; of these the one of the longest, from the latest meeting.
_LATEST = f"""
select * from (
  select x.*, m.name as measure_name, m.category, coalesce(p.meeting_date, d.meeting_date) as meeting_date,
    coalesce(p.title, d.title, d.file_name) as document_title,
    row_number() over (partition by x.measure order by x.period_end desc, x.period_start, coalesce(p.meeting_date, d.meeting_date) desc,
      x.confidence desc, x.id) as place
  from observations x join forces f on f.id = x.force join measures m on m.id = x.measure
  join documents d on d.id = x.document_id left join papers p on p.id = x.paper_id
  where x.force = ? and x.period_end is not null and d.superseded_by is null and {whole_force_level("x")}
) where place = 1 order by category, measure_name
"""
_AWARDS = """
select a.*, coalesce(p.meeting_date, d.meeting_date) as meeting_date from funding_awards a
join documents d on d.id = a.document_id left join papers p on p.id = a.paper_id
where coalesce(p.force, d.force) = ? and d.superseded_by is null
  and a.id not in (select award_id from same_awards where standing = 'again')
order by meeting_date desc, a.amount desc, a.id limit ?
"""
_CONTRADICTIONS = """
select * from discrepancies_readable where force_id = ?
order by severity = 'wrong' desc, meeting_date desc, discrepancy_id limit ?
"""
_COUNTS = """
select (select count(*) from funding_awards a join documents d on d.id = a.document_id left join papers p on p.id = a.paper_id
    where coalesce(p.force, d.force) = :force and d.superseded_by is null
      and a.id not in (select award_id from same_awards where standing = 'again')) as awards,
  (select count(*) from discrepancies_readable where force_id = :force) as contradictions,
  (select count(*) from observations x join documents d on d.id = x.document_id
    where x.force = :force and d.superseded_by is null) as figures
"""

COLUMNS = (
    Column("category", "Category", "the group of the measure"),
    Column("measure", "Measure", "what is counted"),
    Column("value", "Printed", "the latest level as a number, in the unit"),
    Column("printed", "As printed", "the figure as the paper prints it"),
    Column("unit", "Unit", "what the figure is counted in"),
    *figure_rows.PERIOD,
    Column("rating", "Rating", "red, amber or green, where the paper gives a rating"),
    figure_rows.CONFIDENCE,
    *figure_rows.PAPER,
    figure_rows.SOURCE,
)


async def forces_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show all forces and how much there is of each."""
    await access.ensure_may_view(datasette, request, "forces", "documents", "coverage")
    return await access.page(datasette, request, "forces.html", {"forces": await access.rows(datasette, _FORCES)})


async def force_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show a force: its latest figures, its papers by year, its awards, what its papers contradict."""
    await access.ensure_may_view(
        datasette, request, "forces", "documents", "papers", "observations", "funding_awards", "same_awards", "discrepancies", "governance"
    )  # fmt: skip
    key = access.decoded(request.url_vars["id"])
    force = await access.first(datasette, _FORCE, [key])
    if force is None:
        raise access.NotFound(f"There is no force with the id {key}.")
    latest = await access.rows(datasette, _LATEST, [key])
    sheet = Sheet(
        file_name=f"latest-{key}",
        title=f"{force['name']}: latest figures",
        address=access.absolute(datasette, request, addresses.force(datasette, key)),
        columns=COLUMNS,
        rows=[_row(datasette, request, one) for one in latest],
    )
    if form := request.url_vars["form"]:
        return sheet_response(sheet, form)
    papers = await access.rows(datasette, _PAPERS, [key])
    context = {
        "force": force,
        "sheet": sheet,
        "governance": await access.rows(datasette, _GOVERNANCE, [key]),
        "latest": [(category, list(some)) for category, some in groupby(latest, key=lambda one: one["category"])],
        "rated": any(one["rag"] for one in latest),
        "years": [(year, list(some)) for year, some in groupby(papers, key=lambda one: (one["meeting_date"] or "")[:4])],
        "awards": await access.rows(datasette, _AWARDS, [key, SHOWN]),
        "contradictions": await access.rows(datasette, _CONTRADICTIONS, [key, SHOWN]),
        "counts": await access.first(datasette, _COUNTS, {"force": key}),
        "taken_away": taken_away(request),
    }  # fmt: skip
    return await access.page(datasette, request, "force.html", context)


def _row(datasette: Datasette, request: access.Request, one: access.Row) -> tuple[Value, ...]:
    """The cells of a latest figure under ``COLUMNS``."""
    return (
        one["category"],
        one["measure_name"],
        one["value"],
        one["value_text"],
        one["unit"],
        one["period_start"],
        one["period_end"],
        one["rag"],
        one["confidence"],
        one["document_title"],
        one["meeting_date"],
        figure_rows.source_cell(datasette, request, "observation", one["id"]),
    )

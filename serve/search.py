"""One search over the figures and the words of all papers, ``/-/search?q=``."""

from __future__ import annotations

from datasette.app import Datasette

from serve import access
from serve.cells import paper_address
from serve.source import address as source_address

SHOWN = 25

_FIGURES = """
select o.id, o.label, o.value_text, o.page, o.line, f.name as force_name, m.name as measure_name, o.period_label,
  o.document_id, coalesce(d.title, d.file_name) as document_title, coalesce(p.meeting_date, d.meeting_date) as meeting_date
from observations_fts s
join observations o on o.rowid = s.rowid
join documents d on d.id = o.document_id
left join papers p on p.id = o.paper_id
left join forces f on f.id = o.force
left join measures m on m.id = o.measure
where observations_fts match coalesce(nullif(escape_fts(:words), ''), '""') and d.superseded_by is null
order by s.rank, o.id limit :most
"""
_PAGES = """
select g.document_id, g.page, g.width, coalesce(d.title, d.file_name) as document_title, d.meeting_date, f.name as force_name,
  snippet(pages_fts, 0, '[[', ']]', ' … ', 32) as passage
from pages_fts s
join pages g on g.rowid = s.rowid
join documents d on d.id = g.document_id
left join forces f on f.id = d.force
where pages_fts match coalesce(nullif(escape_fts(:words), ''), '""') and d.superseded_by is null
order by s.rank, g.document_id, g.page limit :most
"""


async def search_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show the figures whose label has the words, and the pages that say them."""
    await access.ensure_may_view(datasette, request, "observations", "pages", "documents")
    words = (request.args.get("q") or "").strip()
    asked = {"words": words, "most": SHOWN}
    return await access.page(
        datasette,
        request,
        "search.html",
        {
            "words": words,
            "figures": await access.rows(datasette, _FIGURES, asked) if words else [],
            "pages": await access.rows(datasette, _PAGES, asked) if words else [],
            "most": SHOWN,
            "source": lambda key: source_address(datasette, "observation", key),
            "paper": lambda key, page=None: paper_address(datasette, key, page),
            "all_figures": access.table_path(datasette, "observations"),
            "what_was_said": access.query_path(datasette, "what-was-said"),
        },
    )

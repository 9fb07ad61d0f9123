"""A paper on one page, ``/-/paper/<document id>``, and the text of each of its pages."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlencode

from datasette.app import Datasette

from schema.problem_groups import grouped
from serve import access, addresses, wording
from serve.facsimile import Facsimile, facsimile
from serve.files import kept
from serve.grids import Grid, grid
from serve.marking import passage, spans_of_words
from serve.original import handed_out
from serve.source import facsimile_of

#: How many tables, and how many facts of a kind, a page shows before it leads on to the rest.
TABLES_SHOWN = 20
FACTS_SHOWN = 25
#: Of notes on what could not be read many are one line.
NOTES_SHOWN = 500
#: Where the tables of a page have more rows together than ``ROWS_OPEN``, those of more than ``UNFOLDED`` are folded; a list of notes
#: is folded after as many.
ROWS_OPEN = 80
UNFOLDED = 10

_DOCUMENT = """
select d.*, f.name as force_name, n.title as newer_title from documents d
left join forces f on f.id = d.force left join documents n on n.id = d.superseded_by
where d.id = ?
"""
_PARTS = "select * from papers where document_id = ? order by number"
_PAGES = "select page, kind, label, width, length(text) as characters from pages where document_id = ? order by page"
_TABLES = """
select t.*, (select min(line) from source_cells c where c.source_table_id = t.id) as line
from source_tables t where t.document_id = ? order by t.number limit ? offset ?
"""
_CELLS = "select * from source_cells where source_table_id in ({}) order by source_table_id, row, col"
_FIGURES_OF_TABLES = """
select id, source_table_id, row, col from observations where source_table_id in ({0})
"""
_AWARDS_OF_TABLES = _FIGURES_OF_TABLES.replace("observations", "funding_awards")
_DATES_OF_TABLES = _FIGURES_OF_TABLES.replace("observations", "dates")
_FIGURES = """
select o.*, m.name as measure_name from observations o left join measures m on m.id = o.measure
where o.document_id = ? order by o.page, o.line, o.source_table_id, o.row, o.col, o.id limit ?
"""
_AWARDS = (
    "select * from funding_awards where document_id = ? order by page, line, source_table_id, row, col, id limit ?"
)
_DATES = "select * from dates where document_id = ? order by page, line, id limit ?"
_DISCREPANCIES = "select * from discrepancies where document_id = ? order by page, id limit ?"
_PROBLEMS = "select * from problems where document_id = ? order by page, line, id limit ?"
_COUNTED = ("source_tables", "observations", "funding_awards", "dates", "discrepancies", "problems")
_TABLES_SHOWN = ("documents", "papers", "pages", "source_cells", *_COUNTED)


async def paper_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show a document: who, what and when it is, its parts, its tables as tables, and what was read in it."""
    key = access.decoded(request.url_vars["id"])
    await access.ensure_may_view(datasette, request, *_TABLES_SHOWN)
    document = await _document(datasette, key)
    counts = {
        table: (await access.rows(datasette, f"select count(*) as n from {table} where document_id = ?", [key]))[0]["n"]
        for table in _COUNTED
    }
    offset = _offset(request)
    pages = await access.rows(datasette, _PAGES, [key])
    # A line is how a place in a paper without pages is named.
    of_pages = any(page["width"] for page in pages)
    noted = await access.rows(datasette, _PROBLEMS, [key, NOTES_SHOWN])
    tables = await access.rows(datasette, _TABLES, [key, TABLES_SHOWN, offset])
    return await access.page(
        datasette,
        request,
        "paper.html",
        {
            "document": document,
            "canonical": access.absolute(datasette, request, addresses.paper(datasette, key)),
            "original": handed_out(datasette) and await kept(datasette, key) is not None,
            "meeting": wording.day(document["meeting_date"]),
            "period": wording.span(document["period_start"], document["period_end"]),
            "parts": await access.rows(datasette, _PARTS, [key]),
            "pages": pages,
            "counts": counts,
            "tables": await _shown_tables(datasette, tables),
            "offset": offset,
            "unfolded": UNFOLDED,
            "next_tables": offset + TABLES_SHOWN if offset + TABLES_SHOWN < counts["source_tables"] else None,
            "figures": await access.rows(datasette, _FIGURES, [key, FACTS_SHOWN]),
            "awards": await access.rows(datasette, _AWARDS, [key, FACTS_SHOWN]),
            "dates": await access.rows(datasette, _DATES, [key, FACTS_SHOWN]),
            "discrepancies": await access.rows(datasette, _DISCREPANCIES, [key, FACTS_SHOWN]),
            "notes": grouped({**note, "line": None if of_pages else note["line"]} for note in noted),
            "all_of": lambda table: f"{access.table_path(datasette, table)}?{urlencode({'document_id': key})}",
            "source": lambda kind, fact: addresses.source(datasette, kind, fact),
            "here": addresses.paper(datasette, key),
            "record": access.row_path(datasette, "documents", key),
            "wording": wording,
        },
    )


async def text_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show the text of one page with numbered lines; words of a search (``?words=``) are marked."""
    key, page = access.decoded(request.url_vars["id"]), int(request.url_vars["page"])
    await access.ensure_may_view(datasette, request, "documents", "pages")
    document = await _document(datasette, key)
    row = await access.first(datasette, "select * from pages where document_id = ? and page = ?", [key, page])
    if row is None:
        raise access.NotFound(f"This paper has no page {page}.")
    around = await access.first(
        datasette,
        """select max(case when page < :page then page end) as earlier, min(case when page > :page then page end) as later
        from pages where document_id = :key""",
        {"key": key, "page": page},
    )
    words = request.args.get("words") or ""
    return await access.page(
        datasette,
        request,
        "text.html",
        {
            "document": document,
            "canonical": access.absolute(datasette, request, addresses.paper(datasette, key, page)),
            "page": row,
            "facsimile": await _facsimile(datasette, request, document, row),
            "enlarged": request.args.get("large") == "1",
            "fact": request.args.get("fact") or None,
            "words": words,
            "passage": passage(row["text"], spans_of_words(row["text"], words), around=None),
            "earlier": around and around["earlier"],
            "later": around and around["later"],
            "here": addresses.paper(datasette, key),
        },
    )


async def _facsimile(
    datasette: Datasette, request: access.Request, document: access.Row, page: access.Row
) -> Facsimile | None:
    """The picture of the page; ``?fact=observation/<id>`` boxes a fact on it."""
    kind, _, key = (request.args.get("fact") or "").partition("/")
    boxed = await facsimile_of(datasette, document["id"], page["page"], kind, key) if key else None
    return boxed or await facsimile(datasette, document, page)


async def _document(datasette: Datasette, key: str) -> access.Row:
    """The row of a document, or the reason why there is none."""
    document = await access.first(datasette, _DOCUMENT, [key])
    if document is None:
        raise access.NotFound(f"There is no paper with the id {key}.")
    return document


def _offset(request: access.Request) -> int:
    """Which tables to begin with, from ``?tables=20``; anything odd begins at the first."""
    asked = request.args.get("tables") or ""
    return int(asked) if asked.isdecimal() and len(asked) < 7 else 0


async def _shown_tables(datasette: Datasette, tables: list[access.Row]) -> list[tuple[access.Row, Grid, bool]]:
    """The tables laid out, each cell that gave a fact leading to it, and whether a table is folded."""
    if not tables:
        return []
    keys = [table["id"] for table in tables]
    places = ", ".join("?" * len(keys))
    cells: dict[str, list[access.Row]] = defaultdict(list)
    for cell in await access.rows(datasette, _CELLS.format(places), keys):
        cells[cell["source_table_id"]].append(cell)
    links: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for kind, query in (("date", _DATES_OF_TABLES), ("award", _AWARDS_OF_TABLES), ("observation", _FIGURES_OF_TABLES)):
        for fact in await access.rows(datasette, query.format(places), keys):
            links[fact["source_table_id"]][fact["row"], fact["col"]] = addresses.source(datasette, kind, fact["id"])
    grids = [grid(cells[table["id"]], table["header_rows"] or 0, links=links[table["id"]]) for table in tables]
    long = sum(len(one.body) for one in grids) > ROWS_OPEN
    return [(table, one, long and len(one.body) > UNFOLDED) for table, one in zip(tables, grids, strict=True)]

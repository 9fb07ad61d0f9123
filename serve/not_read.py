"""What could not be read, ``/-/not-read?force=kent&kind=no_text``: many notes of one kind in one paper as one line, with their pages."""

from __future__ import annotations

import json

from datasette.app import Datasette

from schema.problem_groups import ProblemGroup, grouped
from schema.vocabulary import force_named
from serve import access, addresses, figure_rows
from serve.sheets import Column, Sheet, Value, sheet_response, taken_away

#: So many kinds of notes of papers stand on one page, each of them as one line or a few.
PAGE = 50

_ASKED = """
from not_read where (:force = '' or force_id = :force) and (:kind = '' or code = :kind) and (:paper = '' or document_id = :paper)
"""
_COUNTED = f"select count(*) as notes, count(distinct document_id) as papers {_ASKED}"
_KINDS = f"select count(*) as n from (select 1 {_ASKED} group by document_id, code, severity)"
_WORST_FIRST = "severity = 'info', severity = 'warning', meeting_date is null, meeting_date desc, document_id"
_GROUPS = f"""
select document_id, code, severity, document_title, force, meeting_date,
  json_group_array(json_object('page', page, 'line', line, 'message', message)) as notes {_ASKED}
group by document_id, code, severity order by {_WORST_FIRST}, min(page), code limit :most offset :skip
"""
_EACH = f"select * {_ASKED} order by {_WORST_FIRST}, page, line, problem_id"

COLUMNS = (
    Column("severity", "How much it matters", "error, warning or info"),
    Column("kind", "Kind", "the kind of note, such as no_text or force_unknown"),
    Column("message", "What was seen", "in a sentence"),
    Column("page", "Page", "from 1"),
    Column("line", "Line", "in papers without pages"),
    Column("force", "Force", "the police force of the paper"),
    *figure_rows.PAPER,
    Column("source", "Place", "the address of the page or the paper"),
)


async def not_read_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show them by force, kind and paper, or give each of them as a row of a file."""
    await access.ensure_may_view(datasette, request, "problems", "documents")
    asked = {name: (request.args.get(name) or "").strip() for name in ("force", "kind", "paper")}
    address = access.absolute(datasette, request, addresses.not_read(datasette, **asked))
    title = f"What could not be read{_of(asked['force'])}"
    if form := request.url_vars["form"]:
        rows = await access.rows(datasette, _EACH, asked)
        sheet = Sheet(
            file_name="not-read",
            title=title,
            address=address,
            columns=COLUMNS,
            rows=[_row(datasette, request, row) for row in rows],
        )
        return sheet_response(sheet, form)
    number = access.page_number(request)
    counts = await access.first(datasette, _COUNTED, asked)
    kinds = await access.first(datasette, _KINDS, asked)
    found = await access.rows(datasette, _GROUPS, {**asked, "most": PAGE, "skip": (number - 1) * PAGE})
    context = {
        "title": title,
        "asked": asked,
        "counts": counts,
        "shown": [group for row in found for group in _groups(row)],
        "number": number,
        "pages": -(-(kinds["n"] if kinds else 0) // PAGE),
        "address": address,
        "canonical": address if number == 1 else None,
        "taken_away": taken_away(request),
    }
    return await access.page(datasette, request, "not_read.html", context)


def _row(datasette: Datasette, request: access.Request, row: access.Row) -> tuple[Value, ...]:
    """The cells of a note under ``COLUMNS``."""
    place = addresses.paper(datasette, row["document_id"], row["page"])
    told = ("severity", "code", "message", "page", "line", "force", "document_title", "meeting_date")
    return (*(row[name] for name in told), access.absolute(datasette, request, place))


def _groups(row: access.Row) -> list[ProblemGroup]:
    """The notes of one kind in one paper, in printed order, together where they are many."""
    notes = sorted(json.loads(row["notes"]), key=lambda note: (note["page"] or 0, note["line"] or 0))
    return grouped({**row, **note} for note in notes)


def _of(force: str) -> str:
    """Whose papers they are, for the title; a force that is not known keeps its id."""
    try:
        return f": {force_named(force).name}" if force else ""
    except KeyError:
        return f": {force}"

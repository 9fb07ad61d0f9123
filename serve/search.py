"""One search over the figures and the words of all papers, ``/-/search?q=``."""

from __future__ import annotations

import re

from datasette.app import Datasette

from serve import access, addresses

SHOWN = 25

_NUMBER = re.compile(r"£?[-−+]?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)%?")
# Words as they were typed, or in another form that papers print.
_MATCH = "coalesce(nullif(escape_fts(:words), ''), '\"\"') || coalesce(' OR ' || nullif(escape_fts(:other), ''), '')"

_FIGURES = """
select o.id, o.label, o.value_text, o.page, o.line, f.name as force_name, m.name as measure_name, o.period_label,
  o.confidence, o.disputed,
  o.document_id, coalesce(d.title, d.file_name) as document_title, coalesce(p.meeting_date, d.meeting_date) as meeting_date
from {found}
join documents d on d.id = o.document_id
left join papers p on p.id = o.paper_id
left join forces f on f.id = o.force
left join measures m on m.id = o.measure
where {condition} and d.superseded_by is null
order by {order}, o.id limit :most
"""
_LABELLED = _FIGURES.format(
    found="observations_fts s join observations o on o.rowid = s.rowid",
    condition=f"observations_fts match {_MATCH}",
    order="s.rank",
)
_COUNTING = _FIGURES.format(
    found="observations o", condition="o.value in (:number, -:number)", order="meeting_date desc, o.confidence desc"
)
_AWARDS = """
select a.id, coalesce(a.recipient, a.purpose, 'Funding') as recipient, a.amount, a.amount_to, a.qualifier, a.currency, a.status, a.year,
  a.confidence, f.name as force_name, coalesce(d.title, d.file_name) as document_title,
  coalesce(p.meeting_date, d.meeting_date) as meeting_date
from {found}
join documents d on d.id = a.document_id
left join papers p on p.id = a.paper_id
left join forces f on f.id = coalesce(p.force, d.force)
where {condition} and d.superseded_by is null
order by {order}, a.id limit :most
"""
_GIVEN = _AWARDS.format(
    found="funding_awards_fts s join funding_awards a on a.rowid = s.rowid",
    condition=f"funding_awards_fts match {_MATCH}",
    order="s.rank",
)
_AMOUNTING = _AWARDS.format(found="funding_awards a", condition="a.amount = :number", order="meeting_date desc")
_PAGES = f"""
select g.document_id, g.page, g.width, coalesce(d.title, d.file_name) as document_title, d.meeting_date, f.name as force_name,
  snippet(pages_fts, 0, '[[', ']]', ' … ', 32) as passage
from pages_fts s
join pages g on g.rowid = s.rowid
join documents d on d.id = g.document_id
left join forces f on f.id = d.force
where pages_fts match {_MATCH} and d.superseded_by is null
order by s.rank, g.document_id, g.page limit :most
"""


def _number(words: str) -> tuple[float | None, str]:
    """The number that is searched for, and its other form in print: ``134069`` is 134069 and ``134,069``."""
    match = _NUMBER.fullmatch(words.replace(" ", ""))
    if match is None:
        return None, ""
    digits = match["digits"].replace(",", "")
    return float(digits), f"{int(digits):,}" if digits.isdigit() and "," not in words else digits


async def search_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show the figures and awards that are called so, or are the number typed, and the pages that say it."""
    await access.ensure_may_view(datasette, request, "observations", "funding_awards", "pages", "documents")
    words = (request.args.get("q") or "").strip()
    number, other = _number(words)
    asked = {"words": words, "other": other, "number": number, "most": SHOWN}
    figures, awards = (_LABELLED, _GIVEN) if number is None else (_COUNTING, _AMOUNTING)

    async def found(sql: str) -> list[access.Row]:
        return await access.rows(datasette, sql, asked) if words else []

    return await access.page(
        datasette,
        request,
        "search.html",
        {
            "words": words,
            "number": number,
            "figures": await found(figures) or (await found(_LABELLED) if number is not None else []),
            "awards": await found(awards),
            "pages": await found(_PAGES),
            "most": SHOWN,
            "source": lambda kind, key: addresses.source(datasette, kind, key),
            "paper": lambda key, page=None: addresses.paper(datasette, key, page),
            "all_figures": access.table_path(datasette, "observations"),
            "all_awards": access.query_path(datasette, "awards"),
            "what_was_said": access.query_path(datasette, "what-was-said"),
        },
    )

"""What search engines may read, ``/robots.txt``, and where to begin, ``/sitemap.xml``: pages of ours, of the current papers."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from datasette.app import Datasette

from serve import access, addresses

#: So many addresses may stand in one sitemap; of more, ``/sitemap.xml`` is an index of ``/sitemap-1.xml`` and so on.
MOST = 50_000

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ROBOTS = """\
# Everybody may read the pages of this site and the tables as they are. The tables can also be filtered and sorted by every column and
# in every combination, which are more addresses than anybody will ever read and each costs a query; and every row of a table is shown
# better on the page of its place. Whoever wants all of it should take the files instead, from {whole}
User-agent: *
Allow: /
Disallow: {database}?
Disallow: {database}.db
Disallow: {database}/*?
Disallow: {database}/*/
Disallow: {search}?
Disallow: {export}/
Disallow: /*.csv
Disallow: /*.xlsx
Disallow: /*.json

Sitemap: {sitemap}
"""
_COUNT = "select count(*) as n from documents where superseded_by is null and status <> 'failed'"
_PAPERS = """
select id, substr(ingested_at, 1, 10) as day from documents where superseded_by is null and status <> 'failed' order by id limit ? offset ?
"""


async def robots(datasette: Datasette, request: access.Request) -> access.Response:
    """Tell robots what they may read."""
    text = _ROBOTS.format(
        whole=access.absolute(datasette, request, addresses.export(datasette)),
        database=access.database_path(datasette),
        export=addresses.export(datasette),
        search=addresses.search(datasette),
        sitemap=access.absolute(datasette, request, addresses.sitemap(datasette)),
    )
    return access.Response.text(text)


async def sitemap(datasette: Datasette, request: access.Request) -> access.Response:
    """List our pages, or of many the parts of the list."""
    await access.ensure_may_view(datasette, request, "documents", "forces", "measures", "coverage")
    fixed = await _fixed(datasette)
    counted = await access.first(datasette, _COUNT)
    papers = counted["n"] if counted else 0
    parts = -(-(len(fixed) + papers) // MOST)
    asked = request.url_vars.get("number")
    if asked is None and parts > 1:
        return _listed(
            "sitemapindex",
            "sitemap",
            [(access.absolute(datasette, request, addresses.sitemap(datasette, n)), None) for n in range(1, parts + 1)],
        )
    number = 1 if asked is None else int(asked)
    if not 1 <= number <= parts:
        raise access.NotFound(f"There are {parts} parts of the list of pages.")
    start = (number - 1) * MOST
    shown: list[tuple[str, str | None]] = [(address, None) for address in fixed[start : start + MOST]]
    # The papers follow the other pages.
    rows = await access.rows(datasette, _PAPERS, [MOST - len(shown), max(0, start - len(fixed))])
    shown += [(addresses.paper(datasette, row["id"]), row["day"]) for row in rows]
    here = access.absolute(datasette, request, "/").rstrip("/")
    return _listed("urlset", "url", [(f"{here}{address}", day) for address, day in shown])


async def _fixed(datasette: Datasette) -> list[str]:
    """The addresses of all pages but those of papers."""
    forces = await access.rows(datasette, "select id from forces order by id")
    measures = await access.rows(datasette, "select distinct measure as id from coverage order by 1")
    return [
        access.path(datasette, "/"),
        *(
            page(datasette)
            for page in (addresses.about, addresses.compare, addresses.contradictions, addresses.export, addresses.forces, addresses.funding, addresses.measures, addresses.not_read)
        ),
        *(addresses.force(datasette, row["id"]) for row in forces),
        *(addresses.measure(datasette, row["id"]) for row in measures),
    ]  # fmt: skip


def _listed(whole: str, part: str, addressed: Iterable[tuple[str, str | None]]) -> access.Response:
    """Absolute addresses, each with the day of its last change, in the form of sitemaps.org."""
    lines = (
        f"<{part}><loc>{escape(address)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{part}>\n"
        for address, day in addressed
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_NAMESPACE}">\n{"".join(lines)}</{whole}>\n'
    return access.Response(body.encode(), content_type="application/xml; charset=utf-8")

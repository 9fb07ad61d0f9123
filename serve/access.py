"""Everything our own pages ask of Datasette: rows, addresses, permission, templates.

Datasette 1.0 changes each of these (``permission_allowed``, query addresses, templates' context), so they stand in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from datasette.app import Datasette
from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import Forbidden, NotFound, Request, Response

#: The name under which ``panelpapers serve`` publishes any file, so that addresses do not change with the file's name.
NAME = "panel"

__all__ = [
    "NAME",
    "Datasette",
    "Forbidden",
    "NotFound",
    "Request",
    "Response",
    "Row",
    "database_name",
    "database_path",
    "decoded",
    "describer",
    "encoded",
    "ensure_may_view",
    "first",
    "page",
    "path",
    "query_path",
    "questions",
    "row_path",
    "rows",
    "table_path",
]


def database_name(datasette: Datasette) -> str:
    """The database that our pages are about: ``panel``, or the only file of a ``datasette some.db`` that loads this plugin."""
    if NAME in datasette.databases:
        return NAME
    files: list[str] = [name for name, database in datasette.databases.items() if not database.is_memory]
    if not files:
        raise NotFound("There is no database of papers here.")
    return files[0]


Row = dict[str, Any]


async def rows(datasette: Datasette, sql: str, params: Mapping[str, object] | Sequence[object] = ()) -> list[Row]:
    """The rows of a query of ours, within the time limit of the site."""
    results = await datasette.get_database(database_name(datasette)).execute(sql, params)
    return [dict(row) for row in results.rows]


async def first(datasette: Datasette, sql: str, params: Mapping[str, object] | Sequence[object] = ()) -> Row | None:
    """The first row of a query of ours, or None."""
    found = await rows(datasette, sql, params)
    return found[0] if found else None


async def questions(datasette: Datasette) -> list[dict[str, Any]]:
    """The prepared questions of the metadata that everybody may ask, in their order there."""
    name = database_name(datasette)
    found = (await datasette.get_canned_queries(name, None)).values()
    return [
        query for query in found if await datasette.permission_allowed(None, "view-query", (name, query["name"]), True)
    ]


async def ensure_may_view(datasette: Datasette, request: Request, *tables: str) -> None:
    """Let a request pass that may view these tables; raise ``Forbidden`` for any other.

    Each of our pages names the tables that it shows, so that ``allow`` blocks of the metadata hold for them too.
    """
    name = database_name(datasette)
    for table in tables:
        visible, _ = await datasette.check_visibility(
            request.actor, permissions=[("view-table", (name, table)), ("view-database", name), "view-instance"]
        )
        if not visible:
            raise Forbidden("You do not have permission to see this page.")


async def page(datasette: Datasette, request: Request, template: str, context: dict[str, Any]) -> Response:
    """A page of ours from a template, with everything that the site's frame needs."""
    context = {"metadata": datasette.metadata(), "database": database_name(datasette), **context}
    return Response.html(await datasette.render_template(template, context, request=request, view_name="panelpapers"))


def path(datasette: Datasette, address: str) -> str:
    """An address of this site, with the prefix of a site that stands behind a proxy."""
    return str(datasette.urls.path(address))


def database_path(datasette: Datasette) -> str:
    """The address of the page of all tables."""
    return str(datasette.urls.database(database_name(datasette)))


def describer(datasette: Datasette) -> Callable[[str], dict[str, Any]]:
    """A function for templates that gives what the metadata says about a table or view."""

    def described(table: str) -> dict[str, Any]:
        found: dict[str, Any] = datasette.table_metadata(database_name(datasette), table)
        return found

    return described


def table_path(datasette: Datasette, table: str) -> str:
    """The address of a table or view."""
    return str(datasette.urls.table(database_name(datasette), table))


def row_path(datasette: Datasette, table: str, key: object) -> str:
    """The address of one row by its key."""
    return f"{table_path(datasette, table)}/{encoded(key)}"


def query_path(datasette: Datasette, query: str) -> str:
    """The address of a canned query."""
    return str(datasette.urls.query(database_name(datasette), query))


def encoded(key: object) -> str:
    """A key as a part of an address in Datasette's own encoding (``/`` is ``~2F``)."""
    return str(tilde_encode(str(key)))


def decoded(part: str) -> str:
    """A part of an address as it was before Datasette's own encoding of it (``~2F`` is ``/``)."""
    return str(tilde_decode(part))

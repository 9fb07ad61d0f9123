"""Everything our own pages ask of Datasette: rows, addresses, permission, templates.

Datasette 1.0 changes each of these (``permission_allowed``, query addresses, templates' context), so they stand in one place.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import BadRequest, Forbidden, NotFound, Request, Response
from sqlite_utils import Database as Tables

#: The name under which ``panelpapers serve`` publishes any file, so that addresses do not change with the file's name.
NAME = "panel"
#: What Datasette's encoding leaves as it is, which nearly every key of ours is.
_AS_IT_IS = re.compile(r"[A-Za-z0-9_-]*")

__all__ = [
    "NAME",
    "BadRequest",
    "Datasette",
    "Forbidden",
    "NotFound",
    "Request",
    "Response",
    "Row",
    "absolute",
    "database_name",
    "database_path",
    "decoded",
    "describer",
    "encoded",
    "ensure_may_view",
    "first",
    "judged",
    "page",
    "page_number",
    "path",
    "query_path",
    "questions",
    "row_path",
    "rows",
    "state",
    "table_path",
    "whole_file",
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


_Judgement = TypeVar("_Judgement")
#: How many judgements are kept; each of all forces on one measure takes some 100 kB.
_MOST_KEPT = 64
_kept: WeakKeyDictionary[Database, OrderedDict[Hashable, asyncio.Future[Any]]] = WeakKeyDictionary()


async def judged(
    datasette: Datasette, judge: Callable[..., _Judgement], *args: Hashable, **options: Hashable
) -> _Judgement:
    """What one of the functions of ``schema`` makes of the database, such as ``figures_for(db, *args, **options)``.

    It is kept until the file changes: the answer to one question is the same for everybody, and it is sought once for all who ask.
    """
    database: Database = datasette.get_database(database_name(datasette))
    kept = _kept.setdefault(database, OrderedDict())
    key = (judge, args, tuple(options.items()), _state(database))
    if key not in kept:

        def in_thread(connection: sqlite3.Connection) -> _Judgement:
            return judge(Tables(connection, recursive_triggers=False, execute_plugins=False), *args, **options)

        kept[key] = asyncio.ensure_future(database.execute_fn(in_thread))
        if len(kept) > _MOST_KEPT:
            kept.popitem(last=False)
    kept.move_to_end(key)
    judgement: asyncio.Future[_Judgement] = kept[key]
    try:
        # Whoever asked first may leave; the others still wait for it.
        return await asyncio.shield(judgement)
    except Exception:
        if kept.get(key) is judgement:
            del kept[key]
        raise


def state(datasette: Datasette) -> Hashable:
    """What differs as soon as something was written to the database."""
    return _state(datasette.get_database(database_name(datasette)))


def whole_file(datasette: Datasette) -> str | None:
    """The address of the database as a file, if this site hands it out."""
    mutable = datasette.get_database(database_name(datasette)).is_mutable
    return None if mutable or not datasette.setting("allow_download") else f"{database_path(datasette)}.db"


def _state(database: Database) -> Hashable:
    """What differs as soon as something was written to the file or its log."""
    if not database.is_mutable:
        return None
    path = Path(database.path)
    files = [path, path.with_name(f"{path.name}-wal")]
    return tuple((found.st_mtime_ns, found.st_size) for file in files if file.exists() and (found := file.stat()))


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
    # Where nothing is said of a table, what holds for all of them decides, which is asked once.
    of_all: bool | None = None
    for table in tables:
        allowed = await datasette.permission_allowed(request.actor, "view-table", (name, table), default=None)
        if allowed is None:
            if of_all is None:
                of_all, _ = await datasette.check_visibility(
                    request.actor, permissions=[("view-database", name), "view-instance"]
                )
            allowed = of_all
        if not allowed:
            raise Forbidden("You do not have permission to see this page.")


async def page(datasette: Datasette, request: Request, template: str, context: dict[str, Any]) -> Response:
    """A page of ours from a template, with everything that the site's frame needs."""
    context = {"metadata": datasette.metadata(), "database": database_name(datasette), **context}
    return Response.html(await datasette.render_template(template, context, request=request, view_name="panelpapers"))


def page_number(request: Request) -> int:
    """Which page of a long list is asked for by ``?page=``, from 1; anything odd asks for the first."""
    asked = request.args.get("page") or ""
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1


def path(datasette: Datasette, address: str) -> str:
    """An address of this site, with the prefix of a site that stands behind a proxy."""
    return f"{datasette.setting('base_url')}{address.removeprefix('/')}"


def absolute(datasette: Datasette, request: Request, address: str) -> str:
    """An address of this site with its host, to be cited."""
    return str(datasette.absolute_url(request, address))


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
    text = str(key)
    return text if _AS_IT_IS.fullmatch(text) else str(tilde_encode(text))


def decoded(part: str) -> str:
    """A part of an address as it was before Datasette's own encoding of it (``~2F`` is ``/``)."""
    return str(tilde_decode(part))

"""The site as one Datasette: which file, under which name, with which metadata and settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.utils import parse_metadata
from datasette.utils.asgi import Forbidden
from jinja2 import Template

from serve.access import NAME
from serve.facsimile import keep_pictures
from serve.paging import SteadyDatabase
from serve.publication import counts_of
from serve.rendering import at_once

#: Measured with 100,000 and with five million observations. Suggesting facets took 1 second of each table page; facets
#: of a large table need more than the default 0.2 seconds; all of a table as CSV is right only with ``serve.paging``.
SETTINGS: dict[str, int | bool] = {
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "sql_time_limit_ms": 1500,
    "facet_time_limit_ms": 1500,
    "suggest_facets": False,
    "truncate_cells_html": 300,
    # What is cut off in a stream nobody sees: rows are never lost for their size.
    "max_csv_mb": 0,
    "allow_csv_stream": True,
    "template_debug": False,
    "trace_debug": False,
}


def metadata_file() -> Path:
    """``metadata.yml``: in the package when it is installed, at the root of the project in a checkout."""
    here = Path(__file__).parent
    packaged = here / "metadata.yml"
    return packaged if packaged.exists() else here.parent / "metadata.yml"


def metadata() -> dict[str, Any]:
    """What ``metadata.yml`` says: descriptions, facets, sorts and the prepared questions; the caller's own, to be changed at will."""
    return deepcopy(_parsed(metadata_file().read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def _parsed(text: str) -> dict[str, Any]:
    # Understanding it takes ten times as long as all else that makes a site, and a site is made again whenever it is renewed.
    parsed: dict[str, Any] = parse_metadata(text)
    return parsed


#: Above this nothing looks at all figures unless a visitor insists, as that takes seconds: their tables are shown as they come, rows are
#: not counted to the end, and how many are verified is not told.
MANY_FIGURES = 1_000_000
LIMIT_OF_MANY_MS = 6000
COUNTING_OF_MANY_MS = 200
#: The columns of the tables of figures by which an index finds their rows; of many figures only these are offered.
ORDERED_BY = {"observations": ["id", "value"], "observations_readable": ["value"]}
_IN_VIEWS = ("force_id", "measure_id", "financial_year", "value", "document_id")
FOUND_BY = {
    "observations": ("id", "force", "measure", "financial_year", "value", "document_id", "paper_id", "source_table_id"),
    "observations_readable": _IN_VIEWS,
    "measure_by_force": _IN_VIEWS,
    "comparable_observations": _IN_VIEWS,
}


def _figures(db: Path) -> int:
    """Some number of the figures in a database, without counting them; 0 where it cannot be told."""
    with closing(sqlite3.connect(f"{db.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute("select max(rowid) from observations").fetchone()[0] or 0)
        except sqlite3.Error:
            return 0


class Site(Datasette):  # type: ignore[misc]  # Datasette has no types
    """A Datasette that looks for permissions only where they are, and writes our templates at once.

    For each table that a page asks about, Datasette 0.65 copies all that the metadata says of all tables and columns, twice: most of the
    time of the first page, with the descriptions of ours.
    """

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._at_once = at_once(self)

    async def render_template(
        self,
        templates: str | list[str] | Template,
        context: dict[str, Any] | None = None,
        request: Any = None,
        view_name: str | None = None,
    ) -> str:
        """The page that a template makes, or the first of several that there is."""
        named = [templates] if isinstance(templates, str) else templates
        template: Template = named if isinstance(named, Template) else self.jinja_env.select_template(named)
        return str(await super().render_template(self._at_once(template), context, request, view_name))

    async def check_visibility(self, actor: dict[str, Any] | None, *args: Any, **permissions: Any) -> tuple[bool, bool]:
        """Whether a visitor may see something, and whether others may not: of somebody unknown nobody else need be asked."""
        if actor is not None:
            seen: tuple[bool, bool] = await super().check_visibility(actor, *args, **permissions)
            return seen
        asked = permissions.get("permissions") or [(*args, *permissions.values())]
        try:
            await self.ensure_permissions(None, asked)
        except Forbidden:
            return False, False
        return True, False

    def _table_permission_allows(self, database: str, table: str) -> Any:
        return Datasette._table_permission_allows(_Permissions(self), database, table)


class _Permissions:
    """What a ``Datasette`` looks at for who may see a table, without all else that is said of tables."""

    def __init__(self, site: Site):
        self._site = site
        self._metadata_recursive_update = site._metadata_recursive_update

    def _metadata_sources(self, *asked: object) -> Iterator[Any]:
        return map(without_descriptions, self._site._metadata_sources(*asked))


def without_descriptions(about: Any) -> Any:
    """Metadata without what it says of tables but who may see them; what is no metadata is given back."""
    if not isinstance(about, dict) or not isinstance(about.get("databases"), dict):
        return about
    return {**about, "databases": {name: _allowed(one) for name, one in about["databases"].items()}}


def _allowed(about: Any) -> Any:
    if not isinstance(about, dict) or not isinstance(about.get("tables"), dict):
        return about
    tables = {
        name: {"allow": one["allow"]} if isinstance(one, dict) else one
        for name, one in about["tables"].items()
        if not isinstance(one, dict) or "allow" in one
    }
    return {**about, "tables": tables, "queries": {}}


def build(db: Path, *, immutable: bool = False, originals: bool = False, pictures: Path | None = None) -> Datasette:
    """The site for one database, which it can only read.

    An immutable file is one that nothing will write to while the site is up: counts are cached, pages may be kept for five
    minutes, and the file can be downloaded. Otherwise papers may be ingested meanwhile and are seen at once. With ``originals``
    the files of the papers can be downloaded too. Pictures of pages are kept in the folder ``pictures``, or in the user's cache.
    """
    settings = {**SETTINGS, "default_cache_ttl": 300 if immutable else 0, "allow_download": immutable}
    about = metadata()
    many = _figures(db) > MANY_FIGURES
    if many:
        settings |= {"sql_time_limit_ms": LIMIT_OF_MANY_MS, "facet_time_limit_ms": LIMIT_OF_MANY_MS}
        for name, found_by in FOUND_BY.items():
            told = about["databases"][NAME]["tables"][name]
            for dear in ("facets", "sort", "sort_desc"):
                told.pop(dear, None)
            told |= {"found_by": found_by, "sortable_columns": ORDERED_BY.get(name, [])}
    if originals:
        about["plugins"] = {"panelpapers": {"originals": True}}
    site = Site([], metadata=about, settings=settings, inspect_data=counts_of(db) if immutable else None)
    keep_pictures(site, pictures)
    site.remove_database("_memory")
    database = SteadyDatabase(site, str(db), is_mutable=not immutable)
    database.counting_ms = COUNTING_OF_MANY_MS if many else None
    site.add_database(database, name=NAME)
    return site

"""Sorted pages that lose no rows.

Datasette 0.65 orders the first page of a sorted table by the sort column alone, and every later page by that column and the
primary key. Where many rows share a value (and thousands share a ``period_end``), the first page may end in the middle of the
group in another order, and the next one skips some of its rows and repeats others: in the table, in JSON and in CSV.
``SteadyDatabase`` adds the primary key to the first page's order too. ``tests/test_serve_paging.py`` walks every sortable
column and must stay green when Datasette is upgraded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datasette.database import Database, Results
from datasette.utils import escape_sqlite

if TYPE_CHECKING:
    from datasette.app import Datasette

_NAME = r'(?:\[[^\]]+\]|"(?:[^"]|"")+"|\w+)'
#: The statement of a table page: named columns of one table, perhaps a condition, one sort column, a limit.
_SORTED_PAGE = re.compile(
    rf"^select (?:\*|{_NAME}(?:, {_NAME})*) from (?P<table>{_NAME}) (?P<where>where .*? )?"
    rf"order by (?P<column>{_NAME})(?P<desc> desc)? limit (?P<limit>\d+)(?P<offset> offset \d+)?$",
    re.DOTALL,
)
#: What Datasette asks before each permission to see a table: how its name is spelled.
_SPELLING = "select name from sqlite_master where type in ('table', 'view') and name = ? collate nocase"
_SEVERAL_ROWS_IN_ONE = re.compile(r"\b(?:union|intersect|except|group\s+by)\b", re.IGNORECASE)


def _plain(name: str) -> str:
    """A name without its quotes: ``[period end]`` is ``period end``."""
    if name[0] == "[":
        return name[1:-1]
    return name[1:-1].replace('""', '"') if name[0] == '"' else name


class SteadyDatabase(Database):  # type: ignore[misc]  # Datasette has no types
    """A database whose sorted table pages are in one order from the first to the last.

    Where ``counting_ms`` is set, rows are counted for so long at most: a page says that there are many and does not wait.
    """

    counting_ms: int | None = None

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._spelled: dict[object, Results] = {}

    @property
    def hash(self) -> str | None:
        """What tells one immutable file from another; Datasette reads all of it for that, while every visitor waits."""
        if self.is_mutable:
            return None
        found = Path(self.path).stat()
        return hashlib.sha256(f"{found.st_size} {found.st_mtime_ns}".encode()).hexdigest()

    async def execute(
        self,
        sql: str,
        params: Mapping[str, object] | Sequence[object] | None = None,
        truncate: bool = False,
        **options: Any,
    ) -> Results:
        """Run a query; that of a table page is ordered by the primary key where the sort column has ties.

        How a table of an immutable file is spelled is asked of the file once: each of our pages asks it for each table that it shows.
        """
        if sql == _SPELLING and not self.is_mutable and params:
            return await self._spelling(tuple(params), params)
        if truncate and (match := _SORTED_PAGE.match(sql)) and not _SEVERAL_ROWS_IN_ONE.search(match["where"] or ""):
            keys = [escape_sqlite(key) for key in await self._unique_key(_plain(match["table"]))]
            if keys not in ([], [match["column"]]):
                order = ", ".join([f"{match['column']}{match['desc'] or ''}", *keys])
                sql = f"{sql[: match.start('column')]}{order} limit {match['limit']}{match['offset'] or ''}"
        if self.counting_ms and sql.startswith("select count(*) from "):
            options["custom_time_limit"] = min(self.counting_ms, options.get("custom_time_limit") or self.counting_ms)
        return await super().execute(sql, params, truncate=truncate, **options)

    async def _spelling(self, key: tuple[object, ...], params: Mapping[str, object] | Sequence[object]) -> Results:
        """How the table that is named is spelled; what is no table is not remembered, as anything may be asked for."""
        found = self._spelled.get(key)
        if found is None:
            found = await super().execute(_SPELLING, params)
            if found.rows:
                self._spelled[key] = found
        return found

    async def table_names(self) -> list[str]:
        """The tables; of a large database without those of its searches, whose rows nobody asks for and SQLite counts for a minute."""
        names: list[str] = await super().table_names()
        return [name for name in names if "_fts" not in name] if self.counting_ms else names

    async def _unique_key(self, table: str) -> list[str]:
        """The columns that tell the rows of a table apart; for a view its ``id``, if it has one."""
        if await self.table_exists(table):
            return await self.primary_keys(table) or ["rowid"]
        return [column for column in await self.table_columns(table) if column == "id"]


def steady(datasette: Datasette) -> None:
    """Put a ``SteadyDatabase`` in the place of every file that this Datasette serves."""
    for name, database in datasette.databases.items():
        if not database.is_memory and not isinstance(database, SteadyDatabase):
            route = database.route
            datasette.remove_database(name)
            datasette.add_database(
                SteadyDatabase(datasette, database.path, database.is_mutable), name=name, route=route
            )

"""Walking every sorted table to its end gives each row once. Must stay green when Datasette is upgraded."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.database import Database

import served
from schema.tables import public_columns
from serve.paging import SteadyDatabase
from serve.site import build, metadata

SIZE = 21
DESCRIBED: dict[str, Any] = metadata()["databases"]["panel"]["tables"]
FILTER = "statistic__exact=actual"
#: Every sortable column of every table and view, and some of them with a condition.
WALKED = [
    (table, column, conditions)
    for table, conditions in [
        *((table, "") for table in public_columns()),
        ("observations", FILTER),
        ("observations_readable", FILTER),
        ("population", "year__gt=2020"),
        ("force_aliases", "kinds__contains=panel"),
    ]
    for column in DESCRIBED[table]["sortable_columns"]
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(served.build(tmp_path_factory.mktemp("site") / "panel.db"))


async def walk(
    site: Datasette, table: str, sort: str, conditions: str, complete: bool = True
) -> tuple[list[Any], bool]:
    """All rows of a sorted table, page by page, and whether the first page ended between rows of one value."""
    keys = await site.get_database("panel").primary_keys(table) or [
        name for name in public_columns()[table] if name == "id" or name.endswith("_id")
    ]
    column = sort.split("=")[1]
    size = max(SIZE, await count(site, table) // 5)
    following: str | None = f"/panel/{table}.json?_size={size}&{sort}&_nofacet=1&{conditions}"
    rows, values, stated = [], [], None
    while following:
        page = (await site.client.get(following)).json()
        stated = page["filtered_table_rows_count"]
        found = [dict(zip(page["columns"], row, strict=True)) for row in page["rows"]]
        rows += [tuple(row[key] for key in keys) for row in found]
        values += [row[column] for row in found]
        following = page["next_url"] and page["next_url"].removeprefix("http://localhost")
    assert not complete or len(rows) == stated
    return rows, len(values) > size and values[size - 1] == values[size]


async def count(site: Datasette, table: str) -> int:
    """How many rows a table has."""
    (row,) = (await site.get_database("panel").execute(f"select count(*) from {table}")).rows
    return int(row[0])


@pytest.mark.parametrize(("table", "column", "conditions"), WALKED)
async def test_a_walk_gives_each_row_once(site: Datasette, table: str, column: str, conditions: str) -> None:
    for sort in (f"_sort={column}", f"_sort_desc={column}"):
        rows, _ = await walk(site, table, sort, conditions)
        assert len(set(rows)) == len(rows), sort
        assert conditions or len(rows) == await count(site, table), sort


@pytest.mark.parametrize("column", ["period_end", "value", "unit", "statistic", "label", "area"])
async def test_the_walks_prove_something_their_first_page_ends_in_a_group_of_ties(site: Datasette, column: str) -> None:
    for table in ("observations", "observations_readable"):
        if column in DESCRIBED[table]["sortable_columns"]:
            _, ties = await walk(site, table, f"_sort_desc={column}", "")
            assert ties


@pytest.mark.parametrize("sort", ["_sort=period_end", "_sort_desc=period_end", "_sort_desc=value"])
@pytest.mark.parametrize("table", ["observations", "observations_readable"])
async def test_a_streamed_csv_gives_each_row_once(site: Datasette, table: str, sort: str) -> None:
    response = await site.client.get(f"/panel/{table}.csv?_stream=on&_size={SIZE}&{sort}")
    rows = list(csv.DictReader(io.StringIO(response.text)))
    key = "id" if table == "observations" else "observation_id"
    assert len(rows) == len({row[key] for row in rows}) == await count(site, table)


class Unsteady(SteadyDatabase):
    """Datasette's own way."""

    execute = Database.execute


async def test_datasette_alone_loses_or_repeats_rows(tmp_path: Path) -> None:
    """When this fails, Datasette has mended it, and ``serve.paging`` can go."""
    site = build(served.build(tmp_path / "panel.db"))
    site.remove_database("panel")
    site.add_database(Unsteady(site, str(tmp_path / "panel.db")), name="panel")
    rows, ties = await walk(site, "observations", "_sort_desc=period_end", "", complete=False)
    assert ties and not len(set(rows)) == len(rows) == await count(site, "observations")


async def test_a_plain_datasette_with_this_plugin_is_mended_too(tmp_path: Path) -> None:
    site = Datasette([str(served.build(tmp_path / "panel.db"))])
    rows, ties = await walk(site, "observations", "_sort_desc=period_end", "")
    assert ties and len(set(rows)) == len(rows)
    assert not isinstance(site.get_database("_internal"), SteadyDatabase)


@pytest.mark.parametrize(
    ("asked", "run"),
    [
        ("select [a], b from [t] order by [a] limit 10", "select [a], b from [t] order by [a], id limit 10"),
        (
            "select a from t where a = :p0 order by a desc limit 3",
            "select a from t where a = :p0 order by a desc, id limit 3",
        ),
        ("select id from t order by id limit 3", None),
        ("select a from t order by a limit 3 offset 6", "select a from t order by a, id limit 3 offset 6"),
        ('select "a b" from "t ""u" order by "a b" limit 3', 'select "a b" from "t ""u" order by "a b", id limit 3'),
        ("select a from t order by a, b limit 3", None),
        ("select a from t, u order by a limit 3", None),
        ("select a from t join u on 1 order by a limit 3", None),
        ("select count(*) from t group by a order by a limit 3", None),
        ("select a from t where 1 group by a order by a limit 3", None),
        ("select a from t where 1 union select b from u order by a limit 3", None),
        ("select (select 1 from u) from t order by a limit 3", None),
        ("select a from t order by a", None),
    ],
)
async def test_only_the_statement_of_a_table_page_is_changed(
    monkeypatch: pytest.MonkeyPatch, asked: str, run: str | None
) -> None:
    ran: list[str] = []

    async def note(self: Database, sql: str, params: object = None, truncate: bool = False, **options: Any) -> None:
        ran.append(sql)

    async def key(self: Database, table: str) -> list[str]:
        return ["id"]

    monkeypatch.setattr(Database, "execute", note)
    monkeypatch.setattr(SteadyDatabase, "_unique_key", key)
    database = SteadyDatabase(None, is_memory=True)
    await database.execute(asked, truncate=True)
    assert ran == [run or asked]
    await database.execute(asked)
    assert ran[1] == asked


async def test_of_an_immutable_file_a_page_asks_only_for_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    datasette = build(served.build(tmp_path / "panel.db"), immutable=True)
    address = f"/-/compare?measure={served.MEASURE}&period="
    first = await datasette.client.get(f"{address}2014/15")
    asked: list[object] = []
    ask = SteadyDatabase.execute_fn

    async def noted(database: SteadyDatabase, question: Callable[[sqlite3.Connection], object]) -> object:
        asked.append(question)
        return await ask(database, question)

    monkeypatch.setattr(SteadyDatabase, "execute_fn", noted)
    other = await datasette.client.get(f"{address}2018/19")
    assert (first.status_code, other.status_code, len(asked)) == (200, 200, 1)

"""``metadata.yml`` describes all that the site shows and nothing that is not there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from datasette.app import Datasette

import served
from schema.tables import public_columns
from serve.choices import QUERIES
from serve.site import build, metadata

DESCRIBED: dict[str, Any] = metadata()["databases"]["panel"]["tables"]
ASKED: dict[str, Any] = metadata()["databases"]["panel"]["queries"]
NOT_OURS = {"_claims_to_check", "_sqlite_migrations"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(served.build(tmp_path_factory.mktemp("site") / "panel.db"))


def test_every_table_and_view_is_described_and_no_other() -> None:
    assert set(DESCRIBED) - NOT_OURS == set(public_columns())


@pytest.mark.parametrize("name", sorted(public_columns()))
def test_every_column_is_described_and_no_other(name: str) -> None:
    about = DESCRIBED[name]
    assert list(about["columns"]) == list(public_columns()[name])
    assert about["title"] and about["description"].endswith(".")
    assert all(said and said[0].isupper() and not said.endswith(".") for said in about["columns"].values())


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_facets_and_sorts_name_columns(name: str) -> None:
    about = DESCRIBED[name]
    named = [*about.get("facets", []), *about["sortable_columns"]]
    named += [about[key] for key in ("sort", "sort_desc", "label_column") if key in about]
    assert not set(named) - set(about["columns"])
    sort = about.get("sort") or about.get("sort_desc")
    assert sort is None or sort in about["sortable_columns"]


async def test_what_is_shown_is_what_the_database_has(site: Datasette) -> None:
    database = site.get_database("panel")
    tables = set(await database.table_names()) - set(await database.hidden_table_names())
    hidden = {name for name, about in DESCRIBED.items() if about.get("hidden")}
    assert tables | set(await database.view_names()) == set(DESCRIBED) - hidden


def test_hiding_a_table_hides_no_other() -> None:
    """Datasette also hides every table whose name begins with that of a hidden one."""
    hidden = [name for name, about in DESCRIBED.items() if about.get("hidden")]
    assert {name for name in DESCRIBED if name.startswith(tuple(hidden))} == set(hidden)


async def test_a_key_that_stands_first_can_be_sorted_as_its_heading_offers(site: Datasette) -> None:
    for name, about in DESCRIBED.items():
        keys = await site.get_database("panel").primary_keys(name)
        assert len(keys) != 1 or keys[0] in about["sortable_columns"], name


@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_question_explains_itself(name: str) -> None:
    query = ASKED[name]
    assert query["title"] and query["asks"].endswith("?") and query["description_html"].startswith("<p>")
    # Pages are turned by links below the rows.
    turned = {"page"} if "turned_by" in query else set()
    assert set(query["fields"]) | turned == set(query["params"]) == set(re.findall(r":([a-z_]+)", query["sql"]))
    for field in query["fields"].values():
        assert field["label"]
        assert field.get("choices", "measures") in QUERIES


async def test_what_the_columns_mean_stands_above_the_table(site: Datasette) -> None:
    text = (await site.client.get("/panel/observations_readable")).text
    assert "The financial year, April to March, in which the middle of the period lies" in text

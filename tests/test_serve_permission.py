"""Who may see a table is asked of the metadata once, and never answered from metadata that is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from datasette import hookimpl
from datasette.app import Datasette
from datasette.plugins import pm

import served
from serve.permission import remember
from serve.site import build, metadata


@pytest.fixture
def site(tmp_path: Path) -> Datasette:
    return build(served.build(tmp_path / "panel.db"))


def closed(*tables: str) -> dict[str, Any]:
    """The metadata with some tables closed to everybody."""
    about = metadata()
    for table in tables:
        about["databases"]["panel"]["tables"].setdefault(table, {})["allow"] = False
    return about


async def test_it_is_asked_once(site: Datasette) -> None:
    await site.invoke_startup()
    asked: list[tuple[str, str]] = []
    before = Datasette._table_permission_allows

    def counted(database: str, table: str) -> object:
        asked.append((database, table))
        return before(site, database, table)

    site._table_permission_allows = counted
    remember(site)
    for _ in range(3):
        assert (await site.client.get("/panel/forces")).status_code == 200
    assert ("panel", "forces") in asked and len(asked) == len(set(asked))


@pytest.mark.parametrize("table", ["pages", "PAGES", "observations_readable"])
async def test_other_metadata_holds_at_once(site: Datasette, table: str) -> None:
    for about, status in ((metadata(), 200), (closed(table), 403), (metadata(), 200)):
        site._metadata_local = about
        assert (await site.client.get(f"/panel/{table.lower()}")).status_code == status
        assert (await site.client.get(f"/panel/{table.lower()}.json")).status_code == status


async def test_metadata_of_a_plugin_is_never_kept(site: Datasette) -> None:
    told: dict[str, Any] = {}

    class Plugin:
        __name__ = "metadata-that-changes"

        @hookimpl
        def get_metadata(self) -> dict[str, Any]:
            return {"databases": {"panel": {"tables": {"forces": told}}}}

    assert (await site.client.get("/panel/forces")).status_code == 200
    plugin = Plugin()
    pm.register(plugin, name="metadata-that-changes")
    try:
        assert (await site.client.get("/panel/forces")).status_code == 200
        told["allow"] = False
        assert (await site.client.get("/panel/forces")).status_code == 403
    finally:
        pm.unregister(plugin)
    assert (await site.client.get("/panel/forces")).status_code == 200


async def test_names_that_visitors_make_up_do_not_fill_the_memory(
    site: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("serve.permission._MOST", 0)
    site._metadata_local = closed("pages")
    for _ in range(2):
        assert (await site.client.get("/panel/pages")).status_code == 403
        assert (await site.client.get("/panel/forces")).status_code == 200

"""What the site refuses, and how it says so."""

from __future__ import annotations

import datetime as dt
import logging
import resource
import time
from pathlib import Path

import pytest
from datasette.app import Datasette

import served
from schema.database import open_database
from schema.saving import start_run
from serve.site import build, metadata, metadata_file


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(served.build(tmp_path_factory.mktemp("site") / "panel.db"))


@pytest.mark.parametrize(
    "bomb",
    [
        "randomblob(900000000)",
        "zeroblob(900000000)",
        "replace(hex(zeroblob(4000000)), '0', 'xxxxxxxxxxxxxxxxxxxxxxxx')",
        "(with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n)",
    ],
)
async def test_a_query_cannot_ask_for_gigabytes_or_run_for_ever(site: Datasette, bomb: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()
    response = await site.client.get("/panel.json", params={"sql": f"select {bomb}"})
    assert response.status_code == 400
    assert time.monotonic() - began < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


async def test_an_answer_of_many_long_values_ends_before_it_fills_the_memory(site: Datasette) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    many = "with recursive n(i) as (select 1 union all select i + 1 from n limit 2000)"
    response = await site.client.get("/panel.json", params={"sql": f"{many} select hex(zeroblob(2400000)) from n"})
    assert response.status_code == 400 and "too large" in response.text
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000
    few = await site.client.get(
        "/panel.json", params={"sql": f"{many} select hex(zeroblob(20)) from n", "_shape": "array"}
    )
    assert few.status_code == 200 and len(few.json()) == 2000


async def test_a_query_that_takes_too_long_is_told_so_in_words(site: Datasette) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    response = await site.client.get("/panel", params={"sql": endless})
    assert response.status_code == 400
    assert "It was stopped after 1.5 seconds" in response.text and "<script" not in response.text


async def test_a_long_statement_is_refused(site: Datasette) -> None:
    response = await site.client.get("/panel.json", params={"sql": "select 1 --" + "x" * 40_000})
    assert response.status_code == 200
    response = await site.client.get("/panel.json", params={"sql": "select '" + "x" * 50_001 + "'"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    "statement",
    [
        "delete from documents",
        "attach 'x' as y",
        "pragma journal_mode = delete",
        "insert into forces values (1)",
        "vacuum",
    ],
)
async def test_nothing_can_be_written(site: Datasette, statement: str) -> None:
    before = (await site.client.get("/panel/documents.json?_shape=array")).json()
    assert (await site.client.get("/panel", params={"sql": statement})).status_code == 400
    assert (await site.client.post("/panel", data={"sql": statement})).status_code in (403, 405)
    assert (await site.client.get("/panel/documents.json?_shape=array")).json() == before


async def test_the_settings_are_on(site: Datasette) -> None:
    settings = (await site.client.get("/-/settings.json")).json()
    assert settings["suggest_facets"] is False
    assert settings["template_debug"] is False and settings["trace_debug"] is False
    assert (settings["sql_time_limit_ms"], settings["facet_time_limit_ms"]) == (1500, 1500)
    assert (settings["max_returned_rows"], settings["default_page_size"]) == (2000, 50)
    assert settings["allow_download"] is False
    assert [database["name"] for database in (await site.client.get("/-/databases.json")).json()] == ["panel"]


async def test_an_immutable_file_can_be_downloaded(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    site = build(path, immutable=True)
    assert (await site.client.get("/-/databases.json")).json()[0]["is_mutable"] is False
    assert "panel.db" in (await site.client.get("/panel")).text
    assert (await site.client.get("/panel.db")).content == path.read_bytes()
    assert (await site.client.get("/panel/forces")).headers["cache-control"] == "max-age=300"


async def test_papers_that_come_in_while_the_site_is_up_are_seen(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    site = build(path)
    assert len((await site.client.get("/panel/runs.json?_shape=array")).json()) == 0
    db = open_database(path)
    start_run(db, version="1", started_at=dt.datetime(2025, 1, 1))
    assert len((await site.client.get("/panel/runs.json?_shape=array")).json()) == 1
    db.close()


@pytest.mark.parametrize("path", ["/", "/panel", "/panel/forces", "/panel/forces.json", "/nowhere", "/-/search?q=x"])
async def test_every_answer_has_the_headers_that_keep_it_to_itself(site: Datasette, path: str) -> None:
    headers = (await site.client.get(path)).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/panel/nothing",
        "/panel/forces/nothing",
        "/-/source/observation/nothing",
        "/-/source/award/nothing",
        "/-/source/date/nothing",
        "/-/source/nothing",
        "/-/paper/nothing",
        "/-/paper/nothing/page/1",
        f"/-/paper/{served.KENT}/page/99",
        "/-/paper/~3Cscript~3E",
    ],
)
async def test_an_address_that_leads_nowhere_says_so_quietly(
    site: Datasette, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    response = await site.client.get(path)
    assert response.status_code == 404
    assert "<h1>Nothing here</h1>" in response.text and "<script" not in response.text
    assert 'class="brand"' in response.text and "Compare forces" in response.text
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("asked", ["_sort=rowid", "_sort_desc=rowid", "_sort=nothing", "_sort=id&_sort_desc=id"])
async def test_an_order_that_there_is_none_of_is_refused_in_a_sentence(
    site: Datasette, asked: str, caplog: pytest.LogCaptureFixture
) -> None:
    response = await site.client.get(f"/panel/documents?{asked}")
    assert response.status_code == 400 and "Cannot " in response.text
    assert not caplog.records


async def test_a_failure_in_json_is_json(site: Datasette) -> None:
    response = await site.client.get("/panel/nothing.json")
    assert response.status_code == 404 and response.json()["ok"] is False


async def test_a_fault_of_the_program_is_logged_and_not_shown(
    site: Datasette, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("serve.access.questions", broken)
    with caplog.at_level(logging.ERROR):
        response = await site.client.get("/?a-page=not-made-before")
    assert response.status_code == 500 and "a secret" not in response.text
    assert "The details are in the log" in response.text and "a secret" in caplog.text


@pytest.mark.parametrize("allow", [False, {"id": "root"}])
async def test_a_table_that_is_not_allowed_is_in_none_of_our_pages(tmp_path: Path, allow: object) -> None:
    about = metadata()
    about["databases"]["panel"]["tables"]["pages"]["allow"] = allow
    site = build(served.build(tmp_path / "panel.db"))
    site._metadata_local = about
    paper = f"/-/paper/{served.KENT}"
    source = f"/-/source/observation/{served.DURHAM}-p2t1-r2-c2-0"
    for path in ("/panel/pages", paper, f"{paper}/page/1", source, "/-/search?q=crime"):
        response = await site.client.get(path)
        assert response.status_code == 403, path
        assert "Not open to you" in response.text
    assert (await site.client.get("/panel/forces")).status_code == 200


async def test_a_closed_site_is_closed_everywhere(tmp_path: Path) -> None:
    site = build(served.build(tmp_path / "panel.db"))
    site._metadata_local = {**metadata(), "allow": False}
    for path in ("/", "/panel", "/panel/forces", f"/-/paper/{served.KENT}", "/-/search"):
        response = await site.client.get(path)
        assert response.status_code == 403 and "Kent" not in response.text, path


def test_the_metadata_is_found() -> None:
    assert metadata_file().name == "metadata.yml" and metadata_file().exists()


async def test_only_addresses_of_the_web_are_links_to_where_a_paper_was_published(tmp_path: Path) -> None:
    database = served.build(tmp_path / "panel.db")
    db = open_database(database)
    db.execute("update documents set source_url = 'javascript:alert(1)' where id = ?", [served.LANCASHIRE])
    db.conn.commit()
    key = db.execute("select id from observations where document_id = ?", [served.LANCASHIRE]).fetchone()[0]
    db.close()
    site = build(database)
    for address in (f"/-/paper/{served.LANCASHIRE}", f"/-/source/observation/{key}"):
        page = (await site.client.get(address)).text
        assert "javascript:alert(1)" in page and 'href="javascript' not in page

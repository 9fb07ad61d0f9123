"""What can be taken away by a link: the same files as of the command line, made once for each state of the database."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from datasette.app import Datasette

import served
from schema.database import read_database
from schema.tables import public_columns
from serve import downloads
from serve.exports import WHOLE, write_one
from serve.parquet import is_installed
from serve.site import build


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is being made is waited for, however busy the machine is."""
    monkeypatch.setattr(downloads, "PATIENCE", 600)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return served.build(tmp_path_factory.mktemp("site") / "panel.db")


@pytest.fixture(scope="module")
def site(path: Path) -> Datasette:
    return build(path, immutable=True)


async def test_the_page_lists_every_table_and_every_whole_download(site: Datasette) -> None:
    text = (await site.client.get("/-/export")).text
    for name in public_columns():
        assert f'href="/-/export/{name}.csv"' in text and f'href="/-/export/{name}.xlsx"' in text
        assert (f'href="/-/export/{name}.parquet"' in text) == is_installed()
    for name in WHOLE:
        assert f'href="/-/export/{name}"' in text
    assert 'href="/panel.db"' in text and "<script" not in text


async def test_the_file_is_offered_only_where_it_is_handed_out(path: Path) -> None:
    assert "panel.db" not in (await build(path).client.get("/-/export")).text


@pytest.mark.parametrize("name", [*WHOLE, "observations.csv", "grants_360.csv", "forces.xlsx"])
async def test_a_link_gives_what_the_command_line_writes(
    path: Path, site: Datasette, tmp_path: Path, name: str
) -> None:
    response = await site.client.get(f"/-/export/{name}")
    assert response.status_code == 200
    assert response.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert int(response.headers["content-length"]) == len(response.content)
    write_one(read_database(path), tmp_path / name)
    written = (tmp_path / name).read_bytes()
    if name.endswith("zip"):
        assert _unzipped(response.content) == _unzipped(written)
    else:
        assert response.content == written


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


async def test_every_table_and_view_has_as_many_rows_as_the_database(path: Path, site: Datasette) -> None:
    package = _unzipped((await site.client.get("/-/export/datapackage.zip")).content)
    db = sqlite3.connect(path)
    for name in public_columns():
        rows = list(csv.reader(io.StringIO(package[f"{name}.csv"].decode(), newline="")))[1:]
        assert len(rows) == db.execute(f"select count(*) from {name}").fetchone()[0], name
    described = json.loads(package["datapackage.json"])
    assert [resource["bytes"] for resource in described["resources"]] == [
        len(package[resource["path"]]) for resource in described["resources"]
    ]
    db.close()


@pytest.mark.parametrize(
    "name",
    [
        "nothing.csv",
        "forces.exe",
        "sqlite_master.csv",
        "part",
        "..%2F..%2Fetc%2Fpasswd.csv",
        "~2E~2E~2Fforces.csv",
        "forces.csv.csv",
        "forces.json",
        "panel.db",
    ],
)
async def test_there_is_no_other_file(site: Datasette, name: str) -> None:
    response = await site.client.get(f"/-/export/{name}", follow_redirects=True)
    assert response.status_code == 404 and "root:" not in response.text


async def test_several_who_ask_at_once_have_one_file_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []
    really = asyncio.create_subprocess_exec

    async def noted(*command: str, **options: int) -> asyncio.subprocess.Process:
        begun.append(command)
        return await really(*command, **options)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    site = build(path, immutable=True)
    found = await asyncio.gather(*(site.client.get("/-/export/forces.csv") for _ in range(4)))
    found.append(await site.client.get("/-/export/forces.csv"))
    assert len({response.content for response in found}) == len(begun) == 1


async def test_new_papers_are_in_the_next_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = served.build(tmp_path / "panel.db")
    site = build(path)
    before = (await site.client.get("/-/export/forces.csv")).text
    with sqlite3.connect(path) as db:
        db.execute("update forces set name = 'Elsewhere' where id = 'kent'")
    db.close()
    assert (await site.client.get("/-/export/forces.csv")).text == before
    monkeypatch.setattr(downloads, "_KEPT_SECONDS", 0)
    assert "Elsewhere" in (await site.client.get("/-/export/forces.csv")).text


async def test_who_would_wait_too_long_is_told_to_come_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PATIENCE", 0)
    site = build(path, immutable=True)
    response = await site.client.get("/-/export/forces.csv")
    assert response.status_code == 503 and response.headers["retry-after"] == "30"
    await asyncio.gather(*downloads._downloads[site]._tasks.values())
    assert (await site.client.get("/-/export/forces.csv")).status_code == 200


async def test_a_table_that_is_not_allowed_is_in_no_file(path: Path) -> None:
    site = build(path, immutable=True)
    site._metadata_local["databases"]["panel"]["tables"]["pages"]["allow"] = False
    for name in ("pages.csv", "datapackage.zip", "panelpapers.xlsx", ""):
        assert (await site.client.get(f"/-/export/{name}".rstrip("/"))).status_code == 403, name
    assert (await site.client.get("/-/export/forces.csv")).status_code == 200

"""`panelpapers doctor`: what it tells of a machine, and what it finds wrong."""

import json
import sqlite3
import sys
from collections import namedtuple
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest.cli import main
from ingest.condition import shown, size
from schema.database import open_database

Told = dict[str, dict[str, str]]


def told(db: Path, code: int = 0) -> Told:
    result = CliRunner().invoke(main, ["doctor", "--db", str(db), "--json"])
    assert result.exit_code == code, result.stdout + result.stderr
    assert result.stdout, result.stderr
    rows = json.loads(result.stdout)
    assert all(row["do"] for row in rows if row["result"] == "wrong")
    return {row["about"]: row for row in rows}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("# Lancashire Police and Crime Panel\n\nMeeting on 12 October 2015\n")
    assert CliRunner().invoke(main, ["ingest", str(tmp_path), "--db", str(tmp_path / "panel.db")]).exit_code == 0
    return tmp_path / "panel.db"


def test_a_machine_where_all_is_well(db: Path) -> None:
    found = told(db)
    assert found["panelpapers"]["found"] == metadata.version("panelpapers")
    assert found["Python"]["found"].startswith(sys.version.split()[0])
    assert found["SQLite"]["found"] == f"{sqlite3.sqlite_version} with search (FTS5) and JSON"
    assert f"click {metadata.version('click')}" in found["libraries"]["found"]
    assert found["papers"]["found"] == "1"
    assert ", finished, by " in found["last run"]["found"]
    assert found["site"]["found"] == "answers 200"
    assert "lets the tests" in found["extra browser"]["found"]


def test_without_a_database_nothing_is_wrong_and_none_is_made(tmp_path: Path) -> None:
    found = told(tmp_path / "none.db")
    assert found["database"]["result"] == "none"
    assert "site" not in found
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_cannot_be_used(tmp_path: Path) -> None:
    db = tmp_path / "panel.db"
    db.write_bytes(b"no database" * 99)
    found = told(db, 1)
    assert "not a SQLite database" in found["database"]["found"]
    assert found["site"]["result"] == "wrong"


def test_a_library_of_another_version_or_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name in ("lxml", "pyarrow"):
            raise metadata.PackageNotFoundError(name)
        return {**pinned, "click": "0.1", "panelpapers": "0.1.0"}[name.lower()]

    pinned = dict(
        line.split(";")[0].strip().lower().split("==")
        for line in metadata.requires("panelpapers") or ()
        if "==" in line
    )
    monkeypatch.setattr("ingest.condition.metadata.version", version)
    found = told(tmp_path / "none.db", 1)
    assert found["libraries"]["found"].startswith(f"lxml is missing; click 0.1 instead of {pinned['click']}")
    assert (found["extra parquet"]["result"], found["extra parquet"]["do"]) == (
        "none",
        "pip install 'panelpapers[parquet]'",
    )
    assert found["extra ocr"]["result"] == "ok"


def test_little_room(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(10, 9, 1))
    monkeypatch.setattr("ingest.condition._memory", lambda: 500_000_000)
    found = told(db, 1)
    assert (found["free disk"]["found"], found["free disk"]["do"]) == ("1 B", "make room")
    assert found["memory"]["do"] == "ingest with --jobs 1"


def test_a_run_that_goes_on_and_a_log_beside_the_database(tmp_path: Path) -> None:
    made = open_database(tmp_path / "panel.db")
    made.execute("insert into runs (id, version, started_at, status) values ('1', '1', '2026-01-01', 'running')")
    found = told(tmp_path / "panel.db")
    made.close()
    assert "beside it" in found["database"]["found"]
    assert found["last run"]["found"] == "2026-01-01, running, by 1"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1500, "1.5 kB"),
        (12_345_678, "12.3 MB"),
        (3_400_000_000, "3.4 GB"),
        (2 * 10**12, "2,000 GB"),
    ],
)
def test_sizes_in_words(number: int, words: str) -> None:
    assert size(number) == words


def test_whose_home_it_is_is_not_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    assert shown(tmp_path / "anna" / "papers" / "panel.db") == "~/papers/panel.db"
    assert shown(tmp_path / "panel.db") == str(tmp_path / "panel.db")

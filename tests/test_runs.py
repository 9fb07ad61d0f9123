"""The history of a database: `panelpapers runs`, also of a run whose process was killed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import ingest.cli
from ingest.cli import main

PAPER = "# Lancashire Police and Crime Panel\n\nMeeting on 12 October 2015\n\nOffence\t2014/15\nRobbery\t110\n"


def told(db: Path) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["runs", "--db", str(db), "--json"])
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, object]] = json.loads(result.stdout)
    return rows


def read(folder: Path, code: int = 0) -> None:
    assert CliRunner().invoke(main, ["ingest", str(folder), "--db", str(folder / "panel.db")]).exit_code == code


def test_the_newest_run_comes_first_with_what_came_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAPER)
    read(tmp_path)
    (tmp_path / "b.pdf").write_bytes(b"")
    read(tmp_path, 3)
    newest, oldest = told(tmp_path / "panel.db")
    counts = ["files", "added", "changed", "unchanged", "partial", "failed"]
    assert list(oldest) == ["started", "version", "status", "seconds", *counts]
    assert [oldest[name] for name in counts] == [1, 1, 0, 0, 0, 0]
    assert [newest[name] for name in counts] == [2, 0, 0, 1, 0, 1]
    assert str(newest["started"]) >= str(oldest["started"])
    assert newest["status"] == oldest["status"] == "finished"
    assert isinstance(newest["seconds"], float) and newest["seconds"] > 0


def test_a_copy_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAPER)
    read(tmp_path)
    (tmp_path / "copy.txt").write_text(PAPER)
    read(tmp_path)
    newest = told(tmp_path / "panel.db")[0]
    assert (newest["files"], newest["added"], newest["changed"], newest["unchanged"]) == (2, 0, 0, 2)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_a_run_that_was_killed_is_told_as_such_by_the_next(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(PAPER * 20 + f"Robbery again\t{number}\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest", "ingest", ".", "--jobs", "1", "-v"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(ingest.cli.__file__).parents[1])},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    while "[2/60]" not in process.stderr.readline():
        assert process.poll() is None
    (going_on,) = told(tmp_path / "panel.db")
    assert going_on["status"] == "running"
    process.kill()
    process.communicate()
    (killed,) = told(tmp_path / "panel.db")
    assert killed["status"] == "killed", "nobody fills the database any more"
    read(tmp_path)
    newest, killed = told(tmp_path / "panel.db")
    assert (newest["status"], killed["status"]) == ("finished", "killed")
    assert (killed["files"], killed["seconds"]) == (None, None)
    assert isinstance(newest["unchanged"], int) and newest["unchanged"] >= 2, "what the killed run had finished is in"


def test_a_database_without_a_run_says_so(tmp_path: Path) -> None:
    from schema.database import open_database

    open_database(tmp_path / "panel.db").close()
    result = CliRunner().invoke(main, ["runs", "--db", str(tmp_path / "panel.db")])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing was ingested" in result.stderr


def test_what_reads_is_loaded_only_where_something_is_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[bool] = []
    monkeypatch.setattr("ingest.processes.workers.prepare", lambda: loaded.append(True))

    def loads(*options: str) -> bool:
        loaded.clear()
        told = CliRunner().invoke(main, ["ingest", str(tmp_path), "--db", str(tmp_path / "panel.db"), *options])
        assert told.exit_code == 0, told.stderr
        return bool(loaded)

    (tmp_path / "a.txt").write_text(PAPER)
    assert [loads(), loads(), loads("--reprocess")] == [True, False, True]
    (tmp_path / "copy.txt").write_text(PAPER)
    assert not loads()
    (tmp_path / "b.txt").write_text(PAPER + "More.")
    assert [loads(), loads()] == [True, False]

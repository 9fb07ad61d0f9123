"""``ingest`` with addresses and with ``--watch``, as it is typed."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.cli import main
from ingest.given import Given, given
from schema.errors import WrongUsage
from web import Answer, Web, serving

PAPER = b"# Lancashire Police and Crime Panel\n\nMeeting on 12 October 2015\n\nOffence\t2014/15\nRobbery\t110\n"
OPTIONS = ("--delay", "0", "--allow-private", "--jobs", "1")


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def documents(db: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute(
            "select file_name, source_url, meeting_date, status from documents order by 1"
        ).fetchall()


def paper(web: Web, path: str = "/notes.txt", body: bytes = PAPER) -> str:
    web.pages[path] = Answer(body, etag=f'"{len(body)}"', headers={"Content-Type": "text/plain"})
    return web.root + path


def test_a_paper_by_its_address_is_in_the_database_with_it(web: Web, tmp_path: Path) -> None:
    address, db = paper(web), tmp_path / "panel.db"
    result = run("ingest", address, "--db", db, *OPTIONS)
    assert result.exit_code == 0, result.stderr
    assert documents(db) == [("notes.txt", address, "2015-10-12", "ok")]
    assert "From addresses: 1 fetched." in result.stderr
    assert (tmp_path / "papers" / f"127.0.0.1-{web.port}" / "notes.txt").is_file()
    web.asked.clear()
    again = run("ingest", address, "--db", db, *OPTIONS)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "1 there already" in again.stderr
    assert "if-none-match" in web.asked[-1].headers


def test_a_meeting_states_its_day_and_packs_are_chosen(web: Web, tmp_path: Path) -> None:
    paper(web, "/documents/s1/Performance.txt", PAPER.replace(b"12 October 2015", b"soon"))
    page = '<h2>Lancashire Police and Crime Panel - Monday, 12th October, 2015</h2><a href="documents/s1/Performance.txt">Performance report</a>'
    address = web.html("/ieListDocuments.aspx?CId=4&MId=9", page)
    result = run("ingest", address, "--db", tmp_path / "p.db", "--papers", tmp_path / "kept", "--take", "all", *OPTIONS)
    assert result.exit_code == 0, result.stderr
    assert documents(tmp_path / "p.db") == [
        ("Performance.txt", f"{web.root}/documents/s1/Performance.txt", "2015-10-12", "ok")
    ]
    assert [path.name for path in (tmp_path / "kept").rglob("*.txt")] == ["Performance.txt"]


def test_a_list_of_addresses_with_faults(web: Web, tmp_path: Path) -> None:
    address = paper(web)
    urls = tmp_path / "urls.txt"
    urls.write_text(f"# ours\n{address} # the notes\n{web.root}/gone.pdf\nno address\n")
    result = run("ingest", "--urls", urls, "--db", tmp_path / "p.db", "--json", *OPTIONS)
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    assert [one["came"] for one in told["papers"]] == ["added"]
    assert [(one["address"], one["came"], one["status"]) for one in told["addresses"]] == [
        (address, "fetched", None),
        (f"{web.root}/gone.pdf", "missed", 404),
        ("no address", "missed", None),
    ]
    assert all(one["why"] and one["do"] for one in told["addresses"][1:])
    table = run("ingest", "--urls", "-", "--db", tmp_path / "p.db", *OPTIONS, stdin=f"{web.root}/gone.pdf\n{address}\n")
    assert table.exit_code == 3
    assert f"{web.root}/gone.pdf\tnot fetched" in table.stdout
    assert "there is nothing at this address (404); check the address" in table.stdout


def test_addresses_and_folders_go_together(web: Web, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_bytes(PAPER + b"Burglary\t50\n")
    result = run("ingest", tmp_path / "mine", paper(web), "--db", tmp_path / "p.db", *OPTIONS)
    assert result.exit_code == 0
    assert len(documents(tmp_path / "p.db")) == 2
    both = run("ingest", tmp_path / "papers", paper(web), "--db", tmp_path / "p.db", *OPTIONS)
    assert "1 file: 1 unchanged" in both.stderr


def test_the_papers_of_an_archive_at_an_address_are_in_with_its_address(web: Web, tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("2015/notes.txt", PAPER)
        archive.writestr("2015/more.txt", PAPER + b"Burglary\t50\n")
    address = web.paper("/pack.zip", data.getvalue())
    result = run("ingest", address, "--db", tmp_path / "p.db", *OPTIONS)
    assert result.exit_code == 0, result.stderr
    assert documents(tmp_path / "p.db") == [
        ("more.txt", address, "2015-10-12", "ok"),
        ("notes.txt", address, "2015-10-12", "ok"),
    ]
    again = run("ingest", address, tmp_path / "papers", "--db", tmp_path / "p.db", *OPTIONS)
    assert "2 files: 2 unchanged" in again.stderr


def test_nothing_that_could_be_fetched_is_nothing_to_read(web: Web, tmp_path: Path) -> None:
    result = run("ingest", f"{web.root}/gone.pdf", "--db", tmp_path / "p.db", *OPTIONS)
    assert result.exit_code == 2
    assert "not fetched" in result.stdout and "404" in result.stdout
    assert not (tmp_path / "p.db").exists()
    private = run("ingest", f"{web.root}/a.pdf", "--db", tmp_path / "p.db", "--json")
    assert private.exit_code == 2
    assert "--allow-private" in json.loads(private.stdout)["addresses"][0]["do"]
    assert len(web.paths()) == 1


@pytest.mark.parametrize("told", ["ftp://example.org/a.pdf", "https://", "http://user:secret@example.org/a.pdf"])
def test_an_address_that_cannot_be_asked_is_wrong_usage(told: str, tmp_path: Path) -> None:
    result = run("ingest", told, "--db", tmp_path / "p.db")
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1
    assert "secret" not in result.stderr


def test_what_is_fetched_has_its_own_address(tmp_path: Path) -> None:
    result = run("ingest", "https://example.org/a.pdf", "--source-url", "https://x.example", "--db", tmp_path / "p.db")
    assert result.exit_code == 2 and "--source-url is for files" in result.stderr


def test_a_full_disk_is_told(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "papers")

    monkeypatch.setattr("ingest.web.fetching.os.fsync", full)
    result = run("ingest", paper(web), "--db", tmp_path / "p.db", *OPTIONS)
    assert result.exit_code == 1 and "papers: No space left on device" in result.stderr


def test_how_often_things_are_asked(tmp_path: Path) -> None:
    def every(*told: str, seconds: float | None) -> tuple[float, float]:
        how = dict(take="packs", delay=2.0, max_mb=1, max_papers=1, max_pages=1, max_minutes=1.0, allow_private=False)
        made: Given = given(
            told, tmp_path / "p.db", urls_file=None, papers_folder=None, watch=True, every=seconds, **how
        )
        return made.look_every, made.fetch_every

    there = "https://example.org/a"
    assert every("folder", seconds=None) == (10.0, 86400.0)
    assert every("folder", seconds=5) == (5.0, 86400.0)
    assert every(there, seconds=None) == (10.0, 86400.0)
    assert every(there, seconds=60) == (10.0, 3600.0)
    assert every(there, seconds=7200) == (10.0, 7200.0)
    assert every("folder", there, seconds=7200) == (7200.0, 7200.0)
    assert every("folder", there, seconds=5) == (5.0, 86400.0)
    with pytest.raises(WrongUsage):
        every(seconds=None)


def test_watching_what_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    result = run("ingest", tmp_path / "nowhere", "--db", tmp_path / "p.db", "--watch")
    assert result.exit_code == 2 and "no such file" in result.stderr


def started(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ingest", *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )


def until(holds: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_folder_is_watched_until_somebody_says_stop(tmp_path: Path, number: signal.Signals) -> None:
    folder, db = tmp_path / "in", tmp_path / "p.db"
    folder.mkdir()
    first = folder / "a.txt"
    first.write_bytes(PAPER)
    os.utime(first, (time.time() - 1000,) * 2)
    process = started("ingest", folder, "--db", db, "--jobs", "1", "--watch", "--every", "1", "--json")
    try:

        def count() -> int:
            if not db.exists():
                return 0
            try:
                return len(documents(db))
            except sqlite3.OperationalError:
                return 0

        until(lambda: count() == 1)
        (folder / "b.txt").write_bytes(PAPER + b"Burglary\t50\n")
        until(lambda: count() == 2)
        (folder / "c.pdf").write_bytes(b"%PDF-1.4 broken")
        until(lambda: count() == 3)
        until(lambda: finished(db) == 3)
        # The line of a batch is written after its run.
        time.sleep(0.5)
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 0, err
    lines = [json.loads(line) for line in out.splitlines()]
    assert [[(Path(one["path"]).name, one["came"]) for one in line["papers"]] for line in lines] == [
        [("a.txt", "added")],
        [("b.txt", "added")],
        [("c.pdf", "failed")],
    ]
    assert err.splitlines() == [f"Watching {folder} every 1 seconds; Ctrl+C ends it."]
    with sqlite3.connect(db) as connection:
        assert connection.execute("select files, status from runs order by id").fetchall() == [(1, "finished")] * 3


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_addresses_are_watched_and_an_interrupt_while_fetching_keeps_what_came(web: Web, tmp_path: Path) -> None:
    address, db = paper(web), tmp_path / "p.db"
    web.paper("/slow.pdf", b"%PDF-1.4" + b"x" * 100_000, piece=1000, pause=0.2, etag='"1"')
    process = started("ingest", address, f"{web.root}/slow.pdf", "--db", db, *OPTIONS)
    try:
        parts = tmp_path / "papers" / ".part"
        until(lambda: parts.is_dir() and any(part.stat().st_size > 900 for part in parts.glob("*.part")))
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130
    assert "Interrupted; what was fetched is kept in" in err
    assert [path.name for path in (tmp_path / "papers").rglob("notes.txt")] == ["notes.txt"]
    watching = started("ingest", address, "--db", db, *OPTIONS, "--watch")
    try:
        until(lambda: db.exists() and "notes.txt" in str(_documents_or_none(db)))
        until(lambda: finished(db) == 1)
        time.sleep(0.5)
        watching.send_signal(signal.SIGTERM)
        out, err = watching.communicate(timeout=30)
    finally:
        watching.kill()
    assert watching.returncode == 0, err
    assert "1 file: 1 added." in out and len(out.splitlines()) == 1


def finished(db: Path) -> int:
    """The runs that are finished."""
    with sqlite3.connect(db) as connection:
        return int(connection.execute("select count(*) from runs where status = 'finished'").fetchone()[0])


def _documents_or_none(db: Path) -> list[tuple[object, ...]]:
    try:
        return documents(db)
    except sqlite3.OperationalError:
        return []

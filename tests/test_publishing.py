"""`panelpapers publish`: what is published, that it comes at once or not at all, and that a site and any Datasette can serve it."""

import hashlib
import json
import multiprocessing
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.cli import main
from schema.database import read_database
from schema.errors import DatabaseUnusable, PanelPapersError, WrongUsage
from schema.held import COUNTED_SO
from schema.soundness import soundness
from serve.files import kept
from serve.publication import PAPERS, counts_of, database_in
from serve.publishing import publish
from serve.site import build

ROOT = Path(__file__).parents[1]
HEAD = "# {force} Police and Crime Panel\n\nMeeting on {day} October 2015\n\nOffence\t2013/14\t2014/15\tChange\n"
FIRST = HEAD.format(force="Lancashire", day=12) + "Robbery\t100\t110\t+10%\nBurglary\t200\t190\t-5%\n"
WRONG = HEAD.format(force="Kent", day=13) + "Robbery\t100\t150\t+10%\n"
COMPANIONS = {
    "panel.db",
    "inspect-data.json",
    "metadata.yml",
    "settings.json",
    "README.md",
    "CHANGELOG.md",
    "changes.json",
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def ingest(papers: Path, **texts: str) -> Path:
    papers.mkdir(exist_ok=True, parents=True)
    for name, text in texts.items():
        (papers / f"{name}.txt").write_text(text)
    db = papers.parent / "panel.db"
    assert run("ingest", papers, "--db", db).exit_code == 0
    return db


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return ingest(tmp_path / "secret-folder" / "papers", first=FIRST)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "public"


def whole(place: Path) -> Path:
    """The current publication, after its checksums, its counts and its database were checked."""
    current = place / "current"
    assert current.is_symlink() and not current.readlink().is_absolute()
    sums = dict(line.split("  ")[::-1] for line in (current / "SHA256SUMS").read_text().splitlines())
    assert {name for name in sums if "/" not in name} == COMPANIONS
    for name, sha256 in sums.items():
        assert hashlib.sha256((current / name).read_bytes()).hexdigest() == sha256
    database = database_in(place)
    with closing(read_database(database)) as db:
        assert [one for one in soundness(db) if one.result == "wrong"] == []
        told = counts_of(database)
        assert told is not None
        for table, count in told["panel"]["tables"].items():
            assert db.execute(f'select count(*) from "{table}"').fetchone()[0] == count["count"]
    return current


def listing(place: Path) -> set[str]:
    return {one.name for one in place.iterdir() if one.name != "current.lock"}


def figures(database: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as db:
        return db.execute("select document_id, label, value_text, quote from observations order by id").fetchall()


def test_what_is_published(db: Path, place: Path) -> None:
    result = run("publish", place, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert "1 added, 0 revised, 0 read again, 0 removed" in result.stdout
    current = whole(place)
    assert {one.name for one in current.iterdir()} == COMPANIONS | {"SHA256SUMS"}
    assert figures(database_in(place)) == figures(db)
    assert (current / "panel.db").read_bytes()[18:20] == b"\x01\x01", (
        "no log beside it: a folder that is read-only can hold it"
    )
    assert not (current / "panel.db").stat().st_mode & 0o222


def test_a_paper_that_could_not_be_read_is_told_as_such(db: Path, place: Path) -> None:
    (db.parent / "papers" / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    assert run("ingest", db.parent / "papers", "--db", db).exit_code == 3
    publish(db, place)
    told = [line for line in (whole(place) / "CHANGELOG.md").read_text().splitlines() if line.startswith("- ")]
    assert [line.count("could not be read") for line in told if "broken.pdf" in line] == [1]
    assert sum("could not be read" in line for line in told) == 1


def test_nothing_of_the_machine_is_published(db: Path, place: Path) -> None:
    papers = db.parent / "papers"
    ingest(papers / "deeper", first=FIRST)  # a copy of the same name
    (papers / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    assert run("ingest", papers, "--db", db).exit_code == 3
    with closing(sqlite3.connect(db)) as own, own:
        own.execute("update problems set message = ? || ': ' || message", (str(papers / "broken.pdf"),))
    publish(db, place)
    for file in whole(place).iterdir():
        assert b"secret-folder" not in file.read_bytes(), file.name
    with closing(sqlite3.connect(database_in(place))) as copy:
        assert copy.execute("select path, file_name from documents order by 1").fetchall() == [
            ("broken.pdf", "broken.pdf"),
            ("first.txt", "first.txt"),
        ]
        assert copy.execute("select path from document_paths order by 1").fetchall() == [
            ("broken.pdf",),
            ("first.txt",),
        ]
        (message,) = copy.execute("select message from problems where code = 'unreadable'").fetchone()
        assert message.startswith("broken.pdf: ")


def test_the_papers_of_an_archive_are_published_too(tmp_path: Path, place: Path) -> None:
    archive, db = tmp_path / "papers.zip", tmp_path / "panel.db"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("2015/first.txt", FIRST)
    assert run("ingest", archive, "--db", db).exit_code == 0
    publish(db, place, papers=True)
    ((paper,),) = (tuple((whole(place) / PAPERS).iterdir()),)
    assert paper.suffix == ".txt" and paper.read_text() == FIRST


def test_publishing_again_with_nothing_new_changes_nothing(db: Path, place: Path) -> None:
    publish(db, place)
    before = {one: one.stat().st_mtime_ns for one in place.rglob("*") if one.name != "current.lock"}
    assert run("ingest", db.parent / "papers", "--db", db).exit_code == 0
    result = run("publish", place, "--db", db)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing is new" in result.stderr
    assert json.loads(run("publish", place, "--db", db, "--json").stdout)["new"] is False
    after = {one: one.stat().st_mtime_ns for one in place.rglob("*") if one.name != "current.lock"}
    assert {k: v for k, v in after.items() if k != place} == {k: v for k, v in before.items() if k != place}


def test_the_change_log_tells_what_came_what_changed_and_what_went(db: Path, place: Path) -> None:
    papers = db.parent / "papers"
    ingest(papers, gone="Gone\n" + FIRST)
    publish(db, place)
    (papers / "gone.txt").unlink()
    ingest(papers, first=FIRST.replace("190", "191"), second=WRONG)
    assert run("remove", "gone.txt", "--db", db, "--yes").exit_code == 0
    told = publish(db, place).changes
    assert told is not None
    assert [row["file_name"] for row in told.added] == ["second.txt"]
    assert [row["file_name"] for row in told.revised] == ["first.txt"]
    assert [row["file_name"] for row in told.removed] == ["gone.txt"]
    assert told.counts["papers"] == (2, 2)
    assert told.counts["earlier versions, replaced"] == (0, 1), "the version that was replaced stays findable"
    assert {row["label"] for row in told.contradictions} == {"Robbery"}
    current = whole(place)
    data = json.loads((current / "changes.json").read_text())
    assert data["previous"] == sorted(listing(place) - {"current"})[0]
    assert data["counts"]["papers"] == {"before": 2, "after": 2}
    log = (current / "CHANGELOG.md").read_text()
    assert log.index("### Papers revised: 1") < log.index("### Papers removed: 1") < log.index("### Papers added: 2")
    assert "| papers | 2 | 2 |" in log and "| earlier versions, replaced | 0 | 1 |" in log and COUNTED_SO in log
    assert re.search(r"page 1, line 6: Robbery: printed .*10%.*computed", log)


def test_a_paper_that_was_read_again_with_another_result_is_told(db: Path, place: Path) -> None:
    publish(db, place)
    time.sleep(1.1)  # the moment of an ingest is kept in seconds
    (db.parent / "corrections.csv").write_text(
        "document,kind,place,printed,field,meaning,reason,date,by\n"
        "first.txt,observation,,190,measure,robbery,because,2026-11-21,A. Reader\n"
    )
    assert run("ingest", db.parent / "papers", "--db", db).exit_code == 0
    told = publish(db, place).changes
    assert told is not None
    assert ([row["file_name"] for row in told.read_again], told.added, told.removed) == (["first.txt"], (), ())


def test_the_last_two_stay_and_a_copy_that_is_open_goes_on(db: Path, place: Path) -> None:
    publish(db, place)
    first = database_in(place)
    with closing(sqlite3.connect(f"{first.as_uri()}?immutable=1", uri=True)) as site:
        names = [
            publish(ingest(db.parent / "papers", **{f"p{number}": WRONG + f"Homicide\t1\t{number}\t-\n"}), place)
            for number in range(3)
        ]
        assert site.execute("select count(*) from documents").fetchone() == (1,)
    assert listing(place) == {"current", names[-1].folder.name, names[-2].folder.name}
    whole(place)


def test_a_copy_that_is_not_sound_is_not_published(db: Path, place: Path) -> None:
    publish(db, place)
    before = listing(place)
    with closing(sqlite3.connect(db)) as own, own:
        own.execute("update observations set quote = null")
    result = run("publish", place, "--db", db)
    assert result.exit_code == 1
    assert "not sound (places of facts: " in result.stderr
    assert listing(place) == before
    assert figures(whole(place) / "panel.db")


def test_what_a_killed_run_left_to_compute_is_computed_in_the_copy(db: Path, place: Path) -> None:
    with closing(sqlite3.connect(db)) as own, own:
        own.execute("delete from coverage")
        own.execute("update runs set status = 'running'")
    publish(db, place)
    with closing(sqlite3.connect(whole(place) / "panel.db")) as copy:
        assert copy.execute("select count(*) from coverage").fetchone()[0] > 0
        assert copy.execute("select status from runs").fetchall() == [("killed",)]


@pytest.mark.parametrize("there", ["file", "folder with something else"])
def test_a_place_that_holds_something_else_is_left_alone(db: Path, place: Path, there: str) -> None:
    if there == "file":
        place.write_text("mine")
    else:
        place.mkdir()
        (place / "thesis.txt").write_text("mine")
    with pytest.raises(WrongUsage):
        publish(db, place)
    assert (place if there == "file" else place / "thesis.txt").read_text() == "mine"
    assert there == "file" or listing(place) == {"thesis.txt"}


def test_without_a_database_no_place_is_made(tmp_path: Path, place: Path) -> None:
    with pytest.raises(DatabaseUnusable):
        publish(tmp_path / "none.db", place)
    assert not place.exists()


# The papers


async def test_with_papers_the_site_finds_their_files_beside_the_copy(db: Path, place: Path) -> None:
    papers = db.parent / "papers"
    ingest(papers, second=WRONG)
    (papers / "second.txt").write_text(WRONG.replace("150", "151"))
    result = run("publish", place, "--db", db, "--papers")
    assert result.exit_code == 0, result.stderr
    assert "1 papers are not where they were read, or changed: second.txt" in result.stderr
    current = whole(place)
    with closing(sqlite3.connect(current / "panel.db")) as copy:
        ids = dict(copy.execute("select file_name, id from documents").fetchall())
    assert [one.name for one in (current / "papers").iterdir()] == [f"{ids['first.txt']}.txt"]
    (papers / "first.txt").unlink()
    site = build(database_in(place), immutable=True)
    found = await kept(site, ids["first.txt"])
    assert found is not None and Path(found.path).read_text() == FIRST
    assert await kept(site, ids["second.txt"]) is None
    assert publish(db, place, papers=True).changes is not None, "a paper that is gone is something new"


# Kills, full disks


PUBLISHING = """
import signal, sys
from pathlib import Path
from serve.publishing import publish
{before}
print("go", flush=True)
publish(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def publishing(db: Path, place: Path, before: str = "") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PUBLISHING.format(before=before), str(db), str(place)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system forks no process")
def test_a_kill_at_any_moment_leaves_a_whole_publication(db: Path, place: Path, tmp_path: Path) -> None:
    other = ingest(tmp_path / "other" / "papers", first=FIRST, second=WRONG)
    told = {1: db, 2: other}
    publish(other, place)
    began = time.monotonic()
    publish(db, place)
    seconds = time.monotonic() - began
    moments = random.Random(7)
    killed = 0
    for _ in range(20):
        with closing(sqlite3.connect(database_in(place))) as current:
            (papers,) = current.execute("select count(*) from documents").fetchone()
        process = multiprocessing.get_context("fork").Process(target=publish, args=(told[3 - papers], place))
        process.start()
        time.sleep(moments.uniform(0, 1.2 * seconds))
        process.kill()
        process.join()
        killed += process.exitcode != 0
        whole(place)
    assert killed > 3
    publish(db, place)
    publish(other, place)
    assert not [name for name in listing(place) if name.startswith(".")]
    assert len(listing(place)) == 3
    whole(place)


def test_a_stop_before_the_link_is_turned_leaves_the_old_one(
    db: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(db, place)
    old = database_in(place)
    ingest(db.parent / "papers", second=WRONG)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Path, "symlink_to", stop)
        with pytest.raises(KeyboardInterrupt):
            publish(db, place)
    assert database_in(place) == old
    whole(place)
    publish(db, place)
    assert len(figures(database_in(place))) > len(figures(old))


@pytest.mark.skipif(sys.platform == "win32", reason="this system knows no such limit")
@pytest.mark.parametrize("bytes_", [20_000, 300_000, 700_000])
def test_a_full_disk_leaves_the_old_one_and_says_what_to_do(db: Path, place: Path, bytes_: int) -> None:
    publish(db, place)
    before = listing(place)
    ingest(db.parent / "papers", second=WRONG)
    full = f"import resource; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes_}, {bytes_}))"
    process = publishing(db, place, full)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "DatabaseUnusable" in stderr or "File too large" in stderr, stderr
    assert listing(place) == before
    whole(place)


def test_a_disk_that_fills_up_while_papers_are_copied_is_no_missing_paper(
    db: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    publish(db, place)
    before = listing(place)
    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises((OSError, PanelPapersError)):
        publish(db, place, papers=True)
    assert listing(place) == before


# Serving it


def asked(place: Path, address: str, *, plugin: bool) -> str:
    """What ``datasette FOLDER`` answers, with our plugin or without any."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name("datasette")), str(place / "current"), "--get", address],
        env={**os.environ, "PYTHONPATH": str(ROOT), **({} if plugin else {"DATASETTE_LOAD_PLUGINS": ""})},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_plain_datasette_serves_it(db: Path, place: Path) -> None:
    publish(db, place)
    told = json.loads(asked(place, "/panel.json", plugin=False))
    assert {one["name"]: one["count"] for one in told["tables"]}["observations"] == len(figures(db))
    assert "compare-forces" in {one["name"] for one in told["queries"]}
    assert json.loads(asked(place, "/-/databases.json", plugin=False))[0]["is_mutable"] is False
    assert json.loads(asked(place, "/-/settings.json", plugin=False))["suggest_facets"] is False
    answer = json.loads(asked(place, "/panel/compare-forces.json?measure=robbery&period=&_shape=array", plugin=False))
    assert [row["force"] for row in answer] == ["Lancashire"] * len(answer) and answer


@contextmanager
def serving(place: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest", "serve", "--db", str(place), "--port", "0"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        match = re.search(r"http://\S+", told)
        assert match, told
        yield process, match[0]
    finally:
        process.terminate()
        process.communicate(timeout=30)


def papers_at(address: str) -> int:
    with urllib.request.urlopen(f"{address}panel/documents.json?_shape=objects&_size=0", timeout=30) as answer:
        count: int = json.load(answer)["filtered_table_rows_count"]
        return count


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no such signal")
def test_a_site_goes_on_with_its_copy_and_takes_the_new_one_when_it_is_told_to(db: Path, place: Path) -> None:
    publish(db, place)
    with serving(place) as (process, address):
        assert papers_at(address) == 1
        ingest(db.parent / "papers", second=WRONG)
        publish(db, place)
        assert papers_at(address) == 1
        process.send_signal(signal.SIGHUP)
        assert process.stderr is not None
        assert "made again" in process.stderr.readline()
        assert papers_at(address) == 2
        (place / "current").unlink()
        process.send_signal(signal.SIGHUP)
        assert "goes on as it was" in process.stderr.readline()
        assert papers_at(address) == 2


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell of its processes so")
def test_a_site_that_is_renewed_often_keeps_little_of_those_before(db: Path, place: Path) -> None:
    publish(db, place)
    with serving(place) as (process, address):
        threads = []
        for _ in range(8):
            assert papers_at(address) == 1
            with urllib.request.urlopen(address, timeout=30) as home:
                assert home.status == 200
            told = Path(f"/proc/{process.pid}/status").read_text()
            threads.append(int(re.findall(r"Threads:\s+(\d+)", told)[0]))
            assert int(re.findall(r"VmRSS:\s+(\d+) kB", told)[0]) < 150_000
            process.send_signal(signal.SIGHUP)
            assert process.stderr is not None
            assert "made again" in process.stderr.readline()
        assert max(threads) < 20, threads


def test_which_database_is_meant(tmp_path: Path, db: Path, place: Path) -> None:
    publish(db, place)
    (name,) = listing(place) - {"current"}
    copy = (place / name / "panel.db").resolve()
    assert database_in(place) == database_in(place / "current") == database_in(place / name) == copy
    assert database_in(db) == db
    assert database_in(tmp_path) == tmp_path

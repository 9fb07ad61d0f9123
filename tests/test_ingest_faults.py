"""What happens to an ingest from outside: it is killed, the disk is full, the database is locked or may not be written.

A few moments are tried here; ``make faults`` tries 200 on the whole corpus (``PANELPAPERS_KILLS``, ``PANELPAPERS_KILLED_PAPERS``).
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from schema.tables import TABLES

ROOT = Path(__file__).parents[1]
KILLS = int(os.environ.get("PANELPAPERS_KILLS", "6"))
#: After so many kills an ingest is let finish, and looked at.
IN_A_ROW = 5
#: So many seconds a run takes until it reads the first paper, roughly.
BEGINS = 1.0
#: Of when a row was made tells no paper.
OF_THE_CLOCK = {"ingested_at", "seen_from", "seen_to"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and file permissions of POSIX")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus where that is asked for, else a few of its papers, one of each format and a copy."""
    if folder := os.environ.get("PANELPAPERS_KILLED_PAPERS"):
        return Path(folder).absolute()
    folder = tmp_path_factory.mktemp("papers")
    for suffix in (".pdf", ".docx", ".html", ".txt", ".md"):
        smallest = sorted((ROOT / "corpus").rglob(f"*{suffix}"), key=lambda path: path.stat().st_size)
        for path in [path for path in smallest if not path.name.lower().startswith("readme")][:2]:
            shutil.copy(path, folder)
    shutil.copy(path, folder / f"copy-of-{path.name}")
    return folder


def command(papers: Path, db: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "ingest", "ingest", str(papers), "--db", str(db), "--jobs", "2", *more]


def ingested(papers: Path, db: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(papers, db, *more), cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )


def content(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but ``runs``, without what tells only when it was made."""
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
        rows = {}
        for table in TABLES:
            if table.name != "runs":
                names = ", ".join(f'"{name}"' for name in table.columns if name not in OF_THE_CLOCK)
                rows[table.name] = sorted(connection.execute(f'select {names} from "{table.name}"'), key=repr)
        return rows


def is_sound(db: Path) -> None:
    """The file is whole, every reference leads somewhere, the searches are in step, and there is no half a document."""
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        if not connection.execute("select count(*) from sqlite_master").fetchone()[0]:
            return  # Killed before it had any table.
        searches = [
            row[0] for row in connection.execute("select name from sqlite_master where sql like '%using fts5%'")
        ]
        searches += [
            row[0] for row in connection.execute("select name from sqlite_master where sql like '%USING FTS5%'")
        ]
        for name in searches:
            connection.execute(f"insert into [{name}]([{name}], rank) values ('integrity-check', 1)")
        without_pages = "select count(*) from documents d where status <> 'failed' and not exists (select 1 from pages p where p.document_id = d.id)"
        assert connection.execute(without_pages).fetchone() == (0,)


def left(db: Path, whole: dict[str, list[tuple[object, ...]]]) -> float:
    """The share of the papers of the undisturbed database that this one has not."""
    if not db.exists() or not db.stat().st_size:
        return 1.0
    with closing(sqlite3.connect(db)) as connection:
        if not connection.execute("select count(*) from sqlite_master where name = 'documents'").fetchone()[0]:
            return 1.0
        return 1 - connection.execute("select count(*) from documents").fetchone()[0] / len(whole["documents"])


@contextmanager
def kill_after(process: subprocess.Popen[bytes], seconds: float, whole_group: bool) -> Iterator[None]:
    def kill() -> None:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL) if whole_group else process.kill()

    timer = threading.Timer(seconds, kill)
    timer.start()
    yield
    timer.cancel()


def test_killed_at_any_moment_and_run_again_it_is_as_if_nothing_had_happened(papers: Path, tmp_path: Path) -> None:
    assert ingested(papers, tmp_path / "whole.db").returncode == 0
    whole = content(tmp_path / "whole.db")
    # How long it takes is told by a second one, which finds kept pages as all others do.
    began = time.monotonic()
    assert ingested(papers, tmp_path / "again.db").returncode == 0
    seconds = time.monotonic() - began
    assert content(tmp_path / "again.db") == whole
    dice = random.Random(20)
    killed = looked_at = 0
    while killed < KILLS:
        db = tmp_path / f"killed-{looked_at}.db"
        for _ in range(min(IN_A_ROW, KILLS - killed)):
            with (
                subprocess.Popen(
                    command(papers, db),
                    cwd=ROOT,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                ) as process,
                kill_after(
                    process, dice.uniform(0, BEGINS + seconds * left(db, whole)), whole_group=dice.random() < 0.5
                ),
            ):
                process.wait(timeout=600)
            if db.exists() and db.stat().st_size:
                is_sound(db)
            if process.returncode == 0:
                break
            assert process.returncode == -signal.SIGKILL
            killed += 1
        looked_at += 1
        last = ingested(papers, db)
        assert last.returncode == 0, last.stderr
        is_sound(db)
        assert content(db) == whole, f"after {killed} kills"
        for path in tmp_path.glob(f"{db.name}*"):
            path.unlink()
    print(f"{killed} kills, and {looked_at} databases equal to the undisturbed one")


def test_a_run_that_was_killed_is_told_as_such(papers: Path, tmp_path: Path) -> None:
    db = tmp_path / "panel.db"
    with subprocess.Popen(command(papers, db), cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        assert process.stderr is not None
        process.stderr.readline()
        process.kill()
    assert ingested(papers, db).returncode == 0
    with closing(sqlite3.connect(db)) as connection:
        assert [row[0] for row in connection.execute("select status from runs order by id")] == ["killed", "finished"]


def test_a_site_goes_on_answering_while_papers_come_in(papers: Path, tmp_path: Path) -> None:
    db = tmp_path / "panel.db"
    few = tmp_path / "few"
    few.mkdir()
    shutil.copy(sorted(papers.rglob("*.md"))[0], few)
    assert ingested(few, db).returncode == 0
    counts = []
    with (
        subprocess.Popen(
            command(papers, db), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process,
        closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True, timeout=0)) as reader,
    ):
        while process.poll() is None:
            counts.append(reader.execute("select count(*) from documents").fetchone()[0])
            time.sleep(0.01)
    assert process.returncode == 0
    assert counts == sorted(counts)
    assert counts[0] == 1


def test_a_full_disk(papers: Path, tmp_path: Path) -> None:
    db = tmp_path / "panel.db"
    # No file of this process may grow beyond this, which SQLite meets as a full disk.
    most = 1_500_000
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}));"
        "sys.argv = ['panelpapers', *sys.argv[1:]]; from ingest.cli import main; main()"
    )
    arguments = command(papers, db)[3:]
    full = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )
    assert full.returncode == 4, full.stderr
    assert "make room and run the command again" in full.stderr or "look at the disk" in full.stderr
    assert "Traceback" not in full.stderr
    assert ingested(papers, db).returncode == 0
    assert ingested(papers, tmp_path / "whole.db").returncode == 0
    is_sound(db)
    assert content(db) == content(tmp_path / "whole.db")


def unprivileged() -> list[str]:
    """What makes a command respect the permissions of files, which an administrator need not."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("the administrator may write everywhere, and there is no setpriv to be less")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.mark.parametrize("rights", [0o000, 0o600])
def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path: Path, rights: int) -> None:
    folder, db = tmp_path / "papers", tmp_path / "panel.db"
    (folder / "closed").mkdir(parents=True)
    for name in ("a.txt", "closed/b.txt"):
        (folder / name).write_text(f"Meeting to be held on 12 October 2015, {name}\n")
    (folder / "closed").chmod(rights)

    def run(*paths: Path) -> subprocess.CompletedProcess[str]:
        read = [sys.executable, "-m", "ingest", "ingest", *map(str, paths), "--db", str(db), "--jobs", "1"]
        return subprocess.run(
            [*unprivileged(), *read], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
        )

    told = run(folder)
    assert told.returncode == 3 and "1 file: 1 added" in told.stderr
    assert f"{folder / 'closed'}: this folder cannot be looked into (Permission denied)" in told.stderr
    alone = run(folder / "closed")
    assert alone.returncode == 2 and "cannot be looked into" in alone.stderr and "no papers here" not in alone.stderr
    (folder / "closed").chmod(0o700)
    told = run(folder)
    assert told.returncode == 0 and "1 added, 1 unchanged" in told.stderr, told.stderr
    with closing(sqlite3.connect(db)) as made:
        assert made.execute("select count(*) from documents").fetchone() == (2,)


def test_a_database_that_may_not_be_written(papers: Path, tmp_path: Path) -> None:
    db = tmp_path / "panel.db"
    assert ingested(papers, db).returncode == 0
    before = content(db)
    db.chmod(0o400)
    told = subprocess.run(
        [*unprivileged(), *command(papers, db, "--reprocess")],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    db.chmod(0o600)
    assert told.returncode == 4, told.stderr
    assert "cannot be written; allow writing to" in told.stderr
    assert content(db) == before


def test_a_database_that_another_program_is_writing(papers: Path, tmp_path: Path) -> None:
    db = tmp_path / "panel.db"
    assert ingested(papers, db).returncode == 0
    before = content(db)
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("begin immediate")
        told = ingested(papers, db, "--reprocess")
        other.execute("rollback")
    assert told.returncode == 4
    assert "another program is writing to the database; wait for it to finish" in told.stderr
    assert content(db) == before


def children_of(process: int) -> list[int]:
    told = subprocess.run(["ps", "-o", "pid=,ppid=", "-A"], capture_output=True, text=True, check=True).stdout
    return [pid for pid, parent in (tuple(map(int, line.split())) for line in told.splitlines()) if parent == process]


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps to find the processes that read")
def test_workers_that_are_killed_cost_nothing(papers: Path, tmp_path: Path) -> None:
    assert ingested(papers, tmp_path / "whole.db").returncode == 0
    db, dice = tmp_path / "panel.db", random.Random(3)
    hit = 0
    with subprocess.Popen(command(papers, db), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        process.stderr.readline()
        for _ in range(3):
            # Those that the fork server made; without the server itself no other could be made.
            workers = [pid for child in children_of(process.pid) for pid in children_of(child)]
            if workers:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(dice.choice(workers), signal.SIGKILL)
                    hit += 1
            time.sleep(0.3)
        process.stderr.read()
    assert process.returncode == 0
    assert hit
    assert content(db) == content(tmp_path / "whole.db")

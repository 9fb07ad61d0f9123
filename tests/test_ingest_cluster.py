"""Reading on a Dask cluster: the same as on one machine whatever happens to workers and scheduler, which are processes on loopback."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import builders
from fake_engines import Faulty
from ingest.cli import main
from ingest.processes.cluster import ensure_usable, read_on
from ingest.processes.jobs import How, Job, Outcome
from ingest.processes.pool import read_all
from ingest.processes.reading_alike import Differs, _our_files, difference, reads_with
from schema.errors import ClusterUnusable, WrongUsage
from schema.reading import Known
from test_ingest_faults import content, is_sound
from worker_killers import WorkerKiller

ROOT = Path(__file__).parents[1]
#: Long for a machine that does much else; nothing here waits for so long if it works.
PATIENCE = 90

needs_the_extra = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the extra cluster is not installed: make cluster"
)


class Cluster:
    """A scheduler and its workers."""

    def __init__(self, folder: Path, **settings: str):
        self._folder = folder
        names = {f"DASK_DISTRIBUTED__{name}": value for name, value in settings.items()}
        self._environment = os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"} | names
        self._processes: list[subprocess.Popen[bytes]] = []
        told = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", str(told))
        wait_for(told.exists)
        self.address: str = json.loads(told.read_text())["address"]

    def add_worker(self, count: int = 1) -> None:
        """As the README has it, on loopback."""
        self._start("worker", self.address, "--nthreads", "1", "--nworkers", str(count))

    def worker_processes(self) -> list[int]:
        """The processes that do the work of workers, not those that watch over them."""
        told = subprocess.run(
            ["ps", "-ww", "-o", "pid=,args=", "-A"], capture_output=True, text=True, check=True
        ).stdout
        readers = [line.split() for line in told.splitlines() if "ingest.processes.cluster_reader" in line]
        mine = [reader[0] for reader in readers if str(self._folder) in reader[-1]]
        parents = subprocess.run(["ps", "-o", "ppid=", "-p", ",".join(mine) or "0"], capture_output=True, text=True)
        return [int(parent) for parent in parents.stdout.split()]

    def end(self) -> None:
        for process in reversed(self._processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(self, what: str, *more: str) -> subprocess.Popen[bytes]:
        log = (self._folder / f"{what}-{len(self._processes)}.log").open("w")
        command = [sys.executable, "-m", "dask", what, *more, "--host", "127.0.0.1", "--no-dashboard"]
        if what == "worker":
            command += ["--local-directory", str(self._folder)]
        with log:
            process = subprocess.Popen(
                command, env=self._environment, cwd=self._folder, stdout=log, stderr=log, start_new_session=True
            )
        self._processes.append(process)
        return process


def wait_for(true: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "it did not come to be"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    cluster.add_worker(2)
    yield cluster
    cluster.end()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[Cluster]:
    """One without workers, that believes less in a paper that ends them than it would."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    cluster = Cluster(folder, SCHEDULER__ALLOWED_FAILURES="1")
    yield cluster
    cluster.end()


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two of each format, and an archive with one more."""
    folder = tmp_path_factory.mktemp("papers")
    for suffix in (".pdf", ".docx", ".html", ".txt", ".md"):
        smallest = sorted((ROOT / "corpus").rglob(f"*{suffix}"), key=lambda path: path.stat().st_size)
        own = [path for path in smallest if not path.name.lower().startswith("readme")]
        for path in own[:2]:
            shutil.copy(path, folder)
        with zipfile.ZipFile(folder / "more.zip", "a") as archive:
            archive.write(own[2], f"2015/{own[2].name}")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    return folder


@pytest.fixture(scope="module")
def at_home(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    db = tmp_path_factory.mktemp("home") / "panel.db"
    assert subprocess.run(command(papers, db, "--jobs", "2"), cwd=ROOT, capture_output=True).returncode == 3
    return content(db)


def command(papers: Path, db: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "ingest", "ingest", str(papers), "--db", str(db), *more]


@contextlib.contextmanager
def begun(papers: Path, db: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """An ingest that goes on; it is ended if it does not come to its end in the block."""
    arguments = command(papers, db, *more)
    with subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def told_of(process: subprocess.Popen[str], words: str) -> str:
    """What it tells until a line with those words."""
    assert process.stderr is not None
    told = ""
    for line in process.stderr:
        told += line
        if words in line:
            return told
    raise AssertionError(f"it ended without saying {words!r}: {told}")


def job_of(path: Path, data: bytes) -> Job:
    path.write_bytes(data)
    return Job(path, hashlib.sha256(data).hexdigest(), Known())


@needs_the_extra
def test_what_is_read_on_a_cluster_is_the_same_row_for_row(
    two_workers: Cluster, papers: Path, at_home: object, tmp_path: Path
) -> None:
    db = tmp_path / "panel.db"
    with begun(papers, db, "--cluster", two_workers.address) as ingest:
        _, told = ingest.communicate(timeout=PATIENCE)
    # One paper is broken.
    assert ingest.returncode == 3, told
    is_sound(db)
    assert content(db) == at_home
    assert not list(two_workers._folder.glob("**/panelpapers-*/paper"))


@needs_the_extra
@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps to find the workers")
def test_a_worker_that_is_killed_costs_nothing_but_its_time(
    two_workers: Cluster, papers: Path, at_home: object, tmp_path: Path
) -> None:
    db = tmp_path / "panel.db"
    with begun(papers, db, "--cluster", two_workers.address) as ingest:
        told_of(ingest, "added")
        os.kill(two_workers.worker_processes()[0], signal.SIGKILL)
        _, told = ingest.communicate(timeout=PATIENCE)
    assert ingest.returncode == 3, told
    assert content(db) == at_home


@needs_the_extra
def test_a_page_that_dies_costs_that_page_there_too(two_workers: Cluster, tmp_path: Path) -> None:
    job = job_of(tmp_path / "pack.pdf", builders.paper([*builders.paragraphs(120)]))
    how = How(engine=Faulty(((2, "dies"),), tmp_path))
    (there,) = read_on(two_workers.address, [job], how)
    (here,) = read_all([job], 1, how)
    assert there == here
    assert there.reading is not None
    assert (2, "page_killed") in [(problem.page, problem.code) for problem in there.reading.problems]


@needs_the_extra
def test_a_paper_that_ends_workers_is_given_up_and_the_others_are_read(scheduler: Cluster, tmp_path: Path) -> None:
    scheduler.add_worker(1)
    killer = job_of(tmp_path / "killer.pdf", builders.paper([*builders.paragraphs(3)]))
    good = [job_of(tmp_path / f"{n}.txt", f"{builders.SENTENCE} Paper {n}.\n".encode()) for n in range(3)]
    came: dict[str, Outcome] = {
        outcome.job.path.name: outcome
        for outcome in read_on(scheduler.address, [killer, *good], How(engine=WorkerKiller()))
    }
    assert len(came) == 4
    assert all(came[job.path.name].reading for job in good)
    given_up = came["killer.pdf"].problem
    assert given_up is not None
    assert given_up.code == "killed_its_worker"
    assert "reading it ended 2 workers; give the workers more memory, split the file" in given_up.message


@needs_the_extra
def test_where_there_is_no_worker_it_waits_and_says_so(
    scheduler: Cluster, papers: Path, at_home: object, tmp_path: Path
) -> None:
    db = tmp_path / "panel.db"
    with begun(papers, db, "--cluster", scheduler.address) as ingest:
        told_of(ingest, f"{scheduler.address} has no worker; waiting for one")
        scheduler.add_worker(2)
        _, told = ingest.communicate(timeout=PATIENCE)
    assert ingest.returncode == 3, told
    assert content(db) == at_home


@needs_the_extra
def test_a_scheduler_that_goes_away_leaves_what_was_finished(
    scheduler: Cluster, papers: Path, at_home: object, tmp_path: Path
) -> None:
    db = tmp_path / "panel.db"
    scheduler.add_worker(1)
    with begun(papers, db, "--cluster", scheduler.address) as ingest:
        told_of(ingest, "added")
        scheduler.scheduler.kill()
        _, told = ingest.communicate(timeout=PATIENCE)
    assert ingest.returncode == 5, told
    assert "the scheduler is gone; start it and its workers again and run the command again for the rest" in told
    assert "Traceback" not in told
    is_sound(db)
    rows = content(db)
    assert 0 < len(rows["documents"]) < 16
    assert subprocess.run(command(papers, db, "--jobs", "1"), cwd=ROOT, capture_output=True).returncode == 3
    assert content(db) == at_home


@needs_the_extra
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_it_in_order_and_takes_back_what_waits(
    two_workers: Cluster, papers: Path, tmp_path: Path, number: int
) -> None:
    from distributed import Client

    db = tmp_path / "panel.db"
    with begun(papers, db, "--cluster", two_workers.address) as ingest:
        told_of(ingest, "added")
        ingest.send_signal(number)
        _, told = ingest.communicate(timeout=PATIENCE)
    assert ingest.returncode == 130, told
    assert "Interrupted; what was finished is in." in told
    assert "Traceback" not in told
    is_sound(db)
    with Client(two_workers.address, set_as_default=False) as client:
        wait_for(lambda: not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)))


@needs_the_extra
def test_a_worker_that_would_read_differently_is_refused(
    two_workers: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_of(tmp_path / "a.txt", builders.SENTENCE.encode())
    monkeypatch.setattr("ingest.processes.cluster.reads_with", lambda ocr: {**reads_with(ocr), "lxml": "1.0"})
    with pytest.raises(ClusterUnusable, match=r"a worker has [\d.]+ and this machine 1\.0 of lxml, so papers would"):
        list(read_on(two_workers.address, [job], How()))


@needs_the_extra
def test_a_file_that_is_gone_when_its_turn_comes(two_workers: Cluster, tmp_path: Path) -> None:
    job = job_of(tmp_path / "a.txt", builders.SENTENCE.encode())
    job.path.unlink()
    assert list(read_on(two_workers.address, [job], How())) == list(read_all([job], 1))


@needs_the_extra
def test_a_scheduler_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.processes.cluster._CONNECT_SECONDS", 1)
    with pytest.raises(ClusterUnusable, match="no scheduler answers there in 1 seconds; start one"):
        list(read_on("tcp://127.0.0.1:9", [job_of(tmp_path / "a.txt", b"words")], How()))


@needs_the_extra
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://127.0.0.1:9", "that is no address of a scheduler"),
        ("127.0.0.1", "that is no address of a scheduler"),
        ("tls://127.0.0.1:9", "Dask has no certificates for it"),
    ],
)
def test_an_address_that_cannot_be_used(address: str, words: str) -> None:
    with pytest.raises(WrongUsage, match=words):
        ensure_usable(address)


@needs_the_extra
def test_an_address_that_can_be_used() -> None:
    ensure_usable("tcp://127.0.0.1:8786")


def test_without_the_extra_it_says_how_to_install_it_and_begins_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    db = tmp_path / "panel.db"
    told = CliRunner().invoke(main, ["ingest", str(ROOT / "corpus"), "--db", str(db), "--cluster", "tcp://127.0.0.1:9"])
    assert (told.exit_code, told.stdout) == (2, "")
    assert "pip install 'panelpapers[cluster]'" in told.stderr
    assert not db.exists()


def test_where_nothing_is_to_be_read_nobody_is_asked() -> None:
    assert list(read_on("tcp://127.0.0.1:9", [], How())) == []


def test_all_code_and_word_lists_that_read_are_looked_at() -> None:
    names = {name for name, _ in _our_files()}
    root = Path(__file__).parents[1]
    assert names == {
        path.relative_to(root).as_posix()
        for room in ("extract", "ingest", "schema")
        for path in (root / room).rglob("*")
        if path.suffix in (".py", ".csv")
    }
    assert {"ingest/processes/reading_alike.py", "schema/data/measures.csv"} <= names


def test_what_decides_how_papers_are_read() -> None:
    ours = reads_with("off")
    assert ours["Python"] == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert ours["pypdfium2"] and ours["what recognises scans"] == "nothing"
    assert difference(ours, dict(ours)) is None
    assert difference({**ours, "lxml": "1"}, ours) == Differs("lxml", "1", ours["lxml"])
    assert difference(ours, {**ours, "rapidocr": "3"}) == Differs("rapidocr", "not installed", "3")

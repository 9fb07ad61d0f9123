"""Damaged papers of each format, through the whole command into a real database: none harms the run, and each is accounted for.

A hundred of each format are read here; ``make fuzz`` reads 2,000 (``PANELPAPERS_MUTANTS``) and tells what came of them.
"""

from __future__ import annotations

import io
import os
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from reportlab import rl_config

import broken_pdfs
import builders
import ingest.processes.pool
from ingest.cli import main
from ingest.contents import path_text
from ingest.finding import find_files
from ingest.processes.jobs import How, Job, Outcome
from ingest.processes.page_tasks import OPENING
from mutants import mutants
from schema.database import read_database
from schema.errors import SomeFailed
from schema.soundness import soundness

ROOT = Path(__file__).parents[1]
MUTANTS = int(os.environ.get("PANELPAPERS_MUTANTS", "100"))
SEED = int(os.environ.get("PANELPAPERS_MUTANTS_SEED", "5"))
PAGE_SECONDS = 10
MEMORY_MB = 1_500
#: What one damaged paper may take of the clock, where a machine may have other work as well: to open it, and a page. And what one process
#: may have of memory, far below its bound.
MOST_SECONDS = OPENING + PAGE_SECONDS
MOST_RESIDENT_MB = 600
#: Papers of the corpus that are larger would make the tests slow and find no more.
MOST_BYTES = {"pdf": 9_000, "docx": 31_000, "html": 4_000, "text": 4_000}
SUFFIXES = {"pdf": (".pdf",), "docx": (".docx",), "html": (".html",), "text": (".txt", ".md"), "zip": (".zip",)}


def papers(kind: str) -> list[bytes]:
    """Whole papers of a format, of which damaged ones are made."""
    if kind == "zip":
        return [zipped("text", "html"), zipped("text", "pdf"), zipped("docx"), zipped("text", inner=zipped("html"))]
    found = [path for suffix in SUFFIXES[kind] for path in sorted((ROOT / "corpus").glob(f"*/*{suffix}"))]
    chosen = [path.read_bytes() for path in found if path.stat().st_size < MOST_BYTES[kind]]
    if kind == "pdf":
        # Pages that are not packed are damaged in what they say, and not only where their packing breaks.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rl_config, "pageCompression", 0)
            plain = [make("boxed").data for make in (builders.crimes, builders.awards, builders.group_heads)]
            plain += [builders.prose().data, builders.contents().data, builders.two_columns().data]
        chosen += [*plain, *plain, broken_pdfs.paper()]
    assert len(chosen) > 3
    return chosen


def zipped(*kinds: str, inner: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in kinds:
            for number, data in enumerate(papers(kind)[:3]):
                archive.writestr(zipfile.ZipInfo(f"2019/{kind} {number}{SUFFIXES[kind][0]}"), data)
        if inner:
            archive.writestr(zipfile.ZipInfo("2020/inner.zip"), inner)
    return file.getvalue()


@dataclass
class Watched:
    """How long each paper took, from when it was begun (last) to when its outcome came, how many were begun more than once, and the
    peak of the memory of any process."""

    seconds: dict[str, float] = field(default_factory=dict)
    begun_again: int = 0
    resident_mb: float = 0.0


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    seen = Watched()
    read_all = ingest.processes.pool.read_all

    def timed(jobs: Sequence[Job], workers: int, how: How, on_begin: Callable[[Path], None]) -> Iterator[Outcome]:
        began: dict[Path, float] = {}

        def begun(path: Path) -> None:
            # What was lost with its process is begun again when all others are done.
            seen.begun_again += path in began
            began[path] = time.monotonic()
            on_begin(path)

        for outcome in read_all(jobs, workers, how, begun):
            seen.seconds[str(outcome.job.path)] = time.monotonic() - began[outcome.job.path]
            yield outcome

    monkeypatch.setattr("ingest.processes.pool.read_all", timed)
    over = threading.Event()

    def look() -> None:
        while not over.wait(0.2):
            seen.resident_mb = max([seen.resident_mb, *peaks(os.getpid())])

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    yield seen
    over.set()
    thread.join()


def peaks(ancestor: int) -> Iterator[float]:
    """The peak of the resident memory, in megabytes, of each process that comes from one (Linux; nothing elsewhere)."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    for process in parents:
        above = parents.get(process)
        while above not in (None, 0, ancestor):
            above = parents.get(above)
        if above == ancestor:
            try:
                told = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
                yield int(told["VmHWM"].split()[0]) / 1024
            except (OSError, KeyError, ValueError):
                continue


@pytest.mark.parametrize("kind", SUFFIXES)
def test_damaged_papers_are_read_or_refused_and_none_is_forgotten(kind: str, tmp_path: Path, watched: Watched) -> None:
    folder, db = tmp_path / "papers", tmp_path / "panel.db"
    folder.mkdir()
    suffixes = SUFFIXES[kind]
    for number, data in enumerate(mutants(papers(kind), MUTANTS, SEED)):
        (folder / f"{number:05}{suffixes[number % len(suffixes)]}").write_bytes(data)
    options = ["--jobs", "2", "--ocr", "off", "--page-seconds", str(PAGE_SECONDS), "--memory-mb", str(MEMORY_MB)]
    command = ["ingest", str(folder), "--db", str(db), *options]
    result = CliRunner().invoke(main, command)
    assert result.exit_code in (0, SomeFailed.exit_code), result.output
    assert "Traceback" not in result.output

    files = {path_text(found.path.resolve()) for found in find_files([folder])}
    assert {Path(file).relative_to(folder).parts[0] for file in files} == {path.name for path in folder.iterdir()}
    with closing(read_database(db)) as database:
        paths = {row[0] for row in database.execute("select path from document_paths where seen_to is null")}
        assert paths == files
        problems = list(database.query("select document_id, code, severity, message from problems"))
        documents = {row["id"]: row for row in database.query("select id, path, status from documents")}
        run = next(database.query("select * from runs"))
        (without_pages,) = database.execute(
            "select count(*) from documents d where status <> 'failed' and not exists (select 1 from pages p where p.document_id = d.id)"
        ).fetchone()
        unsound = [finding for finding in soundness(database) if finding.result != "ok"]
    assert not unsound and not without_pages
    came = Counter(str(document["status"]) for document in documents.values())
    assert run["status"] == "finished" and run["files"] == len(files)
    assert run["added"] + run["changed"] + run["unchanged"] + run["failed"] == len(files)
    assert run["failed"] >= came["failed"] > 0 and came["ok"] + came["partial"] > 0, "damage of one kind tells little"

    codes = Counter(problem["code"] for problem in problems)
    unexpected = [
        p for p in problems if p["code"] in ("unexpected_error", "not_saved", "killed_its_process", "too_slow")
    ]
    assert not unexpected, unexpected
    told: dict[str, list[dict[str, str]]] = {}
    for problem in problems:
        told.setdefault(problem["document_id"], []).append(problem)
    for id, document in documents.items():
        serious = [problem for problem in told.get(id, ()) if problem["severity"] != "info"]
        if document["status"] == "failed":
            errors = [problem["message"] for problem in serious if problem["severity"] == "error"]
            assert any(message.startswith(f"{document['path']}: ") and "; " in message for message in errors), errors
        else:
            assert document["status"] == "ok" or serious, document
        assert all("\n" not in problem["message"] and "Traceback" not in problem["message"] for problem in serious)
    slowest = max(watched.seconds, key=watched.seconds.__getitem__)
    print(f"\n{kind}: {dict(came)}; {codes.most_common(12)}")
    print(f"{kind}: {watched.seconds[slowest]:.1f} s at most ({slowest}), {watched.resident_mb:.0f} MB at most")
    print(f"{kind}: {watched.begun_again} were lost with their process and begun again")
    assert watched.seconds[slowest] < MOST_SECONDS, slowest
    assert watched.resident_mb < MOST_RESIDENT_MB

    before = len(watched.seconds)
    again = CliRunner().invoke(main, command)
    assert "Traceback" not in again.output and len(watched.seconds) == before, "what was given up is left alone"

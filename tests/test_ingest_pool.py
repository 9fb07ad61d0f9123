"""Reading in processes: a file that kills its process stops no other file."""

import hashlib
import multiprocessing
import os
import time
from pathlib import Path

import pytest

from ingest.pool import Job, Outcome, read_all, read_job
from schema.reading import Identity, Known, Reading

READING = Reading(media_type="text/plain", reader="test", status="ok", identity=Identity())


def jobs(folder: Path, *names: str) -> list[Job]:
    return [Job(folder / name, name, Known()) for name in names]


def read_or_die(job: Job) -> Outcome:
    """Stands for a reader with a fault in a library: the name of the file says what happens."""
    if job.path.name.startswith("kills"):
        os._exit(9)
    if job.path.name.startswith("once"):
        mark = job.path.with_suffix(".tried")
        if not mark.exists():
            mark.touch()
            os._exit(9)
    if job.path.name.startswith("slow"):
        time.sleep(60)
    return Outcome(job, reading=READING)


def test_a_file_that_kills_its_process_is_tried_alone_and_given_up(tmp_path: Path) -> None:
    names = ("a", "kills", "b", "once", "c")
    outcomes = {o.job.path.name: o for o in read_all(jobs(tmp_path, *names), 2, read_or_die)}
    assert set(outcomes) == set(names)
    problem = outcomes.pop("kills").problem
    assert problem is not None
    assert (problem.code, problem.severity) == ("killed_its_process", "error")
    assert problem.message.startswith(f"{tmp_path / 'kills'}: ")
    assert all(outcome.reading == READING for outcome in outcomes.values())


def test_leaving_early_ends_the_processes(tmp_path: Path) -> None:
    before = set(multiprocessing.active_children())
    reading = read_all(jobs(tmp_path, "a", "slow", "b"), 2, read_or_die)
    next(reading)
    began = time.monotonic()
    reading.close()
    while set(multiprocessing.active_children()) - before and time.monotonic() - began < 10:
        time.sleep(0.05)
    assert time.monotonic() - began < 10


def test_one_worker_reads_in_this_process(tmp_path: Path) -> None:
    assert [o.reading for o in read_all(jobs(tmp_path, "a", "b"), 1, read_or_die)] == [READING, READING]


def job_of(path: Path, data: bytes) -> Job:
    path.write_bytes(data)
    return Job(path, hashlib.sha256(data).hexdigest(), Known())


def test_an_unexpected_fault_is_an_outcome_with_its_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, name: str, known: Known) -> Reading:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("ingest.papers.read_paper", fail)
    outcome = read_job(job_of(tmp_path / "a.txt", b"words"))
    assert outcome.problem is not None
    assert outcome.problem.code == "unexpected_error"
    assert "ZeroDivisionError: no such luck" in outcome.problem.message
    assert "Traceback" in (outcome.trace or "")


def test_a_file_that_changes_or_goes_while_it_waits(tmp_path: Path) -> None:
    job = job_of(tmp_path / "a.txt", b"words")
    job.path.write_bytes(b"other words")
    changed = read_job(job).problem
    job.path.unlink()
    gone = read_job(job).problem
    assert changed is not None
    assert "changed while it was read" in changed.message
    assert gone is not None
    assert "cannot be read (No such file or directory)" in gone.message

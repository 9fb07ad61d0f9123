"""Reading in processes: what is read does not depend on them, and a page that ends its process costs that page."""

from __future__ import annotations

import hashlib
import multiprocessing
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import broken_pdfs
import builders
from extract.reading import FINDERS
from fake_engines import Fault, Faulty
from ingest.papers import read_paper
from ingest.pdf.reading import ENGINES
from ingest.processes.jobs import ENGINE_NAMES, How, Job, Outcome
from ingest.processes.page_losses import MOST_LOST
from ingest.processes.page_tasks import outcome_of
from ingest.processes.pool import _FINDERS, read_all
from ingest.processes.reading_tasks import read_whole
from ingest.processes.tasks import Limits
from schema.errors import CannotLoad
from schema.reading import Known, Problem, Reading

CRIMES = (*builders.CRIMES, *((f"Crime of kind {n}", f"{n * 37}", f"{n * 41}", "10.8%") for n in range(190)))
PACK = builders.paper(
    [
        *builders.paragraphs(40),
        builders.table(CRIMES, builders.BOXED, repeat=1),
        *builders.paragraphs(12, first="2."),
        builders.table(builders.CRIMES, builders.STRIPED),
    ],
    on_page=builders.running,
)
#: More than one process needs to start with and less than a bomb takes long to fill.
SMALL = Limits(page_seconds=1.5, memory_mb=1_500)


def job_of(path: Path, data: bytes) -> Job:
    path.write_bytes(data)
    return Job(path, hashlib.sha256(data).hexdigest(), Known())


def numbered(count: int) -> bytes:
    return builders.drawn(
        lambda canvas: canvas.drawString(72, 700, f"This is page {canvas.getPageNumber()}"), pages=count
    )


def only(job: Job, how: How, workers: int = 1) -> Outcome:
    (outcome,) = read_all([job], workers, how)
    return outcome


def reading_of(outcome: Outcome) -> Reading:
    assert outcome.reading is not None, outcome
    return outcome.reading


def losses(reading: Reading) -> list[Problem]:
    return [problem for problem in reading.problems if problem.severity == "error"]


@pytest.mark.parametrize(("workers", "stretch"), [(1, 1), (2, 7), (3, 64), (2, 1), (3, 7)])
def test_a_reading_is_the_same_in_any_number_of_processes_and_stretches(
    tmp_path: Path, workers: int, stretch: int
) -> None:
    job = job_of(tmp_path / "pack.pdf", PACK)
    whole = read_paper(PACK, str(job.path), Known())
    assert len(whole.pages) > 7 and len(whole.tables) == 2
    assert reading_of(only(job, How(pages_at_once=0, stretch=stretch), workers)) == whole
    assert reading_of(only(job, How())) == whole


def test_a_scan_among_many_pages_is_no_other_than_among_few(tmp_path: Path) -> None:
    job = job_of(tmp_path / "scan.pdf", builders.scan().data)
    in_stretches = only(job, How(ocr="off", pages_at_once=0, stretch=1))
    assert reading_of(in_stretches) == reading_of(only(job, How(ocr="off")))
    assert "no_text" in {problem.code for problem in reading_of(in_stretches).problems}


@pytest.mark.parametrize("large", [False, True], ids=["in one go", "in stretches"])
@pytest.mark.parametrize(
    ("fault", "code"), [("dies", "page_killed"), ("hangs", "page_too_slow"), ("eats", "page_too_large")]
)
def test_a_page_that_ends_its_process_costs_that_page(tmp_path: Path, fault: Fault, code: str, large: bool) -> None:
    how = How(engine=Faulty(((4, fault),), tmp_path), limits=SMALL, pages_at_once=0 if large else 64, stretch=3)
    reading = reading_of(only(job_of(tmp_path / "a.pdf", numbered(7)), how))
    assert [page.page for page in reading.pages] == [1, 2, 3, 5, 6, 7]
    assert all(f"This is page {page.page}" in page.text for page in reading.pages)
    (lost,) = losses(reading)
    assert (lost.code, lost.page, reading.status) == (code, 4, "partial")
    assert lost.message.startswith("Page 4 ") and lost.message.endswith(" into a new PDF and ingest that.")
    tries = len((tmp_path / "4").read_text())
    assert tries <= (1 if fault == "hangs" else 3)


def test_several_faults_in_one_file_and_another_file_beside_it(tmp_path: Path) -> None:
    how = How(engine=Faulty(((1, "dies"), (2, "hangs"), (6, "eats")), tmp_path), limits=SMALL)
    bad, good = (
        job_of(tmp_path / "bad.pdf", numbered(6)),
        job_of(tmp_path / "good.md", b"# A good paper\n\nAll is well."),
    )
    read = {outcome.job.path.name: reading_of(outcome) for outcome in read_all([bad, good], 2, how)}
    assert [page.page for page in read["bad.pdf"].pages] == [3, 4, 5]
    assert [problem.code for problem in losses(read["bad.pdf"])] == ["page_killed", "page_too_slow", "page_too_large"]
    assert read["good.md"].status == "ok"


def test_a_page_that_was_lost_for_what_else_went_on_is_read(tmp_path: Path) -> None:
    reading = reading_of(
        only(job_of(tmp_path / "a.pdf", numbered(3)), How(engine=Faulty(((2, "dies once"),), tmp_path)))
    )
    assert [page.page for page in reading.pages] == [1, 2, 3]
    assert not losses(reading)


def test_a_file_of_faults_is_given_up_in_bounded_time(tmp_path: Path) -> None:
    faults = tuple((page, "dies") for page in range(3, 41))
    how = How(engine=Faulty(faults, tmp_path), limits=SMALL)
    reading = reading_of(only(job_of(tmp_path / "a.pdf", numbered(42)), how))
    assert [page.page for page in reading.pages] == [1, 2]
    lost = losses(reading)
    (rest,) = [problem for problem in lost if problem.code == "pages_given_up"]
    lost.remove(rest)
    assert MOST_LOST <= len(lost) <= MOST_LOST + 2
    assert {problem.code for problem in lost} == {"page_killed"}
    assert rest.message.startswith(f"{40 - len(lost)} pages, the first of them page {rest.page}, were not read")


def test_a_file_whose_every_page_is_lost_says_why(tmp_path: Path) -> None:
    outcome = only(job_of(tmp_path / "a.pdf", numbered(1)), How(engine=Faulty(((1, "hangs"),), tmp_path), limits=SMALL))
    assert outcome.problem is not None
    assert outcome.problem.code == "unreadable"
    assert "no page of the PDF can be read; Page 1 took longer than 1.5 seconds" in outcome.problem.message


@pytest.mark.parametrize("large", [False, True], ids=["in one go", "in stretches"])
def test_a_paper_has_its_minutes(tmp_path: Path, large: bool) -> None:
    """What is read of a large paper by then is kept; and another paper does not wait for the one that goes on."""
    limits = Limits(page_seconds=30, paper_minutes=4 / 60)
    how = How(engine=Faulty(((5, "hangs"),), tmp_path), limits=limits, pages_at_once=0 if large else 64, stretch=2)
    slow = job_of(tmp_path / "slow.pdf", numbered(8))
    quick = job_of(tmp_path / "quick.md", b"# A paper\n\nIt is short.")
    outcomes = list(read_all([slow, quick], 2, how))
    assert [outcome.job for outcome in outcomes] == [quick, slow]
    if not large:
        problem = outcomes[1].problem
        assert problem is not None and problem.code == "paper_too_slow"
        assert problem.message.endswith(
            "raise --paper-minutes or split the file; `panelpapers ingest --retry` tries it again"
        )
        return
    reading = reading_of(outcomes[1])
    # What the other process read beside the page that hangs is kept too.
    assert {1, 2, 3, 4} <= {page.page for page in reading.pages} <= {1, 2, 3, 4, 7, 8}
    (lost,) = losses(reading)
    assert (lost.code, reading.status) == ("pages_given_up", "partial")
    assert lost.message.endswith("raise --paper-minutes and ingest it with --retry.")


def test_a_file_that_was_lost_is_tried_alone_when_all_others_are_read(tmp_path: Path) -> None:
    """Here it is what takes the file apart that ends each process, but the fifth one."""
    note = tmp_path / "tried"
    code = f"""
import os, pathlib, sys
sys.path.insert(0, "tests")
import ingest.processes.pool
from ingest.processes.jobs import How, Job
from schema.reading import Known
ingest.processes.pool._READ_WHOLE = "lost_tasks:read_whole"
os.environ["NOTE"] = {str(note)!r}
jobs = [Job(pathlib.Path(p), s, Known()) for p, s in {
        [
            (str(job.path), job.sha256)
            for job in (job_of(tmp_path / "bad.txt", b"Bad words."), job_of(tmp_path / "good.txt", b"Good words."))
        ]
    }]
if __name__ == "__main__":
    for outcome in ingest.processes.pool.read_all(jobs, 2, How()):
        print(outcome.job.path.name, bool(outcome.reading))
"""
    assert in_a_process(code).splitlines() == ["good.txt True", "bad.txt True"]
    assert note.read_text() == "x" * 3


def test_a_fault_in_the_page_labels_costs_the_labels(tmp_path: Path) -> None:
    reading = reading_of(only(job_of(tmp_path / "a.pdf", broken_pdfs.labels_in_a_ring()), How()))
    assert reading.pages[0].text == broken_pdfs.GOOD
    assert "no_outline" in {problem.code for problem in reading.problems}


def test_every_engine_can_be_asked_for_by_name() -> None:
    assert set(ENGINE_NAMES) == set(ENGINES)


def test_leaving_early_ends_the_processes(tmp_path: Path) -> None:
    before = set(multiprocessing.active_children())
    slow = job_of(tmp_path / "a.pdf", numbered(2))
    quick = job_of(tmp_path / "b.md", b"# A paper\n\nIt is short.")
    reading = read_all([slow, quick], 2, How(engine=Faulty(((2, "hangs"),), tmp_path)))
    assert next(reading).job == quick
    began = time.monotonic()
    reading.close()
    assert time.monotonic() - began < 30
    assert set(multiprocessing.active_children()) == before


def test_an_unexpected_fault_is_an_outcome_with_its_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Reading:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("ingest.processes.reading_tasks.extract", fail)
    *_, outcome = read_whole(job_of(tmp_path / "a.txt", b"words"), How())
    assert isinstance(outcome, Outcome)
    assert outcome.problem is not None
    assert outcome.problem.code == "unexpected_error"
    assert "ZeroDivisionError: no such luck" in outcome.problem.message
    assert "in fail" in (outcome.trace or "")


def test_an_error_without_a_message_is_told_by_its_name(tmp_path: Path) -> None:
    problem = outcome_of(job_of(tmp_path / "a.txt", b"words"), RuntimeError()).problem
    assert problem is not None
    assert "(RuntimeError: )" in problem.message


def test_a_file_that_changes_or_goes_while_it_waits(tmp_path: Path) -> None:
    job = job_of(tmp_path / "a.txt", b"words")
    job.path.write_bytes(b"other words")
    changed = only(job, How()).problem
    job.path.unlink()
    gone = only(job, How()).problem
    assert changed is not None
    assert "changed while it was read" in changed.message
    assert gone is not None
    assert "cannot be read (No such file or directory)" in gone.message


def test_no_page_is_read_twice(tmp_path: Path) -> None:
    how = How(engine=Faulty((), tmp_path), pages_at_once=0, stretch=2)
    assert len(reading_of(only(job_of(tmp_path / "a.pdf", numbered(6)), how, 2)).pages) == 6
    assert [(tmp_path / f"{page}").read_text() for page in range(1, 7)] == ["x"] * 6


def test_names_of_what_finds_facts_are_those_of_the_reading() -> None:
    assert set(_FINDERS) == set(FINDERS)


_HANGING = """
import pathlib, sys
sys.path.insert(0, "tests")
from fake_engines import Faulty
from ingest.processes.jobs import How, Job
from ingest.processes.pool import read_all
from ingest.processes.workers import prepare
from schema.reading import Known
if {early}:
    prepare()
    print("It loads.", flush=True)
pdf, sha256, folder = {given}
next(read_all([Job(pathlib.Path(pdf), sha256, Known())], 1, How(engine=Faulty(((2, "hangs"),), pathlib.Path(folder)))))
"""


@pytest.mark.parametrize("early", [True, False], ids=["while it loads", "in the midst of a page"])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=["interrupted", "killed"])
def test_no_process_outlives_the_one_for_which_it_reads(tmp_path: Path, sent: signal.Signals, early: bool) -> None:
    job = job_of(tmp_path / "a.pdf", numbered(2))
    code = _HANGING.format(early=early, given=(str(job.path), job.sha256, str(tmp_path)))
    root = Path(__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root
    ) as reading:
        assert reading.stdout is not None
        if early:
            reading.stdout.readline()
        while not early and not (tmp_path / "2").exists():
            time.sleep(0.01)
        reading.send_signal(sent)
        # All of them have it open, so it is at its end when none is left.
        _, told = reading.communicate(timeout=60)
    assert told.count("KeyboardInterrupt") == (sent == signal.SIGINT)


def in_a_process(code: str) -> str:
    """What a fresh Python prints that has no processes yet."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[1], check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize("fault", [(), ((3, "dies"),)], ids=["", "a page dies"])
def test_pages_are_read_while_all_else_is_loaded(tmp_path: Path, fault: tuple[tuple[int, Fault], ...]) -> None:
    pdf, text = job_of(tmp_path / "a.pdf", numbered(6)), job_of(tmp_path / "b.md", b"# A paper\n\nAll is well.")
    code = f"""
import pathlib, sys
sys.path.insert(0, "tests")
from fake_engines import Faulty
from ingest.processes.jobs import How, Job
from ingest.processes.pool import read_all
from schema.reading import Known
jobs = [Job(pathlib.Path(p), s, Known()) for p, s in {[(str(job.path), job.sha256) for job in (pdf, text)]}]
how = How(engine=Faulty({fault}, pathlib.Path({str(tmp_path)!r})), pages_at_once=0, stretch=3)
for turn in range(2):
    for outcome in sorted(read_all(jobs, 2, how), key=lambda outcome: outcome.job.path):
        print([page.page for page in outcome.reading.pages], outcome.reading.status)
"""
    pages = [page for page in range(1, 7) if page not in dict(fault)]
    assert in_a_process(code).splitlines() == [f"{pages} {'partial' if fault else 'ok'}", "[1] ok"] * 2


def test_while_all_else_is_loaded_no_more_is_begun_than_waits_for_it(tmp_path: Path) -> None:
    jobs = [job_of(tmp_path / f"{number}.md", b"# A paper\n\nAll is well.") for number in range(100)]
    code = f"""
import pathlib
from ingest.processes.jobs import Job
from ingest.processes.pool import read_all
from schema.reading import Known
jobs = [Job(pathlib.Path(p), s, Known()) for p, s in {[(str(job.path), job.sha256) for job in jobs]}]
under_way, most, done = set(), 0, 0
def begin(path):
    global most
    under_way.add(path)
    most = max(most, len(under_way))
for outcome in read_all(jobs, 2, None, begin):
    under_way.remove(outcome.job.path)
    done += outcome.reading is not None
print(done, most)
"""
    done, most = map(int, in_a_process(code).split())
    assert done == 100 and most <= 8


def test_a_broken_installation_is_told_and_no_paper_is_blamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.processes.pool._OPEN", "ingest.processes.of_no_such_name:open_file")
    with pytest.raises(CannotLoad, match=r"cannot be loaded \(No module named 'ingest.processes.of_no_such_name'\)"):
        only(job_of(tmp_path / "a.md", b"# A paper"), How())


def test_nothing_that_reads_is_loaded_by_the_process_of_the_command_line() -> None:
    code = "import sys, ingest.cli, ingest.batch, ingest.processes.workers; print(*sys.modules)"
    assert not {"spacy", "pypdfium2", "pdfplumber", "lxml", "docx", "PIL", "extract"} & set(in_a_process(code).split())


def test_where_processes_cannot_be_forked_each_loads_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.processes.workers._context", lambda: multiprocessing.get_context("spawn"))
    how = How(engine=Faulty(((2, "dies"),), tmp_path), limits=SMALL)
    reading = reading_of(only(job_of(tmp_path / "a.pdf", numbered(3)), how))
    assert [page.page for page in reading.pages] == [1, 3]
    assert [problem.code for problem in losses(reading)] == ["page_killed"]

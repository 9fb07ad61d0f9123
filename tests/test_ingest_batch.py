"""A batch into a real database: what is new, what changed, what failed, and that nothing else is touched."""

import datetime as dt
import gc
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from ingest.batch import Batch, Result, ingest_files
from ingest.finding import find_files
from ingest.processes.jobs import Job, Outcome
from ingest.processes.page_tasks import outcome_of
from ingest.processes.pool import read_all
from ingest.questions import runs
from ingest.report import show_batch
from ingest.results import in_words
from schema import archives
from schema.database import open_database
from schema.errors import DatabaseUnusable, WrongUsage
from schema.reading import Known, Reading
from schema.rows import FileFacts
from schema.runs import refresh_derived, start_run
from schema.soundness import soundness
from schema.tables import TABLES

PAPER = """\
# Lancashire Police and Crime Panel

Meeting to be held on 12 October 2015

## Recorded crime

Offence\t2013/14\t2014/15
Robbery\t100\t110
Burglary\t4,900\t4,800
"""


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "panel.db")
    yield made
    made.close()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(PAPER)
    (folder / "b.md").write_text(PAPER.replace("October", "November"))
    return folder


def run(db: Database, folder: Path, known: Known | None = None, **more: object) -> Batch:
    settings = {"version": "1", "read": partial(read_all, workers=1), **more}
    return ingest_files(db, find_files([folder]), known or Known(), **settings)  # type: ignore[arg-type]


@dataclass
class Telling:
    """Calls what is given with each result, and keeps what it was told."""

    on_result: Callable[[Result], object] = lambda _: None
    told: list[object] = field(default_factory=list)

    def start(self, files: int, to_read: Sequence[FileFacts]) -> None:
        self.told += [files, *sorted(file.file_name for file in to_read)]

    def begin(self, path: Path) -> None:
        self.told.append(f"begin {path.name}")

    def tell(self, result: Result) -> None:
        self.told.append(f"{result.came} {result.file.file_name}")
        self.on_result(result)


def came(batch: Batch) -> dict[str, str]:
    return {result.file.file_name: result.came for result in batch.results}


def facts(db: Database) -> list[tuple[object, ...]]:
    """Every row of the database but those that record the run."""
    names = [table.name for table in TABLES if table.name != "runs"]
    return [row for name in names for row in db.execute(f'select * from "{name}" order by 1, 2')]


def test_new_papers_are_in_with_what_they_say(db: Database, papers: Path) -> None:
    batch = run(db, papers)
    assert came(batch) == {"a.txt": "added", "b.md": "added"}
    assert [tuple(row) for row in db.execute("select path, force, meeting_date from documents order by path")] == [
        (str(papers / "a.txt"), "lancashire", "2015-10-12"),
        (str(papers / "b.md"), "lancashire", "2015-11-12"),
    ]
    assert db.table("observations").count > 0
    assert [tuple(row) for row in db.execute("select status, files, added, failed from runs")] == [
        ("finished", 2, 2, 0)
    ]


def test_a_reading_is_let_go_once_it_is_saved(db: Database, papers: Path) -> None:
    for number in range(6):
        (papers / f"{number}.txt").write_text(PAPER + f"\nPage {number}\n")
    held: list[int] = []

    def count(_: Result) -> None:
        held.append(sum(isinstance(one, Reading) for one in gc.get_objects()))

    batch = run(db, papers, progress=Telling(count))
    assert all(result.told and result.told.observations for result in batch.results)
    assert len(held) == 8 and max(held) - held[0] <= 1, held


def test_what_joins_papers_is_computed_again_only_where_something_may_have_changed(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[Database] = []

    def counted(db: Database) -> None:
        computed.append(db)
        refresh_derived(db)

    monkeypatch.setattr("schema.runs.refresh_derived", counted)

    def ingest() -> int:
        computed.clear()
        db = open_database(tmp_path / "panel.db")
        run(db, papers)
        db.close()
        return len(computed)

    assert [ingest(), ingest()] == [1, 0]
    (papers / "c.txt").write_text(PAPER + "More.")
    assert [ingest(), ingest()] == [1, 0]
    db = open_database(tmp_path / "panel.db")
    start_run(db, version="1", started_at=dt.datetime.now(dt.UTC))
    db.close()
    assert [ingest(), ingest()] == [1, 0]

    db = open_database(tmp_path / "panel.db")
    db.execute("update observations set measure = null")  # by hand: what is to be checked is noted
    db.conn.commit()
    db.close()
    assert [ingest(), ingest()] == [1, 0]
    db = open_database(tmp_path / "panel.db")
    db.execute("update runs set version = 'earlier'")
    db.conn.commit()
    db.close()
    assert [ingest(), ingest()] == [1, 0]


def test_the_same_papers_again_change_nothing(db: Database, papers: Path) -> None:
    run(db, papers)
    before = facts(db)
    assert came(run(db, papers)) == {"a.txt": "unchanged", "b.md": "unchanged"}
    assert facts(db) == before


def test_reprocess_reads_again_and_changes_only_what_differs(db: Database, papers: Path) -> None:
    run(db, papers)
    before = facts(db)
    read: list[str] = []
    assert run(db, papers, read=counted(read), version="2").outdated == 2
    assert read == []
    again = run(db, papers, read=counted(read), reprocess=True)
    assert len(read) == 2
    assert came(again) == {"a.txt": "unchanged", "b.md": "unchanged"}
    assert facts(db) == before


def counted(read: list[str]) -> object:
    """The reading in processes, with the name of each file that it is asked for."""

    def reading(jobs: Sequence[Job], **more: Callable[[Path], None]) -> Iterator[Outcome]:
        read.extend(job.path.name for job in jobs)
        yield from read_all(jobs, 1, **more)

    return reading


def test_a_revised_file_takes_over_and_the_earlier_version_can_be_found(db: Database, papers: Path) -> None:
    run(db, papers)
    (papers / "a.txt").write_text(PAPER.replace("4,800", "4,850"))
    assert came(run(db, papers)) == {"a.txt": "changed", "b.md": "unchanged"}
    current = "select count(*) from documents where superseded_by is null"
    assert [row[0] for row in db.execute(current)] == [2]
    assert [row[0] for row in db.execute("select path from earlier_versions")] == [str(papers / "a.txt")]


def test_an_earlier_version_that_lies_there_again_is_told(db: Database, papers: Path) -> None:
    revised = PAPER.replace("110", "111")
    run(db, papers)
    (papers / "a.txt").write_text(revised)
    run(db, papers)
    (papers / "a.txt").write_text(PAPER)
    batch = run(db, papers)
    assert came(batch) == {"a.txt": "changed", "b.md": "unchanged"} and batch.counts.changed == 1
    assert in_words(batch.results[0]) == "changed: an earlier version, which is current again"
    current = db.execute(
        "select count(*), max(superseded_by is null and file_name = 'a.txt') from documents"
    ).fetchone()
    assert current == (3, 1)
    assert db.execute("select count(*) from observations_readable where value = 110").fetchone()[0] == 2
    assert came(run(db, papers)) == {"a.txt": "unchanged", "b.md": "unchanged"}


def test_one_content_under_two_names_is_read_once(db: Database, papers: Path) -> None:
    (papers / "copy.txt").write_text(PAPER)
    read: list[str] = []
    batch = run(db, papers, read=counted(read))
    assert came(batch) == {"a.txt": "added", "b.md": "added", "copy.txt": "unchanged"}
    assert len(read) == 2
    assert db.table("documents").count == 2


def test_a_copy_is_told_and_what_is_known_of_either_holds(db: Database, papers: Path) -> None:
    (papers / "1 copy.txt").write_text(PAPER)
    (papers / "manifest.csv").write_text("file_name,title,source_url\na.txt,Stated,https://example.org/a\n")
    batch = run(db, papers)
    assert {result.file.file_name: result.same_as for result in batch.results} == {
        "1 copy.txt": str(papers / "a.txt"),
        "a.txt": None,
        "b.md": None,
    }
    stated = db.execute("select file_name, title, source_url from documents where file_name <> 'b.md'").fetchall()
    assert stated == [("a.txt", "Stated", "https://example.org/a")]
    again = run(db, papers)
    assert {result.same_as for result in again.results} == {None} and again.counts.unchanged == 3
    (papers / "later copy.txt").write_text(PAPER)
    assert run(db, papers).results[-1].same_as in (str(papers / "1 copy.txt"), str(papers / "a.txt"))


def test_a_manifest_that_names_files_which_are_not_there_is_told(db: Database, papers: Path) -> None:
    (papers / "manifest.csv").write_text("file_name,force\na.txt,kent\nreport-a.txt,kent\n")
    (note,) = run(db, papers).notes
    assert note == f"{papers / 'manifest.csv'} names a file that is not there: report-a.txt; check the spelling."
    (papers / "manifest.csv").write_text("file_name,force\na.txt,kent\nb.md,kent\n")
    only_one = ingest_files(db, find_files([papers / "a.txt"]), Known(), version="1", read=partial(read_all, workers=1))
    assert only_one.notes == ()


def test_counts_over_all_papers_are_made_while_a_run_goes_on(
    db: Database, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.batch.COUNT_AGAIN_SECONDS", 0.0)
    seen: list[int] = []
    run(db, papers, progress=Telling(lambda _: seen.append(db.table("coverage").count)))
    assert seen[0] == 0 and seen[1] > 0


def said(db: Database, file_name: str = "a.txt") -> tuple[object, ...]:
    return tuple(
        db.execute(
            "select force, meeting_date, title from documents where file_name = ? and superseded_by is null",
            (file_name,),
        ).fetchone()
    )


def test_what_an_option_said_holds_when_the_paper_is_read_again(db: Database, papers: Path) -> None:
    (papers / "a.txt").write_text("Notes\n\nAll is well.\n")
    told = Known(force="kent", meeting_date=dt.date(2015, 11, 9), title="Notes of a walk")
    run(db, papers / "a.txt", told)
    for again in (Known(), Known(body="Kent Police and Crime Panel"), Known()):
        run(db, papers / "a.txt", again, reprocess=True)
        assert said(db) == ("kent", "2015-11-09", "Notes of a walk")
    assert db.execute("select body from documents").fetchone() == ("Kent Police and Crime Panel",)
    assert came(run(db, papers / "a.txt")) == {"a.txt": "unchanged"}
    run(db, papers / "a.txt", Known(force="essex"))
    run(db, papers / "a.txt", reprocess=True)
    assert said(db) == ("essex", "2015-11-09", "Notes of a walk")


def test_of_a_revised_paper_an_option_of_before_tells_whose_it_is_and_not_of_which_meeting(
    db: Database, papers: Path
) -> None:
    (papers / "a.txt").write_text("Notes\n\nAll is well.\n")
    run(db, papers, Known(force="kent", meeting_date=dt.date(2015, 11, 9)))
    (papers / "a.txt").write_text("Notes\n\nAll is better.\n")
    run(db, papers)
    assert said(db)[:2] == ("kent", None)
    (papers / "a.txt").write_text("Notes\n\nAll is best.\n")
    run(db, papers)
    assert said(db)[:2] == ("kent", None)


def test_a_manifest_of_today_wins_over_an_option_of_before(db: Database, papers: Path) -> None:
    run(db, papers, Known(force="kent"))
    (papers / "manifest.csv").write_text("file_name,force\na.txt,essex\n")
    run(db, papers)
    assert said(db)[0] == "essex" and said(db, "b.md")[0] == "kent"


def test_what_a_manifest_no_longer_says_goes_with_the_next_run(db: Database, papers: Path) -> None:
    table = papers / "manifest.csv"
    table.write_text("file_name,force,title\na.txt,kent,Stated\nb.md,kent,\n")
    run(db, papers)
    assert said(db) == ("kent", "2015-10-12", "Stated") and said(db, "b.md")[0] == "kent"
    table.write_text("file_name,force,title\na.txt,kent,\n")
    assert came(run(db, papers)) == {"a.txt": "changed", "b.md": "changed"}
    assert said(db) == ("kent", "2015-10-12", "Recorded crime") and said(db, "b.md")[0] == "lancashire"
    before = facts(db)
    assert came(run(db, papers)) == {"a.txt": "unchanged", "b.md": "unchanged"}
    assert facts(db) == before
    table.unlink()
    assert came(run(db, papers)) == {"a.txt": "changed", "b.md": "unchanged"}
    assert said(db)[0] == "lancashire"
    assert db.execute("select count(*) from document_paths where manifests is not null").fetchone() == (0,)


def test_what_a_manifest_said_that_is_not_looked_at_holds(db: Database, papers: Path) -> None:
    """A folder inside is ingested alone, or a file, or a copy elsewhere: that is no word against the manifest above."""
    inner = papers / "2015"
    inner.mkdir()
    (inner / "a.txt").write_text(PAPER.replace("110", "220"))
    (papers / "manifest.csv").write_text("path,force\n2015/a.txt,kent\n")
    (inner / "manifest.csv").write_text("path,title\na.txt,Stated\n")
    run(db, papers)
    elsewhere = papers.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "copy.txt").write_text(PAPER.replace("110", "220"))
    stated = "select force, title from documents where force = 'kent'"
    for folder in (inner, inner / "a.txt", elsewhere, papers):
        assert set(came(run(db, folder)).values()) == {"unchanged"}, folder
        run(db, folder, reprocess=True)
        assert db.execute(stated).fetchall() == [("kent", "Stated")], folder
    # Its own manifest is looked at, the one above is not.
    (papers / "manifest.csv").unlink()
    (inner / "manifest.csv").unlink()
    run(db, inner)
    assert db.execute(stated).fetchall() == [("kent", "Recorded crime")]
    run(db, papers)
    assert db.execute(stated).fetchall() == []


def test_of_two_copies_each_can_lose_what_its_manifest_said(db: Database, papers: Path) -> None:
    for name in ("one", "two"):
        (papers / name).mkdir()
        (papers / name / "c.txt").write_text(PAPER.replace("110", "330"))
        (papers / name / "manifest.csv").write_text("path,title,body\nc.txt,Stated," + name * (name == "one") + "\n")
    run(db, papers)
    stated = "select title, body from documents where file_name = 'c.txt'"
    assert db.execute(stated).fetchall() == [("Stated", "one")]
    (papers / "one" / "manifest.csv").unlink()
    run(db, papers / "one")
    ((title, body),) = db.execute(stated).fetchall()
    assert title == "Stated" and body != "one"
    (papers / "two" / "manifest.csv").unlink()
    run(db, papers / "two")
    assert db.execute(stated).fetchone()[0] == "Recorded crime"


def test_a_renamed_folder_takes_its_manifest_with_it(db: Database, papers: Path) -> None:
    (papers / "manifest.csv").write_text("path,force\na.txt,kent\n")
    run(db, papers)
    renamed = papers.rename(papers.parent / "renamed")
    batch = run(db, renamed)
    assert {(one.came, one.same_as) for one in batch.results} == {("unchanged", None)}, "none is a copy of what is gone"
    places = "select path from document_paths where seen_to is null order by 1"
    assert [row[0] for row in db.execute(places)] == [str(renamed / name) for name in ("a.txt", "b.md")]
    assert db.execute("select count(*) from earlier_versions").fetchone() == (0,)
    (renamed / "manifest.csv").write_text("path,force\na.txt,\n")
    assert came(run(db, renamed)) == {"a.txt": "changed", "b.md": "unchanged"}
    assert said(db)[0] == "lancashire"


def test_a_paper_that_made_room_for_another_is_no_copy_of_it(db: Database, papers: Path) -> None:
    """The latest report is renamed, and a new one has its name; then two change their names."""
    run(db, papers)
    (papers / "a.txt").rename(papers / "2015.txt")
    (papers / "a.txt").write_text(PAPER.replace("110", "111"))
    batch = run(db, papers)
    assert {(one.file.file_name, one.came, one.same_as) for one in batch.results} == {
        ("2015.txt", "unchanged", None),
        ("a.txt", "changed", None),
        ("b.md", "unchanged", None),
    }
    names = "select d.file_name, o.value from documents d join observations o on o.document_id = d.id"
    names += " where superseded_by is null and o.value in (110, 111) and d.file_name like '%.txt' order by 1"
    assert db.execute(names).fetchall() == [("2015.txt", 110), ("a.txt", 111)]
    (papers / "a.txt").rename(papers / "x")
    (papers / "2015.txt").rename(papers / "a.txt")
    (papers / "x").rename(papers / "2015.txt")
    batch = run(db, papers)
    assert {(one.came, one.same_as) for one in batch.results} == {("unchanged", None)}
    assert db.execute(names).fetchall() == [("2015.txt", 111), ("a.txt", 110)]
    assert [one for one in soundness(db, files=True) if one.result != "ok"] == []


def test_of_several_copies_those_that_are_deleted_are_forgotten(db: Database, papers: Path) -> None:
    names = [f"n{number}.txt" for number in range(5)]
    for name in names:
        (papers / name).write_text(PAPER.replace("110", "330"))
    run(db, papers)
    there = (
        "select d.file_name, group_concat(p.path) from documents d join document_paths p on p.document_id = d.id"
        " where p.seen_to is null and d.file_name like 'n%' group by 1"
    )
    for name in names:
        if name != "n3.txt":
            (papers / name).unlink()
    batch = run(db, papers)
    assert [(one.came, one.same_as) for one in batch.results if one.file.file_name == "n3.txt"] == [("unchanged", None)]
    assert db.execute(there).fetchall() == [("n3.txt", str(papers / "n3.txt"))]
    assert db.execute("select count(*) from earlier_versions").fetchone() == (0,)
    before = facts(db)
    run(db, papers)
    assert facts(db) == before
    # Those that came back are copies again.
    (papers / "n1.txt").write_text(PAPER.replace("110", "330"))
    batch = run(db, papers)
    assert [one.same_as for one in batch.results if one.file.file_name == "n1.txt"] == [str(papers / "n3.txt")]
    assert all(one.result == "ok" for one in soundness(db, files=True))


def test_an_option_that_says_what_the_paper_says_is_kept_too(db: Database, papers: Path) -> None:
    (papers / "manifest.csv").write_text("path,force\na.txt,kent\n")
    run(db, papers)
    run(db, papers / "a.txt", Known(force="kent"))
    (papers / "manifest.csv").unlink()
    run(db, papers)
    assert said(db)[0] == "kent"


def test_what_an_option_said_can_be_taken_back(db: Database, papers: Path) -> None:
    run(db, papers, Known(force="kent", meeting_date=dt.date(2016, 1, 2)))
    assert came(run(db, papers / "a.txt", taken_back={"force"})) == {"a.txt": "changed"}
    assert said(db)[:2] == ("lancashire", "2016-01-02") and said(db, "b.md")[0] == "kent"
    assert came(run(db, papers / "a.txt", taken_back={"force"})) == {"a.txt": "unchanged"}
    run(db, papers, reprocess=True)
    assert said(db)[0] == "lancashire" and said(db, "b.md")[0] == "kent"
    run(db, papers, taken_back={"force", "meeting_date"})
    assert said(db, "b.md")[:2] == ("lancashire", "2015-11-12")
    assert db.execute("select count(*) from documents where stated is not null").fetchone() == (0,)


def test_an_option_taken_back_leaves_what_a_manifest_says(db: Database, papers: Path) -> None:
    (papers / "manifest.csv").write_text("path,force\na.txt,essex\n")
    run(db, papers / "a.txt", Known(force="kent"))
    assert said(db)[0] == "kent"
    run(db, papers / "a.txt", taken_back={"force"})
    assert said(db)[0] == "essex"


def test_an_option_holds_for_a_paper_that_could_not_be_read_at_first(db: Database, papers: Path) -> None:
    (papers / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    run(db, papers, Known(force="kent"))
    assert db.execute("select stated from documents where file_name = 'a.pdf'").fetchone() == ('{"force": "kent"}',)


def test_options_win_over_the_manifest_and_that_over_the_text(db: Database, papers: Path) -> None:
    (papers / "manifest.csv").write_text("file_name,force,title,meeting_date\na.txt,kent,Stated title,2016-01-02\n")
    run(db, papers, Known(force="essex"))
    found = db.execute("select force, title, meeting_date from documents where file_name = 'a.txt'")
    assert tuple(found.fetchone()) == ("essex", "Stated title", "2016-01-02")


def test_a_manifest_that_came_later_is_heard(db: Database, papers: Path) -> None:
    run(db, papers)
    (papers / "manifest.csv").write_text("file_name,force\na.txt,kent\n")
    assert came(run(db, papers)) == {"a.txt": "changed", "b.md": "unchanged"}
    assert came(run(db, papers)) == {"a.txt": "unchanged", "b.md": "unchanged"}


def test_a_manifest_that_cannot_be_meant_stops_before_anything_is_saved(db: Database, papers: Path) -> None:
    (papers / "manifest.csv").write_text("file_name,force\na.txt,Narnia\n")
    with pytest.raises(WrongUsage):
        run(db, papers)
    assert db.table("documents").count == 0


def tried(batch: Batch) -> list[str]:
    """The files that failed when they were read, not before."""
    return [result.file.file_name for result in batch.results if result.came == "failed" and result.tried]


def test_a_failed_paper_is_recorded_and_left_alone_until_something_changes(db: Database, papers: Path) -> None:
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    first, second = run(db, papers), run(db, papers)
    assert came(first)["broken.pdf"] == came(second)["broken.pdf"] == "failed"
    assert (tried(first), tried(second)) == (["broken.pdf"], [])
    assert first.results[-1].why == second.results[-1].why
    assert second.counts.failed == 1
    (papers / "manifest.csv").write_text("path,force\nbroken.pdf,kent\n")
    assert [tried(run(db, papers)) for _ in range(2)] == [["broken.pdf"], []], (
        "what is said of it is no reason to try it in each run"
    )
    (papers / "manifest.csv").unlink()
    assert [tried(run(db, papers)) for _ in range(2)] == [["broken.pdf"], []]
    assert tried(run(db, papers, retry=True)) == tried(run(db, papers, reprocess=True)) == ["broken.pdf"]
    assert tried(run(db, papers, version="2")) == ["broken.pdf"]
    (papers / "broken.pdf").rename(papers / "moved.pdf")
    assert tried(run(db, papers, version="2")) == ["moved.pdf"]
    assert db.table("documents").count == 3


def test_what_lost_pages_is_tried_again_when_asked(db: Database, papers: Path) -> None:
    run(db, papers)
    (lost,) = db.execute("select id from documents where file_name = 'a.txt'").fetchone()
    with db.conn:
        db.table("problems").insert(
            {
                "id": "x",
                "document_id": lost,
                "page": 1,
                "code": "page_too_slow",
                "severity": "error",
                "message": "It was.",
            }
        )
    assert came(run(db, papers)) == {"a.txt": "unchanged", "b.md": "unchanged"}
    assert came(run(db, papers, retry=True)) == {"a.txt": "changed", "b.md": "unchanged"}
    assert db.execute("select count(*) from problems where code = 'page_too_slow'").fetchone()[0] == 0


def test_a_file_that_cannot_be_opened_is_tried_each_time(db: Database, papers: Path) -> None:
    (papers / "gone.txt").write_text(PAPER + "more")
    found = find_files([papers])
    (papers / "gone.txt").unlink()
    for _ in range(2):
        batch = ingest_files(db, found, Known(), version="1", read=partial(read_all, workers=1))
        assert tried(batch) == ["gone.txt"]
    assert "the file cannot be read (No such file or directory)" in str(batch.results[-1].why)


def test_a_file_that_may_be_read_again_is_no_failure_any_more(
    db: Database, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(db, papers)
    with monkeypatch.context() as refused:

        def refuse(path: Path) -> tuple[str, int]:
            raise PermissionError(13, "Permission denied")

        refused.setattr(archives, "digest", refuse)
        assert tried(run(db, papers)) == ["a.txt", "b.md"]
    assert set(came(run(db, papers)).values()) == {"unchanged"}
    assert db.execute("select count(*) from documents where superseded_by is null").fetchone() == (2,)
    assert db.execute("select count(*) from not_read where code = 'unreadable'").fetchone() == (0,)
    assert [one for one in soundness(db, files=True) if one.result != "ok"] == []


def test_an_archive_that_can_be_opened_by_now_is_no_failure_any_more(db: Database, papers: Path) -> None:
    whole = papers.parent / "whole.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("c.txt", PAPER.replace("110", "220"))
    (papers / "pack.zip").write_bytes(whole.read_bytes()[:60])
    assert came(run(db, papers))["pack.zip"] == "failed"
    whole.rename(papers / "pack.zip")
    assert came(run(db, papers)) == {"a.txt": "unchanged", "b.md": "unchanged", "c.txt": "added"}
    assert db.execute("select count(*) from documents").fetchone() == (3,)
    assert [one for one in soundness(db, files=True) if one.result != "ok"] == []


def test_a_failed_paper_says_which_and_why(db: Database, papers: Path) -> None:
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    first = run(db, papers)
    assert (first.counts.failed, first.counts.added) == (1, 2)
    assert [
        tuple(row) for row in db.execute("select status, page_count from documents where file_name = 'broken.pdf'")
    ] == [("failed", None)]
    (problem,) = db.execute("select message from problems where code = 'unreadable'").fetchall()
    assert problem[0].startswith(f"{papers / 'broken.pdf'}: ")


def test_a_fault_of_the_program_in_one_paper_keeps_no_other_out(db: Database, papers: Path) -> None:
    def fail_on_a(jobs: Sequence[Job], **more: Callable[[Path], None]) -> Iterator[Outcome]:
        for job in jobs:
            if job.path.name == "a.txt":
                yield outcome_of(job, KeyError("fault"))
            else:
                yield from read_all([job], 1, **more)

    batch = run(db, papers, read=fail_on_a)
    assert came(batch) == {"a.txt": "failed", "b.md": "added"}
    assert batch.results[0].trace is not None


def test_an_interrupt_keeps_what_was_finished_and_says_of_how_much(
    db: Database, papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(result: Result) -> None:
        raise KeyboardInterrupt

    batch = run(db, papers, progress=Telling(interrupt))
    assert batch.interrupted and batch.found == 2
    show_batch(batch, db="panel.db", as_json=False)
    told = capsys.readouterr()
    assert told.err.splitlines()[0] == "1 of 2 files: 1 added. The database is panel.db."
    show_batch(batch, db="panel.db", as_json=True)
    sums = json.loads(capsys.readouterr().out)
    assert (sums["found"], sums["files"], sums["interrupted"]) == (2, 1, True)
    assert list(came(batch).values()) == ["added"]
    assert [tuple(row) for row in db.execute("select status, files from runs")] == [("interrupted", 1)]
    assert db.table("documents").count == 1


def test_a_full_disk_leaves_what_was_saved(db: Database, papers: Path) -> None:
    run(db, papers)
    before = facts(db)
    (papers / "c.txt").write_text(PAPER + "Words enough to need another page of the database. " * 4_000)
    pages = db.execute("pragma page_count").fetchone()[0]
    db.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(DatabaseUnusable, match="the disk is full"):
        run(db, papers)
    db.execute("pragma max_page_count = 1000000")
    assert facts(db) == before


def test_papers_read_in_processes_are_the_same(db: Database, papers: Path, tmp_path: Path) -> None:
    other = open_database(tmp_path / "other.db")
    run(db, papers)
    run(other, papers, read=partial(read_all, workers=2))
    kept = "select id, label, value, unit, period_start, period_end from observations order by id"
    assert other.execute(kept).fetchall() == db.execute(kept).fetchall()
    other.close()


def test_what_is_told_while_it_runs(db: Database, papers: Path) -> None:
    telling = Telling()
    run(db, papers, progress=telling)
    assert telling.told == [2, "a.txt", "b.md", "begin b.md", "added b.md", "begin a.txt", "added a.txt"]
    telling = Telling()
    run(db, papers, progress=telling)
    assert telling.told == [2, "unchanged a.txt", "unchanged b.md"]


def test_a_clock_that_is_set_back_hides_no_run_that_was_cut_off(
    db: Database, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(hour: int) -> None:
        monkeypatch.setattr("ingest.batch._now", lambda: dt.datetime(2026, 1, 1, hour, tzinfo=dt.UTC))

    at(8)
    run(db, papers)
    at(12)
    start_run(db, version="1", started_at=dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC))
    with db.conn:
        db.execute("delete from coverage")
    at(9)
    run(db, papers)
    assert db.table("coverage").count > 0
    assert [row["status"] for row in runs(db)] == ["finished", "killed", "finished"]
    at(7)
    (papers / "a.txt").write_text(PAPER.replace("110", "111"))
    times = iter([7, *[6] * 20])
    monkeypatch.setattr("ingest.batch._now", lambda: dt.datetime(2026, 1, 1, next(times), tzinfo=dt.UTC))
    run(db, papers)
    assert runs(db)[0]["seconds"] == 0
    assert db.execute("select count(*) from document_paths where seen_to < seen_from").fetchone() == (0,)


def test_times_are_in_utc(db: Database, papers: Path) -> None:
    run(db, papers)
    (moment,) = db.execute("select started_at from runs").fetchone()
    assert dt.datetime.fromisoformat(moment).utcoffset() == dt.timedelta(0)


def test_a_folder_named_in_another_way_holds_the_same_files(
    db: Database, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers.parent)
    run(db, Path("papers"))
    (papers / "a.txt").write_text(PAPER.replace("4,900", "4,901"))
    again = run(db, papers)
    assert [(result.came, result.same_as, result.file.path) for result in again.results] == [
        ("changed", None, str(papers / "a.txt")),
        ("unchanged", None, str(papers / "b.md")),
    ]
    assert db["document_paths"].count == 3
    assert db.execute("select count(*) from documents where superseded_by is not null").fetchone() == (1,)

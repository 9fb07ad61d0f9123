"""`panelpapers check`: each thing that can be wrong with a database is made to happen in a real file, and found; repair mends the rest."""

import datetime as dt
import json
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.cli import main
from readings import NOON, file_facts, small_reading
from schema.database import open_database, read_database
from schema.reading import Paper
from schema.runs import RunCounts, finish_run, start_run
from schema.saving import save_reading
from schema.shape import Table
from schema.soundness import repair, soundness
from schema.tables import TABLES

FIRST, SECOND = file_facts(), file_facts("second", "papers/second.pdf")


def later(paper: Paper) -> Paper:
    return replace(paper, meeting_date=dt.date(2015, 10, 12))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two papers of two meetings that tell the same figures, after a finished run."""
    path = tmp_path_factory.mktemp("whole") / "panel.db"
    with closing(open_database(path)) as db:
        run = start_run(db, version="1", started_at=NOON)
        save_reading(db, small_reading(), FIRST, version="1", ingested_at=NOON)
        again = small_reading()
        told_again = replace(
            again,
            identity=replace(again.identity, meeting_date=dt.date(2015, 10, 12)),
            papers=tuple(map(later, again.papers)),
        )
        save_reading(db, told_again, SECOND, version="1", ingested_at=NOON)
        finish_run(db, run, RunCounts(files=2, added=2), finished_at=NOON + dt.timedelta(seconds=3))
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Iterator[Path]:
    copy = tmp_path / "panel.db"
    copy.write_bytes(whole.read_bytes())
    yield copy


def wrong(path: Path, *, files: bool = False) -> dict[str, str]:
    with closing(read_database(path)) as db:
        found = list(soundness(db, files=files))
    assert {one.result for one in found} <= {"ok", "wrong"}
    assert all(bool(one.found) == bool(one.do) == (one.result == "wrong") for one in found)
    return {one.check: one.found for one in found if one.result == "wrong"}


def damage(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            assert db.execute(statement).rowcount != 0, f"{statement} changed nothing"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_whole_database(path: Path) -> None:
    assert wrong(path) == {}
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("select count(*) from same_figures").fetchone()[0] > 0, "the figures told again are tested"
        assert db.execute("select count(*) from checks where check_code = 'C11'").fetchone()[0] > 0


DAMAGES = {
    "an index is gone": (("drop index idx_dates_document_id",), {"shape"}, True),
    "a trigger of the search is gone": (("drop trigger pages_au",), {"shape"}, True),
    "a trigger that notes claims is another": (
        (
            "drop trigger claims_of_lost_figures",
            "create trigger claims_of_lost_figures after delete on observations begin select 1; end",
        ),
        {"shape"},
        True,
    ),
    "a view is gone": (("drop view observations_readable",), {"shape"}, True),
    "a row was written past the search": (
        ("drop trigger pages_au", "update pages set text = 'something else' where page = 1"),
        {"shape", "words of the search"},
        True,
    ),
    "a row is not in the search": (
        ("insert into pages_fts(pages_fts, rowid, text) select 'delete', rowid, text from pages where page = 2",),
        {"rows of the search", "words of the search"},
        True,
    ),
    "the search has a row that is gone": (
        ("insert into organisations_fts(rowid, name, aliases) values (900, 'Nobody', '[]')",),
        {"rows of the search", "words of the search"},
        True,
    ),
    "a fact without its report": (
        (f"delete from papers where id = '{SECOND.document_id}-2'",),
        {"references"},
        False,
    ),
    "a fact with the report of another paper": (
        (f"update dates set paper_id = '{FIRST.document_id}-1' where document_id = '{SECOND.document_id}'",),
        {"reports and tables"},
        False,
    ),
    "another hash": (
        (f"update documents set sha256 = replace(sha256, 'a', 'b') where id = '{FIRST.document_id}'",),
        {"ids of documents"},
        False,
    ),
    "a paper that lies nowhere": (("delete from document_paths",), {"paths of documents"}, False),
    "a superseded paper that is current": (
        (f"update documents set superseded_by = '{SECOND.document_id}' where id = '{FIRST.document_id}'",),
        {"paths of documents", "figures told again", "coverage"},
        False,
    ),
    "a page is gone": (("delete from pages where page = 1",), {"counts", "places of facts"}, False),
    "a figure says that more checks hold": (("update observations set verified = verified + 7",), {"counts"}, False),
    "a check is gone": (("delete from checks where result = 'ok' and check_code <> 'C11'",), {"counts"}, False),
    "a figure without a quote": (("update observations set quote = null",), {"places of facts"}, False),
    "a figure of a cell that is not there": (("update observations set row = 90",), {"places of facts"}, False),
    "an award of no page": (("update funding_awards set page = null, line = null",), {"places of facts"}, False),
    "a figure told again is not noted": (("delete from same_figures",), {"figures told again"}, True),
    "the counts are old": (("update coverage set n = n + 1",), {"coverage"}, True),
    "an organisation that no award names": (
        ("insert into organisations (id, name, kind, aliases) values ('nobody', 'Nobody', 'other', '[]')",),
        {"organisations"},
        True,
    ),
}


@pytest.mark.parametrize(("statements", "found", "can_be_mended"), DAMAGES.values(), ids=DAMAGES)
def test_what_is_wrong_is_found_and_mended_where_the_papers_still_say_it(
    path: Path, statements: tuple[str, ...], found: set[str], can_be_mended: bool
) -> None:
    damage(path, *statements)
    assert found <= set(wrong(path))
    repair(path)
    left = wrong(path)
    assert (left == {}) == can_be_mended, left


@pytest.mark.parametrize("table", [table for table in TABLES if table.holds == "derived"], ids=lambda table: table.name)
def test_a_row_that_nothing_gives_is_found_in_each_table_that_is_computed(path: Path, table: Table) -> None:
    given = {name: "9" for name in (*table.key, *table.required)}
    damage(path, f"insert into {table.name} ({', '.join(given)}) values ({', '.join(map(repr, given.values()))})")
    assert {"figures told again", "awards told again", "coverage", "organisations"} & set(wrong(path))


def test_a_damaged_page_is_told_and_the_other_checks_go_on(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        (size,) = db.execute("pragma page_size").fetchone()
        (root,) = db.execute("select rootpage from sqlite_master where name = 'funding_awards'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    found = wrong(path)
    assert {"file", "places of facts"} <= set(found)
    assert "coverage" not in found
    result = run("check", "--db", path)
    assert result.exit_code == 1
    assert "take the last copy" in result.stdout
    assert "Traceback" not in result.stderr


def test_papers_that_are_not_there_or_are_others_now(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"# Lancashire Police and Crime Panel\n\nPaper {name}\n")
    db = tmp_path / "panel.db"
    assert run("ingest", tmp_path, "--db", db).exit_code == 0
    assert wrong(db, files=True) == {}
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").write_text("something else")
    assert set(wrong(db, files=True)) == {"files"}
    told = wrong(db, files=True)["files"]
    assert told == f"not there any more: {tmp_path / 'a.txt'}; another content now: {tmp_path / 'b.txt'}"
    assert run("check", "--db", db).exit_code == 0
    assert run("check", "--db", db, "--files").exit_code == 1


def test_papers_in_an_archive_are_there_as_long_as_it_holds_them(tmp_path: Path) -> None:
    archive, db = tmp_path / "papers.zip", tmp_path / "panel.db"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("2015/a.txt", "# Lancashire Police and Crime Panel\n\nPaper a\n")
    assert run("ingest", archive, "--db", db).exit_code == 0
    assert wrong(db, files=True) == {}
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("2015/a.txt", "something else")
    assert wrong(db, files=True) == {"files": f"another content now: {archive / '2015' / 'a.txt'}"}
    archive.write_bytes(archive.read_bytes()[:40])
    assert wrong(db, files=True) == {"files": f"not there any more: {archive / '2015' / 'a.txt'}"}


def test_what_a_run_that_was_killed_left_to_compute_is_told(path: Path) -> None:
    with closing(open_database(path)) as db:
        start_run(db, version="1", started_at=NOON + dt.timedelta(days=1))
        save_reading(db, small_reading(), file_facts("third", "papers/third.pdf"), version="1", ingested_at=NOON)
    assert wrong(path)["coverage"].endswith("as a run is not finished")
    repair(path)
    assert wrong(path) == {}


def test_while_another_program_writes_the_words_of_the_search_are_not_checked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schema.soundness._BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        result = run("check", "--db", path, "--json")
    told = {row["check"]: row for row in json.loads(result.stdout)}
    assert (told["words of the search"]["result"], result.exit_code) == ("not checked", 0)
    assert "another program is writing" in told["words of the search"]["found"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_is_checked_as_far_as_that_goes(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        told = {row["check"]: row["result"] for row in json.loads(run("check", "--db", path, "--json").stdout)}
    finally:
        path.parent.chmod(0o755)
    assert told.pop("words of the search") == "not checked"
    assert set(told.values()) == {"ok"}


def test_checking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert run("check", "--db", path).exit_code == 0
    assert path.read_bytes() == before


def test_the_command_mends_and_tells(path: Path) -> None:
    damage(path, "delete from same_figures")
    failed = run("check", "--db", path)
    assert failed.exit_code == 1
    (line,) = [line for line in failed.stdout.splitlines() if line.startswith("figures told again")]
    assert "--repair" in line
    assert run("check", "--db", path, "--repair").exit_code == 0
    assert run("check", "--db", path.with_name("none.db")).exit_code == 4
    path.write_bytes(b"no database" * 999)
    assert run("check", "--db", path).exit_code == 4

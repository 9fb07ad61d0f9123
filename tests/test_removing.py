"""`panelpapers remove`: afterwards the database is as if the paper had never been ingested, and says what went."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlite_utils import Database

from ingest.cli import main
from readings import NOON, file_facts, small_reading
from schema.database import open_database, read_database
from schema.errors import DatabaseUnusable
from schema.removing import remove_documents
from schema.rows import FileFacts
from schema.runs import refresh_derived
from schema.saving import save_failure, save_path, save_reading
from schema.soundness import soundness
from schema.tables import TABLES


def file(content: str, path: str = "papers/pack.pdf") -> FileFacts:
    return file_facts(content, path)


def save(db: Database, *files: FileFacts) -> None:
    """Save files as if each was ingested an hour after the one before."""
    hours = db.execute("select count(*) from document_paths").fetchone()[0]
    for number, one in enumerate(files):
        save_reading(db, small_reading(), one, version="1", ingested_at=NOON + dt.timedelta(hours=hours + number))
    refresh_derived(db)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(tmp_path / "panel.db")) as made:
        yield made


def everything(db: Database) -> dict[str, list[tuple[object, ...]]]:
    return {
        table.name: sorted(db.execute(f"select {', '.join(table.columns)} from {table.name}").fetchall(), key=repr)
        for table in TABLES
        if table.holds != "vocabulary"
    }


def sound(db: Database) -> None:
    assert {one.check: one.found for one in soundness(db) if one.result == "wrong"} == {}


A, B, C = file("a"), file("b"), file("c")
#: What was there before, what came then and is removed.
HISTORIES = {
    "the only paper": ([], [A]),
    "a paper beside another": ([A], [file("b", "papers/other.pdf")]),
    "a revised version": ([A], [B]),
    "two versions, the newer first": ([A], [B, C]),
    "a version that took one of two paths": ([A, file("a", "papers/copy.pdf")], [B]),
    "two papers at once": ([A], [file("b", "papers/b.pdf"), file("c", "papers/c.pdf")]),
}


@pytest.mark.parametrize(("before", "came"), HISTORIES.values(), ids=HISTORIES)
def test_it_is_as_if_the_paper_had_never_been_ingested(
    db: Database, before: list[FileFacts], came: list[FileFacts]
) -> None:
    for one in before:
        save(db, one)
    as_it_was = everything(db)
    for one in came:
        save(db, one)
    assert everything(db) != as_it_was
    removed = remove_documents(db, [one.document_id for one in reversed(came)])
    assert [one.id for one in removed] == [one.document_id for one in reversed(came)]
    left = everything(db)
    if "copy" in str(before):
        # It keeps the name of the path that it never lost.
        (document,) = left["documents"]
        assert document[1] == "papers/copy.pdf"
        left.pop("documents"), as_it_was.pop("documents")
    assert left == as_it_was
    sound(db)


@pytest.mark.parametrize("hours", [(12, 13, 14, 15), (12, 14, 9, 10), (12, 12, 12, 12), (15, 14, 13, 12)])
def test_the_version_before_it_is_current_again_whatever_the_clock_said(db: Database, hours: tuple[int, ...]) -> None:
    versions = [A, B, C, file("d")]
    for version, hour in zip(versions, hours, strict=True):
        save_reading(db, small_reading(), version, version="1", ingested_at=NOON.replace(hour=hour))
    for version, earlier in zip(reversed(versions), [*reversed(versions[:-1]), None], strict=True):
        (removed,) = remove_documents(db, [version.document_id])
        assert removed.current_again == ((earlier.path,) if earlier else ())
        current = [row[0] for row in db.execute("select id from documents where superseded_by is null")]
        assert current == ([earlier.document_id] if earlier else [])
        sound(db)


def test_a_version_in_between_goes_and_the_older_one_stays_superseded(db: Database) -> None:
    save(db, A, B, C)
    (removed,) = remove_documents(db, [B.document_id])
    assert removed.current_again == ()
    assert dict(db.execute("select id, superseded_by from documents").fetchall()) == {
        A.document_id: C.document_id,
        C.document_id: None,
    }
    sound(db)


def test_a_version_that_moved_elsewhere_hands_what_it_replaced_to_who_has_the_path_now(db: Database) -> None:
    save(db, A, B)
    save_path(db, file("b", "papers/kept.pdf"), seen_at=NOON + dt.timedelta(hours=5))
    save_reading(db, small_reading(), C, version="1", ingested_at=NOON + dt.timedelta(hours=6))
    remove_documents(db, [B.document_id])
    assert dict(db.execute("select id, superseded_by from documents").fetchall()) == {
        A.document_id: C.document_id,
        C.document_id: None,
    }
    sound(db)


def test_a_file_that_could_not_be_read_goes_and_the_version_before_it_stays(db: Database) -> None:
    save(db, A)
    as_it_was = everything(db)
    save_failure(db, B, small_reading().problems, version="1", ingested_at=NOON + dt.timedelta(days=1))
    (removed,) = remove_documents(db, [B.document_id])
    assert removed.current_again == ()
    assert everything(db) == as_it_was


def test_several_are_removed_together_or_not_at_all(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    save(db, A, file("b", "papers/b.pdf"))
    as_it_was = everything(db)
    monkeypatch.setattr("schema.removing._holder", lambda *_: 1 / 0)
    db.execute("update documents set superseded_by = ? where id = ?", (file("b").document_id, A.document_id))
    with pytest.raises(ZeroDivisionError):
        remove_documents(db, [file("b").document_id])
    db.execute("update documents set superseded_by = null")
    assert everything(db) == as_it_was


def test_the_search_forgets(db: Database) -> None:
    save(db, A)
    assert db.execute("select count(*) from pages_fts where pages_fts match 'burglaries'").fetchone()[0] > 0
    remove_documents(db, [A.document_id])
    assert db.execute("select count(*) from pages_fts where pages_fts match 'burglaries'").fetchone()[0] == 0


# The command


def run(*arguments: object, **given: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **given)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("robbery", "burglary"):
        text = f"# Lancashire Police and Crime Panel\n\nMeeting on 12 October 2015\n\nOffence\t2014/15\n{name}\t110\n"
        (tmp_path / f"{name}.txt").write_text(text)
    assert run("ingest", tmp_path, "--db", tmp_path / "panel.db").exit_code == 0
    return tmp_path


def papers(folder: Path) -> list[str]:
    with closing(read_database(folder / "panel.db")) as db:
        return [row[0] for row in db.execute("select file_name from documents order by 1")]


def test_the_command_says_what_went_and_the_file_stays(folder: Path) -> None:
    result = run("remove", "robbery.txt", "--db", folder / "panel.db", "--yes")
    assert result.exit_code == 0, result.stderr
    assert f"Removed {folder / 'robbery.txt'} (" in result.stdout
    assert "1 page, 1 table, 1 observation, 0 awards, 1 date" in result.stdout
    assert "an ingest of their folder brings them back" in result.stderr
    assert papers(folder) == ["burglary.txt"]
    assert (folder / "robbery.txt").is_file()
    assert run("ingest", folder, "--db", folder / "panel.db").exit_code == 0
    assert papers(folder) == ["burglary.txt", "robbery.txt"]


def test_several_are_named_and_one_twice(folder: Path) -> None:
    result = run(
        "remove", "robbery", folder / "robbery.txt", "burglary", "--db", folder / "panel.db", "--yes", "--json"
    )
    told = json.loads(result.stdout)
    assert [one["path"] for one in told] == [str(folder / "robbery.txt"), str(folder / "burglary.txt")]
    assert told[0]["rows"]["observations"] == 1
    assert papers(folder) == []


def test_a_revised_paper_says_that_the_earlier_version_is_current_again(folder: Path) -> None:
    text = (folder / "robbery.txt").read_text()
    (folder / "robbery.txt").write_text(text + "Homicide\t2\n")
    assert run("ingest", folder, "--db", folder / "panel.db").exit_code == 0
    result = run("remove", "robbery.txt", "--db", folder / "panel.db", "--yes")
    assert f"The version before it is current again: {folder / 'robbery.txt'}" in result.stdout


def test_nothing_is_removed_if_one_is_not_known_or_nobody_agrees(folder: Path) -> None:
    both = ["burglary.txt", "robbery.txt"]
    db = folder / "panel.db"
    assert run("remove", "robbery", "homicide", "--db", db, "--yes").exit_code == 2
    assert papers(folder) == both
    assert run("remove", "txt", "--db", db, "--yes").exit_code == 2, "either may be meant"
    assert papers(folder) == both
    nobody = run("remove", "robbery", "--db", db)
    assert (nobody.exit_code, "--yes" in nobody.stderr) == (2, True)
    assert papers(folder) == both


@pytest.mark.parametrize(("answer", "left"), [("y\n", ["burglary.txt"]), ("n\n", ["burglary.txt", "robbery.txt"])])
def test_it_asks_on_a_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str, left: list[str]) -> None:
    monkeypatch.setattr("ingest.commands.remove._somebody_is_there", lambda: True)
    result = run("remove", "robbery", "--db", folder / "panel.db", input=answer)
    assert "Remove this paper? [y/N]" in result.stderr
    assert papers(folder) == left
    assert result.exit_code == (1 if "n" in answer else 0)


def test_without_a_database_none_is_made(tmp_path: Path) -> None:
    assert run("remove", "x", "--db", tmp_path / "none.db", "--yes").exit_code == DatabaseUnusable.exit_code
    assert list(tmp_path.iterdir()) == []

"""One file is one paper, from whatever folder the command is called, however its folder is named, and through links."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import shown_papers
from ingest.cli import main
from ingest.finding import find_files
from ingest.watching import Watch
from schema.database import open_database, writing
from schema.places import place_of, settle, shown
from serve.site import build

PAPER = "# Lancashire Police and Crime Panel\n\nMeeting on 12 October 2015\n\nOffence\t2014/15\nRobbery\t110\n"

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def ingest(*arguments: object, code: int = 0) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("ingest", *arguments, "--jobs", "1", "--json", code=code).stdout)
    return told


def came(told: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(one["path"], one["came"], one["same_as"]) for one in told["papers"]]


def rows(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as opened:
        return opened.execute(sql).fetchall()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder X with a database of papers that were named as ``papers``; the command is called from there."""
    folder = (tmp_path / "x").resolve()
    (folder / "papers").mkdir(parents=True)
    (folder.parent / "y").mkdir()
    (folder / "papers" / "a.txt").write_text(PAPER)
    (folder / "papers" / "b.pdf").write_bytes(shown_papers.crimes())
    monkeypatch.chdir(folder)
    assert [one[1] for one in came(ingest("papers"))] == ["added", "added"]
    return folder


@pytest.fixture
def elsewhere(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder Y, from which the command is called afterwards."""
    folder = here.parent / "y"
    monkeypatch.chdir(folder)
    return folder


def test_what_is_kept_is_how_a_paper_was_called_and_where_it_is(here: Path) -> None:
    assert rows(here / "panel.db", "select path, file_name from documents order by 1") == [
        ("papers/a.txt", "a.txt"),
        ("papers/b.pdf", "b.pdf"),
    ]
    assert rows(here / "panel.db", "select given, path from document_paths order by 1") == [
        (f"papers/{name}", (here / "papers" / name).as_posix()) for name in ("a.txt", "b.pdf")
    ]


def test_from_another_folder_nothing_is_new_and_a_revised_paper_replaces_the_earlier(elsewhere: Path) -> None:
    db = Path("../x/panel.db")
    assert came(ingest("../x/papers", "--db", db)) == [
        ("../x/papers/a.txt", "unchanged", None),
        ("../x/papers/b.pdf", "unchanged", None),
    ]
    Path("../x/papers/a.txt").write_text(PAPER.replace("110", "111"))
    assert [one[1] for one in came(ingest(elsewhere.parent / "x" / "papers", "--db", db))] == ["changed", "unchanged"]
    assert rows(db, "select path, document_id in (select id from documents) from earlier_versions") == [
        ("papers/a.txt", 1)
    ]
    assert rows(db, "select count(*) from documents where superseded_by is null") == [(2,)]


def test_papers_of_two_folders_that_are_called_alike_are_two(elsewhere: Path) -> None:
    (elsewhere / "papers").mkdir()
    (elsewhere / "papers" / "a.txt").write_text(PAPER.replace("110", "220"))
    assert came(ingest("papers", "--db", "../x/panel.db")) == [("papers/a.txt", "added", None)]
    current = "select path from documents where superseded_by is null order by 1"
    assert rows(Path("../x/panel.db"), current) == [("papers/a.txt",), ("papers/a.txt",), ("papers/b.pdf",)]
    # A name that both have is that of the paper here.
    seen = json.loads(run("show", "papers/a.txt", "--page", 1, "--db", "../x/panel.db", "--json").stdout)
    assert "220" in json.dumps(seen) and "110" not in json.dumps(seen.get("tables", seen))


def test_a_copy_is_told_by_the_short_name_of_the_other_from_here(here: Path) -> None:
    (here / "papers" / "copy.txt").write_text(PAPER)
    assert ("papers/copy.txt", "unchanged", "papers/a.txt") in came(ingest("papers"))
    assert shown(place_of(Path("papers/a.txt"))) == "papers/a.txt"
    assert shown((here.parent / "other.txt").as_posix()) == (here.parent / "other.txt").as_posix()


def test_files_are_there_and_papers_are_named_from_anywhere(elsewhere: Path) -> None:
    db = "../x/panel.db"
    assert "not there" not in run("check", "--files", "--db", db).output
    by_path = json.loads(run("show", "../x/papers/b.pdf", "--db", db, "--json").stdout)
    assert by_path["document"]["file_name"] == "b.pdf"
    drawn = json.loads(run("show", "b.pdf", "--page", 1, "--png", "b.png", "--db", db, "--json").stdout)
    assert (elsewhere / "b.png").is_file() and drawn["facts"] > 0
    assert run("remove", "../x/papers/a.txt", "--yes", "--db", db).stdout.startswith("Removed papers/a.txt (")


async def test_the_site_draws_pages_from_anywhere(elsewhere: Path) -> None:
    db = elsewhere.parent / "x" / "panel.db"
    ((document,),) = rows(db, "select id from documents where file_name = 'b.pdf'")
    site = build(db, pictures=elsewhere / "pictures")
    picture = await site.client.get(f"/-/paper/{document}/page/1.png")
    assert picture.status_code == 200 and picture.content.startswith(b"\x89PNG")


def test_a_published_copy_has_names_only(here: Path) -> None:
    broken = here / "papers" / "c.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    ingest("papers", code=3)
    run("publish", "public", "--papers")
    db = here / "public" / "current" / "panel.db"
    assert rows(db, "select path, given from document_paths order by 1") == [
        ("a.txt", None),
        ("b.pdf", None),
        ("c.pdf", None),
    ]
    assert str(here).encode() not in db.read_bytes() and b"papers/" not in db.read_bytes()
    assert len(list((here / "public" / "current" / "papers").iterdir())) == 3


def test_a_publication_among_the_papers_is_none_of_them(here: Path) -> None:
    """Its log of changes tells figures, and its papers are copies."""
    run("publish", "papers/public", "--papers")
    assert [one[1:] for one in came(ingest("."))] == [("unchanged", None)] * 2
    watch = Watch([here], now=lambda: 1e12)
    assert sorted(one.path.name for one in watch.look()) == ["a.txt", "b.pdf"]
    # Of one that somebody brought the papers may be named.
    (copy,) = (here / "papers" / "public" / "current" / "papers").glob("*.pdf")
    assert [one[1:] for one in came(ingest(copy))] == [("unchanged", "papers/b.pdf")]


def as_before(db: Path, how: str = "given") -> None:
    """Let the paths be as an earlier version kept them: as they were typed."""
    with closing(sqlite3.connect(db)) as opened:
        opened.execute(f"update document_paths set path = {how}, given = null")
        opened.commit()


@pytest.mark.parametrize("where", ["here", "below the database", "by content"])
def test_a_database_of_an_earlier_version_goes_on(here: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    db = here / "panel.db"
    as_before(db)
    if where != "here":
        monkeypatch.chdir(here.parent / "y")
    if where == "by content":
        db = Path(shutil.move(db, here.parent / "y" / "moved.db"))
    else:
        # Also where a paper is another by now.
        (here / "papers" / "a.txt").write_text(PAPER.replace("110", "111"))
    told = ingest("papers" if where == "here" else "../x/papers", "--db", db)
    expected = "unchanged" if where == "by content" else "changed"
    assert [(one[1], one[2]) for one in came(told)] == [(expected, None), ("unchanged", None)]
    assert {row[0] for row in rows(db, "select path from document_paths")} == {
        (here / "papers" / name).as_posix() for name in ("a.txt", "b.pdf")
    }
    assert rows(db, "select count(*) from documents where superseded_by is null") == [(2,)]


def test_what_an_earlier_version_cannot_place_stays_until_it_can_be(elsewhere: Path) -> None:
    db = Path(shutil.move("../x/panel.db", "moved.db"))
    as_before(db)
    (elsewhere / "new.txt").write_text(PAPER.replace("110", "300"))
    assert [one[1] for one in came(ingest("new.txt", "--db", db))] == ["added"]
    assert ("papers/a.txt", None) in rows(db, "select path, given from document_paths")
    os.chdir("../x")
    assert [one[1:] for one in came(ingest("papers", "--db", "../y/moved.db"))] == [("unchanged", None)] * 2


def test_paths_that_are_nowhere_are_looked_for_by_their_folders(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_database(here / "panel.db")) as db:
        ((document,),) = db.execute("select id from documents where file_name = 'a.txt'").fetchall()
        gone = [(f"gone/{n % 4}/{n}.pdf", document) for n in range(1_000)]
        with writing(db):
            db.conn.executemany("insert into document_paths (path, document_id, seen_from) values (?, ?, '')", gone)
        looks: list[str] = []

        def counted(look: Callable[..., Any]) -> Callable[..., Any]:
            def told(path: str, **how: Any) -> Any:
                looks.append(path)
                return look(path, **how)

            return told

        with monkeypatch.context() as patched:
            for name in ("listdir", "lstat", "stat"):
                patched.setattr(os, name, counted(getattr(os, name)))
            settle(db, {})
        assert 4 <= len(looks) < 200
        assert db.execute("select count(*) from document_paths where given is null").fetchone() == (1_000,)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_names_that_are_no_text_are_told_apart_and_found_again(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = [b"caf\xe9.txt", b"caf\xea.txt", b"caf\\xe9.pdf", b"a\nb.txt", b"'\"?#%.txt", b"x" * 251 + b".txt"]
    for number, name in enumerate(odd):
        (here / "papers" / os.fsdecode(name)).write_text(PAPER.replace("110", f"9{number}"))
    assert sorted(one[1:] for one in came(ingest("papers"))) == [("added", None)] * len(odd) + [("unchanged", None)] * 2
    assert {one[1:] for one in came(ingest("papers"))} == {("unchanged", None)}
    told = ["papers/caf\\xe9.pdf", "papers/caf\\xe9.txt", "papers/caf\\xea.txt"]
    assert [
        row[0] for row in rows(here / "panel.db", "select path from documents where path like '%caf%' order by 1")
    ] == told
    assert "not there" not in run("check", "--files").output
    for name in odd:
        ((document,),) = rows(
            here / "panel.db", f"select document_id from observations where value = 9{odd.index(name)}"
        )
        for called in (os.fsdecode(name), f"papers/{os.fsdecode(name)}", (here / "papers" / os.fsdecode(name))):
            assert document in run("show", called).output
    (here / "papers" / os.fsdecode(odd[0])).rename(here / "papers" / "cafe.txt")
    assert ("papers/cafe.txt", "unchanged", None) in came(ingest("papers"))
    run("publish", "public", "--papers")
    assert len(list((here / "public" / "current" / "papers").iterdir())) == len(odd) + 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
async def test_the_site_draws_a_paper_whose_name_is_no_text(here: Path) -> None:
    paper = (here / "papers" / "b.pdf").rename(here / "papers" / os.fsdecode(b"caf\xe9.pdf"))
    assert ("papers/caf\\xe9.pdf", "unchanged", None) in came(ingest("papers"))
    ((document,),) = rows(here / "panel.db", "select id from documents where file_name like '%.pdf'")
    run("show", paper, "--page", 1, "--png", "out.png")
    site = build(here / "panel.db", pictures=here / "pictures")
    assert (await site.client.get(f"/-/paper/{document}/page/1.png")).status_code == 200


@links
def test_a_folder_that_is_a_link_is_the_same_folder(here: Path) -> None:
    (here.parent / "by-link").symlink_to(here / "papers")
    assert [one[1:] for one in came(ingest(here.parent / "by-link", "--db", "panel.db"))] == [("unchanged", None)] * 2


@links
def test_linked_folders_are_gone_into_once_and_not_round(here: Path) -> None:
    archive = here.parent / "archive"
    archive.mkdir()
    (archive / "old.txt").write_text(PAPER.replace("110", "90"))
    papers = here / "papers"
    (papers / "2014").symlink_to(archive)
    (papers / "also 2014").symlink_to(archive)
    (papers / "round").symlink_to(papers)
    (papers / "up").symlink_to(here.parent)
    (archive / "back").symlink_to(papers)
    (papers / "gone").symlink_to(here / "nowhere")
    found = [one.path.relative_to(papers).as_posix() for one in find_files([papers])]
    assert found == ["a.txt", "b.pdf", "2014/old.txt"]
    assert ("papers/2014/old.txt", "added", None) in came(ingest("papers"))
    assert [one[1] for one in came(ingest(archive))] == ["unchanged"] * 3
    watch = Watch([papers], now=lambda: 1e12)
    assert [one.path.relative_to(papers).as_posix() for one in watch.look()] == sorted(found)


@links
def test_a_link_is_a_paper_by_its_own_name_and_the_file_beside_it_is_the_paper(here: Path) -> None:
    store = here / "store"
    store.mkdir()
    for number in (1, 2):
        (store / f"{number}.txt").write_text(PAPER.replace("110", str(number)))
    (here / "papers" / "Q1.txt").symlink_to(store / "1.txt")
    (here / "papers" / "0-link-to-a.txt").symlink_to("a.txt")
    assert sorted(one[:2] for one in came(ingest("papers"))) == [
        ("papers/Q1.txt", "added"),
        ("papers/a.txt", "unchanged"),
        ("papers/b.pdf", "unchanged"),
    ]
    # A store that has another file for each version: under the same name it is a revised paper.
    (here / "papers" / "Q1.txt").unlink()
    (here / "papers" / "Q1.txt").symlink_to(store / "2.txt")
    assert ("papers/Q1.txt", "changed", None) in came(ingest("papers"))
    assert rows(here / "panel.db", "select path from earlier_versions") == [("papers/Q1.txt",)]

"""Bad input through the command line: one clear sentence, the right exit code, and the database as it was."""

import io
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from sqlite_utils import Database

import ingest.cli
from ingest.cli import main
from schema.database import open_database

GOOD = "# Lancashire Police and Crime Panel\n\nMeeting on 12 October 2015\n\nOffence\t2014/15\nRobbery\t110\n"


def pdf(draw: Callable[[Canvas], object], **settings: Any) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, **settings)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def words(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "Report of the Police and Crime Commissioner")


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a database in it that has one paper."""
    (tmp_path / "good.txt").write_text(GOOD)
    assert ingested(tmp_path, tmp_path / "good.txt").exit_code == 0
    return tmp_path


def ingested(folder: Path, *paths: Path) -> Result:
    return CliRunner().invoke(main, ["ingest", *map(str, paths), "--db", str(folder / "panel.db"), "--jobs", "1"])


def kept(folder: Path) -> list[tuple[object, ...]]:
    """All that the database has of the good paper."""
    with sqlite3.connect(folder / "panel.db") as db:
        (good,) = db.execute("select id from documents where file_name = 'good.txt'").fetchone()
        rows = db.execute("select * from documents where id = ?", [good]).fetchall()
        for table in ("papers", "pages", "source_tables", "observations", "dates", "checks", "problems"):
            rows += db.execute(f"select * from {table} where document_id = ? order by 1, 2", [good]).fetchall()
        return rows


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("empty.pdf", b"", "the file is empty; check the download", id="empty file"),
        pytest.param("picture.xyz", b"\x00\x01\x02\x03" * 99, "it is no PDF, Word", id="unknown format"),
        pytest.param("cut.pdf", pdf(words)[:-200], "cut short", id="truncated PDF"),
        pytest.param("locked.pdf", pdf(words, encrypt=StandardEncryption("secret")), "password", id="encrypted PDF"),
        pytest.param("scan.pdf", pdf(scan), "recognise its text (OCR)", id="PDF without text"),
        pytest.param("blank.pdf", pdf(lambda canvas: None), "there is no text in it", id="blank PDF"),
        pytest.param("long.txt", b"Crime fell by 5%. " * 280_000, "has lost its line ends", id="one line of 5 MB"),
        pytest.param("damaged.docx", b"PK\x03\x04 word/document.xml", "cut short", id="damaged Word"),
    ],
)
def test_a_file_that_cannot_be_read(folder: Path, name: str, data: bytes, said: str) -> None:
    before = kept(folder)
    (folder / name).write_bytes(data)
    result = ingested(folder, folder / name)
    assert result.exit_code == 3
    (sentence,) = [line for line in result.stderr.splitlines() if said in line]
    assert str(folder / name) in sentence
    assert "Traceback" not in result.output
    assert kept(folder) == before


def test_the_good_papers_of_a_batch_are_in_all_the_same(folder: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "other.txt").write_text(GOOD.replace("October", "November"))
    assert ingested(folder, folder).exit_code == 3
    with sqlite3.connect(folder / "panel.db") as db:
        found = dict(db.execute("select file_name, status from documents"))
    assert found["empty.pdf"] == "failed"
    assert found["other.txt"] != "failed"


@pytest.mark.parametrize(("name", "said"), [("papers", "no papers here"), ("nowhere", "no such file or folder")])
def test_a_folder_without_papers(folder: Path, name: str, said: str) -> None:
    (folder / "papers").mkdir()
    (folder / "papers/manifest.csv").write_text("path\n")
    before = kept(folder)
    result = ingested(folder, folder / name)
    assert result.exit_code == 2
    assert said in result.stderr
    assert kept(folder) == before


def test_a_wrong_encoding_is_read_and_noted(folder: Path) -> None:
    (folder / "odd.txt").write_bytes(GOOD.replace("110", "£110").encode("cp1252"))
    result = ingested(folder, folder / "odd.txt")
    assert result.exit_code == 0
    with sqlite3.connect(folder / "panel.db") as db:
        (message,) = db.execute("select message from problems where code = 'encoding_guessed'").fetchall()
        (text,) = db.execute("select text from source_cells where text like '%110'  and text <> '110'").fetchone()
    assert "Windows-1252" in message[0]
    assert text == "£110"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda path: path.write_text("these are words"), "not a SQLite database", id="no database"),
        pytest.param(
            lambda path: Database(path).table("notes").insert({"id": 1}),
            "database of another program",
            id="another program",
        ),
        pytest.param(lambda path: path.mkdir(), "this is a folder", id="a folder"),
    ],
)
def test_a_database_that_cannot_be_used(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    make(tmp_path / "panel.db")
    (tmp_path / "good.txt").write_text(GOOD)
    before = (tmp_path / "panel.db").read_bytes() if (tmp_path / "panel.db").is_file() else b""
    result = ingested(tmp_path, tmp_path / "good.txt")
    assert result.exit_code == 4
    assert said in result.stderr
    if before:
        assert (tmp_path / "panel.db").read_bytes() == before


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept(folder)
    (folder / "long.txt").write_text(GOOD + "Words enough to need another page. " * 10_000)

    def open_on_a_full_disk(path: Path) -> Database:
        db = open_database(path)
        pages = db.execute("pragma page_count").fetchone()[0]
        db.execute(f"pragma max_page_count = {pages}")
        return db

    monkeypatch.setattr(ingest.cli, "open_database", open_on_a_full_disk)
    result = ingested(folder, folder / "long.txt")
    assert result.exit_code == 4
    assert "the disk is full; make room and run the command again" in result.stderr
    assert kept(folder) == before

"""Bad input: one clear sentence, the right exit code, the database as it was; in bounded time and memory."""

from __future__ import annotations

import hashlib
import io
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from sqlite_utils import Database

import broken_pdfs
import builders
from ingest.cli import main
from ingest.processes.jobs import How, Job, Outcome
from ingest.processes.pool import read_all
from ingest.processes.tasks import Limits
from schema.database import open_database
from schema.reading import Known

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
        pytest.param("scan.pdf", pdf(scan), "only pictures (a scan)", id="PDF without text"),
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

    monkeypatch.setattr("schema.database.open_database", open_on_a_full_disk)
    result = ingested(folder, folder / "long.txt")
    assert result.exit_code == 4
    assert "the disk is full; make room and run the command again" in result.stderr
    assert kept(folder) == before


def read(files: Sequence[tuple[Path, bytes]], how: How) -> list[Outcome]:
    """What comes of the files; anything but a reading or a sentence for a person is an error."""
    jobs = []
    for path, data in files:
        path.write_bytes(data)
        jobs.append(Job(path, hashlib.sha256(data).hexdigest(), Known()))
    outcomes = {outcome.job: outcome for outcome in read_all(jobs, 2, how)}
    for job, outcome in outcomes.items():
        if outcome.reading is None:
            assert outcome.problem is not None
            assert outcome.problem.code == "unreadable", outcome
            assert outcome.problem.message.startswith(f"{job.path}: ")
    return [outcomes[job] for job in jobs]


ENGINES = ("pdfium", "pdfplumber")
#: What pdfplumber would take minutes for; the time limit of a page then ends it.
LARGE = ("tiny paths", "many words", "bomb of nothing", "count a million")


@pytest.mark.parametrize("name", broken_pdfs.READ)
def test_a_malformed_pdf_that_is_read_all_the_same(tmp_path: Path, name: str) -> None:
    (outcome,) = read([(tmp_path / "a.pdf", broken_pdfs.READ[name]())], How(ocr="off"))
    assert outcome.reading is not None, outcome.problem
    assert broken_pdfs.GOOD in "\n".join(page.text for page in outcome.reading.pages)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", broken_pdfs.EITHER)
def test_a_malformed_pdf_is_read_or_refused(tmp_path: Path, name: str, engine: str) -> None:
    how = How(engine=engine, ocr="off", limits=Limits(page_seconds=20 if engine == "pdfium" else 1, memory_mb=2_000))
    (outcome,) = read([(tmp_path / "a.pdf", broken_pdfs.EITHER[name]())], how)
    assert outcome.reading is None or outcome.reading.pages


@pytest.mark.parametrize("name", sorted(set(broken_pdfs.READ) - set(LARGE)))
def test_the_reference_engine_reads_or_refuses_them_too(tmp_path: Path, name: str) -> None:
    how = How(engine="pdfplumber", ocr="off", limits=Limits(page_seconds=2, memory_mb=2_000))
    (outcome,) = read([(tmp_path / "a.pdf", broken_pdfs.READ[name]())], how)
    assert outcome.reading is None or outcome.reading.pages


@pytest.mark.parametrize("name", broken_pdfs.REFUSED)
def test_a_malformed_pdf_that_is_refused(tmp_path: Path, name: str) -> None:
    make, said = broken_pdfs.REFUSED[name]
    (outcome,) = read([(tmp_path / "a.pdf", make())], How())
    assert outcome.problem is not None
    assert said in outcome.problem.message


@pytest.mark.parametrize("name", broken_pdfs.ENDLESS)
def test_a_page_without_end_is_lost_in_bounded_time(tmp_path: Path, name: str) -> None:
    began = time.monotonic()
    how = How(ocr="off", limits=Limits(page_seconds=1, memory_mb=1_500))
    (outcome,) = read([(tmp_path / "a.pdf", broken_pdfs.ENDLESS[name]())], how)
    assert time.monotonic() - began < 20
    assert outcome.problem is not None
    assert "no page of the PDF can be read; Page 1 " in outcome.problem.message


@pytest.mark.parametrize("spoil", [broken_pdfs.truncated, broken_pdfs.flipped])
def test_damage_anywhere_ends_in_a_reading_or_a_sentence(
    tmp_path: Path, spoil: Callable[[bytes, int, int], Sequence[bytes]]
) -> None:
    spoilt = (*spoil(builders.crimes("boxed").data, 40, 20), *spoil(broken_pdfs.paper(), 40, 21))
    files = [(tmp_path / f"{n}.pdf", data) for n, data in enumerate(spoilt)]
    outcomes = read(files, How(ocr="off", limits=Limits(page_seconds=10, memory_mb=2_000)))
    assert {outcome.reading is None for outcome in outcomes} == {True, False}, (
        "damage that is all of one kind tells little"
    )


def test_a_file_with_a_strange_name(folder: Path) -> None:
    name = "Item 5; rm -rf \n\t'\"\u202e\u00a3 \U0001f4c8 .pdf"
    (folder / name).write_bytes(broken_pdfs.paper())
    assert ingested(folder, folder / name).exit_code == 0
    with sqlite3.connect(folder / "panel.db") as db:
        assert db.execute("select count(*) from documents where file_name = ?", [name]).fetchone() == (1,)


def test_a_file_whose_name_is_no_text(folder: Path) -> None:
    path = Path(os.fsdecode(bytes(folder) + b"/\xff\xfe.pdf"))
    path.write_bytes(broken_pdfs.paper())
    assert ingested(folder, path).exit_code == 0

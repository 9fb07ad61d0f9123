"""Scanned pages: told from printed ones, laid straight, their lines and words; what is said where they are not read.

Where rapidocr is not installed, the words of the page that was scanned stand for what it would recognise: loose boxes around
pieces of lines, with spaces lost. What is made of them is the same.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from reportlab.pdfgen.canvas import Canvas

import builders
from extract.pages.lines import lines_of
from extract.reading import extract
from ingest.cli import main
from ingest.ocr import choice as ocr_choice
from ingest.ocr import scans as ocr
from ingest.ocr.choice import Ocr, available
from ingest.ocr.engines import Found, Sheet, _of_tsv
from ingest.ocr.lines import level_lines
from ingest.ocr.picture import grey_of, skew_of
from ingest.pdf.images import page_image
from ingest.pdf.reading import read_pdf
from schema.document import Document, Page, Word
from schema.reading import Known, Reading

SCALE = ocr.DPI / 72
needs_rapidocr = pytest.mark.skipif(
    available("rapidocr") is None, reason="rapidocr is not installed (make ocr installs it)"
)


class Printed:
    """Recognises what is known to be printed: a piece of text for each stretch of a line, in a loose box."""

    name = "printed"

    def __init__(self, words: Sequence[Word], change: Callable[[Found], Found] = lambda found: found):
        self._words, self._change = words, change

    def find(self, sheet: Sheet) -> list[Found]:
        pieces = [segment.words for line in lines_of(self._words) for segment in line.segments]
        return [self._change(found(words)) for words in pieces]


def found(words: Sequence[Word]) -> Found:
    text, middles = "", []
    for word in words:
        each = (word.box.x1 - word.box.x0) / len(word.text)
        middles += [word.box.x0] if text else []
        middles += [word.box.x0 + (at + 0.5) * each for at in range(len(word.text))]
        text += (" " if text else "") + word.text
    x0, x1 = words[0].box.x0 - 2, words[-1].box.x1 + 2
    top, bottom = min(w.box.top for w in words) - 1, max(w.box.bottom for w in words) + 1
    box = [round(v * SCALE) for v in (x0, top, x1, bottom)]
    return Found(text, *box, tuple(m * SCALE for m in middles), (1.0,) * len(text))


def without_spaces(piece: Found) -> Found:
    """A piece as recognisers give it at times: "on 12 May" as "on12May"."""
    kept = [at for at, c in enumerate(piece.text) if not c.isspace()]
    return replace(
        piece,
        text="".join(piece.text[at] for at in kept),
        middles=tuple(piece.middles[at] for at in kept),
        scores=tuple(piece.scores[at] for at in kept),
    )


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes, Callable[[Found], Found]], None]:
    """Lets the words of a printed PDF be recognised in the scans of it, one page after the other."""

    def install(data: bytes, change: Callable[[Found], Found] = lambda found: found) -> None:
        pages = iter(read_pdf(data).pages)
        monkeypatch.setattr("ingest.pdf.reading.available", lambda choice: "rapidocr")
        monkeypatch.setattr(ocr, "recogniser", lambda program: Printed(next(pages).words, change))

    return install


def read(document: Document) -> Reading:
    return extract(document, Known())


def rows_of(document: Document) -> list[list[list[str]]]:
    """The tables of a document: the texts of their cells, row by row, on one line each."""
    tables = []
    for table in read(document).tables:
        rows: dict[int, list[str]] = {}
        for cell in sorted(table.cells, key=lambda c: (c.row, c.col)):
            rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
        tables.append([rows[at] for at in sorted(rows)])
    return tables


def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(shutil, "which", lambda name: None)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("auto", "pip install 'panelpapers[ocr]'"),
        ("rapidocr", "pip install 'panelpapers[ocr]'"),
        ("tesseract", "install the program tesseract"),
        ("off", "without --ocr off"),
    ],
)
def test_a_scanned_page_that_is_not_read_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, choice: Ocr, said: str
) -> None:
    nothing_installed(monkeypatch)
    document = read_pdf(builders.scan().data, ocr=choice)
    (problem,) = document.problems
    assert (problem.code, problem.page) == ("no_text", 2)
    assert said in problem.message
    assert read(document).status == "partial"
    assert [page.kind for page in read(document).pages] == ["text", "scan"]


def test_of_a_paper_that_is_all_scans_each_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "scans.pdf").write_bytes(builders.scanned(builders.over_pages().data, dpi=50))
    result = CliRunner().invoke(
        main, ["ingest", str(tmp_path), "--db", str(tmp_path / "panel.db"), "--ocr", "off", "--jobs", "1"]
    )
    assert result.exit_code == 3
    with sqlite3.connect(tmp_path / "panel.db") as db:
        assert db.execute("select status from documents").fetchall() == [("failed",)]
        pages = db.execute("select page from problems where code = 'no_text' order by page").fetchall()
    assert pages == [(n,) for n in range(1, len(pages) + 1)]
    assert len(pages) > 1


def test_what_is_installed_is_used_and_tesseract_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert [available(choice) for choice in ocr_choice.CHOICES] == ["rapidocr", "rapidocr", "tesseract", None]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name if name == "numpy" else None)
    assert [available(choice) for choice in ocr_choice.CHOICES] == [None, None, "tesseract", None]


@pytest.mark.parametrize("crooked", [-3.0, -0.7, 0.0, 0.4, 2.0])
def test_a_page_is_laid_straight(crooked: float) -> None:
    data = builders.scanned(builders.prose().data, crooked=crooked)
    # What falls to the left (turned counter-clockwise) is turned back the other way.
    assert skew_of(grey_of(page_image(data, 1, scale=SCALE))) == pytest.approx(-crooked, abs=0.06)


def test_a_blank_page_is_straight() -> None:
    assert skew_of(np.full((500, 400), 250, dtype=np.float32)) == 0.0


@pytest.mark.parametrize(
    ("style", "level", "upright"), [("boxed", 7, 5), ("three lines", 3, 0), ("column rules", 3, 5), ("no rules", 0, 0)]
)
def test_lines_are_seen_in_a_picture(installed: Callable[[bytes], None], style: str, level: int, upright: int) -> None:
    data = builders.crimes(style).data
    installed(data)
    (page,) = read_pdf(builders.scanned(data)).pages
    assert (sum(r.horizontal for r in page.rules), sum(not r.horizontal for r in page.rules)) == (level, upright)
    (printed,) = read_pdf(data).pages
    for rule in page.rules:
        across = [r for r in printed.rules if r.horizontal == rule.horizontal]
        off = [abs(r.top - rule.top) if rule.horizontal else abs(r.x0 - rule.x0) for r in across]
        assert min(off) < 1


def test_noise_is_no_line() -> None:
    noise = np.random.default_rng(1).normal(230, 12, (800, 800)).astype(np.float32)
    assert level_lines(noise, ocr.DPI) == []


@pytest.mark.parametrize("crooked", [0.0, -0.7])
@pytest.mark.parametrize("style", builders.STYLES)
def test_tables_of_every_style_are_read_from_scans(
    installed: Callable[[bytes], None], style: str, crooked: float
) -> None:
    built = builders.crimes(style)
    installed(built.data)
    document = read_pdf(builders.scanned(built.data, crooked=crooked))
    assert rows_of(document) == [[list(row) for row in rows] for rows in built.tables]


def test_words_of_a_scan_have_the_boxes_and_sizes_of_the_print(installed: Callable[[bytes], None]) -> None:
    data = builders.prose().data
    installed(data)
    (page,), (printed,) = read_pdf(builders.scanned(data)).pages, read_pdf(data).pages
    assert page.recognised
    seen, meant = ([w for line in lines_of(p.words) for w in line.words] for p in (page, printed))
    assert [w.text for w in seen] == [w.text for w in meant]
    for ours, theirs in zip(seen, meant, strict=True):
        assert (ours.box.x0, ours.box.x1) == pytest.approx((theirs.box.x0, theirs.box.x1), abs=2)
        assert (ours.box.top + ours.box.bottom) == pytest.approx(theirs.box.top + theirs.box.bottom, abs=4)
        assert ours.size == pytest.approx(theirs.size, rel=0.1)
        assert ours.bold == theirs.bold


@pytest.mark.parametrize("size", [8, 9, 11, 14])
def test_spaces_that_were_lost_are_found_in_the_ink(
    installed: Callable[[bytes, Callable[[Found], Found]], None], size: float
) -> None:
    lines = (
        "The meeting of 12 May 2015 heard that 1 of 11 areas",
        "had 1,111 cases and 117 were new in 2014",
        "£1,111.11 and 27.1% of 1.1m went to 11 17 and 71",
    )

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for n, line in enumerate(lines):
            canvas.drawString(60, 700 - 20 * n, line)

    data = builders.drawn(draw)
    installed(data, without_spaces)
    (page,) = read_pdf(builders.scanned(data, crooked=0)).pages
    assert [line.text for line in lines_of(page.words)] == list(lines)


def test_a_figure_that_is_not_certain_is_left_out_and_told(
    installed: Callable[[bytes, Callable[[Found], Found]], None],
) -> None:
    data = builders.crimes("boxed").data
    installed(data, lambda f: replace(f, scores=(0.3,) * len(f.text)) if f.text == "94,099" else f)
    document = read_pdf(builders.scanned(data))
    (problem,) = document.problems
    assert (problem.code, problem.page) == ("doubtful_figures", 1)
    assert '"94,099"' in problem.message
    assert 94099 not in [o.value for o in read(document).observations]
    assert 92412 in [o.value for o in read(document).observations]


def test_what_is_read_of_a_scan_has_less_confidence(installed: Callable[[bytes], None]) -> None:
    data = builders.crimes("boxed").data
    installed(data)
    scan, print_ = read(read_pdf(builders.scanned(data))), read(read_pdf(data))
    assert [page.kind for page in scan.pages] == ["recognised"]
    confidence = {o.place.key: o.confidence for o in print_.observations}
    assert confidence
    assert {o.place.key: o.confidence for o in scan.observations} == {
        key: pytest.approx(0.8 * before) for key, before in confidence.items()
    }
    assert [t.confidence for t in scan.tables] == [pytest.approx(0.8 * t.confidence) for t in print_.tables]


def test_a_picture_without_text_is_no_page_that_was_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.pdf.reading.available", lambda choice: "rapidocr")
    monkeypatch.setattr(ocr, "recogniser", lambda program: Printed(()))
    document = read_pdf(builders.scan().data)
    assert [(p.code, p.severity, p.page) for p in document.problems] == [("nothing_recognised", "info", 2)]
    assert read(document).status == "ok"


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
def test_a_program_that_fails_costs_the_page_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho no such language >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    document = read_pdf(builders.scan().data, ocr="tesseract")
    (problem,) = document.problems
    assert (problem.code, problem.severity, problem.page) == ("no_text", "error", 2)
    assert "no such language" in problem.message
    assert document.pages[0].words


def test_the_words_of_tesseract() -> None:
    printed = "\n".join(
        [
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            "4\t1\t1\t1\t1\t0\t10\t20\t90\t12\t-1\t",
            "5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96.5\t1,234",
            "5\t1\t1\t1\t1\t2\t60\t20\t40\t12\t95\t ",
        ]
    )
    assert list(_of_tsv(printed)) == [Found("1,234", 10, 20, 50, 32, (14.0, 22.0, 30.0, 38.0, 46.0), (0.965,) * 5)]


@needs_rapidocr
def test_rapidocr_reads_a_scan_among_printed_pages() -> None:
    built = builders.crimes("boxed")
    document = read_pdf(builders.scanned(built.data, crooked=0.6))
    assert [page.recognised for page in document.pages] == [True]
    assert rows_of(document) == [[list(row) for row in rows] for rows in built.tables]
    assert document.problems == ()


@needs_rapidocr
@pytest.mark.parametrize("quarter_turns", [1, 2])
def test_rapidocr_reads_a_page_that_lies_on_its_side_or_stands_on_its_head(quarter_turns: int) -> None:
    built = builders.crimes("three lines")
    document = read_pdf(builders.scanned(built.data, quarter_turns=quarter_turns))
    assert rows_of(document) == [[list(row) for row in rows] for rows in built.tables]


def on_page(page: Page, word: Word) -> bool:
    assert page.width and page.height
    return 0 <= word.box.x0 <= word.box.x1 <= page.width and 0 <= word.box.top <= word.box.bottom <= page.height


@pytest.mark.parametrize("crooked", [0.0, 1.5])
def test_every_word_is_on_its_page(installed: Callable[[bytes], None], crooked: float) -> None:
    data = builders.two_columns().data
    installed(data)
    for page in read_pdf(builders.scanned(data, crooked=crooked)).pages:
        assert page.words
        assert all(on_page(page, word) for word in page.words)

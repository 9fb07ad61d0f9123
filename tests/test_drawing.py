"""The picture of a page, what became of its figures, and the drawing of both: each against the words on the page."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import builders
from ingest import drawing
from ingest.cli import main
from ingest.pdf.images import page_image
from ingest.pdf.reading import read_pdf
from ingest.traces import Trace, in_short, traces
from schema.document import Box, Line, Word
from schema.errors import NothingToRead, Unreadable

SCALE = 2.0


def draw_word(canvas: Canvas) -> None:
    canvas.drawString(72, 100, "Burglary")


def draw_in_crop_box(canvas: Canvas) -> None:
    canvas.setCropBox((50, 50, 545, 792))
    draw_word(canvas)


def ink(picture: Image.Image) -> tuple[float, float, float, float]:
    """The box around all that is not white, in points."""
    found = picture.convert("L").point(lambda shade: 255 if shade < 200 else 0).getbbox()
    assert found
    return tuple(side / SCALE for side in found)  # type: ignore[return-value]


@pytest.mark.parametrize("draw", [draw_word, draw_in_crop_box])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_boxes_of_words_lie_on_their_ink_in_the_picture(draw: object, rotation: int) -> None:
    data = builders.drawn(draw, rotation=rotation)  # type: ignore[arg-type]
    (page,) = read_pdf(data).pages
    picture = page_image(data, 1, scale=SCALE)
    assert picture.size == pytest.approx((SCALE * (page.width or 0), SCALE * (page.height or 0)), abs=1)
    (word,) = page.words
    x0, top, x1, bottom = ink(picture)
    # A box has room for the tallest letters: the ink may be less, and no more.
    assert word.box.x0 - 1 <= x0 < x1 <= word.box.x1 + 1
    assert word.box.top - 1 <= top < bottom <= word.box.bottom + 1


def test_a_page_that_is_cut_and_turned_is_pictured_as_a_viewer_shows_it() -> None:
    picture = page_image(builders.drawn(draw_in_crop_box, rotation=90), 1, scale=SCALE)
    assert picture.size == pytest.approx((SCALE * (A4[0] - 50), SCALE * 495), abs=1)
    # The word begins 22 points from the left and 50 from the foot of what is shown; turned, its letters stand to the right.
    assert ink(picture) == pytest.approx((47, 22, 59, 68), abs=2)


def test_the_scale_is_less_for_a_page_that_would_be_too_large() -> None:
    data = builders.drawn(draw_word, size=(14_400, 14_400))
    assert page_image(builders.drawn(draw_word), 1, scale=1).size == (596, 842)
    large = page_image(data, 1, scale=3, most_pixels=250_000)
    assert large.width == large.height and 490 <= large.width <= 500


def test_a_page_that_is_not_there_and_a_file_that_is_no_pdf() -> None:
    with pytest.raises(NothingToRead, match=r"a\.pdf: there is no page 2"):
        page_image(builders.drawn(draw_word), 2, name="a.pdf")
    with pytest.raises(Unreadable, match="cannot be drawn"):
        page_image(b"%PDF-1.4 nothing", 1)


def words_at(text: str, top: float, left: float = 0.0) -> list[Word]:
    """The words of a line, ten points for a character."""
    return [
        Word(match.group(), Box(left + 10 * match.start(), top, left + 10 * match.end(), top + 10), 10)
        for match in re.finditer(r"\S+", text)
    ]


def fact(**given: object) -> dict[str, object]:
    place = dict.fromkeys(("line", "source_table_id", "row", "col", "char_start", "char_end", "measure", "area", "rag"))
    said = dict.fromkeys(("direction", "period_label", "period_end", "unit"))
    return {**place, **said, "label": "Robbery", "confidence": 1.0, "statistic": "actual", **given}


def traced(found: list[Trace]) -> list[tuple[str, str, list[tuple[float, float]]]]:
    return [(t.became, t.says, [(b.x0, b.x1) for b in t.boxes]) for t in found]


def test_figures_of_a_sentence() -> None:
    text = "2.1 Of 37 visits 5 were to schools"
    line = Line(text, 4, box=Box(0, 100, 400, 110))
    sure = fact(value=37.0, value_text="37", line=4, char_start=7, char_end=9)
    found = traces(words_at(text, 100), [line], [], {"observations": [sure]})
    # The number of the paragraph is no figure.
    assert traced(found) == [("fact", "37, actual", [(70, 90)]), ("nothing", "5", [(170, 180)])]
    doubtful = traces(words_at(text, 100), [line], [], {"observations": [{**sure, "confidence": 0.6}]})
    assert doubtful[0].became == "doubt"


def test_a_bullet_stands_in_print_and_not_in_the_text() -> None:
    line = Line("37 visits", 1, bullet=True, box=Box(0, 100, 400, 110))
    given = fact(value=37.0, value_text="37", line=1, char_start=0, char_end=2)
    found = traces(words_at("• 37 visits", 100), [line], [], {"observations": [given]})
    assert traced(found) == [("fact", "37, actual", [(20, 40)])]


def test_figures_of_a_cell_one_after_the_other() -> None:
    def cell(col: int, text: str, *, is_header: int = 0, row: int = 1) -> dict[str, object]:
        box = {"x0": 200.0 * col, "x1": 200.0 * col + 190, "top": 20.0 * row, "bottom": 20.0 * row + 15}
        return {"source_table_id": "t", "row": row, "col": col, "text": text, "is_header": is_header, **box}

    cells = [cell(1, "to 30 June", is_header=1, row=0), cell(0, "Within 28 days"), cell(1, "16 (16, 4)"), cell(2, "99")]
    words = [w for c in cells for w in words_at(str(c["text"]), float(str(c["top"])) + 2, float(str(c["x0"])))]
    first, second = (
        fact(source_table_id="t", row=1, col=1, part=part, value=16.0, value_text=text)
        for part, text in enumerate(("16", "(16,"))
    )
    found = traces(words, [], cells, {"observations": [first, second]})
    assert traced(found) == [
        ("fact", "16, actual", [(200, 220)]),
        ("fact", "16, actual", [(230, 270)]),
        ("nothing", "4", [(280, 300)]),
        ("nothing", "99", [(400, 420)]),
    ]


def test_dates_and_amounts_in_a_cell_of_words() -> None:
    cell = {
        "source_table_id": "t",
        "row": 1,
        "col": 1,
        "is_header": 0,
        "x0": 0.0,
        "x1": 990.0,
        "top": 0.0,
        "bottom": 15.0,
    }
    text = "By July 2019: £5,000 and in August 2019 £7,300"
    place = {"source_table_id": "t", "row": 1, "col": 1}
    dates = [
        fact(**place, type="plan", start=day, end=day, char_start=None)
        for day in ("2019-08-01", "2019-07-01", "2031-01-01")
    ]
    award = fact(**place, recipient="Boxing Club", amount=7300.0, currency="GBP", status="awarded", year=None)
    for given, under in ((dates[0], ["August", "2019"]), (dates[1], ["July", "2019:"]), (dates[2], text.split())):
        (found, *_) = traces(words_at(text, 2), [], [{**cell, "text": text}], {"dates": [given]})
        assert found.boxes[0].x1 - found.boxes[0].x0 >= 10 * len(" ".join(under)), under
        assert found.boxes[0].x0 == 10 * text.index(under[0])
    (found, *_) = traces(words_at(text, 2), [], [{**cell, "text": text}], {"funding_awards": [award]})
    assert found.boxes[0].x0 == 10 * text.index("£7,300")


def test_a_fact_whose_place_is_not_on_the_page_any_more() -> None:
    gone = fact(value=37.0, value_text="37", line=9, char_start=0, char_end=2)
    assert traced(traces([], [], [], {"observations": [gone]})) == [("fact", "37, actual", [])]


@pytest.mark.parametrize(
    ("kind", "row", "said"),
    [
        (
            "observations",
            fact(measure="burglary", value=4900.0, unit="count", period_label="2014/15", area="Kent"),
            ("burglary", "4,900 count, actual, Kent, 2014/15"),
        ),
        ("observations", fact(value=None, value_text="2nd"), ("Robbery", "2nd, actual")),
        (
            "funding_awards",
            {"recipient": "Boxing Club", "amount": 5000.0, "currency": "GBP", "status": "awarded", "year": "2014/15"},
            ("Boxing Club", "5,000 GBP, awarded, 2014/15"),
        ),
        ("dates", {"type": "meeting", "start": "2015-03-23", "end": "2015-03-23"}, ("meeting", "2015-03-23")),
        (
            "dates",
            {"type": "period", "start": "2014-04-01", "end": "2015-03-31"},
            ("period", "2014-04-01 to 2015-03-31"),
        ),
        ("dates", {"type": "plan", "start": None, "end": None}, ("plan", "no day")),
    ],
)
def test_a_fact_in_short(kind: str, row: dict[str, object], said: tuple[str, str]) -> None:
    assert in_short(kind, row) == said


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A database with a paper that has a table of crimes and a header row."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(builders.crimes("boxed").data)
    assert run("ingest", path, "--db", tmp_path / "panel.db").exit_code == 0
    return path


def colours(picture: Image.Image, box: Box) -> set[tuple[int, ...]]:
    found = picture.crop([round(SCALE * v) for v in (box.x0 - 2, box.top - 2, box.x1 + 2, box.bottom + 2)]).getcolors(
        9999
    )
    assert found
    return {colour for _, colour in found if isinstance(colour, tuple)}


def test_the_drawing_shows_what_became_of_each_figure(paper: Path, tmp_path: Path) -> None:
    png, db = tmp_path / "out.png", tmp_path / "panel.db"
    result = run("show", "paper.pdf", "--page", 1, "--png", png, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "" and str(png) in result.stderr
    picture = Image.open(png)
    (page,) = read_pdf(paper.read_bytes()).pages
    assert picture.width > SCALE * (page.width or 0) + 200, "the key stands at the side"
    words = {w.text: w.box for w in page.words}
    assert drawing.BECAME["fact"] in colours(picture, words["8,903"])
    assert not set(drawing.BECAME.values()) & colours(picture, words["Burglary"])
    with sqlite3.connect(db) as made:
        x0, top = made.execute("select x0, top from source_cells where row = 0 and col = 0").fetchone()
    assert drawing.TABLE in colours(picture, Box(x0, top, x0 + 5, top + 5))
    plain = page_image(paper.read_bytes(), 1, scale=SCALE)
    inside = (round(SCALE * x0) + 6, round(SCALE * top) + 6)
    assert plain.getpixel(inside) == (255, 255, 255) != picture.getpixel(inside), "header cells are shaded"


def test_a_page_of_a_paper_in_an_archive_is_drawn(tmp_path: Path) -> None:
    archive, png, db = tmp_path / "papers.zip", tmp_path / "out.png", tmp_path / "panel.db"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("2015/paper.pdf", builders.crimes("boxed").data)
    assert run("ingest", archive, "--db", db).exit_code == 0
    result = run("show", "paper.pdf", "--page", 1, "--png", png, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert Image.open(png).width > 500
    archive.unlink()
    gone = run("show", "paper.pdf", "--page", 1, "--png", png, "--db", db)
    assert gone.exit_code == 2 and "not there any more" in gone.stderr


def test_a_low_confidence_and_a_lost_fact_show(paper: Path, tmp_path: Path) -> None:
    png, db = tmp_path / "out.png", tmp_path / "panel.db"
    with sqlite3.connect(db) as made:
        made.execute("update observations set confidence = 0.5 where value = 8903")
        made.execute("delete from observations where value = 1141")
    told = run("show", "paper.pdf", "--page", 1, "--png", png, "--db", db, "--json")
    assert told.exit_code == 0, told.stderr
    assert '"doubtful": 1' in told.stdout and '"nothing": 1' in told.stdout
    (page,) = read_pdf(paper.read_bytes()).pages
    words = {w.text: w.box for w in page.words}
    picture = Image.open(png)
    assert drawing.BECAME["doubt"] in colours(picture, words["8,903"])
    assert drawing.BECAME["nothing"] in colours(picture, words["1,141"])


def test_a_drawing_needs_the_file_as_it_was(paper: Path, tmp_path: Path) -> None:
    options = ("--png", tmp_path / "out.png", "--db", tmp_path / "panel.db")
    assert "--page" in run("show", "paper.pdf", *options).stderr
    assert "there is no page 7" in run("show", "paper.pdf", "--page", 7, *options).stderr
    paper.write_bytes(builders.crimes("striped").data)
    changed = run("show", "paper.pdf", "--page", 1, *options)
    assert changed.exit_code == 2 and "has changed since it was ingested" in changed.stderr
    paper.unlink()
    gone = run("show", "paper.pdf", "--page", 1, *options)
    assert gone.exit_code == 2 and "is not there any more" in gone.stderr
    assert not (tmp_path / "out.png").exists()


def test_a_text_paper_has_no_page_to_draw(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# Panel\n\nOffence\t2014/15\nRobbery\t110\n")
    run("ingest", tmp_path / "a.txt", "--db", tmp_path / "panel.db")
    result = run("show", "a.txt", "--page", 1, "--png", tmp_path / "out.png", "--db", tmp_path / "panel.db")
    assert result.exit_code == 2 and "there is no page to draw" in result.stderr


def test_a_page_with_pictures_and_furniture_can_be_drawn(tmp_path: Path) -> None:
    for name, built in (("scan", builders.scan()), ("pack", builders.pack()), ("rag", builders.rag())):
        (tmp_path / f"{name}.pdf").write_bytes(built.data)
    db = tmp_path / "panel.db"
    assert run("ingest", tmp_path, "--db", db).exit_code == 0
    drawn = {}
    for name, page in (("scan", 2), ("pack", 1), ("rag", 1)):
        result = run("show", f"{name}.pdf", "--page", page, "--png", tmp_path / f"{name}.png", "--db", db)
        assert result.exit_code == 0, result.stderr
        drawn[name] = Image.open(tmp_path / f"{name}.png").convert("RGB")
    whole = Box(2, 2, A4[0] - 2, A4[1] - 2)
    assert drawing.PICTURE in colours(drawn["scan"], whole)
    assert drawing.FURNITURE in colours(drawn["pack"], Box(60, 30, 250, 50))
    with sqlite3.connect(db) as made:
        (cell,) = made.execute("select x0, top, x1, bottom from source_cells where mark = 'Red' limit 1").fetchall()
    assert colours(drawn["rag"], Box(*cell)) - colours(page_image(builders.rag().data, 1, scale=SCALE), Box(*cell)), (
        "a tag"
    )

"""A PDF as objects: what is on its pages, and what happens with files that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import builders
from ingest.pdf.reading import ENGINES, read_pdf
from schema.document import Page
from schema.errors import Unreadable


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def page_of(data: bytes, engine: str) -> Page:
    (page,) = read_pdf(data, engine=engine).pages
    return page


def test_words_have_boxes_from_the_top_left_sizes_and_weight(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, A4[1] - 100, "Hate crime")

    page = page_of(builders.drawn(draw), engine)
    assert [w.text for w in page.words] == ["Hate", "crime"]
    word = page.words[0]
    assert word.bold and word.upright and word.size == pytest.approx(14)
    assert word.box.x0 == pytest.approx(72, abs=0.5)
    assert word.box.top < 100 < word.box.bottom
    assert (page.width, page.height) == pytest.approx(A4, abs=0.01)


@pytest.mark.parametrize(
    ("rotation", "shown"),
    # Where a viewer shows a word that is drawn 72 points from the left and 100 from the foot of the unturned sheet.
    [(90, (97, 72, 110, 117)), (180, (478, 97, 524, 110)), (270, (485, 725, 498, 770))],
)
def test_a_rotated_page_is_read_as_it_is_shown(rotation: int, shown: tuple[int, ...], engine: str) -> None:
    page = page_of(builders.drawn(lambda canvas: canvas.drawString(72, 100, "Burglary"), rotation=rotation), engine)
    (word,) = page.words
    assert (word.text, word.upright, page.rotation) == ("Burglary", False, rotation)
    assert (word.box.x0, word.box.top, word.box.x1, word.box.bottom) == pytest.approx(shown, abs=1)


def test_what_lies_outside_the_crop_box_is_not_on_the_page(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 50, 545, 792))
        canvas.drawString(60, 700, "shown")
        canvas.drawString(60, 20, "trimmed")

    page = page_of(builders.drawn(draw), engine)
    (word,) = page.words
    assert word.text == "shown"
    assert word.box.x0 == pytest.approx(10, abs=0.5)
    assert (page.width, page.height) == pytest.approx((495, 742))


def test_rules_fills_and_images(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(72, 700, 300, 700)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(72, 500, 100, 40, stroke=0, fill=1)
        canvas.circle(400, 600, 10, stroke=0, fill=1)
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.line(72, 650, 300, 650)

    page = page_of(builders.drawn(draw), engine)
    (rule,) = page.rules
    assert rule.horizontal
    assert (rule.x0, rule.x1) == pytest.approx((72, 300))
    assert rule.top == pytest.approx(A4[1] - 700, abs=0.1)
    box, spot = page.fills
    assert (box.colour, box.curved, spot.curved) == ("#ff0000", False, True)
    assert len(read_pdf(builders.scan().data).pages[1].images) == 1


def test_text_that_reads_upwards_is_whole_and_not_upright(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(100, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Recorded crime")

    assert [(w.text, w.upright) for w in page_of(builders.drawn(draw), engine).words] == [
        ("Recorded", False),
        ("crime", False),
    ]


def test_bold_by_printing_twice_is_read_once(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Council")
        canvas.drawString(72.4, 700, "Council")

    assert [w.text for w in page_of(builders.drawn(draw), engine).words] == ["Council"]


@pytest.mark.parametrize(
    ("font", "printed", "meant"),
    [("Symbol", "\u2192", "→"), ("Symbol", "\u2193", "↓"), ("ZapfDingbats", "\u2714", "✓")],
)
def test_symbol_fonts(font: str, printed: str, meant: str, engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        canvas.drawString(72, 700, printed)

    assert [w.text for w in page_of(builders.drawn(draw), engine).words] == [meant]


def test_a_raised_digit_is_a_mark_and_no_digit_of_the_figure(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for part, size, rise in (
            ("of the 38", 12, 0),
            ("1", 8, 4),
            (" measures, 1,194", 12, 0),
            ("2", 7, 5),
            (".", 12, 0),
        ):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(part)
        canvas.drawText(text)

    words = [w.text for w in page_of(builders.drawn(draw), engine).words]
    assert words == ["of", "the", "38¹", "measures,", "1,194²."]


def test_a_figure_on_each_side_of_a_rule_is_two_figures() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(100, 700, "12")
        canvas.drawString(112.2, 700, "345")
        canvas.line(111.7, 690, 111.7, 720)

    assert [w.text for w in page_of(builders.drawn(draw), "pdfium").words] == ["12", "345"]


def test_the_colour_of_words(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 0, 0)
        canvas.drawString(72, 700, "Red")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(172, 700, "black")

    assert [(w.text, w.colour) for w in page_of(builders.drawn(draw), engine).words] == [
        ("Red", "#ff0000"),
        ("black", "#000000"),
    ]


def test_links_and_drawings() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.linkURL("https://www.example.org/panel", (72, 700, 172, 712))
        arrow = canvas.beginPath()
        arrow.moveTo(300, 600)
        for x, y in ((310, 600), (310, 610), (315, 610), (305, 620), (295, 610), (300, 610)):
            arrow.lineTo(x, y)
        arrow.close()
        canvas.drawPath(arrow, stroke=0, fill=1)

    page = page_of(builders.drawn(draw), "pdfium")
    (link,) = page.links
    assert (link.uri, link.page) == ("https://www.example.org/panel", None)
    assert (link.box.x0, link.box.top) == pytest.approx((72, A4[1] - 712), abs=0.1)
    (drawing,) = page.drawings
    assert drawing.filled and len(drawing.outline) >= 7
    assert (drawing.box.x0, drawing.box.top, drawing.box.x1) == pytest.approx((295, A4[1] - 620, 315), abs=0.1)
    assert not page.rules


def test_what_stands_in_a_form_is_read_where_it_is_placed(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("part")
        canvas.drawString(10, 10, "Burglary")
        canvas.rect(0, 0, 100, 30, stroke=0, fill=0)
        canvas.line(0, 0, 100, 0)
        canvas.endForm()
        canvas.translate(100, 500)
        canvas.scale(2, 2)
        canvas.doForm("part")

    page = page_of(builders.drawn(draw), engine)
    (word,) = page.words
    (rule,) = page.rules
    assert word.size == pytest.approx(24, abs=0.1)
    assert word.box.x0 == pytest.approx(120, abs=0.5)
    assert (rule.x0, rule.x1, rule.top) == pytest.approx((100, 300, A4[1] - 500), abs=1.1)


def test_words_that_are_not_painted_make_a_recognised_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(builders.picture(), 0, 0, *A4)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textOut("Recorded crime")
        canvas.drawText(text)

    page = page_of(builders.drawn(draw), "pdfium")
    assert [w.text for w in page.words] == ["Recorded", "crime"]
    assert page.recognised


def test_labels_outline_and_title() -> None:
    def draw(canvas: Canvas) -> None:
        page = canvas.getPageNumber()
        canvas.drawString(72, 700, f"page {page}")
        canvas.bookmarkPage(f"p{page}")
        canvas.addOutlineEntry(f"Item {page}", f"p{page}", level=0 if page == 1 else 1)
        canvas.setTitle("Microsoft Word - Quarter 2 report.docx")
        if page == 1:
            canvas.addPageLabel(0, style="ROMAN_LOWER")
            canvas.addPageLabel(2, style="ARABIC", start=1)

    document = read_pdf(builders.drawn(draw, pages=3))
    assert document.title == "Quarter 2 report"
    assert [(e.title, e.depth, e.page) for e in document.outline] == [
        ("Item 1", 0, 1),
        ("Item 2", 1, 2),
        ("Item 3", 1, 3),
    ]
    assert [p.label for p in document.pages] == ["i", "ii", "1"]


def test_a_scanned_page_is_a_problem_and_the_rest_is_read() -> None:
    document = read_pdf(builders.scan().data, ocr="off")
    assert [bool(p.words) for p in document.pages] == [True, False]
    assert [(p.code, p.page) for p in document.problems] == [("no_text", 2)]


@pytest.mark.parametrize(("upright", "told"), [(0, []), (10, [("turned_text", 1)])])
def test_a_page_on_its_side_is_read_and_half_a_page_is_a_problem(upright: int, told: list[tuple[str, int]]) -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(upright):
            canvas.drawString(300, 700 - 20 * n, "Number of crimes recorded")
        canvas.rotate(90)
        for n in range(10):
            canvas.drawString(100, -60 - 20 * n, "Number of crimes recorded")

    document = read_pdf(builders.drawn(draw))
    assert [(p.code, p.page) for p in document.problems] == told


def test_a_broken_page_is_a_problem_and_the_rest_is_read() -> None:
    document = read_pdf(builders.with_broken_page(), engine="pdfplumber")
    assert [p.number for p in document.pages] == [1, 3]
    assert [(p.code, p.page, p.severity) for p in document.problems] == [("page_unreadable", 2, "error")]


@dataclass(frozen=True)
class Refused:
    data: bytes
    says: str


@pytest.mark.parametrize(
    "case",
    [
        Refused(builders.encrypted(), "encrypted"),
        Refused(builders.truncated(), "cut short"),
        Refused(b"", "no PDF"),
        Refused(b"Agenda of the panel", "no PDF"),
        Refused(b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF", "damaged"),
    ],
    ids=lambda case: case.says,
)
def test_files_that_cannot_be_read_say_why_and_what_to_do(case: Refused) -> None:
    with pytest.raises(Unreadable) as raised:
        read_pdf(case.data, "report.pdf")
    assert case.says in raised.value.message
    assert raised.value.message.startswith("report.pdf: ")
    assert raised.value.do


PAPER = builders.crimes("boxed").data


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(PAPER) - 1), st.binary(min_size=1, max_size=40))
def test_damage_is_refused_or_survived_and_never_crashes(at: int, junk: bytes) -> None:
    try:
        document = read_pdf(PAPER[:at] + junk + PAPER[at + len(junk) :])
    except Unreadable as error:
        assert error.do
    else:
        assert document.pages

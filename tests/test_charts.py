"""Charts: seen, told as a problem with their caption, and read as nothing."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

import builders
from extract.blocks import Passage, TableBlock
from extract.captions import names_one
from extract.layout import lay_out
from extract.pages.charts import charts_of
from ingest.papers import read_paper
from ingest.pdf.reading import read_pdf
from schema.document import Box, Page, Word
from schema.reading import Known

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")
VALUES = (42, 61, 38, 77, 55, 90)


def axis(canvas: Canvas, top: int = 100, step: int = 20) -> None:
    canvas.setFont("Helvetica", 8)
    for value in range(0, top + 1, step):
        canvas.drawRightString(95, 498 + 1.5 * value, f"{value:,}")
        canvas.line(100, 500 + 1.5 * value, 400, 500 + 1.5 * value)
    for n, month in enumerate(MONTHS):
        canvas.drawCentredString(125 + 50 * n, 488, month)


def lines(canvas: Canvas) -> None:
    axis(canvas)
    path = canvas.beginPath()
    path.moveTo(125, 500 + 1.5 * VALUES[0])
    for n, value in enumerate(VALUES):
        path.lineTo(125 + 50 * n, 500 + 1.5 * value)
    canvas.drawPath(path)


def bars(canvas: Canvas) -> None:
    axis(canvas)
    canvas.setFillColor(colors.steelblue)
    for n, value in enumerate(VALUES):
        canvas.rect(110 + 50 * n, 500, 30, 1.5 * value, stroke=0, fill=1)
    canvas.setFillColor(colors.black)


def pie(canvas: Canvas) -> None:
    start = 0.0
    for share, colour in ((45, colors.navy), (30, colors.teal), (25, colors.orange)):
        canvas.setFillColor(colour)
        canvas.wedge(150, 510, 290, 650, start, 3.6 * share, stroke=0, fill=1)
        angle = math.radians(start + 1.8 * share)
        canvas.setFillColor(colors.black)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(218 + 85 * math.cos(angle), 580 + 85 * math.sin(angle), f"{share}%")
        start += 3.6 * share


def page(draw: Callable[[Canvas], None], above: str = "", below: str = "") -> bytes:
    def whole(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 760, "The force recorded fewer crimes in the summer than in the spring of the year.")
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(60, 680, above)
        draw(canvas)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(60, 465, below)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 420, "There were 31 robberies in the town in the year to March 2024.")

    return builders.drawn(whole)


@pytest.mark.parametrize("draw", [lines, bars, pie])
@pytest.mark.parametrize(("above", "below"), [("Figure 3: Crimes by month", ""), ("", "Figure 3: Crimes by month")])
def test_a_chart_is_a_figure_with_its_caption_and_nothing_else(
    draw: Callable[[Canvas], None], above: str, below: str
) -> None:
    layout = lay_out(read_pdf(page(draw, above, below), engine="pdfium"))
    (figure,) = layout.figures
    assert (figure.page, figure.caption) == (1, "Figure 3: Crimes by month")
    assert not [b for b in layout.blocks if isinstance(b, TableBlock)]
    texts = [b.text for b in layout.blocks if isinstance(b, Passage)]
    assert [t for t in texts if any(tick in t.split() for tick in ("20", "40", "100", "45%", "30%", "Feb"))] == []
    labels = layout.pages[0].text.split("\n")[figure.line - 1]
    assert "30%" in labels or ("Feb" in labels and "100" in labels)


def test_a_chart_yields_one_problem_and_no_figure_of_the_database() -> None:
    data = page(bars, "Figure 3: Crimes by month")
    reading = read_paper(data, "paper.pdf", Known(force="kent"))
    (told,) = [p for p in reading.problems if p.code == "figure_without_data"]
    assert (told.severity, told.page) == ("info", 1)
    assert told.message == (
        "Page 1 has a chart or picture, “Figure 3: Crimes by month”, whose values are not printed as text or in a table: "
        "nothing of it is in the database."
    )
    assert {o.value for o in reading.observations} <= {31.0}


def test_what_stands_in_the_frame_of_a_chart_belongs_to_it() -> None:
    def framed(canvas: Canvas) -> None:
        canvas.setFillColor(colors.HexColor("#d4e5f7"))
        canvas.rect(55, 475, 480, 195, stroke=1, fill=1)
        canvas.setFillColor(colors.black)
        lines(canvas)
        for n, name in enumerate(("Burglary", "Robbery")):
            canvas.drawString(430, 600 - 20 * n, name)

    layout = lay_out(read_pdf(page(framed, "Chart 1: Crimes")))
    (figure,) = layout.figures
    assert "Burglary" in layout.pages[0].text.split("\n")[figure.line - 1]


@pytest.mark.parametrize("style", ["boxed", "striped", "three lines", "level rules", "no rules"])
def test_tables_are_no_charts(style: str) -> None:
    document = read_pdf(builders.crimes(style).data)
    assert [charts_of(p) for p in document.pages] == [[] for _ in document.pages]


def test_a_scale_with_a_text_beside_each_step_is_a_table() -> None:
    def scale(canvas: Canvas) -> None:
        for n, name in enumerate(("Very likely", "Likely", "Possible", "Unlikely", "Rare")):
            canvas.drawRightString(100, 600 - 20 * n, str(5 - n))
            canvas.drawString(120, 600 - 20 * n, name)
            canvas.line(80, 595 - 20 * n, 400, 595 - 20 * n)

    (sheet,) = read_pdf(builders.drawn(scale)).pages
    assert charts_of(sheet) == []


def test_a_large_picture_is_told_and_a_logo_or_a_background_is_not() -> None:
    words = tuple(Word("text", Box(60, 60 + 12 * n, 80, 70 + 12 * n), 10) for n in range(40))
    chart, logo, ground = Box(60, 560, 500, 700), Box(400, 20, 500, 60), Box(0, 0, 595, 842)
    sheet = Page(1, 595, 842, words=words, images=(chart, logo, ground))
    assert [c.box for c in charts_of(sheet)] == [chart]


@pytest.mark.parametrize(
    ("text", "table", "figure"),
    [
        ("Table 1: Grants by district", True, False),
        ("Table A – Budget", True, False),
        ("Table 3.3 Frequency of offences", True, False),
        ("Figure SA4. | Number of cases by month", False, True),
        ("Chart 5: Recent trends", False, True),
        ("Figure 1", False, True),
        ("Chart 3 shows some of the other patterns", False, False),
        ("Table 2 is set out below", False, False),
        ("Table a motion", False, False),
        ("Figures in the table", False, False),
    ],
)
def test_numbered_captions(text: str, table: bool, figure: bool) -> None:
    assert (names_one(text, table=True), names_one(text, table=False)) == (table, figure)


def test_the_title_of_a_chart_without_a_number_is_what_stands_over_it() -> None:
    def pictured(canvas: Canvas) -> None:
        lines(canvas)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(110, 658, "Number of crimes recorded")

    assert [f.caption for f in lay_out(read_pdf(page(pictured))).figures] == ["Number of crimes recorded"]

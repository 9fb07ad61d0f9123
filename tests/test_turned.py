"""Pages bound sideways: read as the upright page is, with places on the page as shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import builders
from extract.blocks import TableBlock
from extract.layout import Layout, lay_out
from extract.pages.flow import laid_pages
from extract.pages.margins import margins_of
from extract.pages.turned import Turn, turned_back, turned_page, way_of
from ingest.pdf.reading import read_pdf
from schema.document import Box, Grid, Page, Word

WIDTH, HEIGHT = A4
WAYS = (1, -1, 2)


def sideways(canvas: Canvas, way: int) -> tuple[float, float]:
    """Turns the canvas so that what is drawn reads in ``way``; its size as the reader then sees it."""
    if way == 1:
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
    elif way == -1:
        canvas.translate(0, HEIGHT)
        canvas.rotate(-90)
    elif way == 2:
        canvas.translate(WIDTH, HEIGHT)
        canvas.rotate(180)
    return (HEIGHT, WIDTH) if way in (1, -1) else (WIDTH, HEIGHT)


def crimes(canvas: Canvas, way: int, rows: builders.Rows = builders.CRIMES) -> None:
    canvas.saveState()
    width, height = sideways(canvas, way)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, height - 100, "Recorded crime in the districts")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, height - 120, "The table below sets out the crimes that were recorded in each year.")
    table = builders.table(rows, builders.BOXED)
    _, depth = table.wrapOn(canvas, width - 120, height)
    table.drawOn(canvas, 60, height - 140 - depth)
    canvas.restoreState()


def layout_of(way: int, pages: int = 1) -> Layout:
    return lay_out(read_pdf(builders.drawn(lambda canvas: crimes(canvas, way), pages=pages)))


@pytest.mark.parametrize("way", WAYS)
def test_a_page_on_its_side_is_read_as_the_upright_one(way: int) -> None:
    upright, turned = layout_of(0), layout_of(way)
    assert turned.pages[0].text == upright.pages[0].text
    (table,) = [b for b in turned.blocks if isinstance(b, TableBlock)]
    assert table.caption == "The table below sets out the crimes that were recorded in each year."
    assert [c.text for c in table.grid.cells] == [text for row in builders.CRIMES for text in row]


@pytest.mark.parametrize("way", WAYS)
def test_the_place_of_a_cell_is_on_the_page_as_shown(way: int) -> None:
    (page,) = read_pdf(builders.drawn(lambda canvas: crimes(canvas, way))).pages
    (laid,) = laid_pages([page])
    (grid,) = [item for item in laid.flow if isinstance(item, Grid)]
    (cell,) = [c for c in grid.cells if c.text == "94,099"]
    (word,) = [w for w in page.words if w.text == "94,099"]
    assert cell.box and cell.box.x0 <= word.box.x0 and cell.box.top <= word.box.top
    assert cell.box.x1 >= word.box.x1 and cell.box.bottom >= word.box.bottom
    assert (laid.width, laid.height) == (page.width, page.height)


def test_a_table_over_pages_on_their_side_is_one() -> None:
    halves = (builders.CRIMES[:4], builders.CRIMES[4:])

    def draw(canvas: Canvas) -> None:
        rows = halves[canvas.getPageNumber() - 1]
        canvas.saveState()
        width, height = sideways(canvas, 1)
        table = builders.table(rows, builders.BOXED, widths=(140, 90, 90, 90))
        _, depth = table.wrapOn(canvas, width - 120, height)
        table.drawOn(canvas, 60, height - 120 - depth)
        canvas.restoreState()

    layout = lay_out(read_pdf(builders.drawn(draw, pages=2)))
    rows = [block.grid.rows for block in layout.blocks if isinstance(block, TableBlock)]
    assert rows == [len(builders.CRIMES)]


def test_marks_of_the_pack_are_found_whichever_way_they_stand() -> None:
    def draw(canvas: Canvas) -> None:
        crimes(canvas, 1)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(480, HEIGHT - 40, "Agenda Item 6")
        canvas.drawString(280, 20, "Page 43")

    (page,) = laid_pages(read_pdf(builders.drawn(draw)).pages)
    assert {(f.kind, f.text) for f in page.furniture} == {("agenda_item", "Agenda Item 6"), ("page_number", "Page 43")}


def test_some_turned_words_turn_no_page() -> None:
    words = [Word("Recorded", Box(50, 50 + 20 * n, 90, 60 + 20 * n), 10) for n in range(12)]
    heads = [Word("Burglary", Box(100 + 20 * n, 10, 110 + 20 * n, 50), 10, turned=1) for n in range(11)]
    assert way_of(Page(1, 600, 800, words=tuple(words))) == 0
    assert way_of(Page(1, 600, 800, words=(*words, *heads))) == 0
    assert way_of(Page(1, 600, 800, words=tuple(heads))) == 1


def test_the_head_of_an_axis_at_the_edge_is_no_furniture() -> None:
    year = Word("2015", Box(10, 100, 20, 130), 10, turned=1)
    number = [Word("Page", Box(10, 300, 20, 330), 10, turned=1), Word("7", Box(10, 285, 20, 295), 10, turned=1)]
    body = tuple(Word("Recorded", Box(50, 50 + 20 * n, 90, 60 + 20 * n), 10) for n in range(12))
    assert [
        line.text for line in margins_of(Page(1, 600, 800, words=(*body, year))).lines if line.box == year.box
    ] == []
    assert "Page 7" in [line.text for line in margins_of(Page(1, 600, 800, words=(*body, *number))).lines]


places = st.floats(0, 800, allow_nan=False).map(lambda x: round(x, 2))


@given(st.sampled_from(WAYS), places, places, places, places)
def test_a_turn_and_its_way_back_leave_a_box_where_it_was(way: int, x: float, y: float, w: float, h: float) -> None:
    box = Box(x, y, x + w, y + h)
    turn = Turn(way, 842, 595)
    turned = turn.box(box)
    assert (turned.x1 - turned.x0, turned.bottom - turned.top) == pytest.approx((h, w) if way in (1, -1) else (w, h))
    back = turn.back().box(turned)
    assert (back.x0, back.top, back.x1, back.bottom) == pytest.approx((box.x0, box.top, box.x1, box.bottom))


@pytest.mark.parametrize("way", WAYS)
def test_words_of_the_way_of_the_page_stand_upright_once_it_is_turned(way: int) -> None:
    page = Page(1, 842, 595, words=(Word("one", Box(10, 20, 20, 60), 10, turned=way), Word("two", Box(1, 2, 3, 4), 10)))
    turned = turned_page(page, way)
    assert [w.turned for w in turned.words] == [0, {1: -1, -1: 1, 2: 2}[way]]
    assert turned_page(turned, {1: -1, -1: 1, 2: 2}[way]) == replace(page, words=page.words)
    assert turned_back((), page, way) == ()

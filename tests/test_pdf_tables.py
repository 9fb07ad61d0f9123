"""Tables on printed pages, in the styles that papers use, against what was printed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

import builders
from builders import Built, Rows, drawn
from extract.blocks import TableBlock
from extract.layout import lay_out
from extract.pages.ruled import ruled_grids
from ingest.pdf.reading import read_pdf
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Box, Fill, Grid, Rule, Word


def grids(data: bytes) -> list[Grid]:
    return [block.grid for block in lay_out(read_pdf(data)).blocks if isinstance(block, TableBlock)]


def rows(grid: Grid) -> tuple[tuple[str, ...], ...]:
    out = [["" for _ in range(grid.columns)] for _ in range(grid.rows)]
    for cell in grid.cells:
        out[cell.row][cell.col] = " ".join(cell.text.split())
    return tuple(map(tuple, out))


def as_tuples(truth: Rows) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in truth)


@pytest.mark.parametrize("style", builders.STYLES)
@pytest.mark.parametrize("build", [builders.crimes, builders.awards], ids=["figures", "wrapped words"])
def test_every_style_of_table_gives_its_cells(build: Callable[[str], Built], style: str) -> None:
    built = build(style)
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])
    assert grid.method == ("ruled" if style in {"boxed", "no outer uprights", "column rules"} else "aligned")


@pytest.mark.parametrize("style", [s for s in builders.STYLES if s != "column rules"])
def test_a_head_over_several_columns_spans_them(style: str) -> None:
    built = builders.group_heads(style)
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])
    spans = {c.text: (c.row_span, c.col_span) for c in grid.cells if c.row < 2}
    assert spans["2020/21"] == (1, 3)
    assert spans["Measure"] == (2, 1)


def test_cells_know_their_page_box_line_and_weight() -> None:
    (grid,) = grids(builders.crimes("boxed").data)
    cells = {c.text: c for c in grid.cells}
    head, figure = cells["Measure"], cells["6,813"]
    assert head.is_header and head.bold and not figure.is_header
    assert figure.page == 1 and figure.line == head.line + 2
    assert figure.box and head.box and figure.box.top > head.box.bottom - 0.5


def test_rag_fills_become_marks_beside_the_text() -> None:
    (grid,) = grids(builders.rag().data)
    assert [(c.text, c.mark) for c in grid.cells if c.row > 0 and c.col > 0] == [
        ("", "Green"),
        ("G", "Green"),
        ("", "Amber"),
        ("A", "Amber"),
        ("", "Red"),
        ("R", "Red"),
    ]
    assert all(c.mark is None for c in grid.cells if c.row == 0 or c.col == 0)


def test_a_table_over_pages_is_one_and_its_header_stands_once() -> None:
    built = builders.over_pages()
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])
    assert {c.page for c in grid.cells} == {1, 2}
    assert grid.page == 1


@pytest.mark.parametrize("style", [s for s in builders.STYLES if s != "boxed"])
def test_numbered_paragraphs_around_a_table_are_none_of_its_rows(style: str) -> None:
    built = builders.between_paragraphs(style)
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])


@pytest.mark.parametrize(
    "build",
    [
        builders.striped_over_pages,
        builders.titled_groups,
        builders.centred_labels,
        builders.labels_behind_figures,
        builders.cards_over_pages,
    ],
    ids=lambda b: b.__name__,
)
def test_quirks_of_layout(build: Callable[[], Built]) -> None:
    built = build()
    assert [rows(g) for g in grids(built.data)] == [as_tuples(t) for t in built.tables]


def test_the_title_of_a_group_is_no_header() -> None:
    (grid,) = grids(builders.titled_groups().data)
    assert {c.row for c in grid.cells if c.is_header} == {0}


@pytest.mark.parametrize(
    "build",
    [
        builders.prose,
        builders.two_columns,
        builders.contents,
        builders.contacts,
        builders.shaded_words,
        builders.stacked_bars,
    ],
    ids=lambda b: b.__name__,
)
def test_what_is_no_table(build: Callable[[], Built]) -> None:
    assert grids(build().data) == []


def find(found: Sequence[Grid], text: str) -> Grid:
    return next(g for g in found if any(text in " ".join(c.text.split()) for c in g.cells))


def _boxed(canvas: Canvas, rows: Rows, xs: Sequence[float], *, top: float = 700, high: float = 20) -> None:
    """A table drawn by hand: rules around all cells, each text at the left of its cell."""
    canvas.grid(list(xs), [top - high * n for n in range(len(rows) + 1)])
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            canvas.drawString(xs[c] + 4, top - high * r - 13, text)


HEADS = (
    ("Ref", "Project", "2027-28", "Service area"),
    ("1", "Street wardens", "1,204.0", "Communities"),
    ("2", "Youth club", "310.5", "Young people"),
    ("3", "Speed cameras", "88.0", "Transport"),
)


def test_heads_without_a_rule_between_them_are_parted_by_the_columns_below() -> None:
    xs = (60.0, 100.0, 220.0, 270.0, 400.0)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        _boxed(canvas, HEADS[1:], xs, top=680)
        canvas.rect(60, 680, 340, 20)
        canvas.line(100, 680, 100, 700)
        for x, text in zip(xs, HEADS[0], strict=False):
            canvas.drawString(x + 4, 687, text)

    (grid,) = grids(drawn(draw))
    assert rows(grid) == HEADS


@pytest.mark.parametrize("shaded", [False, True], ids=["bare", "totals shaded"])
def test_rules_between_cells_only_draw_the_outer_rows_and_columns_too(shaded: bool) -> None:
    """Two tables of one width below each other, each ruled inside only; a shaded row of totals has sides of its own."""
    tables = (
        (("District", "2022", "2023"), ("Calderport", "310", "284"), ("Total", "612", "595"), ("Fernley", "120", "98")),
        (
            ("Team", "Posts", "Filled"),
            ("Analysts", "12.5", "9.0"),
            ("Total", "44.1", "40.2"),
            ("Custody", "31.6", "31.2"),
        ),
    )

    def draw(canvas: Canvas) -> None:
        for table, top in zip(tables, (700, 560), strict=True):
            if shaded:
                canvas.setFillGray(0.85)
                canvas.rect(60, top - 60, 300, 20, stroke=0, fill=1)
                canvas.setFillGray(0)
            for y in (top - 20, top - 40, top - 60):
                canvas.line(60, y, 360, y)
            for x in (180, 270):
                canvas.line(x, top, x, top - 80)
            for n, row in enumerate(table):
                for x, text in zip((64, 184, 274), row, strict=True):
                    canvas.drawString(x, top - 15 - 20 * n, text)
        canvas.drawString(60, 595, "Figures in brackets are underspends.")

    found = grids(drawn(draw))
    assert [rows(grid) for grid in found] == list(tables)


def test_one_head_over_two_columns_is_not_parted() -> None:
    xs = (60.0, 160.0, 230.0, 300.0)
    body = (("Burglary", "612", "580"), ("Robbery", "88", "97"), ("Rape", "301", "322"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        _boxed(canvas, body, xs, top=680)
        canvas.rect(60, 680, 240, 20)
        canvas.line(160, 680, 160, 700)
        canvas.drawString(64, 687, "Offence")
        canvas.drawCentredString(230, 687, "Recorded crime 2020/21")

    (grid,) = grids(drawn(draw))
    assert rows(grid)[0] == ("Offence", "Recorded crime 2020/21", "")
    assert next(c.col_span for c in grid.cells if c.text.startswith("Recorded")) == 2


def test_a_row_in_one_colour_is_not_rated() -> None:
    body = (("Measure", "Now", "Before"), ("Calls", "94%", "89%"), ("Total", "94%", "89%"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.setFillColor("#c00000")
        for n in (1, 3):
            for x, wide in ((60, 100), (160, 60), (220, 60)):
                canvas.rect(x, 700 - 20 * n, wide, 20, stroke=0, fill=1)
        canvas.setFillColor("#00b050")
        canvas.rect(160, 660, 60, 20, stroke=0, fill=1)
        canvas.setFillColor("#000000")
        _boxed(canvas, body, (60, 160, 220, 280))

    (grid,) = grids(drawn(draw))
    assert [(c.text, c.mark) for c in grid.cells if c.mark] == [("94%", "Green")]


def test_a_band_in_one_colour_is_no_rating_where_there_are_no_rules() -> None:
    body = [("Core", "-59.7", "-34.8", "-39.4"), ("External", "-29.0", "22.2", "-8.8"), ("Other", "-1.4", "1.2", "3.7")]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for n, row in enumerate(body):
            canvas.setFillColor("#c00000" if n == 0 else "#ffffff")
            canvas.rect(60, 695 - 20 * n, 320, 16, stroke=0, fill=1)
            canvas.setFillColor("#000000")
            for x, text in zip((64, 164, 244, 324), row, strict=True):
                canvas.drawString(x, 700 - 20 * n, text)

    (grid,) = grids(drawn(draw))
    assert rows(grid) == tuple(body)
    assert not [c for c in grid.cells if c.mark]


@pytest.mark.parametrize("turn", [90, -90], ids=["upwards", "downwards"])
def test_turned_heads_read_as_they_are_meant(turn: int) -> None:
    heads = ("Offences recorded", "Detected")
    body = (("", "", ""), ("Burglary", "612", "80"), ("Robbery", "88", "17"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.grid([60, 160, 220, 280], [700, 600, 580, 560])
        for r, row in enumerate(body[1:], start=1):
            for c, text in enumerate(row):
                canvas.drawString((64, 164, 224)[c], 606 - 20 * r, text)
        for x, text in zip((190, 250), heads, strict=True):
            canvas.saveState()
            canvas.translate(x, 610 if turn > 0 else 690)
            canvas.rotate(turn)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    (grid,) = grids(drawn(draw))
    assert rows(grid)[0] == ("", *heads)
    assert rows(grid)[1:] == body[1:]


def test_what_is_printed_sideways_over_a_cell_is_no_part_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        _boxed(canvas, HEADS, (60.0, 100.0, 220.0, 290.0, 400.0), high=40)
        canvas.translate(90, 620)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Page 12")

    (grid,) = grids(drawn(draw))
    assert rows(grid) == HEADS


def test_a_word_too_wide_for_its_cell_is_made_whole() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.grid([60, 120, 144, 200], [700, 670, 650, 630])
        for x, y, text in (
            (64, 688, "Year"), (122, 688, "Tota"), (122, 677, "l"), (148, 688, "Cost"), (148, 677, "of"),
            (64, 656, "2019"), (122, 656, "869"), (148, 656, "1,204"), (64, 636, "2020"), (122, 636, "932"), (148, 636, "1,310"),
        ):  # fmt: skip
            canvas.drawString(x, y, text)

    (grid,) = grids(drawn(draw))
    assert rows(grid)[0] == ("Year", "Total", "Cost of")


def test_a_page_of_a_hundred_thousand_rules_takes_seconds() -> None:
    box = Box(0, 0, 1, 1)
    words = [Word("x", box, 9.0)]
    rules = [
        Rule(x0, y, x0 + 4, y) if n % 2 else Rule(x0, y, x0, y + 4)
        for n in range(100_000)
        for x0, y in [((n * 7) % 590 + 0.1, (n * 13) % 830 + 0.1)]
    ]
    fills = [
        Fill(Box(x, y, x + 8, y + 8), "#c00000") for n in range(100_000) for x, y in [((n * 11) % 580, (n * 17) % 830)]
    ]
    start = time.process_time()
    found, left = ruled_grids(words, rules, fills, 1, (595, 842))
    assert time.process_time() - start < 60
    assert found == [] and left == words


@needs_real_papers
def test_the_tables_of_a_typeset_paper() -> None:
    found = grids((REAL_PAPERS / "papers" / "typeset" / "000_w.pdf").read_bytes())
    districts = find(found, "Funding Spent")
    assert (districts.rows, districts.columns) == (12, 3)
    assert rows(districts)[-1] == ("Wyre", "£00.00", "£10,000.00")
    projects = find(found, "National Ugly Mugs Scheme")
    assert (projects.rows, projects.columns) == (4, 3)
    measures = find(found, "Public Confidence")
    assert rows(measures)[1][:6] == ("Defend Frontline Policing", "Public Confidence", "89.4%", "↑", "90.9%", "↓")
    assert [c.mark for c in measures.cells if c.row == 1 and c.text in "↑↓"] == ["Green", "Amber"]


@needs_real_papers
def test_a_table_of_a_real_report() -> None:
    (path,) = (REAL_PAPERS / "papers" / "real").glob("monthly_knife_crime*.pdf")
    boroughs = find(grids(path.read_bytes()), "Barking & Dagenham")
    assert (boroughs.rows, boroughs.columns) == (35, 11)
    assert rows(boroughs)[-1][:4] == ("Total", "846", "237", "28.0%")

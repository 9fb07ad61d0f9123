"""Signs that are drawn: their form told from the outline, in the cells of a table, and at the figure that they judge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from builders import drawn
from extract.blocks import TableBlock
from extract.layout import lay_out
from extract.pages.signs import form_of, sign_of
from extract.reading import extract
from extract.tables.headers import header_rows
from extract.tables.judgements import judgement_of
from ingest.pdf.reading import read_pdf
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Box, Cell, Drawing, Grid
from schema.reading import Known

Points = tuple[tuple[float, float], ...]

# Forms on a field of one by one, from its top-left corner; what the pen does not close is open.
BLOCK_UP: Points = ((0.5, 0), (1, 0.5), (0.7, 0.5), (0.7, 1), (0.3, 1), (0.3, 0.5), (0, 0.5))
TRIANGLE: Points = ((0.5, 0), (1, 1), (0, 1))
CHEVRON: Points = ((0, 1), (0.5, 0), (1, 1))
LINE_UP: Points = ((0.5, 1), (0.5, 0), (0.25, 0.35), (0.5, 0), (0.75, 0.35))
BARBED_UP: Points = ((0.5, 0), (1, 0.7), (0.65, 0.58), (0.65, 1), (0.35, 1), (0.35, 0.58), (0, 0.7))
FRAME_UP: Points = (*BLOCK_UP, BLOCK_UP[0], (0.5, 0.1), (0.85, 0.45), (0.62, 0.45), (0.62, 0.92), (0.38, 0.92), (0.38, 0.45), (0.15, 0.45), (0.5, 0.1))  # fmt: skip
BOTH_WAYS: Points = ((0, 0.5), (0.3, 0), (0.3, 0.3), (0.7, 0.3), (0.7, 0), (1, 0.5), (0.7, 1), (0.7, 0.7), (0.3, 0.7), (0.3, 1))  # fmt: skip
TICK: Points = ((0, 0.6), (0.35, 1), (1, 0))
FAT_TICK: Points = ((0, 0.62), (0.12, 0.5), (0.36, 0.75), (0.88, 0), (1, 0.1), (0.38, 1))
CROSS: Points = ((0, 0.15), (0.15, 0), (0.5, 0.35), (0.85, 0), (1, 0.15), (0.65, 0.5), (1, 0.85), (0.85, 1), (0.5, 0.65), (0.15, 1), (0, 0.85), (0.35, 0.5))  # fmt: skip
SPOT: Points = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))
UP_RIGHT: Points = ((1, 0), (1, 0.6), (0.8, 0.4), (0.28, 0.92), (0.08, 0.72), (0.6, 0.2), (0.4, 0))


def turned(points: Points, quarters: int) -> Points:
    """The points turned by quarters to the right."""
    for _ in range(quarters):
        points = tuple((1 - y, x) for x, y in points)
    return points


FORMS = {
    "block arrow": (BLOCK_UP, True, "↑→↓←"),
    "triangle": (TRIANGLE, True, "↑→↓←"),
    "chevron": (CHEVRON, False, "↑→↓←"),
    "arrow of lines": (LINE_UP, False, "↑→↓←"),
    "arrow with barbs": (BARBED_UP, True, "↑→↓←"),
    "outline of an arrow with its inner edge": (FRAME_UP, True, "↑→↓←"),
    "both ways": (BOTH_WAYS, True, "↔↕↔↕"),
    "slanted": (UP_RIGHT, True, "↗↘↙↖"),
    "tick of strokes": (TICK, False, "✓   "),
    "tick with an edge": (FAT_TICK, True, "✓   "),
    "cross": (CROSS, True, "✗✗✗✗"),
    "spot": (SPOT, True, "●●●●"),
}


def drawing(
    points: Points, *, filled: bool = True, size: float = 10.0, at: tuple[float, float] = (100.0, 200.0)
) -> Drawing:
    outline = tuple((at[0] + size * x, at[1] + size * y) for x, y in points)
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return Drawing(Box(min(xs), min(ys), max(xs), max(ys)), "#000000", outline, filled)


@pytest.mark.parametrize(("points", "filled", "signs"), FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("quarters", range(4))
def test_a_form_and_its_turns(points: Points, filled: bool, signs: str, quarters: int) -> None:
    expected = signs[quarters].strip() or None
    assert form_of(drawing(turned(points, quarters), filled=filled)) == expected


@given(
    st.sampled_from([(p, f, s[0]) for p, f, s in FORMS.values()]),
    st.floats(4, 50),
    st.tuples(st.floats(0, 800), st.floats(0, 800)),
    st.integers(0, 11),
)
def test_size_place_and_starting_point_do_not_count(
    form: tuple[Points, bool, str], size: float, at: tuple[float, float], start: int
) -> None:
    points, filled, expected = form
    if filled and points is not FRAME_UP:
        start %= len(points)
        points = (*points[start:], *points[:start])
    assert form_of(drawing(points, filled=filled, size=size, at=at)) == expected


DOUBTFUL: dict[str, Points] = {
    "box": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "line of a chart": ((0, 0.7), (0.25, 0.2), (0.5, 0.6), (0.75, 0.3), (1, 0.5)),
    "house": ((0.5, 0), (1, 0.4), (1, 1), (0, 1), (0, 0.4)),
    "folded corner": ((0, 0), (1, 0), (1, 1)),
    "half circle": ((0, 1), (0.07, 0.6), (0.3, 0.1), (0.5, 0), (0.7, 0.1), (0.93, 0.6), (1, 1)),
    "letter L": ((0, 0), (0.2, 0), (0.2, 0.8), (1, 0.8), (1, 1), (0, 1)),
    "star": ((0.5, 0), (0.6, 0.38), (1, 0.38), (0.7, 0.6), (0.8, 1), (0.5, 0.75), (0.2, 1), (0.3, 0.6), (0, 0.38), (0.4, 0.38)),
    "two points": ((0, 0), (1, 1)),
    "nothing": (),
}  # fmt: skip


@pytest.mark.parametrize("points", DOUBTFUL.values(), ids=DOUBTFUL)
def test_in_doubt_a_form_is_none(points: Points) -> None:
    outline = points or ((0.0, 0.0),)
    assert form_of(Drawing(drawing(outline).box, "#000000", drawing(points).outline if points else ())) is None


@pytest.mark.parametrize("size", [1.5, 200.0], ids=["blot", "picture"])
def test_what_is_too_small_or_too_large_is_no_sign(size: float) -> None:
    assert form_of(drawing(BLOCK_UP, size=size)) is None


def test_one_sign_in_a_cell() -> None:
    arrow, elsewhere = drawing(BLOCK_UP), drawing(BLOCK_UP, at=(140.0, 200.0))
    assert sign_of([arrow, drawing(BLOCK_UP, filled=False)]) == "↑"
    assert sign_of([arrow, elsewhere]) is None, "the markers of a chart"
    assert sign_of([drawing(((0, 0), (1, 1)), filled=False), drawing(((1, 0), (0, 1)), filled=False)]) == "✗"
    assert sign_of([]) is None


# A table of measures: its last two columns have nothing but what is drawn in them, a head included.
_TOP, _ROW, _COLUMNS = 640.0, 24.0, (60.0, 220.0, 300.0, 380.0, 430.0, 480.0)
_MEASURES = (
    ("Recorded crime", "Last year", "This year", "RAG"),
    ("Burglary", "1,204", "1,310", ""),
    ("Robbery", "210", "188", ""),
    ("Vehicle crime", "305", "305", ""),
)
_SHADES = ("#c00000", "#00b050", "#ffc000")


def _path(canvas: Canvas, points: Points, x: float, top: float, size: float) -> None:
    path = canvas.beginPath()
    for n, (px, py) in enumerate(points):
        (path.lineTo if n else path.moveTo)(x + size * px, top - size * py)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _measures(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 9)
    for n, shade in enumerate(_SHADES, start=1):
        canvas.setFillColor(shade)
        canvas.rect(_COLUMNS[3], _TOP - _ROW * (n + 1), 50, _ROW, stroke=0, fill=1)
    canvas.setFillColor("#000000")
    canvas.grid(_COLUMNS, [_TOP - _ROW * n for n in range(5)])
    for r, row in enumerate(_MEASURES):
        for c, text in enumerate(row):
            canvas.drawString(_COLUMNS[c] + 4, _TOP - _ROW * r - 15, text)
    for n, points in enumerate((BLOCK_UP, turned(BLOCK_UP, 2), turned(BLOCK_UP, 1)), start=1):
        _path(canvas, points, 448, _TOP - _ROW * n - 6, 12)


@pytest.fixture(scope="module")
def measures() -> Grid:
    blocks = lay_out(read_pdf(drawn(_measures), engine="pdfium")).blocks
    (grid,) = [b.grid for b in blocks if isinstance(b, TableBlock)]
    return grid


def test_drawn_arrows_and_colours_are_marks_beside_the_text(measures: Grid) -> None:
    assert (measures.rows, measures.columns) == (4, 5)
    assert [(c.text, c.mark) for c in measures.cells if c.row and c.col >= 3] == [
        ("", "Red"), ("", "↑"), ("", "Green"), ("", "↓"), ("", "Amber"), ("", "→"),
    ]  # fmt: skip
    assert all(c.mark is None for c in measures.cells if c.col < 3 or not c.row)


def test_colour_and_arrow_judge_the_figure_of_now() -> None:
    reading = extract(read_pdf(drawn(_measures), engine="pdfium"), Known(force="kent"))
    found = {(o.label, o.value): (o.rag, o.direction) for o in reading.observations}
    assert found[("Burglary", 1310)] == ("Red", "up")
    assert found[("Robbery", 188)] == ("Green", "down")
    assert found[("Vehicle crime", 305)] == ("Amber", "level")
    assert found[("Burglary", 1204)] == (None, None)


def _summary(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 9)
    xs = (60.0, 220.0, 270.0, 320.0, 370.0)
    canvas.setFillColor("#c00000")
    canvas.rect(220, 616, 50, 24, stroke=0, fill=1)
    canvas.setFillColor("#000000")
    canvas.grid(xs, [640, 616, 592, 568])
    rows = (("", "R", "", ""), ("Adult services", "3", "2", "4"), ("Highways", "1", "5", "2"))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            canvas.drawString(xs[c] + 20, 640 - 24 * r - 15, text)
    _path(canvas, turned(BLOCK_UP, 2), 290, 634, 12)
    canvas.setFillColor("#ffffff")
    canvas.setStrokeColor("#ffffff")
    _path(canvas, BLOCK_UP, 340, 634, 12)


def test_a_column_under_a_drawn_head_stays_a_column() -> None:
    blocks = lay_out(read_pdf(drawn(_summary), engine="pdfium")).blocks
    (grid,) = [b.grid for b in blocks if isinstance(b, TableBlock)]
    assert [(c.text, c.mark) for c in grid.cells if c.row == 0 and c.col > 0] == [
        ("R", "Red"), ("", "↓"), ("", None),
    ], "what is drawn in white on white is not seen"  # fmt: skip
    assert [c.text for c in grid.cells if c.row == 2] == ["Highways", "1", "5", "2"]


def _cell(text: str, mark: str | None) -> Cell:
    return Cell(row=1, col=1, text=text, page=1, mark=mark)


@pytest.mark.parametrize(
    ("text", "mark", "rag", "direction"),
    [
        ("GREEN", None, "Green", None),
        ("", "↑", None, "up"),
        ("RED", "Red ↓", "Red", "down"),
        ("↑", "Amber", "Amber", "up"),
        ("R ⇩", None, "Red", "down"),
        ("12%", "Red", "Red", None),
        ("Red Lion Street", "→", None, "level"),
    ],
)
def test_what_a_cell_says_of_a_figure(text: str, mark: str | None, rag: str | None, direction: str | None) -> None:
    found = judgement_of(_cell(text, mark))
    assert found is not None and (found.rag, found.direction) == (rag, direction)


@pytest.mark.parametrize(("text", "mark"), [("", None), ("Red Lion Street", None), ("12%", "✓"), ("1,204", "●")])
def test_a_cell_that_judges_nothing(text: str, mark: str | None) -> None:
    assert judgement_of(_cell(text, mark)) is None


@needs_real_papers
@pytest.mark.parametrize(
    ("page", "find", "marks"),
    [
        (3, "Governance and Law", [None, "Green", "Amber", "Red", "↑", "→", "↓"]),
        (4, "DoT", [None, "Green", "Green", "↓"]),
    ],
)
def test_the_arrows_of_a_real_report(page: int, find: str, marks: list[str | None]) -> None:
    (path,) = (REAL_PAPERS / "papers" / "real").glob("QPR_Q3*.pdf")
    document = read_pdf(path.read_bytes(), engine="pdfium")
    grid = next(
        b.grid
        for b in lay_out(document).blocks
        if isinstance(b, TableBlock) and b.grid.page == page and any(find in c.text for c in b.grid.cells)
    )
    row = 0 if page == 3 else header_rows(grid)[0]
    assert [c.mark for c in sorted(grid.cells, key=lambda c: c.col) if c.row == row] == marks

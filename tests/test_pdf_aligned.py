"""Tables without upright rules: in generated styles against their truth, and rule by rule on words put where a page has them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

import builders
from benchmarks.printed import KINDS
from benchmarks.printing import by_reportlab
from benchmarks.styles import HELD_OUT, TUNING, Style, mixed, tables_of
from extract.blocks import TableBlock
from extract.layout import lay_out
from extract.pages.aligned import aligned_grids
from extract.pages.lines import lines_of
from extract.pages.order import regions_of
from ingest.pdf.reading import read_pdf
from schema.document import Box, Drawing, Grid, Word

LINE = 11.0
SIZE = 9.0


def printed(rows: Sequence[Sequence[tuple[float, str]]], *, pitch: float = 16.0, top: float = 100.0) -> list[Word]:
    """Words at given x, a row below the other; ``pitch`` is how far apart they stand. A text in ``**`` is bold."""
    words = []
    for number, row in enumerate(rows):
        for x, text in row:
            at = x
            for part in text.strip("*").split():
                width = 0.5 * SIZE * len(part)
                y = top + number * pitch
                words.append(Word(part, Box(at, y, at + width, y + SIZE), SIZE, bold=text.startswith("**")))
                at += width + 0.28 * SIZE
    return words


def table(words: Sequence[Word]) -> Grid:
    (grid,), _ = aligned_grids(lines_of(words), (), (), 1)
    return grid


def texts(grid: Grid) -> list[list[str]]:
    rows = [["" for _ in range(grid.columns)] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = " ".join(cell.text.split())
    return rows


def grids_of(data: bytes) -> list[Grid]:
    return [block.grid for block in lay_out(read_pdf(data)).blocks if isinstance(block, TableBlock)]


@pytest.mark.parametrize(
    "style",
    [s for s in (*TUNING, *HELD_OUT) if s.producer == "reportlab" and s.name in {
        "frame-only", "rows", "three-line", "bare", "bare-tight", "bare-left", "bare-centre", "zebra", "two-columns", "landscape",
        "head-rule", "plain-heads", "columns-shaded",
    }],
    ids=lambda s: s.name,
)  # fmt: skip
def test_generated_styles_give_nearly_every_row(style: Style) -> None:
    made = tables_of(style)
    data = by_reportlab(style, made, Random(style.seed))
    assert data
    rows = {tuple("".join(t.split()) for t in row if t) for grid in grids_of(data) for row in texts(grid)}
    truth = [tuple("".join(t.split()) for t in row if t) for one in made for row in one.texts]
    found = sum(row in rows for row in truth)
    assert found >= 0.9 * len(truth)


@pytest.mark.parametrize("style", [s for s in (*TUNING, *HELD_OUT) if s.prose_only], ids=lambda s: s.name)
def test_papers_of_prose_have_no_tables(style: Style) -> None:
    data = by_reportlab(style, [], Random(style.seed))
    assert data
    assert grids_of(data) == []


def test_a_style_and_its_figures_are_always_the_same() -> None:
    assert mixed(7) == mixed(7) != mixed(8)
    assert tables_of(mixed(7)) == tables_of(mixed(7))
    assert {kind for style in (*TUNING, *HELD_OUT) for kind in style.kinds} <= KINDS.keys()
    assert not {s.name for s in TUNING} & {s.name for s in HELD_OUT}


def test_heads_in_three_levels_span_their_columns() -> None:
    figures = [[(60, place), *((160 + 40 * i, f"{n}{i}") for i in range(4))] for n, place in enumerate("ABCD", start=1)]
    rows = [
        [(60, "**District**"), (178, "**Offences**"), (258, "**Charges**")],
        [(160, "**2021**"), (200, "**2022**"), (240, "**2021**"), (280, "**2022**")],
        *figures,
    ]
    grid = table(printed(rows))
    spans = {(c.text, c.col): (c.row, c.row_span, c.col_span) for c in grid.cells if c.row < 2}
    assert spans["Offences", 1] == (0, 1, 2)
    assert spans["Charges", 3] == (0, 1, 2)
    assert spans["District", 0] == (0, 2, 1)
    assert spans["2022", 4] == (1, 1, 1)


def test_a_head_between_two_levels_is_that_of_its_column_alone() -> None:
    upper = printed(
        [[(160, "2020/21"), (260, "2021/22")], [(140, "Plan"), (190, "Spent"), (240, "Plan"), (290, "Spent")]]
    )
    between = printed([[(60, "Area of spending")]], top=108.0)
    below = printed(
        [[(60, name), (140, "1.5"), (190, "2.5"), (240, "3.5"), (290, "4.5")] for name in ("Fuel", "Pay", "Rent")],
        top=132.0,
    )
    grid = table([*upper, *between, *below])
    head = next(c for c in grid.cells if c.text == "Area of spending")
    assert (head.row, head.row_span) == (0, 2)
    assert texts(grid)[2] == ["Fuel", "1.5", "2.5", "3.5", "4.5"]


def test_wrapped_lines_as_close_as_rows_are_told_by_what_they_hold() -> None:
    rows = [
        [(60, "Ref"), (100, "Project"), (260, "Amount")],
        [(60, "G1"), (100, "Mentors for young people"), (260, "£300")],
        [(100, "who left care")],
        [(60, "G2"), (100, "Property marking"), (260, "£4,100")],
        [(60, "G3"), (100, "Counselling for children"), (260, "£250")],
        [(100, "who saw violence")],
    ]
    assert texts(table(printed(rows, pitch=LINE))) == [
        ["Ref", "Project", "Amount"],
        ["G1", "Mentors for young people who left care", "£300"],
        ["G2", "Property marking", "£4,100"],
        ["G3", "Counselling for children who saw violence", "£250"],
    ]


def test_labels_in_the_middle_of_wrapped_cells_are_of_their_row() -> None:
    texts_of_rows = [
        ("Mentors for young", "people in care"),
        ("Locks for homes", "burgled twice"),
        ("Lights for the", "canal path"),
    ]
    words: list[Word] = printed([[(60, "No."), (100, "Project"), (220, "Sum")]])
    for n, lines in enumerate(texts_of_rows):
        top = 120.0 + 34.0 * n
        words += printed([[(100, line)] for line in lines], pitch=LINE, top=top)
        words += printed([[(60, str(n + 1)), (220, f"£{n + 1},500")]], top=top + LINE / 2)
    assert texts(table(words))[1:] == [
        ["1", "Mentors for young people in care", "£1,500"],
        ["2", "Locks for homes burgled twice", "£2,500"],
        ["3", "Lights for the canal path", "£3,500"],
    ]


def test_figures_in_narrow_columns_are_cells_of_their_own() -> None:
    rows = [[(60, "Year"), (100, "Apr"), (122, "May"), (144, "Jun")]]
    rows += [[(60, f"20{n}"), (100, "1204"), (122, "2310"), (144, "1999")] for n in range(15, 19)]
    assert texts(table(printed(rows)))[1] == ["2015", "1204", "2310", "1999"]


@pytest.mark.parametrize(
    "rows",
    [
        [[(60, "1"), (90, "Apologies for absence")], [(60, "2"), (90, "Minutes of the last meeting")], [(60, "3"), (90, "Any other business")]],
        [[(60, "•"), (80, "to note the report")], [(60, "•"), (80, "to agree the plan")], [(60, "•"), (80, "to thank the staff")]],
        [[(60, "4"), (90, "Training of members"), (400, "7 - 24")], [(60, "5"), (90, "Register of risks")], [(60, "6"), (90, "Future meetings")]],
        [[(60, "Thursday"), (300, "Ask for:"), (380, "Jo Marsh")], [(300, "Telephone:"), (380, "01632 960 001")], [(300, "Email:"), (380, "jo@example.org")]],
    ],
    ids=["numbered", "bullets", "agenda", "letterhead"],
)  # fmt: skip
def test_lists_agendas_and_letterheads_are_no_tables(rows: list[list[tuple[float, str]]]) -> None:
    assert aligned_grids(lines_of(printed(rows)), (), (), 1)[0] == []


def test_a_column_of_prose_with_a_table_in_it_is_read_on_its_own() -> None:
    sentence = "Numbers fell in the summer and rose again in autumn"
    left = printed([[(60, sentence)]] * 20, pitch=13.0)
    right = printed([[(310, sentence)]] * 12, pitch=13.0) + printed(
        [[(310, "Fuel"), (480, "1,200")], [(310, "Pay"), (480, "3,400")], [(310, "Rent"), (480, "900")]], top=270.0
    )
    one, two = regions_of([*left, *right])
    assert {line.box.x0 < 300 for line in one.lines} == {True}
    assert {line.box.x0 < 300 for line in two.lines} == {False}
    assert texts(table([w for line in two.lines for w in line.words])) == [
        ["Fuel", "1,200"],
        ["Pay", "3,400"],
        ["Rent", "900"],
    ]


def test_the_shade_behind_heads_is_no_table_of_its_own() -> None:
    (grid,) = grids_of(builders.crimes("striped").data)
    assert texts(grid)[0] == list(builders.CRIMES[0])


def test_tables_beside_each_other_are_read_one_after_the_other() -> None:
    left = printed([[(60, "District"), (160, "Crimes")], *[[(60, f"Ward {n}"), (160, f"{n}17")] for n in range(1, 15)]])
    right = printed(
        [[(300, "Team"), (420, "Posts")], *[[(300, f"Unit {n}"), (420, f"{n}4.5")] for n in range(1, 13)]], pitch=19
    )
    grids = [grid for region in regions_of([*left, *right]) for grid in aligned_grids(region.lines, (), (), 1)[0]]
    assert [texts(grid)[-1] for grid in grids] == [["Ward 14", "1417"], ["Unit 12", "124.5"]]


def test_cells_centred_against_wrapped_ones_keep_step() -> None:
    """Both lines of the wrapped cells stand beside none of the figures, which belong to them all the same."""
    words = []
    for n in range(1, 9):
        words += printed(
            [[(60, f"Ward {n}"), (160, "2 officers")], [(60, "north"), (160, "and staff")]], pitch=10, top=100 + 26 * n
        )
        words += printed([[(300, "Harbour"), (420, f"{n}17")]], top=105 + 26 * n)
    assert len(regions_of(words)) == 1


@pytest.mark.parametrize(
    "below", ["Base: residents who answered.", "Table 4: how safe residents feel", "Source: the survey of 2023"]
)
def test_what_stands_under_a_table_is_no_row_of_it(below: str) -> None:
    rows = [[(60, f"Ward {n}"), (180, f"{n}1.5%"), (300, f"{n}2.5%")] for n in range(1, 7)]
    assert texts(table(printed([*rows, [(60, below)]], pitch=10)))[-1] == ["Ward 6", "61.5%", "62.5%"]


def test_heads_of_groups_leave_the_columns_as_wide_as_their_own_heads() -> None:
    """The head of four columns stands over the middle of two of them, where one of their gaps is."""
    heads = [[(60, "District"), (256, "Offences")], [(231, "2021"), (320, "2022")]]
    own = [(202, "H1"), (248, "H2"), (292, "H1"), (338, "H2")]
    rows = [
        [(60, f"Ward {n}"), (196, f"{n},21"), (238, f"{n}79"), (280, f"{n}4"), (324, f"{n},06")] for n in range(1, 9)
    ]
    found = texts(table(printed([*heads, own, *rows], pitch=12)))
    assert found[-1] == ["Ward 8", "8,21", "879", "84", "8,06"]


def test_two_whole_rows_are_never_one() -> None:
    """Labels that wrap at the pitch of the rows, printed to the whole pixel: figures under figures part them."""
    words = []
    y = 100.0
    for n, more in enumerate((2, 1, 3, 2, 1, 2), start=1):
        words += printed([[(60, f"Measure {n}"), (200, f"{n}1.5%"), (300, f"{n}4")]], top=y)
        words += printed([[(60, "as told by it")] for _ in range(more)], pitch=10.2 if n % 2 else 10, top=y + 10)
        y += 10.3 * (more + 1)
    assert [row[1:] for row in texts(table(words))] == [[f"{n}1.5%", f"{n}4"] for n in range(1, 7)]


def test_heads_of_narrow_columns_over_a_single_row_are_parted() -> None:
    years = [(60, "Area"), (216, "2021/22"), (324, "2022/23")]
    heads = [(184, "Budget"), (223, "Outturn"), (266, "Gap"), (292, "Budget"), (331, "Outturn"), (374, "Gap")]
    row = [
        (60, "Net budget"),
        (184, "8,491"),
        (226, "7,398"),
        (264, "3,27"),
        (292, "4,443"),
        (333, "1,589"),
        (372, "4,28"),
    ]
    found = texts(table(printed([years, heads, row], pitch=14)))
    assert found[-2:] == [["", *(text for _, text in heads)], [text for _, text in row]]


def test_narrow_heads_beside_a_clear_gap_are_parted() -> None:
    heads = [(160, "Driver"), (191, "Passenger"), (236, "Pedestrian"), (340, "Total")]
    rows = [[(60, f"201{n}"), (170, f"{n}8"), (215, f"{n}3"), (262, f"{n}4"), (346, f"{n}54")] for n in range(1, 6)]
    assert texts(table(printed([heads, *rows])))[0] == ["", "Driver", "Passenger", "Pedestrian", "Total"]


def test_a_place_to_sign_is_no_table() -> None:
    signed = [[(60, "Signature"), (240, "Name"), (400, "Date")], [(60, "Director"), (240, "………………"), (400, "………………")]]
    signed.append([(60, "Chair"), (240, "………………"), (400, "………………")])
    assert aligned_grids(lines_of(printed(signed)), (), (), 1)[0] == []


def test_a_long_text_in_a_column_that_is_known_does_not_end_the_table() -> None:
    rows = [[(60, "Status"), (150, "Director"), (260, "Company")]]
    rows += [
        [(60, "Officer" if n == 1 else ""), (150, f"Name {'ABCDEFG'[n]}"), (260, "Museums Trust")] for n in range(1, 5)
    ]
    rows += [
        [(260, "Centre for the development of the region and of its towns")],
        [(150, "Name H"), (260, "Arts Centre")],
    ]
    found = texts(table(printed([[cell for cell in row if cell[1]] for row in rows], pitch=11)))
    assert found[0] == ["Status", "Director", "Company"]
    assert found[-1] == ["", "Name H", "Arts Centre"]


def test_arrows_drawn_in_cells_without_rules_are_their_marks() -> None:
    """One beside a figure, one in a cell of its own."""
    rows = [[(60, "Measure"), (200, "Rate"), (300, "Direction")]]
    rows += [[(60, f"Offences {n}"), (200, f"{n}2.5%")] for n in range(1, 5)]

    def arrow(x: float, y: float) -> Drawing:
        points = (
            (x + 5, y),
            (x + 10, y + 5),
            (x + 7, y + 5),
            (x + 7, y + 10),
            (x + 3, y + 10),
            (x + 3, y + 5),
            (x, y + 5),
        )
        return Drawing(Box(x, y, x + 10, y + 10), "#000000", points)

    drawings = [arrow(310, 100 + 16 * 2 - 0.5), arrow(230, 100 + 16 * 4 - 0.5)]
    (grid,), _ = aligned_grids(lines_of(printed(rows)), (), (), 1, drawings)
    assert {(c.row, c.col): c.mark for c in grid.cells if c.mark} == {(2, 2): "↑", (4, 1): "↑"}


def test_the_title_of_a_group_may_be_wider_than_its_column() -> None:
    rows = [[(60, "Area"), (150, "Plan"), (260, "Actual"), (380, "Gap")]]
    for n, name in enumerate(("Pensions", "Energy", "Training", "Fuel"), start=2):
        if n == 3:
            rows.append([(60, "Employees and all premises")])
        rows.append([(60, name), (146, f"{n},897.9"), (260, f"{n},637.2"), (380, f"{n}.4")])
    found = texts(table(printed(rows)))
    assert found[0] == ["Area", "Plan", "Actual", "Gap"]
    assert found[3:] == [[text for _, text in row] for row in rows[3:]]

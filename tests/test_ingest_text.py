"""Text and Markdown files as flows of lines and grids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_with_its_length
from ingest.text.reading import read_text
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Document, Grid, Line
from schema.errors import Unreadable


def read(text: str | bytes) -> Document:
    return read_text(text if isinstance(text, bytes) else text.encode())


def flow(text: str) -> tuple[Line | Grid, ...]:
    return read(text).pages[0].flow


def lines(text: str) -> list[Line]:
    return [found for found in flow(text) if isinstance(found, Line)]


def grids(text: str) -> list[Grid]:
    return [found for found in flow(text) if isinstance(found, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append(cell.text)
    return rows


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("## **POLICE AND CRIME PANEL**", Line("POLICE AND CRIME PANEL", 1, heading=2, bold=True)),
        ("#### 4 RESOURCES ####", Line("4 RESOURCES", 1, heading=4)),
        ("Performance\n===========", Line("Performance", 1, heading=1)),
        ("Performance\n-----------", Line("Performance", 1, heading=2)),
        ("#noexcuseforabuse was launched", Line("#noexcuseforabuse was launched", 1)),
        ("**Notes:**", Line("Notes:", 1, bold=True)),
        ("- 3.1 The Constabulary has", Line("3.1 The Constabulary has", 1, bullet=True)),
        ("  - Support Services", Line("Support Services", 1, bullet=True)),
        ("• Recruitment", Line("Recruitment", 1, bullet=True)),
        ("\uf0b7 Recruitment", Line("Recruitment", 1, bullet=True)),
        (r"\*\* Figures for 1 April '14", Line("** Figures for 1 April '14", 1)),
        ("* 9 months to December 2014.", Line("* 9 months to December 2014.", 1)),
        ("> Quoted words", Line("Quoted words", 1)),
        ("> 90% of calls", Line("> 90% of calls", 1)),
        ("\tIndented words", Line("Indented words", 1)),
        ("5.1\tThe panel notes the report.", Line("5.1 The panel notes the report.", 1)),
        ("30\u00a0June\u200b 2020\x07", Line("30 June 2020", 1)),
        ("2001 \uf02d 2002", Line("2001 – 2002", 1)),
    ],
)
def test_one_line(source: str, line: Line) -> None:
    assert flow(source) == (line,)


@pytest.mark.parametrize("source", ["", "\n\n", "---", "* * *", "```\n```", "![](picture.png)", "<!-- a\n comment -->"])
def test_nothing_printed(source: str) -> None:
    assert flow(source) == ()


def test_lines_have_their_number_in_the_file_and_what_parts_them() -> None:
    found = lines("one\r\n\r\ntwo\rthree\n<!-- gone\n gone -->\nlast")
    assert [(line.text, line.number, line.blank_before) for line in found] == [
        ("one", 1, False),
        ("two", 3, True),
        ("three", 4, False),
        ("last", 7, True),
    ]


def test_stars_are_bullets_in_company() -> None:
    found = lines("* one\n* two\n\ntext\n\n* a note")
    assert [(line.text, line.bullet) for line in found] == [
        ("one", True),
        ("two", True),
        ("text", False),
        ("* a note", False),
    ]


@pytest.mark.parametrize(
    ("source", "soft"),
    [
        ("**POLICE & CRIME\nCOMMISSIONER**", True),
        ("The Panel considered a report of the Leicestershire Police and Crime\nCommissioner.", True),
        ("The report of the\ncommissioner", True),
        ("Cllr. J. Boyce\nCllr. M. Graham", False),
        ("The report was noted.\nthe next item", False),
        ("Some long words that fill the line up to where it is wrapped\n2. The next paragraph", False),
        ("# A heading\nwords", False),
    ],
)
def test_a_line_that_goes_on_the_one_above_is_soft(source: str, soft: bool) -> None:
    assert lines(source)[1].soft is soft


def test_tab_separated_table() -> None:
    (grid,) = grids("District\tSpent\tAvailable\nBurnley\t£4517.33\t£5,482.67\n<b>Wyre</b>\t\t£10,000.00\n")
    assert (grid.method, grid.line, grid.header_rows) == ("tsv", 1, None)
    assert texts(grid) == [
        ["District", "Spent", "Available"],
        ["Burnley", "£4517.33", "£5,482.67"],
        ["Wyre", "", "£10,000.00"],
    ]
    assert [(cell.row, cell.line) for cell in grid.cells if cell.bold] == [(2, 3)]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        pytest.param(
            "Apr\tMay\tJun\n1\t2\t3\t\n4\t\t\t",
            [["Apr", "May", "Jun"], ["1", "2", "3"], ["4", "", ""]],
            id="trailing empty columns are not seen",
        ),
        pytest.param("\tA\tB\n\tx\t1", [["A", "B"], ["x", "1"]], id="indented"),
        pytest.param("Name\tSpent\tLeft\nWyre\t1", [["Name", "Spent", "Left"], ["Wyre", "1", ""]], id="short row"),
        pytest.param(
            "Area\tProject\nWyre\t<ul><li>one\n<li>two</ul>\nFylde\tthree",
            [["Area", "Project"], ["Wyre", "one\ntwo"], ["Fylde", "three"]],
            id="open markup runs over lines",
        ),
        pytest.param(
            "Area\tWhy\tSum\nWyre\ta service for\nyoung people\t£5\nFylde\tother\t£6",
            [["Area", "Why", "Sum"], ["Wyre", "a service for\nyoung people", "£5"], ["Fylde", "other", "£6"]],
            id="a cell broken in mid-sentence",
        ),
        pytest.param(
            "Area\tWhy\nWyre\ta service for\nyoung people\nFylde\tother",
            [["Area", "Why"], ["Wyre", "a service for\nyoung people"], ["Fylde", "other"]],
            id="a last cell that goes on",
        ),
        pytest.param(
            "Name\tSum\nBurnley and\nPendle\t£3",
            [["Name", "Sum"], ["Burnley and\nPendle", "£3"]],
            id="a first cell that goes on",
        ),
    ],
)
def test_rows_of_tabs(source: str, rows: list[list[str]]) -> None:
    (grid,) = grids(source)
    assert texts(grid) == rows
    assert grid.columns == len(rows[0])


@pytest.mark.parametrize(
    "group", ["Violent crime", "**Violent crime**", "<p><b>Notes:</b></p> <p>Long words.</p>", "<p>Note</p>\t\t"]
)
def test_a_row_across_the_table(group: str) -> None:
    (grid,) = grids(f"Offence\t2014\t2015\n{group}\nRobbery\t1\t2")
    (wide,) = [cell for cell in grid.cells if cell.row == 1]
    assert (wide.col_span, grid.rows, grid.columns) == (3, 3, 3)


@pytest.mark.parametrize(
    "between",
    [
        "",
        "The table below shows the rest:",
        "5.2 The panel is asked to note the following.",
        "Here is a sentence that stands between them.",
    ],
)
def test_blank_lines_and_sentences_part_tables(between: str) -> None:
    assert len(grids(f"A\tB\n1\t2\n{between}\nC\tD\n3\t4")) == 2


def test_numbered_paragraphs_with_tabs_are_no_table() -> None:
    found = flow("1.\tThe Panel is asked to note the report.\n2.\tThe report covers the first quarter of the year.")
    assert [line.text for line in found if isinstance(line, Line)] == [
        "1. The Panel is asked to note the report.",
        "2. The report covers the first quarter of the year.",
    ]


@pytest.mark.parametrize(
    ("source", "rows", "header_rows"),
    [
        ("| Year | Gap |\n|---|---:|\n| 2015/16 | £1.7M |", [["Year", "Gap"], ["2015/16", "£1.7M"]], 1),
        ("- | | |\n|---|---|\n| 2015/16 | £1.7M |", [["2015/16", "£1.7M"]], 0),
        ("Year | Gap\n--- | ---\n2015 | a<br>b", [["Year", "Gap"], ["2015", "a\nb"]], 1),
        ("| a \\| b | c |\n| d | e |", [["a | b", "c"], ["d", "e"]], None),
    ],
)
def test_pipe_table(source: str, rows: list[list[str]], header_rows: int | None) -> None:
    (grid,) = grids(source)
    assert (grid.method, texts(grid), grid.header_rows) == ("pipe", rows, header_rows)


def test_a_pipe_in_a_sentence_is_no_table() -> None:
    assert grids("{ PAGE } | Page\n\nthe next") == []


def test_html_table_in_markdown() -> None:
    source = "Before\n\n<table><tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2</td></tr></table> after\nnext"
    (grid,) = grids(source)
    assert (grid.method, grid.line, grid.header_rows, texts(grid)) == ("html", 3, 1, [["A", "B"], ["1", "2"]])
    assert [line.text for line in lines(source)] == ["Before", "after", "next"]
    assert len({line.number for line in lines(source)}) == 3


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        ("£20,000 – 5".encode(), False),
        ("\ufeff£20,000 – 5".encode(), False),
        ("\ufeff£20,000 – 5".encode("utf-16-le"), False),
        ("\ufeff£20,000 – 5".encode("utf-16-be"), False),
        ("£20,000 – 5".encode("cp1252"), True),
        ("£20,000 ".encode() + "– 5".encode("cp1252"), True),
        ("£20,000 - 5".encode("utf-16-le"), True),
        ("£20,000 – 5".encode().decode("cp1252").encode(), False),
        ("ÂŁ20,000 - 5".encode(), False),
    ],
)
def test_encodings(data: bytes, guessed: bool) -> None:
    document = read(data)
    (line,) = document.pages[0].flow
    assert isinstance(line, Line)
    assert line.text.replace("–", "-") == "£20,000 - 5"
    assert [problem.code for problem in document.problems] == ["encoding_guessed"] * guessed


def test_a_picture_is_a_problem_with_its_line() -> None:
    (problem,) = read("Chart 1\n\n![](chart.png)").problems
    assert (problem.code, problem.line) == ("figure_without_data", 3)


@pytest.mark.parametrize("unit", ["Crime fell by 5%. ", "x", "£5\t", "<p>a</p>", "| a ", "**a ", "["])
def test_a_text_that_has_lost_its_line_ends_is_cut(unit: str) -> None:
    document = read("Title\n" + unit * (900_000 // len(unit)))
    assert [(problem.code, problem.line) for problem in document.problems] == [("long_line", 2)]
    found = document.pages[0].flow
    assert all(isinstance(line, Line) and len(line.text) <= 5_000 for line in found)
    assert sum(len(line.text) for line in found if isinstance(line, Line)) > 100_000
    assert grows_with_its_length(lambda length: read("Title\n" + unit * (length // len(unit))), 100_000)


def test_one_line_of_five_megabytes_is_no_paper() -> None:
    with pytest.raises(Unreadable, match=r"line 1 has 5,000,000 characters"):
        read("x" * 5_000_000)


@pytest.mark.parametrize("line", ["\tindented words\n", "  Burglary    in words\n", "Area   Crimes\n"])
def test_many_lines_like_rows_take_no_longer_than_their_length(line: str) -> None:
    assert len(flow("\tindented words\n" * 2_000)) == 2_000
    assert grows_with_its_length(lambda lines: read(line * lines), 2_000)


_MARKS = "a B c 1. - * ** | |---| # <b> </b> <p> <ul> <table> <tr><td> </td> </table> <!-- --> &amp; £5 --- === [x](y.z) ![](p)"
_PIECES = st.sampled_from([*_MARKS.split(), "\t", "\n", "\n\n", " ", "\r", "\f", "\\"])


@given(st.lists(_PIECES, max_size=40))
def test_places_are_unique_whatever_the_file_holds(pieces: list[str]) -> None:
    last = 0
    for found in flow("".join(pieces)):
        numbers = [found.number] if isinstance(found, Line) else sorted({cell.line or 0 for cell in found.cells})
        assert numbers[0] > last
        last = numbers[-1]
        if isinstance(found, Grid):
            places = [(cell.row, cell.col) for cell in found.cells]
            assert len(set(places)) == len(places)
            assert found.line == numbers[0]
        else:
            assert found.text == " ".join(found.text.split()) != ""


@needs_real_papers
@pytest.mark.parametrize(
    ("name", "tables"),
    [
        ("000", {132: (4, 3), 179: (10, 3), 275: (12, 3), 323: (11, 7), 337: (9, 7)}),
        (
            "002",
            {25: (9, 3), 39: (57, 3), 215: (7, 4), 316: (5, 13), 351: (5, 4), 396: (5, 4), 502: (14, 4), 537: (11, 4)},
        ),
        ("003", {19: (7, 2), 400: (2, 2), 572: (4, 6), 577: (4, 6), 1075: (5, 3)}),
    ],
)
def test_tables_of_real_papers(name: str, tables: dict[int, tuple[int, int]]) -> None:
    (path,) = (REAL_PAPERS / "seeds").glob(f"{name}_*.txt")
    found = {grid.line: (grid.rows, grid.columns) for grid in grids(path.read_text("utf-8"))}
    assert {line: found.get(line) for line in tables} == tables


def test_a_box_of_one_column_is_a_table_with_its_heading() -> None:
    text = "**OWNER:** CHIEF\n\nITEM\n<p><b>Aim:</b> to keep people safe.</p>\n<p><b>Scope:</b></p> <ul><li>• One</li><li>• Two</li></ul>\n\nMore.\n"
    (grid,) = [item for item in read_text(text.encode()).pages[0].flow if isinstance(item, Grid)]
    assert (grid.rows, grid.columns, grid.header_rows, grid.line) == (3, 1, 1, 3)
    assert [c.text.split("\n")[0] for c in grid.cells] == ["ITEM", "Aim: to keep people safe.", "Scope:"]


def test_a_paragraph_with_markup_under_a_sentence_is_no_box() -> None:
    text = "The aim is this.\n<b>Aim:</b> to keep people safe.\n\nItem\n\n<p>Text</p>\n"
    assert not [item for item in read_text(text.encode()).pages[0].flow if isinstance(item, Grid)]


def test_a_table_in_a_drawn_frame_keeps_its_header() -> None:
    frame, under = "+---------+---------+", "+=========+=========+"
    body = "| Robbery | 310     |"
    for drawn in (
        f"{frame}\n| Measure | 2022/23 |\n{frame}\n{body}\n| Arson   | 12      |\n{frame}\n",
        f"{frame}\n| Measure | 2022/23 |\n{under}\n{body}\n{frame}\n| Arson   | 12      |\n{frame}\n",
    ):
        (found,) = read_text(f"Before.\n\n{drawn}\nAfter.\n".encode()).pages[0].flow[1:-1]
        assert isinstance(found, Grid)
        assert found.header_rows == 1
        assert [c.text for c in found.cells] == ["Measure", "2022/23", "Robbery", "310", "Arson", "12"]

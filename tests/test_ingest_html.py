"""HTML pages as flows of lines and grids."""

import pytest

from ingest.html.reading import read_html
from ingest.papers import read_paper
from schema.document import Document, Grid, Line
from schema.reading import Known


def read(body: str, head: str = "") -> Document:
    return read_html(f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str) -> list[Line]:
    return [found for found in read(body).pages[0].flow if isinstance(found, Line)]


def grid(body: str) -> Grid:
    (found,) = [found for found in read(body).pages[0].flow if isinstance(found, Grid)]
    return found


def test_headings_paragraphs_and_lists() -> None:
    found = lines(
        "<h2>Crime</h2><p>It <b>fell</b>.<br>More</p><ul><li>One<li>Two</ul><p><strong>Bold</strong></p> loose"
    )
    assert [(line.text, line.heading, line.bold, line.bullet) for line in found] == [
        ("Crime", 2, False, False),
        ("It fell.", 0, False, False),
        ("More", 0, False, False),
        ("One", 0, False, True),
        ("Two", 0, False, True),
        ("Bold", 0, True, False),
        ("loose", 0, False, False),
    ]


def test_what_is_not_printed() -> None:
    hidden = (
        "<script>x()</script><style>p{}</style><nav>Menu</nav><footer>Cookies</footer><!-- note -->"
        '<p hidden>a</p><p style="color:red; display : none">b</p><p aria-hidden="true">c</p>'
    )
    assert [line.text for line in lines(f"{hidden}<p>printed</p>")] == ["printed"]


def test_lines_have_numbers_of_their_own() -> None:
    found = lines("<p>one</p><p>two</p>\n\n\n<p>three</p>")
    assert [line.number for line in found] == [2, 3, 5]


def test_table_with_spans_and_headers() -> None:
    found = grid(
        "<table><caption>Recorded crime</caption><thead><tr><th rowspan=2>Offence<th colspan=2>Year</tr>"
        "<tr><th>2014<th>2015</tr></thead><tr><td><b>All</b><br>crime<td>1<td></tr></table>"
    )
    assert (found.method, found.caption, found.header_rows, found.rows, found.columns) == (
        "html",
        "Recorded crime",
        2,
        3,
        3,
    )
    assert [(c.row, c.col, c.row_span, c.col_span, c.text) for c in found.cells] == [
        (0, 0, 2, 1, "Offence"),
        (0, 1, 1, 2, "Year"),
        (1, 1, 1, 1, "2014"),
        (1, 2, 1, 1, "2015"),
        (2, 0, 1, 1, "All\ncrime"),
        (2, 1, 1, 1, "1"),
        (2, 2, 1, 1, ""),
    ]
    assert len({cell.line for cell in found.cells}) == 3


def test_a_raised_digit_does_not_join_the_figure_before_it() -> None:
    assert lines("<p>1,194<sup>2</sup> on 12<sup>th</sup></p>")[0].text == "1,194² on 12th"


def test_a_table_that_lays_out_the_page_is_read_as_what_is_in_it() -> None:
    found = read("<table><tr><td><h1>Title</h1><table><tr><td>a<td>b</table></table>").pages[0].flow
    assert isinstance(found[0], Line)
    assert found[0].text == "Title"
    assert isinstance(found[1], Grid)


def test_absurd_spans_are_bounded() -> None:
    assert grid('<table><tr><td colspan="999999999">a<td rowspan="x">b</table>').columns <= 201


def test_deep_nesting_is_no_fault() -> None:
    assert [line.text for line in lines("<div>" * 5_000 + "deep" + "</div>" * 5_000)] in ([], ["deep"])


def test_title_and_charset() -> None:
    document = read_html(
        "<html><head><meta charset='iso-8859-1'><title> The\npaper </title></head><p>£5".encode("latin-1")
    )
    assert (document.title, document.problems) == ("The paper", ())
    (line,) = document.pages[0].flow
    assert isinstance(line, Line)
    assert line.text == "£5"


def test_a_picture_is_a_problem() -> None:
    assert [problem.code for problem in read("<p>Chart</p><img src=a.png>").problems] == ["figure_without_data"]


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        ('<td style="background-color: #00B050;">74%</td>', "Green"),
        ("<td style='color:black;background:red'>1,204</td>", "Red"),
        ('<td style="background:#f00 none">1,204</td>', "Red"),
        ('<td style="background-color:rgb(255, 192, 0)">12</td>', "Amber"),
        ('<td style="background:rgba(255,0,0,.1)">12</td>', None),
        ("<td bgcolor=FFFF00>-3%</td>", "Amber"),
        ('<td class="rag-amber">12</td>', "Amber"),
        ('<td class="num bg-success">12</td>', "Green"),
        ('<td class="redacted greenway">12</td>', None),
        ('<td style="background:#C6EFCE">12</td>', "Green"),
        ('<td style="background:#fde9d9">12</td>', None),
        ('<td><span style="color:#c00000">●</span></td>', "Red"),
        ('<td><font color="#00b050">●</font></td>', "Green"),
        ('<td><p style="background:#ffc000">12</p></td>', "Amber"),
        ('<td><img src="g.png" alt="Green circle"></td>', "Green"),
        ('<td><img src="g.png" alt="Greenwich"></td>', None),
        ('<td style="color:red">12</td>', None),
        ('<td style="background:#00b050">Burglary in homes</td>', None),
        ('<td style="background:#00b050">On target</td>', "Green"),
    ],
)
def test_the_colour_of_a_cell_is_a_rating(cell: str, mark: str | None) -> None:
    found = grid(f"<table><tr><th>Measure<th>Now</tr><tr><td>Robbery</td>{cell}</tr></table>")
    assert [c.mark for c in found.cells] == [None, None, None, mark]


def test_heads_and_rows_of_one_colour_rate_nothing() -> None:
    green = 'style="background:#00b050"'
    found = grid(
        f"<table><tr><td {green}>Measure<td {green}>2023<td {green}>2024</tr><tr><td>Robbery<td>4<td {green}>3</tr>"
        f"<tr><td>Burglary<th {green}>6<td>7</tr></table>"
    )
    assert [(c.row, c.col) for c in found.cells if c.mark] == [(1, 2)]


def test_the_colour_of_a_cell_judges_its_figure() -> None:
    page = (
        "<h1>Performance report</h1><table><tr><th>Measure<th>2022/23<th>2023/24<th>Status</tr>"
        '<tr><td>Robbery<td>64<td style="background:#00b050">57<td>on track</tr>'
        '<tr><td>Burglary<td>900<td style="background:red">957<td>late</tr></table>'
    )
    beside = (
        "<h1>Performance report</h1><table><tr><th>Measure<th>2022/23<th>2023/24<th>Status</tr>"
        '<tr><td>Robbery<td>64<td>57<td style="background:#00b050">On target</tr>'
        '<tr><td>Burglary<td>900<td>957<td><b style="color:red">●</b></tr></table>'
    )
    for one in (page, beside):
        whole = f"<!DOCTYPE html><html><body>{one}</body></html>"
        found = read_paper(whole.encode(), "report.html", Known(force="kent")).observations
        assert [(o.value, o.rag) for o in found] == [(64, None), (57, "Green"), (900, None), (957, "Red")]

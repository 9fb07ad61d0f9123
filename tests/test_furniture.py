"""What belongs to no paper on its pages: page numbers and running lines; never a word of a table."""

from __future__ import annotations

import pytest

from extract.pages.furniture import furniture_of_margins
from extract.pages.margins import Margins, OuterLine
from extract.pages.page_marks import page_number
from schema.document import Box

Line = tuple[str, ...]


def taken(*pages: Line, middle: float = 800.0, apart: bool = True) -> list[tuple[int, str]]:
    """What is taken out of a paper whose pages have one line each at the foot, of one part or several."""
    margins = [Margins(n, (_line(parts, middle, apart),)) for n, parts in enumerate(pages, start=1)]
    return [(mark.page, mark.text) for mark in furniture_of_margins(margins)]


def _line(parts: Line, middle: float, apart: bool) -> OuterLine:
    boxes = [Box(60 + 150 * i, middle - 5, 160 + 150 * i, middle + 5) for i in range(len(parts))]
    made = [OuterLine(text, box, middle, 9.0, True, apart) for text, box in zip(parts, boxes, strict=True)]
    whole = Box(60, middle - 5, boxes[-1].x1, middle + 5)
    return OuterLine(" ".join(parts), whole, middle, 9.0, True, apart, tuple(made) if len(made) > 1 else ())


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("7", ("", 7)),
        ("- 7 -", ("", 7)),
        ("Page 7", ("", 7)),
        ("page 7 of 66", ("", 7)),
        ("7 of 66", ("", 7)),
        ("7/66", ("", 7)),
        ("7 | Page", ("", 7)),
        ("Page | 7", ("", 7)),
        ("A-3", ("a", 3)),
        ("iv", ("i", 4)),
        ("xii", ("i", 12)),
        ("2021/22", None),
        ("£130", None),
        ("3%", None),
        ("4.2", None),
        ("2.", None),
        ("(1,204)", None),
        ("G005", None),
        ("Total", None),
    ],
)
def test_page_numbers_as_printed(printed: str, number: tuple[str, int] | None) -> None:
    assert page_number(printed) == number


def test_numbers_that_go_on_from_page_to_page_number_them() -> None:
    assert taken(("11",), ("12",), ("13",), apart=False) == [(1, "11"), (2, "12"), (3, "13")]


@pytest.mark.parametrize("figures", [("45", "12", "80"), ("2021", "2019", "2022"), ("G005", "G006", "£130")])
def test_figures_that_page_breaks_leave_alone_are_not_taken(figures: Line) -> None:
    assert taken(*[(figure,) for figure in figures], apart=False) == []


def test_in_a_paper_of_one_page_a_number_apart_from_the_text_is_its_own() -> None:
    assert taken(("18",)) == [(1, "18")]
    assert taken(("18",), apart=False) == []
    assert taken(("2021",)) == []


def test_no_figure_is_taken_out_of_a_row() -> None:
    assert taken(("G005", "Training", "£130"), ("G006", "Advice", "£250"), ("G007", "Mentors", "£90")) == []
    assert taken(("1", "Theft"), ("2", "Robbery"), ("3", "Arson")) == []


def test_a_row_at_the_same_place_of_every_page_is_no_running_line() -> None:
    assert taken(("Total offences", "412"), ("Total offences", "385"), ("Total offences", "0")) == []
    assert taken(*[("Total offences", figure) for figure in ("412", "385", "0", "0")]) == []


def test_running_lines_may_hold_steady_numbers_and_those_of_pages() -> None:
    pages = [("Report 1299", str(n), "March 2011") for n in (30, 31, 32)]
    assert taken(*pages) == [(n, f"Report 1299 {29 + n} March 2011") for n in (1, 2, 3)]
    assert [text for _, text in taken(("Appendix 1",), ("Appendix 1",), ("Appendix 1",))] == ["Appendix 1"] * 3


def test_a_date_that_returns_alone_at_the_foot_is_a_running_line() -> None:
    assert taken(("06/07/2015",), ("06/07/2015",), ("06/07/2015",)) == [(n, "06/07/2015") for n in (1, 2, 3)]

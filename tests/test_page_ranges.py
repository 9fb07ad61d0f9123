"""Page ranges behind titles: ``Performance report 13 - 40``."""

from __future__ import annotations

import pytest

from extract.page_ranges import are_page_ranges, leads_to_pages, page_range
from ingest.papers import read_paper
from schema.reading import Known


@pytest.mark.parametrize(
    ("printed", "pages"),
    [
        ("Performance report 13 - 40", (13, 40)),
        ("Performance report (Pages 13 to 40)", (13, 40)),
        ("Performance report, pages 13–40", (13, 40)),
        ("5 -12", (5, 12)),
        ("Complaints pp. 67 - 70 |", (67, 70)),
        ("Victims aged 13 - 17", None),
        ("Precept 2017 - 18", None),
        ("A change from 12 to 40", None),
        ("40 - 13", None),
        ("Response times of 5 - 12 minutes", None),
        ("Budget £13 - 40", None),
        ("Minutes of 13", None),
    ],
)
def test_the_pages_with_which_a_line_ends(printed: str, pages: tuple[int, int] | None) -> None:
    assert page_range(printed) == pages


@pytest.mark.parametrize(
    ("printed", "leads"),
    [
        ("Performance report 13 - 40", True),
        ("2 Performance report pages 13 - 40", True),
        ("Precept 2019/20 41 -66", True),
        ("5. Police complaints: quarterly report (pages 67 - 70)", True),
        ("There were 120 calls, see 13 - 40", False),
        ("120 calls 13 - 40", False),
        ("Crime rose by 4% in age group 13 - 17", False),
    ],
)
def test_a_title_with_its_pages_holds_no_figure(printed: str, leads: bool) -> None:
    assert leads_to_pages(printed) is leads


def test_ranges_that_go_on_from_each_other() -> None:
    assert are_page_ranges(["Minutes 5 - 12", "Report 13 - 40", "Precept 41 - 66"])
    assert not are_page_ranges(["Minutes 5 - 12", "Report 13 - 40"])
    assert are_page_ranges(["Minutes 5 - 12", "Report 13 - 40"], said=True)
    assert not are_page_ranges(["Low 5 - 12", "High 3 - 40", "All 3 - 40"])
    assert not are_page_ranges(["Burglary 5 - 12", "Robbery 13 - 40", "Arson 41", "Theft 8", "Fraud 9"])


def test_an_item_put_in_late_may_have_pages_of_the_one_before_it() -> None:
    items = [
        "Minutes 3 - 10",
        "Actions 11 - 12",
        "Report 13 - 28",
        "Grants 29 - 36",
        "Victims 35 - 36",
        "Rules 37 - 44",
    ]
    assert are_page_ranges(items)
    assert not are_page_ranges(["Low 1 - 9", "Middle 5 - 14", "High 12 - 20", "All 18 - 30"])


ITEMS = (("Minutes of the last meeting", "5", "12"), ("Performance report", "13", "40"), ("Precept 2019/20", "41", "66"), ("Complaints", "67", "70"))  # fmt: skip


@pytest.mark.parametrize(
    "form",
    [
        "{0} {1} -{2}",
        "{0}    {1} -{2}",
        "{0}    {1}   - {2}",
        "{0}\t{1} - {2}",
        "{0} | {1} - {2}",
        "{0} ({1} - {2})",
        "{0}, pages {1} - {2}",
        "{0} pages {1} to {2}",
        "{0}    Pages {1} – {2}",
        "{0}\n{1} - {2}",
        "{0}\npages {1} - {2}\n",
        "9 {0}   pages {1} - {2}",
    ],
)
@pytest.mark.parametrize("head", ["", "AGENDA\n\n", "Item    Pages\n", "Business    Pages a - b\n", "Item\tFrom\n", "Business of the meeting | Papers\n"])  # fmt: skip
def test_no_page_of_an_agenda_is_a_figure(head: str, form: str) -> None:
    text = "CUMBRIA POLICE AND CRIME PANEL\n\n" + head + "\n".join(form.format(*item) for item in ITEMS)
    assert [
        (o.label, o.value) for o in read_paper(text.encode(), "agenda.txt", Known(force="cumbria")).observations
    ] == []

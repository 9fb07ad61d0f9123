"""How sure a figure is in the end."""

from __future__ import annotations

import pytest

from extract.confidence import settled
from ingest.papers import read_paper
from schema.reading import Known, Reading

PAPER = """# Performance report

In the year to June 2020 robbery fell by 16%. {more}

Measure\tPrevious Jul '18 - Jun '19\tChange\tCurrent Jul '19 - Jun '20
Robbery\t1,141\tDecrease (-16%, {change})\t957
Burglary\t300
"""


def reading(**given: str) -> Reading:
    words = {"more": "", "change": "-184"} | given
    return read_paper(PAPER.format(**words).encode(), "paper.txt", Known(force="lancashire"))


def by_text(found: Reading) -> dict[str, float]:
    return {f"{o.source} {o.value_text}": o.confidence for o in found.observations}


def test_a_figure_of_a_table_that_the_paper_confirms() -> None:
    assert by_text(reading())["table 957"] == 1.0


def test_a_figure_of_a_table_that_nothing_confirms() -> None:
    assert by_text(reading())["table 300"] == 0.95


def test_a_change_that_does_not_fit_its_figures_confirms_nothing() -> None:
    assert by_text(reading(change="-199"))["table -199"] == 0.95


def test_a_sentence_is_as_sure_as_a_table_only_where_the_table_says_the_same() -> None:
    found = by_text(reading(more="Then 12 cadets were enrolled in May 2020."))
    assert found["prose 12"] <= 0.8 < found["prose 16%"]


@pytest.mark.parametrize("pages", [frozenset({1}), frozenset[int]()])
def test_a_recognised_page_keeps_its_doubt(pages: frozenset[int]) -> None:
    figures = reading().observations
    again = settled(figures, (), pages)
    assert (again == figures) is bool(pages)


def test_a_table_whose_columns_nothing_marks_is_less_sure_unless_the_paper_confirms_it() -> None:
    rows = (
        "Measure                2018/19      2019/20    Change\n"
        "Robbery                  1,141          957      -184\n"
        "Burglary                   300          290\n"
    )
    found = read_paper(f"# Performance report\n\n{rows}".encode(), "paper.txt", Known(force="lancashire"))
    assert {table.method for table in found.tables} == {"aligned"}
    sure = by_text(found)
    assert sure["table 957"] >= 0.99 and sure["table 290"] == 0.85


def test_a_count_that_fits_its_change_in_a_sentence_is_surer_than_one_alone_and_less_sure_than_one_of_a_table() -> None:
    text = (
        "Prevent crime\n\nIn the 12 months to June 2019 there were 43,523 recorded crimes, a decrease of 0.4% (-170).\n"
    )
    found = read_paper(text.encode(), "report.txt", Known(force="wiltshire")).observations
    assert {o.value_text: o.confidence for o in found}["43,523"] == 0.85


def test_a_figure_of_a_table_that_is_no_known_measure_is_less_sure() -> None:
    found = read_paper(
        PAPER.format(more="", change="-184").replace("Burglary", "Widgets polished").encode(),
        "paper.txt",
        Known(force="lancashire"),
    )
    assert by_text(found)["table 300"] == 0.85


def test_a_grant_in_a_table_is_sure_where_a_fund_is_named() -> None:
    table = "Recipient\tPurpose\tAmount awarded\n{rows}"
    rows = "Burnley Youth Theatre\tSummer drama\t£5,000\nPreston Street Pastors\tNight patrols\t£2,500\n"
    for heading, sure in (("Grants", 0.85), ("Grants from the Community Safety Fund", 0.95)):
        text = f"# {heading}\n\n{table.format(rows=rows)}"
        found = read_paper(text.encode(), "paper.txt", Known(force="lancashire")).awards
        assert [one.confidence for one in found] == [sure, sure]

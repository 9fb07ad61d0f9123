"""What kind of table one is."""

from __future__ import annotations

import pytest

from extract.tables.kinds import table_kind
from laid_out import table

KINDS = {
    "measure": "Measure | 2018/19 | 2019/20\nRobbery | 1,141 | 957",
    "staffing": "Function | FTE | %\nLocal Policing | 1490.01 | 49.07",
    "budget": "Proportion of budget spent\n\n | Spend 30/6/20 | %\n | £m | \nVisible | 27.2 | 33.8%\nOther | 4.4 | 5%",
    "award": "Organisation | Project | Award\nYouth Zone | Boxing | £2,500\nStreet Pastors | Patrols | £5,000",
    "schedule": "DATE OF MEETING | AREA | RATIONALE\n13 March 2014 | Rural policing | Asked for\n12 June 2014 | Custody | Inspection",
    "membership": "Cllr A. Able | Cllr B. Baker\nMr C. Cook (Chair) | Cllr D. Dyer",
    "agenda": "Item | Report by\n1. Minutes | (Pages 3 - 10)\n2. Complaints | (Pages 11 - 16)",
    "other": "Financial: | None\nLegal: | None identified",
}


@pytest.mark.parametrize(("kind", "text"), KINDS.items(), ids=KINDS)
def test_kind(kind: str, text: str) -> None:
    assert table_kind(table(text)) == kind


def test_a_contents_list_is_an_agenda_and_a_savings_plan_is_no_list_of_awards() -> None:
    assert table_kind(table("Item | Title | Page\n1 | Introduction | 3\n2 | Finance | 12")) == "agenda"
    assert (
        table_kind(
            table("Item | Subject | Pages\n1. | Apologies | \n2. | Q3 2023/24 Report | 2 - 2\n3. | Budget | 3 - 9")
        )
        == "agenda"
    )
    assert (
        table_kind(table("No. | Report | Page Nos.\n4a | Minutes of 14 December 2023 | 3\n4b | Fleet | 12 to 19"))
        == "agenda"
    )
    assert table_kind(table("Savings plan\n\nScheme | 2015/16 £m | 2016/17 £m\nEstates | 0.5 | 1.2")) == "budget"
    assert table_kind(table("Safer Streets 5 | 2023/24 | 2024/25\nFirst allocation | £465,000 | £535,000")) == "award"


@pytest.mark.parametrize(
    "text",
    [
        "Measure | Target | Actual | Page\nBurglary | 900 | 957 | 12\nRobbery | 90 | 57 | 14",
        "Month | Pages\nApril | 45\nMay | 51",
        "Site | Pages\nHome | 451\nNews | 51\nContact | 90",
    ],
)
def test_a_column_of_pages_beside_figures_or_of_pages_counted_is_no_agenda(text: str) -> None:
    assert table_kind(table(text)) == "measure"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "measure",
            "Baseline 2012/13 | Latest 12 months\nA victim focused outcome | NA NA\nSatisfaction with service | NA",
        ),
        ("measure", "Reduction in re-offending within families | No change\nReduction in recorded ASB | No change"),
        ("measure", "Visibility | TBC\nConfidence | Improved\nTimeliness | Decreased\nReach | Not available"),
        ("other", "Visibility | TBC\nConfidence | A survey was asked for"),
        ("other", "Subject | n/a"),
    ],
)
def test_a_table_that_says_of_each_measure_that_there_is_no_figure_is_one_of_measures(kind: str, text: str) -> None:
    assert table_kind(table(text)) == kind


def test_a_spend_table_of_districts_is_one_of_awards_and_a_savings_plan_is_a_budget() -> None:
    assert (
        table_kind(table("District | Funding Spent | Funding Available\nBurnley | £1 | £2\nFylde | £3 | £4")) == "award"
    )
    assert table_kind(table("The residual funding gap is:\n\nYear | Gap\n2015/16 | £1.7M\n2016/17 | £6.1M")) == "budget"

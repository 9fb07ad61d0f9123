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
    assert table_kind(table("Savings plan\n\nScheme | 2015/16 £m | 2016/17 £m\nEstates | 0.5 | 1.2")) == "budget"
    assert table_kind(table("Safer Streets 5 | 2023/24 | 2024/25\nFirst allocation | £465,000 | £535,000")) == "award"


def test_a_spend_table_of_districts_is_one_of_awards_and_a_savings_plan_is_a_budget() -> None:
    assert (
        table_kind(table("District | Funding Spent | Funding Available\nBurnley | £1 | £2\nFylde | £3 | £4")) == "award"
    )
    assert table_kind(table("The residual funding gap is:\n\nYear | Gap\n2015/16 | £1.7M\n2016/17 | £6.1M")) == "budget"

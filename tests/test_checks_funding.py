"""C8 and C9: what is spent and left, lists of awards against tables of spending, totals and yearly amounts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.awards.passages import find_prose_awards
from extract.awards.tables import find_table_awards
from extract.awards.totals import AwardTotal
from extract.blocks import TableBlock
from extract.checks.funding import check_funding
from extract.times.periods import PeriodContext
from laid_out import laid_out
from readings import NOON, file_facts, small_reading
from schema.reading import Award, Check, Identity
from schema.rows import rows_of

LISTS = """3.39 Since the last meeting the Commissioner has funded the following projects from the Community Safety Fund.

Burnley, Pendle & Rossendale CSPs | Through The Gate | £2,400
Burnley, Hyndburn & Ribble Valley CSPs | Operations | £11,152
Fylde CSP | Re-integration | £5,000
Preston CSP | Park | £5,000
Preston | Café | £4,290
West Lancashire | Activities | £2,714
West Lancashire CSP | Respect | £2,600
Chorley | Street Pastors | £5,000
"""
SPENDING = """
5.22 The Commissioner has previously allocated £10,000 funding to each of the District Community Safety Partnerships.

The table below shows the current CSP spend and the funding that remains available:

District | Funding Spent | Funding Available
Burnley | £4517.33 | £5,482.67
Chorley & South Ribble | £00.00 | £20,000.00
Fylde | £5,000.00 | £5,000.00
Preston | £5,000.00 | £5,000.00
Pendle | £800.00 | £9,200.00
West Lancashire | £5,314.15 | £4,685.85
"""


def checked(text: str) -> list[Check]:
    blocks = laid_out(text).blocks
    awards: list[Award] = []
    totals: list[AwardTotal] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            found = find_table_awards(block, Identity(), PeriodContext())
            awards += found.awards
            totals += found.totals
    return list(check_funding([*awards, *find_prose_awards(blocks, Identity())], totals))


def results(checks: list[Check], code: str, about: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for check in checks:
        if check.code == code and check.label.endswith(about):
            told.setdefault(check.label.removesuffix(about).rstrip(": "), []).append(check.severity or check.result)
    return told


def test_spent_and_available_make_what_each_partnership_was_allocated() -> None:
    assert results(checked(SPENDING), "C8", "spent and available") == {
        name: ["ok"] for name in ("Burnley", "Chorley & South Ribble", "Fylde", "Preston", "Pendle", "West Lancashire")
    }


def test_a_row_that_does_not_make_the_allocation_is_told_where_the_others_do() -> None:
    (wrong,) = [c for c in checked(SPENDING.replace("£9,200.00", "£9,100.00")) if c.result == "fail"]
    assert (wrong.printed, wrong.computed, wrong.severity, wrong.label) == (
        "£10,000",
        "£9,900",
        "unreconciled",
        "Pendle: spent and available",
    )


def test_a_row_with_its_own_allocation_is_checked_alone() -> None:
    checks = checked(
        "CSP | Allocation awarded 2018/19 | Spent to date | Remaining\n"
        "Ashford | £30,000 | £12,500 | £17,500\nDover | £25,000 | £10,000 | £14,000"
    )
    assert results(checks, "C8", "spent and available") == {"Ashford": ["ok"], "Dover": ["wrong"]}


@pytest.mark.parametrize(("total", "result"), [("£2,550,000", "ok"), ("£2,600,000", "fail")])
def test_the_value_of_a_contract_is_its_years(total: str, result: str) -> None:
    (check,) = checked(
        "Service | Provider | Contract term | Annual value | Total value\n"
        f"Core service | Victim Support | 3 years from April 2017 | £850,000 | {total}"
    )
    assert (check.code, check.result) == ("C9", result)


def test_whole_pounds_may_have_been_rounded_and_round_amounts_not() -> None:
    shares = "\n".join(f"Area {n} | Work | {amount}" for n, amount in enumerate(("£136,091", "£441,082", "£261,694")))
    head = "Organisation | Project | Amount awarded\n"
    assert [c.result for c in checked(f"{head}{shares}\nTotal | | £838,866")] == ["rounding"]
    assert [c.result for c in checked(f"{head}A | x | £5,000\nB | y | £6,000\nTotal | | £11,001")] == ["fail"]


def test_a_table_of_other_money_is_not_held_against_the_allocation() -> None:
    assert checked(SPENDING.replace("£10,000 funding", "£7,500 funding")) == []


def test_lists_of_awards_are_held_against_the_table_of_spending_in_equal_shares() -> None:
    told = results(checked(LISTS + SPENDING), "C8", "funding spent against the projects funded")
    assert told == {
        "Burnley": ["ok"],
        "Chorley & South Ribble": ["unreconciled"],
        "Fylde": ["ok"],
        # The award to the partnership is what was spent; the other one for Preston may be other money.
        "Preston": ["ok", "unreconciled"],
        "Pendle": ["ok"],
        "West Lancashire": ["unreconciled"],
    }


def test_lists_and_spending_that_agree_nowhere_are_not_compared() -> None:
    other = (
        SPENDING.replace("4517.33", "4,100.00").replace("£5,000.00 |", "£4,000.00 |").replace("£800.00 |", "£700.00 |")
    )
    assert results(checked(LISTS + other), "C8", "funding spent against the projects funded") == {}


@pytest.mark.parametrize(
    ("rows", "result", "computed"),
    [
        ("Nest | Mentors | £10,000\nHaven | Calls | £2,500\nTotal | | £12,500", "ok", None),
        ("Nest | Mentors | £10,000\nHaven | Calls | £2,500\nTotal | | £12,600", "fail", "£12,500"),
        ("Nest | Mentors | £0.46m\nHaven | Calls | £0.53m\nTotal | | £1.0m", "rounding", "£990,000"),
        ("Nest | Mentors | a) £10 b) £15 Total: £25\nHaven | Calls | £3", "ok", None),
        ("Nest | Mentors | a) £10 b) £15 Total: £26\nHaven | Calls | £3", "fail", "£25"),
    ],
)
def test_totals_of_awards(rows: str, result: str, computed: str | None) -> None:
    (check,) = checked(f"Organisation | Project | Amount awarded\n{rows}")
    assert (check.code, check.result, check.computed) == ("C9", result, computed)


@pytest.mark.parametrize(
    ("total", "result"), [("£20,000", "ok"), ("£25,000", "fail")]
)  # fmt: skip
def test_a_yearly_amount_makes_its_total(total: str, result: str) -> None:
    (check,) = checked(
        f"A total of {total} was awarded to Remedi for mentors. The PCC funds them with £10,000 p.a. for 2 years."
    )
    assert (check.code, check.result) == ("C9", result)


def test_an_award_counts_the_checks_it_takes_part_in() -> None:
    reading = small_reading()
    (award,) = reading.awards
    checks = (
        Check(code="C9", result="ok", label="Total", places=(award.place,), paper=award.paper),
        Check(
            code="C8", result="fail", label="Spent", places=(award.place,), paper=award.paper, severity="unreconciled"
        ),
        Check(code="C9", result="ok", label="Other", places=(award.place._replace(page=9),), paper=award.paper),
    )
    rows = rows_of(replace(reading, checks=checks), file_facts(), version="1", ingested_at=NOON)
    (row,) = rows["funding_awards"]
    assert (row["verified"], row["disputed"]) == (1, 1)


@given(st.lists(st.integers(1, 10**7), min_size=2, max_size=9))
def test_any_total_that_is_right_holds(amounts: list[int]) -> None:
    rows = "\n".join(f"Body {chr(65 + i)} | Work | £{amount:,}" for i, amount in enumerate(amounts))
    checks = checked(f"Organisation | Project | Amount awarded\n{rows}\nTotal | | £{sum(amounts):,}")
    assert [c.result for c in checks] == ["ok"]

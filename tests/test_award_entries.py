"""Awards as registers print them: entries behind references, below names, on lines of their own, and names apart from amounts."""

from __future__ import annotations

import pytest

from extract.awards.entries import day_of_line, reference_of
from extract.awards.passages import find_prose_awards
from extract.awards.respective import respective_takers
from extract.numbers import parse_figures
from extract.tables.kinds import table_kind
from ingest.text.stacked_cells import stacked_table
from laid_out import laid_out, table
from schema.reading import Identity


def told(text: str) -> list[tuple[str | None, float, str | None]]:
    """Who gets how much for what."""
    return [
        (a.recipient, a.amount, a.purpose) for a in find_prose_awards(laid_out(text).blocks, Identity(force="kent"))
    ]


REFERENCES = {
    "Ref 14-2019 Hope Trust": "14-2019",
    "Ref: 2018-134903 Hope Trust": "2018-134903",
    "D02/2020 Grant to Hope Trust": "D02/2020",
    "Decision 2019/17 – Hope Trust": "2019/17",
    "PCC-0123: Hope Trust": "PCC-0123",
    "2019/20 Hope Trust": None,
}


@pytest.mark.parametrize(("text", "reference"), REFERENCES.items())
def test_an_entry_may_begin_with_a_reference(text: str, reference: str | None) -> None:
    found = reference_of(text)
    assert found is not None
    assert (found.text, text[found.end :].removeprefix("Grant to ")) == (reference, "Hope Trust")


@pytest.mark.parametrize(
    "text", ["Hope Trust 2019/20", "999 Club", "Referral 12", "1. Hope Trust", "£500 to Hope Trust"]
)
def test_no_reference(text: str) -> None:
    assert reference_of(text) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [("March 2016", "2016-03"), ("12 May 2019", "2019-05-12"), ("12th May 2019:", "2019-05-12"), ("Grants in March 2016", None), ("2016/17", None)],
)  # fmt: skip
def test_a_line_may_be_a_day_and_nothing_else(line: str, day: str | None) -> None:
    assert day_of_line(line) == day


ENTRIES = [
    ("3. Decisions\n\nMay 2019\nRef 14-2019 Kent Search and Rescue: a donation of £500.\nRef 15-2019 Dover Sea Cadets: £1,200 for lifejackets.",
     [("Kent Search and Rescue", 500, None), ("Dover Sea Cadets", 1200, "lifejackets")]),
    ("3. Decisions\n\nMay 2019\nDover Sea Cadets\nDecision: £2,500 from the PCC's Community Fund towards lifejackets.", [("Dover Sea Cadets", 2500, "lifejackets")]),
    ("3. Decisions\n\nDover Sea Cadets\nGrant: £2,500\n\nHope Trust\nGrant: £800", [("Dover Sea Cadets", 2500, None), ("Hope Trust", 800, None)]),
    ("3. Decisions\n\nCycle marking in Deal\nApproved: £2,500 from the Community Safety Fund.", [(None, 2500, "Cycle marking in Deal")]),
    ("3. Decisions\n\nDecision 2019/17 – Hope Trust. A grant of £25,000 for counselling was approved.", [("Hope Trust", 25000, "counselling")]),
    ("Small grants 2021/22\n\nHope Trust\n£4,900\nWinter shelter\n\nSwale Rangers\n£750\nGoal posts", [("Hope Trust", 4900, "Winter shelter"), ("Swale Rangers", 750, "Goal posts")]),
    ("2. Grants awarded\n\n£4,900\nHope Trust\n£750\nSwale Rangers FC", [("Hope Trust", 4900, None), ("Swale Rangers FC", 750, None)]),
    ("Community Fund – round 3\n- Hope Trust – £4,900 – winter shelter\n- You Are Not Alone! – £750 – peer support", [("Hope Trust", 4900, "winter shelter"), ("You Are Not Alone!", 750, "peer support")]),
    ("2. Changes\n- For custody nurses a further £200k was set aside, of which £80k is now enough.", [(None, 200000, "custody nurses"), (None, 80000, "custody nurses")]),
    ("2. Grants made in 2019/20\n\nMore than £54,000 was handed out during the summer.", [(None, 54000, "Grants made in 2019/20")]),
    ("2. Community grants\n\nHope Trust / winter shelter / £4,900\n\nSwale Rangers FC / goal posts / £750", [("Hope Trust", 4900, "winter shelter"), ("Swale Rangers FC", 750, "goal posts")]),
    ("2. Community grants\n\nHope Trust, winter shelter: £4,900; Swale Rangers FC, goal posts: £750.", [("Hope Trust", 4900, "winter shelter"), ("Swale Rangers FC", 750, "goal posts")]),
    ("2. Community grants\n\nThe following were agreed: Hope Trust (winter shelter) £4,900, Dover Cadets (tents) £600 and Swale Rangers FC (goal posts) £750.", [("Hope Trust", 4900, "winter shelter"), ("Dover Cadets", 600, "tents"), ("Swale Rangers FC", 750, "goal posts")]),
    ("2. Grants, round three\n\nHope Trust, £4,900. For a winter shelter.\n\nSwale Rangers FC, £750. Goal posts.", [("Hope Trust", 4900, "a winter shelter"), ("Swale Rangers FC", 750, "Goal posts")]),
    ("2. Grants, round three\n\n£4,900 Hope Trust\n\n£750 Swale Rangers FC", [("Hope Trust", 4900, None), ("Swale Rangers FC", 750, None)]),
    ("4. Commissioned services\n\nVictim care (Victim Support): £1.1m a year\n\nFamily work (Oak House): £35,000", [("Victim Support", 1100000, "Victim care"), ("Oak House", 35000, "Family work")]),
    ("4. Commissioned services\n\nService: Victim care. Provider: Victim Support. Value: £1.1m a year.", [("Victim Support", 1100000, "Victim care")]),
    ("6. Police Property Act Fund\n\nSea Cadets had £500 and the Scouts had £750; Deal Angling Club's £1,000 paid for rods.", [("Sea Cadets", 500, None), ("Scouts", 750, None), ("Deal Angling Club", 1000, "rods")]),
    ("6. Community Fund: what it paid for\n\nCycle marking: £1,500\n\nHope Trust: £800", [(None, 1500, "Cycle marking"), ("Hope Trust", 800, None)]),
    ("6. Community Fund\n\nHope Trust: £1,500\n\nDover Cadets: £800\n\nTotal: £2,300", [("Hope Trust", 1500, None), ("Dover Cadets", 800, None)]),
    ("2. Victims\n\nIn the year more than £3m was won for victims of stalking.", [(None, 3000000, "victims of stalking")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "awards"), ENTRIES)
def test_entries_of_registers(text: str, awards: list[tuple[str | None, float, str | None]]) -> None:
    assert told(text) == awards


@pytest.mark.parametrize(
    "text",
    [
        "2. Budget 2021/22\n\nPolice pay\n£4,900\nFleet\n£750",
        "6. Police Property Act Fund\n\nBalance at 1 April: £12,000\n\nInterest: £300",
        "2. Precept\n\nBand A\n£100\nBand B\n£120",
        "Ref 14-2019 Police vehicles: £1,200,000.",
        "3. Decisions\n\nMay 2019\nRef 15-2019 Overtime for the force: £1,200.",
    ],
)
def test_amounts_in_lists_that_nobody_was_given(text: str) -> None:
    assert told(text) == []


RESPECTIVELY = {
    "Hope Trust and Choices were awarded £4,500 and £2,000 respectively.": [("Hope Trust", None), ("Choices", None)],
    "Grants of £4,500, £2,000 and £900 went to Hope Trust, Choices and Swale FC respectively.": [("Hope Trust", None), ("Choices", None), ("Swale FC", None)],
    "The PCC gave Hope Trust, Choices and Mind £4,500, £2,000 and £900 respectively.": [("Hope Trust", None), ("Choices", None), ("Mind", None)],
    "Awards of £4,500 and £2,000 were made for drones and body cameras respectively.": [(None, "drones"), (None, "body cameras")],
    "Hope Trust and Choices were awarded £4,500 and £2,000.": [],
    "Hope Trust, Choices and Mind were awarded £4,500 and £2,000 respectively.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "takers"), RESPECTIVELY.items())
def test_names_and_amounts_in_one_order(text: str, takers: list[tuple[str | None, str | None]]) -> None:
    assert list(respective_takers(text, parse_figures(text)).values()) == takers


def test_a_table_of_one_cell_a_line_may_hold_names_beside_one_column_of_money() -> None:
    lines = [
        "Project",
        "Recipient",
        "2019/20 allocation",
        "Boxing 2019",
        "Hope Trust",
        "£1,500",
        "Cadets",
        "Deal Cadets",
        "£350",
        "",
        "Notes",
    ]
    found = stacked_table(lines, 0)
    assert found is not None
    grid, after = found
    assert after == 9
    assert [c.text for c in grid.cells if c.row == 2] == ["Cadets", "Deal Cadets", "£350"]


@pytest.mark.parametrize(
    "lines",
    [
        "Project|Recipient|Allocation|Boxing|Hope Trust|£1,500|Cadets|£350",
        "Dear all|Thank you|We paid|Boxing|Hope Trust|£1,500|Cadets|Deal|£350",
        "Project|Recipient|Allocation|Boxing|Hope Trust|£1,500",
        "Project|Recipient|Page|Boxing|Hope Trust|15|Cadets|Deal|35",
    ],
)
def test_lines_that_do_not_repeat_are_no_table(lines: str) -> None:
    assert stacked_table(lines.split("|"), 0) is None


#: A heading, the header of a table below it, one of its rows; whether it is a table of awards.
TABLES = [
    ("Partnership working", "Partner | Work | 2014/15", "Ashford CSP | ASB | £12,000", True),
    ("Money for partners", "Who | For what | How much", "Oak House | Counselling | £4,000", True),
    ("5. Safer Streets", "Round | Place | Amount", "1 | Folkestone | £550,000", True),
    ("5. Where the money comes from", "Source | 2018/19", "Government | £75.7m", False),
    ("5. Community Fund", "Source | 2018/19", "Council tax | £75.7m", False),
    ("Savings", "Service | Saving", "Fleet | £550,000", False),
    ("Commissioner's office", "Heading | Budget | Outturn", "Staff | £550,000 | £540,000", False),
    ("Police Property Act Fund", "Item | £", "Balance at 1 April | £12,000", False),
]


@pytest.mark.parametrize(("heading", "header", "row", "awards"), TABLES)
def test_a_table_tells_who_got_what(heading: str, header: str, row: str, awards: bool) -> None:
    block = table(f"{heading}\n\n{header}\n{row}\n{row}")
    assert (table_kind(block) == "award") is awards

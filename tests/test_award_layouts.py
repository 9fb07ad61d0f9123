"""Awards printed as records, as logs of decisions, and as tables of groups."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from extract.awards.logs import is_log
from extract.awards.passages import find_prose_awards
from extract.awards.tables import find_table_awards
from extract.blocks import Block, Passage, Section, TableBlock
from extract.tables.kinds import table_kind
from extract.times.periods import PeriodContext
from schema.document import Cell, Grid, Line
from schema.reading import Award, Identity

_numbers = itertools.count(1)
_WHO = Identity(body="Police and Crime Panel")


def passage(text: str) -> Passage:
    return Passage(
        kind="paragraph", text=text, page=1, lines=(Line(text, next(_numbers)),), joins=((0, 0),), pages=(1,)
    )


def table(
    caption: str | None, *rows: tuple[str, ...], section: str | None = None, lead: str | None = None
) -> TableBlock:
    cells = tuple(Cell(r, c, text, page=1, line=r + 1) for r, row in enumerate(rows) for c, text in enumerate(row))
    sections = (Section(1, None, section),) if section else ()
    return TableBlock(Grid(cells, "tsv", 1), "l1", 1, caption, lead, 1, sections=sections)


def prose(*lines: str) -> list[Award]:
    blocks: list[Block] = [passage(line) for line in lines]
    return find_prose_awards(blocks, _WHO)


def of_table(block: TableBlock) -> list[Award]:
    assert table_kind(block) == "award"
    return list(find_table_awards(block, _WHO, PeriodContext()).awards)


@pytest.mark.parametrize(
    ("lines", "amount", "recipient", "purpose", "status"),
    [
        (("Recipient: Hove Youth Project", "Purpose: street work", "Allocation: £4,950"), 4950, "Hove Youth Project", "street work", "awarded"),
        (("Name of group: Hove Boxing Club", "Amount: £2,000", "What for: kit"), 2000, "Hove Boxing Club", "kit", "awarded"),
        (("Organisation: Hove Foyer", "Grant: £3,800", "Project: mentors"), 3800, "Hove Foyer", "mentors", "awarded"),
        (("Applicant: Hove Foyer", "Amount requested: £3,800"), 3800, "Hove Foyer", None, "bid"),
        (("Grantee: Hove Foyer", "Award: £3,800"), 3800, "Hove Foyer", None, "awarded"),
        (("Awarded to: Hove Foyer", "Amount (£): £3,800"), 3800, "Hove Foyer", None, "awarded"),
        (("Name of organisation: Hove Foyer", "Amount awarded: £3,800", "For: mentors"), 3800, "Hove Foyer", "mentors", "awarded"),
        (("Group name: Hove Foyer", "Total grant: £3,800"), 3800, "Hove Foyer", None, "awarded"),
        (("Beneficiary: Hove Foyer; Sum: £3,800; Use: mentors",), 3800, "Hove Foyer", "mentors", "awarded"),
        (("Paid to: Hove Foyer", "How much: £3,800"), 3800, "Hove Foyer", None, "awarded"),
        (("Grants made this year", "Project: mentors", "Amount: £3,800"), 3800, None, "mentors", "awarded"),
    ],
)  # fmt: skip
def test_an_award_printed_as_a_record(
    lines: tuple[str, ...], amount: float, recipient: str | None, purpose: str | None, status: str
) -> None:
    (award,) = prose(*lines)
    assert (award.amount, award.recipient, award.purpose, award.status) == (amount, recipient, purpose, status)


def test_records_follow_each_other_under_the_title_of_their_fund() -> None:
    found = prose(
        "Grants made from the Safer Towns Fund, 2017/18",
        "Recipient: Hove Foyer", "Allocation: £3,800", "Decision: DN 12/2017",
        "Recipient: Lewes Foyer", "Allocation: £1,200", "Date: 4 May 2017",
    )  # fmt: skip
    assert [(a.amount, a.recipient, a.fund, a.year) for a in found] == [
        (3800, "Hove Foyer", "Safer Towns Fund", "2017/18"),
        (1200, "Lewes Foyer", "Safer Towns Fund", "2017/18"),
    ]
    assert (found[0].decision_ref, found[1].date) == ("12/2017", "2017-05-04") or found[0].decision_ref == "DN 12/2017"
    assert found[0].place.line is not None and found[1].place.line == found[0].place.line + 3


@pytest.mark.parametrize(
    "lines",
    [
        ("Provider: Acme plc", "Value: £1,200,000"),  # a contract of the force
        ("Project: new station", "Amount: £1,200,000"),
        ("Budget 2018/19", "Project: new station", "Allocation: £1,200,000"),
        ("Amount: £2,000",),
        ("Name of group: Hove Boxing Club", "Members: 40"),
        ("Name of group: Hove Boxing Club", "Amount: none"),
        ("Title: Value for money", "Contact: the clerk"),
        ("Total: £4,000", "Year: 2017/18"),
    ],
)
def test_lines_with_labels_that_are_no_awards(lines: tuple[str, ...]) -> None:
    assert prose(*lines) == []


LOG = [
    ("Grant of £14,000 to Sussex Youth Trust", 14000, "Sussex Youth Trust"),
    ("Award of £25,000 for restorative justice", 25000, None),
    ("Funding for the Youth Offending Service £90,000", 90000, "Youth Offending Service"),
    ("Grant to Hope Centre (£4,500)", 4500, "Hope Centre"),
    ("Award to Victim Support – £120,000", 120000, "Victim Support"),
    ("Community Fund round 4 – £48,000", 48000, None),
    ("Contribution to the Safeguarding Adults Board, £12,500", 12500, "Safeguarding Adults Board"),
    ("Sponsorship of the Youth Games: £1,000", 1000, None),
    ("Approval of grant funding of £30,000 for Remedi", 30000, "Remedi"),
    ("Donation to the Street Pastors of £750", 750, "Street Pastors"),
]


@pytest.mark.parametrize(("title", "amount", "recipient"), LOG)
def test_an_award_in_the_title_of_a_decision(title: str, amount: float, recipient: str | None) -> None:
    block = table(
        "Decision log",
        ("Ref", "Title", "Date"),
        ("DN 21/2017", title, "4 May 2017"),
        ("DN 22/2017", "Accounts", "9 May 2017"),
    )
    (award,) = of_table(block)
    assert (award.amount, award.recipient, award.status, award.date) == (amount, recipient, "awarded", "2017-05-04")
    assert award.decision_ref and "21/2017" in award.decision_ref


@pytest.mark.parametrize(
    "title",
    ["Sale of Hove station for £2m", "Treasury loan of £3m", "Purchase of vehicles (£120,000)", "Budget of £250m", "Lease of premises, £40,000 a year", "Capital grant of £1m"],
)  # fmt: skip
def test_a_decision_that_gives_nothing(title: str) -> None:
    block = table(
        "Decision log",
        ("Ref", "Title", "Date"),
        ("DN 21/2017", title, "4 May 2017"),
        ("DN 22/2017", "Accounts", "9 May 2017"),
    )
    assert not is_log(block)


@pytest.mark.parametrize(
    "head",
    [
        "Group",
        "Name of group",
        "Club",
        "Charity",
        "Successful group",
        "Who",
        "Given to",
        "To whom",
        "School",
        "Community group",
    ],
)
def test_the_groups_of_a_table_are_those_who_got_its_money(head: str) -> None:
    block = table(
        "Community Fund: grants made in 2017/18",
        (head, "What for", "£"),
        ("Ringmer Rovers", "Floodlights", "1,500"),
        ("Uckfield FM", "Radio", "1,000"),
    )
    assert [(a.recipient, a.purpose, a.amount, a.fund, a.year) for a in of_table(block)] == [
        ("Ringmer Rovers", "Floodlights", 1500, "Community Fund", "2017/18"),
        ("Uckfield FM", "Radio", 1000, "Community Fund", "2017/18"),
    ]


def test_groups_and_pounds_under_a_fund_are_awards_and_groups_of_a_budget_are_none() -> None:
    block = table(
        "What was shared out of the Safer Streets Fund",
        ("Group", "£"),
        ("Lewes CSP", "12,000"),
        ("Rother CSP", "14,500"),
    )
    assert [(a.recipient or a.area, a.fund) for a in of_table(block)] == [
        ("Lewes CSP", "Safer Streets Fund"),
        ("Rother CSP", "Safer Streets Fund"),
    ]
    assert (
        table_kind(table("Budget by subjective group", ("Group", "£"), ("Employees", "12,000"), ("Premises", "14,500")))
        == "budget"
    )


def test_a_line_of_names_and_amounts_under_a_heading_of_awards_is_a_list_of_them() -> None:
    text = "Hope Centre (£12,000), Remedi (£8,000) and Hart Gables (£5,500)."
    for heading, found in (("Grants awarded", 3), ("Budget and grants", 0), ("Repairs", 0)):
        block = replace(passage(text), sections=(Section(1, None, heading),))
        assert [(a.recipient, a.amount) for a in find_prose_awards([block], _WHO)] == [
            ("Hope Centre", 12000),
            ("Remedi", 8000),
            ("Hart Gables", 5500),
        ][:found], heading


def test_groups_under_the_name_of_a_fund_got_its_money_but_not_under_that_of_a_force() -> None:
    rows = (("Group", "£"), ("Bexhill Boys Club", "1,200"), ("Polegate Scouts", "900"))
    assert [a.recipient for a in of_table(table("Out of the Safer Streets Fund", *rows))] == [
        "Bexhill Boys Club",
        "Polegate Scouts",
    ]
    assert table_kind(table("The General Fund", *rows)) == "budget"


def test_the_sentence_before_a_caption_tells_nothing_of_the_table_unless_it_points_to_it() -> None:
    rows = (
        ("Decision", "For", "Grant"),
        ("PCD 943", "Victim services", "£16,765,943"),
        ("PCD 944", "Perpetrators", "£2,518,400"),
    )
    other = table("Grants by decision", *rows, lead="The office has £600,000 of its own grant available next year.")
    assert {a.status for a in of_table(other)} == {"awarded"}
    own = table("Grants by decision", *rows, lead="The following grants were bid for.")
    assert {a.status for a in of_table(own)} == {"bid"}


def test_records_with_a_year_in_the_label_of_their_amount_are_for_what_stands_above_them() -> None:
    found = prose(
        "Holi Festival", "Recipient: Friends of Abbey Park", "2016/17 Allocation: £700",
        "Chess for all", "Recipient: Quay Foyer 2016/17 Award: £1,150",
        "The rest was carried into the next year: £3,000 was given to nobody.",
    )  # fmt: skip
    assert [(a.recipient, a.purpose, a.amount, a.year) for a in found if a.recipient] == [
        ("Friends of Abbey Park", "Holi Festival", 700, "2016/17"),
        ("Quay Foyer", "Chess for all", 1150, "2016/17"),
    ]
    assert all(a.purpose != "Chess for all" for a in found if a.amount == 3000)


def test_a_fund_that_was_presented_is_that_of_the_rounds_told_below_it() -> None:
    found = prose(
        "The Brighter Towns Fund was launched by the Home Office in October 2015.",
        "Round one (2016): £4.2m for 12 projects. Devon, Dorset and Kent each received more than £200,000.",
        "Round two was smaller. £2m was set aside, with a ceiling of £90,000 for a bid.",
        "A third round is open. There is £3 million to spend in 2018/19, above all for parks.",
    )
    assert [(a.amount, a.status, a.fund) for a in found] == [
        (4_200_000, "awarded", "Brighter Towns Fund"),
        (200_000, "awarded", "Brighter Towns Fund"),
        (2_000_000, "available", "Brighter Towns Fund"),
        (3_000_000, "available", "Brighter Towns Fund"),
    ]


def test_what_was_asked_for_is_no_award_beside_what_was_given() -> None:
    rows = (
        ("Applicant", "Asked", "Given"),
        ("Trent Wildlife Trust", "£5,000", "£3,000"),
        ("Selby Rovers", "£1,200", "£1,200"),
    )
    found = of_table(table("Small grants", *rows))
    assert [(a.amount, a.status) for a in found] == [(5000, "bid"), (3000, "awarded"), (1200, "bid"), (1200, "awarded")]


def test_a_gift_before_its_amount_is_nobodys_name() -> None:
    found = prose(
        "Decisions: grants awarded",
        "Decision 12/2017 Grant of £4,500 to Selby Foyer for outreach",
        "Decision 14/2017 Grant of £300 to Otley Cadets for tents",
    )
    assert [(a.amount, a.recipient) for a in found] == [(4500, "Selby Foyer"), (300, "Otley Cadets")]

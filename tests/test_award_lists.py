"""Awards printed as lists of one line each, however the line puts the name, the amount and what it is for."""

from __future__ import annotations

import pytest

from extract.awards.passages import find_prose_awards
from extract.blocks import Block, Passage, Section
from schema.document import Line
from schema.reading import Award, Identity


def passages(heading: str, lead: str, *lines: str, kind: str = "bullet") -> list[Block]:
    """A heading, the passage that leads a list, and its lines."""
    texts = [("paragraph", lead)] * bool(lead) + [(kind, line) for line in lines]
    return [
        Passage(kind=each, text=text, page=1, lines=(Line(text, n),), joins=((0, 0),), pages=(1,), sections=(Section(1, None, heading),))
        for n, (each, text) in enumerate(texts, 1)
    ]  # type: ignore[return-value]  # fmt: skip


def told(awards: list[Award]) -> list[tuple[str | None, float, str | None, str]]:
    return [(a.recipient, a.amount, a.purpose, a.status) for a in awards]


LEAD = "The following organisations have been successful:"
#: Two lines of a list; all tell that the Hope Trust got £4,500 for boxing, and Choices £2,000 for outreach.
LINES = [
    ("Hope Trust (£4,500) – boxing", "Choices (£2,000) – outreach"),
    ("Hope Trust – £4,500 for boxing", "Choices – £2,000 for outreach"),
    ("Hope Trust: £4,500 (boxing)", "Choices: £2,000 (outreach)"),
    ("Hope Trust, £4,500, boxing;", "Choices, £2,000, outreach."),
    ("Hope Trust £4,500 towards boxing", "Choices £2,000 towards outreach"),
    ("Hope Trust – boxing – £4,500", "Choices – outreach – £2,000"),
    ("Hope Trust, boxing, £4,500; and", "Choices, outreach, £2,000"),
    ("Hope Trust (boxing): £4,500", "Choices (outreach): £2,000"),
    ("£4,500 – Hope Trust, boxing", "£2,000 – Choices, outreach"),
    ("£4,500 to Hope Trust for boxing", "£2,000 to Choices for outreach"),
    ("1. Hope Trust was awarded £4,500 for boxing", "2. Choices was awarded £2,000 for outreach"),
    ("a) Hope Trust: a grant of £4,500 for boxing", "b) Choices: a grant of £2,000 for outreach"),
]


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("above", [("Community Fund", LEAD, "bullet"), ("Community Fund", LEAD, "paragraph"), ("Grants awarded to local groups", "", "bullet")])  # fmt: skip
def test_a_list_names_who_got_how_much_for_what(lines: tuple[str, str], above: tuple[str, str, str]) -> None:
    heading, lead, kind = above
    found = find_prose_awards(passages(heading, lead, *lines, kind=kind), Identity())
    assert told(found) == [("Hope Trust", 4500, "boxing", "awarded"), ("Choices", 2000, "outreach", "awarded")]


def test_a_list_of_uses_names_nobody() -> None:
    lead = "The grants were spent by councils on these services:"
    found = find_prose_awards(
        passages("Use", lead, "Drug treatment: £7,000", "Outreach for families: £3,000"), Identity()
    )
    assert told(found) == [(None, 7000, "Drug treatment", "spent"), (None, 3000, "Outreach for families", "spent")]


def test_a_list_says_from_which_fund_and_for_which_year() -> None:
    lead = "Grants from the Community Safety Fund for 2021/22 were made to:"
    found = find_prose_awards(passages("Update", lead, "Hope Trust £4,500", "Choices up to £2,000 a year"), Identity())
    assert [(a.fund, a.year, a.qualifier, a.per) for a in found] == [
        ("Community Safety Fund", "2021/22", None, None),
        ("Community Safety Fund", "2021/22", "up to", "year"),
    ]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Savings", "The savings plan has these lines:"),
        ("Budget 2022/23", "The budget is made up as follows:"),
        ("Revenue budget", ""),
        ("Police grant", "The settlement gives these forces:"),
        ("Costs", "Overtime was paid at these stations:"),
    ],
)
def test_a_list_of_a_budget_is_none_of_awards(heading: str, lead: str) -> None:
    assert find_prose_awards(passages(heading, lead, "Custody: £4,500", "Fleet: £2,000"), Identity()) == []

"""Norfolk, budget 2024/25: where the money comes from and how it is spent, in tables without rules, to the pound."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, dated, financial_year, grid, passing, said, shape

_INCOME = {
    "Government funding": ("£105,936,324", "£111,688,042"),
    "Council tax": ("£93,917,669", "£99,707,933"),
    "Approved budget": ("£199,853,993", "£211,395,975"),
}
_SPENDING = {
    "Employees": ("£166,217,858", "85.8%", "£171,653,993", "85.9%", "£186,301,659", "88.1%"),
    "Premises": ("£17,300,000", "8.9%", "£18,900,000", "9.5%", "£20,431,596", "9.7%"),
    "Transport": ("£3,500,000", "1.8%", "£3,700,000", "1.8%", "£3,971,277", "1.9%"),
    "Supplies, services and other": ("£24,900,000", "12.9%", "£23,900,000", "12.0%", "£26,445,898", "12.5%"),
    "Capital financing": ("£3,900,000", "2.0%", "£5,300,000", "2.6%", "£5,685,545", "2.7%"),
}
INCOME = Table(
    (
        ("Where the money comes from", "Budget 2023/24", "Budget 2024/25"),
        *((name, *cells) for name, cells in _INCOME.items()),
    ),
    caption="Funding of the budget",
    widths=(3, 2, 2),
)
SPENDING = Table(
    (
        (
            "How the money is spent",
            "Budget 2022/23",
            "% of budget",
            "Budget 2023/24",
            "% of budget",
            "Budget 2024/25",
            "% of budget",
        ),
        *((name, *cells) for name, cells in _SPENDING.items()),
    ),
    caption="Spending",
    widths=(2.3, 1.7, 1, 1.7, 1, 1.7, 1),
)
YEARS = tuple(financial_year(first) for first in (2022, 2023, 2024))


def _figure(printed: str) -> float:
    return float(printed.strip("£%").replace(",", ""))


PAPER = Paper(
    slug="norfolk-2024-02-budget",
    format="pdf",
    force_name="Norfolk Constabulary",
    running="Police and Crime Commissioner for Norfolk - Police budget and council tax",
    style="bare",
    blocks=(
        Heading("Police and Crime Commissioner for Norfolk", 1),
        Heading("Police Budget and Council Tax 2024/25", 1),
        Heading("1. Budget"),
        Text("The total budget under the control of the Commissioner for Norfolk in 2024/25 is £211.4 million.", "1.1"),
        INCOME,
        Heading("2. Spending"),
        Text(
            "The shares are those of the approved budget; income from fees is not taken off, so they add up to more than it.",
            "2.1",
        ),
        SPENDING,
        Heading("3. The precept of the year before"),
        Text(
            "On 2 February 2023 the Norfolk Police and Crime Panel endorsed an increase of 5.19% for 2023/24. This was £14.94 a "
            "year for a Band D property and £11.62 for a Band B property. Ten years of austerity had required savings of £42m.",
            "3.1",
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Norfolk",
            title="Police budget and council tax",
            published="2024",
            address="https://norfolk-pcc.gov.uk/key-information/finance/police-budget-and-council-tax",
            figures="funding and spending of three years",
            note="The page read ended within the table of spending; only rows that were complete are here.",
        ),
        Source(
            publisher="Office of the Police and Crime Commissioner for Norfolk",
            title="Unanimous Panel support for new Norfolk policing budget",
            published="2023-02",
            address="https://www.norfolk-pcc.gov.uk/news/unanimous-panel-support-for-new-norfolk-policing-budget/",
            figures="increase of 2023/24, day of the meeting, savings",
        ),
    ),
    truth=Truth(
        title="Police Budget and Council Tax 2024/25",
        force="norfolk",
        body="Police and Crime Commissioner for Norfolk",
        doc_type="budget report",
        area="Norfolk",
        tables=(shape("budget", INCOME), shape("budget", SPENDING)),
        observations=(
            *grid(
                1,
                (Column("actual", YEARS[1], "GBP"), Column("actual", YEARS[2], "GBP")),
                {name: tuple(map(_figure, cells)) for name, cells in _INCOME.items()},
                context="Where the money comes from",
            ),
            *grid(
                2,
                tuple(
                    column
                    for year in YEARS
                    for column in (Column("actual", year, "GBP"), Column("share", year, "percent"))
                ),
                {name: tuple(map(_figure, cells)) for name, cells in _SPENDING.items()},
                context="How the money is spent",
            ),
            said("total budget", 211400000, "in 2024/25 is £211.4 million", YEARS[2], "GBP"),
            said("precept", 5.19, "an increase of 5.19%", YEARS[1], "percent", "percent_change"),
            said(
                "precept for a Band D property", 14.94, "£14.94 a year for a Band D property", YEARS[1], "GBP", "change"
            ),
            said("precept for a Band B property", 11.62, "£11.62 for a Band B property", YEARS[1], "GBP", "change"),
            said("savings", 42000000, "savings of £42m", unit="GBP"),
        ),
        dates=(
            dated(
                "meeting",
                "2023-02-02",
                "On 2 February 2023",
                accept={"type": ["previous_meeting", "decision", "event", "other"]},
            ),
            *(
                passing(YEARS[2], quote, "financial_year")
                for quote in ("Council Tax 2024/25", "in 2024/25", "Budget 2024/25", "Budget 2024/25")
            ),
            *(
                passing(YEARS[1], quote, "financial_year")
                for quote in ("for 2023/24", "Budget 2023/24", "Budget 2023/24")
            ),
            passing(YEARS[0], "Budget 2022/23", "financial_year"),
        ),
    ),
)

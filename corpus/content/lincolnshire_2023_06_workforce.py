"""Lincolnshire, 2023: recruitment and establishment in a Word table, with what it costs; numbers that go from one to another."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import NO_PERIOD, Column, Figure, Truth, financial_year, grid, passing, said, shape

COSTS = Table(
    (
        ("Cost of people 2021/22", "£m"),
        ("Police officers", "64.5"),
        ("PCSOs", "2.9"),
        ("All policing", "140"),
    ),
    caption="Spending of 2021/22",
)
POSTS = Table(
    (
        ("Posts", "Before", "After", "Direction"),
        ("PCSOs", "91", "50", "↓"),
        ("Extra officers of the uplift", "", "166", "↑"),
        ("Officers in the budget", "", "1,186", ""),
    ),
    caption="Posts in the budget of 2022/23 and 2023/24",
)
Y2021, Y2022, Y2023 = (financial_year(first) for first in (2021, 2022, 2023))
_ANY = {"period_start": [None, "2022-04-01", "2023-04-01"], "period_end": [None, "2023-03-31", "2024-03-31"]}
_CHANGE = {"statistic": ["actual", "target"], **_ANY}

PAPER = Paper(
    slug="lincolnshire-2023-06-workforce",
    format="docx",
    force_name="Lincolnshire Police",
    running="Lincolnshire Police and Crime Panel - Workforce and recruitment",
    blocks=(
        Heading("Lincolnshire Police and Crime Panel", 1),
        Heading("Workforce and Recruitment", 1),
        Text("Report of the Police and Crime Commissioner for Lincolnshire"),
        Heading("1. Recruitment"),
        Text("120 officers were recruited in 2021/22. A further 67 officers came with the uplift in 2022/23.", "1.1"),
        POSTS,
        Text("The number of PCSOs is to go from 91 to 50.", "1.2"),
        Heading("2. Cost"),
        COSTS,
        Heading("3. Precept"),
        Text(
            "The precept for 2023/24 was raised by £14.94 for a Band D property. More than 3,000 people had answered the survey of "
            "2021/22.",
            "3.1",
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Lincolnshire",
            title="Annual report 2022-23: funding",
            published="2023",
            address="https://www.lincolnshire-pcc.gov.uk/transparency/what-our-priorities-are-and-how-we-are-doing/annual-report-2022-23/funding-2022-2023/",
            figures="officers of the uplift, officers in the budget",
            note="The folder's month is the project's.",
        ),
        Source(
            publisher="Office of the Police and Crime Commissioner for Lincolnshire",
            title="Annual report 2021-22: funding",
            published="2022",
            address="https://www.lincolnshire-pcc.gov.uk/transparency/what-our-priorities-are-and-how-we-are-doing/annual-report-2021-22/funding-2021-2022/",
            figures="officers recruited, cost of officers and PCSOs, survey",
        ),
        Source(
            publisher="Lincolnshire Police",
            title="We have had to make difficult decisions: Chief Constable on force budget",
            published="2023-01",
            address=(
                "https://www.lincs.police.uk/news/lincolnshire/news/2023/jan-2023/we-have-had-to-make-difficult-decisions-but-are-working-"
                "hard-to-continue-to-keep-lincolnshire-communities-safe-chief-constable-chris-haward-on-force-budget/"
            ),
            figures="PCSOs before and after, precept 2023/24",
        ),
    ),
    truth=Truth(
        title="Workforce and Recruitment",
        force="lincolnshire",
        body="Lincolnshire Police and Crime Panel",
        doc_type="report",
        area="Lincolnshire",
        tables=(shape("staffing", POSTS), shape("budget", COSTS)),
        observations=(
            *grid(
                1,
                (
                    Column("actual", NO_PERIOD, accept={"statistic": ["baseline"], **_ANY}),
                    Column("actual", NO_PERIOD, accept=_ANY),
                ),
                {
                    "PCSOs": (91, Figure(50, direction="down")),
                    "Extra officers of the uplift": (None, Figure(166, direction="up")),
                    "Officers in the budget": (None, 1186),
                },
                context="Posts in the budget",
            ),
            *grid(
                2,
                (Column("actual", Y2021, "GBP"),),
                {"Police officers": (64500000,), "PCSOs": (2900000,), "All policing": (140000000,)},
                context="Cost of people 2021/22",
            ),
            said("officers recruited", 120, "120 officers were recruited", Y2021),
            said("officers of the uplift", 67, "A further 67 officers", Y2022, accept={"statistic": ["change"]}),
            said("PCSOs", 91, "from 91 to 50", accept={"statistic": ["baseline"], **_ANY}),
            said("PCSOs", 50, "from 91 to 50", statistic="target", accept=_CHANGE),
            said(
                "precept for a Band D property", 14.94, "raised by £14.94 for a Band D property", Y2023, "GBP", "change"
            ),
            said("people answered the survey", 3000, "More than 3,000 people", Y2021, qualifier="more than"),
        ),
        dates=(
            *(
                passing(Y2021, quote, "financial_year")
                for quote in ("in 2021/22", "Spending of 2021/22", "Cost of people 2021/22", "2021/22")
            ),
            *(passing(Y2022, quote, "financial_year") for quote in ("in 2022/23", "the budget of 2022/23")),
            *(passing(Y2023, quote, "financial_year") for quote in ("for 2023/24", "2022/23 and 2023/24")),
        ),
    ),
)

"""Greater Manchester, 2025/26: the Mayor's decision on the police precept, with the two years before it."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Table, Text
from corpus.truth import Column, Period, Truth, dated, financial_year, grid, passing, said, shape

PRECEPT = Table(
    (
        ("Police precept", "2023/24", "2024/25", "Increase"),
        ("Band B", "£189.23", "£199.34", "£10.11"),
        ("Band D", "£243.30", "£256.30", "£13.00"),
    ),
    caption="Police precept of the last two years by council tax band",
    widths=(2, 1, 1, 1),
)
LAST, THIS, NEXT = financial_year(2023), financial_year(2024), financial_year(2025)
_2025 = {"period_start": [None], "period_end": [None]}

PAPER = Paper(
    slug="greater-manchester-2025-02-precept",
    format="docx",
    force_name="Greater Manchester Police",
    running="Greater Manchester Combined Authority - decision of the Mayor",
    blocks=(
        Heading("Greater Manchester Combined Authority", 1),
        Heading("Mayoral Police and Crime Commissioner Precept 2025/26", 1),
        Text("Decision of the Mayor of Greater Manchester, who has the functions of a Police and Crime Commissioner"),
        Heading("1. Decision"),
        Bullets(
            (
                "The precept for 2025/26 is £270.30 for a Band D property.",
                "The precept requirement of the ten districts is £222,183,670.",
                "The revenue budget of the Police Fund for 2025/26 is £871.652m.",
                "The capital budget of the Police Fund for 2025/26 is £38.030m, of which £36.819m is to be borrowed.",
            )
        ),
        Heading("2. Background"),
        Text(
            "The Government allows an increase of up to £14 for a Band D property. The consultation ran from 6 January to 17 "
            "January 2025. Three quarters of the money of Greater Manchester Police is government grant.",
            "2.1",
        ),
        PRECEPT,
        Text("With the precept of 2024/25 a further 30 officers were to join the front line.", "2.2"),
    ),
    sources=(
        Source(
            publisher="Greater Manchester Combined Authority",
            title="Mayoral Police and Crime Commissioner Precept 2025/26: decision details",
            published="2025",
            address="https://democracy.greatermanchester-ca.gov.uk/ieDecisionDetails.aspx?ID=3235",
            figures="precept, precept requirement, revenue and capital budget, borrowing",
            note=(
                "The folder's month is that of the budget meetings. The borrowing is published as a requirement of 2025/26 beside "
                "the capital budget."
            ),
        ),
        Source(
            publisher="Greater Manchester Combined Authority",
            title="Greater Manchester Police precept consultation launched to drive further improvements",
            published="2025-01-06",
            address=(
                "https://greatermanchester-ca.gov.uk/news/greater-manchester-police-precept-consultation-launched-to-drive-further-"
                "improvements"
            ),
            figures="days of the consultation",
        ),
        Source(
            publisher="Wigan Today",
            title="Funding to support continued improvement of police in Wigan approved by Police, Fire and Crime Panel",
            published="2024-02-06",
            address=(
                "https://www.wigantoday.net/lifestyle/money/funding-to-support-continued-improvement-of-police-in-wigan-approved-by-"
                "police-fire-and-crime-panel-4506961"
            ),
            figures="precepts of 2023/24 and 2024/25 for Bands B and D, further officers",
        ),
    ),
    truth=Truth(
        title="Mayoral Police and Crime Commissioner Precept 2025/26",
        force="greater-manchester",
        body="Greater Manchester Combined Authority",
        doc_type="budget report",
        area="Greater Manchester",
        tables=(shape("budget", PRECEPT),),
        observations=(
            *grid(
                1,
                (Column("actual", LAST, "GBP"), Column("actual", THIS, "GBP"), Column("change", THIS, "GBP")),
                {"Police precept Band B": (189.23, 199.34, 10.11), "Police precept Band D": (243.30, 256.30, 13)},
                context="Police precept of the last two years by council tax band",
            ),
            said("precept for a Band D property", 270.30, "is £270.30 for a Band D property", NEXT, "GBP"),
            said(
                "precept requirement",
                222183670,
                "precept requirement of the ten districts is £222,183,670",
                NEXT,
                "GBP",
                accept=_2025,
            ),
            said("revenue budget of the Police Fund", 871652000, "for 2025/26 is £871.652m", NEXT, "GBP"),
            said("capital budget of the Police Fund", 38030000, "for 2025/26 is £38.030m", NEXT, "GBP"),
            said("to be borrowed", 36819000, "of which £36.819m is to be borrowed", NEXT, "GBP", accept=_2025),
            said(
                "increase allowed for a Band D property",
                14,
                "an increase of up to £14 for a Band D property",
                unit="GBP",
                statistic="change",
                accept={"period_start": ["2025-04-01"], "period_end": ["2026-03-31"]},
            ),
            said(
                "further officers",
                30,
                "a further 30 officers",
                THIS,
                statistic="change",
                accept={"statistic": ["actual", "target"], "period_start": [None], "period_end": [None]},
            ),
        ),
        dates=(
            dated(
                "period",
                "2025-01-06",
                "from 6 January to 17 January 2025",
                "2025-01-17",
                accept={"type": ["event", "other", "deadline"]},
            ),
            *(
                passing(NEXT, quote, "financial_year")
                for quote in (
                    "Precept 2025/26",
                    "for 2025/26 is £270.30",
                    "for 2025/26 is £871.652m",
                    "for 2025/26 is £38.030m",
                )
            ),
            passing(THIS, "the precept of 2024/25", "financial_year"),
            passing(Period("2023-04-01", "2024-03-31"), "2023/24", "financial_year"),
            passing(THIS, "2024/25", "financial_year"),
        ),
    ),
)

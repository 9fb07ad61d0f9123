"""South Yorkshire, September 2024: burglary of five forces in two years, with percentages that do not follow from the numbers."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, financial_year, grid, passing, said, shape

_FORCES = {
    "South Yorkshire": (12392, 12024, -2.97),
    "Humberside": (5803, 5608, -2.12),
    "North Yorkshire": (2521, 2610, 3.53),
    "West Yorkshire": (16134, 16662, 3.27),
    "Metropolitan Police": (58605, 59923, 2.25),
}
BURGLARY = Table(
    (
        ("Burglary", "2022/23", "2023/24", "Change %"),
        *((force, f"{before:,}", f"{now:,}", f"{change:+.2f}") for force, (before, now, change) in _FORCES.items()),
    ),
    caption="Burglaries by force",
    widths=(3, 1.5, 1.5, 1.5),
)
BEFORE, YEAR = financial_year(2022), financial_year(2023)

PAPER = Paper(
    slug="south-yorkshire-2024-09-burglary",
    format="docx",
    force_name="South Yorkshire Police",
    running="South Yorkshire Police and Crime Panel - Burglary",
    blocks=(
        Heading("South Yorkshire Police and Crime Panel", 1),
        Heading("Burglary in South Yorkshire and Other Forces 2023/24", 1),
        Text("Report of the Mayor of South Yorkshire"),
        Heading("1. Burglary"),
        Text(
            "South Yorkshire Police had 12,024 burglaries in 2023/24, compared with 12,392 in 2022/23, a fall of 2.97%. Nationally there "
            "were 267,760, a drop of 3.98% from 278,646.",
            "1.1",
        ),
        BURGLARY,
        Text("The numbers of each force were collected by a firm and are no official statistics.", "1.2"),
    ),
    sources=(
        Source(
            publisher="Doncaster Free Press, on an analysis of Coral Windows",
            title="South Yorkshire Police see burglaries fall by 2.97% between 2023 and 2024",
            published="2024-09-16",
            address="https://www.doncasterfreepress.co.uk/community/south-yorkshire-police-see-burglaries-fall-by-297-between-2023-and-2024-4784267",
            figures="four forces of Yorkshire and the Humber, national numbers",
            note="As published: 5,608 against 5,803 is -3.36%, printed as -2.12%; 267,760 against 278,646 is -3.91%, printed as -3.98%.",
        ),
        Source(
            publisher="Northern Ireland World, on the same analysis",
            title="Police Service of Northern Ireland sees burglary incidents fall",
            published="2024-08-07",
            address="https://www.northernirelandworld.com/news/crime/police-service-of-northern-ireland-sees-burglary-incidents-fall-by-66-4733176",
            figures="Metropolitan Police, national numbers",
            note="The national numbers are those of England, Wales and Northern Ireland.",
        ),
    ),
    truth=Truth(
        title="Burglary in South Yorkshire and Other Forces 2023/24",
        force="south-yorkshire",
        body="South Yorkshire Police and Crime Panel",
        doc_type="report",
        area="South Yorkshire",
        tables=(shape("measure", BURGLARY),),
        observations=(
            *grid(
                1,
                (Column("actual", BEFORE), Column("actual", YEAR), Column("percent_change", YEAR, "percent")),
                _FORCES,
                context="Burglaries by force",
                area_rows=True,
                label="Burglary",
            ),
            said("burglaries", 12024, "had 12,024 burglaries in 2023/24", YEAR),
            said("burglaries", 12392, "12,392 in 2022/23", BEFORE),
            said("burglaries", -2.97, "a fall of 2.97%", YEAR, "percent", "percent_change"),
            said(
                "burglaries",
                267760,
                "Nationally there were 267,760",
                YEAR,
                area="national",
                accept={"period_start": [None], "period_end": [None]},
            ),
            said(
                "burglaries",
                -3.98,
                "a drop of 3.98%",
                YEAR,
                "percent",
                "percent_change",
                area="national",
                accept={"period_start": [None], "period_end": [None]},
            ),
            said(
                "burglaries",
                278646,
                "from 278,646",
                BEFORE,
                area="national",
                accept={"period_start": [None], "period_end": [None], "statistic": ["baseline"]},
            ),
        ),
        dates=(
            *(passing(YEAR, quote, "financial_year") for quote in ("Forces 2023/24", "in 2023/24", "2023/24")),
            *(passing(BEFORE, quote, "financial_year") for quote in ("in 2022/23", "2022/23")),
        ),
    ),
)

"""Warwickshire, March 2024: grants of three years against their budget, and a Home Office fund cut in mid-course."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, DateTruth, Observation, Period, TableTruth, Truth

HEAD = ("Year", "Decision", "Date of decision", "Budget", "Awarded")
GRANTS = Table(
    (
        HEAD,
        ("2022/23", "WPCC3-0049", "8 April 2022", "", "£992,550"),
        ("2023/24", "WPCC3-0089", "4 April 2023", "£510,000", "£525,179"),
        ("2024/25", "WPCC3-0129", "13 March 2024", "£300,000", "£299,213.13"),
    ),
    caption="Commissioner's grants by year",
)
SAFER_HEAD = ("Safer Streets 5", "2023/24", "2024/25")
SAFER = Table(
    (
        SAFER_HEAD,
        ("First allocation", "£465,000", "£535,000"),
        ("Reduction of December 2023", "", "£180,000"),
        ("Allocation after the reduction", "£465,000", "£355,000"),
    ),
    caption="Safer Streets 5 funding by financial year",
)
GRANT, SAFER_STREETS = "Commissioner's grants", "Safer Streets 5"

PAPER = Paper(
    slug="warwickshire-2024-03-grants",
    format="docx",
    force_name="Warwickshire Police",
    running="Warwickshire Police and Crime Panel - Grants",
    blocks=(
        Heading("Warwickshire Police and Crime Panel", 1),
        Heading("Commissioner's Grants and Safer Streets", 1),
        Text("Report of the Police and Crime Commissioner for Warwickshire, March 2024"),
        Heading("1. Purpose"),
        Text(
            "The Panel is asked to note the grants awarded in three years and the position of Safer Streets 5.", "1.1"
        ),
        Heading("2. Grants"),
        Text("In 2022/23 a total of £992,550 was awarded to 62 community projects.", "2.1"),
        Text(
            "In 2023/24 awards were allowed to exceed the budget by approximately 10%, since partners have spent less than they "
            "were given in earlier years.",
            "2.2",
        ),
        GRANTS,
        Heading("3. Safer Streets 5"),
        Text(
            "The Home Office launched Safer Streets 5 in July 2023. Warwickshire was allocated £1.000m over 18 months, from 1 "
            "October 2023 to 31 March 2025. On 14 December 2023 the Home Office reduced the second year.",
            "3.1",
        ),
        SAFER,
    ),
    sources=tuple(
        Source(publisher=publisher, title=title, published=published, address=address, figures=figures)
        for publisher, title, published, address, figures in (
            (
                "Office of the Police and Crime Commissioner for Warwickshire",
                "WPCC3-0049: Commissioner's Grants Scheme 2022/23",
                "2022-04-08",
                "https://www.warwickshire-pcc.gov.uk/your-pcc/decision-making/decisions-log-2022/"
                "wpcc3-0049-commissioners-grants-scheme-2022-23/",
                "total and number of projects 2022/23",
            ),
            (
                "Office of the Police and Crime Commissioner for Warwickshire",
                "WPCC3-0089: Police and Crime Commissioner's grants 2023/24",
                "2023-04-04",
                "https://www.warwickshire-pcc.gov.uk/your-pcc/decision-making/decisions-log-2023/"
                "wpcc3-0089-police-and-crime-commissioners-grants-2023-24/",
                "total and budget 2023/24, over-allocation of approximately 10%",
            ),
            (
                "Office of the Police and Crime Commissioner for Warwickshire",
                "WPCC3-0129: Police and Crime Commissioner's grants 2024/25",
                "2024-03-13",
                "https://warwickshire-pcc.gov.uk/your-pcc/decision-making/decisions-log-2024/"
                "wpcc3-0129-police-and-crime-commissioners-grants-2024-25",
                "total and budget 2024/25",
            ),
            (
                "Office of the Police and Crime Commissioner for Warwickshire",
                "WPCC3-0126: Safer Streets 5",
                "2024-02-26",
                "https://www.warwickshire-pcc.gov.uk/your-pcc/decision-making/decisions-log-2024/wpcc3-0126-safer-streets-5/",
                "allocation of £1.000m and its 18 months",
            ),
            (
                "Warwickshire County Council",
                "Safer Streets Round Five: update on projects",
                "2024",
                "https://warwickshire.gov.uk/safein/violence/safer-streets",
                "split by year and reduction of 14 December 2023",
            ),
        )
    ),
    truth=Truth(
        title="Commissioner's Grants and Safer Streets",
        force="warwickshire",
        body="Warwickshire Police and Crime Panel",
        doc_type="report",
        area="Warwickshire",
        tables=(
            TableTruth(
                type="award",
                caption="Commissioner's grants by year",
                header=[HEAD],
                body_rows=3,
                columns=5,
                first_body_row=("2022/23", "WPCC3-0049", "8 April 2022", "", "£992,550"),
                last_body_row=("2024/25", "WPCC3-0129", "13 March 2024", "£300,000", "£299,213.13"),
            ),
            TableTruth(
                type="award",
                caption="Safer Streets 5 funding by financial year",
                header=[SAFER_HEAD],
                body_rows=3,
                columns=3,
                first_body_row=("First allocation", "£465,000", "£535,000"),
                last_body_row=("Allocation after the reduction", "£465,000", "£355,000"),
            ),
        ),
        observations=(
            Observation(
                label="community projects",
                value=62,
                period=Period("2022-04-01", "2023-03-31", "2022/23"),
                quote="awarded to 62 community projects",
            ),
            Observation(
                label="awards allowed to exceed the budget",
                value=10,
                unit="percent",
                qualifier="approximately",
                period=Period("2023-04-01", "2024-03-31", "2023/24"),
                quote="exceed the budget by approximately 10%",
                optional=True,
                accept={"statistic": ["percent_change"]},
            ),
        ),
        awards=(
            *(
                Award(
                    amount=amount,
                    purpose=f"{GRANT} {year}",
                    status=status,
                    year=year,
                    date=date if status == "awarded" else None,
                    decision_ref=decision,
                    source="table",
                    table=1,
                )
                for year, decision, date, status, amount in (
                    ("2022/23", "WPCC3-0049", "2022-04-08", "awarded", 992550),
                    ("2023/24", "WPCC3-0089", None, "available", 510000),
                    ("2023/24", "WPCC3-0089", "2023-04-04", "awarded", 525179),
                    ("2024/25", "WPCC3-0129", None, "available", 300000),
                    ("2024/25", "WPCC3-0129", "2024-03-13", "awarded", 299213.13),
                )
            ),
            *(
                Award(
                    amount=amount,
                    purpose=f"{SAFER_STREETS}: {row}",
                    year=year,
                    fund=SAFER_STREETS,
                    source="table",
                    table=2,
                    optional=row == "Reduction of December 2023",
                )
                for row, year, amount in (
                    ("First allocation", "2023/24", 465000),
                    ("First allocation", "2024/25", 535000),
                    ("Reduction of December 2023", "2024/25", 180000),
                    ("Allocation after the reduction", "2023/24", 465000),
                    ("Allocation after the reduction", "2024/25", 355000),
                )
            ),
            Award(
                amount=992550,
                purpose="62 community projects",
                year="2022/23",
                quote="a total of £992,550 was awarded",
            ),
            Award(
                amount=1000000,
                purpose="Safer Streets 5",
                area="Warwickshire",
                funder="Home Office",
                fund=SAFER_STREETS,
                quote="Warwickshire was allocated £1.000m over 18 months",
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2024-03-01",
                end="2024-03-31",
                precision="month",
                label="report of the Commissioner",
                quote="March 2024",
                optional=True,
                accept={"type": ["publication", "other"]},
            ),
            *(
                DateTruth(
                    type="decision",
                    start=day,
                    label=f"grants {year}",
                    quote=printed,
                    accept={"type": ["event", "other"]},
                )
                for day, year, printed in (
                    ("2022-04-08", "2022/23", "8 April 2022"),
                    ("2023-04-04", "2023/24", "4 April 2023"),
                    ("2024-03-13", "2024/25", "13 March 2024"),
                )
            ),
            DateTruth(
                type="launch",
                start="2023-07-01",
                end="2023-07-31",
                precision="month",
                label="Safer Streets 5",
                quote="launched Safer Streets 5 in July 2023",
            ),
            DateTruth(
                type="period",
                start="2023-10-01",
                end="2025-03-31",
                label="Safer Streets 5",
                quote="from 1 October 2023 to 31 March 2025",
                accept={"type": ["plan", "contract", "other", "event"]},
            ),
            DateTruth(
                type="decision",
                start="2023-12-14",
                label="second year of Safer Streets 5 reduced",
                quote="On 14 December 2023 the Home Office reduced",
                accept={"type": ["event", "other"]},
            ),
            DateTruth(
                type="decision",
                start="2023-12-01",
                end="2023-12-31",
                precision="month",
                label="reduction",
                quote="Reduction of December 2023",
                optional=True,
                accept={"type": ["event", "other"]},
            ),
            *(
                DateTruth(
                    type="period",
                    start=f"{first}-04-01",
                    end=f"{first + 1}-03-31",
                    precision="financial_year",
                    label="grants",
                    quote=f"In {first}/{first - 1999}",
                    optional=True,
                )
                for first in (2022, 2023)
            ),
        ),
    ),
)

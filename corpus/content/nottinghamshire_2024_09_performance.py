"""Nottinghamshire, to September 2024: a page of changes only, in per cent and in offences."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Observation, TableTruth, Truth, grid, months

HEAD = ("Measure", "Change in the 12 months to September 2024")
CHANGE = Table(
    (
        HEAD,
        ("Victim-based crime", "-6.8%"),
        ("Vehicle offences", "-15.7% (-846)"),
        ("Residential burglary", "-7% (-214)"),
        ("Theft from the person", "-11.5% (-120)"),
        ("Neighbourhood crime", "-11.1%"),
        ("Anti-social behaviour incidents", "-11.2%"),
    ),
    caption="Crime and anti-social behaviour",
    widths=(3, 3),
)
YEAR = months("2023-10", "2024-09", "12 months to September 2024")

PAPER = Paper(
    slug="nottinghamshire-2024-09-performance",
    format="pdf",
    force_name="Nottinghamshire Police",
    running="Nottinghamshire Police and Crime Panel - Performance and Insight Report",
    style="ruled",
    blocks=(
        Heading("Nottinghamshire Police and Crime Panel", 1),
        Heading("Performance and Insight Report to September 2024", 1),
        Text("Report of the Police and Crime Commissioner for Nottinghamshire"),
        Heading("1. Purpose of the report"),
        Text(
            "The Panel is told how Nottinghamshire Police performs against the Police and Crime Plan 2024-2029.", "1.1"
        ),
        Heading("2. Performance"),
        CHANGE,
        Text("In the last quarter anti-social behaviour recorded by the police fell by 4.1%.", "2.1"),
        Heading("3. Safer Streets"),
        Text("The programme has put up 26 CCTV cameras and 19 lamps.", "3.1"),
        Heading("4. Recommendation"),
        Text("Members are asked to note the report.", "4.1"),
    ),
    sources=(
        Source(
            publisher="West Bridgford Wire, on a paper of the Nottinghamshire Police and Crime Panel",
            title="Nottinghamshire Police performance update shows crime down but reduction in public trust",
            published="2024",
            address=(
                "https://westbridgfordwire.com/"
                "nottinghamshire-police-performance-update-shows-crime-down-but-reduction-in-public-trust/"
            ),
            figures="changes by type of crime, anti-social behaviour, cameras and lamps",
            note="A newspaper's account of the panel's paper; it does not give the day of the meeting.",
        ),
    ),
    truth=Truth(
        title="Performance and Insight Report to September 2024",
        force="nottinghamshire",
        body="Nottinghamshire Police and Crime Panel",
        doc_type="performance report",
        area="Nottinghamshire",
        tables=(
            TableTruth(
                type="measure",
                caption="Crime and anti-social behaviour",
                header=[HEAD],
                body_rows=6,
                columns=2,
                first_body_row=("Victim-based crime", "-6.8%"),
                last_body_row=("Anti-social behaviour incidents", "-11.2%"),
            ),
        ),
        observations=(
            *grid(
                1,
                (Column("percent_change", YEAR, "percent"), Column("change", YEAR)),
                {
                    "Victim-based crime": (-6.8, None),
                    "Vehicle offences": (-15.7, -846),
                    "Residential burglary": (-7, -214),
                    "Theft from the person": (-11.5, -120),
                    "Neighbourhood crime": (-11.1, None),
                    "Anti-social behaviour incidents": (-11.2, None),
                },
                context="Crime and anti-social behaviour",
            ),
            Observation(
                label="anti-social behaviour recorded by the police",
                value=-4.1,
                unit="percent",
                statistic="percent_change",
                period=months("2024-07", "2024-09", "In the last quarter"),
                quote="recorded by the police fell by 4.1%",
                accept={"period_start": [None], "period_end": [None]},
            ),
            Observation(label="CCTV cameras", value=26, quote="put up 26 CCTV cameras"),
            Observation(label="lamps", value=19, quote="and 19 lamps"),
        ),
        dates=(
            DateTruth(
                type="plan",
                start="2024-01-01",
                end="2029-12-31",
                precision="year",
                label="Police and Crime Plan 2024-2029",
                quote="Police and Crime Plan 2024-2029",
                accept={"type": ["period"]},
            ),
            DateTruth(
                type="period",
                start="2024-09-01",
                end="2024-09-30",
                precision="month",
                label="period of the report",
                quote="Report to September 2024",
                optional=True,
                accept={"start": ["2023-10-01"]},
            ),
        ),
    ),
)

"""Wiltshire, September 2019: recorded crime of a quarter and of a year, with a rate per 1,000 people."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Observation, TableTruth, Truth, grid, mentioned_periods, months

HEAD = ("Measure", "Wiltshire", "Most Similar Group")
RATE = Table(
    (HEAD, ("Recorded crimes per 1,000 population, 12 months to June 2019", "60.3", "71.9")),
    caption="Recorded crime per 1,000 population",
)
Q1 = months("2019-04", "2019-06", "Quarter 1 2019-20")
YEAR = months("2018-07", "2019-06", "12 months to June 2019")
NATIONAL = months("2018-04", "2019-03", "12 months to March 2019")

PAPER = Paper(
    slug="wiltshire-2019-09-performance",
    format="md",
    force_name="Wiltshire Police",
    blocks=(
        Heading("Wiltshire Police and Crime Panel", 1),
        Text("September 2019"),
        Heading("Quarterly Performance Report: Quarter 1 2019-20", 1),
        Text("Report of the Police and Crime Commissioner for Wiltshire and Swindon"),
        Heading("1. Purpose"),
        Text("The Panel is asked to note how Wiltshire Police performed from 1 April to 30 June 2019.", "1.1"),
        Heading("2. Prevent crime and keep people safe"),
        Text("Wiltshire Police recorded 10,952 crimes in Quarter 1 2019-20.", "2.1"),
        Text(
            "In the 12 months to June 2019 there were 43,523 recorded crimes, a decrease of 0.4% (-170). In England and Wales "
            "recorded crime increased by 8% in the 12 months to March 2019.",
            "2.2",
        ),
        RATE,
    ),
    sources=(
        Source(
            publisher="Wiltshire Council, for the Wiltshire Police and Crime Panel",
            title="Papers of the Wiltshire Police and Crime Panel, September 2019: quarterly data (Q1)",
            published="2019-09",
            address="https://cms.wiltshire.gov.uk/ieListDocuments.aspx?CId=1127&MId=12375",
            figures="recorded crime of the quarter and of the 12 months, rate per 1,000 population, national change",
        ),
    ),
    truth=Truth(
        title="Quarterly Performance Report: Quarter 1 2019-20",
        force="wiltshire",
        body="Wiltshire Police and Crime Panel",
        doc_type="performance report",
        area="Wiltshire",
        period=months("2019-04", "2019-06"),
        tables=(
            TableTruth(
                type="measure",
                caption="Recorded crime per 1,000 population",
                header=[HEAD],
                body_rows=1,
                columns=3,
                first_body_row=("Recorded crimes per 1,000 population, 12 months to June 2019", "60.3", "71.9"),
                last_body_row=("Recorded crimes per 1,000 population, 12 months to June 2019", "60.3", "71.9"),
            ),
        ),
        observations=(
            *grid(
                1,
                (Column("actual", YEAR, area="Wiltshire"), Column("actual", YEAR, area="Most Similar Group")),
                {"Recorded crimes per 1,000 population, 12 months to June 2019": (60.3, 71.9)},
                unit="rate",
            ),
            Observation(
                label="recorded crimes", value=10952, period=Q1, quote="recorded 10,952 crimes in Quarter 1 2019-20"
            ),
            Observation(label="recorded crimes", value=43523, period=YEAR, quote="there were 43,523 recorded crimes"),
            Observation(
                label="recorded crimes",
                value=-0.4,
                unit="percent",
                statistic="percent_change",
                period=YEAR,
                quote="a decrease of 0.4% (-170)",
            ),
            Observation(
                label="recorded crimes", value=-170, statistic="change", period=YEAR, quote="a decrease of 0.4% (-170)"
            ),
            Observation(
                label="recorded crime",
                value=8,
                unit="percent",
                statistic="percent_change",
                period=NATIONAL,
                area="England and Wales",
                quote="increased by 8% in the 12 months to March 2019",
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2019-09-01",
                end="2019-09-30",
                precision="month",
                label="Wiltshire Police and Crime Panel",
                quote="September 2019",
            ),
            DateTruth(
                type="period",
                start="2019-04-01",
                end="2019-06-30",
                label="period of the report",
                quote="from 1 April to 30 June 2019",
            ),
            *mentioned_periods(
                ("2019-04-01", "2019-06-30", "quarter", "performance", "Quarter 1 2019-20"),
                ("2019-04-01", "2019-06-30", "quarter", "recorded crimes", "in Quarter 1 2019-20"),
                ("2018-07-01", "2019-06-30", "month", "recorded crimes", "the 12 months to June 2019"),
                ("2018-04-01", "2019-03-31", "month", "recorded crime", "the 12 months to March 2019"),
            ),
        ),
    ),
)

"""Wiltshire, second quarter of 2020/21: change against the region, the most similar group and the country."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Observation, TableTruth, Truth, grid, mentioned_periods, month, months

HEAD = ("Area", "Change in recorded crime, 12 months to September 2020")
CHANGE = Table(
    (
        HEAD,
        ("Wiltshire", "-10.1%"),
        ("South West", "-5.5%"),
        ("Most Similar Group", "-5.6%"),
        ("England and Wales", "-6.9%"),
    ),
    caption="Volume of recorded crime against the previous 12 months",
    widths=(2, 3),
)
YEAR = months("2019-10", "2020-09", "12 months to September 2020")
Q2 = months("2020-07", "2020-09", "Quarter 2 2020/21")

PAPER = Paper(
    slug="wiltshire-2020-09-performance",
    format="pdf",
    force_name="Wiltshire Police",
    running="Wiltshire Police and Crime Panel - Quarterly data (Q2) 2020/21",
    style="zebra",
    blocks=(
        Heading("Wiltshire Police and Crime Panel", 1),
        Heading("Performance Overview: Quarter 2 2020/21", 1),
        Text("Report of the Police and Crime Commissioner for Wiltshire and Swindon"),
        Heading("1. Purpose"),
        Text(
            "This report shows the performance of Wiltshire Police in the quarter from 1 July to 30 September 2020.",
            "1.1",
        ),
        Heading("2. Recommendation"),
        Text("The Panel is asked to note the report.", "2.1"),
        Heading("3. Crime volume"),
        Text(
            "Over the 12 months to September 2020 recorded crime was 54.56 per 1,000 population in Wiltshire. The mean of the "
            "Most Similar Group was 68.97.",
            "3.1",
        ),
        CHANGE,
        Heading("4. Crime recording and outcomes"),
        Text("Crime recording compliance was 93.9% in September 2020.", "4.1"),
        Text("The positive outcome rate was 16.7% in the 12 months to September 2020.", "4.2"),
    ),
    sources=(
        Source(
            publisher="Wiltshire Council, for the Wiltshire Police and Crime Panel",
            title="Wiltshire Police and Crime Panel, agenda item: quarterly data (Q2), 2020/21",
            published="2020",
            address="https://cms.wiltshire.gov.uk/mgAi.aspx?ID=95747",
            figures="recorded crime per 1,000 population, change by area, recording compliance, positive outcome rate",
            note="The page does not give the day of the meeting, so the sample paper has none.",
        ),
    ),
    truth=Truth(
        title="Performance Overview: Quarter 2 2020/21",
        force="wiltshire",
        body="Wiltshire Police and Crime Panel",
        doc_type="performance report",
        area="Wiltshire",
        period=Q2,
        tables=(
            TableTruth(
                type="measure",
                caption="Volume of recorded crime against the previous 12 months",
                header=[HEAD],
                body_rows=4,
                columns=2,
                first_body_row=("Wiltshire", "-10.1%"),
                last_body_row=("England and Wales", "-6.9%"),
            ),
        ),
        observations=(
            *grid(
                1,
                (Column("percent_change", YEAR, "percent"),),
                {
                    "Wiltshire": (-10.1,),
                    "South West": (-5.5,),
                    "Most Similar Group": (-5.6,),
                    "England and Wales": (-6.9,),
                },
                area_rows=True,
                label="Change in recorded crime",
            ),
            Observation(
                label="recorded crime per 1,000 population",
                value=54.56,
                unit="rate",
                period=YEAR,
                quote="recorded crime was 54.56 per 1,000 population in Wiltshire",
                accept={"statistic": ["rate"]},
            ),
            Observation(
                label="recorded crime per 1,000 population",
                value=68.97,
                unit="rate",
                period=YEAR,
                area="Most Similar Group",
                quote="Most Similar Group was 68.97",
                accept={"statistic": ["average", "rate"], "period_start": [None], "period_end": [None]},
            ),
            Observation(
                label="Crime recording compliance",
                value=93.9,
                unit="percent",
                period=month("2020-09", "September 2020"),
                quote="Crime recording compliance was 93.9% in September 2020",
            ),
            Observation(
                label="positive outcome rate",
                value=16.7,
                unit="percent",
                period=YEAR,
                quote="The positive outcome rate was 16.7%",
            ),
        ),
        dates=(
            DateTruth(
                type="period",
                start="2020-07-01",
                end="2020-09-30",
                label="period of the report",
                quote="from 1 July to 30 September 2020",
            ),
            *mentioned_periods(
                ("2020-07-01", "2020-09-30", "quarter", "performance", "Quarter 2 2020/21"),
                ("2019-10-01", "2020-09-30", "month", "recorded crime", "the 12 months to September 2020"),
                ("2020-09-01", "2020-09-30", "month", "recording compliance", "in September 2020"),
                ("2019-10-01", "2020-09-30", "month", "outcomes", "the 12 months to September 2020"),
            ),
        ),
    ),
)

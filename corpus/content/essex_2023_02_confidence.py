"""Essex, February 2023: public confidence against a year ago and against the last year before the pandemic."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Observation, TableTruth, Truth, grid, mentioned_periods, months

HEAD = ("Measure", "12 months to December 2019", "12 months to December 2021", "12 months to December 2022")
CONFIDENCE = Table(
    (HEAD, ("Confidence (independent survey)", "64.7%", "80.1%", "75.0%")),
    caption="Confidence in the local police",
)
Y2019, Y2021, Y2022 = (months(f"{y}-01", f"{y}-12", f"12 months to December {y}") for y in (2019, 2021, 2022))

PAPER = Paper(
    slug="essex-2023-02-confidence",
    format="md",
    force_name="Essex Police",
    blocks=(
        Heading("Essex Police, Fire and Crime Panel", 1),
        Heading("Police and Crime Plan 2021-2024: Performance Update, February 2023", 1),
        Text("Report of the Police, Fire and Crime Commissioner for Essex"),
        Heading("1. Executive summary"),
        Text("This update tells members how Essex Police performs against the Police and Crime Plan 2021-2024.", "1.1"),
        Text("The data of Essex Police are to 28 February 2023, national ones to 31 December 2022.", "1.2"),
        Heading("2. Confidence"),
        Text(
            "Confidence was 75.0% in the 12 months to December 2022. It fell by 5.1 percentage points on the 12 months to "
            "December 2021 (80.1%) and rose by 10.3 percentage points on the 12 months to December 2019 (64.7%).",
            "2.1",
        ),
        CONFIDENCE,
        Heading("3. Recommendation"),
        Text("The Panel is asked to note the report.", "3.1"),
    ),
    sources=(
        Source(
            publisher="Essex Police, Performance Analysis Unit",
            title="Police and Crime Plan 2021-2024, monthly performance update, February 2023",
            published="2023-03",
            address="https://slideorbit.com/bijou/performance-update-of-essex-police-and-crime-plan-2021-2024-for-february-2023",
            figures="confidence in the 12 months to December 2022, 2021 and 2019, and the differences",
            note="The address is a public copy of the update.",
        ),
    ),
    truth=Truth(
        title="Police and Crime Plan 2021-2024: Performance Update, February 2023",
        force="essex",
        body="Essex Police, Fire and Crime Panel",
        doc_type="performance report",
        area="Essex",
        tables=(
            TableTruth(
                type="measure",
                caption="Confidence in the local police",
                header=[HEAD],
                body_rows=1,
                columns=4,
                first_body_row=("Confidence (independent survey)", "64.7%", "80.1%", "75.0%"),
                last_body_row=("Confidence (independent survey)", "64.7%", "80.1%", "75.0%"),
            ),
        ),
        observations=(
            *grid(
                1,
                (Column("actual", Y2019), Column("actual", Y2021), Column("actual", Y2022)),
                {"Confidence (independent survey)": (64.7, 80.1, 75.0)},
                unit="percent",
            ),
            Observation(label="Confidence", value=75.0, unit="percent", period=Y2022, quote="Confidence was 75.0%"),
            Observation(
                label="Confidence",
                value=-5.1,
                unit="percent",
                statistic="point_change",
                period=Y2022,
                quote="It fell by 5.1 percentage points",
                accept={"period_start": ["2021-01-01"], "period_end": ["2021-12-31"]},
            ),
            Observation(label="Confidence", value=80.1, unit="percent", period=Y2021, quote="December 2021 (80.1%)"),
            Observation(
                label="Confidence",
                value=10.3,
                unit="percent",
                statistic="point_change",
                period=Y2022,
                quote="rose by 10.3 percentage points",
                accept={"period_start": ["2019-01-01"], "period_end": ["2019-12-31"]},
            ),
            Observation(label="Confidence", value=64.7, unit="percent", period=Y2019, quote="December 2019 (64.7%)"),
        ),
        dates=(
            DateTruth(
                type="publication",
                start="2023-02-01",
                end="2023-02-28",
                precision="month",
                label="performance update",
                quote="Performance Update, February 2023",
                accept={"type": ["period", "meeting", "event", "other"]},
            ),
            *(
                DateTruth(
                    type="plan",
                    start="2021-01-01",
                    end="2024-12-31",
                    precision="year",
                    label="Police and Crime Plan 2021-2024",
                    quote="Police and Crime Plan 2021-2024",
                    repeat=repeat,
                    accept={"type": ["period"]},
                )
                for repeat in (False, True)
            ),
            *mentioned_periods(
                ("2023-02-28", "2023-02-28", "day", "data of Essex Police", "to 28 February 2023"),
                ("2022-12-31", "2022-12-31", "day", "national data", "to 31 December 2022"),
                ("2022-01-01", "2022-12-31", "month", "confidence", "the 12 months to December 2022"),
                ("2021-01-01", "2021-12-31", "month", "confidence", "the 12 months to December 2021"),
                ("2019-01-01", "2019-12-31", "month", "confidence", "the 12 months to December 2019"),
            ),
        ),
    ),
)

"""Suffolk, July 2022: satisfaction of victims, and recorded crime of the six forces of the East of England."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Observation, Truth, dated, grid, month, months, passing, said, shape

_FORCES = {
    "Suffolk": "48,686",
    "Bedfordshire": "49,690",
    "Cambridgeshire": "64,713",
    "Norfolk": "66,820",
    "Hertfordshire": "72,810",
    "Essex": "159,918",
}
REGION = Table(
    (("Force area", "Recorded crime, year ending December 2021"), *_FORCES.items()),
    caption="Recorded crime (without fraud) in the East of England",
    widths=(2, 3),
)
CONTACT = Table(
    (
        ("Satisfaction of victims", "April 2021", "April 2022"),
        ("First contact", "74%", "63%"),
    ),
    caption="Satisfaction with first contact (approximate)",
    widths=(3, 1, 1),
)
YEAR = months("2021-01", "2021-12", "year ending December 2021")
APRILS = (month("2021-04", "April 2021"), month("2022-04", "April 2022"))
TO_APRIL = {"period_start": ["2021-04-01", "2021-05-01", "2022-04-01", None], "period_end": ["2022-04-30", None]}

PAPER = Paper(
    slug="suffolk-2022-07-confidence",
    format="pdf",
    force_name="Suffolk Constabulary",
    running="Accountability and Performance Panel - 8 July 2022 - Confidence and Satisfaction",
    style="zebra",
    blocks=(
        Heading("Accountability and Performance Panel", 1),
        Text("8 July 2022"),
        Heading("Improving Confidence and Satisfaction", 1),
        Text("Report of the Chief Constable of Suffolk Constabulary to the Police and Crime Commissioner"),
        Heading("1. Satisfaction"),
        Text(
            "Victims of business crime, rural crime, online crime and hate crime are surveyed. Satisfaction with first contact fell "
            "by around 10% between April 2021 and April 2022.",
            "1.1",
        ),
        CONTACT,
        Heading("2. Recorded crime"),
        Text(
            "In the year ending December 2021 Suffolk had 48,686 crimes, fewer than any other force of the region.",
            "2.1",
        ),
        REGION,
        Heading("3. Control room"),
        Text(
            "Around 40,000 calls to 101, or 32%, are not answered in a year. A precept of £10 a year pays for more operators.",
            "3.1",
        ),
    ),
    sources=(
        Source(
            publisher="East Anglian Daily Times",
            title="Chief Constable of Suffolk Police on demand and satisfaction",
            published="2022-07-11",
            address="https://www.eadt.co.uk/news/crime/chief-constable-suffolk-police-demand-9137496",
            figures="satisfaction with first contact, recorded crime of six forces, day of the meeting",
            note="The percentages of April 2021 and April 2022 are published as approximate; their difference is printed as around 10%.",
        ),
        Source(
            publisher="Lowestoft Journal",
            title="Suffolk Constabulary's latest inspection reveals required improvement",
            published="2022",
            address="https://www.lowestoftjournal.co.uk/news/crime/suffolk-constabularys-latest-inspection-reveals-required-improvement-9217472",
            figures="calls to 101 not answered, precept for the control room",
        ),
    ),
    truth=Truth(
        title="Improving Confidence and Satisfaction",
        force="suffolk",
        body="Accountability and Performance Panel",
        doc_type="report",
        area="Suffolk",
        meeting_date="2022-07-08",
        tables=(shape("measure", CONTACT), shape("measure", REGION)),
        observations=(
            *grid(
                1,
                tuple(Column("actual", period, "percent") for period in APRILS),
                {"Satisfaction of victims: First contact": (74, 63)},
                context="Satisfaction with first contact",
            ),
            *grid(
                2,
                (Column("actual", YEAR),),
                {force: (float(printed.replace(",", "")),) for force, printed in _FORCES.items()},
                context="Recorded crime (without fraud)",
                area_rows=True,
                label="Recorded crime",
            ),
            Observation(
                label="Satisfaction with first contact",
                value=-10,
                unit="percent",
                statistic="percent_change",
                period=APRILS[1],
                quote="fell by around 10% between April 2021 and April 2022",
                qualifier="around",
                accept={"unit": ["percentage points"], "statistic": ["point_change"], **TO_APRIL},
            ),
            said("crimes", 48686, "had 48,686 crimes", YEAR),
            said("calls to 101 not answered in a year", 40000, "Around 40,000 calls to 101", qualifier="around"),
            said(
                "calls to 101 not answered in a year", 32, "or 32%, are not answered", unit="percent", statistic="share"
            ),
            said("precept", 10, "A precept of £10 a year", unit="GBP"),
        ),
        dates=(
            dated("meeting", "2022-07-08", "8 July 2022"),
            *(
                passing(period, quote)
                for period in APRILS
                for quote in (str(period.label), "between April 2021 and April 2022")
            ),
            passing(months("2021-04", "2022-04"), "between April 2021 and April 2022"),
            *(
                passing(YEAR, quote, "year", accept={"start": [None, "2021-12-01"]})
                for quote in ("In the year ending December 2021", "year ending December 2021")
            ),
        ),
    ),
)

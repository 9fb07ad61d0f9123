"""Lancashire, September 2020: the census of officers by function (a table over two pages), spend, volunteers."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.paper import Bullets, Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Observation, Period, TableTruth, Truth, day, grid, mentioned_periods, months

SPEND = Table(
    (
        ("", "Spend 30/6/20", "%"),
        ("", "£m", ""),
        ("Visible", "27.2", "33.8%"),
        ("Non Visible", "25.6", "31.8%"),
        ("Operational Frontline", "52.8", "65.6%"),
        ("Frontline Support", "6.9", "8.6%"),
        ("Business Support", "20.8", "25.8%"),
        ("Other", "4.4", ""),
        ("Total", "84.9", "100%"),
    ),
    header_rows=2,
    caption="Proportion of budget spent on frontline policing",
    widths=(3, 2, 2),
)
CENSUS = Table(
    (
        ("Function", "FTE", "%"),
        ("Local Policing", "1490.01", "49.07"),
        ("Incident (Response) Management", "1168.21", "38.47"),
        ("Local Command Team and Support Overheads", "37.19", "1.22"),
        ("Neighbourhood Policing", "232.46", "7.65"),
        ("Specialist Community Liaison", "52.15", "1.72"),
        ("Investigations", "447.37", "14.73"),
        ("Cyber Crime", "4.00", "0.13"),
        ("Economic Crime (including Regional Asset Recovery Team)", "10.76", "0.35"),
        ("Investigations Command Team and Support Overheads", "15.00", "0.49"),
        ("Local Investigation/Prisoner Processing", "333.10", "10.97"),
        ("Major Investigations", "84.51", "2.78"),
        ("Public Protection", "186.40", "6.14"),
        ("Monitoring Dangerous and Repeat Offenders", "39.36", "1.30"),
        ("Protecting Vulnerable People (PVP)", "145.04", "4.78"),
        ("Public Protection Command Team and Support Overheads", "2.00", "0.07"),
        ("Operational", "180.42", "5.94"),
        ("Advanced Public Order", "2.00", "0.07"),
        ("Air Operations", "4.00", "0.13"),
        ("Civil Contingencies and Events", "25.80", "0.85"),
        ("Dogs Section", "16.92", "0.56"),
        ("Firearms Unit", "95.00", "3.13"),
        ("Mounted Police", "16.70", "0.55"),
        ("Operational Support Team and Support Overheads", "18.00", "0.59"),
        ("Specialist Terrain", "2.00", "0.07"),
        ("Road Policing", "147.41", "4.85"),
        ("Casualty Reduction Partnership", "1.00", "0.03"),
        ("Traffic Units", "146.41", "4.82"),
        ("Support Functions", "133.34", "4.39"),
        ("Administration Support", "4.00", "0.13"),
        ("Estates / Central Building Costs", "1.00", "0.03"),
        ("Force Command", "12.00", "0.40"),
        ("Human Resources", "1.00", "0.03"),
        ("Information Communication Technology", "4.00", "0.13"),
        ("Performance Review / Corporate Development", "31.60", "1.04"),
        ("Professional Standards", "14.89", "0.49"),
        ("Support to Associations and Trade Unions", "5.00", "0.16"),
        ("Training", "59.85", "1.97"),
        ("Dealing with the public", "57.10", "1.88"),
        ("Central Communications Unit", "52.72", "1.74"),
        ("Dealing with the Public Command Team and Support Overheads", "4.38", "0.14"),
    ),
    caption="Workforce Census (officers only) 1/4/2019 - 31/03/2020",
    widths=(5, 1.2, 1.2),
    kept_together=False,
)

_CENSUS: dict[str, dict[str, tuple[float, float]]] = {
    "Local Policing": {
        "Local Policing": (1490.01, 49.07),
        "Incident (Response) Management": (1168.21, 38.47),
        "Local Command Team and Support Overheads": (37.19, 1.22),
        "Neighbourhood Policing": (232.46, 7.65),
        "Specialist Community Liaison": (52.15, 1.72),
    },
    "Investigations": {
        "Investigations": (447.37, 14.73),
        "Cyber Crime": (4, 0.13),
        "Economic Crime (including Regional Asset Recovery Team)": (10.76, 0.35),
        "Investigations Command Team and Support Overheads": (15, 0.49),
        "Local Investigation/Prisoner Processing": (333.1, 10.97),
        "Major Investigations": (84.51, 2.78),
    },
    "Public Protection": {
        "Public Protection": (186.4, 6.14),
        "Monitoring Dangerous and Repeat Offenders": (39.36, 1.3),
        "Protecting Vulnerable People (PVP)": (145.04, 4.78),
        "Public Protection Command Team and Support Overheads": (2, 0.07),
    },
    "Operational": {
        "Operational": (180.42, 5.94),
        "Advanced Public Order": (2, 0.07),
        "Air Operations": (4, 0.13),
        "Civil Contingencies and Events": (25.8, 0.85),
        "Dogs Section": (16.92, 0.56),
        "Firearms Unit": (95, 3.13),
        "Mounted Police": (16.7, 0.55),
        "Operational Support Team and Support Overheads": (18, 0.59),
        "Specialist Terrain": (2, 0.07),
    },
    "Road Policing": {
        "Road Policing": (147.41, 4.85),
        "Casualty Reduction Partnership": (1, 0.03),
        "Traffic Units": (146.41, 4.82),
    },
    "Support Functions": {
        "Support Functions": (133.34, 4.39),
        "Administration Support": (4, 0.13),
        "Estates / Central Building Costs": (1, 0.03),
        "Force Command": (12, 0.4),
        "Human Resources": (1, 0.03),
        "Information Communication Technology": (4, 0.13),
        "Performance Review / Corporate Development": (31.6, 1.04),
        "Professional Standards": (14.89, 0.49),
        "Support to Associations and Trade Unions": (5, 0.16),
        "Training": (59.85, 1.97),
    },
    "Dealing with the public": {
        "Dealing with the public": (57.1, 1.88),
        "Central Communications Unit": (52.72, 1.74),
        "Dealing with the Public Command Team and Support Overheads": (4.38, 0.14),
    },
}

CENSUS_YEAR = Period("2019-04-01", "2020-03-31", "1/4/2019 - 31/03/2020")
SPEND_TO = Period("2020-06-30", "2020-06-30", "Spend 30/6/20")
CRISIS = Period(None, None, "over the crisis")
APRIL_TO_JUNE = months("2020-04", "2020-06", "April-June 2020")
CENSUS_CAPTION = "Workforce Census (officers only) 1/4/2019 - 31/03/2020"
SPEND_CAPTION = "Proportion of budget spent on frontline policing"


def _census() -> Iterator[Observation]:
    accepted = {"period_start": ["2020-03-31", None], "period_end": [None]}
    columns = (
        Column("actual", CENSUS_YEAR, "FTE", accept=accepted | {"statistic": ["total"]}),
        Column("share", CENSUS_YEAR, "percent", accept=accepted),
    )
    for function, rows in _CENSUS.items():
        yield from grid(2, columns, rows, context=f"Workforce Census (officers only) > {function}")


def _prose(
    label: str, value: float, quote: str, period: Period, *, unit: str = "count", qualifier: str | None = "over"
) -> Observation:
    return Observation(label=label, value=value, unit=unit, period=period, quote=quote, qualifier=qualifier)


PAPER = Paper(
    slug="lancashire-2020-09-workforce",
    format="pdf",
    force_name="Lancashire Constabulary",
    running="Strategic Scrutiny Meeting - September 2020 - Protecting Local Policing",
    style="zebra",
    blocks=(
        Heading("Strategic Scrutiny Meeting", 1),
        Text("September 2020"),
        Heading("Protecting Local Policing: Officers, Spend and Volunteers", 1),
        Text("Report of the Chief Constable of Lancashire Constabulary"),
        Heading("1. Recommendation"),
        Text("The Commissioner is asked to review the report.", "1.1"),
        Heading("2. Spend"),
        Text(
            "Business support takes a larger part of the first quarter than of the year, because annual costs are paid at its "
            "beginning.",
            "2.1",
        ),
        SPEND,
        Heading("3. Volunteers"),
        Text("Over the crisis the volunteers of the Lancashire Volunteer Partnership:", "3.1"),
        Bullets(
            (
                "welcomed over 680 new volunteers",
                "supported over 930 vulnerable people",
                "made over 62,000 welfare calls",
                "gave over 63,000 hours",
            )
        ),
        Text("There are 398 cadets; the full capacity is 700. The number of Special Constables is 196.", "3.2"),
        Text(
            "In April-June 2020 the Special Constabulary contributed 17,636 operational hours and 934 hours of training.",
            "3.3",
        ),
        Heading("4. Officers by function"),
        Text(
            "The total of officers as at 31/03/2020 was 3036.73 FTE. The census below shows seven of the twelve functions, each "
            "followed by its parts.",
            "4.1",
        ),
        CENSUS,
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Lancashire",
            title="Quarterly performance report to the Strategic Scrutiny Meeting, September 2020, section 4",
            published="2020-09",
            address="https://www.lancashire-pcc.gov.uk",
            figures="spend to 30 June 2020, census of officers at 31 March 2020, volunteers, cadets, Special Constables",
            note=(
                "The address is the publisher's site; the paper was read as a text copy. As published, the shares of spend are "
                "of 80.5, the total without Other, while the row Total adds up to 84.9."
            ),
        ),
    ),
    truth=Truth(
        title="Protecting Local Policing: Officers, Spend and Volunteers",
        force="lancashire",
        body="Strategic Scrutiny Meeting",
        doc_type="report",
        area="Lancashire",
        tables=(
            TableTruth(
                type="budget",
                caption=SPEND_CAPTION,
                header=[("", "Spend 30/6/20", "%"), ("", "£m", "")],
                body_rows=7,
                columns=3,
                first_body_row=("Visible", "27.2", "33.8%"),
                last_body_row=("Total", "84.9", "100%"),
            ),
            TableTruth(
                type="staffing",
                caption=CENSUS_CAPTION,
                header=[("Function", "FTE", "%")],
                body_rows=40,
                columns=3,
                first_body_row=("Local Policing", "1490.01", "49.07"),
                last_body_row=("Dealing with the Public Command Team and Support Overheads", "4.38", "0.14"),
                parts=2,
            ),
        ),
        observations=(
            *grid(
                1,
                (
                    Column(
                        "actual",
                        SPEND_TO,
                        "GBP",
                        accept={"statistic": ["total"], "period_start": ["2020-04-01", None], "period_end": [None]},
                    ),
                    Column(
                        "share",
                        SPEND_TO,
                        "percent",
                        accept={
                            "statistic": ["total", "actual"],
                            "period_start": ["2020-04-01", None],
                            "period_end": [None],
                        },
                    ),
                ),
                {
                    "Visible": (27200000, 33.8),
                    "Non Visible": (25600000, 31.8),
                    "Operational Frontline": (52800000, 65.6),
                    "Frontline Support": (6900000, 8.6),
                    "Business Support": (20800000, 25.8),
                    "Other": (4400000, None),
                    "Total": (84900000, 100),
                },
                context=SPEND_CAPTION,
            ),
            *_census(),
            Observation(
                label="total of officers",
                value=3036.73,
                unit="FTE",
                statistic="total",
                period=day("2020-03-31", "as at 31/03/2020"),
                quote="as at 31/03/2020 was 3036.73 FTE",
                accept={"statistic": ["actual"]},
            ),
            _prose("new volunteers", 680, "welcomed over 680 new volunteers", CRISIS),
            _prose("vulnerable people supported", 930, "supported over 930 vulnerable people", CRISIS),
            _prose("welfare calls", 62000, "made over 62,000 welfare calls", CRISIS),
            _prose("hours of volunteers", 63000, "gave over 63,000 hours", CRISIS, unit="hours"),
            _prose("cadets", 398, "There are 398 cadets", Period(None, None), qualifier=None),
            _prose("capacity of cadets", 700, "the full capacity is 700", Period(None, None), qualifier=None),
            _prose(
                "Special Constables", 196, "number of Special Constables is 196", Period(None, None), qualifier=None
            ),
            _prose(
                "Special Constabulary operational hours",
                17636,
                "contributed 17,636 operational hours",
                APRIL_TO_JUNE,
                unit="hours",
                qualifier=None,
            ),
            _prose(
                "Special Constabulary hours of training",
                934,
                "934 hours of training",
                APRIL_TO_JUNE,
                unit="hours",
                qualifier=None,
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2020-09-01",
                end="2020-09-30",
                precision="month",
                label="Strategic Scrutiny Meeting",
                quote="September 2020",
            ),
            DateTruth(
                type="period",
                start="2020-04-01",
                end="2020-06-30",
                precision="month",
                label="hours of the Special Constabulary",
                quote="In April-June 2020",
                optional=True,
            ),
            *mentioned_periods(
                ("2020-06-30", "2020-06-30", "day", "spend", "Spend 30/6/20"),
                ("2020-04-01", "2020-06-30", "quarter", "business support", "the first quarter"),
            ),
            DateTruth(
                type="period",
                start="2020-03-31",
                label="total of officers",
                quote="as at 31/03/2020",
                optional=True,
            ),
            DateTruth(
                type="period",
                start="2019-04-01",
                end="2020-03-31",
                label="workforce census",
                quote="1/4/2019 - 31/03/2020",
                optional=True,
            ),
        ),
    ),
)

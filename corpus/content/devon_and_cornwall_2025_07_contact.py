"""Devon and Cornwall, 2025: minutes as a web page with lettered points, and the officers of two forces."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Figure, Truth, dated, day, grid, months, passing, said, shape

SUMMER = Table(
    (
        ("Contact", "Answered or dealt with", "Threshold"),
        ("999 calls", "93.9%", "within 10 seconds"),
        ("Other contact with 101 (e-mail and digital)", "93.4%", "within 24 hours"),
    ),
    caption="Contact over the summer of 2024",
)
OFFICERS = Table(
    (
        ("Force", "Officers at 30 September 2024", "Change in the year", "Change in the year, %"),
        ("Devon and Cornwall", "3,682", "-34", "-0.9%"),
        ("Dorset", "1,453", "-7", "-0.5%"),
        ("Avon and Somerset", "3,338", "-33", "-1.0%"),
    ),
    caption="Police officer headcount",
)
COUNTED = day("2024-09-30", "30 September 2024")
IN_YEAR = {"period_start": ["2023-10-01", "2024-09-30"], "period_end": ["2024-09-30"]}
YEAR = months("2023-10", "2024-09", "12 months to September 2024")
_SUMMER = {"period_start": ["2024-06-01"], "period_end": ["2024-08-31"]}

PAPER = Paper(
    slug="devon-and-cornwall-2025-07-contact",
    format="html",
    force_name="Devon and Cornwall Police",
    blocks=(
        Heading("Devon and Cornwall Police and Crime Panel", 1),
        Heading("Contact Services Update", 1),
        Text(
            "The Police and Crime Commissioner for Devon, Cornwall and the Isles of Scilly presented the report to the Panel."
        ),
        Text(
            "a) Devon and Cornwall Police had moved from 35th to 19th place in the national table of 999 call handling;"
        ),
        Text("b) the number of calls to 101 was 11.8% higher than in the previous year;"),
        Text("c) the abandonment rate of 101 calls had dropped from 60% to approximately 11%, and the target was 5%;"),
        Text("d) the target for 101 was that 90% of calls are answered within 10 minutes;"),
        Text("e) callers had been offered to be called back since September 2023."),
        Heading("Inspection"),
        Text(
            "The inspectorate closed its concern about contact on 26 September 2024, after these figures of the summer:"
        ),
        SUMMER,
        Text(
            "In the 12 months to September 2024 five letters about waiting for 101 reached the Commissioner, compared to around 60 "
            "in the previous year."
        ),
        Heading("Officers"),
        OFFICERS,
        Text("RESOLVED: That the report be noted."),
    ),
    sources=(
        Source(
            publisher="Plymouth City Council, for the Devon and Cornwall Police and Crime Panel",
            title="Contact services update: minutes",
            published="2025",
            address="https://democracy.plymouth.gov.uk/mgAi.aspx?ID=115008",
            figures="place in the national table, calls to 101, abandonment, targets",
            note="The page read does not give the day of the meeting; the folder's month is the project's.",
        ),
        Source(
            publisher="Midweek Herald, column of the Police and Crime Commissioner",
            title="Devon and Cornwall Police and Crime Commissioner column",
            published="2024",
            address="https://midweekherald.co.uk/news/24619941.devon-cornwall-police-crime-commissioner-column",
            figures="999 and 101 over the summer of 2024, letters",
        ),
        Source(
            publisher="HMICFRS",
            title="Devon and Cornwall Police: closure of cause of concern letter",
            published="2024-09-27",
            address=(
                "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/devon-and-cornwall-police-cause-of-concern-closed-letter-"
                "september-2024/"
            ),
            figures="day of the letter",
        ),
        Source(
            publisher="PA news agency, in the Irish News, from Home Office data",
            title="Police officers in England and Wales: latest numbers and trends",
            published="2025-01",
            address="https://irishnews.com/news/uk/police-officers-in-england-and-wales-latest-numbers-and-trends-OEMNKAHYNNKUBEPEKKK4JY4CU4",
            figures="officers at 30 September 2024 and changes",
        ),
    ),
    truth=Truth(
        title="Contact Services Update",
        force="devon-and-cornwall",
        body="Devon and Cornwall Police and Crime Panel",
        doc_type="report",
        area="Devon and Cornwall",
        tables=(shape("measure", SUMMER), shape("staffing", OFFICERS)),
        observations=(
            said(
                "999 call handling: place",
                35,
                "from 35th",
                unit="rank",
                statistic="rank",
                accept={"statistic": ["baseline"]},
            ),
            said("999 call handling: place", 19, "to 19th place", unit="rank", statistic="rank"),
            said(
                "calls to 101",
                11.8,
                "11.8% higher than in the previous year",
                unit="percent",
                statistic="percent_change",
            ),
            said("abandonment rate of 101 calls", 60, "from 60%", unit="percent", accept={"statistic": ["baseline"]}),
            said(
                "abandonment rate of 101 calls", 11, "to approximately 11%", unit="percent", qualifier="approximately"
            ),
            said("abandonment rate of 101 calls", 5, "the target was 5%", unit="percent", statistic="target"),
            said(
                "101 calls answered within 10 minutes",
                90,
                "90% of calls are answered within 10 minutes",
                unit="percent",
                statistic="target",
            ),
            said("letters about waiting for 101", 5, "five letters about waiting for 101", YEAR),
            said(
                "letters about waiting for 101",
                60,
                "compared to around 60 in the previous year",
                months("2022-10", "2023-09"),
                qualifier="around",
                accept={"period_start": [None], "period_end": [None], "statistic": ["baseline"]},
            ),
            *grid(
                1,
                (Column("share", unit="percent", accept=_SUMMER),),
                {"999 calls": (93.9,), "Other contact with 101 (e-mail and digital)": (93.4,)},
                context="Contact over the summer of 2024",
            ),
            *grid(
                1,
                (Column("target", accept=_SUMMER),),
                {
                    "999 calls: Threshold": (Figure(10, unit="seconds"),),
                    "Other contact with 101: Threshold": (Figure(24, unit="hours"),),
                },
                context="Contact over the summer of 2024",
                optional=True,
            ),
            *grid(
                2,
                (
                    Column("actual", COUNTED),
                    Column("change", COUNTED, accept=IN_YEAR),
                    Column("percent_change", COUNTED, "percent", accept=IN_YEAR),
                ),
                {
                    "Devon and Cornwall": (3682, -34, -0.9),
                    "Dorset": (1453, -7, -0.5),
                    "Avon and Somerset": (3338, -33, -1),
                },
                context="Police officer headcount",
                area_rows=True,
                label="Officers",
            ),
        ),
        dates=(
            dated("event", "2024-09-26", "on 26 September 2024", accept={"type": ["decision", "other", "publication"]}),
            dated(
                "launch",
                "2023-09-01",
                "since September 2023",
                "2023-09-30",
                "month",
                accept={"type": ["event", "other", "period"]},
            ),
            passing(YEAR, "In the 12 months to September 2024", accept={"start": [None, "2024-09-01"]}),
            passing(COUNTED, "30 September 2024", "day"),
        ),
    ),
)

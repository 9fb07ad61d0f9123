"""Dorset, after 30 September 2024: officers of fourteen forces in a banded table that runs over a landscape page."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, day, grid, months, passing, said, shape

_FORCES: dict[str, tuple[int, int, float]] = {
    "Avon and Somerset": (3338, -33, -1.0),
    "Bedfordshire": (1469, 13, 0.9),
    "Cambridgeshire": (1751, -10, -0.6),
    "Cheshire": (2401, 4, 0.2),
    "Cleveland": (1524, 16, 1.1),
    "Cumbria": (1398, 3, 0.2),
    "Derbyshire": (2136, -32, -1.5),
    "Devon and Cornwall": (3682, -34, -0.9),
    "Dorset": (1453, -7, -0.5),
    "Durham": (1392, 13, 0.9),
    "Dyfed-Powys": (1318, 0, 0.0),
    "Essex": (3822, 9, 0.2),
    "Gloucestershire": (1349, 21, 1.6),
    "England and Wales": (148886, -278, 0.0),
}
OFFICERS = Table(
    (
        ("Force", "Police officers at 30 September 2024", "Change on 30 September 2023", "% change"),
        *(
            (
                force,
                f"{number:,}",
                f"{change:+,}" if change else "0",
                "" if force == "England and Wales" else f"{percent:+.1f}%" if percent else "0.0%",
            )
            for force, (number, change, percent) in _FORCES.items()
        ),
    ),
    caption="Police officer headcount by force",
    widths=(3, 2, 2, 1.2),
    kept_together=False,
)
COUNTED, BEFORE = day("2024-09-30", "30 September 2024"), day("2023-09-30", "30 September 2023")
CHANGED = {"period_start": ["2023-09-30", "2023-10-01"], "period_end": ["2024-09-30"]}

PAPER = Paper(
    slug="dorset-2025-02-workforce",
    format="pdf",
    force_name="Dorset Police",
    running="Dorset Police and Crime Panel - Workforce",
    style="zebra",
    landscape=True,
    blocks=(
        Heading("Dorset Police and Crime Panel", 1),
        Heading("Police Workforce: Officers Compared with Other Forces", 1),
        Text("Report of the Police and Crime Commissioner for Dorset"),
        Heading("1. Purpose"),
        Text(
            "Members asked how the number of officers of Dorset Police compares. This report lists thirteen forces.",
            "1.1",
        ),
        Heading("2. England and Wales"),
        Text(
            "At the end of September 2024 the 43 territorial forces had 148,886 officers. This was 883 down on the peak of 149,769 at "
            "the end of March 2024. In March 2010 there were 146,030 and in March 2018 125,094.",
            "2.1",
        ),
        Text(
            "In the year to September 2024 16 forces had a fall, 26 an increase, and one was unchanged. Headcount is used here, since "
            "the targets of recruitment are set in it.",
            "2.2",
        ),
        Heading("3. Force by force"),
        OFFICERS,
    ),
    sources=(
        Source(
            publisher="PA news agency, in the Irish News, from Home Office data",
            title="Police officers in England and Wales: latest numbers and trends",
            published="2025-01",
            address="https://irishnews.com/news/uk/police-officers-in-england-and-wales-latest-numbers-and-trends-OEMNKAHYNNKUBEPEKKK4JY4CU4",
            figures="all",
            note="The page read ended after Gloucestershire; City of London is left out. The folder's month is the project's.",
        ),
    ),
    truth=Truth(
        title="Police Workforce: Officers Compared with Other Forces",
        force="dorset",
        body="Dorset Police and Crime Panel",
        doc_type="report",
        area="Dorset",
        tables=(shape("staffing", OFFICERS, parts=2),),
        observations=(
            *grid(
                1,
                (
                    Column("actual", COUNTED),
                    Column("change", COUNTED, accept=CHANGED),
                    Column("percent_change", COUNTED, "percent", accept=CHANGED),
                ),
                {
                    force: (number, change, None if force == "England and Wales" else percent)
                    for force, (number, change, percent) in _FORCES.items()
                },
                context="Police officer headcount by force",
                area_rows=True,
                label="Police officers",
            ),
            said(
                "officers",
                148886,
                "the 43 territorial forces had 148,886 officers",
                COUNTED,
                area="England and Wales",
                accept={"statistic": ["total"], "period_start": ["2024-09-01"]},
            ),
            said("territorial forces", 43, "the 43 territorial forces", optional=True, area="England and Wales"),
            said(
                "officers",
                -883,
                "883 down on the peak",
                COUNTED,
                statistic="change",
                area="England and Wales",
                accept={"period_start": ["2024-09-01", "2024-04-01", "2024-03-31"]},
            ),
            *(
                said(
                    "officers",
                    value,
                    quote,
                    day(when),
                    area="England and Wales",
                    accept={"period_start": [f"{when[:7]}-01"], "statistic": ["baseline"]},
                )
                for value, quote, when in (
                    (149769, "the peak of 149,769", "2024-03-31"),
                    (146030, "In March 2010 there were 146,030", "2010-03-31"),
                    (125094, "in March 2018 125,094", "2018-03-31"),
                )
            ),
            said(
                "forces with a fall", 16, "16 forces had a fall", months("2023-10", "2024-09"), area="England and Wales"
            ),
            said(
                "forces with an increase", 26, "26 an increase", months("2023-10", "2024-09"), area="England and Wales"
            ),
        ),
        dates=(
            passing(COUNTED, "the end of September 2024", "day", accept={"start": ["2024-09-01"]}),
            passing(day("2024-03-31"), "the end of March 2024", "day", accept={"start": ["2024-03-01"]}),
            passing(months("2010-03", "2010-03"), "In March 2010", accept={"start": ["2010-03-31"]}),
            passing(months("2018-03", "2018-03"), "in March 2018", accept={"start": ["2018-03-31"]}),
            passing(
                months("2023-10", "2024-09"),
                "In the year to September 2024",
                "year",
                accept={"start": [None, "2024-09-01"]},
            ),
            passing(COUNTED, "30 September 2024", "day"),
            passing(BEFORE, "30 September 2023", "day"),
        ),
    ),
)

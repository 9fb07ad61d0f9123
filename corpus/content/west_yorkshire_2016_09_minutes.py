"""West Yorkshire, September 2016: minutes in plain text; victim satisfaction of two years in one sentence."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Text
from corpus.truth import Truth, dated, months, passing, said

TO_2016, TO_2015 = (
    months("2015-07", "2016-06", "12 months to June 2016"),
    months("2014-07", "2015-06", "12 months to June 2015"),
)

PAPER = Paper(
    slug="west-yorkshire-2016-09-minutes",
    format="txt",
    force_name="West Yorkshire Police",
    wrapped=True,
    blocks=(
        Heading("West Yorkshire Police and Crime Panel", 1),
        Text("Minutes of the meeting held on Friday, 9 September 2016"),
        Heading("Delivery of the Police and Crime Plan"),
        Text(
            "The Panel considered the performance report of the Police and Crime Commissioner for West Yorkshire.",
            "12.",
        ),
        Text(
            "Members noted that overall victim satisfaction was 82.5% in the 12 months to June 2016, down from 87.6% in the 12 months "
            "to June 2015. It had fallen by more than five percentage points. They heard that the response to vehicle crime and the "
            "101 service had contributed to the fall.",
            "13.",
        ),
        Text("RESOLVED: That the Chief Constable be asked how the fall in victim satisfaction is to be halted."),
    ),
    sources=(
        Source(
            publisher="Mirfield Reporter, on a paper of the West Yorkshire Police and Crime Panel",
            title="Chief says Yorkshire police force not staffed to meet rising demand",
            published="2016-09-10",
            address="https://www.mirfieldreporter.co.uk/news/chief-says-yorkshire-police-force-not-staffed-meet-rising-demand-1202478",
            figures="victim satisfaction of two years, day of the meeting",
            note="The account says the report was presented the day before; the wording of the minutes and their numbers are the project's.",
        ),
    ),
    truth=Truth(
        title="Minutes of the meeting held on Friday, 9 September 2016",
        force="west-yorkshire",
        body="West Yorkshire Police and Crime Panel",
        doc_type="minutes",
        area="West Yorkshire",
        meeting_date="2016-09-09",
        observations=(
            said("overall victim satisfaction", 82.5, "overall victim satisfaction was 82.5%", TO_2016, "percent"),
            said(
                "overall victim satisfaction",
                87.6,
                "down from 87.6%",
                TO_2015,
                "percent",
                accept={"statistic": ["baseline"]},
            ),
            said(
                "overall victim satisfaction",
                -5,
                "fallen by more than five percentage points",
                TO_2016,
                "percent",
                "point_change",
                qualifier="more than",
                optional=True,
                accept={"unit": ["percentage points"], "period_start": [None], "period_end": [None]},
            ),
        ),
        dates=(
            dated("meeting", "2016-09-09", "Friday, 9 September 2016"),
            passing(TO_2016, "in the 12 months to June 2016", accept={"start": [None, "2016-06-01"]}),
            passing(TO_2015, "June 2015", accept={"start": [None, "2015-06-01"]}),
        ),
    ),
)

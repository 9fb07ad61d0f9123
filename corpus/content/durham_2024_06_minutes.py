"""Durham, after quarter 4 of 2023/24: minutes as a web page, where members quote what a report says."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Text
from corpus.truth import Observation, Truth, months, passing, said

QUARTER = months("2024-01", "2024-03", "January to March 2024")
_QUARTER = {"period_start": [None], "period_end": [None]}
HALF = months("2022-04", "2022-09", "April 2022 to September 2022")

PAPER = Paper(
    slug="durham-2024-06-minutes",
    format="html",
    force_name="Durham Constabulary",
    blocks=(
        Heading("Durham Police and Crime Panel", 1),
        Heading("Minutes: Performance Report for Quarter Four", 1),
        Heading("Item 5. Performance report"),
        Text(
            "The Panel received the report of the Police and Crime Commissioner for Durham for January to March 2024 (for copy see "
            "file of minutes)."
        ),
        Text(
            "Members noted that 999 calls used to take 14.4 seconds to answer, which was the third worst in the country, and now "
            "took 10 seconds. Robbery, theft and arson together had increased by around 13%. Reports of people missing from home had "
            "risen by around 240% on the baseline and then levelled off."
        ),
        Text("RESOLVED: That the report be noted."),
        Heading("Item 6. Matters from earlier reports"),
        Text("From April 2022 to September 2022 the Panel had been told:"),
        Bullets(
            (
                "neighbourhood crime fell by 23.5%",
                "140 officers joined Durham Constabulary in July 2022",
                "the control room was given 17 additional call handlers",
                "between 2010 and 2019 the force lost 408 officers and staff, a reduction of 27%",
            )
        ),
    ),
    sources=(
        Source(
            publisher="Durham County Council, for the Durham Police and Crime Panel",
            title="Performance report for quarter four: minutes",
            published="2024",
            address="https://democracy.durham.gov.uk/mgAi.aspx?ID=66259",
            figures="999 calls, robbery, theft and arson, missing from home",
            note="The page read does not give the day of the meeting; the folder's month is that of the quarter after.",
        ),
        Source(
            publisher="Durham County Council, for the Durham Police and Crime Panel",
            title="Performance and delivery update report, April 22 to September 22: minutes",
            published="2022",
            address="https://democracy.durham.gov.uk/mgAi.aspx?ID=58647",
            figures="neighbourhood crime, officers, call handlers, officers and staff lost",
        ),
    ),
    truth=Truth(
        title="Minutes: Performance Report for Quarter Four",
        force="durham",
        body="Durham Police and Crime Panel",
        doc_type="minutes",
        area="Durham",
        observations=(
            said(
                "999 calls to answer",
                14.4,
                "used to take 14.4 seconds to answer",
                unit="seconds",
                statistic="average",
                accept={"statistic": ["baseline"]},
            ),
            said(
                "999 calls to answer: rank",
                3,
                "the third worst in the country",
                unit="rank",
                statistic="rank",
                optional=True,
            ),
            said("999 calls to answer", 10, "now took 10 seconds", QUARTER, "seconds", "average", accept=_QUARTER),
            said(
                "Robbery, theft and arson",
                13,
                "increased by around 13%",
                QUARTER,
                "percent",
                "percent_change",
                qualifier="around",
                accept=_QUARTER,
            ),
            said(
                "people missing from home",
                240,
                "risen by around 240% on the baseline",
                QUARTER,
                "percent",
                "percent_change",
                qualifier="around",
                accept=_QUARTER,
            ),
            said(
                "neighbourhood crime",
                -23.5,
                "neighbourhood crime fell by 23.5%",
                HALF,
                "percent",
                "percent_change",
                accept=_QUARTER,
            ),
            said("officers joined", 140, "140 officers joined", months("2022-07", "2022-07", "July 2022")),
            said(
                "additional call handlers",
                17,
                "17 additional call handlers",
                HALF,
                statistic="change",
                accept={"statistic": ["actual"], **_QUARTER},
            ),
            *(
                Observation(
                    label="officers and staff lost",
                    value=value,
                    unit=unit,
                    statistic=statistic,
                    period=months("2010-01", "2019-12", "between 2010 and 2019"),
                    quote=quote,
                    accept={"statistic": ["actual"], **_QUARTER},
                )
                for value, unit, statistic, quote in (
                    (-408, "count", "change", "lost 408 officers and staff"),
                    (-27, "percent", "percent_change", "a reduction of 27%"),
                )
            ),
        ),
        dates=(
            passing(QUARTER, "for January to March 2024", "quarter"),
            passing(HALF, "From April 2022 to September 2022"),
            passing(months("2022-07", "2022-07"), "in July 2022", accept={"type": ["event"]}),
            passing(months("2010-01", "2019-12"), "between 2010 and 2019", "year"),
        ),
    ),
)

"""Greater Manchester, May 2024: how fast calls are answered, on a landscape page with arrows; times in minutes and seconds."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import NO_PERIOD, Column, Figure, Truth, dated, grid, month, months, passing, said, shape

SPEED = Table(
    (
        ("Measure", "March 2021", "Latest", "Period of the latest figure", "Direction"),
        ("999: average time to answer", "25 seconds", "4 seconds", "12 months to March 2024", "▼"),
        ("101: average time to answer", "2 minutes 13 seconds", "54 seconds", "March 2024", "▼"),
    ),
    caption="Average time to answer calls",
    widths=(3, 2, 1.5, 2.5, 1),
)
NON_EMERGENCY = Table(
    (
        ("Calls to 101", "January 2023", "January 2024"),
        ("Average time to answer", "1 minute 1 second", "30 seconds"),
        ("Answered within three minutes", "80.2%", "86.7%"),
    ),
    caption="Non-emergency calls, January 2023 and January 2024",
    widths=(3, 2, 2),
)
EMERGENCY = Table(
    (
        ("Calls to 999", "November 2023", "December 2023"),
        ("Calls received", "44,491", "45,860"),
        ("Answered within 10 seconds", "41,786", ""),
        ("Answered within 10 seconds, %", "93.9%", "93.4%"),
    ),
    caption="Emergency calls, November and December 2023",
    widths=(3, 2, 2),
    style="lines",
)
MARCH_2021, MARCH_2024 = month("2021-03", "March 2021"), month("2024-03", "March 2024")
YEAR = months("2023-04", "2024-03", "12 months to March 2024")
JANUARIES = (month("2023-01", "January 2023"), month("2024-01", "January 2024"))
JUNE = month("2023-06", "June 2023")
YEAR_2023 = months("2023-01", "2023-12", "In 2023")
WINTER = (month("2023-11", "November 2023"), month("2023-12", "December 2023"))

PAPER = Paper(
    slug="greater-manchester-2024-05-calls",
    format="pdf",
    force_name="Greater Manchester Police",
    running="Greater Manchester Police, Fire and Crime Panel - Answering calls",
    style="ruled",
    landscape=True,
    blocks=(
        Heading("Greater Manchester Police, Fire and Crime Panel", 1),
        Heading("Answering Calls: Progress to March 2024", 1),
        Text("Report of the Mayor of Greater Manchester, May 2024"),
        Heading("1. Purpose of the report"),
        Text("To tell the Panel how fast Greater Manchester Police answers calls and gets to incidents.", "1.1"),
        Heading("2. Calls answered"),
        Text(
            "The control room takes 2 million calls a year, over 1,700 of them to 999 every day. The force employs nearly 8,200 "
            "officers.",
            "2.1",
        ),
        SPEED,
        NON_EMERGENCY,
        Text(
            "The busiest month was June 2023, when 79,109 calls came to 101; 83.2% were answered in three minutes.",
            "2.2",
        ),
        EMERGENCY,
        Heading("3. Getting there"),
        Text(
            "In 2023 officers went to 135,726 grade one incidents. On average they were there within 9 minutes and 34 seconds; the "
            "national standard is 15 minutes.",
            "3.1",
        ),
        Heading("4. Recommendation"),
        Text("Members are asked to note the report.", "4.1"),
    ),
    sources=(
        Source(
            publisher="Greater Manchester Police",
            title="Call answering times among best in country as improvements continue in responding to emergencies",
            published="2024-05",
            address=(
                "https://www.gmp.police.uk/news/greater-manchester/news/news/2024/may/call-answering-times-among-best-in-country-"
                "as-improvements-continue-in-responding-to-emergencies/"
            ),
            figures="calls a year and a day; average times of March 2021, of the year to March 2024 and of March 2024",
        ),
        Source(
            publisher="Wigan Today",
            title="Rapid reaction: police force covering Wigan has fastest 999 response times in country",
            published="2024-02-16",
            address=(
                "https://www.wigantoday.net/news/crime/rapid-reaction-police-force-covering-wigan-has-fastest-999-response-times-"
                "in-country-4521791"
            ),
            figures="999 calls of November and December 2023; 101 calls of January 2023, June 2023 and January 2024",
        ),
        Source(
            publisher="Bury Times",
            title="GMP response times quicker than national average",
            published="2024",
            address="https://www.burytimes.co.uk/news/24410732.gmp-response-times-quicker-national-average/",
            figures="grade one incidents of 2023, time to get there, national standard",
            note="The number of officers: BBC News, https://feeds.bbci.co.uk/news/articles/ce7rl42g2k5o (2024).",
        ),
    ),
    truth=Truth(
        title="Answering Calls: Progress to March 2024",
        force="greater-manchester",
        body="Greater Manchester Police, Fire and Crime Panel",
        doc_type="report",
        area="Greater Manchester",
        tables=(shape("measure", SPEED), shape("measure", NON_EMERGENCY), shape("measure", EMERGENCY)),
        observations=(
            *grid(
                1,
                (Column("average", MARCH_2021, "seconds"), Column("average", YEAR, "seconds")),
                {
                    "999: average time to answer": (25, Figure(4, direction="down")),
                    "101: average time to answer": (133, Figure(54, period=MARCH_2024, direction="down")),
                },
                context="Average time to answer calls",
            ),
            *grid(
                2,
                tuple(Column("average", period, "seconds") for period in JANUARIES),
                {"Calls to 101: Average time to answer": (61, 30)},
                context="Non-emergency calls",
            ),
            *grid(
                2,
                tuple(Column("share", period, "percent") for period in JANUARIES),
                {"Calls to 101: Answered within three minutes": (80.2, 86.7)},
                context="Non-emergency calls",
            ),
            *grid(
                3,
                tuple(Column("actual", period) for period in WINTER),
                {
                    "Calls to 999: Calls received": (44491, 45860),
                    "Calls to 999: Answered within 10 seconds": (41786, None),
                    "Calls to 999: Answered within 10 seconds, %": (
                        Figure(93.9, "share", "percent"),
                        Figure(93.4, "share", "percent"),
                    ),
                },
                context="Emergency calls",
            ),
            said("calls a year", 2000000, "takes 2 million calls a year"),
            said("calls to 999 every day", 1700, "over 1,700 of them to 999 every day", qualifier="over"),
            said("officers", 8200, "employs nearly 8,200 officers", qualifier="nearly"),
            said("calls to 101", 79109, "when 79,109 calls came to 101", JUNE),
            said(
                "calls to 101 answered in three minutes",
                83.2,
                "83.2% were answered in three minutes",
                JUNE,
                "percent",
                "share",
            ),
            said("grade one incidents", 135726, "went to 135,726 grade one incidents", YEAR_2023),
            said(
                "average time to get to grade one incidents",
                574,
                "within 9 minutes and 34 seconds",
                YEAR_2023,
                "seconds",
                "average",
                accept={"period_start": [None], "period_end": [None]},
            ),
            said(
                "national standard for grade one incidents",
                15,
                "the national standard is 15 minutes",
                NO_PERIOD,
                "minutes",
                "target",
                accept={"period_start": ["2023-01-01"], "period_end": ["2023-12-31"]},
            ),
        ),
        dates=(
            dated(
                "publication",
                "2024-05-01",
                "May 2024",
                "2024-05-31",
                "month",
                optional=True,
                accept={"type": ["meeting", "other"]},
            ),
            passing(MARCH_2024, "Progress to March 2024", accept={"start": ["2024-03-01", None]}),
            passing(YEAR, "12 months to March 2024", accept={"start": [None]}),
            passing(MARCH_2021, "March 2021"),
            passing(JANUARIES[0], "January 2023"),
            passing(JANUARIES[1], "January 2024"),
            passing(JANUARIES[0], "Non-emergency calls, January 2023"),
            passing(JANUARIES[1], "January 2023 and January 2024"),
            passing(WINTER[0], "November 2023"),
            passing(WINTER[1], "December 2023"),
            passing(WINTER[1], "November and December 2023"),
            passing(JUNE, "The busiest month was June 2023"),
            passing(YEAR_2023, "In 2023", "year"),
        ),
    ),
)

"""Northamptonshire, survey of victims 2015-16: percentages with their fall, and arrows, in a Word table."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Figure, Truth, financial_year, grid, passing, said, shape

SURVEY = Table(
    (
        ("Victims satisfied with", "2015-16", "Change on 2014-15 (percentage points)", ""),
        ("the overall service", "77%", "-7", "↓"),
        ("the overall service (anti-social behaviour)", "71%", "-15", "↓"),
        ("being kept informed", "66%", "", "↓"),
        ("how they were treated", "90%", "", ""),
    ),
    caption="Satisfaction of victims of crime",
)
YEAR = financial_year(2015, "2015-16")
_YEAR = {"period_start": [None], "period_end": [None]}

PAPER = Paper(
    slug="northamptonshire-2016-09-victims",
    format="docx",
    force_name="Northamptonshire Police",
    running="Northamptonshire Police and Crime Panel - Annual victims experience report",
    blocks=(
        Heading("Northamptonshire Police and Crime Panel", 1),
        Heading("Annual Victims Experience Report 2015-16", 1),
        Text("Report of the Police and Crime Commissioner for Northamptonshire"),
        Heading("1. Survey"),
        Text(
            "Almost 2,500 victims of burglary, vehicle crime, violence, anti-social behaviour and hate crime answered the survey. "
            "Four in 10 of them are repeat victims.",
            "1.1",
        ),
        Heading("2. Findings"),
        SURVEY,
        Text("In 2014-15 74% of victims were satisfied with being kept informed.", "2.1"),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Northamptonshire",
            title="Survey reveals satisfaction levels amongst victims of crime in Northamptonshire",
            published="2016",
            address="https://www.northantspcc.org.uk/survey-reveals-satisfaction-levels-amongst-victims-crime-northamptonshire/",
            figures="satisfaction and its changes, size of the survey, repeat victims",
            note=(
                "The falls are published in per cent and are differences of percentages; for being kept informed 74% "
                "and 66% are published. The survey's year is taken to be the one after 2014-15. The folder's month is the project's."
            ),
        ),
    ),
    truth=Truth(
        title="Annual Victims Experience Report 2015-16",
        force="northamptonshire",
        body="Northamptonshire Police and Crime Panel",
        doc_type="report",
        area="Northamptonshire",
        tables=(shape("measure", SURVEY),),
        observations=(
            *grid(
                1,
                (Column("actual", YEAR, "percent"), Column("point_change", YEAR, "percent")),
                {
                    "Victims satisfied with the overall service": (Figure(77, direction="down"), -7),
                    "Victims satisfied with the overall service (anti-social behaviour)": (
                        Figure(71, direction="down"),
                        -15,
                    ),
                    "Victims satisfied with being kept informed": (Figure(66, direction="down"), None),
                    "Victims satisfied with how they were treated": (90, None),
                },
                context="Satisfaction of victims of crime",
            ),
            said("victims answered the survey", 2500, "Almost 2,500 victims", YEAR, qualifier="almost", accept=_YEAR),
            said("repeat victims", 40, "Four in 10 of them", YEAR, "percent", "share", optional=True, accept=_YEAR),
            said(
                "victims satisfied with being kept informed",
                74,
                "In 2014-15 74% of victims",
                financial_year(2014),
                "percent",
                "share",
                accept={"statistic": ["actual"]},
            ),
        ),
        dates=(
            *(passing(YEAR, quote, "financial_year") for quote in ("Report 2015-16", "2015-16")),
            *(passing(financial_year(2014), quote, "financial_year") for quote in ("In 2014-15", "Change on 2014-15")),
        ),
    ),
)

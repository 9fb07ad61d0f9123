"""Cumbria, June 2025: a small county's calls by month, and the demand of 2020/21, in tables without rules."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, Column, Truth, grid, month, months, passing, said, shape

CALLS = Table(
    (
        ("Calls to 101", "January 2025", "February 2025", "March 2025"),
        ("Received", "18,055", "16,771", "18,494"),
    ),
    caption="Calls to 101 by month",
    widths=(2, 1, 1, 1),
)
DEMAND = Table(
    (
        ("Demand", "12 months to April 2021"),
        ("Calls to the control room", "221,168"),
        ("E-mails to the control room", "32,000"),
        ("Crimes reported online", "10,675"),
        ("People taken into custody", "10,200"),
        ("Arrests", "8,778"),
    ),
    caption="Demand in an earlier year",
    widths=(3, 2),
)
YEAR = months("2020-05", "2021-04", "12 months to April 2021")
MONTHS = tuple(month(f"2025-0{n}", name) for n, name in ((1, "January 2025"), (2, "February 2025"), (3, "March 2025")))
AWARD = Award(
    amount=1680000,
    purpose="neighbourhood policing",
    funder="Home Office",
    quote="has awarded £1.68m for neighbourhood policing",
)

PAPER = Paper(
    slug="cumbria-2025-06-contact",
    format="pdf",
    force_name="Cumbria Constabulary",
    running="Cumbria Police, Fire and Crime Panel",
    style="bare",
    blocks=(
        Heading("Cumbria Police, Fire and Crime Panel", 1),
        Heading("Contact with the Public: 101 and 999", 1),
        Text("Report of the Police, Fire and Crime Commissioner for Cumbria, June 2025"),
        Heading("1. Calls to 101"),
        Text(
            "On average a call to 101 is answered after 3 seconds in Cumbria. The national average is 32 seconds.",
            "1.1",
        ),
        CALLS,
        Heading("2. Four years ago"),
        DEMAND,
        Text(
            "In the 12 months to April 2021 the median time to answer a 999 call was three seconds, and for 101 it was 2 minutes and "
            "27 seconds. Crime fell by 18% in Cumbria, with nearly 7,000 fewer victims.",
            "2.1",
        ),
        Heading("3. Money"),
        Text("The Home Office has awarded £1.68m for neighbourhood policing.", "3.1"),
    ),
    sources=(
        Source(
            publisher="Cumbria Crack",
            title="Cumbria police's 101 response named among best in country",
            published="2025-06-01",
            address="https://cumbriacrack.com/2025/06/01/cumbria-polices-101-response-named-among-best-in-country",
            figures="time to answer 101, calls by month, award for neighbourhood policing",
        ),
        Source(
            publisher="ITV News",
            title="Crime across Cumbria fell 18% last year",
            published="2021-07-14",
            address="https://www.itv.com/news/border/2021-07-14/crime-across-cumbria-fell-18-last-year-despite-police-calls-every-24-seconds",
            figures="demand and crime of the 12 months to April 2021",
        ),
    ),
    truth=Truth(
        title="Contact with the Public: 101 and 999",
        force="cumbria",
        body="Cumbria Police, Fire and Crime Panel",
        doc_type="report",
        area="Cumbria",
        tables=(shape("measure", CALLS), shape("measure", DEMAND)),
        observations=(
            *grid(
                1,
                tuple(Column("actual", period) for period in MONTHS),
                {"Calls to 101: Received": (18055, 16771, 18494)},
                context="Calls to 101 by month",
            ),
            *grid(
                2,
                (Column("actual", YEAR),),
                {
                    "Calls to the control room": (221168,),
                    "E-mails to the control room": (32000,),
                    "Crimes reported online": (10675,),
                    "People taken into custody": (10200,),
                    "Arrests": (8778,),
                },
                context="Demand in an earlier year",
            ),
            said(
                "time to answer a call to 101",
                3,
                "answered after 3 seconds in Cumbria",
                unit="seconds",
                statistic="average",
            ),
            said(
                "time to answer a call to 101",
                32,
                "The national average is 32 seconds",
                unit="seconds",
                statistic="average",
                area="national average",
            ),
            said(
                "median time to answer a 999 call",
                3,
                "was three seconds",
                YEAR,
                "seconds",
                "average",
                accept={"statistic": ["actual"]},
            ),
            said("median time to answer 101", 147, "2 minutes and 27 seconds", YEAR, "seconds", "average"),
            said(
                "Crime",
                -18,
                "Crime fell by 18%",
                YEAR,
                "percent",
                "percent_change",
                accept={"period_start": [None], "period_end": [None]},
            ),
            said(
                "victims",
                -7000,
                "nearly 7,000 fewer victims",
                YEAR,
                statistic="change",
                qualifier="nearly",
                accept={"period_start": [None], "period_end": [None]},
            ),
        ),
        awards=(AWARD,),
        dates=(
            passing(months("2025-06", "2025-06"), "June 2025", accept={"type": ["publication", "meeting", "other"]}),
            *(passing(period, str(period.label)) for period in MONTHS),
            *(
                passing(YEAR, quote, accept={"start": [None, "2021-04-01"]})
                for quote in ("In the 12 months to April 2021", "12 months to April 2021")
            ),
        ),
    ),
)

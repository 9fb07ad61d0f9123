"""Dorset, February 2024: an agenda pack of three papers, with a monitoring report by priority and grants told in sentences."""

from __future__ import annotations

from corpus.paper import Block, Bullets, Heading, NewPage, Paper, Source, Table, Text
from corpus.truth import Award, Part, Period, Truth, dated, financial_year, months, passing, said, shape

PANEL = "Dorset Police and Crime Panel"


def _head(subject: str) -> tuple[Block, ...]:
    return (
        NewPage(),
        Text(PANEL),
        Text("1 February 2024"),
        Heading(subject, 1),
        Text("Report of the Police and Crime Commissioner for Dorset"),
    )


AGENDA = Table(
    (
        ("Item", "Subject", "Pages"),
        ("1.", "Apologies", ""),
        ("2.", "Minutes of the meeting held on 14 December 2023", ""),
        ("3.", "Q3 2023/24 Monitoring Report", "2 - 2"),
        ("4.", "Budget and Precept 2023/24: What It Paid For", "3 - 3"),
        ("5.", "Date of next meeting", ""),
    ),
    caption="AGENDA",
    widths=(0.7, 5, 1.2),
    style="bare",
)
QUARTER = months("2023-10", "2023-12", "Q3 2023/24")
YEAR = financial_year(2023)
#: "Year to date" and a position "now" in a report on quarter 3.
TO_DATE = {"period_start": [None, "2023-10-01"], "period_end": [None]}
OPEN = {"period_start": [None, "2023-04-01"], "period_end": [None, "2024-03-31"]}

PAPER = Paper(
    slug="dorset-2024-02-agenda-pack",
    format="pdf",
    force_name="Dorset Police",
    running=f"{PANEL} - 1 February 2024",
    style="ruled",
    blocks=(
        Heading(PANEL, 1),
        Text("Date: Thursday, 1 February 2024"),
        Text("Time: 10.00 am"),
        Text("Venue: Council Chamber, County Hall, Dorchester"),
        AGENDA,
        *_head("Q3 2023/24 Monitoring Report"),
        Heading("1. Priority one: cut crime and anti-social behaviour"),
        Text("Total crime in Dorset has gone down. Year to date anti-social behaviour is 14% lower.", "1.1"),
        Text("The Fix the Future Fund has awarded £51,824 to 11 organisations.", "1.2"),
        Heading("2. Priority two: make policing more visible and connected"),
        Text("Dorset Police now has 1,432 full-time equivalent police officers.", "2.1"),
        Heading("3. What people think"),
        Text(
            "Of 2,650 people who answered the Commissioner's survey 58% felt that Dorset is one of the safest counties.",
            "3.1",
        ),
        *_head("Budget and Precept 2023/24: What It Paid For"),
        Heading("1. Precept"),
        Text("For 2023/24 the Panel approved an increase of £15 for a Band D property.", "1.1"),
        Text("With it came:", "1.2"),
        Bullets(
            (
                "15 officers more than those of the national uplift",
                "174 new officers in all",
            )
        ),
        Heading("2. Background"),
        Text(
            "Anti-social behaviour in Dorset had come down by 30%. Dorset was 42nd of 43 forces in national funding.",
            "2.1",
        ),
    ),
    sources=(
        Source(
            publisher="Dorset Council, for the Dorset Police and Crime Panel",
            title="Agenda and minutes of the meeting of 1 February 2024",
            published="2024-02-01",
            address="https://moderngov.dorsetcouncil.gov.uk/ieListDocuments.aspx?CId=154&MID=5675",
            figures="day, time and place of the meeting, minutes confirmed",
        ),
        Source(
            publisher="Dorset Council, for the Dorset Police and Crime Panel",
            title="Q3 2023/2024 monitoring report: minutes",
            published="2024",
            address="https://moderngov.dorsetcouncil.gov.uk/mgAi.aspx?ID=15430",
            figures="anti-social behaviour, Fix the Future Fund, officers",
            note="The page read does not give its day; it is put into the pack of 1 February 2024 here.",
        ),
        Source(
            publisher="Dorset Council, for the Dorset Police and Crime Panel",
            title="Budget and precept 2023/24, and Q1 monitoring report 2023/24: minutes",
            published="2023",
            address="https://moderngov.dorsetcouncil.gov.uk/mgAi.aspx?ID=12791",
            figures="increase for Band D, officers, anti-social behaviour, place in national funding",
            note=(
                "New officers: https://moderngov.dorsetcouncil.gov.uk/mgAi.aspx?ID=14603. Survey: "
                "https://moderngov.dorsetcouncil.gov.uk/ieListDocuments.aspx?CId=154&MId=5340&Ver=4. These stood in papers of 2023; that one "
                "report brings them together is the project's doing."
            ),
        ),
    ),
    truth=Truth(
        title=f"{PANEL}: agenda pack",
        force="dorset",
        body=PANEL,
        doc_type="agenda pack",
        area="Dorset",
        meeting_date="2024-02-01",
        papers=(
            Part(
                item="3",
                title="Q3 2023/24 Monitoring Report",
                doc_type="performance report",
                meeting_date="2024-02-01",
                period=Period("2023-10-01", "2023-12-31"),
            ),
            Part(
                item="4",
                title="Budget and Precept 2023/24: What It Paid For",
                doc_type="budget report",
                meeting_date="2024-02-01",
            ),
        ),
        tables=(shape("other", AGENDA, optional=True),),
        observations=(
            said(
                "anti-social behaviour",
                -14,
                "anti-social behaviour is 14% lower",
                months("2023-04", "2023-12", "Year to date"),
                "percent",
                "percent_change",
                accept=TO_DATE,
            ),
            said(
                "organisations",
                11,
                "to 11 organisations",
                accept={"period_start": ["2023-10-01"], "period_end": ["2023-12-31"]},
            ),
            said(
                "full-time equivalent police officers",
                1432,
                "1,432 full-time equivalent police officers",
                unit="FTE",
                accept={"period_start": ["2023-10-01"], "period_end": ["2023-12-31"]},
            ),
            said(
                "people who answered the survey",
                2650,
                "Of 2,650 people who answered",
                accept={"period_start": ["2023-10-01"], "period_end": ["2023-12-31"]},
            ),
            said(
                "one of the safest counties",
                58,
                "58% felt that Dorset",
                unit="percent",
                statistic="share",
                accept={"period_start": ["2023-10-01"], "period_end": ["2023-12-31"]},
            ),
            said(
                "precept for a Band D property", 15, "an increase of £15 for a Band D property", YEAR, "GBP", "change"
            ),
            said(
                "officers more than the uplift",
                15,
                "15 officers more",
                YEAR,
                statistic="change",
                accept={"statistic": ["actual"], **OPEN},
            ),
            said("new officers", 174, "174 new officers in all", YEAR, accept={"statistic": ["total"], **OPEN}),
            said(
                "Anti-social behaviour",
                -30,
                "come down by 30%",
                unit="percent",
                statistic="percent_change",
                accept=OPEN,
            ),
            said("place in national funding", 42, "42nd of 43 forces", unit="rank", statistic="rank", accept=OPEN),
            said("forces", 43, "42nd of 43 forces", optional=True),
        ),
        awards=(
            Award(
                amount=51824,
                recipient="11 organisations",
                fund="Fix the Future Fund",
                quote="Fix the Future Fund has awarded £51,824 to 11 organisations",
            ),
        ),
        dates=(
            dated("meeting", "2024-02-01", "Thursday, 1 February 2024"),
            *(dated("meeting", "2024-02-01", "1 February 2024", repeat=True) for _ in range(2)),
            dated("previous_meeting", "2023-12-14", "held on 14 December 2023", accept={"type": ["meeting"]}),
            *(passing(QUARTER, "Q3 2023/24", "quarter") for _ in range(2)),
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Budget and Precept 2023/24", "Precept 2023/24", "For 2023/24")
            ),
        ),
    ),
)

"""Thames Valley, November 2019: where the additional precept goes."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Figure, Observation, TableTruth, Truth, grid

HEAD = ("New posts", "Number")
POSTS = Table(
    (HEAD, ("Police officers", "69"), ("Police staff", "143"), ("Total", "212")),
    caption="Posts paid for by the additional precept",
)
USE_HEAD = ("Use of the additional precept", "Amount")
USES = Table(
    (
        USE_HEAD,
        ("Pay of the new posts", "£6.6m"),
        ("Technology", "around £2m"),
        ("Contact management system", "£1.3m"),
        ("Recruitment of frontline officers", "£2.5m"),
    ),
    caption="Allocation of the additional precept",
)

PAPER = Paper(
    slug="thames-valley-2019-11-precept-funding",
    format="docx",
    force_name="Thames Valley Police",
    running="Thames Valley Police and Crime Panel, 22 November 2019",
    blocks=(
        Heading("Thames Valley Police and Crime Panel", 1),
        Text("Friday 22 November 2019"),
        Heading("Additional Precept Funding: Update", 1),
        Text("Report of the Police and Crime Commissioner for Thames Valley"),
        Heading("1. Purpose of the report"),
        Text("Members are told how the additional precept of £8.5m is allocated by Thames Valley Police.", "1.1"),
        Heading("2. Posts"),
        POSTS,
        Text("26 of the police officers go to Local Police Areas.", "2.1"),
        Heading("3. Allocation"),
        Text(
            "The table gives the amounts named so far. The cost of pay is likely to rise to £8m in the following year.",
            "3.1",
        ),
        USES,
        Heading("4. Recommendation"),
        Text("The Panel is asked to note the report.", "4.1"),
    ),
    sources=(
        Source(
            publisher="Buckinghamshire Council, for the Thames Valley Police and Crime Panel",
            title="Meeting of 22 November 2019: update on the allocation of the additional £8.5m precept funding",
            published="2019-11-22",
            address=(
                "https://buckinghamshire.moderngov.co.uk/CeListDocuments.aspx"
                "?CommitteeId=767&MeetingId=13863&DF=22%2F11%2F2019&Ver=2"
            ),
            figures="additional precept, posts, pay, technology, contact management, frontline recruitment",
            note="The minutes do not say how the amounts add up.",
        ),
    ),
    truth=Truth(
        title="Additional Precept Funding: Update",
        force="thames-valley",
        body="Thames Valley Police and Crime Panel",
        doc_type="report",
        area="Thames Valley",
        meeting_date="2019-11-22",
        tables=(
            TableTruth(
                type="staffing",
                caption="Posts paid for by the additional precept",
                header=[HEAD],
                body_rows=3,
                columns=2,
                first_body_row=("Police officers", "69"),
                last_body_row=("Total", "212"),
            ),
            TableTruth(
                type="budget",
                caption="Allocation of the additional precept",
                header=[USE_HEAD],
                body_rows=4,
                columns=2,
                first_body_row=("Pay of the new posts", "£6.6m"),
                last_body_row=("Recruitment of frontline officers", "£2.5m"),
            ),
        ),
        observations=(
            *grid(
                1,
                (Column("actual", accept={"statistic": ["total", "change"]}),),
                {"Police officers": (69,), "Police staff": (143,), "Total": (212,)},
                context="Posts paid for by the additional precept",
            ),
            *grid(
                2,
                (Column("actual", accept={"statistic": ["projection"]}),),
                {
                    "Pay of the new posts": (6600000,),
                    "Technology": (Figure(2000000, qualifier="around"),),
                    "Contact management system": (1300000,),
                    "Recruitment of frontline officers": (2500000,),
                },
                unit="GBP",
                context="Allocation of the additional precept",
            ),
            Observation(
                label="additional precept",
                value=8500000,
                unit="GBP",
                quote="the additional precept of £8.5m",
                accept={"statistic": ["change", "total"]},
            ),
            Observation(
                label="police officers in Local Police Areas",
                value=26,
                quote="26 of the police officers go to Local Police Areas",
                accept={"statistic": ["change"]},
            ),
            Observation(
                label="cost of pay",
                value=8000000,
                unit="GBP",
                statistic="projection",
                quote="likely to rise to £8m in the following year",
                accept={"statistic": ["actual"]},
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2019-11-22",
                label="Thames Valley Police and Crime Panel",
                quote="Friday 22 November 2019",
            ),
        ),
    ),
)

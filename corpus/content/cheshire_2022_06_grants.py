"""Cheshire, 2022/23: grants to councils and services in one table with its total."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, Observation, TableTruth, Truth, mentioned_periods

HEAD = ("Organisation / Geographical Area", "Type of Funding", "Amount")
SAFETY = "Community Safety Funding"
_GRANTS = (
    ("Cheshire West and Chester LA", SAFETY, "£158,100", 158100),
    ("Cheshire East LA", SAFETY, "£147,550", 147550),
    ("Halton Borough Council", SAFETY, "£81,962", 81962),
    ("Warrington Borough Council", SAFETY, "£132,917", 132917),
    ("Cheshire Youth Justice Services", "Preventing Youth Offending", "£198,116", 198116),
    ("Pan Cheshire", "Substance Misuse Services", "£108,949", 108949),
)
GRANTS = Table(
    (HEAD, *((who, what, printed) for who, what, printed, _ in _GRANTS), ("Total", "", "£827,594")),
    caption="Crime and disorder reduction grants 2022/23",
    widths=(3, 3, 1.4),
)

PAPER = Paper(
    slug="cheshire-2022-06-grants",
    format="pdf",
    force_name="Cheshire Constabulary",
    running="Cheshire Police and Crime Panel - Grants",
    style="lines",
    blocks=(
        Heading("Cheshire Police and Crime Panel", 1),
        Heading("Crime and Disorder Reduction Grants", 1),
        Text("Report of the Police and Crime Commissioner for Cheshire"),
        Heading("1. Background"),
        Text("Grants help partners to make communities safer. Each project reports against three measures.", "1.1"),
        Heading("2. Grants of the year"),
        Text("The Commissioner has awarded the following grants for 2022/23. Councils add money of their own.", "2.1"),
        GRANTS,
        Heading("3. Police communities"),
        Text(
            "Under the Community Police Fund each of the 122 policing communities was allocated £1,000. A further £10,000 was "
            "allocated to each of the eight Local Policing Units for larger projects.",
            "3.1",
        ),
        Heading("4. Recommendation"),
        Text("The Panel is asked to note the grants.", "4.1"),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Cheshire",
            title="Crime and disorder reduction grants 2022-23",
            published="2022",
            address=(
                "https://www.cheshire-pcc.gov.uk/what-the-commissioner-does/commissioning-and-funding/"
                "crime-and-disorder-reduction-grants/"
            ),
            figures="the six grants and their total",
        ),
        Source(
            publisher="Office of the Police and Crime Commissioner for Cheshire",
            title="Proceeds of Crime Community Fund",
            published="2018",
            address="https://www.cheshire-pcc.gov.uk/what-i-do/making-cheshire-safer/proceeds-of-crimecommunity-fund/",
            figures="122 policing communities, £1,000 and £10,000 each",
            note="The fund is of an earlier year than the grants of the table.",
        ),
    ),
    truth=Truth(
        title="Crime and Disorder Reduction Grants",
        force="cheshire",
        body="Cheshire Police and Crime Panel",
        doc_type="report",
        area="Cheshire",
        tables=(
            TableTruth(
                type="award",
                caption="Crime and disorder reduction grants 2022/23",
                header=[HEAD],
                body_rows=7,
                columns=3,
                first_body_row=("Cheshire West and Chester LA", SAFETY, "£158,100"),
                last_body_row=("Total", "", "£827,594"),
            ),
        ),
        observations=(
            Observation(
                label="policing communities", value=122, quote="each of the 122 policing communities", optional=True
            ),
        ),
        awards=(
            *(
                Award(
                    amount=amount,
                    recipient=who,
                    purpose=what,
                    funder="Commissioner",
                    year="2022/23",
                    source="table",
                    table=1,
                )
                for who, what, _, amount in _GRANTS
            ),
            Award(
                amount=1000,
                recipient="each of the 122 policing communities",
                fund="Community Police Fund",
                quote="policing communities was allocated £1,000",
            ),
            Award(
                amount=10000,
                recipient="each of the eight Local Policing Units",
                purpose="larger projects",
                quote="A further £10,000 was allocated to each of the eight Local Policing Units",
            ),
        ),
        dates=tuple(
            mentioned_periods(
                ("2022-04-01", "2023-03-31", "financial_year", "grants", "for 2022/23"),
                ("2022-04-01", "2023-03-31", "financial_year", "grants", "grants 2022/23"),
            )
        ),
    ),
)

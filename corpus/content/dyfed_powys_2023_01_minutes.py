"""Dyfed-Powys, January 2023: minutes of a precept meeting in Markdown, with what is said in Welsh beside them."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Text
from corpus.truth import Truth, dated, financial_year, passing, said

YEAR, NOW = financial_year(2023), financial_year(2022)
_ANY = {"period_start": [None, "2022-04-01", "2023-04-01"], "period_end": [None, "2023-03-31", "2024-03-31"]}

PAPER = Paper(
    slug="dyfed-powys-2023-01-minutes",
    format="md",
    force_name="Dyfed-Powys Police",
    blocks=(
        Heading("Dyfed-Powys Police and Crime Panel", 1),
        Text("Panel Heddlu a Throseddu Dyfed-Powys"),
        Text("Minutes of the meeting held on Friday, 27 January 2023"),
        Heading("4. Police precept 2023/24"),
        Text(
            "The Panel considered the report of the Police and Crime Commissioner for Dyfed-Powys, who proposed an increase of 7.75% in "
            "the precept for 2023/24."
        ),
        Text("The Panel noted that"),
        Bullets(
            (
                "the precept is approximately 50% of the Commissioner's income",
                "Dyfed-Powys Police has over 1,300 warranted officers",
                "the budget of 2022/23 will be underspent by approximately £800,000",
                "the precept remains the lowest in Wales",
            )
        ),
        Text("RESOLVED: That the proposed precept be supported."),
        Text("PENDERFYNWYD: cefnogi'r cynnydd o 7.75% yn y praesept ar gyfer 2023/24."),
    ),
    sources=(
        Source(
            publisher="News from Wales",
            title="Police and Crime Panel supports proposed 2023/24 precept",
            published="2023-01",
            address="https://newsfromwales.co.uk/police-and-crime-panel-supports-proposed-2023-24-precept/",
            figures="increase, share of the precept, officers, underspend, day of the meeting",
        ),
    ),
    truth=Truth(
        title="Minutes of the meeting held on Friday, 27 January 2023",
        force="dyfed-powys",
        body="Dyfed-Powys Police and Crime Panel",
        doc_type="minutes",
        area="Dyfed-Powys",
        meeting_date="2023-01-27",
        observations=(
            said("precept", 7.75, "an increase of 7.75%", YEAR, "percent", "percent_change"),
            said(
                "precept, share of the income",
                50,
                "approximately 50% of the Commissioner's income",
                unit="percent",
                statistic="share",
                qualifier="approximately",
                accept=_ANY,
            ),
            said("warranted officers", 1300, "over 1,300 warranted officers", qualifier="over", accept=_ANY),
            said(
                "underspent",
                800000,
                "underspent by approximately £800,000",
                NOW,
                "GBP",
                qualifier="approximately",
                accept={"statistic": ["projection", "change"]},
            ),
        ),
        dates=(
            dated("meeting", "2023-01-27", "Friday, 27 January 2023"),
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Police precept 2023/24", "for 2023/24", "ar gyfer 2023/24")
            ),
            passing(NOW, "the budget of 2022/23", "financial_year"),
        ),
    ),
)

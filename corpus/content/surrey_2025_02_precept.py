"""Surrey, the precepts of 2024/25 and 2025/26: votes and a survey told in sentences."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Text
from corpus.truth import Observation, Truth, financial_year, passing, said

LAST, YEAR = financial_year(2024), financial_year(2025)
_ANY = {"period_start": [None, "2024-04-01", "2025-04-01"], "period_end": [None, "2025-03-31", "2026-03-31"]}


def _answer(value: float, quote: str) -> Observation:
    return said("respondents", value, quote, unit="percent", statistic="share", accept=_ANY)


PAPER = Paper(
    slug="surrey-2025-02-precept",
    format="txt",
    force_name="Surrey Police",
    blocks=(
        Heading("Surrey Police and Crime Panel", 1),
        Text("Police Precept 2025/26: Report on the Proposal"),
        Heading("1. Proposal for 2025/26"),
        Text(
            "The precept of a Band D property will be £337.57 in 2025/26, an increase of £14 a year or £1.16 a month. This is around "
            "4.3%.",
            "1.1",
        ),
        Text("More than 3,200 people answered the survey of the Police and Crime Commissioner for Surrey:", "1.2"),
        Bullets(("59% would pay £14 a year more", "41% would not")),
        Text("Nine members were present; four voted in favour, four against and one abstained.", "1.3"),
        Heading("2. The year before"),
        Text(
            "For 2024/25 the precept of a Band D property was set at £323.57, an increase of £13 a year (£1.08 a month).",
            "2.1",
        ),
        Text(
            "In the survey of that year 41% supported £13, 11% chose £12, 2% £11 and 7% £10. The other 39% wanted to pay less.",
            "2.2",
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Surrey",
            title="Commissioner says Surrey Police will be properly funded to fight crime after council tax rise goes ahead",
            published="2025-02",
            address=(
                "https://intheknow.community/Alerts/A/240040/Commissioner-says-Surrey-Police-will-be-properly-funded-to-fight-crime-in-the-"
                "county-after-council-tax-rise-goes-ahead"
            ),
            figures="precept 2025/26, survey, votes",
        ),
        Source(
            publisher="Farnham Herald",
            title="Police council tax hike fails to convince public but is going ahead anyway",
            published="2024-02",
            address="https://www.farnhamherald.com/news/politics/police-council-tax-hike-fails-to-convince-public-but-is-going-ahead-anyway-665149",
            figures="precept 2024/25, survey",
        ),
    ),
    truth=Truth(
        title="Police Precept 2025/26: Report on the Proposal",
        force="surrey",
        body="Surrey Police and Crime Panel",
        doc_type="budget report",
        area="Surrey",
        observations=(
            said("precept of a Band D property", 337.57, "will be £337.57 in 2025/26", YEAR, "GBP"),
            said("precept of a Band D property", 14, "an increase of £14 a year", YEAR, "GBP", "change"),
            said("precept of a Band D property, a month", 1.16, "or £1.16 a month", YEAR, "GBP", "change"),
            said(
                "precept of a Band D property",
                4.3,
                "This is around 4.3%",
                YEAR,
                "percent",
                "percent_change",
                qualifier="around",
                accept=_ANY,
            ),
            said("people answered the survey", 3200, "More than 3,200 people", qualifier="more than", accept=_ANY),
            _answer(59, "59% would pay £14 a year more"),
            _answer(41, "41% would not"),
            said(
                "would pay more",
                14,
                "59% would pay £14 a year more",
                unit="GBP",
                statistic="change",
                optional=True,
                accept={"statistic": ["actual"], **_ANY},
            ),
            *(
                said("members", value, quote, optional=True, accept=_ANY)
                for value, quote in (
                    (9, "Nine members"),
                    (4, "four voted in favour"),
                    (4, "four against"),
                    (1, "one abstained"),
                )
            ),
            said("precept of a Band D property", 323.57, "was set at £323.57", LAST, "GBP"),
            said("precept of a Band D property", 13, "an increase of £13 a year", LAST, "GBP", "change"),
            said("precept of a Band D property, a month", 1.08, "(£1.08 a month)", LAST, "GBP", "change"),
            _answer(41, "41% supported £13"),
            _answer(11, "11% chose £12"),
            _answer(2, "2% £11"),
            _answer(7, "7% £10"),
            _answer(39, "The other 39%"),
            *(
                said(
                    "choice in the survey",
                    value,
                    quote,
                    unit="GBP",
                    optional=True,
                    accept={"statistic": ["change"], **_ANY},
                )
                for value, quote in ((13, "supported £13"), (12, "chose £12"), (11, "2% £11"), (10, "7% £10"))
            ),
        ),
        dates=(
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Police Precept 2025/26", "Proposal for 2025/26", "in 2025/26")
            ),
            passing(LAST, "For 2024/25", "financial_year"),
        ),
    ),
)

"""South Wales, February 2025: the precept by band and by council, whose published amounts do not quite add up."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, dated, financial_year, grid, passing, said, shape

_BANDS = {
    "Band A": 252.45,
    "Band B": 294.52,
    "Band C": 336.60,
    "Band D": 378.67,
    "Band E": 462.82,
    "Band F": 546.97,
    "Band G": 631.12,
    "Band H": 757.34,
    "Band I": 883.56,
}
_COUNCILS = {
    "Bridgend": 21.07,
    "Cardiff": 58.15,
    "Merthyr Tydfil": 7.15,
    "Neath Port Talbot": 18.82,
    "Rhondda Cynon Taf": 30.46,
    "Swansea": 35.99,
    "Vale of Glamorgan": 24.22,
}
BANDS = Table(
    (("Band", "2025/26"), *((band, f"£{amount:.2f}") for band, amount in _BANDS.items())),
    caption="Police precept by council tax band, 2025/26",
)
COUNCILS = Table(
    (
        ("Council", "Precept 2025/26 (£m)"),
        *((council, f"{amount:.2f}") for council, amount in _COUNCILS.items()),
        ("Total", "195.89"),
    ),
    caption="Where the precept is raised",
)
YEAR = financial_year(2025)
_YEAR = {"period_start": [None], "period_end": [None]}

PAPER = Paper(
    slug="south-wales-2025-02-precept",
    format="html",
    force_name="South Wales Police",
    blocks=(
        Heading("South Wales Police and Crime Panel", 1),
        Text("Meeting of Tuesday, 4 February 2025"),
        Heading("Budget and Precept 2025/26", 1),
        Text("Report of the Police and Crime Commissioner for South Wales"),
        Heading("1. Budget"),
        Text(
            "The proposed budget of South Wales Police for 2025/26 is £410.12 million, of which £195.89 million comes from the "
            "precept.",
            "1.1",
        ),
        Heading("2. Precept"),
        Text(
            "The precept is to rise by £26, or 7.37%. A first proposal of £24 left a deficit of £2 million; 13 whole-time "
            "equivalent officers were taken out of the establishment, and each £1 of precept raises £500,000.",
            "2.1",
        ),
        BANDS,
        COUNCILS,
    ),
    sources=(
        Source(
            publisher="Cardiff News Online, on a paper of the South Wales Police and Crime Panel",
            title="How much more people in part of Wales could have to pay for their policing next year",
            published="2025",
            address="https://cardiffnewsonline.com/how-much-more-people-in-part-of-wales-could-have-to-pay-for-their-policing-next-year",
            figures="budget, precept, bands, precept by council, deficit, posts",
            note="As published: the councils add up to £195.86 million, the total is printed as £195.89 million.",
        ),
    ),
    truth=Truth(
        title="Budget and Precept 2025/26",
        force="south-wales",
        body="South Wales Police and Crime Panel",
        doc_type="budget report",
        area="South Wales",
        meeting_date="2025-02-04",
        tables=(shape("budget", BANDS), shape("budget", COUNCILS)),
        observations=(
            *grid(
                1,
                (Column("actual", YEAR, "GBP"),),
                {f"Police precept {band}": (amount,) for band, amount in _BANDS.items()},
                context="Police precept by council tax band",
            ),
            *grid(
                2,
                (Column("actual", YEAR, "GBP"),),
                {council: (round(amount * 1000000),) for council, amount in _COUNCILS.items()},
                context="Where the precept is raised",
                area_rows=True,
                label="Precept",
            ),
            *grid(2, (Column("total", YEAR, "GBP"),), {"Total": (195890000,)}, context="Where the precept is raised"),
            said("budget", 410120000, "for 2025/26 is £410.12 million", YEAR, "GBP"),
            said("precept", 195890000, "£195.89 million comes from the precept", YEAR, "GBP"),
            said("precept", 26, "rise by £26", YEAR, "GBP", "change", accept=_YEAR),
            said("precept", 7.37, "or 7.37%", YEAR, "percent", "percent_change", accept=_YEAR),
            said(
                "first proposal",
                24,
                "A first proposal of £24",
                YEAR,
                "GBP",
                "change",
                accept={"statistic": ["actual", "projection"], **_YEAR},
            ),
            said("deficit", 2000000, "a deficit of £2 million", YEAR, "GBP", accept=_YEAR),
            said(
                "officers taken out of the establishment",
                13,
                "13 whole-time equivalent officers",
                YEAR,
                "FTE",
                accept={"statistic": ["change"], **_YEAR},
            ),
            said(
                "each £1 of precept raises",
                500000,
                "each £1 of precept raises £500,000",
                unit="GBP",
                accept={"period_start": ["2025-04-01"], "period_end": ["2026-03-31"]},
            ),
            said("£1 of precept", 1, "each £1 of precept", unit="GBP", optional=True),
        ),
        dates=(
            dated("meeting", "2025-02-04", "Tuesday, 4 February 2025"),
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Budget and Precept 2025/26", "for 2025/26", "band, 2025/26", "2025/26 (£m)")
            ),
        ),
    ),
)

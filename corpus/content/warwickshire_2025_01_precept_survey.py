"""Warwickshire, January 2025: what each band pays and how many homes are in it, on a web page."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, financial_year, grid, passing, said, shape

_BANDS = {
    "Band A": (16.7, 193.14),
    "Band B": (19.8, 225.33),
    "Band C": (25.2, 257.52),
    "Band D": (15.7, 289.71),
    "Band E": (10.6, 354.09),
    "Band F": (6.5, 418.47),
    "Band G": (4.8, 482.85),
    "Band H": (0.6, 579.42),
}
BANDS = Table(
    (
        ("Council tax band", "% of Warwickshire properties", "Police precept 2024/25"),
        *((band, f"{share}%", f"£{amount:.2f}") for band, (share, amount) in _BANDS.items()),
    ),
    caption="What each band pays",
)
YEAR, NEXT = financial_year(2024), financial_year(2025)
_ANY = {"period_start": [None, "2024-04-01", "2025-04-01"], "period_end": [None, "2025-03-31", "2026-03-31"]}

PAPER = Paper(
    slug="warwickshire-2025-01-precept-survey",
    format="html",
    force_name="Warwickshire Police",
    blocks=(
        Heading("Police and Crime Commissioner for Warwickshire", 1),
        Heading("Police Precept 2025/26: Survey", 1),
        Text("The precept pays for just under half of policing in Warwickshire; 53% comes from the Government."),
        BANDS,
        Heading("The year to come"),
        Text(
            "For 2025/26 funding is to grow by 5.9%, or £8.3 million. Just under £5 million of it are grants; £3.2 million depend on the "
            "highest increase of the precept. Costs are expected to rise by more than £10 million."
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Warwickshire",
            title="Budget 2025/26",
            published="2025-01",
            address="https://warwickshire-pcc.gov.uk/budget-2025-26",
            figures="precept and share of properties by band, funding 2025/26, costs",
        ),
    ),
    truth=Truth(
        title="Police Precept 2025/26: Survey",
        force="warwickshire",
        body="Police and Crime Commissioner for Warwickshire",
        doc_type="budget report",
        area="Warwickshire",
        tables=(shape("budget", BANDS),),
        observations=(
            *grid(
                1,
                (Column("share", unit="percent", accept=_ANY), Column("actual", YEAR, "GBP")),
                {f"Council tax band {band}": figures for band, figures in _BANDS.items()},
                context="What each band pays",
            ),
            said(
                "from the Government",
                53,
                "53% comes from the Government",
                unit="percent",
                statistic="share",
                accept=_ANY,
            ),
            said("funding", 5.9, "grow by 5.9%", NEXT, "percent", "percent_change"),
            said("funding", 8300000, "or £8.3 million", NEXT, "GBP", "change"),
            said(
                "grants",
                5000000,
                "Just under £5 million of it are grants",
                NEXT,
                "GBP",
                qualifier="just under",
                accept=_ANY,
            ),
            said("depend on the precept", 3200000, "£3.2 million depend", NEXT, "GBP", accept=_ANY),
            said(
                "Costs",
                10000000,
                "rise by more than £10 million",
                NEXT,
                "GBP",
                "change",
                qualifier="more than",
                accept={"statistic": ["projection"], **_ANY},
            ),
        ),
        dates=(
            *(passing(NEXT, quote, "financial_year") for quote in ("Police Precept 2025/26", "For 2025/26")),
            passing(YEAR, "Police precept 2024/25", "financial_year"),
        ),
    ),
)

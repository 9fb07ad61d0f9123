"""South Wales, February 2024: the precept by council tax band, in a table with three rules; a heading in both languages."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, dated, financial_year, grid, passing, said, shape

_BANDS = {
    "Band A": 235.11,
    "Band B": 274.30,
    "Band C": 313.48,
    "Band D": 352.67,
    "Band E": 431.04,
    "Band F": 509.41,
    "Band G": 587.78,
    "Band H": 705.34,
    "Band I": 822.90,
}
BANDS = Table(
    (("Council tax band", "Police precept 2024/25 (£)"), *((band, f"{amount:.2f}") for band, amount in _BANDS.items())),
    caption="Proposed police precept by council tax band",
    widths=(2, 2),
)
MONTHLY = Table(
    (("Band", "Increase a month"), ("A", "£1.57"), ("B", "£1.83"), ("C", "£2.09"), ("D", "£2.35")),
    caption="Increase a month from April 2024",
    widths=(1, 2),
    style="bare",
)
YEAR, LAST = financial_year(2024), financial_year(2023)
_OPEN = {"period_start": [None, "2024-04-01"], "period_end": [None, "2025-03-31", "2024-04-30"]}

PAPER = Paper(
    slug="south-wales-2024-02-precept",
    format="pdf",
    force_name="South Wales Police",
    running="Panel Heddlu a Throseddu De Cymru / South Wales Police and Crime Panel - 6 February 2024",
    style="lines",
    blocks=(
        Heading("South Wales Police and Crime Panel", 1),
        Text("Tuesday 6 February 2024"),
        Heading("Precept Proposal 2024/25", 1),
        Text("Report of the Police and Crime Commissioner for South Wales"),
        Heading("1. Proposal"),
        Text(
            "The Commissioner proposes to increase the precept for 2024/25 by 8.69%. The owner of a Band D property pays £2.35 more "
            "a month. South Wales Police has to close a budget gap of more than £16m.",
            "1.1",
        ),
        BANDS,
        Text("68% of households are below Band D; most of them pay between 36p and 48p more a week.", "1.2"),
        MONTHLY,
        Heading("2. Other forces in Wales"),
        Text("In Band D South Wales now pays £8.62 less than North Wales, and 0.2% above the Welsh average.", "2.1"),
        Heading("3. The year before"),
        Text(
            "For 2023/24 the Panel did not veto an increase of 7.4%, which was £1.86 a month for Band D, with a budget gap of £20.8m.",
            "3.1",
        ),
    ),
    sources=(
        Source(
            publisher="News Wales, on a paper of the South Wales Police and Crime Panel",
            title="Policing costs in South Wales could rise by over 8% or £2.35 per month next year",
            published="2024-02-01",
            address=(
                "https://news.wales/south/merthyr-tydfil-county-borough-council/policing-costs-in-south-wales-could-rise-by-over-8-or-2-"
                "35-per-month-next-year-2024-02-43108.html"
            ),
            figures="precept of each band, increase a month and in per cent, budget gap, households, other Welsh forces",
        ),
        Source(
            publisher="Herald Wales",
            title="South Wales Police precept hike accepted",
            published="2023-02",
            address="https://www.herald.wales/south-wales/south-wales-police-precept-hike-accepted/",
            figures="increase of 2023/24, budget gap of 2023/24",
        ),
    ),
    truth=Truth(
        title="Precept Proposal 2024/25",
        force="south-wales",
        body="South Wales Police and Crime Panel",
        doc_type="budget report",
        area="South Wales",
        meeting_date="2024-02-06",
        tables=(shape("budget", BANDS), shape("budget", MONTHLY)),
        observations=(
            *grid(
                1,
                (Column("actual", YEAR, "GBP"),),
                {f"Police precept {band}": (amount,) for band, amount in _BANDS.items()},
                context="Proposed police precept by council tax band",
            ),
            *grid(
                2,
                (Column("change", unit="GBP", accept=_OPEN),),
                {"Band A": (1.57,), "Band B": (1.83,), "Band C": (2.09,), "Band D": (2.35,)},
                context="Increase a month",
            ),
            said("precept", 8.69, "the precept for 2024/25 by 8.69%", YEAR, "percent", "percent_change"),
            said(
                "increase for Band D a month",
                2.35,
                "pays £2.35 more a month",
                unit="GBP",
                statistic="change",
                accept=_OPEN,
            ),
            said(
                "budget gap",
                16000000,
                "a budget gap of more than £16m",
                unit="GBP",
                qualifier="more than",
                accept=_OPEN,
            ),
            said(
                "households below Band D",
                68,
                "68% of households are below Band D",
                unit="percent",
                statistic="share",
                accept=_OPEN,
            ),
            said(
                "increase a week",
                0.36,
                "between 36p and 48p",
                unit="GBP",
                statistic="change",
                optional=True,
                accept=_OPEN,
            ),
            said(
                "increase a week",
                0.48,
                "between 36p and 48p",
                unit="GBP",
                statistic="change",
                optional=True,
                accept=_OPEN,
            ),
            said(
                "Band D less than North Wales",
                8.62,
                "£8.62 less than North Wales",
                unit="GBP",
                statistic="change",
                accept={"statistic": ["actual"], **_OPEN},
            ),
            said(
                "above the Welsh average",
                0.2,
                "0.2% above the Welsh average",
                unit="percent",
                statistic="percent_change",
                accept={"statistic": ["actual", "share"], **_OPEN},
            ),
            said("precept", 7.4, "an increase of 7.4%", LAST, "percent", "percent_change"),
            said("increase for Band D a month", 1.86, "£1.86 a month for Band D", LAST, "GBP", "change"),
            said("budget gap", 20800000, "a budget gap of £20.8m", LAST, "GBP"),
        ),
        dates=(
            dated("meeting", "2024-02-06", "Tuesday 6 February 2024"),
            dated(
                "meeting",
                "2024-02-06",
                "Police and Crime Panel - 6 February 2024",
                repeat=True,
                accept={"type": ["event", "other"]},
            ),
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Precept Proposal 2024/25", "for 2024/25", "precept 2024/25")
            ),
            passing(LAST, "For 2023/24", "financial_year"),
            dated(
                "event",
                "2024-04-01",
                "from April 2024",
                "2024-04-30",
                "month",
                optional=True,
                accept={"type": ["period", "other", "launch"]},
            ),
        ),
    ),
)

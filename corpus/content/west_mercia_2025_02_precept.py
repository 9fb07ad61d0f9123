"""West Mercia, 2025/26: a record of decision in plain text, with bands and what each council is asked for to the penny."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, financial_year, grid, passing, said, shape

_BANDS = {
    "Band A (6/9th)": "194.33",
    "Band B (7/9th)": "226.72",
    "Band C (8/9th)": "259.11",
    "Band D": "291.50",
    "Band E (11/9th)": "356.28",
    "Band F (13/9th)": "421.06",
    "Band G (15/9th)": "485.83",
    "Band H (18/9th)": "583.00",
}
_COUNCILS = {
    "Bromsgrove District Council": "11,181,910.85",
    "Herefordshire Council": "21,226,079.71",
    "Malvern Hills District Council": "9,782,159.92",
    "Redditch Borough Council": "7,711,778.25",
    "Shropshire Council": "35,380,532.66",
    "Telford and Wrekin Council": "16,955,010.05",
    "Worcester City Council": "9,785,975.65",
    "Wychavon District Council": "15,673,182.53",
    "Wyre Forest District Council": "10,301,027.00",
}
BANDS = Table((("Precept band", "2025/26 £"), *_BANDS.items()), caption="Council tax for each property band")
COUNCILS = Table((("Local authority", "Precept demand 2025/26 £"), *_COUNCILS.items()), caption="Precept demands")
YEAR = financial_year(2025)
_YEAR = {"period_start": [None], "period_end": [None]}


def _pounds(printed: str) -> float:
    return float(printed.replace(",", ""))


PAPER = Paper(
    slug="west-mercia-2025-02-precept",
    format="txt",
    force_name="West Mercia Police",
    wrapped=True,
    blocks=(
        Heading("Police and Crime Commissioner for West Mercia", 1),
        Text("Record of Decision: Setting the Precept 2025/26"),
        Heading("Decision"),
        Text(
            "The Commissioner approves a precept increase of 5.05% (£14.00) for 2025/26. The council tax of a Band D property is "
            "£291.50. With the government settlement this sets a net revenue budget of £302.259m before reserves.",
            "1.",
        ),
        Text("The West Mercia Police and Crime Panel has considered the proposal and approved it.", "2."),
        BANDS,
        COUNCILS,
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for West Mercia",
            title="Record of decision: setting the precept 2025-2026",
            published="2025",
            address=(
                "https://westmercia-pcc.gov.uk/key-information/decision-making/decisions-2025/record-of-decision-setting-the-precept-"
                "2025-2026"
            ),
            figures="precept, increase, budget, bands, demand of each council",
            note="The page read ended before the total of the demands, so none is given. The folder's month is that of the budget.",
        ),
    ),
    truth=Truth(
        title="Record of Decision: Setting the Precept 2025/26",
        force="west-mercia",
        body="Police and Crime Commissioner for West Mercia",
        doc_type="decision",
        area="West Mercia",
        tables=(shape("budget", BANDS), shape("budget", COUNCILS)),
        observations=(
            *grid(
                1,
                (Column("actual", YEAR, "GBP"),),
                {band: (_pounds(printed),) for band, printed in _BANDS.items()},
                context="Council tax for each property band",
            ),
            *grid(
                2,
                (Column("actual", YEAR, "GBP"),),
                {council: (_pounds(printed),) for council, printed in _COUNCILS.items()},
                context="Precept demands",
                area_rows=True,
                label="Precept demand",
            ),
            said("precept", 5.05, "a precept increase of 5.05%", YEAR, "percent", "percent_change"),
            said("precept", 14, "5.05% (£14.00)", YEAR, "GBP", "change"),
            said("council tax of a Band D property", 291.50, "is £291.50", YEAR, "GBP", accept=_YEAR),
            said("net revenue budget", 302259000, "a net revenue budget of £302.259m", YEAR, "GBP", accept=_YEAR),
        ),
        dates=(
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Setting the Precept 2025/26", "for 2025/26", "2025/26 £", "demand 2025/26 £")
            ),
        ),
    ),
)

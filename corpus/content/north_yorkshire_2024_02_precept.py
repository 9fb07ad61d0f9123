"""North Yorkshire, February 2024: the precept by band over two years, with a heading that runs over columns, and the funding."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, dated, financial_year, grid, passing, said, shape

_BANDS = {
    "A": (196.73, 204.58, 7.85, 0.15),
    "B": (229.51, 238.66, 9.15, 0.18),
    "C": (262.30, 272.76, 10.46, 0.20),
    "D": (295.09, 306.86, 11.77, 0.23),
    "E": (360.67, 375.06, 14.39, 0.28),
    "F": (426.24, 443.24, 17.00, 0.33),
    "G": (491.82, 511.44, 19.62, 0.38),
    "H": (590.18, 613.72, 23.54, 0.45),
}
BANDS = Table(
    (
        ("Property band", "Your contribution", "", "Increase", ""),
        ("", "2023/24", "2024/25", "a year", "a week"),
        *(
            (band, f"£{last:.2f}", f"£{this:.2f}", f"£{a_year:.2f}", f"£{a_week:.2f}")
            for band, (last, this, a_year, a_week) in _BANDS.items()
        ),
    ),
    header_rows=2,
    caption="Police precept by property band",
    widths=(1.5, 1.5, 1.5, 1.2, 1.2),
    joined=((0, 1, 2), (0, 3, 4)),
)
_FUNDING = {
    "Funding from Government": (83.8, 88.8),
    "Council tax precept": (92.4, 97.4),
    "Council tax grants": (7.9, 7.9),
    "Specific grants": (8.8, 17.7),
}
FUNDING = Table(
    (
        ("Source of funding", "2023/24", "2024/25"),
        *((source, f"£{last}m", f"£{this}m") for source, (last, this) in _FUNDING.items()),
    ),
    caption="Funding for the police",
    widths=(3, 1, 1),
    style="zebra",
)
LAST, YEAR = financial_year(2023), financial_year(2024)
_YEAR = {"period_start": [None], "period_end": [None]}

PAPER = Paper(
    slug="north-yorkshire-2024-02-precept",
    format="pdf",
    force_name="North Yorkshire Police",
    running="Police, Fire and Crime Commissioner for North Yorkshire - decision notice DN 03/2024",
    style="ruled",
    blocks=(
        Heading("Police, Fire and Crime Commissioner for North Yorkshire", 1),
        Heading("Decision Notice: Police Precept 2024/25", 1),
        Text("DN 03/2024. Date of the decision: 27 February 2024"),
        Heading("1. Decision"),
        Text(
            "The police element of the council tax in North Yorkshire for 2024/25 is set at £306.86 for a Band D property. This is "
            "3.99%, or £11.77, above the level of 2023/24.",
            "1.1",
        ),
        BANDS,
        Heading("2. Why"),
        Text("The core government funding for 2024/25 is £7,693k (6.6%) higher. All of it is already bound:", "2.1"),
        Text("(a) £1,792k for the pay award of the year before;"),
        Text("(b) £2,420k for police officer numbers, which are to grow by a further 20;"),
        Text("(c) £3,481k for higher employer's contributions to the pension scheme."),
        Text("Each 1% of precept brings around £925k of income.", "2.2"),
        FUNDING,
    ),
    sources=(
        Source(
            publisher="Office of the Police, Fire and Crime Commissioner for North Yorkshire",
            title="Police precept: your contribution through your council tax 2024/25",
            published="2024",
            address="https://northyorkshire-pfcc.gov.uk/policeprecept",
            figures="precept by band, increases, funding of both years",
            note="The increase a week is published in pence.",
        ),
        Source(
            publisher="Office of the Police, Fire and Crime Commissioner for North Yorkshire",
            title="DN 03/2024: Police Precept Proposal 2024/25",
            published="2024-02-27",
            address="https://northyorkshire-pfcc.mixd.co.uk/decision-notices/dn-03-2024-police-precept-proposal-2024-25",
            figures="core funding and what it is bound to, income of each 1% of precept, day of the decision",
        ),
    ),
    truth=Truth(
        title="Decision Notice: Police Precept 2024/25",
        force="north-yorkshire",
        body="Police, Fire and Crime Commissioner for North Yorkshire",
        doc_type="decision",
        area="North Yorkshire",
        tables=(shape("budget", BANDS), shape("budget", FUNDING)),
        observations=(
            *grid(
                1,
                (
                    Column("actual", LAST, "GBP"),
                    Column("actual", YEAR, "GBP"),
                    Column("change", YEAR, "GBP", accept=_YEAR),
                    Column("change", YEAR, "GBP", accept=_YEAR),
                ),
                {f"Police precept property band {band}": figures for band, figures in _BANDS.items()},
                context="Police precept by property band",
            ),
            *grid(
                2,
                (Column("actual", LAST, "GBP"), Column("actual", YEAR, "GBP")),
                {source: (round(last * 1e6), round(this * 1e6)) for source, (last, this) in _FUNDING.items()},
                context="Funding for the police",
            ),
            said(
                "police element of the council tax for Band D",
                306.86,
                "set at £306.86 for a Band D property",
                YEAR,
                "GBP",
            ),
            said(
                "police element of the council tax for Band D",
                3.99,
                "This is 3.99%",
                YEAR,
                "percent",
                "percent_change",
                accept=_YEAR,
            ),
            said(
                "police element of the council tax for Band D",
                11.77,
                "or £11.77, above",
                YEAR,
                "GBP",
                "change",
                accept=_YEAR,
            ),
            said("core government funding", 7693000, "£7,693k (6.6%) higher", YEAR, "GBP", "change"),
            said("core government funding", 6.6, "(6.6%) higher", YEAR, "percent", "percent_change"),
            said("pay award", 1792000, "£1,792k for the pay award", YEAR, "GBP", accept=_YEAR),
            said("police officer numbers", 2420000, "£2,420k for police officer numbers", YEAR, "GBP", accept=_YEAR),
            said("police officer numbers", 20, "by a further 20", YEAR, statistic="change", accept=_YEAR),
            said("pension scheme", 3481000, "£3,481k for higher employer's contributions", YEAR, "GBP", accept=_YEAR),
            said("income of 1% of precept", 925000, "around £925k of income", unit="GBP", qualifier="around"),
            said("1% of precept", 1, "Each 1% of precept", unit="percent", optional=True),
        ),
        dates=(
            dated("decision", "2024-02-27", "27 February 2024", accept={"type": ["publication", "event", "meeting"]}),
            *(
                passing(YEAR, quote, "financial_year")
                for quote in (
                    "Police Precept 2024/25",
                    "in North Yorkshire for 2024/25",
                    "funding for 2024/25",
                    "2024/25",
                    "2024/25",
                )
            ),
            *(passing(LAST, quote, "financial_year") for quote in ("the level of 2023/24", "2023/24", "2023/24")),
        ),
    ),
)

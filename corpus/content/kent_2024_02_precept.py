"""Kent, February 2024: Band D precept over three years, printed with a percentage that is cut off and not rounded."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Figure, Observation, TableTruth, Truth, financial_year, grid

HEAD = ("Council tax year", "Band D precept", "Increase", "% increase")
BAND_D = Table(
    (
        HEAD,
        ("2022/23", "£228.15", "£10.00", ""),
        ("2023/24", "£243.15", "£15.00", "6.57%"),
        ("2024/25", "£256.15", "£13.00", "5.34%"),
    ),
    caption="Police precept for an average Band D property",
)
YEAR = financial_year(2024, "2024/25")
_ROWS = ((2022, 228.15, 10, None), (2023, 243.15, 15, 6.57), (2024, 256.15, 13, 5.34))

PAPER = Paper(
    slug="kent-2024-02-precept",
    format="pdf",
    force_name="Kent Police",
    running="Kent and Medway Police and Crime Panel - 6 February 2024",
    style="lines",
    blocks=(
        Heading("Kent and Medway Police and Crime Panel", 1),
        Text("Tuesday 6 February 2024"),
        Heading("Precept Proposal 2024/25", 1),
        Text("Report of the Police and Crime Commissioner for Kent"),
        Heading("1. Introduction"),
        Text(
            "The Commissioner proposes a precept of £256.15 for an average Band D property in 2024/25, an increase of £13 a "
            "year, or 5.34%. This is £1.08 a month.",
            "1.1",
        ),
        Heading("2. The precept over three years"),
        BAND_D,
        Heading("3. What people want"),
        Text("The Annual Policing Survey names these issues first:", "3.1"),
        Bullets(
            (
                "serious violence, with gangs and weapons",
                "sexual offences, with rape",
                "child sexual exploitation",
                "antisocial behaviour",
                "burglary and robbery",
            )
        ),
        Heading("4. Savings"),
        Text("Savings of around £7.3 million still have to be made.", "4.1"),
        Heading("5. Recommendation"),
        Text("The Panel is asked to review and report on the proposed precept.", "5.1"),
    ),
    sources=(
        Source(
            publisher="Kent County Council, for the Kent and Medway Police and Crime Panel",
            title="Meeting of 6 February 2024: draft refreshed plan and 2024/25 precept proposal",
            published="2024-02-06",
            address="https://democracy.kent.gov.uk/mgAi.aspx?ID=64691",
            figures="precept 2024/25, increase in pounds and per cent, issues of the survey",
            note="As published: £13 on £243.15 is 5.3465%, printed as 5.34%.",
        ),
        Source(
            publisher="Office of the Kent Police and Crime Commissioner",
            title="PCC's budget unanimously approved",
            published="2024-02-07",
            address="https://www.kent-pcc.gov.uk/news-menu/press-releases/2024/pccs-budget-unanimously-approved/",
            figures="increase per month, savings still to be made",
        ),
        Source(
            publisher="Office of the Kent Police and Crime Commissioner",
            title="Budget proposal approved (2023/24); police budget approved (2022/23)",
            published="2023-02-01",
            address="https://www.kent-pcc.gov.uk/news-menu/press-releases/2023/budget-proposal-approved/",
            figures="precept 2023/24 and its increase; precept 2022/23 and its increase",
            note=(
                "2022/23: https://www.kent-pcc.gov.uk/news-menu/press-releases/2022/police-budget-approved/ (2 February 2022)"
            ),
        ),
    ),
    truth=Truth(
        title="Precept Proposal 2024/25",
        force="kent",
        body="Kent and Medway Police and Crime Panel",
        doc_type="budget report",
        area="Kent",
        meeting_date="2024-02-06",
        tables=(
            TableTruth(
                type="budget",
                caption="Police precept for an average Band D property",
                header=[HEAD],
                body_rows=3,
                columns=4,
                first_body_row=("2022/23", "£228.15", "£10.00", ""),
                last_body_row=("2024/25", "£256.15", "£13.00", "5.34%"),
            ),
        ),
        observations=(
            *(
                fact
                for first, precept, increase, percent in _ROWS
                for fact in grid(
                    1,
                    (
                        Column("actual", financial_year(first), "GBP"),
                        Column("change", financial_year(first), "GBP"),
                        Column("percent_change", financial_year(first), "percent"),
                    ),
                    {"Band D precept": (precept, Figure(increase), percent)},
                    context="Police precept for an average Band D property",
                )
            ),
            Observation(
                label="precept for an average Band D property",
                value=256.15,
                unit="GBP",
                period=YEAR,
                quote="a precept of £256.15 for an average Band D property",
            ),
            Observation(
                label="precept for an average Band D property",
                value=13,
                unit="GBP",
                statistic="change",
                period=YEAR,
                quote="an increase of £13 a year",
            ),
            Observation(
                label="precept for an average Band D property",
                value=5.34,
                unit="percent",
                statistic="percent_change",
                period=YEAR,
                quote="or 5.34%",
            ),
            Observation(
                label="increase of the precept, per month",
                value=1.08,
                unit="GBP",
                statistic="change",
                quote="This is £1.08 a month",
                optional=True,
            ),
            Observation(
                label="Savings",
                value=7300000,
                unit="GBP",
                statistic="target",
                qualifier="around",
                quote="Savings of around £7.3 million still have to be made",
                accept={"statistic": ["actual", "projection"]},
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2024-02-06",
                label="Kent and Medway Police and Crime Panel",
                quote="Tuesday 6 February 2024",
            ),
            *(
                DateTruth(
                    type="period",
                    start="2024-04-01",
                    end="2025-03-31",
                    precision="financial_year",
                    label=label,
                    quote=quote,
                    optional=True,
                    accept={"type": ["plan", "other"]},
                )
                for label, quote in (("precept proposal", "Precept Proposal 2024/25"), ("precept", "in 2024/25"))
            ),
        ),
    ),
)

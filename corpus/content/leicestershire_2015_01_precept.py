"""Leicestershire, January 2015: the proposed precept and budget for 2015/16."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, Column, DateTruth, Figure, Observation, TableTruth, Truth, financial_year, grid

BUDGET = Table(
    (
        ("Item", "2015/16"),
        ("Budget requirement, before use of reserves", "£171.573m"),
        ("Council tax requirement (precept)", "£53.216m"),
        ("Additional income from the increase", "£1.038m"),
        ("Band D precept", "£179.9951"),
        ("Increase in the precept", "1.99%"),
        ("Increase for a Band D household, per year", "£3.51"),
    ),
    caption="Proposed budget and precept",
)
YEAR = financial_year(2015, "2015/16")

PAPER = Paper(
    slug="leicestershire-2015-01-precept",
    format="docx",
    force_name="Leicestershire Police",
    running="Leicester, Leicestershire and Rutland Police and Crime Panel, 29 January 2015",
    blocks=(
        Heading("Police and Crime Commissioner for Leicestershire", 1),
        Heading("Police and Crime Panel", 2),
        Table(
            (
                ("Report of", "Police and Crime Commissioner"),
                ("Date", "Thursday 29 January 2015 at 1.00pm"),
                ("Subject", "Proposed Precept 2015/16 and Medium Term Financial Strategy"),
            ),
            header_rows=0,
        ),
        Heading("Purpose of report"),
        Text("The Panel is asked for its view of the precept that the Commissioner proposes for 2015/16.", "1."),
        Heading("Recommendation"),
        Text("That the Panel support the proposal to increase the precept by 1.99% to £179.9951.", "2."),
        Heading("Background"),
        Text(
            "Leicestershire Police has delivered or identified over £38 million of cashable savings since 2009/10. Government "
            "funding falls by £5.7 million in 2015/16.",
            "3.",
        ),
        Text(
            "The increase of last year's precept, 1.5%, raised the number of PCSOs from 223 to 251.",
            "4.",
        ),
        Heading("Proposal"),
        BUDGET,
        Text("For a Band D household the increase is just over 7p per week.", "5."),
        Text(
            "The freeze grant would have brought £0.58 million and was not accepted, because it does not last.",
            "6.",
        ),
        Text(
            "Over 70% of those who answered the consultation are prepared to pay more towards policing.",
            "7.",
        ),
        Heading("Reserves and savings"),
        Text(
            "The Commissioner commits up to £2 million from reserves to the Chief Constable for work against hate crime, child "
            "sexual exploitation and grooming.",
            "8.",
        ),
        Text(
            "The Chief Constable has been asked to identify at least £2.5 million of further savings by June 2015.",
            "9.",
        ),
        Text(
            "The budget provides for 1,000 extra volunteers, in addition to 400 Special Constables and 300 other volunteers. "
            "The extra volunteers would enable 70,000 patrol hours.",
            "10.",
        ),
    ),
    sources=(
        Source(
            publisher="Leicestershire County Council, for the Leicester, Leicestershire and Rutland Police and Crime Panel",
            title="Minutes of the meeting of 29 January 2015 (budget meeting), minute 112",
            published="2015-01-29",
            address="https://politics.leics.gov.uk/ieListDocuments.aspx?CId=1029&MId=4148&Ver=4",
            figures="budget, precept, reserves, savings, PCSOs, volunteers and consultation",
        ),
    ),
    truth=Truth(
        title="Proposed Precept 2015/16 and Medium Term Financial Strategy",
        force="leicestershire",
        body="Leicester, Leicestershire and Rutland Police and Crime Panel",
        doc_type="budget report",
        area="Leicestershire",
        meeting_date="2015-01-29",
        tables=(
            TableTruth(
                type="other",
                caption=None,
                header=[],
                body_rows=3,
                columns=2,
                first_body_row=("Report of", "Police and Crime Commissioner"),
                last_body_row=("Subject", "Proposed Precept 2015/16 and Medium Term Financial Strategy"),
                optional=True,
            ),
            TableTruth(
                type="budget",
                caption="Proposed budget and precept",
                header=[("Item", "2015/16")],
                body_rows=6,
                columns=2,
                first_body_row=("Budget requirement, before use of reserves", "£171.573m"),
                last_body_row=("Increase for a Band D household, per year", "£3.51"),
            ),
        ),
        observations=(
            *grid(
                2,
                (Column("actual", YEAR, accept={"statistic": ["total", "change"]}),),
                {
                    "Budget requirement, before use of reserves": (171573000,),
                    "Council tax requirement (precept)": (53216000,),
                    "Additional income from the increase": (1038000,),
                    "Band D precept": (179.9951,),
                    "Increase in the precept": (Figure(1.99, "percent_change", "percent"),),
                    "Increase for a Band D household, per year": (Figure(3.51, "change"),),
                },
                unit="GBP",
                context="Proposed budget and precept",
            ),
            Observation(
                label="precept",
                value=1.99,
                unit="percent",
                statistic="percent_change",
                quote="increase the precept by 1.99%",
                accept={"period_start": ["2015-04-01"], "period_end": ["2016-03-31"]},
            ),
            Observation(
                label="precept",
                value=179.9951,
                unit="GBP",
                quote="by 1.99% to £179.9951",
                accept={"period_start": ["2015-04-01"], "period_end": ["2016-03-31"]},
            ),
            Observation(
                label="cashable savings",
                value=38000000,
                unit="GBP",
                qualifier="over",
                quote="over £38 million of cashable savings since 2009/10",
                accept={"period_start": ["2009-04-01"]},
            ),
            Observation(
                label="Government funding",
                value=-5700000,
                unit="GBP",
                statistic="change",
                period=YEAR,
                quote="falls by £5.7 million in 2015/16",
            ),
            Observation(
                label="last year's precept",
                value=1.5,
                unit="percent",
                statistic="percent_change",
                quote="last year's precept, 1.5%",
            ),
            Observation(label="number of PCSOs", value=223, quote="the number of PCSOs from 223 to 251"),
            Observation(label="number of PCSOs", value=251, quote="the number of PCSOs from 223 to 251"),
            Observation(
                label="increase for a Band D household, per week",
                value=0.07,
                unit="GBP",
                statistic="change",
                quote="just over 7p per week",
                qualifier="just over",
                optional=True,
            ),
            Observation(
                label="freeze grant",
                value=580000,
                unit="GBP",
                quote="The freeze grant would have brought £0.58 million",
                optional=True,
                accept={"statistic": ["projection"]},
            ),
            Observation(
                label="consultation: prepared to pay more towards policing",
                value=70,
                unit="percent",
                statistic="share",
                qualifier="over",
                quote="Over 70% of those who answered the consultation",
                accept={"statistic": ["actual"]},
            ),
            Observation(
                label="further savings",
                value=2500000,
                unit="GBP",
                statistic="target",
                qualifier="at least",
                quote="at least £2.5 million of further savings by June 2015",
                accept={"statistic": ["actual"], "period_start": ["2015-06-30"], "period_end": ["2015-06-30"]},
            ),
            Observation(
                label="extra volunteers",
                value=1000,
                quote="1,000 extra volunteers",
                accept={"statistic": ["target", "projection", "change"]},
            ),
            Observation(label="Special Constables", value=400, quote="in addition to 400 Special Constables"),
            Observation(label="other volunteers", value=300, quote="300 other volunteers"),
            Observation(
                label="patrol hours",
                value=70000,
                unit="hours",
                quote="would enable 70,000 patrol hours",
                accept={"statistic": ["projection", "target"]},
            ),
        ),
        awards=(
            Award(
                amount=2000000,
                purpose="work against hate crime, child sexual exploitation and grooming",
                recipient="the Chief Constable",
                status="planned",
                funder="Commissioner",
                quote="commits up to £2 million from reserves to the Chief Constable",
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2015-01-29",
                label="Police and Crime Panel",
                quote="Thursday 29 January 2015 at 1.00pm",
            ),
            DateTruth(
                type="deadline",
                start="2015-06-01",
                end="2015-06-30",
                precision="month",
                label="further savings identified",
                quote="by June 2015",
            ),
            *(
                DateTruth(
                    type="period",
                    start="2015-04-01",
                    end="2016-03-31",
                    precision="financial_year",
                    label=label,
                    quote=quote,
                    optional=True,
                    accept={"type": ["other", "plan"]},
                )
                for label, quote in (
                    ("proposed precept", "Proposed Precept 2015/16"),
                    ("precept", "the Commissioner proposes for 2015/16"),
                    ("government funding", "in 2015/16"),
                )
            ),
            DateTruth(
                type="period",
                start="2009-04-01",
                end="2010-03-31",
                precision="financial_year",
                label="cashable savings since",
                quote="since 2009/10",
                optional=True,
                accept={"end": [None]},
            ),
        ),
    ),
)

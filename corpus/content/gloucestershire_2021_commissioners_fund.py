"""Gloucestershire, 2020/21: a short page on the Commissioner's Fund, without any table."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Text
from corpus.truth import Award, Observation, Truth, financial_year, mentioned_periods

YEAR = financial_year(2020, "2020/21")

PAPER = Paper(
    slug="gloucestershire-2021-commissioners-fund",
    format="html",
    force_name="Gloucestershire Constabulary",
    blocks=(
        Heading("Gloucestershire Police and Crime Panel", 1),
        Heading("The Commissioner's Fund 2020/21", 1),
        Text("Report of the Office of the Police and Crime Commissioner for Gloucestershire"),
        Heading("1. Summary"),
        Text("The Commissioner's Fund supports projects against crime. It takes 1% of the policing budget.", "1.1"),
        Text("In 2020/21, 100 projects received a total of £1,187,317 from the Commissioner's Fund.", "1.2"),
        Heading("2. The pandemic"),
        Text("The rules of the fund were eased in the year:", "2.1"),
        Bullets(
            (
                "payments were made sooner",
                "reports could come later",
                "money could be used for the ordinary work of a project",
            )
        ),
        Heading("3. Recommendation"),
        Text("The Panel is asked to note the report.", "3.1"),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Gloucestershire",
            title="In it together: fund steps in to help local organisations cope with Covid",
            published="2021",
            address=(
                "https://www.gloucestershire-pcc.gov.uk/in-it-together-fund-steps-in-to-help-local-organisations-cope-with-covid/"
            ),
            figures="number of projects, total of the fund, share of the budget",
        ),
    ),
    truth=Truth(
        title="The Commissioner's Fund 2020/21",
        force="gloucestershire",
        body="Gloucestershire Police and Crime Panel",
        doc_type="report",
        area="Gloucestershire",
        observations=(
            Observation(
                label="part of the policing budget",
                value=1,
                unit="percent",
                statistic="share",
                quote="It takes 1% of the policing budget",
                accept={"statistic": ["actual"]},
            ),
            Observation(label="projects", value=100, period=YEAR, quote="100 projects received a total of £1,187,317"),
        ),
        awards=(
            Award(
                amount=1187317,
                purpose="100 projects",
                fund="Commissioner's Fund",
                year="2020/21",
                quote="received a total of £1,187,317 from the Commissioner's Fund",
                accept={"status": ["received"]},
            ),
        ),
        dates=tuple(
            mentioned_periods(
                ("2020-04-01", "2021-03-31", "financial_year", "fund", "The Commissioner's Fund 2020/21"),
                ("2020-04-01", "2021-03-31", "financial_year", "fund", "In 2020/21"),
            )
        ),
    ),
)

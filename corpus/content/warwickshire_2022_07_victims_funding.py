"""Warwickshire, July 2022: money of the Ministry of Justice over three years, in sentences."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Text
from corpus.truth import Award, DateTruth, Truth, mentioned_periods

MOJ = "Ministry of Justice"
CRITICAL = "Critical Support Fund"
PERPETRATORS = "Domestic Abuse Perpetrator Programme"

PAPER = Paper(
    slug="warwickshire-2022-07-victims-funding",
    format="docx",
    force_name="Warwickshire Police",
    running="Warwickshire Police and Crime Panel - Funding for victims",
    blocks=(
        Heading("Warwickshire Police and Crime Panel", 1),
        Heading("Government Funding for Victims", 1),
        Text("Report of the Police and Crime Commissioner for Warwickshire"),
        Heading("1. New money"),
        Text(
            "The PCC has been awarded £418,520.60 by the Ministry of Justice for services in cases of domestic abuse and sexual "
            "violence (Decision WPCC3-0062).",
            "1.1",
        ),
        Text(
            "The Ministry of Justice has also awarded an additional £38,793 for independent advisers.",
            "1.2",
        ),
        Text(
            "Earlier, in 2021, £1.5m was made available by the Ministry of Justice from the Critical Support Fund for community based "
            "support. Of this fund the PCC was allocated £0.203m.",
            "1.3",
        ),
        Heading("2. Perpetrators"),
        Text(
            "The PCC was successful in securing £0.200m from the Home Office for the Domestic Abuse Perpetrator Programme in 2022/23.",
            "2.1",
        ),
        Text(
            "For 2023/24 the Home Office will provide £0.300m, and the PCC has committed £75,000 of match funding from the annual "
            "budget.",
            "2.2",
        ),
        Heading("3. Recommendation"),
        Text("The Panel is asked to note the report.", "3.1"),
    ),
    sources=tuple(
        Source(
            publisher="Office of the Police and Crime Commissioner for Warwickshire",
            title=title,
            published=published,
            address=f"https://warwickshire-pcc.gov.uk/your-pcc/decision-making/{address}",
            figures=figures,
        )
        for title, published, address, figures in (
            (
                "WPCC3-0062: Additional MOJ funding 2022/23",
                "2022-07-01",
                "decisions-log-2022/wpcc3-0062-additional-moj-funding-2022-23",
                "£418,520.60 and £38,793",
            ),
            (
                "WPCC30021: additional allocations of Critical Support Funding from the Ministry of Justice",
                "2021-10-26",
                "decisions-log-2021-to-may/wpcc30021-2021-2022-additional-allocations-of-critical-support-funding-from-the-ministry-of-justice",
                "£1.5m of the fund and £0.203m of the office",
            ),
            (
                "WPCC3-0067: Domestic Abuse Perpetrator Programme funding 2022-23",
                "2022-10-17",
                "decisions-log-2022/wpcc3-0067-domestic-abuse-perpetrator-programme-funding-2022-23/",
                "£0.200m",
            ),
            (
                "WPCC3-0090: Domestic Abuse Perpetrator Programme awards 2023-25",
                "2023-04-06",
                "decisions-log-2023/wpcc3-0090-domestic-abuse-perpetrator-programme-awards-2023-25",
                "£0.300m and £0.075m of a year",
            ),
        )
    ),
    truth=Truth(
        title="Government Funding for Victims",
        force="warwickshire",
        body="Warwickshire Police and Crime Panel",
        doc_type="report",
        area="Warwickshire",
        awards=(
            Award(
                amount=418520.60,
                recipient="PCC",
                purpose="services in cases of domestic abuse and sexual violence",
                funder=MOJ,
                decision_ref="WPCC3-0062",
                quote="awarded £418,520.60 by the Ministry of Justice",
            ),
            Award(
                amount=38793,
                purpose="independent advisers",
                funder=MOJ,
                quote="awarded an additional £38,793 for independent advisers",
            ),
            Award(
                amount=1500000,
                purpose="community based support",
                status="available",
                funder=MOJ,
                fund=CRITICAL,
                quote="£1.5m was made available by the Ministry of Justice",
            ),
            Award(
                amount=203000, recipient="PCC", purpose="community based support", quote="the PCC was allocated £0.203m"
            ),
            Award(
                amount=200000,
                recipient="PCC",
                funder="Home Office",
                fund=PERPETRATORS,
                year="2022/23",
                quote="securing £0.200m from the Home Office",
            ),
            Award(
                amount=300000,
                status="planned",
                funder="Home Office",
                year="2023/24",
                purpose="Perpetrators",
                quote="the Home Office will provide £0.300m",
            ),
            Award(
                amount=75000,
                status="planned",
                funder="PCC",
                purpose="Perpetrators match funding",
                quote="committed £75,000 of match funding",
            ),
        ),
        dates=(
            *mentioned_periods(
                ("2022-04-01", "2023-03-31", "financial_year", "programme", "in 2022/23"),
                ("2023-04-01", "2024-03-31", "financial_year", "programme", "For 2023/24"),
            ),
            DateTruth(
                type="other",
                start="2021-01-01",
                end="2021-12-31",
                precision="year",
                label="fund made available",
                quote="Earlier, in 2021",
                optional=True,
                accept={"type": ["event", "period"]},
            ),
        ),
    ),
)

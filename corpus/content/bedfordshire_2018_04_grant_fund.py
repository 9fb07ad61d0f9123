"""Bedfordshire and a neighbour, 2018: bids against what there is, the days of a round of grants, and money over two years."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, Truth, dated, financial_year, passing, said, shape

ROUND = Table(
    (
        ("Grant Fund 2018/19", "Number", "Amount"),
        ("Applications", "76", "£2.6 million"),
        ("Available", "", "£1.6 million"),
    ),
    caption="Applications and what there is",
)
YEAR = financial_year(2018)
_OPEN = {"period_start": [None], "period_end": [None]}

PAPER = Paper(
    slug="bedfordshire-2018-04-grant-fund",
    format="md",
    force_name="Bedfordshire Police",
    blocks=(
        Heading("Bedfordshire Police and Crime Panel", 1),
        Heading("Commissioner's Grant Fund 2018/19", 1),
        Text("Report of the Police and Crime Commissioner for Bedfordshire"),
        Heading("1. The round"),
        Text(
            "The round was opened on 3 January 2018 and closed on 19 February 2018. 76 applications were received for the Grant Fund "
            "2018/19, which came to more than £2.6 million. From 12 to 26 March 24 of the applicants presented their projects to a "
            "panel."
        ),
        ROUND,
        Heading("2. Allocation"),
        Text(
            "The Commissioner will award £1.6 million from the Grant Fund to help victims and reduce crime in Bedfordshire."
        ),
        Heading("3. Over the border"),
        Text(
            "In Hertfordshire the Commissioner allocated £783,393 to the Community Safety Fund for 2017/18. Later Citizens Advice "
            "Hertfordshire was awarded £260,000 for a scams project over two years, at £130,000 a year."
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Bedfordshire",
            title="PCC allocates £1.6 million from Grant Fund to help victims and reduce crime in Bedfordshire",
            published="2018-04",
            address="https://www.bedfordshire.pcc.police.uk/2018-04-pcc-allocates-16-million-from-grant-fund-to-help-victims-and-reduce-crime-in-bedfordshire",
            figures="amount, applicants who presented, days of the panels",
        ),
        Source(
            publisher="Office of the Police and Crime Commissioner for Bedfordshire",
            title="£2.6 million worth of bids submitted to PCC's Grant Fund",
            published="2018-02",
            address="https://www.bedfordshire.pcc.police.uk/2018-02-26-million-worth-of-bids-submitted-to-pccs-grant-fund",
            figures="applications, days of the round",
        ),
        Source(
            publisher="Office of the Police and Crime Commissioner for Hertfordshire",
            title="Cyber crime prevention officer funded by PCC",
            published="2017-05",
            address="https://hertscommissioner.org/2017-05-cyber-crime-prevention-officer-funded-by-pcc",
            figures="Community Safety Fund 2017/18",
            note=(
                "Scams project: https://www.hemeltoday.co.uk/news/people/hertfordshire-pcc-invites-bids-community-safety-grant-fund-1890544 "
                "(2020)."
            ),
        ),
    ),
    truth=Truth(
        title="Commissioner's Grant Fund 2018/19",
        force="bedfordshire",
        body="Bedfordshire Police and Crime Panel",
        doc_type="report",
        area="Bedfordshire",
        tables=(shape("award", ROUND),),
        observations=(
            said("applications", 76, "76 applications were received", YEAR, accept=_OPEN),
            said(
                "applicants presented their projects",
                24,
                "24 of the applicants",
                accept={"period_start": ["2018-04-01", "2018-03-12"], "period_end": ["2019-03-31", "2018-03-26"]},
            ),
            said("Applications", 76, "Applications", YEAR, optional=True, accept=_OPEN),
        ),
        awards=(
            Award(
                amount=2600000,
                purpose="Applications",
                status="bid",
                year="2018/19",
                fund="Grant Fund",
                source="table",
                table=1,
            ),
            Award(
                amount=1600000,
                purpose="Available",
                status="available",
                year="2018/19",
                fund="Grant Fund",
                source="table",
                table=1,
            ),
            Award(
                amount=2600000,
                purpose="applications for the Grant Fund",
                status="bid",
                year="2018/19",
                fund="Grant Fund",
                quote="which came to more than £2.6 million",
            ),
            Award(
                amount=1600000,
                purpose="to help victims and reduce crime in Bedfordshire",
                status="planned",
                fund="Grant Fund",
                quote="will award £1.6 million from the Grant Fund",
            ),
            Award(
                amount=783393,
                purpose="Community Safety Fund",
                area="Hertfordshire",
                year="2017/18",
                quote="allocated £783,393 to the Community Safety Fund for 2017/18",
                accept={"recipient": ["Community Safety Fund"]},
            ),
            Award(
                amount=260000,
                purpose="a scams project",
                recipient="Citizens Advice Hertfordshire",
                quote="was awarded £260,000 for a scams project",
            ),
            Award(
                amount=130000,
                purpose="a scams project, a year",
                recipient="Citizens Advice Hertfordshire",
                quote="at £130,000 a year",
                optional=True,
            ),
        ),
        dates=(
            dated("launch", "2018-01-03", "opened on 3 January 2018", accept={"type": ["event", "other"]}),
            dated("deadline", "2018-02-19", "closed on 19 February 2018", accept={"type": ["event", "other"]}),
            dated("period", "2018-03-12", "From 12 to 26 March", "2018-03-26", accept={"type": ["event", "other"]}),
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Commissioner's Grant Fund 2018/19", "for the Grant Fund 2018/19", "Grant Fund 2018/19")
            ),
            passing(financial_year(2017), "for 2017/18", "financial_year"),
        ),
    ),
)

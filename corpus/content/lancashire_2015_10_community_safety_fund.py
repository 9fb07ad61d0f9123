"""Lancashire, October 2015: projects funded, two award lists without a header, and what is left for each district."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, DateTruth, Observation, Period, TableTruth, Truth

VULNERABLE = Table(
    (
        ("Pan-Lancashire", "National Ugly Mugs Scheme", "£7,000"),
        ("Blackpool CSP", "ASB & ASBRAC Co-ordinator", "£45,500"),
        ("Chorley", "Street Pastors", "£5,000"),
        ("West Lancashire CSP", "Respect Me Too Project", "£2,600"),
    ),
    header_rows=0,
    widths=(3, 4, 1.5),
)
REOFFENDING = Table(
    (
        ("Pan-Lancashire", "LSP Challenge Through Sport Initiative", "£10,000"),
        ("Pan-Lancashire", "Operation Parents Get Social", "£3,500"),
        ("Blackburn", "Making Every Adult Matter", "£24,212"),
        ("Blackpool CSP", "CSP Officer", "£45,500"),
        ("Burnley, Pendle & Rossendale CSPs", "Through The Gate Programme", "£2,400"),
        ("Burnley, Hyndburn & Ribble Valley CSPs", "CAN SAFE Operations", "£11,152"),
        ("Fylde CSP", "Adult Community Re-integration Programme", "£5,000"),
        ("Preston CSP", "Park IT 2015", "£5,000"),
        ("Preston", "INTACT Youth Café", "£4,290"),
        ("West Lancashire", "Bright Sparx & October Half Term Activities", "£2,714"),
    ),
    header_rows=0,
    widths=(3, 4, 1.5),
)
DISTRICTS = Table(
    (
        ("District", "Funding Spent", "Funding Available"),
        ("Burnley", "£4517.33", "£5,482.67"),
        ("Chorley & South Ribble", "£00.00", "£20,000.00"),
        ("Fylde", "£5,000.00", "£5,000.00"),
        ("Hyndburn", "£3,717.33", "£6,282.67"),
        ("Lancaster", "£00.00", "£10,000.00"),
        ("Pendle", "£800.00", "£9,200.00"),
        ("Preston", "£5,000.00", "£5,000.00"),
        ("Ribble Valley", "£3,717.33", "£6,282.67"),
        ("Rossendale", "£800.00", "£9,200.00"),
        ("West Lancashire", "£5,314.15", "£4,685.85"),
        ("Wyre", "£00.00", "£10,000.00"),
    ),
    widths=(3, 2, 2),
)

_LIST = (
    (1, "Pan-Lancashire", "National Ugly Mugs Scheme", 7000),
    (1, "Blackpool CSP", "ASB & ASBRAC Co-ordinator", 45500),
    (1, "Chorley", "Street Pastors", 5000),
    (1, "West Lancashire CSP", "Respect Me Too Project", 2600),
    (2, "Pan-Lancashire", "LSP Challenge Through Sport Initiative", 10000),
    (2, "Pan-Lancashire", "Operation Parents Get Social", 3500),
    (2, "Blackburn", "Making Every Adult Matter", 24212),
    (2, "Blackpool CSP", "CSP Officer", 45500),
    (2, "Burnley, Pendle & Rossendale CSPs", "Through The Gate Programme", 2400),
    (2, "Burnley, Hyndburn & Ribble Valley CSPs", "CAN SAFE Operations", 11152),
    (2, "Fylde CSP", "Adult Community Re-integration Programme", 5000),
    (2, "Preston CSP", "Park IT 2015", 5000),
    (2, "Preston", "INTACT Youth Café", 4290),
    (2, "West Lancashire", "Bright Sparx & October Half Term Activities", 2714),
)
_SPENT_AND_AVAILABLE = {
    "Burnley": (4517.33, 5482.67),
    "Chorley & South Ribble": (0, 20000),
    "Fylde": (5000, 5000),
    "Hyndburn": (3717.33, 6282.67),
    "Lancaster": (0, 10000),
    "Pendle": (800, 9200),
    "Preston": (5000, 5000),
    "Ribble Valley": (3717.33, 6282.67),
    "Rossendale": (800, 9200),
    "West Lancashire": (5314.15, 4685.85),
    "Wyre": (0, 10000),
}
_COMMISSIONER = "Commissioner"


def _district_awards() -> Iterator[Award]:
    for district, (spent, available) in _SPENT_AND_AVAILABLE.items():
        for status, amount, heading in (
            ("spent", spent, "Funding Spent"),
            ("available", available, "Funding Available"),
        ):
            yield Award(
                amount=amount,
                purpose=f"District CSP funding: {heading}",
                area=district,
                status=status,
                funder=_COMMISSIONER,
                source="table",
                table=3,
            )


PAPER = Paper(
    slug="lancashire-2015-10-community-safety-fund",
    format="pdf",
    force_name="Lancashire Constabulary",
    running="Lancashire Police and Crime Panel - 12 October 2015 - Community Safety Fund",
    style="lines",
    blocks=(
        Heading("Lancashire Police and Crime Panel", 1),
        Text("Meeting to be held on 12 October 2015"),
        Heading("Community Safety Fund and Commissioning Update", 1),
        Text("Report of the Police and Crime Commissioner for Lancashire"),
        Heading("Executive summary"),
        Text(
            "This report lists the projects that the Commissioner has funded, the services for victims that he has commissioned, "
            "and what each district may still spend. It covers the period 1 July to 25 September 2015."
        ),
        Heading("Recommendation"),
        Text("The Panel is asked to note the awards."),
        Heading("1. Protecting vulnerable people"),
        Text(
            "In June the Commissioner provided £50,000 from the Ministry of Justice Victims Grant to the Trust House and the "
            "Birchall Trust for counselling and therapy services across Lancashire. He has committed a further £50,000 to them "
            "once the service is running.",
            "1.1",
        ),
        Text(
            "Since the last meeting of the Panel the Commissioner has funded the following projects from the Community Safety "
            "Fund:",
            "1.2",
        ),
        VULNERABLE,
        Heading("2. Tackling crime and re-offending"),
        Text(
            "The Home Office has awarded £4.2 million from the Police Innovation Fund to Early Action, over two years.",
            "2.1",
        ),
        Text("The Commissioner has also funded these projects from the Community Safety Fund:", "2.2"),
        REOFFENDING,
        Heading("3. Championing the rights of victims"),
        Text(
            "The Commissioner has awarded Victim's Voice a grant of £182,480 for a service that supports victims of all strands "
            "of hate crime. Its caseworkers started work in mid-September.",
            "3.1",
        ),
        Heading("4. Equipment"),
        Text(
            "The Commissioner has approved 2,194 smartphones for frontline staff at a cost of £4.854M (Decision 2015/32). They "
            "replace devices at the end of their life. Training takes place between 7 September and the end of November 2015.",
            "4.1",
        ),
        Heading("5. Funding of the district Community Safety Partnerships"),
        Text(
            "Each district Community Safety Partnership was allocated £10,000. The table below shows what has been spent and "
            "what remains available:",
            "5.1",
        ),
        DISTRICTS,
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Lancashire",
            title="Police and Crime Plan performance monitoring report to the Police and Crime Panel, 12 October 2015",
            published="2015-10-12",
            address="https://www.lancashire-pcc.gov.uk",
            figures="the awards of paragraphs 3.9, 3.23 to 3.25, 3.34, 3.39 and 3.43, and the district spend of paragraph 5.22",
            note=(
                "The address is the publisher's site; the paper was read as a text copy. As published, the spend of West "
                "Lancashire (£5,314.15) is 15 pence more than its two projects (£2,600 and £2,714)."
            ),
        ),
    ),
    truth=Truth(
        title="Community Safety Fund and Commissioning Update",
        force="lancashire",
        body="Lancashire Police and Crime Panel",
        doc_type="report",
        area="Lancashire",
        meeting_date="2015-10-12",
        period=Period("2015-07-01", "2015-09-25"),
        tables=(
            TableTruth(
                type="award",
                caption=None,
                header=[],
                body_rows=4,
                columns=3,
                first_body_row=("Pan-Lancashire", "National Ugly Mugs Scheme", "£7,000"),
                last_body_row=("West Lancashire CSP", "Respect Me Too Project", "£2,600"),
            ),
            TableTruth(
                type="award",
                caption=None,
                header=[],
                body_rows=10,
                columns=3,
                first_body_row=("Pan-Lancashire", "LSP Challenge Through Sport Initiative", "£10,000"),
                last_body_row=("West Lancashire", "Bright Sparx & October Half Term Activities", "£2,714"),
            ),
            TableTruth(
                type="award",
                caption=None,
                header=[("District", "Funding Spent", "Funding Available")],
                body_rows=11,
                columns=3,
                first_body_row=("Burnley", "£4517.33", "£5,482.67"),
                last_body_row=("Wyre", "£00.00", "£10,000.00"),
            ),
        ),
        observations=(
            Observation(
                label="smartphones for frontline staff",
                value=2194,
                quote="approved 2,194 smartphones for frontline staff",
                optional=True,
            ),
        ),
        awards=(
            *(
                Award(
                    amount=amount,
                    purpose=purpose,
                    area=area,
                    funder=_COMMISSIONER,
                    fund="Community Safety Fund",
                    source="table",
                    table=table,
                )
                for table, area, purpose, amount in _LIST
            ),
            *_district_awards(),
            Award(
                amount=50000,
                purpose="counselling and therapy services",
                recipient="the Trust House and the Birchall Trust",
                area="Lancashire",
                funder=_COMMISSIONER,
                upstream_funder="Ministry of Justice",
                fund="Ministry of Justice Victims Grant",
                date="2015-06",
                quote="provided £50,000 from the Ministry of Justice Victims Grant",
            ),
            Award(
                amount=50000,
                purpose="counselling and therapy services, once the service is running",
                recipient="the Trust House and the Birchall Trust",
                status="planned",
                funder=_COMMISSIONER,
                quote="committed a further £50,000 to them once the service is running",
            ),
            Award(
                amount=4200000,
                purpose="Early Action",
                funder="Home Office",
                fund="Police Innovation Fund",
                quote="awarded £4.2 million from the Police Innovation Fund",
            ),
            Award(
                amount=182480,
                purpose="a service that supports victims of all strands of hate crime",
                recipient="Victim's Voice",
                funder=_COMMISSIONER,
                quote="awarded Victim's Voice a grant of £182,480",
            ),
            Award(
                amount=4854000,
                purpose="2,194 smartphones for frontline staff",
                funder=_COMMISSIONER,
                decision_ref="2015/32",
                quote="at a cost of £4.854M (Decision 2015/32)",
            ),
            Award(
                amount=10000,
                purpose="allocation to each district Community Safety Partnership",
                recipient="district Community Safety Partnership",
                status="awarded",
                funder=_COMMISSIONER,
                quote="Each district Community Safety Partnership was allocated £10,000",
            ),
        ),
        dates=(
            DateTruth(
                type="meeting", start="2015-10-12", label="Police and Crime Panel", quote="held on 12 October 2015"
            ),
            DateTruth(
                type="period",
                start="2015-07-01",
                end="2015-09-25",
                label="period of the report",
                quote="1 July to 25 September 2015",
            ),
            DateTruth(
                type="event",
                start="2015-06-01",
                end="2015-06-30",
                precision="month",
                label="£50,000 provided to the Trust House and the Birchall Trust",
                quote="In June the Commissioner provided",
                accept={"type": ["decision", "other"]},
            ),
            DateTruth(
                type="event",
                start="2015-09-01",
                end="2015-09-30",
                precision="month",
                label="caseworkers started work",
                quote="started work in mid-September",
                accept={"type": ["launch"]},
            ),
            DateTruth(
                type="event",
                start="2015-09-07",
                end="2015-11-30",
                label="training",
                quote="between 7 September and the end of November 2015",
                accept={"type": ["period", "plan"]},
            ),
        ),
    ),
)

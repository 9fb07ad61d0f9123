"""Thames Valley, 2020/21 and 2021/22: the shares of councils in the community safety fund, whose totals are off as published."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Table, Text
from corpus.truth import Award, TableTruth, Truth, mentioned_periods

HEAD = ("Area", "2020/21 £", "2021/22 £")
_SHARES = (
    ("Bracknell", "136,091", "134,699"),
    ("Bucks CC", "441,082", "436,567"),
    ("Milton Keynes", "261,694", "259,015"),
    ("Oxon CC", "693,923", "686,820"),
    ("Reading", "457,814", "453,128"),
    ("Slough", "335,938", "332,499"),
    ("West Berkshire", "155,864", "154,268"),
    ("Windsor & Maidenhead", "148,921", "147,397"),
    ("Wokingham", "104,205", "103,128"),
    ("Retained by PCC", "303,948", "331,948"),
)
SHARES = Table(
    (HEAD, *_SHARES, ("Total", "3,039,479", "3,039,479")),
    caption="Community Safety Fund: allocations to councils",
    widths=(3, 1.5, 1.5),
)
_USES = (
    ("Youth offending, with youth restorative justice and prevention", "£833,779", 833779),
    ("Substance misuse, with treatment and education", "£567,468", 567468),
    ("Domestic abuse, with outreach and advocates", "£499,810", 499810),
    ("Earlier intervention for young people", "£192,792", 192792),
    ("Housing and employment of adult offenders", "£135,300", 135300),
)

PAPER = Paper(
    slug="thames-valley-2021-06-community-safety-fund",
    format="html",
    force_name="Thames Valley Police",
    blocks=(
        Heading("Thames Valley Police and Crime Panel", 1),
        Heading("Community Safety Fund", 1),
        Text("Report of the Police and Crime Commissioner for Thames Valley"),
        Heading("1. The fund"),
        Text(
            "Of the fund of 2020/21, £2.735 million was given in grants to county and unitary councils, and £0.3 million was "
            "retained by the OPCC for work in the whole area.",
            "1.1",
        ),
        Heading("2. Allocations"),
        SHARES,
        Heading("3. What councils used it for"),
        Text("In 2020/21 the grants were spent by councils on these services:", "3.1"),
        Bullets(tuple(f"{what}: {printed}" for what, printed, _ in _USES)),
        Heading("4. Recommendation"),
        Text("The Panel is asked to note the allocations.", "4.1"),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Thames Valley",
            title="Community Safety Fund",
            published="2021",
            address="https://www.thamesvalley-pcc.gov.uk/performance/community-safety-fund/",
            figures="allocations of two years, grants and money retained, five uses of 2020/21",
            note="As published the amounts add up to 3,039,480 in the first year and 3,039,469 in the second, not 3,039,479.",
        ),
    ),
    truth=Truth(
        title="Community Safety Fund",
        force="thames-valley",
        body="Thames Valley Police and Crime Panel",
        doc_type="report",
        area="Thames Valley",
        tables=(
            TableTruth(
                type="award",
                caption="Community Safety Fund: allocations to councils",
                header=[HEAD],
                body_rows=11,
                columns=3,
                first_body_row=_SHARES[0],
                last_body_row=("Total", "3,039,479", "3,039,479"),
            ),
        ),
        awards=(
            *(
                Award(
                    amount=float(row[column].replace(",", "")),
                    area=row[0],
                    fund="Community Safety Fund",
                    year=year,
                    source="table",
                    table=1,
                )
                for row in _SHARES
                for column, year in ((1, "2020/21"), (2, "2021/22"))
            ),
            Award(
                amount=2735000,
                recipient="county and unitary councils",
                year="2020/21",
                quote="£2.735 million was given in grants to county and unitary councils",
            ),
            Award(
                amount=300000,
                recipient="OPCC",
                purpose="work in the whole area",
                quote="£0.3 million was retained by the OPCC",
                optional=True,
                accept={"status": ["available", "planned"]},
            ),
            *(
                Award(amount=amount, purpose=what, status="spent", quote=f"{what}: {printed}")
                for what, printed, amount in _USES
            ),
        ),
        dates=tuple(
            mentioned_periods(
                ("2020-04-01", "2021-03-31", "financial_year", "fund", "fund of 2020/21"),
                ("2020-04-01", "2021-03-31", "financial_year", "services", "In 2020/21 the grants"),
            )
        ),
    ),
)

"""Humberside, 2023: three projects of Safer Streets 5 in a Word table, and what earlier rounds brought."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Table, Text
from corpus.truth import Award, Truth, dated, financial_year, passing, shape

_PROJECTS = (
    ("1", "North Lincolnshire", "Crosby, Park and Town wards of Scunthorpe", 500000),
    ("2", "Hull", "Orchard Park Estate", 500000),
    ("3", "North East Lincolnshire", "Grimsby town centre", 300000),
)
PROJECTS = Table(
    (
        ("Project", "Area", "Where", "Funding"),
        *((number, area, where, f"£{amount:,}") for number, area, where, amount in _PROJECTS),
        ("Total", "", "", "£1.3m"),
    ),
    caption="Safer Streets 5: projects in the Humber area",
)
FUND, OFFICE = "Safer Streets Fund", "Home Office"

PAPER = Paper(
    slug="humberside-2023-09-safer-streets",
    format="docx",
    force_name="Humberside Police",
    running="Office of the Police and Crime Commissioner for Humberside",
    blocks=(
        Heading("Humberside Police and Crime Panel", 1),
        Heading("Safer Streets: Funding Secured", 1),
        Text("Report of the Police and Crime Commissioner for Humberside"),
        Heading("1. Safer Streets 5"),
        Text(
            "The Commissioner has secured £1.3m from the Home Office under Safer Streets 5, to tackle neighbourhood crime and "
            "anti-social behaviour in three places.",
            "1.1",
        ),
        PROJECTS,
        Text("Among what is paid for:", "1.2"),
        Bullets(
            (
                "better CCTV and street lighting",
                "help for victims of burglary and car theft",
                "new Neighbourhood Watch groups",
            )
        ),
        Heading("2. Earlier rounds"),
        Text(
            "On 3 June 2021 the Commissioner was awarded £431,564 from the Safer Streets Fund. The police of Yorkshire and the Humber "
            "were awarded £2,017,867 together, and 40 areas of England and Wales £18.3 million.",
            "2.1",
        ),
        Text("The third round was opened with £25 million for 2021/22.", "2.2"),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Humberside",
            title="Over £1m of funding secured to tackle crime in three areas",
            published="2023",
            address="https://humberside-pcc.gov.uk/News/News-Archive/2023/Over-1m-of-funding-secured-to-tackle-crime-in-three-areas.aspx",
            figures="Safer Streets 5 and its three projects",
            note="The page gives the year only; the folder's month is the project's.",
        ),
        Source(
            publisher="Hits Radio",
            title="Humberside region given nearly half a million to make streets safer",
            published="2021-06-03",
            address="https://hellorayo.co.uk/greatest-hits/grimsby/news/humberside-region-given-nearly-half-a-million-to-make-streets-safer",
            figures="second round: Humberside, the region, all areas; third round",
        ),
    ),
    truth=Truth(
        title="Safer Streets: Funding Secured",
        force="humberside",
        body="Humberside Police and Crime Panel",
        doc_type="report",
        area="Humberside",
        tables=(shape("award", PROJECTS),),
        awards=(
            *(
                Award(amount=amount, purpose=where, area=area, fund="Safer Streets 5", source="table", table=1)
                for _, area, where, amount in _PROJECTS
            ),
            Award(amount=1300000, purpose="Total", fund="Safer Streets 5", source="table", table=1, optional=True),
            Award(
                amount=1300000,
                purpose="neighbourhood crime and anti-social behaviour",
                recipient="Police and Crime Commissioner",
                funder=OFFICE,
                fund="Safer Streets 5",
                quote="has secured £1.3m from the Home Office under Safer Streets 5",
                accept={"status": ["received"], "recipient": [None]},
            ),
            Award(
                amount=431564,
                recipient="Commissioner",
                fund=FUND,
                date="2021-06-03",
                quote="was awarded £431,564 from the Safer Streets Fund",
                accept={"status": ["received"]},
            ),
            Award(
                amount=2017867,
                recipient="police of Yorkshire and the Humber",
                date="2021-06-03",
                quote="were awarded £2,017,867 together",
                accept={"status": ["received"]},
            ),
            Award(
                amount=18300000,
                recipient="40 areas of England and Wales",
                date="2021-06-03",
                quote="40 areas of England and Wales £18.3 million",
                accept={"status": ["received"]},
            ),
            Award(
                amount=25000000,
                purpose="third round",
                status="available",
                year="2021/22",
                quote="opened with £25 million for 2021/22",
            ),
        ),
        dates=(
            dated("decision", "2021-06-03", "On 3 June 2021", accept={"type": ["event", "other", "publication"]}),
            passing(financial_year(2021), "for 2021/22", "financial_year"),
        ),
    ),
)

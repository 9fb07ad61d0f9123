"""Avon and Somerset, November 2021: a complaints report with a table of three rules and two totals that do not agree."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, dated, financial_year, grid, passing, said, shape

_TYPES = {
    "Delivery of duties and service": 1592,
    "Police powers, policies and procedures": 618,
    "Individual behaviours": 568,
    "Discriminatory behaviour": 181,
    "Abuse of position and corruption": 91,
}
TYPES = Table(
    (("Allegation type", "Number 2020/21"), *((name, f"{number:,}") for name, number in _TYPES.items())),
    caption="Allegations by type, most common first",
    widths=(4, 2),
)
EARLIER = Table(
    (
        ("How complaints of 2016/17 were finalised", "%"),
        ("Investigated by the force", "41"),
        ("Local resolution", "46"),
    ),
    caption="Complaints finalised",
    widths=(4, 2),
)
YEAR, OLD = financial_year(2020), financial_year(2016)
_YEAR = {"period_start": [None], "period_end": [None]}

PAPER = Paper(
    slug="avon-and-somerset-2021-11-complaints",
    format="pdf",
    force_name="Avon and Somerset Police",
    running="Avon and Somerset Police and Crime Panel - Police complaints",
    style="lines",
    blocks=(
        Heading("Avon and Somerset Police and Crime Panel", 1),
        Heading("Police Complaints Statistics 2020/21", 1),
        Text("Report of the Police and Crime Commissioner for Avon and Somerset"),
        Heading("1. Summary"),
        Text(
            "The Independent Office for Police Conduct (IOPC) published its statistics for 2020/21 on 16 November 2021. Avon and "
            "Somerset Police logged 1,984 complaints, with 3,309 allegations. That is 329 complaints per 1,000 employees.",
            "1.1",
        ),
        Text(
            "The figures cannot be compared with those of earlier years, since the rules changed on 1 February 2020.",
            "1.2",
        ),
        Heading("2. What people complain about"),
        TYPES,
        Heading("3. Before the rules changed"),
        Text(
            "In 2016/17 the force recorded 1,019 complaints, 88 fewer than in 2015/16. Nationally there were 34,103.",
            "3.1",
        ),
        EARLIER,
        Heading("4. Scrutiny"),
        Text("A panel of volunteers looks at closed cases every quarter and publishes what it finds.", "4.1"),
    ),
    sources=(
        Source(
            publisher="Somerset County Gazette",
            title="IOPC report reveals Avon and Somerset Police complaints",
            published="2021-11",
            address="https://www.somersetcountygazette.co.uk/news/19760944.ipoc-report-reveals-avon-somerset-police-complaints/",
            figures="complaints, allegations and their types, complaints per 1,000 employees",
            note="The account prints 1,984 complaints, and once 1,987. The five types are not all of the 3,309 allegations.",
        ),
        Source(
            publisher="Independent Office for Police Conduct",
            title="Police complaints: statistics for England and Wales 2022/23, introduction",
            published="2023",
            address="https://policeconduct.gov.uk/publications/police-complaints-statistics-england-and-wales-202223-plain-text",
            figures="day on which the rules changed",
        ),
        Source(
            publisher="Gazette Series",
            title="Level of complaints recorded by Avon and Somerset Police: largest decrease of any force",
            published="2017",
            address=(
                "http://www.gazetteseries.co.uk/news/15544614.Level_of_complaints_recorded_by_Avon_and_Somerset_Police_largest_decrease_of_"
                "any_force_in_England_and_Wales_last_year/"
            ),
            figures="complaints of 2016/17, national number, how they were finalised",
        ),
    ),
    truth=Truth(
        title="Police Complaints Statistics 2020/21",
        force="avon-and-somerset",
        body="Avon and Somerset Police and Crime Panel",
        doc_type="report",
        area="Avon and Somerset",
        tables=(shape("measure", TYPES), shape("measure", EARLIER)),
        observations=(
            *grid(
                1,
                (Column("actual", YEAR),),
                {name: (number,) for name, number in _TYPES.items()},
                context="Allegations by type",
            ),
            *grid(
                2,
                (Column("share", OLD, "percent"),),
                {"Investigated by the force": (41,), "Local resolution": (46,)},
                context="How complaints of 2016/17 were finalised",
            ),
            said("complaints", 1984, "logged 1,984 complaints", YEAR),
            said("allegations", 3309, "with 3,309 allegations", YEAR),
            said(
                "complaints per 1,000 employees",
                329,
                "329 complaints per 1,000 employees",
                YEAR,
                "rate",
                "rate",
                accept=_YEAR,
            ),
            said("complaints", 1019, "recorded 1,019 complaints", OLD),
            said("complaints", -88, "88 fewer than in 2015/16", OLD, statistic="change"),
            said("complaints", 34103, "Nationally there were 34,103", OLD, area="national", accept=_YEAR),
        ),
        dates=(
            dated("publication", "2021-11-16", "on 16 November 2021"),
            dated(
                "event", "2020-02-01", "changed on 1 February 2020", accept={"type": ["other", "launch", "decision"]}
            ),
            *(
                passing(YEAR, quote, "financial_year")
                for quote in ("Police Complaints Statistics 2020/21", "for 2020/21", "Number 2020/21")
            ),
            *(passing(OLD, quote, "financial_year") for quote in ("In 2016/17", "complaints of 2016/17")),
            passing(financial_year(2015), "in 2015/16", "financial_year"),
        ),
    ),
)

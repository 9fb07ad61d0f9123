"""Humberside, June 2022: 999 calls of eight forces over six months; green where the standard of 90% is met, red where not."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Observation, Truth, dated, months, passing, said, shape

_FORCES: dict[str, tuple[float, float | None]] = {
    "Humberside": (2, 16.8),
    "Lincolnshire": (89, 6),
    "North Yorkshire": (44, 29.3),
    "South Yorkshire": (17, 20.5),
    "West Yorkshire": (79, 11.3),
    "Durham": (41, None),
    "Gloucestershire": (49, None),
    "Avon and Somerset": (91, None),
}
CALLS = Table(
    (
        ("Force", "999 calls answered within 10 seconds", "999 average time to answer (seconds)"),
        *((force, f"{share}%", "" if mean is None else f"{mean:g}") for force, (share, mean) in _FORCES.items()),
    ),
    caption="Answering 999 calls, November 2021 to April 2022",
    widths=(2, 2, 2),
    colours=tuple((row, 1, "green" if share >= 90 else "red") for row, (share, _) in enumerate(_FORCES.values(), 1)),
)
MONTHS = months("2021-11", "2022-04", "November 2021 to April 2022")
_OPEN = {"period_start": [None], "period_end": [None]}

PAPER = Paper(
    slug="humberside-2022-06-calls",
    format="pdf",
    force_name="Humberside Police",
    running="Humberside Police and Crime Panel - 999 calls",
    style="ruled",
    blocks=(
        Heading("Humberside Police and Crime Panel", 1),
        Heading("Answering 999 Calls: National Figures", 1),
        Text("Report of the Police and Crime Commissioner for Humberside. The figures were published on 31 May 2022."),
        Heading("1. The standard"),
        Text("Forces are to answer 90% of 999 calls within 10 seconds. Nationally 71% were.", "1.1"),
        Heading("2. The figures"),
        CALLS,
        Text(
            "Green: the standard is met. Red: it is not. Where a time is missing it was not published with the rest.",
            "2.1",
        ),
        Heading("3. What the force says"),
        Text(
            "Humberside Police says that its calls are passed on with a delay of up to seven seconds, which the figures include. In "
            "3% of cases it took longer than a minute to answer.",
            "3.1",
        ),
        Heading("4. Precept"),
        Text("For 2017/18 the precept of a Band D property rose by 1.99%, from £183.67 to £187.33.", "4.1"),
    ),
    sources=(
        Source(
            publisher="BBC News",
            title="Humberside Police worst for answering 999 calls within 10 second target",
            published="2022-05-31",
            address="https://www.bbc.com/news/uk-england-humber-61643551",
            figures="five forces, standard, national share",
        ),
        Source(
            publisher="ITV News",
            title="Humberside Police ranked worst for answering 999 calls",
            published="2022-05-31",
            address="https://www.itv.com/news/calendar/2022-05-31/humberside-police-ranked-worst-for-answering-999-calls-within-two-seconds",
            figures="Durham and Gloucestershire; the six months; delay",
            note="More than a minute: https://beverleyfm.com/?p=9367 (31 May 2022).",
        ),
        Source(
            publisher="Office of the Police and Crime Commissioner for Humberside",
            title="Commissioner's precept proposal approved by Panel",
            published="2017-02-06",
            address="https://humberside-pcc.gov.uk/News/News-Archive/2017/Commissioners-precept-proposal-approved-by-Panel.aspx",
            figures="precept 2017/18",
        ),
    ),
    truth=Truth(
        title="Answering 999 Calls: National Figures",
        force="humberside",
        body="Humberside Police and Crime Panel",
        doc_type="report",
        area="Humberside",
        tables=(shape("measure", CALLS),),
        observations=(
            *(
                Observation(
                    label=label,
                    value=value,
                    unit=unit,
                    statistic=statistic,
                    period=MONTHS,
                    area=force,
                    context="Answering 999 calls",
                    source="table",
                    table=1,
                    rag=rag,
                )
                for force, (share, mean) in _FORCES.items()
                for label, value, unit, statistic, rag in (
                    (
                        "999 calls answered within 10 seconds",
                        share,
                        "percent",
                        "share",
                        "Green" if share >= 90 else "Red",
                    ),
                    ("999 average time to answer", mean, "seconds", "average", None),
                )
                if value is not None
            ),
            said(
                "999 calls within 10 seconds",
                90,
                "answer 90% of 999 calls within 10 seconds",
                unit="percent",
                statistic="target",
            ),
            said(
                "999 calls within 10 seconds",
                71,
                "Nationally 71% were",
                unit="percent",
                statistic="share",
                area="national",
                accept={"period_start": ["2021-11-01"], "period_end": ["2022-04-30"]},
            ),
            said("delay", 7, "up to seven seconds", unit="seconds", optional=True, qualifier="up to"),
            said(
                "longer than a minute to answer",
                3,
                "In 3% of cases",
                unit="percent",
                statistic="share",
                accept={"period_start": ["2021-11-01"], "period_end": ["2022-04-30"]},
            ),
            *(
                said(
                    "precept of a Band D property",
                    value,
                    quote,
                    months("2017-04", "2018-03", "2017/18"),
                    unit,
                    statistic,
                )
                for value, quote, unit, statistic in (
                    (1.99, "rose by 1.99%", "percent", "percent_change"),
                    (187.33, "to £187.33", "GBP", "actual"),
                )
            ),
            said(
                "precept of a Band D property",
                183.67,
                "from £183.67",
                months("2016-04", "2017-03"),
                unit="GBP",
                accept={"statistic": ["baseline"], **_OPEN},
            ),
        ),
        dates=(
            dated("publication", "2022-05-31", "published on 31 May 2022"),
            passing(MONTHS, "November 2021 to April 2022"),
            passing(months("2017-04", "2018-03"), "For 2017/18", "financial_year"),
        ),
    ),
)

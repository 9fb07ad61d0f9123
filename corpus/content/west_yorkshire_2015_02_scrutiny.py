"""West Yorkshire, quarter 3 of 2014/15: recorded crime by district on a landscape page, falls in green and rises in red."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import NO_PERIOD, Observation, Truth, months, passing, said, shape

_DISTRICTS = {
    "West Yorkshire": ("-3.8%", "-4.5%", "153,284"),
    "Bradford": ("-1.2%", "-4.1%", "38,753"),
    "Calderdale": ("+3.9%", "-8.6%", "12,493"),
    "Kirklees": ("-8.4%", "-4.7%", "23,523"),
    "Leeds": ("-4.0%", "-3.7%", "58,407"),
    "Wakefield": ("-6.6%", "-4.4%", "20,108"),
}
CRIME = Table(
    (
        (
            "Recorded crime",
            "Change, 12 months to December 2013",
            "Change, 12 months to December 2014",
            "Volume, 12 months to December 2014",
        ),
        *((name, *cells) for name, cells in _DISTRICTS.items()),
    ),
    caption="Recorded crime by district",
    widths=(2, 2, 2, 2),
    colours=tuple(
        (row, column, "green" if cells[column - 1].startswith("-") else "red")
        for row, cells in enumerate(_DISTRICTS.values(), 1)
        for column in (1, 2)
    ),
)
YEAR = months("2014-01", "2014-12", "12 months to December 2014")
BEFORE = months("2013-01", "2013-12", "12 months to December 2013")
SEPTEMBER = months("2013-10", "2014-09", "12 months to September 2014")
QUARTER = months("2014-10", "2014-12", "this quarter")
CONTEXT = "Recorded crime by district"

PAPER = Paper(
    slug="west-yorkshire-2015-02-scrutiny",
    format="pdf",
    force_name="West Yorkshire Police",
    running="West Yorkshire Police and Crime Panel - Quarterly performance scrutiny",
    style="ruled",
    landscape=True,
    blocks=(
        Heading("West Yorkshire Police and Crime Panel", 1),
        Heading("Quarterly Performance Scrutiny: October to December 2014", 1),
        Text("Report of the Police and Crime Commissioner for West Yorkshire"),
        Heading("1. Total crime"),
        Text("Green: fewer crimes than in the twelve months before. Red: more crimes.", "1.1"),
        CRIME,
        Text(
            "In the 12 months to December 2014 West Yorkshire Police recorded 153,284 crimes, 7,161 fewer (4.5%). Recorded crime of "
            "this quarter was 2.6% higher than in the same quarter of last year.",
            "1.2",
        ),
        Text(
            "In the 12 months to September 2014 recorded crime in West Yorkshire fell by 7.5%, that of the Most Similar Group by "
            "0.5%. 24 other forces had an increase.",
            "1.3",
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for West Yorkshire",
            title="Quarterly performance scrutiny to 31 December 2014, appendix B",
            published="2015",
            address="https://studylib.net/doc/6654783/item-9---quarterly-performance-scrutiny-31-dec-14-app-b",
            figures="recorded crime by district and its changes, quarter, most similar group",
            note="The address is a copy of the paper. The colours here say whether a change is a fall or a rise; the paper's are not known.",
        ),
    ),
    truth=Truth(
        title="Quarterly Performance Scrutiny: October to December 2014",
        force="west-yorkshire",
        body="West Yorkshire Police and Crime Panel",
        doc_type="performance report",
        area="West Yorkshire",
        period=months("2014-10", "2014-12"),
        tables=(shape("measure", CRIME),),
        observations=(
            *(
                Observation(
                    label="Recorded crime",
                    value=float(printed.strip("%").replace(",", "")),
                    unit="percent" if printed.endswith("%") else "count",
                    statistic="percent_change" if printed.endswith("%") else "actual",
                    period=period,
                    area=name,
                    context=CONTEXT,
                    source="table",
                    table=1,
                    rag={"-": "Green", "+": "Red"}.get(printed[0]),
                )
                for name, cells in _DISTRICTS.items()
                for printed, period in zip(cells, (BEFORE, YEAR, YEAR), strict=True)
            ),
            said("crimes", 153284, "recorded 153,284 crimes", YEAR),
            said("crimes", -7161, "7,161 fewer", YEAR, statistic="change"),
            said("crimes", -4.5, "7,161 fewer (4.5%)", YEAR, "percent", "percent_change"),
            said("Recorded crime of this quarter", 2.6, "2.6% higher", QUARTER, "percent", "percent_change"),
            said("recorded crime", -7.5, "fell by 7.5%", SEPTEMBER, "percent", "percent_change"),
            said(
                "recorded crime",
                -0.5,
                "Most Similar Group by 0.5%",
                SEPTEMBER,
                "percent",
                "percent_change",
                area="Most Similar Group",
            ),
            said(
                "other forces with an increase",
                24,
                "24 other forces had an increase",
                NO_PERIOD,
                accept={"period_start": ["2013-10-01"], "period_end": ["2014-09-30"]},
            ),
        ),
        dates=(
            passing(QUARTER, "October to December 2014", "quarter"),
            passing(QUARTER, "this quarter", "quarter"),
            *(
                passing(period, quote, accept={"start": [None, f"{str(period.end)[:7]}-01"]})
                for period, quote in (
                    (YEAR, "In the 12 months to December 2014"),
                    (YEAR, "Change, 12 months to December 2014"),
                    (YEAR, "Volume, 12 months to December 2014"),
                    (BEFORE, "12 months to December 2013"),
                    (SEPTEMBER, "In the 12 months to September 2014"),
                )
            ),
        ),
    ),
)

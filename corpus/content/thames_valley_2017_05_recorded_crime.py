"""Thames Valley, May 2017: recorded crime of a year against one, five and ten years ago."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Figure, Observation, TableTruth, Truth, financial_year, grid

HEAD = ("Recorded crime", "Number", "Change to 2016/17")
CRIME = Table(
    (
        HEAD,
        ("2016/17", "138,710", ""),
        ("2015/16", "129,449", "+7.2%"),
        ("Five years ago", "205,686", "-66,976"),
        ("Ten years ago", "147,067", "-8,357"),
    ),
    caption="Recorded crime in the Thames Valley",
)
YEAR = financial_year(2016, "1 April 2016 to 31 March 2017")
BEFORE = financial_year(2015, "2015/16")
NEITHER = {"period_start": [None], "period_end": [None]}
EITHER = {"period_start": ["2015-04-01", "2016-04-01", None], "period_end": ["2016-03-31", "2017-03-31", None]}

PAPER = Paper(
    slug="thames-valley-2017-05-recorded-crime",
    format="txt",
    force_name="Thames Valley Police",
    blocks=(
        Heading("Thames Valley Police and Crime Panel", 1),
        Text("Recorded Crime in 2016/17"),
        Text("Information paper: figures issued by Thames Valley Police on 3 May 2017"),
        Heading("1. Purpose"),
        Text(
            "Members asked how recorded crime compares with earlier years. They are asked to note the figures.", "1.1"
        ),
        Heading("2. Recorded crime"),
        Text(
            "Thames Valley Police recorded 138,710 crimes from 1 April 2016 to 31 March 2017, an increase of 7.2% on the "
            "129,449 crimes of 2015/16.",
            "2.1",
        ),
        CRIME,
        Text(
            "The force says that much of the increase comes from better compliance with the recording standards.", "2.2"
        ),
        Heading("3. Satisfaction"),
        Text("Victim satisfaction is 88%, compared with a national average of 84%.", "3.1"),
    ),
    sources=(
        Source(
            publisher="Thames Valley Police",
            title="Crime statistics for Thames Valley Police 2016/17",
            published="2017-05-03",
            address="https://www.thamesvalley.police.uk/news/general/crime-statistics-thames-valley-police-201617/",
            figures="recorded crime of 2016/17, 2015/16, five and ten years ago; victim satisfaction",
        ),
    ),
    truth=Truth(
        title="Recorded Crime in 2016/17",
        force="thames-valley",
        body="Thames Valley Police and Crime Panel",
        doc_type="report",
        area="Thames Valley",
        tables=(
            TableTruth(
                type="measure",
                caption="Recorded crime in the Thames Valley",
                header=[HEAD],
                body_rows=4,
                columns=3,
                first_body_row=("2016/17", "138,710", ""),
                last_body_row=("Ten years ago", "147,067", "-8,357"),
            ),
        ),
        observations=(
            *grid(
                1,
                (Column("actual"), Column("percent_change", YEAR, accept=EITHER)),
                {
                    "Recorded crime 2016/17": (Figure(138710, period=YEAR), None),
                    "Recorded crime 2015/16": (Figure(129449, period=BEFORE), Figure(7.2, unit="percent")),
                    "Recorded crime five years ago": (205686, Figure(-66976, "change")),
                    "Recorded crime ten years ago": (147067, Figure(-8357, "change")),
                },
                context="Recorded crime in the Thames Valley",
            ),
            Observation(
                label="crimes",
                value=138710,
                period=YEAR,
                quote="recorded 138,710 crimes from 1 April 2016 to 31 March 2017",
            ),
            Observation(
                label="crimes",
                value=7.2,
                unit="percent",
                statistic="percent_change",
                period=YEAR,
                quote="an increase of 7.2%",
            ),
            Observation(label="crimes", value=129449, period=BEFORE, quote="129,449 crimes of 2015/16"),
            Observation(label="Victim satisfaction", value=88, unit="percent", quote="Victim satisfaction is 88%"),
            Observation(
                label="Victim satisfaction",
                value=84,
                unit="percent",
                area="national average",
                quote="a national average of 84%",
                accept={"statistic": ["average"]},
            ),
        ),
        dates=(
            DateTruth(
                type="publication",
                start="2017-05-03",
                label="figures issued",
                quote="Thames Valley Police on 3 May 2017",
                accept={"type": ["event"]},
            ),
            DateTruth(
                type="period",
                start="2016-04-01",
                end="2017-03-31",
                label="recorded crime",
                quote="from 1 April 2016 to 31 March 2017",
                accept={"type": ["period"]},
            ),
            DateTruth(
                type="period",
                start="2016-04-01",
                end="2017-03-31",
                precision="financial_year",
                label="recorded crime",
                quote="Recorded Crime in 2016/17",
                optional=True,
            ),
            DateTruth(
                type="period",
                start="2015-04-01",
                end="2016-03-31",
                precision="financial_year",
                label="recorded crime",
                quote="129,449 crimes of 2015/16",
                optional=True,
            ),
        ),
    ),
)

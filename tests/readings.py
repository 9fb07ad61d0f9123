"""A small hand-made reading with every kind of fact in it, for tests of the database and of the site."""

import datetime as dt
import hashlib
from dataclasses import replace

from schema.reading import (
    Award,
    Check,
    DateMention,
    Identity,
    Observation,
    PageText,
    Paper,
    Period,
    Place,
    Problem,
    Reading,
    Table,
    TableCell,
)
from schema.rows import FileFacts

NOON = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)
YEAR = Period(dt.date(2014, 4, 1), dt.date(2015, 3, 31), "2014/15", "financial_year")

MINUTES = Paper(number=1, item="2", title="Minutes", doc_type="minutes", page_to=1, meeting_date=dt.date(2015, 1, 29))
REPORT = Paper(
    number=2, item="5", title="Performance report", doc_type="performance", force="lancashire", page_from=2, page_to=2
)

HEADER = ("Offence", "2014/15", "Change")
BODY = (("Burglary", "4,900", "-2.0%"), ("Robbery", "100", "4.5%"), ("Total", "5,000", "n/a"))


def cell(row: int, col: int, part: int = 0) -> Place:
    return Place(page=2, line=3 + row, table="p2t1", row=row, col=col, part=part)


def small_table() -> Table:
    cells = tuple(
        TableCell(
            row=r,
            col=c,
            text=text,
            page=2,
            is_header=r == 0,
            x0=50.0 * c,
            top=20.0 * r,
            x1=50.0 * c + 40,
            bottom=20.0 * r + 12,
        )
        for r, line in enumerate((HEADER, *BODY))
        for c, text in enumerate(line)
    )
    return Table(
        key="p2t1",
        number=1,
        paper=2,
        caption="Table 1: Crime",
        kind="measures",
        header_rows=1,
        body_rows=3,
        columns=3,
        page_from=2,
        page_to=2,
        method="ruled",
        confidence=0.9,
        cells=cells,
    )


def observed(place: Place, label: str, value: float, text: str, **more: object) -> Observation:
    fields: dict[str, object] = {
        "paper": 2,
        "source": "table",
        "label": label,
        "quote": text,
        "value": value,
        "value_text": text,
        "unit": "count",
        "statistic": "actual",
        "context": "Tackling Crime > Acquisitive crime",
        "area": "Lancashire",
        "force": "lancashire",
        "period": YEAR,
    }
    return Observation(place=place, **{**fields, **more})  # type: ignore[arg-type]


def small_reading(*, burglary: float = 4900.0, status: str = "ok") -> Reading:
    """Two papers, two pages, a table of three crimes, an award, two dates, three checks and two problems."""
    observations = (
        observed(cell(1, 1), "Burglary", burglary, f"{burglary:,.0f}", measure="burglary", measure_score=98.0),
        observed(cell(1, 2), "Burglary", -2.0, "-2.0%", unit="percent", statistic="percent_change", measure="burglary"),
        observed(cell(2, 1), "Robbery", 100.0, "100", measure="robbery"),
        observed(cell(2, 2), "Robbery", 4.5, "4.5%", unit="percent", statistic="percent_change", measure="robbery"),
        observed(cell(3, 1), "Total", 5000.0, "5,000", statistic="total"),
        observed(
            Place(page=2, line=9, start=12, end=24),
            "visits to schools",
            37.0,
            "37 visits",
            source="prose",
            period=None,
            confidence=0.6,
        ),
    )
    return Reading(
        media_type="application/pdf",
        reader="by hand 1",
        status=status,
        identity=Identity(
            title="Lancashire panel, 23 March 2015",
            force="lancashire",
            body="Lancashire Police and Crime Panel",
            doc_type="agenda_pack",
            meeting_date=dt.date(2015, 3, 23),
            source_url="https://example.org/pack.pdf",
        ),
        papers=(MINUTES, REPORT),
        pages=(
            PageText(page=1, text="Minutes of the last meeting\nApologies were heard", width=595.0, height=842.0),
            PageText(page=2, text="Performance\nBurglaries fell\nOffence 2014/15", width=595.0, height=842.0),
        ),
        tables=(small_table(),),
        observations=observations,
        missing=(
            replace(observed(cell(3, 2), "Total", 0.0, "n/a"), value=None, statistic="percent_change", obs_status="M"),
        ),
        awards=(
            Award(
                place=Place(page=2, line=11, start=0, end=40),
                paper=2,
                source="prose",
                quote="£5,000 to the Boxing Club for kit",
                amount=5000.0,
                status="awarded",
                recipient="Boxing Club",
                area="Chorley",
                purpose="kit",
                fund="Community Safety Fund",
                date="2015-02",
            ),
        ),
        dates=(
            DateMention(
                place=Place(page=1, line=1, start=0, end=15),
                paper=1,
                quote="29 January 2015",
                type="meeting",
                start=dt.date(2015, 1, 29),
                end=dt.date(2015, 1, 29),
                precision="day",
                label="meeting",
                edtf="2015-01-29",
            ),
            DateMention(
                place=Place(page=2, line=1, start=0, end=9),
                paper=2,
                quote="June 2015",
                type="event",
                start=dt.date(2015, 6, 1),
                end=dt.date(2015, 6, 30),
                precision="month",
                label="launch",
                edtf="2015-06",
            ),
        ),
        checks=(
            Check(
                code="sum",
                result="ok",
                label="Total is the sum",
                places=(cell(3, 1), cell(1, 1), cell(2, 1)),
                printed="5,000",
            ),
            Check(
                code="change",
                result="rounding",
                label="Robbery",
                places=(cell(2, 2),),
                printed="4.5%",
                computed="4.46%",
            ),
            Check(
                code="change",
                result="fail",
                label="Burglary",
                places=(cell(1, 2), cell(1, 1)),
                printed="-2.0%",
                computed="-3.0%",
                why="5,052 to 4,900 is a fall of 3.0%",
                severity="unreconciled",
            ),
        ),
        problems=(
            Problem(code="figure_without_data", message="A chart without numbers", page=2),
            Problem(code="figure_without_data", message="Another chart without numbers", page=2),
        ),
    )


def file_facts(content: str = "first", path: str = "papers/pack.pdf") -> FileFacts:
    """The facts of a file with this content at this path."""
    data = content.encode()
    return FileFacts(
        path=path, file_name=path.rsplit("/", 1)[-1], sha256=hashlib.sha256(data).hexdigest(), bytes=len(data)
    )

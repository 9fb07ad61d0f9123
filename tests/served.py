"""A small database of papers that nobody wrote, saved like read ones, and the site on it."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from schema.database import open_database
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
from schema.saving import FileFacts, refresh_coverage, save_reading

MEASURE = "all-recorded-crime"
SCRIPT = '<script>alert("cell")</script>'
NOW = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC)
LANCASHIRE, KENT, DURHAM, UNKNOWN, EARLIER = (
    hashlib.sha256(name.encode()).hexdigest()[:16] for name in ("lancashire", "kent", "durham", "unknown", "earlier")
)


def year(first: int) -> Period:
    """A financial year as a period."""
    return Period(dt.date(first, 4, 1), dt.date(first + 1, 3, 31), f"{first}/{(first + 1) % 100:02d}", "financial_year")


def text_paper() -> Reading:
    """A text paper of Lancashire: prose, a list of awards as a table with markup in it, dates, a check that fails."""
    lines = [
        "POLICE AND CRIME PANEL",
        "Meeting to be held on 12 October 2015",
        "1. Recorded crime",
        "All recorded crime fell to 96,104 offences in 2014/15,",
        "a fall of 4.2% on the year before.",
        "2. Community safety fund",
        "Burnley\tDoorstep project\t£12,500",
        f"Chorley\t{SCRIPT}\t£2,000",
        "The next meeting will be held on 7 December 2015.",
    ]
    cells = [
        TableCell(row=row, col=col, text=text, page=1, line=line)
        for row, (line, texts) in enumerate(
            [(7, ["Burnley", "Doorstep project", "£12,500"]), (8, ["Chorley", SCRIPT, "£2,000"])]
        )
        for col, text in enumerate(texts)
    ]
    table = Table(
        key="l7", number=1, paper=1, caption="Community safety fund", kind="awards", header_rows=0, body_rows=2, columns=3,
        page_from=1, page_to=1, method="tsv", confidence=0.95, cells=tuple(cells),
    )  # fmt: skip
    level = Observation(
        place=Place(page=1, line=4, start=27, end=33), paper=1, source="prose", label="All recorded crime", measure=MEASURE,
        measure_score=1.0, quote="All recorded crime fell to 96,104 offences in 2014/15", value=96104.0, value_text="96,104",
        unit="count", statistic="actual", force="lancashire", period=year(2014), context="Recorded crime", confidence=0.9,
        measure_source="decision", corrected="area was Preston (the whole force is meant; 2026-11-01, A Reader)",
    )  # fmt: skip
    change = Observation(
        place=Place(page=1, line=4, start=41, end=80, part=1), paper=1, source="prose", label="All recorded crime",
        measure=MEASURE, quote="in 2014/15, a fall of 4.2%", value=-4.2, value_text="4.2%", unit="percent",
        statistic="percent_change", force="lancashire", period=year(2014), confidence=0.6,
    )  # fmt: skip
    return Reading(
        media_type="text/plain",
        reader="text 1",
        status="partial",
        identity=Identity(
            title="Report to the panel", force="lancashire", doc_type="report", meeting_date=dt.date(2015, 10, 12)
        ),
        papers=(
            Paper(number=1, title="Report to the panel", force="lancashire", doc_type="report", line_from=1, line_to=9,
                  meeting_date=dt.date(2015, 10, 12)),
        ),
        pages=(PageText(page=1, text="\n".join(lines)),),
        tables=(table,),
        observations=(level, change),
        awards=(
            Award(place=Place(page=1, line=7, table="l7", row=0, col=2), paper=1, source="table", quote="£12,500",
                  amount=12500.0, status="awarded", recipient="Doorstep project", area="Burnley", fund="Community Safety Fund",
                  year="2014/15", purpose="Doorstep crime", confidence=0.8),
            Award(place=Place(page=1, line=8, table="l7", row=1, col=2), paper=1, source="table", quote="£2,000",
                  amount=2000.0, status="awarded", recipient=SCRIPT, area="Chorley", year="2014/15"),
        ),
        dates=(
            DateMention(place=Place(page=1, line=2, start=22, end=37), paper=1, quote="12 October 2015", type="meeting",
                        start=dt.date(2015, 10, 12), end=dt.date(2015, 10, 12), precision="day", label="12 October 2015"),
            DateMention(place=Place(page=1, line=9, start=33, end=48), paper=1, quote="7 December 2015", type="next_meeting",
                        start=dt.date(2015, 12, 7), end=dt.date(2015, 12, 7), precision="day", label="next meeting"),
        ),
        checks=(
            Check(code="C2", result="fail", label="Change of all recorded crime", places=(level.place, change.place),
                  printed="4.2%", computed="4.9%", why="rounded before", severity="wrong"),
        ),
        problems=(Problem(code="figure_without_data", message="Figure 2 has no numbers", page=1, line=5),),
    )  # fmt: skip


def pdf_paper(force: str, title: str, first_year: int, levels: tuple[float, ...], parts: int = 1) -> Reading:
    """A PDF of a force: a table over two header rows with boxes, one level for each year, the same last day for many rows."""
    years = [f"{first_year + n}/{(first_year + n + 1) % 100:02d}" for n in range(len(levels))]
    head = [TableCell(row=0, col=0, text="Measure", page=2, row_span=2, is_header=True, x0=50, top=90, x1=150, bottom=120),
            TableCell(row=0, col=1, text="Offences", page=2, col_span=len(levels), is_header=True, x0=150, top=90, x1=400, bottom=105)]  # fmt: skip
    head += [
        TableCell(
            row=1, col=1 + n, text=label, page=2, is_header=True, x0=150 + 60 * n, top=105, x1=210 + 60 * n, bottom=120
        )
        for n, label in enumerate(years)
    ]
    body = [TableCell(row=2, col=0, text="All recorded crime", page=2, x0=50, top=120, x1=150, bottom=140)]
    body += [
        TableCell(row=2, col=1 + n, text=f"{level:,.0f}", page=2, x0=150 + 60 * n, top=120, x1=210 + 60 * n, bottom=140)
        for n, level in enumerate(levels)
    ]
    observations = tuple(
        Observation(
            place=Place(page=2, table="p2t1", row=2, col=1 + n), paper=1, source="table", label="All recorded crime",
            quote=f"{level:,.0f}", value=level, value_text=f"{level:,.0f}", unit="count", statistic="actual", measure=MEASURE,
            measure_score=1.0, force=force, period=year(first_year + n), confidence=0.97,
        )
        for n, level in enumerate(levels)
    )  # fmt: skip
    many = tuple(
        Observation(
            place=Place(page=2, line=9, start=n), paper=1, source="prose", label=f"Ward {n % 7}", quote=f"{n} incidents",
            value=float(n % 5), value_text=str(n), unit="count", statistic="actual", area=f"Ward {n % 3}",
            period=year(2014) if n % 4 else None,
        )
        for n in range(40)
    )  # fmt: skip
    return Reading(
        media_type="application/pdf",
        reader="pdf 1",
        status="ok",
        identity=Identity(title=title, force=force, doc_type="performance_report", meeting_date=dt.date(first_year + 2, 6, 1)),
        papers=tuple(
            Paper(number=n, title=f"{title}, part {n}", force=force, meeting_date=dt.date(first_year + 2, 6, 1), page_from=n, page_to=n + 1)
            for n in range(1, parts + 1)
        ),
        pages=(
            PageText(page=1, text=f"{title}\nCover", width=595.0, height=842.0, label="i"),
            PageText(
                page=2,
                text="Measure Offences\n" + " ".join(years) + "\nAll recorded crime " + " ".join(f"{v:,.0f}" for v in levels),
                width=595.0,
                height=842.0,
            ),
        ),
        tables=(
            Table(key="p2t1", number=1, paper=1, caption="Recorded crime", kind="measures", header_rows=2, body_rows=1,
                  columns=1 + len(levels), page_from=2, page_to=2, method="ruled", confidence=0.99, cells=tuple(head + body)),
        ),
        observations=observations + many,
    )  # fmt: skip


def unknown_paper() -> Reading:
    """A paper whose force cannot be told, with no facts and a title that is markup."""
    return Reading(
        media_type="text/html",
        reader="html 1",
        status="partial",
        identity=Identity(title='<img src=x onerror="alert(1)">'),
        papers=(Paper(number=1, line_from=1, line_to=2),),
        pages=(PageText(page=1, text="Burglary & robbery\n<b>bold</b> words [[not ours]]"),),
        problems=(Problem(code="force_unknown", message="No force is named: <i>none</i>", severity="error"),),
    )


def build(path: Path) -> Path:
    """Make the database."""
    db = open_database(path)
    readings = {
        "earlier": ("report.txt", text_paper()),
        "lancashire": ("report.txt", text_paper()),
        "kent": ("kent/q4.pdf", pdf_paper("kent", "Performance to March", 2013, (100234.0, 101999.0))),
        "durham": ("durham/pack.pdf", pdf_paper("durham", "Agenda pack", 2014, (27871.0, 29000.0, 31250.0), parts=2)),
        "unknown": ("odd.html", unknown_paper()),
    }
    for name, (place, reading) in readings.items():
        sha = hashlib.sha256(name.encode()).hexdigest()
        file = FileFacts(path=place, file_name=Path(place).name, sha256=sha, bytes=1000)
        save_reading(db, reading, file, version="0.1.0", ingested_at=NOW)
    refresh_coverage(db)
    db.close()
    return path

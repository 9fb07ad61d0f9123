"""A database of made-up papers of all forces over ten years, to measure the site on: ``python benchmarks/many_papers.py many.db [DISTRICTS]``.

Each force has one paper for each quarter: a table with the year to date, its change and a satisfaction, awards and dates. The figures
are drawn from a fixed seed and are nobody's. That is 103,200 figures; with 48 districts each figure is told of every district of its
force too, copied within SQLite, which makes five million.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from schema.database import open_database
from schema.reading import (
    Award,
    DateMention,
    Identity,
    Observation,
    PageText,
    Paper,
    Period,
    Place,
    Reading,
    Table,
    TableCell,
)
from schema.saving import FileFacts, refresh_coverage, save_reading
from schema.tables import TABLES
from schema.vocabulary import Force, Measure, forces, measures

QUARTERS = 40
MEASURES = 30
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_RECIPIENTS = [f"{place} {what}" for place in ("Northgate", "Riverside", "Hilltop", "Market Street", "Old Mill", "Canal")
               for what in ("Youth Project", "Women's Centre", "Boxing Club", "Community Association")]  # fmt: skip


def main(path: Path, districts: int = 0, quarters: int = QUARTERS) -> None:
    """Make the database; a file that is there is replaced."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    db = open_database(path)
    counted = [measure for measure in measures() if measure.unit in ("count", "percent") and measure.better][:MEASURES]
    draw = random.Random(2026)
    for force in forces():
        levels = {measure.id: _level(measure, draw) for measure in counted}
        for quarter in range(quarters):
            reading = _paper(force, quarter, counted, levels, draw)
            sha = hashlib.sha256(f"{force.id} {quarter}".encode()).hexdigest()
            file = FileFacts(
                path=f"{force.id}/{quarter:03}.pdf", file_name=f"{quarter:03}.pdf", sha256=sha, bytes=90_000
            )
            save_reading(db, reading, file, version="0", ingested_at=NOW)
    if districts:
        tell_of_districts(db, districts)
    refresh_coverage(db)
    db.close()


def tell_of_districts(db: Database, districts: int) -> None:
    """Copy every figure for each of the made-up districts of its force, as rows further down in the same table.

    Indexes and triggers are taken away meanwhile: the copies have what they would have computed.
    """
    made = db.execute(
        "select type, name, sql from sqlite_master where tbl_name = 'observations' and type in ('index', 'trigger') and sql is not null"
    ).fetchall()
    for kind, name, _ in made:
        db.execute(f'drop {kind} "{name}"')
    (table,) = (table for table in TABLES if table.name == "observations")
    told = {
        "id": "o.document_id || '-p2t1-r' || (o.row + 100 * d.n) || '-c' || o.col || '-0'",
        "area": "'District ' || d.n",
        "row": "o.row + 100 * d.n",
        "value": "case when o.statistic = 'actual' then round(o.value / d.n) else o.value end",
        "claim_key": "replace(o.claim_key, 'force:' || o.force, 'part:' || o.force || ':district ' || d.n)",
        "comparable_key": "o.comparable_key || '|for=part'",
    }
    columns = ", ".join(f'"{name}"' for name in table.columns)
    copied = ", ".join(told.get(name, f'o."{name}"') for name in table.columns)
    db.execute(
        f"""with recursive d(n) as (select 1 union all select n + 1 from d where n < ?)
        insert into observations ({columns}) select {copied} from observations o cross join d where o.area = (
            select name from forces where id = o.force)""",
        [districts],
    )
    db.conn.commit()
    for _, _, sql in sorted(made):
        db.execute(sql)
    db.execute("insert into observations_fts(observations_fts) values ('rebuild')")
    db.conn.commit()
    db.execute("analyze")
    db.conn.commit()


def _level(measure: Measure, draw: random.Random) -> float:
    return 40 + draw.random() * 50 if measure.unit == "percent" else 200 * 10 ** (draw.random() * 2.2)


def _quarter(number: int) -> tuple[dt.date, dt.date]:
    """The 12 months to the end of a quarter, the first of them to March 2016."""
    months = 2015 * 12 + 3 + 3 * number
    start = dt.date(months // 12, months % 12 + 1, 1)
    return start, start.replace(year=start.year + 1) - dt.timedelta(days=1)


def _paper(
    force: Force, quarter: int, counted: list[Measure], levels: dict[str, float], draw: random.Random
) -> Reading:
    start, end = _quarter(quarter)
    meeting = end + dt.timedelta(days=60)
    period = Period(start, end, f"12 months to {end:%B %Y}", "rolling_12_months")
    head = f"{force.name} Police and Crime Panel\nQuarterly performance report to {end:%B %Y}"
    cells = [
        TableCell(row=0, col=col, text=text, page=2, is_header=True, x0=50 + 130 * col, top=90, x1=180 + 130 * col, bottom=104)
        for col, text in enumerate(("Measure", period.label, "Change"))
    ]  # fmt: skip
    observations = []
    lines = []
    for row, measure in enumerate(counted, 1):
        before = levels[measure.id]
        level = levels[measure.id] = round(
            before * (0.97 + 0.06 * draw.random()), 1 if measure.unit == "percent" else 0
        )
        change = round(100 * (level - before) / before, 1)
        texts = [measure.name, f"{level:,.1f}%" if measure.unit == "percent" else f"{level:,.0f}", f"{change:+}%"]
        lines.append(" ".join(texts))
        cells += [
            TableCell(row=row, col=col, text=text, page=2, x0=50 + 130 * col, top=90 + 14 * row, x1=180 + 130 * col, bottom=104 + 14 * row)
            for col, text in enumerate(texts)
        ]  # fmt: skip
        kinds = (
            ("share" if measure.unit == "percent" else "actual", measure.unit, level),
            ("percent_change", "percent", change),
        )
        for col, (statistic, unit, value) in enumerate(kinds, 1):
            observations.append(
                Observation(
                    place=Place(page=2, table="p2t1", row=row, col=col), paper=1, source="table", label=measure.name,
                    quote=" | ".join(texts), value=value, value_text=texts[col], unit=unit, statistic=statistic,
                    measure=measure.id, measure_score=1.0, force=force.id, area=force.name, period=period, confidence=0.97,
                )
            )  # fmt: skip
    return Reading(
        media_type="application/pdf",
        reader="made up",
        status="ok",
        identity=Identity(title=f"{force.name} performance to {end:%B %Y}", force=force.id, doc_type="performance_report",
                          meeting_date=meeting),
        papers=(Paper(number=1, title="Performance", force=force.id, meeting_date=meeting, page_from=1, page_to=2),),
        pages=(PageText(page=1, text=head, width=595.0, height=842.0), PageText(page=2, text="\n".join(lines), width=595.0, height=842.0)),
        tables=(
            Table(key="p2t1", number=1, paper=1, caption="Performance", kind="measures", header_rows=1, body_rows=len(counted),
                  columns=3, page_from=2, page_to=2, method="ruled", confidence=0.99, cells=tuple(cells)),
        ),
        observations=tuple(observations),
        awards=tuple(_awards(quarter, draw)),
        dates=(
            DateMention(place=Place(page=1, line=1, start=0, end=12), paper=1, quote=f"{meeting:%d %B %Y}", type="meeting",
                        start=meeting, end=meeting, precision="day", label=f"{meeting:%d %B %Y}"),
        ),
    )  # fmt: skip


def _awards(quarter: int, draw: random.Random) -> Iterator[Award]:
    _, end = _quarter(quarter)
    for at, recipient in enumerate(draw.sample(_RECIPIENTS, 3)):
        amount = float(draw.randrange(500, 50_000, 250))
        yield Award(
            place=Place(page=1, line=5 + at, start=0, end=9), paper=1, source="prose", quote=f"£{amount:,.0f} to {recipient}",
            amount=amount, status="awarded", recipient=recipient, fund="Community Safety Fund", confidence=0.9,
            year=f"{end.year - 1}/{end.year % 100:02d}",
        )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(given) for given in sys.argv[2:3]))

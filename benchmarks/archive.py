"""An archive of made-up papers of all forces, always the same: ``python benchmarks/archive.py FOLDER [PAPERS]``.

Each force has a paper for each quarter, so that the next one tells a part of its figures again. Papers have 2 to 60 pages, ten on average:
tables of measures, sentences with figures, grants and dates. One in eight is no PDF. The figures are drawn from a fixed seed and are nobody's.
"""

from __future__ import annotations

import calendar
import datetime as dt
import html
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from schema.vocabulary import Force, Measure, forces, measures

PAPERS = 2_000
#: How many pages a paper has at least and at most, and how many of twenty papers are so.
_SIZES = ((2, 4, 7), (5, 8, 6), (9, 16, 4), (17, 30, 2), (31, 60, 1))
_FIRST_QUARTER = 2012 * 4
_ON_A_PAGE = 9
_LEFT, _STEP = 56.0, 17.0
_BODIES = ("Northgate", "Riverside", "Hilltop", "Market Street", "Old Mill", "Canal Side", "Abbey", "Station Road")
_KINDS = ("Youth Project", "Women's Centre", "Boxing Club", "Community Association", "Victims Service")
_PLAIN = (
    "The Commissioner heard how local teams had used what was granted to them and which of their projects would go on.",
    "Members asked how neighbourhood officers are told of what residents raise, and were given examples of each district.",
    "The report describes the work of the partnership since the last meeting and what is planned for the coming months.",
)

Rows = list[tuple[str, ...]]


@dataclass(frozen=True)
class Part:
    """About a page of a paper: a heading, sentences, and a table if ``rows`` has any."""

    heading: str
    sentences: Sequence[str]
    rows: Rows


@dataclass(frozen=True)
class Made:
    """A paper of a force: the month in which its figures end, the day of its meeting, and its parts."""

    force: Force
    end: dt.date
    meeting: dt.date
    parts: Sequence[Part]

    @property
    def head(self) -> tuple[str, str, str]:
        """The three lines at its top."""
        title = f"Quarterly performance report to {self.end:%B %Y}"
        return f"{self.force.name} Police and Crime Panel", f"Meeting to be held on {self.meeting:%-d %B %Y}", title


def papers(count: int = PAPERS) -> Iterator[Made]:
    """The papers, the forces in turn."""
    counted = [measure for measure in measures() if measure.unit == "count" and measure.better][: 8 * _ON_A_PAGE]
    all_forces = forces()
    for number in range(count):
        force = all_forces[number % len(all_forces)]
        yield _paper(force, number // len(all_forces), counted, random.Random(f"paper {number}"))


def write(folder: Path, count: int = PAPERS) -> int:
    """Write the papers into a folder for each force; gives how many pages they have, one for each part."""
    pages = 0
    for number, paper in enumerate(papers(count)):
        save, suffix = _FORMATS[number % len(_FORMATS)]
        path = folder / paper.force.id / f"{paper.end:%Y-%m}-performance{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        save(path, paper)
        pages += len(paper.parts)
    return pages


def _paper(force: Force, quarter: int, counted: Sequence[Measure], draw: random.Random) -> Made:
    end = _last_day(_FIRST_QUARTER + quarter)
    meeting = end + dt.timedelta(days=45 + draw.randrange(20))
    low, high, _ = draw.choices(_SIZES, [share for *_, share in _SIZES])[0]
    makers: Sequence[Callable[..., Part]] = (_table, _prose, _table, _grants, _prose, _dates)
    parts = [
        makers[at % len(makers)](force, quarter, counted[_ON_A_PAGE * (at % 8) :][:_ON_A_PAGE], draw)
        for at in range(draw.randint(low, high))
    ]
    return Made(force, end, meeting, parts)


def _last_day(quarter: int) -> dt.date:
    year, month = quarter // 4, 3 * (quarter % 4) + 3
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _figure(force: Force, measure: Measure, quarter: int) -> int:
    """What is counted in the year to a quarter: of one force and measure always the same, so that later papers tell it again."""
    size = 10 ** random.Random(f"{force.id} {measure.id}").uniform(2, 4.3)
    return round(size * random.Random(f"{force.id} {measure.id} {quarter}").uniform(0.9, 1.1))


def _change(before: int, now: int) -> str:
    return f"{100 * (now - before) / before:+.1f}%"


def _table(force: Force, quarter: int, some: Sequence[Measure], draw: random.Random) -> Part:
    end = _last_day(_FIRST_QUARTER + quarter)
    rows: Rows = [("Measure", f"12 months to {end:%B} {end.year - 1}", f"12 months to {end:%B %Y}", "Change")]
    for measure in some:
        before, now = (_figure(force, measure, at) for at in (quarter - 4, quarter))
        rows.append((measure.name, f"{before:,}", f"{now:,}", _change(before, now)))
    return Part("Recorded crime and calls", [draw.choice(_PLAIN)], rows)


def _prose(force: Force, quarter: int, some: Sequence[Measure], draw: random.Random) -> Part:
    end = _last_day(_FIRST_QUARTER + quarter)
    sentences = []
    for measure in some[:4]:
        before, now = (_figure(force, measure, at) for at in (quarter - 4, quarter))
        verb = "rose" if now > before else "fell"
        share = f"{abs(100 * (now - before) / before):.1f}%"
        sentences.append(
            f"{measure.name} {verb} by {share} from {before:,} to {now:,} in the 12 months to {end:%B %Y}."
        )
        sentences += draw.sample(_PLAIN, 2)
    return Part("What lies behind the figures", sentences, [])


def _grants(force: Force, quarter: int, some: Sequence[Measure], draw: random.Random) -> Part:
    rows: Rows = [("Organisation", "Project", "Amount awarded")]
    for place in draw.sample(_BODIES, 6):
        rows.append(
            (
                f"{place} {draw.choice(_KINDS)}",
                "Work with young people at risk",
                f"£{draw.randrange(500, 30_000, 250):,}",
            )
        )
    year = _last_day(_FIRST_QUARTER + quarter).year
    return Part(f"Community Safety Fund {year}/{(year + 1) % 100:02}: grants awarded", [draw.choice(_PLAIN)], rows)


def _dates(force: Force, quarter: int, some: Sequence[Measure], draw: random.Random) -> Part:
    rows: Rows = [("Meeting", "Item")]
    for ahead in range(1, 5):
        day = _last_day(_FIRST_QUARTER + quarter + ahead) + dt.timedelta(days=draw.randrange(40, 60))
        rows.append(
            (
                f"{day:%-d %B %Y}",
                draw.choice(("Performance report", "Budget and precept", "Complaints", "Annual report")),
            )
        )
    return Part("Work programme", [f"The next report comes to the Panel on {rows[1][0]}."], rows)


# Formats ------------------------------------------------------------------------------------------------------------


def _save_pdf(path: Path, paper: Made) -> None:
    canvas = Canvas(str(path), pagesize=A4, pageCompression=1, invariant=1)
    panel, meeting, title = paper.head
    for number, part in enumerate(paper.parts, 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(_LEFT, A4[1] - 36, panel)
        canvas.drawCentredString(A4[0] / 2, 32, f"Page {number} of {len(paper.parts)}")
        top = A4[1] - 80
        if number == 1:
            canvas.setFont("Helvetica-Bold", 15)
            for line in (panel, meeting, title):
                canvas.drawString(_LEFT, top, line)
                top -= 22
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(_LEFT, top, f"{number}. {part.heading}")
        canvas.setFont("Helvetica", 9)
        top -= 1.5 * _STEP
        for sentence in part.sentences:
            canvas.drawString(_LEFT, top, sentence)
            top -= _STEP
        if part.rows:
            _draw(canvas, part.rows, top - _STEP)
        canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, rows: Rows, top: float) -> None:
    widths = [200.0, *[(A4[0] - 2 * _LEFT - 200) / (len(rows[0]) - 1)] * (len(rows[0]) - 1)]
    edges = [_LEFT + sum(widths[:col]) for col in range(len(widths) + 1)]
    for at, row in enumerate(rows):
        canvas.setFont("Helvetica" if at else "Helvetica-Bold", 8)
        for text, x in zip(row, edges, strict=False):
            canvas.drawString(x + 4, top - at * _STEP, text[:44])
    canvas.grid(edges, [top - at * _STEP + 12 for at in range(len(rows) + 1)])


def _save_docx(path: Path, paper: Made) -> None:
    made = docx.Document()
    for line in paper.head:
        made.add_heading(line, 1)
    for part in paper.parts:
        made.add_heading(part.heading, 2)
        for sentence in part.sentences:
            made.add_paragraph(sentence)
        if part.rows:
            table = made.add_table(0, len(part.rows[0]))
            for row in part.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    made.save(str(path))


def _save_html(path: Path, paper: Made) -> None:
    lines = [f"<!doctype html><html><head><title>{paper.head[2]}</title></head><body>"]
    lines += [f"<h1>{line}</h1>" for line in paper.head]
    for part in paper.parts:
        lines += [f"<h2>{part.heading}</h2>", *(f"<p>{html.escape(sentence)}</p>" for sentence in part.sentences)]
        if part.rows:
            cells = ("".join(f"<td>{html.escape(text)}</td>" for text in row) for row in part.rows)
            lines.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    path.write_text("\n".join([*lines, "</body></html>"]), encoding="utf-8")


def _save_text(path: Path, paper: Made) -> None:
    lines = ["# " + paper.head[0], "", *paper.head[1:], ""]
    for part in paper.parts:
        lines += [f"## {part.heading}", "", *part.sentences, "", *("\t".join(row) for row in part.rows), ""]
    path.write_text("\n".join(lines), encoding="utf-8")


_FORMATS = (*[(_save_pdf, ".pdf")] * 21, (_save_docx, ".docx"), (_save_html, ".html"), (_save_text, ".txt"))

if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PAPERS), "pages")

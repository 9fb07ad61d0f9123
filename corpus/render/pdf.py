"""PDF: several pages with a running header and page numbers, tables in four styles, headers repeated on the next page."""

from __future__ import annotations

import io
from html import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as PrintedTable

from corpus.paper import COLOURS, Bullets, Heading, NewPage, Paper, Style, Table, Text

_MARGIN = 22 * mm
_GREY = colors.HexColor("#8a8a8a")
_SHADE = colors.HexColor("#e8edf2")
_JUDGED = {name: colors.HexColor(f"#{shade}") for name, shade in COLOURS.items()}

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13.5, spaceAfter=6)
_NUMBERED = ParagraphStyle("numbered", parent=_BODY, leftIndent=11 * mm, bulletIndent=0)
_BULLET = ParagraphStyle("bullet", parent=_BODY, leftIndent=17 * mm, bulletIndent=12 * mm, spaceAfter=3)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.5, leading=10.5)
_HEAD_CELL = ParagraphStyle("head cell", parent=_CELL, fontName="Helvetica-Bold")
_CAPTION = ParagraphStyle("caption", parent=_BODY, fontName="Helvetica-Bold", spaceBefore=4)
_HEADINGS = {
    1: ParagraphStyle(
        "h1", fontName="Helvetica-Bold", fontSize=15, leading=19, spaceBefore=4, spaceAfter=8, keepWithNext=1
    ),
    2: ParagraphStyle(
        "h2", fontName="Helvetica-Bold", fontSize=11.5, leading=15, spaceBefore=9, spaceAfter=5, keepWithNext=1
    ),
    3: ParagraphStyle(
        "h3", fontName="Helvetica-Bold", fontSize=10, leading=13, spaceBefore=6, spaceAfter=4, keepWithNext=1
    ),
}

_RULES: dict[Style, list[tuple[object, ...]]] = {
    "ruled": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "zebra": [],
    "lines": [("LINEABOVE", (0, 0), (-1, 0), 0.8, colors.black), ("LINEBELOW", (0, 0), (-1, -1), 0.4, _GREY)],
    "bare": [],
}


def render(paper: Paper) -> bytes:
    """The paper as a PDF whose bytes depend on nothing but its content."""
    made = io.BytesIO()
    size = landscape(A4) if paper.landscape else A4
    width = size[0] - 2 * _MARGIN
    template = BaseDocTemplate(
        made,
        pagesize=size,
        invariant=1,
        pageCompression=0,
        title=paper.truth.title,
        author="panelpapers sample papers",
        subject=paper.running,
    )
    frame = Frame(_MARGIN, 20 * mm, width, size[1] - 42 * mm, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=lambda canvas, _: _furniture(canvas, paper)))
    template.build([flowable for block in paper.blocks for flowable in _flowables(block, paper.style, width)])
    return made.getvalue()


def _furniture(canvas: Canvas, paper: Paper) -> None:
    """The running header with its rule, and the page number at the foot."""
    width, height = landscape(A4) if paper.landscape else A4
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(_GREY)
    canvas.drawString(_MARGIN, height - 14 * mm, paper.running)
    canvas.drawCentredString(width / 2, 11 * mm, f"Page {canvas.getPageNumber()}")
    canvas.setStrokeColor(_GREY)
    canvas.setLineWidth(0.4)
    canvas.line(_MARGIN, height - 16 * mm, width - _MARGIN, height - 16 * mm)
    canvas.restoreState()


def _flowables(block: object, style: Style, width: float) -> list[Flowable]:
    match block:
        case Heading(text=text, level=level):
            return [Paragraph(escape(text), _HEADINGS[level])]
        case Text(text=text, number=None):
            return [Paragraph(escape(text), _BODY)]
        case Text(text=text, number=number):
            return [Paragraph(escape(text), _NUMBERED, bulletText=number)]
        case Bullets(items=items):
            return [Paragraph(escape(item), _BULLET, bulletText="-") for item in items]
        case Table() as table:
            return _table(table, table.style or style, width)
        case NewPage():
            return [PageBreak()]
        case _:
            raise TypeError(f"no way to print a {type(block).__name__}")


def _table(table: Table, style: Style, width: float) -> list[Flowable]:
    head = table.header_rows
    cells = [
        [Paragraph(escape(cell).replace("\n", "<br/>"), _HEAD_CELL if number < head else _CELL) for cell in row]
        for number, row in enumerate(table.rows)
    ]
    shares = table.widths or tuple(1.0 for _ in table.rows[0])
    printed = PrintedTable(
        cells, colWidths=[width * share / sum(shares) for share in shares], repeatRows=head, hAlign="LEFT"
    )
    printed.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                *_RULES[style],
                *_fills(style, head, len(table.rows)),
                *(("BACKGROUND", (col, row), (col, row), _JUDGED[colour]) for row, col, colour in table.colours),
                *(("SPAN", (first, row), (last, row)) for row, first, last in table.joined),
            ]
        )
    )
    caption: list[Flowable] = [Paragraph(escape(table.caption), _CAPTION)] if table.caption else []
    if table.kept_together:
        return [KeepTogether([*caption, printed, Spacer(1, 8)])]
    return [CondPageBreak(40 * mm), *caption, printed, Spacer(1, 8)]


def _fills(style: Style, head: int, rows: int) -> list[tuple[object, ...]]:
    """The shade of the head, and of every other row of a zebra table."""
    fills: list[tuple[object, ...]] = []
    if head and style in ("ruled", "zebra"):
        fills.append(("BACKGROUND", (0, 0), (-1, head - 1), colors.HexColor("#c9d6e2")))
    if style == "zebra":
        fills += [("BACKGROUND", (0, row), (-1, row), _SHADE) for row in range(head + 1, rows, 2)]
    return fills

"""Small real PDFs made with reportlab, each with the truth of what is printed in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PIL import Image
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

Rows = Sequence[Sequence[str]]

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=13.5, spaceAfter=9)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=10.5)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=16, leading=20)
SUBHEADING = ParagraphStyle("subheading", parent=BODY, fontName="Helvetica-Bold", fontSize=13, leading=16)

CRIMES = (
    ("Measure", "2013/14", "2014/15", "Change"),
    ("All crime", "92,412", "94,099", "1.8%"),
    ("Burglary", "6,813", "8,903", "30.7%"),
    ("Robbery", "957", "1,141", "19.2%"),
    ("Hate crime", "2,490", "2,877", "-"),
    ("Total", "102,672", "107,020", "4.2%"),
)
AWARDS = (
    ("Ref", "Project", "Organisation", "Amount"),
    ("CI001", "Street pastors who walk the town centre on Friday nights", "Barrow Street Trust", "£5,000"),
    ("CI002", "Knife amnesty bins", "Northern Harbour Community Safety Partnership", "£12,450"),
    ("CI003", "Target hardening for repeat victims of burglary", "Valley Homes", "£7,300"),
    ("CI004", "Mental health triage car", "Harbour NHS Trust", "£23,100"),
)
SENTENCE = (
    "The Commissioner met the district partnerships during the quarter and heard how local teams had used the money that was "
    "granted to them, and which of their projects would go on into the following year."
)


@dataclass(frozen=True)
class Built:
    """A PDF and what a person reads in it: its tables row by row, and its lines of text where they matter."""

    data: bytes
    tables: tuple[Rows, ...] = ()
    lines: tuple[str, ...] = ()


def paper(
    flowables: Sequence[Flowable],
    *,
    on_page: Callable[[Canvas, Any], None] | None = None,
    columns: int = 1,
    size: tuple[float, float] = A4,
    title: str | None = None,
    encrypt: Any = None,
) -> bytes:
    """Typesets flowables on pages."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=size, title=title, encrypt=encrypt, invariant=1)
    width = (size[0] - 120 - 24 * (columns - 1)) / columns
    frames = [Frame(60 + i * (width + 24), 70, width, size[1] - 140, 0, 0, 0, 0) for i in range(columns)]
    document.addPageTemplates([PageTemplate("page", frames, onPage=on_page or (lambda canvas, document: None))])
    document.build(list(flowables))
    return out.getvalue()


def paragraphs(count: int, first: str = "") -> list[Flowable]:
    """Numbered sentences, so that each paragraph differs."""
    return [Paragraph(f"{first}{n}. {SENTENCE}", BODY) for n in range(1, count + 1)]


def table(rows: Rows, style: Sequence[Any], *, widths: Sequence[float] | None = None, repeat: int = 0) -> Table:
    """A table whose long cells wrap; figures stand right."""
    cells = [[Paragraph(c, CELL) if len(c) > 24 else c for c in row] for row in rows]
    base = [
        ("FONT", (0, 0), (-1, -1), "Helvetica", 9),
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("ALIGN", (1, 1), (-1, -1), "RIGHT"),
    ]
    return Table(cells, colWidths=widths, repeatRows=repeat, style=TableStyle([*base, *style]))


BOXED = (("GRID", (0, 0), (-1, -1), 0.5, colors.black),)
STRIPED = (
    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1f3864")),
    ("TEXTCOLOR", (0, 0), (-1, 0), colors.white),
    *(("BACKGROUND", (0, row), (-1, row), colors.HexColor("#e7ecf5")) for row in (1, 3, 5)),
)
THREE_LINES = (
    ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
)
LEVEL_RULES = (("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey),)
INNER_UPRIGHTS = (
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black),
    ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black),
    ("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black),
)
COLUMN_RULES = (
    ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black),
)
STYLES: dict[str, Sequence[Any]] = {
    "boxed": BOXED,
    "striped": STRIPED,
    "three lines": THREE_LINES,
    "level rules": LEVEL_RULES,
    "no outer uprights": INNER_UPRIGHTS,
    "column rules": COLUMN_RULES,
    "no rules": (),
}


def crimes(style: str) -> Built:
    """A table of figures between two paragraphs."""
    made = table(CRIMES, STYLES[style], widths=(160, 90, 90, 90))
    return Built(paper([*paragraphs(2), Spacer(1, 8), made, Spacer(1, 8), *paragraphs(2)]), (CRIMES,))


def awards(style: str) -> Built:
    """A table of words, whose cells wrap, between two paragraphs."""
    made = table(AWARDS, STYLES[style], widths=(50, 150, 130, 70))
    return Built(paper([*paragraphs(1), Spacer(1, 8), made, Spacer(1, 8), *paragraphs(1)]), (AWARDS,))


def group_heads(style: str) -> Built:
    """A head over several columns, heads that reach down two rows."""
    rows = (
        ("Measure", "Target", "2020/21", "", "", "RAG"),
        ("", "", "Q1", "Q2", "Q3", ""),
        ("Burglary", "Reduce", "612", "580", "571", "Green"),
        ("Robbery", "Reduce", "88", "97", "104", "Red"),
        ("Rape", "Increase", "301", "322", "298", "Amber"),
    )
    spans = [("SPAN", (2, 0), (4, 0)), ("ALIGN", (2, 0), (4, 0), "CENTER")]
    spans += [("SPAN", (c, 0), (c, 1)) for c in (0, 1, 5)]
    made = table(rows, [*STYLES[style], *spans], widths=(130, 70, 60, 60, 60, 60))
    return Built(paper([*paragraphs(1), made, *paragraphs(1)]), (rows,))


def rag() -> Built:
    """Cells filled red, amber and green, with and without a word; the head is dark blue."""
    rows = (("Measure", "Now", "Before"), ("Calls answered", "", "G"), ("Visits", "", "A"), ("Repairs", "", "R"))
    shades = [colors.HexColor(c) for c in ("#00b050", "#ffc000", "#ff0000")]
    fills = [("BACKGROUND", (1, row), (2, row), shade) for row, shade in enumerate(shades, start=1)]
    head = [("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1f3864"))]
    return Built(paper([table(rows, [*BOXED, *head, *fills], widths=(160, 60, 60))]), (rows,))


def over_pages(rows: int = 60) -> Built:
    """A table over two pages that repeats its header, under a running header."""
    body = tuple((f"Project {n}", f"Partner {n % 7}", f"{n * 137:,}") for n in range(1, rows + 1))
    whole = (("Project", "Partner", "Amount"), *body)
    made = table(whole, BOXED, widths=(180, 140, 80), repeat=1)
    return Built(paper([made], on_page=running), (whole,))


def running(canvas: Canvas, document: Any) -> None:
    """Prints a running header and a page number."""
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, A4[1] - 40, "Harbour Police and Crime Panel")
    canvas.drawCentredString(A4[0] / 2, 35, f"Page {document.page}")


def pack() -> Built:
    """Three pages with running header, page numbers, an agenda mark and an empty page."""

    def marks(canvas: Canvas, document: Any) -> None:
        running(canvas, document)
        if document.page == 1:
            canvas.setFont("Helvetica-Bold", 12)
            canvas.drawRightString(A4[0] - 60, A4[1] - 40, "Agenda Item 5")

    blank = Paragraph("This page is intentionally left blank", BODY)
    return Built(paper([*paragraphs(3), PageBreak(), blank, PageBreak(), *paragraphs(3)], on_page=marks))


def prose() -> Built:
    """Headings of two levels, wrapped paragraphs, bullets that wrap."""
    bullet = ParagraphStyle("bullet", parent=BODY, leftIndent=30, bulletIndent=14, spaceAfter=2)
    flowables: list[Flowable] = [
        Paragraph("Report of the Commissioner", HEADING),
        Paragraph("Funding", SUBHEADING),
        *paragraphs(2, "1."),
        Paragraph("support for victims", bullet, bulletText="•"),
        Paragraph(f"a second grant: {SENTENCE}", bullet, bulletText="•"),
        Paragraph("road safety", bullet, bulletText="•"),
        Spacer(1, 8),
        *paragraphs(1, "2."),
    ]
    return Built(paper(flowables, title="Report of the Commissioner"))


def two_columns() -> Built:
    """Prose in two columns, the first of which has to be read before the second."""
    return Built(paper(paragraphs(22), columns=2))


def contents() -> Built:
    """A list of contents without dot leaders, and numbered headings."""
    names = (
        "Introduction and purpose",
        "Recorded crime in the district",
        "Use of the community fund",
        "Complaints and reviews",
    )
    rows = [[f"{n}. {name}", str(n * 3)] for n, name in enumerate(names, start=1)]
    made = Table(rows, colWidths=(380, 40), style=TableStyle([("FONT", (0, 0), (-1, -1), "Helvetica", 11)]))
    return Built(paper([Paragraph("Contents", HEADING), made, *paragraphs(2)]))


def contacts() -> Built:
    """Whom to ask, at the head of a letter."""
    rows = [("Ask for:", "J Miller"), ("Direct dial:", "01522 100200"), ("E-mail:", "office@harbour.example")]
    made = Table(rows, colWidths=(120, 200), style=TableStyle([("FONT", (0, 0), (-1, -1), "Helvetica", 11)]))
    return Built(paper([made, *paragraphs(2)]))


def drawn(
    draw: Callable[[Canvas], None], *, size: tuple[float, float] = A4, rotation: int = 0, pages: int = 1
) -> bytes:
    """Pages drawn by hand."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for _ in range(pages):
        canvas.setPageRotation(rotation)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture() -> ImageReader:
    """A grey picture that says nothing."""
    return ImageReader(Image.new("L", (300, 420), 230))


def scan() -> Built:
    """A page of text and a page that is only an image."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawString(72, 700, "A page of text that can be read as it is.")
    canvas.showPage()
    canvas.drawImage(picture(), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return Built(out.getvalue())


def encrypted() -> bytes:
    """A PDF that cannot be opened without its password."""
    return paper(paragraphs(1), encrypt=pdfencrypt.StandardEncryption("secret", canPrint=0))


def truncated() -> bytes:
    """A PDF that lost its second half."""
    data = paper(paragraphs(4))
    return data[: len(data) // 2]


def with_broken_page() -> bytes:
    """Three pages, the second turned by something that is no number."""
    data = drawn(lambda canvas: canvas.drawString(72, 700, "A page of three that say the same."), pages=3)
    second = data.index(b"/Rotate 0", data.index(b"/Rotate 0") + 1)
    return data[:second] + data[second:].replace(b"/Rotate 0", b"/Rotate /", 1)


def between_paragraphs(style: str) -> Built:
    """A table right between numbered paragraphs, whose number stands apart from their text like a cell."""

    def numbered(number: str, text: str) -> Table:
        layout = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        return Table([[Paragraph(number, BODY), Paragraph(text, BODY)]], colWidths=(30, 400), style=TableStyle(layout))

    made = table(CRIMES, STYLES[style], widths=(160, 90, 90, 90))
    above = [numbered("3.1", SENTENCE), numbered("3.2", "The figures of the year are these:")]
    below = [numbered("3.3", "The rate of burglary is the highest of all forces."), numbered("3.4", SENTENCE)]
    return Built(paper([*above, made, *below]), (CRIMES,))


def striped_over_pages() -> Built:
    """A striped table without rules that begins low on a page and goes on under its repeated header."""
    body = tuple((f"Function {n} and its overheads", f"{n * 13.7:.2f}", f"{n / 3:.2f}") for n in range(1, 41))
    whole = (("Function", "FTE", "%"), *body)
    stripes = [("BACKGROUND", (0, n), (-1, n), colors.HexColor("#e7ecf5")) for n in range(0, 41, 2)]
    made = table(whole, stripes, widths=(260, 90, 90), repeat=1)
    return Built(paper([*paragraphs(6), made], on_page=running), (whole,))


def titled_groups() -> Built:
    """Groups of rows, each under a bold title that shares a shade with its first row."""

    def draw(canvas: Canvas) -> None:
        y = 700.0
        for shade, lines in enumerate(TITLED_LINES):
            height = 14.0 * len(lines)
            canvas.setFillGray(0.95 if shade % 2 else 0.85)
            canvas.rect(60, y - height, 420, height, stroke=0, fill=1)
            canvas.setFillGray(0)
            for label, *figures in lines:
                y -= 14
                canvas.setFont("Helvetica-Bold" if not any(figures) or label == "Service" else "Helvetica", 9)
                canvas.drawString(64, y + 4, label)
                for x, figure in zip((330, 470), figures, strict=True):
                    canvas.drawRightString(x, y + 4, figure)

    return Built(drawn(draw), (tuple(line for lines in TITLED_LINES for line in lines),))


TITLED_LINES: Sequence[Rows] = (
    (("Service", "Budget", "Forecast"),),
    (("Adult care", "", ""), ("Assistive technology", "0.6", "1.0")),
    (("Case management", "40.7", "42.6"),),
    (("Residential care", "24.5", "28.8"),),
    (("Waste", "", ""), ("Recycling centres", "38.8", "40.6")),
    (("Residual waste", "52.6", "53.4"),),
)


def centred_labels() -> Built:
    """Wrapped labels beside figures that are centred against them, and a label whose figures stand on its last line."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for y, label, *figures in (
            (700, "", "KSI", "All"),
            (684, "2012", "247", "2,217"),
            (668, "2013", "253", "2,072"),
            (652, "2014", "272", "1,986"),
            (636, "Percentage change on the", "", ""),
            (630.5, "", "-31", "-45"),
            (625, "average of five years", "", ""),
            (608, "Proportion of all", "", ""),
            (597, "casualties (%)", "12", "9"),
        ):
            canvas.drawString(64, float(y), str(label))
            for x, figure in zip((250, 320), figures, strict=True):
                canvas.drawRightString(x, float(y), str(figure))

    rows = (
        ("", "KSI", "All"),
        ("2012", "247", "2,217"),
        ("2013", "253", "2,072"),
        ("2014", "272", "1,986"),
        ("Percentage change on the average of five years", "-31", "-45"),
        ("Proportion of all casualties (%)", "12", "9"),
    )
    return Built(drawn(draw), (rows,))


def labels_behind_figures() -> Built:
    """Labels that begin a space behind the figures of the column before them."""
    rows = (
        ("35,721.5", "Base changes", "10,289.7"),
        ("35.0", "Loss of grant", "3,234.7"),
        ("10,798.4", "Pay", "21,845.7"),
        ("-16,393.1", "Government", "-14,666.5"),
        ("9,568.4", "Prices", "41,407.1"),
    )

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for n, (before, label, after) in enumerate(rows):
            y = 700 - 14 * n
            canvas.drawRightString(120, y, before)
            canvas.drawString(122.5, y, label)
            canvas.drawRightString(330, y, after)

    return Built(drawn(draw), (rows,))


def shaded_words() -> Built:
    """A paragraph with a white shade behind each word, as word processors leave them."""
    words = f"{SENTENCE} {SENTENCE}".split()

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        x, y = 60.0, 700.0
        for word in words:
            width = canvas.stringWidth(f"{word} ")
            if x + width > 530:
                x, y = 60.0, y - 13.8
            canvas.setFillGray(1)
            canvas.rect(x, y - 3, width, 13.8, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(x, y, word)
            x += width

    return Built(drawn(draw))


def stacked_bars() -> Built:
    """A chart of stacked bars with outlines and a share in each part, beside an axis."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for share in range(0, 101, 10):
            canvas.drawRightString(90, 497 + 2 * share, f"{share}%")
        for column, shares in enumerate(((18, 12, 56, 14), (10, 22, 57, 11), (10, 25, 59, 6))):
            x, y = 120 + 110 * column, 500.0
            for share in shares:
                canvas.setFillGray(0.5 + share / 200)
                canvas.rect(x, y, 50, 2.0 * share, stroke=1, fill=1)
                canvas.setFillGray(0)
                canvas.drawCentredString(x + 25, y + share - 3, f"{share}%")
                y += 2 * share

    return Built(drawn(draw))


def cards_over_pages() -> Built:
    """Two boxes of one make, at the foot of a page and at the top of the next: a measure and its figures."""
    cards = tuple(
        ((measure, "", "", rating), (f"Latest: {now}", "Target: 90%", f"Previous: {before}", ""))
        for measure, rating, now, before in (
            ("Calls answered", "GREEN", "94%", "89%"),
            ("Visits made", "RED", "71%", "80%"),
        )
    )
    spans = (("SPAN", (0, 0), (2, 0)), ("SPAN", (2, 1), (3, 1)), ("FONT", (0, 0), (-1, -1), "Helvetica", 9))
    first, second = (table(c, [*BOXED, *spans], widths=(120, 120, 80, 60)) for c in cards)
    return Built(paper([*paragraphs(3), first, PageBreak(), second]), cards)


def scanned(data: bytes, *, dpi: int = 150, crooked: float = 0.4, quarter_turns: int = 0) -> bytes:
    """The pages of a PDF as a scanner gives them: only pictures, a little crooked (in degrees, falling to the left)."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in pypdfium2.PdfDocument(data):
        picture = page.render(scale=dpi / 72).to_pil().convert("RGB")
        picture = picture.rotate(crooked, resample=Image.Resampling.BICUBIC, fillcolor="white")
        picture = picture.rotate(90 * quarter_turns, expand=True)
        width, height = picture.width * 72 / dpi, picture.height * 72 / dpi
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()

"""Prints a generated paper as a PDF with one of several programs; None from those that are not installed."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.printed import HEADINGS, SENTENCES, STEPS, Cell, Printed, sentences

if TYPE_CHECKING:
    from benchmarks.styles import Style

Block = tuple[str, Any]
_TIMEOUT = 120


def blocks_of(style: Style, tables: Sequence[Printed], rng: Random) -> Iterator[Block]:
    """The paper: ``("title" | "heading" | "text" | "number" | "bullet" | "contents" | "caption" | "note" | "table" | "sign", content)``."""
    yield "title", "Report of the Police and Crime Commissioner"
    if style.prose_only:
        yield "contents", [(h, str(n)) for n, h in enumerate(HEADINGS, start=1)]
    for n in range(5 if style.prose_only else 1):
        yield "heading", HEADINGS[n]
        yield "text", sentences(rng, 4)
        for k in range(3):
            yield "number", (f"{n + 1}.{k + 1}", sentences(rng, 2))
        for step in rng.sample(STEPS, 3):
            yield "bullet", step
        yield "text", sentences(rng, 5)
    beside = [t for t in tables if style.beside]
    if beside:
        yield "beside", beside
    for n, table in enumerate(() if beside else tables, start=1):
        yield "heading", rng.choice(HEADINGS)
        yield "text", sentences(rng, rng.randint(1, 3))
        if style.caption == "above":
            yield "caption", f"Table {n}: {table.caption}"
        yield "table", table
        if style.caption == "below":
            yield "caption", f"Table {n}: {table.caption}"
        for note in table.notes:
            yield "note", note
        yield "text", sentences(rng, rng.randint(2, 4))
    yield "text", rng.choice(SENTENCES)
    yield "sign", ("Jo Marsh", "Chief Executive", "Harbour House, 4 Quay Road, Calderport CP1 4ZZ")


# reportlab


def by_reportlab(style: Style, tables: Sequence[Printed], rng: Random) -> bytes | None:
    """Typesets with reportlab's own flow of paragraphs and tables."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table

    plain, bold = ("Helvetica", "Helvetica-Bold") if style.font == "sans" else ("Times-Roman", "Times-Bold")
    body = ParagraphStyle(
        "body", fontName=plain, fontSize=10.5, leading=13.5, spaceAfter=7, alignment=4 if style.justified else 0
    )
    heading = ParagraphStyle(
        "heading", parent=body, fontName=bold, fontSize=13, leading=16, alignment=0, keepWithNext=1
    )
    small = ParagraphStyle("note", parent=body, fontSize=8, leading=10, alignment=0)
    caption = ParagraphStyle("caption", parent=body, fontName=bold, fontSize=9.5, leading=12, spaceAfter=4, alignment=0)
    hanging = ParagraphStyle("hanging", parent=body, leftIndent=30, bulletIndent=0)
    bullet = ParagraphStyle("bullet", parent=body, leftIndent=40, bulletIndent=26, spaceAfter=2, alignment=0)
    size = landscape(A4) if style.page == "landscape" else A4
    columns = 2 if style.page == "two columns" else 1
    width = (size[0] - 110 - 20 * (columns - 1)) / columns

    def paragraph(kind: str, content: Any) -> list[Flowable]:
        match kind:
            case "title" | "heading":
                return [Paragraph(content, heading)]
            case "caption":
                return [Paragraph(content, caption)]
            case "note":
                return [Paragraph(content, small)]
            case "number":
                return [Paragraph(content[1], hanging, bulletText=content[0])]
            case "bullet":
                return [Paragraph(content, bullet, bulletText="•")]
            case "contents":
                dots = "." * int(width / 8)
                return [
                    Table([[t + " " + dots[len(t) :], p] for t, p in content], colWidths=[width - 40, 30]),
                    Spacer(1, 10),
                ]
            case "sign":
                return [Spacer(1, 14), *(Paragraph(line, body) for line in content)]
            case "table":
                return [_reportlab_table(style, content, width, plain, bold), Spacer(1, 9)]
            case "beside":
                half = (width - 24) / 2
                parts = [_reportlab_table(style, t, half, plain, bold) for t in content]
                return [
                    Table(
                        [parts],
                        colWidths=[half + 24, half],
                        style=[
                            ("VALIGN", (0, 0), (-1, -1), "TOP"),
                            ("LEFTPADDING", (0, 0), (-1, -1), 0),
                            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                        ],
                    ),
                    Spacer(1, 9),
                ]
            case _:
                return [Paragraph(content, body)]

    made = io.BytesIO()
    document = BaseDocTemplate(made, pagesize=size, invariant=1)
    frames = [Frame(55 + i * (width + 20), 60, width, size[1] - 120, 0, 0, 0, 0) for i in range(columns)]
    document.addPageTemplates(
        [
            PageTemplate(
                "page",
                frames,
                onPage=lambda canvas, _: canvas.drawCentredString(size[0] / 2, 30, str(canvas.getPageNumber())),
            )
        ]
    )
    document.build(
        [flowable for kind, content in blocks_of(style, tables, rng) for flowable in paragraph(kind, content)]
    )
    return made.getvalue()


def _reportlab_table(style: Style, table: Printed, room: float, plain: str, bold: str) -> Any:
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.platypus import Paragraph, Table, TableStyle

    sides = {"left": 0, "center": 1, "right": 2, "decimal": 2}
    commands: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), plain, style.size, style.size * style.leading),
        ("LEFTPADDING", (0, 0), (-1, -1), style.across),
        ("RIGHTPADDING", (0, 0), (-1, -1), style.across),
        ("TOPPADDING", (0, 0), (-1, -1), style.down),
        ("BOTTOMPADDING", (0, 0), (-1, -1), style.down),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if style.middle else "TOP"),
    ]
    rows: list[list[Any]] = []
    widths = _widths(table, style, room, lambda text, strong: stringWidth(text, bold if strong else plain, style.size))
    for r, row in enumerate(table.rows):
        line: list[Any] = []
        for c, cell in enumerate(row):
            if cell is None:
                line.append("")
                continue
            if cell.cols > 1 or cell.rows > 1:
                commands.append(("SPAN", (c, r), (c + cell.cols - 1, r + cell.rows - 1)))
            font = bold if is_bold(style, cell) else plain
            side = side_of(style, table, cell, c)
            if side == "decimal":
                commands += [
                    ("ALIGN", (c, r), (c, r), "DECIMAL"),
                    ("FONT", (c, r), (c, r), font, style.size),
                    ("RIGHTPADDING", (c, r), (c, r), 22),
                ]
                line.append(cell.text)
                continue
            look = ParagraphStyle(
                "cell",
                fontName=font,
                fontSize=style.size,
                leading=style.size * style.leading,
                alignment=sides[side],
                leftIndent=8 * cell.indent,
            )
            line.append(Paragraph(escape(cell.text).replace("\n", "<br/>"), look))
        rows.append(line)
    last = len(rows) - 1
    head = table.header_rows
    thin, thick = 0.5, 1.0
    commands += {
        "all": [("GRID", (0, 0), (-1, -1), thin, colors.black)],
        "inner": [("INNERGRID", (0, 0), (-1, -1), thin, colors.black)],
        "frame": [("BOX", (0, 0), (-1, -1), thin, colors.black)],
        "rows": [("LINEABOVE", (0, 0), (-1, -1), thin, colors.grey), ("LINEBELOW", (0, last), (-1, last), thin, colors.grey)],
        "groups": [("LINEBELOW", (0, head - 1), (-1, head - 1), thin, colors.black)],
        "three": [("LINEABOVE", (0, 0), (-1, 0), thick, colors.black), ("LINEBELOW", (0, head - 1), (-1, head - 1), thin, colors.black), ("LINEBELOW", (0, last), (-1, last), thick, colors.black)],
        "head": [("LINEBELOW", (0, head - 1), (-1, head - 1), thin, colors.black)],
        "none": [],
    }[style.rules]  # fmt: skip
    if style.rules in ("groups", "three"):
        commands += [
            ("LINEBELOW", (c, r), (c + cell.cols - 1, r), thin, colors.grey)
            for r, row in enumerate(table.rows[:head])
            for c, cell in enumerate(row)
            if cell and cell.cols > 1
        ]
    if style.rules == "groups":
        commands += [
            ("LINEABOVE", (0, r), (-1, r), thin, colors.grey)
            for r, row in enumerate(table.rows)
            if row[0] and row[0].sort in ("group", "total")
        ]
    shade = colors.HexColor("#dde6f0")
    if style.band != "none":
        commands += [("BACKGROUND", (0, 0), (-1, head - 1), colors.HexColor("#b9cbe0"))]
    if style.band == "zebra":
        commands += [("BACKGROUND", (0, r), (-1, r), shade) for r in range(head + 1, last + 1, 2)]
    if style.band == "columns":
        commands += [("BACKGROUND", (c, head), (c, -1), shade) for c in range(1, table.columns, 2)]
    if style.band == "totals":
        commands += [
            ("BACKGROUND", (0, r), (-1, r), shade)
            for r, row in enumerate(table.rows)
            if row[0] and row[0].sort == "total"
        ]
    return Table(
        rows,
        colWidths=widths,
        repeatRows=head if style.repeat else 0,
        splitInRow=int(style.cut),
        hAlign="LEFT",
        style=TableStyle(commands),
    )


def is_bold(style: Style, cell: Cell) -> bool:
    """True for a cell that the style prints bold."""
    return (style.bold != "none" and cell.sort == "head") or (
        style.bold == "heads and totals" and cell.sort in ("group", "total")
    )


def side_of(style: Style, table: Printed, cell: Cell, column: int) -> str:
    """How a cell is aligned: figures as the style says, heads over figures as it says of heads, groups of heads in the middle."""
    body = next(
        (row[column] for row in table.rows[table.header_rows :] if row[column] and row[column].sort != "group"), None
    )  # type: ignore[union-attr]
    figures = column > 0 and body is not None and body.sort in ("figure", "total")
    if cell.sort == "head":
        if cell.cols > 1:
            return "left" if style.heads == "left" else "center"
        if not figures:
            return "left"
        side = style.figures if style.heads == "figures" else style.heads
        return "right" if side == "decimal" else side
    return style.figures if figures else "left"


def _widths(table: Printed, style: Style, room: float, measure: Callable[[str, bool], float]) -> list[float]:
    """The widths of columns: each has room for its longest word; what is left goes to those with more text."""
    least, most = [0.0] * table.columns, [0.0] * table.columns
    for row in table.rows:
        for c, cell in enumerate(row):
            if cell is None or cell.cols > 1:
                continue
            strong = is_bold(style, cell)
            pad = 2 * style.across + 8 * cell.indent + 1 + (26 if style.figures == "decimal" and c else 0)
            least[c] = max([least[c], *(measure(w, strong) + pad for w in cell.text.split())])
            most[c] = max([most[c], *(measure(t, strong) + pad for t in cell.text.split("\n"))])
            if cell.sort == "figure":
                least[c] = max(least[c], measure(cell.text, strong) + pad)
    if sum(most) <= room:
        spare = (room - sum(most)) / table.columns if style.full else 0.0
        return [m + spare for m in most]
    spare = max(0.0, room - sum(least))
    wanted = [min(m, 0.45 * room) - n if m > n else 0.0 for n, m in zip(least, most, strict=True)]
    total = sum(max(0.0, w) for w in wanted) or 1.0
    return [n + spare * max(0.0, w) / total for n, w in zip(least, wanted, strict=True)]


# HTML: WeasyPrint and Chromium


def html_of(style: Style, tables: Sequence[Printed], rng: Random) -> str:
    """The paper as HTML with print CSS."""
    line, thick, thin = "0.5pt solid #444", "1pt solid #000", "0.5pt solid #777"
    rules = {
        "all": f"td, th {{ border: {line} }}",
        "inner": f"td + td, th + th, td + th {{ border-left: {line} }} tr + tr > *, tbody tr > * {{ border-top: {line} }}",
        "frame": f"table {{ border: {line} }}",
        "rows": f"tr > * {{ border-top: {thin} }} table {{ border-bottom: {thin} }}",
        "groups": f"thead {{ border-bottom: {line} }} tr.group > *, tr.total > *, th[colspan] {{ border-top: {thin} }}",
        "three": f"table {{ border-top: {thick}; border-bottom: {thick} }} thead {{ border-bottom: {line} }}",
        "head": f"thead {{ border-bottom: {line} }}",
        "none": "",
    }[style.rules]
    bands = {
        "none": "",
        "head": "th { background: #b9cbe0 }",
        "zebra": "th { background: #b9cbe0 } tbody tr:nth-child(even) { background: #dde6f0 }",
        "columns": "td:nth-child(even) { background: #dde6f0 }",
        "totals": "tr.total { background: #dde6f0 }",
    }[style.band]
    font = "Liberation Sans, Helvetica, sans-serif" if style.font == "sans" else "Liberation Serif, Times, serif"
    css = f"""
    @page {{ size: A4 {"landscape" if style.page == "landscape" else "portrait"}; margin: 20mm }}
    body {{ font: 10.5pt/1.3 {font}; text-align: {"justify" if style.justified else "left"}; margin: 0;
            {"columns: 2; column-gap: 20pt" if style.page == "two columns" else ""} }}
    h2 {{ font-size: 13pt; break-after: avoid; text-align: left }}
    table {{ border-collapse: collapse; font-size: {style.size}pt; line-height: {style.leading}; text-align: left;
             {"width: 100%" if style.full else ""}; margin: 4pt 0 8pt }}
    thead {{ display: {"table-header-group" if style.repeat else "table-row-group"} }}
    tr {{ break-inside: {"auto" if style.cut else "avoid"} }}
    td, th {{ padding: {style.down}pt {style.across}pt; vertical-align: {"middle" if style.middle else "top"}; font-weight: normal }}
    .b {{ font-weight: bold }} .note {{ font-size: 8pt }} .caption {{ font-weight: bold; font-size: 9.5pt; margin: 4pt 0; break-after: avoid }}
    .number {{ padding-left: 30pt; text-indent: -30pt }} .number span {{ display: inline-block; width: 30pt; text-indent: 0 }}
    .beside {{ display: flex; gap: 24pt; align-items: flex-start }}
    .contents div {{ display: flex; justify-content: space-between }}
    {rules} {bands}"""
    parts = [_html_block(style, kind, content) for kind, content in blocks_of(style, tables, rng)]
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{css}</style><body>{"".join(parts)}</body></html>'
    )


def _html_block(style: Style, kind: str, content: Any) -> str:
    match kind:
        case "title" | "heading":
            return f"<h2>{content}</h2>"
        case "caption" | "note":
            return f'<div class="{kind}">{escape(content)}</div>'
        case "number":
            return f'<p class="number"><span>{content[0]}</span>{escape(content[1])}</p>'
        case "bullet":
            return f"<ul><li>{escape(content)}</li></ul>"
        case "contents":
            return f'<div class="contents">{"".join(f"<div><span>{t}</span><span>{p}</span></div>" for t, p in content)}</div>'
        case "sign":
            return "".join(f"<p>{escape(line)}</p>" for line in content)
        case "table":
            return _html_table(style, content)
        case "beside":
            return f'<div class="beside">{"".join(_html_table(style, t) for t in content)}</div>'
        case _:
            return f"<p>{escape(content)}</p>"


def _html_table(style: Style, table: Printed) -> str:
    out: list[str] = []
    for r, row in enumerate(table.rows):
        cells = []
        for c, cell in enumerate(row):
            if cell is None:
                continue
            side = side_of(style, table, cell, c).replace("decimal", "right")
            tag = "th" if r < table.header_rows else "td"
            spans = (f' colspan="{cell.cols}"' if cell.cols > 1 else "") + (
                f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            )
            look = f"text-align: {side}; padding-left: {style.across + 8 * cell.indent}pt"
            if cell.sort == "figure":
                look += "; white-space: nowrap"
            text = escape(cell.text).replace("\n", "<br>")
            cells.append(f'<{tag}{spans} class="{"b" if is_bold(style, cell) else ""}" style="{look}">{text}</{tag}>')
        first = row[0].sort if row[0] else "head"
        out.append(f'<tr class="{first}">{"".join(cells)}</tr>')
    head = "".join(out[: table.header_rows])
    return f"<table><thead>{head}</thead><tbody>{''.join(out[table.header_rows :])}</tbody></table>"


def _printed_by(command: Sequence[str], source: str, content: bytes, made: str) -> bytes | None:
    """What a program makes of a file in a folder of its own; None where the program is not installed."""
    if shutil.which(command[0]) is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / source).write_bytes(content)
        subprocess.run(
            [part.replace("FOLDER", name) for part in command],
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=_TIMEOUT,
        )
        return (folder / made).read_bytes()


def by_weasyprint(style: Style, tables: Sequence[Printed], rng: Random) -> bytes | None:
    """Prints HTML with WeasyPrint."""
    return _printed_by(
        ["weasyprint", "paper.html", "paper.pdf"], "paper.html", html_of(style, tables, rng).encode(), "paper.pdf"
    )


def by_chromium(style: Style, tables: Sequence[Printed], rng: Random) -> bytes | None:
    """Prints HTML with Chromium."""
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-pdf-header-footer",
    ]
    command = [
        "chromium",
        *flags,
        "--user-data-dir=FOLDER/profile",
        "--print-to-pdf=FOLDER/paper.pdf",
        "FOLDER/paper.html",
    ]
    return _printed_by(command, "paper.html", html_of(style, tables, rng).encode(), "paper.pdf")


# LibreOffice


def by_libreoffice(style: Style, tables: Sequence[Printed], rng: Random) -> bytes | None:
    """Makes a Word file and prints it with LibreOffice."""
    command = [
        "soffice",
        "-env:UserInstallation=file://FOLDER/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "paper.docx",
    ]
    if shutil.which("soffice") is None:
        return None
    return _printed_by(command, "paper.docx", _docx(style, tables, rng), "paper.pdf")


def _docx(style: Style, tables: Sequence[Printed], rng: Random) -> bytes:
    import docx
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if style.page == "landscape" else (Mm(210), Mm(297))
    section.left_margin = section.right_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name = "Liberation Sans" if style.font == "sans" else "Liberation Serif"
    normal.font.size = Pt(10.5)
    for kind, content in blocks_of(style, tables, rng):
        match kind:
            case "title" | "heading":
                document.add_heading(content, 2)
            case "number":
                document.add_paragraph(f"{content[0]}\t{content[1]}")
            case "bullet":
                document.add_paragraph(content, style="List Bullet")
            case "contents":
                for title, page in content:
                    document.add_paragraph(f"{title}\t{page}")
            case "sign":
                for line in content:
                    document.add_paragraph(line)
            case "table":
                _docx_table(document, style, content, (section.page_width - section.left_margin * 2) / 12700)
            case "beside":
                for table in content:
                    _docx_table(document, style, table, (section.page_width - section.left_margin * 2) / 12700)
                    document.add_paragraph("")
            case _:
                run = document.add_paragraph().add_run(content)
                run.bold = kind == "caption"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_table(document: Any, style: Style, table: Printed, room: float) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    sides = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "decimal": WD_ALIGN_PARAGRAPH.RIGHT,
    }
    made = document.add_table(len(table.rows), table.columns)
    made.autofit = False
    widths = _widths(table, style, room, lambda text, strong: len(text) * style.size * (0.58 if strong else 0.54))
    margins = "".join(
        f'<w:{side} w:w="{int(20 * value)}" w:type="dxa"/>'
        for side, value in (
            ("top", style.down),
            ("left", style.across),
            ("bottom", style.down),
            ("right", style.across),
        )
    )
    made._tbl.tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))
    last = len(table.rows) - 1
    for r, row in enumerate(table.rows):
        properties = made.rows[r]._tr.get_or_add_trPr()
        if r < table.header_rows and style.repeat:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        if not style.cut:
            properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for c, cell in enumerate(row):
            at = made.cell(r, c)
            at.width = Pt(widths[c])
            lines = {
                "all": ("top", "left", "bottom", "right"),
                "inner": (*(("top",) if r else ()), *(("left",) if c else ())),
                "frame": tuple(
                    s
                    for s, here in (
                        ("top", r == 0),
                        ("bottom", r == last),
                        ("left", c == 0),
                        ("right", c == table.columns - 1),
                    )
                    if here
                ),
                "rows": ("top", "bottom"),
                "groups": tuple(
                    s
                    for s, here in (
                        ("bottom", r == table.header_rows - 1),
                        ("top", bool(row[0] and row[0].sort in ("group", "total"))),
                    )
                    if here
                ),
                "three": tuple(
                    s for s, here in (("top", r == 0), ("bottom", r in (table.header_rows - 1, last))) if here
                ),
                "head": ("bottom",) if r == table.header_rows - 1 else (),
                "none": (),
            }[style.rules]
            if lines:
                borders = "".join(f'<w:{s} w:val="single" w:sz="4" w:color="444444"/>' for s in lines)
                at._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{borders}</w:tcBorders>"))
            shaded = (
                (style.band != "none" and r < table.header_rows)
                or (style.band == "zebra" and r >= table.header_rows and (r - table.header_rows) % 2)
                or (style.band == "totals" and row[0] and row[0].sort == "total")
            )
            if shaded:
                at._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="dde6f0"/>'))
            if cell is None:
                continue
            at.vertical_alignment = (
                WD_CELL_VERTICAL_ALIGNMENT.CENTER if style.middle else WD_CELL_VERTICAL_ALIGNMENT.TOP
            )
            paragraph = at.paragraphs[0]
            paragraph.alignment = sides[side_of(style, table, cell, c)]
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.line_spacing = style.leading / 1.15
            paragraph.paragraph_format.left_indent = Pt(8 * cell.indent)
            run = paragraph.add_run(cell.text)
            run.font.size = Pt(style.size)
            run.bold = is_bold(style, cell)
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if cell and (cell.cols > 1 or cell.rows > 1):
                whole = made.cell(r, c).merge(made.cell(r + cell.rows - 1, c + cell.cols - 1))
                for paragraph in whole.paragraphs[1:]:
                    paragraph._p.getparent().remove(paragraph._p)


PRINTERS: dict[str, Callable[[Style, Sequence[Printed], Random], bytes | None]] = {
    "reportlab": by_reportlab,
    "weasyprint": by_weasyprint,
    "chromium": by_chromium,
    "libreoffice": by_libreoffice,
}

"""Word: headings in Word's own styles, numbered paragraphs as typed, tables with a grid."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from corpus.paper import COLOURS, Bullets, Heading, NewPage, Paper, Table, Text

#: Word keeps the time of making in the file, and so does its zip container: both are set to this, so that bytes do not change.
_MADE = dt.datetime(2024, 1, 1)
#: What the sample papers use of python-docx's many styles; the rest would be nine tenths of the file.
_STYLES = frozenset(
    (
        *("Normal", "Header", "Header Char", "List Bullet", "Table Grid", "Normal Table", "No List"),
        *(f"Heading {level}{part}" for level in (1, 2, 3) for part in ("", " Char")),
        "Default Paragraph Font",
    )
)
_UNUSED_PARTS = ("stylesWithEffects", "thumbnail", "customXml", "theme", "webSettings")


def render(paper: Paper) -> bytes:
    """The paper as a .docx file."""
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10.5)
    document.sections[0].header.paragraphs[0].text = paper.running
    for block in paper.blocks:
        match block:
            case Heading(text=text, level=level):
                document.add_heading(text, level)
            case Text(text=text, number=number):
                document.add_paragraph(f"{number} {text}" if number else text)
            case Bullets(items=items):
                for item in items:
                    document.add_paragraph(item, style="List Bullet")
            case Table() as table:
                _add_table(document, table)
            case NewPage():
                document.add_page_break()
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = paper.truth.title, "panelpapers", "panelpapers"
    properties.created = properties.modified = _MADE
    _drop_what_is_not_used(document)
    made = io.BytesIO()
    document.save(made)
    return _repacked(made.getvalue())


def _add_table(document: Document, table: Table) -> None:
    if table.caption:
        document.add_paragraph().add_run(table.caption).bold = True
    grid = document.add_table(rows=0, cols=len(table.rows[0]), style="Table Grid")
    for number, row in enumerate(table.rows):
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.bold = number < table.header_rows
    for row, column, colour in table.colours:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", COLOURS[colour])):
            shade.set(qn(f"w:{name}"), value)
        grid.cell(row, column)._tc.get_or_add_tcPr().append(shade)
    for row, first, last in table.joined:
        text = table.rows[row][first]
        grid.cell(row, first).merge(grid.cell(row, last)).text = text
    document.add_paragraph()


def _drop_what_is_not_used(document: Document) -> None:
    for style in list(document.styles):
        if style.name not in _STYLES:
            style.delete()
    latent = document.styles.element.latentStyles
    latent.getparent().remove(latent)
    for owner in (document.part, document.part.package):
        for name, relation in list(owner.rels.items()):
            if relation.reltype.endswith(_UNUSED_PARTS):
                del owner.rels[name]


def _repacked(packed: bytes) -> bytes:
    """The same zip with one fixed time for every member, stored as they are: compression differs between machines."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _MADE.timetuple()[:6])
            member.create_system = 0
            new.writestr(member, old.read(name))
    return out.getvalue()

"""Word (.docx): headings by style, lists with their numbers, paragraphs and tables in the order of the body.

Headers and footers repeat on every page and are left out; what a reviewer deleted is left out and what one inserted is in.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from extract.pages.ratings import is_spot, rag_colour, with_ratings
from ingest.characters import clean, lines_in_cell, one_line
from ingest.word.numbers import WordNumbers
from ingest.word.styles import Style, Styles, switch, value, whole
from schema.document import Cell, Document, Grid, Line, Page
from schema.errors import Unreadable
from schema.reading import Problem

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN, _BOX = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:txbxContent"))
_UNSEEN = frozenset(
    (*map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:txbxContent", "w:instrText", "w:sectPr")), f"{_MC}Fallback")
)
_PICTURES = (qn("w:drawing"), qn("w:pict"))
_NOTE_KINDS = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_PLAIN = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_SYMBOLS = {
    "F06C": "●",
    "F06E": "■",
    "F0B7": "•",
    "F0E0": "→",
    "F0AD": "↑",
    "F0AF": "↓",
    "F0FC": "✓",
    "F0A7": "▪",
    "F02D": "–",
}
#: What python-docx raises for a file that is cut or altered; ``AttributeError`` where a part has another element at its root
#: than it should, ``RuntimeError`` where a member says that it has a password, ``TypeError`` where a part leads to nothing.
_DAMAGES = (
    *(PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, zlib.error),
    *(etree.XMLSyntaxError, AttributeError, RuntimeError, TypeError),
)
#: Word knows 63 columns; a cell that says it is wider than this says nothing.
_MOST_COLUMNS = 1_000
#: The pens of Word with which a rating is marked.
_HIGHLIGHTS = {
    "red": "Red",
    "yellow": "Amber",
    "green": "Green",
    "darkGreen": "Green",
    "darkRed": "Red",
    "darkYellow": "Amber",
}
#: The title that files of some programs carry and nobody has written.
_NO_TITLES = frozenset(("word document", "microsoft word document", "untitled"))
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_word(data: bytes) -> Document:
    """The document of a .docx file; the lines are numbered by their position, a row of a table counts as a line.

    Raises:
        Unreadable: The file is damaged.
    """
    try:
        source = docx.Document(io.BytesIO(data))
    except _DAMAGES as error:
        raise _damaged(one_line(str(error))[:80]) from error
    if getattr(source.element, "body", None) is None:
        raise _damaged("it has no text part")
    body = _Body(source)
    flow = tuple(body.flow())
    title = _title(source)
    stated = title if title and title.lower() not in _NO_TITLES else None
    reader = f"python-docx {docx.__version__}"
    return Document(MEDIA_TYPE, reader, (Page(number=1, flow=flow),), title=stated, problems=tuple(body.problems))


def _title(source: Any) -> str:
    """What the file says that its title is; nothing where what it says of itself is damaged."""
    try:
        return one_line(source.core_properties.title or "")
    except _DAMAGES:
        return ""


def _damaged(why: str) -> Unreadable:
    return Unreadable(
        "", None, f"the Word document is damaged ({why})", "open it in Word, save it anew and ingest that"
    )


class _Body:
    """Walks the body of one document and counts its lines and lists."""

    def __init__(self, source: Any):
        self._source = source
        self._styles = Styles(_part(source, RELATIONSHIP_TYPE.STYLES))
        self._notes = _notes(source)
        self._noted: list[str] = []
        self._line = 0
        self.problems: list[Problem] = []
        self._numbers = WordNumbers(_part(source, RELATIONSHIP_TYPE.NUMBERING))

    def flow(self) -> Iterator[Line | Grid]:
        """The lines and grids of the body, then its footnotes."""
        yield from self._blocks(self._source.element.body)
        for number, note in enumerate(self._noted, 1):
            text = one_line(clean(note))
            if text:
                self._line += 1
                yield Line(f"{str(number).translate(_SUPERSCRIPTS)} {text}", self._line, blank_before=True)

    def _blocks(self, parent: Any) -> Iterator[Line | Grid]:
        for element in parent:
            if element.tag == _PARAGRAPH:
                yield from self._paragraph(element)
            elif element.tag == _TABLE:
                yield from self._table(element)
            elif isinstance(element.tag, str) and element.tag not in _UNSEEN:
                yield from self._blocks(element)

    def _paragraph(self, element: Any) -> Iterator[Line]:
        style = self._styles.of(element)
        parts = list(self._parts(element, style.bold))
        told = [bold for text, bold in parts if any(c.isalnum() for c in text)]
        bold = bool(told) and all(told)
        mark = self._mark(element, style)
        heading = style.heading
        first = True
        for piece in clean("".join(text for text, _ in parts)).split("\n"):
            text = one_line(f"{mark} {piece}" if first and mark not in ("", "•") else piece)
            if not text:
                continue
            self._line += 1
            item = first and mark == "•"
            # Paragraphs of a list stand close together; all others are apart.
            apart = first and not mark and not style.in_list
            yield Line(text, self._line, heading=heading, bold=bold, bullet=item, blank_before=apart)
            first = False
        if any(next(element.iter(picture), None) is not None for picture in _PICTURES):
            yield from self._pictured(element)

    def _pictured(self, element: Any) -> Iterator[Line]:
        """The text of text boxes is read after their paragraph; a picture or chart is not read, and a problem says so."""
        boxes = [box for box in element.iter(_BOX) if next(box.iterancestors(f"{_MC}Fallback"), None) is None]
        for box in boxes:
            for inner in box.iterchildren(_PARAGRAPH):
                yield from self._paragraph(inner)
        if not boxes:
            line = max(1, self._line)
            message = f"A picture or chart stands at line {line}. What it shows was not read."
            self.problems.append(Problem(code="figure_without_data", message=message, severity="info", line=line))

    def _mark(self, element: Any, style: Style) -> str:
        """The number or bullet that Word prints before the paragraph."""
        numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        num_id = value(numbered, "w:numId") or style.num_id
        return self._numbers.mark(num_id, whole(value(numbered, "w:ilvl"), style.depth)) if num_id else ""

    def _parts(self, element: Any, bold: bool) -> Iterator[tuple[str, bool]]:
        """The pieces of text of a paragraph, each with whether it is bold; a break is a new line."""
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _UNSEEN:
                continue
            if child.tag == _RUN:
                yield from self._run(child, bold)
            else:
                yield from self._parts(child, bold)

    def _run(self, run: Any, bold: bool) -> Iterator[tuple[str, bool]]:
        properties = run.find(qn("w:rPr"))
        if switch(properties, "w:vanish", False):
            return
        bold = switch(properties, "w:b", bold)
        raised = value(properties, "w:vertAlign") == "superscript"
        for child in run:
            text = _PLAIN.get(child.tag, "")
            if child.tag == qn("w:t"):
                text = child.text or ""
                text = text.translate(_SUPERSCRIPTS) if raised and text.strip().isdigit() else text
            elif child.tag == qn("w:sym"):
                text = _SYMBOLS.get((child.get(qn("w:char")) or "").upper(), "")
            elif child.tag in _NOTE_KINDS:
                text = self._note_mark(_NOTE_KINDS[child.tag], child.get(qn("w:id")))
            yield text, bold

    def _note_mark(self, kind: str, note_id: str | None) -> str:
        note = self._notes.get((kind, note_id or ""))
        if note is None:
            return ""
        self._noted.append(note)
        return str(len(self._noted)).translate(_SUPERSCRIPTS)

    def _table(self, table: Any) -> Iterator[Line | Grid]:
        """A table as a grid; one of a single column is a frame around text, whose paragraphs are read as they are."""
        rows = list(_rows(table))
        columns = max((sum(_span(cell) for cell in _cells(row)) for row in rows), default=0)
        if columns <= 1:
            for row in rows:
                for cell in _cells(row):
                    yield from self._blocks(cell)
            return
        cells: list[Cell] = []
        ratings: dict[tuple[int, int], str] = {}
        above: dict[int, int] = {}
        header_rows = 0
        for index, row in enumerate(rows):
            self._line += 1
            is_header = switch(row.find(qn("w:trPr")), "w:tblHeader", False)
            header_rows += is_header and header_rows == index
            before = whole(value(row.find(qn("w:trPr")), "w:gridBefore"), 0)
            col = before if before <= _MOST_COLUMNS else 0
            for element in _cells(row):
                width = _span(element)
                merged = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if merged is not None and merged.get(qn("w:val")) != "restart" and col in above:
                    begun = cells[above[col]]
                    cells[above[col]] = begun._replace(row_span=index - begun.row + 1)
                else:
                    above.pop(col, None)
                    if merged is not None:
                        above[col] = len(cells)
                    text, bold = self._cell(element)
                    if rating := _rating(element):
                        ratings[index, col] = rating
                    cells.append(Cell(index, col, text, 1, 1, width, is_header, bold, self._line))
                col += width
        if any(cell.text for cell in cells):
            yield Grid(
                with_ratings(cells, ratings), "word", page=1, line=cells[0].line, header_rows=header_rows or None
            )

    def _cell(self, element: Any) -> tuple[str, bool]:
        texts: list[str] = []
        told: list[bool] = []
        for paragraph in element.iter(_PARAGRAPH):
            style = self._styles.of(paragraph)
            mark = self._mark(paragraph, style)
            parts = list(self._parts(paragraph, style.bold))
            told.extend(bold for text, bold in parts if any(c.isalnum() for c in text))
            texts.append(f"{mark} {''.join(text for text, _ in parts)}" if mark else "".join(text for text, _ in parts))
        return lines_in_cell(clean("\n".join(texts))), bool(told) and all(told)


def _rating(cell: Any) -> str | None:
    """``Red``, ``Amber`` or ``Green`` for a cell that is shaded so, or whose text is a spot of that colour, or is marked with it."""
    shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    if found := _rated(None if shade is None else shade.get(qn("w:fill"))):
        return found
    printed = [(text, run.find(qn("w:rPr"))) for run in cell.iter(_RUN) if (text := _printed(run))]
    spot = is_spot("".join(text for text, _ in printed))
    inks = {_rated(value(look, "w:color")) for _, look in printed if spot}
    marked = {_HIGHLIGHTS.get(value(look, "w:highlight") or "") for _, look in printed}
    for colours in (inks, marked):
        if len(colours) == 1 and (colour := colours.pop()):
            return colour
    return None


def _printed(run: Any) -> str:
    words = "".join(t.text or "" for t in run.iter(qn("w:t"))).strip()
    return words or "".join(_SYMBOLS.get((s.get(qn("w:char")) or "").upper(), "") for s in run.iter(qn("w:sym")))


def _rated(colour: str | None) -> str | None:
    return rag_colour(f"#{colour.lower()}") if colour else None


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, also those inside content controls, without those of tables inside its cells."""
    for child in table:
        if child.tag == _ROW:
            if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == _CELL:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _cells(child)


def _span(cell: Any) -> int:
    width = whole(value(cell.find(qn("w:tcPr")), "w:gridSpan"), 1)
    return width if 0 < width <= _MOST_COLUMNS else 1


def _part(source: Any, kind: str) -> Any | None:
    """The XML of a part of the document such as its numbering; None where it has none."""
    try:
        return parse_xml(source.part.part_related_by(kind).blob)
    except (KeyError, etree.XMLSyntaxError):
        return None


def _notes(source: Any) -> dict[tuple[str, str], str]:
    """The text of footnotes and endnotes by kind and id."""
    notes: dict[tuple[str, str], str] = {}
    for kind, relationship in (("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)):
        part = _part(source, relationship)
        for note in () if part is None else part.iterchildren(qn(f"w:{kind}")):
            if note.get(qn("w:type")) is None:
                notes[kind, note.get(qn("w:id")) or ""] = " ".join(t.text or "" for t in note.iter(qn("w:t")))
    return notes

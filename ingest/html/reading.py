"""HTML: headings, paragraphs, lists and tables in the order of the page, without scripts, menus and hidden parts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from extract.pages.ratings import with_ratings
from ingest.characters import clean, decode, lines_in_cell, one_line
from ingest.html.colours import rating_of
from schema.document import Cell, Document, Grid, Line, Page
from schema.errors import Unreadable
from schema.reading import Problem

# fmt: off
_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "head", "nav", "footer", "form", "iframe", "object", "svg", "canvas",
    "select", "button", "input",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
_BOLD = frozenset(("b", "strong", "th"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_BULLET = re.compile(r"[•▪●○◦‣·–-]\s+")
#: A span beyond this is an error of the page (or a trap), not a table that anyone has printed.
_WIDEST_SPAN = 200


def read_html(data: bytes) -> Document:
    """The document of an HTML page; lines are numbered by where their element begins in the file, and stay unique.

    Raises:
        Unreadable: Nothing is in it.
    """
    source, problems = _decode(data)
    try:
        root = lxml_html.document_fromstring(clean(source).encode(), parser=_parser())
    except etree.ParserError as error:
        # A page that ends behind its first line.
        raise Unreadable("", None, "there is no text in it", "check that it is the right file") from error
    flow = _Flow()
    body = root.find("body")
    flow.walk(root if body is None else body)
    flow.end_line()
    title = root.findtext("head/title")
    pages = (Page(number=1, flow=tuple(flow.found)),)
    problems = (*problems, *flow.problems)
    return Document(
        "text/html", f"lxml {etree.__version__}", pages, title=one_line(title or "") or None, problems=problems
    )


def flow_of_fragment(source: str, first_line: int) -> list[Line | Grid]:
    """The lines and tables of a piece of HTML that begins on line ``first_line`` of a text file."""
    root = lxml_html.document_fromstring(f"<html><body>{source}</body></html>".encode(), parser=_parser())
    flow = _Flow(first_line - 1)
    flow.walk(root.find("body"))
    return flow.found


def table_grid(table: Any) -> Grid | None:
    """A ``<table>`` as a grid with its spans; None where it prints nothing.

    ``header_rows`` counts the rows at the top that are in ``<thead>`` or hold nothing but ``<th>``.
    """
    cells: list[Cell] = []
    ratings: dict[tuple[int, int], str] = {}
    taken: set[tuple[int, int]] = set()
    header_rows = 0
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table and not _hidden(row)]
    for index, row in enumerate(rows):
        col = 0
        elements = [e for e in row if e.tag in ("td", "th") and not _hidden(e)]
        is_header = bool(elements) and (row.getparent().tag == "thead" or all(e.tag == "th" for e in elements))
        if is_header and header_rows == index:
            header_rows += 1
        for element in elements:
            while (index, col) in taken:
                col += 1
            row_span = min(_span(element, "rowspan"), len(rows) - index)
            col_span = _span(element, "colspan")
            taken.update((r, c) for r in range(index, index + row_span) for c in range(col, col + col_span))
            text, bold = _text_of(element)
            if rating := rating_of(element):
                ratings[index, col] = rating
            header = element.tag == "th" or is_header
            cells.append(Cell(index, col, text, 1, row_span, col_span, header, bold, element.sourceline))
            col += col_span
    if not any(cell.text for cell in cells):
        return None
    caption = table.find("caption")
    named = None if caption is None else one_line(_text_of(caption)[0]) or None
    return Grid(with_ratings(cells, ratings), "html", page=1, header_rows=header_rows or None, caption=named)


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The characters by the page's own charset, unless its bytes are valid UTF-8 or carry a byte-order mark."""
    text, problems = decode(data)
    stated = _CHARSET.search(data[:4096])
    if problems and stated:
        try:
            return data.decode(stated[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            return text, problems
    return text, problems


def _span(element: Any, name: str) -> int:
    text = (element.get(name) or "1").strip()
    return max(1, min(int(text), _WIDEST_SPAN)) if text.isascii() and text.isdigit() else 1


def _hidden(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN.search(element.get("style") or "") is not None


def _skipped(element: Any) -> bool:
    return not isinstance(element.tag, str) or element.tag in _SKIPPED or _hidden(element)


def _text_of(element: Any) -> tuple[str, bool]:
    """The text of a cell, new lines where its blocks begin, and whether all of it is bold."""
    parts: list[tuple[str, bool]] = []
    _collect(element, parts, element.tag in _BOLD, raised=False)
    told = [bold for text, bold in parts if any(c.isalnum() for c in text)]
    return lines_in_cell("".join(text for text, _ in parts)), bool(told) and all(told)


def _collect(element: Any, parts: list[tuple[str, bool]], bold: bool, *, raised: bool) -> None:
    parts.append((_raised(element.text or "", raised), bold))
    for child in element:
        if not _skipped(child):
            breaks = child.tag == "br" or child.tag in _BLOCKS
            parts.append(("\n" if breaks else "", bold))
            _collect(child, parts, bold or child.tag in _BOLD, raised=raised or child.tag == "sup")
            parts.append(("\n" if breaks and child.tag != "br" else "", bold))
        parts.append((_raised(child.tail or "", raised), bold))


def _raised(text: str, raised: bool) -> str:
    """Source line ends are spaces; a raised digit is the mark of a footnote and must not join the figure before it."""
    text = text.replace("\n", " ")
    return text.translate(_SUPERSCRIPTS) if raised and text.strip().isdigit() else text


class _Flow:
    """Collects lines and grids while it walks the page.

    A file may put many elements on one line, so each line and each row has the number of the line on which its element begins,
    or the next one that is free.
    """

    def __init__(self, lines_before: int = 0) -> None:
        self._before = lines_before
        self.found: list[Line | Grid] = []
        self.problems: list[Problem] = []
        self._parts: list[tuple[str, bool]] = []
        self._heading = 0
        self._item = False
        self._line = lines_before + 1
        self._last = lines_before
        self._after_break = False

    def walk(self, element: Any, *, bold: bool = False, raised: bool = False) -> None:
        """Take in an element and all that is inside it."""
        if element.tag == "table":
            self.end_line()
            self._table(element)
            return
        block = element.tag in _BLOCKS
        if block:
            self.end_line()
            self._at(element)
            self._heading = _HEADINGS.get(element.tag, self._heading)
            self._item = self._item or element.tag == "li"
        elif element.tag == "br":
            self.end_line()
            self._after_break = True
            self._at(element)
        elif element.tag == "img":
            message = "The page shows a picture. What it shows was not read."
            self._at(element)
            self.problems.append(Problem(code="figure_without_data", message=message, severity="info", line=self._line))
        self._parts.append((_raised(element.text or "", raised), bold))
        for child in element:
            if not _skipped(child):
                self.walk(child, bold=bold or child.tag in _BOLD, raised=raised or child.tag == "sup")
            self._parts.append((_raised(child.tail or "", raised), bold))
        if block:
            self.end_line()
            self._heading = 0
            self._item = False

    def _at(self, element: Any) -> None:
        if element.sourceline:
            self._line = element.sourceline + self._before

    def _free(self, line: int) -> int:
        self._last = max(line, self._last + 1)
        return self._last

    def end_line(self) -> None:
        """Finish the line that is being collected."""
        text = one_line("".join(part for part, _ in self._parts))
        told = [bold for part, bold in self._parts if any(c.isalnum() for c in part)]
        self._parts.clear()
        if not text:
            return
        item = self._item and not self._after_break
        if item:
            text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
        self.found.append(
            Line(
                text,
                self._free(self._line),
                heading=self._heading,
                bold=bool(told) and all(told),
                bullet=item,
                blank_before=not item and not self._after_break,
            )
        )
        self._after_break = False

    def _table(self, table: Any) -> None:
        """A table of one column or one row of blocks lays out the page and is walked; any other is a grid."""
        grid = table_grid(table)
        nested = table.find(".//table") is not None
        if grid is None:
            return
        if grid.columns == 1 or nested:
            for cell in table.iter("td", "th"):
                if next(cell.iterancestors("table")) is table and not _hidden(cell):
                    self.end_line()
                    self._at(cell)
                    self.walk(cell)
                    self.end_line()
            return
        lines: dict[int, int] = {}
        for cell in grid.cells:
            if cell.row not in lines:
                lines[cell.row] = self._free((cell.line or 1) + self._before)
        cells = tuple(cell._replace(line=lines[cell.row]) for cell in grid.cells)
        self.found.append(replace(grid, cells=cells, line=cells[0].line))

"""The engine on PDFium, which browsers read PDFs with: it gives words and drawings some twenty times as fast as the reference engine.

PDFium is not thread-safe: one page at a time in a process.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import importlib.metadata
from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.pdf.calls import handle
from ingest.pdf.paths import drawn_on
from ingest.pdf.sheet import Sheet, sheet_of
from ingest.pdf.text import PageText
from schema.document import Link, Page
from schema.errors import Unreadable
from schema.reading import Problem

_LONGEST_ADDRESS = 2048


class Pdfium:
    """Reads pages with PDFium."""

    name = f"pdfium {importlib.metadata.version('pypdfium2')}"

    def pages(self, data: bytes, name: str, numbers: range | None = None) -> Iterator[Page | Problem]:
        """The pages of ``data``, one by one, all or those of ``numbers`` (from 1); memory holds one page at a time."""
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise Unreadable(name, None, "the PDF is damaged", "open it in a PDF viewer and save it anew") from error
        with contextlib.closing(document):
            count = len(document)
            for number in range(1, count + 1) if numbers is None else numbers:
                if 1 <= number <= count:
                    yield from _page(document.raw, number, functools.partial(_explained, data, name))


def _explained(data: bytes, name: str, page: Page) -> Page:
    """The page with the letters that PDFium cannot name as the reference engine reads them."""
    # Slow to load, and needed for few papers.
    from ingest.pdf.plumber import Plumber
    from ingest.pdf.unexplained import explained

    again = next(Plumber().pages(data, name, range(page.number, page.number + 1)), None)
    return explained(page, again) if isinstance(again, Page) else page


def _page(document: pdfium.FPDF_DOCUMENT, number: int, explain: Callable[[Page], Page]) -> Iterator[Page | Problem]:
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        yield Problem(
            code="page_unreadable",
            message=f"Page {number} could not be read (its description in the file is damaged); the other pages were.",
            severity="error",
            page=number,
        )
        return
    try:
        sheet = sheet_of(page)
        drawn = drawn_on(handle(page), sheet)
        text = PageText(handle(page), sheet)
        try:
            words = text.words(drawn.rules)
        finally:
            text.close()
        seen = Page(
            number=number,
            width=round(sheet.width, 2),
            height=round(sheet.height, 2),
            rotation=90 * sheet.quarter_turns,
            words=words,
            rules=tuple(drawn.rules),
            fills=tuple(drawn.fills),
            drawings=tuple(drawn.drawings),
            images=tuple(drawn.images),
            links=tuple(_links(document, page, sheet)),
            # A picture with words that are not painted is a scan that someone has had recognised.
            recognised=bool(drawn.images) and text.hidden > 0.9 * len(words) > 0,
        )
        yield explain(seen) if text.unnamed else seen
        if drawn.left_out:
            message = f"Page {number} has more drawn lines than are read of one page; tables on it may be incomplete."
            yield Problem(code="too_many_drawings", message=message, page=number)
    finally:
        pdfium.FPDF_ClosePage(page)


def _links(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, sheet: Sheet) -> Iterator[Link]:
    at, link, frame = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, at, link):
        if not pdfium.FPDFLink_GetAnnotRect(link, frame):
            continue
        box = sheet.clipped(*sheet.box(frame.left, frame.bottom, frame.right, frame.top))
        uri = _address(document, pdfium.FPDFLink_GetAction(link))
        target = pdfium.FPDFLink_GetDest(document, link)
        index = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
        if box and (uri or index >= 0):
            yield Link(box, uri, index + 1 if index >= 0 else None)


def _address(document: pdfium.FPDF_DOCUMENT, action: pdfium.FPDF_ACTION) -> str | None:
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return None
    buffer = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    length = pdfium.FPDFAction_GetURIPath(document, action, buffer, _LONGEST_ADDRESS)
    return buffer.raw[: length - 1].decode("utf-8", "replace") if 1 < length <= _LONGEST_ADDRESS else None

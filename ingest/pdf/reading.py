"""PDF -> Document: what is printed on each page and where, without any meaning.

An engine turns the bytes into pages of words, rules, fills and images; everything after it is the same for all engines. Another
engine is one more function in ``ENGINES``.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.metadata
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import pypdfium2

from extract.pages.turned import way_of
from ingest.ocr.choice import Ocr, available, what_to_do
from ingest.pdf.glyphs import UNKNOWN
from ingest.pdf.pdfium import Pdfium
from schema.document import Document, OutlineEntry, Page
from schema.errors import Unreadable
from schema.reading import Problem

MEDIA_TYPE = "application/pdf"

# It warns of bookmarks in a ring, which are left out here without a word.
logging.getLogger("pypdfium2").addHandler(logging.NullHandler())

_TAIL = 16 * 1024
_FEW_WORDS = 5
# Of a file that states more pages, the last so many are looked for.
_MANY = 100
_SAVE_ANEW = "open it in a PDF viewer and save it anew"


class Engine(Protocol):
    """Reads the pages of a PDF in order; a page that cannot be read comes as a Problem with its page number."""

    name: str

    def pages(self, data: bytes, name: str, numbers: range | None = None) -> Iterator[Page | Problem]:
        """The pages of ``data``, one by one: all, or those of ``numbers`` (from 1; those that it has not are left out).

        A page comes out the same whatever else is asked for. ``name`` is for messages.
        """
        ...


class _Reference:
    """The reference engine: slow to load, and few ask for it."""

    name = f"pdfplumber {importlib.metadata.version('pdfplumber')}"

    def pages(self, data: bytes, name: str, numbers: range | None = None) -> Iterator[Page | Problem]:
        """The pages of ``data``, as ``ingest.pdf.plumber`` reads them."""
        from ingest.pdf.plumber import Plumber

        return Plumber().pages(data, name, numbers)


ENGINES: dict[str, Engine] = {"pdfium": Pdfium(), "pdfplumber": _Reference()}


@dataclass(frozen=True, slots=True)
class Cover:
    """What is known of a PDF without the content of its pages; ``labels`` has "" for a page without one.

    ``problems`` are what could not be learned of it.
    """

    page_count: int
    title: str | None = None
    outline: tuple[OutlineEntry, ...] = ()
    labels: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_pdf(data: bytes, name: str = "the PDF", *, engine: str | Engine = "pdfium", ocr: Ocr = "auto") -> Document:
    """Reads a PDF.

    A page that cannot be read, and a page that shows an image and no text, become problems with their page number; the rest
    goes on.

    Args:
        data: The bytes of the file.
        name: What messages call it.
        engine: A key of ``ENGINES``, or an engine.
        ocr: What recognises the text of scanned pages, one of ``ingest.ocr.choice.CHOICES``.

    Raises:
        Unreadable: The file is no PDF, is cut short, needs a password, or has no page that can be read.
    """
    cover = cover_of(data, name)
    pages: list[Page | Problem] = []
    for one in pages_of(data, name, range(1, cover.page_count + 1), engine=engine):
        pages += recognised(one, data, ocr) if isinstance(one, Page) and is_scan(one) else [one]
    return document_of(cover, pages, name, engine=engine)


def cover_of(data: bytes, name: str, *, pages_only: bool = False) -> Cover:
    """Opens a PDF; with ``pages_only`` nothing but the number of pages is asked for.

    Raises:
        Unreadable: The file is no PDF, is cut short, is damaged or needs a password.
    """
    _reject_what_is_no_whole_pdf(data, name)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Unreadable(
                name, None, "the PDF is encrypted", "save it without a password and ingest that"
            ) from error
        raise Unreadable(name, None, "the PDF is damaged", _SAVE_ANEW) from error
    with contextlib.closing(pdf):
        count, problems = _pages_there(pdf)
        if pages_only:
            message = "The title, bookmarks and page labels of the file could not be read: print it into a new PDF."
            return Cover(count, problems=(*problems, Problem(code="no_outline", message=message)))
        return Cover(
            count,
            problems=problems,
            title=_title(pdf.get_metadata_value("Title") or ""),
            outline=tuple(_outline(pdf, count)),
            labels=tuple(pdf.get_page_label(i) for i in range(count)),
        )


def pages_of(data: bytes, name: str, numbers: range, *, engine: str | Engine) -> Iterator[Page | Problem]:
    """The pages of those ``numbers`` (from 1) in their order, without labels; each is followed by what it lacks.

    Raises:
        Unreadable: The engine cannot open the file.
    """
    for outcome in engine_of(engine).pages(data, name, numbers):
        yield outcome
        if isinstance(outcome, Page):
            yield from _what_is_missing(outcome)


def is_scan(page: Page) -> bool:
    """True for a page that shows an image and hardly any text."""
    area = (page.width or 0) * (page.height or 0)
    shown = sum((i.x1 - i.x0) * (i.bottom - i.top) for i in page.images)
    return bool(page.images) and (not page.words or (len(page.words) <= _FEW_WORDS and shown > 0.5 * area))


def recognised(page: Page, data: bytes, ocr: Ocr) -> Iterator[Page | Problem]:
    """A scanned page of ``data`` with what ``ocr`` recognises in its picture, followed by what it could not."""
    program = available(ocr)
    if program is None:
        yield page
        message = f"Page {page.number} is an image without text, so nothing on it was read: {what_to_do(ocr)}."
        yield Problem(code="no_text", message=message, page=page.number)
        return
    # Needs libraries that are there only where scans are to be read.
    from ingest.ocr.scans import read_scan

    read, problems = read_scan(page, data, program)
    yield read
    yield from problems


def document_of(
    cover: Cover, pages: Iterable[Page | Problem], name: str, *, engine: str | Engine, problems: Sequence[Problem] = ()
) -> Document:
    """A document from its pages, printed or laid, with more ``problems`` than are among them.

    Raises:
        Unreadable: There is no page.
    """
    whole: list[Page] = []
    told = [*cover.problems, *problems]
    for one in pages:
        if isinstance(one, Problem):
            told.append(one)
        else:
            whole.append(_labelled(one, cover.labels))
    if not whole:
        # What the first page lacks is said with what to do about it.
        do = told[0].message.rstrip(".") if told else _SAVE_ANEW
        raise Unreadable(name, None, "no page of the PDF can be read", do)
    return Document(
        media_type=MEDIA_TYPE,
        reader=engine_of(engine).name,
        pages=tuple(whole),
        title=cover.title,
        outline=cover.outline,
        problems=tuple(sorted(told, key=lambda problem: problem.page or 0)),
    )


def engine_of(engine: str | Engine) -> Engine:
    """An engine by its key in ``ENGINES``, or the one that is given."""
    return ENGINES[engine] if isinstance(engine, str) else engine


def _reject_what_is_no_whole_pdf(data: bytes, name: str) -> None:
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(name, None, "the file is no PDF (it does not begin with %PDF)", "check what was downloaded")
    if b"startxref" not in data[-_TAIL:] and b"%%EOF" not in data[-_TAIL:]:
        raise Unreadable(name, None, "the PDF is cut short (its end is missing)", "download it again")


def _pages_there(pdf: pypdfium2.PdfDocument) -> tuple[int, tuple[Problem, ...]]:
    """The number of pages: what the file says, but of a great number only those up to the last that is there."""
    stated = len(pdf)
    if stated <= _MANY or any(map(functools.partial(_is_there, pdf), range(stated - _MANY, stated))):
        return stated, ()
    first, behind = 0, stated - _MANY
    while behind - first > 1:
        middle = (first + behind) // 2
        first, behind = (middle, behind) if _is_there(pdf, middle) else (first, middle)
    message = f"The file says that it has {stated:,} pages, and has {behind:,}; those were read."
    return behind, (Problem(code="pages_missing", message=message, severity="error"),)


def _is_there(pdf: pypdfium2.PdfDocument, index: int) -> bool:
    size = pypdfium2.raw.FS_SIZEF()
    return bool(pypdfium2.raw.FPDF_GetPageSizeByIndexF(pdf.raw, index, size))


def _title(text: str) -> str | None:
    """The title a PDF states, without what programs put there.

    Examples: ``Microsoft Word - Item 5 Report.docx`` -> ``Item 5 Report``, ``untitled`` -> None.
    """
    bare = re.sub(r"^microsoft \w+\s*-\s*", "", " ".join(text.split()), flags=re.IGNORECASE)
    bare = re.sub(r"\.(?:docx?|pdf|pptx?|xlsx?|rtf|indd)$", "", bare, flags=re.IGNORECASE)
    return None if not re.search(r"[A-Za-z]{3}", bare) or bare.lower() in {"untitled", "(anonymous)"} else bare


def _outline(pdf: pypdfium2.PdfDocument, count: int) -> Iterator[OutlineEntry]:
    for mark in pdf.get_toc(max_depth=8):
        target = mark.get_dest()
        index = target.get_index() if target else None
        title = " ".join(mark.get_title().split())
        if title and index is not None and 0 <= index < count:
            yield OutlineEntry(title=title, depth=mark.level, page=index + 1)


def _labelled(page: Page, labels: tuple[str, ...]) -> Page:
    label = labels[page.number - 1] if page.number <= len(labels) else ""
    if not label or label == str(page.number):
        return page
    return replace(page, label=label)


def _what_is_missing(page: Page) -> Iterator[Problem]:
    """What a page shows and its words do not give: text printed sideways, characters without a meaning."""
    number = page.number
    way = way_of(page)
    turned = sum([w.turned != way for w in page.words])
    if turned > 4 * _FEW_WORDS and turned > 0.4 * len(page.words):
        message = f"Page {number} has text in several directions; {turned} words of it were not read: turn them in a PDF viewer."
        yield Problem(code="turned_text", message=message, page=number)
    unknown = sum([UNKNOWN in w.text and len(w.text) > 1 for w in page.words])
    if unknown > _FEW_WORDS:
        message = (
            f"Page {number} has {unknown} words with characters that its fonts do not explain; they show as {UNKNOWN}."
        )
        yield Problem(code="unknown_characters", message=message, page=number)

"""From the bytes of a file to a ``Document``, by what the bytes are and not by what the file is called.

Another format is one more entry of ``READERS`` and a word in ``ingest.formats``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from ingest.formats import Format, recognise
from ingest.ocr.choice import Ocr, available, what_to_do
from schema.document import Document
from schema.errors import Unreadable

#: Where the reader of each format is; imported when the first file of the format comes, as some are slow to load.
READERS: dict[Format, tuple[str, str]] = {
    "pdf": ("ingest.pdf.reading", "read_pdf"),
    "docx": ("ingest.word.reading", "read_word"),
    "html": ("ingest.html.reading", "read_html"),
    "text": ("ingest.text.reading", "read_text"),
}


def read_document(data: bytes, name: str) -> Document:
    """What is printed in the file. ``name`` is used in messages only.

    Raises:
        Unreadable: The file is empty, damaged, encrypted, without text or of a format that is not read.
    """
    try:
        module, function = READERS[recognise(data)]
        reader = cast(Callable[[bytes], Document], getattr(import_module(module), function))
        return with_text(reader(data), name)
    except Unreadable as error:
        raise Unreadable(name, error.page, error.what, error.do, error.problems) from error


def with_text(document: Document, name: str, ocr: Ocr = "auto") -> Document:
    """The document, whose pages may be laid; ``ocr`` is what was to recognise the text of its scanned pages.

    Raises:
        Unreadable: There is no text on any page.
    """
    if any(page.words or page.flow or page.furniture for page in document.pages):
        return document
    if any(page.images for page in document.pages):
        what = "no page of it has text, only pictures (a scan)"
        do = what_to_do(ocr) if available(ocr) is None else "no text was recognised in them: look whether they have any"
        raise Unreadable(name, None, what, do, document.problems)
    raise Unreadable(name, None, "there is no text in it", "check that it is the right file")

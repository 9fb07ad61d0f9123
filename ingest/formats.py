"""What a file is, told by its content. A file that is no paper this project reads is refused in words that say what it is."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from ingest.characters import decode
from schema.errors import Unreadable

Format = Literal["pdf", "docx", "html", "text"]

#: A .docx that unpacks to more than this is a trap or no paper.
MOST_UNPACKED_BYTES = 400 * 1024 * 1024
_MOST_ZIP_ENTRIES = 20_000
_SAMPLE = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_PDF = "save it as PDF and ingest that"

#: What the first bytes of other kinds of files are, and what to do with such a file.
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "it is a PNG picture", "recognise its text (OCR) into a PDF and ingest that"),
    (b"\xff\xd8\xff", "it is a JPEG picture", "recognise its text (OCR) into a PDF and ingest that"),
    (b"GIF8", "it is a GIF picture", "recognise its text (OCR) into a PDF and ingest that"),
    (b"II*\x00", "it is a TIFF picture", "recognise its text (OCR) into a PDF and ingest that"),
    (b"MM\x00*", "it is a TIFF picture", "recognise its text (OCR) into a PDF and ingest that"),
    (b"BM", "it is a bitmap picture", "recognise its text (OCR) into a PDF and ingest that"),
    (b"{\\rtf", "it is a Rich Text (.rtf) document", "save it as .docx or PDF and ingest that"),
    (b"\x1f\x8b", "it is a gzip archive", "unpack it and ingest what is inside"),
    (b"7z\xbc\xaf", "it is a 7-Zip archive", "unpack it and ingest what is inside"),
    (b"Rar!", "it is a RAR archive", "unpack it and ingest what is inside"),
    (b"SQLite format 3\x00", "it is an SQLite database", "name it with --db, and the papers as arguments"),
    (b"%!PS", "it is a PostScript file", _AS_PDF),
)
#: What the directory of an old Office file (OLE) names, in UTF-16.
_OLE_KINDS: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "it is an Office document with a password", "save it without the password and ingest that"),
    ("WordDocument", "it is an old Word (.doc) document", "save it as .docx or PDF and ingest that"),
    ("Workbook", "it is an old Excel (.xls) workbook", _AS_PDF),
    ("PowerPoint Document", "it is an old PowerPoint (.ppt) presentation", _AS_PDF),
    ("__substg1.0", "it is an Outlook message", "save its attachments and ingest those"),
)
_ZIP_KINDS: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook.xml", "it is an Excel (.xlsx) workbook", _AS_PDF),
    ("xl/workbook.bin", "it is an Excel (.xlsb) workbook", _AS_PDF),
    ("ppt/presentation.xml", "it is a PowerPoint (.pptx) presentation", _AS_PDF),
    ("content.xml", "it is an OpenDocument file", "save it as .docx or PDF and ingest that"),
    ("META-INF/container.xml", "it is an EPUB book", _AS_PDF),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def recognise(data: bytes) -> Format:
    """The format of a file by its bytes.

    Raises:
        Unreadable: The file is empty or is nothing this program reads; the name of the file is left to the caller.
    """
    if not data.strip():
        raise Unreadable("", None, "the file is empty", "check the download and ingest it again")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        raise _refused(*_ole_kind(data))
    for magic, what, do in _OTHERS:
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64]):
            raise _refused(what, do)
    return _text_kind(data)


def _text_kind(data: bytes) -> Literal["html", "text"]:
    # An even number of bytes keeps UTF-16 whole; the last characters may be cut, so they are not looked at.
    sample = decode(data[:_SAMPLE])[0][:-8] if len(data) > _SAMPLE else decode(data)[0]
    strange = sum(1 for char in sample if (char < " " and char not in "\t\n\r\f\x1a") or char == "�")
    if "\x00" in sample or strange > 0.05 * len(sample):
        raise Unreadable("", None, "it is no PDF, Word (.docx) document, HTML or text; nothing else is read", _AS_PDF)
    if not sample.strip():
        raise Unreadable("", None, "the file holds no text", "check the download and ingest it again")
    return "html" if _HTML.match(sample) else "text"


def _zipped(data: bytes) -> Literal["docx"]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Unreadable(
            "", None, "the file is a zip archive or Word document that is cut short", "download it again"
        ) from None
    names = {entry.filename for entry in entries}
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED_BYTES or len(entries) > _MOST_ZIP_ENTRIES:
            what = f"the Word document unpacks to more than {MOST_UNPACKED_BYTES >> 20} MB"
            raise Unreadable("", None, what, "save it anew without its pictures and ingest that")
        return "docx"
    for name, what, do in _ZIP_KINDS:
        if name in names:
            raise _refused(what, do)
    raise _refused("it is a zip archive", "unpack it and ingest what is inside")


def _ole_kind(data: bytes) -> tuple[str, str]:
    for name, what, do in _OLE_KINDS:
        if name.encode("utf-16-le") in data:
            return what, do
    return "it is an old Office document", "save it as .docx or PDF and ingest that"


def _refused(what: str, do: str) -> Unreadable:
    return Unreadable("", None, f"{what}, which is not read", do)

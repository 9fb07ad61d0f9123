"""A file is recognised by what it holds, and refused in words where it is no paper."""

import io
import zipfile

import pytest

from ingest import formats
from ingest.formats import recognise
from ingest.readers import read_document
from schema.errors import Unreadable


def zipped(*names: str, size: int = 1) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            # Without the moment at which it is made, which would be a part of the names of tests, and these are the same in every process.
            archive.writestr(zipfile.ZipInfo(name), b"0" * size, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n junk before %PDF-1.4", "pdf"),
        (zipped("word/document.xml"), "docx"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf\n <HTML lang=en>", "html"),
        (b"<?xml version='1.0'?><!-- c --><html xmlns='x'>", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b"# Markdown with <html> inside", "text"),
        (b"<p><b>Notes:</b></p>", "text"),
        ("£5 – plain".encode("cp1252"), "text"),
        (b"BM stands for burglary", "text"),
    ],
)
def test_recognised(data: bytes, found: str) -> None:
    assert recognise(data) == found


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n", "PNG picture"),
        (b"\xff\xd8\xff\xe0", "JPEG picture"),
        (b"{\\rtf1\\ansi", "Rich Text"),
        (zipped("xl/workbook.xml"), "Excel (.xlsx)"),
        (zipped("ppt/presentation.xml"), "PowerPoint (.pptx)"),
        (zipped("minutes.pdf"), "zip archive"),
        (zipped("word/document.xml")[:60], "cut short"),
        (ole("WordDocument"), "old Word (.doc)"),
        (ole("Workbook"), "old Excel (.xls)"),
        (ole("EncryptedPackage"), "with a password"),
        (bytes(range(256)) * 40, "it is no PDF"),
        (b"SQLite format 3\x00" + bytes(100), "SQLite database"),
    ],
)
def test_refused_in_one_sentence_that_names_the_file(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(data, "papers/item 5.pdf")
    message = caught.value.message
    assert message.startswith("papers/item 5.pdf: ")
    assert said in message
    assert "\n" not in message
    assert "; " in message, "it says what to do"


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MOST_UNPACKED_BYTES", 100_000)
    with pytest.raises(Unreadable, match="unpacks to more than"):
        recognise(zipped("word/document.xml", size=200_000))


def test_a_page_without_words() -> None:
    with pytest.raises(Unreadable, match=r"a\.html: there is no text in it"):
        read_document(b"<html><body><script>x</script></body></html>", "a.html")

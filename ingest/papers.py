"""From the bytes of one file to everything it says: a pure function, so it runs in any process and its result can be kept."""

from __future__ import annotations

from extract.reading import extract
from ingest.readers import read_document
from schema.reading import Known, Reading


def read_paper(data: bytes, name: str, known: Known) -> Reading:
    """What a file says. What is ``known`` of it beforehand (options, ``manifest.csv``) wins over its text.

    Raises:
        Unreadable: The file is empty, damaged, encrypted, without text or of a format that is not read.
    """
    return extract(read_document(data, name), known)

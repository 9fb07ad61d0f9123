"""From the bytes of a file to a ``Document``, by what the bytes are and not by what the file is called."""

from __future__ import annotations

from ingest.text import read_text
from schema.document import Document


def read_document(data: bytes, name: str) -> Document:
    """What is printed in the file. ``name`` is for messages only."""
    return read_text(data)

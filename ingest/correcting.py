"""Where the corrections of a run are: those that come with the program, and a file of the person's own."""

from __future__ import annotations

from pathlib import Path

from ingest.characters import decode
from schema.corrections import read_corrections, shipped
from schema.reading import Correction

NAME = "corrections.csv"


def corrections_beside(db: Path) -> Path:
    """Where a person's own corrections of a database are, if there are any."""
    return db.parent / NAME


def corrections_of(db: Path, file: Path | None) -> tuple[Correction, ...]:
    """The corrections to apply: the shipped ones, then those of ``file``, or of ``corrections.csv`` beside the database.

    Raises:
        WrongUsage: A line cannot be meant.
        OSError: The file cannot be read.
    """
    own = file or corrections_beside(db)
    if file is None and not own.is_file():
        return shipped()
    text, _ = decode(own.read_bytes())
    return (*shipped(), *read_corrections(text, str(own)))

"""What decides how a paper is read, so that two machines can tell whether they read alike."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from ingest.installed import installed
from ingest.ocr.choice import Ocr, available

#: What decides how a paper is read besides our own code, by the names of the distributions; the second is for scans.
_DISTRIBUTIONS = ("panelpapers", "pypdfium2", "pdfplumber", "pdfminer.six", "lxml", "python-docx", "spacy", "rapidfuzz")
_OF_SCANS = ("rapidocr", "onnxruntime", "numpy")
_ROOMS = ("extract", "ingest", "schema")
_NOT_INSTALLED = "not installed"
_OUR_CODE = "the code and word lists that read"


@dataclass(frozen=True, slots=True)
class Differs:
    """Papers would be read differently there: ``what``, as it is there and as it is at home."""

    what: str
    there: str
    home: str


@cache
def reads_with(ocr: Ocr) -> dict[str, str]:
    """All that decides how a paper is read by this process, by what it is.

    Example: ``{"Python": "3.11", "pypdfium2": "5.15.2", "numpy": "not installed", ...}``.
    """
    ours = hashlib.sha256()
    for name, path in sorted(_our_files()):
        ours.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    recognises = available(ocr)
    names = (*_DISTRIBUTIONS, *_OF_SCANS) if recognises else _DISTRIBUTIONS
    return {
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **{name: installed(name) or _NOT_INSTALLED for name in names},
        "what recognises scans": recognises or "nothing",
        _OUR_CODE: ours.hexdigest()[:12],
    }


def difference(there: dict[str, str], home: dict[str, str]) -> Differs | None:
    """The first thing in which two of ``reads_with`` differ."""
    for what in {**home, **there}:
        one, other = there.get(what, _NOT_INSTALLED), home.get(what, _NOT_INSTALLED)
        if one != other:
            return Differs(what, one, other)
    return None


def _our_files() -> Iterator[tuple[str, Path]]:
    """The code and the word lists that read, each with its name below the place where all rooms are."""
    for room in _ROOMS:
        for folder in import_module(room).__path__:
            for path in Path(folder).rglob("*"):
                if path.suffix in (".py", ".csv"):
                    yield f"{room}/{path.relative_to(folder).as_posix()}", path

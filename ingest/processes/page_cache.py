"""The pages of PDFs as they were read, kept so that changed rules of what they mean need not read the PDFs again.

What is kept is the pages before they are laid out: what is printed and where. It holds as long as what reads them is the same, so that a
change of a reader or of its library makes everything be read anew, and no change anywhere else does. Of other formats nothing is kept:
they are read as quickly as this.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ingest.installed import installed
from ingest.ocr.choice import Ocr, available
from schema.cache_folder import cache_folder, let_go, write_whole

#: Some 300,000 pages.
MOST_BYTES = 2_000_000_000
#: The modules on which a page depends that was read; a test holds that they are all.
READ_BY = (
    *(f"ingest.pdf.{name}" for name in ("reading", "pdfium", "plumber", "calls", "paths", "sheet", "text")),
    *(f"ingest.pdf.{name}" for name in ("glyphs", "images", "unexplained")),
    *(f"ingest.ocr.{name}" for name in ("scans", "choice", "engines", "lines", "picture", "words")),
    *("extract.pages.turned", "schema.document", "schema.reading", "schema.errors"),
)
_LIBRARIES = ("pypdfium2", "pdfplumber", "pdfminer.six", "rapidocr", "onnxruntime", "numpy", "pillow")


@dataclass(frozen=True, slots=True)
class PageCache:
    """What was read of files by one reader, in a folder of its own."""

    folder: Path

    def get(self, sha256: str, part: str) -> Any:
        """A part of a file that is kept, which counts as asked for now; None where there is none."""
        path = self._path(sha256, part)
        # What was half written when the power went is as good as nothing.
        with contextlib.suppress(OSError, zlib.error, EOFError, pickle.UnpicklingError):
            value = unpacked(path.read_bytes())
            os.utime(path)
            return value
        return None

    def put(self, sha256: str, part: str, value: object) -> None:
        """Keep a part of a file; where nothing can be written the reading goes on without."""
        with contextlib.suppress(OSError):
            write_whole(self._path(sha256, part), packed(value))

    def _path(self, sha256: str, part: str) -> Path:
        return self.folder / sha256[:2] / f"{sha256}-{part}.kept"


def page_cache(engine: str, ocr: Ocr) -> PageCache:
    """The pages as this version of ``engine`` reads them, with what recognises text."""
    return PageCache(cache_folder("pages-read") / f"{_reader()}-{engine}-{available(ocr) or 'off'}")


def make_room(most_bytes: int = MOST_BYTES) -> None:
    """Let the oldest go of what is kept, of any reader, until it is no more than so many bytes."""
    let_go(cache_folder("pages-read"), "*.kept", most_bytes)


def packed(value: object) -> bytes:
    """A value as bytes that ``unpacked`` gives back in any process of this program."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def unpacked(packed: bytes) -> Any:
    """What a process of this program has packed."""
    return pickle.loads(zlib.decompress(packed))


@cache
def _reader() -> str:
    """What differs as soon as a page may be read differently."""
    seen = hashlib.sha256()
    for name in READ_BY:
        spec = find_spec(name)
        assert spec is not None and spec.origin is not None, name
        seen.update(Path(spec.origin).read_bytes())
    for library in _LIBRARIES:
        if version := installed(library):
            seen.update(f"{library} {version}".encode())
    return seen.hexdigest()[:16]

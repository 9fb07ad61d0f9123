"""Engines that do what a fault in a library does, on the pages they are told; they can be sent to a process."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.pdf.reading import ENGINES
from schema.document import Page
from schema.reading import Problem

Fault = Literal["dies", "hangs", "eats", "dies once"]


@dataclass(frozen=True)
class Faulty:
    """Reads like PDFium but at the ``faults``, by page. ``folder`` is where it notes what it has done."""

    faults: tuple[tuple[int, Fault], ...]
    folder: Path
    name: str = "faulty"

    def pages(self, data: bytes, name: str, numbers: range | None = None) -> Iterator[Page | Problem]:
        for page in ENGINES["pdfium"].pages(data, name, numbers):
            if isinstance(page, Page):
                # The note says how often a page was asked for.
                with (self.folder / f"{page.number}").open("a") as note:
                    note.write("x")
                self._fail(dict(self.faults).get(page.number), page.number)
            yield page

    def _fail(self, fault: Fault | None, page: int) -> None:
        if fault == "dies" or (fault == "dies once" and (self.folder / f"{page}").read_text() == "x"):
            os.kill(os.getpid(), signal.SIGKILL)
        if fault == "hangs":
            while True:
                pass
        if fault == "eats":
            kept = []
            while True:
                kept.append(bytes(1 << 26))

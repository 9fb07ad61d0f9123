"""Where the time goes: ``python benchmarks/reading.py alone|floor|stages PDF...`` prints JSON.

- ``alone``: words and tables of every page, by this project and by pdfplumber, in one process, in turns; the seconds of CPU of each
  turn and the ratio of each turn.
- ``floor``: what PDFium itself takes to load the pages, to find their text and to count their objects.
- ``stages``: the whole ingest to a database in one process, with the stack looked at every thousandth of a second of CPU; the share of
  each stage.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from types import FrameType

ROUNDS = 3
ROOT = Path(__file__).resolve().parents[1]

#: The stage of a module, by how its path begins; the first that fits.
STAGES = (
    ("ingest/pdf", "PDF engine: words, rules, fills"),
    ("ingest/glyphs", "PDF engine: words, rules, fills"),
    ("ingest/ocr", "recognising scanned pages"),
    ("extract/pages/ruled", "ruled tables"),
    ("extract/pages/grid", "cells of tables"),
    ("extract/pages/aligned", "tables without rules"),
    ("extract/pages/furniture", "furniture"),
    ("extract/pages/margins", "furniture"),
    ("extract/pages/page_marks", "furniture"),
    ("extract/pages", "lines and reading order"),
    ("extract/layout", "blocks and headings"),
    ("extract/blocks", "blocks and headings"),
    ("extract/headings", "blocks and headings"),
    ("extract/papers", "papers of a pack, identity"),
    ("extract/tables", "facts of tables"),
    ("extract/prose", "facts of sentences"),
    ("extract/awards", "awards"),
    ("extract/dates", "dates"),
    ("extract", "numbers, periods, names"),
    ("schema", "saving"),
)


def cpu(work: Callable[[], object]) -> float:
    """The seconds of CPU that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def read(path: Path) -> int:
    """Words and tables of every page by this project; returns how many pages there are."""
    from extract.pages.flow import laid_pages
    from ingest.pdf.reading import read_pdf

    return len(laid_pages(read_pdf(path.read_bytes(), path.name).pages))


def read_by_pdfplumber(path: Path) -> None:
    """Words and tables of every page by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()


def alone(paths: Sequence[Path]) -> dict[str, object]:
    """Turns of both over all papers, after one paper to load what each needs."""
    read(paths[0]), read_by_pdfplumber(paths[0])
    turns = []
    for _ in range(ROUNDS):
        pages = 0
        ours = theirs = 0.0
        for path in paths:
            start = time.process_time()
            pages += read(path)
            ours += time.process_time() - start
            theirs += cpu(lambda path=path: read_by_pdfplumber(path))  # type: ignore[misc]
        turns.append({"ours": ours, "pdfplumber": theirs, "ratio": theirs / ours})
    return {"pages": pages, "turns": turns}


def floor(paths: Sequence[Path]) -> dict[str, object]:
    """The seconds of CPU that PDFium takes, the least of the turns."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    def touch(path: Path) -> None:
        with closing(pypdfium2.PdfDocument(path.read_bytes())) as pdf:
            for i in range(len(pdf)):
                page = pdfium.FPDF_LoadPage(pdf.raw, i)
                text = pdfium.FPDFText_LoadPage(page)
                pdfium.FPDFText_CountChars(text)
                pdfium.FPDFPage_CountObjects(page)
                pdfium.FPDFText_ClosePage(text)
                pdfium.FPDF_ClosePage(page)

    def turn(work: Callable[[Path], object]) -> float:
        return min(cpu(lambda: [work(path) for path in paths]) for _ in range(ROUNDS))

    turn(read)
    return {"floor": turn(touch), "ours": turn(read)}


def stages(paths: Sequence[Path]) -> dict[str, object]:
    """The share of each stage in an ingest, by the innermost function of ours on the stack."""
    from ingest.papers import read_paper
    from schema.database import open_database
    from schema.reading import Known
    from schema.saving import FileFacts, refresh_coverage, save_reading

    seen: Counter[str] = Counter()
    modules: dict[str, str | None] = {}

    def look(_: int, frame: FrameType | None) -> None:
        while frame is not None:
            name = frame.f_code.co_filename
            if name not in modules:
                modules[name] = _stage(name)
            if stage := modules[name]:
                seen[stage] += 1
                return
            frame = frame.f_back

    with tempfile.TemporaryDirectory() as folder, closing(open_database(Path(folder) / "panel.db")) as db:
        signal.signal(signal.SIGPROF, look)
        signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
        start = time.process_time()
        # The steps of an ingest, which itself reads in processes that could not be looked at from here.
        for path in paths:
            data = path.read_bytes()
            sha256 = hashlib.sha256(data).hexdigest()
            facts = FileFacts(path=str(path), file_name=path.name, sha256=sha256, bytes=len(data))
            reading = read_paper(data, path.name, Known())
            save_reading(db, reading, facts, version="benchmark", ingested_at=dt.datetime.now(dt.UTC))
        refresh_coverage(db)
        taken = time.process_time() - start
        signal.setitimer(signal.ITIMER_PROF, 0)
    total = seen.total()
    return {"cpu": taken, "stages": {stage: n / total for stage, n in seen.most_common()}}


def _stage(file: str) -> str | None:
    """The stage of a module of ours, None for others, whose time belongs to the one of ours that called them."""
    path = Path(file)
    if not path.is_relative_to(ROOT) or ".venv" in path.parts or "benchmarks" in path.parts:
        return None
    name = path.relative_to(ROOT).as_posix()
    return next((stage for start, stage in STAGES if name.startswith(start)), "all else")


def main(what: str, paths: Sequence[str]) -> int:
    done = {"alone": alone, "floor": floor, "stages": stages}[what]([Path(path) for path in paths])
    print(json.dumps(done))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1], sys.argv[2:]))

"""One engine over many PDFs, in a process of its own: ``python benchmarks/engines.py ENGINE PDF...``.

Each engine finds tables as its documentation says first, without a setting for any paper. Prints one JSON object: the version,
for each file its pages, the seconds of CPU and the tables (a list of cells ``[page, row, col, row_span, col_span, text]`` each), and the
peak memory of the process. An engine that is not installed here ends with exit code 3.

This file runs in the environment of the peers as well, so it imports nothing but the engine that is asked for.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import os
import resource
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

NOT_INSTALLED = 3
Cell = tuple[int, int, int, int, int, str]
Table = list[Cell]
Read = Callable[[str], tuple[int, list[Table]]]


def panelpapers() -> tuple[str, Read]:
    from extract.blocks import TableBlock
    from extract.layout import lay_out
    from ingest.pdf.reading import read_pdf

    def read(path: str) -> tuple[int, list[Table]]:
        document = read_pdf(Path(path).read_bytes(), path)
        grids = [block.grid for block in lay_out(document).blocks if isinstance(block, TableBlock)]
        cells = [[(c.page, c.row, c.col, c.row_span, c.col_span, c.text) for c in grid.cells] for grid in grids]
        return len(document.pages), cells

    return "panelpapers", read


def plumber() -> tuple[str, Read]:
    import pdfplumber

    def read(path: str) -> tuple[int, list[Table]]:
        tables: list[Table] = []
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                tables += [_cells(rows, page.page_number) for rows in page.extract_tables()]
                page.close()
            return len(pdf.pages), tables

    return "pdfplumber", read


def camelot(flavor: str) -> tuple[str, Read]:
    import camelot as library
    import pypdfium2

    def read(path: str) -> tuple[int, list[Table]]:
        found = library.read_pdf(path, pages="all", flavor=flavor, suppress_stdout=True)
        tables = [_cells(table.df.values.tolist(), int(table.page)) for table in found]
        with contextlib.closing(pypdfium2.PdfDocument(path)) as pdf:
            return len(pdf), tables

    return "camelot-py", read


def mupdf() -> tuple[str, Read]:
    import pymupdf

    def read(path: str) -> tuple[int, list[Table]]:
        tables: list[Table] = []
        with pymupdf.open(path) as pdf:
            for page in pdf:
                tables += [_cells(table.extract(), page.number + 1) for table in page.find_tables().tables]
            return len(pdf), tables

    return "PyMuPDF", read


ENGINES: dict[str, Callable[[], tuple[str, Read]]] = {
    "panelpapers": panelpapers,
    "pdfplumber": plumber,
    "camelot stream": lambda: camelot("stream"),
    "camelot hybrid": lambda: camelot("hybrid"),
    "PyMuPDF": mupdf,
}


def _cells(rows: Sequence[Sequence[Any]], page: int) -> Table:
    return [(page, r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text]


def peak_megabytes() -> float:
    """The most memory that this process had at one time."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Some engines print to stdout, also from C; the answer of this program must stand there alone."""
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)


def main(engine: str, paths: Sequence[str]) -> int:
    warnings.simplefilter("ignore")
    documents: list[dict[str, Any]] = []
    with quiet():
        try:
            distribution, read = ENGINES[engine]()
        except ImportError as error:
            print(error, file=sys.stderr)
            return NOT_INSTALLED
        for path in paths:
            start = time.process_time()
            try:
                pages, tables = read(path)
                why = None
            # A peer may fail at a paper in any way; it then found nothing in it.
            except Exception as error:
                pages, tables, why = 0, [], f"{type(error).__name__}: {error}"
            cpu = time.process_time() - start
            documents.append({"name": Path(path).stem, "pages": pages, "cpu": cpu, "tables": tables, "failed": why})
    version = importlib.metadata.version(distribution)
    json.dump({"version": version, "documents": documents, "peak": peak_megabytes()}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

"""Large papers for the benchmark, made anew each time: a pack joined of other papers, and a paper of thousands of pages."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PACK_PAGES = 159
_LEFT, _TOP, _STEP = 60.0, A4[1] - 90, 16.0
_COLUMNS = (0.0, 180.0, 260.0)
_MEASURES = ("Burglary", "Robbery", "Vehicle crime", "Hate crime", "Shoplifting")
_SENTENCE = "The Commissioner heard how local teams had used what was granted to them."


def join(papers: Sequence[Path], pack: Path, *, pages: int = PACK_PAGES) -> int:
    """Write the first ``pages`` pages of some papers as one PDF; returns how many there are."""
    with closing(pypdfium2.PdfDocument.new()) as joined:
        for paper in papers:
            with closing(pypdfium2.PdfDocument(paper)) as pdf:
                joined.import_pages(pdf, list(range(min(len(pdf), pages - len(joined)))))
            if len(joined) >= pages:
                break
        joined.save(pack)
        return len(joined)


def write_long(path: Path, *, pages: int) -> None:
    """Write a paper of pages with a running header, sentences and a small table of crimes, ruled on one and without rules on the next.

    A page has a dozen figures, about as many as pages of real papers have on average.
    """
    canvas = Canvas(str(path), pagesize=A4, pageCompression=1, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(_LEFT, A4[1] - 40, "Harbour Police and Crime Panel")
        canvas.drawCentredString(A4[0] / 2, 35, f"Page {page}")
        canvas.drawString(_LEFT, A4[1] - 70, f"In district {page} there were {100 + page % 800} burglaries in 2014/15.")
        _table(canvas, _TOP, page, ruled=page % 2 == 1)
        for line in range(20):
            canvas.drawString(_LEFT, _TOP - (10 + line) * _STEP, f"{_SENTENCE} Its partners met in the quarter.")
        canvas.showPage()
    canvas.save()


def _table(canvas: Canvas, top: float, seed: int, *, ruled: bool) -> None:
    rows = [("Measure", "2013/14", "2014/15")]
    for i, measure in enumerate(_MEASURES):
        before, now = 100 + (seed * 37 + i * 211) % 4000, 100 + (seed * 41 + i * 173) % 4000
        rows.append((measure, f"{before:,}", f"{now:,}"))
    for i, row in enumerate(rows):
        for text, x in zip(row, _COLUMNS, strict=True):
            canvas.drawString(_LEFT + x, top - i * _STEP, text)
    if ruled:
        edges = [*_COLUMNS, _COLUMNS[-1] + 60]
        canvas.grid([_LEFT + x - 4 for x in edges], [top - i * _STEP + 12 for i in range(len(rows) + 1)])

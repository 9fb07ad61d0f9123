"""Words with characters that PDFium cannot name, as the reference engine reads them.

A font may give its characters no Unicode and only names inside itself ("fi" for a ligature). PDFium does not look there; the
reference engine does, and is asked only for pages that need it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.pdf.glyphs import UNKNOWN
from schema.document import Page, Word

# A ligature stands for up to this many letters.
_LONGEST_LIGATURE = 3


def explained(page: Page, other: Page) -> Page:
    """The page with the unexplained words of it as the ``other`` reading of the same page has them, where the rest agrees.

    Example: ``Con\ufffdrmed`` becomes ``Confirmed`` where the other has that in its place, and stays where it has ``Continued``.
    """
    return replace(page, words=tuple(_explained(w, other.words) if UNKNOWN in w.text else w for w in page.words))


def _explained(word: Word, others: Sequence[Word]) -> Word:
    # Letters only: a figure is never put in the place of what was not read.
    known = rf"[^\W\d_]{{1,{_LONGEST_LIGATURE}}}".join(re.escape(part) for part in word.text.split(UNKNOWN))
    for other in others:
        if _same_place(word, other) and UNKNOWN not in other.text and re.fullmatch(known, other.text, re.IGNORECASE):
            return word._replace(text=other.text)
    return word


def _same_place(one: Word, two: Word) -> bool:
    a, b = one.box, two.box
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > 0.5 * min(a.x1 - a.x0, b.x1 - b.x0) and down > 0.5 * min(a.bottom - a.top, b.bottom - b.top)

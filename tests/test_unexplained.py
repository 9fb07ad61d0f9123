"""Characters that PDFium cannot name, read by the reference engine."""

from __future__ import annotations

import pytest

from ingest.pdf.glyphs import UNKNOWN
from ingest.pdf.reading import read_pdf
from ingest.pdf.unexplained import explained
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Box, Page, Word


def page(*words: tuple[str, float]) -> Page:
    return Page(number=1, words=tuple(Word(text, Box(x, 100, x + 40, 110), 10.0) for text, x in words))


@pytest.mark.parametrize(
    ("seen", "other", "read"),
    [
        (("Con\ufffdrmed", 10), ("Confirmed", 10.4), "Confirmed"),
        (("\ufffdgures", 10), ("figures", 9), "figures"),
        (("Con\ufffdrmed", 10), ("Continued", 10), "Con\ufffdrmed"),
        (("Con\ufffdrmed", 10), ("Confirmed", 200), "Con\ufffdrmed"),
        (("\ufffd", 10), ("12", 10), "\ufffd"),
        (("Q\ufffd", 10), ("Q3", 10), "Q\ufffd"),
    ],
)
def test_a_word_is_explained_by_the_other_reading_in_its_place(
    seen: tuple[str, float], other: tuple[str, float], read: str
) -> None:
    (word,) = explained(page(seen), page(other)).words
    assert (word.text, word.box.x0) == (read, seen[1])


@needs_real_papers
def test_a_published_paper_whose_font_has_ligatures_without_unicode() -> None:
    data = (REAL_PAPERS / "benchmarks" / "icdar2013" / "eu-016.pdf").read_bytes()
    words = [w.text for p in read_pdf(data).pages for w in p.words]
    assert "Confirmed" in words
    assert not [w for w in words if UNKNOWN in w and any(c.isalpha() for c in w)]

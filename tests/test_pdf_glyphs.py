"""Characters mended, and characters made words."""

from __future__ import annotations

import pytest

from ingest.pdf.glyphs import UNKNOWN, Glyph, mended, words_of
from schema.document import Box


@pytest.mark.parametrize(
    ("text", "font", "meant"),
    [
        ("ﬁ", "ABCDEF+Calibri", "fi"),
        ("\u00ad", "ArialMT", "-"),
        ("\u2011", "ArialMT", "-"),
        ("\uf02d", "ArialMT", "-"),
        ("\uf0b7", "SymbolMT", "•"),
        ("®", "ABCDEF+Symbol", "→"),
        ("®", "ArialMT", "®"),
        ("\uf0e9", "Wingdings-Regular", "↑"),
        ("ü", "ABCDEF+Wingdings", "✓"),
        ("ü", "ArialMT", "ü"),
        ("\u200b", "ArialMT", ""),
        ("\u00a0", "ArialMT", " "),
        ("(cid:141)", "ArialMT", UNKNOWN),
        ("£", "ArialMT", "£"),
    ],
)
def test_what_a_character_shows(text: str, font: str, meant: str) -> None:
    assert mended(text, font) == meant


def glyphs(text: str, *, x: float = 0.0, width: float = 5.0, size: float = 10.0, top: float = 0.0) -> list[Glyph]:
    """A line of characters of one width; ``_`` leaves a gap without printing a space."""
    return [
        Glyph(c, Box(x + i * width, top, x + (i + 1) * width, top + size), size) for i, c in enumerate(text) if c != "_"
    ]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (glyphs("All crime"), ["All", "crime"]),
        (glyphs("All_crime"), ["All", "crime"]),
        ([*glyphs("Po"), *glyphs("x", top=40), *glyphs("lice", x=10)], ["Police", "x"]),
        ([*glyphs("Total"), *glyphs("Total", x=0.5)], ["Total"]),
        (glyphs("all"), ["all"]),
        ([*glyphs("12"), *glyphs("345", x=12.5)], ["12", "345"]),
        ([*glyphs("1"), *glyphs("st", x=5, width=3, size=6, top=0)], ["1st"]),
        ([*glyphs("ab", top=0), *glyphs("cd", top=12)], ["ab", "cd"]),
    ],
)
def test_characters_make_words(printed: list[Glyph], words: list[str]) -> None:
    assert [w.text for w in words_of(printed)] == words


def test_a_space_that_shows_no_gap_parts_nothing() -> None:
    overlapped = [*glyphs("P"), Glyph(" ", Box(5, 0, 8, 10), 10), *glyphs("olice", x=5.2)]
    assert [w.text for w in words_of(overlapped)] == ["Police"]

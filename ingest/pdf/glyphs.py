"""The characters of a PDF: what a damaged one stands for, and how characters make words.

A PDF places glyphs, not text. Symbol fonts come out as letters, ligatures as one character, hyphens as soft hyphens, and bold
may be made by printing everything twice. Only what is certain is mended here; the rest stays as it came.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schema.document import Box, Word

# Characters that stand for others wherever they are printed. A soft hyphen that has been *printed* is a hyphen.
_PLAIN = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "✔": "✓",
    "✘": "✗",
    "\u00ad": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\ufffe": "-",
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
}

# What the codes of the two common symbol fonts show. Word's PDFs give them as U+F0xx, others as the bare Latin-1 letter.
_SYMBOL = {
    0x2D: "-",
    0xA3: "≤",
    0xB3: "≥",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xD7: "·",
}
_WINGDINGS = {
    **dict.fromkeys((0x6C, 0x6E, 0x71, 0x73, 0x74, 0x75, 0x76, 0x77, 0x9F, 0xA0, 0xA7, 0xA8, 0xD8), "•"),
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE3: "↖",
    0xE4: "↗",
    0xE5: "↙",
    0xE6: "↘",
    0xE7: "←",
    0xE8: "→",
    0xE9: "↑",
    0xEA: "↓",
    0xEB: "↖",
    0xEC: "↗",
    0xED: "↙",
    0xEE: "↘",
    0xEF: "←",
    0xF0: "→",
    0xF1: "↑",
    0xF2: "↓",
    0xF3: "↔",
    0xFB: "✗",
    0xFC: "✓",
}
_DINGBATS = {
    **dict.fromkeys((0x33, 0x34), "✓"),
    **dict.fromkeys((0x35, 0x36, 0x37, 0x38), "✗"),
    **dict.fromkeys((0x6C, 0x6E, 0x71, 0x75, 0x76), "•"),
    0x73: "▲",
    0x74: "▼",
    **dict.fromkeys(range(0xD4, 0xF0), "→"),
}
UNKNOWN = "\ufffd"

# Shares of the font size. Words of Arial and Times stand at least .22 apart even in tight lines; kerning stays below .1.
GAP_WITHOUT_SPACE = 0.17
GAP_WITH_SPACE = 0.05
STEP_BACK = 0.4


# A raised digit is the mark of a footnote or a power. These are shares of the size of the word it stands in.
_SMALLER = 0.85
_RAISED = 0.15
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character. ``turned`` is 0 for upright text, 1 for text that reads upwards, -1 downwards, 2 upside down."""

    text: str
    box: Box
    size: float
    bold: bool = False
    turned: int = 0
    colour: str = "#000000"


def mended(text: str, font: str) -> str:
    """What a character shows, given the name of its font.

    Examples: ``ﬁ`` -> ``fi``; ``®`` in Symbol -> ``→``; U+F02D in any font -> ``-``; ``ü`` in Wingdings -> ``✓``.
    """
    if len(text) == 1:
        code = ord(text)
        private = 0xF020 <= code <= 0xF0FF
        if private:
            code -= 0xF000
        if "wingdings" in font.lower() and (private or code > 0x60):
            return _WINGDINGS.get(code, UNKNOWN if private else text)
        if "dingbats" in font.lower() and code <= 0xFF:
            return _DINGBATS.get(code, text)
        if private or (font.lower().endswith(("symbol", "symbolmt")) and code > 0x7F):
            known = _SYMBOL.get(code)
            if known is not None:
                return known
            return chr(code) if private and code < 0x7F else (UNKNOWN if private else text)
    elif text.startswith("(cid:"):
        return UNKNOWN
    mended_text = "".join(_PLAIN.get(c, c) for c in text)
    return "".join(c for c in mended_text if c.isprintable() or c == " ")


def is_bold(font: str) -> bool:
    """Told by the name of the font, such as ``ABCDEF+Arial-BoldMT`` or ``HelveticaNeue-Heavy``."""
    name = font.lower()
    return any(weight in name for weight in ("bold", "black", "heavy", "demi")) or name.endswith(("-bd", "-b"))


def words_of(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """Joins characters, in the order in which the page prints them, to words.

    Printing order keeps overlapping columns apart; pieces of one word that were printed apart are joined afterwards.
    """
    runs: list[list[Glyph]] = []
    spaced = True
    for glyph in _printed_once(glyphs):
        if not glyph.text.strip():
            spaced = True
            continue
        if runs and _follows(runs[-1], glyph, spaced):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
        spaced = False
    return tuple(_word(run) for run in _joined(runs))


def _printed_once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without those that repeat a character in the same spot: bold made by printing twice, or a shadow."""
    kept: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.text.strip():
            x, y = int(glyph.box.x0 // 8), int(glyph.box.top // 8)
            near = (seen.get((glyph.text, x + i, y + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
            if any(_same_spot(glyph, other) for group in near for other in group):
                continue
            seen.setdefault((glyph.text, x, y), []).append(glyph)
        kept.append(glyph)
    return kept


def _same_spot(a: Glyph, b: Glyph) -> bool:
    width = max(a.box.x1 - a.box.x0, 0.1)
    return (
        abs(a.box.x0 - b.box.x0) < 0.35 * width
        and abs(a.box.top - b.box.top) < 0.15 * a.size
        and abs(a.size - b.size) < 0.1 * a.size
    )


def _along(glyph: Glyph) -> tuple[float, float, float, float]:
    """Start, end, upper and lower side of a glyph in the direction in which it is read."""
    box = glyph.box
    if glyph.turned == 2:
        return -box.x1, -box.x0, -box.bottom, -box.top
    if glyph.turned > 0:
        return -box.bottom, -box.top, box.x0, box.x1
    if glyph.turned < 0:
        return box.top, box.bottom, -box.x1, -box.x0
    return box.x0, box.x1, box.top, box.bottom


def _follows(run: list[Glyph], glyph: Glyph, spaced: bool) -> bool:
    last = run[-1]
    if last.turned != glyph.turned:
        return False
    start, _, upper, lower = _along(glyph)
    first_start, _, _, _ = _along(run[0])
    _, end, last_upper, last_lower = _along(last)
    size = max(last.size, glyph.size)
    middle, last_middle = (upper + lower) / 2, (last_upper + last_lower) / 2
    on_line = last_upper <= middle <= last_lower or upper <= last_middle <= lower
    gap = start - end
    widest = (GAP_WITH_SPACE if spaced else GAP_WITHOUT_SPACE) * size
    return on_line and -STEP_BACK * size < gap <= widest and start >= first_start - 0.1 * size


def _joined(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Joins runs that touch on one line although they were printed apart ("Po" now, "lice" later)."""
    heads: dict[tuple[int, int, int], list[int]] = {}
    for index, run in enumerate(runs):
        start, _, upper, lower = _along(run[0])
        heads.setdefault((run[0].turned, round((upper + lower) / 8), round(start / 8)), []).append(index)
    joined: list[list[Glyph] | None] = list(runs)
    moved: dict[int, int] = {}
    for index, run in enumerate(runs):
        _, end, upper, lower = _along(run[-1])
        row, column = round((upper + lower) / 8), round(end / 8)
        near = [
            other
            for r in (row - 1, row, row + 1)
            for c in (column - 1, column, column + 1)
            for other in heads.get((run[-1].turned, r, c), ())
            if other != index and other not in moved
        ]
        for other in near:
            start, _, other_upper, other_lower = _along(runs[other][0])
            size = run[-1].size
            level = abs(upper + lower - other_upper - other_lower) < 0.1 * size
            if level and abs(start - end) < GAP_WITH_SPACE * size and abs(runs[other][0].size - size) < 0.1 * size:
                moved[other] = index
                break
    # A chain of pieces hangs on its first one; a ring cannot come about, because each piece starts where another ends.
    for other in sorted(moved, key=lambda i: -_along(runs[i][0])[0]):
        piece, target = joined[other], joined[moved[other]]
        if piece is not None and target is not None:
            joined[moved[other]] = [*target, *piece]
            joined[other] = None
    return [run for run in joined if run is not None]


def is_raised(size: float, bottom: float, base_size: float, base_bottom: float) -> bool:
    """True for print that is smaller than the word of ``base_size`` it stands in and above its line (sizes and y in points)."""
    return size < _SMALLER * base_size and base_bottom - bottom > _RAISED * base_size


def as_raised(text: str) -> str:
    """The same text with superscript digits, so that the mark of a footnote is no digit of the figure.

    Example: the ``1`` printed small and high after ``38`` -> ``¹``.
    """
    return text.translate(_SUPERSCRIPTS)


def _word(run: list[Glyph]) -> Word:
    box = Box(
        min(g.box.x0 for g in run),
        min(g.box.top for g in run),
        max(g.box.x1 for g in run),
        max(g.box.bottom for g in run),
    )
    sizes = sorted(g.size for g in run)
    base = max(run, key=lambda g: g.size)
    text = "".join(
        as_raised(g.text) if not g.turned and is_raised(g.size, g.box.bottom, base.size, base.box.bottom) else g.text
        for g in run
    )
    return Word(
        text=text,
        box=box,
        size=round(sizes[len(sizes) // 2], 2),
        bold=sum(g.bold for g in run) * 2 > len(run),
        turned=run[0].turned,
        colour=run[0].colour,
    )

"""The words of a page as PDFium sees them: one call for the text of the page, two for the box of a word.

A box for every character would cost four times as much, so characters are looked at one by one only where a word is in doubt:
sideways text, a word on two lines, a hole in a word, letters that may have been printed twice, a drawn line through a word.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2.raw as pdfium

from ingest.glyphs import (
    GAP_WITH_SPACE,
    GAP_WITHOUT_SPACE,
    STEP_BACK,
    UNKNOWN,
    Glyph,
    as_raised,
    is_bold,
    is_raised,
    mended,
    words_of,
)
from ingest.pdfium_sheet import Sheet
from schema.document import Box, Rule, Word

# PDFium gives a hyphen at the end of a line as U+FFFE or U+0002 and leaves the line break out.
# White space is told by name: "\\s" takes in control characters, under which some fonts have letters.
_RUN = re.compile(
    r"[^ \t-\r\x00\x02\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe]+[\ufffe\x02]?|[\ufffe\x02]"
)
_LINE_END_HYPHENS = "\ufffe\x02"
_PLAIN = re.compile(r"[!-~£–—‘’“”…]+")
_SYMBOLS = re.compile(r"symbol|dingbat|wingding|webding", re.IGNORECASE)
_DOUBLED = re.compile(r"(?:(.)\1)+")
# The digit after which a word ends with a stop or bracket: it may be a raised mark as well.
_BEFORE_END = re.compile(r"\d[^\w\s]{1,2}$")
_BULLETS = "•·▪●"
# A word wider than this share of its size for each character has a hole in it, or consists of Ms.
_WIDEST_CHARACTER = 0.85
_SAME_LEVEL = 0.1
# PDFium's box of a character reaches from the font's descent to its ascent. Where these make no sense, its own form tells more.
_SMALLEST_BOX, _LARGEST_BOX = 0.7, 1.8
_FORCE_BOLD = 1 << 18
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_STROKED = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,)
_BLACK = "#000000"
# For each direction of sideways text the side where a character begins and the one where the character before it ends.
_ALONG = {1: ("bottom", "top"), -1: ("top", "bottom"), 2: ("x1", "x0")}


@dataclass(frozen=True, slots=True)
class _Face:
    """What all characters of one text object share. ``turned`` is as shown (see ``Glyph``), ``size`` in points.

    ``descent`` is how far letters reach below their line, as a share of the size.
    """

    font: str
    symbols: bool
    bold: bool
    colour: str
    size: float
    turned: int
    descent: float
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """A word, the number of its first character and of the one after its last, and its face."""

    word: Word
    first: int
    end: int
    face: _Face


class PageText:
    """The text of one page; close it before the page. ``hidden`` is the number of words that are there and not painted."""

    def __init__(self, page: pdfium.FPDF_PAGE, sheet: Sheet) -> None:
        self._raw = pdfium.FPDFText_LoadPage(page)
        self._sheet = sheet
        self._faces: dict[int, _Face] = {}
        self._fonts: dict[int, tuple[str, bool, float]] = {}
        self.hidden = 0

    def close(self) -> None:
        """Give back what PDFium holds for the text."""
        pdfium.FPDFText_ClosePage(self._raw)

    def words(self, rules: Iterable[Rule] = ()) -> tuple[Word, ...]:
        """The words in the order in which the page prints them; a word that an upright rule crosses is parted there."""
        count = pdfium.FPDFText_CountChars(self._raw) if self._raw else 0
        if count <= 0:
            return ()
        text = self._text(count)
        runs: list[_Run] = []
        turned: list[Glyph] = []
        for match in _RUN.finditer(text):
            first, end = match.span()
            face = self._face(first)
            if face.turned:
                turned += self._turned(first, end, face, text)
            else:
                runs += self._runs(first, end, face, text)
            if face.hidden:
                self.hidden += 1
        runs = _printed_once(self._joined(runs, text))
        words = self._parted(runs, text, _Uprights(rules))
        return (*words, *words_of(turned))

    def _text(self, count: int) -> str:
        """The text with one character for each that PDFium counts."""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        if written - 1 == count:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
            if len(text) == count:
                return text
        codes = (pdfium.FPDFText_GetUnicode(self._raw, i) for i in range(count))
        return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)

    def _runs(self, first: int, end: int, face: _Face, text: str) -> Iterator[_Run]:
        """The word of some characters; several where they stand on two lines or have a hole among them."""
        x0, top, x1, bottom = self._extent(first, face)
        length = end - first
        printed = text[first:end]
        uneven = False
        if length > 1:
            _, last_top, x1, last_bottom = self._extent(end - 1, face)
            # Another line, or a raised mark: its own size is not asked for, but its box says that it lies elsewhere.
            uneven = abs(last_bottom - bottom) > 0.05 * face.size or bool(_DOUBLED.fullmatch(printed))
            if not uneven and (mark := _BEFORE_END.search(printed)):
                uneven = abs(self._extent(first + mark.start(), face)[3] - bottom) > 0.05 * face.size
            top = min(top, last_top)
        if uneven or not 0 <= x1 - x0 <= _WIDEST_CHARACTER * face.size * length + 0.5 * face.size:
            yield from self._careful(first, end, face, text)
            return
        box = self._sheet.clipped(x0, top, x1, bottom)
        if box:
            word = Word(self._shown(first, end, face, text), box, round(face.size, 2), face.bold, 0, face.colour)
            if word.text:
                yield _Run(word, first, end, face)

    def _careful(self, first: int, end: int, face: _Face, text: str) -> Iterator[_Run]:
        """The words that single characters make. Their numbers are those of all of the characters."""
        for word in words_of(self._glyphs(first, end, text)):
            yield _Run(replace(word, colour=face.colour), first, end, face)

    def _extent(self, index: int, face: _Face) -> tuple[float, float, float, float]:
        """The x0, top, x1 and bottom of a character on the shown page; as high as its font size, as wide as it moves on."""
        sheet = self._sheet
        if not face.turned and not sheet.quarter_turns:
            pdfium.FPDFText_GetLooseCharBox(self._raw, index, _RECT_AT)
            low = _RECT.bottom
            if _SMALLEST_BOX * face.size < _RECT.top - low < _LARGEST_BOX * face.size:
                bottom = sheet.top - low
                return _RECT.left - sheet.left, bottom - face.size, _RECT.right - sheet.left, bottom
        pdfium.FPDFText_GetCharBox(self._raw, index, *_SIDES_AT)
        left, right, low, high = (side.value for side in _SIDES)
        x0, top, x1, bottom = sheet.box(left, low, right, high)
        pdfium.FPDFText_GetCharOrigin(self._raw, index, *_ORIGIN_AT)
        x, y = sheet.point(_ORIGIN[0].value, _ORIGIN[1].value)
        below, above = face.descent * face.size, (1 - face.descent) * face.size
        if face.turned == 1:
            return x - above, top, x + below, max(bottom, y)
        if face.turned == -1:
            return x - below, min(top, y), x + above, bottom
        if face.turned == 2:
            return x0, y - below, max(x1, x), y + above
        return min(x0, x), y - above, x1, y + below

    def _glyphs(self, first: int, end: int, text: str) -> Iterator[Glyph]:
        for index in range(first, end):
            face = self._face(index)
            box = self._sheet.clipped(*self._extent(index, face))
            if box:
                shown = self._shown(index, index + 1, face, text)
                yield Glyph(shown, box, face.size, face.bold, face.turned, face.colour)

    def _turned(self, first: int, end: int, face: _Face, text: str) -> Iterator[Glyph]:
        """The characters of a sideways word, each as long as it moves on: only their forms are known, and a "1" is narrow."""
        glyphs = list(self._glyphs(first, end, text))
        for glyph, after in pairwise(glyphs):
            (a, b), one, two = _ALONG[face.turned], glyph.box, after.box
            sides = {"x0": one.x0, "top": one.top, "x1": one.x1, "bottom": one.bottom, b: getattr(two, a)}
            reaches = sides["x1"] >= sides["x0"] and sides["bottom"] >= sides["top"]
            yield replace(glyph, box=Box(**sides)) if reaches else glyph
        yield from glyphs[-1:]
        yield Glyph(" ", Box(0, 0, 0, 0), face.size, turned=face.turned)

    def _shown(self, first: int, end: int, face: _Face, text: str) -> str:
        """What some characters show; what a font does not explain is unknown, whatever PDFium guesses."""
        printed = text[first:end]
        if _PLAIN.fullmatch(printed) and not face.symbols:
            return printed
        return "".join(self._character(i, text[i], face) for i in range(first, end))

    def _character(self, index: int, text: str, face: _Face) -> str:
        if text in _LINE_END_HYPHENS:
            return "-"
        if pdfium.FPDFText_HasUnicodeMapError(self._raw, index) == 1 and not face.symbols:
            return UNKNOWN
        return mended(text, face.font)

    def _joined(self, runs: Sequence[_Run], text: str) -> list[_Run]:
        """Words that are one: parted by a space without width, or printed apart ("Po" now, "lice" later)."""
        out: list[_Run] = []
        for run in runs:
            before = out[-1] if out else None
            if before and before.first != run.first and self._goes_on(before, run, text):
                a, b = before.word, run.word
                added = as_raised(b.text) if is_raised(b.size, b.box.bottom, a.size, a.box.bottom) else b.text
                box = Box(a.box.x0, min(a.box.top, b.box.top), b.box.x1, max(a.box.bottom, b.box.bottom))
                out[-1] = _Run(replace(a, text=a.text + added, box=box), before.first, run.end, before.face)
            else:
                out.append(run)
        return out

    def _goes_on(self, before: _Run, run: _Run, text: str) -> bool:
        one, two, size = before.word.box, run.word.box, before.word.size
        gap = two.x0 - one.x1
        if not -STEP_BACK * size < gap <= GAP_WITHOUT_SPACE * size or before.word.text in _BULLETS:
            return False
        level = abs(one.bottom - two.bottom) <= _SAME_LEVEL * size and abs(run.word.size - size) <= 0.1 * size
        raised = is_raised(run.word.size, two.bottom, size, one.bottom) and run.word.text.isdigit()
        if not level and not raised:
            return False
        if text[before.end : run.first] != " ":
            return abs(gap) <= GAP_WITH_SPACE * size
        if pdfium.FPDFText_IsGenerated(self._raw, before.end):
            return raised or level
        # A printed space: only where the next word goes on where the space itself begins.
        space = self._extent(before.end, before.face)[0]
        return two.x0 - space <= GAP_WITH_SPACE * size

    def _parted(self, runs: Sequence[_Run], text: str, uprights: _Uprights) -> Iterator[Word]:
        """The words, parted where a drawn line goes through a gap of one: figures of two cells that stand close."""
        for run in runs:
            crossing = uprights.through(run.word.box)
            if not crossing:
                yield run.word
                continue
            glyphs = [g for g in self._glyphs(run.first, run.end, text) if g.text.strip()]
            parts: list[list[Glyph]] = [[]]
            for glyph in glyphs:
                before = parts[-1][-1] if parts[-1] else None
                if before and any(_lies_between(before, x, glyph) for x in crossing):
                    parts.append([])
                parts[-1].append(glyph)
            if len(parts) == 1:
                yield run.word
                continue
            for part in parts:
                yield from (replace(w, colour=run.face.colour) for w in words_of(part))

    def _face(self, index: int) -> _Face:
        thing = pdfium.FPDFText_GetTextObject(self._raw, index)
        key = ctypes.addressof(thing.contents) if thing else 0
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self._face_of(thing, index)
        return face

    def _face_of(self, thing: pdfium.FPDF_PAGEOBJECT, index: int) -> _Face:
        pdfium.FPDFText_GetMatrix(self._raw, index, _MATRIX_AT)
        along, up = _MATRIX.a, _MATRIX.b
        size = math.hypot(_MATRIX.c, _MATRIX.d) * pdfium.FPDFText_GetFontSize(self._raw, index)
        quarter = (0 if along >= 0 else 2) if abs(along) >= abs(up) else (1 if up > 0 else 3)
        turned = (0, 1, 2, -1)[(quarter - self._sheet.quarter_turns) % 4]
        if not thing:
            return _Face("", False, False, _BLACK, size or 1.0, turned, 0.2, False)
        font, bold, descent = self._font(pdfium.FPDFTextObj_GetFont(thing))
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        red, green, blue, alpha = _COLOUR
        if not pdfium.FPDFPageObj_GetFillColor(thing, *_COLOUR_AT):
            colour = _BLACK
        else:
            colour = f"#{red.value:02x}{green.value:02x}{blue.value:02x}" if alpha.value else _BLACK
        return _Face(
            font,
            bool(_SYMBOLS.search(font)),
            bold or mode in _STROKED,
            colour,
            size or 1.0,
            turned,
            descent,
            mode == _INVISIBLE,
        )

    def _font(self, font: pdfium.FPDF_FONT) -> tuple[str, bool, float]:
        """The name of a font, whether it is bold, and its descent as a share of the size."""
        key = ctypes.addressof(font.contents) if font else 0
        known = self._fonts.get(key)
        if known is None:
            length = pdfium.FPDFFont_GetBaseFontName(font, _NAME, len(_NAME)) if font else 0
            name = _NAME.raw[: max(0, min(length, len(_NAME)) - 1)].decode("utf-8", "replace")
            # The weight that PDFium tells is reckoned from the width of stems and is often wrong.
            bold = is_bold(name) or (bool(font) and bool(pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD))
            known = self._fonts[key] = (name, bold, _descent(font))
        return known


class _Uprights:
    """The drawn upright lines of a page, to be found by a box that they cross."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        spans: dict[float, list[tuple[float, float]]] = {}
        for rule in rules:
            if not rule.horizontal:
                spans.setdefault(round(rule.x0, 1), []).append((rule.top, rule.bottom))
        self._at = sorted(spans)
        self._spans = spans

    def through(self, box: Box) -> list[float]:
        """The x of the lines that go through a box, not along its side."""
        if not self._at:
            return []
        first, end = bisect_left(self._at, box.x0 + 1), bisect_left(self._at, box.x1 - 1)
        middle = (box.top + box.bottom) / 2
        return [x for x in self._at[first:end] if any(top <= middle <= bottom for top, bottom in self._spans[x])]


def _lies_between(before: Glyph, x: float, after: Glyph) -> bool:
    slack = 0.12 * after.size
    return before.box.x1 - slack <= x <= after.box.x0 + slack and after.box.x0 - before.box.x1 > 0.5 * slack


def _printed_once(runs: Sequence[_Run]) -> list[_Run]:
    """The words without those printed a second time in the same spot (bold made by printing twice, or a shadow)."""
    same: dict[str, list[Word]] = {}
    kept: list[_Run] = []
    for run in runs:
        word = run.word
        others = same.setdefault(word.text, [])
        if any(_same_spot(word, other) for other in others):
            continue
        others.append(word)
        kept.append(run)
    return kept


def _same_spot(a: Word, b: Word) -> bool:
    return (
        abs(a.box.top - b.box.top) < 0.15 * a.size
        and abs(a.box.x0 - b.box.x0) < 0.2 * a.size
        and abs(a.size - b.size) < 0.1 * a.size
    )


def _descent(font: pdfium.FPDF_FONT) -> float:
    if not font:
        return 0.2
    descent = ctypes.c_float()
    pdfium.FPDFFont_GetDescent(font, 1.0, ctypes.byref(descent))
    return -descent.value if 0 < -descent.value <= 0.5 else 0.2


# What PDFium writes its answers into, made once: a call then allocates nothing. A process reads one page at a time.
_RECT = pdfium.FS_RECTF()
_RECT_AT = ctypes.byref(_RECT)
_MATRIX = pdfium.FS_MATRIX()
_MATRIX_AT = ctypes.byref(_MATRIX)
_SIDES = tuple(ctypes.c_double() for _ in range(4))
_SIDES_AT = tuple(ctypes.byref(side) for side in _SIDES)
_ORIGIN = (ctypes.c_double(), ctypes.c_double())
_ORIGIN_AT = tuple(ctypes.byref(part) for part in _ORIGIN)
_COLOUR = tuple(ctypes.c_uint() for _ in range(4))
_COLOUR_AT = tuple(ctypes.byref(part) for part in _COLOUR)
_NAME = ctypes.create_string_buffer(256)

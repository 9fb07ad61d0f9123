"""The words of a page as PDFium sees them: one call for the text of the page, two for the box of a word.

A box for every character would cost four times as much, so characters are looked at one by one only where a word is in doubt:
sideways text, a word on two lines, a hole in a word, letters that may have been printed twice, a drawn line through a word.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

import pypdfium2.raw as pdfium

from ingest.pdf import calls
from ingest.pdf.calls import Place, place
from ingest.pdf.glyphs import (
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
from ingest.pdf.sheet import Sheet
from schema.document import Box, Rule, Word

# PDFium gives a hyphen at the end of a line as U+FFFE or U+0002 and leaves the line break out.
# White space is told by name: "\\s" takes in control characters, under which some fonts have letters.
_SPACES = r" \t-\r\x00\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_RUN = re.compile(rf"([^{_SPACES}\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe])")
_LINE_END_HYPHENS = "\x02\ufffe"
_PLAIN = re.compile(r"[!-~£–—‘’“”…]+")
_SYMBOLS = re.compile(r"symbol|dingbat|wingding|webding", re.IGNORECASE)
_DOUBLED = re.compile(r"(?:(.)\1)+")
# The digit after which a word ends with a stop or bracket: it may be a raised mark as well.
_BEFORE_END = re.compile(r"\d[^\w\s]{1,2}$")
_BULLETS = "•·▪●"
# A word wider than this share of its size for each character has a hole in it, or consists of Ms.
_WIDEST_CHARACTER = 0.85
# Shares of the size: what stands on one line, and how far a word may seem to lie elsewhere than its first character.
_SAME_LEVEL = 0.1
_UNEVEN = 0.05
# PDFium's box of a character reaches from the font's descent to its ascent. Where these make no sense, its own form tells more.
_SMALLEST_BOX, _LARGEST_BOX = 0.7, 1.8
# The usual descent, where a font tells none.
_DESCENT = 0.2
_FORCE_BOLD = 1 << 18
_INVISIBLE, _STROKED = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
_BLACK = "#000000"
# For each direction of sideways text the side where a character begins and the one where the character before it ends.
_ALONG = {1: ("bottom", "top"), -1: ("top", "bottom"), 2: ("x1", "x0")}

# Makes a named tuple of a tuple; its class takes twice as long, which shows with two for every word of a page.
_new = tuple.__new__

_Sides = tuple[float, float, float, float]


# Not a tuple: what is asked for with every word is found in a third of the time.
@dataclass(slots=True, eq=False)
class _Face:
    """What all characters of one text object share. ``turned`` is as shown (see ``Glyph``), ``size`` in points.

    ``descent`` is how far letters reach below their line, as a share of the size. ``even`` is False where PDFium does not know
    it, and its box of a character is that of its own form: "p" reaches lower than "o".
    """

    font: str
    symbols: bool
    bold: bool
    colour: str
    size: float
    turned: int
    descent: float
    even: bool
    hidden: bool


#: A word, the number of its first character and of the one after its last, and its face.
_Run = tuple[Word, int, int, _Face]


class PageText:
    """The text of one page; close it before the page.

    ``hidden`` is the number of words that are there and not painted, ``unnamed`` that of characters without any meaning in
    their font, which another reader may know by their names inside it.
    """

    def __init__(self, page: Place, sheet: Sheet) -> None:
        self._raw = place(calls.load_text(page) or 0)
        self._sheet = sheet
        self._faces: dict[int | None, _Face] = {}
        self._known: dict[tuple[float, float, float, float, float, int, int, str], _Face] = {}
        self._fonts: dict[int, tuple[str, bool, bool, float]] = {}
        self.hidden = 0
        self.unnamed = 0

    def close(self) -> None:
        """Give back what PDFium holds for the text."""
        calls.close_text(self._raw)

    def words(self, rules: Iterable[Rule] = ()) -> tuple[Word, ...]:
        """The words in the order in which the page prints them; a word that an upright rule crosses is parted there."""
        count = calls.count_characters(self._raw)
        if count <= 0:
            return ()
        text = self._text(count)
        runs: list[_Run] = []
        turned: list[Glyph] = []
        straight = not self._sheet.quarter_turns
        faces, raw, object_of = self._faces, self._raw, calls.object_of
        end = 0
        parts = _RUN.split(text)
        for space, printed in zip(parts[::2], parts[1::2], strict=False):
            first = end + len(space)
            end = first + len(printed)
            face = faces.get(object_of(raw, first)) or self._new_face(first)
            if face.hidden:
                self.hidden += 1
            if face.turned:
                turned += self._turned(first, end, face, text)
                continue
            box = self._even(first, end, printed, face) if straight else None
            if box is None:
                runs += self._careful(first, end, face, text)
                continue
            if face.symbols or not (printed.isascii() and printed.isprintable()):
                printed = self._shown(first, end, face, text)
            if printed:
                word = _new(Word, (printed, box, face.size, face.bold, 0, face.colour))
                runs.append((word, first, end, face))
        runs = _printed_once(self._joined(runs, text))
        uprights = _Uprights(rules)
        words = self._parted(runs, text, uprights) if uprights.any else (run[0] for run in runs)
        return (*words, *words_of(turned)) if turned else tuple(words)

    def _even(self, first: int, end: int, printed: str, face: _Face) -> Box | None:
        """The box of a word from its first and last character; None where single characters must tell.

        That is where it stands on two lines or beyond the page, has a raised mark or a hole, or may be printed twice.
        """
        rect, size, sheet, raw = calls.rect, face.size, self._sheet, self._raw
        calls.loose_box(raw, first, calls.RECT)
        low: float
        left, high, right, low = rect
        if not face.even:
            low = self._foot(first, face)
        elif not _SMALLEST_BOX * size < high - low < _LARGEST_BOX * size:
            return None
        length = end - first
        if length > 1:
            last: float
            calls.loose_box(raw, end - 1, calls.RECT)
            _, _, right, last = rect
            if not face.even:
                last = self._foot(end - 1, face)
            # The size of a raised mark is not asked for, but its box says that it lies elsewhere.
            if not -_UNEVEN * size < last - low < _UNEVEN * size:
                return None
            if printed[0] == printed[1] and _DOUBLED.fullmatch(printed):
                return None
            if not printed[-1].isalnum() and (mark := _BEFORE_END.search(printed)):
                calls.loose_box(raw, first + mark.start(), calls.RECT)
                foot = rect[3] if face.even else self._foot(first + mark.start(), face)
                if abs(foot - low) > _UNEVEN * size:
                    return None
        bottom, x0, x1 = sheet.top - low, left - sheet.left, right - sheet.left
        top = bottom - size
        if not 0 <= x1 - x0 <= (_WIDEST_CHARACTER * length + 0.5) * size:
            return None
        if x0 < 0 or top < 0 or x1 > sheet.width or bottom > sheet.height:
            return sheet.clipped(x0, top, x1, bottom)
        return _new(Box, (x0, top, x1, bottom))

    def _foot(self, index: int, face: _Face) -> float:
        """The y in user space to which letters reach below the line of a character."""
        return calls.origin(self._raw, index)[1] - face.descent * face.size

    def _careful(self, first: int, end: int, face: _Face, text: str) -> list[_Run]:
        """The words that single characters make; each goes by the numbers of all of them."""
        return [(word, first, end, face) for word in words_of(self._glyphs(first, end, text))]

    def _text(self, count: int) -> str:
        """The text with one character for each that PDFium counts."""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = calls.text_of(self._raw, 0, count, place(ctypes.addressof(buffer)))
        if written - 1 == count:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
            if len(text) == count:
                return text
        codes = (calls.code_of(self._raw, i) for i in range(count))
        return "".join(chr(code) if code <= 0x10FFFF else UNKNOWN for code in codes)

    def _extent(self, index: int, face: _Face) -> _Sides:
        """The x0, top, x1 and bottom of a character on the shown page; as high as its font size, as wide as it moves on."""
        sheet, size = self._sheet, face.size
        if face.even and not face.turned and not sheet.quarter_turns:
            calls.loose_box(self._raw, index, calls.RECT)
            left, high, right, low = calls.rect
            if _SMALLEST_BOX * size < high - low < _LARGEST_BOX * size:
                bottom = sheet.top - low
                return left - sheet.left, bottom - size, right - sheet.left, bottom
        left, right, low, high = calls.tight_box(self._raw, index)
        x0, top, x1, bottom = sheet.box(left, low, right, high)
        x, y = sheet.point(*calls.origin(self._raw, index))
        below, above = face.descent * size, (1 - face.descent) * size
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
                shown = self._character(index, text[index], face)
                yield Glyph(shown, box, face.size, face.bold, face.turned, face.colour)

    def _turned(self, first: int, end: int, face: _Face, text: str) -> Iterator[Glyph]:
        """The characters of a sideways word, each as long as it moves on: only their forms are known, and a "1" is narrow."""
        glyphs = list(self._glyphs(first, end, text))
        for glyph, after in pairwise(glyphs):
            (begins, ends), one, two = _ALONG[face.turned], glyph.box, after.box
            sides = {"x0": one.x0, "top": one.top, "x1": one.x1, "bottom": one.bottom, ends: getattr(two, begins)}
            reaches = sides["x1"] >= sides["x0"] and sides["bottom"] >= sides["top"]
            yield replace(glyph, box=Box(**sides)) if reaches else glyph
        yield from glyphs[-1:]
        yield Glyph(" ", Box(0, 0, 0, 0), face.size, turned=face.turned)

    def _shown(self, first: int, end: int, face: _Face, text: str) -> str:
        if not face.symbols and _PLAIN.fullmatch(text, first, end):
            return text[first:end]
        return "".join(self._character(i, text[i], face) for i in range(first, end))

    def _character(self, index: int, printed: str, face: _Face) -> str:
        """What a character shows; what a font does not explain is unknown, whatever PDFium guesses."""
        if printed in _LINE_END_HYPHENS:
            return "-"
        if not face.symbols and calls.is_unexplained(self._raw, index) == 1:
            self.unnamed += not printed.isprintable()
            return UNKNOWN
        return mended(printed, face.font)

    def _joined(self, runs: list[_Run], text: str) -> list[_Run]:
        """Words that are one: parted by a space without width, or printed apart ("Po" now, "lice" later)."""
        out: list[_Run] = []
        end, size = -math.inf, 0.0
        for run in runs:
            word = run[0]
            (x0, _, x1, _) = word.box
            gap = x0 - end
            if -STEP_BACK * size < gap <= GAP_WITHOUT_SPACE * size and self._goes_on(out[-1], run, gap, text):
                a, first, _, face = out.pop()
                b = word
                added = as_raised(b.text) if is_raised(b.size, b.box.bottom, a.size, a.box.bottom) else b.text
                box = Box(a.box.x0, min(a.box.top, b.box.top), x1, max(a.box.bottom, b.box.bottom))
                word = a._replace(text=a.text + added, box=box)
                run = (word, first, run[2], face)
            out.append(run)
            end, size = x1, word.size
        return out

    def _goes_on(self, before: _Run, run: _Run, gap: float, text: str) -> bool:
        (a, a_first, a_end, face), (b, b_first, _, _) = before, run
        one, two, size = a.box, b.box, a.size
        if a_first == b_first or a.text in _BULLETS:
            return False
        level = abs(one.bottom - two.bottom) <= _SAME_LEVEL * size and abs(b.size - size) <= 0.1 * size
        if not level and not (is_raised(b.size, two.bottom, size, one.bottom) and b.text.isdigit()):
            return False
        if text[a_end:b_first] != " ":
            return abs(gap) <= GAP_WITH_SPACE * size
        if calls.is_generated(self._raw, a_end):
            return True
        # A printed space: only where the next word goes on where the space itself begins.
        return two.x0 - self._extent(a_end, face)[0] <= GAP_WITH_SPACE * size

    def _parted(self, runs: list[_Run], text: str, uprights: _Uprights) -> Iterator[Word]:
        """The words, parted where a drawn line goes through a gap of one: figures of two cells that stand close."""
        for word, first, end, _ in runs:
            crossing = uprights.through(word.box)
            if not crossing:
                yield word
                continue
            parts: list[list[Glyph]] = []
            for glyph in self._glyphs(first, end, text):
                if not glyph.text.strip():
                    continue
                if not parts or any(_lies_between(parts[-1][-1], x, glyph) for x in crossing):
                    parts.append([])
                parts[-1].append(glyph)
            if len(parts) < 2:
                yield word
                continue
            for part in parts:
                yield from words_of(part)

    def _face(self, index: int) -> _Face:
        return self._faces.get(calls.object_of(self._raw, index)) or self._new_face(index)

    def _new_face(self, index: int) -> _Face:
        thing: int | None = calls.object_of(self._raw, index)
        calls.character_matrix(self._raw, index, calls.MATRIX)
        along, up, over, high, _, _ = calls.matrix
        font, mode, colour = 0, 0, None
        if thing:
            at = place(thing)
            font, mode, colour = calls.font_of(at) or 0, calls.render_mode(at), calls.fill_colour(at)
        # A page has few faces, and objects by the hundred that share them.
        look = (along, up, over, high, calls.size_of(self._raw, index), font, mode, colour or _BLACK)
        face = self._known.get(look)
        if face is None:
            face = self._known[look] = self._face_of(*look)
        self._faces[thing] = face
        return face

    def _face_of(
        self, along: float, up: float, over: float, high: float, size: float, font: int, mode: int, colour: str
    ) -> _Face:
        """The face of an object: of its matrix, the size in its own space, the font, the mode of painting, and the colour."""
        shown = round(math.hypot(over, high) * size, 2) or 1.0
        quarter = (0 if along >= 0 else 2) if abs(along) >= abs(up) else (1 if up > 0 else 3)
        turned = (0, 1, 2, -1)[(quarter - self._sheet.quarter_turns) % 4]
        name, symbols, bold, descent = self._font(font)
        bold, even = bold or mode == _STROKED, descent > 0
        return _Face(name, symbols, bold, colour, shown, turned, descent or _DESCENT, even, mode == _INVISIBLE)

    def _font(self, font: int) -> tuple[str, bool, bool, float]:
        """The name of a font, whether it has symbols in place of letters, whether it is bold, and its descent (0 if unknown)."""
        known = self._fonts.get(font)
        if known is None:
            at = place(font)
            name = calls.font_name(at) if font else ""
            # The weight that PDFium tells is reckoned from the width of stems and is often wrong.
            bold = is_bold(name) or (bool(font) and bool(calls.font_flags(at) & _FORCE_BOLD))
            known = (name, bool(_SYMBOLS.search(name)), bold, calls.descent(at) if font else _DESCENT)
            self._fonts[font] = known
        return known


class _Uprights:
    """The drawn upright lines of a page, to be found by a box that they cross."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        spans: dict[float, list[tuple[float, float]]] = {}
        for rule in rules:
            if rule.bottom - rule.top > rule.x1 - rule.x0:
                spans.setdefault(round(rule.x0, 1), []).append((rule.top, rule.bottom))
        self._at = sorted(spans)
        self._spans = spans
        self.any = bool(spans)

    def through(self, box: Box) -> list[float]:
        """The x of the lines that go through a box, not along its side."""
        first = bisect_left(self._at, box.x0 + 1)
        if first == len(self._at) or self._at[first] >= box.x1 - 1:
            return []
        end = bisect_left(self._at, box.x1 - 1)
        middle = (box.top + box.bottom) / 2
        return [x for x in self._at[first:end] if any(top <= middle <= bottom for top, bottom in self._spans[x])]


def _lies_between(before: Glyph, x: float, after: Glyph) -> bool:
    slack = 0.12 * after.size
    return before.box.x1 - slack <= x <= after.box.x0 + slack and after.box.x0 - before.box.x1 > 0.5 * slack


def _printed_once(runs: list[_Run]) -> list[_Run]:
    """The words without those printed a second time in the same spot (bold made by printing twice, or a shadow)."""
    spots = {(word.text, word.box.x0 // 4, word.box.top // 4) for word, _, _, _ in runs}
    if len(spots) == len(runs):
        # Of a page that is printed twice some words would share a spot, even where most lie on the edge of two.
        return runs
    again: set[int] = set()
    order = sorted((run[0].text, run[0].box.top, i) for i, run in enumerate(runs))
    for at, (text, top, index) in enumerate(order):
        word = runs[index][0]
        for other_text, other_top, other in islice(order, at + 1, None):
            if other_text != text or other_top - top >= 0.15 * word.size:
                break
            if _same_spot(word, runs[other][0]):
                again.add(max(index, other))
    return [run for i, run in enumerate(runs) if i not in again]


def _same_spot(a: Word, b: Word) -> bool:
    return abs(a.box.x0 - b.box.x0) < 0.2 * a.size and abs(a.size - b.size) < 0.1 * a.size

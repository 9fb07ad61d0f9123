"""The process that looks into PDFs for the site: pictures of pages, and where words stand on them.

It is a process because PDFium is not thread-safe, because a page may kill or hold up the one that draws it, and because what
PDFium takes is then not taken of the site. ``serve.drawing`` starts it and asks it one thing at a time: a line of JSON on its
standard input, answered by a line of JSON with the number of bytes that follow. It ends when its input ends.

A file is read only if it is a plain one, or a link to one, and of it only the very bytes that were ingested (by SHA-256).
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import io
import json
import math
import os
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

from schema.contacts import EMAIL, PHONE
from serve.opening import paper_opened, plain

#: A page may be as large as a house; its picture then has fewer pixels for a point. An A4 page at three for a point has 4.5 million.
MOST_PIXELS = 6_000_000
#: Address space of this process, where the system can limit it.
MOST_MEMORY = 2_000_000_000
#: How many letters before and after words are looked at where the page has the words more than once.
_CONTEXTS = (0, 12, 30, 80, 200)
#: Boxes on a page are found on a grid of so many places a side.
_FINE = 1_000_000
_HYPHENS = "-\u2010\u2011\u00ad\x02\ufffe"

#: What stands over a telephone number in a picture.
_COVERED = (200, 200, 200)

Box = tuple[float, float, float, float]
Span = tuple[int, int]


class Refused(Exception):
    """Why there is no answer: ``gone``, ``no page`` or ``unreadable``."""


def run(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    papers = _Papers()
    for line in requests:
        header, body = answer(papers, json.loads(line))
        answers.write(json.dumps({**header, "length": len(body)}).encode() + b"\n" + body)
        answers.flush()


def answer(papers: _Papers, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What is sent back: a picture (``do: draw``), boxes of words (``do: find``), or only that the file is there (``do: look``)."""
    try:
        data = papers.bytes_of(asked["path"], asked["sha256"], asked["bytes"])
        if asked["do"] == "look":
            return {"is": "ok"}, b""
        with papers.page(data, asked["page"]) as page:
            if asked["do"] == "draw":
                return {"is": "ok"}, picture(page, asked["scale"], asked["text"])
            quote, exact = find(page, asked["text"], asked["quote"], asked["exact"])
            return {"is": "ok", "quote": quote, "exact": exact}, b""
    except Refused as refused:
        return {"is": str(refused)}, b""
    except (pypdfium2.PdfiumError, OSError, ValueError, ZeroDivisionError, MemoryError):
        return {"is": "unreadable"}, b""


class _Papers:
    """The paper that was asked for last stays in memory: the next question is often about the same."""

    def __init__(self) -> None:
        self._key: object = None
        self._data = b""
        self._pdf: pypdfium2.PdfDocument | None = None

    def bytes_of(self, path: str, sha256: str, size: int) -> bytes:
        """The bytes of a file, which must be those that were ingested."""
        key = (path, sha256, _state(path, size))
        if key != self._key:
            self.close()
            self._data = read(path, sha256, size)
            self._key = key
        return self._data

    @contextlib.contextmanager
    def page(self, data: bytes, number: int) -> Iterator[pypdfium2.PdfPage]:
        """A page of the PDF whose bytes were asked for last, from 1."""
        if self._pdf is None:
            self._pdf = pypdfium2.PdfDocument(data)
            self._pdf.init_forms()
        if not 1 <= number <= len(self._pdf):
            raise Refused("no page")
        with contextlib.closing(self._pdf[number - 1]) as page:
            yield page

    def close(self) -> None:
        """Forget the paper."""
        if self._pdf is not None:
            self._pdf.close()
        self._key, self._data, self._pdf = None, b"", None


def _state(path: str, size: int) -> tuple[int, ...]:
    """What differs as soon as there is another file at the path, or its link leads to another."""
    try:
        found = plain(path, size)
    except OSError as error:
        raise Refused("gone") from error
    return found.st_mtime_ns, found.st_ino, found.st_ctime_ns


def read(path: str, sha256: str, size: int) -> bytes:
    """The bytes of a file, where it still has the content that was ingested."""
    try:
        with paper_opened(path, size) as file:
            data = file.read(size + 1)
    except OSError as error:
        raise Refused("gone") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refused("gone")
    return data


def picture(page: pypdfium2.PdfPage, scale: float, text: str) -> bytes:
    """A page as a PNG of 256 colours, as a viewer shows it; ``scale`` is pixels for a point, fewer for a very large page.

    The colours of a page of text are kept, those of a photograph nearly; the file has a fourth of the bytes. Telephone numbers and
    e-mail addresses are covered, as they are in its ``text``, but for those of a scan.
    """
    width, height = page.get_size()
    most = min(scale, math.sqrt(MOST_PIXELS / (width * height)), MOST_PIXELS / max(width, height))
    drawn = page.render(scale=most).to_pil().convert("RGB")
    cover = ImageDraw.Draw(drawn)
    for x0, top, x1, bottom in contacts(page, text):
        box = (x0 * drawn.width - 1, top * drawn.height - 1, x1 * drawn.width + 1, bottom * drawn.height + 1)
        cover.rectangle(box, fill=_COVERED)
    few = drawn.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, format="PNG", compress_level=5)
    return out.getvalue()


def contacts(page: pypdfium2.PdfPage, text: str) -> list[Box]:
    """Where telephone numbers and e-mail addresses stand on a page, in parts of its sides.

    ``text`` is that of the page as it is kept, without them. Figures of a row that look like a number together (``01 12 10 14 15 7``)
    stand in it, and stand further apart than the parts of a number.
    """
    kept = _Squeezed(text, hyphens=True).text
    with contextlib.closing(page.get_textpage()) as letters:
        printed = "".join(_letters(letters))
        found = [match for pattern in (EMAIL, PHONE) for match in pattern.finditer(printed)]
        return [
            box
            for match in found
            if _Squeezed(match.group(), hyphens=True).text not in kept and _close(letters, range(*match.span()))
            for box in _boxes(page, letters, range(*match.span()))
        ]


def _close(letters: pypdfium2.PdfTextPage, places: Iterable[int]) -> bool:
    """Whether no two letters in a row stand further apart than a letter is high."""
    boxes = [letters.get_charbox(place, loose=True) for place in places]
    boxes = [box for box in boxes if box[0] < box[2] and box[1] < box[3]]
    return all(
        max(right[0] - left[2], left[0] - right[2], right[1] - left[3], left[1] - right[3])
        <= max(left[2] - left[0], left[3] - left[1])
        for left, right in pairwise(boxes)
    )


def find(page: pypdfium2.PdfPage, text: str, quote: Span, exact: Span | None) -> tuple[list[Box], list[Box]]:
    """Where the words of a span of the page's text stand on it: those of ``quote``, and within them those of ``exact``.

    Boxes are x0, top, x1 and bottom in parts of the page as shown (0 to 1), one for each line; none where the words cannot be found
    without doubt, such as those of a scan.
    """
    own = page.get_rotation()
    try:
        # PDFium puts letters in order for the way in which a page lies; text across that is in order when the page is turned.
        for wanted, fewest in ((quote, 0), (exact, 12)):
            for turn in dict.fromkeys((own, 0, 90, 180, 270)):
                page.set_rotation(turn)
                with contextlib.closing(page.get_textpage()) as letters:
                    places = _places(letters, text, wanted, fewest) if wanted else []
                    page.set_rotation(own)
                    if places:
                        figure = [there for here, there in places if exact and exact[0] <= here < exact[1]]
                        whole = [there for _, there in places] if wanted is quote else []
                        return _boxes(page, letters, whole), _boxes(page, letters, figure)
    finally:
        page.set_rotation(own)
    return [], []


def _places(letters: pypdfium2.PdfTextPage, text: str, span: Span, fewest: int) -> list[tuple[int, int]]:
    """For each letter of a span of our text its place there and its place among the letters of the page; none if in doubt."""
    printed = _letters(letters)
    for hyphens in (True, False):
        here, there = _Squeezed(text, hyphens), _Squeezed(printed, hyphens)
        at = _same(here, there, span, fewest)
        if at is not None:
            first, end = here.at(span[0]), here.at(span[1])
            return list(zip(here.places[first:end], there.places[at : at + end - first], strict=True))
    return []


def _letters(letters: pypdfium2.PdfTextPage) -> list[str]:
    """The letters of a page in PDFium's order, one for each place."""
    return [chr(pdfium.FPDFText_GetUnicode(letters, place)) for place in range(letters.count_chars())]


class _Squeezed:
    """A text without spaces and line ends, and where each of its letters was."""

    def __init__(self, characters: Iterable[str], hyphens: bool) -> None:
        kept: list[str] = []
        self.places: list[int] = []
        for place, character in enumerate(characters):
            # PDFium gives a hyphen at the end of a line as a mark of its own.
            plain = "-" if character in _HYPHENS else unicodedata.normalize("NFKC", character)
            for one in plain:
                # PDFium gives what is beyond the first plane in two halves.
                if (hyphens or one != "-") and unicodedata.category(one)[0] not in "ZC" and one < "\U00010000":
                    kept.append(one)
                    self.places.append(place)
        self.text = "".join(kept)

    def at(self, place: int) -> int:
        """How many letters stand before a place of the text."""
        return bisect_left(self.places, place)


def _same(here: _Squeezed, there: _Squeezed, span: Span, fewest: int) -> int | None:
    """Where the letters of a span of one text begin in another, told by as much of what stands around as makes them the only ones.

    ``fewest`` letters around them have to be the same too. Both are counted in letters of the squeezed texts.
    """
    start, end = here.at(span[0]), here.at(span[1])
    if start >= end:
        return None
    for context in _CONTEXTS:
        for before, after in ((context, context), (context, 0), (0, context)):
            begin = max(0, start - before)
            words = here.text[begin : end + after]
            at = there.text.find(words)
            if before + after >= fewest and at >= 0 and there.text.find(words, at + 1) < 0:
                return at + start - begin
    return None


def _boxes(page: pypdfium2.PdfPage, letters: pypdfium2.PdfTextPage, places: Sequence[int]) -> list[Box]:
    """A box for each line of some letters of a page."""
    boxes: list[Box] = []
    for place in places:
        x0, top, x1, bottom = _shown(page, letters.get_charbox(place, loose=True))
        if not (x1 > 0 and bottom > 0 and x0 < 1 and top < 1):
            continue
        if boxes:
            left, above, right, below = boxes[-1]
            # A line that reads upwards or downwards has its letters one above the other.
            quarters = round(pdfium.FPDFText_GetCharAngle(letters, place) / (math.pi / 2)) + page.get_rotation() // 90
            ends = (left, right, x0, x1) if quarters % 2 else (above, below, top, bottom)
            if _overlap(*ends) > 0.5:
                boxes[-1] = (min(left, x0), min(above, top), max(right, x1), max(below, bottom))
                continue
        boxes.append((x0, top, x1, bottom))
    return boxes


def _overlap(start: float, end: float, other_start: float, other_end: float) -> float:
    """The part of the shorter of two stretches that both have; below 0 they are apart."""
    shorter = min(end - start, other_end - other_start)
    return (min(end, other_end) - max(start, other_start)) / shorter if shorter > 0 else 0.0


def _shown(page: pypdfium2.PdfPage, box: Box) -> Box:
    """A box of a PDF (left, bottom, right, top, from the bottom) on the page as shown, turned and cut, in parts of its sides."""
    left, bottom, right, top = box
    points = []
    for x, y in ((left, bottom), (right, top)):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
        points.append((across.value / _FINE, down.value / _FINE))
    (ax, ay), (bx, by) = points
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _limit_memory() -> None:
    """Let a page that asks for gigabytes fail instead of the machine."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _limit_memory()
    # Nothing that a library prints may stand between the answers.
    with os.fdopen(os.dup(1), "wb") as out, contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        os.dup2(2, 1)
        run(sys.stdin.buffer, out)

"""A scanned page: its picture laid straight, its lines and words recognised in it, as a page with boxes like any other.

Boxes are those of the page laid straight about its middle: where a page lies crooked on the glass, a box at its edge is off by
as much as the page is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from extract.pages.turned import Turn
from ingest.ocr.choice import Program
from ingest.ocr.engines import Found, NotRecognised, Recogniser, Sheet, recogniser
from ingest.ocr.lines import Stroke, level_lines, mask_of
from ingest.ocr.picture import (
    INK,
    Colours,
    Grey,
    Mask,
    colours_of,
    grey_of,
    ground_of,
    lies_on_its_side,
    skew_of,
    without_specks,
)
from ingest.ocr.words import Piece, box_of, pieces_of
from ingest.pdf.images import Picture, page_image, turned_by, upright_from
from schema.document import Box, Page, Rule, Word
from schema.errors import Unreadable
from schema.reading import Problem

#: Pixels for an inch at which a page is read; its letters are then about as high as those that recognisers were taught with.
DPI = 200

# A page may be as large as a house.
_MOST_PIXELS = 16_000_000
#: What stands where a figure could not be made out.
UNREADABLE = "\ufffd"
# A digit that is less certain than this is not taken for one.
_CERTAIN = 0.6
# A page that is read with less certainty than this may stand on its head.
_SURE = 0.85
_POINTS = 72.0


def read_scan(page: Page, data: bytes, program: Program) -> tuple[Page, tuple[Problem, ...]]:
    """A scanned page with the words and rules that are recognised in its picture, and what could not be read of it.

    Args:
        page: The page as the engine sees it.
        data: The bytes of its PDF.
        program: What is to recognise it.
    """
    try:
        image = page_image(data, page.number, scale=DPI / _POINTS, most_pixels=_MOST_PIXELS)
        way, seen = _upright(image, recogniser(program))
    except (NotRecognised, Unreadable) as error:
        return page, (_not_read(page.number, error),)
    if not seen.pieces:
        return page, (_nothing_found(page.number),)
    points = (page.width or 0) / image.width
    place = Turn(way, page.width or 0, page.height or 0).back()
    doubtful = [p for p in seen.pieces if _is_doubtful(p)]
    read = replace(
        page,
        words=tuple(_word(p, points, place, way) for p in seen.pieces),
        rules=tuple(_rule(place.box(box)) for box in _lines(seen, points)),
        recognised=True,
    )
    return read, (_doubt(page.number, doubtful),) if doubtful else ()


def _upright(image: Picture, engine: Recogniser) -> tuple[int, _Seen]:
    """What is seen in a picture with its text upright, and the way in which it reads as it lies (``Word.turned``)."""
    picture = _straight(image)
    if lies_on_its_side(picture.ink):
        way = max((1, -1), key=lambda way: _look(_straight(upright_from(_middle_of(image), way)), engine).sure)
        return way, _look(_straight(upright_from(image, way)), engine)
    seen = _look(picture, engine)
    if seen.found and seen.sure < _SURE:
        # Not a page that is hard to read, maybe, but one that stands on its head.
        turned = _look(_straight(upright_from(image, 2)), engine)
        if turned.sure > seen.sure:
            return 2, turned
    return 0, seen


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is seen in a picture, in pixels of it laid straight; ``sure`` is how sure the recogniser is, between 0 and 1."""

    found: list[Found]
    level: list[Stroke]
    upright: list[Stroke]
    pieces: list[Piece]

    @property
    def sure(self) -> float:
        scores = [score for text in self.found for score in text.scores]
        return sum(scores) / len(scores) if scores else 0.0


@dataclass(frozen=True, slots=True)
class _Straight:
    """A picture laid straight, its brightness and its lines."""

    colours: Colours
    grey: Grey
    level: list[Stroke]
    upright: list[Stroke]

    @property
    def ink(self) -> Mask:
        """Where it is printed, without lines."""
        print_ = without_specks(ground_of(self.grey, DPI) - self.grey > INK)
        return print_ & ~mask_of(self.level, self.upright, self.grey.shape)


def _straight(image: Picture) -> _Straight:
    crooked = skew_of(grey_of(image))
    if crooked:
        image = turned_by(image, crooked)
    grey = grey_of(image)
    level, upright = level_lines(grey, DPI), level_lines(np.ascontiguousarray(grey.T), DPI)
    return _Straight(colours_of(image), grey, level, upright)


def _look(picture: _Straight, engine: Recogniser) -> _Seen:
    shape = picture.grey.shape
    sheet = Sheet(picture.colours, picture.grey, mask_of([], picture.upright, shape), picture.upright, DPI)
    found = engine.find(sheet)
    level = [line for line in picture.level if not _is_print(line, found)]
    upright = [line for line in picture.upright if not _crosses_print(line, found)]
    return _Seen(found, level, upright, pieces_of(found, picture.grey, mask_of(level, upright, shape)))


def _middle_of(image: Picture) -> Picture:
    """A part of a page that lies on its side, large enough to tell in which way."""
    return image.crop((image.width // 3, image.height // 4, image.width * 2 // 3, image.height * 3 // 4))


def _lines(seen: _Seen, points: float) -> Iterator[Box]:
    for line in seen.level:
        yield Box(line.start * points, line.at * points, line.end * points, line.at * points)
    for line in seen.upright:
        yield Box(line.at * points, line.start * points, line.at * points, line.end * points)


def _rule(box: Box) -> Rule:
    return Rule(box.x0, box.top, box.x1, box.bottom)


def _word(piece: Piece, points: float, place: Turn, way: int) -> Word:
    box = place.box(Box(*(round(v * points, 2) for v in box_of(piece))))
    text = UNREADABLE if _is_doubtful(piece) else piece.text
    return Word(text, box, round(piece.size * points, 1), bold=piece.bold, turned=way)


def _is_doubtful(piece: Piece) -> bool:
    return piece.score < _CERTAIN and bool(re.search(r"\d", piece.text))


def _is_print(line: Stroke, found: list[Found]) -> bool:
    """True for a level stroke that lies within a text: the bars of its letters, or a line under a word."""
    for text in found:
        room = (text.bottom - text.top) / 2
        if text.top - 2 <= line.at <= text.bottom + 2 and text.x0 - room <= line.start and line.end <= text.x1 + room:
            return True
    return False


def _crosses_print(line: Stroke, found: list[Found]) -> bool:
    """True for a short upright stroke within a text: strokes of letters, of two lines that touch."""
    for text in found:
        height = text.bottom - text.top
        inside = text.x0 + height / 4 < line.at < text.x1 - height / 4
        if inside and line.end - line.start < 2.5 * height and line.start < text.bottom and line.end > text.top:
            return True
    return False


def _not_read(number: int, error: Exception) -> Problem:
    message = f"Page {number} is an image whose text could not be recognised ({error}), so nothing on it was read."
    return Problem(code="no_text", message=message, severity="error", page=number)


def _nothing_found(number: int) -> Problem:
    message = f"Page {number} is an image in which no text was found."
    return Problem(code="nothing_recognised", message=message, severity="info", page=number)


def _doubt(number: int, doubtful: list[Piece]) -> Problem:
    shown = ", ".join(f'"{p.text}"' for p in doubtful[:8]) + (" and more" if len(doubtful) > 8 else "")
    message = (
        f"Page {number} is a scan, and what could not be made out on it with certainty was left out "
        f"({UNREADABLE} stands in its place): it may be {shown}."
    )
    return Problem(code="doubtful_figures", message=message, page=number)

"""A scanned page: its picture laid straight, its lines and words recognised in it, as a page with boxes like any other.

Boxes are those of the page laid straight about its middle: where a page lies crooked on the glass, a box at its edge is off by
as much as the page is.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from ingest.ocr_choice import Ocr, what_to_do
from ingest.ocr_engines import Found, Sheet, recogniser
from ingest.ocr_lines import Stroke, level_lines, mask_of
from ingest.ocr_picture import INK, colours_of, grey_of, ground_of, skew_of, without_specks
from ingest.ocr_words import Piece, box_of, pieces_of
from ingest.page_images import page_image, turned_by
from schema.document import Box, Page, Rule, Word
from schema.reading import Problem

#: Pixels for an inch at which a page is read; its letters are then about as high as those that recognisers were taught with.
DPI = 200

#: What stands where a figure could not be made out.
UNREADABLE = "\ufffd"
# A digit that is less certain than this is not taken for one.
_CERTAIN = 0.6
_POINTS = 72.0


def read_scan(page: Page, data: bytes, choice: Ocr) -> tuple[Page, tuple[Problem, ...]]:
    """A scanned page with the words and rules that are recognised in its picture, and what could not be read of it.

    Args:
        page: The page as the engine sees it.
        data: The bytes of its PDF.
        choice: What is to recognise it.

    Raises:
        Unreadable: The page cannot be drawn.
    """
    engine = recogniser(choice)
    if engine is None:
        return page, (_not_read(page.number, choice),)
    image = page_image(data, page.number, scale=DPI / _POINTS)
    crooked = skew_of(grey_of(image))
    if crooked:
        image = turned_by(image, crooked)
    grey, colours = grey_of(image), colours_of(image)
    ground = ground_of(grey, DPI)
    darkness = np.abs(ground - grey)
    level = level_lines(grey, DPI)
    upright = level_lines(np.ascontiguousarray(grey.T), DPI)
    ink = without_specks(darkness > INK)
    found = engine.find(Sheet(colours, ink & ~mask_of([], upright, ink.shape), upright, DPI))
    level = [line for line in level if not _is_print(line, found)]
    upright = [line for line in upright if not _crosses_print(line, found)]
    pieces = pieces_of(found, ink & ~mask_of(level, upright, ink.shape), darkness)
    points = (page.width or 0) / image.width
    doubtful = [p for p in pieces if _is_doubtful(p)]
    words = tuple(_word(p, points) for p in pieces)
    rules = (
        *(Rule(s.start * points, s.at * points, s.end * points, s.at * points) for s in level),
        *(Rule(s.at * points, s.start * points, s.at * points, s.end * points) for s in upright),
    )
    read = replace(page, words=words, rules=rules, recognised=True)
    if not words:
        return page, (_nothing_found(page.number),)
    return read, (_doubt(page.number, doubtful),) if doubtful else ()


def _word(piece: Piece, points: float) -> Word:
    x0, top, x1, bottom = (round(v * points, 2) for v in box_of(piece))
    text = UNREADABLE if _is_doubtful(piece) else piece.text
    return Word(text, Box(x0, top, x1, bottom), round(piece.size * points, 1), bold=piece.bold)


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


def _not_read(number: int, choice: Ocr) -> Problem:
    message = f"Page {number} is an image without text, so nothing on it was read: {what_to_do(choice)}."
    return Problem(code="no_text", message=message, page=number)


def _nothing_found(number: int) -> Problem:
    message = f"Page {number} is an image in which no text was found."
    return Problem(code="nothing_recognised", message=message, severity="info", page=number)


def _doubt(number: int, doubtful: list[Piece]) -> Problem:
    shown = ", ".join(f'"{p.text}"' for p in doubtful[:8])
    message = (
        f"Page {number} is a scan; {len(doubtful)} figures on it could not be made out with certainty and were left out "
        f"({UNREADABLE} stands in their place): they may be {shown}."
    )
    return Problem(code="doubtful_figures", message=message, page=number)

"""The functions of PDFium that are called many times a page, with handles as plain addresses.

The typed binding checks and wraps every argument, which takes several times as long as the call. Here an argument is what a
call takes as it is: a number, or an address made ready once, a ``Place``; and a call writes its answer into one of the places
below, so that no object comes about in a call. One page at a time in a process: PDFium is not thread-safe, and neither are
these places.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NewType

import pypdfium2.raw as pdfium

_H = ctypes.c_void_p
_I = ctypes.c_int

#: An address as an argument: of a page, of its text, of an object, of the place for an answer.
Place = NewType("Place", object)


#: An address, such as the one that a function here gave, as an argument for many calls.
place: Callable[[int], Place] = _H.from_param  # type: ignore[assignment]


def handle(pointer: Any) -> Place:
    """The address behind a typed pointer of the binding."""
    return place(ctypes.cast(pointer, _H).value or 0)


def _places(kind: Any, count: int, code: str) -> tuple[memoryview, tuple[Place, ...]]:
    """Places for the numbers of an answer: a view to read them by, and the place of each."""
    numbers = (kind * count)()
    view = memoryview(numbers).cast("B").cast(code)  # type: ignore[call-overload]
    return view, tuple(place(ctypes.addressof(numbers) + i * ctypes.sizeof(kind)) for i in range(count))


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of PDFium that gives a ``result`` of a type of C.

    Its ``arguments`` are told where one is neither a place nor an ``int`` of C; else they are left out, all of them, and passed on
    without a look. Python's lock is kept during a call: most are done in a moment.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _H).value or 0)


#: A rectangle (FS_RECTF: left, top, right, bottom), a matrix (FS_MATRIX: a to f), one number, the sides of a box, the red, green, blue and alpha of a colour.
rect, _RECT = _places(ctypes.c_float, 4, "f")
matrix, _MATRIX = _places(ctypes.c_float, 6, "f")
_number, _NUMBER = _places(ctypes.c_float, 1, "f")
_sides, _SIDES = _places(ctypes.c_double, 4, "d")
_colour, _COLOUR = _places(ctypes.c_uint, 4, "I")
_mode, _MODE = _places(_I, 2, "i")
RECT, MATRIX = _RECT[0], _MATRIX[0]
_NAME = ctypes.create_string_buffer(256)
load_text = _plain(pdfium.FPDFText_LoadPage, _H)
close_text = _plain(pdfium.FPDFText_ClosePage, None)
count_characters = _plain(pdfium.FPDFText_CountChars, _I)
text_of = _plain(pdfium.FPDFText_GetText, _I)
code_of = _plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
is_unexplained = _plain(pdfium.FPDFText_HasUnicodeMapError, _I)
is_generated = _plain(pdfium.FPDFText_IsGenerated, _I)
object_of = _plain(pdfium.FPDFText_GetTextObject, _H)
size_of = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double)
#: Of a text and the number of a character: its box from descent to ascent into RECT, its matrix into MATRIX.
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, _I)
character_matrix = _plain(pdfium.FPDFText_GetMatrix, _I)
_tight_box = _plain(pdfium.FPDFText_GetCharBox, _I)
_origin = _plain(pdfium.FPDFText_GetCharOrigin, _I)

font_of = _plain(pdfium.FPDFTextObj_GetFont, _H)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _I)
font_flags = _plain(pdfium.FPDFFont_GetFlags, _I)
_font_name = _plain(pdfium.FPDFFont_GetBaseFontName, ctypes.c_ulong, _H, _H, ctypes.c_ulong)
_descent = _plain(pdfium.FPDFFont_GetDescent, _I, _H, ctypes.c_float, _H)

count_objects = _plain(pdfium.FPDFPage_CountObjects, _I)
object_at = _plain(pdfium.FPDFPage_GetObject, _H)
count_form_objects = _plain(pdfium.FPDFFormObj_CountObjects, _I)
form_object_at = _plain(pdfium.FPDFFormObj_GetObject, _H, _H, ctypes.c_ulong)
#: Of an object by its address: what it is is asked before all else, and of most it is all that is asked.
kind_of = _plain(pdfium.FPDFPageObj_GetType, _I, _H)
#: Of an object: its matrix into MATRIX.
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, _I)
_bounds = _plain(pdfium.FPDFPageObj_GetBounds, _I)
_fill_colour = _plain(pdfium.FPDFPageObj_GetFillColor, _I)
_stroke_colour = _plain(pdfium.FPDFPageObj_GetStrokeColor, _I)
_draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, _I)
count_segments = _plain(pdfium.FPDFPath_CountSegments, _I)
segment_at = _plain(pdfium.FPDFPath_GetPathSegment, _H)
segment_kind = _plain(pdfium.FPDFPathSegment_GetType, _I)
_segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, _I)


def tight_box(text: Place, index: int) -> memoryview:
    """The left, right, bottom and top of the form of a character, in user space."""
    _tight_box(text, index, *_SIDES)
    return _sides


def origin(text: Place, index: int) -> tuple[float, float]:
    """Where the pen stands for a character: the x and y of its start on the line, in user space."""
    _origin(text, index, *_SIDES[:2])
    return _sides[0], _sides[1]


def font_name(font: Place) -> str:
    """The name of a font as the file gives it, such as ``ABCDEF+Arial-BoldMT``."""
    length = _font_name(font, ctypes.addressof(_NAME), len(_NAME))
    return _NAME.raw[: max(0, min(length, len(_NAME)) - 1)].decode("utf-8", "replace")


def descent(font: Place) -> float:
    """How far letters of a font reach below their line, as a share of the size; 0 where the font makes no sense."""
    _descent(font, 1.0, *_NUMBER)
    below = -_number[0]
    return below if 0 < below <= 0.5 else 0.0


def bounds(thing: Place) -> memoryview | None:
    """The left, bottom, right and top of an object, in the space of the page or form it stands in; None where it has none."""
    return rect if _bounds(thing, *_RECT) else None


def draw_mode(path: Place) -> tuple[bool, bool]:
    """Whether a path is filled, and whether it is stroked."""
    return (bool(_mode[0]), bool(_mode[1])) if _draw_mode(path, *_MODE) else (False, False)


def fill_colour(thing: Place) -> str | None:
    """The colour inside an object (see ``_shown``)."""
    return _shown(*_colour) if _fill_colour(thing, *_COLOUR) else None


def stroke_colour(thing: Place) -> str | None:
    """The colour of the lines of an object (see ``_shown``)."""
    return _shown(*_colour) if _stroke_colour(thing, *_COLOUR) else None


def segment_point(segment: Place) -> tuple[float, float]:
    """The x and y of a segment of a path, in the space of the path."""
    _segment_point(segment, *_RECT[:2])
    return rect[0], rect[1]


@lru_cache(maxsize=1024)
def _shown(red: int, green: int, blue: int, alpha: int) -> str | None:
    """A colour, each part 0 to 255, as ``#rrggbb`` as it shows on white paper; None where it is fully transparent."""
    if not alpha:
        return None
    shown = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
    return "#" + "".join(f"{part:02x}" for part in shown)

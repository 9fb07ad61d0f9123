"""The functions of PDFium that are called many times a page, with handles as plain addresses.

The typed binding checks and wraps every argument, which takes as long again as the call. Here a handle is an ``int`` (0 for
none), and a call writes its answer into one of the places below, made once: no object comes about in a call. One page at a
time in a process: PDFium is not thread-safe, and neither are these places.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_H = ctypes.c_void_p
_I = ctypes.c_int


def handle(pointer: Any) -> int:
    """The address behind a typed pointer of the binding; 0 for none."""
    return ctypes.cast(pointer, _H).value or 0


def _place(kind: Any, count: int, code: str) -> tuple[int, memoryview]:
    """A place for an answer of ``count`` numbers: its address for the call, and a view to read it by."""
    numbers = (kind * count)()
    return ctypes.addressof(numbers), memoryview(numbers).cast("B").cast(code)  # type: ignore[call-overload]


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.CFUNCTYPE(result, *arguments)(handle(function))


#: A rectangle (FS_RECTF: left, top, right, bottom), a matrix (FS_MATRIX: a to f), one number, a point, the sides of a box.
RECT, rect = _place(ctypes.c_float, 4, "f")
MATRIX, matrix = _place(ctypes.c_float, 6, "f")
NUMBER, number = _place(ctypes.c_float, 1, "f")
SIDES, sides = _place(ctypes.c_double, 4, "d")
_COLOUR, _colour = _place(ctypes.c_uint, 4, "I")
_MODE, _mode = _place(_I, 2, "i")
_NAME = ctypes.create_string_buffer(256)

load_text = _plain(pdfium.FPDFText_LoadPage, _H, _H)
close_text = _plain(pdfium.FPDFText_ClosePage, None, _H)
count_characters = _plain(pdfium.FPDFText_CountChars, _I, _H)
text_of = _plain(pdfium.FPDFText_GetText, _I, _H, _I, _I, _H)
code_of = _plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _H, _I)
is_unexplained = _plain(pdfium.FPDFText_HasUnicodeMapError, _I, _H, _I)
is_generated = _plain(pdfium.FPDFText_IsGenerated, _I, _H, _I)
object_of = _plain(pdfium.FPDFText_GetTextObject, _H, _H, _I)
size_of = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double, _H, _I)
#: Of a text and the number of a character: its box from descent to ascent into RECT, its matrix into MATRIX.
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, _I, _H, _I, _H)
character_matrix = _plain(pdfium.FPDFText_GetMatrix, _I, _H, _I, _H)
_tight_box = _plain(pdfium.FPDFText_GetCharBox, _I, _H, _I, _H, _H, _H, _H)
_origin = _plain(pdfium.FPDFText_GetCharOrigin, _I, _H, _I, _H, _H)

font_of = _plain(pdfium.FPDFTextObj_GetFont, _H, _H)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _I, _H)
font_flags = _plain(pdfium.FPDFFont_GetFlags, _I, _H)
_font_name = _plain(pdfium.FPDFFont_GetBaseFontName, ctypes.c_ulong, _H, _H, ctypes.c_ulong)
_descent = _plain(pdfium.FPDFFont_GetDescent, _I, _H, ctypes.c_float, _H)

count_objects = _plain(pdfium.FPDFPage_CountObjects, _I, _H)
object_at = _plain(pdfium.FPDFPage_GetObject, _H, _H, _I)
count_form_objects = _plain(pdfium.FPDFFormObj_CountObjects, _I, _H)
form_object_at = _plain(pdfium.FPDFFormObj_GetObject, _H, _H, ctypes.c_ulong)
kind_of = _plain(pdfium.FPDFPageObj_GetType, _I, _H)
#: Of an object: its matrix into MATRIX.
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, _I, _H, _H)
_bounds = _plain(pdfium.FPDFPageObj_GetBounds, _I, _H, _H, _H, _H, _H)
_fill_colour = _plain(pdfium.FPDFPageObj_GetFillColor, _I, _H, _H, _H, _H, _H)
_stroke_colour = _plain(pdfium.FPDFPageObj_GetStrokeColor, _I, _H, _H, _H, _H, _H)
_draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, _I, _H, _H, _H)
count_segments = _plain(pdfium.FPDFPath_CountSegments, _I, _H)
segment_at = _plain(pdfium.FPDFPath_GetPathSegment, _H, _H, _I)
segment_kind = _plain(pdfium.FPDFPathSegment_GetType, _I, _H)
_segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, _I, _H, _H, _H)


def tight_box(text: int, index: int) -> memoryview:
    """The left, right, bottom and top of the form of a character, in user space."""
    _tight_box(text, index, SIDES, SIDES + 8, SIDES + 16, SIDES + 24)
    return sides


def origin(text: int, index: int) -> tuple[float, float]:
    """Where the pen stands for a character: the x and y of its start on the line, in user space."""
    _origin(text, index, SIDES, SIDES + 8)
    return sides[0], sides[1]


def font_name(font: int) -> str:
    """The name of a font as the file gives it, such as ``ABCDEF+Arial-BoldMT``."""
    length = _font_name(font, ctypes.addressof(_NAME), len(_NAME))
    return _NAME.raw[: max(0, min(length, len(_NAME)) - 1)].decode("utf-8", "replace")


def descent(font: int) -> float:
    """How far letters of a font reach below their line, as a share of the size; 0 where the font makes no sense."""
    _descent(font, 1.0, NUMBER)
    return -number[0] if 0 < -number[0] <= 0.5 else 0.0


def bounds(thing: int) -> memoryview | None:
    """The left, bottom, right and top of an object, in the space of the page or form it stands in; None where it has none."""
    return rect if _bounds(thing, RECT, RECT + 4, RECT + 8, RECT + 12) else None


def draw_mode(path: int) -> tuple[bool, bool]:
    """Whether a path is filled, and whether it is stroked."""
    return (bool(_mode[0]), bool(_mode[1])) if _draw_mode(path, _MODE, _MODE + 4) else (False, False)


def fill_colour(thing: int) -> str | None:
    """The colour inside an object (see ``_shown``)."""
    return _shown() if _fill_colour(thing, _COLOUR, _COLOUR + 4, _COLOUR + 8, _COLOUR + 12) else None


def stroke_colour(thing: int) -> str | None:
    """The colour of the lines of an object (see ``_shown``)."""
    return _shown() if _stroke_colour(thing, _COLOUR, _COLOUR + 4, _COLOUR + 8, _COLOUR + 12) else None


def segment_point(segment: int) -> tuple[float, float]:
    """The x and y of a segment of a path, in the space of the path."""
    _segment_point(segment, RECT, RECT + 4)
    return rect[0], rect[1]


def _shown() -> str | None:
    """The colour in its place, ``#rrggbb`` as it shows on white paper; None where it is fully transparent."""
    red, green, blue, alpha = _colour
    if alpha < 255:
        if not alpha:
            return None
        red, green, blue = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
    return _HEX[red] if red == green == blue else f"#{red:02x}{green:02x}{blue:02x}"


_HEX = tuple(f"#{grey:02x}{grey:02x}{grey:02x}" for grey in range(256))

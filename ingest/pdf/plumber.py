"""The engine on pdfplumber: every object of a page as pdfminer sees it. Thorough and slow (about 15 pages a second)."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.encodingdb import EncodingDB
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.pdf.glyphs import Glyph, is_bold, mended, words_of
from schema.document import Box, Fill, Page, Rule
from schema.errors import Unreadable
from schema.reading import Problem

# pdfminer follows a malformed file until some expression fails, and lets whatever that raises through.
_BROKEN = (
    MalformedPDFException,
    PdfminerException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)

# A filled box this thin is a drawn line.
_THIN = 3.0
# A slope this small is a scanner's or a rounding's.
_LEVEL = 0.7
_WHITE = "#ffffff"
_BLACK = "#000000"

# pdfminer reads the built-in symbol fonts by the encoding of text fonts ("ﬁ" for an arrow): this leads back to their codes.
_CODES = {char: chr(code) for code, char in EncodingDB.std2unicode.items() if code > 0x7F}
_HAS_CODES = re.compile(r"(?:^|\+)(?:Symbol|ZapfDingbats)")

_Object = dict[str, Any]


class Plumber:
    """Reads pages with pdfplumber."""

    def pages(self, data: bytes, name: str, numbers: range | None = None) -> Iterator[Page | Problem]:
        """The pages of ``data``, one by one, all or those of ``numbers`` (from 1); memory holds one page at a time."""
        try:
            pdf = pdfplumber.open(io.BytesIO(data))
            sheets = list(PDFPage.create_pages(pdf.doc))
        except _BROKEN as error:
            what = f"the PDF is damaged ({_why(error)})"
            raise Unreadable(name, None, what, "open it in a PDF viewer and save it anew") from error
        # pdf.pages, and pdf.close() which uses it, would make all pages at once and fail for all where one is broken.
        for number, sheet in enumerate(sheets, start=1):
            if numbers is not None and number not in numbers:
                continue
            try:
                page = pdfplumber.page.Page(pdf, sheet, page_number=number)
                yield _page(page, number)
                page.close()
            except _BROKEN as error:
                yield Problem(
                    code="page_unreadable",
                    message=f"Page {number} could not be read ({_why(error)}); the other pages were.",
                    severity="error",
                    page=number,
                )


def _why(error: BaseException) -> str:
    cause = error.args[0] if error.args and isinstance(error.args[0], BaseException) else error
    text = " ".join(str(cause).split())[:80]
    return text or type(cause).__name__


def _page(page: Any, number: int) -> Page:
    left, top, right, bottom = _shown(page)
    frame = Box(float(left), float(top), float(right), float(bottom))
    drawn = list(_drawn(page, frame))
    return Page(
        number=number,
        width=frame.x1 - frame.x0,
        height=frame.bottom - frame.top,
        rotation=page.rotation,
        words=words_of(_glyphs(page, frame)),
        rules=tuple(d for d in drawn if isinstance(d, Rule)),
        fills=tuple(d for d in drawn if isinstance(d, Fill)),
        images=tuple(box for box in (_placed(image, frame) for image in page.images) if box),
    )


def _shown(page: Any) -> tuple[float, float, float, float]:
    """The part of the sheet that a viewer shows: the crop box, where it lies within the sheet."""
    sheet, crop = page.mediabox, page.cropbox
    x0, top = max(sheet[0], crop[0]), max(sheet[1], crop[1])
    x1, bottom = min(sheet[2], crop[2]), min(sheet[3], crop[3])
    if x1 - x0 < 10 or bottom - top < 10:
        return sheet[0], sheet[1], sheet[2], sheet[3]
    return x0, top, x1, bottom


def _placed(thing: _Object, frame: Box) -> Box | None:
    """The box of an object on the shown page, clipped to it; None where it lies outside."""
    width, height = frame.x1 - frame.x0, frame.bottom - frame.top
    x0, x1 = float(thing["x0"]) - frame.x0, float(thing["x1"]) - frame.x0
    top, bottom = float(thing["top"]) - frame.top, float(thing["bottom"]) - frame.top
    if x1 < 0 or x0 > width or bottom < 0 or top > height:
        return None
    return Box(round(max(x0, 0), 2), round(max(top, 0), 2), round(min(x1, width), 2), round(min(bottom, height), 2))


def _glyphs(page: Any, frame: Box) -> Iterator[Glyph]:
    for char in page.chars:
        box = _placed(char, frame)
        if box is None:
            continue
        font = str(char["fontname"])
        # pdfminer's own "upright" and "size" go wrong where the matrix has a rounding error in place of a nought.
        along, up, *_ = char["matrix"]
        turned = (0 if along >= 0 else 2) if abs(along) >= abs(up) else (1 if up > 0 else -1)
        size = box.x1 - box.x0 if turned in (1, -1) else box.bottom - box.top
        text = _CODES.get(char["text"], char["text"]) if _HAS_CODES.search(font) else char["text"]
        colour = _colour(char["non_stroking_color"]) or _BLACK
        yield Glyph(mended(text, font), box, size, is_bold(font), turned, colour)


def _drawn(page: Any, frame: Box) -> Iterator[Rule | Fill]:
    """The rules and fills of a page; what is drawn in white counts only where it lies on a colour, else nobody sees it."""
    fills = list(_fills(page, frame))
    yield from fills
    coloured = [f.box for f in fills if f.colour != _WHITE]
    for rule, colour in _rules(page, frame):
        if colour != _WHITE or any(_lies_in(rule, box) for box in coloured):
            yield rule


def _lies_in(rule: Rule, box: Box) -> bool:
    x, y = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def _fills(page: Any, frame: Box) -> Iterator[Fill]:
    for shape in (*page.rects, *page.curves):
        box = _placed(shape, frame) if shape["fill"] else None
        colour = _colour(shape["non_stroking_color"])
        if box and colour and min(box.x1 - box.x0, box.bottom - box.top) > _THIN:
            yield Fill(box, colour, curved=shape["object_type"] == "curve")


def _rules(page: Any, frame: Box) -> Iterator[tuple[Rule, str | None]]:
    """Each rule with its colour: lines, thin boxes, the sides of stroked boxes, the straight parts of stroked paths."""
    for line in page.lines:
        for rule in _rules_of_points(line["pts"], frame):
            yield rule, _colour(line["stroking_color"])
    for rect in page.rects:
        box = _placed(rect, frame)
        if box is None or not (rect["fill"] or rect["stroke"]):
            continue
        width, height = box.x1 - box.x0, box.bottom - box.top
        if min(width, height) <= _THIN:
            if rect["fill"] or max(width, height) > _THIN:
                x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
                colour = _colour(rect["non_stroking_color"] if rect["fill"] else rect["stroking_color"])
                yield Rule(box.x0, y, box.x1, y) if width >= height else Rule(x, box.top, x, box.bottom), colour
        elif rect["stroke"]:
            for side in _sides(box):
                yield side, _colour(rect["stroking_color"])
    for curve in page.curves:
        box = _placed(curve, frame) if curve["fill"] else None
        if box and min(box.x1 - box.x0, box.bottom - box.top) <= _THIN < max(box.x1 - box.x0, box.bottom - box.top):
            # A rule drawn as a thin outline of more points than a box has.
            x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
            level = box.x1 - box.x0 >= box.bottom - box.top
            yield (
                Rule(box.x0, y, box.x1, y) if level else Rule(x, box.top, x, box.bottom),
                _colour(curve["non_stroking_color"]),
            )
        elif curve["stroke"] and all(step[0] != "c" for step in curve.get("path", ())):
            for rule in _rules_of_points(curve["pts"], frame):
                yield rule, _colour(curve["stroking_color"])


def _sides(box: Box) -> tuple[Rule, ...]:
    return (
        Rule(box.x0, box.top, box.x1, box.top),
        Rule(box.x0, box.bottom, box.x1, box.bottom),
        Rule(box.x0, box.top, box.x0, box.bottom),
        Rule(box.x1, box.top, box.x1, box.bottom),
    )


def _rules_of_points(points: list[tuple[float, float]], frame: Box) -> Iterator[Rule]:
    """The level and upright stretches of a drawn line; pdfplumber's points already count from the top."""
    for (ax, ay), (bx, by) in pairwise(points):
        level, upright = abs(ay - by) <= _LEVEL, abs(ax - bx) <= _LEVEL
        if not level and not upright:
            continue
        box = _placed({"x0": min(ax, bx), "x1": max(ax, bx), "top": min(ay, by), "bottom": max(ay, by)}, frame)
        if box:
            yield Rule(box.x0, box.top, box.x1, box.bottom)


def _colour(value: Any) -> str | None:
    """A colour as ``#rrggbb``; None for patterns. Grey, RGB and CMYK come as tuples of one, three and four shares."""
    if value is None:
        return "#000000"
    shares = value if isinstance(value, (tuple, list)) else (value,)
    if not all(isinstance(s, (int, float)) for s in shares):
        return None
    parts = [min(max(float(s), 0.0), 1.0) for s in shares]
    if len(parts) == 1:
        red = green = blue = parts[0]
    elif len(parts) == 3:
        red, green, blue = parts
    elif len(parts) == 4:
        red, green, blue = ((1 - c) * (1 - parts[3]) for c in parts[:3])
    else:
        return None
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"

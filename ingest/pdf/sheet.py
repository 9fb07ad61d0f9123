"""A page as a viewer shows it: from PDFium's coordinates to points from the top-left corner."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from schema.document import Box

# Where a page is smaller than this, its box is a fault of the file; PDFium then shows a letter page.
_LEAST_SIDE = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible part of a page in PDF user space (origin at the bottom left), and how far it is turned for the viewer.

    ``quarter_turns`` counts 90 degrees clockwise (0 to 3). ``width`` and ``height`` are those that the viewer shows, in points.
    """

    left: float
    bottom: float
    right: float
    top: float
    quarter_turns: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the shown page."""
        if self.quarter_turns == 0:
            return x - self.left, self.top - y
        if self.quarter_turns == 1:
            return y - self.bottom, x - self.left
        if self.quarter_turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of user space on the shown page, as x0, top, x1 and bottom; it may lie outside."""
        if self.quarter_turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        (ax, ay), (bx, by) = self.point(left, top), self.point(right, bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def clipped(self, x0: float, top: float, x1: float, bottom: float) -> Box | None:
        """The part of a box that is on the shown page; None where it lies outside (also for what is not a number)."""
        width, height = self.width, self.height
        if x0 >= 0 and top >= 0 and x1 <= width and bottom <= height:
            return Box(x0, top, x1, bottom)
        if not (x1 >= 0 and x0 <= width and bottom >= 0 and top <= height):
            return None
        return Box(max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height))


def sheet_of(page: pdfium.FPDF_PAGE) -> Sheet:
    """What a viewer shows of a page: the crop box within the media box."""
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(frame))
    left, right = sorted((frame.left, frame.right))
    bottom, top = sorted((frame.bottom, frame.top))
    if not (right - left >= _LEAST_SIDE and top - bottom >= _LEAST_SIDE):
        left, bottom, right, top = 0.0, 0.0, 612.0, 792.0
    turns = pdfium.FPDFPage_GetRotation(page) % 4
    width, height = right - left, top - bottom
    return Sheet(left, bottom, right, top, turns, *((height, width) if turns % 2 else (width, height)))

"""The picture of a scanned page: laid straight, its ground, its ink, without the specks of dust.

Pixels count from the top-left corner, rows before columns; darkness is 0 for the ground of a page and up to 255 for black on white.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.float32]
Colours = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

#: Darker than its ground by this much is ink, also where print is grey or worn.
INK = 60.0
# A page lies on the glass no more crooked than this, in degrees.
_MOST_SKEW = 5.0
_COARSE, _FINE = 0.25, 0.03
# The ground is looked for in squares of this share of an inch: larger than a letter, smaller than the shade of a row.
_SQUARE = 0.08
_LIGHT = 80.0
_FILLED = 0.85


def skew_of(picture: Grey) -> float:
    """How crooked the lines of a page are, in degrees: above 0 where they fall to the right. 0 where no angle stands out.

    The rows of pixels along lines of text are dark and those between light: the angle with the sharpest change is taken.
    """
    step = max(1, picture.shape[1] // 800)
    small = picture[::step, ::step]
    rows, columns = np.nonzero(small < np.median(small) - INK)
    if len(rows) < 200:
        return 0.0
    y, x = rows.astype(np.float64), columns - small.shape[1] / 2

    def sharpness(angle: float) -> float:
        at = np.rint(y - x * np.tan(np.radians(angle))).astype(np.int64)
        filled = np.bincount(at - at.min()).astype(np.float64)
        return float(np.sum(np.diff(filled) ** 2))

    level = sharpness(0.0)
    best = max(np.arange(-_MOST_SKEW, _MOST_SKEW + _COARSE, _COARSE), key=sharpness)
    best = max(np.arange(best - _COARSE, best + _COARSE, _FINE), key=sharpness)
    return float(best) if sharpness(best) > 1.05 * level else 0.0


def lies_on_its_side(ink: Mask) -> bool:
    """True where the ink is in columns and not in rows: the lines of text run up or down. ``ink`` is without drawn lines."""
    rows, columns = (np.sum(np.diff(ink.sum(axis=axis).astype(np.float64)) ** 2) for axis in (1, 0))
    return bool(columns / ink.shape[0] ** 2 > rows / ink.shape[1] ** 2)


def grey_of(image: Any) -> Grey:
    """The brightness of an image in RGB."""
    return np.asarray(image.convert("L"), dtype=np.float32)


def colours_of(image: Any) -> Colours:
    """The pixels of an image in RGB."""
    return np.asarray(image, dtype=np.uint8)


def ground_of(picture: Grey, dpi: float) -> Grey:
    """The brightness behind the print at each pixel: white paper, the shade of a cell, the dark head of a table."""
    side = max(4, round(_SQUARE * dpi))
    height, width = picture.shape
    down, across = -(-height // side), -(-width // side)
    padded = np.pad(picture, ((0, down * side - height), (0, across * side - width)), mode="edge")
    squares = padded.reshape(down, side, across, side).swapaxes(1, 2).reshape(down, across, side * side)
    ground = np.percentile(squares, _LIGHT, axis=2).astype(np.float32)
    return np.repeat(np.repeat(ground, side, axis=0), side, axis=1)[:height, :width]


def marks_in(grey: Grey, lines: Mask, x0: int, top: int, x1: int, bottom: int) -> tuple[Grey, Mask]:
    """How dark or light print is against its own ground in one place, and where it is inked, without lines and dust.

    Most of a text's place is ground: so white letters on the dark head of a table are ink as well.
    """
    part = grey[top:bottom, x0:x1]
    contrast = np.abs(part - np.median(part))
    ink = (contrast > INK) & ~lines[top:bottom, x0:x1]
    # No letters fill a row of pixels: that is the edge of the ground.
    ink[ink.mean(axis=1) > _FILLED] = False
    return contrast, without_specks(ink)


def without_specks(ink: Mask) -> Mask:
    """Ink without what is smaller than a full stop: two pixels or fewer with nothing around them."""
    padded = np.pad(ink, 2).astype(np.uint8)
    sums = np.zeros((ink.shape[0] + 4, ink.shape[1] + 4), dtype=np.int32)
    np.cumsum(np.cumsum(padded, axis=0), axis=1, out=sums)
    sums = np.pad(sums, ((1, 0), (1, 0)))

    def around(reach: int) -> npt.NDArray[np.int32]:
        side, off = 2 * reach + 1, 2 - reach
        end_y, end_x = off + side + ink.shape[0], off + side + ink.shape[1]
        sum_around: npt.NDArray[np.int32] = (
            sums[off + side : end_y, off + side : end_x]
            - sums[off : end_y - side, off + side : end_x]
            - sums[off + side : end_y, off : end_x - side]
            + sums[off : end_y - side, off : end_x - side]
        )
        return sum_around

    return ink & ~((around(1) <= 2) & (around(2) <= 2))

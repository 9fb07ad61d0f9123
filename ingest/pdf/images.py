"""A page of a PDF as a picture, as a viewer shows it: turned by its rotation, cut to its crop box, on white."""

from __future__ import annotations

import contextlib
import math

import pypdfium2
from PIL import Image

from schema.errors import NothingToRead, Unreadable

Picture = Image.Image

#: A page may be as large as a house; its picture is then smaller than asked for. This many take 120 MB while they are made.
MOST_PIXELS = 40_000_000


def page_image(
    data: bytes, page: int, *, scale: float = 2.0, name: str = "the PDF", most_pixels: int = MOST_PIXELS
) -> Image.Image:
    """The picture of one page, with its annotations and the values of its forms, in RGB.

    A point of the page (``schema.document``: from the top-left corner, as a viewer shows it) is ``picture.width`` divided by the
    page's width in pixels.

    Args:
        data: The bytes of the PDF.
        page: The page, from 1.
        scale: Pixels for a point: 1 is 72 dpi, 2 is 144. Less is taken where the picture would have more than ``most_pixels``.
        name: What messages call the PDF.
        most_pixels: The bound on width times height.

    Raises:
        NothingToRead: There is no such page.
        Unreadable: The PDF or the page is damaged, or needs a password.
    """
    try:
        with contextlib.closing(pypdfium2.PdfDocument(data)) as pdf:
            if not 1 <= page <= len(pdf):
                raise NothingToRead(f"{name}: there is no page {page}; the paper has {len(pdf)}")
            pdf.init_forms()
            sheet = pdf[page - 1]
            width, height = sheet.get_size()
            bitmap = sheet.render(scale=min(scale, _largest(width, height, most_pixels)))
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            return picture
    except (pypdfium2.PdfiumError, ZeroDivisionError) as error:
        raise Unreadable(name, page, "the page cannot be drawn", "open it in a PDF viewer and save it anew") from error


def _largest(width: float, height: float, most_pixels: int) -> float:
    """The scale at which a page has as many pixels as it may, each side rounded up to a whole one."""
    sides, area = width + height, width * height
    return (math.sqrt(sides * sides + 4 * area * (most_pixels - 1)) - sides) / (2 * area)


def turned_by(image: Image.Image, degrees: float) -> Image.Image:
    """An image turned counter-clockwise about its middle, of the same size, with white in the corners."""
    return image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))


def upright_from(image: Image.Image, way: int) -> Image.Image:
    """An image turned so that text which reads upwards (1), downwards (-1) or upside down (2) reads from left to right."""
    turn = {
        1: Image.Transpose.ROTATE_270,
        -1: Image.Transpose.ROTATE_90,
        2: Image.Transpose.ROTATE_180,
    }
    return image.transpose(turn[way]) if way else image

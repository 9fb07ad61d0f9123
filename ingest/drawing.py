"""A page with everything that was seen on it drawn over its picture, and a key at the side that says what each mark is.

Each fact has a number at its place; the key has the same number with what the fact says.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from sqlite_utils import Database

from extract.pages.lines import around
from ingest.page_layers import Layers, TablePart, original, page_layers
from ingest.pdf.images import page_image
from ingest.traces import Became, Row, Trace, box_of
from schema.document import Box

_Colour = tuple[int, int, int]

WORD: _Colour = (150, 150, 150)
RULE: _Colour = (30, 110, 255)
TABLE: _Colour = (125, 40, 170)
GRID: _Colour = (205, 130, 240)
PICTURE: _Colour = (0, 140, 150)
FURNITURE: _Colour = (110, 110, 110)
MARK: _Colour = (90, 60, 20)
BECAME: dict[Became, _Colour] = {"fact": (0, 140, 50), "doubt": (225, 125, 0), "nothing": (215, 20, 30)}
_KINDS = {"observations": "figures", "funding_awards": "awards", "dates": "dates"}
_BLACK: _Colour = (0, 0, 0)
_WHITE: _Colour = (255, 255, 255)

#: Sizes in points of the page, so that all grows with the scale.
_TAG = 6.0
_KEY = 7.5
_KEY_WIDTH = 290.0
_KEY_MARGIN = 8.0
_LINE = 1.3
#: More lines of the key than this say only how many more there are.
_MOST_ENTRIES = 900

#: What the font that Pillow brings has no glyph for.
_SPELT = str.maketrans({"£": "GBP ", "↑": "up", "↓": "down", "→": "level", "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the key: a sample of the mark (a number for a fact), its colour and what it stands for."""

    sample: str
    colour: _Colour
    text: str
    most_lines: int = 3


def save_drawing(db: Database, document: Row, page: int, png: Path, *, scale: float = 2.0) -> dict[str, object]:
    """Write the drawing of a page of a document to the file ``png``; what comes back says how much is on it.

    Raises:
        NothingToRead: The document is no PDF, has no such page, or its file is not there any more as it was.
        Unreadable: The page cannot be read or drawn.
        OSError: The file cannot be written.
    """
    data = original(db, document)
    layers = page_layers(db, document, data, page)
    draw(page_image(data, page, scale=scale, name=layers.name), layers).save(png, format="PNG")
    became = Counter(trace.became for trace in layers.traces)
    return {
        "png": str(png),
        "document_id": document["id"],
        "page": page,
        "tables": len(layers.tables),
        "facts": became["fact"] + became["doubt"],
        "doubtful": became["doubt"],
        "nothing": became["nothing"],
    }


def draw(picture: Image.Image, layers: Layers) -> Image.Image:
    """The picture of the page with all layers over it and the key to its right.

    Args:
        picture: The page as a viewer shows it (``ingest.pdf.images``), at any scale; it is left as it is.
        layers: What was seen on it.
    """
    scale = picture.width / (layers.page.width or picture.width)
    sheet = _Sheet(picture, scale)
    for table in layers.tables:
        for cell in table.cells:
            if cell["is_header"] and (box := box_of(cell)):
                sheet.shade(box, TABLE)
    for word in layers.page.words:
        sheet.frame(word.box, WORD, 1)
    for box in layers.page.images:
        sheet.frame(box, PICTURE, 2)
        sheet.tag(box.x0, box.top, "picture", PICTURE)
    for drawing in layers.page.drawings:
        sheet.frame(drawing.box, PICTURE, 1)
    for mark in layers.page.furniture:
        if mark.box:
            sheet.hatch(mark.box, FURNITURE)
    for rule in layers.page.rules:
        sheet.line(rule.x0, rule.top, rule.x1, rule.bottom, RULE)
    for box in layers.grids:
        sheet.frame(_grown(box, 3), GRID, 2)
    for table in layers.tables:
        _draw_table(sheet, table)
    entries = list(_facts(sheet, layers.traces))
    return _with_key(sheet.picture(), [*_legend(layers), *entries], scale)


class _Sheet:
    """A picture that is drawn upon in points of the page."""

    def __init__(self, picture: Image.Image, scale: float):
        self._under = picture.convert("RGBA")
        self._over = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        self._pen = ImageDraw.Draw(self._over)
        self._scale = scale
        self._font = _font(_TAG * scale)

    def picture(self) -> Image.Image:
        """What was drawn, over the picture."""
        return Image.alpha_composite(self._under, self._over).convert("RGB")

    def frame(self, box: Box, colour: _Colour, width: int) -> None:
        """The sides of a box, so many pixels wide."""
        self._pen.rectangle(self._pixels(box), None, (*colour, 255), width)

    def shade(self, box: Box, colour: _Colour) -> None:
        """A box through which the page can be read; what was drawn in it before is gone."""
        self._pen.rectangle(self._pixels(box), (*colour, 60))

    def line(self, x0: float, top: float, x1: float, bottom: float, colour: _Colour) -> None:
        """A line as wide as a point."""
        ends = tuple(v * self._scale for v in (x0, top, x1, bottom))
        self._pen.line(ends, (*colour, 200), max(1, round(self._scale)))

    def hatch(self, box: Box, colour: _Colour) -> None:
        """A box with slanting lines in it."""
        x0, top, x1, bottom = self._pixels(box)
        patch = Image.new("RGBA", (max(1, x1 - x0), max(1, bottom - top)), (*colour, 40))
        pen = ImageDraw.Draw(patch)
        for at in range(-patch.height, patch.width, max(3, round(3 * self._scale))):
            pen.line((at, patch.height, at + patch.height, 0), (*colour, 220), 1)
        pen.rectangle((0, 0, patch.width - 1, patch.height - 1), None, (*colour, 255), 1)
        self._over.paste(patch, (x0, top))

    def tag(self, x: float, y: float, text: str, colour: _Colour, *, right: bool = False) -> None:
        """A word in white on its colour; ``x`` and ``y`` are its lower left corner, or the lower right one."""
        width, height = self._font.getlength(text) + 4, self._font.size + 2
        left = min(max(x * self._scale - (width if right else 0), 0), self._over.width - width)
        top = max(y * self._scale - height, 0)
        self._pen.rectangle((left, top, left + width, top + height), (*colour, 235))
        self._pen.text((left + 2, top + height / 2), text, (*_WHITE, 255), self._font, anchor="lm")

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        x0, top, x1, bottom = (round(v * self._scale) for v in (box.x0, box.top, box.x1, box.bottom))
        return x0, top, max(x0, x1), max(top, bottom)


def _draw_table(sheet: _Sheet, table: TablePart) -> None:
    boxed = [(cell, box) for cell in table.cells if (box := box_of(cell))]
    if not boxed:
        return
    for _, box in boxed:
        sheet.frame(box, TABLE, 1)
    outline = around(box for _, box in boxed)
    sheet.frame(outline, TABLE, 3)
    sheet.tag(outline.x0, outline.top, _table_in_short(table), TABLE)
    for cell, box in boxed:
        if cell["mark"]:
            sheet.tag(box.x1, box.bottom, _plain(str(cell["mark"])), MARK, right=True)


def _table_in_short(table: TablePart) -> str:
    """The tag of a table, such as ``table 3, ruled, 0.95``."""
    about = table.about
    return f"table {about['number']}, {about['method']}, {about['confidence']:.2f}"


def _facts(sheet: _Sheet, traces: Sequence[Trace]) -> Iterator[_Entry]:
    """Draw the traces and yield what the key says of them; neighbours of one name have it once."""
    for trace in traces:
        for box in trace.boxes:
            sheet.frame(_grown(box, 0.5), BECAME[trace.became], 2)
    numbers = count(1)
    for kind, of_kind in groupby((t for t in traces if t.kind), key=lambda t: str(t.kind)):
        yield _Entry("", _BLACK, _KINDS[kind])
        for about, neighbours in groupby(of_kind, key=lambda t: t.about):
            same = list(neighbours)
            if len(same) > 1:
                yield _Entry("", _BLACK, f"{about}:", most_lines=1)
            for trace in same:
                number, colour = str(next(numbers)), BECAME[trace.became]
                if trace.boxes:
                    sheet.tag(trace.boxes[0].x0, trace.boxes[0].top + 1, number, colour, right=True)
                says = trace.says if trace.boxes else f"{trace.says} (not found on the page: ingest the paper again)"
                yield _Entry(number, colour, says if len(same) > 1 else f"{about}: {says}")


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def _legend(layers: Layers) -> Iterator[_Entry]:
    became = Counter(trace.became for trace in layers.traces)
    yield _Entry("", _BLACK, f"{layers.name}, page {layers.page.number}")
    yield _Entry("[]", WORD, f"{len(layers.page.words)} words")
    yield _Entry("—", RULE, f"{len(layers.page.rules)} rules")
    yield _Entry("//", FURNITURE, f"{len(layers.page.furniture)} marks that belong to the page and not to the text")
    yield _Entry("[]", PICTURE, f"{len(layers.page.images)} pictures, {len(layers.page.drawings)} drawings")
    yield _Entry("[]", TABLE, "tables and their cells, header cells shaded")
    yield _Entry("[]", GRID, f"{len(layers.grids)} tables as this page alone has them")
    yield _Entry("x", MARK, "drawn in a cell and not written, as a word")
    yield _Entry("1", BECAME["fact"], f"{became['fact']} facts, numbered")
    yield _Entry("1", BECAME["doubt"], f"{became['doubt']} facts that are doubtful")
    yield _Entry("[]", BECAME["nothing"], f"{became['nothing']} figures that became nothing")
    for table in layers.tables:
        about = table.about
        size = f"{about['header_rows']} + {about['body_rows']} rows, {about['columns']} columns"
        pages = "" if about["page_from"] == about["page_to"] else f", pages {about['page_from']} to {about['page_to']}"
        seen = f"{_table_in_short(table)}: {about['kind']}, {size}{pages}"
        yield _Entry("[]", TABLE, f"{seen}: {about['caption'] or 'no caption'}")
    for message in layers.problems:
        yield _Entry("!", BECAME["doubt"], message)


def _with_key(page: Image.Image, entries: Sequence[_Entry], scale: float) -> Image.Image:
    """The page with the key to its right, in as many columns as it needs."""
    font = _font(_KEY * scale)
    margin, width, step = round(_KEY_MARGIN * scale), round(_KEY_WIDTH * scale), round(_KEY * _LINE * scale)
    height = max(page.height, 20 * step)
    if len(entries) > _MOST_ENTRIES:
        more = _Entry("", _BLACK, f"and {len(entries) - _MOST_ENTRIES} more")
        entries = [*entries[:_MOST_ENTRIES], more]
    per_column = (height - 2 * margin) // step
    columns = _columns(entries, per_column, int(width - 2 * margin - 4 * font.size), font)
    whole = Image.new("RGB", (page.width + width * len(columns), height), _WHITE)
    whole.paste(page, (0, 0))
    pen = ImageDraw.Draw(whole)
    for i, column in enumerate(columns):
        left = page.width + i * width
        pen.line((left, 0, left, height), WORD, 1)
        for j, (sample, colour, text) in enumerate(column):
            y = margin + j * step
            pen.text((left + margin + 3 * font.size, y), sample, colour, font, anchor="ra")
            pen.text((left + margin + 3.6 * font.size, y), text, _BLACK, font)
    return whole


def _columns(
    entries: Iterable[_Entry], most: int, width: int, font: ImageFont.FreeTypeFont
) -> list[list[tuple[str, _Colour, str]]]:
    """The lines of the key, columns of ``most`` lines; an entry that is too long takes several."""
    lines: list[tuple[str, _Colour, str]] = []
    for entry in entries:
        for i, text in enumerate(_wrapped(_plain(entry.text), width, font, entry.most_lines)):
            lines.append((_plain(entry.sample) if i == 0 else "", entry.colour, text))
    return [lines[at : at + most] for at in range(0, len(lines), most)]


def _wrapped(text: str, width: int, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """A text in lines that are not wider than ``width`` pixels, so many at most."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            if len(lines) == most:
                lines[-1] += " ..."
                break
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def _font(size: float) -> ImageFont.FreeTypeFont:
    """The font that comes with Pillow: the same picture on every machine."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "this Pillow was built without FreeType"
    return font


def _plain(text: str) -> str:
    """A text in the characters that the font has; what cannot be told in them is a question mark."""
    simpler = unicodedata.normalize("NFKD", text.translate(_SPELT))
    bare = "".join(c for c in simpler if not unicodedata.combining(c))
    return "".join(c if c.isascii() or c in "‘’“”" else "?" for c in bare)

"""What stands on pages and belongs to no paper: running headers and footers, page numbers, marks of the pack.

The marks are kept apart, because "Agenda Item 5" and page numbers tell where the papers of a pack begin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.pages.lines import PrintedLine, around, lines_of
from schema.document import Box, Page

Kind = Literal["running", "page_number", "agenda_item", "marking", "blank"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """One mark that was taken out of the text of a page.

    ``kind`` is ``running`` (a repeated header or footer), ``page_number``, ``agenda_item`` ("Agenda Item 5", "Minute Item
    12"), ``marking`` ("OFFICIAL") or ``blank`` ("This page is intentionally left blank"). ``line`` is set for a text paper,
    ``box`` for a printed page.
    """

    page: int
    text: str
    kind: Kind
    box: Box | None = None
    line: int | None = None


_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?\W{0,2}\d{1,4}\W{0,2}(?:(?:of|/)\s*\d{1,4})?(?:\s*\|?\s*page)?|page\s*\|\s*\d+|[A-Z]?-?\d{1,3}|[ivxl]{1,6}",
    re.IGNORECASE,
)
#: The same in a paper that was converted to text, where nothing tells where on the page a line stood.
_TEXT_PAGE_NUMBER = re.compile(
    r"page\s+\d+(?:\s+of\s+\d+)?|\d{1,3}|-\s*\d+\s*-|\{\s*page\b.*|.{0,3}\|\s*page(?:\s+\d+)?", re.IGNORECASE
)
_TEXT_ITEM = re.compile(r"item(?:\s+no\.?)?\s*:?\s*\d{1,2}[a-z]?", re.IGNORECASE)
_AGENDA_ITEM = re.compile(r"(?:agenda|minute)\s+item(?:\s+no\.?)?\s*:?\s*\d{1,3}[a-z]?", re.IGNORECASE)
_MARKING = re.compile(
    r"(?:not\s+protectively\s+marked|official(?:\s*[-–:]?\s*sensitive)?|restricted|protect|unrestricted|"
    r"(?:government\s+)?security\s+classification.{0,30})",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"(?:this\s+)?page\s+(?:is\s+|has\s+been\s+)?(?:intentionally|deliberately)\s+left\s+blank\.?", re.IGNORECASE
)

# The outer share of a page in which headers and footers stand.
_ZONE = 0.12
_SAME_HEIGHT = 4.0
_MOST_PARTS = 3
_EDGE = 0.08


def furniture_of_pages(pages: Sequence[Page]) -> tuple[Furniture, ...]:
    """The furniture of the printed pages, in the order of the pages."""
    outer = {page.number: _outer_lines(page) for page in pages if page.printed}
    repeated = _repeated(outer)
    found: list[Furniture] = []
    for page in pages:
        for line in outer.get(page.number, ()):
            kind = _kind(line, page, repeated)
            if kind:
                found.append(Furniture(page.number, line.text, kind, line.box))
                continue
            for part in _parts(line):
                kind = _kind(part, page, repeated)
                # A figure alone at the end of a line may stand in a table.
                if kind and (kind != "page_number" or not part.text.isdigit()):
                    found.append(Furniture(page.number, part.text, kind, part.box))
        found += _turned_numbers(page)
    return tuple(found)


def _parts(line: PrintedLine) -> list[PrintedLine]:
    """The segments of a line as lines of their own: "Agenda Item 5" may stand at the right of a running header."""
    segments = line.segments()
    return [PrintedLine(s.words, around(w.box for w in s.words)) for s in segments] if len(segments) > 1 else []


def _turned_numbers(page: Page) -> list[Furniture]:
    """The page number of a pack where a landscape page is bound sideways: it is printed upwards along the edge."""
    width = page.width or 0
    edge = [w for w in page.words if not w.upright and not _EDGE * width < w.box.x0 < (1 - _EDGE) * width]
    found: list[Furniture] = []
    for first in edge:
        if first.text.lower() == "page":
            number = next((w for w in edge if w.text.isdigit() and abs(w.box.x0 - first.box.x0) < 2), None)
            if number:
                found.append(
                    Furniture(page.number, f"Page {number.text}", "page_number", around((first.box, number.box)))
                )
    return found


def mark_in_text(text: str) -> Kind | None:
    """The kind of a page mark that stands alone on a line of a text paper, or None.

    Examples: ``Item 2`` between the halves of a sentence, ``Page 1 of 118``, ``3 | Page``.
    """
    if _BLANK.fullmatch(text):
        return "blank"
    if _AGENDA_ITEM.fullmatch(text) or _TEXT_ITEM.fullmatch(text):
        return "agenda_item"
    if _MARKING.fullmatch(text):
        return "marking"
    return "page_number" if _TEXT_PAGE_NUMBER.fullmatch(text) else None


def without_furniture(pages: Sequence[Page], furniture: Sequence[Furniture]) -> tuple[Page, ...]:
    """The pages without the words of their furniture."""
    boxes: dict[int, list[Box]] = defaultdict(list)
    for mark in furniture:
        if mark.box:
            boxes[mark.page].append(mark.box)
    return tuple(
        replace(page, words=tuple(w for w in page.words if not any(_within(w.box, b) for b in boxes[page.number])))
        if page.number in boxes
        else page
        for page in pages
    )


def _within(word: Box, line: Box) -> bool:
    y = (word.top + word.bottom) / 2
    return line.top <= y <= line.bottom and word.x0 >= line.x0 - 0.5 and word.x1 <= line.x1 + 0.5


def _outer_lines(page: Page) -> list[PrintedLine]:
    """The lines that may be furniture: those at the top and the foot, and notes that a page is blank."""
    height = page.height or 0
    lines = lines_of(w for w in page.words if w.upright)
    outer: list[PrintedLine] = []
    for i, line in enumerate(lines):
        if _BLANK.fullmatch(line.text):
            outer.append(line)
            continue
        above, below = line.middle < _ZONE * height, line.middle > (1 - _ZONE) * height
        if not (above or below) or len(line.segments()) > _MOST_PARTS or _in_table(line, page):
            continue
        if above and i + 1 < len(lines) and not _apart(line, lines[i + 1]) and not _is_mark(line):
            # A line close above others may be one of several lines of a running header: the last of those stands apart.
            later = next((j for j in range(i, len(lines) - 1) if _apart(lines[j], lines[j + 1])), len(lines) - 1)
            if lines[later].middle > _ZONE * height:
                continue
        if below and i > 0 and not _apart(lines[i - 1], line) and not _is_mark(line):
            earlier = next((j for j in range(i, 0, -1) if _apart(lines[j - 1], lines[j])), 0)
            if lines[earlier].middle < (1 - _ZONE) * height:
                continue
        outer.append(line)
    return outer


def _apart(above: PrintedLine, below: PrintedLine) -> bool:
    return below.box.top - above.box.bottom > 0.7 * min(above.height, below.height)


def _in_table(line: PrintedLine, page: Page) -> bool:
    """True for a line between upright rules, such as a column head repeated at the top of a page."""
    crossing = sum(not r.horizontal and r.top - 1 <= line.middle <= r.bottom + 1 for r in page.rules)
    return crossing >= 2


def _is_mark(line: PrintedLine) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text) or _AGENDA_ITEM.fullmatch(line.text) or _MARKING.fullmatch(line.text))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.lower().split()))


def _repeated(outer: dict[int, list[PrintedLine]]) -> set[tuple[str, int]]:
    """Shape and height of the lines that return on several pages: on three, or on both of two."""
    where: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for page, lines in outer.items():
        for line in (part for whole in lines for part in (whole, *_parts(whole))):
            where[_shape(line.text)].append((line.middle, page))
    needed = 2 if len(outer) <= 4 else 3
    found: set[tuple[str, int]] = set()
    for shape, places in where.items():
        places.sort()
        for y, _ in places:
            if len({p for other, p in places if abs(other - y) <= _SAME_HEIGHT}) >= needed:
                found.add((shape, round(y)))
    return found


def _kind(line: PrintedLine, page: Page, repeated: set[tuple[str, int]]) -> Kind | None:
    text = line.text
    if _BLANK.fullmatch(text):
        return "blank"
    if _AGENDA_ITEM.fullmatch(text):
        return "agenda_item"
    if _MARKING.fullmatch(text):
        return "marking"
    if _PAGE_NUMBER.fullmatch(text) and (text.lower().startswith("page") or _outermost(line, page)):
        return "page_number"
    if (_shape(text), round(line.middle)) in repeated:
        return "running"
    return None


def _outermost(line: PrintedLine, page: Page) -> bool:
    """True where no more than two lines of text stand between the line and the edge of the page."""
    above = {round(w.box.top) for w in page.words if w.box.bottom < line.box.top}
    below = {round(w.box.top) for w in page.words if w.box.top > line.box.bottom}
    return min(len(above), len(below)) <= 2

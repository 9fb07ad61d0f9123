"""What is common to all tables on printed pages: words into cells, their text, shade and marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.pages.lines import all_bold, around, lines_of, overlap
from extract.pages.ratings import may_be_rated, rag_colour
from extract.pages.signs import sign_of
from schema.document import Box, Cell, Drawing, Fill, Grid, Word

# No table has more colours in its cells than this; a page with more is a picture made of boxes, whose colours rate nothing.
_MOST_PAIRS = 500_000
# A sign beside this many characters or more is a bullet or a picture.
_LONGEST_BESIDE_SIGN = 24
# A table with more drawings than this is a picture.
_MOST_DRAWINGS = 5_000
_WHITE = "#ffffff"


# Not frozen: thousands are made, and a frozen one takes three times as long.
@dataclass(slots=True, eq=False)
class Slot:
    """The place of a cell before it has text; each is itself and equal to no other."""

    row: int
    col: int
    row_span: int
    col_span: int
    box: Box


class Bands:
    """Slots by height: the page cut into level bands at every top and bottom, each with the slots that cross it, from the left."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        """Takes the slots of one table in any order."""
        ordered = sorted(slots, key=lambda s: s.box.x0)
        self._bounds = sorted({y for s in ordered for y in (s.box.top, s.box.bottom)})
        number = {y: i for i, y in enumerate(self._bounds)}
        self._bands: list[list[tuple[float, float, Slot]]] = [[] for _ in self._bounds]
        for slot in ordered:
            x0, top, x1, bottom = slot.box
            for i in range(number[top], number[bottom]):
                self._bands[i].append((x0, x1, slot))

    def at(self, y: float) -> list[tuple[float, float, Slot]]:
        """The slots with ``top <= y < bottom``, from left to right, each behind the x of its left side and of its right."""
        i = bisect_right(self._bounds, y) - 1
        return self._bands[i] if i >= 0 else []

    def touched_by(self, box: Box) -> list[Slot]:
        """The slots that share some area with ``box``."""
        first = max(bisect_right(self._bounds, box.top) - 1, 0)
        last = bisect_left(self._bounds, box.bottom)
        x0, x1 = box.x0, box.x1
        met = {id(s): s for band in self._bands[first:last] for left, right, s in band if left < x1 and right > x0}
        return list(met.values())


def grid_of(
    slots: Sequence[Slot],
    words: Sequence[Word],
    fills: Sequence[Fill],
    page: int,
    method: Literal["ruled", "aligned"],
    drawings: Sequence[Drawing] = (),
) -> tuple[Grid, list[Word]] | None:
    """Puts words and marks into slots and makes the grid; also gives the words that stand in no slot.

    None where no word fits.
    """
    frame = around(s.box for s in slots)
    bands = Bands(slots)
    held: dict[Slot, list[Word]] = {s: [] for s in slots}
    left: list[Word] = []
    for word in words:
        pieces = _placed(word, bands)
        for slot, piece in pieces:
            held[slot].append(piece)
        if not pieces:
            left.append(word)
    if len(left) == len(words):
        return None
    for slot, inside in held.items() if any([w.turned for w in words]) else ():
        # What is printed sideways over a cell of upright words is no part of it: the page number of a turned page.
        turned = [w for w in inside if not w.upright]
        if turned and len(turned) < len(inside):
            left += turned
            held[slot] = [w for w in inside if w.upright]
    near_fills = [f for f in fills if overlap(f.box, frame)]
    coloured = coloured_slots(bands, near_fills)
    for slot in in_shaded_rows(slots, coloured):
        coloured.pop(slot, None)
    signs = signs_in(bands, [d for d in drawings if d.outline and overlap(d.box, frame)], near_fills)
    cells = [cell_of(slot, held[slot], coloured.get(slot, ()), page, signs.get(slot)) for slot in slots]
    cells = with_clear_headers(without_empty_lines(cells))
    return Grid(cells=tuple(cells), method=method, page=page, box=frame), left


def coloured_slots(bands: Bands, fills: Sequence[Fill]) -> dict[Slot, list[Fill]]:
    """For each slot that a fill of a rating's colour touches, all the fills that touch it, in their order."""
    rated: set[Slot] = set()
    for fill in fills:
        if rag_colour(fill.colour):
            rated.update(bands.touched_by(fill.box))
    out: dict[Slot, list[Fill]] = {s: [] for s in rated}
    pairs = 0
    for fill in fills if rated else ():
        touched = bands.touched_by(fill.box)
        pairs += len(touched)
        if pairs > _MOST_PAIRS:
            return {}
        for slot in touched:
            if slot in out:
                out[slot].append(fill)
    return out


def in_shaded_rows(slots: Iterable[Slot], coloured: Mapping[Slot, Sequence[Fill]]) -> list[Slot]:
    """The slots of rows in one colour over all their width: such a row is a head or a total, and not rated."""
    rows: dict[int, list[Slot]] = {}
    for slot in slots if coloured else ():
        rows.setdefault(slot.row, []).append(slot)
    return [
        slot
        for row in rows.values()
        if len(row) > 2 and all(s in coloured for s in row)
        if len({rag_mark(s.box, coloured[s], spots=False) for s in row}) == 1
        for slot in row
    ]


def signs_in(bands: Bands, drawings: Sequence[Drawing], fills: Sequence[Fill]) -> dict[Slot, str]:
    """The sign drawn in each slot that holds one; what is drawn in white shows only on a colour."""
    held: dict[Slot, list[Drawing]] = {}
    for drawing in drawings if len(drawings) <= _MOST_DRAWINGS else ():
        box = drawing.box
        if drawing.colour == _WHITE and not any(f.colour != _WHITE and _covers(f.box, box) for f in fills):
            continue
        middle = (box.x0 + box.x1) / 2
        for left, right, slot in bands.at((box.top + box.bottom) / 2):
            if left <= middle < right:
                held.setdefault(slot, []).append(drawing)
    return {slot: sign for slot, inside in held.items() if (sign := sign_of(inside))}


def _covers(outer: Box, inner: Box) -> bool:
    return outer.x0 <= inner.x0 and outer.x1 >= inner.x1 and outer.top <= inner.top and outer.bottom >= inner.bottom


def _placed(word: Word, bands: Bands) -> Sequence[tuple[Slot, Word]]:
    """The slot of a word among those of a table; a word over a side of its slot is parted there."""
    x0, top, x1, bottom = word.box
    slack = 0.25 * word.size
    near = []
    for left, right, slot in bands.at((top + bottom) / 2):
        if left < x1 and right > x0:
            if left - slack <= x0 and x1 <= right + slack:
                return [(slot, word)]
            near.append(slot)
    if not word.upright or len(word.text) < 2:
        x = (x0 + x1) / 2
        return [(s, word) for s in near if s.box.x0 <= x < s.box.x1][:1]
    return _parted(word, near)


def _parted(word: Word, band: Sequence[Slot]) -> list[tuple[Slot, Word]]:
    """A word that runs over the sides of slots, cut into their shares: "112" over a rule after its first digit."""
    pieces: dict[Slot, list[tuple[str, float, float]]] = {}
    for char, x0, x1 in characters(word):
        middle = (x0 + x1) / 2
        slot = next((s for s in band if s.box.x0 <= middle < s.box.x1), None)
        if slot:
            pieces.setdefault(slot, []).append((char, x0, x1))
    return [
        (
            slot,
            word._replace(
                text="".join(c for c, _, _ in chars),
                box=Box(chars[0][1], word.box.top, chars[-1][2], word.box.bottom),
            ),
        )
        for slot, chars in pieces.items()
    ]


def characters(word: Word) -> list[tuple[str, float, float]]:
    """The characters of a word with their left and right sides, told by usual widths (digits are all of one width)."""
    widths = [_WIDTHS.get(c, 0.67 if c.isupper() else 0.53) for c in word.text]
    scale = (word.box.x1 - word.box.x0) / sum(widths)
    out: list[tuple[str, float, float]] = []
    x = word.box.x0
    for char, width in zip(word.text, widths, strict=True):
        out.append((char, x, x + width * scale))
        x += width * scale
    return out


_WIDTHS = {
    **dict.fromkeys("0123456789£$", 0.556),
    **dict.fromkeys("ijl.,:;'|!I", 0.26),
    **dict.fromkeys("ft()-/ r", 0.32),
    **dict.fromkeys("mMW%w", 0.84),
}


def cell_of(slot: Slot, words: Sequence[Word], fills: Sequence[Fill], page: int, sign: str | None = None) -> Cell:
    """The cell of a slot with its text (lines parted by a line break), weight and mark: a rating's colour, a drawn sign, or both."""
    text = _without_broken_words(text_of(words), slot.box, words)
    rag = rag_mark(slot.box, fills, spots=len(text) <= _LONGEST_BESIDE_SPOT) if fills and may_be_rated(text) else None
    drawn = sign if len(text) < _LONGEST_BESIDE_SIGN else None
    return Cell(
        row=slot.row,
        col=slot.col,
        row_span=slot.row_span,
        col_span=slot.col_span,
        text=text,
        page=page,
        bold=all_bold(words),
        box=slot.box,
        mark=f"{rag} {drawn}" if rag and drawn else rag or drawn,
    )


def text_of(words: Sequence[Word]) -> str:
    """The text of the words of one cell; turned words (a head printed upwards or downwards) read as they are meant."""
    if len(words) < 2:
        return words[0].text if words else ""
    if _on_one_line(words):
        return " ".join(w.text for w in sorted(words, key=lambda w: w.box.x0))
    if not any([w.turned for w in words]):
        return "\n".join([line.text for line in lines_of(words)])
    parts = [line.text for line in lines_of(w for w in words if w.turned == 0)]
    for turned in (1, -1, 2):
        laid = [_turned_level(w) for w in words if w.turned == turned]
        parts += [line.text for line in lines_of(laid)]
    return "\n".join(parts)


def _without_broken_words(text: str, box: Box, words: Sequence[Word]) -> str:
    """The text with a word made whole that was too wide for its cell: "Tota" over "l" is "Total"."""
    if "\n" not in text:
        return text
    widest = max(w.box.x1 - w.box.x0 for w in words)
    if widest < _FILLS * (box.x1 - box.x0):
        return text
    return _BROKEN_WORD.sub(r"\1\2", text)


# A line of one word that fills its cell, over a rest of one or two letters that is no word.
_FILLS = 0.6
_BROKEN_WORD = re.compile(
    r"(?m)^([A-Za-z]{3,})\n(?!(?:a|an|as|at|by|do|go|if|in|is|it|no|of|on|or|pa|pp|to|up|us|vs|we|km|kg|ft|nd|rd|st|th)\b)([a-z]{1,2})$"
)


def _on_one_line(words: Sequence[Word]) -> bool:
    """True for upright words that without doubt stand on one line, as those of most cells do."""
    first = words[0].box
    middle, slack = first.top + first.bottom, 0.3 * (first.bottom - first.top)
    return all(
        [
            w.turned == 0 and abs(w.box.top + w.box.bottom - middle) < slack and w.box.bottom - w.box.top > slack
            for w in words
        ]
    )


def _turned_level(word: Word) -> Word:
    """A turned word as it would stand were the page turned, so that its lines can be told like those of any text."""
    box = word.box
    if word.turned == 1:
        level = Box(-box.bottom, box.x0, -box.top, box.x1)
    elif word.turned == -1:
        level = Box(box.top, -box.x1, box.bottom, -box.x0)
    else:
        level = Box(-box.x1, -box.bottom, -box.x0, -box.top)
    return word._replace(box=level, turned=0)


def without_empty_lines(cells: Sequence[Cell]) -> list[Cell]:
    """The cells without rows and columns that hold nothing at all: the slivers of double rules, spacer columns."""
    filled = [c for c in cells if c.text or c.mark]
    # A line that only spanning cells cross has no cell of its own, so it can go as well.
    row_at = sorted({c.row for c in filled} | {c.row + c.row_span - 1 for c in filled})
    col_at = sorted({k for c in filled for k in range(c.col, c.col + c.col_span)})
    out: list[Cell] = []
    for c in cells:
        row, end_row = bisect_left(row_at, c.row), bisect_left(row_at, c.row + c.row_span)
        col, end_col = bisect_left(col_at, c.col), bisect_left(col_at, c.col + c.col_span)
        if end_row > row and end_col > col:
            place = (row, col, end_row - row, end_col - col)
            if place != (c.row, c.col, c.row_span, c.col_span):
                c = c._replace(row=row, col=col, row_span=place[2], col_span=place[3])
            out.append(c)
    return out


def with_clear_headers(cells: Sequence[Cell]) -> list[Cell]:
    """Marks the first rows as header where they are clearly set apart: all bold, and the row below is not.

    A bold text alone in the last of them is the title of the rows below it, not of a column.
    """
    rows: dict[int, list[Cell]] = {}
    for c in cells:
        if c.text:
            rows.setdefault(c.row, []).append(c)
    bold = {r: all(c.bold for c in row) for r, row in rows.items()}
    top = 0
    while bold.get(top):
        top += 1
    while top > 1 and len(rows[top - 1]) == 1 and rows[top - 1][0].col == 0:
        top -= 1
    if top == 0 or top > 4 or not any(r >= top for r in rows):
        return list(cells)
    return [c._replace(is_header=True) if c.row < top else c for c in cells]


_TINY = 3.0
_COVERS = 0.6
# A spot of colour says something about a cell that holds no more than a word; beside a label it is decoration.
_LONGEST_BESIDE_SPOT = 6


def rag_mark(cell: Box, fills: Sequence[Fill], *, spots: bool = True) -> str | None:
    """``Red``, ``Amber`` or ``Green`` where the cell is filled so, or (with ``spots``) holds a filled spot of that colour."""
    mark = None
    width, height = cell.x1 - cell.x0, cell.bottom - cell.top
    for fill in fills:
        colour = rag_colour(fill.colour)
        if not colour and not mark:
            continue
        box = fill.box
        wide, high = box.x1 - box.x0, box.bottom - box.top
        over = max(0.0, min(box.x1, cell.x1) - max(box.x0, cell.x0)) * max(
            0.0, min(box.bottom, cell.bottom) - max(box.top, cell.top)
        )
        covers = over > _COVERS * width * height
        spot = (
            over > 0.9 * wide * high > 0
            and min(wide, high) > _TINY
            and not (high > 0.8 * height and wide < 0.25 * width)
        )
        if colour and (covers or (spots and spot)):
            mark = colour
        elif covers and not fill.curved:
            # A later neutral fill lies over an earlier coloured one.
            mark = None
    return mark

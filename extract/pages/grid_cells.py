"""What is common to all tables on printed pages: words into cells, their text, shade and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.pages.lines import around, lines_of
from schema.document import Box, Cell, Fill, Grid, Word


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a cell before it has text."""

    row: int
    col: int
    row_span: int
    col_span: int
    box: Box


def grid_of(
    slots: Sequence[Slot], words: Sequence[Word], fills: Sequence[Fill], page: int, method: Literal["ruled", "aligned"]
) -> tuple[Grid, list[Word]] | None:
    """Puts words into slots and makes the grid; also gives the words that stand in no slot. None where no word fits."""
    frame = around(s.box for s in slots)
    held: dict[Slot, list[Word]] = {s: [] for s in slots}
    left: list[Word] = []
    for word in words:
        pieces = list(_placed(word, slots, frame))
        for slot, piece in pieces:
            held[slot].append(piece)
        if not pieces:
            left.append(word)
    if len(left) == len(words):
        return None
    cells = [cell_of(slot, held[slot], fills, page) for slot in slots]
    cells = with_clear_headers(without_empty_lines(cells))
    return Grid(cells=tuple(cells), method=method, page=page, box=frame), left


def _placed(word: Word, slots: Sequence[Slot], frame: Box) -> Iterable[tuple[Slot, Word]]:
    """The slot of a word by its middle; a word over a side of its slot is parted there."""
    box = word.box
    y = (box.top + box.bottom) / 2
    if not (frame.top <= y <= frame.bottom and box.x1 > frame.x0 and box.x0 < frame.x1):
        return []
    x = (box.x0 + box.x1) / 2
    slack = 0.25 * word.size
    band = [s for s in slots if s.box.top <= y < s.box.bottom and s.box.x0 < box.x1 and s.box.x1 > box.x0]
    for slot in band:
        if slot.box.x0 - slack <= box.x0 and box.x1 <= slot.box.x1 + slack:
            return [(slot, word)]
    if not word.upright or len(word.text) < 2:
        return [(s, word) for s in band if s.box.x0 <= x < s.box.x1][:1]
    return _parted(word, sorted(band, key=lambda s: s.box.x0))


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
            replace(
                word,
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


def cell_of(slot: Slot, words: Sequence[Word], fills: Sequence[Fill], page: int) -> Cell:
    """The cell of a slot with its text (lines parted by a line break), weight and mark."""
    telling = [w for w in words if any(c.isalnum() for c in w.text)]
    text = text_of(words)
    return Cell(
        row=slot.row,
        col=slot.col,
        row_span=slot.row_span,
        col_span=slot.col_span,
        text=text,
        page=page,
        bold=bool(telling) and all(w.bold for w in telling),
        box=slot.box,
        mark=rag_mark(slot.box, fills, spots=len(text) <= _LONGEST_BESIDE_SPOT) if _may_be_rated(text) else None,
    )


def _may_be_rated(text: str) -> bool:
    """True for a cell whose colour may be a rating: empty, a figure, an arrow or a word of judgement; not for a coloured name."""
    return len(re.findall(r"[A-Za-z]", text)) < 2 or bool(_JUDGEMENT.search(text)) or any(c.isdigit() for c in text)


_JUDGEMENT = re.compile(
    r"\b(?:red|amber|green|rag|on|off|above|below|not|target|track|high|medium|low|good|poor|met|achieved?|improv\w+|worse\w*|"
    r"better|increas\w+|decreas\w+|stable|static|same|no change|significant\w*|requires|complete\w*|overdue|delayed|n/?a)\b",
    re.IGNORECASE,
)


def text_of(words: Sequence[Word]) -> str:
    """The text of the words of one cell; turned words (a head printed upwards) read as they are meant."""
    upright = [w for w in words if w.upright]
    turned = sorted(
        (w for w in words if not w.upright), key=lambda w: (round(w.box.x0 / (0.6 * w.size)), -w.box.bottom)
    )
    parts = [line.text for line in lines_of(upright)]
    if turned:
        parts.append(" ".join(w.text for w in turned))
    return "\n".join(parts)


def without_empty_lines(cells: Sequence[Cell]) -> list[Cell]:
    """The cells without rows and columns that hold nothing at all: the slivers of double rules, spacer columns."""
    rows = {r for c in cells if c.text or c.mark for r in range(c.row, c.row + c.row_span)}
    cols = {k for c in cells if c.text or c.mark for k in range(c.col, c.col + c.col_span)}
    # A line that only spanning cells cross has no cell of its own, so it can go as well.
    rows &= {c.row for c in cells if c.text or c.mark} | {c.row + c.row_span - 1 for c in cells if c.text or c.mark}
    row_at, col_at = sorted(rows), sorted(cols)
    out: list[Cell] = []
    for c in cells:
        kept_rows = [r for r in row_at if c.row <= r < c.row + c.row_span]
        kept_cols = [k for k in col_at if c.col <= k < c.col + c.col_span]
        if kept_rows and kept_cols:
            out.append(
                replace(
                    c,
                    row=row_at.index(kept_rows[0]),
                    col=col_at.index(kept_cols[0]),
                    row_span=len(kept_rows),
                    col_span=len(kept_cols),
                )
            )
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
    return [replace(c, is_header=True) if c.row < top else c for c in cells]


_TINY = 3.0
_COVERS = 0.6
# A spot of colour says something about a cell that holds no more than a word; beside a label it is decoration.
_LONGEST_BESIDE_SPOT = 6


def rag_mark(cell: Box, fills: Sequence[Fill], *, spots: bool = True) -> str | None:
    """``Red``, ``Amber`` or ``Green`` where the cell is filled so, or (with ``spots``) holds a filled spot of that colour."""
    mark = None
    width, height = cell.x1 - cell.x0, cell.bottom - cell.top
    for fill in fills:
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
        colour = rag_colour(fill.colour)
        if colour and (covers or (spots and spot)):
            mark = colour
        elif covers and not fill.curved:
            # A later neutral fill lies over an earlier coloured one.
            mark = None
    return mark


def rag_colour(colour: str) -> str | None:
    """The word for a clearly red, amber or green colour; None for tints, greys, blues and dark or pale shades.

    Examples: ``#ff0000`` -> ``Red``, ``#ffc000`` -> ``Amber``, ``#00b050`` -> ``Green``, ``#fde9d9`` -> None.
    """
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return None
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    high, low = max(red, green, blue), min(red, green, blue)
    if high < 110 or high - low < 0.55 * high:
        return None
    if red == high and blue <= 110:
        share = (green - low) / (high - low)
        if share < 0.3:
            return "Red"
        return "Amber" if share <= 1.0 else None
    if green == high and red > 0.9 * green and blue <= 110:
        return "Amber"
    if green == high and blue < 0.75 * green and red < 0.85 * green:
        return "Green"
    return None

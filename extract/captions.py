"""What a table or a chart is called: the numbered caption above or below it, or the line that stands right over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schema.document import Box, Cell, Grid, Line

_NUMBERED = re.compile(
    r"^(?P<kind>table|figure|fig\.?|charts?|graphs?|diagram|map|infographic)\s+(?:(?-i:[A-Z]){0,3}\d+(?:[.–-]\d+)*[a-z]?|(?-i:[A-Z]))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"^\S+\s+\S+\s+(?:(?:below|above|overleaf|also|then)\b|(?:shows?|sets?|illustrates?|provides?|gives?|summari[sz]es?|compares?|"
    r"is|are|has|have|was|were|and|to|for|on|in|of)\b)",
    re.IGNORECASE,
)
# Points between a figure and its caption.
_ABOVE = 45.0
_BELOW = 40.0
_RIGHT_ABOVE = 14.0
_MOST_LINES = 3
_LONGEST_TITLE = 180


def names_one(text: str, *, table: bool) -> bool:
    """True for a numbered caption: of a table, or of a chart or other figure.

    Examples: ``Table 1: Grants by district``, ``Figure SA4. | Cases by month``, ``Chart 3: Rate of casualties``; but no sentence:
    ``Chart 3 shows some of the other patterns``, ``Table 2 is set out below``.
    """
    match = _NUMBERED.match(text)
    if match is None or _SENTENCE.match(text):
        return False
    return (match["kind"].lower() == "table") is table


def caption_of_figure(figure: Line, page: Sequence[Line | Grid]) -> str | None:
    """The caption of a chart from what else stands on its page: a numbered one above or below, else the line or cell right above."""
    box = figure.box
    if box is None:
        return None
    numbered = [
        (distance, i)
        for i, item in enumerate(page)
        if isinstance(item, Line) and item.box and names_one(item.text, table=False)
        for distance in _distances(box, item.box)
    ]
    if numbered:
        return _whole(page, min(numbered)[1])
    return _right_above(box, page)


def _right_above(box: Box, page: Sequence[Line | Grid]) -> str | None:
    """The title of a chart without a number: the lines or the cell that stand right over it, where they are no prose."""
    over = [(other, text) for text, other in _texts(page) if _share_x(box, other) and other.top < box.top]
    title: list[str] = []
    top, room = box.top, _RIGHT_ABOVE
    for other, text in sorted(over, key=lambda o: -o[0].bottom)[:_MOST_LINES]:
        if not -4 <= top - other.bottom <= room:
            break
        title.insert(0, " ".join(text.split()))
        top, room = other.top, 0.4 * (other.bottom - other.top)
    whole = " ".join(title)
    titled = whole[:1].isupper() and len(whole) <= _LONGEST_TITLE and not whole.endswith((".", ";", ":"))
    return whole if titled else None


def _distances(figure: Box, line: Box) -> Iterator[float]:
    if not _share_x(figure, line):
        return
    above, below = figure.top - line.bottom, line.top - figure.bottom
    if -5 <= above <= _ABOVE:
        yield above
    if -5 <= below <= _BELOW:
        yield below


def _share_x(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1


def _whole(page: Sequence[Line | Grid], at: int) -> str:
    """The caption that begins at a line, with the lines that it wraps to."""
    lines: list[str] = []
    for item in page[at:]:
        if not isinstance(item, Line) or (lines and not item.soft):
            break
        lines.append(item.text)
    return " ".join(lines)


def _texts(page: Sequence[Line | Grid]) -> Iterator[tuple[str, Box]]:
    """Lines and cells with a text and a place."""
    for item in page:
        found: Sequence[Line | Cell] = (item,) if isinstance(item, Line) else item.cells
        for one in found:
            if one.box and one.text.strip() and not (isinstance(one, Line) and one.figure):
                yield one.text, one.box

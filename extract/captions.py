"""What a table or a chart is called: the numbered caption above or below it, or the line that stands right over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.blocks import Passage
from extract.headings import has_verb
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
_INTRODUCES = re.compile(
    r"\b(?:table|figures?|list|chart)\b[^.]*\b(?:below|above|shows?|sets? out|provides?)\b|\bfollowing\b", re.IGNORECASE
)
_CAPTION_START = re.compile(r"^(?:table|figure|fig\.?|chart|graph)\s*\d*", re.IGNORECASE)
#: A note below the table before, and a row of figures, name no table.
_NOTE = re.compile(r"\*(?!\*)|[†‡]|(?:note|source)s?\b\s*:", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?<!\S)[+−–£-]{0,2}(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?%?(?!\S)(?!\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|months?|days?|years?|to\s\d))",
    re.IGNORECASE,
)
#: What makes a sentence of a line that ends with a full stop.
_TOLD = re.compile(
    r"\b(?:shows?|showed|indicates?|suggests?|remains|remained|continues|fell|rose|saw|had|stands|stood|reflects?)\b"
)
_MOST_ABOVE = 3
_LONG = 200
# A line between a caption and its table says in what unit it is: "Per cent", "£000s".
_UNIT = 40
_LOWEST = 4
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


def without_number(text: str) -> str:
    """A caption without the number of its table or chart: ``Table 1: Grants by district`` is ``Grants by district``."""
    match = _NUMBERED.match(text)
    return text[match.end() :].lstrip(" :.–—|-") if match else text


def is_caption(text: str) -> bool:
    """True for a numbered caption of a table, a chart or any other figure."""
    return names_one(text, table=True) or names_one(text, table=False)


def caption_and_lead(above: Iterable[Passage], below: str | None = None) -> tuple[str | None, str | None]:
    """The line that names a table and the sentence that introduces it.

    ``above`` are the passages above it, the nearest first; ``below`` is the line right below. A numbered caption wins over what
    merely stands nearest, such as ``Per cent`` or a bold line.
    """
    near = _near(above)
    at = next((i for i, p in enumerate(near) if names_one(p.text, table=True)), None)
    if at is not None and all(len(p.text) <= _UNIT for p in near[:at]):
        return near[at].text, _lead(near[at + 1 :])
    if below is not None and names_one(below, table=True):
        return below, _lead(near)
    if not near:
        return None, None
    nearest = near[0]
    if nearest.kind == "heading" or _CAPTION_START.match(nearest.text) or _names_a_table(nearest.text):
        return nearest.text, _lead(near[1:])
    return None, _lead(near)


def _near(above: Iterable[Passage]) -> list[Passage]:
    """The few passages that may speak of a table: not beyond a long one, nor beyond the heading of a section."""
    near: list[Passage] = []
    for passage in above:
        near.append(passage)
        of_section = passage.kind == "heading" and passage.level < _LOWEST and not is_caption(passage.text)
        if len(near) == _MOST_ABOVE or len(passage.text) > _LONG or of_section:
            break
    return near


def _lead(passages: Iterable[Passage]) -> str | None:
    passage = next((p for p in passages if p.kind != "heading"), None)
    if passage is None:
        return None
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", passage.text.strip())
    return next((s for s in sentences if _INTRODUCES.search(s)), sentences[-1])


def introduces(text: str) -> bool:
    """True for a sentence that says that something follows: ``The table below shows …``, ``… funded the following projects.``, ``… is:``."""
    return bool(_INTRODUCES.search(text)) or text.rstrip().endswith((":", ":-"))


def _names_a_table(text: str) -> bool:
    """True for a short line that is no sentence of its own, or one that says that something follows."""
    if len(text.split()) > 30 or _NOTE.match(text) or len(_NUMBERS.findall(text)) > 1:
        return False
    return bool(_INTRODUCES.search(text)) or not (text.endswith(".") and (has_verb(text) or bool(_TOLD.search(text))))


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

"""The text of a page with the words of a fact marked: found by their place first, by their wording where the place has moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

#: Lines shown above and below the marked ones.
AROUND = 12
#: Longer lines are cut for showing, so that a paper of one five-megabyte line does not stop the browser.
LONGEST_LINE = 4_000

_ENDING = re.compile(r"(?:ies|ing|ed|es|s|y|e)$", re.IGNORECASE)


#: Where words begin and end in a text, in characters.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: marked or not, and within the marked words the very figure or not."""

    text: str
    marked: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of a page, by its number from 1."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def marked(self) -> bool:
        """True where a part of the line is marked."""
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines to show; ``before`` and ``after`` count those left out."""

    lines: tuple[ShownLine, ...]
    before: int = 0
    after: int = 0
    found: bool = False


def find(text: str, quote: str, line: int | None = None, start: int | None = None) -> Span | None:
    """The span of a quote in the text of a page, whatever its spaces and line ends; the nearest to its place of several.

    In ``fell by 16% to``, with a line end before ``16%``, the quote ``by 16%`` has the span ``(5, 11)``.
    """
    words = quote.split()
    if not words:
        return None
    begins, ends = _line(text, line)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))

    def distance(span: Span) -> tuple[bool, int]:
        return not begins <= span[0] <= ends, abs(span[0] - begins - (start or 0))

    return min((match.span() for match in pattern.finditer(text)), key=distance, default=None)


def passage(text: str, spans: list[Span], around: int | None = AROUND, exact: Span | None = None) -> Passage:
    """The lines about the spans, each cut into marked and unmarked pieces; all lines if ``around`` is None."""
    lines = text.split("\n")
    spans = [*spans, exact] if exact else spans
    marked = list(_marked_lines(lines, spans))
    if around is None or not marked:
        first, last = 0, len(lines) - 1 if around is None else min(len(lines) - 1, 2 * AROUND)
    else:
        first, last = max(0, marked[0] - around), min(len(lines) - 1, marked[-1] + around)
    shown, offset = [], sum(len(line) + 1 for line in lines[:first])
    for index in range(first, last + 1):
        shown.append(ShownLine(index + 1, _pieces(lines[index], offset, spans, exact)))
        offset += len(lines[index]) + 1
    return Passage(tuple(shown), before=first, after=len(lines) - 1 - last, found=bool(marked))


def about_line(text: str, line: int, around: int = AROUND) -> Passage:
    """The lines about one line, nothing marked: for a fact whose words cannot be found."""
    lines = text.split("\n")
    first, last = max(0, line - 1 - around), min(len(lines) - 1, line - 1 + around)
    shown = tuple(ShownLine(index + 1, (Piece(_cut(lines[index])),)) for index in range(first, last + 1))
    return Passage(shown, before=first, after=len(lines) - 1 - last)


def span_in_line(text: str, line: int | None, start: int | None, end: int | None) -> Span | None:
    """The span of some characters of a line in the whole text; None where the line has no such characters."""
    begins, ends = _line(text, line)
    if line is None or start is None or end is None or not begins <= begins + start < begins + end <= ends:
        return None
    return begins + start, begins + end


def spans_of_words(text: str, words: str, most: int = 200) -> list[Span]:
    """The spans of some searched words in a text, in upper or lower case and in the forms that the search finds too.

    ``burglary`` marks ``Burglaries``, and ``recorded`` marks ``recording``.
    """
    sought = [_ENDING.sub("", word) if len(word) > 4 else word for word in re.findall(r"\w+", words) if len(word) > 1]
    if not sought:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sought))})\w{{0,3}}\b", re.IGNORECASE)
    return [match.span() for match, _ in zip(pattern.finditer(text), range(most), strict=False)]


def _line(text: str, line: int | None) -> Span:
    """The offsets at which a line begins and ends."""
    lines = text.split("\n")
    before = sum(len(one) + 1 for one in lines[: (line or 1) - 1])
    return before, before + len(lines[line - 1]) if line and line <= len(lines) else len(text)


def _marked_lines(lines: list[str], spans: list[Span]) -> Iterator[int]:
    """The indexes of the lines that a span touches."""
    offset = 0
    for index, line in enumerate(lines):
        end = offset + len(line)
        if any(start < end + 1 and stop > offset for start, stop in spans):
            yield index
        offset = end + 1


def _pieces(line: str, offset: int, spans: list[Span], exact: Span | None) -> tuple[Piece, ...]:
    """A line, cut at the ends of the spans; ``offset`` is that of the line in its text."""
    near = [(start - offset, end - offset) for start, end in spans if start < offset + len(line) and end > offset]
    cuts = sorted({0, len(line), *(at for span in near for at in span if 0 < at < len(line))})
    pieces = [
        Piece(
            _cut(line[start:end]),
            marked=any(s <= start < e for s, e in near),
            exact=exact is not None and exact[0] <= start + offset < exact[1],
        )
        for start, end in pairwise(cuts)
    ]
    return tuple(pieces) or (Piece(""),)


def _cut(text: str) -> str:
    """A text of a length that a browser can show."""
    if len(text) <= LONGEST_LINE:
        return text
    return f"{text[: LONGEST_LINE // 2]} … {text[-LONGEST_LINE // 2 :]}"

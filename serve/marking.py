"""The text of a page with the words of a fact marked: found by their place first, by their wording where the place has moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Lines shown above and below the marked ones.
AROUND = 12
#: Longer lines are cut for showing, so that a paper of one five-megabyte line does not stop the browser.
LONGEST_LINE = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that is marked or not."""

    text: str
    marked: bool = False


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


def find(text: str, quote: str, line: int | None = None, start: int | None = None) -> tuple[int, int] | None:
    """The span of a quote in the text of a page, whatever its spaces and line ends; the nearest to its place of several.

    In ``fell by 16% to``, with a line end before ``16%``, the quote ``by 16%`` has the span ``(5, 11)``.
    """
    words = quote.split()
    if not words:
        return None
    begins, ends = _line(text, line)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))

    def distance(span: tuple[int, int]) -> tuple[bool, int]:
        return not begins <= span[0] <= ends, abs(span[0] - begins - (start or 0))

    return min((match.span() for match in pattern.finditer(text)), key=distance, default=None)


def passage(text: str, spans: list[tuple[int, int]], around: int | None = AROUND) -> Passage:
    """The lines about the spans, each cut into marked and unmarked pieces; all lines if ``around`` is None."""
    lines = text.split("\n")
    marked = list(_marked_lines(lines, spans))
    if around is None or not marked:
        first, last = 0, len(lines) - 1 if around is None else min(len(lines) - 1, 2 * AROUND)
    else:
        first, last = max(0, marked[0] - around), min(len(lines) - 1, marked[-1] + around)
    shown, offset = [], sum(len(line) + 1 for line in lines[:first])
    for index in range(first, last + 1):
        shown.append(ShownLine(index + 1, _pieces(lines[index], offset, spans)))
        offset += len(lines[index]) + 1
    return Passage(tuple(shown), before=first, after=len(lines) - 1 - last, found=bool(marked))


def about_line(text: str, line: int, around: int = AROUND) -> Passage:
    """The lines about one line, nothing marked: for a fact whose words cannot be found."""
    lines = text.split("\n")
    first, last = max(0, line - 1 - around), min(len(lines) - 1, line - 1 + around)
    shown = tuple(ShownLine(index + 1, (Piece(_cut(lines[index])),)) for index in range(first, last + 1))
    return Passage(shown, before=first, after=len(lines) - 1 - last)


def spans_of_words(text: str, words: str, most: int = 200) -> list[tuple[int, int]]:
    """The spans in which any of some searched words begins a word of the text, upper or lower case."""
    sought = [re.escape(word) for word in re.findall(r"\w+", words) if len(word) > 1]
    if not sought:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(sought)})\w*", re.IGNORECASE)
    return [match.span() for match, _ in zip(pattern.finditer(text), range(most), strict=False)]


def _line(text: str, line: int | None) -> tuple[int, int]:
    """The offsets at which a line begins and ends."""
    lines = text.split("\n")
    before = sum(len(one) + 1 for one in lines[: (line or 1) - 1])
    return before, before + len(lines[line - 1]) if line and line <= len(lines) else len(text)


def _marked_lines(lines: list[str], spans: list[tuple[int, int]]) -> Iterator[int]:
    """The indexes of the lines that a span touches."""
    offset = 0
    for index, line in enumerate(lines):
        end = offset + len(line)
        if any(start < end + 1 and stop > offset for start, stop in spans):
            yield index
        offset = end + 1


def _pieces(line: str, offset: int, spans: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """A line, cut at the ends of the spans."""
    inside = sorted(
        (max(0, s - offset), min(len(line), e - offset)) for s, e in spans if s < offset + len(line) and e > offset
    )
    pieces, at = [], 0
    for start, end in inside:
        if end <= at:
            continue
        pieces += [Piece(_cut(line[at : max(at, start)])), Piece(_cut(line[max(at, start) : end]), marked=True)]
        at = end
    pieces.append(Piece(_cut(line[at:])))
    return tuple(piece for piece in pieces if piece.text) or (Piece(""),)


def _cut(text: str) -> str:
    """A text of a length that a browser can show."""
    if len(text) <= LONGEST_LINE:
        return text
    return f"{text[: LONGEST_LINE // 2]} … {text[-LONGEST_LINE // 2 :]}"

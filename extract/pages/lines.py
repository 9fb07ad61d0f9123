"""Words on a page -> the lines they stand on, and the segments of a line that wide gaps part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from schema.document import Box, Word

# Words stand on one line when their middles differ by less than this share of their height.
_SAME_LINE = 0.45
# A gap wider than this share of the height parts two segments; justified prose stays below it.
WIDE_GAP = 0.62
# Spaces of one justified line differ by less than this.
_STRETCHED = 1.6
_SENTENCE = 4


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around some boxes."""
    known = list(boxes)
    return Box(
        min(b.x0 for b in known), min(b.top for b in known), max(b.x1 for b in known), max(b.bottom for b in known)
    )


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring words of one line without a wide gap between them."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """The left side."""
        return self.words[0].box.x0

    @property
    def x1(self) -> float:
        """The right side."""
        return max(w.box.x1 for w in self.words)

    @property
    def middle(self) -> float:
        """The x halfway along."""
        return (self.x0 + self.x1) / 2

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(w.text for w in self.words)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words of one printed line from left to right."""

    words: tuple[Word, ...]
    box: Box

    @property
    def middle(self) -> float:
        """The y halfway down."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def height(self) -> float:
        """The height of the tallest word."""
        return self.box.bottom - self.box.top

    @property
    def size(self) -> float:
        """The font size of most characters."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda s: (weights[s], s))

    @property
    def bold(self) -> bool:
        """True where every word with a letter or digit is bold."""
        telling = [w for w in self.words if any(c.isalnum() for c in w.text)]
        return bool(telling) and all(w.bold for w in telling)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(w.text for w in self.words)

    def segments(self) -> tuple[Segment, ...]:
        """The line parted at its wide gaps."""
        gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(self.words)]
        widest_space = _widest_space(self.words, gaps)
        parts: list[list[Word]] = [[self.words[0]]]
        for gap, before, word in zip(gaps, self.words, self.words[1:], strict=False):
            height = word.box.bottom - word.box.top
            figures = is_figure(before.text) or is_figure(word.text)
            if gap > WIDE_GAP * height and (figures or gap > widest_space):
                parts.append([word])
            else:
                parts[-1].append(word)
        return tuple(Segment(tuple(p)) for p in parts)


_FIGURE = re.compile(r"[-+–(£$€<>~]*\s*\d[\d,.:/ ]*\s*(?:%|pp|m|k|bn)?\)?\*?|n/?a|[-–—]", re.IGNORECASE)


def is_figure(text: str) -> bool:
    """True for what stands in a column of figures: "1,234", "(3.5%)", "£2.5m", "n/a", "-"."""
    return bool(_FIGURE.fullmatch(text.strip()))


def _widest_space(words: Sequence[Word], gaps: Sequence[float]) -> float:
    """The widest gap that may be a space between words of one sentence; wider in a justified line, whose spaces are stretched."""
    spaces = [
        gap
        for gap, a, b in zip(gaps, words, words[1:], strict=False)
        if 0 < gap < 1.3 * (a.box.bottom - a.box.top) and not is_figure(a.text) and not is_figure(b.text)
    ]
    return _STRETCHED * min(spaces) if len(spaces) >= _SENTENCE else 0.0


def lines_of(words: Iterable[Word]) -> list[PrintedLine]:
    """The lines of some words, from top to bottom; a raised or lowered small word stays on the line it belongs to."""
    ordered = sorted(words, key=lambda w: (w.box.top + w.box.bottom, w.box.x0))
    groups: list[list[Word]] = []
    for word in ordered:
        if groups and _on_line(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    lines = [_line(g) for g in groups]
    return sorted(lines, key=lambda line: (line.middle, line.box.x0))


def typical_height(lines: Sequence[PrintedLine]) -> float:
    """The height of a usual line among these; 10 points where there is none."""
    return median(line.height for line in lines) if lines else 10.0


def _on_line(line: list[Word], word: Word) -> bool:
    anchor = max(line, key=lambda w: w.size)
    height, anchor_height = word.box.bottom - word.box.top, anchor.box.bottom - anchor.box.top
    apart = abs((word.box.top + word.box.bottom) - (anchor.box.top + anchor.box.bottom)) / 2
    small, tall = sorted((height, anchor_height))
    # A footnote mark is much smaller than its line and sits high in it.
    reach = tall if small < 0.8 * tall else small
    return apart <= _SAME_LINE * reach


def _line(words: list[Word]) -> PrintedLine:
    placed = tuple(sorted(words, key=lambda w: w.box.x0))
    tallest = max(w.size for w in placed)
    return PrintedLine(placed, around(w.box for w in placed if w.size > 0.8 * tallest))

"""Words on a page -> the lines they stand on, and the segments of a line that wide gaps part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from operator import attrgetter
from statistics import median
from typing import Any, Generic, Self, TypeVar, overload

from schema.document import Box, Word

_left = attrgetter("box.x0")
# Words stand on one line when their middles differ by less than this share of their height.
_SAME_LINE = 0.45
# A gap wider than this share of the height parts two segments; justified prose stays below it.
WIDE_GAP = 0.62
# Spaces of one justified line differ by less than this.
_STRETCHED = 1.6
# A gap wider than this parts two numbers: a space between digits ("12 345") is narrower.
_NARROWEST_GAP = 0.42
_CLEARLY_WIDER = 1.7
_SENTENCE = 4


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def overlap(one: Box, other: Box) -> bool:
    """True for boxes that reach into each other, and not for two that only touch."""
    return one.x0 < other.x1 and one.x1 > other.x0 and one.top < other.bottom and one.bottom > other.top


_Told = TypeVar("_Told")


class once(Generic[_Told]):
    """What a thing tells once it is asked for, and then remembers: a ``cached_property`` without its lock.

    The lock of Python 3.11 takes longer than most answers here. Two threads may both find the answer, which is the same.
    """

    def __init__(self, tell: Callable[[Any], _Told]) -> None:
        """Takes the method that finds the answer."""
        self._tell = tell
        self.__doc__ = tell.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, thing: None, owner: type) -> Self: ...
    @overload
    def __get__(self, thing: object, owner: type) -> _Told: ...
    def __get__(self, thing: object | None, owner: type) -> Self | _Told:
        if thing is None:
            return self
        # From now on the answer is found in the thing itself, before this is looked for.
        told = thing.__dict__[self._name] = self._tell(thing)
        return told


# Pages have these by the thousand: what is asked of nearly all of them is told at once, all else once it is asked for.


class Segment:
    """Neighbouring words of one line without a wide gap between them; ``x0`` and ``x1`` are its sides."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        """Takes at least one word, from left to right."""
        self.words = words
        self.x0 = words[0].box.x0
        self.x1 = max([w.box.x1 for w in words])

    @property
    def middle(self) -> float:
        """The x halfway along."""
        return (self.x0 + self.x1) / 2

    @once
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join([w.text for w in self.words])

    @once
    def figure(self) -> bool:
        """True for what stands in a column of figures (``is_figure``)."""
        return is_figure(self.text)


class PrintedLine:
    """The words of one printed line from left to right; ``middle`` is the y halfway down its ``box``, ``height`` that of it."""

    def __init__(self, words: tuple[Word, ...], box: Box) -> None:
        """Takes at least one word and the box around the line, which footnote marks may reach out of."""
        self.words = words
        self.box = box
        self.middle = (box.top + box.bottom) / 2
        self.height = box.bottom - box.top

    @once
    def size(self) -> float:
        """The font size of most characters."""
        first = self.words[0].size
        if all([w.size == first for w in self.words]):
            return first
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda s: (weights[s], s))

    @once
    def bold(self) -> bool:
        """True where every word with a letter or digit is bold."""
        return all_bold(self.words)

    @once
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join([w.text for w in self.words])

    @once
    def segments(self) -> tuple[Segment, ...]:
        """The line parted at its wide gaps."""
        words = self.words
        boxes = [w.box for w in words]
        gaps = [b.x0 - a.x1 for a, b in pairwise(boxes)]
        heights = [b.bottom - b.top for b in boxes]
        # Most lines are prose without any wide gap.
        if not any([gap > _NARROWEST_GAP * height for gap, height in zip(gaps, heights[1:], strict=True)]):
            return (Segment(words),)
        cuts = _wide_gaps(words, gaps, heights)
        return tuple(Segment(words[a:b]) for a, b in pairwise([0, *cuts, len(words)]))


def all_bold(words: Sequence[Word]) -> bool:
    """True where there is a word with a letter or digit, and every such word is bold."""
    # Most texts have no bold word at all.
    if not any([w.bold for w in words]):
        return False
    telling = [w for w in words if any(c.isalnum() for c in w.text)]
    return bool(telling) and all(w.bold for w in telling)


_FIGURE = re.compile(r"[-+–(£$€<>~]*\s*\d[\d,.:/ ]*\s*(?:%|pp|m|k|bn)?\)?\*?|n/?a|[-–—]", re.IGNORECASE)


# Several steps ask, most words and figures come again, and a look in a table takes an eighth of the time.
@lru_cache(maxsize=16_384)
def is_figure(text: str) -> bool:
    """True for what stands in a column of figures: "1,234", "(3.5%)", "£2.5m", "n/a", "-"."""
    # Most texts are words: those are told by their first letter.
    if text[:1].isalpha() and text[0] not in "nN":
        return False
    return bool(_FIGURE.fullmatch(text.strip()))


@lru_cache(maxsize=16_384)
def is_number(text: str) -> bool:
    """True for a figure with a digit: not for a dash."""
    return is_figure(text) and any(c.isdigit() for c in text)


def _wide_gaps(words: Sequence[Word], gaps: Sequence[float], heights: Sequence[float]) -> list[int]:
    """Before which words a gap parts two segments.

    In a line that wide gaps part, narrower ones do as well beside a number, or where they are clearly wider than its spaces.
    """
    figures = [is_figure(w.text) for w in words]
    between_words = [
        (gap, height)
        for gap, height, a, b in zip(gaps, heights, figures, figures[1:], strict=False)
        if gap > 0 and not a and not b
    ]
    widest_space = _widest_space([gap for gap, height in between_words if gap < 1.3 * height])
    words_apart = [gap for gap, _ in between_words if gap <= WIDE_GAP * heights[0]]
    # In a justified line all spaces are stretched.
    stretched = _STRETCHED * median(words_apart) if len(words_apart) >= _SENTENCE else 0.0
    wide: list[int] = []
    narrow: list[int] = []
    for i, gap in enumerate(gaps, start=1):
        if gap <= _NARROWEST_GAP * heights[i]:
            continue
        beside = figures[i - 1] or figures[i]
        numbers = is_number(words[i - 1].text) + is_number(words[i].text) if beside else 0
        if numbers == 2 or (gap > WIDE_GAP * heights[i] and (beside or gap > widest_space)):
            wide.append(i)
        elif gap > (stretched if numbers else _CLEARLY_WIDER * min(gaps)):
            narrow.append(i)
    return sorted([*wide, *narrow]) if wide else []


def _widest_space(spaces: Sequence[float]) -> float:
    """The widest gap that may be a space between words of one sentence; wider in a justified line, whose spaces are stretched."""
    return _STRETCHED * min(spaces) if len(spaces) >= _SENTENCE else 0.0


def lines_of(words: Iterable[Word]) -> list[PrintedLine]:
    """The lines of some words, from top to bottom; a raised or lowered small word stays on the line it belongs to."""
    ordered: list[tuple[float, float, int, float, Word]] = []
    for n, word in enumerate(words):
        x0, top, _, bottom = word.box
        ordered.append((top + bottom, x0, n, bottom - top, word))
    ordered.sort()
    lines: list[PrintedLine] = []
    group: list[Word] = []
    # The largest word of a line says where the line stands: its size, height, and the y of its middle, doubled.
    size = height = y = 0.0
    level = True
    for twice, _, _, own, word in ordered:
        reach = height
        if own != height:
            small, tall = (own, height) if own < height else (height, own)
            # A footnote mark is much smaller than its line and sits high in it.
            reach = tall if small < 0.8 * tall else small
        if group and abs(twice - y) <= 2 * _SAME_LINE * reach:
            group.append(word)
            level = level and twice == y
            if word.size <= size:
                continue
        else:
            if group:
                lines.append(_line(group, level))
            group, level = [word], True
        size, height, y = word.size, own, twice
    if group:
        lines.append(_line(group, level))
    lines.sort(key=lambda line: (line.middle, line.box.x0))
    return lines


def typical_height(lines: Sequence[PrintedLine]) -> float:
    """The height of a usual line among these; 10 points where there is none."""
    return median(line.height for line in lines) if lines else 10.0


def _line(words: list[Word], level: bool) -> PrintedLine:
    """The line of some words; those of one height (``level``) are in their order already."""
    if len(words) == 1:
        return PrintedLine((words[0],), words[0].box)
    if not level:
        words.sort(key=_left)
    least = 0.8 * max([w.size for w in words])
    # What ``around`` does, in half of the time: nearly every word of a paper comes by here.
    left = top = inf
    right = bottom = -inf
    for word in words:
        if word.size > least:
            x0, y0, x1, y1 = word.box
            if x0 < left:
                left = x0
            if y0 < top:
                top = y0
            if x1 > right:
                right = x1
            if y1 > bottom:
                bottom = y1
    return PrintedLine(tuple(words), Box(left, top, right, bottom))

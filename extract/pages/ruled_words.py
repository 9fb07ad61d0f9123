"""The words of a page by their height, so that those in a box are found without going through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.pages.lines import PrintedLine, lines_of
from schema.document import Box, Word


class WordsByHeight:
    """Words sorted by the middle of their boxes."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Takes the words of a page in any order."""
        placed: list[tuple[float, int, float, Word]] = []
        for i, word in enumerate(words):
            x0, top, x1, bottom = word.box
            placed.append(((top + bottom) / 2, i, (x0 + x1) / 2, word))
        placed.sort()
        self._middles = [middle for middle, _, _, _ in placed]
        self._words = [(word, x) for _, _, x, word in placed]

    def heights(self, top: float, bottom: float) -> int:
        """At how many heights, told to the point, the words begin whose middle lies between two y."""
        first, last = bisect_left(self._middles, top), bisect_right(self._middles, bottom)
        return len({round(w.box.top) for w, _ in self._words[first:last]})

    def parted(self, box: Box) -> tuple[list[Word], list[Word]]:
        """The words that may stand in ``box``, those at its height that reach into it, and all others."""
        first, last = bisect_left(self._middles, box.top), bisect_right(self._middles, box.bottom)
        near: list[Word] = []
        others = [w for w, _ in self._words[:first]]
        for word, _ in self._words[first:last]:
            (near if word.box.x1 > box.x0 and word.box.x0 < box.x1 else others).append(word)
        others += [w for w, _ in self._words[last:]]
        return near, others

    def inside(self, box: Box, slack: float = 0.0) -> list[Word]:
        """The words whose middle lies in ``box``, upright and turned, from top to bottom; ``slack`` widens it to both sides."""
        first, last = bisect_left(self._middles, box.top), bisect_right(self._middles, box.bottom)
        left, right = box.x0 - slack, box.x1 + slack
        return [w for w, x in self._words[first:last] if left <= x <= right]

    def upright_inside(self, box: Box, slack: float = 0.0) -> list[Word]:
        """Those of ``inside`` that are not turned."""
        return [w for w in self.inside(box, slack) if not w.turned]

    def lines_inside(self, box: Box) -> list[PrintedLine]:
        """The lines of the upright words in ``box``; a word on its side belongs to it as well."""
        return lines_of(self.upright_inside(box, slack=1.0))

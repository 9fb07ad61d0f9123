"""Where a label stands so close behind the figures of the column before it that both look like one text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.pages.lines import Segment, is_number
from schema.document import Word

_SAME_X = 1.5
_LEAST_LINES = 3
_WIDEST = 20.0
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seam:
    """Where the figures of one column end and the labels of the next begin, and where the text with both begins."""

    x0: float
    x1: float
    start: float

    def like(self, other: Seam) -> bool:
        """True for the same seam on another line."""
        return abs(self.x0 - other.x0) < _SAME_X and abs(self.x1 - other.x1) < _SAME_X


def seams_of(parted: Sequence[Sequence[Segment]]) -> list[Seam]:
    """The seams that show in three lines and more, from left to right, with figures set right: they begin at different x.

    Example: ``11,303.5 Pay``, ``51,264.0 Prices`` and ``6,065.8 Government`` below each other are two columns; ``12 May`` and
    ``25 May`` are dates.
    """
    places = [seam for segments in parted for s in segments if (seam := _seam(s.words))]
    found: list[Seam] = []
    for seam in sorted(places, key=lambda p: p.x0):
        alike = [p for p in places if seam.like(p)]
        ragged = max(p.start for p in alike) - min(p.start for p in alike) > _SAME_X
        if ragged and len(alike) >= _LEAST_LINES and not any(seam.like(f) for f in found):
            found.append(seam)
    return found


def parted_at_seams(parted: Sequence[Sequence[Segment]], seams: Sequence[Seam]) -> list[tuple[Segment, ...]]:
    """The segments of lines, parted at the seams."""
    return [tuple(piece for s in segments for piece in _pieces(s, seams)) for segments in parted]


def with_seams(cuts: Sequence[float], seams: Sequence[Seam]) -> list[float]:
    """The cuts between columns with those at the seams, which may be too narrow to show as gaps."""
    added = [(s.x0 + s.x1) / 2 for s in seams if not any(s.x0 - _SAME_X < c < s.x1 + _SAME_X for c in cuts)]
    return sorted([*cuts, *added])


def _seam(words: Sequence[Word]) -> Seam | None:
    """The seam between the figures that a text begins with and the capital letter behind them."""
    for figure, label in pairwise(words):
        if not is_number(figure.text):
            return None
        if _MONTH.match(label.text):
            return None
        if label.text[0].isupper() and 0 < label.box.x0 - figure.box.x1 < _WIDEST:
            return Seam(figure.box.x1, label.box.x0, words[0].box.x0)
    return None


def _pieces(segment: Segment, seams: Sequence[Seam]) -> list[Segment]:
    here = _seam(segment.words)
    if here is None or not any(here.like(seam) for seam in seams):
        return [segment]
    behind = [w.box.x0 >= here.x1 for w in segment.words]
    at = behind.index(True)
    return [Segment(segment.words[:at]), Segment(segment.words[at:])]

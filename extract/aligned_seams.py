"""Where a label stands so close behind the figures of the column before it that both look like one text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.printed_lines import Segment, is_figure
from schema.document import Word

_SAME_X = 1.5
_LEAST_LINES = 3
_WIDEST = 20.0


def parted_at_seams(parted: Sequence[Sequence[Segment]]) -> list[tuple[Segment, ...]]:
    """The segments of lines, parted where a column of labels begins right behind a column of figures.

    Such a seam shows in three lines and more: the figures end at one x and the labels begin at another, however narrow the gap.
    Examples: ``11,303.5 Pay``, ``51,264.0 Prices`` and ``6,065.8 Government`` below each other are two columns.
    """
    places = [place for segments in parted for s in segments for place in _places(s)]
    seams = [p for p in places if sum(_same(p, other) for other in places) >= _LEAST_LINES]
    if not seams:
        return [tuple(segments) for segments in parted]
    return [tuple(piece for s in segments for piece in _pieces(s, seams)) for segments in parted]


def _places(segment: Segment) -> list[tuple[float, float]]:
    """Where a figure ends and where the label behind it begins, for each such pair of words."""
    return [(a.box.x1, b.box.x0) for a, b in pairwise(segment.words) if _is_seam(a, b)]


def _is_seam(figure: Word, label: Word) -> bool:
    gap = label.box.x0 - figure.box.x1
    return 0 < gap < _WIDEST and is_figure(figure.text) and figure.text[-1].isdigit() and label.text[0].isupper()


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < _SAME_X and abs(one[1] - other[1]) < _SAME_X


def _pieces(segment: Segment, seams: Sequence[tuple[float, float]]) -> list[Segment]:
    pieces: list[list[Word]] = [[segment.words[0]]]
    for a, b in pairwise(segment.words):
        if _is_seam(a, b) and any(_same((a.box.x1, b.box.x0), seam) for seam in seams):
            pieces.append([b])
        else:
            pieces[-1].append(b)
    return [Segment(tuple(words)) for words in pieces]

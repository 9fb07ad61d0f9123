"""Where the columns of a table without upright rules lie, and which columns a segment of text stands in."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.printed_lines import Segment
from schema.document import Word

_LEAST_GAP = 3.0
_SMALL_SAMPLE = 6
_CROSSING_SHARE = 0.08


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line that stand in the columns ``first`` to ``last``."""

    first: int
    last: int
    words: tuple[Word, ...]


def column_cuts(parted: Sequence[Sequence[Segment]]) -> list[float]:
    """The x in the middle of each gap between columns.

    A gap is a strip that (almost) no segment covers. In a table of six lines and more a few may cross: heads over several
    columns, a label that runs on into an empty cell.
    """
    counted = [line for line in parted if len(line) >= 2]
    if not counted:
        return []
    allowed = int(_CROSSING_SHARE * len(parted)) if len(parted) >= _SMALL_SAMPLE else 0
    left = min(line[0].x0 for line in parted)
    right = max(s.x1 for line in parted for s in line)
    steps = int(right - left) + 2
    cover = [0] * steps
    for line in parted:
        for s in line:
            for k in range(int(s.x0 - left), min(int(s.x1 - left) + 1, steps)):
                cover[k] += 1
    columns: list[list[float]] = []
    for k, n in enumerate(cover):
        if n <= allowed:
            continue
        if columns and k - columns[-1][1] <= _LEAST_GAP:
            columns[-1][1] = k
        else:
            columns.append([k, k])
    return [left + (a[1] + 1 + b[0]) / 2 for a, b in pairwise(columns)]


def pieces_of(segments: Sequence[Segment], cuts: Sequence[float]) -> list[Piece]:
    """The segments of a line by column; a segment over a cut is parted there if the words stand apart, else it spans."""
    pieces: list[Piece] = []
    for segment in segments:
        for words in _parted(segment, cuts):
            first = bisect(cuts, words[0].box.x0 + 1)
            last = bisect(cuts, max(w.box.x1 for w in words) - 1)
            pieces.append(Piece(first, max(first, last), tuple(words)))
    return _side_by_side(pieces)


def _parted(segment: Segment, cuts: Sequence[float]) -> list[list[Word]]:
    crossed = [c for c in cuts if segment.x0 < c < segment.x1]
    groups: list[list[Word]] = [[segment.words[0]]]
    gaps = sorted(b.box.x0 - a.box.x1 for a, b in pairwise(segment.words))
    usual = gaps[len(gaps) // 2] if len(gaps) > 2 else 0.3 * segment.words[0].size
    for a, b in pairwise(segment.words):
        gap = b.box.x0 - a.box.x1
        at_cut = any(a.box.x1 - 1 <= c <= b.box.x0 + 1 for c in crossed)
        if at_cut and gap > max(1.25 * usual, 0.33 * a.size):
            groups.append([b])
        else:
            groups[-1].append(b)
    return groups


def _side_by_side(pieces: list[Piece]) -> list[Piece]:
    """Pieces of one line that claim the same column, told apart by where most of each lies."""
    out: list[Piece] = []
    for piece in pieces:
        if out and piece.first <= out[-1].last and piece.last > out[-1].last:
            piece = Piece(out[-1].last + 1, piece.last, piece.words)
        elif out and piece.first <= out[-1].last < piece.last + 1 and out[-1].first < out[-1].last:
            out[-1] = Piece(out[-1].first, max(out[-1].first, piece.first - 1), out[-1].words)
        out.append(piece)
    return out

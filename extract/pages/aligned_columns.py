"""Where the columns of a table without upright rules lie, and which columns a segment of text stands in."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from extract.pages.lines import Segment, is_number
from schema.document import Word

_LEAST_GAP = 3.0
_SMALL_SAMPLE = 6
# In sizes of the font: no space between words is so wide, but in justified lines.
_CLEAR_GAP = 0.42
# How much wider than the narrowest space between its words a line is parted in front of a word that stands over a cut.
_WIDER = 1.3
_CROSSING_SHARE = 0.08
_MOST_HEAD_LINES = 3
_MOST_TITLES = 2


class Piece(Segment):
    """Words of one line that stand in the columns ``first`` to ``last``."""

    def __init__(self, first: int, last: int, words: tuple[Word, ...]) -> None:
        """Takes at least one word, from left to right."""
        super().__init__(words)
        self.first = first
        self.last = last

    @property
    def y(self) -> float:
        """The y halfway down its first word."""
        box = self.words[0].box
        return (box.top + box.bottom) / 2


def column_cuts(parted: Sequence[Sequence[Segment]]) -> list[float]:
    """The x in the middle of each gap between columns.

    A gap is a strip that (almost) no segment covers. In a table of six lines and more a few may cross: a label that runs on into
    an empty cell. Heads over several columns do not count at all.
    """
    if not any(len(line) >= 2 for line in parted):
        return []
    head = _head_lines(parted)
    body = parted[head:]
    allowed = int(_CROSSING_SHARE * len(parted)) if len(parted) >= _SMALL_SAMPLE else 0
    columns = _columns(body, allowed)
    if titles := _titles(body):
        without = _columns([line for line in body if line not in titles], allowed)
        columns = without if len(without) > len(columns) else columns
    # The lowest heads stand over one column each, and tell how wide it is; those above may stand over several.
    for line in reversed(parted[:head]):
        for segment in line:
            over = [c for c in columns if c[0] < segment.x1 and c[1] > segment.x0]
            if len(over) == 1 and not any(
                c is not over[0] and c[0] - _LEAST_GAP - 1 < segment.x1 and c[1] + _LEAST_GAP + 1 > segment.x0
                for c in columns
            ):
                over[0][:] = [min(over[0][0], segment.x0), max(over[0][1], segment.x1)]
            elif not over and len(line) > len(columns) / 2:
                columns.append([segment.x0, segment.x1])
    columns = _apart(columns)
    return _without_split_heads([(a[1] + b[0]) / 2 for a, b in pairwise(columns)], parted)


def _titles(parted: Sequence[Sequence[Segment]]) -> list[Sequence[Segment]]:
    """The title of a group, or two: texts alone at the left of a table of figures, that may be wider than its first column."""
    left = min(line[0].x0 for line in parted)
    rows = [line for line in parted if len(line) > 1]
    alone = [line for line in parted if len(line) == 1]
    if len(alone) > _MOST_TITLES or len(rows) < 2 * len(alone) or any(line[0].x0 > left + 1 for line in alone):
        return []
    return alone if all(any(is_number(s.text) for s in line[1:]) for line in rows) else []


def _head_lines(parted: Sequence[Sequence[Segment]]) -> int:
    """How many lines at the top may be heads: those before the first line with a number behind its label, else a third."""
    few = min(_MOST_HEAD_LINES, len(parted) // 3)
    first = next((i for i, line in enumerate(parted) if any(is_number(s.text) for s in line[1:])), 0)
    return max(few, first) if first <= _MOST_HEAD_LINES else few


def _columns(parted: Sequence[Sequence[Segment]], allowed: int) -> list[list[float]]:
    """The stretches of x that more than ``allowed`` lines cover."""
    sides = [(int(s.x0), 1) for line in parted for s in line]
    sides += [(int(s.x1) + 1, -1) for line in parted for s in line]
    columns: list[list[float]] = []
    cover = 0
    for x, step in sorted(sides):
        before, cover = cover, cover + step
        if before <= allowed < cover:
            columns.append([x, x])
        elif cover <= allowed < before:
            columns[-1][1] = x
    return _apart(columns)


def _apart(columns: list[list[float]]) -> list[list[float]]:
    """Columns from left to right, those that touch or nearly do made one."""
    out: list[list[float]] = []
    for x0, x1 in sorted(columns):
        if out and x0 - out[-1][1] < _LEAST_GAP:
            out[-1][1] = max(out[-1][1], x1)
        else:
            out.append([x0, x1])
    return out


def _without_split_heads(cuts: list[float], parted: Sequence[Sequence[Segment]]) -> list[float]:
    """Takes out cuts between a column head and its figures.

    A head set left over figures set right leaves a gap between them; but then one side is filled in the first lines only, and
    never where the other is.
    """
    # The lines that hold something in each column, which the cuts part.
    held: list[set[int]] = [set() for _ in range(len(cuts) + 1)]
    for i, line in enumerate(parted):
        for segment in line:
            held[bisect(cuts, segment.middle)].add(i)
    kept: list[float] = []
    left = held[0]
    for cut, right in zip(cuts, held[1:], strict=True):
        few, many = (left, right) if len(left) <= len(right) else (right, left)
        # Above the heads there may be those of a group of columns.
        below = [i for i in many if i > min(few, default=0)] if max(few, default=0) < _MOST_HEAD_LINES else many
        if few and not left & right and below and max(few) < min(below) and len(few) <= _MOST_HEAD_LINES:
            left = left | right
        else:
            kept.append(cut)
            left = right
    return kept


def pieces_of(segments: Sequence[Segment], cuts: Sequence[float]) -> list[Piece]:
    """The segments of a line by column; a segment over a cut is parted there if the words stand apart, else it spans."""
    pieces: list[Piece] = []
    for segment in segments:
        for words in _parted(segment, cuts):
            first = bisect(cuts, words[0].box.x0 + 1)
            last = bisect(cuts, max([w.box.x1 for w in words]) - 1)
            pieces.append(Piece(first, max(first, last), words))
    return _side_by_side(pieces)


def _parted(segment: Segment, cuts: Sequence[float]) -> list[tuple[Word, ...]]:
    crossed = [c for c in cuts if segment.x0 < c < segment.x1]
    if not crossed:
        return [segment.words]
    groups: list[list[Word]] = [[segment.words[0]]]
    gaps = sorted(b.box.x0 - a.box.x1 for a, b in pairwise(segment.words))
    usual = gaps[len(gaps) // 2] if len(gaps) > 2 else 0.3 * segment.words[0].size
    for a, b in pairwise(segment.words):
        gap = b.box.x0 - a.box.x1
        # Two figures are two cells however close they stand.
        figures = is_number(a.text) and is_number(b.text)
        slack = 0.5 * a.size if figures else 1.0
        at_cut = any(a.box.x1 - slack <= c <= b.box.x0 + slack for c in crossed)
        # Heads set right nearly touch, and the cut is under the next: "2024-25" beside "against original".
        clear = gap > 0.33 * a.size and gap > _WIDER * gaps[0] and len(gaps) > 1
        if clear and any(a.box.x1 <= c < b.box.x1 for c in crossed):
            groups.append([b])
            continue
        if at_cut and (figures or gap > _CLEAR_GAP * a.size or gap > max(1.25 * usual, 0.33 * a.size)):
            groups.append([b])
        else:
            groups[-1].append(b)
    return [tuple(group) for group in groups]


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

"""Which lines may belong to one table without upright rules, before columns are looked for: prose and frames set bounds.

Level rules and shades of one width, one below the other, frame a table: what stands above or below them belongs to it only
where it stands in its columns. A numbered paragraph parts what is above it from what is below.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.aligned_columns import column_cuts
from extract.printed_lines import PrintedLine, Segment, typical_height
from extract.ruled_cells import Edge, joined
from schema.document import Fill, Rule

_NUMBER = re.compile(r"\(?(?:\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|[a-z][.)]|[ivx]{1,5}[.)])", re.IGNORECASE)
_LEAST_WORDS = 3
_SAME_X = 3.0
_BESIDE = 2
_WRAP_GAP = 0.6

_SHORTEST = 100.0
_THINNEST_SHADE = 6.0
_TALLEST_SHADE = 120.0
# In heights of a line: a first row between two rules is no taller, and a row without several cells is no taller.
_TALLEST_HEAD = 6.0
_TALLEST_TITLE = 3.0
_WIDE_SHARE = 0.55
_REACH = 1.6


@dataclass(frozen=True, slots=True)
class Frame:
    """Where level rules and shades of one width begin and end, and how many of them there are."""

    x0: float
    x1: float
    marks: tuple[float, ...]

    @property
    def top(self) -> float:
        """The first of the marks."""
        return self.marks[0]

    @property
    def bottom(self) -> float:
        """The last of the marks."""
        return self.marks[-1]

    @property
    def closed(self) -> bool:
        """True where the last mark may end the table: two alone are those of its head."""
        return len(self.marks) > 2


def stretches_of(lines: Sequence[PrintedLine], rules: Sequence[Rule], fills: Sequence[Fill]) -> list[list[PrintedLine]]:
    """The lines without numbered paragraphs, parted where a paragraph stands and where a framed table begins and ends."""
    parted = [line.segments() for line in lines]
    prose = numbered_paragraphs(lines, parted)
    bounds = {i for at in prose for i in (at, at + 1)}
    for frame in frames_of(lines, parted, prose, rules, fills):
        bounds.update(_bounds(frame, lines, parted))
    edges = [0, *sorted(b for b in bounds if 0 < b < len(lines)), len(lines)]
    return [list(lines[a:b]) for a, b in pairwise(edges) if a < b and a not in prose]


def numbered_paragraphs(lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]]) -> frozenset[int]:
    """The lines of numbered paragraphs: "3.2" and a text beside it, with the lines that go on the text.

    A line of a table may look so too; then lines near it have more cells in the same columns.
    """
    found: set[int] = set()
    for i, segments in enumerate(parted):
        if not _is_numbered(segments) or _is_row(i, parted):
            continue
        found.add(i)
        for at in range(i + 1, len(lines)):
            goes_on = len(parted[at]) == 1 and abs(parted[at][0].x0 - segments[1].x0) < _SAME_X
            if not goes_on or lines[at].box.top - lines[at - 1].box.bottom > _WRAP_GAP * lines[at].height:
                break
            found.add(at)
    return frozenset(found)


def _is_numbered(segments: Sequence[Segment]) -> bool:
    return (
        len(segments) == 2
        and bool(_NUMBER.fullmatch(segments[0].text))
        and len(segments[1].words) >= _LEAST_WORDS
        and any(w.text[0].isalpha() for w in segments[1].words[:2])
    )


def _is_row(at: int, parted: Sequence[Sequence[Segment]]) -> bool:
    first, second = parted[at]
    near = [parted[i] for i in range(max(0, at - _BESIDE), min(len(parted), at + _BESIDE + 1)) if i != at]
    return any(len(p) > 2 and abs(p[0].x0 - first.x0) < _SAME_X and abs(p[1].x0 - second.x0) < _SAME_X for p in near)


def frames_of(
    lines: Sequence[PrintedLine],
    parted: Sequence[Sequence[Segment]],
    prose: frozenset[int],
    rules: Sequence[Rule],
    fills: Sequence[Fill],
) -> list[Frame]:
    """The frames that level rules and shades draw around some of the lines."""
    height = typical_height(lines)
    frames: list[Frame] = []
    for (x0, x1), marks in _marks(rules, fills):
        groups: list[list[float]] = [[marks[0]]]
        for upper, lower in pairwise(marks):
            first = len(groups[-1]) == 1
            if _is_row_between(upper, lower, x1 - x0, first, lines, parted, prose, height):
                groups[-1].append(lower)
            else:
                groups.append([lower])
        frames += [Frame(x0, x1, tuple(g)) for g in groups if len(g) > 1]
    return frames


def _marks(rules: Sequence[Rule], fills: Sequence[Fill]) -> Iterable[tuple[tuple[float, float], list[float]]]:
    """Level rules and the upper and lower sides of shades, by where they begin and end."""
    edges = [Edge((r.top + r.bottom) / 2, r.x0, r.x1) for r in rules if r.horizontal]
    for fill in fills:
        box = fill.box
        if not fill.curved and _THINNEST_SHADE < box.bottom - box.top < _TALLEST_SHADE:
            edges += [Edge(box.top, box.x0, box.x1), Edge(box.bottom, box.x0, box.x1)]
    groups: list[list[Edge]] = []
    for edge in joined(edges):
        if edge.end - edge.start < _SHORTEST:
            continue
        alike = (g for g in groups if abs(g[0].start - edge.start) < _SAME_X and abs(g[0].end - edge.end) < _SAME_X)
        group = next(alike, None)
        if group is None:
            groups.append([edge])
        else:
            group.append(edge)
    return [((g[0].start, g[0].end), sorted(e.at for e in g)) for g in groups]


def _is_row_between(
    upper: float,
    lower: float,
    width: float,
    first: bool,
    lines: Sequence[PrintedLine],
    parted: Sequence[Sequence[Segment]],
    prose: frozenset[int],
    height: float,
) -> bool:
    """True where rows of one table may stand between two marks: no prose, and no tall gap without cells."""
    if first and lower - upper > _TALLEST_HEAD * height:
        return False
    here = [i for i, line in enumerate(lines) if upper < line.middle < lower]
    if any(i in prose for i in here):
        return False
    return any(len(parted[i]) > 1 for i in here) or lower - upper < _TALLEST_TITLE * height


def _bounds(frame: Frame, lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]]) -> list[int]:
    """The indexes of the first line of the table and of the first one after it."""
    middles = [line.middle for line in lines]
    start, end = bisect(middles, frame.top), bisect(middles, frame.bottom)
    inside = parted[start:end]
    if not any(len(p) > 1 for p in inside):
        return []
    wide = max(p[-1].x1 for p in inside) - min(p[0].x0 for p in inside)
    if frame.x1 - frame.x0 < 0.6 * wide:
        return []
    height = typical_height(lines[start:end])
    cuts = column_cuts(inside)
    first, after = start, end
    while first > 0 and _near(lines[first - 1], lines[first], height) and _may_be_head(parted[first - 1], cuts, wide):
        first -= 1
    while after < len(lines) and _near(lines[after - 1], lines[after], height) and _fits(parted[after], cuts):
        after += 1
    return [first, after] if frame.closed else [first]


def _near(above: PrintedLine, below: PrintedLine, height: float) -> bool:
    return below.box.top - above.box.bottom <= _REACH * height


def _may_be_head(segments: Sequence[Segment], cuts: Sequence[float], wide: float) -> bool:
    """True for a line with short texts over at least half of the columns."""
    several = len(segments) >= max(2, (len(cuts) + 1) / 2)
    return several and all(s.x1 - s.x0 < _WIDE_SHARE * wide for s in segments)


def _fits(segments: Sequence[Segment], cuts: Sequence[float]) -> bool:
    """True for a line with several segments, each of them in a column of its own."""
    columns = [(bisect(cuts, s.x0 + 1), bisect(cuts, s.x1 - 1)) for s in segments]
    apart = all(one[0] < two[0] for one, two in pairwise(columns))
    return len(segments) > 1 and apart and all(a == b for a, b in columns)

"""Which lines of a table without upright rules make one row: told by rules and shades, else by how far apart lines stand.

Wrapped lines of one cell stand closer than rows do; where both have one pitch, what the lines hold tells them apart.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.pages.aligned_columns import Piece
from extract.pages.aligned_stretches import BULLETS
from extract.pages.lines import PrintedLine, is_number, typical_height
from schema.document import Box, Fill, Rule

_ACROSS = 0.6
_SAME_Y = 3.0
# In heights of a line: lines that overlap are cells of one row that are centred against each other.
_OVERLAP = 0.75
# In sizes of the font: wrapped lines stand no further apart, and rows stand clearly further apart than they do.
_WIDEST_WRAP = 1.6
_CLEAR_STEP = 0.1
_SAME_PITCH = 0.08
# In points: browsers set lines on whole pixels.
_ROUNDING = 0.9
# Figures are not wrapped: where so many lines at the narrow pitch have a figure under a figure, it is the pitch of rows.
_FIGURES_UNDER_FIGURES = 0.25
_FIGURE_COLUMN = 0.6
_SPACE = 0.25


def separators(frame: Box, rules: Sequence[Rule], fills: Sequence[Fill]) -> list[float]:
    """The y of each level rule, and of each side of a shade, that runs across most of the table."""
    spans: list[tuple[float, float, float]] = [
        ((r.top + r.bottom) / 2, max(r.x0, frame.x0), min(r.x1, frame.x1)) for r in rules if r.horizontal
    ]
    for fill in fills:
        box = fill.box
        if not fill.curved and box.bottom - box.top > 6 and box.bottom - box.top < 0.5 * (frame.bottom - frame.top):
            for y in (box.top, box.bottom):
                spans.append((y, max(box.x0, frame.x0), min(box.x1, frame.x1)))
    groups: list[list[tuple[float, float, float]]] = []
    for span in sorted(s for s in spans if s[2] > s[1]):
        if groups and span[0] - groups[-1][0][0] <= _SAME_Y:
            groups[-1].append(span)
        else:
            groups.append([span])
    found = []
    for group in groups:
        y = sum(s[0] for s in group) / len(group)
        inside = frame.top - 4 < y < frame.bottom + 4
        if inside and _covered([(a, b) for _, a, b in group]) >= _ACROSS * (frame.x1 - frame.x0):
            found.append(y)
    return found


def _covered(spans: Sequence[tuple[float, float]]) -> float:
    total, end = 0.0, float("-inf")
    for a, b in sorted(spans):
        total += max(0.0, b - max(a, end))
        end = max(end, b)
    return total


def row_groups(
    lines: Sequence[PrintedLine], pieces: Sequence[Sequence[Piece]], columns: int, parts: Sequence[float]
) -> list[list[int]]:
    """The lines by row, as lists of their indexes."""
    inner = [y for y in parts if lines[0].box.bottom - 2 < y < lines[-1].box.top + 2]
    first_column = sum(any(p.first == 0 for p in line) for line in pieces)
    if len(inner) >= 2 and len(inner) >= 0.3 * min(len(lines), first_column):
        groups = _by_separators(lines, inner)
        if not any(sum(_is_row(pieces[i], columns) for i in group) > 1 for group in groups):
            return _titles_apart(groups, pieces)
    return _titles_apart(_by_pitch(lines, pieces, inner), pieces)


def _titles_apart(groups: Sequence[Sequence[int]], pieces: Sequence[Sequence[Piece]]) -> list[list[int]]:
    """The rows with the title of a group, set in bold over the first row of the group, as a row of its own."""
    out: list[list[int]] = []
    for group in groups:
        title = len(group) > 1 and is_title_over(pieces[group[0]], pieces[group[1]])
        out += [[group[0]], list(group[1:])] if title else [list(group)]
    return out


def _is_row(pieces: Sequence[Piece], columns: int) -> bool:
    """True for a line that is a whole row: a label and figures in most columns."""
    figures = sum(p.figure for p in pieces if p.first > 0)
    return any(p.first == 0 for p in pieces) and figures >= max(1, (columns - 1) / 2)


def _by_separators(lines: Sequence[PrintedLine], inner: Sequence[float]) -> list[list[int]]:
    groups: list[list[int]] = []
    band = -1
    for i, line in enumerate(lines):
        now = bisect(inner, line.middle)
        if now != band:
            groups.append([])
        band = now
        groups[-1].append(i)
    return groups


def _by_pitch(
    lines: Sequence[PrintedLine], pieces: Sequence[Sequence[Piece]], inner: Sequence[float]
) -> list[list[int]]:
    """Rows told by the pitch of lines within each column; by what lines hold where it tells nothing."""
    links = list(_links(pieces))
    limit = wrap_limit(links, pieces)
    held = [False] * len(lines)
    if limit is not None:
        for upper, lower, apart, _ in links:
            if apart <= limit:
                held[upper + 1 : lower + 1] = [True] * (lower - upper)
    height = typical_height(lines)
    tight = _TightRows(pieces)
    whole = [_is_row(line, tight.columns) for line in pieces]
    groups: list[list[int]] = [[0]]
    for i in range(1, len(lines)):
        gap = lines[i].middle - lines[i - 1].middle
        if any(lines[i - 1].middle < y < lines[i].middle for y in inner):
            goes_on = False
        elif gap < _OVERLAP * height:
            goes_on = True
        elif whole[i] and any(whole[at] for at in groups[-1]):
            goes_on = False
        elif held[i]:
            goes_on = True
        elif gap > _WIDEST_WRAP * height:
            goes_on = False
        else:
            goes_on = _label_goes_on(pieces, i) or (limit is None and tight.goes_on(groups[-1], i))
        if goes_on:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


Link = tuple[int, int, float, bool]


def _links(pieces: Sequence[Sequence[Piece]]) -> Iterator[Link]:
    """Texts under each other in one column: the two lines, how far apart in sizes of the font, and whether both are figures."""
    last: dict[int, tuple[int, Piece]] = {}
    for i, line in enumerate(pieces):
        for piece in line:
            above = last.get(piece.first)
            if above and above[0] < i and piece.first == piece.last:
                apart = (piece.y - above[1].y) / piece.words[0].size
                yield above[0], i, apart, above[1].figure and piece.figure
            for column in range(piece.first, piece.last + 1):
                last.pop(column, None)
            if piece.first == piece.last:
                last[piece.first] = (i, piece)


def wrap_limit(links: Sequence[Link], pieces: Sequence[Sequence[Piece]]) -> float | None:
    """The pitch in sizes of the font up to which texts under each other are one cell; None where lines have one pitch.

    The narrow pitch may be that of rows, and the wide one that of groups of rows: then figures stand under figures at it, or
    the lines at it hold as many cells as those that begin a group.
    """
    ordered = sorted(apart for _, _, apart, _ in links)
    if not ordered or ordered[0] > _WIDEST_WRAP:
        return 0.0
    step = max(_CLEAR_STEP, _ROUNDING / median(p.words[0].size for line in pieces for p in line))
    steps = ((a + b) / 2 for a, b in pairwise(ordered) if a <= _WIDEST_WRAP and b - a > step)
    limit = next(steps, None)
    pitch = median(apart for apart in ordered if apart < ordered[0] + step)
    if limit is None or all(_is_multiple(apart, pitch) for apart in ordered):
        return None
    near = [both for _, _, apart, both in links if apart <= limit]
    if sum(near) > _FIGURES_UNDER_FIGURES * len(near):
        return None
    wrapped = {lower for _, lower, apart, _ in links if apart <= limit}
    begin = [len(line) for i, line in enumerate(pieces) if i not in wrapped]
    if median(len(pieces[i]) for i in wrapped) > 0.8 * median(begin):
        return None
    return limit


def _is_multiple(apart: float, pitch: float) -> bool:
    """True for texts some lines of one pitch apart: between them only empty cells."""
    return abs(apart / pitch - round(apart / pitch)) < _SAME_PITCH


class _TightRows:
    """Rows whose lines stand as close as the lines of a wrapped cell: told by what they hold."""

    def __init__(self, pieces: Sequence[Sequence[Piece]]) -> None:
        self._pieces = pieces
        self.columns = 1 + max((p.last for line in pieces for p in line), default=0)
        by_column: dict[int, list[Piece]] = {}
        for line in pieces:
            for piece in line:
                if piece.first == piece.last:
                    by_column.setdefault(piece.first, []).append(piece)
        self._widths = {c: max(p.x1 - p.x0 for p in column) for c, column in by_column.items()}
        self._figures = {
            c for c, column in by_column.items() if sum(p.figure for p in column) > _FIGURE_COLUMN * len(column)
        }

    def goes_on(self, group: Sequence[int], at: int) -> bool:
        """True where the texts of a line go on those of its row: no figure of its own, and no first word had room above."""
        line = self._pieces[at]
        begin = self._pieces[group[0]]
        if not line or len(line) > len(begin) or any(p.figure and p.first in self._figures for p in line):
            return False
        if line[0].first <= begin[0].first and len(line) >= max(2, len(begin)):
            return False
        if line[0].first > begin[0].first and len(line) <= max(1, self.columns // 3):
            return True
        return all(self._wraps(group, p) for p in line)

    def _wraps(self, group: Sequence[int], piece: Piece) -> bool:
        above = next((p for i in reversed(group) for p in self._pieces[i] if p.first == piece.first), None)
        if above is None or above.words[0].bold != piece.words[0].bold:
            return False
        first = piece.words[0]
        if first.text[0] in BULLETS and any(
            p.first == piece.first and p.words[0].text[0] in BULLETS for i in group for p in self._pieces[i]
        ):
            return True
        if first.text[:1].islower() or first.text[:1] == "(":
            return True
        room = self._widths.get(piece.first, 0.0) - (above.x1 - above.x0)
        return first.box.x1 - first.box.x0 + _SPACE * first.size > room and not is_number(above.text)


def is_title_over(upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """True where a bold text alone in the first column stands over a row in another weight: the title of a group of rows."""
    below = next((p for p in lower if p.first == 0), None)
    if len(upper) != 1 or upper[0].first != 0 or below is None:
        return False
    return all(w.bold for w in upper[0].words) and not any(w.bold for w in below.words)


def _label_goes_on(pieces: Sequence[Sequence[Piece]], at: int) -> bool:
    """True where the line above holds only a label, and this one goes on it in mid-sentence, beside the figures of both."""
    above, below = pieces[at - 1], pieces[at]
    if len(above) != 1 or above[0].first != 0 or not below or below[0].first != 0:
        return False
    return below[0].words[0].text[0].islower() and above[0].words[0].bold == below[0].words[0].bold

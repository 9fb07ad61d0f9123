"""Which lines of a table without upright rules make one row: told by rules and shades, else by the pitch of the lines."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.pages.aligned_columns import Piece
from extract.pages.lines import PrintedLine, is_figure, typical_height
from schema.document import Box, Fill, Rule

_ACROSS = 0.6
_SAME_Y = 3.0
# In heights of a line: wrapped lines stand no further apart, and rows stand clearly further apart than they do.
_WIDEST_WRAP = 1.45
_CLEAR_STEP = 0.16
# Lines that overlap are cells of one row, centred against each other.
_OVERLAP = 0.75


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
    return _titles_apart(_by_pitch(lines, pieces, columns, inner), pieces)


def _titles_apart(groups: Sequence[Sequence[int]], pieces: Sequence[Sequence[Piece]]) -> list[list[int]]:
    """The rows with the title of a group, set in bold over the first row of the group, as a row of its own."""
    out: list[list[int]] = []
    for group in groups:
        title = len(group) > 1 and is_title_over(pieces[group[0]], pieces[group[1]])
        out += [[group[0]], list(group[1:])] if title else [list(group)]
    return out


def _is_row(pieces: Sequence[Piece], columns: int) -> bool:
    """True for a line that is a whole row: a label and figures in most columns."""
    figures = sum(is_figure(" ".join(w.text for w in p.words)) for p in pieces if p.first > 0)
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
    lines: Sequence[PrintedLine], pieces: Sequence[Sequence[Piece]], columns: int, inner: Sequence[float]
) -> list[list[int]]:
    gaps = [b.middle - a.middle for a, b in pairwise(lines)]
    height = typical_height(lines)
    wrap = wrap_pitch(gaps, [len(p) for p in pieces], height)
    groups: list[list[int]] = [[0]]
    for i in range(1, len(lines)):
        if any(lines[i - 1].middle < y < lines[i].middle for y in inner):
            new = True
        elif gaps[i - 1] < _OVERLAP * height or (gaps[i - 1] < _WIDEST_WRAP * height and _label_goes_on(pieces, i)):
            new = False
        elif wrap is not None:
            new = gaps[i - 1] > wrap
        else:
            new = not _continues(pieces[i], columns) and not wraps(pieces, i)
        if new:
            groups.append([i])
        else:
            groups[-1].append(i)
    return groups


def wrap_pitch(gaps: Sequence[float], filled: Sequence[int], height: float) -> float | None:
    """The pitch up to which lines belong to one row, None where the lines have one pitch.

    ``filled`` counts the cells of each line: wrapped lines fill fewer than those that begin a row. Where both fill as many, the
    narrow pitch is that of rows and the wide one that of groups of rows.
    """
    ordered = sorted(gaps)
    if not ordered or ordered[0] > _WIDEST_WRAP * height:
        return 0.0
    # Closer lines than a pitch are cells of one row that are centred against each other.
    steps = [(b - a, (a + b) / 2) for a, b in pairwise(ordered) if 0.95 * height < a <= _WIDEST_WRAP * height]
    step, limit = max(steps, default=(0.0, 0.0))
    if step < _CLEAR_STEP * height:
        return None
    begin = [n for n, gap in zip(filled[1:], gaps, strict=True) if gap > limit]
    wrapped = [n for n, gap in zip(filled[1:], gaps, strict=True) if gap <= limit]
    if median(wrapped) > 0.8 * median([filled[0], *begin]):
        return None
    return limit


def wraps(pieces: Sequence[Sequence[Piece]], at: int) -> bool:
    """True where a line holds one cell only, and its first word had no room at the end of the line above."""
    if len(pieces[at]) != 1 or not pieces[at - 1]:
        return False
    piece = pieces[at][0]
    above = next((p for p in pieces[at - 1] if p.first == piece.first), None)
    if above is None or above.words[0].bold != piece.words[0].bold:
        return False
    first = piece.words[0]
    end = max(p.words[-1].box.x1 for line in pieces for p in line if p.first == p.last == piece.first)
    no_room = above.words[-1].box.x1 + first.box.x1 - first.box.x0 + 0.25 * first.size > end
    return first.text[:1].islower() or first.text[:1] == "(" or no_room


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


def _continues(pieces: Sequence[Piece], columns: int) -> bool:
    """True for a line that goes on the cells above: nothing in the first column and in few others."""
    filled = {p.first for p in pieces}
    return 0 not in filled and len(filled) <= max(1, columns // 3)

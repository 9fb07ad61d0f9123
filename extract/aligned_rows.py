"""Which lines of a table without upright rules make one row: told by rules and shades, else by the pitch of the lines."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from extract.aligned_columns import Piece
from extract.printed_lines import PrintedLine, typical_height
from schema.document import Box, Fill, Rule

_ACROSS = 0.6
_SAME_Y = 3.0


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
        return _by_separators(lines, inner)
    return _by_pitch(lines, pieces, columns, inner)


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
    height = typical_height(lines)
    gaps = [b.middle - a.middle for a, b in pairwise(lines)]
    wrap = wrap_pitch(gaps, height)
    groups: list[list[int]] = [[0]]
    for i in range(1, len(lines)):
        if any(lines[i - 1].middle < y < lines[i].middle for y in inner):
            new = True
        elif wrap is not None:
            full = columns > 4 and len(pieces[i]) == columns and len(pieces[i - 1]) == columns
            new = gaps[i - 1] > wrap or full
        else:
            new = not _continues(pieces[i], columns, gaps[i - 1], height, gaps)
        if new:
            groups.append([i])
        else:
            groups[-1].append(i)
    return groups


def wrap_pitch(gaps: Sequence[float], height: float) -> float | None:
    """The pitch up to which lines belong to one row, None where all lines have one pitch."""
    ordered = sorted(gaps)
    if len(ordered) < 2:
        return None
    low = [g for g in ordered if g <= 1.2 * height]
    high = [g for g in ordered if g > 1.2 * height]
    if high and (not low or high[0] - low[-1] > 0.1 * height):
        return (low[-1] + high[0]) / 2 if low else 0.0
    step, at = max((b - a, i) for i, (a, b) in enumerate(pairwise(ordered)))
    if low and step > 0.16 * height and ordered[at] < 1.3 * height:
        return (ordered[at] + ordered[at + 1]) / 2
    return None


def _continues(pieces: Sequence[Piece], columns: int, gap: float, height: float, gaps: Sequence[float]) -> bool:
    """True for a line that goes on the cells above: nothing in the first column and in few others."""
    filled = {p.first for p in pieces}
    return (
        0 not in filled
        and len(filled) <= max(1, columns // 3)
        and gap < 1.35 * height
        and max(gaps) - min(gaps) > 0.02 * height
    )

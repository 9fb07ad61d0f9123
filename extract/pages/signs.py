"""Signs that are drawn and not written: the form of a path as an arrow, a tick, a cross or a spot.

A form is told by how wide a drawing is along its length, so that neither its size nor how its outline was made counts: a block
arrow as a program draws it has sixty segments, inner edge and all, one drawn with a pen three strokes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import hypot, sqrt

from schema.document import Box, Drawing

Point = tuple[float, float]

# The sizes of a sign in a line of text, in points: smaller is a blot or the marker of a chart, larger a picture.
_SMALLEST = 3.5
_LARGEST = 60.0
_MOST_POINTS = 400
_SLICES = 20
_SLENDER = 0.3
_OFF_MIDDLE = 0.24
_HALF = sqrt(0.5)


def sign_of(drawings: Sequence[Drawing]) -> str | None:
    """The one sign that the drawings in a cell make; None where they make none or several (the markers of a chart).

    A sign that is filled once and stroked once at the same place is one; two strokes over one another are a cross.
    """
    if not drawings or not all(_is_at(drawings[0].box, d.box) for d in drawings):
        return None
    strokes = [sorted(set(d.outline)) for d in drawings if len(set(d.outline)) == 2]
    if len(strokes) == len(drawings) == 2:
        (a, b), (c, d) = strokes
        crossing = (b[1] - a[1]) * (d[1] - c[1]) < 0
        return "✗" if crossing and _may_be_sign(drawings[0].box) else None
    # Filled and stroked, an outline is drawn twice; the filled one is closed.
    once = {d.outline: d for d in sorted(drawings, key=lambda d: d.filled)}
    forms = {form for d in once.values() if (form := form_of(d))}
    return forms.pop() if len(forms) == 1 else None


def _is_at(one: Box, two: Box) -> bool:
    """True for two boxes at the same place, but for the width of a stroke."""
    return (
        abs(one.x0 - two.x0) < 1.5
        and abs(one.x1 - two.x1) < 1.5
        and abs(one.top - two.top) < 1.5
        and abs(one.bottom - two.bottom) < 1.5
    )


def _may_be_sign(box: Box) -> bool:
    return _SMALLEST <= max(box.x1 - box.x0, box.bottom - box.top) <= _LARGEST


def form_of(drawing: Drawing) -> str | None:
    """What a drawing shows, as one character; None in doubt, and for a drawing too small or too large to be a sign.

    ``↑`` ``↓`` ``→`` ``←`` (arrows, triangles and chevrons), ``↗`` ``↘`` ``↖`` ``↙`` (arrows with a shaft), ``↔`` ``↕`` (both ways),
    ``✓``, ``✗``, ``●``.
    """
    points = drawing.outline
    if not 3 <= len(points) <= _MOST_POINTS or not _may_be_sign(drawing.box):
        return None
    if _is_round(points):
        return "●"
    lines = _lines(points, closed=drawing.filled)
    rows, columns = _slices(lines, upwards=True), _slices(lines, upwards=False)
    return _straight_arrow(rows, columns) or _cross(rows, columns) or _tick(rows, columns) or _slanted_arrow(lines)


_Lines = list[tuple[Point, Point]]


def _lines(points: Sequence[Point], *, closed: bool) -> _Lines:
    ends = [*points[1:], points[0]] if closed else points[1:]
    return [(a, b) for a, b in zip(points, ends, strict=False) if a != b]


def _is_round(points: Sequence[Point]) -> bool:
    """True for points on a circle, or the four ends of its quarters."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if min(width, height) <= 0 or not 0.8 < width / height < 1.25:
        return False
    if len({(round(x, 1), round(y, 1)) for x, y in points}) < 4:
        return False
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return all(abs(hypot((px - x) / width, (py - y) / height) - 0.5) < 0.06 for px, py in points)


# A slice across a drawing: from where to where it reaches, as shares of the drawing's breadth; None where it is empty.
_Slice = tuple[float, float] | None


def _slices(lines: _Lines, *, upwards: bool) -> list[_Slice]:
    """The drawing cut across its length: its rows from the top where ``upwards``, else its columns from the left."""
    along = 1 if upwards else 0
    across = 1 - along
    ats = [p[along] for line in lines for p in line]
    bts = [p[across] for line in lines for p in line]
    start, length = min(ats), max(ats) - min(ats)
    left, breadth = min(bts), max(bts) - min(bts)
    if breadth <= 0.15 * length or length <= 0.15 * breadth:
        return []
    cuts = [start + length * (n + 0.5) / _SLICES for n in range(_SLICES)]
    met: list[list[float]] = [[] for _ in cuts]
    for a, b in lines:
        first, last = sorted((bisect_left(cuts, a[along]), bisect_left(cuts, b[along])))
        for n in range(first, last):
            y = a[across] + (b[across] - a[across]) * (cuts[n] - a[along]) / (b[along] - a[along])
            met[n].append((y - left) / breadth)
    return [(min(reach), max(reach)) if reach else None for reach in met]


def _straight_arrow(rows: Sequence[_Slice], columns: Sequence[_Slice]) -> str | None:
    if _points_both_ways(rows):
        return "↕"
    if _points_both_ways(columns):
        return "↔"
    return _only({"↑": _points(rows), "↓": _points(rows[::-1]), "←": _points(columns), "→": _points(columns[::-1])})


def _slanted_arrow(lines: _Lines) -> str | None:
    """An arrow with a shaft that points into a corner; a triangle in a corner is a fold or a wedge and says nothing."""
    # Turned by an eighth, what points up and right points right, and what points down and right points down.
    turned = [((_HALF * (a - b), _HALF * (a + b)), (_HALF * (c - d), _HALF * (c + d))) for (a, b), (c, d) in lines]
    rows, columns = _slices(turned, upwards=True), _slices(turned, upwards=False)
    return _only(
        {
            "↗": _points(columns[::-1], shaft=True),
            "↙": _points(columns, shaft=True),
            "↘": _points(rows[::-1], shaft=True),
            "↖": _points(rows, shaft=True),
        }
    )


def _only(ways: dict[str, bool]) -> str | None:
    found = [arrow for arrow, points in ways.items() if points]
    return found[0] if len(found) == 1 else None


def _widths(slices: Sequence[_Slice]) -> list[float]:
    """How wide each slice is; empty where one is missing, or where they do not lie along one middle line.

    One may lie off it: of an arrow drawn a little askew only one barb reaches so far back.
    """
    widths: list[float] = []
    askew = 0
    for cut in slices:
        if cut is None:
            return []
        if abs(cut[0] + cut[1] - 1) <= _OFF_MIDDLE:
            widths.append(cut[1] - cut[0])
        else:
            askew += 1
            widths.append(widths[-1] if widths else 0.0)
    return widths if askew < 2 else []


def _points(slices: Sequence[_Slice], *, shaft: bool = False) -> bool:
    """True where the first slice is a tip: the head widens evenly from it, and behind it is nothing or a narrow shaft.

    ``shaft`` asks for the shaft.
    """
    widths = _widths(slices)
    if not widths:
        return False
    widest = max(widths)
    head = max(i for i, w in enumerate(widths) if w > 0.93 * widest) + 1
    if head < 0.2 * _SLICES or any(abs(w / widest - (i + 0.5) / head) > 0.22 for i, w in enumerate(widths[:head])):
        return False
    if head >= 0.85 * _SLICES:
        return not shaft and head >= 0.9 * _SLICES
    # The barbs of a head may reach back a little over the shaft.
    behind = widths[head + 2 :]
    return max(behind) < 0.62 * widest and max(behind) - min(behind) < 0.2 * widest


def _points_both_ways(slices: Sequence[_Slice]) -> bool:
    """True where both ends are tips with a head each, and a narrower shaft joins them."""
    widths = _widths(slices)
    if not widths or any(abs(a - b) > 0.2 * max(widths) for a, b in zip(widths, widths[::-1], strict=True)):
        return False
    half = widths[: _SLICES // 2]
    head = half.index(max(half)) + 1
    middle = half[head + 1 :]
    grows = all(abs(w / max(half) - (i + 0.5) / head) < 0.25 for i, w in enumerate(half[:head]))
    return 2 <= head <= 0.75 * len(half) and grows and bool(middle) and max(middle) < 0.7 * max(half)


def _cross(rows: Sequence[_Slice], columns: Sequence[_Slice]) -> str | None:
    """Two bars one over the other: wide at all four sides, and ever narrower towards the middle of both ways."""
    middle = _SLICES // 2
    for slices in (rows, columns):
        widths = _widths(slices)
        if not widths:
            return None
        waist = min(widths[middle - 1 : middle + 1])
        expected = [waist + (1 - waist) * abs(i + 0.5 - middle) / middle for i in range(_SLICES)]
        if waist > 0.5 or any(abs(w - e) > 0.22 for w, e in zip(widths, expected, strict=True)):
            return None
    return "✗"


def _tick(rows: Sequence[_Slice], columns: Sequence[_Slice]) -> str | None:
    """A short arm down to a foot left of the middle, and a long one from there up to the right."""
    if not rows or not columns:
        return None
    top, foot, left, right = rows[1], rows[-1], columns[0], columns[-1]
    upper = rows[: _SLICES // 3]
    if not top or not foot or not left or not right or None in upper:
        return None
    stands = 0.12 < (foot[0] + foot[1]) / 2 < 0.55 and foot[1] - foot[0] < 0.4
    rises = top[0] > 0.6 and top[1] > 0.85 and right[1] < 0.45
    hangs = left[0] > 0.3 and left[1] < 0.95
    slender = all(cut[1] - cut[0] < _SLENDER for cut in upper if cut)
    return "✓" if stands and rises and hangs and slender else None

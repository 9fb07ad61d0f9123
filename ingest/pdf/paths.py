"""What is drawn on a page: PDFium's path objects -> rules, fills and drawings; inside form objects too.

Asking PDFium costs more than thinking: the bounds of a path decide most of them (a thin one is a line, a box of five points a
cell), and its points are only asked for where they can tell something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ingest.pdf import calls
from ingest.pdf.calls import Place, place
from ingest.pdf.sheet import Sheet
from schema.document import Box, Drawing, Fill, Rule

# A filled box this thin is a drawn line.
_THIN = 3.0
# A stroked line whose bounds are no thicker than this is level or upright.
_STROKE = 1.5
# A slope this small is a scanner's or a rounding's.
_LEVEL = 0.7
_WHITE = "#ffffff"
# A box has four corners, and perhaps the way back to the first.
_BOX_POINTS = 5
# The form of a larger drawing says nothing about a cell.
_LARGEST_MARK = 72.0
_MOST_POINTS = 400
# Bounds for maps and bombs: what is beyond is left out, and the page says so.
MOST_OBJECTS = 60_000
_MOST_SEGMENTS = 400_000
_DEEPEST = 12

_Point = tuple[float, float]


class _Part(NamedTuple):
    """A stretch of a path without a jump: the end points of its lines and curves on the shown page."""

    points: list[_Point]
    curved: bool


_Six = tuple[float, float, float, float, float, float]
_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
_IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
_CURVE = pdfium.FPDF_SEGMENT_BEZIERTO
_MOVE = pdfium.FPDF_SEGMENT_MOVETO


@dataclass(slots=True)
class Drawn:
    """What is drawn on one page. ``left_out`` is true where the page has more than is read of one."""

    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    left_out: bool = False


def drawn_on(page: Place, sheet: Sheet) -> Drawn:
    """The rules, fills, drawings and images of a page, in the order in which they are painted.

    What is drawn in white counts as a rule only where it lies on a colour, else nobody sees it.
    """
    return _Reader(sheet).read(page)


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._drawn = Drawn()
        self._white: list[Rule] = []
        self._objects = 0
        self._segments = 0

    def read(self, page: Place) -> Drawn:
        self._walk(page, calls.count_objects(page), calls.object_at, None, 0)
        drawn = self._drawn
        coloured = [f.box for f in drawn.fills if f.colour != _WHITE] if self._white else []
        drawn.rules += [rule for rule in self._white if any(_lies_in(rule, box) for box in coloured)]
        return drawn

    def _walk(
        self, owner: Place, count: int, object_at: Callable[[Place, int], int], matrix: _Six | None, depth: int
    ) -> None:
        kind_of = calls.kind_of
        for index in range(count):
            address = object_at(owner, index)
            kind = kind_of(address)
            if kind == _TEXT:
                continue
            thing = place(address)
            self._objects += 1
            if self._objects > MOST_OBJECTS or depth > _DEEPEST:
                self._drawn.left_out = True
                return
            if kind == _PATH:
                self._path(thing, matrix)
            elif kind == _IMAGE:
                box = self._bounds(thing, matrix)
                if box:
                    self._drawn.images.append(box)
            elif kind == _FORM:
                inner = _within(_matrix_of(thing), matrix)
                self._walk(thing, calls.count_form_objects(thing), calls.form_object_at, inner, depth + 1)

    def _bounds(self, thing: Place, matrix: _Six | None) -> Box | None:
        sides = calls.bounds(thing)
        if sides is None:
            return None
        if matrix is None:
            return self._sheet.clipped(*self._sheet.box(*sides))
        left, bottom, right, top = sides
        corners = [_moved(matrix, x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return self._sheet.clipped(*self._sheet.box(min(xs), min(ys), max(xs), max(ys)))

    def _path(self, path: Place, matrix: _Six | None) -> None:
        filled, stroked = calls.draw_mode(path)
        if not filled and not stroked:
            return
        box = self._bounds(path, matrix)
        if box is None:
            return
        colour = calls.fill_colour(path) if filled else None
        pen = calls.stroke_colour(path) if stroked else None
        if colour is None and pen is None:
            return
        count = calls.count_segments(path)
        wide, high = box.x1 - box.x0, box.bottom - box.top
        thin = min(wide, high)
        if pen is None and count <= _BOX_POINTS and (thin <= _THIN or max(wide, high) > _LARGEST_MARK):
            if thin <= _THIN:
                self._thin(box, colour or _WHITE, filled=True)
            else:
                self._box(box, colour, None)
            return
        if count == 2 and thin <= _STROKE and colour is None:
            # The bounds of a stroked line reach beyond its ends by half its width, which would close gaps between two columns.
            x, y, half = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2, thin / 2
            level = wide >= high
            self._rule(
                Rule(box.x0 + half, y, box.x1 - half, y) if level else Rule(x, box.top + half, x, box.bottom - half),
                pen or _WHITE,
            )
            return
        self._segments += count
        if self._segments > _MOST_SEGMENTS:
            self._drawn.left_out = True
            return
        self._parts(list(self._parts_of(path, count, matrix)), box, colour, pen)

    def _thin(self, box: Box, colour: str, *, filled: bool) -> None:
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if not filled and max(wide, high) <= _THIN:
            return
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        self._rule(Rule(box.x0, y, box.x1, y) if wide >= high else Rule(x, box.top, x, box.bottom), colour)

    def _box(self, box: Box, colour: str | None, pen: str | None) -> None:
        if colour is not None:
            self._drawn.fills.append(Fill(box, colour))
        if pen is not None:
            for side in (
                Rule(box.x0, box.top, box.x1, box.top),
                Rule(box.x0, box.bottom, box.x1, box.bottom),
                Rule(box.x0, box.top, box.x0, box.bottom),
                Rule(box.x1, box.top, box.x1, box.bottom),
            ):
                self._rule(side, pen)

    def _rule(self, rule: Rule, colour: str) -> None:
        (self._white if colour == _WHITE else self._drawn.rules).append(rule)

    def _parts(self, parts: list[_Part], box: Box, colour: str | None, pen: str | None) -> None:
        """The boxes and the level and upright lines of a path for themselves, the rest of it as one drawing."""
        rest: list[_Point] = []
        for part in parts:
            xs, ys = [x for x, _ in part.points], [y for _, y in part.points]
            if _is_box(part):
                shape = self._sheet.clipped(min(xs), min(ys), max(xs), max(ys))
                if shape is None:
                    continue
                if min(shape.x1 - shape.x0, shape.bottom - shape.top) <= _THIN:
                    self._thin(shape, colour or pen or _WHITE, filled=colour is not None)
                else:
                    self._box(shape, colour, pen)
            elif pen is not None and colour is None and _is_straight(part):
                for (ax, ay), (bx, by) in pairwise(part.points):
                    side = self._sheet.clipped(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                    if side:
                        self._rule(Rule(side.x0, side.top, side.x1, side.bottom), pen)
            else:
                rest += part.points
        if not rest:
            return
        xs, ys = [x for x, _ in rest], [y for _, y in rest]
        # The bounds of a turned path are those of its turned bounds.
        box = self._sheet.clipped(min(xs), min(ys), max(xs), max(ys)) or box
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if colour is not None and min(wide, high) > _THIN:
            self._drawn.fills.append(Fill(box, colour, curved=True))
        small = max(wide, high) <= _LARGEST_MARK and len(rest) <= _MOST_POINTS
        outline = tuple((round(x, 2), round(y, 2)) for x, y in rest) if small else ()
        self._drawn.drawings.append(Drawing(box, colour or pen or _WHITE, outline, filled=colour is not None))

    def _parts_of(self, path: Place, count: int, matrix: _Six | None) -> Iterator[_Part]:
        a, b, c, d, e, f = _within(_matrix_of(path), matrix)
        point = self._sheet.point
        points: list[_Point] = []
        curved, step = False, 0
        for index in range(count):
            segment = place(calls.segment_at(path, index))
            kind = calls.segment_kind(segment)
            if kind == _CURVE:
                # A curve comes as two points that pull at it and the one where it ends.
                curved, step = True, step + 1
                if step % 3:
                    continue
            elif kind == _MOVE:
                if len(points) > 1:
                    yield _Part(points, curved)
                points, curved, step = [], False, 0
            x, y = calls.segment_point(segment)
            points.append(point(a * x + c * y + e, b * x + d * y + f))
        if len(points) > 1:
            yield _Part(points, curved)


def _is_box(part: _Part) -> bool:
    """True for four corners with level and upright sides, whether or not the way back is drawn."""
    points = part.points
    if part.curved or not _BOX_POINTS - 1 <= len(points) <= _BOX_POINTS or not _is_straight(part):
        return False
    if len(points) == _BOX_POINTS:
        (ax, ay), (bx, by) = points[0], points[-1]
        if abs(ax - bx) > _LEVEL or abs(ay - by) > _LEVEL:
            return False
    (ax, ay), (cx, cy) = points[0], points[2]
    (bx, by), (dx, dy) = points[1], points[3]
    return abs(ax + cx - bx - dx) <= 2 * _LEVEL and abs(ay + cy - by - dy) <= 2 * _LEVEL


def _is_straight(part: _Part) -> bool:
    """True where every line of it is level or upright."""
    return not part.curved and all(
        abs(ax - bx) <= _LEVEL or abs(ay - by) <= _LEVEL for (ax, ay), (bx, by) in pairwise(part.points)
    )


def _lies_in(rule: Rule, box: Box) -> bool:
    x, y = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def _matrix_of(thing: Place) -> _Six:
    calls.object_matrix(thing, calls.MATRIX)
    a, b, c, d, e, f = calls.matrix
    return a, b, c, d, e, f


def _within(inner: _Six, outer: _Six | None) -> _Six:
    """The matrix that does what ``inner`` does and then what ``outer`` does."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    (x, y), (u, v), (s, t) = _moved(outer, e, f), _moved(outer, a + e, b + f), _moved(outer, c + e, d + f)
    return u - x, v - y, s - x, t - y, x, y


def _moved(matrix: _Six, x: float, y: float) -> _Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

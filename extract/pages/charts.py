"""Charts: told by an axis of evenly spaced ticks beside something drawn, by many drawn lines together, or as a picture.

What stands in a chart are ticks, legends and labels: no rows, no columns, no sentences. So a chart is taken out of a page before
its tables and text are looked for, and put back as one line of labels that says nothing but that a chart is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from extract.captions import names_one
from extract.pages.lines import PrintedLine, Segment, around, lines_of, overlap
from schema.document import Box, Drawing, Line, Page, Word

_TICK = re.compile(r"[-–−]?£?\d{1,3}(?:,?\d{3})*(?:\.\d+)?[%mkMK]?")
_LEAST_TICKS = 4
# Ticks stand as far apart as their axis says, to a rounding of the printer.
_EVEN = 1.6
_SAME_EDGE = 2.0
# A column whose rows mostly have a text beside them belongs to a table.
_ROWS_WITH_TEXT = 0.75
_LEAST_WIDTH = 60.0
_LEAST_HEIGHT = 40.0
# Gaps that keep drawings of one chart together: between bars, and between the ends of lines.
_NEXT_BAR = 60.0
_TOUCHING = 4.0
_LEAST_DRAWINGS = 3
_LEAST_DRAWING = 12.0
# A frame is not much larger than the chart in it.
_LARGEST_FRAME = 5.0
_PROSE_WORDS = 9
_MOST_PROSE = 3
_TALLEST_LABEL = 2.2
_LABEL = 4
_LEAST_FIGURES = 2
# A smaller picture is a logo; a larger one is a scan, or what the paper is printed on. Shares of the page.
_PICTURE = (0.04, 0.6)
_FEW_WORDS = 10


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart or a picture on a page: where it is, and the words that stand in it."""

    box: Box
    words: tuple[Word, ...] = ()

    def line(self) -> Line:
        """The chart as one line, its labels in reading order."""
        labels = " ".join(line.text for line in lines_of(w for w in self.words if w.upright))
        return Line(text=labels, number=0, blank_before=True, figure=True, box=self.box)


def charts_of(page: Page) -> list[Chart]:
    """The charts and large pictures of a printed page, from top to bottom."""
    drawn = [_chart(box, page) for box in _apart(_plots(page))]
    boxes = [c.box for c in drawn]
    pictures = [Chart(image) for image in page.images if _may_show_figures(image, page) and not _meets(image, boxes)]
    return sorted((*drawn, *pictures), key=lambda c: c.box.top)


def without_charts(page: Page, charts: Sequence[Chart]) -> Page:
    """The page without what is drawn and written in its charts."""
    boxes = [c.box for c in charts if c.words]
    if not boxes:
        return page
    taken = {id(w) for c in charts for w in c.words}
    return replace(
        page,
        words=tuple(w for w in page.words if id(w) not in taken),
        rules=tuple(r for r in page.rules if not _inside_any(Box(r.x0, r.top, r.x1, r.bottom), boxes)),
        fills=tuple(f for f in page.fills if not _inside_any(f.box, boxes)),
        drawings=tuple(d for d in page.drawings if not _inside_any(d.box, boxes)),
    )


def _chart(box: Box, page: Page) -> Chart:
    return Chart(box, tuple(w for w in page.words if _holds(box, w.box)))


def _may_show_figures(image: Box, page: Page) -> bool:
    """True for a picture that is larger than a logo and is not what the text is printed on."""
    share = (image.x1 - image.x0) * (image.bottom - image.top) / ((page.width or 1) * (page.height or 1))
    return _PICTURE[0] <= share <= _PICTURE[1] and sum(_holds(image, w.box) for w in page.words) <= _FEW_WORDS


def _plots(page: Page) -> list[Box]:
    """The parts of a page that have what only charts have, each with its frame or the labels around it."""
    if not (page.rules or page.fills or page.drawings):
        return []
    plots = list(_drawn_plots(page))
    axes = list(_axes(page.words))
    if not axes:
        return plots
    shapes = [
        *(Box(r.x0, r.top, r.x1, r.bottom) for r in page.rules),
        *(f.box for f in page.fills),
        *(d.box for d in page.drawings),
    ]
    for axis in axes:
        plot = _beside(axis, shapes)
        if plot and not _has_rows(axis, plot, page.words):
            plots.append(_frame(plot, page) or _with_labels(plot, page))
    return plots


def _axes(words: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    """Columns of figures that fall by the same step at the same distance: 100%, 90%, 80% … downwards."""
    columns: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if word.turned == 0 and word.text[-1:] in "0123456789%mkMK" and _TICK.fullmatch(word.text):
            columns[round(word.box.x1 / _SAME_EDGE)].append(word)
    for edge in sorted(columns):
        # Ticks on both sides of a rounding are one column; they are looked at from its left half.
        column = [*columns[edge], *columns.get(edge + 1, ())]
        if len(column) >= _LEAST_TICKS:
            yield from _even_runs(sorted(column, key=lambda w: w.box.top))


def _even_runs(column: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    run: list[Word] = []
    values = [_value(word.text) for word in column]
    for (one, two), fall in zip(pairwise(column), (a - b for a, b in pairwise(values)), strict=True):
        if fall > 0 and len(run) >= 2 and run[-1] is one:
            before = _value(run[-2].text) - _value(one.text)
            even = abs((two.box.top - one.box.top) - (one.box.top - run[-2].box.top)) <= _EVEN
            if even and abs(fall - before) < 0.01 * max(fall, before):
                run.append(two)
                continue
        if len(run) >= _LEAST_TICKS:
            yield tuple(run)
        run = [one, two] if fall > 0 else []
    if len(run) >= _LEAST_TICKS:
        yield tuple(run)


@lru_cache(maxsize=4_096)
def _value(tick: str) -> float:
    sign = -1 if tick[0] in "-–−" else 1
    return sign * float(re.sub(r"[^\d.]", "", tick))


def _beside(axis: Sequence[Word], shapes: Iterable[Box]) -> Box | None:
    """The plot to the right of an axis: what is drawn at its height, without a wide gap; None where nothing is."""
    left, top, bottom = max(w.box.x1 for w in axis), axis[0].box.top, axis[-1].box.bottom
    height = bottom - top
    reach = left
    plot: list[Box] = []
    level = sorted(
        (s for s in shapes if s.bottom >= top and s.top <= bottom and s.x1 > left and s.bottom - s.top <= 1.4 * height),
        key=lambda s: s.x0,
    )
    for shape in level:
        if shape.x0 < left - _SAME_EDGE:
            continue
        if shape.x0 > reach + _NEXT_BAR:
            break
        reach = max(reach, shape.x1)
        plot.append(shape)
    if not plot or reach - left < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        return None
    return around((*plot, *(w.box for w in axis)))


def _has_rows(axis: Sequence[Word], plot: Box, words: Sequence[Word]) -> bool:
    """True where most ticks have a text right beside them on their line: the first column of a table."""
    rows = 0
    for tick in axis:
        middle, reach = (tick.box.top + tick.box.bottom) / 2, 0.25 * (tick.box.bottom - tick.box.top)
        rows += any(
            tick.box.x1 < w.box.x0 < plot.x1 and abs((w.box.top + w.box.bottom) / 2 - middle) <= reach for w in words
        )
    return rows >= _ROWS_WITH_TEXT * len(axis)


def _drawn_plots(page: Page) -> Iterator[Box]:
    """Where several lines or sectors are drawn together, with figures beside them. Arrows and spots stand alone and are small."""
    large = [d for d in page.drawings if max(d.box.x1 - d.box.x0, d.box.bottom - d.box.top) >= _LEAST_DRAWING]
    for group in _groups(large):
        box = around(d.box for d in group)
        different = {(d.box, d.colour) for d in group}
        if len(different) < _LEAST_DRAWINGS or box.x1 - box.x0 < _LEAST_WIDTH or box.bottom - box.top < _LEAST_HEIGHT:
            continue
        labels = _labels_beside(box, page)
        if sum(bool(_TICK.fullmatch(w.text)) for label in labels for w in label.words) >= _LEAST_FIGURES:
            yield _frame(box, page) or around((box, *(w.box for label in labels for w in label.words)))


def _labels_beside(box: Box, page: Page) -> list[Segment]:
    """The short texts in and right around what is drawn: the shares of a pie, the names of lines."""
    near = Box(box.x0 - 40, box.top - 20, box.x1 + 40, box.bottom + 20)
    lines = lines_of(w for w in page.words if w.turned == 0 and _holds(near, w.box))
    return [
        s for line in lines if not names_one(line.text, table=False) for s in line.segments if len(s.words) <= _LABEL
    ]


def _groups(drawings: Sequence[Drawing]) -> list[list[Drawing]]:
    """Drawings that touch or overlap, directly or through others."""
    done: list[list[Drawing]] = []
    groups: list[tuple[Box, list[Drawing]]] = []
    for drawing in sorted(drawings, key=lambda d: d.box.top):
        near = Box(
            drawing.box.x0 - _TOUCHING,
            drawing.box.top - _TOUCHING,
            drawing.box.x1 + _TOUCHING,
            drawing.box.bottom + _TOUCHING,
        )
        # A map has ten thousands of strokes: groups that lie above all later drawings are not looked at again.
        done += [group for box, group in groups if box.bottom < near.top]
        groups = [g for g in groups if g[0].bottom >= near.top]
        met = [g for g in groups if overlap(g[0], near)]
        groups = [g for g in groups if not overlap(g[0], near)]
        members = max((group for _, group in met), key=len, default=[])
        for _, group in met:
            if group is not members:
                members += group
        members.append(drawing)
        groups.append((around((drawing.box, *(box for box, _ in met))), members))
    return [*done, *(group for _, group in groups)]


def _frame(plot: Box, page: Page) -> Box | None:
    """The frame drawn around a whole chart, with its legend and labels; None where there is none."""
    area = (plot.x1 - plot.x0) * (plot.bottom - plot.top)
    frames = [f.box for f in page.fills if _surrounds(f.box, plot)]
    ruled = _ruled_frame(plot, page)
    if ruled:
        frames.append(ruled)
    for frame in sorted(frames, key=lambda b: (b.x1 - b.x0) * (b.bottom - b.top)):
        larger = (frame.x1 - frame.x0) * (frame.bottom - frame.top) / area
        if larger <= _LARGEST_FRAME and not _holds_prose(frame, page):
            return frame
    return None


def _surrounds(frame: Box, plot: Box) -> bool:
    """True for a frame that has the plot in it and room for labels below."""
    return _holds(frame, plot) and frame.bottom - plot.bottom > 6 and frame.x1 - frame.x0 > 1.02 * (plot.x1 - plot.x0)


def _ruled_frame(plot: Box, page: Page) -> Box | None:
    """The nearest rules on all four sides that run along the whole plot."""
    upright = [r.x0 for r in page.rules if not r.horizontal and r.top <= plot.top + 2 and r.bottom >= plot.bottom - 2]
    level = [r.top for r in page.rules if r.horizontal and r.x0 <= plot.x0 + 2 and r.x1 >= plot.x1 - 2]
    left, right = [x for x in upright if x <= plot.x0 + 2], [x for x in upright if x >= plot.x1 - 2]
    above, below = [y for y in level if y <= plot.top + 2], [y for y in level if y >= plot.bottom + 6]
    if not (left and right and above and below):
        return None
    return Box(max(left), max(above), min(right), min(below))


def _holds_prose(frame: Box, page: Page) -> bool:
    lines = lines_of(w for w in page.words if w.turned == 0 and _holds(frame, w.box))
    return sum(any(len(s.words) >= _PROSE_WORDS for s in line.segments) for line in lines) > _MOST_PROSE


def _with_labels(plot: Box, page: Page) -> Box:
    """The plot with the labels of its lower axis, the name of the axis below them, and turned labels."""
    height = max((w.box.bottom - w.box.top for w in page.words if w.turned == 0 and _holds(plot, w.box)), default=10.0)
    for line in lines_of(
        w for w in page.words if w.turned == 0 and w.box.x0 < plot.x1 + 40 and w.box.x1 > plot.x0 - 40
    ):
        if plot.bottom - 2 <= line.middle <= plot.bottom + _TALLEST_LABEL * height and _labels(line, plot):
            plot = around((plot, line.box))
    turned = [w.box for w in page.words if w.turned and overlap(_grown(plot, 8), w.box)]
    return around((plot, *turned))


def _labels(line: PrintedLine, plot: Box) -> bool:
    """True for a line of several short labels, or of one name in the middle."""
    segments = line.segments
    if len(segments) >= 3:
        return all(len(s.words) <= _LABEL for s in segments)
    middle = (line.box.x0 + line.box.x1) / 2
    centred = abs(middle - (plot.x0 + plot.x1) / 2) < 0.15 * (plot.x1 - plot.x0)
    return len(line.words) <= _LABEL and centred and line.box.x1 - line.box.x0 < 0.4 * (plot.x1 - plot.x0)


def _apart(boxes: Iterable[Box]) -> list[Box]:
    """The boxes, those that overlap taken together."""
    found: list[Box] = []
    for box in boxes:
        whole = box
        while met := [b for b in found if overlap(b, whole)]:
            found = [b for b in found if b not in met]
            whole = around((whole, *met))
        found.append(whole)
    return found


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def _holds(box: Box, inner: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    wide = inner.x0 >= box.x0 - 3 and inner.x1 <= box.x1 + 3
    return wide and box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(overlap(box, other) for other in others)


def _inside_any(box: Box, boxes: Iterable[Box]) -> bool:
    return any(
        b.x0 - 2 <= box.x0 and box.x1 <= b.x1 + 2 and b.top - 2 <= box.top and box.bottom <= b.bottom + 2 for b in boxes
    )

"""The straight lines of a table in the picture of a scanned page, and the shades behind its rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ingest.ocr.picture import Grey, Mask

# In inches: no line of a table is shorter, and none is thicker than this.
_SHORTEST = 0.22
_THICKEST = 0.045
# A line is darker than what lies on both sides of it by this much, along nearly its whole length.
_CONTRAST = 12.0
_UNBROKEN = 0.9
_SMOOTH = 0.03
# Its darkness hardly changes along it, where that of a row of letters does.
_EVEN = 0.4
_FILLED = 0.96


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line in pixels: from ``start`` to ``end`` (exclusive) along it, ``at`` across it, ``thick`` pixels wide."""

    start: int
    end: int
    at: float
    thick: int


def level_lines(picture: Grey, dpi: float) -> list[Stroke]:
    """The lines from left to right; those from top to bottom are the level ones of the transposed picture.

    Print is told from lines by what lies above and below: the strokes of letters go on there, a line is light on both sides.
    """
    smooth = _averaged(picture, max(3, round(_SMOOTH * dpi) | 1))
    valley = np.zeros(picture.shape, dtype=bool)
    for reach in sorted({2, max(3, round(0.5 * _THICKEST * dpi)), max(4, round(_THICKEST * dpi))}):
        above, below = np.empty_like(smooth), np.empty_like(smooth)
        above[reach:], above[:reach] = smooth[:-reach], smooth[0]
        below[:-reach], below[-reach:] = smooth[reach:], smooth[-1]
        valley |= np.minimum(above, below) - smooth > _CONTRAST
    shortest = round(_SHORTEST * dpi)
    runs = _runs(_averaged(valley.astype(np.float32), shortest | 1) >= _UNBROKEN, valley, shortest)
    lines = [line for line in _joined(runs, round(_THICKEST * dpi), shortest) if _is_even(line, picture)]
    return _without_edges(lines, _THICKEST * dpi / 2)


def _without_edges(lines: list[Stroke], reach: float) -> list[Stroke]:
    """The lines without those that lie along a longer one: its own edge, a little crooked."""
    kept: list[Stroke] = []
    for line in sorted(lines, key=lambda s: s.start - s.end):
        if not any(abs(k.at - line.at) <= reach and k.start <= line.end and line.start <= k.end for k in kept):
            kept.append(line)
    return kept


def _is_even(line: Stroke, picture: Grey) -> bool:
    """True where the line is about as dark all along; a row of letters is light between them."""
    reach = line.thick // 2 + 3
    band = picture[max(0, round(line.at) - reach) : round(line.at) + reach + 1, line.start : line.end]
    band = _averaged(band, 3)
    # Against the ground of the whole line: where it crosses another line, nothing beside it is light.
    depth = np.median(band.max(axis=0)) - band.min(axis=0)
    return bool(np.mean(depth > _EVEN * np.median(depth)) > _FILLED)


def mask_of(level: list[Stroke], upright: list[Stroke], shape: tuple[int, int]) -> Mask:
    """The pixels that belong to lines, with one more on each side."""
    mask = np.zeros(shape, dtype=bool)
    for s in level:
        reach = s.thick / 2 + 1.5
        mask[max(0, round(s.at - reach)) : round(s.at + reach) + 1, s.start : s.end] = True
    for s in upright:
        reach = s.thick / 2 + 1.5
        mask[s.start : s.end, max(0, round(s.at - reach)) : round(s.at + reach) + 1] = True
    return mask


def _averaged(picture: npt.NDArray[np.float32], width: int) -> npt.NDArray[np.float32]:
    """The mean of ``width`` neighbouring pixels (an odd number) of each row."""
    half = width // 2
    padded = np.pad(picture, ((0, 0), (half + 1, half)), mode="edge").astype(np.float64)
    sums = np.cumsum(padded, axis=1)
    mean: npt.NDArray[np.float32] = ((sums[:, width:] - sums[:, :-width]) / width).astype(np.float32)
    return mean


def _runs(core: Mask, valley: Mask, shortest: int) -> list[tuple[int, int, int]]:
    """Row, start and end of each run of pixels that belong to a line: its core widened to where the valley ends."""
    edges = np.diff(np.pad(core, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    runs = []
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        a, b = max(0, start - shortest // 2), min(valley.shape[1], end + shortest // 2)
        filled = np.nonzero(valley[row, a:b])[0]
        runs.append((row, a + int(filled[0]), a + int(filled[-1]) + 1))
    return runs


def _joined(runs: list[tuple[int, int, int]], thickest: int, shortest: int) -> list[Stroke]:
    """The runs of one line, which lie in neighbouring rows or go on after a break, as one stroke."""
    groups: list[list[tuple[int, int, int]]] = []
    open_groups: list[list[tuple[int, int, int]]] = []
    for run in runs:
        row, start, end = run
        open_groups = [g for g in open_groups if row - g[-1][0] <= 2]
        home = next(
            (g for g in reversed(open_groups) if any(start < e and s < end for r, s, e in g if row - r <= 2)), None
        )
        if home is None:
            home = []
            groups.append(home)
            open_groups.append(home)
        home.append(run)
    strokes = []
    for group in groups:
        weight = sum(e - s for _, s, e in group)
        at = sum(r * (e - s) for r, s, e in group) / weight
        start, end = min(s for _, s, _ in group), max(e for _, _, e in group)
        thick = max(1, round(weight / (end - start)))
        if thick <= thickest and end - start >= shortest:
            strokes.append(Stroke(start, end, at, thick))
    return _end_to_end(strokes, shortest)


def _end_to_end(strokes: list[Stroke], shortest: int) -> list[Stroke]:
    """Strokes that go on each other after a short break, as one."""
    out: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda s: s.start):
        before = next(
            (o for o in out if abs(o.at - stroke.at) <= 2.5 and -shortest < stroke.start - o.end < shortest // 2), None
        )
        if before is None:
            out.append(stroke)
            continue
        out.remove(before)
        length, more = before.end - before.start, stroke.end - stroke.start
        at = (before.at * length + stroke.at * more) / (length + more)
        out.append(Stroke(before.start, max(before.end, stroke.end), at, max(before.thick, stroke.thick)))
    return out

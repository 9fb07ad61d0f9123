"""From recognised texts to words as a page prints them: each with its own box, on one base line with its neighbours.

A recogniser gives pieces of text with loose boxes. Where a word begins and ends, and how large it is printed, is told by its ink.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median, median_low
from typing import Any

import numpy as np

from ingest.ocr.engines import Found
from ingest.ocr.picture import Grey, Mask, marks_in

# In the size of the font: how high capitals, figures and small letters are, and the box of a printed word.
_CAPITAL, _SMALL = 0.72, 0.53
_ASCENT, _DESCENT = 0.92, 0.23
_DEEP = set("gjpqy,;()[]{}|@$/_")
_FLOATING = set("-–—~=+*•·'\"’‘“”^°<>:")
# A dash, below the middle of a loose box of text; that box in sizes; texts with fewer signs apart than this share touch.
_DASH, _LOOSE, _TOUCHING = 0.25, 0.6, 0.5
_LEAST_SIZE = 4
# In pixels: the edges of letters are grey, and ink where they are dark enough, half of this on each side.
_BLUR = 1.0
# How wide signs are, in sizes; texts with fewer signs say nothing, and heights off by more than this are mistaken.
_WIDTHS = (("ijl.,:;'|!I", 0.25), (" frt()[]-/`", 0.31), ("mwMW%@", 0.85), ("ABCDEFGHKLNOPQRSTUVXYZ&", 0.69))
_USUAL_WIDTH, _TELLING, _STANDS_OUT = 0.55, 3, 0.13
_FLAT = set("acemnorsuvwxzgpqy")
_SHALLOW = set(".,;_")
# A space is at least as wide as this. Digits are set in steps: the gap beside a 1 may be as wide, the step is not.
_SPACE, _SPACE_IN_FIGURES, _STEP = 0.2, 0.6, 0.72
# What is smaller than this square is dust and not a full stop.
_DUST = 0.065
_SAME_LINE, _SAME_SIZE, _LIKE_ITS_LINE = 0.28, 0.1, 0.25
# From what to what width, and up to what height, a lone dash is one and not dust.
_LONG_DASH = 0.42
_DASH_WIDE, _DASH_HIGH = (0.2, 1.1), 0.2
# In sizes: lines of one cell or paragraph stand no further apart, and what stands further away is no neighbour.
_LINE_PITCH, _NEAR = 1.35, 2.5
# Strokes this much wider than those of most print are bold; those of larger print are wider, less so for the blur of a scan.
_BOLD = 1.17
# What dust is taken for; a sign of which the recogniser is less sure may be that.
_DUSTY, _SURE = "·˙¨`´", 0.8
_IN_FIGURES = re.compile(r"[\d.,%£]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word in pixels; ``base`` is the y that letters stand on, ``stroke`` the width of their lines.

    ``score`` is that of the least certain character of its figures, 1 where it has none.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    stroke: float
    score: float
    bold: bool = False


def pieces_of(found: Iterable[Found], grey: Grey, lines: Mask) -> list[Piece]:
    """The words of recognised texts; the words of one printed line have the same base and size.

    Args:
        found: What was recognised.
        grey: The brightness of the page.
        lines: Where it has drawn lines.
    """
    pieces: list[Piece] = []
    whole: list[tuple[str, float]] = []
    for one in found:
        words = list(_pieces(one, grey, lines))
        pieces += words
        whole += [(one.text, words[-1].x1 - words[0].x0)] * len(words) if words else []
    placed = _on_lines(_like_neighbours(_of_one_size(_sized_by_width(pieces, whole))))
    return _weighed([*placed, *_dashes(placed, grey, lines)])


def box_of(piece: Piece) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of a word as a font measures it, in pixels."""
    return piece.x0, piece.base - _ASCENT * piece.size, piece.x1, piece.base + _DESCENT * piece.size


def _pieces(found: Found, grey: Grey, lines: Mask) -> Iterator[Piece]:
    contrast, ink = marks_in(grey, lines, found.x0, found.top, found.x1, found.bottom)
    runs = _without_dust(ink, found)
    measured = _measured(found.text, ink, runs)
    if measured is None:
        return
    base, size = found.top + measured[0], measured[1]
    stroke = _stroke(contrast[max(0, round(measured[0] - _CAPITAL * size)) : round(measured[0]) + 1])
    # Nothing further than half a letter from the first and the last one is theirs.
    first, last = found.middles[0] - size / 2, found.middles[-1] + size / 2
    runs = [(a + found.x0, b + found.x0) for a, b in runs]
    runs = [(a, b) for a, b in runs if b > first and a < last] or runs
    for chars, x0, x1 in _words(found, runs, size):
        text = _plain("".join(found.text[at] for at in chars), [found.scores[at] for at in chars])
        if not text:
            continue
        if text == "-" != found.text and x1 - x0 > _LONG_DASH * size:
            text = "–"
        yield Piece(text, x0, x1, base, size, stroke, _sureness(found, chars))


def _measured(text: str, ink: Mask, runs: Sequence[tuple[int, int]]) -> tuple[float, float] | None:
    """The base line of a text, in pixels from the top of its ink, and its size.

    The tops of its signs lie on two lines and so do their feet. How many signs of the text are tall, and how many reach below the
    base line, tells which is which; the middle one of each kind is taken, so that dust and touching letters do no harm.
    """
    signs = [c for c in text if not c.isspace()]
    standing = [c for c in signs if c not in _FLOATING]
    ends = [_own_rows(ink[:, a:b].any(axis=1)) for a, b in runs]
    if not ends:
        return None
    tops, feet = sorted(top for top, _ in ends), sorted(foot for _, foot in ends)
    if not standing:
        # A dash stands for itself, half a small letter high.
        return (tops[0] + feet[-1]) / 2 + _DASH * ink.shape[0], _LOOSE * ink.shape[0]
    share = len(ends) / len(signs)
    deep = round(sum(c in _DEEP for c in signs) * share)
    floating = round((len(signs) - len(standing)) * share)
    base = _steepest_fall(ink) if share < _TOUCHING else float(median_low(feet[floating : len(feet) - deep] or feet))
    tall = sum(c not in _FLAT and c not in _SHALLOW and c not in _FLOATING for c in signs) * share
    if tall:
        size = (base - float(median(tops[: max(1, round(tall))])) - _BLUR) / _CAPITAL
    else:
        flat = sum(c in _FLAT for c in signs) * share
        size = (base - float(median(tops[: max(1, round(flat))])) - _BLUR) / _SMALL
    return (base - _BLUR / 2, size) if size >= _LEAST_SIZE else None


def _own_rows(filled: Any) -> tuple[int, int]:
    """From which to which row a sign reaches, without what hangs in from the lines above and below."""
    runs = _runs(filled)
    own = [run for run in runs if run[0] > 0 and run[1] < len(filled)] or runs
    return own[0][0], own[-1][1]


def _steepest_fall(ink: Mask) -> float:
    """The row behind which there is most less ink: the base line, also of letters that touch."""
    filled = ink.sum(axis=1).astype(np.int64)
    half = len(filled) // 2
    return float(half + 1 + int(np.argmax(filled[half:-1] - filled[half + 1 :]))) if half > 1 else float(len(filled))


def _width_of(text: str) -> float:
    """About how wide a text is set, in sizes."""
    return sum(next((width for chars, width in _WIDTHS if c in chars), _USUAL_WIDTH) for c in text)


def _sized_by_width(pieces: Sequence[Piece], whole: Sequence[tuple[str, float]]) -> list[Piece]:
    """The pieces, with a size by the width of their text where that is the size of more of the page than the one by its height.

    ``whole`` has for each piece the text that it is part of and how wide that is. How wide the font of a page is set is told by
    most of its texts.
    """
    by_width = [width / max(_width_of(text), 0.1) for text, width in whole]
    ratios = [p.size / w for p, w, (text, _) in zip(pieces, by_width, whole, strict=True) if len(text) >= _TELLING]
    usual = median(ratios) if ratios else 0.0

    def common(size: float) -> int:
        return sum(len(p.text) for p in pieces if abs(p.size / size - 1) < _SAME_SIZE)

    out = []
    for piece, width, (text, _) in zip(pieces, by_width, whole, strict=True):
        other = usual * width
        mistaken = (
            len(text) >= _TELLING and abs(piece.size / other - 1) > _STANDS_OUT and common(other) > common(piece.size)
        )
        out.append(replace(piece, size=other) if mistaken else piece)
    return out


def _stroke(darkness: Grey) -> float:
    """The mean width of the strokes in pixels, measured across: the ink of a row divided by how often it begins."""
    full = np.clip(darkness / max(float(np.percentile(darkness, 97)), 1.0), 0, 1)
    begins = np.abs(np.diff(np.pad(full, ((0, 0), (1, 1))), axis=1)).sum() / 2
    return float(full.sum() / begins) if begins else 0.0


def _runs(filled: Any) -> list[tuple[int, int]]:
    edges = np.diff(np.pad(filled, 1).astype(np.int8))
    return list(zip(np.nonzero(edges == 1)[0].tolist(), np.nonzero(edges == -1)[0].tolist(), strict=True))


def _plain(text: str, scores: Sequence[float]) -> str:
    """A word without what dust beside it was taken for, where the recogniser is not sure of it.

    Examples: ``Doméstic`` -> ``Domestic``, a lone ``·`` -> nothing; ``Cl058``, of capitals and digits, -> ``CI058``.
    """
    sure = "".join(
        c if score > _SURE or c.isascii() else unicodedata.normalize("NFD", c)[0]
        for c, score in zip(text, scores, strict=True)
        if score > _SURE or c not in _DUSTY
    )
    return re.sub(r"(?<=[A-Z])l(?=\d)", "I", sure) if not re.search(r"[a-km-z]", sure) else sure


def _sureness(found: Found, chars: Sequence[int]) -> float:
    return min((found.scores[at] for at in chars if _IN_FIGURES.match(found.text[at])), default=1.0)


def _without_dust(ink: Mask, found: Found) -> list[tuple[int, int]]:
    """The columns that are inked, run by run, without specks that would hide a space."""
    least = (_DUST * (found.bottom - found.top)) ** 2
    weights = ink.sum(axis=0)
    return [run for run in _runs(weights > 0) if weights[run[0] : run[1]].sum() > least]


def _words(found: Found, runs: Sequence[tuple[int, int]], size: float) -> Iterator[tuple[list[int], float, float]]:
    """The indexes of the characters of each word, and from where to where its ink goes.

    A recogniser may lose a space, never the gap that it leaves: "on12th" is parted where the ink is.
    """
    shown = [at for at, c in enumerate(found.text) if not c.isspace()]
    gaps = [(a[1], b[0]) for a, b in pairwise(runs)]
    cuts: dict[int, tuple[float, float]] = {}
    for k, (a, b) in enumerate(pairwise(shown), start=1):
        if b - a == 1:
            continue
        left, right = found.middles[a] - 0.15 * size, found.middles[b] + 0.15 * size
        near = [g for g in gaps if left < (g[0] + g[1]) / 2 < right and g not in cuts.values()]
        middle = (left + right) / 2
        cuts[k] = max(near, key=lambda g: g[1] - g[0]) if near else (middle - 0.1 * size, middle + 0.1 * size)
    for gap in gaps:
        at = sum(found.middles[i] < (gap[0] + gap[1]) / 2 for i in shown)
        if not 0 < at < len(shown) or gap in cuts.values() or at in cuts:
            continue
        before, after = found.text[shown[at - 1]], found.text[shown[at]]
        if before.isdigit() and after.isdigit():
            (a0, a1), (b0, b1) = runs[gaps.index(gap)], runs[gaps.index(gap) + 1]
            # Digits may touch: of what stands beside the gap no more than one digit is looked at.
            step = b0 + min(b1 - b0, size / 2) / 2 - (a1 - min(a1 - a0, size / 2) / 2)
            parted = gap[1] - gap[0] > _SPACE * size and step > _STEP * size
        else:
            figures = bool(_IN_FIGURES.match(before) and _IN_FIGURES.match(after))
            parted = gap[1] - gap[0] > (_SPACE_IN_FIGURES if figures else _SPACE) * size
        if parted:
            cuts[at] = gap
    ends = [runs[0][0], *[x for k in sorted(cuts) for x in cuts[k]], runs[-1][1]]
    parts = [0, *sorted(cuts), len(shown)]
    for i, (a, b) in enumerate(pairwise(parts)):
        x0, x1 = ends[2 * i], ends[2 * i + 1]
        if a < b:
            yield shown[a:b], float(x0), float(max(x1, x0 + 1))


def _of_one_size(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with sizes that differ by a little made the same: what is measured of ink is off by a pixel."""
    out: list[Piece] = []
    left = sorted(pieces, key=lambda p: p.size)
    while left:
        around = [(sum(len(p.text) for p in left if abs(p.size / q.size - 1) < _SAME_SIZE / 2), q.size) for q in left]
        usual = max(around)[1]
        near = [p for p in left if abs(p.size / usual - 1) < _SAME_SIZE]
        size = median(p.size for p in near for _ in p.text)
        out += [replace(p, size=size) for p in near]
        left = [p for p in left if abs(p.size / usual - 1) >= _SAME_SIZE]
    return out


def _like_neighbours(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of another size than the texts above and below them as large as these: lines of one cell or paragraph.

    A heading stands further apart.
    """
    down = sorted(pieces, key=lambda p: p.base)
    out = []
    for at, piece in enumerate(down):
        above = next(_next_to(piece, down[:at][::-1]), None)
        below = next(_next_to(piece, down[at + 1 :]), None)
        other = above and below and above.size == below.size and above.size
        if above and below and other and other != piece.size and abs(piece.size / other - 1) < _LIKE_ITS_LINE:
            close = min(piece.base - above.base, below.base - piece.base) < _LINE_PITCH * other
            out.append(replace(piece, size=other) if close else piece)
        else:
            out.append(piece)
    return out


def _next_to(piece: Piece, others: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces over or under one, nearest first."""
    for other in others:
        apart = abs(other.base - piece.base)
        if apart > _NEAR * piece.size:
            return
        if apart > piece.size / 2 and other.x0 < piece.x1 and piece.x0 < other.x1:
            yield other


def _dashes(pieces: Sequence[Piece], grey: Grey, lines: Mask) -> Iterator[Piece]:
    """Dashes that stand alone in a row of other texts, which recognisers do not see: the sign for "no figure"."""
    left, right = min((p.x0 for p in pieces), default=0.0), max((p.x1 for p in pieces), default=0.0)
    for base, row in groupby(pieces, key=lambda p: p.base):
        texts = list(row)
        size = texts[0].size
        top, bottom = max(0, round(base - _ASCENT * size)), min(grey.shape[0], round(base + _DESCENT * size))
        if len(texts) < 2 or bottom - top < _LEAST_SIZE:
            continue
        _, ink = marks_in(grey, lines, 0, top, grey.shape[1], bottom)
        taken = [(p.x0 - size, p.x1 + size) for p in pieces if abs(p.base - base) < size]
        for x0, x1 in _runs(ink.any(axis=0)):
            rows = np.nonzero(ink[:, x0:x1].any(axis=1))[0]
            high, middle = int(rows[-1] - rows[0]) + 1, base - (top + (int(rows[0]) + int(rows[-1])) / 2)
            flat = (
                _DASH_WIDE[0] * size <= x1 - x0 <= _DASH_WIDE[1] * size
                and x1 - x0 >= 1.6 * high
                and high < _DASH_HIGH * size
            )
            level = _DASH - 0.1 < middle / size < _DASH + 0.15
            among = left < x0 < x1 < right + size / 2
            if flat and level and among and not any(a < x1 and x0 < b for a, b in taken):
                yield Piece("-", x0, x1, base, size, 0.0, 1.0)


def _weighed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those in bold known."""
    if not pieces:
        return []
    size = median_low(p.size for p in pieces for _ in p.text)
    strokes = [p.stroke for p in pieces for _ in p.text if p.size == size and p.stroke]
    usual = median(strokes) if strokes else 0.0
    return [
        replace(p, bold=p.stroke > _BOLD * usual * (p.size / size) ** 0.5 and any(c.isalnum() for c in p.text))
        for p in pieces
    ]


def _on_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one printed line on one base line, and those of nearly one size of one size."""
    out: list[Piece] = []
    group: list[Piece] = []
    for piece in [*sorted(pieces, key=lambda p: p.base), None]:
        if piece is not None and (
            not group or piece.base - group[-1].base <= _SAME_LINE * min(piece.size, group[-1].size) / 2
        ):
            group.append(piece)
            continue
        base = median(p.base for p in group for _ in p.text) if group else 0.0
        size = median(p.size for p in group for _ in p.text) if group else 0.0
        # Little text tells little of its size: beside other text it is taken for as large.
        for p in group:
            like = abs(p.size / size - 1) < (_SAME_SIZE if len(p.text) >= _TELLING else 2 * _LIKE_ITS_LINE)
            out.append(replace(p, base=base, size=size if like else p.size))
        group = [piece] if piece is not None else []
    return sorted(out, key=lambda p: (p.base, p.x0))

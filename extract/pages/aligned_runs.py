"""Neighbouring lines that may be a table without upright rules: where such a run begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.pages.aligned_columns import column_cuts
from extract.pages.lines import PrintedLine, Segment, around, typical_height
from schema.document import Word

# In heights of a usual line: a gap between lines that ends a table, and one that a wrapped cell stays below.
_END_GAP = 2.2
_WRAP_GAP = 0.35
_WIDE_SHARE = 0.55
_GROUP_GAP = 3.5
# In sizes of the font: the lines of one text stand further apart.
_HALF = 0.97
_NO_SPACE = 0.42
_MOST_HEAD_LINES = 3
_LEAST_HEADS = 3
# So many texts that begin at one x make a column, however long the next one is.
_KNOWN_COLUMN = 3
# What is printed under a table and is none of its rows.
_NOTE = re.compile(
    r"(?:source|notes?|key|base)\s*:|(?:table|figure|fig\.|chart|graph)\s*[a-z]?\d+[a-z]?\s*(?:[:.–-]|$)|\([a-z]\)\s|\*+\s?[A-Za-z]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines that may be a table, each with its segments."""

    lines: tuple[PrintedLine, ...]
    parted: tuple[tuple[Segment, ...], ...]


def runs_of(lines: Sequence[PrintedLine]) -> list[Run]:
    """Runs of lines with several segments, bridged by single segments that stay inside a column (wrapped cells)."""
    parted = [line.segments for line in lines]
    if sum(len(p) >= 2 for p in parted) < 2:
        return []
    height = typical_height(lines)
    bounds: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if len(parted[at]) < 2:
            at += 1
            continue
        end = _end(lines, parted, at, height)
        start = max(_start(lines, parted, at, end, height), bounds[-1][1] if bounds else 0)
        if bounds and _stands_under(bounds[-1], (start, end + 1), lines, parted, height):
            bounds[-1] = (bounds[-1][0], end + 1)
        else:
            bounds.append((start, end + 1))
        at = end + 1
    runs = [Run(tuple(lines[a:b]), tuple(_with_narrow_heads(parted[a:b]))) for a, b in bounds]
    return [run for run in runs if sum(len(p) >= 2 for p in run.parted) >= 2]


def _stands_under(
    above: tuple[int, int],
    run: tuple[int, int],
    lines: Sequence[PrintedLine],
    parted: Sequence[Sequence[Segment]],
    height: float,
) -> bool:
    """True for a run that begins with figures under the heads of the one above it; a group's title may lie between."""
    reach = lines[above[1] - 1 : run[0] + 1]
    between = range(above[1], run[0])
    if len(between) > 2 or any(b.box.top - a.box.bottom > _GROUP_GAP * height for a, b in pairwise(reach)):
        return False
    frame = around([line.box for line in (*lines[above[0] : above[1]], *lines[run[0] : run[1]])])
    wide = _WIDE_SHARE * (frame.x1 - frame.x0)
    if any(len(parted[i]) > 1 or lines[i].box.x1 - lines[i].box.x0 > wide for i in between):
        return False
    first = next(p for p in parted[run[0] : run[1]] if len(p) >= 2)
    figures = sum(s.figure for s in first[1:])
    heads = lines[above[0] : above[1]]
    lone_head = len(heads) <= 2 and all(line.bold for line in heads) and not lines[run[0]].bold
    if figures < 0.6 * (len(first) - 1) and not lone_head:
        return False
    counts = [len(column_cuts(parted[a:b])) for a, b in (above, run)]
    return min(counts) >= 1 and len(column_cuts([*parted[slice(*above)], *parted[slice(*run)]])) >= max(counts)


def _end(lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]], start: int, height: float) -> int:
    """The last line of the run that begins at ``start``."""
    x0, x1 = parted[start][0].x0, parted[start][-1].x1
    last = at = start
    single, several = 0, 1
    while at + 1 < len(lines):
        following = parted[at + 1]
        if lines[at + 1].box.top - lines[at].box.bottom > _END_GAP * height or _NOTE.match(lines[at + 1].text):
            break
        if len(following) >= 2:
            several += 1
            x0, x1 = min(x0, following[0].x0), max(x1, following[-1].x1)
            at += 1
            last = at
            continue
        single += 1
        alone = following[0]
        aligned = sum(abs(s.x0 - alone.x0) < 2 for p in parted[start : at + 1] for s in p[1:])
        in_column = aligned >= _KNOWN_COLUMN or (aligned > 0 and alone.x1 < x1 + 5)
        wide = alone.x1 - alone.x0 > _WIDE_SHARE * (x1 - x0) and not in_column
        beside = _overlaps(lines, at, at + 1) or _overlaps(lines, at + 1, at + 2)
        heads = at - start < _MOST_HEAD_LINES and _stand_apart(lines[at + 1])
        if not beside and not heads and (wide or alone.x0 < x0 - 5 or single > 1.5 * several + 3):
            break
        at += 1
    # Single segments at the end belong to the table only where they are close enough to be wrapped cells.
    while last < at and lines[last + 1].box.top - lines[last].box.bottom < _WRAP_GAP * height:
        last += 1
    return last


def _stand_apart(line: PrintedLine) -> bool:
    """True where no two words of a line are as close as words of a sentence: the heads of narrow columns."""
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(line.words)]
    return len(gaps) > 1 and min(gaps) > _NO_SPACE * line.words[0].size


def _with_narrow_heads(parted: Sequence[tuple[Segment, ...]]) -> list[tuple[Segment, ...]]:
    """The segments of each line, with the heads of narrow columns parted that stand as close as words of a justified line.

    Each word of such a segment stands over a cell of its own in the fullest row.
    """
    fullest = max(parted, key=len)
    out: list[tuple[Segment, ...]] = []
    for segments in parted:
        if segments is fullest or len(fullest) <= _LEAST_HEADS or not any(len(s.words) > 1 for s in segments):
            out.append(segments)
            continue
        out.append(tuple(piece for segment in segments for piece in _heads(segment, fullest)))
    return out


def _heads(segment: Segment, fullest: Sequence[Segment]) -> Sequence[Segment]:
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(segment.words)]
    if not gaps or min(gaps) <= _NO_SPACE * segment.words[0].size:
        return (segment,)
    over = [_over(word, fullest) for word in segment.words]
    apart = None not in over and len(set(over)) == len(over)
    return [Segment((word,)) for word in segment.words] if apart else (segment,)


def _over(word: Word, segments: Sequence[Segment]) -> int | None:
    """Which of the segments a word stands over; None where it stands over none or over several."""
    over = [i for i, s in enumerate(segments) if word.box.x0 < s.x1 and word.box.x1 > s.x0]
    return over[0] if len(over) == 1 else None


def _overlaps(lines: Sequence[PrintedLine], upper: int, lower: int) -> bool:
    """True where a line stands half a line lower than another: texts of one row, centred against each other."""
    return lower < len(lines) and lines[lower].middle - lines[upper].middle < _HALF * lines[lower].size


def _start(lines: Sequence[PrintedLine], parted: Sequence[Sequence[Segment]], at: int, end: int, height: float) -> int:
    """Takes in short lines close above: the upper lines of wrapped column heads."""
    x0 = min(p[0].x0 for p in parted[at : end + 1])
    x1 = max(p[-1].x1 for p in parted[at : end + 1])
    while at > 0 and len(parted[at - 1]) == 1:
        alone = parted[at - 1][0]
        if lines[at].box.top - lines[at - 1].box.bottom >= 0.3 * height or alone.x1 - alone.x0 >= 0.35 * (x1 - x0):
            break
        at -= 1
    return at

"""Which lines may belong to one table without upright rules, before columns are looked for: a numbered paragraph parts them.

"3.2" and a text beside it look like two cells, and the paragraphs above a table like its first rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from extract.pages.lines import PrintedLine, Segment

_MARK = re.compile(
    r"\(?(?:\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|[a-z][.)]|[ivx]{1,5}[.)])|[•▪◦●○■□➢✓·–-]", re.IGNORECASE
)
BULLETS = frozenset("•▪◦●○■□➢✓·–-\ufffd")
_LEAST_WORDS = 3
_SAME_X = 3.0
_NEAR = 2
# In heights of a line: the lines of one paragraph stand no further apart.
_WRAP_GAP = 0.6


def stretches_of(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines between numbered paragraphs and list items, and without them."""
    listed = list_lines(lines)
    runs = groupby(range(len(lines)), key=lambda i: i in listed)
    return [[lines[i] for i in run] for apart, run in runs if not apart]


def list_lines(lines: Sequence[PrintedLine]) -> frozenset[int]:
    """The indexes of the lines of numbered paragraphs and list items, with the lines that go on their text.

    Examples: ``3.2 | The conviction rate for rape is 70%.``, ``• | support for victims``. A row of a table may look so too; then
    lines near it have more cells in the same columns.
    """
    parted = [line.segments for line in lines]
    found: set[int] = set()
    for i, segments in enumerate(parted):
        if not _is_listed(segments) or _is_row(i, parted):
            continue
        found.add(i)
        for at in range(i + 1, len(lines)):
            goes_on = len(parted[at]) == 1 and abs(parted[at][0].x0 - segments[1].x0) < _SAME_X
            if not goes_on or lines[at].box.top - lines[at - 1].box.bottom > _WRAP_GAP * lines[at].height:
                break
            found.add(at)
    return frozenset(found)


def _is_listed(segments: Sequence[Segment]) -> bool:
    return (
        len(segments) == 2
        and bool(_MARK.fullmatch(segments[0].text))
        and len(segments[1].words) >= _LEAST_WORDS
        and any(w.text[0].isalpha() for w in segments[1].words[:2])
    )


def _is_row(at: int, parted: Sequence[Sequence[Segment]]) -> bool:
    first, second = parted[at]
    near = [*parted[max(0, at - _NEAR) : at], *parted[at + 1 : at + 1 + _NEAR]]
    return any(len(p) > 2 and abs(p[0].x0 - first.x0) < _SAME_X and abs(p[1].x0 - second.x0) < _SAME_X for p in near)

"""Column heads of tables without upright rules: heads over several columns, such as "2020/21" over "Q1" to "Q4"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.pages.aligned_columns import Piece

_MOST_HEAD_LINES = 6
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d)?\d\d)?|\d\d/\d\d")
_AMOUNT = re.compile(r"[£$€]\s?[1-9]")
_MOST_LEVELS = 4
_RAISED = 0.12


@dataclass(frozen=True, slots=True)
class Levels:
    """Heads in two levels and more, in the lines before ``end`` (exclusive).

    ``pieces`` has for each level, from the top, its heads with the columns they stand over. ``deep`` has the pieces of columns
    with one head only ("Measure", beside "2020/21" over "Q1"): it stands beside all levels, wherever it is printed in them.
    """

    end: int
    pieces: tuple[tuple[Piece, ...], ...]
    deep: tuple[Piece, ...]


def levels_of(pieces: Sequence[Sequence[Piece]], groups: Sequence[Sequence[int]]) -> Levels | None:
    """The levels of heads in the first rows, None where there is one level only.

    The lowest line of heads names single columns, and a line above it holds heads over several of these. It leaves the first
    column empty, or the upper line does and its heads reach over several columns themselves.
    """
    every = pieces
    pieces = [_level(line) for line in pieces[: groups[min(len(groups), _MOST_LEVELS) - 1][-1] + 1]]
    chain = _chain(pieces, groups)
    if chain is None:
        return None
    bottom = chain[-1]
    end = next(group[-1] for group in groups if bottom in group) + 1
    if end > groups[-1][-1]:
        return None
    below = _columns([p for i in range(bottom, end) for p in pieces[i] if p.first > 0 or i == bottom])
    held = [tuple(p for i in range(bottom, end) for p in every[i] if below & _span(p))]
    tops = chain[:-1]
    for k in range(len(tops) - 1, -1, -1):
        # The other lines between two levels are wrapped heads of the upper one.
        own = [p for i in range(tops[k] if k else 0, chain[k + 1]) for p in every[i] if below & _span(p)]
        held.insert(0, tuple(_spread(own, below)))
    deep = tuple(p for i in range(end) for p in every[i] if not below & _span(p))
    return Levels(end, tuple(held), deep)


def _level(line: Sequence[Piece]) -> Sequence[Piece]:
    """A line of heads without that of the first column where it is set higher than the others: in the middle of all levels."""
    if len(line) < 2 or line[0].first > 0:
        return line
    own = line[0].words[0].box
    other = line[1].words[0].box
    raised = other.top + other.bottom - own.top - own.bottom
    return line[1:] if raised > 2 * _RAISED * line[0].words[0].size else line


def _head_lines(groups: Sequence[Sequence[int]]) -> list[int]:
    """The lines that may be heads: those of the first row, and the first ones of the rows under it."""
    lines = list(groups[0])
    for group in groups[1:_MOST_LEVELS]:
        lines += group[:3]
    return lines[:_MOST_HEAD_LINES]


def _chain(pieces: Sequence[Sequence[Piece]], groups: Sequence[Sequence[int]]) -> list[int] | None:
    """The first line of each level, from the top."""
    lines = list(takewhile(lambda i: not _states(pieces[i]), _head_lines(groups)))
    row_of = {i: r for r, group in enumerate(groups) for i in group}
    for at, lower in enumerate(lines):
        for upper in reversed(lines[:at]):
            # The head of the first column may stand between the levels of the others.
            between = groups[row_of[upper] + 1 : row_of[lower]]
            if any(p.last > 0 for group in between for i in group for p in pieces[i]):
                continue
            if not _stands_over(pieces[upper], pieces[lower]):
                continue
            chain = [upper, lower]
            for line in lines[at + 1 :]:
                above = pieces[chain[-1]]
                fresh = row_of[line] > row_of[chain[-1]] and len(pieces[line]) > len(above)
                if fresh and _stands_over(above, pieces[line]):
                    chain.append(line)
            for line in reversed(lines[: lines.index(upper)]):
                wide = any(p.last > p.first for p in _spread(pieces[line], _columns(pieces[chain[-1]])))
                if row_of[line] < row_of[chain[0]] and len(pieces[line]) <= len(pieces[chain[0]]) and wide:
                    chain.insert(0, line)
            # Above the highest level there may be a title, but no row of other heads.
            if all(len(pieces[i]) == 1 for group in groups[: row_of[chain[0]]] for i in group):
                return chain
    return None


def _stands_over(upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    below = _columns(lower)
    if len(below) < 2 or len(below) < len(lower):
        return False
    if 0 in below:
        crossing = any(p.last > p.first > 0 and len(below & _span(p)) > 1 for p in upper)
        return crossing and all(p.first > 0 for p in upper)
    return any(p.last > p.first and below & _span(p) for p in _spread(upper, below))


def _states(line: Sequence[Piece]) -> bool:
    """True for a line with figures that are no years ("2021", "2020/21"), or with an amount ("a) £10,000", but not "£000")."""
    return any(p.first > 0 and ((p.figure and not _YEARS.fullmatch(p.text)) or _AMOUNT.search(p.text)) for p in line)


def _span(piece: Piece) -> set[int]:
    return set(range(piece.first, piece.last + 1))


def _columns(line: Sequence[Piece]) -> frozenset[int]:
    return frozenset(c for p in line for c in range(p.first, p.last + 1))


def _spread(upper: Sequence[Piece], below: frozenset[int]) -> list[Piece]:
    """The heads of a line with all columns they stand over.

    Several heads mostly share the columns out equally. Else a head takes in the columns beside it that have a head in the line
    below and none in its own; it is set over the middle of its columns or over the first of them.
    """
    if equal := _shared_equally(upper, below):
        return equal
    taken = {c for p in upper for c in range(p.first, p.last + 1)}
    out: list[Piece] = []
    for piece in upper:
        first, last = piece.first, piece.last
        if {first, last} & below:
            left, right = first, last
            while right + 1 in below and right + 1 not in taken:
                right += 1
            while left - 1 in below and left - 1 not in taken and left > 1:
                left -= 1
            if left < first and right > last:
                reach = min(first - left, right - last)
                left, right = first - reach, last + reach
            first, last = left, right
            taken.update(range(first, last + 1))
        out.append(Piece(first, last, piece.words))
    return out


def _shared_equally(upper: Sequence[Piece], below: frozenset[int]) -> list[Piece]:
    """The heads over equally many of the columns below, none where they do not stand so."""
    heads = [p for p in upper if below & _span(p)]
    share = len(below) // len(heads) if heads else 0
    columns = sorted(below)
    regular = len(heads) > 1 and share > 1 and share * len(heads) == len(columns) == columns[-1] - columns[0] + 1
    shares = [(columns[i * share], columns[(i + 1) * share - 1]) for i in range(len(heads))] if regular else []
    if not shares or any(
        not first <= p.first <= p.last <= last for p, (first, last) in zip(heads, shares, strict=True)
    ):
        return []
    spread = [Piece(first, last, p.words) for p, (first, last) in zip(heads, shares, strict=True)]
    return sorted([*(p for p in upper if not below & _span(p)), *spread], key=lambda p: p.first)

"""Column heads of tables without upright rules: a head over several columns, such as "2020/21" over "Q1" to "Q4"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.pages.aligned_columns import Piece

_MOST_HEAD_LINES = 4


@dataclass(frozen=True, slots=True)
class GroupHead:
    """Heads over several columns: their line with the columns they stand over, and the first line of heads under them."""

    upper: int
    lower: int
    pieces: tuple[Piece, ...]
    below: frozenset[int]

    def split(self, groups: Sequence[Sequence[int]]) -> list[list[int]]:
        """The rows with the lines of both levels in rows of their own."""
        out: list[list[int]] = []
        for group in groups:
            if self.upper in group and self.lower in group:
                out += [[i for i in group if i < self.lower], [i for i in group if i >= self.lower]]
            else:
                out.append(list(group))
        return out


def group_head(pieces: Sequence[Sequence[Piece]], groups: Sequence[Sequence[int]]) -> GroupHead | None:
    """The heads over several columns in the first two rows, None where there are none.

    The line under them names single columns, leaves the first column empty and begins a row if it is not of the first one.
    """
    first_rows = [*groups[0], *(i for group in groups[1:2] for i in group[:1])][:_MOST_HEAD_LINES]
    for lower in first_rows[1:]:
        below = frozenset(c for p in pieces[lower] for c in range(p.first, p.last + 1))
        if 0 in below or len(below) < 2:
            continue
        for upper in range(lower - 1, -1, -1):
            spread = _spread(pieces[upper], below)
            if any(p.last > p.first and below & set(range(p.first, p.last + 1)) for p in spread):
                row_of = {i: r for r, group in enumerate(groups) for i in group}
                if row_of[lower] - row_of[upper] <= 1:
                    return GroupHead(upper, lower, tuple(spread), below)
    return None


def _spread(upper: Sequence[Piece], below: frozenset[int]) -> list[Piece]:
    """The heads of a line with all columns they stand over.

    A head takes in the columns beside it that have a head in the line below and none in its own. It is set over the middle of
    its columns or over the first of them.
    """
    taken = {c for p in upper for c in range(p.first, p.last + 1)}
    out: list[Piece] = []
    for piece in upper:
        first, last = piece.first, piece.last
        if {first, last} & below:
            left, right = first, last
            while right + 1 in below and right + 1 not in taken:
                right += 1
            while left - 1 in below and left - 1 not in taken:
                left -= 1
            if left < first and right > last:
                reach = min(first - left, right - last)
                left, right = first - reach, last + reach
            first, last = left, right
            taken.update(range(first, last + 1))
        out.append(replace(piece, first=first, last=last))
    return out

"""Tables of plain text whose columns stand under each other, parted by runs of spaces: where a cell stands says whose it is.

| as printed                                                                                    |                                |
| --------------------------------------------------------------------------------------------- | ------------------------------ |
| ``Area         Crimes    Note`` ⏎ ``Wyre            120    rising`` ⏎ ``Chorley          98``    | words beside figures, gaps     |
| ``             Year to    Year to`` ⏎ ``Offence    Mar 18     Mar 19`` ⏎ ``Arson      7      9`` | names over two lines           |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.tables.headers import is_period_cell, is_unit_cell
from extract.times.days import parse_day
from ingest.text.printed_rows import (
    LETTERS,
    LONGEST_CELL,
    MOST_COLUMNS,
    NO_CELL,
    SENTENCE_END,
    PrintedRow,
    grid_of,
    holds_place,
    is_body,
    is_group_name,
    is_year,
)
from schema.document import Grid

_CELL = re.compile(r"\S+(?: \S+)*")
_DRAWN = re.compile(r"[\s=_+|–—-]+")
_LONGEST_LINE = 240
_MOST_HEADS = 3
#: A table of words and days has so many columns, and so many rows under its names.
_FEWEST_COLUMNS = 2
_FEWEST_DATED = 2
#: The end of a label that goes on in the next line, also with a number: "answered within" / "10 seconds".
_CUT = re.compile(r"(?:\b(?:to|and|of|or|per|the|in|within|for|from|by|at|with|than|a|an|over|under|on)|[,&(/–-])\Z")
#: A name may stand so many characters beside its figures: "Crimes" over "7".
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell of a line: its text and where it stands, ``x0`` inclusive, ``x1`` exclusive, in characters from the line's start."""

    text: str
    x0: int
    x1: int


@dataclass(frozen=True, slots=True)
class _Printed:
    pieces: tuple[_Piece, ...]
    at: int

    @property
    def states(self) -> bool:
        """True for a line with a figure behind its first cell, other than years."""
        return any(holds_place(p.text) and not is_year(p.text) for p in self.pieces[1:])


_Extents = list[tuple[int, int]]


def spaced_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """The table of aligned columns that begins at ``lines[start]``, and the index after it; None where none begins there."""
    heads: list[_Printed] = []
    at = start
    while at < len(lines) and len(heads) <= _MOST_HEADS:
        if heads and (not lines[at].strip() or _DRAWN.fullmatch(lines[at])):
            if at > heads[-1].at + 1:
                return None
            at += 1
            continue
        printed = _printed(lines[at], at)
        if printed is None:
            return None
        if printed.states:
            break
        if len(printed.pieces) < 2 and not (heads and lines[at][:1] == " "):
            if not heads:
                return None
            break
        if any(SENTENCE_END.search(p.text) and not p.text.endswith(".") for p in printed.pieces):
            return None
        heads.append(printed)
        at += 1
    if not heads or len(heads) > _MOST_HEADS or at >= len(lines):
        return None
    body = list(_body(lines, at))
    full = [row for row in body if len(row.pieces) > 1]
    columns = _columns(full)
    if not 2 <= len(columns) <= MOST_COLUMNS:
        return None
    rows = [
        _placed(row, columns) if len(row.pieces) > 1 else [(row.pieces[0].text.rstrip(" :"), row.at)] for row in body
    ]
    names = _names(heads, columns)
    known = [row for row in rows if row is not None]
    if names is None or len(known) < len(rows) or not is_body(known, only_figures=False):
        return None
    return grid_of([names, *known]), body[-1].at + 1


def dated_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """The table of words in aligned columns, one of them of nothing but days, that begins at ``lines[start]``; None where none begins there.

    Every cell begins where the name of its column does: ``Meeting        Main business     Papers due``.
    """
    head = _printed(lines[start], start)
    if head is None or len(head.pieces) < _FEWEST_COLUMNS:
        return None
    if any(_is_day(p.text) or holds_place(p.text) for p in head.pieces):
        return None
    rows = [head]
    dated = set(range(len(head.pieces)))
    for at in range(start + 1, len(lines)):
        row = _printed(lines[at], at)
        if row is None or [p.x0 for p in row.pieces] != [p.x0 for p in head.pieces]:
            break
        dated = {col for col in dated if _is_day(row.pieces[col].text)}
        # The first row without a day where the others have theirs shows that these are none.
        if not dated:
            return None
        rows.append(row)
    if len(rows) <= _FEWEST_DATED:
        return None
    return grid_of([[(p.text, row.at) for p in row.pieces] for row in rows]), rows[-1].at + 1


def _is_day(text: str) -> bool:
    return parse_day(text) is not None


def _printed(line: str, at: int) -> _Printed | None:
    text = line.rstrip()
    if not text.strip() or len(text) > _LONGEST_LINE or "\t" in text or NO_CELL.match(text.lstrip()):
        return None
    pieces = tuple(_Piece(m.group(), m.start(), m.end()) for m in _CELL.finditer(text))
    return _Printed(pieces, at) if all(len(p.text) <= LONGEST_CELL for p in pieces) else None


def _body(lines: Sequence[str], start: int) -> Iterator[_Printed]:
    """The rows from ``start`` on to the first line that is none; a label over two lines is one."""
    at = start
    while at < len(lines) and (row := _printed(lines[at], at)) is not None:
        below = _printed(lines[at + 1], at + 1) if at + 1 < len(lines) else None
        if len(row.pieces) == 1:
            if below is None or not below.states:
                return
            name, first = row.pieces[0], below.pieces[0]
            if (first.text[0].islower() or _CUT.search(name.text)) and abs(name.x0 - first.x0) <= _BESIDE:
                joined = replace(first, text=f"{name.text} {first.text}", x1=max(name.x1, first.x1))
                yield _Printed((joined, *below.pieces[1:]), at + 1)
                at += 2
                continue
            if not is_group_name(name.text):
                return
        elif below is not None and len(below.pieces) == 1 and below.pieces[0].text[0].islower():
            first, rest = row.pieces[0], below.pieces[0]
            if abs(first.x0 - rest.x0) <= _BESIDE and not SENTENCE_END.search(rest.text):
                yield _Printed((replace(first, text=f"{first.text} {rest.text}"), *row.pieces[1:]), at)
                at += 2
                continue
            return
        yield row
        at += 1


def _columns(rows: Sequence[_Printed]) -> _Extents:
    """From where to where each column stands: the cells of all rows that stand over each other, from left to right."""
    found: _Extents = []
    for x0, x1 in sorted((p.x0, p.x1) for row in rows for p in row.pieces):
        if found and x0 < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def _placed(row: _Printed, columns: _Extents) -> PrintedRow | None:
    """The cells of a row by column; None where two stand in one column, or nothing in the first."""
    cells = [("", row.at)] * len(columns)
    for piece in row.pieces:
        at = next(i for i, (x0, x1) in enumerate(columns) if x0 <= piece.x0 < x1)
        if cells[at][0]:
            return None
        cells[at] = (piece.text, row.at)
    return cells if cells[0][0] else None


def _names(heads: Sequence[_Printed], columns: _Extents) -> PrintedRow | None:
    """The name of each column, its parts joined from top to bottom; None where a name cannot be told or two are alike."""
    names: list[list[str]] = [[] for _ in columns]
    for head in heads:
        if head is not heads[-1] and (spans := _spans(head, columns)):
            for piece, covered in spans:
                for i in covered:
                    names[i].append(piece.text)
            continue
        for piece in head.pieces:
            under = [i for i, (x0, x1) in enumerate(columns) if piece.x0 < x1 and x0 < piece.x1]
            if len(under) > 1 and 0 in under:
                under = [i for i in under if i] if piece.x0 > columns[0][0] + _BESIDE else [0]
            if not under:
                near = [min(abs(piece.x0 - x1), abs(x0 - piece.x1)) for x0, x1 in columns]
                under = [near.index(min(near))] if min(near) <= _BESIDE else []
            # A name over several columns stands above others; the last line names each.
            if not under or (len(under) > 1 and head is heads[-1]):
                return None
            for i in under:
                names[i].append(piece.text)
    printed = [" ".join(parts) for parts in names]
    behind = printed[1:]
    named = all(parts and all(map(_is_name, parts)) for parts in names[1:])
    if not named or len({*behind}) < len(behind) or any(holds_place(n) and not is_year(n) for n in printed if n):
        return None
    return [(name, heads[0].at) for name in printed]


def _is_name(text: str) -> bool:
    return bool(LETTERS.search(text)) or is_period_cell(text) or is_unit_cell(text) or text == "+/-"


def _spans(head: _Printed, columns: _Extents) -> list[tuple[_Piece, range]]:
    """The columns under each name of a line of which each stands over as many: ``2021/22`` over ``Number`` / ``%``; empty where it is no such line."""
    pieces = [p for p in head.pieces if p.x0 > columns[0][0] + _BESIDE]
    over = (len(columns) - 1) // max(len(pieces), 1)
    if len(pieces) < 2 or over < 2 or over * len(pieces) != len(columns) - 1 or len(pieces) < len(head.pieces):
        return []
    spans = [(piece, range(1 + i * over, 1 + (i + 1) * over)) for i, piece in enumerate(pieces)]
    # It stands in the middle of its columns or over the first of them, and over none of the others.
    placed = all(
        columns[under[0]][0] - 2 * _BESIDE <= piece.x0
        and piece.x1 <= columns[under[-1]][1] + 2 * _BESIDE
        and (under[-1] + 1 >= len(columns) or piece.x1 <= columns[under[-1] + 1][0])
        and columns[under[0] - 1][1] <= piece.x0 + _BESIDE
        for piece, under in spans
    )
    return spans if placed else []

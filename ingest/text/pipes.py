"""Pipe tables of Markdown: ``| Year | Gap |`` over ``|------|-----|``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.inline import printed_cell
from schema.document import Cell, Grid

_RULE_CELL = re.compile(r"\s*:?-+:?\s*")
_RULE_CHARACTERS = frozenset("|:-+ \t=")
_ESCAPED_PIPE = "\x00"


def begins_table(lines: Sequence[str], at: int) -> bool:
    """True where a pipe table begins: a row over a rule, or two rows between outer pipes."""
    line = lines[at]
    if "|" not in line or at + 1 >= len(lines):
        return False
    following = lines[at + 1]
    return is_rule(following) or (_is_framed(line) and (_is_framed(following) or is_frame(following) or is_rule(line)))


def is_frame(line: str) -> bool:
    """True for a line drawn above, below or between the rows of a framed table: ``+-------+-----+``, ``+=====+``."""
    text = line.strip()
    return (
        len(text) > 2 and text[0] == text[-1] == "+" and text.count("-") + text.count("=") > 1 and not text.strip("+-=")
    )


def is_rule(line: str) -> bool:
    """True for the line under a header: ``|---|:--:|``."""
    if "|" not in line or "-" not in line or not _RULE_CHARACTERS.issuperset(line):
        return False
    return all(_RULE_CELL.fullmatch(cell) for cell in _split(line))


def read_grid(lines: Sequence[str], start: int) -> tuple[Grid | None, int]:
    """The pipe table that begins at ``lines[start]``, and the index after it. A header without words is left out."""
    rows: list[tuple[list[str], int]] = []
    headers: list[int] = []
    at = start
    while at < len(lines) and lines[at].strip() and ("|" in lines[at] or is_frame(lines[at])):
        if is_rule(lines[at]) or is_frame(lines[at]):
            # A frame may stand between all rows: only what is under the first row is the rule of a header.
            if rows and (not is_frame(lines[at]) or len(rows) == 1):
                headers.append(len(rows) - 1)
        else:
            rows.append((_split(lines[at]), at + 1))
        at += 1
    kept = [n for n, (cells, _) in enumerate(rows) if any(cell.strip(" -") for cell in cells)]
    if not kept:
        return None, at
    width = max(len(rows[n][0]) for n in kept)
    cells: list[Cell] = []
    for row, n in enumerate(kept):
        sources, line = rows[n]
        for col in range(width):
            printed = printed_cell(sources[col] if col < len(sources) else "")
            cells.append(Cell(row, col, printed.text, 1, is_header=n in headers, bold=printed.bold, line=line))
    stated = 1 if headers and headers[0] == kept[0] else 0
    return Grid(tuple(cells), "pipe", page=1, line=rows[kept[0]][1], header_rows=stated if headers else None), at


def _is_framed(line: str) -> bool:
    text = line.strip()
    return len(text) > 2 and text[0] == text[-1] == "|"


def _split(line: str) -> list[str]:
    """The cells of a row. A list mark before the first pipe ("- | a | b |") is not a cell."""
    text = line.strip().replace("\\|", _ESCAPED_PIPE)
    text = text.removeprefix("- ").removeprefix("* ").strip() if "|" in text[:4] else text
    text = text.removeprefix("|").removesuffix("|")
    return [cell.replace(_ESCAPED_PIPE, "|").strip() for cell in text.split("|")]

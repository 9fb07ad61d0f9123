"""Whether text in columns is a table: what speaks for it (figures, rules) and what against (prose, bullets, contents lists)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.printed_lines import PrintedLine, is_figure
from schema.document import Grid

_LIST_MARK = re.compile(
    r"[•▪◦●○■□➢✓\-–—*o\ufffd]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxl]{1,5})[.)]?", re.IGNORECASE
)
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_PROSE_LENGTH = 24


def looks_like_table(grid: Grid, lines: Sequence[PrintedLine], separators: Sequence[float]) -> bool:
    """True where the evidence for a table outweighs that against."""
    rows: list[dict[int, str]] = [{} for _ in range(grid.rows)]
    for cell in grid.cells:
        if cell.text:
            rows[cell.row][cell.col] = cell.text
    rows = [r for r in rows if r]
    columns = grid.columns
    filled = sum(len(r) for r in rows)
    if len(rows) < 2 or columns < 2 or filled < 0.3 * len(rows) * columns:
        return False
    first = [r[0] for r in rows if 0 in r]
    others = [t for r in rows for c, t in r.items() if c > 0]
    if not others:
        return False
    if sum(bool(_LEADERS.search(line.text)) for line in lines) >= 2:
        return False
    marks = sum(bool(_LIST_MARK.fullmatch(t.strip())) for t in first)
    figures = sum(is_figure(t) for t in others) / len(others)
    if first and marks >= 0.6 * len(first) and (columns == 2 or figures < 0.2):
        return False
    if not figures and len(separators) < 2 and _is_prose(rows, columns):
        return False
    if columns == 2:
        pairs = [(r[0], r[1]) for r in rows if len(r) == 2]
        if len(pairs) < 2:
            return False
    return True


def _is_prose(rows: Sequence[dict[int, str]], columns: int) -> bool:
    """True where two columns and more hold long texts."""
    long = 0
    for column in range(columns):
        texts = [r[column] for r in rows if column in r]
        long += sum(len(t) for t in texts) > _PROSE_LENGTH * len(texts)
    return long >= 2

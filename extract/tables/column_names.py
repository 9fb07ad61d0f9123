"""The name of each column: its header cells from top to bottom, spans spread over the columns that they cover.

Papers print a span as one cell over several columns, or as a cell with empty ones beside it; and some headers leave out the
column of the labels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.figure_words import missing_status
from extract.numbers import parse_figures
from extract.tables.column_roles import Row, flat, is_value
from extract.tables.headers import is_period_cell

#: A header that can only stand over figures.
_TELLS_FIGURES = re.compile(
    r"^(?:baseline|latest|previous|current|projection|projected|forecast|target|actual|ytd|l\.?ytd|q[1-4]|%|change|variance|"
    r"in[- ]year|last|12 months|this|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:priority|measures?|indicators?|performance (?:measure|indicator)s?|area|district|force|offences?(?: type)?|crime type|"
    r"category|function|description|type|name|title|item|group|theme|objective|outcome|detail)s?\b(?:\s+taken\b.*)?$",
    re.IGNORECASE,
)

#: The header cells of each column, from top to bottom.
Pieces = dict[int, list[str]]


def tells_figures(name: str) -> bool:
    """True for a header that can only stand over figures: ``Target``, ``% change``, ``2018/19``, ``Variance``; not ``Area``."""
    return bool(_TELLS_FIGURES.match(name.strip()))


def column_names(rows: Sequence[Row], heads: Sequence[int], width: int) -> tuple[Pieces, str | None]:
    """The header cells of each column, and the text of header rows that are one title over the whole width."""
    pieces: Pieces = {}
    titles: list[str] = []
    for at, number in enumerate(heads):
        filled = [c for c in rows[number].values() if c.text.strip() or c.mark]
        if (
            len(filled) == 1
            and width > 1
            and filled[0].col == 0
            and (filled[0].col_span >= width - 1 or len(heads) > 1)
        ):
            titles.append(flat(filled[0].text))
            continue
        covered: dict[int, Sequence[int]] = {c.col: range(c.col, min(c.col + c.col_span, width)) for c in filled}
        if at + 1 < len(heads):
            covered |= _spread(rows[number], rows[heads[at + 1]], width)
        for cell in filled:
            for col in covered[cell.col]:
                # A head that is only drawn names its column: "↑" over how many improve, beside "↓" over how many do not.
                text = flat(cell.text) or (cell.mark or "")
                if text not in pieces.setdefault(col, []):
                    pieces[col].append(text)
    return pieces, " – ".join(titles) or None


def _spread(row: Row, below: Row, width: int) -> dict[int, Sequence[int]]:
    """The columns that each cell of a header row covers where empty cells stand for a span.

    Examples as printed: ``2020/21`` and three empty cells over ``Q1 Q2 Q3 Q4``; ``2024-25`` in the middle over ``Core External
    Total``, three names that come again under ``2025-26``.
    """
    filled = sorted(c.col for c in row.values() if c.text.strip() and (c.col > 0 or is_period_cell(c.text)))
    named = {c.col: flat(c.text).lower() for c in below.values() if c.text.strip()}
    under = sorted(col for col in named if col > 0)
    if not filled or len(filled) >= len(under) or any(c.col_span > 1 for c in row.values()):
        return {}
    columns = sorted(named)
    for size in range(2, len(columns) // 2 + 1):
        # The labels' column may have a name in front of the spans, and stand between them without one.
        spans = columns[len(columns) % size :]
        groups = [spans[at : at + size] for at in range(0, len(spans), size)]
        again = all([named[c] for c in g] == [named[c] for c in groups[0]] for g in groups)
        if again and len(filled) == len(groups) and all(sum(col in g for col in filled) == 1 for g in groups):
            return {next(col for col in filled if col in g): g for g in groups}
    ends = [*filled[1:], width]
    covered: dict[int, Sequence[int]] = {col: range(col, end) for col, end in zip(filled, ends, strict=True)}
    # One word above another may be the first line of a name ("Working" over "Budget"): years, or several spans side by side, are none.
    sizes = {len(cols) for cols in covered.values()}
    years = all(is_period_cell(row[col].text) for col in filled)
    if not years and (len(filled) < 2 or min(sizes) < 2):
        return {}
    if filled[0] != under[0] or any(col not in named for cols in covered.values() for col in cols if len(cols) > 1):
        return {}
    return covered


def over_the_figures(
    names: Mapping[int, str], body: Sequence[Row], width: int
) -> tuple[dict[int, str], dict[int, tuple[str, ...]]]:
    """The names moved to their figures where the header leaves out the labels' column; and those that share a column of cells.

    Example as printed: ``Baseline 2012/13`` / ``Latest 12 months`` / ``% Var.`` over the cells ``Number of reports`` /
    ``5929 4277`` / ``-28%``: the second column holds the figures of the first two names, the third those of the last.
    """
    firsts = [row[0].text.strip() for row in body if 0 in row and row[0].text.strip()]
    words = bool(firsts) and all(len(re.findall(r"[A-Za-z]{3,}", t)) > 1 and not is_value(t) for t in firsts)
    if not words or not _TELLS_FIGURES.match(names.get(0, "")):
        return dict(names), {}
    printed = [names[c] for c in sorted(names)]
    counts = [max((_figures_side_by_side(row[c].text) for row in body if c in row), default=1) for c in range(1, width)]
    if sum(counts) != len(printed):
        # Which name belongs to which figure cannot be told: better none than a wrong one.
        return {}, {col: () for col in range(1, width)}
    moved, shared = {0: ""}, {}
    for col, count in enumerate(counts, start=1):
        here, printed = tuple(printed[:count]), printed[count:]
        moved[col] = here[0] if count == 1 else ""
        if count > 1:
            shared[col] = here
    return moved, shared


def _figures_side_by_side(text: str) -> int:
    """How many figures or missing ones a cell holds side by side: 2 for ``58805 59392`` and ``NA 90.5%``; else 1."""
    parts = text.split()
    alone = all(missing_status(p) or (len(parse_figures(p)) == 1 and parse_figures(p)[0].unit != "rank") for p in parts)
    return len(parts) if alone and len(parts) > 1 else 1


def names_a_measure(name: str) -> bool:
    """True for a header cell that says what is measured, not only what kind of thing the column holds ("Measure", "Area")."""
    name = name.strip()
    return bool(name) and not _GENERIC.match(name) and not _TELLS_FIGURES.match(name) and not is_period_cell(name)

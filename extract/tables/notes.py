"""What marks, brackets and the notes of a table add to a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.numbers import Figure
from extract.tables.column_roles import Row, flat
from extract.tables.columns import Column
from extract.tables.row_meanings import RATE_LABEL, RowMeaning

_MARGIN = re.compile(r"\(?(?:±|\+\s?/\s?[-−–])\s*[\d.]+\s?%?(?:\s?(?:points?|pts?|pp))?\)?")


def notes_inside(rows: Sequence[Row]) -> list[str]:
    """The lines of the full-width note rows of a table."""
    return [
        line for row in rows for c in row.values() if len(row) == 1 and c.col_span > 1 for line in c.text.split("\n")
    ]


def footnote_of(mark: str | None, notes: Sequence[str]) -> str | None:
    """The text of the note that a mark leads to: ``*48`` and the note ``* Figures for 1 April '15 to present``."""
    if not mark:
        return None
    for note in notes:
        found = re.match(r"(\*+|[¹²³†‡]+)\s*(?=\S)", note)
        if found and found.group(1) == mark:
            return note[found.end() :]
    return None


def note_of(
    column: Column, figure: Figure, text: str, footnote: str | None, meaning: RowMeaning, rated: str
) -> str | None:
    """What marks, brackets and labels add to a figure; ``rated`` is what may say of how many a rate is."""
    parts = []
    if figure.mark:
        parts.append(f"{figure.mark} {footnote}" if footnote else f"footnote {figure.mark}")
    elif footnote:
        parts.append(footnote)
    if figure.out_of:
        parts.append(f"of {figure.out_of}")
    if denominator := RATE_LABEL.search(f"{text[figure.end :]}; {rated}") or RATE_LABEL.search(column.name):
        parts.append(flat(denominator.group(0)))
    if margin := _MARGIN.search(text, figure.end):
        parts.append(flat(margin.group(0)).strip("()"))
    if meaning.told:
        parts.append(meaning.told)
    return "; ".join(parts) or None

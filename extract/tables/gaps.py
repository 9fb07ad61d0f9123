"""What stands in a cell in place of a figure: ``NA``, ``-``, ``TBC``, ``<5``."""

from __future__ import annotations

from dataclasses import dataclass

from extract.figure_words import hides_small_number, missing_status, missing_word
from extract.numbers import parse_figures
from extract.tables.columns import Column
from extract.tables.row_meanings import RowMeaning


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands in place of a figure: its text, why there is none (``O``, ``M``, ``Q``), its column, and its place in the cell."""

    printed: str
    status: str
    column: Column
    part: int = 0


def gaps_in(text: str, column: Column, meaning: RowMeaning) -> list[Gap]:
    """What a cell of figures says in place of one: ``NA``, ``-``, the first of ``NA 90.5%`` under two columns, ``<5`` for a count."""
    printed = text.split()
    if len(printed) == len(column.shared) and all(parse_figures(p) or missing_word(p) for p in printed):
        said = zip(column.shared, printed, strict=True)
        return [Gap(p, status, own, at) for at, (own, p) in enumerate(said) if (status := missing_word(p))]
    if status := missing_status(text):
        return [Gap(text, status, column)]
    counted = (column.unit or meaning.unit or "count") == "count" and not column.units - {"count"}
    if hides_small_number(text) and counted and not column.change and column.statistic is None:
        return [Gap(text, "Q", column)]
    return []

"""Rows without a label whose figures are the sums of the rows below or above them: what they are is told by the sums alone."""

from __future__ import annotations

from collections.abc import Sequence

from extract.numbers import parse_figures
from extract.tables.column_roles import Row
from extract.tables.columns import Segment
from extract.tables.row_meanings import text_of

_FEWEST = 2
#: Beyond this a single column may add up by chance.
_ROUNDING = 0.051


def told_by_sums(number: int, rows: Sequence[Row], segment: Segment) -> str | None:
    """What the figures of a row are the sums of, in all columns of counts: ``the sum of the 5 rows below``; None where of nothing.

    At least two columns, or three rows, must agree: one sum of two rows may be chance.
    """
    columns = [c.index for c in segment.values if not c.change and c.statistic != "rank" and c.unit != "percent"]
    own = _values(rows[number], columns)
    if not own or None in own:
        return None
    at = segment.rows.index(number)
    for beside, where in ((segment.rows[at + 1 :], "below"), (segment.rows[:at][::-1], "above")):
        sums = [0.0] * len(columns)
        for count, other in enumerate(beside, start=1):
            values = _values(rows[other], columns)
            if None in values:
                break
            sums = [a + (b or 0.0) for a, b in zip(sums, values, strict=True)]
            enough = count >= _FEWEST and (len(columns) > 1 or count > _FEWEST)
            if enough and all(abs(s - (o or 0.0)) < _ROUNDING for s, o in zip(sums, own, strict=True)):
                return f"the sum of the {count} rows {where}"
    return None


def _values(row: Row, columns: Sequence[int]) -> list[float | None]:
    found = [parse_figures(text_of(row, index)) for index in columns]
    return [f[0].value if len(f) == 1 else None for f in found]

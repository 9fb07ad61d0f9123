"""What kind of figure one is: a level, a change, a share, a rank, a target; its unit and its sign.

Examples as printed: ``Decrease (-16%, -25,769)`` is a percent_change and a change; ``(2.3)`` in a column of money is -2.3;
``-836.6`` under ``2025-26 £000's`` is a level of less than nothing and no change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.numbers import Figure, parse_figures
from extract.tables.column_roles import Row
from extract.tables.column_words import is_place, is_reduction
from extract.tables.columns import TOTAL, Column, Segment
from extract.tables.row_meanings import RATE_LABEL, RowMeaning, text_of, unit_of_level

_SHARE_LABEL = re.compile(r"\b(?:proportion|share|percentage of|% of)\b", re.IGNORECASE)
#: Where a header, a label or a caption says so, a percentage in brackets behind a count is its share: "Number (%)".
_SAYS_SHARES = re.compile(r"%|\bper\s?cent\b|\bpercentages?\b|\bproportions?\b|\bshares?\b", re.IGNORECASE)
_MONEY_LABEL = re.compile(
    r"£|\b(?:budget|spend|cost|expenditure|income|precept|grant|reserves?|savings)\b", re.IGNORECASE
)
_UNITS = (
    r"(?:kgs?|kilogram(?:me)?s?|tonnes?|tco2e?|tonnes\s+(?:of\s+)?co2e?|k?co2e?|[kmg]wh|miles|km|kilomet(?:re|er)s?|lit(?:re|er)s?|gram(?:me)?s?|mph|"
    r"hectares?|acres|square\s+(?:met(?:re|er)s?|miles|km)|sq\.?\s?(?:m|ft|km)|m[²2³3]|[µu]g/m[³3])"
)
#: A unit of another kind, in brackets, alone, behind "in", or before what is measured in it: "Emissions (kg/year)", "Miles driven".
_OTHER_UNIT = re.compile(
    rf"\((?:in\s+)?{_UNITS}(?:\s*(?:/|per|a)\s*\w+)?\)|\A\s*{_UNITS}(?:\s*(?:/|per)\s*\w+)?\s*\Z|\bin\s+{_UNITS}\s*\Z|"
    rf"\A(?:total\s+)?{_UNITS}\s+(?:of|driven|travelled|covered|used|seized|saved|recovered)\b",
    re.IGNORECASE,
)
#: A cell, without its spaces, that is one number and nothing else.
_ALONE = re.compile(r"\(?[−–‐‑—-]?£?[−–‐‑—-]?[\d,.]+(?:m|k|bn|million)?\)?", re.IGNORECASE)

#: No force has so much, in pounds: a figure that would be more is printed in full under ``£m``.
_MOST_MONEY = 2e10
#: How far a printed change may be from the computed one, as a share of it and at least.
_ROUNDING = 0.06

#: How far a figure is trusted where nothing printed says its unit or its kind.
_DOUBT_UNIT, _DOUBT_KIND, _DOUBT_FRACTION = 0.9, 0.7, 0.6


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of figure one is: its statistic and unit, its value with the sign that the words give it."""

    statistic: str
    unit: str | None
    value: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure in its cell: the text, all figures of it, which of them this is, and the direction that the words say; the table's caption."""

    figure: Figure
    text: str
    figures: Sequence[Figure]
    part: int
    direction: str | None
    caption: str | None = None


def kind_of(cell: Figured, column: Column, segment: Segment, row: Row, meaning: RowMeaning) -> Kind:
    """The kind of a figure of a table, from its cell, its column and its row."""
    figure = cell.figure
    unit, value, confidence = figure.unit, figure.value, 1.0
    change = (
        column.change
        or meaning.change
        or cell.direction in ("increase", "decrease", "no change")
        or _is_signed_change(cell, column)
    )
    if unit == "rank" or (unit is None and (column.statistic == "rank" or (is_place(meaning.label) and not change))):
        return Kind("rank", "rank", value, confidence)
    if unit is None and not figure.signed and RATE_LABEL.match(cell.text[figure.end :].strip()):
        return Kind("rate", "rate", value, confidence)
    if change:
        return _change(cell, column, segment, row, meaning)
    unit = unit_of_level(figure, column, segment, meaning)
    scale = _scale(figure, unit, column, meaning)
    statistic = column.statistic or ("average" if meaning.average else "actual")
    if unit is None and figure.scaled and _MONEY_LABEL.search(f"{meaning.label} {column.name} {segment.title or ''}"):
        unit, confidence = "GBP", _DOUBT_UNIT
    if unit is None and _weighs(cell, column, segment, meaning):
        # "kg/year" is none of our units, and no count.
        return Kind(statistic, None, round(value * scale, 6) + 0.0, confidence)
    if unit is None:
        unit = "rate" if column.statistic == "rate" else "count"
        # Things are counted in whole numbers: 6,759.8 without a unit is thousands of pounds, a rate, an index, nobody knows.
        confidence = _DOUBT_FRACTION if figure.decimals and unit == "count" else confidence
    if unit == "GBP" and figure.bracketed and not figure.signed and _is_alone(cell.text):
        value = -value
    if unit == "rate" and statistic == "actual":
        statistic = "rate"
    if unit == "percent" and statistic == "actual":
        statistic, confidence = _percent_level(cell, column, segment, row, meaning, confidence)
    summed = meaning.total or (TOTAL.match(meaning.label) and not meaning.borrowed)
    if statistic in ("actual", "share") and unit != "percent" and summed:
        statistic = "total"
    if statistic == "share" and unit != "percent":
        statistic = "actual"
    return Kind(statistic, unit, round(value * scale, 6) + 0.0, confidence)


def _is_signed_change(cell: Figured, column: Column) -> bool:
    """A printed sign makes a figure a change, as does a number in brackets after a signed one: ``+ 15% (20,634)``.

    A minus is the sign of a level in a column of money, and where the column's other figures stand without any sign.
    """
    if column.statistic in ("target", "baseline", "projection", "rank"):
        return False
    figure, first = cell.figure, cell.figures[0]
    if figure.signed and figure.value <= 0 and column.signed and _is_alone(cell.text):
        return False
    return figure.signed or (first.signed and figure is not first)


def _weighs(cell: Figured, column: Column, segment: Segment, meaning: RowMeaning) -> bool:
    """True where what stands around a figure gives it a unit of weight, length, volume or energy."""
    corner = segment.label.name if segment.label else ""
    texts = (meaning.label, column.name, segment.title, cell.caption, corner, cell.text[cell.figure.end :])
    return any(text and _names_other_unit(text) for text in texts)


@lru_cache(maxsize=4096)
def _names_other_unit(text: str) -> bool:
    return bool(_OTHER_UNIT.search(text))


def _is_alone(text: str) -> bool:
    return bool(_ALONE.fullmatch("".join(text.split())))


def _change(cell: Figured, column: Column, segment: Segment, row: Row, meaning: RowMeaning) -> Kind:
    figure = cell.figure
    level = _level_beside(column, segment, row, meaning)
    unit = figure.unit
    if unit is None and (cell.part == 0 or not cell.figures[0].unit):
        unit = column.unit or (level if level != "percent" or column.units <= {"percent"} else None)
    scale = _scale(figure, unit, column, meaning)
    value, confidence = figure.value * scale, 1.0
    if not figure.signed:
        first = cell.figures[0]
        if (
            cell.direction == "decrease"
            or (cell.part > 0 and first.signed and first.value < 0)
            or (figure.bracketed and not cell.direction and cell.part == 0)
        ):
            value = -abs(value)
        elif cell.direction in ("up", "down") or (cell.direction is None and is_reduction(column.name)):
            pointed = 1 if cell.direction == "up" else -1
            sign = _sign_of_levels(abs(value), unit, column, segment, row) or pointed
            value = abs(value) * sign
            # An arrow that points against the figures beside it may say that things got better, or be wrong.
            confidence = 1.0 if sign == pointed else _DOUBT_FRACTION
        elif value > 0 and unit == "percent" and _falls_beside(column, segment, row):
            value, confidence = -value, _DOUBT_FRACTION
    value = round(value, 6) + 0.0
    if unit == "percent":
        points = figure.points or (level == "percent" and all(f.unit in (None, "percent") for f in cell.figures))
        points = points and not (meaning.change and not column.change)
        return Kind("point_change" if points else "percent_change", "percent", value, confidence)
    return Kind("change", unit or (level if level != "percent" else None) or "count", value, confidence)


def _falls_beside(column: Column, segment: Segment, row: Row) -> bool:
    """True where the change in the column before is a fall, and a bare ``%`` is the same in percent: ``(1.6)`` / ``1.8%``."""
    before = next((c for c in segment.values if c.index == column.index - 1 and c.change and c.unit != "percent"), None)
    figures = parse_figures(text_of(row, before.index)) if before is not None else ()
    return len(figures) == 1 and (figures[0].value < 0 or (figures[0].bracketed and not figures[0].signed))


def _scale(figure: Figure, unit: str | None, column: Column, meaning: RowMeaning) -> float:
    """What a figure of money is multiplied by: what its row says (``Overtime (£m)``), else its column; 1 where the cell says it itself."""
    if figure.scaled:
        return 1.0
    if unit == "GBP" and meaning.scale is not None and abs(figure.value) * meaning.scale < _MOST_MONEY:
        return meaning.scale
    return column.scale if unit == column.unit else 1.0


def _sign_of_levels(size: float, unit: str | None, column: Column, segment: Segment, row: Row) -> int | None:
    """The sign of a change that prints none, where it is the difference of the newest level of its row and another; else None."""
    now = segment.current
    levels = {c.index: f[0].value for c in _levels(segment, row) if (f := parse_figures(text_of(row, c.index)))}
    if now is None or now.index not in levels or now is column:
        return None
    new = levels.pop(now.index) * now.scale
    for index, printed in levels.items():
        old = printed * next(c.scale for c in segment.values if c.index == index)
        for change in (new - old, 100 * (new - old) / old if unit == "percent" and old else 0.0):
            if change and abs(abs(change) - size) <= max(_ROUNDING * size, _ROUNDING):
                return 1 if change > 0 else -1
    return None


def _levels(segment: Segment, row: Row) -> list[Column]:
    """The columns of levels that have a figure in a row."""
    return [
        c
        for c in segment.values
        if not c.change
        and c.statistic not in ("rank", "target")
        and (f := parse_figures(text_of(row, c.index)))
        and f[0].unit != "rank"
    ]


def _level_beside(column: Column, segment: Segment, row: Row, meaning: RowMeaning) -> str | None:
    """The unit of the levels that a change is about: of the nearest level to its left in the row, else to its right.

    ``29.3%`` / ``99`` / ``102`` / ``3.0%`` is a change of the counts beside it; ``70%`` / ``-3%`` / ``67%`` is one in points.
    """
    levels = [(c, parse_figures(text_of(row, c.index))[0]) for c in _levels(segment, row)]
    left = [pair for pair in levels if pair[0].index < column.index]
    right = [pair for pair in levels if pair[0].index > column.index]
    nearest = left[-1] if left else right[0] if right else None
    if nearest is None:
        return meaning.unit
    return unit_of_level(nearest[1], nearest[0], segment, meaning)


def _percent_level(
    cell: Figured, column: Column, segment: Segment, row: Row, meaning: RowMeaning, confidence: float
) -> tuple[str, float]:
    """Whether a percentage is a level of its own (satisfaction) or the share of a total that stands beside it."""
    if _SHARE_LABEL.search(meaning.label):
        return "share", confidence
    if cell.part > 0 and cell.figure.bracketed:
        said = any(
            text and _SAYS_SHARES.search(text) for text in (column.name, segment.title, meaning.label, cell.caption)
        )
        return "share", confidence * (1.0 if said else _DOUBT_KIND)
    if column.index in segment.shares:
        return "share", confidence
    bare = column.unit == "percent" and column.counts is None and not column.change and bool(column.name)
    left = [c for c in segment.values if c.index < column.index and not c.change and c.unit != "percent"]
    if bare and any(f[0].unit not in ("percent", "rank") for c in left if (f := parse_figures(text_of(row, c.index)))):
        return "share", confidence
    return "actual", confidence

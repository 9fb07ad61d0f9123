"""What charts are drawn from. They are an addition: every number on a chart stands in the table beside it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: The drawing in its own units: its width and height, and the place for the numbers on the left and the names on the right.
WIDTH, HEIGHT = 900, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 190, 24, 34
#: Points further apart are not joined: what was between them nobody printed.
_GAP = dt.timedelta(days=550)
#: The least distance between the names of two lines.
_NAME_HEIGHT = 17


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a line: ``hollow`` where the figure is not final, ``ringed`` where a later paper gave another one."""

    day: dt.date
    value: float
    hollow: bool = False
    ringed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A line with its name; the marks in the order of their days."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Vertical:
    """An upright line on a day, called by a short text."""

    day: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line on the drawing: the points of its pieces, its marks as x, y and mark, and the y of its name at the right end."""

    name: str
    pieces: tuple[str, ...]
    marks: tuple[tuple[float, float, Mark], ...]
    name_y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A line chart ready to be written as SVG. ``across`` are the numbers up the side with their y, ``years`` those below with their x."""

    lines: tuple[Drawn, ...]
    across: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    verticals: tuple[tuple[float, str], ...]
    from_zero: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


def shares(values: Sequence[float | None]) -> list[float | None]:
    """How long the bars of some values are in percent of the longest, from zero; None where there is nothing to draw.

    A value below zero has no length on this scale, so none has any where one is.
    """
    most = max((value for value in values if value is not None), default=0.0)
    if most <= 0 or any(value is not None and value < 0 for value in values):
        return [None] * len(values)
    return [None if value is None else round(100 * value / most, 1) for value in values]


def chart_of(series: Sequence[Series], verticals: Sequence[Vertical] = ()) -> Chart | None:
    """Lines over time, or None where no line has two points.

    The numbers go from zero, unless all values lie in the upper half of that: then the drawing says that they do not.
    """
    marks = [mark for one in series for mark in one.marks]
    if not any(len(one.marks) > 1 for one in series):
        return None
    days = [mark.day for mark in marks] + [one.day for one in verticals]
    first, last = min(days), max(days)
    least, most = min(mark.value for mark in marks), max(mark.value for mark in marks)
    ticks = _ticks(min(least, 0.0), max(most, 0.0)) if least == most or 0 <= least < most / 2 else _ticks(least, most)
    low, high = ticks[0], ticks[-1]
    span = max((last - first).days, 1)

    def x(day: dt.date) -> float:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * (day - first).days / span, 1)

    def y(value: float) -> float:
        return round(HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * (value - low) / (high - low), 1)

    names = _apart([y(one.marks[-1].value) for one in series])
    lines = [
        Drawn(
            name=one.name,
            pieces=tuple(" ".join(f"{x(mark.day)},{y(mark.value)}" for mark in piece) for piece in _joined(one.marks)),
            marks=tuple((x(mark.day), y(mark.value), mark) for mark in one.marks),
            name_y=name_y,
        )
        for one, name_y in zip(series, names, strict=True)
    ]
    return Chart(
        lines=tuple(lines),
        across=tuple((y(tick), f"{tick:,.10g}") for tick in ticks),
        years=tuple((x(day), str(day.year)) for day in _years(first, last)),
        verticals=tuple((x(one.day), one.text) for one in verticals),
        from_zero=low == 0,
    )


def _joined(marks: Sequence[Mark]) -> Iterator[Sequence[Mark]]:
    """The stretches of marks between gaps, those of more than one mark."""
    begin = 0
    for at in range(1, len(marks) + 1):
        if at == len(marks) or marks[at].day - marks[at - 1].day > _GAP:
            if at - begin > 1:
                yield marks[begin:at]
            begin = at


def _ticks(least: float, most: float) -> list[float]:
    """Round numbers at equal distances, the first not above the least value and the last not below the greatest.

    Examples: 0 to 93 gives 0, 20, 40, 60, 80, 100; 61.2 to 66 gives 61, 62, 63, 64, 65, 66.
    """
    wanted = max(most - least, abs(most) * 1e-6, 1e-9) / 5
    size = 10.0 ** math.floor(math.log10(wanted))
    step = next(size * round_ for round_ in (1, 2, 2.5, 5, 10) if size * round_ >= wanted * 0.999)
    first, last = math.floor(least / step + 1e-9), math.ceil(most / step - 1e-9)
    return [round(number * step, 10) for number in range(first, max(last, first + 1) + 1)]


def _years(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first days of the years between, not more than ten of them."""
    years = [dt.date(year, 1, 1) for year in range(first.year, last.year + 1) if first <= dt.date(year, 1, 1) <= last]
    return years[:: max(1, math.ceil(len(years) / 10))]


def _apart(wanted: Sequence[float]) -> list[float]:
    """The heights of names, moved down where two would stand on each other, and up again from the lower edge."""
    placed = dict[int, float]()
    above = -math.inf
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at]):
        above = placed[at] = max(wanted[at], above + _NAME_HEIGHT)
    below = HEIGHT - 4.0
    for at in sorted(placed, key=lambda at: -placed[at]):
        placed[at] = min(placed[at], below)
        below = placed[at] - _NAME_HEIGHT
    return [placed[at] for at in range(len(wanted))]

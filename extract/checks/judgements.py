"""C13: the colours and arrows of a table against its own figures and targets.

What a colour or an arrow stands for is seldom said, and differs from paper to paper. So a table is asked first: which of the
meanings that are in use fits nearly all of its rows? Only then can a row be out of line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.figure_words import direction_of
from schema.reading import Check, Observation
from schema.vocabulary import measures_by_id

_JUDGED = frozenset({"actual", "total", "average", "rate", "share"})
_OTHERS = _JUDGED | {"baseline"}
_TARGETS = frozenset({"target"})
_CHANGES = frozenset({"change", "percent_change", "point_change"})
#: A mark that judges against a figure of its own, as it is kept in the note: ``↑ against Previous (2013/14)``.
_AGAINST = re.compile(r"(?P<arrow>\S+) (?:against|beside) (?P<column>[^;]+)")
_NOTED = -1
_ARROWS = {"up": 1, "down": -1}
_COLOURS = {"Green": 1, "Red": -1}
#: A meaning is the table's own where it fits so many of the rows, and at least so many of them, for all and for one out of line.
_SHARE = 0.8
_LEAST = 3
_LEAST_FOR_DOUBT = 6
#: Two figures that differ by less than this share of them are out of line with no sign.
_CLEARLY = 0.05


@dataclass(frozen=True, slots=True)
class _Row:
    """A judged figure with its sign, what that says (1 good or up, -1 bad or down), and the other figures of its row by column."""

    judged: Observation
    sign: str
    says: int
    others: Mapping[int, Observation]

    @property
    def way(self) -> int | None:
        """1 where more is better, -1 where less is, None where neither."""
        known = measures_by_id().get(self.judged.measure or "")
        return None if known is None or known.better is None else 1 if known.better == "higher" else -1


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What the signs of a table may stand for: what a row would say by it, given the figure of a column that it is held against."""

    words: str
    column: int
    expected: Callable[[_Row, Observation], int | None]

    def of(self, row: _Row) -> int | None:
        other = row.others.get(self.column)
        return None if other is None else self.expected(row, other)


def check_judgements(observations: Sequence[Observation]) -> Iterator[Check]:
    """Every colour and arrow of a table in which they follow one meaning; those that do not fit it are suspicious.

    Examples: ``90.9%`` with an upward arrow, against ``89.4%`` before: holds where the arrows of the table tell rises. A ``Green`` at
    62% with a target of 80%, in a table whose other colours follow the targets, is out of line.
    """
    tables: dict[str, list[Observation]] = defaultdict(list)
    for one in observations:
        if one.place.table is not None and one.place.row is not None and one.place.col is not None:
            tables[one.place.table].append(one)
    for figures in tables.values():
        yield from _of_signs(_rows(figures, lambda one: one.rag, _COLOURS), _meanings_of_colours(figures))
        noted = _noted_rows(figures)
        yield from _of_signs(noted, _MEANINGS_OF_NOTES)
        open_rows = _rows(figures, lambda one: one.direction, _ARROWS)
        known = {row.judged.place for row in noted}
        yield from _of_signs([row for row in open_rows if row.judged.place not in known], _meanings_of_arrows(figures))


def _rows(
    figures: Sequence[Observation], sign: Callable[[Observation], str | None], meant: Mapping[str, int]
) -> list[_Row]:
    by_row: dict[tuple[int | None, str], list[Observation]] = defaultdict(list)
    for one in figures:
        if one.value is not None:
            by_row[one.place.row, one.label].append(one)
    return [
        _Row(one, said, meant[said], {o.place.col: o for o in row if o is not one and o.place.col is not None})
        for row in by_row.values()
        for one in row
        if (said := sign(one)) in meant and said and one.statistic in _JUDGED
    ]


def _noted_rows(figures: Sequence[Observation]) -> list[_Row]:
    """The arrows of which it is known which figure they judge against: the one with the period that the column names."""
    found = []
    for one in figures:
        for note in _AGAINST.finditer(one.note or "") if one.value is not None else ():
            said = direction_of(note["arrow"])
            named = [o for o in figures if _same_row(o, one) and o.period and o.period.label in note["column"]]
            if said in _ARROWS and said and len(named) == 1:
                found.append(_Row(one, said, _ARROWS[said], {_NOTED: named[0]}))
    return found


def _same_row(a: Observation, b: Observation) -> bool:
    return (
        a is not b
        and a.value is not None
        and (a.place.row, a.label, a.statistic) == (b.place.row, b.label, b.statistic)
    )


def _of_signs(rows: Sequence[_Row], meanings: Sequence[_Meaning]) -> Iterator[Check]:
    """The checks by the meaning that fits best; none where no meaning fits nearly all rows."""
    found = [(fit, meaning) for meaning in meanings if (fit := _fit(rows, meaning))]
    if not found:
        return
    _, meaning = max(found, key=lambda pair: pair[0])
    told = [(row, expected) for row in rows if (expected := meaning.of(row))]
    fitting = [row.says for row, expected in told if row.says == expected]
    # Signs that all say the same follow no meaning that could be seen.
    doubt = len(fitting) >= _LEAST_FOR_DOUBT and len(set(fitting)) > 1
    for row, expected in told:
        if row.says == expected:
            places = (row.judged.place, row.others[meaning.column].place)
            yield Check(code="C13", result="ok", label=row.judged.label, places=places)
        elif doubt and _clear(row.judged, row.others[meaning.column]):
            yield _out_of_line(row, meaning, f"{len(fitting)} of {len(told)}")


def _fit(rows: Sequence[_Row], meaning: _Meaning) -> tuple[float, int] | None:
    """Which share of the rows a meaning fits, and how many; None where that is too few."""
    told = [row.says == expected for row in rows if (expected := meaning.of(row))]
    fits = sum(told)
    return (fits / len(told), fits) if fits >= _LEAST and fits >= _SHARE * len(told) else None


def _clear(one: Observation, other: Observation) -> bool:
    """True where two figures differ by more than signs leave aside: a target just missed may be green, a small rise no arrow."""
    assert one.value is not None and other.value is not None
    if other.statistic in _CHANGES:
        return other.unit != "percent" or abs(other.value) >= 100 * _CLEARLY
    return abs(one.value - other.value) > _CLEARLY * max(abs(one.value), abs(other.value))


def _out_of_line(row: _Row, meaning: _Meaning, how_many: str) -> Check:
    one, other = row.judged, row.others[meaning.column]
    return Check(
        code="C13",
        result="fail",
        label=one.label,
        places=(one.place, other.place),
        printed=f"{row.sign} for {one.value_text}, beside {other.value_text}",
        why=f"in {how_many} rows of the table {meaning.words}; it does not in this one",
        severity="suspicious",
    )


def _meanings_of_colours(figures: Sequence[Observation]) -> list[_Meaning]:
    return [
        *_meanings("the colour says whether the target is met", figures, _TARGETS, _target),
        *_meanings("the colour says whether it is better than the figure beside it", figures, _OTHERS, _improved),
        *_meanings("the colour says whether the change is for the better", figures, _CHANGES, _good_change),
    ]


def _meanings_of_arrows(figures: Sequence[Observation]) -> list[_Meaning]:
    return [
        *_meanings("the arrow shows which way the figure went", figures, _OTHERS, _rise),
        *_meanings("the arrow has the sign of the change", figures, _CHANGES, _sign),
        *_meanings("the arrow points up where the figure is better", figures, _OTHERS, _improved),
        *_meanings("the arrow points up where the change is for the better", figures, _CHANGES, _good_change),
    ]


def _meanings(
    words: str,
    figures: Sequence[Observation],
    statistics: frozenset[str],
    expected: Callable[[_Row, Observation], int | None],
) -> list[_Meaning]:
    columns = {one.place.col for one in figures if one.statistic in statistics and one.place.col is not None}

    def of_its_kind(row: _Row, other: Observation) -> int | None:
        return expected(row, other) if other.statistic in statistics else None

    return [_Meaning(words, column, of_its_kind) for column in sorted(columns)]


def _rise(row: _Row, other: Observation) -> int | None:
    if other.unit != row.judged.unit or other.value == row.judged.value:
        return None
    return 1 if (row.judged.value or 0.0) > (other.value or 0.0) else -1


def _improved(row: _Row, other: Observation) -> int | None:
    rise, way = _rise(row, other), row.way
    return rise * way if rise and way else None


def _sign(row: _Row, other: Observation) -> int | None:
    return None if not other.value else 1 if other.value > 0 else -1


def _good_change(row: _Row, other: Observation) -> int | None:
    sign, way = _sign(row, other), row.way
    return sign * way if sign and way else None


_MEANINGS_OF_NOTES = (
    _Meaning("the arrow shows which way the figure went", _NOTED, _rise),
    _Meaning("the arrow points up where the figure is better", _NOTED, _improved),
)


def _target(row: _Row, other: Observation) -> int | None:
    if other.unit != row.judged.unit or row.way is None:
        return None
    return 1 if other.value == row.judged.value else _improved(row, other)

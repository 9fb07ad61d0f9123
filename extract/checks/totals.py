"""C4: the totals of a table against its rows, and its percentages against the total that they are shares of.

Which rows a total adds up is seldom printed: papers mix totals, sub-totals and their parts in one list. The sums tell: a choice of
rows counts only where at least one column adds up by it; the other columns are then held against the same rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from extract.checks.precision import half_unit, held, is_exact, shown
from extract.checks.results import kept
from extract.checks.sums import sum_check
from schema.reading import Check, Observation

_LEVELS = frozenset({"actual", "total", "share", "baseline", "projection", "target", "change"})
#: Units that do not add up; percentages do where they are shares of one total.
_NO_SUM = frozenset({"rate", "rank", "minutes", "seconds", "days"})
_TOTAL = re.compile(r"\b(?:grand\s+|sub[- ]?|overall\s+)?totals?\b|^(?:all|sum)$", re.IGNORECASE)
#: A total without some of its rows does not say which.
_BUT = re.compile(
    r"\b(?:excl\w*|without|not\s+incl\w*|other\s+than|except|apart\s+from|less|net\s+of)\b", re.IGNORECASE
)
_LEAST_DIGITS = 3
_MOST_PARTS = 40
#: A sum is held against its parts where it is off by less than this share of it; what is farther off is none.
_NEAR = 0.2
_SHARES = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table with one figure for each column; ``total`` where its label says that it adds others up.

    ``halves`` has half a unit of the last printed digit of each figure.
    """

    number: int
    label: str
    total: bool
    figures: Mapping[int, Observation]
    halves: Mapping[int, float]


def check_totals(observations: Sequence[Observation]) -> Iterator[Check]:
    """The totals and shares of every table.

    Examples as printed: ``Total 84.9`` below five rows of £m holds; ``Visible 27.2 33.8%`` is 32.0% of 84.9, and 33.8% of what is
    left without ``Other 4.4``, whose share is blank: the shares have another base than the ``100%`` says.
    """
    tables: dict[str, list[Observation]] = defaultdict(list)
    for one in observations:
        if one.place.table and one.source == "table" and one.place.row is not None and one.place.col is not None:
            tables[one.place.table].append(one)
    for figures in tables.values():
        rows = _rows(figures)
        groups = list(_groups(rows))
        members = {member.number for _, members in groups for member in members}
        yield from _marked_totals(rows, members)
        yield from _marked_totals(_columns(rows), set())
        for whole, parts in groups:
            yield from _column_checks(whole, parts, "wrong")
        yield from _shares(rows, figures)


def _rows(figures: Sequence[Observation]) -> list[_Row]:
    """The rows with the figures that add up down their column: the first of each cell, where it is exact."""
    by_row: dict[int, dict[int, Observation]] = defaultdict(dict)
    for one in figures:
        assert one.place.row is not None and one.place.col is not None
        if one.statistic in _LEVELS and one.unit not in _NO_SUM and is_exact(one):
            by_row[one.place.row].setdefault(one.place.col, one)
    rows = []
    for number, columns in sorted(by_row.items()):
        first = next(iter(columns.values()))
        names = f"{first.label} | {first.area or ''} | {first.breakdown or ''}"
        halves = {col: half_unit(one) for col, one in columns.items()}
        total = any(map(_TOTAL.search, names.split(" | "))) and not _BUT.search(names)
        rows.append(_Row(number, first.label, total, columns, halves))
    return rows


def _columns(rows: Sequence[_Row]) -> list[_Row]:
    """The columns as if they were rows, with their figures by row: "Apr", "May" … "Total" add up along the line."""
    by_column: dict[int, dict[int, Observation]] = defaultdict(dict)
    halves: dict[int, dict[int, float]] = defaultdict(dict)
    for row in rows:
        for col, one in row.figures.items():
            by_column[col][row.number], halves[col][row.number] = one, row.halves[col]
    parts = {row.number for row in rows if not row.total}
    columns = []
    for number, figures in sorted(by_column.items()):
        first = next(iter(figures.values()))
        total = [one.statistic == "total" for row, one in figures.items() if row in parts]
        name = first.breakdown or (first.period.label if first.period else "") or first.label
        columns.append(_Row(number, name, bool(total) and all(total), figures, halves[number]))
    return columns


def _marked_totals(rows: Sequence[_Row], members: Set[int]) -> Iterator[Check]:
    """The rows that are called totals; ``members`` are the numbers of those that a group beside them adds up already."""
    for at, row in enumerate(rows):
        if not row.total:
            continue
        choices = [parts for parts in _choices(rows, at, members) if 1 < len(parts) <= _MOST_PARTS]
        best = max(choices, key=lambda parts: _columns_that_add_up(row, parts), default=None)
        if best is not None and _mostly_adds_up(row, best):
            yield from _column_checks(row, best, "wrong")
        elif len(choices) == 1 and _near(row, choices[0]):
            yield from _column_checks(row, choices[0], "unreconciled")


def _choices(rows: Sequence[_Row], at: int, members: Set[int]) -> Iterator[list[_Row]]:
    """The rows that a total may add up: those since the total before, all single ones above, the totals above, those below."""
    before = max((i for i in range(at) if rows[i].total), default=-1)
    yield list(rows[before + 1 : at])
    if before >= 0:
        yield [r for r in rows[:at] if not r.total]
        yield [r for r in rows[:at] if r.total]
        # A total and what came after the last one: "Total A", "Total B", "Other", "Grand total".
        yield [r for r in rows[: before + 1] if r.total] + list(rows[before + 1 : at])
    tops = [row for row in rows[:at] if row.number not in members]
    if len(tops) < at:
        yield tops
    after = next((i for i in range(at + 1, len(rows)) if rows[i].total), len(rows))
    if before == -1:
        yield list(rows[at + 1 : after])


def _groups(rows: Sequence[_Row]) -> Iterator[tuple[_Row, list[_Row]]]:
    """Rows that are the sum of those right below or above, though nothing calls them a total: a group and its members."""
    at = 0
    while at < len(rows):
        below = _members(rows[at], rows[at + 1 : at + 1 + _MOST_PARTS])
        members = below or _members(rows[at], rows[max(0, at - _MOST_PARTS) : at][::-1])[::-1]
        if members:
            yield rows[at], members
        at += 1 + len(below)


def _members(whole: _Row, beside: Sequence[_Row]) -> list[_Row]:
    """The first of the rows, in order, that add up to one in every column, and so surely that it is no chance."""
    sums = [col for col, one in whole.figures.items() if one.value and _adds_up_at_all(one)]
    if whole.total or not sums:
        return []
    # Rows of one name are values of one thing, not a group and its members.
    beside = list(takewhile(lambda row: row.label != whole.label, beside))
    # The longest figure tells first: the others are looked at only where it adds up.
    col = max(sums, key=lambda c: len(whole.figures[c].value_text))
    one = whole.figures[col]
    total, slack, count = one.value or 0.0, whole.halves[col], 0
    computed = 0.0
    for end, row in enumerate(beside, start=1):
        if row.total:
            break
        part = row.figures.get(col)
        if part is None or part.unit != one.unit:
            continue
        computed, slack, count = computed + (part.value or 0.0), slack + row.halves[col], count + 1
        if count > 1 and held(computed - total, slack, total) != "fail" and _adds_up_surely(whole, beside[:end]):
            return list(beside[:end])
    return []


def _adds_up_surely(row: _Row, parts: Sequence[_Row]) -> bool:
    """True where the counted columns add up exactly, over two columns or to a figure of many digits."""
    results = [_result(row, parts, col) for col in row.figures]
    told = [r for r in results if r]
    exact = [col for col, r in zip(row.figures, results, strict=True) if r == "ok"]
    if not exact or "fail" in told:
        return False
    digits = sum(len([c for c in row.figures[col].value_text if c.isdigit()]) for col in exact)
    return digits >= (_LEAST_DIGITS + 1 if len(exact) == 1 else _LEAST_DIGITS) and len(parts) > 1


def _columns_that_add_up(row: _Row, parts: Sequence[_Row]) -> int:
    """How many columns add up, zeros aside."""
    return sum(_result(row, parts, col) in ("ok", "rounding") for col, one in row.figures.items() if one.value)


def _mostly_adds_up(row: _Row, parts: Sequence[_Row]) -> bool:
    """True where more columns add up than do not, so that these are the rows that are meant."""
    told = [r for col, one in row.figures.items() if one.value and (r := _result(row, parts, col))]
    return sum(r != "fail" for r in told) * 2 > len(told)


def _near(row: _Row, parts: Sequence[_Row]) -> bool:
    return len(parts) > 2 and all(_is_near(one, _of_column(one, parts, col)) for col, one in row.figures.items())


def _is_near(whole: Observation, figures: Sequence[Observation]) -> bool:
    return abs(_sum(figures) - (whole.value or 0.0)) <= _NEAR * abs(whole.value or 0.0)


def _result(row: _Row, parts: Sequence[_Row], col: int) -> str | None:
    """Whether one column adds up; None where it cannot be said."""
    whole = row.figures[col]
    figures = _of_column(whole, parts, col)
    if len(figures) < 2 or whole.value is None or not _adds_up_at_all(whole):
        return None
    slack = row.halves[col] + sum(part.halves.get(col, 0.0) for part in parts)
    return held(_sum(figures) - whole.value, slack, whole.value)


def _adds_up_at_all(whole: Observation) -> bool:
    """True but for percentages that are levels of their own, not shares of one total."""
    return whole.unit != "percent" or whole.statistic == "share"


def _of_column(whole: Observation, parts: Sequence[_Row], col: int) -> list[Observation]:
    found = (part.figures.get(col) for part in parts)
    return [one for one in found if one is not None and one.unit == whole.unit]


def _sum(figures: Sequence[Observation]) -> float:
    return round(sum(one.value or 0.0 for one in figures), 6)


def _column_checks(row: _Row, parts: Sequence[_Row], severity: str) -> Iterator[Check]:
    for col, whole in row.figures.items():
        figures = _of_column(whole, parts, col)
        result = _result(row, parts, col)
        # What is far from the sum is an average, a rate, an index under a name that does not say so; and where a part has no
        # figure in this column, nobody knows whether it is nought.
        doubtful = len(figures) < len(parts) or not _is_near(whole, figures)
        if result is None or (result == "fail" and doubtful):
            continue
        names = f"{parts[0].label} to {parts[-1].label}"
        yield sum_check("C4", whole, figures, names, severity=severity)


def _shares(rows: Sequence[_Row], figures: Sequence[Observation]) -> Iterator[Check]:
    """Percentages that stand beside the figures they are shares of: of which total are they?"""
    pairs: dict[tuple[int, int], list[tuple[Observation, Observation]]] = defaultdict(list)
    levels = {(one.place.row, col): one for row in rows for col, one in row.figures.items() if one.unit != "percent"}
    for share in figures:
        if share.statistic != "share" or share.unit != "percent" or not is_exact(share) or share.place.col is None:
            continue
        beside = [c for r, c in levels if r == share.place.row and c <= share.place.col]
        if beside:
            level = levels[share.place.row, max(beside)]
            pairs[max(beside), share.place.col].append((level, share))
    for (col, _), found in pairs.items():
        yield from _shares_of_column(rows, col, found)


def _shares_of_column(
    rows: Sequence[_Row], col: int, pairs: Sequence[tuple[Observation, Observation]]
) -> Iterator[Check]:
    whole = next((pair for pair in pairs if pair[1].value == 100), None)
    if whole is None or not whole[0].value:
        return
    others = [pair for pair in pairs if pair is not whole and pair[0].unit == whole[0].unit]
    if len(others) < _SHARES:
        return
    total = whole[0].value
    fits = [_fits(level, share, total, half_unit(whole[0])) for level, share in others]
    if sum(fits) * 2 > len(fits):
        for (level, share), holds in zip(others, fits, strict=True):
            yield _share_check(level, share, whole[0], holds)
        return
    # The shares are of something else. Where it is the total without the rows that have no share, that can be said.
    shared = {share.place.row for _, share in pairs}
    left_out = [row.figures[col] for row in rows if col in row.figures and row.number not in shared]
    base = round(total - _sum(left_out), 6)
    if left_out and base > 0 and all(_fits(level, share, base, half_unit(whole[0])) for level, share in others):
        names = ", ".join(f"{one.label} {one.value_text}" for one in left_out)
        label = whole[0].label
        yield Check(
            code="C4",
            result="fail",
            label=f"{label} {whole[0].value_text} = {whole[1].value_text}",
            places=(whole[1].place, whole[0].place, *(share.place for _, share in others)),
            printed=", ".join(
                [*(f"{share.label} {share.value_text}" for _, share in others), f"{label} {whole[0].value_text}"]
            ),
            computed=", ".join(f"{(level.value or 0) / total * 100:.1f}%" for level, _ in others),
            why=f"the percentages are of {shown(base, whole[0])}, the total without {names}, and not of the printed total {whole[0].value_text}",
            severity="unreconciled",
        )


def _share_check(level: Observation, share: Observation, total: Observation, holds: bool) -> Check:
    assert level.value is not None and total.value is not None
    computed = level.value / total.value * 100
    near = abs(computed - (share.value or 0)) <= 2.01 * half_unit(share)
    return kept(
        Check(
            code="C4",
            result="ok" if holds else "fail",
            label=share.label,
            places=(share.place, level.place, total.place),
            printed=share.value_text,
            computed=f"{computed:.2f}%",
            why=f"{level.value_text} is {computed:.2f}% of {total.value_text}, not {share.value_text}",
            severity="rounding" if near else "wrong",
        )
    )


def _fits(level: Observation, share: Observation, total: float, half: float) -> bool:
    assert level.value is not None and share.value is not None
    reach = half_unit(share) + 100 * (half_unit(level) + half * abs(level.value / total)) / total
    return abs(level.value / total * 100 - share.value) <= reach + 1e-9

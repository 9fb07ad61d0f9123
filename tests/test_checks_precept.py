"""C9: the increase of the precept in percent against the one in pounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.checks.precept import check_precept
from schema.reading import Observation, Place


def figure(label: str, value: float, text: str, unit: str, statistic: str, line: int) -> Observation:
    return Observation(
        place=Place(page=1, line=line, start=0, end=1), paper=1, source="prose", label=label, quote=label, value=value,
        value_text=text, unit=unit, statistic=statistic,
    )  # fmt: skip


LEVEL = figure("precept", 179.9951, "£179.9951", "GBP", "actual", 1)
PERCENT = figure("precept", 1.99, "1.99%", "percent", "percent_change", 1)
RISE = figure("precept per year for a band D household", 3.51, "£3.51", "GBP", "change", 7)
WEEK = figure("precept per week for a band D household", 0.07, "7p", "GBP", "change", 7)


def test_the_rise_in_pounds_is_that_in_percent() -> None:
    (check,) = check_precept([LEVEL, PERCENT, RISE])
    assert (check.code, check.result, len(check.places)) == ("C9", "ok", 3)


def test_a_rise_that_is_another_is_told() -> None:
    (check,) = check_precept([LEVEL, PERCENT, figure("precept, a year", 4.51, "£4.51", "GBP", "change", 7)])
    assert (check.result, check.severity, check.computed) == ("fail", "unreconciled", "2.57%")


def test_of_two_years_only_what_agrees_is_told() -> None:
    last_year = figure("precept", 1.5, "1.5%", "percent", "percent_change", 3)
    assert [c.result for c in check_precept([LEVEL, PERCENT, last_year, RISE])] == ["ok"]


@pytest.mark.parametrize(
    ("word", "pence", "result"),
    [
        ("over", 7, "fail"),
        ("over", 6, "ok"),
        ("nearly", 7, "ok"),
        (None, 7, "ok"),
        (None, 6, "fail"),
        ("under", 6, "fail"),
    ],
)
def test_what_a_week_costs_is_a_part_of_the_year(word: str | None, pence: int, result: str) -> None:
    weekly = replace(WEEK, value=pence / 100, value_text=f"{pence}p", qualifier=word)
    (check,) = check_precept([RISE, weekly])
    assert (check.result, check.computed) == (result, "6.75p" if result == "fail" else None)


@pytest.mark.parametrize(
    "others",
    [
        [figure("precept per year", 3.51, "£3.51", "GBP", "change", 1)],
        [WEEK],
        [figure("cost of uniforms", 3.51, "£3.51", "GBP", "change", 9)],
        [],
    ],
)
def test_what_stands_together_or_is_of_something_else_is_left_alone(others: list[Observation]) -> None:
    assert list(check_precept([LEVEL, PERCENT, *others])) == []

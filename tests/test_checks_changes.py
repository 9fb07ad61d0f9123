"""Printed changes against the figures beside them."""

from __future__ import annotations

from extract.checks.changes import check_changes
from extract.prose.figures import find_prose_observations
from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from laid_out import laid_out, table
from schema.reading import Check, Identity, Observation

YEARS = "Measure | Previous Jul '18 - Jun '19 | Change | Current Jul '19 - Jun '20\n"


def checks(row: str) -> dict[str, Check]:
    found = find_table_observations(table(YEARS + row), Identity(force="lancashire"), PeriodContext())
    return {check.code: check for check in check_changes(found)}


def sentence(text: str) -> list[Observation]:
    return find_prose_observations(list(laid_out(text).blocks), Identity(force="lancashire"))


def test_a_row_that_holds() -> None:
    found = checks("Robbery | 1,141 | Decrease (-16%, -184) | 957")
    assert {code: c.result for code, c in found.items()} == {"C1": "ok", "C2": "ok", "C3": "ok"}
    assert [p.key for p in found["C1"].places] == ["l1-r1-c2-1", "l1-r1-c1-0", "l1-r1-c3-0"]


def test_a_wrong_change_is_told_with_both_figures() -> None:
    found = checks("Modern Slavery | 79 | Increase (+31%, +38) | 118")
    assert (found["C1"].result, found["C1"].severity, found["C1"].computed) == ("fail", "wrong", "+39")
    assert (found["C2"].result, found["C2"].computed) == ("fail", "+49.37%")
    assert found["C1"].why == "118 − 79 is +39, not +38"


def test_a_percentage_that_is_rounded_the_wrong_way_is_no_error() -> None:
    found = checks("All Crime | 162,400 | -6% | 153,477")
    assert (found["C2"].result, found["C2"].severity) == ("fail", "rounding")


def test_rounded_figures_may_differ_by_their_last_digit() -> None:
    assert checks("Time | 8.2 sec | -0.2 sec | 8.1 sec")["C1"].result == "rounding"
    assert checks("Crimes | 100 | -3 | 98")["C1"].result == "fail"


def test_a_sign_against_its_word() -> None:
    assert checks("Robbery | 957 | Decrease (+19%, +184) | 1,141")["C3"].result == "fail"


def test_no_change_has_no_sign_to_be_wrong() -> None:
    assert "C3" not in checks("Robbery | 957 | Increase (+0%, +0) | 957")


def test_the_previous_figure_that_a_sentence_does_not_print() -> None:
    figures = sentence("Hate crime decreased by 142 (-18.71%) to 617 in Q1 2020/21.")
    assert {c.code: c.result for c in check_changes(figures)}["C15"] == "ok"
    wrong = sentence("Hate crime decreased by 142 (-15.71%) to 617 in Q1 2020/21.")
    assert {c.code: c.computed for c in check_changes(wrong)}["C15"] == "-18.71%"


def test_a_rise_a_week_is_not_held_against_the_year() -> None:
    rows = "Band | 2023/24 | 2024/25 | Increase a year | Increase a week\nA | £196.73 | £204.58 | £7.85 | £0.15"
    found = find_table_observations(table(rows), Identity(force="kent"), PeriodContext())
    weekly = next(one for one in found if one.value == 0.15)
    assert weekly.statistic == "change"
    assert [check.result for check in check_changes(found) if check.code == "C1"] == ["ok"]
    assert not any(weekly.place in check.places for check in check_changes(found))

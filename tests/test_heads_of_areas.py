"""Whose figures stand below a header, what changes are held against, and averages of several years."""

from __future__ import annotations

import pytest

from extract.tables.column_words import area_of_head, base_of, is_against
from observed_tables import days, observed


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("National", "National"),
        ("Force average", "Lancashire"),
        ("Force average 2022/23", "Lancashire"),
        ("2022/23 MSG average", "MSG"),
        ("MSG average 2022/23", "MSG"),
        ("Lancashire (%)", "Lancashire"),
        ("Average for England and Wales", "England and Wales"),
        ("England & Wales 12 months to June 2019", "England & Wales"),
        ("Burnley 2022/23", "Burnley"),
        ("3 year average", None),
        ("Burglary 2022/23", None),
        ("Total", None),
        ("Average", None),
        ("2022/23", None),
    ],
)
def test_a_header_names_an_area_also_beside_a_time_or_a_unit(name: str, area: str | None) -> None:
    found = area_of_head(name, "lancashire")
    assert (found.name if found else None) == area


def test_a_wider_area_in_a_header_wins_over_the_district_of_the_row() -> None:
    found = observed(
        "Burglary\n\nDistrict | 2021/22 | 2022/23 | Force average 2022/23 | England and Wales\nBurnley | 20 | 10 | 15 | 900\nWyre | 9 | 8 | 15 | 900"
    )
    assert [(o.area, o.value, o.statistic) for o in found[:4]] == [
        ("Burnley", 20, "actual"),
        ("Burnley", 10, "actual"),
        ("Lancashire", 15, "average"),
        ("England and Wales", 900, "actual"),
    ]
    assert all(o.breakdown is None for o in found)


def test_a_row_of_an_average_holds_averages() -> None:
    found = observed(
        "Area | Burglary | Robbery\nBurnley | 20 | 10\nMSG average | 44 | 12\nEngland and Wales | 400 | 120"
    )
    assert [(o.area, o.statistic) for o in found[::2]] == [
        ("Burnley", "actual"),
        ("MSG", "average"),
        ("England and Wales", "actual"),
    ]


@pytest.mark.parametrize("head", ["3 year average", "Three-year average", "Average of last 5 years", "5 yr mean"])
def test_an_average_of_years_is_not_of_the_year_beside_it(head: str) -> None:
    now, average = observed(f"Measure | 2022/23 | {head}\nRobbery | 120 | 110\nBurglary | 12 | 11")[:2]
    assert days(now) == ("2022-04-01", "2023-03-31")
    assert (average.statistic, average.value, days(average)) == ("average", 110, (None, None))


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Change on 2021/22", "2021/22"),
        ("% change from baseline", "baseline"),
        ("Against baseline (year ending June 2019)", "baseline (year ending June 2019)"),
        ("12m to Apr-15 vs 12m to Apr-14", "12m to Apr-14"),
        ("Compared to the previous year", "previous year"),
        ("3 year change", "3 year"),
        ("Annual change", "Annual"),
        ("% change", None),
        ("Variance", None),
    ],
)
def test_what_a_change_is_held_against(name: str, base: str | None) -> None:
    assert base_of(name) == base


@pytest.mark.parametrize(
    ("name", "against"),
    [
        ("Against 2021/22", True),
        ("Compared with June 2019", True),
        ("On last year", True),
        ("vs. target", True),
        ("Since 2019", True),
        ("On target", True),
        ("On time", False),
        ("From the public", False),
        ("2021/22", False),
    ],
)
def test_a_header_that_is_only_what_its_figures_are_held_against(name: str, against: bool) -> None:
    assert is_against(name) is against


def test_of_two_changes_that_against_another_time_than_the_year_before_says_so() -> None:
    found = observed(
        "Measure | 2022/23 | Against 2021/22 | Against baseline (year ending June 2019)\nRobbery | 1,261 | +69 (+5.8%) | -721 (-36.4%)"
    )
    baseline = "against baseline (year ending June 2019)"
    assert [(o.statistic, o.value, o.breakdown) for o in found] == [
        ("actual", 1261, None),
        ("change", 69, None),
        ("percent_change", 5.8, None),
        ("change", -721, baseline),
        ("percent_change", -36.4, baseline),
    ]
    assert {days(o) for o in found} == {("2022-04-01", "2023-03-31")}
    assert all(o.confidence >= 0.9 for o in found)


def test_a_level_under_what_it_is_compared_with_is_of_that_time_and_one_since_then_of_none() -> None:
    assert days(observed("Measure | 2022/23 | Compared with 2021/22\nRobbery | 120 | 110")[1]) == (
        "2021-04-01",
        "2022-03-31",
    )
    assert days(observed("Measure | 2022/23 | 2021/22 | Since 2019\nRobbery | 120 | 110 | 600")[2]) == (None, None)

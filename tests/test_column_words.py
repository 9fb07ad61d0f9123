"""What the words of a header say of its column."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.tables.column_words import (
    is_change,
    is_intended,
    is_place,
    money_scale,
    money_scale_over,
    part_of,
    period_of,
    quarter_of_title,
    statistic_of,
    unit_of,
    with_long_years,
)
from extract.times.periods import PeriodContext, parse_period


@pytest.mark.parametrize(
    ("name", "unit", "scale"),
    [
        ("2025-26 £000's", "GBP", 1_000.0),
        ("£'000", "GBP", 1_000.0),
        ("Outturn £m", "GBP", 1_000_000.0),
        ("Amount £", "GBP", 1.0),
        ("% of searches", "percent", 1.0),
        ("FTE", "FTE", 1.0),
        ("Median response time (minutes)", "minutes", 1.0),
        ("Calls (000s)", "count", 1_000.0),
        ("12m to Dec 24", None, 1.0),
    ],
)
def test_a_header_says_its_unit(name: str, unit: str | None, scale: float) -> None:
    assert unit_of(name, ()) == (unit, scale)


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("Prudential Indicator 1: Capital Expenditure (£m)", "GBP", 1_000_000.0),
        ("£000s", "GBP", 1_000.0),
        ("Calls to the control room (thousands)", "count", 1_000.0),
        ("Workforce (FTE)", "FTE", 1.0),
        ("A saving of £20m is planned for the years to come", None, 1.0),
        ("Savings of £20m over four years", None, 1.0),
    ],
)
def test_a_text_around_a_table_gives_its_unit_to_all_figures(text: str, unit: str | None, scale: float) -> None:
    assert unit_of("2024-25", (text,)) == (unit, scale)
    assert unit_of("%", (text,)) == ("percent", 1.0)


@pytest.mark.parametrize(
    ("name", "statistic"),
    [
        ("Floor", "target"),
        ("Projection 2016/17", "projection"),
        ("MSG Position", "rank"),
        ("Position as at March 2015", None),
        ("Total £m", "total"),
        ("Change from target", None),
        ("Q3 24/25", None),
        ("Average Band D", None),
        ("Average Band D council tax 2023/24", None),
        ("Band D average £", None),
        ("Average council tax (Band D)", None),
        ("England average", "average"),
        ("Average band", "average"),
    ],
)
def test_a_header_names_the_kind_of_figure(name: str, statistic: str | None) -> None:
    assert statistic_of(name) == statistic


@pytest.mark.parametrize("name", ["% Var", "+/-", "12m to Apr-15 -v- 12m to Apr-14", "Annual Change"])
def test_headers_over_changes(name: str) -> None:
    assert is_change(name)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("2024/25 Fatal", "Fatal"),
        ("Offences FYTD 2015/16", "Offences"),
        ("2025-26 External £000s", "External"),
        ("Working Budget", "Working Budget"),
        ("Aged 16 to 24(a)", "Aged 16 to 24(a)"),
        ("Establishment", "Establishment"),
        ("Floor", "Floor"),
        ("GREEN", "GREEN"),
        ("Strength at 31 March 2021", None),
        ("12m to Dec 24", None),
        ("Change (% points)", None),
        ("Target (minutes)", None),
        ("Total", None),
    ],
)
def test_what_a_header_counts(name: str, part: str | None) -> None:
    assert part_of(name) == part


def test_an_area_is_no_part() -> None:
    assert part_of("England & Wales", "England & Wales") is None


def test_what_is_meant_to_be_is_told_from_what_is() -> None:
    assert is_intended("Working Budget")
    assert not is_intended("Outturn")


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("FYTD 2015/16", "2015-04-01", "2015-06-30"), ("FYTD 2014/15", "2014-04-01", "2014-06-30")],
)
def test_a_year_to_date_ends_where_the_paper_does(name: str, start: str, end: str) -> None:
    period = period_of(name, PeriodContext(period_end=dt.date(2015, 6, 30)))
    assert period is not None
    assert (str(period.start), str(period.end), period.type) == (start, end, "year_to_date")


def test_a_year_to_date_of_a_paper_without_a_period_is_open() -> None:
    period = period_of("FYTD 2015/16", PeriodContext())
    assert period is not None
    assert (str(period.start), period.end) == ("2015-04-01", None)


def test_short_years_beside_long_ones() -> None:
    assert with_long_years({1: "23-24 Actuals", 2: "2024-25 Budget"}) == {1: "2023-24 Actuals", 2: "2024-25 Budget"}
    assert with_long_years({1: "18-24", 2: "25-34"}) == {1: "18-24", 2: "25-34"}
    assert with_long_years({1: "18-24", 2: "2024-25"})[1] == "18-24"


def test_a_quarter_as_title_over_years() -> None:
    year = parse_period("2023/24")
    assert year is not None
    quarter = quarter_of_title("Quarter 3", year, PeriodContext())
    assert quarter is not None
    assert (str(quarter.start), str(quarter.end)) == ("2023-10-01", "2023-12-31")
    assert quarter_of_title("Road safety", year, PeriodContext()) is None


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Rank", True),
        ("MSG position", True),
        ("Position", True),
        ("Position in MSG", True),
        ("National place", True),
        ("Position in 2016", False),
        ("Position as at 31 March 2020", False),
        ("Position at March", False),
        ("Year-end position", False),
        ("Cash position", False),
        ("Position of trust", False),
        ("Ranking at March 2019", True),
    ],
)
def test_a_place_among_others_and_how_things_stand(name: str, place: bool) -> None:
    assert is_place(name) is place


@pytest.mark.parametrize(
    ("name", "statistic"),
    [
        ("Short-term aim", "target"),
        ("Aim for 2018", "target"),
        ("Goal", "target"),
        ("2020 targets", "target"),
        ("Claimed", None),
        ("Position in 2016", None),
    ],
)
def test_what_is_aimed_at(name: str, statistic: str | None) -> None:
    assert statistic_of(name) == statistic


@pytest.mark.parametrize(
    ("label", "own", "over"),
    [
        ("Overtime (£m)", 1e6, 1e6),
        ("Overtime £m", 1e6, None),
        ("£000", 1e3, 1e3),
        ("Reserves, £ millions", 1e6, 1e6),
        ("Grant (£'000s)", 1e3, 1e3),
        ("Debt £bn", 1e9, None),
        ("Fraud over £5m", None, None),
        ("Grant £", None, None),
        ("999 calls", None, None),
    ],
)
def test_what_the_money_of_a_row_is_multiplied_by(label: str, own: float | None, over: float | None) -> None:
    assert (money_scale(label), money_scale_over(label)) == (own, over)

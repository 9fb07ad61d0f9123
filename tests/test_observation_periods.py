"""When the figures of a table are: by years, quarters, months and stretches in headers, captions, labels and notes."""

from __future__ import annotations

import pytest

from observed_tables import days, observed


def test_a_month_matrix_gives_the_months_of_financial_years() -> None:
    found = observed(
        "Number of domestic abuse crimes\n\n | April | Dec | Jan\n2017/18 | 986 | 1307 | 1381\n2018/19 | 1940 | 1445 | "
    )
    assert [(o.label, o.value, days(o)) for o in found] == [
        ("Number of domestic abuse crimes", 986, ("2017-04-01", "2017-04-30")),
        ("Number of domestic abuse crimes", 1307, ("2017-12-01", "2017-12-31")),
        ("Number of domestic abuse crimes", 1381, ("2018-01-01", "2018-01-31")),
        ("Number of domestic abuse crimes", 1940, ("2018-04-01", "2018-04-30")),
        ("Number of domestic abuse crimes", 1445, ("2018-12-01", "2018-12-31")),
    ]


def test_a_footnote_gives_its_own_period() -> None:
    found = observed(
        "Measure | (September 14 - August 15)\nReferrals | *48\nOthers | 12",
        notes=("* Figures for 1 April '15 to 30 June 2015",),
    )
    assert days(found[0]) == ("2015-04-01", "2015-06-30")
    assert found[0].note == "* Figures for 1 April '15 to 30 June 2015"
    assert days(found[1]) == ("2014-09-01", "2015-08-31")


def test_names_that_cannot_be_told_apart_give_no_period() -> None:
    found = observed(
        "Baseline 2012/13 | Latest 12 months\nSatisfaction with the service | 82.9%\nSatisfaction with the outcome | 84.5%"
    )
    assert [(o.statistic, o.value, days(o)) for o in found] == [
        ("actual", 82.9, (None, None)),
        ("actual", 84.5, (None, None)),
    ]


def test_previous_twelve_months_without_days_have_none() -> None:
    found = observed("Measure | Previous 12 months | Latest 12 months\nAll crime | 1,000 | 1,100")
    assert [days(o) for o in found] == [(None, None), (None, None)]


def test_a_year_that_is_not_understood_is_not_that_of_its_neighbour() -> None:
    found = observed(
        "Indicator | Actuals | 2024-25 Budget | 2025-26 Estimate | 2026-27 Estimate\nDebt | 1.5 | 2.5 | 3.5 | 4.5"
    )
    assert [days(o)[0] for o in found] == [None, "2024-04-01", "2025-04-01", "2026-04-01"]


def test_a_change_has_the_period_of_the_figures_under_its_own_span() -> None:
    found = observed(
        "Area | June 2015 |  | Offences |  | \n | Offences | Detections | 2013/14 | 2014/15 | % change\nBurnley | 4 | 1 | 99 | 102 | 3.0%"
    )
    assert [(o.statistic, days(o)[0]) for o in found[-2:]] == [
        ("actual", "2014-04-01"),
        ("percent_change", "2014-04-01"),
    ]


QUARTERS = ["2019-04-01 2019-06-30", "2019-07-01 2019-09-30"]


@pytest.mark.parametrize(
    "text",
    [
        "Calls answered 2019/20\n\nMeasure | Q1 | Q2\n101 calls answered | 120 | 130",
        "2019/20 | | \nMeasure | Quarter 1 | Quarter 2\nBurglary | 120 | 130",
        "Measure | Q1 | Q2\n2019/20 | | \nBurglary | 120 | 130",
        "Calls to 101 | Q1 | Q2\n2019/20 | 120 | 130\n2018/19 | 119 | 129",
        "101 calls | 1st quarter | 2nd quarter\n2019/20 | 120 | 130\n2018/19 | 119 | 129",
    ],
)
def test_a_quarter_is_of_the_year_above_or_beside_it(text: str) -> None:
    assert [" ".join(map(str, days(o))) for o in observed(text)][:2] == QUARTERS


def test_a_part_of_a_year_is_never_the_whole_year() -> None:
    found = observed("Recorded crime, 12 months to June 2020\n\nOffence | Jul | Jan | Q1\nBurglary | 120 | 130 | 9")
    assert [days(o) for o in found] == [("2019-07-01", "2019-07-31"), ("2020-01-01", "2020-01-31"), (None, None)]
    beside = observed("Measure | Q1 | Q2 | 2019/20\nBurglary | 120 | 130 | 500")
    assert [days(o)[1] for o in beside] == ["2019-06-30", "2019-09-30", "2020-03-31"]


def test_a_table_of_years_without_a_name_says_what_its_columns_count() -> None:
    text = "Year | Complaints | Allegations\n2018/19 | 550 | 850\n2019/20* | 300 | 400"
    found = observed(text, ("* Figures are provisional.",))
    assert [(o.label, o.value, o.period and o.period.label, o.obs_status, o.note) for o in found] == [
        ("Complaints", 550, "2018/19", "A", None),
        ("Allegations", 850, "2018/19", "A", None),
        ("Complaints", 300, "2019/20", "P", "Figures are provisional."),
        ("Allegations", 400, "2019/20", "P", "Figures are provisional."),
    ]


def test_the_corner_may_give_the_period_and_a_quarter_without_a_year_has_no_days() -> None:
    (pay,) = observed("Budget 2020/21 | £000\nPolice pay | 81,200")
    assert (pay.value, days(pay)) == (81_200_000, ("2020-04-01", "2021-03-31"))
    found = observed("Indicator | Q1 | Q2\nSatisfaction | 81% | 84%")
    assert [(o.period and o.period.label, days(o)) for o in found] == [("Q1", (None, None)), ("Q2", (None, None))]


def test_months_in_rows_are_those_of_the_years_above_them() -> None:
    found = observed("Burglary by month\n\nMonth | 2018 | 2019\nJanuary | 120 | 130\nFebruary | 110 | 115")
    assert [(o.value, *days(o)) for o in found[:2]] == [
        (120, "2018-01-01", "2018-01-31"),
        (130, "2019-01-01", "2019-01-31"),
    ]
    unnamed = observed("Month | 2018 | 2019\nJanuary | 120 | 130\nFebruary | 110 | 115")
    assert [(o.label, o.confidence) for o in unnamed[:2]] == [("January", 0.5), ("January", 0.5)]


def test_years_in_words_and_how_exact_their_figures_are() -> None:
    found = observed(
        "Demand on the force, rounded:\n\nYear | Incidents | Crimes\nFirst year in office | 183,000 | 58,000\n"
        "2020/21 | 176,000 | 47,000\n2021/22 (more than) | 170,000 | 53,000"
    )
    assert [(o.label, o.value, o.period and o.period.label, days(o)[0], o.qualifier) for o in found] == [
        ("Incidents", 183000, "First year in office", None, None),
        ("Crimes", 58000, "First year in office", None, None),
        ("Incidents", 176000, "2020/21", "2020-04-01", None),
        ("Crimes", 47000, "2020/21", "2020-04-01", None),
        ("Incidents", 170000, "2021/22", "2021-04-01", "over"),
        ("Crimes", 53000, "2021/22", "2021-04-01", "over"),
    ]
    assert {o.context for o in found} == {"Demand on the force, rounded:"}


def test_years_ago_are_times_and_no_labels() -> None:
    found = observed("Recorded crime | Number\n2016/17 | 138,710\nFive years ago | 205,686")
    assert [(o.label, o.value, o.period and o.period.label) for o in found] == [
        ("Recorded crime", 138710, "2016/17"),
        ("Recorded crime", 205686, "Five years ago"),
    ]


def test_the_span_of_a_year_holds_for_its_parts_also_where_the_labels_stand_between() -> None:
    found = observed(
        " | 2024-25 |  |  |  | 2025-26 | \nCore | External | Total |  | Core | External | Total\n£000s | £000s | £000s |  | £000s | £000s | £000s\n"
        "10.5 | 1.5 | 12.0 | Pay | 20.5 | 2.5 | 23.0\n30.5 | 3.5 | 34.0 | Prices | 40.5 | 4.5 | 45.0"
    )
    assert [(o.label, o.breakdown, o.statistic, o.value, o.period.label if o.period else None) for o in found[:6]] == [
        ("Pay", "Core", "actual", 10500, "2024-25"),
        ("Pay", "External", "actual", 1500, "2024-25"),
        ("Pay", None, "total", 12000, "2024-25"),
        ("Pay", "Core", "actual", 20500, "2025-26"),
        ("Pay", "External", "actual", 2500, "2025-26"),
        ("Pay", None, "total", 23000, "2025-26"),
    ]


def test_groups_over_rows_of_years_and_parts_of_the_day_tell_them_apart() -> None:
    found = observed(
        "Table 2: Casualties by age and time of day\n\n | 0:00 to 05:59 | 06:00 to 11:59\nAged 16-19 | | \n2010 | 160 | 213\n2010-2014: | 558 | 893\n"
        "Aged 20-24 | | \n2010 | 153 | 321\n2010-2014: | 680 | 1,453"
    )
    assert [(o.breakdown, o.value, o.period.label if o.period else None) for o in found] == [
        ("Aged 16-19 – 0:00 to 05:59", 160, "2010"),
        ("Aged 16-19 – 06:00 to 11:59", 213, "2010"),
        ("Aged 16-19 – 0:00 to 05:59", 558, "2010-2014"),
        ("Aged 16-19 – 06:00 to 11:59", 893, "2010-2014"),
        ("Aged 20-24 – 0:00 to 05:59", 153, "2010"),
        ("Aged 20-24 – 06:00 to 11:59", 321, "2010"),
        ("Aged 20-24 – 0:00 to 05:59", 680, "2010-2014"),
        ("Aged 20-24 – 06:00 to 11:59", 1453, "2010-2014"),
    ]
    assert {o.label for o in found} == {"Casualties by age and time of day"}


@pytest.mark.parametrize(
    ("caption", "periods"),
    [
        ("Table 1: Searches, April to June 2021", [("2020-04-01", "2020-06-30"), ("2021-04-01", "2021-06-30")]),
        ("Table 1: Searches, April to June", [("2020-04-01", "2020-06-30"), ("2021-04-01", "2021-06-30")]),
        ("Table 1: Searches, 12 months to June 2021", [("2020-01-01", "2020-12-31"), ("2021-01-01", "2021-12-31")]),
        ("Table 1: Searches, April to June 2019", [("2020-01-01", "2020-12-31"), ("2021-01-01", "2021-12-31")]),
    ],
)
def test_a_caption_may_say_of_which_months_the_years_below_are(caption: str, periods: list[tuple[str, str]]) -> None:
    found = observed(f"{caption}\n\nMeasure | 2020 | 2021\nSearches | 412 | 510\nArrests | 41 | 51")
    assert [days(o) for o in found] == periods * 2


def test_a_year_that_is_misprinted_is_kept_as_printed_and_has_no_days() -> None:
    found = observed("Source | 2017/08 | 2018/19\nGrants | £75.7m | £75.9m\nFees | £3.0m | £2.9m")
    assert [(o.period.label if o.period else None, *days(o)) for o in found[:2]] == [
        ("2017/08", None, None),
        ("2018/19", "2018-04-01", "2019-03-31"),
    ]


def test_several_years_over_money_are_financial_years() -> None:
    found = observed("Item | 2025-28 £m | 2025-28 number\nPay | 4.1 | 12\nPrices | 3.9 | 14")
    assert [days(o) for o in found[:2]] == [("2025-04-01", "2028-03-31"), ("2025-01-01", "2028-12-31")]

"""What the figures of a table are counted in: units and scales, signs, shares and changes."""

from __future__ import annotations

import pytest

from observed_tables import all_of, days, observed, short


def test_a_number_in_brackets_after_a_signed_percentage_is_a_change_of_the_same_sign() -> None:
    found = observed("Offence | Annual Change to 30 th June 2019\nAll Crime | + 15% (20,634)\nRobbery | - 5% (12)")
    assert short(found) == [
        ("All Crime", "percent_change", 15, "percent"),
        ("All Crime", "change", 20634, "count"),
        ("Robbery", "percent_change", -5, "percent"),
        ("Robbery", "change", -12, "count"),
    ]
    assert days(found[0]) == ("2018-07-01", "2019-06-30")


def test_the_unit_of_a_header_scales_the_figures_below_and_a_bare_percent_column_holds_shares() -> None:
    found = observed(" | Spend 30/6/20 | %\n | £m | \nVisible | 27.2 | 33.8%\nTotal | 84.9 | 100%")
    assert short(found) == [
        ("Visible", "actual", 27_200_000, "GBP"),
        ("Visible", "share", 33.8, "percent"),
        ("Total", "total", 84_900_000, "GBP"),
        ("Total", "share", 100, "percent"),
    ]


def test_money_without_its_sign_beside_money_with_it() -> None:
    found = observed(
        "Measure | Apr 19 – Jun 19 | Apr 20 – Jun 20\nProportion of Budget: visible | £27.8M (36.2%) | 27.2M (33.8%)"
    )
    assert [(o.statistic, o.value, o.unit) for o in found] == [
        ("actual", 27_800_000, "GBP"),
        ("share", 36.2, "percent"),
        ("actual", 27_200_000, "GBP"),
        ("share", 33.8, "percent"),
    ]


def test_a_fraction_without_a_unit_is_doubted_because_things_are_counted_whole() -> None:
    found = observed(
        "Measure | 2018/19 | 2019/20\nPrevention Grant | 6,759.8 | 6,760\nPCSOs (FTE) | 251.4 | 223.0\nAverage time to finalise in days | 145 | 101.5"
    )
    assert [(o.value, o.unit, o.confidence) for o in found] == [
        (6759.8, "count", 0.6),
        (6760, "count", 1.0),
        (251.4, "FTE", 1.0),
        (223, "FTE", 1.0),
        (145, "days", 1.0),
        (101.5, "days", 1.0),
    ]


@pytest.mark.parametrize("head", ["Number", "No.", "No", "Nos.", "#"])
def test_a_column_that_is_headed_number_holds_counts(head: str) -> None:
    found = observed(
        f"Kind of contact | {head} | %\nTelephone | 1,204 | 60.2%\nE-mail | 796 | 39.8%\nTotal | 2,000 | 100%"
    )
    assert short(found) == [
        ("Telephone", "actual", 1204, "count"),
        ("Telephone", "share", 60.2, "percent"),
        ("E-mail", "actual", 796, "count"),
        ("E-mail", "share", 39.8, "percent"),
        ("Total", "total", 2000, "count"),
        ("Total", "share", 100, "percent"),
    ]


@pytest.mark.parametrize("head", ["2018/19", "Strength", "Proportion of staff", "Category"])
def test_percentages_under_a_total_of_a_hundred_are_shares(head: str) -> None:
    text = f"Gender | {head} | 2019/20\nMale | 62% | 61%\nFemale | 38% | 39%\nTotal | 100% | 100%"
    assert {o.statistic for o in observed(text)} == {"share"}


def test_a_standard_that_all_areas_meet_is_no_share() -> None:
    found = observed("Area | Compliance 2019/20\nNorth | 100%\nSouth | 98%\nTotal | 100%")
    assert {o.statistic for o in found} == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        "Measure | Minutes 2018/19 | Minutes 2019/20\nTime to answer 101 | 04:35 | 05:10",
        "Average wait in the queue | 2018/19 | 2019/20\nSwitchboard | 04:35 | 05:10",
        "Response times\n\nGrade | 2018/19 | 2019/20\nMedian response time | 04:35 | 05:10",
    ],
)
def test_times_with_colons_are_read_where_the_table_speaks_of_how_long(text: str) -> None:
    assert [(o.value, o.unit, o.value_text) for o in observed(text)] == [
        (275, "seconds", "04:35"),
        (310, "seconds", "05:10"),
    ]


def test_times_of_day_are_no_figures() -> None:
    assert not all_of("Time | Item | Ends\n10:00 | Minutes of the last meeting | 14:30\n10:05 | Waiting times | 15:30")
    assert not all_of("Station | Opens | Closes\nBurnley | 09:00 | 17:00\nWaiting room | 10:00 | 16:00")


@pytest.mark.parametrize(
    ("head", "cells", "kinds"),
    [
        ("Number (%) 2019/20", "4,651 (85)", [("actual", 4651, "count"), ("share", 85, "percent")]),
        ("2019/20 No. (%)", "4,651 (85%)", [("actual", 4651, "count"), ("share", 85, "percent")]),
        ("Crimes (rate per 1,000)", "4,965 (60.3)", [("actual", 4965, "count"), ("rate", 60.3, "rate")]),
        ("Offences (per 1,000 population)", "4,965 (60.3)", [("actual", 4965, "count"), ("rate", 60.3, "rate")]),
        ("Number (%)", "12", [("actual", 12, "count")]),
    ],
)
def test_two_units_in_a_header(head: str, cells: str, kinds: list[tuple[str, float, str]]) -> None:
    found = observed(f"Area | {head}\nNorth | {cells}\nSouth | 3,100 (45)\nWest | 2,100 (35)")
    assert [(o.statistic, o.value, o.unit) for o in found if o.quote.startswith("North") or o.area == "North"] == kinds


@pytest.mark.parametrize(
    ("head", "cell", "value", "sure"),
    [
        ("Change", "↓25,769", -25769, True),
        ("% change", "16%↓", -16, True),
        ("% change", "▲16%", -16, False),
        ("% change", "↓ 4%", -4, True),
        ("Movement", "▲ 12", 12, True),
        ("% reduction", "16%", -16, True),
        ("Decrease", "25,769", -25769, True),
        ("Increase/decrease", "16%", 16, True),
        ("Change", "16%", 16, True),
        ("% increase", "16%", 16, True),
        ("% reduction", "-16%", -16, True),
    ],
)
def test_the_sign_of_a_change_that_prints_none(head: str, cell: str, value: float, sure: bool) -> None:
    found = observed(f"Offence | 2018/19 | 2019/20 | {head}\nAll crime | 159,838 | 134,069 | {cell}")
    assert (found[-1].value, found[-1].confidence == 1.0) == (value, sure)


@pytest.mark.parametrize("head", ["%", "Per cent", "2019/20 %", "% 2019/20"])
def test_a_percentage_beside_its_number_is_a_share(head: str) -> None:
    found = observed(f"Outcome | Number | {head}\nResolved | 1,200 | 45%\nOther | 1,400 | 55%")
    assert [(o.statistic, o.value) for o in found][:2] == [("actual", 1200), ("share", 45)]


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("FTE", "FTE"),
        ("Police officer FTE", "FTE"),
        ("Overtime cost per FTE", "count"),
        ("Sickness (days per officer)", "days"),
        ("Average working days to finalise", "days"),
        ("Average days to close:", "days"),
        ("Median minutes to attend", "minutes"),
        ("Open days", "count"),
    ],
)
def test_the_unit_that_a_label_names(label: str, unit: str) -> None:
    assert {o.unit for o in observed(f"Measure | 2018/19 | 2019/20\n{label} | 12 | 13")} == {unit}


@pytest.mark.parametrize("head", ["Diff", "Diff.", "Chg", "Difference", "Change", "+/-", "Var."])
def test_headers_over_changes(head: str) -> None:
    found = observed(f"Measure | FYTD 2018/19 | FYTD 2019/20 | {head}\nHeadcount | 3,036 | 3,100 | 64")
    assert (found[-1].statistic, found[-1].value, days(found[-1])[0]) == ("change", 64, "2019-04-01")


@pytest.mark.parametrize(
    ("caption", "header", "confidence"),
    [
        ("Calls by outcome", "Calls (%)", 1.0),
        ("Calls by outcome", "Number and percentage", 1.0),
        ("Number and proportion of calls by outcome", "2019/20", 1.0),
        # That the percentage is one of all calls, nothing says.
        ("Calls by outcome", "2019/20", 0.7),
    ],
)
def test_a_percentage_behind_a_count_is_its_share_where_the_table_says_so(
    caption: str, header: str, confidence: float
) -> None:
    found = observed(f"{caption}\n\nOutcome | {header}\nAbandoned | 4,965 (12%)\nAnswered | 36,410 (88%)")
    assert [(o.statistic, o.value, o.confidence) for o in found[1::2]] == [
        ("share", 12, confidence),
        ("share", 88, confidence),
    ]


def test_a_change_in_the_brackets_of_a_header_is_that_of_the_second_figure() -> None:
    found = observed(
        "Measure | Baseline 2012/13 (change over 2011/12) | Q1 2013/14\nAll crime | 40,861 (-3%) | 20,409\nBurglary | 3,628 | 1,544"
    )
    assert short(found) == [
        ("All crime", "baseline", 40861, "count"),
        ("All crime", "percent_change", -3, "percent"),
        ("All crime", "actual", 20409, "count"),
        ("Burglary", "baseline", 3628, "count"),
        ("Burglary", "actual", 1544, "count"),
    ]


def test_rises_are_changes_and_pence_are_money() -> None:
    found = observed(
        "Band | 2017/18 | 2018/19 | Rise per year | Rise per week\nA | £147.55 | £155.21 | £7.67 | 15 pence\nB | £172.14 | £181.02 | £8.94 | 17 pence"
    )
    assert [(o.statistic, o.value, o.unit) for o in found[2:4]] == [("change", 7.67, "GBP"), ("change", 0.15, "GBP")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Force | Officers at 30 September 2024 | Change on 30 September 2023 | % change\nDorset | 1,453 | -7 | -0.5%",
            [(1453, "2024-09-30"), (-7, "2024-09-30"), (-0.5, "2024-09-30")],
        ),
        ("Survey | 2015-16 | Change on 2014-15\nOverall service | 77% | -7%", [(77, "2016-03-31"), (-7, "2016-03-31")]),
        ("Offences | 2019/20 | Change since 2018/19\nRobbery | 120 | +12", [(120, "2020-03-31"), (12, "2020-03-31")]),
        (
            "Spending | Budget 2022/23 | % of budget | Budget 2023/24 | % of budget\nPremises | £17,300,000 | 8.9% | £18,900,000 | 9.5%",
            [(17300000, "2023-03-31"), (8.9, "2023-03-31"), (18900000, "2024-03-31"), (9.5, "2024-03-31")],
        ),
        (
            "Offences | 2017/18 | % change | 2018/19 | % change\nRobbery | 100 | +4% | 120 | +20%",
            [(100, "2018-03-31"), (4, "2018-03-31"), (120, "2019-03-31"), (20, "2019-03-31")],
        ),
        # What is newer than a month beside it is not of that month.
        ("Measure | March 2021 | Latest\nTime to answer | 25 | 4", [(25, "2021-03-31"), (4, None)]),
    ],
)
def test_changes_and_shares_are_of_the_figures_that_they_belong_to(
    text: str, meant: list[tuple[float, str | None]]
) -> None:
    ends = [(o.value, o.period.end.isoformat() if o.period and o.period.end else None) for o in observed(text)]
    assert ends == meant


def test_a_space_between_thousands_is_read_in_doubt_and_never_as_two_figures() -> None:
    found = observed("Substance | 2018 | 2019\nBenzene | 1 000 | 200\nCarbon | 50 000 (total) | 1 200 300")
    assert [(o.value, o.value_text, o.confidence < 0.7) for o in found] == [
        (1000, "1 000", True),
        (200, "200", False),
        (50000, "50 000 (total)", True),
        (1200300, "1 200 300", True),
    ]


def test_the_unit_of_money_in_a_label_or_over_rows_is_that_of_the_row() -> None:
    found = observed(
        "Item | 2017/18 | 2018/19\nOfficer pay (£m) | 61.2 | £62.4m\nReserves £000 | 1,200 | 900\nFines £m | 1,400,000 | 0.5\nOfficers | 1,150 | 1,160"
    )
    assert [(o.value, o.unit) for o in found] == [
        (61_200_000, "GBP"), (62_400_000, "GBP"), (1_200_000, "GBP"), (900_000, "GBP"), (1_400_000, "GBP"), (500_000, "GBP"), (1150, "count"), (1160, "count"),
    ]  # fmt: skip
    found = observed("Item | 2017/18 | 2018/19\nSpending (£m) |  | \nPay | 61.2 | 62.4\nPrices | 1.2 | 1.4")
    assert [(o.value, o.unit) for o in found] == [
        (61_200_000, "GBP"), (62_400_000, "GBP"), (1_200_000, "GBP"), (1_400_000, "GBP"),
    ]  # fmt: skip

"""Observations from tables: each printed figure with its label, period, area, statistic and unit."""

from __future__ import annotations

import datetime as dt

import pytest

from observed_tables import days, missed, observed, short

YEARS = "Measure | Previous 12 Months Jul '18 - Jun '19 | In Year Performance Versus Previous 12 Month Period | In Year Performance Jul '19 - Jun'20\n"


def test_a_change_cell_gives_a_percentage_and_a_count_of_the_current_period() -> None:
    found = observed(YEARS + "All Crime | 159,838 | Decrease (-16%, -25,769) | 134,069")
    assert short(found) == [
        ("All Crime", "actual", 159838, "count"),
        ("All Crime", "percent_change", -16, "percent"),
        ("All Crime", "change", -25769, "count"),
        ("All Crime", "actual", 134069, "count"),
    ]
    assert [days(o) for o in found] == [
        ("2018-07-01", "2019-06-30"),
        ("2019-07-01", "2020-06-30"),
        ("2019-07-01", "2020-06-30"),
        ("2019-07-01", "2020-06-30"),
    ]
    assert {(o.area, o.force) for o in found} == {("Lancashire", "lancashire")}
    assert [o.direction for o in found] == [None, "decrease", "decrease", None]


def test_the_difference_of_two_percentages_is_in_points() -> None:
    found = observed(YEARS + "User Satisfaction | 70% | Decrease (-3%) | 67%")
    assert short(found)[1] == ("User Satisfaction", "point_change", -3, "percent")


@pytest.mark.parametrize(
    ("cell", "value"),
    [("Decrease (16%)", -16), ("- 16%", -16), ("Increase (+31%, +38)", 31), ("No Change (0%)", 0)],
)
def test_the_sign_of_a_change_may_stand_in_the_word(cell: str, value: float) -> None:
    assert observed(YEARS + f"All Crime | 159,838 | {cell} | 134,069")[1].value == value


def test_a_mark_beside_an_older_figure_is_kept_as_a_note_of_the_current_one() -> None:
    found = observed(
        "Measure | Previous (September 13 - August 14) | RAG | In year (September 14 - August 15) | RAG | At March 2015 (April 14 – March 15)\n"
        "Public Confidence | 89.4% | ↑ | 90.9% | ↓ | 91.1%\nSatisfaction | 84.9% | ↓ | 81.7% | ↓ | 82.5%"
    )
    assert [(o.value, o.direction, o.note) for o in found[:3]] == [
        (89.4, None, None),
        (90.9, "down", "↑ against Previous (September 13 - August 14); ↓ against At March 2015 (April 14 – March 15)"),
        (91.1, None, None),
    ]


def test_a_target_in_the_label_is_an_observation_of_its_own() -> None:
    found = observed(YEARS + "Grade 1 Median Time to Arrive (Target <15 Mins) | 10.2 min | -0.1 min | 10.1 min")
    assert [(o.statistic, o.value, o.unit, o.qualifier) for o in found] == [
        ("actual", 10.2, "minutes", None),
        ("change", -0.1, "minutes", None),
        ("actual", 10.1, "minutes", None),
        ("target", 15, "minutes", "under"),
    ]


def test_two_figures_in_one_cell_under_a_header_that_leaves_out_the_labels() -> None:
    found = observed(
        "Baseline 2012/13 | Latest 12 months | % Var.\nReduction in no. of missing reports | 5929 4277 | -28%\nReduction in absent reports | 637 | "
    )
    assert [(o.statistic, o.value, days(o)[0]) for o in found] == [
        ("baseline", 5929, "2012-04-01"),
        ("actual", 4277, None),
        ("percent_change", -28, None),
        ("actual", 637, None),
    ]
    assert all(o.confidence < 0.7 for o in found if o.statistic != "percent_change")


def test_missing_figures_codes_and_dates_are_no_observations() -> None:
    found = observed("Ref | Measure | 2018/19 | 2019/20\n101 | Robbery | NA | 12\n102 | Burglary | - | 30 June 2020")
    assert short(found) == [("Robbery", "actual", 12, "count")]


def test_a_place_leads_to_the_cell() -> None:
    found = observed(YEARS + "All Crime | 159,838 | Decrease (-16%, -25,769) | 134,069")
    assert [o.place.key for o in found] == ["l1-r1-c1-0", "l1-r1-c2-0", "l1-r1-c2-1", "l1-r1-c3-0"]
    assert dt.date(2020, 6, 30) == (found[-1].period.end if found[-1].period else None)


#: Tables of other papers: each with what its figures mean (label, part, area, statistic, value, unit).
OTHERS = {
    "accounts print what is less than nothing in brackets or with a minus": (
        "£'000 | Budget | Forecast | Variance\nPay | 150,200 | 149,800 | (400)\nIncome | (12,300) | -12,900 | (600)",
        [
            ("Pay", "Budget", "Lancashire", "actual", 150_200_000, "GBP"),
            ("Pay", None, "Lancashire", "projection", 149_800_000, "GBP"),
            ("Pay", None, "Lancashire", "change", -400_000, "GBP"),
            ("Income", "Budget", "Lancashire", "actual", -12_300_000, "GBP"),
            ("Income", None, "Lancashire", "projection", -12_900_000, "GBP"),
            ("Income", None, "Lancashire", "change", -600_000, "GBP"),
        ],
    ),
    "rows that are counted and described": (
        "Row Ref | Headline | 2025-26 £000's\n1 | Roads | 7,800.0\n2 | Waste | -300.0\n3 | Parks | 0.0",
        [
            ("Roads", None, "Lancashire", "actual", 7_800_000, "GBP"),
            ("Waste", None, "Lancashire", "actual", -300_000, "GBP"),
            ("Parks", None, "Lancashire", "actual", 0, "GBP"),
        ],
    ),
    "a count beside percentages": (
        "Transaction | Jan 24 – Mar 24 | Apr 24 – Jun 24 | Total last 12 months\nRenewals | 83% | 80% | 1,275\nReports | 74% | 70% | 64",
        [
            ("Renewals", None, "Lancashire", "actual", 83, "percent"),
            ("Renewals", None, "Lancashire", "actual", 80, "percent"),
            ("Renewals", None, "Lancashire", "actual", 1275, "count"),
            ("Reports", None, "Lancashire", "actual", 74, "percent"),
            ("Reports", None, "Lancashire", "actual", 70, "percent"),
            ("Reports", None, "Lancashire", "actual", 64, "count"),
        ],
    ),
    "areas by parts": (
        "Knife offences and detections\n\nBOCU | Offences 2019/20 | Detections 2019/20 | Detection rate 2019/20\nEastham | 41 | 12 | 29.3%",
        [
            ("Knife offences and detections", "Offences", "Eastham", "actual", 41, "count"),
            ("Knife offences and detections", "Detections", "Eastham", "actual", 12, "count"),
            ("Knife offences and detections", "Detection rate", "Eastham", "actual", 29.3, "percent"),
        ],
    ),
    "districts by offences": (
        "Recorded offences, 2019/20\n\nDistrict | Burglary | Robbery | Total\nBurnley | 312 | 41 | 353\nChorley | 210 | 12 | 222",
        [
            ("Burglary", None, "Burnley", "actual", 312, "count"),
            ("Robbery", None, "Burnley", "actual", 41, "count"),
            ("Recorded offences, 2019/20", None, "Burnley", "total", 353, "count"),
            ("Burglary", None, "Chorley", "actual", 210, "count"),
            ("Robbery", None, "Chorley", "actual", 12, "count"),
            ("Recorded offences, 2019/20", None, "Chorley", "total", 222, "count"),
        ],
    ),
    "a kind of abuse and no rank": (
        "Allegation type | Number 2020/21\nAbuse of position | 91\nIndividual behaviours | 568",
        [
            ("Abuse of position", None, "Lancashire", "actual", 91, "count"),
            ("Individual behaviours", None, "Lancashire", "actual", 568, "count"),
        ],
    ),
    "a caption with the denominator": (
        "Recorded crime per 1,000 population\n\nOffence | Lancashire | MSG\nBurglary | 5.1 | 6.2",
        [("Burglary", None, "Lancashire", "rate", 5.1, "rate"), ("Burglary", None, "MSG", "rate", 6.2, "rate")],
    ),
    "targets and floors": (
        "Measure | Q3 24/25 | Target | Floor | RAG | Previous\nCalls in time | 91.2% | 90% | 85% | Green | 89.7%",
        [
            ("Calls in time", None, "Lancashire", "actual", 91.2, "percent"),
            ("Calls in time", None, "Lancashire", "target", 90, "percent"),
            ("Calls in time", "Floor", "Lancashire", "target", 85, "percent"),
            ("Calls in time", None, "Lancashire", "actual", 89.7, "percent"),
        ],
    ),
    "ranks of two groups": (
        "Measure | MSG Position | National rank\nRobbery | 2/8 | 10/43",
        [
            ("Robbery", "MSG Position", "Lancashire", "rank", 2, "rank"),
            ("Robbery", "National rank", "Lancashire", "rank", 10, "rank"),
        ],
    ),
    "points without their sign": (
        "Indicator | % 2018/19 | % 2019/20 | Change (% points)\nFeel safe | 61.2 | 58.9 | -2.3",
        [
            ("Feel safe", None, "Lancashire", "actual", 61.2, "percent"),
            ("Feel safe", None, "Lancashire", "actual", 58.9, "percent"),
            ("Feel safe", None, "Lancashire", "point_change", -2.3, "percent"),
        ],
    ),
    "a level with its change in brackets": (
        "Measure | Current\nBurglary | 1,204 (down 12% from 1,368)",
        [
            ("Burglary", None, "Lancashire", "actual", 1204, "count"),
            ("Burglary", None, "Lancashire", "percent_change", -12, "percent"),
        ],
    ),
    "ages and averages": (
        "Victims of knife crime\n\nAge | 2018/19\n10-17 | 120\n65+ | 12",
        [
            ("Victims of knife crime", "10-17", "Lancashire", "actual", 120, "count"),
            ("Victims of knife crime", "65+", "Lancashire", "actual", 12, "count"),
        ],
    ),
    "an average of years above years": (
        "Casualties of collisions\n\n | Killed | Slight\n2004 - 08 average | 39 | 363\n2014 | 27 | 198\nPercentage change 2014 on 2013 | -3 | 5",
        [
            ("Casualties of collisions", "Killed", "Lancashire", "average", 39, "count"),
            ("Casualties of collisions", "Slight", "Lancashire", "average", 363, "count"),
            ("Casualties of collisions", "Killed", "Lancashire", "actual", 27, "count"),
            ("Casualties of collisions", "Slight", "Lancashire", "actual", 198, "count"),
            ("Percentage change 2014 on 2013", "Killed", "Lancashire", "percent_change", -3, "percent"),
            ("Percentage change 2014 on 2013", "Slight", "Lancashire", "percent_change", 5, "percent"),
        ],
    ),
    "bands by one letter": (
        "Band | 2020/21 £ | Increase £\nA | 140.97 | 10.00",
        [("Band A", None, "Lancashire", "actual", 140.97, "GBP"), ("Band A", None, "Lancashire", "change", 10, "GBP")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), OTHERS.values(), ids=OTHERS)
def test_tables_of_other_papers(text: str, meant: list[tuple[str, str | None, str, str, float, str]]) -> None:
    assert [(o.label, o.breakdown, o.area, o.statistic, o.value, o.unit) for o in observed(text)] == meant


def test_columns_that_nothing_tells_apart_are_doubted() -> None:
    named = observed("Status | Green | Red |  | \nRoads | 2 | 1 | 3 | 4\nParks | 5 | 6 | 7 | 8")
    assert [(o.breakdown, o.confidence < 0.7) for o in named[:4]] == [
        ("Green", False),
        ("Red", False),
        (None, True),
        (None, True),
    ]


def test_a_range_in_a_cell_keeps_both_ends_in_the_same_unit() -> None:
    (observation,) = observed("Measure | 2019/20\nReserves planned | £3-4 million")
    assert (observation.value, observation.value_to, observation.unit) == (3_000_000, 4_000_000, "GBP")


def test_numbers_of_rows_are_no_figures() -> None:
    assert not observed(
        "No. | Action | Owner | Cost\n1 | Recruit | ACC | TBC\n2 | Train | DCC | TBC\n3 | Equip | CC | TBC"
    )
    assert short(observed("No. | Measure | 2019/20\n4 | Robbery | 957\n9 | Burglary | 6,813")) == [
        ("Robbery", "actual", 957, "count"),
        ("Burglary", "actual", 6813, "count"),
    ]


def test_what_stands_for_a_figure_is_told_without_a_value() -> None:
    text = (
        "Measure | 2018/19 | % change | 2019/20\nRobbery | NA | n/a | 957\nRape | TBC | .. | 1,020\n"
        "Modern slavery | <5 | * | 12\nStalking | 1,204 | 3% | 1,240"
    )
    assert missed(text) == [
        ("Robbery", "NA", "O", "actual"),
        ("Robbery", "n/a", "M", "percent_change"),
        ("Rape", "TBC", "O", "actual"),
        ("Rape", "..", "O", "percent_change"),
        ("Modern slavery", "<5", "Q", "actual"),
        ("Modern slavery", "*", "Q", "percent_change"),
    ]
    assert [o.value for o in observed(text)] == [957, 1020, 12, 1204, 3, 1240]


def test_targets_and_percentages_below_a_limit_are_figures() -> None:
    found = observed("Measure | Target | Actual\nVacancies | <5 | 7\nSickness | <5% | 4.2%")
    assert [(o.statistic, o.value, o.qualifier) for o in found] == [
        ("target", 5, "under"),
        ("actual", 7, None),
        ("target", 5, "under"),
        ("actual", 4.2, None),
    ]


def test_a_missing_figure_beside_another_leaves_that_in_its_column() -> None:
    text = "Baseline 2012/13 | Latest 12 months\nSatisfaction with service | NA 90.5%\nAwareness of services | NA NA"
    (level,) = observed(text)
    assert (level.label, level.statistic, level.value) == ("Satisfaction with service", "actual", 90.5)
    assert missed(text) == [
        ("Satisfaction with service", "NA", "O", "baseline"),
        ("Awareness of services", "NA", "O", "baseline"),
        ("Awareness of services", "NA", "O", "actual"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Measure | 2018/19 | 2019/20 (p)\nRobbery | 1,141 | 957", "AP"),
        ("Measure | 2018/19 | Provisional 2019/20\nRobbery | 1,141 | 957", "AP"),
        ("Measure | 2018/19 | 2019/20\nRobbery | 1,141 | 957 (p)", "AP"),
        ("Measure | 2018/19 | Forecast 2019/20\nRobbery | 1,141 | 957", "AF"),
        ("Measure | Budget | Projected outturn\nPay | £1,141 | £957", "AF"),
        ("Measure | 2018/19 | 2019/20\nReoffenders (pro-rata) | 1,141 | 957", "EE"),
        ("Measure | 2018/19 | 2019/20 est.\nRobbery | 1,141 | 957", "AE"),
        ("Measure | 2018/19 | 2019/20\nProject officers | 1,141 | 957", "AA"),
    ],
)
def test_how_firm_a_figure_is(text: str, status: str) -> None:
    assert "".join(o.obs_status for o in observed(text)) == status


def test_a_note_tells_that_a_figure_is_provisional() -> None:
    found = observed("Measure | 2018/19 | 2019/20\nRobbery | 1,141 | *957", ("* Provisional until the audit",))
    assert [o.obs_status for o in found] == ["A", "P"]


def test_an_arrow_that_points_another_way_compares_nothing() -> None:
    found = observed(
        "Measure | 2018/19 | RAG | 2019/20 | RAG | At March 2019\nCrimes | 94,099 | ↑ | 92,412 | ↓ | 92,629"
    )
    assert [o.note for o in found][1] == "↑ beside 2018/19; ↓ against At March 2019"


def test_each_figure_has_the_colour_that_stands_beside_it() -> None:
    found = observed("Measure | Target | 2018/19 | RAG | 2019/20 | RAG\nCalls answered | 90% | 85% | Red | 91% | Green")
    assert [(o.value, o.rag, o.note) for o in found] == [(90, None, None), (85, "Red", None), (91, "Green", None)]
    arrows = observed("Measure | 2018/19 | Trend | 2019/20 | Trend\nCalls answered | 85% | ↑ | 91% | ↑")
    assert [o.direction for o in arrows] == [None, "up"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("60.3 per 1,000", [(60.3, "rate", "per 1,000")]),
        ("60.3 per 1,000 population", [(60.3, "rate", "per 1,000 population")]),
        ("81.7% (±2.1)", [(81.7, "percent", "±2.1")]),
        ("81.7% +/- 2.1%", [(81.7, "percent", "+/- 2.1%")]),
        ("1:4", []),
        ("1 : 2.5", []),
    ],
)
def test_numbers_that_say_how_another_is_counted_are_no_figures(cell: str, told: list[tuple[float, str, str]]) -> None:
    found = observed(f"Measure | 2018/19 | 2019/20\nCrimes | 12 | {cell}")
    assert [(o.value, o.unit, o.note) for o in found[1:]] == told


def test_a_qualifier_in_the_header_is_that_of_its_figures() -> None:
    found = observed("Measure | 2019/20 | 2020/21 (approx.)\nVolunteers | 120 | 140")
    assert [(o.value, o.qualifier, o.obs_status, o.breakdown) for o in found] == [
        (120, None, "A", None),
        (140, "about", "E", None),
    ]


def test_a_quote_is_the_row_the_column_and_the_cell_as_printed() -> None:
    found = observed("Savings by year\n\nYear | Savings 2025-28 £m | Target\n2019/20 | 4.1 | 5.0\n2020/21 | 3.9 | NA")
    assert [o.quote for o in found] == [
        "2019/20 | Savings 2025-28 £m | 4.1",
        "2019/20 | Target | 5.0",
        "2020/21 | Savings 2025-28 £m | 3.9",
    ]


def test_where_things_stood_in_a_year_is_no_rank_and_an_aim_is_a_target() -> None:
    found = observed("Measure | Position in 2016 | Aim for 2018\nPolice officers | 950 | 1,215\nPCSOs | 155 | 170")
    assert [(o.statistic, o.unit, o.value) for o in found] == [
        ("actual", "count", 950),
        ("target", "count", 1215),
        ("actual", "count", 155),
        ("target", "count", 170),
    ]


def test_a_cell_may_say_of_which_time_its_figure_is() -> None:
    found = observed(
        "Measure | Baseline | Latest | Target\n"
        "Special constables | 455 (March 13) | 512 (Sept 14) | Increase\n"
        "Officers trained | 120 (31/03/13) | 130 (2014) | 85% by 2016\n"
        "Hate crime | 12 (2012/13) | 14 (2013/14) | Reduce by 5%\n"
        "Satisfaction | 81.2% (Dec 12) | 83% | 90%"
    )
    assert [(o.label, o.statistic, o.value, o.unit, days(o)[1]) for o in found] == [
        ("Special constables", "baseline", 455, "count", "2013-03-31"),
        ("Special constables", "actual", 512, "count", "2014-09-30"),
        ("Officers trained", "baseline", 120, "count", "2013-03-31"),
        ("Officers trained", "actual", 130, "count", "2014-12-31"),
        ("Officers trained", "target", 85, "percent", None),
        ("Hate crime", "baseline", 12, "count", "2013-03-31"),
        ("Hate crime", "actual", 14, "count", "2014-03-31"),
        ("Satisfaction", "baseline", 81.2, "percent", "2012-12-31"),
        ("Satisfaction", "actual", 83, "percent", None),
        ("Satisfaction", "target", 90, "percent", None),
    ]


def test_figures_in_brackets_that_look_like_years_stay() -> None:
    found = observed("Offences | Change to June 2020\nBurglary | - 23% (-2090)\nRobbery | +3% (2014)")
    assert [o.value for o in found] == [-23, -2090, 3, 2014]
    found = observed("Offences | Number (%) 2019/20\nBurglary | 1,204 (85)\nRobbery | 2,400 (15)")
    assert [o.value for o in found] == [1204, 85, 2400, 15]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # The same change, in money and in percent.
        (
            "Item | Budget £m | Variance £m | %\nPay | 27.1 | 1.9 | 6.9%\nPremises | 88.9 | (1.6) | -1.8%",
            [("percent_change", 6.9, True), ("percent_change", -1.8, True)],
        ),
        (
            "Item | Budget £m | Variance £m | %\nPay | 27.1 | 1.9 | 6.9%\nPremises | 88.9 | (1.6) | 1.8%",
            [("percent_change", 6.9, True), ("percent_change", -1.8, False)],
        ),
        # A share of what stands before it.
        ("Sex | Number | %\nMale | 60 | 75%\nFemale | 20 | 25%", [("share", 75, True), ("share", 25, True)]),
    ],
)
def test_a_percentage_behind_a_change_is_the_same_change(text: str, meant: list[tuple[str, float, bool]]) -> None:
    found = [o for o in observed(text) if o.unit == "percent"]
    assert [(o.statistic, o.value, o.confidence >= 0.9) for o in found] == meant


def test_the_first_header_says_what_its_areas_are_counted_in_and_stands_over_its_rows() -> None:
    found = observed("Performance\n\nBurglary | 2017/18 | 2018/19\nBurnley | 1,204 | 1,310\nChorley | 120 | 98")
    assert {(o.label, o.area) for o in found} == {("Burglary", "Burnley"), ("Burglary", "Chorley")}
    found = observed("Calls to 101 | 2017/18 | 2018/19\nAnswered | 1,204 | 1,310\nAbandoned | 120 | 98")
    assert [(o.label, o.context) for o in found[1:3]] == [("Answered", "Calls to 101"), ("Abandoned", "Calls to 101")]
    found = observed("Measure | 2017/18 | 2018/19\nAnswered | 1,204 | 1,310\nAbandoned | 120 | 98")
    assert {o.context for o in found} == {None}


def test_the_sum_of_years_is_that_of_the_group_above_them() -> None:
    found = observed(
        "Casualties\n\nYear | Driver | Passenger\nAged 16-19 |  | \n2010 | 88 | 43\n2011 | 77 | 39\nTotal 2010-2011 | 165 | 82"
    )
    assert [(o.statistic, o.value, o.breakdown) for o in found[-2:]] == [
        ("total", 165, "Aged 16-19 – Driver"),
        ("total", 82, "Aged 16-19 – Passenger"),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Emissions (kg/year)\n\nSubstance | 2017 | 2018\nLead | 120 | 98", None),
        ("Fleet | 2017 | 2018\nMiles driven | 1,200 | 1,100", None),
        ("Fleet | Distance (km) | Vehicles\nCars | 1,200 | 1,100", None),
        ("Fleet | 2017 | 2018\nDrivers over 30 mph stopped | 120 | 98", "count"),
        ("Fleet | 2017 | 2018\nTonnes of CO2e saved | 120 | 98", None),
    ],
)
def test_what_is_weighed_or_measured_is_no_count(text: str, unit: str | None) -> None:
    assert observed(text)[0].unit == unit


def test_a_range_is_one_figure_with_two_ends() -> None:
    found = observed("Company | Share held\nAscent | 20% to 50%\nBellow | 12%")
    assert [(o.value, o.value_to) for o in found] == [(20, 50), (12, None)]

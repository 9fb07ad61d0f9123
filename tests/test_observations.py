"""Observations from tables: each printed figure with its label, period, area, statistic and unit."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from laid_out import table
from schema.reading import Identity, Observation

LANCASHIRE = Identity(force="lancashire")


def all_of(text: str, notes: tuple[str, ...] = ()) -> list[Observation]:
    return find_table_observations(table(text), LANCASHIRE, PeriodContext(), notes)


def observed(text: str, notes: tuple[str, ...] = ()) -> list[Observation]:
    return [o for o in all_of(text, notes) if o.value is not None]


def missed(text: str) -> list[tuple[str, str, str, str]]:
    return [(o.label, o.value_text, o.obs_status, o.statistic) for o in all_of(text) if o.value is None]


def short(found: list[Observation]) -> list[tuple[str, str, float | None, str | None]]:
    return [(o.label, o.statistic, o.value, o.unit) for o in found]


def days(observation: Observation) -> tuple[str | None, str | None]:
    period = observation.period
    if period is None:
        return None, None
    return tuple(d.isoformat() if d else None for d in (period.start, period.end))  # type: ignore[return-value]


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


def test_rows_that_are_areas_take_their_label_from_the_caption() -> None:
    found = observed(
        "All Sexual Offences (data source: dashboard)\n\nAREA | % | 12M to May '19 | 12M to May '20\nEngland & Wales | -6% | 162,400 | 153,477\nLancashire* | -15% | 4,972 | 4,248"
    )
    assert {(o.label, o.area, o.force) for o in found} == {
        ("All Sexual Offences", "England & Wales", None),
        ("All Sexual Offences", "Lancashire", "lancashire"),
    }
    assert [(o.statistic, o.value) for o in found[:3]] == [
        ("percent_change", -6),
        ("actual", 162400),
        ("actual", 153477),
    ]


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


def test_the_first_column_is_carried_down_as_the_group() -> None:
    found = observed(
        "Priority | Measure | (September 13 - August 14) | RAG Status | (September 14 - August 15)\n"
        "Defend Policing | Public Confidence | 89.4% | ↑ | 90.9%\n | Response to 999 | 76.0% | ↑ | 87.4%\nTotal Calls Offered |  | 1,169,042 |  | 992,832"
    )
    assert [(o.label, o.context) for o in found[::2]] == [
        ("Public Confidence", "Defend Policing"),
        ("Response to 999", "Defend Policing"),
        ("Total Calls Offered", "Defend Policing"),
    ]


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


def test_a_footnote_gives_its_own_period() -> None:
    found = observed(
        "Measure | (September 14 - August 15)\nReferrals | *48\nOthers | 12",
        notes=("* Figures for 1 April '15 to 30 June 2015",),
    )
    assert days(found[0]) == ("2015-04-01", "2015-06-30")
    assert found[0].note == "* Figures for 1 April '15 to 30 June 2015"
    assert days(found[1]) == ("2014-09-01", "2015-08-31")


def test_a_target_in_the_label_is_an_observation_of_its_own() -> None:
    found = observed(YEARS + "Grade 1 Median Time to Arrive (Target <15 Mins) | 10.2 min | -0.1 min | 10.1 min")
    assert [(o.statistic, o.value, o.unit, o.qualifier) for o in found] == [
        ("actual", 10.2, "minutes", None),
        ("change", -0.1, "minutes", None),
        ("actual", 10.1, "minutes", None),
        ("target", 15, "minutes", "under"),
    ]


def test_the_label_may_stand_in_the_header_that_returns() -> None:
    found = observed(
        "Measure | Previous 12 Month Period | Change | In Year\n | Jul '18 - Jun '19 |  | Jul '19 - Jun '20\nBurglary | 70% | Decrease (-3%) | 67%\n"
        "Confidence - CSEW | Previous 12 Month Period | Change | In Year\n | Apr '18 - Mar '19 |  | Apr '19 - Mar '20\n | 73.4% | Increase (+0.9%) | 74.3%"
    )
    assert [(o.label, o.value, days(o)[0]) for o in found[3:]] == [
        ("Confidence - CSEW", 73.4, "2018-04-01"),
        ("Confidence - CSEW", 0.9, "2019-04-01"),
        ("Confidence - CSEW", 74.3, "2019-04-01"),
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


def test_a_range_in_a_cell_keeps_both_ends_in_the_same_unit() -> None:
    (observation,) = observed("Measure | 2019/20\nReserves planned | £3-4 million")
    assert (observation.value, observation.value_to, observation.unit) == (3_000_000, 4_000_000, "GBP")


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


def test_numbers_of_rows_are_no_figures() -> None:
    assert not observed(
        "No. | Action | Owner | Cost\n1 | Recruit | ACC | TBC\n2 | Train | DCC | TBC\n3 | Equip | CC | TBC"
    )
    assert short(observed("No. | Measure | 2019/20\n4 | Robbery | 957\n9 | Burglary | 6,813")) == [
        ("Robbery", "actual", 957, "count"),
        ("Burglary", "actual", 6813, "count"),
    ]


@pytest.mark.parametrize("head", ["2018/19", "Strength", "Proportion of staff", "Category"])
def test_percentages_under_a_total_of_a_hundred_are_shares(head: str) -> None:
    text = f"Gender | {head} | 2019/20\nMale | 62% | 61%\nFemale | 38% | 39%\nTotal | 100% | 100%"
    assert {o.statistic for o in observed(text)} == {"share"}


def test_a_standard_that_all_areas_meet_is_no_share() -> None:
    found = observed("Area | Compliance 2019/20\nNorth | 100%\nSouth | 98%\nTotal | 100%")
    assert {o.statistic for o in found} == {"actual"}


def test_names_with_numbers_are_labels_where_figures_stand_beside_them() -> None:
    found = observed(
        "Average time to answer (mm:ss) | 2018/19 | 2019/20\n101 calls | 4:35 | 5:10\n999 calls | 0:09 | 0:08"
    )
    assert short(found) == [
        ("101 calls", "actual", 275, "seconds"),
        ("101 calls", "actual", 310, "seconds"),
        ("999 calls", "actual", 9, "seconds"),
        ("999 calls", "actual", 8, "seconds"),
    ]


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


def test_parts_with_letters_have_the_names_of_their_letters() -> None:
    found = observed(
        "Service | Spend 2015/16\nSupport to: a) victims of fraud b) families | a) £87,890 b) £16,470 Total: £104,360\nRefuges | £20,000"
    )
    assert [(o.label, o.breakdown, o.statistic, o.value) for o in found] == [
        ("Support to victims of fraud", "victims of fraud", "actual", 87890),
        ("Support to families", "families", "actual", 16470),
        ("Support to", None, "total", 104360),
        ("Refuges", None, "actual", 20000),
    ]
    bare = observed("Service | Spend 2015/16\nSupport | a) £87,890 b) £16,470\nRefuges | £20,000")
    assert [(o.label, o.breakdown) for o in bare] == [("Support", "a)"), ("Support", "b)"), ("Refuges", None)]


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


FIGURES = "Baseline 2012/13 | Latest 12 months | % Var.\n407 | 169 | -58%\n372 | | -54%"


def labels(text: str, *below: str) -> list[str]:
    found = find_table_observations(table(text), LANCASHIRE, PeriodContext(), (), below)
    return list(dict.fromkeys(o.label for o in found if o.value is not None))


def test_lines_below_a_table_name_its_rows_where_they_are_as_many() -> None:
    text = f"2 Reducing reoffending\n\n{FIGURES}"
    names = ["Reduction in offending by 18-24 year olds", "Reduction in re-offending by 18-24 year olds"]
    assert labels(text, f"{names[0]} 1", f"{names[1]} 2", "SP2 Comments:") == names
    assert labels(text, *names) == names


@pytest.mark.parametrize(
    "below",
    [
        ("Reduction in offending", "Reduction in re-offending", "Reduction in arrests"),
        ("Reduction in offending", "The figures are for 12 months."),
        ("Reduction in offending", "Reduction in offending"),
        ("Prevention Board", "Reoffending Board"),
        ("Reduction in offending",),
        (),
    ],
)
def test_other_lines_below_a_table_name_nothing(below: tuple[str, ...]) -> None:
    assert labels(f"2 Reducing reoffending\n\n{FIGURES}", *below) == ["2 Reducing reoffending"]


def test_rows_with_names_of_their_own_keep_them() -> None:
    assert labels("Measure | 2019/20\nBurglary | 120", "Reduction in offending") == ["Burglary"]


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


def test_a_lone_row_without_figures_is_no_heading_unless_printed_as_one() -> None:
    rows = "Measure | 2018/19 | 2019/20\nBurglary | 12 | 13\n{} | | \nRobbery | 5 | 6"
    assert {o.context for o in observed(rows.format("SPC variance"))} == {None}
    for heading in ("VIOLENCE", "Violent crime:", "**Violent crime**", "2017/18"):
        assert observed(rows.format(heading))[-1].context == heading.strip("*")
    two = (
        "Measure | 2018/19 | 2019/20\nTotal | 17 | 19\nTheft | | \nBurglary | 12 | 13\nViolence | | \nHomicide | 5 | 6"
    )
    assert [o.context for o in observed(two)] == [None, None, "Theft", "Theft", "Violence", "Violence"]


@pytest.mark.parametrize("head", ["%", "Per cent", "2019/20 %", "% 2019/20"])
def test_a_percentage_beside_its_number_is_a_share(head: str) -> None:
    found = observed(f"Outcome | Number | {head}\nResolved | 1,200 | 45%\nOther | 1,400 | 55%")
    assert [(o.statistic, o.value) for o in found][:2] == [("actual", 1200), ("share", 45)]


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


def test_areas_under_columns_of_measures_and_ranks_before_names() -> None:
    found = observed(
        "Crime and ASB by district\n\nDistrict | Burglary | ASB\nBurnley | 500 | 2,000\nPreston | 600 | 3,000"
    )
    assert [(o.label, o.area, o.value) for o in found[:2]] == [("Burglary", "Burnley", 500), ("ASB", "Burnley", 2000)]
    ranked = observed("Rank | Force | Rate per 1,000\n1 | Cumbria | 55.1\n2 | Kent | 60.3\n3 | Dorset | 70.1")
    assert [(o.area, o.statistic, o.value) for o in ranked[:2]] == [("Cumbria", "rank", 1), ("Cumbria", "rate", 55.1)]


def test_months_in_rows_are_those_of_the_years_above_them() -> None:
    found = observed("Burglary by month\n\nMonth | 2018 | 2019\nJanuary | 120 | 130\nFebruary | 110 | 115")
    assert [(o.value, *days(o)) for o in found[:2]] == [
        (120, "2018-01-01", "2018-01-31"),
        (130, "2019-01-01", "2019-01-31"),
    ]
    unnamed = observed("Month | 2018 | 2019\nJanuary | 120 | 130\nFebruary | 110 | 115")
    assert [(o.label, o.confidence) for o in unnamed[:2]] == [("January", 0.5), ("January", 0.5)]


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
    ("caption", "context"),
    [
        ("Recorded crime by type", "Recorded crime by type"),
        ("Table 3: Burglary and what was done about it in each of the districts of the force area", None),
        ("The table below shows what was recorded:", ""),
        ("£m", ""),
        ("Table 5", ""),
    ],
)
def test_the_caption_of_a_table_is_told_with_its_figures(caption: str, context: str | None) -> None:
    (found,) = observed(f"{caption}\n\nMeasure | 2019/20\nBurglary | 120")
    assert (found.context or "") == (caption if context is None else context)


def test_what_a_sentence_says_that_a_table_shows_names_its_figures() -> None:
    text = "The table below shows the number of 101 calls abandoned in each district:\n\nDistrict | Number\nBurnley | 1,204"
    assert [(o.label, o.area) for o in observed(text)] == [
        ("Number of 101 calls abandoned in each district", "Burnley")
    ]


FORCES = "Recorded crime\n\nForce | 12 months to April 2014 | 12 months to April 2015\n"


def test_a_row_without_a_label_among_forces_is_told_by_its_sums_and_is_nobodys() -> None:
    rows = " | 449,931 | 473,122\nCheshire | 54,721 | 53,036\nCumbria | 23,915 | 25,285\nGreater Manchester | 371,295 | 394,801"
    found = observed(FORCES + rows)
    assert [(o.area, o.force, o.note, o.confidence) for o in found[:2]] == [
        (None, None, "not labelled; the sum of the 3 rows below", 0.6)
    ] * 2
    assert [(o.area, o.note) for o in found[2:4]] == [("Cheshire", None)] * 2
    (other, _) = observed(FORCES + rows.replace("449,931", "449,999"))[:2]
    assert (other.area, other.note) == (None, "not labelled")


def test_an_average_of_forces_is_not_that_of_the_paper() -> None:
    found = observed(FORCES + "Cheshire | 5 | 6\nCumbria | 7 | 8\nAverage | 6 | 7")
    assert [o.area for o in found] == ["Cheshire", "Cheshire", "Cumbria", "Cumbria", None, None]
    districts = observed("District | Burglary\nBurnley | 5\nPreston | 7\nTotal | 12")
    assert [o.area for o in districts] == ["Burnley", "Preston", "Lancashire"]


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


def test_bullets_are_no_part_of_a_label() -> None:
    assert [o.label for o in observed("Measure | 2019/20\nAll crime | 120\n- Burglary | 12")] == [
        "All crime",
        "Burglary",
    ]


@pytest.mark.parametrize(
    "head", ["Success measure", "Measure", "Performance indicator", "KPI", "", "What was promised"]
)
def test_names_with_numbers_beside_a_rating_are_no_figures(head: str) -> None:
    text = f"{head} | RAG | Commentary\nPublic confidence rises | Green | It rose.\n999 calls answered in 10 seconds | Amber | 87% were."
    assert observed(text) == []


def test_a_lone_measure_with_a_number_in_its_name_is_no_figure() -> None:
    found = observed(
        "Measure | Commentary | 2019/20\n999 calls in 10 seconds | Better | 87%\n101 calls in 30 seconds | Worse | 75%"
    )
    assert [(o.label, o.value) for o in found] == [("999 calls in 10 seconds", 87), ("101 calls in 30 seconds", 75)]


def test_what_heads_the_names_of_areas_is_no_measure() -> None:
    found = observed("Force area | Population | Officers\nLancashire | 1,500,000 | 3,036\nCumbria | 500,000 | 1,100")
    assert "Force area" not in {o.label for o in found}
    assert [(o.label, o.area, o.value) for o in found[::2]] == [
        ("Population", "Lancashire", 1_500_000),
        ("Population", "Cumbria", 500_000),
    ]


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


def test_parts_of_one_thing_keep_the_name_of_their_table() -> None:
    found = observed("Stops by sex\n\nYear | Male searches | Female searches\n2020/21 | 176 | 47")
    assert {(o.label, o.breakdown) for o in found} == {
        ("Stops by sex", "Male searches"),
        ("Stops by sex", "Female searches"),
    }


def test_a_qualifier_in_the_header_is_that_of_its_figures() -> None:
    found = observed("Measure | 2019/20 | 2020/21 (approx.)\nVolunteers | 120 | 140")
    assert [(o.value, o.qualifier, o.obs_status, o.breakdown) for o in found] == [
        (120, None, "A", None),
        (140, "about", "E", None),
    ]


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


def test_a_row_without_a_label_among_others_with_one_is_in_doubt() -> None:
    found = observed(
        "Table 1: Spending\n\nItem | 2018/19 | 2019/20\nPay | £10m | £11m\nPrices | £5m | £6m\nDemand | £1m | £2m\n | £16m | £19m"
    )
    assert [o.confidence < 0.7 for o in found] == [False] * 6 + [True] * 2
    assert found[-1].note == "not labelled; the sum of the 3 rows above"


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


def test_the_name_of_a_panel_over_a_table_is_no_name_of_its_figures() -> None:
    found = observed(
        "Durham Police and Crime Panel\n\nForce | Calls abandoned | Burglary\nHumberside | 120 | 312\nDurham | 141 | 201"
    )
    assert [(o.label, o.area, o.value) for o in found] == [
        ("Calls abandoned", "Humberside", 120),
        ("Burglary", "Humberside", 312),
        ("Calls abandoned", "Durham", 141),
        ("Burglary", "Durham", 201),
    ]


def test_a_quote_is_the_row_the_column_and_the_cell_as_printed() -> None:
    found = observed("Savings by year\n\nYear | Savings 2025-28 £m | Target\n2019/20 | 4.1 | 5.0\n2020/21 | 3.9 | NA")
    assert [o.quote for o in found] == [
        "2019/20 | Savings 2025-28 £m | 4.1",
        "2019/20 | Target | 5.0",
        "2020/21 | Savings 2025-28 £m | 3.9",
    ]


def test_several_years_over_money_are_financial_years() -> None:
    found = observed("Item | 2025-28 £m | 2025-28 number\nPay | 4.1 | 12\nPrices | 3.9 | 14")
    assert [days(o) for o in found[:2]] == [("2025-04-01", "2028-03-31"), ("2025-01-01", "2028-12-31")]


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


def test_where_things_stood_in_a_year_is_no_rank_and_an_aim_is_a_target() -> None:
    found = observed("Measure | Position in 2016 | Aim for 2018\nPolice officers | 950 | 1,215\nPCSOs | 155 | 170")
    assert [(o.statistic, o.unit, o.value) for o in found] == [
        ("actual", "count", 950),
        ("target", "count", 1215),
        ("actual", "count", 155),
        ("target", "count", 170),
    ]

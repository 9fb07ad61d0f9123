"""What the figures of a table are of: labels and their groups, areas, captions and sentences around it."""

from __future__ import annotations

import pytest

from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from laid_out import table
from observed_tables import LANCASHIRE, days, observed, short


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


def test_a_caption_that_lists_what_the_columns_count_tells_the_measure_of_each() -> None:
    found = observed(
        "Knife Crime Offences and Arrests by Borough\n\nArea | Offences | Arrests | Arrest rate | Offences % change\n"
        "Brent | 41 | 12 | 29.3% | 3.0%\nCamden | 25 | 8 | 32.0% | -4.1%"
    )
    assert {o.label for o in found} == {"Knife Crime Offences and Arrests by Borough"}
    assert [(o.breakdown, o.measure, o.value) for o in found[:4]] == [
        ("Offences", "knife-crime", 41),
        ("Arrests", None, 12),
        ("Arrest rate", None, 29.3),
        ("Offences % change", "knife-crime", 3.0),
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


def test_a_lone_row_without_figures_is_no_heading_unless_printed_as_one() -> None:
    rows = "Measure | 2018/19 | 2019/20\nBurglary | 12 | 13\n{} | | \nRobbery | 5 | 6"
    assert {o.context for o in observed(rows.format("SPC variance"))} == {None}
    for heading in ("VIOLENCE", "Violent crime:", "**Violent crime**", "2017/18"):
        assert observed(rows.format(heading))[-1].context == heading.strip("*")
    two = (
        "Measure | 2018/19 | 2019/20\nTotal | 17 | 19\nTheft | | \nBurglary | 12 | 13\nViolence | | \nHomicide | 5 | 6"
    )
    assert [o.context for o in observed(two)] == [None, None, "Theft", "Theft", "Violence", "Violence"]


def test_areas_under_columns_of_measures_and_ranks_before_names() -> None:
    found = observed(
        "Crime and ASB by district\n\nDistrict | Burglary | ASB\nBurnley | 500 | 2,000\nPreston | 600 | 3,000"
    )
    assert [(o.label, o.area, o.value) for o in found[:2]] == [("Burglary", "Burnley", 500), ("ASB", "Burnley", 2000)]
    ranked = observed("Rank | Force | Rate per 1,000\n1 | Cumbria | 55.1\n2 | Kent | 60.3\n3 | Dorset | 70.1")
    assert [(o.area, o.statistic, o.value) for o in ranked[:2]] == [("Cumbria", "rank", 1), ("Cumbria", "rate", 55.1)]


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


def test_parts_of_one_thing_keep_the_name_of_their_table() -> None:
    found = observed("Stops by sex\n\nYear | Male searches | Female searches\n2020/21 | 176 | 47")
    assert {(o.label, o.breakdown) for o in found} == {
        ("Stops by sex", "Male searches"),
        ("Stops by sex", "Female searches"),
    }


def test_a_row_without_a_label_among_others_with_one_is_in_doubt() -> None:
    found = observed(
        "Table 1: Spending\n\nItem | 2018/19 | 2019/20\nPay | £10m | £11m\nPrices | £5m | £6m\nDemand | £1m | £2m\n | £16m | £19m"
    )
    assert [o.confidence < 0.7 for o in found] == [False] * 6 + [True] * 2
    assert found[-1].note == "not labelled; the sum of the 3 rows above"


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


def test_areas_under_a_sentence_that_only_leads_to_them_are_called_what_their_column_is() -> None:
    found = observed(
        "The answers that could be found for that year were these:\n\nForce | Band D 2018/19 | Increase\nGwent | £240.28 | £10.28\nKent | £169.15 | £12.00"
    )
    assert {o.label for o in found} == {"Band D"}
    assert [(o.area, o.statistic, o.value) for o in found] == [
        ("Gwent", "actual", 240.28),
        ("Gwent", "change", 10.28),
        ("Kent", "actual", 169.15),
        ("Kent", "change", 12),
    ]


@pytest.mark.parametrize(
    ("label", "statistic"),
    [
        ("Precept change (%)", "percent_change"),
        ("Budget variance (£m)", "change"),
        ("Establishment change (FTE)", "change"),
        ("Behaviour change (%)", "actual"),
        ("Step change (no)", "actual"),
    ],
)
def test_a_row_may_be_called_a_change_at_its_end(label: str, statistic: str) -> None:
    found = observed(f"Measure | 2016/17 | 2017/18\nOfficers | 1,204 | 1,210\n{label} | 1.5 | 2.4")
    assert [o.statistic for o in found[2:]] == [statistic, statistic]

"""Columns of months up to an end that is printed elsewhere."""

from __future__ import annotations

import pytest

from extract.tables.months_up_to import is_end_of_period, months_up_to
from extract.times.periods import PeriodContext
from observed_tables import days, observed, short


@pytest.mark.parametrize(
    ("header", "around", "expected"),
    [
        ("Latest 12 months", "Period ended December 2014", ("2014-01-01", "2014-12-31")),
        ("12 months", "Performance to 30 June 2019", ("2018-07-01", "2019-06-30")),
        ("Rolling 12m", "Data to the end of March 2020", ("2019-04-01", "2020-03-31")),
        ("Last 12 months", "Year ending September 2016", ("2015-10-01", "2016-09-30")),
        ("Rolling year", "Period ending 31 March 2015", ("2014-04-01", "2015-03-31")),
        ("Latest 3 months", "Period to December 2014", ("2014-10-01", "2014-12-31")),
        ("Most recent 12 months actual", "12 months to May 2018", ("2017-06-01", "2018-05-31")),
        # Which twelve months these are, the end does not say.
        ("Previous 12 months", "Period ended December 2014", None),
        ("12 month target", "Period ended December 2014", None),
        ("Within 12 months", "Period ended December 2014", None),
        ("Latest", "Period ended December 2014", None),
        # The day of a meeting is no end of a period.
        ("Latest 12 months", "Panel meeting of 26 January 2015", None),
        ("Latest 12 months", "Strategic Priorities", None),
    ],
)
def test_months_without_an_end_take_the_one_above(header: str, around: str, expected: tuple[str, str] | None) -> None:
    found = months_up_to(header, ["Strategic Priorities", around], PeriodContext())
    assert (found and (str(found.start), str(found.end))) == expected
    assert found is None or found.label == header


def test_a_column_up_to_a_month_begins_where_the_caption_says() -> None:
    found = observed(
        "TOTAL RECORDED CRIME - 12 months to December 2014\n\n"
        "Area | 12m to Dec 13 | 12m to Dec 14 | Offences to Dec 2014\n"
        "Lancashire | -3.8% | -4.5% | 153,284\nBurnley | +3.9% | -8.6% | 12,493"
    )
    assert [(o.statistic, o.value, days(o)) for o in found[:3]] == [
        ("percent_change", -3.8, ("2013-01-01", "2013-12-31")),
        ("percent_change", -4.5, ("2014-01-01", "2014-12-31")),
        ("actual", 153284, ("2014-01-01", "2014-12-31")),
    ]
    assert found[3].value == 3.9
    assert {o.label for o in found} == {"TOTAL RECORDED CRIME - 12 months to December 2014"}


def test_a_column_up_to_a_month_of_which_nothing_says_the_beginning_is_open() -> None:
    (found,) = observed("Measure | Offences to Dec 2014\nBurglary | 153,284")
    assert days(found) == (None, "2014-12-31")


@pytest.mark.parametrize(
    ("cells", "statistics"),
    [
        (("+1.2%", "-3.4%", "0.0%"), ["percent_change"] * 3),
        (("-1.2%", "-3.4%", "-5%"), ["percent_change"] * 3),
        # Levels, of which one alone has a sign.
        (("61%", "58%", "72%"), ["actual"] * 3),
    ],
)
def test_signed_percentages_under_a_year_are_changes(cells: tuple[str, ...], statistics: list[str]) -> None:
    rows = "\n".join(f"{label} | {cell}" for label, cell in zip(("Burglary", "Robbery", "Arson"), cells, strict=True))
    assert [s for _, s, _, _ in short(observed(f"Offence | 2018/19\n{rows}"))] == statistics


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Period ended December 2014", True),
        ("Period ending 31 March 2015", True),
        ("Performance to 30th June 2019", True),
        ("Data up to the end of Sept 2018", True),
        ("12 months to December 2014", True),
        ("The period ended in December 2014", False),
        ("Period ended December 2014 was busy", False),
        ("Meeting of 26 January 2015", False),
        ("Year ending", False),
    ],
)
def test_a_line_that_only_says_when_a_period_ends(line: str, expected: bool) -> None:
    assert is_end_of_period(line) is expected

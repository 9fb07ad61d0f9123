"""Periods: as printed, and what they mean."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.times.days import add_months, month_end, parse_day, parse_month_name
from extract.times.periods import PeriodContext, find_periods, month_of, parse_comparison, parse_period
from schema.reading import Period


def day(text: str) -> dt.date | None:
    return None if text == "?" else dt.date.fromisoformat(text)


DAYS = [
    ("12th October 2015", "2015-10-12"),
    ("30/06/2020", "2020-06-30"),
    ("30/6/20", "2020-06-30"),
    ("31/03//2020", "2020-03-31"),
    ("1/4/2019", "2019-04-01"),
    ("30.06.2020", "2020-06-30"),
    ("30-06-2020", "2020-06-30"),
    ("2020-06-30", "2020-06-30"),
    ("30 th June 2019", "2019-06-30"),
    ("MONDAY 23RD MARCH 2015 AT 1:00pm", "2015-03-23"),
    ("Monday, 23 March 2015 at 1.00 pm", "2015-03-23"),
    ("on September 29th 2014", "2014-09-29"),
    ("March 31, 2015", "2015-03-31"),
    ("the 15 March 2013", "2013-03-15"),
    ("the 7th of September 2015", "2015-09-07"),
    ("31 March '15", "2015-03-31"),
    ("4-Jul-15", "2015-07-04"),
    ("3.1.12", "?"),
    ("31 June 2019", "?"),
    ("30 September 12 officers", "?"),
    ("10 may be late", "?"),
    ("June 2020", "?"),
    ("", "?"),
]


@pytest.mark.parametrize(("printed", "meant"), DAYS)
def test_a_day_as_printed(printed: str, meant: str) -> None:
    assert parse_day(printed) == day(meant)


def test_a_day_without_a_year_needs_one_from_outside() -> None:
    assert parse_day("MONDAY 23RD MARCH AT 1:00pm") is None
    assert parse_day("MONDAY 23RD MARCH AT 1:00pm", year=2015) == dt.date(2015, 3, 23)
    assert parse_day("29 February", year=2015) is None


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Sept", 9),
        ("APR", 4),
        ("July.", 7),
        (" may ", 5),
        ("Jun", 6),
        ("December", 12),
        ("Marketing", None),
        ("Total", None),
        ("", None),
    ],
)
def test_a_month_as_the_heading_of_a_column(printed: str, meant: int | None) -> None:
    assert parse_month_name(printed) == meant


PERIODS = [
    # months with years
    ("Jul '18-Jun '19", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("Jul '19 - Jun'20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("In Year Performance Jul '19 - Jun'20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("Apr '18 - Mar '19", "2018-04-01", "2019-03-31", "financial_year"),
    ("(September 13 - August 14)", "2013-09-01", "2014-08-31", "rolling_12_months"),
    ("Previous 12 month period (September 13 - August 14)", "2013-09-01", "2014-08-31", "rolling_12_months"),
    ("Actual in year performance (September 14 - August 15)", "2014-09-01", "2015-08-31", "rolling_12_months"),
    ("Position as at March 2015 (April 14 – March 15)", "2014-04-01", "2015-03-31", "financial_year"),
    ("Apr 19 – Jun 19", "2019-04-01", "2019-06-30", "quarter"),
    ("April-June 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("April to the end of June 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("Apr-Sep 2019", "2019-04-01", "2019-09-30", "half_year"),
    ("July 2018 to June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("12-month period July 2018 to June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("NOVEMBER 2012 - MARCH 2014", "2012-11-01", "2014-03-31", "range"),
    ("November to January 2015", "2014-11-01", "2015-01-31", "range"),
    ("July-June 19/20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("Jan – March 2019/20", "2020-01-01", "2020-03-31", "quarter"),
    ("Apr-Jun 2019/20", "2019-04-01", "2019-06-30", "quarter"),
    ("June 2020", "2020-06-01", "2020-06-30", "month"),
    ("Jun-20", "2020-06-01", "2020-06-30", "month"),
    ("Jan.2014", "2014-01-01", "2014-01-31", "month"),
    ("Oct 13", "2013-10-01", "2013-10-31", "month"),
    # lengths
    ("12M to May '19", "2018-06-01", "2019-05-31", "rolling_12_months"),
    ("12m to Apr-15", "2014-05-01", "2015-04-30", "rolling_12_months"),
    ("12 months to end of September 2017", "2016-10-01", "2017-09-30", "rolling_12_months"),
    ("12 months to 31 March 2015", "2014-04-01", "2015-03-31", "rolling_12_months"),
    ("rolling 12 months to June 2020", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("Annual Change to 30 th June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("Year ending March 2020", "2019-04-01", "2020-03-31", "rolling_12_months"),
    ("9 months to December 2014", "2014-04-01", "2014-12-31", "range"),
    ("* 9 months to December 2014.", "2014-04-01", "2014-12-31", "range"),
    ("quarter ending June 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("4 weeks to the end of June 2020", "2020-06-03", "2020-06-30", "range"),
    ("Period ended December 2014", "?", "2014-12-31", "range"),
    ("to the end of May 2020", "?", "2020-05-31", "range"),
    ("up to 31st May 2020", "?", "2020-05-31", "range"),
    ("Week commencing 3 June 2019", "2019-06-03", "2019-06-09", "week"),
    ("w/e 09/06/2019", "2019-06-03", "2019-06-09", "week"),
    ("3 years from 1st April 2017 up until 31st March 2020", "2017-04-01", "2020-03-31", "range"),
    # days
    ("Spend 30/6/20", "2020-06-30", "2020-06-30", "point"),
    ("31/03//2020", "2020-03-31", "2020-03-31", "point"),
    ("1/4/2019 – 31/03/2020", "2019-04-01", "2020-03-31", "financial_year"),
    ("from 01/07/19 to 30/06/20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("10th July to 25th September 2015", "2015-07-10", "2015-09-25", "range"),
    ("1 July to 25 September 2015", "2015-07-01", "2015-09-25", "range"),
    ("9-13 November 2015", "2015-11-09", "2015-11-13", "range"),
    ("1st April 2013 to 31st March 2017", "2013-04-01", "2017-03-31", "range"),
    ("1 April '15 to present", "2015-04-01", "?", "range"),
    ("Figures for 1 April '14 to 31 March '15", "2014-04-01", "2015-03-31", "financial_year"),
    ("between the 7th of September and the end of November 2015", "2015-09-07", "2015-11-30", "range"),
    # quarters
    ("Q1 2020/21", "2020-04-01", "2020-06-30", "quarter"),
    ("Q1 19/20", "2019-04-01", "2019-06-30", "quarter"),
    ("Quarter 2 2020-21", "2020-07-01", "2020-09-30", "quarter"),
    ("Quarter 1 (April – June) 2020/21", "2020-04-01", "2020-06-30", "quarter"),
    ("Q4 (Jan – March) 2019/20", "2020-01-01", "2020-03-31", "quarter"),
    ("2019/20 Q3", "2019-10-01", "2019-12-31", "quarter"),
    ("Q1-2 2014/15", "2014-04-01", "2014-09-30", "half_year"),
    ("third quarter of 2020", "2020-07-01", "2020-09-30", "quarter"),
    ("first quarter period, April – June 2015", "2015-04-01", "2015-06-30", "quarter"),
    ("in the first three quarters of 2014/15", "2014-04-01", "2014-12-31", "range"),
    ("first 6 months of 2020", "2020-01-01", "2020-06-30", "half_year"),
    # years
    ("2013/14", "2013-04-01", "2014-03-31", "financial_year"),
    ("2013-14", "2013-04-01", "2014-03-31", "financial_year"),
    ("2020 / 2021", "2020-04-01", "2021-03-31", "financial_year"),
    ("19/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("09/10", "2009-04-01", "2010-03-31", "financial_year"),
    ("1999/00", "1999-04-01", "2000-03-31", "financial_year"),
    ("FY 2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("FY19-20", "2019-04-01", "2020-03-31", "financial_year"),
    ("to the end of the financial 19/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("Baseline 2012/13", "2012-04-01", "2013-03-31", "financial_year"),
    ("Projection 2016/17", "2016-04-01", "2017-03-31", "financial_year"),
    ("Calendar year 2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("2001–2002", "2001-04-01", "2002-03-31", "financial_year"),
    ("2013-2018", "2013-01-01", "2018-12-31", "range"),
    ("2020 to date", "2020-01-01", "?", "year_to_date"),
    ("In 2020 to date (30/06/2020)", "2020-01-01", "2020-06-30", "year_to_date"),
    ("Autumn 2020", "2020-09-01", "2020-11-30", "range"),
    # of a comparison, the current one
    ("Change Q1 19/20 v 20/21", "2020-04-01", "2020-06-30", "quarter"),
    ("July-June 19/20 v 18/19", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("12m to Apr-15 -v- 12m to Apr-14", "2014-05-01", "2015-04-30", "rolling_12_months"),
    # words that give no days by themselves
    ("rolling 12 months", "?", "?", "rolling_12_months"),
    ("YTD", "?", "?", "year_to_date"),
    ("L.YTD", "?", "?", "year_to_date"),
    ("Jan – March", "?", "?", "range"),
]


@pytest.mark.parametrize(("printed", "start", "end", "kind"), PERIODS)
def test_a_period_as_printed(printed: str, start: str, end: str, kind: str) -> None:
    period = parse_period(printed)
    assert period is not None
    assert (period.start, period.end, period.type) == (day(start), day(end), kind)
    assert period.label in printed


@pytest.mark.parametrize(
    "printed",
    [
        *(
            "2015/17",
            "2014/17",
            "2105/16",
            "Q1 2020",
            "Decision 2015/32",
            "10/43",
            "MSG Position: 2/8",
            "2,976",
            "76.0%",
            "£171.573m",
        ),
        *(
            "S.23",
            "Marketing",
            "",
            "-",
            "Total",
            "over 2000 families",
            "5.36",
            "2194 Samsungs",
            "16th",
            "2014/15 and 2017/18",
            "24/7",
        ),
    ],
)
def test_what_gives_no_one_period(printed: str) -> None:
    assert parse_period(printed) is None


@pytest.mark.parametrize(
    ("printed", "current", "previous"),
    [
        ("Change Q1 19/20 v 20/21", "2020-04-01", "2019-04-01"),
        ("Q1 20/21 v 19/20", "2020-04-01", "2019-04-01"),
        ("July-June 19/20 v 18/19", "2019-07-01", "2018-07-01"),
        ("12m to Apr-15 -v- 12m to Apr-14", "2014-05-01", "2013-05-01"),
        ("financial 19/20 versus 18/19", "2019-04-01", "2018-04-01"),
        ("April - September 2020 vs April - September 2019", "2020-04-01", "2019-04-01"),
    ],
)
def test_both_periods_of_a_comparison(printed: str, current: str, previous: str) -> None:
    both = parse_comparison(printed)
    assert both is not None
    assert [period.start for period in both] == [day(current), day(previous)]


def test_no_comparison_where_two_periods_only_stand_together() -> None:
    assert parse_comparison("2018/19 and 2019/20") is None
    assert parse_comparison("2019/20") is None


MEETING = PeriodContext(
    meeting_date=dt.date(2015, 10, 12), period_start=dt.date(2015, 7, 10), period_end=dt.date(2015, 9, 25)
)
YEAR = PeriodContext(section=Period(dt.date(2019, 4, 1), dt.date(2020, 3, 31), "2019/20", "financial_year"))
ENDED = PeriodContext(section=Period(None, dt.date(2014, 12, 31), "Period ended December 2014", "range"))


@pytest.mark.parametrize(
    ("printed", "context", "start", "end"),
    [
        ("In August", MEETING, "2015-08-01", "2015-08-31"),
        ("In June", MEETING, "2015-06-01", "2015-06-30"),
        ("in January", MEETING, "2015-01-01", "2015-01-31"),
        ("during November", MEETING, "2014-11-01", "2014-11-30"),
        ("Jan – March", YEAR, "2020-01-01", "2020-03-31"),
        ("Q1", YEAR, "2019-04-01", "2019-06-30"),
        ("Quarter 3", YEAR, "2019-10-01", "2019-12-31"),
        ("Latest 12 months", ENDED, "2014-01-01", "2014-12-31"),
        ("YTD", ENDED, "2014-04-01", "2014-12-31"),
        ("L.YTD", ENDED, "2013-04-01", "2013-12-31"),
    ],
)
def test_the_surroundings_give_what_the_words_leave_out(
    printed: str, context: PeriodContext, start: str, end: str
) -> None:
    period = parse_period(printed, context)
    assert period is not None
    assert (period.start, period.end) == (day(start), day(end))


def test_periods_of_running_text_with_their_places() -> None:
    text = "a 16% decrease in offences (from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20), over 2000 of them in May 12 times"
    assert [(text[a:b], str(p.start), str(p.end)) for a, b, p in find_periods(text)] == [
        ("Jul '18-Jun '19", "2018-07-01", "2019-06-30"),
        ("Jul '19-Jun '20", "2019-07-01", "2020-06-30"),
    ]


def test_days_in_a_row_share_the_year_of_the_last() -> None:
    assert [str(p.start) for _, _, p in find_periods("on 13 March, 12 June and 5 September 2014")] == [
        "2014-03-13",
        "2014-06-12",
        "2014-09-05",
    ]


def test_a_month_of_a_financial_year() -> None:
    year = parse_period("2017/18")
    assert year is not None
    december = month_of(year, 12)
    january = month_of(year, 1)
    assert december is not None and str(december.start) == "2017-12-01"
    assert january is not None and str(january.end) == "2018-01-31"
    assert month_of(Period(None, None, "?", "range"), 1) is None


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    parse_day(text)
    find_periods(text, MEETING)
    parse_period(text, YEAR)


FRAGMENTS = st.sampled_from(
    [
        "12",
        "31",
        "9999",
        "0",
        "00",
        "2019",
        "19/20",
        "2105/16",
        "Q1",
        "Q4",
        "(",
        ")",
        "-",
        "–",
        "/",
        "//",
        "to",
        "and",
        "between",
        "the",
        "of",
        "v",
        "12m",
        "months",
        "weeks",
        "end",
        "Jul",
        "June",
        "May",
        "'18",
        "st",
        "th",
        "first",
        "quarter",
        "year",
        "week",
        "commencing",
        "up",
        "to",
        "date",
        "rolling",
        "30/6/20",
        "31/02/2019",
        "FY",
        "YTD",
        ".",
        ",",
        ":",
        "£",
        "%",
    ]
)


@given(st.lists(FRAGMENTS, max_size=12).map(" ".join), st.sampled_from(["", " "]))
def test_no_heap_of_fragments_makes_it_fail_or_turn_time_round(text: str, glue: str) -> None:
    for a, b, period in find_periods(text.replace(" ", glue) if glue == "" else text, MEETING):
        assert a < b
        assert period.start is None or period.end is None or period.start <= period.end


@given(
    st.dates(dt.date(1991, 1, 1), dt.date(2059, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%A %d %B %Y", "%d-%b-%Y", "%B %dth, %Y", "%d.%m.%Y"]),
)
def test_a_printed_day_is_read_back(date: dt.date, form: str) -> None:
    assert parse_day(date.strftime(form)) == date


@given(
    st.dates(dt.date(1992, 1, 1), dt.date(2058, 12, 31)),
    st.integers(1, 24),
    st.sampled_from(["%b '%y", "%B %Y", "%b-%y"]),
)
def test_a_printed_range_of_months_is_read_back(date: dt.date, length: int, form: str) -> None:
    start = date.replace(day=1)
    last = add_months(start, length)
    period = parse_period(f"{start.strftime(form)} - {last.strftime(form)}")
    assert period is not None
    assert (period.start, period.end) == (start, month_end(last.year, last.month))

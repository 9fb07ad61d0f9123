"""Periods that are made up by chance: no text makes it fail, and what is printed of a period is read back as that period."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from extract.times.days import add_months, month_end, parse_day
from extract.times.periods import PeriodContext, find_periods, parse_period
from schema.reading import Period

MEETING = PeriodContext(
    meeting_date=dt.date(2015, 10, 12), period_start=dt.date(2015, 7, 10), period_end=dt.date(2015, 9, 25)
)
YEAR = PeriodContext(section=Period(dt.date(2019, 4, 1), dt.date(2020, 3, 31), "2019/20", "financial_year"))


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


YEARS = st.integers(2001, 2048)


def _year(year: int, form: int) -> str:
    """A financial year in one of the ways of printing it."""
    short = f"{(year + 1) % 100:02}"
    return (
        f"{year}/{short}",
        f"{year}-{short}",
        f"{year % 100:02}/{short}",
        f"{year}/{year + 1}",
        f"{year} - {year + 1}",
    )[form]


@given(
    YEARS,
    st.integers(1, 4),
    st.integers(0, 3),
    st.sampled_from(["Q{q} {y}", "Quarter {q} {y}", "Qtr {q} {y}", "{y} Q{q}", "(Q{q}) {y}", "{y} (Q{q})"]),
)
def test_a_printed_quarter_is_read_back(year: int, quarter: int, form: int, words: str) -> None:
    period = parse_period(words.format(q=quarter, y=_year(year, form)))
    first = add_months(dt.date(year, 4, 1), 3 * quarter - 3)
    assert period is not None
    assert (period.start, period.end, period.type) == (first, add_months(first, 3) - dt.timedelta(days=1), "quarter")


@given(YEARS, st.integers(1, 2), st.integers(0, 3))
def test_a_printed_half_year_is_read_back(year: int, half: int, form: int) -> None:
    period = parse_period(f"H{half} {_year(year, form)}")
    first = dt.date(year, 4, 1) if half == 1 else dt.date(year, 10, 1)
    assert period is not None
    assert (period.start, period.end, period.type) == (first, add_months(first, 6) - dt.timedelta(days=1), "half_year")


@given(
    YEARS,
    st.integers(0, 4),
    st.sampled_from(["{y}", "FY {y}", "Outturn {y}", "{y} Actual", "in {y}", "Baseline {y}", "financial year {y}"]),
)
def test_a_printed_financial_year_is_read_back(year: int, form: int, words: str) -> None:
    period = parse_period(words.format(y=_year(year, form)))
    assert period is not None
    assert (period.start, period.end, period.type) == (dt.date(year, 4, 1), dt.date(year + 1, 3, 31), "financial_year")


@given(
    st.dates(dt.date(1992, 1, 1), dt.date(2058, 12, 31)),
    st.sampled_from(
        [
            "12 months to {m}",
            "12M to {m}",
            "R12M to {m}",
            "rolling 12 months to the end of {m}",
            "year ending {m}",
            "YE {m}",
            "12 months ending {m}",
        ]
    ),
    st.sampled_from(["%b '%y", "%B %Y", "%b-%y", "%b %Y"]),
)
def test_printed_twelve_months_are_read_back(date: dt.date, words: str, form: str) -> None:
    period = parse_period(words.format(m=date.strftime(form)))
    last = month_end(date.year, date.month)
    assert period is not None
    assert (period.start, period.end, period.type) == (
        add_months(last, -12) + dt.timedelta(days=1),
        last,
        "rolling_12_months",
    )


@given(
    st.dates(dt.date(1992, 1, 1), dt.date(2058, 12, 31)),
    st.integers(1, 700),
    st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%d.%m.%Y", "%d %b %Y", "%A %d %B %Y"]),
    st.sampled_from([" - ", " to ", " – ", " until "]),
)
def test_a_printed_range_of_days_is_read_back(date: dt.date, length: int, form: str, to: str) -> None:
    last = date + dt.timedelta(days=length)
    period = parse_period(f"{date.strftime(form)}{to}{last.strftime(form)}")
    assert period is not None
    assert (period.start, period.end) == (date, last)


WELSH = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
]


@given(st.dates(dt.date(1992, 1, 1), dt.date(2058, 12, 31)))
def test_a_day_printed_in_welsh_is_read_back(date: dt.date) -> None:
    assert parse_day(f"{date.day} {WELSH[date.month - 1]} {date.year}") == date

"""C10: weekdays, days, years, quarters and lengths against the calendar; the period of a paper against its figures and its date."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.checks.calendar import check_calendar
from extract.checks.reporting_periods import check_reporting_periods
from extract.checks.texts import by_paper
from extract.dates.mentions import find_dates
from laid_out import laid_out
from schema.reading import Check, Identity, Observation, Paper, Period, Place


def checks(text: str) -> list[Check]:
    return list(check_calendar(by_paper(laid_out(text).blocks)))


@pytest.mark.parametrize(
    "printed",
    [
        "Monday 23 March 2015",
        "MONDAY 23RD MARCH 2015 AT 1:00PM",
        "Tuesday, 6 February 2024",
        "Fri 22 November 2019",
        "Thursday 13 February 2025 at 10.30 am",
        "Saturday 10 October to Saturday 17 October 2015",
        "12 October 2015 (Monday)",
        "Saturday and Sunday 3-4 October 2015",
        "the Sun 12 March 2015",
        "The panel sat 12 March 2015",
        "29 February 2016",
        "31st December 2019",
        "30 June",
        "2015/16",
        "31/03/2020",
        "Q1 (April – June)",
        "Q2 2019/20 (Jul-Sep 2019)",
        "the first quarter, April – June 2015",
        "third quarter of 2020 (July to September)",
        "quarter 4 (January to March) 2019/20",
        "October - December 2014 (Q3)",
        "Q1 and Q2 (April to September)",
        "Q1 2020/21 compared with April to June 2019",
        "first quarter target of 31 offences",
        "12 month period (September 13 - August 14)",
        "3 years from 1st April 2017 to 31st March 2020",
        "two years from April 2016 to April 2018",
        "6 months from April 2014 to March 2015 had no data",
        "Decision 2015/32",
        "financial year 2016/17",
        "the Act of 1829",
        "Quarter 1 (April to June) and Quarter 2 (July to September)",
        "Q1 2019 (Jan-Mar)",
        "the first quarter (April-June 2018) against the fourth quarter (January-March 2018)",
        "the third quarter, 1 October to 31 December 2017",
        "Sunday 29 March 2020",
        "Monday 5th and Friday 13th",
        "Saturday 23rd – Sunday 24th May 2015",
        "Monday to Friday 9 March 2018",
        "the 31 April referrals",
        "part 20171/45 of the fleet",
        "12 months from September 2014 to September 2015",
        "five years from 2013-2018",
        "12 months (April 2018 to date)",
        "2 years between 1 April 2016 and 31 March 2018",
        "page www.example.org/2105/16",
    ],
)
def test_what_holds_is_not_called_wrong(printed: str) -> None:
    assert [c for c in checks(f"It is told of {printed} here.") if c.result == "fail"] == []


@pytest.mark.parametrize(
    ("printed", "severity", "computed"),
    [
        ("WEDNESDAY 23RD MARCH 2015", "wrong", "Monday 23 March 2015"),
        ("Sunday, 12 October 2015", "wrong", "Monday 12 October 2015"),
        ("Tue 5 January 2015", "wrong", "Monday 5 January 2015"),
        ("12 October 2015 (Friday)", "wrong", "Monday 12 October 2015"),
        ("31st April 2015", "wrong", None),
        ("29 February 2019", "wrong", None),
        ("31/06/2019", "wrong", None),
        ("06/30/2020", "suspicious", None),
        ("2105/16", "wrong", "2015/16"),
        ("20155/16", "wrong", None),
        ("2 March 2105", "wrong", None),
        ("31/03//2020", "suspicious", "31/03/2020"),
        ("Q1 (Jul-Sep)", "suspicious", "quarter 2"),
        ("Quarter 3 (January – March)", "suspicious", "quarter 4"),
        ("first quarter' from the 1 July 2017 to 30 September 2017", "suspicious", "quarter 2"),
        ("fourth quarter (April to June 2019)", "suspicious", "quarter 1"),
        ("Q1 2020/21 (April - June 2019)", "suspicious", None),
        ("Q2 2019/20 (April to June)", "suspicious", "quarter 1"),
        ("April - June 2020 (Q4)", "suspicious", "quarter 1"),
        ("12 month period (September 13 - July 14)", "suspicious", "11 months"),
        ("two years from 1 April 2016 to 31 March 2019", "suspicious", "36 months"),
    ],
)
def test_what_the_calendar_contradicts(printed: str, severity: str, computed: str | None) -> None:
    failed = [c for c in checks(f"It is told of {printed} here.") if c.result == "fail"]
    assert [(c.printed, c.severity, c.computed) for c in failed] == [(printed, severity, computed)]
    assert failed[0].why and failed[0].quote and failed[0].places[0].line


def test_a_year_turned_round_and_a_weekday_in_a_cell() -> None:
    found = checks(
        "Spend of the financial year 2016/15 is shown.\n\nDay | Venue | Seats\nSunday 23 March 2015 | Hall | 20\nMonday 23 March 2015 | Hall | 30\n"
    )
    assert [(c.result, c.printed) for c in found] == [
        ("fail", "2016/15"),
        ("fail", "Sunday 23 March 2015"),
        ("ok", None),
    ]
    assert found[1].places[0].row == 1


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2059, 12, 31)),
    st.sampled_from(["%A %d %B %Y", "%a %d %b %Y", "%A, %d %B %Y"]),
    st.integers(1, 6),
)
def test_a_weekday_holds_for_its_day_and_for_no_other(day: dt.date, form: str, shift: int) -> None:
    right = day.strftime(form)
    wrong = right.replace(
        right.split()[0].strip(","), (day + dt.timedelta(days=shift)).strftime(form).split()[0].strip(",")
    )
    assert [c.result for c in checks(f"Held on {right}.")] == ["ok"]
    assert [(c.result, c.severity) for c in checks(f"Held on {wrong}.")] == [("fail", "wrong")]


@given(
    st.lists(
        st.sampled_from(
            [
                "Monday",
                "31",
                "Q1",
                "(",
                ")",
                "April",
                "-",
                "June",
                "2105/16",
                "31/02//2019",
                "12",
                "months",
                "from",
                "2015",
                "first quarter",
            ]
        ),
        max_size=10,
    )
)
def test_no_heap_of_words_makes_it_fail(words: list[str]) -> None:
    assert all(check.code == "C10" for check in checks(" ".join(["A", *words])))


MEETING = Identity(meeting_date=dt.date(2015, 10, 12))


def failures(text: str, figures: tuple[Observation, ...] = ()) -> list[tuple[str | None, str | None]]:
    blocks = laid_out(text).blocks
    found = check_reporting_periods(by_paper(blocks), MEETING, (), figures, find_dates(blocks, MEETING))
    return [(c.printed, c.computed) for c in found if c.result == "fail"]


def figure(start: str, end: str, kind: str, label: str, statistic: str = "actual") -> Observation:
    return Observation(
        place=Place(page=1, line=9, table="l9", row=1, col=1),
        paper=1,
        source="table",
        label="All crime",
        quote="All crime 12",
        value=12,
        value_text="12",
        unit="count",
        statistic=statistic,
        period=Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end), label, kind),
    )


def test_two_statements_of_the_period_that_a_paper_covers() -> None:
    first = "This report covers the time period 10th July to 25th September 2015.\n\n"
    assert failures(first + "This update relates to period 1 July to 25 September 2015.") == [
        ("10th July to 25th September 2015 and 1 July to 25 September 2015", None)
    ]
    assert failures(first + "The report covers the period 10 July to 25 September 2015.") == []
    assert failures(first + "This report covers the 12 months to September 2015.") == []
    assert failures(first + "This report relates to the plan for 1 July to 25 September 2015.") == []
    assert failures(first + "This report covers crime data from 1 July to 25 September 2015.") == []


def test_the_period_of_the_title_and_that_of_the_text() -> None:
    def failed(title: str) -> list[str | None]:
        blocks = laid_out(f"# {title}\n\nThis report covers the period July to September 2020.").blocks
        found = check_reporting_periods(by_paper(blocks), Identity(title=title), (), ())
        return [check.printed for check in found if check.result == "fail"]

    assert failed("PERFORMANCE MONITORING REPORT (AUGUST - OCTOBER 2020)") == [
        "AUGUST - OCTOBER 2020 and July to September 2020"
    ]
    assert failed("PERFORMANCE MONITORING REPORT (JULY - SEPTEMBER 2020)") == []
    assert failed("PERFORMANCE REPORT QUARTER 2 2020/21") == []
    assert failed("SCRUTINY PLAN AUGUST - OCTOBER 2020") == []


def test_days_after_the_period_are_told_with_it() -> None:
    text = "This report covers the time period 10th July to 25th September 2015.\n\nThe window was opened on 1 October 2015."
    assert failures(text) == []
    blocks = laid_out(text + "\n\nThis update relates to period 1 July to 25 September 2015.").blocks
    [found] = [
        c
        for c in check_reporting_periods(by_paper(blocks), MEETING, (), (), find_dates(blocks, MEETING))
        if c.result == "fail"
    ]
    assert found.why and found.why.endswith("it tells of 1 October 2015 as well")
    assert len(found.places) == 3


def test_the_quarter_of_a_report_and_its_figures() -> None:
    text = "This is a quarter 2 performance monitoring report."
    august = figure("2014-09-01", "2015-08-31", "rolling_12_months", "September 14 - August 15")
    september = figure("2014-10-01", "2015-09-30", "rolling_12_months", "October 14 - September 15")
    assert failures(text, (august,)) == [("quarter 2 performance monitoring report", "September 14 - August 15")]
    assert failures(text, (august, september)) == []
    assert failures(text, (september, figure("2015-04-01", "2016-03-31", "financial_year", "2015/16"))) == []
    assert failures("This is a monitoring report for quarter 2 of the plan.", (august,)) == []


def test_a_period_that_ends_after_the_meeting() -> None:
    later = figure("2015-10-01", "2015-10-31", "month", "October 2015")
    earlier = figure("2015-09-01", "2015-09-30", "month", "September 2015")
    year = figure("2015-04-01", "2016-03-31", "financial_year", "2015/16")
    target = figure("2015-12-01", "2015-12-31", "month", "December 2015", "target")
    assert failures("Crime is told here.", (later, earlier, year, target)) == [("October 2015", "31 October 2015")]


@pytest.mark.parametrize(
    ("entry", "results"),
    [
        ("Police Complaint Statistics 2013/14 and 2014/15", ["fail"]),
        ("Police Complaint Statistics 2012/13 and 2013/14", ["ok"]),
        ("Police Staff Statistics 2013/14", []),
        ("Police Complaint Statistics", []),
    ],
)
def test_the_years_of_a_title_in_the_agenda_and_over_the_report(entry: str, results: list[str]) -> None:
    agenda = [replace(block, paper=1) for block in laid_out(f"AGENDA\n\n{entry}").blocks]
    report = [
        replace(block, paper=2)
        for block in laid_out("POLICE COMPLAINT STATISTICS 2012-13 AND 2013-14\n\nThe text.").blocks
    ]
    papers = [
        Paper(number=1, title="Agenda", doc_type="agenda"),
        Paper(number=2, title="Police Complaint Statistics 2012-13 and 2013-14", doc_type="report"),
    ]
    found = list(check_reporting_periods(by_paper([*agenda, *report]), Identity(), papers, ()))
    assert [check.result for check in found] == results

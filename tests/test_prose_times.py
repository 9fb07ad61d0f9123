"""When the figures of sentences are for: times told by length, by another time, by what was said before; empty where nothing tells it."""

from __future__ import annotations

import datetime as dt

import pytest

from schema.reading import Identity
from told_sentences import LANCASHIRE, read, timed

JUNE_2024 = Identity(force="lancashire", meeting_date=dt.date(2024, 6, 20))


@pytest.mark.parametrize(
    "words",
    [
        "in the 12 months leading up to March 2024", "over the year leading to March 2024", "for the 12 months running to March 2024",
        "in the 12-month period which ended in March 2024", "over the twelve month period finishing in March 2024",
        "in the 12 months that ended in March 2024", "in the latest 12 months, to March 2024", "over the 12 months through March 2024",
        "from 1 April 2023 until 31 March 2024", "from April 2023 through to March 2024", "between 1 April 2023 and 31 March 2024",
        "in the year to the end of March 2024",
    ],
)  # fmt: skip
def test_a_year_told_by_its_length_and_its_end(words: str) -> None:
    assert timed(f"There were 1,204 burglaries {words}.") == [(1204, "2023-04-01..2024-03-31")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # A number of the same for a longer time.
        ("There were 412 burglaries recorded in Q4 2018/19 and 5,120 in the 12 months to March 2019.",
         [(412, "2019-01-01..2019-03-31"), (5120, "2018-04-01..2019-03-31")]),
        ("There were 412 burglaries in quarter four and 5,120 in the year to March 2019.", [(412, "none"), (5120, "2018-04-01..2019-03-31")]),
        ("The force recorded 3,012 thefts in the quarter and 12,480 over the year.", [(3012, "none"), (12480, "none")]),
        ("We had 1,204 complaints in 2018/19 and 1,310 in 2019/20.", [(1204, "2018-04-01..2019-03-31"), (1310, "2019-04-01..2020-03-31")]),
        # The end of a time in a bracket is no month by itself.
        ("1,204 burglaries were recorded (1,310 to June 2018).", [(1204, "none"), (1310, "None..2018-06-30")]),
        # Years ago: not of this paper, and of no days that anyone could tell.
        ("There were 512 fewer crimes compared with five years ago (2,056), and 83 fewer offences compared with ten years ago (1,470).",
         [(-512, "none"), (2056, "None..None"), (-83, "none"), (1470, "None..None")]),
        ("Crime fell by 3% compared with a decade ago (205,686).", [(-3, "none"), (205_686, "None..None")]),
        ("In 2019/20 there were 1,204 robberies. Ten years ago there were 2,310.", [(1204, "2019-04-01..2020-03-31"), (2310, "none")]),
        # This time last year.
        ("There were 1,310 complaints in 2019/20, up from 1,204 at this point last year.",
         [(1310, "2019-04-01..2020-03-31"), (1204, "2018-04-01..2019-03-31")]),
        ("So far 1,395 offences were solved compared to 1,168 this time last year.", [(1395, "none"), (1168, "None..None")]),
        # The days of the earlier time in a bracket are those of the base.
        ("In 2016/17 there were 138,710 thefts. This is a 7.2% increase to the previous year (2015/16) where there were 129,449 thefts.",
         [(138_710, "2016-04-01..2017-03-31"), (7.2, "2016-04-01..2017-03-31"), (129_449, "2015-04-01..2016-03-31")]),
        ("In 2018/19 there were 2,100 complaints. This is a 5% fall on last year (2017/18).",
         [(2100, "2018-04-01..2019-03-31"), (-5, "2018-04-01..2019-03-31")]),
        ("Last year (2018/19) there were 1,204 crimes.", [(1204, "2018-04-01..2019-03-31")]),
        # The same period is the one spoken of, unless it is compared with.
        ("There were 500 burglaries in the year to March 2019. 1,204 arrests were made in the same period.",
         [(500, "2018-04-01..2019-03-31"), (1204, "2018-04-01..2019-03-31")]),
        ("There were 257 crimes in Q1 2020/21, compared with 281 in the same quarter.", [(257, "2020-04-01..2020-06-30"), (281, "2019-04-01..2019-06-30")]),
        # A month of the year before.
        ("There were 120 burglaries in May 2023, compared with 140 in May last year.", [(120, "2023-05-01..2023-05-31"), (140, "2022-05-01..2022-05-31")]),
    ],
)  # fmt: skip
def test_each_figure_has_its_own_time(text: str, figures: list[tuple[float, str]]) -> None:
    # Without a day on which the paper speaks nothing is taken from it.
    assert [
        (o.value, f"{o.period.start}..{o.period.end}" if o.period else "none")
        for o in read(text, Identity(force="lancashire"))
    ] == figures


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("in May last year", "2023-05-01..2023-05-31"),
        ("in December last year", "2023-12-01..2023-12-31"),
        ("between March and May last year", "2023-03-01..2023-05-31"),
        ("in March of this year", "2024-03-01..2024-03-31"),
        ("from January to March this year", "2024-01-01..2024-03-31"),
        ("in the first quarter of last year", "2023-04-01..2023-06-30"),
        # Of which year the end is told nobody can say.
        ("in the year to March last year", "none"),
    ],
)
def test_last_year_is_that_before_the_paper(words: str, days: str) -> None:
    (found,) = read(f"There were 1,204 burglaries {words}.", JUNE_2024)
    dated = found.period if found.period and found.period.end else None
    assert (f"{dated.start}..{dated.end}" if dated else "none") == days


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Figures were shown for Quarter Three 2021-22 (1 October to 31 December 2021).\n\nThere were 412 burglaries in quarter three.",
         [(412, "2021-10-01..2021-12-31")]),
        ("Performance in Q3 2021/22\n\nThere were 412 burglaries in Q3.", [(412, "2021-10-01..2021-12-31")]),
        # Of two years, or of another quarter: which it is, nothing tells.
        ("Q3 2021/22 is set beside Q3 2020/21.\n\nThere were 412 burglaries in Q3.", [(412, "none")]),
        ("Figures were shown for Q3 2021/22.\n\nThere were 412 burglaries in Q2.", [(412, "none")]),
        ("There were 412 burglaries in Q3.", [(412, "none")]),
    ],
)  # fmt: skip
def test_a_quarter_without_its_year_is_the_one_named_before(text: str, figures: list[tuple[float, str]]) -> None:
    found = read(f"Papers\n\n{text}", Identity(force="lancashire"))
    assert [(o.value, f"{o.period.start}..{o.period.end}" if o.period else "none") for o in found] == figures


@pytest.mark.parametrize(
    ("second", "days"),
    [
        (
            "This represented a reduction of 170 burglaries compared to the previous 12 months.",
            "2018-07-01..2019-06-30",
        ),
        ("This is a fall of 170 burglaries on the previous year.", "2018-07-01..2019-06-30"),
        # The item before tells a year, and no quarter.
        ("This is a fall of 170 burglaries on the previous quarter.", "none"),
        ("Robbery fell by 170.", "none"),
    ],
)
def test_a_list_item_goes_on_about_the_time_of_the_one_before(second: str, days: str) -> None:
    text = f"Papers\n\nThey noted:\n\n- There were 43,523 burglaries in the 12 months to June 2019.\n\n- {second}"
    found = read(text, Identity(force="lancashire"))[-1]
    assert (f"{found.period.start}..{found.period.end}" if found.period else "none") == days


def test_a_month_may_own_its_figure() -> None:
    assert [
        (o.value, str(o.period.start)) for o in read("Confidence: October's figure was 61%.", LANCASHIRE) if o.period
    ] == [(61, "2019-10-01")]


@pytest.mark.parametrize(
    ("heading", "text", "figures"),
    [
        # What a sentence names in words is another time than that of its heading.
        ("Performance in Q3 2021/22", "There were 412 thefts.", [(412, "2021-10-01..2021-12-31")]),
        ("Performance in Q3 2021/22", "There were 412 thefts in the quarter, up 3% on last year.",
         [(412, "2021-10-01..2021-12-31"), (3, "2021-10-01..2021-12-31")]),
        ("Performance in Q3 2021/22", "There were 412 thefts in October.", [(412, "2021-10-01..2021-10-31")]),
        ("Performance in Q3 2021/22", "There were 412 thefts in May.", [(412, "none")]),
        ("Performance in Q3 2021/22", "There were 412 thefts in the financial year to date.", [(412, "2021-04-01..2021-12-31")]),
        ("Performance in Q3 2021/22", "So far this year there have been 412 thefts.", [(412, "2021-04-01..2021-12-31")]),
        ("Performance in Q3 2021/22", "Burglary is down 3% YTD.", [(-3, "2021-04-01..2021-12-31")]),
        ("Performance in Q3 2021/22", "There were 412 thefts in the last 12 months.", [(412, "none")]),
        ("Performance in Q3 2021/22", "Over the past year there were 412 thefts.", [(412, "none")]),
        ("Performance in Q3 2021/22", "There were 412 thefts this year.", [(412, "none")]),
        ("Performance in Q3 2021/22", "There were 412 thefts over the last five years.", [(412, "none")]),
        ("Performance in Q3 2021/22", "In the past 18 months 40 officers were recruited.", [(40, "none")]),
        ("Performance in Q3 2021/22", "There were 412 thefts over the summer.", [(412, "none")]),
        ("Performance in Q3 2021/22", "Last year there were 412 thefts.", [(412, "none")]),
        ("Performance in Q3 2021/22", "There were 412 thefts in the quarter and 1,204 in the year to date.", [(412, "none"), (1204, "none")]),
        # A time that is only compared with is none of its own.
        ("Performance in Q3 2021/22", "Thefts fell by 3% compared with the last 12 months.", [(-3, "2021-10-01..2021-12-31")]),
        ("Performance in 2021/22", "There were 412 thefts in the last 12 months.", [(412, "2021-04-01..2022-03-31")]),
        ("Performance in 2021/22", "Last year there were 412 thefts.", [(412, "2020-04-01..2021-03-31")]),
        ("Performance in 2021/22", "There were 412 thefts in the quarter.", [(412, "none")]),
        ("Performance in 2021/22", "There were 412 thefts in the year to date.", [(412, "none")]),
    ],
)  # fmt: skip
def test_a_time_named_in_words_is_held_against_that_of_the_heading(
    heading: str, text: str, figures: list[tuple[float, str]]
) -> None:
    found = read(f"Papers\n\n{heading}\n\n{text}", Identity(force="lancashire"))
    assert [(o.value, f"{o.period.start}..{o.period.end}" if o.period else "none") for o in found] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("February 2019 was the highest month since at least April 2013, with 159 thefts.", [(159, "2019-02-01..2019-02-28")]),
        ("There were 412 thefts in October 2019, the most since at least March 2016.", [(412, "2019-10-01..2019-10-31")]),
        ("In October 2019 the solved rate was 11.3% - the highest monthly rate in the last year.", [(11.3, "2019-10-01..2019-10-31")]),
        ("At 31 March 2020 there were 2,012 officers and at 31 March 2019 there were 1,950.", [(2012, "2020-03-31..2020-03-31")]),
        ("December 2018 had the fewest burglaries (98) and July 2018 the most (143).", [(98, "2018-12-01..2018-12-31"), (143, "2018-07-01..2018-07-31")]),
    ],
)  # fmt: skip
def test_the_highest_and_the_lowest_have_their_own_times(text: str, figures: list[tuple[float, str]]) -> None:
    assert timed(text) == figures

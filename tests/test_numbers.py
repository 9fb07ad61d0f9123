"""Figures as printed in real papers, and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.figure_words import (
    direction_of,
    hides_small_number,
    is_arrow,
    missing_status,
    number_word,
    ordinal_word,
    rag_of,
)
from extract.numbers import clock_duration, parse_figures, qualified

PRINTED = [
    ("+ 15% (20,634)", [(15, "percent"), (20634, None)]),
    ("- 16% (-25,769)", [(-16, "percent"), (-25769, None)]),
    ("-23% (-8,739)", [(-23, "percent"), (-8739, None)]),
    ("- 21% (- 3,944)", [(-21, "percent"), (-3944, None)]),
    ("(+45%, +22,833", [(45, "percent"), (22833, None)]),
    ("Decrease (-16%, -25,769)", [(-16, "percent"), (-25769, None)]),
    ("No Change (0%)", [(0, "percent")]),
    ("+ 42 % (336)", [(42, "percent"), (336, None)]),
    ("up 8 per cent", [(8, "percent")]),
    ("23.5 percent", [(23.5, "percent")]),
    ("rose 46% to 677", [(46, "percent"), (677, None)]),
    ("from 223 to 251", [(223, None), (251, None)]),
    ("£20k to £45K", [(20000, "GBP"), (45000, "GBP")]),
    ("-2090", [(-2090, None)]),
    ("17636", [(17636, None)]),
    ("£00.00", [(0, "GBP")]),
    ("£4517.33", [(4517.33, "GBP")]),
    ("£5,482.67", [(5482.67, "GBP")]),
    ("27.2M (33.8%)", [(27200000, None), (33.8, "percent")]),
    ("£27.8M (36.2%)", [(27800000, "GBP"), (36.2, "percent")]),
    ("4.2 million pounds", [(4200000, "GBP")]),
    ("£4.854M.", [(4854000, "GBP")]),
    ("£857k", [(857000, "GBP")]),
    ("£171.573m", [(171573000, "GBP")]),
    ("£179.9951", [(179.9951, "GBP")]),
    ("+£13", [(13, "GBP")]),
    ("-£1.2m", [(-1200000, "GBP")]),
    ("84.2% 2nd", [(84.2, "percent"), (2, "rank")]),
    ("4,965 (12%)", [(4965, None), (12, "percent")]),
    ("MSG Position: 2/8", [(2, "rank")]),
    ("10/43", [(10, "rank")]),
    ("10.2 min", [(10.2, "minutes")]),
    ("4 mins 35 secs", [(275, "seconds")]),
    ("5m 10s", [(310, "seconds")]),
    ("2 hours and 20 minutes", [(140, "minutes")]),
    ("145 working days", [(145, "days")]),
    ("1 calendar day", [(1, "days")]),
    ("1 hr, 5 mins and 30 secs", [(3930, "seconds")]),
    ("£5m 10", [(5000000, "GBP"), (10, None)]),
    ("169.9 Secs", [(169.9, "seconds")]),
    ("1,432 full-time equivalent officers", [(1432, "FTE")]),
    ("13 whole time equivalents", [(13, "FTE")]),
    ("22.5 WTE", [(22.5, "FTE")]),
    ("13 full-time officers", [(13, None)]),
    ("(Target <15 Mins)", [(15, "minutes")]),
    ("(target <1 hour)", [(1, "hours")]),
    ("90% in 10 Seconds", [(90, "percent"), (10, "seconds")]),
    ("58805 59392", [(58805, None), (59392, None)]),
    ("a) £87,890 b) £16,470 Total: £104,360", [(87890, "GBP"), (16470, "GBP"), (104360, "GBP")]),
    ("14 of 27 appeals", [(14, None), (27, None)]),
    ("1490.01", [(1490.01, None)]),
    ("−5.1", [(-5.1, None)]),
    ("– 3", [(-3, None)]),
]
#: Digits that are no figures: codes, years, clock times, names.
NO_FIGURES = [
    "06:00 to 11:59",
    "£000s",
    "2025-26 £'000",
    "Tel: 03000 414043",
    "0121 303 4667",
    "WPCC3-0049",
    "C1010 SP4 SP8",
    "CI012",
    "Covid-19",
    "2020/21",
    "2013-14",
    "7pm to 7am",
    "NC/88",
    "N200s",
    "Q1",
    "SP17",
    "",
]


@pytest.mark.parametrize(("text", "meant"), PRINTED, ids=[t for t, _ in PRINTED])
def test_a_figure_as_printed(text: str, meant: list[tuple[float, str | None]]) -> None:
    assert [(f.value, f.unit) for f in parse_figures(text)] == meant


@pytest.mark.parametrize("text", NO_FIGURES)
def test_digits_that_are_no_figures(text: str) -> None:
    assert parse_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("over 62,000", "over"),
        ("just under 6%", "under"),
        ("approximately 20%", "about"),
        ("nearly 1400", "nearly"),
        ("up to 130 volunteers", "up to"),
        ("more than 200 people", "over"),
        ("at least 3", "at least"),
        ("< 10 secs", "under"),
        ("277", None),
    ],
)
def test_the_words_before_a_figure_qualify_it(text: str, qualifier: str | None) -> None:
    assert parse_figures(text)[0].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("£3-4 million", 3e6, 4e6), ("60-69%", 60, 69), ("£0.5m-£1m", 5e5, 1e6), ("£3 to 4 million", 3e6, 4e6)],
)
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    (figure,) = parse_figures(text)
    assert (figure.value, figure.upper) == (low, high)


def test_points_are_told_from_percent() -> None:
    assert [parse_figures(t)[0].points for t in ("5.1 percentage points", "3% point fall", "16%")] == [
        True,
        True,
        False,
    ]


def test_footnote_marks_are_kept_apart() -> None:
    assert [(f.value, f.mark) for t in ("*48", "**211", "637 *") for f in parse_figures(t)] == [
        (48, "*"),
        (211, "**"),
        (637, "*"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("NA", "O"),
        ("-", "O"),
        ("TBC", "O"),
        ("N/A", "M"),
        ("no performance figures yet", "O"),
        ("0", None),
        ("NA NA", "O"),
        ("..", "O"),
        ("not yet available", "O"),
        ("#DIV/0!", "O"),
        ("Not applicable", "M"),
        ("[z]", "M"),
        ("[x]", "O"),
        ("*", "Q"),
        ("c", "Q"),
        ("C", None),
        ("[c]", "Q"),
        ("Suppressed", "Q"),
        ("637 *", None),
        ("NA 90.5%", None),
        ("None", None),
    ],
)
def test_what_stands_for_a_missing_figure(text: str, status: str | None) -> None:
    assert missing_status(text) == status


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("<5", True),
        ("< 3", True),
        ("fewer than 10", True),
        ("Less than 5*", True),
        ("<5%", False),
        ("<15", False),
        ("5", False),
    ],
)
def test_small_numbers_may_be_hidden(text: str, hidden: bool) -> None:
    assert hides_small_number(text) is hidden


@pytest.mark.parametrize(
    ("text", "in_hours", "value", "unit"),
    [
        ("04:35", False, 275, "seconds"),
        ("0:09", False, 9, "seconds"),
        ("04:35", True, 275, "minutes"),
        (" 1:02:03 ", True, 3723, "seconds"),
    ],
)
def test_a_time_with_colons_is_one_figure(text: str, in_hours: bool, value: float, unit: str) -> None:
    took = clock_duration(text, in_hours=in_hours)
    assert took is not None
    assert (took.value, took.unit, text[took.start : took.end]) == (value, unit, text.strip())


@pytest.mark.parametrize("text", ["2:8", "10:75", "at 10:30", "3:1", "4.35", "10:30am"])
def test_what_is_no_time_with_colons(text: str) -> None:
    assert clock_duration(text) is None


@given(st.integers(0, 99), st.integers(0, 59))
def test_any_time_of_minutes_and_seconds_is_read_back(minutes: int, seconds: int) -> None:
    (spoken,) = parse_figures(f"{minutes} mins {seconds} secs")
    printed = clock_duration(f"{minutes:02}:{seconds:02}")
    assert printed is not None
    assert spoken.value == printed.value == minutes * 60 + seconds
    assert spoken.unit == printed.unit == "seconds"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Decrease (-3%)", "decrease"),
        ("Increase (70%, +74)", "increase"),
        ("No Change (0%)", "no change"),
        ("↑", "up"),
        ("70%", None),
        ("up to 45", None),
        ("up 4%", "increase"),
        ("more than 1,200", None),
        ("12 more", "increase"),
        ("fewer than 5", None),
        ("5 fewer than last year", "decrease"),
    ],
)
def test_directions(text: str, direction: str | None) -> None:
    assert direction_of(text) == direction


def test_words_that_are_numbers() -> None:
    assert [number_word(w) for w in ("Six", "twenty-one", "officers")] == [6, 21, None]
    assert [ordinal_word(w) for w in ("fourth", "2nd", "most")] == [4, 2, None]


def test_rag_words_and_arrows() -> None:
    assert [rag_of(t) for t in ("Green", "AMBER", "R", "Content")] == ["Green", "Amber", "Red", None]
    assert is_arrow("↓") and not is_arrow("89.4%") and not is_arrow("")


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_every_figure_stands_in_it(text: str) -> None:
    for figure in parse_figures(text):
        assert text[figure.start : figure.end] == figure.text


@given(st.integers(min_value=0, max_value=10**9))
def test_a_count_printed_with_thousands_is_read_back(number: int) -> None:
    (figure,) = parse_figures(f"{number:,}")
    assert figure.value == number


@given(st.integers(min_value=-(10**6), max_value=10**6))
def test_a_signed_change_is_read_back(number: int) -> None:
    assert [f.value for f in parse_figures(f"({number:+,d})")] == [number]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2021/22 (more than)", ("2021/22", "over")),
        ("Volunteers (approx.)", ("Volunteers", "about")),
        ("Calls (At least)", ("Calls", "at least")),
        ("2020 (up to)", ("2020", "up to")),
        ("Burglary (dwelling)", ("Burglary (dwelling)", None)),
        ("Over 65s", ("Over 65s", None)),
        ("Under (12)", ("Under (12)", None)),
    ],
)
def test_a_name_may_say_how_exact_its_figures_are(printed: str, expected: tuple[str, str | None]) -> None:
    assert qualified(printed) == expected

"""Markup inside lines and cells, as text conversions of real papers print it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_with_its_length
from ingest.inline import printed_cell, printed_lines


@pytest.mark.parametrize(
    ("source", "text", "bold"),
    [
        ("<b>Blackpool CSP</b>", "Blackpool CSP", True),
        ("**All crime**", "All crime", True),
        ("**Total** (rounded)", "Total (rounded)", False),
        ("Lancashire*", "Lancashire*", False),
        ("*48", "*48", False),
        ("**211", "**211", False),
        ("637 *", "637 *", False),
        (r"\* Figures for 1 April", "* Figures for 1 April", False),
        ("one<br>two<br/>three", "one\ntwo\nthree", False),
        ('<ul style="x"> <li>• Overview</li> <li>Investing to save</li> </ul>', "• Overview\nInvesting to save", False),
        ("<p>First.</p> <p>Second.</p>", "First.\nSecond.", False),
        ("<ul> • never closed", "• never closed", False),
        ("1,194<sup>2</sup>", "1,194²", False),
        ("12<sup>th</sup> October", "12th October", False),
        ("(Target <15 Mins)", "(Target <15 Mins)", False),
        ("<Force Summary>; to end of May", "<Force Summary>; to end of May", False),
        ("AT&amp;T, R&D, &pound;5", "AT&T, R&D, £5", False),
        ("", "", False),
    ],
)
def test_cell(source: str, text: str, bold: bool) -> None:
    printed = printed_cell(source)
    assert (printed.text, printed.bold) == (text, bold)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("[ian@example.org](mailto:ian@example.org)", "ian@example.org"),
        ("see [the plan](https://example.org/plan_(draft).pdf) below", "see the plan below"),
        ("see [1] and [sic](as printed)", "see [1] and [sic](as printed)"),
        ("at <http://www.example.org/webcast>", "at http://www.example.org/webcast"),
        ("coded 'C1***' and 'SP*' in the table", "coded 'C1***' and 'SP*' in the table"),
        ("awarded *'to reduce incidents'* and *prior*", "awarded 'to reduce incidents' and prior"),
        ("Decrease<br>(-16%)", "Decrease (-16%)"),
        ("<ul><li>one</li><li>two</li></ul>", "• one • two"),
        ("![](picture_3.jpg)", ""),
        ("{ PAGE \\\\* MERGEFORMAT } | Page", "{ PAGE \\* MERGEFORMAT } | Page"),
        ("appendix_a_final", "appendix_a_final"),
    ],
)
def test_line(source: str, text: str) -> None:
    (printed,) = printed_lines(source)
    assert printed.text == text


def test_bold_runs_over_lines() -> None:
    lines = printed_lines("**POLICE & CRIME\nCOMMISSIONER FOR**\nplain")
    assert [(line.text, line.bold) for line in lines] == [
        ("POLICE & CRIME", True),
        ("COMMISSIONER FOR", True),
        ("plain", False),
    ]


def test_a_footnote_star_has_no_twin_on_the_next_line() -> None:
    assert [line.text for line in printed_lines("*Lancashire data\n*National data*")] == [
        "*Lancashire data",
        "National data",
    ]


@given(st.text(alphabet='ab1 *_[]()<>/\\&;!\n#.`"b', max_size=80))
def test_the_number_of_lines_stays_and_no_letter_is_made_up(source: str) -> None:
    lines = printed_lines(source)
    assert len(lines) == source.count("\n") + 1
    assert sum(line.text.count("1") for line in lines) <= source.count("1")


@pytest.mark.parametrize("unit", ["*a ", "[", "![a](", "<b", "_", "a](b ", "&", "\\", "<!--"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_its_length(lambda times: printed_lines(unit * times), 15_000)

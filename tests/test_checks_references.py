"""C16: is what a paper refers to there, and is it about what the reference says?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks import Figure
from extract.checks.references import check_references
from extract.checks.texts import by_paper
from laid_out import laid_out
from schema.reading import Check

PAPER = """
# 3. Progress

3.1 The Commissioner has entered in to a strategic alliance with Cumbria.

3.2 New vehicles were ordered for rural teams.

3.3 Counselling is given by the Trust House and the Birchall Trust.

3.4 Cadets won a competition.

3.5 A conference on business crime is planned.

3.6 {}

**Table 1: Recorded offences by quarter**

Offence | Q1 | Q2
Theft | 110 | 120
Arson | 7 | 9

**Table 2: Complaints by quarter**

Complaint | Q1 | Q2
Delay | 11 | 12
Conduct | 7 | 9

# Appendix A: Performance measures

The measures are listed.

# Appendix B: Minutes of the board

The minutes are listed.
"""


def checks(sentence: str) -> list[Check]:
    return list(check_references(by_paper(laid_out(PAPER.format(sentence)).blocks)))


@pytest.mark.parametrize(
    ("sentence", "results"),
    [
        ("The grants are told in paragraph 3.3 of this report.", ["ok"]),
        ("The grants to the Trust House are set out at 3.3.", ["ok"]),
        ("As paragraphs 3.1, 3.2 and 3.5 show, much was done.", ["ok", "ok", "ok"]),
        ("More is in section 3 above, and in Table 1 and Appendix B.", ["ok", "ok", "ok"]),
        ("Offences are in table 2 (see Appendix A).", ["ok", "ok"]),
        ("More is told in paragraph 3.9.", ["fail"]),
        ("More is shown at 3.41 and in Table 5.", ["fail", "fail"]),
        ("Appendix D gives the risks.", ["fail"]),
        ("The Strategic Alliance with Cumbria as referenced at 3.3 goes on.", ["fail"]),
        ("The Birchall Trust, referred to at 3.3, was paid.", ["ok"]),
        ("Figure 4 shows the trend, and so does Chart 2.", ["not_checkable", "not_checkable"]),
        ("See paragraph 12 for the rest.", ["not_checkable"]),
        # what is said of other documents, of laws, and what is no reference
        ("Under section 17 of the Crime and Disorder Act and section 151 the officer advised.", []),
        ("Paragraph 9 of Schedule 5 applies, and paragraph 4.7 of the Financial Code.", []),
        ("Table 9 of the national bulletin gives more.", []),
        ("The rate was noted at 3.41% and seen at 9.30 am.", []),
        ("Savings of 3.41 million were made in 4.2 weeks.", []),
        ("The table shows 5 areas.", []),
        ("Section 9.4 of the Force Management Statement says more.", []),
        ("As told in paragraph 9.9 of the report to the Panel in June.", []),
        ("Officers noted 3.41 fewer calls than 9.30 on average.", []),
        ("Appendix 4 to the minutes was noted.", []),
    ],
)
def test_a_reference_as_printed(sentence: str, results: list[str]) -> None:
    assert [check.result for check in checks(sentence)] == results


def test_the_paragraph_that_is_meant_is_named() -> None:
    [found] = checks("The Strategic Alliance with Cumbria as referenced at 3.3 goes on.")
    assert (found.printed, found.computed, found.severity) == ("referenced at 3.3", "3.1", "suspicious")
    assert (
        found.why
        == "paragraph 3.3 has none of the words beside the reference (alliance cumbria strategic); 3.1 has them all"
    )
    assert found.quote and found.places[0].line


def test_the_caption_of_a_chart_is_its_name() -> None:
    blocks = laid_out(
        "Figure 1 shows burglary, figure 2 robbery and figure 3 theft.\n\nSee Figure 3 for theft, and figure 7."
    ).blocks
    charts = [Figure(1, 3, f"Figure {n}: A trend") for n in (1, 2, 3)]
    found = list(check_references(by_paper(blocks), charts))
    assert {(check.label, check.result) for check in found} == {
        ("Reference to Figure 1", "ok"),
        ("Reference to Figure 3", "ok"),
        ("Reference to Figure 2", "ok"),
        ("Reference to Figure 7", "fail"),
    }


def test_an_appendix_that_was_published_apart_cannot_be_checked() -> None:
    found = list(check_references(by_paper(laid_out("The measures are shown in appendix A.\n").blocks)))
    assert [check.result for check in found] == ["not_checkable"]


@given(
    st.lists(
        st.sampled_from(
            [
                "paragraph",
                "3.3",
                "Table",
                "1",
                "appendix",
                "A",
                "(",
                ")",
                "of",
                "the",
                "Act",
                "see",
                "section",
                ",",
                "and",
                "9",
                ".",
            ]
        ),
        max_size=10,
    )
)
def test_no_heap_of_words_makes_it_fail(words: list[str]) -> None:
    assert all(check.code == "C16" for check in checks(" ".join(words)))

"""Passages, headings and tables of text papers."""

from __future__ import annotations

import pytest

from extract.blocks import Passage, TableBlock
from extract.headings import numbering
from laid_out import laid_out, passages, table, tables


def test_an_item_of_minutes_is_a_heading_with_its_full_stop() -> None:
    text = (
        'Thank you."\n\n112. Proposed Precept 2015/16 and Financial Strategy.\n\nThe Panel considered a report.\n\n'
        "113. The Panel noted it.\n\nIt was agreed by all."
    )
    (heading,) = [b for b in laid_out(text).blocks if isinstance(b, Passage) and b.kind == "heading"]
    assert heading.text == "Proposed Precept 2015/16 and Financial Strategy."


def test_headings_stand_over_what_follows() -> None:
    found = passages(
        """
4. Crime and Safety

a. Recorded Crime

The number of offences has fallen in each of the last four quarters and this is set out below.

b. Road Safety

There were fewer collisions on the roads of the county than in the year before.
"""
    )
    assert [(p.kind, p.context) for p in found] == [
        ("heading", ""),
        ("heading", "Crime and Safety"),
        ("paragraph", "Crime and Safety > Recorded Crime"),
        ("heading", "Crime and Safety"),
        ("paragraph", "Crime and Safety > Road Safety"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "style"),
    [
        ("3.38 Arrangements are underway", "3.38", "decimal"),
        ("1. The Panel will recall", "1.", "number"),
        ("a) DEFEND FRONTLINE", "a)", "letter"),
        ("(iv) Citizens in Policing", "(iv)", "roman"),
        ("Appendix A: Performance data", "Appendix A", "appendix"),
    ],
)
def test_numbers_of_paragraphs_and_headings(text: str, number: str, style: str) -> None:
    found = numbering(text)
    assert found is not None
    assert (found.number, found.style) == (number, style)


@pytest.mark.parametrize("text", ["12 members voted", "4,965 crimes", "2019 was a year", "I agree"])
def test_figures_and_words_are_no_numbering(text: str) -> None:
    assert numbering(text) is None


def test_a_page_mark_in_mid_sentence_is_taken_out_and_the_sentence_joined() -> None:
    layout = laid_out(
        """
The force has charged eighteen people to date with trafficking of drugs and the work of the

Item 2

exploitation teams will go on through the winter.
"""
    )
    (passage,) = layout.blocks
    assert not isinstance(passage, TableBlock)
    assert passage.text.endswith("the work of the exploitation teams will go on through the winter.")
    assert [(f.text, f.line) for f in layout.furniture] == [("Item 2", 3)]


def test_a_span_of_a_joined_passage_leads_back_to_its_own_line() -> None:
    (passage,) = passages("1.1 The force recorded fewer crimes, and\n\nthe commissioner noted 1,234 of them.")
    start = passage.text.index("1,234")
    place = passage.place(start, start + 5)
    assert (place.line, place.start, place.end) == (3, 23, 28)


def test_paragraph_numbers_are_kept_apart_from_the_text() -> None:
    (passage,) = passages("5.12 More people report crimes by telephone than at a station.")
    assert (passage.number, passage.text[:11]) == ("5.12", "More people")


def test_a_table_has_the_line_above_as_its_caption_and_the_sentence_as_its_lead() -> None:
    block = table(
        """
The grants are set out in the table below.

Table 1: Grants by district

District | Spent | Available
Northtown | £1,000 | £2,000
Southtown | £500 | £2,500
"""
    )
    assert block.caption == "Table 1: Grants by district"
    assert block.lead == "The grants are set out in the table below."
    assert block.key == "l5"


def test_the_title_of_a_recommendation_is_no_caption() -> None:
    block = table(
        "6.1 Members are invited to consider the report.\n\nMeasure | 2018/19 | 2019/20\nCrime | 1,000 | 1,100"
    )
    assert block.caption is None


def test_a_table_that_goes_on_under_a_repeated_header_is_one() -> None:
    block = table(
        """
Measure | Previous (April 14 – March 15) | Current
Crime | 1,000 | 1,100



Measure | Previous (April 14 - March 15) | Current
Incidents | 2,000 | 2,100
"""
    )
    assert (block.grid.rows, block.header_rows) == (3, 1)
    assert [c.text for c in block.grid.cells if c.col == 0] == ["Measure", "Crime", "Incidents"]


def test_two_tables_under_different_headers_stay_two() -> None:
    assert len(tables("A | Total\nx | 1\n\nB | Total\ny | 2")) == 2


def test_the_text_of_a_page_has_each_line_at_its_number() -> None:
    layout = laid_out("One paragraph.\n\nMeasure | Now\nCrime | 12")
    lines = layout.pages[0].text.split("\n")
    assert lines[0] == "One paragraph."
    assert lines[3] == "Crime\t12"


def test_a_page_left_blank_ends_the_sections() -> None:
    found = passages(
        "1. Priorities\n\nThe first of them is set out here in full for the Panel to note.\n\n"
        "This page is intentionally left blank\n\nThe dashboard follows and shows the period that ended in December."
    )
    assert [(p.kind, p.context) for p in found][-1] == ("paragraph", "")


PARAGRAPHS = "The Panel is asked to note the spending, which is explained in the appendix.\n\n"


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        ("Table 3: Spending by area\n\nPer cent\n\n", "Table 3: Spending by area"),
        ("Table 3: Spending by area\n\n**All areas**\n\n", "Table 3: Spending by area"),
        ("Table 3: Spending by area\n\n" + PARAGRAPHS + "Spending in the year\n\n", "Spending in the year"),
    ],
)
def test_a_numbered_caption_wins_over_the_line_that_stands_nearest(above: str, caption: str) -> None:
    assert table(above + "Area | Spent | Available\nNorthtown | £1,000 | £2,000").caption == caption


def test_a_numbered_caption_may_stand_below_but_belongs_to_the_table_under_it_where_there_is_one() -> None:
    rows = "Area | Spent | Available\nNorthtown | £1,000 | £2,000\n\n"
    assert (
        table(PARAGRAPHS + rows + "Table 3: Spending by area\n\n" + PARAGRAPHS).caption == "Table 3: Spending by area"
    )
    one, two = tables(PARAGRAPHS + rows + "Table 3: Budgets by area\n\n" + rows.replace("Spent", "Budget"))
    assert (one.caption, two.caption) == (None, "Table 3: Budgets by area")


def test_a_caption_is_no_section_of_what_follows_its_table() -> None:
    found = passages("# Spending\n\n## Table 3: Spending by area\n\nArea | Spent\nNorthtown | £1,000\n\n" + PARAGRAPHS)
    assert [(p.kind, p.context) for p in found] == [("heading", ""), ("heading", "Spending"), ("paragraph", "Spending")]


@pytest.mark.parametrize("leader", [" ........ ", " . . . . . ", "…… ", " "])
def test_a_list_of_contents_gives_no_headings(leader: str) -> None:
    found = passages(
        f"# Contents\n\n1. Recorded crime{leader}3\n\n2. Complaints and reviews{leader}12\n\n"
        "1. Recorded crime\n\nThere were fewer crimes in the county than there were in the year before."
    )
    assert [(p.kind, p.text) for p in found if p.kind == "heading"] == [
        ("heading", "Contents"),
        ("heading", "Recorded crime"),
    ]
    assert found[-1].sections[-1].text == "Recorded crime"


@pytest.mark.parametrize("text", ["Crime in the year to March 2024", "Priority 3", "Part 2 of the plan"])
def test_a_heading_that_ends_with_a_number_is_one(text: str) -> None:
    assert passages(f"# {text}\n\nThere were fewer crimes in the county than before.")[0].kind == "heading"


def test_the_end_of_a_period_holds_for_the_tables_of_its_part() -> None:
    text = (
        "# 1. Performance\n\nPeriod ended December 2014\n\nBurglary\n\nOffence\tLatest 12 months\nBurglary\t12\n\n"
        "Robbery\n\nOffence\tLatest 12 months\nRobbery\t14\n\n# 2. Finance\n\nItem\tLatest 12 months\nPay\t£12\n"
    )
    found = tables(text)
    assert [t.until for t in found] == ["Period ended December 2014", "Period ended December 2014", None]


def test_the_next_numbered_line_ends_what_stood_unnumbered_below_the_one_before() -> None:
    rows = "\n\nMeasure\tResult\nReports\t12\n\n"
    text = f"4 Reducing crime by families\n\nAssessment{rows}5 To increase reporting of abuse{rows}18 With staff and partners{rows}"
    found = tables(text)
    assert [t.context for t in found] == ["Assessment", "", ""]
    assert [t.caption for t in found] == [
        "Assessment",
        "5 To increase reporting of abuse",
        "18 With staff and partners",
    ]


#: Lines of a decision without blank ones between them; the paragraphs are not broken into lines.
_UNBROKEN = """
Decision 12/2021 on the applications of November
Author and her role: Jo Marsh, who looks after grants
Applications to the Youth Fund for this round:
Deal Youth Arts - Murals in the underpass at the station and in the High Street
To award Deal Youth Arts £3,100 towards two murals in the underpass. The club has worked with four schools on the designs, and the council has given its consent to both; the work is to be done in the summer holidays when most of the young people who drew them can be there to paint.
Applications to the Community Fund for this round:
Swale Rangers - A minibus for away matches of girls
To award Swale Rangers £4,000 for a minibus. It will be used by the two teams of girls for away matches, and on other days by the youth club next door, which has had none since its own was stolen in the spring; the driver is a volunteer of the club who holds the licence that is needed for it.
What is recommended to the Commissioner here
"""


def test_a_paper_whose_paragraphs_are_not_broken_into_lines_has_one_on_each() -> None:
    assert [p.text for p in passages(_UNBROKEN)] == _UNBROKEN.strip().split("\n")

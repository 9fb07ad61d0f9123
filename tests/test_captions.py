"""What stands over a table and names it."""

from __future__ import annotations

import pytest

from extract.blocks import Passage
from extract.captions import caption_and_lead
from ingest.papers import read_paper
from schema.document import Line
from schema.reading import Known


def over(text: str) -> str | None:
    line = Line(text, 1)
    passage = Passage(kind="paragraph", text=text, page=1, lines=(line,), joins=((0, 0),), pages=(1,))
    return caption_and_lead([passage])[0]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Recorded crime by district", True),
        ("Recorded crime, 12 months to 31 March 2019", True),
        ("Crime from 1 April 2018 to 31 March 2019", True),
        ("Table 3: Calls answered in 10 and 30 seconds", True),
        ("*A reporting error has led to a revision of these figures", False),
        ("Source: Welsh road accident data", False),
        ("Note: provisional figures", False),
        ("Gateshead 120 98 falling a little", False),
        ("Burglary 1,204 1,310 8.8%", False),
    ],
)
def test_a_note_and_a_row_of_figures_name_no_table(printed: str, names: bool) -> None:
    assert over(printed) == (printed if names else None)


FIGURES = "Measure | 2018/19 | 2019/20\nRobbery | 1,141 | 957"
TITLED = "TACKLING CRIME |  | \nMeasure | 2018/19 | 2019/20\nRobbery | 1,141 | 957"


@pytest.mark.parametrize(
    ("above", "rows", "name"),
    [
        ("## Recorded crime\n\nThe latest data shows a change of -4% in the region.", FIGURES, "Recorded crime"),
        ("## Recorded crime\n\nThe table below shows the totals.", FIGURES, "The table below shows the totals."),
        (
            "## Recorded crime\n\nThese were the totals that were recorded:",
            FIGURES,
            "These were the totals that were recorded:",
        ),
        ("## Recommendations\n\nThe Panel is invited to consider the report.", FIGURES, None),
        ("## Recommendations\n\nThe Panel is invited to consider the report.", TITLED, "TACKLING CRIME"),
        ("## Recorded crime\n\nTable 2: Robbery by year", FIGURES, "Table 2: Robbery by year"),
    ],
)
def test_the_last_sentence_before_a_table_is_its_name_only_where_it_introduces_it(
    above: str, rows: str, name: str | None
) -> None:
    text = f"# Performance report\n\n{above}\n\n" + rows.replace(" | ", "\t") + "\n"
    (found,) = read_paper(text.encode(), "report.md", Known(force="kent")).tables
    assert found.caption == name

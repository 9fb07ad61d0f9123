"""What stands over a table and names it."""

from __future__ import annotations

import pytest

from extract.blocks import Passage
from extract.captions import caption_and_lead
from schema.document import Line


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

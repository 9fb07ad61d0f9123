"""Any table can be read: nothing raises, and no figure is told that does not stand in its cell."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.blocks import TableBlock
from extract.forms import lays_out_text, passages_of
from extract.tables.headers import header_rows
from extract.tables.kinds import table_kind
from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from schema.document import Cell, Grid
from schema.reading import Identity

PRINTED = (
    "", "Measure", "Force", "Number", "No.", "%", "2018/19", "2019/20", "Q1", "April", "Change", "% reduction", "Target", "RAG", "Rank",
    "Number (%)", "Crimes (rate per 1,000)", "Burglary", "Lancashire", "Kent", "Total", "2018/19*", "Grade 1 (Target <15 Mins)", "FTE",
    "a) victims b) families", "a) £5 b) £6 Total: £11", "1,204", "58805 59392", "NA 90.5%", "NA", "<5", "*", "n/a", "04:35", "4 mins 35 secs",
    "84.2% 2nd", "£27.8M (36.2%)", "↑", "Green", "▼ 12%", "Decrease (-16%, -25,769)", "(2.3)", "±2.1", "60.3 per 1,000", "1:4", "30 June 2020",
    "Financial:", "None", "Report of", "Chief Constable", "up to 45", "£3-4 million", "957 (p)", "Average time to answer", "Thursday 12 June",
)  # fmt: skip
CELLS = st.one_of(st.sampled_from(PRINTED), st.text(max_size=12))


@st.composite
def tables(draw: st.DrawFn) -> TableBlock:
    columns, rows = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    cells = tuple(
        Cell(row, col, draw(CELLS), page=1, line=row + 1)
        for row in range(rows)
        for col in range(columns)
        if draw(st.booleans())
    )
    grid = Grid(cells or (Cell(0, 0, "x", page=1, line=1),), "tsv", 1, line=1)
    top, inner = header_rows(grid)
    caption = draw(
        st.sampled_from((None, "Table 3: Recorded crime 2019/20", "Implications", "The table below shows the calls:"))
    )
    return TableBlock(grid, "l1", 1, caption, None, top, inner)


def test_a_footnote_mark_alone_in_a_cell_is_no_number() -> None:
    cells = (Cell(0, 1, "Grade 1 (Target <15 Mins)", 1), Cell(0, 4, "Measure", 1), Cell(2, 1, "¹", 1))
    block = TableBlock(Grid(cells, "tsv", 1), "l1", 1, None, None, 0)
    assert {o.place.row for o in find_table_observations(block, Identity(), PeriodContext())} == {0}


@settings(max_examples=150, deadline=None)
@given(tables(), st.lists(CELLS, max_size=3))
def test_any_table_can_be_read(block: TableBlock, below: list[str]) -> None:
    assert table_kind(block)
    printed = {(c.row, c.col): c.text for c in block.grid.cells}
    identity = Identity(force="lancashire")
    for one in find_table_observations(block, identity, PeriodContext(), ("* Provisional",), below):
        assert one.place.row is not None
        assert one.place.col is not None
        cell = " ".join(printed[one.place.row, one.place.col].split())
        assert " ".join(one.value_text.split()) in cell
        assert one.label
        assert 0 < one.confidence <= 1
        assert (one.value is None) == (one.obs_status in ("O", "M", "Q"))
    if lays_out_text(block):
        words = " ".join(p.text for p in passages_of(block))
        assert all(word in words for text in printed.values() for word in text.split() if word.isalnum())

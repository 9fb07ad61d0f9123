"""A table without a header, whose columns are named by another table above it."""

from __future__ import annotations

import pytest

import builders
from extract.blocks import TableBlock
from extract.layout import lay_out
from extract.tables.heads_above import _beside_merged
from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from ingest.readers import read_document
from schema.reading import Identity

HEAD = (("", "2024-25", "2025-26"), ("", "£000s", "£000s"))
SPENDING = (
    ("Pay of officers", "10,798.4", "11,303.5"),
    ("Prices", "49,568.4", "51,264.0"),
    ("Demand", "85,349.7", "85,634.4"),
)
RESERVES = (
    ("Drawdowns", "-14,877.4", "-1,350.5"),
    ("Contributions", "27,481.5", "40,215.2"),
    ("Net", "12,604.1", "38,864.7"),
)


def style_of(rows: builders.Rows) -> list[tuple[object, ...]]:
    """Rules around the cells; bold only for a header."""
    grid = ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))
    return [grid] if rows[0][0] == "" else [grid, ("FONT", (0, 0), (-1, 0), "Helvetica", 9)]


def blocks(*tables: builders.Rows, widths: tuple[float, ...] = (240, 90, 90)) -> list[TableBlock]:
    made = []
    for rows in tables:
        made += [
            builders.table(rows, [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))], widths=widths),
            *builders.paragraphs(1),
        ]
    document = read_document(builders.paper(made), "a.pdf")
    return [b for b in lay_out(document).blocks if isinstance(b, TableBlock)]


def told(block: TableBlock) -> list[tuple[str, float | None, str | None, str | None, float]]:
    found = find_table_observations(block, Identity(), PeriodContext())
    return [(o.label, o.value, o.unit, o.period.label if o.period else None, o.confidence) for o in found]


def test_a_table_takes_the_header_that_stands_over_its_columns() -> None:
    first, second = blocks((*HEAD, *SPENDING), RESERVES)
    assert (first.header_rows, second.header_rows) == (2, 0)
    assert told(second) == [
        ("Drawdowns", -14_877_400, "GBP", "2024-25", 0.85),
        ("Drawdowns", -1_350_500, "GBP", "2025-26", 0.85),
        ("Contributions", 27_481_500, "GBP", "2024-25", 0.85),
        ("Contributions", 40_215_200, "GBP", "2025-26", 0.85),
        ("Net", 12_604_100, "GBP", "2024-25", 0.85),
        ("Net", 38_864_700, "GBP", "2025-26", 0.85),
    ]


def test_a_third_takes_it_too() -> None:
    *_, third = blocks((*HEAD, *SPENDING), RESERVES, SPENDING)
    assert {o[3] for o in told(third)} == {"2024-25", "2025-26"}


@pytest.mark.parametrize(
    "below",
    [
        # A column too few, or one alone: which is meant cannot be told.
        tuple((label, "1.5", "2.5", value) for label, value, _ in RESERVES),
        tuple((label, value) for label, value, _ in RESERVES),
    ],
)
def test_other_columns_are_left_in_doubt(below: builders.Rows) -> None:
    widths = (200, 80, 80, 80) if len(below[0]) == 4 else (300, 120)
    first = builders.table((*HEAD, *SPENDING), style_of(HEAD), widths=(240, 90, 90))
    second = builders.table(below, style_of(below), widths=widths)
    document = read_document(builders.paper([first, *builders.paragraphs(1), second]), "a.pdf")
    *_, block = (b for b in lay_out(document).blocks if isinstance(b, TableBlock))
    assert not block.heads
    assert all(period is None and sure <= 0.6 for _, _, _, period, sure in told(block))


def test_where_two_heads_were_read_as_one_their_columns_have_no_name_but_the_unit() -> None:
    own, over = [1, 2, 3], [1, 2]
    names = {1: (100.0, 240.0), 2: (240.0, 300.0)}
    places = {1: (110.0, 170.0), 2: (170.0, 235.0), 3: (235.0, 300.0)}
    pieces = {1: ["2024-25 Budget Forecast"], 2: ["Variance"]}
    assert _beside_merged(own, over, pieces, names, places, ("£000s",)) == {
        1: ("£000s",),
        2: ("£000s",),
        3: ("Variance", "£000s"),
    }
    assert _beside_merged(own, over, pieces, names, places, ()) == {}
    assert _beside_merged([1, 2, 3, 4], over, pieces, names, {**places, 4: (301.0, 340.0)}, ("£000s",)) == {}

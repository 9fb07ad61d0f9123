"""The names of columns, with spans spread over the columns that they cover."""

from __future__ import annotations

import pytest

from extract.tables.column_names import column_names
from laid_out import table


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Measure | 2020/21 |  |  | \n | Q1 | Q2 | Q3 | Q4\nSearches | 210 | 230 | 250 | 190",
            ["2020/21 Q1", "2020/21 Q2", "2020/21 Q3", "2020/21 Q4"],
        ),
        (
            "Service |  | 2024/25 |  |  | 2025/26 | \n | Core | External | Total | Core | External | Total\nRoads | 1.0 | 2.0 | 3.0 | 4.0 | 5.0 | 9.0",
            ["2024/25 Core", "2024/25 External", "2024/25 Total", "2025/26 Core", "2025/26 External", "2025/26 Total"],
        ),
        (
            "Measure | Previous 12 Month Period | In Year\n | Jul '18 - Jun '19 | Jul '19 - Jun '20\nBurglary | 70% | 67%",
            ["Previous 12 Month Period Jul '18 - Jun '19", "In Year Jul '19 - Jun '20"],
        ),
        (
            "Service | Working |  | \n | Budget | Forecast | Variance\nRoads | 1.0 | 2.0 | 1.0",
            ["Working Budget", "Forecast", "Variance"],
        ),
    ],
    ids=["from the left", "in the middle", "no span", "a name of two lines"],
)
def test_names(text: str, names: list[str]) -> None:
    block = table(text)
    pieces, title = column_names(block.rows(), range(block.header_rows), block.grid.columns)
    assert [" ".join(pieces[c]) for c in range(1, block.grid.columns)] == names
    assert title is None

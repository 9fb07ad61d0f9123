"""Header rows: at the top, of several lines, and where they return in mid-table."""

from __future__ import annotations

import time

import pytest

from extract.tables.headers import has_figure, is_period_cell, is_unit_cell
from laid_out import table

TABLES = {
    "names over figures": ("District | Spent | Available\nNorth | £1 | £2\nSouth | £3 | £4", 1, ()),
    "a list without a header": ("North CSP | Street wardens | £7,000\nSouth CSP | Youth club | £5,000", 0, ()),
    "a line of units": (" | Spend 30/6/20 | %\n | £m | \nVisible | 27.2 | 33.8%\nTotal | 84.9 | 100%", 2, ()),
    "a title and two lines": (
        "TACKLING CRIME |  |  | \nMeasure | Previous | Change | Current\n | Jul '18 - Jun '19 |  | Jul '19 - Jun '20\nAll crime | 10 | Decrease (-10%, -1) | 9",
        3,
        (),
    ),
    "periods in the header": (
        "Offence | Annual Change to 30 th June 2019 | Change Q1 19/20 v 20/21\nAll crime | + 15% (20,634) | -23% (-8,739)",
        1,
        (),
    ),
    "months": (" | April | May | Jun\n2017/18 | 986 | 1096 | 1050\n2018/19 | 1604 | 1940 | 1937", 1, ()),
    "two lines without spans": (
        "Service | 2024/25 |  | \n | Core | External | Total\n | £000s | £000s | £000s\nRoads | 1.0 | 2.0 | 3.0",
        3,
        (),
    ),
    "names between years and units": (
        "2023/24 | 2024/25\nCore External | Core External\n£000s £000s | £000s £000s\n12.5 | 13.5\n14.0 | 15.0",
        3,
        (),
    ),
    "ages and hours": ("Year | Aged 16 to 19 | 20-24 | 65+\n2018 | 12 | 14 | 3\n2019 | 15 | 16 | 4", 1, ()),
    "a rate": ("Ethnicity | Searches | Rate per 1,000\nAsian | 312 | 4.1\nWhite | 1,050 | 1.9", 1, ()),
    "a name with a number over years": ("Safer Streets 5 | 2023/24 | 2024/25\nFirst | £465,000 | £535,000", 1, ()),
    "years": ("Force | 2018 | 2019\nNorth | 12 | 14\nSouth | 15 | 16", 1, ()),
    "a header that returns with new periods": (
        "Measure | Previous 12 Month Period | Change | In Year\n | Jul '18 - Jun '19 |  | Jul '19 - Jun '20\nBurglary | 70% | Decrease (-3%) | 67%\n"
        "Confidence | Previous 12 Month Period | Change | In Year\n | Apr '18 - Mar '19 |  | Apr '19 - Mar '20\n | 73.4% | Increase (+0.9%) | 74.3%",
        2,
        (3, 4),
    ),
    "names and texts": ("Financial: | None\nLegal: | None identified\nRisks: | None", 0, ()),
    "days in every row": (
        "Subject | Panel\nFirearms | 3 May 2017\nFraud | 3 May 2017\nPrecept 2018/19 | 1 February 2018",
        1,
        (),
    ),
    "days without names": ("Firearms | 3 May 2017\nFraud | 3 May 2017\nHate | 1 February 2018", 0, ()),
    "a schedule in words": (
        "DATE OF MEETING | AREA FOR CONSIDERATION | RATIONALE\n13 March 2014 | Rural policing | Asked for in May",
        1,
        (),
    ),
}


@pytest.mark.parametrize(("text", "top", "inner"), TABLES.values(), ids=TABLES)
def test_header_rows(text: str, top: int, inner: tuple[int, ...]) -> None:
    block = table(text)
    assert (block.header_rows, block.inner_headers) == (top, inner)


@pytest.mark.parametrize(
    "text",
    [
        "Jul '18 - Jun '19",
        "2017/18",
        "(September 13 - August 14)",
        "Q1 20/21",
        "April",
        "Sept",
        "Jul '19 - Jun'20",
        "to March 2015",
    ],
)
def test_cells_that_are_periods(text: str) -> None:
    assert is_period_cell(text)
    assert not has_figure(text)


@pytest.mark.parametrize("text", ["2,976", "89.4%", "Burglary", "", "-", "£4517.33", "March for safety"])
def test_cells_that_are_no_periods(text: str) -> None:
    assert not is_period_cell(text)


@pytest.mark.parametrize("text", [f"-{'9' * 55}%", f"{'aug' * 18}!", f"{'12 m' * 14}!", f"{'year to ' * 7}!"])
def test_a_cell_that_is_nearly_a_period_takes_no_time(text: str) -> None:
    began = time.process_time()
    assert not is_period_cell(text)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("£m", True),
        ("%", True),
        ("FTE", True),
        ("£'000", True),
        ("£000s £000s", True),
        ("", False),
        ("Burglary", False),
    ],
)
def test_cells_that_are_units(text: str, unit: bool) -> None:
    assert is_unit_cell(text) is unit


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("27.2", True),
        ("Decrease (-16%, -25,769)", True),
        ("NA", True),
        ("Previous 12 Month Period Jul '18 - Jun '19", False),
        ("Spend 30/6/20", False),
        ("Annual Change to 30 th June 2019", False),
        ("12m to Apr-15 -v- 12m to Apr-14", False),
        ("10/43", True),
        ("£10m", True),
        ("12m", False),
        ("19/20", False),
        ("Aged 16-24(a)", False),
        ("2025-26\n£000's", False),
        ("Rate per 1,000", False),
    ],
)
def test_cells_of_body_rows_state_figures(text: str, figure: bool) -> None:
    assert has_figure(text) is figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("999 calls", False),
        ("101 abandonment rate", False),
        ("999 average answer time", False),
        ("999", True),
        ("101 offences", True),
    ],
)
def test_the_number_one_rings_is_no_figure(text: str, figure: bool) -> None:
    assert has_figure(text) is figure

"""Tables of plain text whose columns stand under each other."""

from __future__ import annotations

import pytest

from ingest.text.spaced_columns import spaced_table


def read(text: str) -> list[list[str]] | None:
    """The rows of the table at the start of a text, the header first; None where there is none."""
    found = spaced_table(text.strip("\n").split("\n"), 0)
    if found is None:
        return None
    grid, _ = found
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append(cell.text)
    return rows


@pytest.mark.parametrize(
    ("printed", "table"),
    [
        (
            """
Area          Quarter 1     Quarter 2     Note
Preston           1,204         1,310     rising
Wyre                120            98     falling a little
""",
            [["Area", "Quarter 1", "Quarter 2", "Note"], ["Preston", "1,204", "1,310", "rising"], ["Wyre", "120", "98", "falling a little"]],
        ),
        # What is missing in the middle stays so.
        (
            """
Area              Population    Crimes
Preston              141,818    15,204
Wyre                             7,055
Rossendale            70,895
""",
            [["Area", "Population", "Crimes"], ["Preston", "141,818", "15,204"], ["Wyre", "", "7,055"], ["Rossendale", "70,895", ""]],
        ),
        # Names over two lines, drawn lines, a blank one.
        (
            """
Measure               Year to        Year to      Change
                      March 2018     March 2019
-------------------------------------------------------
Burglary               1,204          1,310        8.8%
Robbery                  120             98      -18.3%
""",
            [["Measure", "Year to March 2018", "Year to March 2019", "Change"], ["Burglary", "1,204", "1,310", "8.8%"], ["Robbery", "120", "98", "-18.3%"]],
        ),
        # A label whose rest begins with a number.
        (
            """
Measure                              Target   Q1 2023/24   Q2 2023/24
Emergency calls answered within
10 seconds                              90%          84%          88%
Victims satisfied                       80%          77%          78%
""",
            [["Measure", "Target", "Q1 2023/24", "Q2 2023/24"], ["Emergency calls answered within 10 seconds", "90%", "84%", "88%"],
             ["Victims satisfied", "80%", "77%", "78%"]],
        ),
        # Years in the middle over two columns each, of which they touch one.
        (
            """
                     2021/22            2022/23
                  Number     %       Number     %
White              1,204   80.1       1,110   78.2
Black                160   10.6         170   12.0
""",
            [["", "2021/22 Number", "2021/22 %", "2022/23 Number", "2022/23 %"], ["White", "1,204", "80.1", "1,110", "78.2"],
             ["Black", "160", "10.6", "170", "12.0"]],
        ),
        # A name over two columns.
        (
            """
                     2018/19               2019/20
Offence          Number     Rate       Number     Rate
Burglary          1,204      8.1        1,310      8.8
Robbery             120      0.8           98      0.6
""",
            [["Offence", "2018/19 Number", "2018/19 Rate", "2019/20 Number", "2019/20 Rate"], ["Burglary", "1,204", "8.1", "1,310", "8.8"], ["Robbery", "120", "0.8", "98", "0.6"]],
        ),
        (
            """
                  ---- 2018/19 ----   ---- 2019/20 ----
Offence          Number     Rate       Number     Rate
Burglary          1,204      8.1        1,310      8.8
Robbery             120      0.8           98      0.6
""",
            [["Offence", "---- 2018/19 ---- Number", "---- 2018/19 ---- Rate", "---- 2019/20 ---- Number", "---- 2019/20 ---- Rate"], ["Burglary", "1,204", "8.1", "1,310", "8.8"], ["Robbery", "120", "0.8", "98", "0.6"]],
        ),
        # A label over two lines; names of groups.
        (
            """
Calls                      2018     2019
Emergency calls
answered in time          1,204    1,310
Other calls                 120       98
that were lost
WEST
Emergency                     7        9
""",
            [["Calls", "2018", "2019"], ["Emergency calls answered in time", "1,204", "1,310"], ["Other calls that were lost", "120", "98"], ["WEST"], ["Emergency", "7", "9"]],
        ),
        # No tables: prose with wide gaps, dates of meetings, pages, two cells in one place, a name that fits no column.
        ("The force had 120  officers  in  2018\nand 98  in  2019  after  it", None),
        ("27 June 2024    Annual report; election\n26 September 2024    Q1 monitoring report", None),
        ("Area       2018     2019\nWyre 7  9  12\nPreston    1   2", None),
        ("Area            2018     2019\nWyre              7        9\nPreston 14 5  6 8       12", None),
        ("Area                    Crimes               \nWyre     7        9\nPreston  14      12", None),
        ("Area     Crimes    Crimes\nWyre        7         9\nPreston    14        12", None),
    ],
)  # fmt: skip
def test_what_stands_under_each_other(printed: str, table: list[list[str]] | None) -> None:
    assert read(printed) == table

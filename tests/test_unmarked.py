"""Tables of plain text that nothing marks but where their figures stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_with_its_length
from ingest.text.reading import read_text
from ingest.text.unmarked import read_unmarked
from schema.document import Grid, Line


def read(text: str) -> tuple[list[list[list[str]]], list[str]]:
    """The tables of a text as rows of cells, and its other lines."""
    tables, others = [], []
    for item in read_text(text.encode()).pages[0].flow:
        if isinstance(item, Line):
            others.append(item.text)
            continue
        rows = [[""] * item.columns for _ in range(item.rows)]
        for cell in item.cells:
            rows[cell.row][cell.col] = cell.text
        tables.append(rows)
    return tables, others


GRADES = [
    ["Grade", "September 2019 Panel", "June 2019 Panel"],
    ["Green", "7", "9"],
    ["Amber", "4", "2"],
    ["Red", "0", "-"],
]
OFFENCES = [["Offence", "2018/19", "2019/20"], ["Burglary", "1,204", "1,368"], ["Robbery", "14", "NA"]]


@pytest.mark.parametrize(
    ("printed", "table", "others"),
    [
        # Cells copied from a page, one on each line.
        ("Grades were:\n\n" + "\n\n".join(c for r in GRADES for c in r) + "\n\n(c) Four are amber.", GRADES, 2),
        ("\n".join(c for r in GRADES for c in r), GRADES, 0),
        ("\n\n".join("\n\n\n".join(r) for r in GRADES) + "\n\nThe panel noted this.", GRADES, 1),
        # The labels' column has no name.
        (
            "2018/19\n\n2019/20\n\nBurglary\n\n1,204\n\n1,368\n\nRobbery\n\n14\n\nNA",
            [["", "2018/19", "2019/20"], *OFFENCES[1:]],
            0,
        ),
        # A heading above them, as short as they are.
        ("Crime\n\n" + "\n\n".join(c for r in OFFENCES for c in r), OFFENCES, 1),
        # One column of figures needs more rows.
        ("Area\nNumber\nBurnley\n12\nChorley\n7\nPreston\n31", [["Area", "Number"], ["Burnley", "12"], ["Chorley", "7"], ["Preston", "31"]], 0),
        # Rows of years.
        ("Year\nIncidents\nCrimes\n2019/20\n183\n58\n2020/21\n176\n47", [["Year", "Incidents", "Crimes"], ["2019/20", "183", "58"], ["2020/21", "176", "47"]], 0),
        # Parted on their lines.
        ("Offence    2018/19   2019/20\nBurglary    1,204    1,368\nRobbery        14       NA\n\nText.", OFFENCES, 1),
        ("  Offence  2018/19  2019/20\n  Burglary  1,204  1,368\n  Robbery  14  NA", OFFENCES, 0),
        ("Offence | 2018/19 | 2019/20\nBurglary | 1,204 | 1,368\nRobbery | 14 | NA", OFFENCES, 0),
        ("Offence / 2018/19 / 2019/20\nBurglary / 1,204 / 1,368\nRobbery / 14 / NA", OFFENCES, 0),
        ("Table 1: crimes\nOffence | 2018/19 | 2019/20\nBurglary | 1,204 | 1,368\nRobbery | 14 | NA", OFFENCES, 1),
        ("2018/19    2019/20\nBurglary    1,204    1,368\nRobbery    14    NA", [["", "2018/19", "2019/20"], *OFFENCES[1:]], 0),
        # Amounts under a line that introduces them.
        (
            "Council tax by band:\nBand A (6/9th) £176.33\nBand B (7/9th) £205.72\nBand D £264.50\nBand H (18/9th) £529.00\nThis was agreed.",
            [["Band A (6/9th)", "£176.33"], ["Band B (7/9th)", "£205.72"], ["Band D", "£264.50"], ["Band H (18/9th)", "£529.00"]],
            2,
        ),
        (
            "Demands:\n\nBurnley Council: £1,204,000\nChorley Council – £98,000\nTOTAL ........ £1.3m",
            [["Burnley Council", "£1,204,000"], ["Chorley Council", "£98,000"], ["TOTAL", "£1.3m"]],
            1,
        ),
        # Four or more need no colon above them.
        (
            "Grants made in May\nBurnley £500\nChorley £600\nPreston £700\nWyre £800",
            [["Burnley", "£500"], ["Chorley", "£600"], ["Preston", "£700"], ["Wyre", "£800"]],
            1,
        ),
        # Rows that lack figures at their end, under the names of groups.
        (
            "Measure / Q1 / Q2\nBURNLEY\nRobbery / 14 / 12\nCHORLEY\nRobbery / 7 /\nArson / / 9",
            [["Measure", "Q1", "Q2"], ["BURNLEY", "", ""], ["Robbery", "14", "12"], ["CHORLEY", "", ""], ["Robbery", "7", ""], ["Arson", "", "9"]],
            0,
        ),
        (
            "Measure / Baseline / Q1\nYouths / 455 (March 13) / data not available\nRepeats / 38% / 4,200 (4.8% reduction)",
            [["Measure", "Baseline", "Q1"], ["Youths", "455 (March 13)", "data not available"], ["Repeats", "38%", "4,200 (4.8% reduction)"]],
            0,
        ),
        # Other signs.
        ("Offence; 2018/19; 2019/20\nBurglary; 1,204; 1,368\nRobbery; 14; NA", OFFENCES, 0),
        ("Offence, 2018/19, 2019/20\nBurglary, 1,204, 1,368\nRobbery, 14, NA\nThe rest, it said, fell.", OFFENCES, 1),
        ("Offence – 2018/19 – 2019/20\nBurglary – 1,204 – 1,368\nRobbery – 14 – NA", OFFENCES, 0),
        # The labels' column has no name, the others tell figures.
        (
            "            2020   2021   Change\nDurham      412    510    +98\nDarlington  203    187    -16",
            [["", "2020", "2021", "Change"], ["Durham", "412", "510", "+98"], ["Darlington", "203", "187", "-16"]],
            0,
        ),
        # Single spaces: as many names as figures.
        ("Offence 2018/19 2019/20\nBurglary 1,204 1,368\nRobbery 14 NA", OFFENCES, 0),
        ("Crime in the area\n\nOffence 2018/19 2019/20\nBurglary 1,204 1,368\nRobbery 14 NA\n\nIt fell.", OFFENCES, 2),
        ("2018/19 2019/20\nBurglary 1,204 1,368\nRobbery 14 NA", [["", "2018/19", "2019/20"], *OFFENCES[1:]], 0),
        (
            "Band 2017/18 2018/19 Rise per year Rise per week\nA   £  147.55  £155.21  £   7.67 15 pence\nB   £  172.14  £181.02  £   8.94 17 pence",
            [
                ["Band", "2017/18", "2018/19", "Rise per year", "Rise per week"],
                ["A", "£147.55", "£155.21", "£7.67", "15 pence"],
                ["B", "£172.14", "£181.02", "£8.94", "17 pence"],
            ],
            0,
        ),
        (
            "Call type Q1 2019/20 Q2 2019/20 Target\n999 calls in 10 seconds 88.1% 90.2% 90%\nAbandoned calls 4.1% 3.9% 5%",
            [
                ["Call type", "Q1 2019/20", "Q2 2019/20", "Target"],
                ["999 calls in 10 seconds", "88.1%", "90.2%", "90%"],
                ["Abandoned calls", "4.1%", "3.9%", "5%"],
            ],
            0,
        ),
        (
            "Reserve 31 March 2020 31 March 2021\n£m £m\nGeneral fund 4.1 4.1\nOperational 2.3 1.8",
            [["Reserve", "31 March 2020", "31 March 2021"], ["", "£m", "£m"], ["General fund", "4.1", "4.1"], ["Operational", "2.3", "1.8"]],
            0,
        ),
        (
            "Area Offences Change\nPENNINE\nBurnley 1,204 (4.8%)\nPendle 980 (-2.1%)\nWEST\nWyre 1,310 (0.4%)",
            [["Area", "Offences", "Change"], ["PENNINE", "", ""], ["Burnley", "1,204", "(4.8%)"], ["Pendle", "980", "(-2.1%)"], ["WEST", "", ""], ["Wyre", "1,310", "(0.4%)"]],
            0,
        ),
        ("£m\nPolice grant 62.1\nCouncil tax 59.2\nNet budget 121.3", [["", "£m"], ["Police grant", "62.1"], ["Council tax", "59.2"], ["Net budget", "121.3"]], 0),
        # Rows whose header cannot be told: their figures are shown in doubt.
        (
            "Most of what was recorded this time\nBurglary 1,204 1,368\nRobbery 114 120\nArson 41 3.9",
            [["Burglary", "1,204", "1,368"], ["Robbery", "114", "120"], ["Arson", "41", "3.9"]],
            1,
        ),
        # Bands, and names that begin with a number.
        ("Band\n\n2021/22\n\nA\n\n£185.46\n\nB\n\n£216.37\n\nC\n\n£247.28", [["Band", "2021/22"], ["A", "£185.46"], ["B", "£216.37"], ["C", "£247.28"]], 0),
        (
            "Call type\nQ1\nQ2\n999 calls answered in 10 seconds\n88.1%\n90.2%\n101 calls answered in 30 seconds\n71.0%\n69.4%",
            [["Call type", "Q1", "Q2"], ["999 calls answered in 10 seconds", "88.1%", "90.2%"], ["101 calls answered in 30 seconds", "71.0%", "69.4%"]],
            0,
        ),
        # Names with a figure below or above each.
        ("Key figures\n\nBurglary\n1,204\n\nRobbery\n312\n\nSolved\n14.2%", [["Burglary", "1,204"], ["Robbery", "312"], ["Solved", "14.2%"]], 1),
        ("Key figures\n\n1,204\nburglaries\n\n£312\nfor each of them\n\n14.2%\nsolved", [["burglaries", "1,204"], ["for each of them", "£312"], ["solved", "14.2%"]], 1),
        # Behind dots.
        ("Budget (£000)\nOfficers ........ 72,410\nStaff . . . . . 38,220\nTotal .......... 110,630", [["Officers", "72,410"], ["Staff", "38,220"], ["Total", "110,630"]], 1),
    ],
)  # fmt: skip
def test_figures_in_their_places_make_a_table(printed: str, table: list[list[str]], others: int) -> None:
    tables, lines = read(printed)
    assert (tables, len(lines)) == ([table], others)


@pytest.mark.parametrize(
    ("printed", "table"),
    [
        (
            "Ref | Who | For | £\n07/2018 | Rhyl Judo Club | mats | 450.00\n07/2018 | Prestatyn Cadets | core costs | 1,200.00",
            [["Ref", "Who", "For", "£"], ["07/2018", "Rhyl Judo Club", "mats", "450.00"], ["07/2018", "Prestatyn Cadets", "core costs", "1,200.00"]],
        ),
        (
            "Risk | Owner | Rating\nFunding | Treasurer | Medium\nCourts | Chief Executive | High",
            [["Risk", "Owner", "Rating"], ["Funding", "Treasurer", "Medium"], ["Courts", "Chief Executive", "High"]],
        ),
        (
            "Meeting          Subject           Papers\n4 June 2018      Rural crime       25 May 2018\n10 July 2018     Knife crime       29 June 2018",
            [["Meeting", "Subject", "Papers"], ["4 June 2018", "Rural crime", "25 May 2018"], ["10 July 2018", "Knife crime", "29 June 2018"]],
        ),
        (
            "Subject        Seen by the Panel\nFirearms       3 May 2017\nFraud          12 June 2017",
            [["Subject", "Seen by the Panel"], ["Firearms", "3 May 2017"], ["Fraud", "12 June 2017"]],
        ),
    ],
)  # fmt: skip
def test_bars_and_days_make_a_table_of_words(printed: str, table: list[list[str]]) -> None:
    assert read(printed) == ([table], [])


@pytest.mark.parametrize(
    "printed",
    [
        # The list of contents, of those present, of votes: no header, or no figures.
        "Contents\n\nIntroduction\n\n3\n\nBackground\n\n5\n\nSummary\n\n7",
        "For\n\n12\n\nAgainst\n\n1\n\nAbstained\n\n2",
        "Present\n\nCouncillor Green\n\nCouncillor Brown\n\nIn attendance\n\nMs White",
        # A figure too many or too few: the places are not understood.
        "Grade\n2019\n2018\nGreen\n7\n9\nAmber\n4\nRed\n0\n1",
        "Grade\n2019\n2018\nGreen\n7\n9\nAmber\n4\n2\n3",
        # Too little to be sure.
        "Area\nNumber\nBurnley\n12\nChorley\n7",
        "Grade\n2019\n2018\nGreen\n7\n9",
        # Prose with two spaces behind its sentences, and lists.
        "The Panel met in May.  It agreed 12 reports.\nThe Chair spoke.  There were 14 questions.",
        "Home | News | Contact\nAbout us | Search | Help",
        "Home | News | Contact | Search\nAbout us | Jobs | Help\nPolice | Fire",
        "Meeting        Subject\n4 June 2018    Rural crime",
        "Chair          Vice-Chair\nMs Green       Mr Brown\nMs White       Mr Black",
        "Police / Fire / Ambulance\nNorth / South / East",
        "1.  Introduction    3\n2.  Background    5\n3.  Summary    7",
        "Tel  01234 567890\nFax  01234 567891\nMobile  07700 900123",
        # Amounts in sentences, or that nothing introduces.
        "We decided:\nThe fund gave Burnley Council £500\nThe grant is £600\nThe rest is for Chorley at £700",
        "Burnley £500\nChorley £600\nPreston £700",
        "The grants were:\nBurnley £500\nChorley £600",
        # Pages, days and references.
        "Introduction ........ 3\nBackground ........ 5\nSummary ........ 12",
        "Apologies 3 - 4\nMinutes of the last meeting 5 - 12\nQuestions 13 - 14",
        "Apologies (Pages 3 - 4)\nMinutes (Pages 5 - 12)\nQuestions (Pages 13 - 14)",
        "Monday 4 May 2020 10.30\nMonday 8 June 2020 10.30\nMonday 6 July 2020 14.00",
        "Introduction\n3\n\nBackground\n5\n\nSummary\n7",
        "Room 4 12\nRoom 5 14\nRoom 6 16",
        # Two rows without a header; rows of unlike numbers of figures; a header with too few names.
        "Burglary 1,204 1,368\nRobbery 114 120",
        "Burglary 1,204 1,368\nRobbery 114\nArson 12 14 16",
        "Offence 2018/19\nBurglary 1,204 1,368\nRobbery 114 120",
        # Sentences with commas and dashes.
        "Burnley, Pendle, and Wyre rose\nThe rest, it said, fell by 4,100",
        "We met on 4 May 2020\nWe met on 8 June 2020\nWe met on 6 July 2020",
    ],
)
def test_what_only_looks_like_one_is_none(printed: str) -> None:
    assert read(printed)[0] == []


_WORDS = st.sampled_from(["Burglary", "Robbery", "Arson", "Fraud", "Violence", "Drugs"])


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.tuples(
            st.lists(st.sampled_from(["Area", "North", "South", "East", "West", "Total"]), min_size=width + 1, max_size=width + 1),
            st.lists(st.tuples(_WORDS, st.lists(st.integers(0, 1800), min_size=width, max_size=width)), min_size=2, max_size=6),
        )
    ),
    st.sampled_from(["\n", "\n\n", "\n \n\n"]),
)  # fmt: skip
def test_a_table_copied_cell_by_cell_comes_back_whole(
    table: tuple[list[str], list[tuple[str, list[int]]]], between: str
) -> None:
    head, rows = table
    printed = [head, *([label, *map(str, figures)] for label, figures in rows)]
    tables, others = read(between.join(cell for row in printed for cell in row))
    assert (tables, others) == ([printed], [])


@given(st.text(alphabet="ab 1,£|/.\n:%-", max_size=200))
def test_every_line_of_any_text_is_read_once(text: str) -> None:
    flow = read_text(text.encode()).pages[0].flow
    numbers = [item.number for item in flow if isinstance(item, Line)]
    taken = {cell.line for item in flow if isinstance(item, Grid) for cell in item.cells}
    assert len(numbers) == len(set(numbers))
    assert not taken & set(numbers)


@pytest.mark.parametrize(
    "unit",
    [
        "Room 12 14\n",
        "Opening\n3\n\n",
        "Opening .... 3\n",
        "Area 2019\nRooms\n",
        "A b\nc d\n12\n",
        "Ann  Bob\n",
        "A1 | b | c\n",
        "4 May 2018  x\n",
    ],
)
def test_long_lists_that_are_no_tables_take_no_longer_than_their_length(unit: str) -> None:
    assert not read(unit * 1000)[0]
    assert grows_with_its_length(lambda times: read(unit * times), 1000)


def test_rows_as_a_spreadsheet_saves_them_are_a_table_where_each_column_has_a_name() -> None:
    text = 'Month,999 calls,101 calls\nApril 2023,"24,100",38200\nMay 2023,"25,600",39900\n'
    found = read_unmarked(text.split("\n"), 0, introduced=False)
    assert found is not None
    grid, after = found
    assert (after, [c.text for c in grid.cells]) == (
        3,
        ["Month", "999 calls", "101 calls", "April 2023", "24,100", "38200", "May 2023", "25,600", "39900"],
    )
    for other in ("2021/22,2022/23\nDover,1,204\nWyre,3,110", "Cllr Smith,Cllr Jones,Cllr Brown\nDover,Ashford,Thanet"):
        assert read_unmarked(other.split("\n"), 0, introduced=False) is None

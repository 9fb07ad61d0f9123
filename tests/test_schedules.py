"""Lists of days: the year that is printed once above them, and what they are days of."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from extract.blocks import Block, Passage, Section, TableBlock
from extract.dates.mentions import find_dates
from extract.dates.schedules import begins_with_day, kind_of, year_above
from schema.document import Cell, Grid, Line
from schema.reading import Identity

PAPER = Identity(body="Police and Crime Panel", meeting_date=dt.date(2018, 3, 16))
_numbers = itertools.count(1)


def passage(text: str, section: str = "Report", kind: str = "paragraph") -> Passage:
    lines = tuple(Line(one, next(_numbers)) for one in text.split("\n"))
    offsets = itertools.accumulate((len(line.text) + 1 for line in lines[:-1]), initial=0)
    return Passage(
        kind=kind,  # type: ignore[arg-type]
        text=text.replace("\n", " "),
        page=1,
        lines=lines,
        joins=tuple((offset, 0) for offset in offsets),
        pages=(1,) * len(lines),
        sections=(Section(1, None, section),),
    )


def table(section: str, *rows: tuple[str, ...]) -> TableBlock:
    cells = tuple(Cell(r, c, text, page=1, line=r + 1) for r, row in enumerate(rows) for c, text in enumerate(row))
    return TableBlock(Grid(cells, "tsv", 1), "l1", 1, None, None, 1, sections=(Section(1, None, section),))


def read(*blocks: Block) -> list[tuple[str, str]]:
    return [(m.type, str(m.start)) for m in find_dates(blocks, PAPER)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Meetings in 2018", "meeting"),
        ("Programme of meetings", "meeting"),
        ("Dates of the Boards in 2016", "meeting"),
        ("Future meetings", "meeting"),
        ("7. Forthcoming meetings of the Panel", "meeting"),
        ("Meeting dates 2018/19", "meeting"),
        ("Schedule of public meetings", "meeting"),
        ("Calendar of meetings", "meeting"),
        ("Forward plan", "meeting"),
        ("Work programme 2018/19", "meeting"),
        ("The Panel noted what was planned:", "meeting"),
        ("Decision log", "decision"),
        ("Decisions taken since the last report", "decision"),
        ("Register of decisions", "decision"),
        ("Outstanding actions", "deadline"),
        ("46. Actions outstanding", "deadline"),
        ("Action tracker", "deadline"),
        ("Minutes of the last meeting", None),
        ("Police and Crime Plan", None),
        ("Action Fraud reports", None),
        ("Events in 2018", None),
    ],
)
def test_what_a_title_says_of_the_days_under_it(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("4 July – Joint Executive Board", True),
        ("Tuesday 4 July 2018   Annual report", True),
        ("27/06/2018 Precept", True),
        ("4th July: visit to custody", True),
        ("April to June: 12 complaints", False),
        ("In July the Board met", False),
        ("4 officers joined in July", False),
        ("2018/19 budget", False),
    ],
)
def test_a_line_that_begins_with_a_day(text: str, begins: bool) -> None:
    assert begins_with_day(text) is begins


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Meetings in 2018", "2018-01-01", "2018-12-31"),
        ("Meeting dates 2018/19", "2018-04-01", "2019-03-31"),
        ("The boards that sat from April to September 2016:", "2016-04-01", "2016-09-30"),
        ("Quarter 2 of 2016-17, with its data from April to September 2016:", "2016-04-01", "2016-09-30"),
    ],
)
def test_the_year_above_a_list(title: str, start: str, end: str) -> None:
    found = year_above([title])
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


def test_a_title_without_a_year_gives_none() -> None:
    assert year_above(["Forthcoming meetings", "4 July"]) is None


def test_days_under_a_year_lie_in_it_and_not_in_that_of_the_paper() -> None:
    for title in ("Meetings in 2016", "Dates of boards 2016", "Board meetings, April to September 2016:"):
        lines = [passage("4 July – Joint Board", title), passage("10 August – Audit Committee", title)]
        assert read(*lines) == [("meeting", "2016-07-04"), ("meeting", "2016-08-10")], title
    # The title may be a line of its own that is marked as no heading.
    opened = [
        passage("The boards sat as follows from April to September 2016:"),
        passage("4 July – Joint Board", kind="bullet"),
    ]
    assert ("meeting", "2016-07-04") in read(*opened)


def test_a_list_of_days_that_was_run_together_keeps_its_lines_and_no_quarter_of_an_unknown_year() -> None:
    plan = passage(
        "20 July 2018 Annual report; budget\n12 October 2018 Q1 performance\n1 February 2019 Precept", "Forward plan"
    )
    assert read(plan) == [("meeting", "2018-07-20"), ("meeting", "2018-10-12"), ("meeting", "2019-02-01")]


@pytest.mark.parametrize(
    ("section", "heading", "kind"),
    [
        ("Programme of meetings", "Date", "meeting"),
        ("Forward plan", "Date", "meeting"),
        ("Decision log", "Date", "decision"),
        ("Actions", "Date", "deadline"),
        ("Actions", "By", "deadline"),
        ("Actions", "Due", "deadline"),
        ("Scrutiny topics", "Start", "plan"),
        ("Scrutiny topics", "Finish", "plan"),
        ("Visits", "Date", "event"),
    ],
)
def test_the_dates_of_a_column(section: str, heading: str, kind: str) -> None:
    block = table(
        section, ("Subject", "Who", heading), ("Vetting", "Panel", "20 July 2018"), ("Estates", "PCC", "4 May 2018")
    )
    assert read(block) == [(kind, "2018-07-20"), (kind, "2018-05-04")]


def test_a_column_of_days_takes_the_year_above_the_table_and_past_steps_are_events() -> None:
    block = table("Meetings in 2019", ("Date", "Venue"), ("4 June", "Ipswich"), ("9 July", "Lowestoft"))
    assert read(block) == [("meeting", "2019-06-04"), ("meeting", "2019-07-09")]
    past = table(
        "Topics", ("Topic", "Lead", "Start"), ("Vetting", "Panel", "July 2017"), ("Estates", "PCC", "May 2018")
    )
    assert read(past) == [("event", "2017-07-01"), ("plan", "2018-05-01")]


@pytest.mark.parametrize(
    "label", ["Date", "By", "Due", "Target date", "By when", "Deadline", "Timescale", "To be completed by"]
)
def test_the_line_under_an_action_that_says_by_when(label: str) -> None:
    blocks = [
        passage("Action 4: A note on the estate"),
        passage("Owner: Chief Executive"),
        passage(f"{label}: 14 May 2018"),
    ]
    assert read(*blocks) == [("deadline", "2018-05-14")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It must be sent by 1 February 2019. The Panel then has until 8 February to report.", [("deadline", "2019-02-01"), ("deadline", "2019-02-08")]),
        ("The Panel has until 8 February 2019 to report, the Commissioner until 15 February to answer.", [("deadline", "2019-02-08"), ("deadline", "2019-02-15")]),
        ("Polling day is Thursday 2 May 2019. The new member takes office on 9 May.", [("plan", "2019-05-02"), ("plan", "2019-05-09")]),
        # What was done lies before the paper, whatever comes before it in print.
        ("The Force will move on 5 May 2018. Consultation closed on 4 March.", [("plan", "2018-05-05"), ("deadline", "2018-03-04")]),
        ("Panel meetings: 1 June (annual) and 9 July 2018.", [("meeting", "2018-06-01"), ("meeting", "2018-07-09")]),
        ("Closing date: 12 April 2018.", [("deadline", "2018-04-12")]),
        ("Deadline for questions: noon, 12 April 2018.", [("deadline", "2018-04-12")]),
        ("Submission deadline - Friday 13 April 2018.", [("deadline", "2018-04-13")]),
        ("Closing date for applications Friday 13 April 2018.", [("deadline", "2018-04-13")]),
        ("The consultation runs until 13 April.", [("deadline", "2018-04-13")]),
        ("The fund is now open for bids until 13 April.", [("deadline", "2018-04-13")]),
        ("The report goes to the Board on 12 April and to the Cabinet Member on 30 April.", [("plan", "2018-04-12"), ("plan", "2018-04-30")]),
        ("The new member takes office on 9 May.", [("plan", "2018-05-09")]),
        ("At the end of March 2017 the force had 1,204 officers.", [("period", "2017-03-31")]),
        ("Replies are due on 12 April 2018.", [("deadline", "2018-04-12")]),
        ("Responses must be received on 12 April 2018 and questions no later than Monday 9 April 2018.", [("deadline", "2018-04-12"), ("deadline", "2018-04-09")]),
        ("Decision PCD 943, 1 March 2018.", [("decision", "2018-03-01")]),
        ("WPCC3-0062, 1st March 2018. The award of a contract.", [("decision", "2018-03-01")]),
        ("Decision 12/2017 (4 May 2017).", [("decision", "2017-05-04")]),
        ("Between 2010 and 2016 the force lost 408 officers.", [("period", "2010-01-01")]),
        ("The conference was held on 12/13 March 2018.", [("event", "2018-03-12")]),
        ("Inspectors visited on 31 May/1 June 2017.", [("event", "2017-05-31")]),
        ("A seminar took place on 6th/7th November 2017.", [("event", "2017-11-06")]),
    ],
)  # fmt: skip
def test_dates_in_sentences(text: str, found: list[tuple[str, str]]) -> None:
    assert read(passage(text)) == found

"""The papers inside a pack: where each begins, its item, office, day and force."""

from __future__ import annotations

import datetime as dt
import itertools

from extract.blocks import Block, Passage
from extract.layout import lay_out
from extract.papers.agenda import read_agenda
from extract.papers.identity import identify
from extract.papers.packs import split_papers
from ingest.readers import read_document
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Box, Furniture, Line, OutlineEntry
from schema.reading import Identity, Known, Paper

PACK = """
Meeting: **Leicester, Leicestershire and Rutland Police and Crime Panel**

Date/Time: **Monday, 23 March 2015 at 1.00 pm**

AGENDA

<u>Item</u>	<u>Report by</u>
1. Minutes of the meeting held on 29 January 2015.	(Pages 3 - 10)
2. Public Question Time.

3. Complaint Statistics. Chief Constable (Pages 11 - 16)

4. Exploitation Review. Police and Crime Commissioner

5. Change Programme Update. Police and Crime Commissioner (Pages 17 - 20)

6. Date of next meeting.

Minutes of a meeting of the Leicester, Leicestershire and Rutland Police and Crime Panel held at County Hall on Thursday, 29 January 2015.

PRESENT

Members of the Panel

108. Minutes.

The minutes of the meeting held on 17 December 2014 were confirmed.

CHAIRMAN

**POLICE & CRIME
COMMISSIONER FOR
LEICESTERSHIRE
POLICE & CRIME PANEL**

PAPER MARKED

Report of	CHIEF CONSTABLE
Date	MONDAY 23RD MARCH AT 1:00PM
Subject	POLICE COMPLAINT STATISTICS 2012-13
Author	DETECTIVE SUPERINTENDENT A NAME

Purpose of Report

1. To present complaint statistics of Leicestershire Police.

Appendix A

A list of complaints.

This page is intentionally left blank

**POLICE & CRIME
COMMISSIONER FOR
LEICESTERSHIRE
POLICE & CRIME PANEL**

PAPER MARKED

Report of	POLICE AND CRIME COMMISSIONER
Date	WEDNESDAY 25TH MARCH 2015 AT 1:00pm
Subject	FORCE CHANGE PROGRAMME UPDATE
Author	CHIEF FINANCE OFFICER

Background

1. This report covers the period 1 October 2014 to 31 December 2014.
"""

REPORT = """
POLICE AND CRIME PANEL

Meeting to be held on 11 December 2017

Performance Monitoring Report

EXECUTIVE SUMMARY

Kent Police and the Kent Police and Crime Commissioner report on crime in Kent.

Appendix B: Note of the Strategic Scrutiny Meeting

Minutes of the meeting of the Strategic Scrutiny Meeting held on 29 November 2017

Present

The Commissioner
"""


def split(text: str) -> tuple[tuple[Paper, ...], tuple[Block, ...]]:
    document = read_document(text.encode(), "paper.md")
    layout = lay_out(document)
    identity, _ = identify(layout.blocks, document, Known())
    return split_papers(layout.blocks, identity, layout.furniture, document.outline)


def test_a_pack_is_split_into_agenda_minutes_and_reports() -> None:
    papers, _ = split(PACK)
    assert [(p.number, p.item, p.doc_type) for p in papers] == [
        (1, None, "agenda"),
        (2, "1", "minutes"),
        (3, "3", "report"),
        (4, "5", "report"),
    ]
    assert [p.title for p in papers[2:]] == ["POLICE COMPLAINT STATISTICS 2012-13", "FORCE CHANGE PROGRAMME UPDATE"]
    assert {p.force for p in papers} == {"leicestershire"}


def test_each_paper_has_its_own_day_period_and_office() -> None:
    _, minutes, complaints, change = split(PACK)[0]
    assert minutes.meeting_date == dt.date(2015, 1, 29)
    assert complaints.meeting_date == dt.date(2015, 3, 23), "no year printed: that of the pack"
    assert change.meeting_date == dt.date(2015, 3, 25), "as printed, though another day than the pack's"
    assert (change.period_start, change.period_end) == (dt.date(2014, 10, 1), dt.date(2014, 12, 31))
    assert (complaints.author, change.author) == ("CHIEF CONSTABLE", "POLICE AND CRIME COMMISSIONER")
    assert not any("NAME" in (p.author or "") for p in (minutes, complaints, change))


def test_every_block_is_in_one_paper_and_only_under_its_own_headings() -> None:
    papers, blocks = split(PACK)
    assert [b.paper for b in blocks] == sorted(b.paper for b in blocks)
    assert {b.paper for b in blocks} == {p.number for p in papers}
    headings = {(b.paper, b.text) for b in blocks if isinstance(b, Passage) and b.kind == "heading"}
    for block in blocks:
        assert all((block.paper, section.text) in headings for section in block.sections)
    spans = [(p.line_from or 0, p.line_to or 0) for p in papers]
    assert all(first <= last for first, last in spans)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(spans))


def test_an_appendix_stays_with_its_report() -> None:
    _, blocks = split(PACK)
    appendix = next(b for b in blocks if isinstance(b, Passage) and "Appendix A" in (b.number or "", b.text))
    assert appendix.paper == 3
    papers, _ = split(REPORT)
    assert len(papers) == 1
    assert papers[0].meeting_date == dt.date(2017, 12, 11)


def test_a_report_is_one_paper_with_the_identity_of_the_document() -> None:
    papers, blocks = split(REPORT)
    assert (papers[0].title, papers[0].force, papers[0].doc_type) == (
        "Performance Monitoring Report",
        "kent",
        "performance report",
    )
    assert (papers[0].page_from, papers[0].page_to) == (1, 1)
    assert papers[0].line_from == 2 and papers[0].line_to == 18
    assert {b.paper for b in blocks} == {1}


def test_an_empty_document_is_one_empty_paper() -> None:
    papers, blocks = split_papers((), Identity())
    assert len(papers) == 1 and blocks == ()


def test_the_items_of_an_agenda() -> None:
    document = read_document(PACK.encode(), "paper.md")
    agenda = read_agenda(lay_out(document).blocks)
    assert agenda is not None
    assert [(i.number, i.page_from, i.page_to) for i in agenda.items] == [
        ("1", 3, 10), ("2", None, None), ("3", 11, 16), ("4", None, None), ("5", 17, 20), ("6", None, None),
    ]  # fmt: skip
    assert agenda.items[2].title.startswith("Complaint Statistics")


@needs_real_papers
def test_the_real_pack() -> None:
    file = next((REAL_PAPERS / "seeds").glob("003*"))
    papers, _ = split(file.read_text(encoding="utf-8"))
    assert [(p.item, p.doc_type, p.meeting_date) for p in papers] == [
        (None, "agenda", dt.date(2015, 3, 23)),
        ("1", "minutes", dt.date(2015, 1, 29)),
        ("5", "report", dt.date(2015, 3, 23)),
        ("7", "report", dt.date(2015, 3, 23)),
        ("8", "report", dt.date(2015, 3, 23)),
        ("9", "report", dt.date(2015, 3, 23)),
        ("10", "performance report", dt.date(2015, 3, 23)),
    ]


def printed(page: int, *texts: str) -> list[Block]:
    """Passages of a printed page, each a line of 12 points."""
    return [
        Passage(
            "paragraph",
            text,
            page,
            (Line(text, n, size=12.0, box=Box(50, 20 * n, 500, 20 * n + 12)),),
            ((0, 0),),
            (page,),
        )
        for n, text in enumerate(texts, 1)
    ]


PRINTED = (
    printed(
        1,
        "EXAMPLE CITY COUNCIL",
        "SCRUTINY COMMITTEE",
        "TUESDAY, 13 NOVEMBER 2018 AT 15:00 HOURS",
        "A G E N D A",
        "1 APOLOGIES",
        "2 NOTES OF THE LAST MEETING 3 - 6",
        "3 RISK REGISTER 7 - 24 Report of the Corporate Director, Finance & Governance",
        "4 DATE OF NEXT MEETING",
    )
    + printed(
        3,
        "EXAMPLE CITY COUNCIL",
        "MEETING HELD ON TUESDAY, 18 SEPTEMBER 2018",
        "Notes of what was said about many things",
    )
    + printed(4, "10 The next point that was made")
    + printed(7, "Report of the Corporate Director, Finance & Governance", "Risk Register", "1 Purpose of report")
    + printed(9, "Appendix 1", "A list of risks")
)


def test_a_printed_pack_is_split_by_the_pages_of_its_agenda() -> None:
    marks = [Furniture(page, f"Page {page} of 24", "page_number") for page in range(1, 25)]
    papers, blocks = split_papers(PRINTED, Identity(meeting_date=dt.date(2018, 11, 13)), marks)
    assert [(p.item, p.page_from, p.page_to, p.doc_type, p.meeting_date) for p in papers] == [
        (None, 1, 1, "agenda", dt.date(2018, 11, 13)),
        ("2", 3, 4, "minutes", dt.date(2018, 9, 18)),
        ("3", 7, 9, "report", dt.date(2018, 11, 13)),
    ]
    assert papers[2].author == "Corporate Director, Finance & Governance"
    assert [b.paper for b in blocks] == [1] * 8 + [2] * 4 + [3] * 5
    assert all(p.line_from is None and p.line_to is None for p in papers)


def test_a_printed_pack_is_split_by_the_marks_on_its_pages_or_its_bookmarks() -> None:
    identity = Identity(meeting_date=dt.date(2018, 11, 13))
    marks = [
        Furniture(3, "Agenda Item 2", "agenda_item"),
        Furniture(4, "Agenda Item 2", "agenda_item"),
        Furniture(7, "Agenda Item 3", "agenda_item"),
    ]
    bookmarks = [OutlineEntry("Agenda", 0, 1), OutlineEntry("2 Notes", 0, 3), OutlineEntry("3 Risk Register", 0, 7)]
    by_marks, _ = split_papers(PRINTED, identity, marks)
    by_bookmarks, _ = split_papers(PRINTED, identity, (), bookmarks)
    assert [(p.item, p.page_from) for p in by_marks] == [(None, 1), ("2", 3), ("3", 7)]
    assert by_bookmarks == by_marks

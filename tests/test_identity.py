"""Who, what and when of a paper, from built texts and from the real ones."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.layout import lay_out
from extract.papers.days import yearless_day
from extract.papers.heads import labelled
from extract.papers.identity import identify
from extract.papers.titles import body_of, clean_metadata, in_title_case
from ingest.readers import read_document
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Document, Page
from schema.reading import Identity, Known, Problem


def identity_of(text: str, known: Known | None = None) -> tuple[Identity, tuple[Problem, ...]]:
    document = read_document(text.encode(), "paper.md")
    return identify(lay_out(document).blocks, document, known or Known())


PANEL = """
## **POLICE AND CRIME PANEL**

**Meeting to be held on 12<sup>th</sup> October 2015**

### **Police & Crime Plan Performance Monitoring Report**

Contact for further information A Clerk, 01234 567890, Office of the Police and Crime Commissioner, [a@b.gov.uk](mailto:a@b.gov.uk)

#### **EXECUTIVE SUMMARY**

Members of the Panel are given an update on the Plan for Lancashire by Lancashire Constabulary, Lancashire Police's own name.

This report covers the time period 10<sup>th</sup> July to 25<sup>th</sup> September 2015.
"""

SCRUTINY = """
REPORT TO:\tSTRATEGIC SCRUTINY MEETING
DATE:\tSeptember 2020
TITLE:\tQuarterly Performance Report

1. Issue for Consideration

This report is about the performance of Norfolk Constabulary. The Chief Constable of Norfolk wrote it for Norfolk.
"""


def test_a_panel_report() -> None:
    identity, problems = identity_of(PANEL)
    assert identity.title == "Police & Crime Plan Performance Monitoring Report"
    assert identity.force == "lancashire"
    assert identity.body == "Police and Crime Panel"
    assert identity.doc_type == "performance report"
    assert identity.meeting_date == dt.date(2015, 10, 12)
    assert (identity.period_start, identity.period_end) == (dt.date(2015, 7, 10), dt.date(2015, 9, 25))
    assert problems == ()


def test_a_month_is_no_meeting_day_and_no_period() -> None:
    identity, _ = identity_of(SCRUTINY)
    assert identity.title == "Quarterly Performance Report"
    assert identity.body == "Strategic Scrutiny Meeting"
    assert identity.force == "norfolk"
    assert identity.meeting_date is identity.period_start is identity.period_end is None


def test_what_is_known_wins() -> None:
    known = Known(
        force="kent",
        title="T",
        body="B",
        doc_type="plan",
        meeting_date=dt.date(2020, 1, 2),
        period_end=dt.date(2019, 12, 31),
    )
    identity, problems = identity_of(PANEL, known)
    assert (identity.force, identity.title, identity.body, identity.doc_type) == ("kent", "T", "B", "plan")
    assert identity.meeting_date == dt.date(2020, 1, 2)
    assert (identity.period_start, identity.period_end) == (dt.date(2015, 7, 10), dt.date(2019, 12, 31))
    assert problems == ()


def test_a_force_that_cannot_be_told_is_a_problem_that_prints_no_phone() -> None:
    identity, problems = identity_of(
        "POLICE AND CRIME PANEL\n\nCall 01234567890\n\na.clerk@x.gov.uk\n\nBudget update\n\nThe force did well."
    )
    assert identity.force is None
    assert [p.code for p in problems] == ["force_unknown"]
    assert "--force" in problems[0].message and "manifest.csv" in problems[0].message
    assert "01234" not in problems[0].message and "@" not in problems[0].message


def test_an_empty_document_has_no_identity() -> None:
    identity, problems = identify((), Document("text/plain", "text", (Page(1),)), Known())
    assert identity == Identity()
    assert [p.code for p in problems] == ["force_unknown"]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Meeting to be held on 11 December 2017", dt.date(2017, 12, 11)),
        ("Meeting: Kent Police and Crime Panel\n\nDate/Time: Monday, 23 March 2015 at 1.00 pm", dt.date(2015, 3, 23)),
        ("Date: 4 February 2021", dt.date(2021, 2, 4)),
        ("Thursday, 13th March, 2025, at 3.00 pm", dt.date(2025, 3, 13)),
        ("Date: 27 February 2025\n\nPOLICE AND CRIME PANEL - THURSDAY, 13 FEBRUARY 2025", dt.date(2025, 2, 13)),
        ("Date of next meeting: Thursday, 25 June 2015", None),
        ("Minutes of the meeting held on 29 January 2015", dt.date(2015, 1, 29)),
        ("DATE: September 2020", None),
        ("Date: MONDAY 23RD MARCH AT 1:00PM", None),
        ("24 NOVEMBER 2020", dt.date(2020, 11, 24)),
        ("Kent and Medway Police and Crime Panel - 6 February 2024", dt.date(2024, 2, 6)),
        ("Figures as known on 24 November 2020", None),
    ],
)
def test_days_of_meetings(lines: str, day: dt.date | None) -> None:
    identity, _ = identity_of(
        f"Kent Police and Crime Panel\n\n{lines}\n\nBudget update\n\nPurpose of Report\n\nA text."
    )
    assert identity.meeting_date == day


@pytest.mark.parametrize(
    ("text", "near", "after", "day"),
    [
        ("MONDAY 23RD MARCH AT 1:00PM", dt.date(2015, 3, 23), None, dt.date(2015, 3, 23)),
        ("MONDAY 23RD MARCH AT 1:00PM", dt.date(2015, 6, 25), None, None),
        ("MONDAY 23RD MARCH AT 1:00PM", None, dt.date(2014, 12, 31), dt.date(2015, 3, 23)),
        ("TUESDAY 24 MARCH", None, dt.date(2014, 12, 31), dt.date(2015, 3, 24)),
        ("WEDNESDAY 23RD MARCH", None, dt.date(2014, 12, 31), None),
        ("23 MARCH", None, dt.date(2014, 12, 31), None),
        ("23 March 2015", None, None, dt.date(2015, 3, 23)),
        ("no day", dt.date(2015, 3, 23), None, None),
    ],
)
def test_a_day_without_a_year_needs_certainty(
    text: str, near: dt.date | None, after: dt.date | None, day: dt.date | None
) -> None:
    assert yearless_day(text, near=near, after=after) == day


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("This report covers the time period 10th July to 25th September 2015.", (2015, 7, 10), (2015, 9, 25)),
        (
            "This report covers the 'first quarter' from the 1 July 2017 to 30 September 2017",
            (2017, 7, 1),
            (2017, 9, 30),
        ),
        (
            "The report lists what was funded. It covers the period 1 July to 25 September 2015.",
            (2015, 7, 1),
            (2015, 9, 25),
        ),
        ("Reporting period: 1 April 2019 to 30 June 2019", (2019, 4, 1), (2019, 6, 30)),
        ("The contract covers 1 April 2017 to 31 March 2020.", None, None),
        ("The majority of the data spans the 12 months to end of September 2017.", None, None),
        ("Crime fell from July 2018 to June 2019.", None, None),
    ],
)
def test_periods_that_a_paper_says_it_covers(
    sentence: str, start: tuple[int, int, int] | None, end: tuple[int, int, int] | None
) -> None:
    identity, _ = identity_of(
        f"POLICE AND CRIME PANEL\n\nUpdate for Members\n\nIntroduction\n\n{sentence}\n\nMore text follows here."
    )
    assert identity.period_start == (dt.date(*start) if start else None)
    assert identity.period_end == (dt.date(*end) if end else None)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Quarterly Performance Report: Quarter 1 2019-20", ("2019-04-01", "2019-06-30")),
        ("Draft Strategic Scrutiny Plan: November 2012 to March 2014", ("2012-11-01", "2014-03-31")),
        ("Monthly Knife Crime Summary June 2015", ("2015-06-01", "2015-06-30")),
        ("Police and Crime Plan 2021-2024: Performance Update, February 2023", (None, None)),
        ("Performance Report September 2020", (None, None)),
        ("Quarter 3 Performance Report", (None, None)),
    ],
)
def test_periods_in_titles(title: str, period: tuple[str | None, str | None]) -> None:
    identity, _ = identity_of(f"POLICE AND CRIME PANEL\n\nSeptember 2019\n\n{title}\n\nPurpose of Report\n\nA text.")
    assert identity.title == title
    assert tuple(day.isoformat() if day else None for day in (identity.period_start, identity.period_end)) == period


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Police & Crime Plan Performance Monitoring Report", "performance report"),
        ("DRAFT STRATEGIC SCRUTINY PLAN NOVEMBER 2012 - MARCH 2014", "scrutiny plan"),
        ("Proposed Precept 2015/16 and Medium Term Financial Strategy", "budget report"),
        ("Annual Report of the Commissioner", "annual report"),
        ("Monthly Knife Crime Summary", "statistics"),
        ("Police and Crime Plan 2016-2021", "plan"),
        ("Force Change Programme Update", "report"),
        ("Decision Notice 2015/32", "decision"),
        ("Panel Work Programme", "work programme"),
    ],
)
def test_kinds_of_papers(title: str, kind: str) -> None:
    assert identity_of(f"POLICE AND CRIME PANEL\n\n{title}\n\nPurpose of Report\n\nA text.")[0].doc_type == kind


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (["Leicester, Leicestershire and Rutland Police and Crime Panel"], "Police and Crime Panel"),
        (["POLICE & CRIME", "COMMISSIONER FOR", "LEICESTERSHIRE", "POLICE & CRIME PANEL"], "Police and Crime Panel"),
        (["North Yorkshire Police, Fire and Crime Panel"], "Police, Fire and Crime Panel"),
        (["STRATEGIC SCRUTINY MEETING"], "Strategic Scrutiny Meeting"),
        (["KENT COUNTY COUNCIL", "CABINET"], "Cabinet"),
        (["JOINT AUDIT COMMITTEE"], "Joint Audit Committee"),
        (["COUNTY COUNCIL - THURSDAY, 13 FEBRUARY 2025"], "County Council"),
        (["LANCASHIRE POLICE AND CRIME COMMISSIONER"], "Police and Crime Commissioner"),
        (["The meeting."], None),
        ([], None),
    ],
)
def test_bodies(texts: list[str], body: str | None) -> None:
    assert body_of(texts) == body


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Date/Time: Monday, 23 March 2015 at 1.00 pm", ("date", "Monday, 23 March 2015 at 1.00 pm")),
        ("REPORT TO: STRATEGIC SCRUTINY MEETING", ("body", "STRATEGIC SCRUTINY MEETING")),
        ("Report of the Chief Finance Officer", ("author", "Chief Finance Officer")),
        ("Subject: Budget", ("title", "Budget")),
        ("Agenda Item No: 7", ("item", "7")),
        ("Subjects of the report were many", None),
        ("Email: a@b.uk", None),
    ],
)
def test_labelled_lines(text: str, pair: tuple[str, str] | None) -> None:
    assert labelled(text) == pair


def test_titles_of_files_and_capitals() -> None:
    assert clean_metadata("Microsoft Word - Agenda CC 06012015.doc") is None
    assert clean_metadata("Minutes") is None
    assert (
        clean_metadata("(Public Pack)Agenda Document for Panel, 12/10/2015 14:00")
        == "Agenda Document for Panel, 12/10/2015 14:00"
    )
    assert in_title_case("REPORT OF THE PANEL") == "Report of the Panel"
    assert in_title_case("Report of the OPCC") == "Report of the OPCC"


@needs_real_papers
@pytest.mark.parametrize(
    ("name", "force", "body", "kind", "meeting", "start", "end"),
    [
        ("000", "lancashire", "Police and Crime Panel", "performance report", "2015-10-12", "2015-07-10", "2015-09-25"),
        ("001", "lancashire", "Police and Crime Panel", "performance report", "2017-12-11", "2017-07-01", "2017-09-30"),
        ("002", "lancashire", "Strategic Scrutiny Meeting", "performance report", None, None, None),
        ("003", "leicestershire", "Police and Crime Panel", "agenda pack", "2015-03-23", None, None),
        ("004", "lancashire", "Police and Crime Commissioner", "scrutiny plan", None, "2012-11-01", "2014-03-31"),
    ],
)
def test_real_papers(
    name: str, force: str, body: str, kind: str, meeting: str | None, start: str | None, end: str | None
) -> None:
    file = next((REAL_PAPERS / "seeds").glob(f"{name}*"))
    document = read_document(file.read_bytes(), file.name)
    identity, problems = identify(lay_out(document).blocks, document, Known())
    assert (identity.force, identity.body, identity.doc_type) == (force, body, kind)
    found = [
        day.isoformat() if day else None for day in (identity.meeting_date, identity.period_start, identity.period_end)
    ]
    assert found == [meeting, start, end]
    assert problems == ()


@needs_real_papers
@pytest.mark.parametrize(
    ("name", "force", "meeting"),
    [
        ("monthly_knife", "metropolitan", None),
        ("Agenda_front", None, dt.date(2025, 3, 13)),
    ],
)
def test_real_pdfs_of_councils_are_of_no_force(name: str, force: str | None, meeting: dt.date | None) -> None:
    file = next((REAL_PAPERS / "papers" / "real").glob(f"{name}*"))
    document = read_document(file.read_bytes(), file.name)
    identity, problems = identify(lay_out(document).blocks, document, Known())
    assert (identity.force, identity.meeting_date) == (force, meeting)
    assert bool(problems) == (force is None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Contact Services Update\n\na) The force had moved up;", "Contact Services Update"),
        ("Contact with the Public: Six Months On", "Contact with the Public: Six Months On"),
        ("Contact: the Clerk\n\nBudget Monitoring", "Budget Monitoring"),
        ("Contact Officer: Head of Policy\n\nBudget Monitoring", "Budget Monitoring"),
        ("Time: 10.00 am\n\nBudget Monitoring", "Budget Monitoring"),
        ("Date/Time: 10.00 am\n\nBudget Monitoring", "Budget Monitoring"),
        ("a) the first of the points\n\nBudget Monitoring", "Budget Monitoring"),
    ],
)
def test_lines_of_the_head_that_are_titles_and_those_that_are_not(head: str, title: str) -> None:
    assert identity_of(f"POLICE AND CRIME PANEL\n\n{head}\n\nPurpose of Report\n\nA text.")[0].title == title


@pytest.mark.parametrize(
    "line",
    [
        "To confirm the minutes of the meeting held on Thursday 6 June 2019.",
        "Minutes and matters arising To approve and sign the minutes of the meeting held on 6 June 2019.",
        "The minutes of the meeting held on Thursday 6 June 2019 were agreed as a correct record.",
    ],
)
def test_minutes_that_are_agreed_are_those_of_an_earlier_meeting(line: str) -> None:
    identity, _ = identity_of(
        f"Kent Police and Crime Panel - Agenda and minutes\n\n{line}\n\nThere was no public participation."
    )
    assert identity.meeting_date is None

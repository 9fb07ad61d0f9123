"""The dates of a paper, and what they are for."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks import Block, Passage, Section, TableBlock
from extract.dates.edtf import edtf
from extract.dates.mentions import find_dates
from extract.dates.phrases import label, quote
from schema.document import Cell, Grid, Line
from schema.reading import DateMention, Identity, Paper

PAPER = Identity(
    body="Police and Crime Panel",
    meeting_date=dt.date(2015, 10, 12),
    period_start=dt.date(2015, 7, 10),
    period_end=dt.date(2015, 9, 25),
)
_numbers = itertools.count(1)


def passage(text: str, *, heading: bool = False, section: str = "Progress", paper: int = 1) -> Passage:
    line = Line(text, next(_numbers))
    return Passage(
        kind="heading" if heading else "paragraph",
        text=text,
        page=1,
        lines=(line,),
        joins=((0, 0),),
        pages=(1,),
        sections=(Section(1, None, section),),
        paper=paper,
    )


def table(*rows: tuple[str, ...], header_rows: int = 1) -> TableBlock:
    cells = tuple(Cell(r, c, text, page=1, line=r + 1) for r, row in enumerate(rows) for c, text in enumerate(row))
    return TableBlock(Grid(cells, "tsv", 1), "l1", 1, None, None, header_rows)


def one(text: str, identity: Identity = PAPER, *, heading: bool = False) -> DateMention:
    found = find_dates([passage(text, heading=heading)], identity)
    assert len(found) == 1, found
    return found[0]


#: Whose next meeting it is, in a paper of a police and crime panel.
NEXT_MEETINGS = [
    ("Date of next meeting: 10 December 2015", "next_meeting"),
    ("The next meeting of the Kent and Medway Police and Crime Panel is on 10 December 2015.", "next_meeting"),
    ("The PCP's next meeting will be on 10 December 2015.", "next_meeting"),
    ("The Panel's next meeting is 10 December 2015.", "next_meeting"),
    ("Members agreed that its next meeting would be on 10 December 2015.", "next_meeting"),
    ("The next meeting of the Audit Committee will be held on 10 December 2015.", "meeting"),
    ("The next Full Council meeting will take place on 10 December 2015.", "meeting"),
    ("Next meeting of Cabinet: 10 December 2015", "meeting"),
    ("Next Board meeting: 10 December 2015", "meeting"),
    ("The next meeting of the Joint Audit Panel takes place on 10 December 2015.", "meeting"),
    ("The Independent Advisory Panel's next meeting is 10 December 2015.", "meeting"),
    ("The Out of Court Disposals Panel will meet next on 10 December 2015.", "meeting"),
    ("The Scrutiny Panel next meets on 10 December 2015.", "meeting"),
    ("The next meeting of the Panel's Budget Working Group is on 10 December 2015.", "meeting"),
    ("The complaints sub-committee of the Panel will meet on 10 December 2015.", "meeting"),
    ("The accounts go to the Joint Audit Committee at its next meeting on 10 December 2015.", "meeting"),
    ("The Strategic Board meets each quarter. Its next meeting is on 10 December 2015.", "meeting"),
]


@pytest.mark.parametrize(("text", "type"), NEXT_MEETINGS)
def test_the_next_meeting_of_another_body_is_none_of_the_panel(text: str, type: str) -> None:
    assert [found.type for found in find_dates([passage(text)], PAPER)] == [type]


ROLES = [
    ("Meeting to be held on 12th October 2015", "meeting", "2015-10-12", "2015-10-12"),
    ("Date/Time: Monday, 12 October 2015 at 1.00 pm", "meeting", "2015-10-12", "2015-10-12"),
    (
        "The next meeting of the Panel is scheduled to take place on 10 December 2015 at 1.00pm.",
        "next_meeting",
        "2015-12-10",
        "2015-12-10",
    ),
    (
        "The minutes of the meeting held on 6 July 2015 were confirmed and signed.",
        "previous_meeting",
        "2015-07-06",
        "2015-07-06",
    ),
    (
        "As reported to the panel at its meeting on July 6th 2015, three teams were formed.",
        "previous_meeting",
        "2015-07-06",
        "2015-07-06",
    ),
    (
        "The plans go to the next meeting of the Joint Management Board on the 30 September.",
        "meeting",
        "2015-09-30",
        "2015-09-30",
    ),
    (
        "Notes of the Strategic Scrutiny Meeting held on the 29 May 2015 are attached.",
        "meeting",
        "2015-05-29",
        "2015-05-29",
    ),
    ("This report covers the time period 10th July to 25th September 2015.", "period", "2015-07-10", "2015-09-25"),
    (
        "This report covers the 'first quarter' from the 1 July 2015 to 30 September 2015",
        "period",
        "2015-07-01",
        "2015-09-30",
    ),
    ("Crime data is taken from the dashboard (up to 31st May 2015).", "period", "?", "2015-05-31"),
    ("The majority of the data spans the 12 months to end of August 2015.", "period", "2014-09-01", "2015-08-31"),
    (
        "In 2015 to date (31/08/2015), the number of homicides was in line with last year.",
        "period",
        "2015-01-01",
        "2015-08-31",
    ),
    ("In the first three quarters of 2014/15 there were 1,815 reports.", "period", "2014-04-01", "2014-12-31"),
    ("Performance for September (Up to 29th September) was 86.96%.", "period", "2015-09-01", "2015-09-29"),
    ("Workforce census – (officers only) – 1/4/2014 – 31/03/2015", "period", "2014-04-01", "2015-03-31"),
    ("The efficiency report was published on the 9th September 2015.", "publication", "2015-09-09", "2015-09-09"),
    ("At the start of April, the charity issued a bulletin on cadets.", "publication", "2015-04-01", "2015-04-30"),
    ("as detailed in the paper dated 17th December 2014 on finance", "publication", "2014-12-17", "2014-12-17"),
    ("The sites will be operational by the beginning of October 2015.", "deadline", "2015-10-01", "2015-10-31"),
    ("The aim is 650 officers in place by the end of 2016.", "deadline", "2016-01-01", "2016-12-31"),
    ("We hope for a joint sign off by the end of August.", "deadline", "2015-08-31", "2015-08-31"),
    ("She has asked to see the proposals by December this year.", "deadline", "2015-12-01", "2015-12-31"),
    (
        "The contract runs for 3 years from 1st April 2017 up until 31st March 2020.",
        "contract",
        "2017-04-01",
        "2020-03-31",
    ),
    ("In July the Commissioner opened the Preston branch of the charity.", "launch", "2015-07-01", "2015-07-31"),
    ("Having only launched in November 2014 the service grew fast.", "launch", "2014-11-01", "2014-11-30"),
    ("The Police and Crime Plan for Lancashire 2013-2018 has four priorities.", "plan", "2013-01-01", "2018-12-31"),
    ("The Plan came into effect on the 15 March 2013.", "plan", "2013-03-15", "2013-03-15"),
    ("This campaign aims to appoint 120 candidates during 2016/17.", "plan", "2016-04-01", "2017-03-31"),
    ("before he considers the police budget for 2016/17", "plan", "2016-04-01", "2017-03-31"),
    ("The work will commence during the third quarter of 2016.", "plan", "2016-07-01", "2016-09-30"),
    ("Intakes are deferred until 2017.", "plan", "2017-01-01", "2017-12-31"),
    ("CSE week will take place on the 9-13 November 2015.", "event", "2015-11-09", "2015-11-13"),
    ("The window opened on 1 October and closes on the 13 October 2015.", "event", "2015-10-01", "2015-10-13"),
    (
        "Training will take place between the 7th of September and the end of November 2015.",
        "event",
        "2015-09-07",
        "2015-11-30",
    ),
    ("Last weekend (3-4 October) the headquarters welcomed visitors.", "event", "2015-10-03", "2015-10-04"),
    ("The January 2015 MTFS shows how the gap is closed.", "plan", "2015-01-01", "2015-01-31"),
    ("It is told in the Commissioner's June 2015 report.", "publication", "2015-06-01", "2015-06-30"),
    ("The figures issued by the force on 3 May 2015 are provisional.", "publication", "2015-05-03", "2015-05-03"),
    (
        "It was noted that the next meeting would be held on 23 November at 1.00pm.",
        "next_meeting",
        "2015-11-23",
        "2015-11-23",
    ),
    ("The grants were outlined to the Panel meeting on 6 July 2015.", "previous_meeting", "2015-07-06", "2015-07-06"),
    ("There have been 6 successive months of reduction since July 2014.", "period", "2014-07-01", "2014-07-31"),
    ("The period ended in December 2014.", "period", "?", "2014-12-31"),
    ("70 people have been recruited in April, July and October.", "event", "2015-04-01", "2015-10-31"),
    ("In August, cadets from Burnley won a competition.", "event", "2015-08-01", "2015-08-31"),
    ("The bid submitted in January of this year was successful.", "event", "2015-01-01", "2015-01-31"),
    ("The Panel will recall that in July the inspectors came.", "event", "2015-07-01", "2015-07-31"),
    ("One offence took place in 2012.", "event", "2012-01-01", "2012-12-31"),
    (
        "In October we have a Hate Crime Week which runs from Saturday 10 October to Saturday 17 October 2015.",
        "event",
        "2015-10-10",
        "2015-10-17",
    ),
    ("The Contract was approved by the Commissioner on 3 March 2015.", "contract", "2015-03-03", "2015-03-03"),
    ("The scheme was approved by the Commissioner on 3 March 2015.", "decision", "2015-03-03", "2015-03-03"),
    ("Innovation Fund 2015/16", "other", "2015-04-01", "2016-03-31"),
]


@pytest.mark.parametrize(("text", "kind", "start", "end"), ROLES)
def test_what_a_date_is_for(text: str, kind: str, start: str, end: str) -> None:
    found = one(text, heading=not text.endswith("."))
    assert (found.type, str(found.start or "?"), str(found.end or "?")) == (kind, start, end)
    assert found.quote in text and len(found.quote.split()) <= 12
    assert found.label in text


OTHER_FORCES = Identity(body="Police and Crime Panel", meeting_date=dt.date(2018, 10, 12))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The Commissioner presented the Annual Report to the Police and Crime Panel on the 30th July 2018.",
            "previous_meeting",
        ),
        ("The Panel will review the annual report when they meet on 14 December 2018.", "next_meeting"),
        ("The Business Coordination Board meeting on the 26th May 2018 discussed the Annual Report.", "meeting"),
        ("Information as regards the next meeting of the PCP on 8 March 2019 would be reported back.", "next_meeting"),
        ("The minutes of the meeting held on 28 July 2018 were agreed as a true record.", "previous_meeting"),
        ("The Chief Constable took up his post on 1 August 2018.", "event"),
        ("PC Smith was appointed in May 2018.", "event"),
        ("A public consultation ran from 3 November to 31 December 2017.", "event"),
        ("Responses must be received by 5pm on Friday 30 November 2018.", "deadline"),
        ("The deadline for applications is 9 November 2018.", "deadline"),
        ("Applications close on 9 November 2018.", "deadline"),
        ("HMICFRS published its PEEL report in March 2018.", "publication"),
        ("The report was published by HMICFRS on 22 March 2018.", "publication"),
        ("The Home Office published the provisional settlement on 13 December 2017.", "publication"),
        ("The inspection report, published in November 2017, found the force to be good.", "publication"),
        ("The new website went live on 1 October 2018.", "launch"),
        ("Operation Sceptre was launched in July 2018.", "launch"),
        ("The Safer Streets Fund was introduced in April 2018.", "launch"),
        ("The scheme has been running since September 2017.", "launch"),
        ("The new custody suite opened in May 2018.", "launch"),
        ("The contract was awarded to Victim Support on 1 April 2017 for three years.", "contract"),
        ("The current contract expires on 31 March 2019.", "contract"),
        ("The new service commenced on 1 April 2018 under a three year contract.", "contract"),
        ("The Commissioner approved the budget on 5 February 2018.", "decision"),
        ("The decision was taken on 5 February 2018.", "decision"),
        ("This report covers the period 1 April 2018 to 30 June 2018.", "period"),
        ("In the 12 months to June 2018 recorded crime rose by 8%.", "period"),
        ("Between April and June 2018, 1,203 offences were recorded.", "period"),
        ("During 2017/18 the force recorded 62,000 crimes.", "period"),
        ("In Q1 2018/19 there were 4,050 incidents.", "period"),
        ("As at 30 June 2018, there were 1,945 police officers.", "period"),
        ("The data in this report are for July to September 2018.", "period"),
        ("For the year ending March 2018, the rate was 71.2.", "period"),
        ("Data correct as at 14 September 2018.", "period"),
        ("The Police and Crime Plan 2016-2021 sets out four priorities.", "plan"),
        ("The Medium Term Financial Plan 2018/19 to 2021/22 shows a gap of £8m.", "plan"),
        ("The new force control room will open in spring 2019.", "plan"),
        ("A further 50 officers will be recruited during 2019/20.", "plan"),
        ("The upgrade is planned for March 2019.", "plan"),
        ("The uplift programme runs until March 2023.", "plan"),
        ("All officers will be trained by the end of March 2019.", "deadline"),
        ("The force aims to reach 1,000 volunteers by 2020.", "deadline"),
        ("The Commissioner visited Burnley on 3 September 2018.", "event"),
        ("A crime conference took place on 14 and 15 September 2018.", "event"),
        ("Hate Crime Awareness Week runs from 13 to 20 October 2018.", "event"),
        ("The inspection took place in the week commencing 4 June 2018.", "event"),
        ("On 23 March 2018 the Prime Minister announced a lockdown.", "event"),
        ("The Chief Constable retired in June 2018.", "event"),
        ("Elections will be held on 7 May 2020.", "event"),
        ("Six officers were dismissed in July 2018.", "event"),
        ("A press release was issued on 2 October 2018.", "publication"),
        ("The statistical bulletin was released on 19 July 2018.", "publication"),
        ("The Policing and Crime Act received Royal Assent on 31 January 2017.", "event"),
        ("The General Data Protection Regulation came into force on 25 May 2018.", "launch"),
        ("The incident occurred on Saturday 14 July 2018.", "event"),
        ("The Audit Committee met on 25 September 2018.", "meeting"),
        ("The Ethics Committee will meet on 4 December 2018.", "meeting"),
        ("At its meeting on 14 June 2018 the Panel resolved to write to the Minister.", "previous_meeting"),
        ("At the June 2018 meeting, members asked for more detail.", "previous_meeting"),
        ("Members considered this on 14 June 2018 when the Panel last met.", "previous_meeting"),
        ("A further report will be brought to the Panel in December 2018.", "next_meeting"),
        ("An update will be presented to the February 2019 Panel meeting.", "next_meeting"),
        ("Date of next meeting: 14 December 2018", "next_meeting"),
        ("Next meeting: Friday 14 December 2018, 10.30am, County Hall.", "next_meeting"),
        ("The next ordinary meeting is on 14 December 2018.", "next_meeting"),
        ("The Strategic Governance Board was held on 17 July 2018.", "meeting"),
        ("Minutes of the Panel's last meeting (15 June 2018) are attached.", "previous_meeting"),
        ("Decision Notice 12/2018 was signed on 6 March 2018.", "decision"),
        ("Date of Decision: 5 February 2018.", "decision"),
        ("This is an update since the last meeting (5 July 2018).", "previous_meeting"),
        ("A follow-up meeting is arranged for 16 November.", "meeting"),
        ("National figures are only available to 31 March 2018.", "period"),
        ("12 October 2018 – At a meeting of the Panel held at 10.30 am at County Hall.", "meeting"),
        ("In July 2018, the average was 8 minutes.", "period"),
        ("Since 1 July 2018 we have seen a 12% rise.", "period"),
        ("Following the last Panel meeting on 8 September 2018, a letter was sent.", "previous_meeting"),
        ("It will be reported at the following Panel meeting on 14 December 2018.", "next_meeting"),
        ("Officers number 2,233 (31 March 2018: 2,187).", "period"),
        ("Work commenced on the site in w/c 9 July 2018.", "event"),
        ("The next cohort joins on 17th November.", "plan"),
        ("The window closes at midnight on 12th November.", "deadline"),
        ("Between 00:00 on 1 April 2018 and 23:59 on 31 July 2018 the number of calls was 212,000.", "period"),
        ("Mae'r adroddiad yn cwmpasu'r cyfnod 1 Ebrill 2018 i 30 Mehefin 2018.", "period"),
        (
            "The Chief Finance Officer had tendered her resignation and a hearing would be held on 16 November 2018.",
            "event",
        ),
        ("The draft minutes of the meeting held and adjourned on 22 March 2018 are attached.", "previous_meeting"),
        ("The contract of the Chief Constable has been extended to 2020.", "contract"),
        ("Figures released by the Office for National Statistics on 19 July 2018 show a rise of 8%.", "publication"),
        ("The Panel last considered this issue on 4 February 2018.", "previous_meeting"),
        ("A councillor joined the Panel in June 2018.", "event"),
        ("HMIC inspected the force in the week of 4 June 2018.", "event"),
        ("Last updated: 14 June 2018.", "publication"),
        ("The next inspection is scheduled for the week commencing 12 November 2018.", "event"),
        ("The force had 23 fewer officers than on 1 June 2018.", "period"),
        ("The post is funded until 31 March 2020.", "plan"),
        ("The lease on the station ends in December 2018.", "contract"),
        ("Decision outcomes peaked in July 2018 with 79% of cases.", "period"),
        ("On 31 August 2018, the number of open cases was 2,287.", "period"),
        ("On 31 August 2018 there were 1,109 officers in post.", "period"),
        ("It is below the last published rate of 41.6% (31 March 2018).", "period"),
        ("In 2017 young drivers represented 12 per cent of those hurt.", "period"),
        ("The completion date has been extended to the end of March 2019.", "deadline"),
        ("Intakes are deferred until 2019.", "plan"),
        ("More reviews were planned and completed, with Quarter 1 seeing 10% more.", "period"),
    ],
)
def test_what_a_date_is_for_in_papers_of_other_forces(text: str, kind: str) -> None:
    assert one(text, OTHER_FORCES).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "The Commissioner approved 2194 phones at a cost of £4.854M. (Decision 2015/32)",
        "Training reached just over 2100 staff and over 2000 families.",
        "They were searched under the Misuse of Drugs Act 1971.",
        "Costs are always a higher proportion in quarter 1 due to annual costs.",
        "There is a seasonal low point around November - December annually.",
        "The precept must be notified by 1 March in each year.",
        "See paragraphs 3.23 and 5.36, or ring 01772 533587 or 101.",
        "Satisfaction rose when compared to the same period in 2014/15.",
        "Six officers may march, and 10 may run.",
        "It follows the Immigration Bill (2013) and the Regulations 2012.",
        "The October Half Term Activities cost £2,714; the code is 12.10.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates([passage(text)], PAPER) == []


def test_both_years_of_a_comparison_count() -> None:
    found = find_dates(
        [passage("Incidents rose (+45%, +22,833 July-June 19/20 v 18/19) beside the fall in crime.")], Identity()
    )
    assert [(str(m.start), str(m.end), m.type) for m in found] == [
        ("2019-07-01", "2020-06-30", "period"),
        ("2018-07-01", "2019-06-30", "period"),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("118 offences from 01/07/19 to 30/06/20 compared to 79 in the same period 2019", "2018-07-01", "2019-06-30"),
        ("Comparing July 2018 to June 2019 with the same period 2019 to 2020 shows a fall", "2019-07-01", "2020-06-30"),
        ("June 2020 saw 293 hate crimes in comparison to 239 in the same period 2019", "2019-06-01", "2019-06-30"),
        (
            "In the 4 weeks to the end of June 2020 they rose compared with the same period in 2019",
            "2019-06-03",
            "2019-06-30",
        ),
    ],
)
def test_the_same_period_of_another_year(text: str, start: str, end: str) -> None:
    found = find_dates([passage(text + ".")], Identity())
    assert [(str(m.start), str(m.end)) for m in found][-1:] == [(start, end)]


def test_the_same_period_goes_back_to_the_paragraph_before() -> None:
    blocks = [
        passage("The first quarter, April – June 2015, was reviewed."),
        passage("Referrals rose compared to the same period in 2014/15."),
    ]
    assert [str(m.start) for m in find_dates(blocks, PAPER)] == ["2015-04-01", "2014-04-01"]


def test_a_thing_said_twice_counts_once_and_two_things_of_one_month_count_twice() -> None:
    blocks = [
        passage("In July the Commissioner opened a branch in Preston for women offenders."),
        passage("In July, officers arrested a gang of human traffickers.", section="Exploitation"),
        passage("The Police and Crime Plan 2013-2018 was approved."),
        passage("The priorities of the Plan 2013-2018 are below.", section="Priorities"),
    ]
    assert [(m.type, str(m.start)) for m in find_dates(blocks, PAPER)] == [
        ("launch", "2015-07-01"),
        ("event", "2015-07-01"),
        ("plan", "2013-01-01"),
    ]


def test_a_month_without_a_year_and_without_a_meeting_is_left_out() -> None:
    assert find_dates([passage("In July the Commissioner opened a branch.")], Identity()) == []


def test_the_head_of_a_report_gives_its_meeting_and_the_years_of_its_months() -> None:
    head = table(
        ("REPORT TO:", "STRATEGIC SCRUTINY MEETING"),
        ("DATE:", "September 2020"),
        ("TITLE:", "Quarterly report"),
        header_rows=0,
    )
    blocks: list[Block] = [head, passage("It was resolved in April. By the end of August it will be open.")]
    found = find_dates(blocks, Identity())
    assert [(m.type, str(m.start)) for m in found] == [
        ("meeting", "2020-09-01"),
        ("decision", "2020-04-01"),
        ("deadline", "2020-08-31"),
    ]
    assert found[0].label == "STRATEGIC SCRUTINY MEETING"
    assert (found[0].place.table, found[0].place.row, found[0].place.col) == ("l1", 1, 1)


def test_a_schedule_gives_its_meetings() -> None:
    schedule = table(
        ("DATE OF SCRUTINY MEETING", "AREA", "RATIONALE"),
        ("Monday 23 December 2013", "Serious violence", "Flagged up at BMM meeting Oct 13\nin the north"),
        ("Thursday 13 March 2014", "", ""),
        ("September 2014", "", ""),
    )
    found = find_dates([schedule], Identity())
    assert [(m.type, str(m.start), m.precision) for m in found] == [
        ("meeting", "2013-12-23", "day"),
        ("meeting", "2013-10-01", "month"),
        ("meeting", "2014-03-13", "day"),
        ("meeting", "2014-09-01", "month"),
    ]
    assert found[0].label == "Date of scrutiny meeting: Serious violence Flagged up at BMM meeting Oct 13 in the north"


def test_the_headings_and_months_of_a_measure_table_are_no_dates() -> None:
    measures = table(
        ("Measure", "12M to May '19", "Jul '19 - Jun '20"),
        ("All crime", "162,400", "153,477"),
        ("Modern slavery (only introduced 1st April 2015)", "79", "118"),
    )
    matrix = table(("Month", "Crimes"), ("April 2019", "1732"), ("May 2019", "1679"))
    assert [(m.type, str(m.start)) for m in find_dates([measures, matrix], Identity())] == [("launch", "2015-04-01")]


def test_each_report_of_a_pack_has_its_own_meeting() -> None:
    minutes = Paper(number=1, title="Minutes", meeting_date=dt.date(2015, 1, 29))
    report = Paper(number=2, title="Report", meeting_date=dt.date(2015, 3, 23))
    text = "The next meeting of the Panel would be held on 23 March at 1.00pm."
    blocks = [passage(text, paper=1), passage("Date: Monday 23 March 2015", paper=2)]
    found = find_dates(blocks, Identity(meeting_date=dt.date(2015, 3, 23)), [minutes, report])
    assert [(m.type, str(m.start), m.paper) for m in found] == [
        ("next_meeting", "2015-03-23", 1),
        ("meeting", "2015-03-23", 2),
    ]


def test_the_date_in_the_head_of_a_paper_is_that_of_its_meeting() -> None:
    head = [
        passage("Kent and Medway Police and Crime Panel - 6 February 2024"),
        passage("Kent and Medway Police and Crime Panel", heading=True),
        passage("Tuesday 6 February 2024"),
        passage("Precept proposal", heading=True),
    ]
    found = find_dates(head, Identity(body="Police and Crime Panel", meeting_date=dt.date(2024, 2, 6)))
    assert [(m.type, str(m.start)) for m in found] == [("meeting", "2024-02-06")]
    month = [passage("Wiltshire Police and Crime Panel", heading=True), passage("September 2019")]
    assert [(m.type, str(m.start)) for m in find_dates(month, Identity())] == [("meeting", "2019-09-01")]
    assert [
        m.type for m in find_dates([passage("Annual figures", heading=True), passage("September 2019")], Identity())
    ] == ["other"]


def test_the_line_of_an_agenda_with_an_hour_and_a_clerk_is_that_of_its_meeting() -> None:
    head = [
        passage("AGENDA CABINET", heading=True),
        passage("Thursday, 13th March, 2025, at 3.00 pm Ask for: the clerk"),
    ]
    found = find_dates(head, Identity(body="Cabinet", meeting_date=dt.date(2025, 3, 13)))
    assert [(m.type, str(m.start)) for m in found] == [("meeting", "2025-03-13")]


def test_a_schedule_in_a_line_gives_its_years_once() -> None:
    text = "Future meetings of the Board are: 2018 13 November - 1500 hours 12 December - 1000 hours 2019 16 January - 1100 hours 13 February - 1130 hours"
    found = find_dates([passage(text)], Identity(body="Police and Crime Panel", meeting_date=dt.date(2018, 11, 1)))
    assert [(m.type, str(m.start)) for m in found] == [
        ("meeting", "2018-11-13"),
        ("meeting", "2018-12-12"),
        ("meeting", "2019-01-16"),
        ("meeting", "2019-02-13"),
    ]


def test_days_in_a_list_are_all_of_meetings_and_a_report_is_about_its_year() -> None:
    def roles(text: str) -> list[tuple[str, str]]:
        return [(m.type, str(m.start)) for m in find_dates([passage(text)], OTHER_FORCES)]

    assert roles("Dates of future meetings: 20 April 2019, 29 June 2019 and 28 September 2019.") == [
        ("meeting", "2019-04-20"),
        ("meeting", "2019-06-29"),
        ("meeting", "2019-09-28"),
    ]
    assert roles("The office published its Annual Report for 2016/17 in July 2017.") == [
        ("period", "2016-04-01"),
        ("publication", "2017-07-01"),
    ]
    assert roles(
        "One plan was published on 1 September and the Estates Plan is due to be published in December 2018."
    ) == [
        ("publication", "2018-09-01"),
        ("publication", "2018-12-01"),
    ]
    assert roles("The limit was published on 16 July 2018 and the settlement is expected in November 2018.") == [
        ("publication", "2018-07-16"),
        ("plan", "2018-11-01"),
    ]
    assert roles("It was published on 1 July 2018 and launched at an event on 6 July 2018.") == [
        ("publication", "2018-07-01"),
        ("launch", "2018-07-06"),
    ]
    assert roles("Compliance was 92% in 2017/18 Q4, up from 89% in Q3.") == [
        ("period", "2018-01-01"),
        ("period", "2017-10-01"),
    ]
    assert roles("A review was lodged in July and will be heard on 17 November.") == [
        ("event", "2018-07-01"),
        ("plan", "2018-11-17"),
    ]


def test_by_in_the_title_of_a_chart_sets_no_deadline() -> None:
    assert one("Chart 1: Share of population, by 2014 casualties", heading=True).type != "deadline"


def test_a_sentence_goes_on_about_the_contract_of_the_one_before() -> None:
    text = "The contract for services was awarded to a charity. It runs for three years from 1 April 2017 to 31 March 2020."
    assert [(m.type, str(m.start)) for m in find_dates([passage(text)], PAPER)] == [("contract", "2017-04-01")]


def test_a_date_alone_in_a_list_goes_on_with_the_words_that_open_it() -> None:
    dates = [replace(passage(text), kind="bullet") for text in ("10 March 2016 at 10am", "30 June 2016 at 10am")]
    blocks = [passage("Further meetings of the Board are scheduled to take place on:"), *dates]
    assert [(m.type, str(m.start)) for m in find_dates(blocks, PAPER)] == [
        ("meeting", "2016-03-10"),
        ("meeting", "2016-06-30"),
    ]
    blocks = [passage("Future meeting dates below:"), *dates]
    assert [m.type for m in find_dates(blocks, PAPER)] == ["meeting", "meeting"]
    blocks = [passage("Responses must be in by:"), *dates[:1]]
    assert [m.type for m in find_dates(blocks, PAPER)] == ["deadline"]


def test_the_papers_under_background_papers_were_published() -> None:
    blocks = [
        passage("Background Papers"),
        passage("Valuing the Police 4 July 2014"),
        passage("Annual Report 12 May 2014"),
    ]
    assert [m.type for m in find_dates(blocks, PAPER)] == ["publication", "publication"]


def test_a_column_of_dates_beside_figures_is_read_where_it_says_what_they_are() -> None:
    awards = table(
        ("Year", "Decision", "Date of decision", "Awarded"),
        ("2022/23", "W-0049", "8 April 2022", "£992,550"),
        ("2023/24", "W-0084", "4 April 2023", "£810,000"),
    )
    assert [(m.type, str(m.start)) for m in find_dates([awards], Identity())] == [
        ("decision", "2022-04-08"),
        ("decision", "2023-04-04"),
    ]
    series = table(("Date", "Crimes"), ("8 April 2022", "99"), ("4 April 2023", "81"))
    assert find_dates([series], Identity()) == []


def test_the_title_of_a_report_counts_once_in_its_pack() -> None:
    papers = [Paper(number=1, title="Agenda"), Paper(number=2, title="Report")]
    blocks = [
        passage("Quarter 3 Performance Report 2014/15", paper=1),
        passage("Quarter 3 Performance Report 2014/15", heading=True, paper=2),
    ]
    assert len(find_dates(blocks, Identity(), papers)) == 1


def test_a_misprinted_year_is_read_with_doubt() -> None:
    found = one("Further to the commitment in the 2105/16 budget the Commissioner approved it.")
    assert (str(found.start), found.type) == ("2015-04-01", "plan")
    assert found.confidence < 0.7


def test_the_place_of_a_date_leads_back_to_its_line() -> None:
    text = "It runs from 12 July 2015."
    found = one(text)
    line = found.place.line
    assert line is not None and found.place.start is not None
    assert text[found.place.start : found.place.end] == "12 July 2015"


@pytest.mark.parametrize(
    ("start", "end", "precision", "printed"),
    [
        ("2014-09-01", "2014-09-30", "month", "2014-09"),
        ("2013-01-01", "2018-12-31", "year", "2013/2018"),
        ("2015-10-12", "2015-10-12", "day", "2015-10-12"),
        ("2019-07-01", "2020-06-30", "month", "2019-07/2020-06"),
        ("2013-04-01", "2014-03-31", "financial_year", "2013-04/2014-03"),
        ("2020-06-30", "2020-06-30", "month", "2020-06-30"),
        (None, "2020-05-31", "month", "../2020-05"),
        ("2015-04-01", None, "day", "2015-04-01/.."),
        (None, None, "day", None),
    ],
)
def test_a_date_in_edtf(start: str | None, end: str | None, precision: str, printed: str | None) -> None:
    days = [dt.date.fromisoformat(day) if day else None for day in (start, end)]
    assert edtf(days[0], days[1], precision) == printed


def test_a_label_is_the_clause_and_a_quote_at_most_twelve_words() -> None:
    text = "This was agreed (Decision 5). The Plan came into effect on the 15 March 2013 and sets out what the force will do, although much is old."
    start = text.index("the 15 March")
    end = start + len("the 15 March 2013")
    assert (
        label(text, start, end) == "The Plan came into effect on the 15 March 2013 and sets out what the force will do"
    )
    assert quote(text, start, end) == "The Plan came into effect on the 15 March 2013 and sets"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The sites will be operational by the beginning of October 2015.", "2015-10~"),
        ("They started work in mid-September 2015.", "2015-09~"),
        ("The definition was widened in late 2012.", "2012~"),
        ("It was held around 12 March 2015.", "2015-03-12~"),
        ("We hope for a joint sign off by the end of August 2015.", "2015-08~"),
        ("It opened in early 2013.", "2013~"),
        ("It opened in March 2015.", "2015-03"),
        ("The contract runs from 1 April 2017 to 31 March 2020.", "2017-04-01/2020-03-31"),
        ("The Plan for 2013-2018 is under review.", "2013/2018"),
        ("Crime data are taken from the dashboard (up to 31st May 2015).", "../2015-05-31"),
        ("Figures are shown from 1 April 2015 to date.", "2015-04-01/.."),
    ],
)
def test_dates_that_are_about_then_or_open(text: str, printed: str) -> None:
    assert one(text).edtf == printed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Analysts will be invited to a steering group later this year.", "plan"),
        ("The team moved earlier this year.", "event"),
        ("A new app was launched earlier this year.", "launch"),
    ],
)
def test_what_is_told_from_the_year_of_writing_is_that_year(text: str, kind: str) -> None:
    found = one(text)
    assert (found.type, found.start, found.end) == (kind, dt.date(2015, 1, 1), dt.date(2015, 12, 31))
    assert found.quote in text and found.confidence < 0.5


def test_this_year_is_not_certain_in_a_paper_for_january() -> None:
    january = Identity(meeting_date=dt.date(2015, 1, 29))
    assert find_dates([passage("The team moved earlier this year.")], january) == []


@pytest.mark.parametrize(
    "text",
    [
        "Crime fell over the last month.",
        "It is higher than last year and in line with last year's figures.",
        "The last week of the campaign was busy.",
        "Satisfaction rose in the last quarter.",
        "Bids for next year's fund were made.",
        "Since the last meeting two grants were made.",
        "A workshop was held last Friday with partners.",
        "Officers met residents last weekend.",
        "The inspectors return next week.",
        "The Panel voted yesterday for the rise.",
        "The goal is 83% at the end of this month.",
    ],
)
def test_times_without_a_certain_day_are_no_dates(text: str) -> None:
    assert find_dates([passage(text)], PAPER) == []


WORDS = st.sampled_from(
    [
        "In",
        "July",
        "2015",
        "(",
        ")",
        "meeting",
        "of",
        "the",
        "Panel",
        "on",
        "12",
        "October",
        ".",
        "will",
        "by",
        "-",
        "Q1",
        "2015/16",
        "same period",
        "2105/16",
        ";",
        "Date",
        ":",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_no_heap_of_words_makes_it_fail(text: str) -> None:
    if not text.strip():
        return
    for found in find_dates([passage(text), table((text, text), (text, "1"))], PAPER):
        assert found.start or found.end
        assert found.start is None or found.end is None or found.start <= found.end
        assert found.label and found.quote


def _days(text: str) -> list[tuple[str, str]]:
    identity = Identity(body="Police and Crime Panel", meeting_date=dt.date(2019, 6, 17))
    found = find_dates([passage(text)], identity)
    return [(d.type, str(d.start)) for d in found if d.precision == "day"]


@pytest.mark.parametrize(
    "text",
    [
        "To confirm the Meeting Schedule for 2019/20 Monday, 12/09/19 @ 2.00 pm Monday, 05/12/19 @ 2.00 pm Monday, 06/02/20 @ 10.00 am (precept meeting)",
        "Members are asked to agree the dates of future meetings: 12 September 2019 at 10.30am, 5 December 2019 at 10.30am and 6 February 2020 at 10.30am.",
        "The timetable of Panel meetings is Thursday 12 September 2019 (2pm), Thursday 5 December 2019 (2pm), Thursday 6 February 2020 (2pm).",
        "Meeting dates 2019/20: 12 September, 5 December and 6 February (precept).",
        "The calendar of meetings for 2019/20 is 12 September 2019, 5 December 2019 and, for the budget, 6 February 2020.",
    ],
)
def test_days_of_a_schedule_in_one_line_are_those_of_meetings(text: str) -> None:
    assert _days(text) == [("meeting", "2019-09-12"), ("meeting", "2019-12-05"), ("meeting", "2020-02-06")]


def test_what_follows_a_schedule_is_no_meeting() -> None:
    assert _days("The programme of meetings was agreed. A report is due on 12 September 2019 at 10am.") == [
        ("deadline", "2019-09-12")
    ]
    assert ("meeting", "2019-09-12") not in _days(
        "The schedule of meetings was changed so that the survey could close on 12 September 2019."
    )

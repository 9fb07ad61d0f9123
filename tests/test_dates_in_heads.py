"""Dates in the heads of agendas, minutes and decision records, in press notices, and days with the month first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from extract.dates.mentions import find_dates
from schema.reading import DateMention, Identity
from tests.test_dates import passage

PANEL = Identity(body="Police and Crime Panel")


def found_in(*lines: str, identity: Identity = PANEL) -> list[DateMention]:
    """The dates of a paper of these lines; one without a full stop is a heading."""
    return find_dates([passage(line, heading=not line.endswith(".")) for line in lines], identity)


def told(*lines: str, identity: Identity = PANEL) -> list[tuple[str, str, str]]:
    return [(m.type, str(m.start or "?"), str(m.end or "?")) for m in found_in(*lines, identity=identity)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Kent and Medway Police and Crime Panel - Tuesday, 6th February, 2024 10.00 am", "2024-02-06"),
        ("Agenda for Police and Crime Panel on Thursday, 1st February, 2024, 2.00 pm", "2024-02-01"),
        ("Agenda and minutes, Police and Crime Panel - Friday, 3rd February, 2023 10.30 am", "2023-02-03"),
        ("Meeting of Police and Crime Panel on Friday, 2 February 2024, 10.00am", "2024-02-02"),
        ("Venue, Date and Time: Police and Crime Panel, 31 January 2022 at 2 pm", "2022-01-31"),
        ("Police and Crime Panel: Thursday 9 February 2023 at 1.30 p.m.", "2023-02-09"),
        ("Police and Crime Panel, Monday 30 January 2023 (10:00)", "2023-01-30"),
        ("MINUTES OF THE POLICE AND CRIME PANEL HELD ON THURSDAY 2 FEBRUARY 2023 AT 10.30 AM", "2023-02-02"),
        ("Minutes of a meeting of the Police and Crime Panel held at Shire Hall on 27 January 2023", "2023-01-27"),
        ("NOTICE OF MEETING - POLICE AND CRIME PANEL - WEDNESDAY 1ST FEBRUARY 2023", "2023-02-01"),
        ("Thames Valley Police & Crime Panel Friday 26 January 2024", "2024-01-26"),
        ("Police, Fire and Crime Panel Meeting 5 February 2024", "2024-02-05"),
        ("Police and Crime Panel – 24 March 2023 – Agenda", "2023-03-24"),
        ("Police and Crime Panel | 17 November 2022 | 14:00 hours", "2022-11-17"),
        ("Date: Friday 3 February 2023 Time: 10.00 am Venue: Council Chamber", "2023-02-03"),
        ("Date of Meeting: 7 February 2023", "2023-02-07"),
        ("Meeting date: Tuesday, 7 February 2023", "2023-02-07"),
        ("Date and time of meeting: Friday, 27 January 2023 at 11.00am", "2023-01-27"),
        ("Police and Crime Panel to be held on Friday 16 June 2023 at 10.00 a.m.", "2023-06-16"),
        ("A meeting of the Police and Crime Panel will be held on Monday 6 February 2023 at County Hall", "2023-02-06"),
        ("Report to the Police and Crime Panel - 13 July 2023", "2023-07-13"),
        ("Report of the Commissioner to the Panel, 10 March 2023", "2023-03-10"),
        ("PCP meeting, Thursday January 26, 2023", "2023-01-26"),
        ("Police and Crime Panel Meeting - Wednesday 29/11/2023 10:00", "2023-11-29"),
    ],
)
def test_the_head_of_an_agenda_or_of_minutes_gives_the_day_of_the_meeting(line: str, day: str) -> None:
    assert told(line, "Welcome and apologies")[0] == ("meeting", day, day)
    assert [kind for kind, *_ in told("Northshire Police and Crime Panel", line, "Welcome and apologies")] == [
        "meeting"
    ]


@pytest.mark.parametrize(
    ("line", "kind", "day"),
    [
        ("Minutes of 17 October 2023", "previous_meeting", "2023-10-17"),
        ("Minutes of the meeting held on 15 December 2023", "previous_meeting", "2023-12-15"),
        ("Minutes of the last meeting - 15 December 2023", "previous_meeting", "2023-12-15"),
        ("Minutes: 15 December 2023", "previous_meeting", "2023-12-15"),
        ("Minutes (15 December 2023)", "previous_meeting", "2023-12-15"),
        (
            "To approve the minutes of the Panel meeting held on Friday 15 December 2023 (Pages 3 - 10)",
            "previous_meeting",
            "2023-12-15",
        ),
        (
            "To confirm the Minutes of the meeting held on 15 December 2023 as a correct record.",
            "previous_meeting",
            "2023-12-15",
        ),
        (
            "RESOLVED that the minutes of 17 October 2023 be signed as an accurate record.",
            "previous_meeting",
            "2023-10-17",
        ),
        ("The draft minutes from 17 October 2023 were agreed.", "previous_meeting", "2023-10-17"),
        ("Minutes of the Previous Meeting, 17th October 2023", "previous_meeting", "2023-10-17"),
        ("Matters arising from the minutes of 17 October 2023", "previous_meeting", "2023-10-17"),
        ("Actions from the meeting on 17 October 2023", "previous_meeting", "2023-10-17"),
        ("The Panel last met on 17 October 2023.", "previous_meeting", "2023-10-17"),
        ("Members asked at the October 2023 Panel for a paper.", "previous_meeting", "2023-10-01"),
        (
            "The Panel would hear more about justice at its next meeting, planned for July 2024.",
            "next_meeting",
            "2024-07-01",
        ),
        ("Its next meeting, which is due to be held on 12 July 2024, will hear more.", "next_meeting", "2024-07-12"),
        ("The next meeting is provisionally arranged for Friday 12 July 2024.", "next_meeting", "2024-07-12"),
        ("The date of the next meeting was confirmed as 12 July 2024.", "next_meeting", "2024-07-12"),
        ("Date of Next Meeting - 12 July 2024 at 10.00am", "next_meeting", "2024-07-12"),
        ("Next meeting of the Panel: 12 July 2024", "next_meeting", "2024-07-12"),
        ("The Panel next meets on 12 July 2024.", "next_meeting", "2024-07-12"),
        ("We will next meet on 12 July 2024.", "next_meeting", "2024-07-12"),
        ("The Panel's next public meeting takes place at County Hall on 12 July 2024.", "next_meeting", "2024-07-12"),
        (
            "The Panel's meeting to consider your proposals was held on Tuesday 6 February 2024.",
            "meeting",
            "2024-02-06",
        ),
        ("The meeting at which the precept was considered took place on 6 February 2024.", "meeting", "2024-02-06"),
        ("We met on Tuesday 6 February 2024.", "meeting", "2024-02-06"),
        ("The Audit Committee's meeting to agree the accounts was held on 3 January 2024.", "meeting", "2024-01-03"),
    ],
)
def test_other_meetings_that_minutes_name(line: str, kind: str, day: str) -> None:
    head = "Kent and Medway Police and Crime Panel - Tuesday, 6th February, 2024 10.00 am"
    rows = [(m.type, str(m.start)) for m in find_dates([passage(head, heading=True), *[passage(line)]], PANEL)]
    assert (kind, day) in rows or (kind == "meeting" and day == "2024-02-06" and rows == [("meeting", day)])
    assert len(rows) <= 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Panel's meeting to consider your proposals was held on Monday 3 February 2025.", "meeting"),
        ("The Panel's meeting which considered the precept was held on Monday 3 February 2025.", "meeting"),
        ("Your proposals were considered by the Panel at its meeting on 3 February 2025.", "meeting"),
        ("We met on Monday 31 January 2022 to consider your precept.", "meeting"),
        ("The Panel met on 31 January 2022 and considered the proposed precept.", "meeting"),
        ("The Police and Crime Panel convened on 31 January 2022.", "meeting"),
        ("Members of the Panel gathered on Friday 4 February 2022 to hear the plan.", "meeting"),
        ("The matter was settled at the Board meeting of 24 July 2014.", "meeting"),
        ("I was re-elected as Police and Crime Commissioner in May 2021, for a term of three years.", "event"),
        ("She was first elected as Commissioner in November 2012.", "event"),
        ("He became Police and Crime Commissioner in May 2016.", "event"),
        (
            "The precept that he proposed has been approved by the Panel, to whose response he replied by letter on 10th February 2023.",
            "event",
        ),
        ("The proposed scheme was visited by the Minister on 3 May 2022.", "event"),
        ("In May 2020 the Ministry of Justice made £200,000 available.", "event"),
        ("At the end of the performance year on 31st July 2018 most of them stood at Green.", "period"),
        ("At the close of the financial year on 31 March 2019 reserves stood at £3m.", "period"),
        ("Projects will run from 1 October 2023 to 31 March 2025.", "plan"),
        ("The scheme will run between April 2024 and March 2026.", "plan"),
        ("Source: force systems, data: to 28 February 2023.", "period"),
        ("Figures correct to 28 February 2023.", "period"),
        ("Data to 28 February 2023.", "period"),
        ("Data extracted on 28 February 2023.", "period"),
        ("Performance data up to and including 31 December 2022 is shown.", "period"),
        ("Applications closed at 5pm on 5 June 2020.", "deadline"),
        ("The money had to be spent by 31 October 2020.", "deadline"),
        ("Bids had to reach the office no later than noon on 5 June 2020.", "deadline"),
        ("Applications must be in before 5pm on Friday 5 June 2020.", "deadline"),
        ("The closing date for bids is 5 June 2020.", "deadline"),
    ],
)
def test_wordings_of_letters_notices_and_reports_without_a_meeting_day(line: str, kind: str) -> None:
    assert [m.type for m in find_dates([passage(line)], PANEL)] == [kind]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (("MEETING OF POLICE AND CRIME PANEL", "Thursday 25 October 2012 District Council Offices"), ["meeting"]),
        (("Cheshire Police and Crime Panel", "Friday, 14th June, 2019 2.00 pm", "Apologies"), ["meeting"]),
        (
            ("Police and Crime Panel - Tuesday, 15 September 2020 10.30 am", "The next Panel will be on 26 November."),
            ["meeting", "next_meeting"],
        ),
        (
            ("Police and Crime Panel - Friday 4 March 2022", "Minutes of the previous meeting of 19 January 2022"),
            ["meeting", "previous_meeting"],
        ),
        (("PRESS RELEASE", "Published: 4 March 2022", "Commissioner announces grants"), ["publication"]),
        (("News", "4th March 2022", "The Commissioner has announced a fund."), ["publication"]),
        (("Commissioner launches fund", "Posted on 4 March 2022"), ["publication"]),
        (("Date published: 4 March 2022", "Fund opens"), ["publication"]),
        (
            ("Road casualties rise", "Speaking at the panel, the Commissioner asked why.", "(2 October 2020)"),
            ["publication"],
        ),
        (("Dear Commissioner", "1 February 2023", "Yours, Chair of the Panel"), ["publication"]),
        (("Northshire Police and Crime Panel", "1 February 2023", "Dear Commissioner"), ["publication"]),
        (("Confirmation hearing of the Chief Constable: 4 July 2022",), ["event"]),
        (("Approval was given on 5 May 2021.",), ["decision"]),
        (
            ("Inspectors visited between 5 and 9 July 2021 and published their findings on 2 December 2021.",),
            ["event", "publication"],
        ),
        (("FTE at March 31 2023 was 1,920.",), ["period"]),
        (("At 31 March 2023 reserves were £3.1m.",), ["period"]),
        (("Issue - meetings", "Meeting: 26/07/2012 - Scrutiny Committee (Item 25)"), ["meeting"]),
        (("Applications opened on 1 March and closed on 31 March 2022.",), ["event"]),
        (("Snapshot taken 30 June 2023.",), ["period"]),
        (("The start date is 1 October 2023, with an option to extend to 30 September 2027.",), ["event", "contract"]),
        (("By 31 March 2023 the force had 2,012 officers.",), ["period"]),
        (("By 31 March 2023 all 43 grants had been paid.",), ["deadline"]),
        (("The target date of 31 March 2023 was met.",), ["deadline"]),
        (("Interviews and start", "Start date: 1 April 2022", "Contact", "Website", "Office", "End"), ["event"]),
        (("Shortlisting: week commencing 31 January 2022",), ["event"]),
        (("The task group met twice, on 4 May and 8 June 2022.",), ["meeting", "meeting"]),
        (("The meeting called for 12 August 2022 was cancelled.",), ["meeting"]),
        (("Report to the Panel", "Panel date: 1 December 2022"), ["meeting"]),
        (
            (
                "Minutes of the Police, Fire and Crime Panel held on Friday, 4 February 2022 at 1.30 pm in the Chamber.",
                "The minutes of the meetings held on 12 November 2021 and 3 December 2021 were agreed.",
                "It was noted that the next meeting will be held on Thursday 7 April 2022.",
                "The Panel will next consider the budget in January 2023.",
            ),
            ["meeting", "previous_meeting", "previous_meeting", "next_meeting", "next_meeting"],
        ),
        (("The next meetings are on 29 June, 28 September and 23 November 2023.",), ["meeting"] * 3),
        (("The Panel was told on 3 February 2022 that the vacancy rate was 8%.",), ["meeting"]),
        (("The Chair wrote on behalf of the Panel on 10 Feb 2022.",), ["event"]),
        (("A letter was sent to the Panel on 10 Feb 2022.",), ["event"]),
        (("Complaint statistics: 1 April to 30 November 2022",), ["period"]),
        (("Treasury report to 30 September 2022",), ["period"]),
        (("Its successor opens in spring 2025.",), ["plan"]),
        (("The loan matures in March 2024.",), ["plan"]),
        (("Her term ends on 8 May 2024.",), ["plan"]),
        (("Planning permission was granted in August 2022.",), ["decision"]),
        (("In the week ending 9 October 2022 there were 31.",), ["period"]),
        (("The force was moved into Engage in June 2021.",), ["event"]),
        (("Chief Constable's update - April 2014", "Crime is down."), ["publication"]),
        (("Commissioner's newsletter, June 2019",), ["publication"]),
        (("Annual report of the Independent Custody Visitors (July 2021)",), ["publication"]),
        (("Monthly performance, February 2023 (produced March 2023)",), ["period", "publication"]),
        (("Performance update - June 2019",), ["period"]),
        (("A press notice of 25 July 2022 adds that both bids were won.",), ["publication"]),
        (("A news release dated 25 July 2022 tells of it.",), ["publication"]),
        (("National and MSG positions: to 31 December 2022.",), ["period"]),
        (("Rankings: up to 31 December 2022",), ["period"]),
        (("The recording system came into use in February 2016.",), ["launch"]),
        (("Two vans were brought into service in May 2019.",), ["launch"]),
        (("The hub became operational in May 2019.",), ["launch"]),
        (("On 13 December 2022 the Chief Constable and the PFCC decided to add more measures.",), ["decision"]),
        (("In May 2021 the County Council resolved to host the Panel.",), ["decision"]),
        (("The grant agreement ends on 31 March 2025.",), ["contract"]),
        (("The draft was circulated to the Panel on 12 January 2022.",), ["event"]),
        (("The Panel's next meeting is on 27 September 2023.",), ["next_meeting"]),
        (("The Panel last met on 8 March 2023.",), ["previous_meeting"]),
        (("RESOLVED: that the minutes of the meeting held on 8 March 2023 be approved.",), ["previous_meeting"]),
        (("Meeting of 5 March 2020",), ["meeting"]),
        (("The policy will be reviewed in 2025.",), ["plan"]),
        (("Budget approved: 7 February 2024",), ["decision"]),
        (("Band 2017/18 2018/19 Rise per year", "A £147.55 £155.21 £7.67"), []),
        (
            (
                "Policing precept 2019-20",
                "I am proposing a Band D precept of £230 for 2019-20.",
                "Then the budget for 2019/20 would be £130m.",
            ),
            ["period"],
        ),
    ],
)
def test_the_dates_of_notices_letters_and_pages(lines: tuple[str, ...], kinds: list[str]) -> None:
    assert [kind for kind, *_ in told(*lines, identity=Identity())] == kinds


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (("Decision: Grants Scheme", "Reference: WPCC3-0049", "Date: 4 April 2022"), ["decision"]),
        (("Decision Notice", "Date: 4 April 2022"), ["decision"]),
        (("Record of decision: precept", "Ref: PCC/D/2023/08", "Date: 4 April 2022"), ["decision"]),
        (("Executive Decision Record", "Decision date: 4 April 2022"), ["decision"]),
        (
            ("OFFICE OF THE POLICE AND CRIME COMMISSIONER DECISION NOTICE", "Date of decision: 4 April 2022"),
            ["decision"],
        ),
        (("Decision Log 2022/014", "Signed: A Name", "Date: 8/4/2022"), ["decision"]),
        (("Decision Record", "Signature of the Commissioner", "Date 8 April 2022"), ["decision"]),
        (("Request for PCC approval of a decision", "Signed Date: 8 April 2022"), ["decision"]),
        (("Decision sheet", "Signed A Name Date: 8/4/2022"), ["decision"]),
        (("Decision: vehicles", "Date: 4 April 2022", "Text.", "Signed: A Name", "Date: 8/4/2022"), ["decision"] * 2),
        (("Decision Notice", "I approve the recommendation above. Signed: A Name Date: 08.04.2022"), ["decision"]),
        (("Police and Crime Commissioner decision form", "Approved by the PCC: 8 April 2022"), ["decision"]),
        (("Commissioner's decision", "Date signed: 8 April 2022"), ["decision"]),
    ],
)
def test_the_dates_of_a_decision_record(lines: tuple[str, ...], kinds: list[str]) -> None:
    body = Identity(body="Police and Crime Commissioner", doc_type="decision")
    for identity in (PANEL, body, Identity()):
        assert [m.type for m in find_dates([passage(x, heading=not x.endswith(".")) for x in lines], identity)] == kinds


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("At its first meeting of 2023, on Friday January 27, the Panel agreed.", "2023-01-27", "2023-01-27"),
        ("At its second meeting of 2022, on Wednesday 16 March, the Panel agreed.", "2022-03-16", "2022-03-16"),
        ("The Panel met on Friday January 27, 2023.", "2023-01-27", "2023-01-27"),
        ("The Panel met on January 27th, 2023.", "2023-01-27", "2023-01-27"),
        ("The Panel met on Friday, January 27 2023.", "2023-01-27", "2023-01-27"),
        ("The Panel met on March 14 and May 9 2023.", "2023-05-09", "2023-05-09"),
    ],
)
def test_a_month_before_its_day(text: str, start: str, end: str) -> None:
    assert ("meeting", start, end) in told(text)
    assert all(kind == "meeting" for kind, *_ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Panel met on Friday January 27, and agreed.",
        "Bids closed on January 31.",
        "The event on Saturday March 12 was well attended.",
        "It was opened on Tuesday, June 30, by the Lord Mayor.",
        "The consultation closes on December 29.",
        "On Monday October 6 the Chief Constable met residents.",
        "At its first meeting of 2022, on Friday January 27, the Panel agreed.",
        "The fund closes by January 31.",
        "Posted December 30",
        "Interviews are held until October 28, when the office closes.",
    ],
)
def test_a_month_and_a_number_are_never_a_year_that_the_paper_does_not_state(text: str) -> None:
    assert all(m.start is None or (m.start.year == 2022 and m.precision == "year") for m in found_in(text))
    in_january = Identity(body="Police and Crime Panel", meeting_date=dt.date(2023, 1, 27))
    assert all(m.start is None or m.start.year in (2022, 2023) for m in found_in(text, identity=in_january))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The rate in the 12 months to June 20, when it peaked, was 9%.", "2019-07-01"),
        ("Crime rose between Jan 19 and Mar 19.", "2019-01-01"),
        ("The figure for August 14, at 41, is the lowest.", "2014-08-01"),
    ],
)
def test_a_month_with_a_short_year_is_still_a_month(text: str, start: str) -> None:
    assert str(found_in(text)[0].start) == start


def test_days_after_a_dated_month_are_of_its_year() -> None:
    text = "In May 2020 the Ministry gave £200,000. Applications closed at 5pm on 5 June and the money had to be spent by 31 October."
    found = find_dates([passage(text)], Identity())
    assert [(m.type, str(m.start)) for m in found[1:]] == [("deadline", "2020-06-05"), ("deadline", "2020-10-31")]
    assert all(m.confidence < 1 for m in found[1:])


@pytest.mark.parametrize(
    "text",
    [
        "The fund was set up in May 2013. Applications close on 5 June.",
        "It began in May 2013. The event will be held on 5 June.",
        "It began in May 2013. They met on Friday 5 June.",
        "It began in May 2013. They met on 5 April.",
        "It began in May 2013."
        + " Nothing more is known of it than that it goes on to this day." * 6
        + " They met on 5 June.",
    ],
)
def test_a_year_told_before_is_not_that_of_another_time(text: str) -> None:
    assert [str(m.start) for m in find_dates([passage(text)], Identity())] == ["2013-05-01"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("In Jan 20 there were 14 reports.", "2020-01-01"),
        ("Crime in March 21 was up 4%.", "2021-03-01"),
        ("The 12 months to March 27 will bring savings.", "2026-04-01"),
        ("Burglary fell from May 19 levels.", "2019-05-01"),
        ("During 2021, in June, the pilot began.", "2021-06-01"),
        ("In June 12 people were hurt.", "2022-06-01"),
        ("In June 12 new cases came in.", "2022-06-01"),
        ("It was signed on the 6th day of March 2018.", "2018-03-06"),
    ],
)
def test_a_number_behind_a_month_is_its_year_or_a_count(text: str, start: str) -> None:
    anchored = Identity(body="Police and Crime Panel", meeting_date=dt.date(2023, 2, 3))
    assert [str(m.start) for m in found_in(text, identity=anchored)] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "The Panel meets on June 12, September 11 and December 4 2023.",
        "The Panel meets on June 12, September 11 and December 14, 2023.",
        "Meetings: June 12 2023, September 11, and December 14",
    ],
)
def test_a_list_of_days_with_the_month_first(text: str) -> None:
    found = find_dates([passage(text)], Identity(meeting_date=dt.date(2023, 1, 27)))
    days = [f"{m.start:%m-%d}" for m in found if m.start and m.precision == "day"]
    assert days[:2] == ["06-12", "09-11"] and days[2] in ("12-04", "12-14")
    assert all(m.start is None or m.start.year in (2022, 2023) for m in found_in(text))


def test_the_number_of_a_decision_is_no_month() -> None:
    assert told("DN 02/2020 - Precept proposal for 2020/21") == [("period", "2020-04-01", "2021-03-31")]
    assert told("PCCDN 11/2019: vehicles") == []
    assert told("Decision record OPCC/03/2021 was signed.") == []


def test_two_reports_of_a_pack_for_the_same_months_each_tell_them() -> None:
    lines = ["10 PERFORMANCE REPORT, JULY TO SEPTEMBER 2020", "1st July to 30th September 2020"]
    heads = [replace(passage(line, heading=True), paper=number) for number, line in enumerate(lines, 1)]
    assert [str(m.start) for m in find_dates(heads, PANEL)] == ["2020-07-01", "2020-07-01"]

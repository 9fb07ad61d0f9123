"""North Wales, June 2019: the forward work programme and the meetings of the year, with days as 17/06/19 and two languages."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import DateTruth, Truth, dated, financial_year, passing, shape

_MEETINGS = (
    (
        "Monday, 17/06/19 @ 2.00 pm",
        "Periodic update by the Commissioner; finance report: outturn 2018/19",
        "2019-06-17",
    ),
    ("Monday, 30/09/19 @ 2.00 pm", "", "2019-09-30"),
    ("Monday, 09/12/19 @ 2.00 pm", "", "2019-12-09"),
    ("Monday, 27/01/20 @ 2.00 pm", "Precept", "2020-01-27"),
    ("Tuesday, 04/02/20 @ 10.00 am", "Only in case of a veto of the precept", "2020-02-04"),
    ("Monday, 23/03/20 @ 2.00 pm", "", "2020-03-23"),
)
SCHEDULE = Table(
    (("Meeting", "Business"), *((printed, business) for printed, business, _ in _MEETINGS)),
    caption="Meeting schedule for 2019/20",
    widths=(3, 4),
)

PAPER = Paper(
    slug="north-wales-2019-06-work-programme",
    format="pdf",
    force_name="North Wales Police",
    running="Panel Heddlu a Throsedd Gogledd Cymru / North Wales Police and Crime Panel",
    style="ruled",
    blocks=(
        Heading("North Wales Police and Crime Panel", 1),
        Text("Panel Heddlu a Throsedd Gogledd Cymru"),
        Text("Monday, 17 June 2019 at 2.00 pm, Council Chamber, Bodlondeb"),
        Heading("Forward Work Programme 2019/20", 1),
        Text("Report of the host authority"),
        Heading("1. Meetings"),
        Text("The Panel is asked to confirm the days of its meetings.", "1.1"),
        SCHEDULE,
        Heading("2. What has been reported"),
        Text(
            "The update to the meeting of 17 June 2019 covers 1 November 2018 to 1 May 2019 and the Police and Crime Plan 2017-2021. "
            "North Wales Police is judged by five priorities.",
            "2.1",
        ),
    ),
    sources=(
        Source(
            publisher="Conwy County Borough Council, for the North Wales Police and Crime Panel",
            title="Agenda of the meeting of 17 June 2019",
            published="2019-06-17",
            address="https://docslib.org/doc/3584806/agenda-document-for-north-wales-police-and-crime-panel-17-06",
            figures="days of the meetings, business",
            note="The address is a copy of the paper.",
        ),
        Source(
            publisher="Police and Crime Commissioner for North Wales",
            title="Update for the Police and Crime Panel, 17 June 2019",
            published="2019-06-17",
            address="https://docslib.org/doc/3439853/17-june-2019",
            figures="period of the update, plan, priorities",
        ),
    ),
    truth=Truth(
        title="Forward Work Programme 2019/20",
        force="north-wales",
        body="North Wales Police and Crime Panel",
        doc_type="work programme",
        area="North Wales",
        meeting_date="2019-06-17",
        tables=(shape("schedule", SCHEDULE),),
        dates=(
            dated("meeting", "2019-06-17", "Monday, 17 June 2019 at 2.00 pm"),
            *(
                DateTruth(
                    type="meeting",
                    start=day,
                    label=business or "meeting of the Panel",
                    quote=printed.split(" @")[0],
                    repeat=day == "2019-06-17",
                    accept={"type": ["plan", "event", "next_meeting"]},
                )
                for printed, business, day in _MEETINGS
            ),
            dated("meeting", "2019-06-17", "the meeting of 17 June 2019", repeat=True),
            dated("period", "2018-11-01", "1 November 2018 to 1 May 2019", "2019-05-01"),
            dated(
                "plan",
                "2017-01-01",
                "Police and Crime Plan 2017-2021",
                "2021-12-31",
                "year",
                accept={"type": ["period"]},
            ),
            *(
                passing(financial_year(2019), quote, "financial_year")
                for quote in ("Forward Work Programme 2019/20", "schedule for 2019/20")
            ),
            passing(financial_year(2018), "outturn 2018/19", "financial_year"),
        ),
    ),
)

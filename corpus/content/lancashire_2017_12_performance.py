"""Lancashire, December 2017: a report of prose and many dates, with inspections, a control room and a contract."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Text
from corpus.truth import DateTruth, Observation, Period, Truth

PAPER = Paper(
    slug="lancashire-2017-12-performance",
    format="txt",
    force_name="Lancashire Constabulary",
    blocks=(
        Heading("Police and Crime Panel for Lancashire", 1),
        Text("Meeting to be held on 11 December 2017"),
        Text("Police and Crime Plan: Progress and Inspections"),
        Heading("EXECUTIVE SUMMARY"),
        Text(
            "Members are told what has been done under the Police and Crime Plan for Lancashire 2016-2021. The report covers "
            "the period from 1 July 2017 to 30 September 2017."
        ),
        Heading("RECOMMENDATION"),
        Text("The Panel is asked to consider the report."),
        Heading("Background"),
        Text("The Commissioner brought his new plan to the Panel in October 2016.", "1."),
        Text(
            "The measures by which Lancashire Constabulary is held to account were agreed at the strategic scrutiny meeting of "
            "5 January 2017. Most of the data span the 12 months to the end of September 2017.",
            "2.",
        ),
        Text(
            "The latest performance report was presented to the Commissioner on 1 December 2017. The note of the strategic "
            "scrutiny meeting held on 29 November 2017 is at Appendix B.",
            "3.",
        ),
        Heading("Force Control Room"),
        Text(
            "The control room remains the Commissioner's main concern. Working in pods was tried with good results and will now "
            "be introduced across the force. While this is done the control room moves out to three sites.",
            "4.",
        ),
        Text(
            "A business case is due at the end of January 2018. The Panel's Task and Finish Group visits the control room on 13 "
            "December 2017.",
            "5.",
        ),
        Text(
            "The Chief Constable has agreed to increase the number of control room operators by a further 50.",
            "6.",
        ),
        Heading("Inspections"),
        Text(
            "HMICFRS published its report on efficiency on 9 November 2017, with a judgement of Good. Its report on legitimacy "
            "is to be published on 7 December 2017.",
            "7.",
        ),
        Text(
            "For its inspection of crime data integrity HMICFRS reviewed approximately 2,500 incident logs in July. The report "
            "was published on 28 November 2017 and the judgement is inadequate.",
            "8.",
        ),
        Text("A child protection inspection began on Monday 9 October 2017 and took two weeks.", "9."),
        Heading("Victims"),
        Text(
            "Lancashire became the first White Ribbon county in the UK at the beginning of October. 40 ambassadors met for a "
            "workshop.",
            "10.",
        ),
        Text(
            "The contract for services to victims was awarded to Lancashire Victim Support. It runs for three years from 1 April "
            "2017 to 31 March 2020 and may be extended by up to two years, to 2022.",
            "11.",
        ),
        Text(
            "Four quarterly reviews of the contract are held in the financial year. The second was on 27 October 2017.",
            "12.",
        ),
        Heading("Appendices"),
        Bullets(
            (
                "Appendix A: performance report",
                "Appendix B: note of the strategic scrutiny meeting",
                "Appendix C: performance measures",
            )
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Lancashire",
            title="Police and Crime Plan performance monitoring report to the Police and Crime Panel, 11 December 2017",
            published="2017-12-11",
            address="http://lancashire-pcc.gov.uk/meetings-and-decisions/meetings-and-reports/strategic-scrutiny-meetings/",
            figures="dates of meetings, inspections and of the victim services contract; operators, incident logs, ambassadors",
            note="The address is the one printed in the paper for its background reports; the paper was read as a text copy.",
        ),
    ),
    truth=Truth(
        title="Police and Crime Plan: Progress and Inspections",
        force="lancashire",
        body="Police and Crime Panel for Lancashire",
        doc_type="report",
        area="Lancashire",
        meeting_date="2017-12-11",
        period=Period("2017-07-01", "2017-09-30"),
        observations=(
            Observation(
                label="control room operators",
                value=50,
                statistic="change",
                quote="increase the number of control room operators by a further 50",
                context="Force Control Room",
            ),
            Observation(
                label="incident logs reviewed",
                value=2500,
                quote="reviewed approximately 2,500 incident logs in July",
                qualifier="approximately",
                period=Period("2017-07-01", "2017-07-31", "in July"),
                context="Inspections",
                optional=True,
            ),
            Observation(
                label="White Ribbon ambassadors",
                value=40,
                quote="40 ambassadors met for a workshop",
                context="Victims",
                optional=True,
            ),
        ),
        dates=(
            DateTruth(
                type="meeting", start="2017-12-11", label="Police and Crime Panel", quote="held on 11 December 2017"
            ),
            DateTruth(
                type="plan",
                start="2016-01-01",
                end="2021-12-31",
                precision="year",
                label="Police and Crime Plan for Lancashire",
                quote="Police and Crime Plan for Lancashire 2016-2021",
                accept={"type": ["period"]},
            ),
            DateTruth(
                type="period",
                start="2017-07-01",
                end="2017-09-30",
                label="period of the report",
                quote="from 1 July 2017 to 30 September 2017",
            ),
            DateTruth(
                type="event",
                start="2016-10-01",
                end="2016-10-31",
                precision="month",
                label="new plan brought to the Panel",
                quote="to the Panel in October 2016",
                accept={"type": ["meeting", "previous_meeting", "launch", "plan"]},
            ),
            DateTruth(
                type="meeting",
                start="2017-01-05",
                label="strategic scrutiny meeting",
                quote="strategic scrutiny meeting of 5 January 2017",
                accept={"type": ["previous_meeting"]},
            ),
            DateTruth(
                type="period",
                start="2016-10-01",
                end="2017-09-30",
                precision="month",
                label="period of the data",
                quote="12 months to the end of September 2017",
            ),
            DateTruth(
                type="event",
                start="2017-12-01",
                label="performance report presented to the Commissioner",
                quote="presented to the Commissioner on 1 December 2017",
                accept={"type": ["publication", "meeting"]},
            ),
            DateTruth(
                type="meeting",
                start="2017-11-29",
                label="strategic scrutiny meeting",
                quote="meeting held on 29 November 2017",
                accept={"type": ["previous_meeting"]},
            ),
            DateTruth(
                type="deadline",
                start="2018-01-01",
                end="2018-01-31",
                precision="month",
                label="business case",
                quote="due at the end of January 2018",
                accept={"start": ["2018-01-31"], "type": ["plan", "event"]},
            ),
            DateTruth(
                type="event",
                start="2017-12-13",
                label="visit of the Task and Finish Group",
                quote="visits the control room on 13 December 2017",
                accept={"type": ["plan"]},
            ),
            DateTruth(
                type="publication",
                start="2017-11-09",
                label="HMICFRS report on efficiency",
                quote="report on efficiency on 9 November 2017",
            ),
            DateTruth(
                type="publication",
                start="2017-12-07",
                label="HMICFRS report on legitimacy",
                quote="to be published on 7 December 2017",
            ),
            DateTruth(
                type="event",
                start="2017-07-01",
                end="2017-07-31",
                precision="month",
                label="review of incident logs",
                quote="incident logs in July",
                optional=True,
                accept={"type": ["period"]},
            ),
            DateTruth(
                type="publication",
                start="2017-11-28",
                label="HMICFRS report on crime data integrity",
                quote="published on 28 November 2017",
            ),
            DateTruth(
                type="event",
                start="2017-10-09",
                label="child protection inspection began",
                quote="began on Monday 9 October 2017",
                accept={"end": ["2017-10-22", "2017-10-23"], "type": ["launch"]},
            ),
            DateTruth(
                type="event",
                start="2017-10-01",
                end="2017-10-31",
                precision="month",
                label="first White Ribbon county",
                quote="at the beginning of October",
                optional=True,
                accept={"type": ["launch"]},
            ),
            DateTruth(
                type="contract",
                start="2017-04-01",
                end="2020-03-31",
                label="contract for services to victims",
                quote="from 1 April 2017 to 31 March 2020",
            ),
            DateTruth(
                type="contract",
                start="2022-01-01",
                end="2022-12-31",
                precision="year",
                label="contract may be extended",
                quote="extended by up to two years, to 2022",
                optional=True,
                accept={"type": ["deadline", "other"]},
            ),
            DateTruth(
                type="event",
                start="2017-10-27",
                label="second quarterly review of the contract",
                quote="The second was on 27 October 2017",
                accept={"type": ["meeting", "contract", "previous_meeting"]},
            ),
        ),
    ),
)

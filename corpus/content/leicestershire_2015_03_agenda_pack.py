"""Leicestershire, March 2015: the papers of an agenda pack. The truth of the pack is in the module beside this one."""

from __future__ import annotations

from corpus.content.leicestershire_2015_03_truth import TRUTH
from corpus.paper import Block, Bullets, Heading, NewPage, Paper, Source, Table, Text

PANEL = "Leicester, Leicestershire and Rutland Police and Crime Panel"


def _memo(author: str, subject: str) -> tuple[Block, ...]:
    """The head of a report: who, when, what."""
    return (
        NewPage(),
        Heading("POLICE AND CRIME COMMISSIONER FOR LEICESTERSHIRE"),
        Heading("POLICE AND CRIME PANEL"),
        Table(
            (("Report of", author), ("Date", "Monday 23 March 2015 at 1.00pm"), ("Subject", subject)),
            header_rows=0,
            widths=(1, 4),
            style="ruled",
        ),
    )


AGENDA: tuple[Block, ...] = (
    Heading(PANEL, 1),
    Text("Date/Time: Monday, 23 March 2015 at 1.00 pm"),
    Text("Location: County Hall, Glenfield"),
    Heading("AGENDA"),
    Table(
        (
            ("Item", "", "Report by", ""),
            ("1.", "Minutes of the meeting held on 29 January 2015.", "", "(Pages 2 - 2)"),
            ("2.", "Public Question Time.", "", ""),
            ("3.", "Urgent items.", "", ""),
            ("4.", "Declarations of interest.", "", ""),
            ("5.", "Police Complaint Statistics 2012-13 and 2013-14.", "Chief Constable", "(Pages 3 - 3)"),
            ("7.", "Force Change Programme Update.", "Police and Crime Commissioner", "(Pages 4 - 4)"),
            (
                "8.",
                "Supporting Victims and Protecting the Vulnerable.",
                "Police and Crime Commissioner",
                "(Pages 5 - 6)",
            ),
            ("10.", "Quarter 3 Performance Report.", "Police and Crime Commissioner", "(Pages 7 - 7)"),
            ("11.", "Date of next meeting.", "", ""),
        ),
        widths=(0.7, 5, 3, 1.5),
        style="bare",
    ),
    Text("The next meeting of the Panel is scheduled to take place on 25 June 2015 at 1.00pm."),
)

MINUTES: tuple[Block, ...] = (
    NewPage(),
    Text(f"Minutes of a meeting of the {PANEL} held at County Hall, Glenfield on Thursday, 29 January 2015."),
    Heading("108. Minutes."),
    Text("The minutes of the meeting held on 17 December 2014 were confirmed and signed."),
    Heading("109. Public Question Time."),
    Text("No questions were received."),
    Heading("112. Proposed Precept 2015/16 and Medium Term Financial Strategy."),
    Text(
        "The Panel considered a report of the Police and Crime Commissioner. He set the budget for 2015/16 at £171.573 million "
        "before use of reserves, of which the precept raises £53.216 million."
    ),
    Text("RESOLVED:"),
    Bullets(
        (
            "That the budget requirement and the council tax requirement be noted;",
            "That the proposal to increase the 2015/16 precept by 1.99% to £179.9951 be supported.",
        )
    ),
    Heading("113. PCC Grant Applications 2015/16."),
    Text("The Panel heard how grants are decided and that each is evaluated every quarter."),
    Text("RESOLVED:"),
    Text("That the report be noted."),
    Heading("114. Force Change Programme: Update."),
    Text(
        "The programme is to be evaluated after around 3 months. The Panel proposed evaluations at 6 and 12 months too."
    ),
    Text("RESOLVED:"),
    Text("That the report be noted."),
    Heading("116. Date of next meeting."),
    Text("It was noted that the next meeting would be held on 23 March at 1.00pm."),
    Text("29 January 2015"),
    Text("CHAIRMAN"),
)

COMPLAINTS: tuple[Block, ...] = (
    *_memo("Chief Constable", "Police Complaint Statistics 2012-13 and 2013-14"),
    Heading("Purpose of Report"),
    Text("This report puts the figures of the Independent Police Complaints Commission (IPCC) into context.", "1."),
    Heading("Recommendation"),
    Text("It is recommended that the contents of this report are considered.", "2."),
    Heading("Background"),
    Text("Nationally, complaints have risen from 16,654 in 2001-2002 to 34,863 in 2013-2014.", "3."),
    Text(
        "Complaints against Leicestershire Police rose 46% to 677 in 2013-14, after an increase of 3% in 2012-13. The "
        "definition of a complaint was widened in late 2012.",
        "4.",
    ),
    Text("A total of 1,194 allegations were made against Leicestershire Police in 2013-14.", "5."),
    Table(
        (
            ("2013-14", "Leicestershire Police", "England and Wales"),
            ("Change in the number of complaints", "+46%", "+15%"),
            ("Allegations per 1,000 employees", "299", "251"),
            ("Average working days to finalise a case", "145", "101"),
            ("Appeals upheld by the force", "38%", "20%"),
            ("Appeals upheld by the IPCC", "44%", "46%"),
        ),
        caption="Complaints and appeals compared",
        widths=(3, 2, 2),
    ),
    Text("Leicestershire Police finalised 492 complaint cases in 2013-14.", "6."),
    Heading("Scrutiny"),
    Text("The Commissioner has scrutinised 115 complaint files himself in the last 13 months.", "7."),
)

CHANGE: tuple[Block, ...] = (
    *_memo("Police and Crime Commissioner", "Force Change Programme Update"),
    Heading("Purpose of Report"),
    Text("This report tells the Panel how the change programme (Project Edison) is getting on.", "1."),
    Heading("Recommendation"),
    Text("It is recommended that the Panel note the report.", "2."),
    Heading("Background"),
    Text("The total estimated saving of Project Edison is £10.25m, realised between 2014/15 and 2017/18.", "3."),
    Text("After realised and planned savings the residual funding gap is:", "4."),
    Table((("2015/16", "£1.7M"), ("2016/17", "£6.1M")), header_rows=0, widths=(1, 1), style="ruled"),
    Text(
        "The gap of 2016/17 includes £2.1m of police officer costs that cannot be saved until 2017/18. The change of employers' "
        "National Insurance is estimated to cost £2.1m.",
        "5.",
    ),
    Heading("Update"),
    Text("The new model of local policing began in February 2015. It is to save over £10M a year.", "6."),
    Text("The public were asked for their views; nearly 1,000 responses had come in by the end of February.", "7."),
    Text("Detailed plans for the next phase are to be ready by the end of June 2015.", "8."),
)

_INTENTIONS = (
    ("Code", "Commissioning Intention", "Funding Mechanism", "Amount 2015/16", "Estimated Amount 2016/17"),
    (
        "CI010",
        "Interventions that reduce anti-social behaviour: a) Sentinel b) PCC grants",
        "Direct, PCC Grant",
        "a) £10,000\nb) £100,000\nTotal: £110,000",
        "a) £10,000\nb) £100,000\nTotal: £110,000",
    ),
    ("CI011", "Reporting of domestic abuse, sexual assault and hate crime", "PCC Grant", "£150,000", "£150,000"),
    ("CI012", "Support for victims of rape and sexual assault", "Co-Com", "£67,906", "£67,906"),
    ("CI013", "An integrated service for victims", "Direct", "£749,080", "£749,080"),
    ("CI025", "Support for victims of sexual and domestic violence", "Co-Com", "£260,000", "£260,000"),
    ("CI026", "Practical support and target hardening", "Direct", "£45,000", "£45,000"),
    ("CI020", "Prevention of child abuse and child sexual exploitation", "TBC", "£50,000", "£50,000"),
    ("CI021", "Better response to mental health needs", "Direct", "£50,000", "£50,000"),
    ("CI022", "Fewer repeat reports of missing persons", "TBC", "£50,000", "£50,000"),
    (
        "CI023",
        "Safeguarding boards: a) for children b) for adults",
        "Direct",
        "a) £87,890\nb) £16,470\nTotal: £104,360",
        "a) £87,890\nb) £16,470\nTotal: £104,360",
    ),
)

VICTIMS: tuple[Block, ...] = (
    *_memo("Police and Crime Commissioner", "Supporting Victims and Witnesses and Protecting the Vulnerable"),
    Heading("Purpose of Report"),
    Text("This report is about the services that the Commissioner commissions under two themes of his plan.", "1."),
    Heading("Recommendation"),
    Text("The Panel is asked to note the contents of this report.", "2."),
    Heading("Services for victims"),
    Text("The Commissioner contributes £10,000 to the cost of the Sentinel project officer.", "3."),
    Text("A new service for victims and witnesses, Victim First, will be in place in October 2015.", "4."),
    Text(
        "Support against domestic and sexual violence is to be commissioned with the councils from October 2015. The "
        "consultation closed on 4 March. The contract is expected to be worth £828,500 per annum, with the Commissioner "
        "contributing £260,000 per annum.",
        "5.",
    ),
    Text("Practical support and target hardening will be commissioned from October 2015 at £90,000 per annum.", "6."),
    Text("The total commissioning budget for 2015/16 is £4.2m.", "7."),
    Heading("Appendix A: Commissioning Intentions"),
    Text(
        "Each intention serves one or more strategic priorities of the Police and Crime Plan: more reports of domestic abuse, of "
        "serious sexual offences and of hate crime, with a good outcome for the victim; less anti-social behaviour; a better "
        "service to victims; protection of children; a better response to mental health needs; fewer missing persons."
    ),
    Text(
        "Co-Com means commissioned together with partners; TBC means to be confirmed. A pilot study will show what is needed for "
        "children in care homes who are missing again and again. Where an amount has parts a) and b), they are the parts named "
        "in the intention."
    ),
    Table(_INTENTIONS, caption="Commissioning intentions", widths=(0.9, 4, 1.8, 1.9, 1.9), kept_together=False),
)

PERFORMANCE: tuple[Block, ...] = (
    *_memo("Police and Crime Commissioner", "Quarter 3 Performance Report"),
    Heading("1. Purpose of Report"),
    Text(
        "To inform the Panel of performance against the Police and Crime Plan. The period ended in December 2014.",
        "1.1",
    ),
    Heading("2. Recommendation"),
    Text("The Panel is recommended to note the report.", "2.1"),
    Heading("3. Performance"),
    Table(
        (
            ("Measure", "Baseline 2012/13", "Latest 12 months", "% Var."),
            ("First entrants aged 10-17 to the criminal justice system", "667", "486", "-27%"),
            ("Offending by 18-24 year olds", "407", "169", "-58%"),
            ("Missing reports (STORM)", "5929", "4277", "-28%"),
            ("Missing reports from the nine key locations", "1207", "330", "-73%"),
        ),
        caption="Police and Crime Plan Dashboard",
        widths=(4, 1.6, 1.6, 1.2),
    ),
    Text("148 victims of domestic abuse were surveyed during 2014; 90.5% were satisfied overall.", "3.1"),
    Text("The conviction rate for rape is 70%.", "3.2"),
    Text(
        "In the first three quarters of 2014/15 there were 1,815 reports of missing people, of which 637 were repeat reports.",
        "3.3",
    ),
    Heading("4. Savings"),
    Table(
        (
            ("", "£ millions"),
            ("Latest estimate of savings required", "£27.8"),
            ("Savings realised to date", "£21.7"),
            ("Savings identified but not yet realised (est)", "£2.1"),
            ("Further savings required by end of 2016/17", "£4.0"),
        ),
        caption="Savings from 1 April 2013 to 31 March 2017, as at 31 December 2014",
        widths=(4, 1.5),
    ),
)

PAPER = Paper(
    slug="leicestershire-2015-03-agenda-pack",
    format="pdf",
    force_name="Leicestershire Police",
    running=f"{PANEL} - 23 March 2015",
    style="zebra",
    blocks=(*AGENDA, *MINUTES, *COMPLAINTS, *CHANGE, *VICTIMS, *PERFORMANCE),
    sources=(
        Source(
            publisher=f"Leicestershire County Council, for the {PANEL}",
            title="Agenda pack of the meeting of 23 March 2015, with the minutes of 29 January 2015",
            published="2015-03-23",
            address="https://democracy.leics.gov.uk/ieListDocuments.aspx?CId=1029&MID=4363",
            figures="complaints, change programme, commissioning intentions, quarter 3 performance, savings",
        ),
        Source(
            publisher=f"Leicestershire County Council, for the {PANEL}",
            title="Minutes of the meeting of 29 January 2015",
            published="2015-01-29",
            address="https://politics.leics.gov.uk/ieListDocuments.aspx?CId=1029&MId=4148&Ver=4",
            figures="budget and precept 2015/16",
        ),
    ),
    truth=TRUTH,
)

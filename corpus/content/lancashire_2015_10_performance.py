"""Lancashire, October 2015: the panel's performance report with arrows against two comparison periods."""

from __future__ import annotations

from corpus.paper import Heading, NewPage, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Figure, Observation, Period, TableTruth, Truth, grid, months

HEAD = (
    "Priority",
    "Measure",
    "Previous 12 months (September 13 - August 14)",
    "Actual in year (September 14 - August 15)",
    "Against previous 12 months",
    "Position as at March 2015 (April 14 - March 15)",
    "Against March 2015",
)

MEASURES = Table(
    (
        HEAD,
        ("Defend Frontline Policing", "Public Confidence", "89.4%", "90.9%", "↑", "91.1%", "↓"),
        ("", "Response times to answer 999", "76.0%", "87.4%", "↑", "79.7%", "↑"),
        ("", "Response times to answer 101", "65.1%", "75.4%", "↑", "63.7%", "↑"),
        ("", "Total Calls Offered", "1,169,042", "992,832", "", "1,077,562", ""),
        ("", "Calls to log ratio", "44.8%", "51.7%", "", "47.9%", ""),
        ("", "Number of Police Officers", "2,976", "2,999", "", "2,943", ""),
        ("", "Number of PCSOs", "339", "344", "", "366", ""),
        ("", "Number of Special Constables", "442", "431", "", "367", ""),
        ("", "Number of Cadets", "450", "450", "", "450", ""),
        (
            "Protect Vulnerable People",
            "Recorded Number of Domestic Abuse Referrals",
            "28,424",
            "23,425",
            "",
            "26,040",
            "",
        ),
        ("", "All Sexual Offences", "1,828", "2,252", "", "2,006", ""),
        ("", "Sexual Offences on Children Under 16", "941", "1,165", "", "1,001", ""),
        ("Tackle Crime and Re-Offending", "Number of Crimes Recorded", "94,099", "92,412", "", "92,629", ""),
        ("", "Number of Anti-Social Behaviour Incidents", "77,492", "75,939", "", "76,318", ""),
        ("", "Number of Business Crimes", "9,693", "9,393", "", "9,390", ""),
        ("Champion the Rights of Victims", "User Satisfaction", "84.9%", "81.7%", "↓", "82.5%", "↓"),
        ("", "Restorative Justice Referrals and Outcomes", "", "*48", "", "**211", ""),
    ),
)

BEFORE = months("2013-09", "2014-08", "September 13 - August 14")
NOW = months("2014-09", "2015-08", "September 14 - August 15")
MARCH = months("2014-04", "2015-03", "April 14 - March 15")
SEPTEMBER = Period("2015-09-01", "2015-09-29", "September, up to 29 September")
COLUMNS = (Column("actual", BEFORE), Column("actual", NOW), Column("actual", MARCH))

FRONTLINE, VULNERABLE = "Defend Frontline Policing", "Protect Vulnerable People"
CRIME, VICTIMS = "Tackle Crime and Re-Offending", "Champion the Rights of Victims"

PAPER = Paper(
    slug="lancashire-2015-10-performance",
    format="docx",
    force_name="Lancashire Constabulary",
    running="Police and Crime Panel, 12 October 2015",
    blocks=(
        Heading("Police and Crime Panel", 1),
        Text("Meeting to be held on 12 October 2015"),
        Heading("Police and Crime Plan: Performance Monitoring Report", 1),
        Text("Report of the Police and Crime Commissioner for Lancashire"),
        Heading("Executive summary"),
        Text(
            "Members are told how the Police and Crime Plan for Lancashire 2013-2018 is being delivered, and how the Constabulary "
            "performs against its measures. The report covers the period 10 July to 25 September 2015."
        ),
        Heading("Recommendation"),
        Text("The Panel is asked to consider the report."),
        Heading("1. Background"),
        Text("The Plan came into effect on 15 March 2013. It has four priorities.", "1.1"),
        Heading("2. Defend frontline policing"),
        Text(
            "Six business cases of the change programme have been endorsed. They are to save £10.5 million. Police officer posts "
            "fall by around 180 and police staff posts rise by around 40. The number of Community Beat Managers stays at 277.",
            "2.1",
        ),
        Text(
            "A recruitment window for police officers opened on 1 October and closes on 13 October 2015. It is meant to "
            "find 120 candidates for appointment during 2016/17.",
            "2.2",
        ),
        Text(
            "There are 450 Volunteer Police Cadets, and a further 200 are to be recruited by 2016. Lancashire has 431 Special "
            "Constables; the ambition is to have over 650 by the end of 2016.",
            "2.3",
        ),
        Heading("3. Calls from the public"),
        Text(
            "The target is to answer 90% of 999 calls in 10 seconds. In September (up to 29 September) performance was 86.96%, "
            "with an average time to answer of 4.7 seconds.",
            "3.1",
        ),
        Text(
            "The target is to answer 80% of 101 calls in 40 seconds. In September (up to 29 September) performance was 78.46%, "
            "with an average time to answer of 28.4 seconds.",
            "3.2",
        ),
        Text(
            "Asked how they would like to report a crime, people named the telephone (55%), online (32%), their own home (9%) "
            "and a police station (5%).",
            "3.3",
        ),
        Heading("4. Recommendations"),
        Text("Members of the Panel are invited to consider the report.", "4.1"),
        NewPage(),
        Heading("Appendix A: performance measures"),
        Text(
            "An arrow says whether the figure of the year is above (↑) or below (↓) the figure that it is compared with. There "
            "are no targets for these measures."
        ),
        MEASURES,
        Text("* Figures for 1 April 2015 to present"),
        Text("** Figures for 1 April 2014 to 31 March 2015"),
        Text(
            "Number of Business Crimes is the sum of robbery of business property, shoplifting and making off without payment. "
            "User Satisfaction comes from a monthly telephone survey of victims of crime."
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Lancashire",
            title="Police and Crime Plan performance monitoring report to the Police and Crime Panel, 12 October 2015",
            published="2015-10-12",
            address="https://www.lancashire-pcc.gov.uk",
            figures="all figures of the appendix, of the change programme, of calls answered and of the survey on reporting",
            note="The address is the publisher's site; the paper was read as a text copy, in which RAG colours are lost.",
        ),
    ),
    truth=Truth(
        title="Police and Crime Plan: Performance Monitoring Report",
        force="lancashire",
        body="Police and Crime Panel",
        doc_type="performance report",
        area="Lancashire",
        meeting_date="2015-10-12",
        period=Period("2015-07-10", "2015-09-25"),
        tables=(
            TableTruth(
                type="measure",
                caption="Appendix A: performance measures",
                header=[HEAD],
                body_rows=17,
                columns=7,
                first_body_row=("Defend Frontline Policing", "Public Confidence", "89.4%", "90.9%", "↑", "91.1%", "↓"),
                last_body_row=("", "Restorative Justice Referrals and Outcomes", "", "*48", "", "**211", ""),
            ),
        ),
        observations=(
            *grid(
                1,
                COLUMNS,
                {
                    "Public Confidence": (89.4, Figure(90.9, direction="up"), 91.1),
                    "Response times to answer 999": (76.0, Figure(87.4, direction="up"), 79.7),
                    "Response times to answer 101": (65.1, Figure(75.4, direction="up"), 63.7),
                    "Calls to log ratio": (44.8, 51.7, 47.9),
                },
                unit="percent",
                context=FRONTLINE,
            ),
            *grid(
                1,
                COLUMNS,
                {
                    "Total Calls Offered": (1169042, 992832, 1077562),
                    "Number of Police Officers": (2976, 2999, 2943),
                    "Number of PCSOs": (339, 344, 366),
                    "Number of Special Constables": (442, 431, 367),
                    "Number of Cadets": (450, 450, 450),
                },
                context=FRONTLINE,
            ),
            *grid(
                1,
                COLUMNS,
                {
                    "Recorded Number of Domestic Abuse Referrals": (28424, 23425, 26040),
                    "All Sexual Offences": (1828, 2252, 2006),
                    "Sexual Offences on Children Under 16": (941, 1165, 1001),
                },
                context=VULNERABLE,
            ),
            *grid(
                1,
                COLUMNS,
                {
                    "Number of Crimes Recorded": (94099, 92412, 92629),
                    "Number of Anti-Social Behaviour Incidents": (77492, 75939, 76318),
                    "Number of Business Crimes": (9693, 9393, 9390),
                },
                context=CRIME,
            ),
            *grid(
                1,
                COLUMNS,
                {"User Satisfaction": (84.9, Figure(81.7, direction="down"), 82.5)},
                unit="percent",
                context=VICTIMS,
            ),
            *grid(
                1,
                (
                    Column(
                        "actual",
                        Period("2015-04-01", None, "1 April 2015 to present"),
                        accept={"period_start": ["2014-09-01"], "period_end": ["2015-08-31"]},
                    ),
                    Column("actual", MARCH),
                ),
                {"Restorative Justice Referrals and Outcomes": (48, 211)},
                context=VICTIMS,
            ),
            Observation(
                label="business cases endorsed",
                value=6,
                quote="Six business cases of the change programme",
                optional=True,
            ),
            Observation(
                label="Savings of the endorsed business cases",
                value=10500000,
                unit="GBP",
                statistic="projection",
                quote="They are to save £10.5 million",
                accept={"statistic": ["actual", "target"]},
            ),
            Observation(
                label="police officer posts",
                value=-180,
                statistic="change",
                quote="Police officer posts fall by around 180",
                qualifier="around",
            ),
            Observation(
                label="police staff posts",
                value=40,
                statistic="change",
                quote="police staff posts rise by around 40",
                qualifier="around",
            ),
            Observation(
                label="Community Beat Managers", value=277, quote="The number of Community Beat Managers stays at 277"
            ),
            Observation(
                label="police officer candidates to be appointed",
                value=120,
                statistic="target",
                period=Period("2016-04-01", "2017-03-31", "2016/17"),
                quote="find 120 candidates for appointment during 2016/17",
                optional=True,
            ),
            Observation(label="Volunteer Police Cadets", value=450, quote="There are 450 Volunteer Police Cadets"),
            Observation(
                label="further Volunteer Police Cadets",
                value=200,
                statistic="target",
                quote="a further 200 are to be recruited by 2016",
                optional=True,
            ),
            Observation(label="Special Constables", value=431, quote="Lancashire has 431 Special Constables"),
            Observation(
                label="Special Constables",
                value=650,
                statistic="target",
                quote="over 650 by the end of 2016",
                qualifier="over",
                optional=True,
            ),
            Observation(
                label="999 calls answered in 10 seconds",
                value=90,
                unit="percent",
                statistic="target",
                quote="answer 90% of 999 calls in 10 seconds",
            ),
            Observation(
                label="999 calls answered in 10 seconds",
                value=86.96,
                unit="percent",
                period=SEPTEMBER,
                quote="performance was 86.96%",
                accept={"period_end": ["2015-09-30"]},
            ),
            Observation(
                label="999 average time to answer",
                value=4.7,
                unit="seconds",
                period=SEPTEMBER,
                quote="an average time to answer of 4.7 seconds",
                accept={"period_end": ["2015-09-30"]},
            ),
            Observation(
                label="101 calls answered in 40 seconds",
                value=80,
                unit="percent",
                statistic="target",
                quote="answer 80% of 101 calls in 40 seconds",
            ),
            Observation(
                label="101 calls answered in 40 seconds",
                value=78.46,
                unit="percent",
                period=SEPTEMBER,
                quote="performance was 78.46%",
                accept={"period_end": ["2015-09-30"]},
            ),
            Observation(
                label="101 average time to answer",
                value=28.4,
                unit="seconds",
                period=SEPTEMBER,
                quote="an average time to answer of 28.4 seconds",
                accept={"period_end": ["2015-09-30"]},
            ),
            *(
                Observation(
                    label=f"how people would like to report a crime: {way}",
                    value=value,
                    unit="percent",
                    statistic="share",
                    quote=quote,
                    accept={"statistic": ["actual"]},
                )
                for way, value, quote in (
                    ("telephone", 55, "the telephone (55%)"),
                    ("online", 32, "online (32%)"),
                    ("their own home", 9, "their own home (9%)"),
                    ("police station", 5, "a police station (5%)"),
                )
            ),
        ),
        dates=(
            DateTruth(
                type="meeting", start="2015-10-12", label="Police and Crime Panel", quote="held on 12 October 2015"
            ),
            DateTruth(
                type="plan",
                start="2013-01-01",
                end="2018-12-31",
                precision="year",
                label="Police and Crime Plan for Lancashire",
                quote="Police and Crime Plan for Lancashire 2013-2018",
                accept={"start": ["2013-04-01"], "end": ["2018-03-31"], "type": ["period"]},
            ),
            DateTruth(
                type="period",
                start="2015-07-10",
                end="2015-09-25",
                label="period of the report",
                quote="10 July to 25 September 2015",
            ),
            DateTruth(
                type="plan",
                start="2013-03-15",
                label="Police and Crime Plan came into effect",
                quote="The Plan came into effect on 15 March 2013",
                accept={"type": ["launch", "event"]},
            ),
            DateTruth(
                type="event",
                start="2015-10-01",
                end="2015-10-13",
                label="recruitment window for police officers",
                quote="opened on 1 October and closes on 13 October 2015",
            ),
            DateTruth(
                type="plan",
                start="2016-04-01",
                end="2017-03-31",
                precision="financial_year",
                label="appointment of police officers",
                quote="appointment during 2016/17",
                optional=True,
            ),
            DateTruth(
                type="deadline",
                start="2016-01-01",
                end="2016-12-31",
                precision="year",
                label="further cadets recruited",
                quote="to be recruited by 2016",
            ),
            DateTruth(
                type="deadline",
                start="2016-01-01",
                end="2016-12-31",
                precision="year",
                label="over 650 Special Constables",
                quote="by the end of 2016",
                repeat=True,
                accept={"start": ["2016-12-31"]},
            ),
            *(
                DateTruth(
                    type="period",
                    start="2015-09-01",
                    end="2015-09-29",
                    label=f"figures of {calls} calls",
                    quote="In September (up to 29 September)",
                    optional=True,
                )
                for calls in ("999", "101")
            ),
            DateTruth(
                type="period",
                start="2015-04-01",
                label="restorative justice figure of the year",
                quote="1 April 2015 to present",
                optional=True,
            ),
            DateTruth(
                type="period",
                start="2014-04-01",
                end="2015-03-31",
                label="restorative justice figure to March 2015",
                quote="1 April 2014 to 31 March 2015",
                optional=True,
            ),
        ),
    ),
)

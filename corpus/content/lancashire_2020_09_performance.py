"""Lancashire, September 2020: the quarterly report with its tables of previous, change and current."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, NewPage, Paper, Source, Table, Text
from corpus.truth import Column, DateTruth, Observation, Period, TableTruth, Truth, grid, mentioned_periods, months

CHANGES = Table(
    (
        (
            "Offence Type",
            "Annual Change to 30 June 2019",
            "Annual Change to 30 June 2020",
            "Change Q1 19/20 v 20/21",
        ),
        ("All Crime", "+ 15% (20,634)", "- 16% (-25,769)", "-23% (-8,739)"),
        ("Violence with Injury", "+5% (903)", "- 21% (-3,944)", "-26% (-1,137)"),
        ("Violence w/o Injury", "+33% (5,898)", "- 9% (-2,216)", "-19% (-1,173)"),
        ("Burglary Residential", "+ 3% (245)", "- 23% (-2,090)", "-27% (-546)"),
        ("Robbery Personal", "+ 42 % (336)", "- 16% (-184)", "-40% (-126)"),
        ("Public Order Offences", "+ 59% (5,264)", "- 31% (-4,351)", "-23% (-677)"),
    ),
)
HEAD = (
    "Measure",
    "Previous 12 Month Period\nJul '18 - Jun '19",
    "In Year Performance Versus Previous 12 Month Period",
    "In Year Performance\nJul '19 - Jun '20",
)
WIDTHS = (4, 2.2, 2.6, 2.2)
RESPONSE = Table(
    (
        HEAD,
        ("Grade 1 - Emergency Response Median Time to Arrive (Target <15 Mins)", "10.2 min", "-0.1 min", "10.1 min"),
        ("Grade 2 - Priority Response Median Time to Arrive (target <1 hour)", "33.4 min", "-0.2 min", "33.2 min"),
        ("999 Calls - Service Level < 10 secs", "76.2%", "+4.1%", "80.3%"),
        ("999 Calls - Time To Answer (Average)", "8.2 sec", "-0.1 sec", "8.1 sec"),
        ("101 Calls - Service Level", "38.3%", "+5.3%", "43.6%"),
        ("101 Calls - Time To Answer (Average)", "192.3 secs", "-22.4 secs", "169.9 secs"),
    ),
    caption="PROTECTING LOCAL POLICING",
    widths=WIDTHS,
)
CRIME = Table(
    (
        HEAD,
        ("All Crime", "159,838", "Decrease (-16%, -25,769)", "134,069"),
        ("Violence with injury", "18,980", "Decrease (-21%, -3,944)", "15,036"),
        ("Violence without injury", "24,015", "Decrease (-9%, -2,216)", "21,799"),
        ("Burglary Residential", "8,903", "Decrease (-23%, -2,090)", "6,813"),
        ("Robbery (Personal)", "1,141", "Decrease (-16%, -184)", "957"),
        ("Public Order", "14,236", "Decrease (-31%, -4,351)", "9,885"),
        ("Number of Anti-Social Behaviour Incidents", "50,431", "Increase (+45%, +22,833)", "73,264"),
    ),
    caption="TACKLING CRIME & RE-OFFENDING",
    widths=WIDTHS,
)
VULNERABLE = Table(
    (
        HEAD,
        ("Rape", "1,561", "Decrease (-19%, -295)", "1,266"),
        ("Other Sexual Offences", "3,361", "Decrease (-14%, -454)", "2,907"),
        ("CSE Crime", "552", "Decrease (-5%, -26)", "526"),
        ("Modern Slavery Crimes", "79", "Increase (+31%, +38)", "118"),
        ("Domestic Abuse Crime", "21,538", "Decrease (-3%, -750)", "20,788"),
        ("Hate Crime", "2,877", "Decrease (-13%, -387)", "2,490"),
        ("Missing Person Incidents", "10,668", "Decrease (-16%, -1,681)", "8,987"),
    ),
    caption="SUPPORTING VULNERABLE PEOPLE & VICTIMS",
    widths=WIDTHS,
)
SATISFACTION = Table(
    (
        HEAD,
        ("User Satisfaction - Burglary", "70%", "Decrease (-3%)", "67%"),
        ("User Satisfaction - Violent", "74%", "Decrease (-4%)", "70%"),
        ("User Satisfaction - Hate", "72%", "Decrease (-3%)", "69%"),
        ("User Satisfaction - Domestic Abuse", "77%", "No Change (0%)", "77%"),
        ("User Satisfaction - Anti-Social Behaviour", "65%", "Increase (+1%)", "66%"),
    ),
    caption="DEVELOPING CONFIDENT COMMUNITIES",
    widths=WIDTHS,
)

TO_2019 = months("2018-07", "2019-06", "Jul '18 - Jun '19")
TO_2020 = months("2019-07", "2020-06", "Jul '19 - Jun '20")
Q1 = months("2020-04", "2020-06", "Q1 2020/21")
TO_MAY = months("2019-06", "2020-05", "to the end of May 2020")

THREE_CHANGES = tuple(
    Column(statistic, period, unit)
    for period in (TO_2019, TO_2020, Q1)
    for statistic, unit in (("percent_change", "percent"), ("change", "count"))
)
PREVIOUS_CHANGE_CURRENT = (
    Column("actual", TO_2019),
    Column("percent_change", TO_2020, "percent"),
    Column("change", TO_2020),
    Column("actual", TO_2020),
)
POINTS = (Column("actual", TO_2019), Column("point_change", TO_2020), Column("actual", TO_2020))
TIMES = (Column("actual", TO_2019), Column("change", TO_2020), Column("actual", TO_2020))
RECORDED = "Tackling crime and re-offending > Recorded crime"


def _appendix(kind: str, rows: int, first: tuple[str, ...], last: tuple[str, ...]) -> TableTruth:
    return TableTruth(
        type="measure", caption=kind, header=[HEAD], body_rows=rows, columns=4, first_body_row=first, last_body_row=last
    )


PAPER = Paper(
    slug="lancashire-2020-09-performance",
    format="pdf",
    force_name="Lancashire Constabulary",
    running="Strategic Scrutiny Meeting - September 2020 - Quarterly Performance Report - Item 2",
    style="ruled",
    blocks=(
        Heading("Police and Crime Commissioner for Lancashire", 1),
        Table(
            (
                ("REPORT TO:", "Strategic Scrutiny Meeting"),
                ("DATE:", "September 2020"),
                ("TITLE:", "Quarterly Performance Report"),
            ),
            header_rows=0,
            widths=(1, 4),
            style="bare",
        ),
        Heading("1. Issue for consideration"),
        Text("This report tells the Commissioner how Lancashire Constabulary is performing.", "1.1"),
        Heading("2. Recommendation"),
        Text("The Commissioner is asked to review the report and to comment.", "2.1"),
        Heading("3. Tackling crime and re-offending"),
        Heading("a. Recorded crime", 3),
        Text(
            "Recorded crime went on falling. There was a 16% decrease in recorded offences, from 159,838 in Jul '18-Jun '19 to "
            "134,069 in Jul '19-Jun '20. The restrictions of the pandemic will have had a part in this.",
            "3.1",
        ),
        Text(
            "Figures for comparison run a month behind. To the end of May 2020 the annual change in all recorded crime was "
            "-4% for England and Wales, -9% for the North West region and -8% for the Most Similar Group.",
            "3.2",
        ),
        CHANGES,
        Text(
            "In the 4 weeks to the end of June 2020 incidents of anti-social behaviour rose by 52% nationally and by 61% in "
            "Lancashire, compared with the same weeks of 2019.",
            "3.3",
        ),
        Heading("b. Knife crime", 3),
        Text(
            "There were 257 knife crimes in Q1 2020/21, compared with 281 in Q4 2019/20 and 327 in Q1 2019/20.",
            "3.4",
        ),
        Heading("c. Stop and search", 3),
        Text(
            "In the calendar year 2019 the police searched 6,543 individuals and carried out 7,510 searches.",
            "3.5",
        ),
        Heading("4. Developing confident communities"),
        Text("The latest levels of satisfaction are:", "4.1"),
        Bullets(
            ("Burglary 67%", "Violent Crime 70%", "Hate Crime 69%", "Antisocial behaviour 66%", "Domestic Abuse 77%")
        ),
        Text(
            "Confidence in the Crime Survey for England and Wales was 74.3% in Apr '19 - Mar '20, compared with 73.4% in "
            "Apr '18 - Mar '19. The survey is three months behind.",
            "4.2",
        ),
        NewPage(),
        Heading("Appendix A: performance data"),
        RESPONSE,
        CRIME,
        VULNERABLE,
        SATISFACTION,
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Lancashire",
            title="Quarterly performance report to the Strategic Scrutiny Meeting, September 2020, with Appendix A",
            published="2020-09",
            address="https://www.lancashire-pcc.gov.uk",
            figures="recorded crime, response times, calls, satisfaction, confidence, knife crime, stop and search",
            note=(
                "The address is the publisher's site; the paper was read as a text copy. As published, modern slavery crimes "
                "rose from 79 to 118 and the change is given as +31%, +38, which does not agree."
            ),
        ),
    ),
    truth=Truth(
        title="Quarterly Performance Report",
        force="lancashire",
        body="Strategic Scrutiny Meeting",
        doc_type="performance report",
        area="Lancashire",
        tables=(
            TableTruth(
                type="other",
                caption=None,
                header=[],
                body_rows=3,
                columns=2,
                first_body_row=("REPORT TO:", "Strategic Scrutiny Meeting"),
                last_body_row=("TITLE:", "Quarterly Performance Report"),
                optional=True,
            ),
            TableTruth(
                type="measure",
                caption="a. Recorded crime",
                header=[
                    (
                        "Offence Type",
                        "Annual Change to 30 June 2019",
                        "Annual Change to 30 June 2020",
                        "Change Q1 19/20 v 20/21",
                    )
                ],
                body_rows=6,
                columns=4,
                first_body_row=("All Crime", "+ 15% (20,634)", "- 16% (-25,769)", "-23% (-8,739)"),
                last_body_row=("Public Order Offences", "+ 59% (5,264)", "- 31% (-4,351)", "-23% (-677)"),
            ),
            _appendix(
                "PROTECTING LOCAL POLICING",
                6,
                (
                    "Grade 1 - Emergency Response Median Time to Arrive (Target <15 Mins)",
                    "10.2 min",
                    "-0.1 min",
                    "10.1 min",
                ),
                ("101 Calls - Time To Answer (Average)", "192.3 secs", "-22.4 secs", "169.9 secs"),
            ),
            _appendix(
                "TACKLING CRIME & RE-OFFENDING",
                7,
                ("All Crime", "159,838", "Decrease (-16%, -25,769)", "134,069"),
                ("Number of Anti-Social Behaviour Incidents", "50,431", "Increase (+45%, +22,833)", "73,264"),
            ),
            _appendix(
                "SUPPORTING VULNERABLE PEOPLE & VICTIMS",
                7,
                ("Rape", "1,561", "Decrease (-19%, -295)", "1,266"),
                ("Missing Person Incidents", "10,668", "Decrease (-16%, -1,681)", "8,987"),
            ),
            _appendix(
                "DEVELOPING CONFIDENT COMMUNITIES",
                5,
                ("User Satisfaction - Burglary", "70%", "Decrease (-3%)", "67%"),
                ("User Satisfaction - Anti-Social Behaviour", "65%", "Increase (+1%)", "66%"),
            ),
        ),
        observations=(
            *grid(
                2,
                THREE_CHANGES,
                {
                    "All Crime": (15, 20634, -16, -25769, -23, -8739),
                    "Violence with Injury": (5, 903, -21, -3944, -26, -1137),
                    "Violence w/o Injury": (33, 5898, -9, -2216, -19, -1173),
                    "Burglary Residential": (3, 245, -23, -2090, -27, -546),
                    "Robbery Personal": (42, 336, -16, -184, -40, -126),
                    "Public Order Offences": (59, 5264, -31, -4351, -23, -677),
                },
                context="Recorded crime",
            ),
            *grid(
                3,
                TIMES,
                {
                    "Grade 1 - Emergency Response Median Time to Arrive (Target <15 Mins)": (10.2, -0.1, 10.1),
                    "Grade 2 - Priority Response Median Time to Arrive (target <1 hour)": (33.4, -0.2, 33.2),
                },
                unit="minutes",
                context="PROTECTING LOCAL POLICING",
            ),
            Observation(
                label="Grade 1 - Emergency Response Median Time to Arrive",
                value=15,
                unit="minutes",
                statistic="target",
                source="table",
                table=3,
                optional=True,
            ),
            Observation(
                label="Grade 2 - Priority Response Median Time to Arrive",
                value=1,
                unit="hours",
                statistic="target",
                source="table",
                table=3,
                optional=True,
            ),
            *grid(
                3,
                TIMES,
                {
                    "999 Calls - Time To Answer (Average)": (8.2, -0.1, 8.1),
                    "101 Calls - Time To Answer (Average)": (192.3, -22.4, 169.9),
                },
                unit="seconds",
                context="PROTECTING LOCAL POLICING",
            ),
            *grid(
                3,
                POINTS,
                {
                    "999 Calls - Service Level < 10 secs": (76.2, 4.1, 80.3),
                    "101 Calls - Service Level": (38.3, 5.3, 43.6),
                },
                unit="percent",
                context="PROTECTING LOCAL POLICING",
            ),
            *grid(
                4,
                PREVIOUS_CHANGE_CURRENT,
                {
                    "All Crime": (159838, -16, -25769, 134069),
                    "Violence with injury": (18980, -21, -3944, 15036),
                    "Violence without injury": (24015, -9, -2216, 21799),
                    "Burglary Residential": (8903, -23, -2090, 6813),
                    "Robbery (Personal)": (1141, -16, -184, 957),
                    "Public Order": (14236, -31, -4351, 9885),
                    "Number of Anti-Social Behaviour Incidents": (50431, 45, 22833, 73264),
                },
                context="TACKLING CRIME & RE-OFFENDING",
            ),
            *grid(
                5,
                PREVIOUS_CHANGE_CURRENT,
                {
                    "Rape": (1561, -19, -295, 1266),
                    "Other Sexual Offences": (3361, -14, -454, 2907),
                    "CSE Crime": (552, -5, -26, 526),
                    "Modern Slavery Crimes": (79, 31, 38, 118),
                    "Domestic Abuse Crime": (21538, -3, -750, 20788),
                    "Hate Crime": (2877, -13, -387, 2490),
                    "Missing Person Incidents": (10668, -16, -1681, 8987),
                },
                context="SUPPORTING VULNERABLE PEOPLE & VICTIMS",
            ),
            *grid(
                6,
                POINTS,
                {
                    "User Satisfaction - Burglary": (70, -3, 67),
                    "User Satisfaction - Violent": (74, -4, 70),
                    "User Satisfaction - Hate": (72, -3, 69),
                    "User Satisfaction - Domestic Abuse": (77, 0, 77),
                    "User Satisfaction - Anti-Social Behaviour": (65, 1, 66),
                },
                unit="percent",
                context="DEVELOPING CONFIDENT COMMUNITIES",
            ),
            Observation(
                label="recorded offences",
                value=-16,
                unit="percent",
                statistic="percent_change",
                period=TO_2020,
                quote="a 16% decrease in recorded offences",
                context=RECORDED,
            ),
            Observation(
                label="recorded offences",
                value=159838,
                period=TO_2019,
                quote="from 159,838 in Jul '18-Jun '19",
                context=RECORDED,
            ),
            Observation(
                label="recorded offences",
                value=134069,
                period=TO_2020,
                quote="134,069 in Jul '19-Jun '20",
                context=RECORDED,
            ),
            *(
                Observation(
                    label="all recorded crime",
                    value=value,
                    unit="percent",
                    statistic="percent_change",
                    period=TO_MAY,
                    area=area,
                    quote=quote,
                    context=RECORDED,
                    accept={"period_start": [None]},
                )
                for area, value, quote in (
                    ("England and Wales", -4, "-4% for England and Wales"),
                    ("North West region", -9, "-9% for the North West region"),
                    ("Most Similar Group", -8, "-8% for the Most Similar Group"),
                )
            ),
            *(
                Observation(
                    label="incidents of anti-social behaviour",
                    value=value,
                    unit="percent",
                    statistic="percent_change",
                    period=Period("2020-06-03", "2020-06-30", "4 weeks to the end of June 2020"),
                    area=area,
                    quote=quote,
                    context=RECORDED,
                    accept={"period_start": [None, "2020-06-01"]},
                )
                for area, value, quote in (
                    ("national", 52, "by 52% nationally"),
                    ("Lancashire", 61, "by 61% in Lancashire"),
                )
            ),
            *(
                Observation(label="knife crimes", value=value, period=period, quote=quote, context="Knife crime")
                for value, period, quote in (
                    (257, Q1, "257 knife crimes in Q1 2020/21"),
                    (281, months("2020-01", "2020-03", "Q4 2019/20"), "281 in Q4 2019/20"),
                    (327, months("2019-04", "2019-06", "Q1 2019/20"), "327 in Q1 2019/20"),
                )
            ),
            Observation(
                label="individuals searched",
                value=6543,
                period=Period("2019-01-01", "2019-12-31", "calendar year 2019"),
                quote="searched 6,543 individuals",
                context="Stop and search",
            ),
            Observation(
                label="searches carried out",
                value=7510,
                period=Period("2019-01-01", "2019-12-31", "calendar year 2019"),
                quote="carried out 7,510 searches",
                context="Stop and search",
            ),
            *(
                Observation(
                    label=label,
                    value=value,
                    unit="percent",
                    quote=f"{label} {value}%",
                    context="The latest levels of satisfaction",
                )
                for label, value in (
                    ("Burglary", 67),
                    ("Violent Crime", 70),
                    ("Hate Crime", 69),
                    ("Antisocial behaviour", 66),
                    ("Domestic Abuse", 77),
                )
            ),
            Observation(
                label="Confidence in the Crime Survey for England and Wales",
                value=74.3,
                unit="percent",
                period=months("2019-04", "2020-03", "Apr '19 - Mar '20"),
                quote="was 74.3% in Apr '19 - Mar '20",
            ),
            Observation(
                label="Confidence in the Crime Survey for England and Wales",
                value=73.4,
                unit="percent",
                period=months("2018-04", "2019-03", "Apr '18 - Mar '19"),
                quote="compared with 73.4% in Apr '18 - Mar '19",
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2020-09-01",
                end="2020-09-30",
                precision="month",
                label="Strategic Scrutiny Meeting",
                quote="September 2020",
            ),
            *mentioned_periods(
                ("2018-07-01", "2019-06-30", "month", "recorded crime", "Jul '18-Jun '19"),
                ("2019-07-01", "2020-06-30", "month", "recorded crime", "Jul '19-Jun '20"),
                ("2019-06-01", "2020-05-31", "month", "figures for comparison", "To the end of May 2020"),
                ("2020-05-01", "2020-05-31", "month", "figures for comparison", "To the end of May 2020"),
                ("2020-06-03", "2020-06-30", "day", "4 weeks", "4 weeks to the end of June 2020"),
                ("2019-06-03", "2019-06-30", "day", "the same weeks", "the same weeks of 2019"),
                ("2020-04-01", "2020-06-30", "quarter", "knife crime", "Q1 2020/21"),
                ("2020-01-01", "2020-03-31", "quarter", "knife crime", "Q4 2019/20"),
                ("2019-04-01", "2019-06-30", "quarter", "knife crime", "Q1 2019/20"),
                ("2019-01-01", "2019-12-31", "year", "stop and search", "the calendar year 2019"),
                ("2019-04-01", "2020-03-31", "month", "confidence", "Apr '19 - Mar '20"),
                ("2018-04-01", "2019-03-31", "month", "confidence", "Apr '18 - Mar '19"),
            ),
        ),
    ),
)

"""Lancashire, December 2013: what the Commissioner will ask the Constabulary about, meeting by meeting."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Table, Text
from corpus.truth import DateTruth, Period, TableTruth, Truth

HEAD = ("Date of scrutiny meeting", "Area identified for consideration", "Rationale")
WIDTHS = (2.2, 4, 3)

OVERVIEW = Table(
    (
        HEAD,
        (
            "Monday 23 December 2013",
            "Most serious violence; all other theft, with business crime",
            "Raised at the management meeting of October 2013",
        ),
        ("Thursday 13 March 2014", "", ""),
        ("Thursday 12 June 2014", "", ""),
        ("September 2014", "", ""),
        ("December 2014", "", ""),
    ),
    caption="Areas identified: overview of performance",
    widths=WIDTHS,
)
FRONTLINE = Table(
    (
        HEAD,
        (
            "Monday 23 December 2013",
            "Recruitment of police officers; rural policing",
            "Recent meetings with chief officers",
        ),
        ("Thursday 13 March 2014", "", ""),
        ("Thursday 12 June 2014", "", ""),
        ("September 2014", "", ""),
        ("December 2014", "", ""),
    ),
    caption="Areas identified: frontline policing",
    widths=WIDTHS,
)
VICTIMS = Table(
    (
        HEAD,
        ("Monday 23 December 2013", "Sexual offences as victims see them", "Management meeting in October"),
        ("Thursday 12 June 2014", "", ""),
        ("December 2014", "", ""),
    ),
    caption="Areas identified: the rights of all victims",
    widths=WIDTHS,
)
POLICING_REQUIREMENT = Table(
    (
        HEAD,
        ("23 December 2013", "National and local picture", "To be looked at again after six months"),
        ("June 2014", "", ""),
    ),
    caption="Areas identified: Strategic Policing Requirement",
    widths=WIDTHS,
)

_MEETINGS = {
    "Monday 23 December 2013": ("2013-12-23", "2013-12-23", "day"),
    "Thursday 13 March 2014": ("2014-03-13", "2014-03-13", "day"),
    "Thursday 12 June 2014": ("2014-06-12", "2014-06-12", "day"),
    "September 2014": ("2014-09-01", "2014-09-30", "month"),
    "December 2014": ("2014-12-01", "2014-12-31", "month"),
    "23 December 2013": ("2013-12-23", "2013-12-23", "day"),
    "June 2014": ("2014-06-01", "2014-06-30", "month"),
}


def _meeting(printed: str, *, repeat: bool = False) -> DateTruth:
    start, end, precision = _MEETINGS[printed]
    return DateTruth(
        type="meeting",
        start=start,
        end=end,
        precision=precision,
        label="strategic scrutiny meeting",
        quote=printed,
        repeat=repeat,
        accept={"type": ["plan", "event"]},
    )


def _schedule(caption: str, rows: int, first: tuple[str, ...], last: tuple[str, ...]) -> TableTruth:
    return TableTruth(
        type="schedule",
        caption=caption,
        header=[HEAD],
        body_rows=rows,
        columns=3,
        first_body_row=first,
        last_body_row=last,
    )


PAPER = Paper(
    slug="lancashire-2013-12-scrutiny-plan",
    format="pdf",
    force_name="Lancashire Constabulary",
    running="Lancashire Police and Crime Commissioner - Draft strategic scrutiny plan",
    style="ruled",
    blocks=(
        Heading("Lancashire Police and Crime Commissioner", 1),
        Heading("Draft Strategic Scrutiny Plan: November 2012 to March 2014", 1),
        Text("Version of 12 December 2013"),
        Heading("1. Introduction"),
        Text(
            "The Police and Crime Plan was published in March 2013. This scrutiny plan says which parts of it the Chief "
            "Constable of Lancashire Constabulary will be asked to report on, and at which meeting.",
            "1.1",
        ),
        Text(
            "Strategic scrutiny meetings are held once a quarter. Performance is judged over a longer period of three years and "
            "not against a target for each year, so that partners can deal with problems that take time to solve.",
            "1.2",
        ),
        Text("What is presented is published on the Commissioner's website unless it is sensitive.", "1.3"),
        Heading("2. Constabulary performance: overview"),
        Text("Owner: Chief Constable. When: quarterly."),
        Bullets(
            (
                "burglary of dwellings, robbery of persons and of businesses, and how many are resolved",
                "violence, with that of the night-time economy shown apart",
                "hate crime and domestic abuse recorded by the police",
                "misconduct meetings, appeals and the time taken to record a complaint",
            )
        ),
        OVERVIEW,
        Heading("3. Defend frontline policing"),
        Text("Owner: Chief Constable and Head of HR and Payroll. When: quarterly."),
        FRONTLINE,
        Heading("4. Protect vulnerable people"),
        Text("Owner: Assistant Chief Constable, Specialist Operations. When: twice a year."),
        VICTIMS,
        Heading("5. Targeted initiatives to tackle crime and re-offending"),
        Text(
            "Operation Avert, a new project for women who offend, was launched in early November in the east of the county and "
            "is to be looked at on 23 December 2013.",
            "5.1",
        ),
        Heading("6. Strategic Policing Requirement"),
        Text("Owner: Assistant Chief Constable, Specialist Operations. When: every six months."),
        POLICING_REQUIREMENT,
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Lancashire",
            title="Draft strategic scrutiny plan, November 2012 to March 2014",
            published="2013-12-12",
            address="http://www.lancashire-pcc.gov.uk/meetings-and-decisions/meetings-and-reports/strategic-scrutiny-meetings/",
            figures="dates of the scrutiny meetings and the areas identified for each",
            note="The address is the publisher's page of these meetings; the plan was read as a text copy.",
        ),
    ),
    truth=Truth(
        title="Draft Strategic Scrutiny Plan: November 2012 to March 2014",
        force="lancashire",
        body="Police and Crime Commissioner for Lancashire",
        doc_type="scrutiny plan",
        area="Lancashire",
        period=Period("2012-11-01", "2014-03-31"),
        tables=(
            _schedule(
                "Areas identified: overview of performance",
                5,
                (
                    "Monday 23 December 2013",
                    "Most serious violence; all other theft, with business crime",
                    "Raised at the management meeting of October 2013",
                ),
                ("December 2014", "", ""),
            ),
            _schedule(
                "Areas identified: frontline policing",
                5,
                (
                    "Monday 23 December 2013",
                    "Recruitment of police officers; rural policing",
                    "Recent meetings with chief officers",
                ),
                ("December 2014", "", ""),
            ),
            _schedule(
                "Areas identified: the rights of all victims",
                3,
                ("Monday 23 December 2013", "Sexual offences as victims see them", "Management meeting in October"),
                ("December 2014", "", ""),
            ),
            _schedule(
                "Areas identified: Strategic Policing Requirement",
                2,
                ("23 December 2013", "National and local picture", "To be looked at again after six months"),
                ("June 2014", "", ""),
            ),
        ),
        dates=(
            DateTruth(
                type="plan",
                start="2012-11-01",
                end="2014-03-31",
                precision="month",
                label="period of the scrutiny plan",
                quote="November 2012 to March 2014",
                accept={"type": ["period"]},
            ),
            DateTruth(
                type="publication",
                start="2013-12-12",
                label="version of the scrutiny plan",
                quote="Version of 12 December 2013",
                accept={"type": ["other", "event"]},
            ),
            DateTruth(
                type="publication",
                start="2013-03-01",
                end="2013-03-31",
                precision="month",
                label="Police and Crime Plan published",
                quote="published in March 2013",
            ),
            *(_meeting(printed) for printed in list(_MEETINGS)[:5]),
            *(_meeting(printed, repeat=True) for printed in list(_MEETINGS)[:5]),
            _meeting("Monday 23 December 2013", repeat=True),
            _meeting("Thursday 12 June 2014", repeat=True),
            _meeting("December 2014", repeat=True),
            _meeting("23 December 2013", repeat=True),
            _meeting("23 December 2013", repeat=True),
            _meeting("June 2014"),
            DateTruth(
                type="event",
                start="2013-10-01",
                end="2013-10-31",
                precision="month",
                label="management meeting",
                quote="management meeting of October 2013",
                optional=True,
                accept={"type": ["meeting", "previous_meeting"]},
            ),
            DateTruth(
                type="launch",
                start="2013-11-01",
                end="2013-11-30",
                precision="month",
                label="Operation Avert launched",
                quote="launched in early November",
                optional=True,
            ),
        ),
    ),
)

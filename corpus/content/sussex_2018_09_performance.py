"""Sussex, September 2018: a web page of performance, with the outcomes of services to victims."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, Column, DateTruth, TableTruth, Truth, grid, months

HEAD = (
    "Crime type",
    "Previous performance (October 2016 - September 2017)",
    "Current performance (October 2017 - September 2018)",
    "% Difference",
)
CRIME = Table(
    (
        HEAD,
        ("Domestic abuse crimes", "13,525", "15,911", "+18%"),
        ("Serious sexual offences", "3,000", "3,410", "+14%"),
        ("Anti-social behaviour", "26,061", "26,395", "+1%"),
        ("Hate crimes", "2,175", "2,083", "-4%"),
        ("Fraud & forgery", "588", "446", "-24%"),
    ),
    caption="Crimes that are often not reported",
)
OUTCOME_HEAD = ("Outcome theme", "Percentage with positive outcome (April - September 2018)")
OUTCOMES = Table(
    (
        OUTCOME_HEAD,
        ("Reducing risks", "87%"),
        ("Feeling safe", "69%"),
        ("Hope for the future", "73%"),
        ("Receiving effective services", "83%"),
    ),
    caption="Services to victims",
)
BEFORE = months("2016-10", "2017-09", "October 2016 - September 2017")
NOW = months("2017-10", "2018-09", "October 2017 - September 2018")
HALF = months("2018-04", "2018-09", "April - September 2018")

PAPER = Paper(
    slug="sussex-2018-09-performance",
    format="html",
    force_name="Sussex Police",
    blocks=(
        Heading("Sussex Police and Crime Commissioner", 1),
        Heading("Performance against the Police and Crime Plan", 1),
        Text("The figures on this page are those known as at 30 September 2018."),
        Heading("1. Strengthen local policing"),
        Text("The Commissioner wants more people to report crimes that are often hidden from Sussex Police."),
        CRIME,
        Heading("2. Protect vulnerable people and help victims"),
        Text("The table is an average across the victim services of Sussex."),
        OUTCOMES,
        Heading("3. Improve access to justice"),
        Text(
            "In September 2017 the Home Office announced a grant of £11m to the Video Enabled Justice programme, which is led by "
            "the Sussex Police and Crime Commissioner."
        ),
    ),
    sources=(
        Source(
            publisher="Office of the Sussex Police and Crime Commissioner",
            title="Performance, accurate as at 30 September 2018",
            published="2018",
            address="http://spccweb.thco.co.uk/performance/",
            figures="crimes by type in two periods, outcomes of victim services, the Video Enabled Justice grant",
        ),
    ),
    truth=Truth(
        title="Performance against the Police and Crime Plan",
        force="sussex",
        body="Sussex Police and Crime Commissioner",
        doc_type="performance report",
        area="Sussex",
        tables=(
            TableTruth(
                type="measure",
                caption="Crimes that are often not reported",
                header=[HEAD],
                body_rows=5,
                columns=4,
                first_body_row=("Domestic abuse crimes", "13,525", "15,911", "+18%"),
                last_body_row=("Fraud & forgery", "588", "446", "-24%"),
            ),
            TableTruth(
                type="measure",
                caption="Services to victims",
                header=[OUTCOME_HEAD],
                body_rows=4,
                columns=2,
                first_body_row=("Reducing risks", "87%"),
                last_body_row=("Receiving effective services", "83%"),
            ),
        ),
        observations=(
            *grid(
                1,
                (Column("actual", BEFORE), Column("actual", NOW), Column("percent_change", NOW, "percent")),
                {
                    "Domestic abuse crimes": (13525, 15911, 18),
                    "Serious sexual offences": (3000, 3410, 14),
                    "Anti-social behaviour": (26061, 26395, 1),
                    "Hate crimes": (2175, 2083, -4),
                    "Fraud & forgery": (588, 446, -24),
                },
                context="Strengthen local policing",
            ),
            *grid(
                2,
                (Column("actual", HALF, "percent", accept={"statistic": ["share", "average"]}),),
                {
                    "Reducing risks": (87,),
                    "Feeling safe": (69,),
                    "Hope for the future": (73,),
                    "Receiving effective services": (83,),
                },
                context="Services to victims",
            ),
        ),
        awards=(
            Award(
                amount=11000000,
                purpose="Video Enabled Justice programme",
                funder="Home Office",
                date="2017-09",
                quote="a grant of £11m to the Video Enabled Justice programme",
            ),
        ),
        dates=(
            DateTruth(
                type="publication",
                start="2018-09-30",
                label="figures known",
                quote="as at 30 September 2018",
                accept={"type": ["period", "other", "event"]},
            ),
            DateTruth(
                type="event",
                start="2017-09-01",
                end="2017-09-30",
                precision="month",
                label="grant announced",
                quote="In September 2017 the Home Office announced",
                accept={"type": ["decision", "publication", "other"]},
            ),
        ),
    ),
)

"""Kent, February 2016: a precept proposal, reserves and a survey, as text with wrapped lines."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Text
from corpus.truth import DateTruth, Observation, Period, Truth, day

FOUR_YEARS = Period("2016-04-01", "2020-03-31", "over the next four years")
OR_NONE = {
    "period_start": [None, "2016-03-31", "2016-04-01"],
    "period_end": [None, "2020-03-31"],
    "statistic": ["projection", "target", "actual"],
}

PAPER = Paper(
    slug="kent-2016-02-precept",
    format="txt",
    force_name="Kent Police",
    wrapped=True,
    blocks=(
        Heading("Kent and Medway Police and Crime Panel", 1),
        Text("February 2016"),
        Heading("Precept Proposal 2016/17", 1),
        Text("Report of the Police and Crime Commissioner for Kent"),
        Heading("1. Summary"),
        Text(
            "The Commissioner proposes to raise the council tax precept by £5 for an average household. Kent has the third "
            "lowest precept in the country. The extra money pays for more firearms officers.",
            "1.1",
        ),
        Heading("2. Survey"),
        Text(
            "An online survey asked one question: would a family pay £5 more for public safety? 895 people answered.",
            "2.1",
        ),
        Bullets(("Yes: 53.2%", "No: 46.8%")),
        Heading("3. Finances"),
        Text(
            "Savings of £33 million have to be found over the next four years. This is a cut of 12% in the net budget.",
            "3.1",
        ),
        Text(
            "Reserves were expected to fall to £56.8 million at 31 March 2016. The intention is to release £44 million of them "
            "for investment over the four years to 2019/20.",
            "3.2",
        ),
        Heading("4. Recommendation"),
        Text("The Panel is asked to review the proposed precept and to report on it.", "4.1"),
    ),
    sources=(
        Source(
            publisher="Kent County Council, for the Kent and Medway Police and Crime Panel",
            title="Kent and Medway Police and Crime Panel, February 2016, agenda item: precept proposal",
            published="2016-02",
            address="https://democracy.kent.gov.uk/mgAi.aspx?ID=36798",
            figures="precept increase, survey, savings gap, reserves",
            note="The page does not give the day of the meeting, so the sample paper has none.",
        ),
    ),
    truth=Truth(
        title="Precept Proposal 2016/17",
        force="kent",
        body="Kent and Medway Police and Crime Panel",
        doc_type="budget report",
        area="Kent",
        observations=(
            Observation(
                label="council tax precept",
                value=5,
                unit="GBP",
                statistic="change",
                quote="raise the council tax precept by £5",
                accept={"period_start": ["2016-04-01"], "period_end": ["2017-03-31"]},
            ),
            Observation(
                label="lowest precept in the country",
                value=3,
                unit="rank",
                statistic="rank",
                quote="the third lowest precept in the country",
                optional=True,
            ),
            Observation(
                label="more for public safety",
                value=5,
                unit="GBP",
                statistic="change",
                quote="would a family pay £5 more for public safety",
                optional=True,
            ),
            Observation(label="people who answered the survey", value=895, quote="895 people answered"),
            *(
                Observation(
                    label=f"Survey: {answer}",
                    value=value,
                    unit="percent",
                    statistic="share",
                    quote=f"{answer}: {value}%",
                    context="Survey",
                    accept={"statistic": ["actual"]},
                )
                for answer, value in (("Yes", 53.2), ("No", 46.8))
            ),
            Observation(
                label="Savings",
                value=33000000,
                unit="GBP",
                statistic="target",
                period=FOUR_YEARS,
                quote="Savings of £33 million have to be found",
                accept=OR_NONE,
            ),
            Observation(
                label="cut in the net budget",
                value=-12,
                unit="percent",
                statistic="percent_change",
                period=FOUR_YEARS,
                quote="a cut of 12% in the net budget",
                accept=OR_NONE,
            ),
            Observation(
                label="Reserves",
                value=56800000,
                unit="GBP",
                statistic="projection",
                period=day("2016-03-31", "at 31 March 2016"),
                quote="fall to £56.8 million at 31 March 2016",
                accept={"statistic": ["actual"]},
            ),
            Observation(
                label="release of reserves",
                value=44000000,
                unit="GBP",
                statistic="projection",
                period=Period("2016-04-01", "2020-03-31", "the four years to 2019/20"),
                quote="to release £44 million of them for investment",
                accept=OR_NONE,
            ),
        ),
        dates=(
            DateTruth(
                type="meeting",
                start="2016-02-01",
                end="2016-02-29",
                precision="month",
                label="Kent and Medway Police and Crime Panel",
                quote="February 2016",
            ),
            DateTruth(
                type="period",
                start="2016-03-31",
                label="reserves",
                quote="at 31 March 2016",
                optional=True,
            ),
            DateTruth(
                type="period",
                start="2016-04-01",
                end="2017-03-31",
                precision="financial_year",
                label="precept proposal",
                quote="Precept Proposal 2016/17",
                optional=True,
                accept={"type": ["plan", "other"]},
            ),
            DateTruth(
                type="period",
                start="2019-04-01",
                end="2020-03-31",
                precision="financial_year",
                label="release of reserves",
                quote="the four years to 2019/20",
                optional=True,
                accept={"start": ["2016-04-01"], "type": ["plan", "other"]},
            ),
        ),
    ),
)

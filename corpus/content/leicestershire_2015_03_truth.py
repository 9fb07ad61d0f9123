"""What a person reads in the Leicestershire pack of March 2015: five papers, and an earlier meeting within."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.truth import (
    NO_PERIOD,
    Award,
    Column,
    DateTruth,
    Observation,
    Part,
    Period,
    TableTruth,
    Truth,
    financial_year,
    grid,
    mentioned_periods,
    months,
)

YEAR = financial_year(2013, "2013-14")
EARLIER = financial_year(2012, "2012-13")
NEXT = financial_year(2015, "2015/16")
AFTER = financial_year(2016, "2016/17")
LATEST = months("2014-01", "2014-12", "Latest 12 months")
BASELINE = financial_year(2012, "Baseline 2012/13")
SAVINGS = Period("2013-04-01", "2017-03-31", "1 April 2013 to 31 March 2017")
SAVINGS_CAPTION = "Savings from 1 April 2013 to 31 March 2017, as at 31 December 2014"

COMPLAINTS, CHANGE = "Police Complaint Statistics", "Force Change Programme Update"
VICTIMS, PERFORMANCE = "Supporting Victims", "Quarter 3 Performance Report"

_INTENTIONS: tuple[tuple[str, float], ...] = (
    ("Interventions that reduce anti-social behaviour: Sentinel", 10000),
    ("Interventions that reduce anti-social behaviour: PCC grants", 100000),
    ("Reporting of domestic abuse, sexual assault and hate crime", 150000),
    ("Support for victims of rape and sexual assault", 67906),
    ("An integrated service for victims", 749080),
    ("Support for victims of sexual and domestic violence", 260000),
    ("Practical support and target hardening", 45000),
    ("Prevention of child abuse and child sexual exploitation", 50000),
    ("Better response to mental health needs", 50000),
    ("Fewer repeat reports of missing persons", 50000),
    ("Safeguarding boards for children", 87890),
    ("Safeguarding boards for adults", 16470),
)
_TOTALS = (("Interventions that reduce anti-social behaviour", 110000), ("Safeguarding boards", 104360))


def _intentions() -> Iterator[Award]:
    """Each intention in both years; the parts of an amount are awards, their printed total may be left out."""
    for year, status in (("2015/16", "planned"), ("2016/17", "estimated")):
        for purpose, amount in _INTENTIONS:
            yield Award(amount=amount, purpose=purpose, status=status, year=year, source="table", table=7)
        for purpose, amount in _TOTALS:
            total = f"{purpose} (total)"
            yield Award(amount=amount, purpose=total, status=status, year=year, source="table", table=7, optional=True)


def _memo(author: str, subject: str) -> TableTruth:
    return TableTruth(
        type="other",
        caption=None,
        header=[],
        body_rows=3,
        columns=2,
        first_body_row=("Report of", author),
        last_body_row=("Subject", subject),
        optional=True,
    )


def _compared() -> Iterator[Observation]:
    columns = (
        Column("actual", YEAR, area="Leicestershire Police"),
        Column("actual", YEAR, area="England and Wales"),
    )
    changes = (
        Column("percent_change", YEAR, area="Leicestershire Police"),
        Column("percent_change", YEAR, area="England and Wales"),
    )
    shown = "Complaints and appeals compared"
    yield from grid(3, changes, {"Change in the number of complaints": (46, 15)}, unit="percent", context=shown)
    yield from grid(3, columns, {"Allegations per 1,000 employees": (299, 251)}, unit="rate", context=shown)
    yield from grid(3, columns, {"Average working days to finalise a case": (145, 101)}, unit="days", context=shown)
    yield from grid(
        3,
        columns,
        {"Appeals upheld by the force": (38, 20), "Appeals upheld by the IPCC": (44, 46)},
        unit="percent",
        context=shown,
    )


TABLES = (
    TableTruth(
        type="other",
        caption="AGENDA",
        header=[("Item", "", "Report by", "")],
        body_rows=9,
        columns=4,
        first_body_row=("1.", "Minutes of the meeting held on 29 January 2015.", "", "(Pages 2 - 2)"),
        last_body_row=("11.", "Date of next meeting.", "", ""),
        optional=True,
    ),
    _memo("Chief Constable", "Police Complaint Statistics 2012-13 and 2013-14"),
    TableTruth(
        type="measure",
        caption="Complaints and appeals compared",
        header=[("2013-14", "Leicestershire Police", "England and Wales")],
        body_rows=5,
        columns=3,
        first_body_row=("Change in the number of complaints", "+46%", "+15%"),
        last_body_row=("Appeals upheld by the IPCC", "44%", "46%"),
    ),
    _memo("Police and Crime Commissioner", "Force Change Programme Update"),
    TableTruth(
        type="budget",
        caption=None,
        header=[],
        body_rows=2,
        columns=2,
        first_body_row=("2015/16", "£1.7M"),
        last_body_row=("2016/17", "£6.1M"),
    ),
    _memo("Police and Crime Commissioner", "Supporting Victims and Witnesses and Protecting the Vulnerable"),
    TableTruth(
        type="award",
        caption="Commissioning intentions",
        header=[("Code", "Commissioning Intention", "Funding Mechanism", "Amount 2015/16", "Estimated Amount 2016/17")],
        body_rows=10,
        columns=5,
        first_body_row=(
            "CI010",
            "Interventions that reduce anti-social behaviour: a) Sentinel b) PCC grants",
            "Direct, PCC Grant",
            "a) £10,000 b) £100,000 Total: £110,000",
            "a) £10,000 b) £100,000 Total: £110,000",
        ),
        last_body_row=(
            "CI023",
            "Safeguarding boards: a) for children b) for adults",
            "Direct",
            "a) £87,890 b) £16,470 Total: £104,360",
            "a) £87,890 b) £16,470 Total: £104,360",
        ),
        parts=2,
    ),
    _memo("Police and Crime Commissioner", "Quarter 3 Performance Report"),
    TableTruth(
        type="measure",
        caption="Police and Crime Plan Dashboard",
        header=[("Measure", "Baseline 2012/13", "Latest 12 months", "% Var.")],
        body_rows=4,
        columns=4,
        first_body_row=("First entrants aged 10-17 to the criminal justice system", "667", "486", "-27%"),
        last_body_row=("Missing reports from the nine key locations", "1207", "330", "-73%"),
    ),
    TableTruth(
        type="budget",
        caption=SAVINGS_CAPTION,
        header=[("", "£ millions")],
        body_rows=4,
        columns=2,
        first_body_row=("Latest estimate of savings required", "£27.8"),
        last_body_row=("Further savings required by end of 2016/17", "£4.0"),
    ),
)


def _observations() -> Iterator[Observation]:
    yield from _compared()
    for value, period in ((1700000, NEXT), (6100000, AFTER)):
        yield Observation(
            label="residual funding gap",
            value=value,
            unit="GBP",
            period=period,
            context=CHANGE,
            source="table",
            table=5,
            accept={"statistic": ["projection", "total"]},
        )
    unclear = {"period_start": [None, "2014-04-01"], "period_end": [None]}
    yield from grid(
        9,
        (
            Column("baseline", BASELINE),
            Column("actual", LATEST, accept=unclear),
            Column("percent_change", LATEST, "percent", accept=unclear),
        ),
        {
            "First entrants aged 10-17 to the criminal justice system": (667, 486, -27),
            "Offending by 18-24 year olds": (407, 169, -58),
            "Missing reports (STORM)": (5929, 4277, -28),
            "Missing reports from the nine key locations": (1207, 330, -73),
        },
        context="Police and Crime Plan Dashboard",
    )
    whatever = {
        "period_start": [None, "2014-12-31"],
        "period_end": [None, "2014-12-31"],
        "statistic": ["projection", "target"],
    }
    yield from grid(
        10,
        (Column("actual", SAVINGS, "GBP", accept=whatever),),
        {
            "Latest estimate of savings required": (27800000,),
            "Savings realised to date": (21700000,),
            "Savings identified but not yet realised (est)": (2100000,),
            "Further savings required by end of 2016/17": (4000000,),
        },
        context=SAVINGS_CAPTION,
    )
    yield from _prose()


def _prose() -> Iterator[Observation]:
    def said(
        label: str,
        value: float,
        quote: str,
        context: str,
        period: Period = NO_PERIOD,
        *,
        unit: str = "count",
        statistic: str = "actual",
        area: str | None = None,
        qualifier: str | None = None,
        optional: bool = False,
        accept: dict[str, list[str | None]] | None = None,
    ) -> Observation:
        return Observation(
            label=label,
            value=value,
            unit=unit,
            statistic=statistic,
            period=period,
            area=area,
            context=context,
            quote=quote,
            qualifier=qualifier,
            optional=optional,
            accept=accept,
        )

    minutes = "Minutes of 29 January 2015"
    yield said("budget", 171573000, "budget for 2015/16 at £171.573 million", minutes, NEXT, unit="GBP")
    yield said(
        "precept",
        53216000,
        "the precept raises £53.216 million",
        minutes,
        unit="GBP",
        accept={"period_start": ["2015-04-01"], "period_end": ["2016-03-31"]},
    )
    yield said(
        "2015/16 precept",
        1.99,
        "precept by 1.99% to £179.9951",
        minutes,
        NEXT,
        unit="percent",
        statistic="percent_change",
    )
    yield said("2015/16 precept", 179.9951, "precept by 1.99% to £179.9951", minutes, NEXT, unit="GBP")
    for value, first, quote in (
        (16654, 2001, "complaints have risen from 16,654 in 2001-2002"),
        (34863, 2013, "to 34,863 in 2013-2014"),
    ):
        yield said("complaints", value, quote, COMPLAINTS, financial_year(first), area="national")
    rose = "rose 46% to 677 in 2013-14"
    yield said("Complaints", 46, rose, COMPLAINTS, YEAR, unit="percent", statistic="percent_change")
    yield said("Complaints", 677, rose, COMPLAINTS, YEAR)
    yield said(
        "Complaints", 3, "an increase of 3% in 2012-13", COMPLAINTS, EARLIER, unit="percent", statistic="percent_change"
    )
    yield said("allegations", 1194, "A total of 1,194 allegations", COMPLAINTS, YEAR, accept={"statistic": ["total"]})
    yield said("complaint cases finalised", 492, "finalised 492 complaint cases in 2013-14", COMPLAINTS, YEAR)
    yield said(
        "complaint files scrutinised",
        115,
        "scrutinised 115 complaint files",
        COMPLAINTS,
        accept={"period_start": ["2014-03-01", "2014-02-01"], "period_end": ["2015-03-31", "2015-02-28", "2015-03-23"]},
    )
    yield said(
        "total estimated saving of Project Edison",
        10250000,
        "saving of Project Edison is £10.25m",
        CHANGE,
        Period("2014-04-01", "2018-03-31", "between 2014/15 and 2017/18"),
        unit="GBP",
        statistic="projection",
        accept={"statistic": ["actual", "total"], "period_start": [None], "period_end": [None]},
    )
    yield said(
        "gap of police officer costs",
        2100000,
        "includes £2.1m of police officer costs",
        CHANGE,
        AFTER,
        unit="GBP",
        accept={"statistic": ["projection"]},
    )
    yield said(
        "change of employers' National Insurance",
        2100000,
        "is estimated to cost £2.1m",
        CHANGE,
        unit="GBP",
        statistic="projection",
        accept={"statistic": ["actual", "change"], "period_start": ["2016-04-01"], "period_end": ["2017-03-31"]},
    )
    yield said(
        "savings of the new model of local policing",
        10000000,
        "It is to save over £10M a year",
        CHANGE,
        unit="GBP",
        statistic="projection",
        qualifier="over",
        accept={"statistic": ["actual", "target"]},
    )
    yield said(
        "responses",
        1000,
        "nearly 1,000 responses had come in",
        CHANGE,
        qualifier="nearly",
        accept={"period_end": ["2015-02-28"]},
    )
    yield said(
        "total commissioning budget",
        4200000,
        "The total commissioning budget for 2015/16 is £4.2m",
        VICTIMS,
        NEXT,
        unit="GBP",
        statistic="total",
        accept={"statistic": ["actual"]},
    )
    yield said(
        "victims of domestic abuse surveyed",
        148,
        "148 victims of domestic abuse were surveyed",
        PERFORMANCE,
        Period("2014-01-01", "2014-12-31", "during 2014"),
    )
    yield said(
        "victims of domestic abuse satisfied overall",
        90.5,
        "90.5% were satisfied overall",
        PERFORMANCE,
        Period("2014-01-01", "2014-12-31", "during 2014"),
        unit="percent",
        accept={"statistic": ["share"]},
    )
    yield said(
        "conviction rate for rape",
        70,
        "The conviction rate for rape is 70%",
        PERFORMANCE,
        unit="percent",
        accept={"period_start": [None, "2014-01-01"], "period_end": [None, "2014-12-31"], "statistic": ["rate"]},
    )
    quarters = months("2014-04", "2014-12", "the first three quarters of 2014/15")
    yield said("reports of missing people", 1815, "1,815 reports of missing people", PERFORMANCE, quarters)
    yield said("repeat reports", 637, "of which 637 were repeat reports", PERFORMANCE, quarters)


def _dates() -> Iterator[DateTruth]:
    yield DateTruth(
        type="meeting", start="2015-03-23", label="Police and Crime Panel", quote="Monday, 23 March 2015 at 1.00 pm"
    )
    for _ in range(4):
        yield DateTruth(
            type="meeting",
            start="2015-03-23",
            label="Police and Crime Panel",
            quote="Monday 23 March 2015 at 1.00pm",
            repeat=True,
        )
    yield DateTruth(
        type="previous_meeting",
        start="2015-01-29",
        label="minutes of the last meeting",
        quote="meeting held on 29 January 2015",
        accept={"type": ["meeting"]},
    )
    yield DateTruth(
        type="next_meeting",
        start="2015-06-25",
        label="next meeting of the Panel",
        quote="to take place on 25 June 2015",
        accept={"type": ["meeting"]},
    )
    yield DateTruth(
        type="meeting",
        start="2015-01-29",
        label="meeting of the minutes",
        quote="on Thursday, 29 January 2015",
        accept={"type": ["previous_meeting"]},
    )
    yield DateTruth(
        type="previous_meeting",
        start="2014-12-17",
        label="minutes confirmed and signed",
        quote="meeting held on 17 December 2014",
        accept={"type": ["meeting"]},
    )
    yield DateTruth(
        type="next_meeting",
        start="2015-03-23",
        label="next meeting",
        quote="would be held on 23 March at 1.00pm",
        accept={"type": ["meeting"]},
    )
    yield DateTruth(type="meeting", start="2015-01-29", label="signature", quote="29 January 2015", repeat=True)
    yield DateTruth(
        type="launch",
        start="2015-02-01",
        end="2015-02-28",
        precision="month",
        label="new model of local policing",
        quote="began in February 2015",
        accept={"type": ["event"]},
    )
    yield DateTruth(
        type="deadline",
        start="2015-06-01",
        end="2015-06-30",
        precision="month",
        label="detailed plans for the next phase",
        quote="by the end of June 2015",
        accept={"start": ["2015-06-30"], "type": ["plan"]},
    )
    yield DateTruth(
        type="launch",
        start="2015-10-01",
        end="2015-10-31",
        precision="month",
        label="Victim First in place",
        quote="in place in October 2015",
        accept={"type": ["event", "plan", "contract"]},
    )
    for label, quote in (
        ("support against domestic and sexual violence", "with the councils from October 2015"),
        ("practical support and target hardening", "commissioned from October 2015"),
    ):
        yield DateTruth(
            type="contract",
            start="2015-10-01",
            end="2015-10-31",
            precision="month",
            label=label,
            quote=quote,
            accept={"type": ["plan", "launch", "event"], "end": [None]},
        )
    yield DateTruth(
        type="deadline",
        start="2015-03-04",
        label="consultation closed",
        quote="closed on 4 March",
        accept={"type": ["event"]},
    )
    yield DateTruth(
        type="period",
        start="2014-10-01",
        end="2014-12-31",
        precision="quarter",
        label="Quarter 3 performance",
        quote="The period ended in December 2014",
        optional=True,
        accept={"start": ["2014-12-01", None]},
    )
    yield DateTruth(
        type="period",
        start="2013-04-01",
        end="2017-03-31",
        label="savings",
        quote="Savings from 1 April 2013 to 31 March 2017",
        optional=True,
    )
    years = (
        (2012, 2013, "complaints", "Statistics 2012-13"),
        (2013, 2014, "complaints", "and 2013-14"),
        (2012, 2013, "complaints", "Police Complaint Statistics 2012-13"),
        (2013, 2014, "complaints", "Police Complaint Statistics 2012-13 and 2013-14"),
        (2015, 2016, "precept", "Proposed Precept 2015/16"),
        (2015, 2016, "budget", "the budget for 2015/16"),
        (2015, 2016, "precept", "increase the 2015/16 precept"),
        (2015, 2016, "grants", "PCC Grant Applications 2015/16"),
        (2001, 2002, "complaints", "16,654 in 2001-2002"),
        (2013, 2014, "complaints", "34,863 in 2013-2014"),
        (2013, 2014, "complaints", "to 677 in 2013-14"),
        (2012, 2013, "complaints", "an increase of 3% in 2012-13"),
        (2013, 2014, "allegations", "against Leicestershire Police in 2013-14"),
        (2013, 2014, "complaint cases", "492 complaint cases in 2013-14"),
        (2014, 2018, "saving of Project Edison", "between 2014/15 and 2017/18"),
        (2016, 2017, "gap", "The gap of 2016/17"),
        (2017, 2018, "police officer costs", "until 2017/18"),
        (2015, 2016, "commissioning budget", "commissioning budget for 2015/16"),
        (2016, 2017, "further savings", "by end of 2016/17"),
    )
    yield from mentioned_periods(
        *((f"{first}-04-01", f"{last}-03-31", "financial_year", label, quote) for first, last, label, quote in years),
        ("2014-01-01", "2014-12-31", "year", "survey", "surveyed during 2014"),
        ("2014-04-01", "2014-12-31", "month", "missing people", "the first three quarters of 2014/15"),
        ("2014-12-31", "2014-12-31", "day", "savings", "as at 31 December 2014"),
    )
    yield DateTruth(
        type="event",
        start="2015-02-01",
        end="2015-02-28",
        precision="month",
        label="responses",
        quote="by the end of February",
        optional=True,
        accept={"start": ["2015-02-28"], "type": ["deadline", "period", "other"]},
    )
    yield DateTruth(
        type="event",
        start="2012-10-01",
        end="2012-12-31",
        precision="quarter",
        label="definition of a complaint widened",
        quote="in late 2012",
        optional=True,
        accept={"start": ["2012-01-01", "2012-07-01"], "type": ["other"]},
    )


TRUTH = Truth(
    title="Leicester, Leicestershire and Rutland Police and Crime Panel: agenda pack",
    force="leicestershire",
    body="Leicester, Leicestershire and Rutland Police and Crime Panel",
    doc_type="agenda pack",
    area="Leicestershire",
    meeting_date="2015-03-23",
    papers=(
        Part(
            item="1",
            title="Minutes of the meeting held on 29 January 2015",
            doc_type="minutes",
            meeting_date="2015-01-29",
        ),
        Part(
            item="5",
            title="Police Complaint Statistics 2012-13 and 2013-14",
            doc_type="report",
            meeting_date="2015-03-23",
        ),
        Part(item="7", title="Force Change Programme Update", doc_type="report", meeting_date="2015-03-23"),
        Part(
            item="8",
            title="Supporting Victims and Witnesses and Protecting the Vulnerable",
            doc_type="report",
            meeting_date="2015-03-23",
        ),
        Part(
            item="10",
            title="Quarter 3 Performance Report",
            doc_type="performance report",
            meeting_date="2015-03-23",
            period=months("2014-10", "2014-12"),
        ),
    ),
    tables=TABLES,
    observations=tuple(_observations()),
    awards=(
        *_intentions(),
        Award(
            amount=10000,
            purpose="the Sentinel project officer",
            funder="Commissioner",
            quote="contributes £10,000 to the cost of the Sentinel project officer",
        ),
        Award(
            amount=828500,
            purpose="Support against domestic and sexual violence, per annum",
            status="planned",
            quote="expected to be worth £828,500 per annum",
        ),
        Award(
            amount=260000,
            purpose="Support against domestic and sexual violence, per annum",
            status="planned",
            funder="Commissioner",
            quote="contributing £260,000 per annum",
        ),
        Award(
            amount=90000,
            purpose="Practical support and target hardening, per annum",
            status="planned",
            quote="from October 2015 at £90,000 per annum",
        ),
    ),
    dates=tuple(_dates()),
)

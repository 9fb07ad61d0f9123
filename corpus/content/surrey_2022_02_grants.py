"""Surrey, February 2022: decisions on the Community Safety Fund, one award to a row."""

from __future__ import annotations

from corpus.paper import Heading, Paper, Source, Table, Text
from corpus.truth import Award, DateTruth, TableTruth, Truth

HEAD = ("Decision", "Month", "Recipient", "Project", "Amount awarded")
FUND = "Community Safety Fund"
AWARDS = Table(
    (
        HEAD,
        ("044/2020", "October 2020", "Runnymede Borough Council", "Junior Citizen", "£2,500"),
        ("044/2020", "October 2020", "Surrey Police", "Kick Off @ 3", "£2,650"),
        ("048/2021", "November 2021", "Surrey Police", "Engagement vehicle and bikes for Spelthorne", "£20,000"),
        ("048/2021", "November 2021", "Surrey Police", "Engagement vehicle for Waverley", "£10,000"),
        ("048/2021", "November 2021", "Surrey Minority Ethnic Forum", "Active Communities", "£28,712"),
        ("048/2021", "November 2021", "Surrey Police", "Smart Moves", "£7,650"),
        ("048/2021", "November 2021", "Runnymede Neighbourhood Watch", "Social media project", "£4,000"),
        ("050/2021", "December 2021", "GASP", "Classroom and wellbeing suite", "£10,000"),
        ("050/2021", "December 2021", "Eikon", "Summer transition project", "£10,000"),
        ("005/2022", "February 2022", "Active Surrey", "Active Choices", "£47,452.35"),
        ("005/2022", "February 2022", "Elmbridge Borough Council", "Junior Citizen", "£2,275"),
    ),
    caption="Awards from the Community Safety Fund",
    widths=(1.2, 1.6, 2.6, 3.2, 1.5),
)
_AWARDS = (
    ("044/2020", "2020-10", "Runnymede Borough Council", "Junior Citizen", 2500),
    ("044/2020", "2020-10", "Surrey Police", "Kick Off @ 3", 2650),
    ("048/2021", "2021-11", "Surrey Police", "Engagement vehicle and bikes for Spelthorne", 20000),
    ("048/2021", "2021-11", "Surrey Police", "Engagement vehicle for Waverley", 10000),
    ("048/2021", "2021-11", "Surrey Minority Ethnic Forum", "Active Communities", 28712),
    ("048/2021", "2021-11", "Surrey Police", "Smart Moves", 7650),
    ("048/2021", "2021-11", "Runnymede Neighbourhood Watch", "Social media project", 4000),
    ("050/2021", "2021-12", "GASP", "Classroom and wellbeing suite", 10000),
    ("050/2021", "2021-12", "Eikon", "Summer transition project", 10000),
    ("005/2022", "2022-02", "Active Surrey", "Active Choices", 47452.35),
    ("005/2022", "2022-02", "Elmbridge Borough Council", "Junior Citizen", 2275),
)

PAPER = Paper(
    slug="surrey-2022-02-grants",
    format="pdf",
    force_name="Surrey Police",
    running="Surrey Police and Crime Panel - Community Safety Fund",
    style="bare",
    blocks=(
        Heading("Surrey Police and Crime Panel", 1),
        Heading("Commissioner's Decisions: Community Safety Fund", 1),
        Text("Report of the Office of the Police and Crime Commissioner for Surrey"),
        Heading("1. Summary"),
        Text(
            "This report lists decisions of the Police and Crime Commissioner on applications to the Community Safety Fund "
            "from October 2020 to February 2022.",
            "1.1",
        ),
        Heading("2. The fund"),
        Text(
            "For 2020/21 the Commissioner made available £533,333.50 to support local community, voluntary and faith "
            "organisations. The fund of the later decisions is £538,000.",
            "2.1",
        ),
        Text(
            "Applications for up to £5,000 are small grants. Those over £5,000 are standard grants or core services.",
            "2.2",
        ),
        Heading("3. Awards"),
        AWARDS,
        Heading("4. Recommendation"),
        Text("The Panel is asked to note the awards.", "4.1"),
    ),
    sources=tuple(
        Source(
            publisher="Office of the Police and Crime Commissioner for Surrey",
            title=title,
            published=published,
            address=address,
            figures=figures,
        )
        for title, published, address, figures in (
            (
                "Decision log 044/2020: Community Safety Fund applications, October 2020",
                "2020-10",
                "https://www.surrey-pcc.gov.uk/decisions/decision-log-044-2020-community-safety-fund-applications-october-2020/",
                "the fund of 2020/21, awards to Runnymede Borough Council and Surrey Police",
            ),
            (
                "Decision log 048/2021: Community Safety applications, November 2021",
                "2021-11",
                "https://www.surrey-pcc.gov.uk/decision-log-048-2021-community-safety-applications-november-2021/",
                "the fund of £538,000, five awards",
            ),
            (
                "Decision log 050/2021: Community Safety Fund applications, December 2021",
                "2021-12",
                "https://www.surrey-pcc.gov.uk/decisions/decision-log-050-2021-community-safety-fund-applications-december-2021/",
                "awards to GASP and Eikon",
            ),
            (
                "Decision log 005/2022: Community Safety Fund applications, February 2022",
                "2022-02",
                "https://surrey-pcc.gov.uk/decisions/decision-log-005-2022-community-safety-fund-applications-february-2022",
                "awards to Active Surrey and Elmbridge Borough Council",
            ),
        )
    ),
    truth=Truth(
        title="Commissioner's Decisions: Community Safety Fund",
        force="surrey",
        body="Surrey Police and Crime Panel",
        doc_type="report",
        area="Surrey",
        tables=(
            TableTruth(
                type="award",
                caption="Awards from the Community Safety Fund",
                header=[HEAD],
                body_rows=11,
                columns=5,
                first_body_row=("044/2020", "October 2020", "Runnymede Borough Council", "Junior Citizen", "£2,500"),
                last_body_row=("005/2022", "February 2022", "Elmbridge Borough Council", "Junior Citizen", "£2,275"),
            ),
        ),
        awards=(
            *(
                Award(
                    amount=amount,
                    purpose=purpose,
                    recipient=recipient,
                    fund=FUND,
                    date=date,
                    decision_ref=decision,
                    source="table",
                    table=1,
                )
                for decision, date, recipient, purpose, amount in _AWARDS
            ),
            Award(
                amount=533333.50,
                purpose="local community, voluntary and faith organisations",
                status="available",
                funder="Commissioner",
                fund=FUND,
                year="2020/21",
                quote="made available £533,333.50",
            ),
            Award(
                amount=538000,
                purpose="The fund of the later decisions",
                status="available",
                fund=FUND,
                quote="fund of the later decisions is £538,000",
            ),
        ),
        dates=(
            DateTruth(
                type="period",
                start="2020-10-01",
                end="2022-02-28",
                precision="month",
                label="period of the decisions",
                quote="from October 2020 to February 2022",
            ),
            DateTruth(
                type="period",
                start="2020-04-01",
                end="2021-03-31",
                precision="financial_year",
                label="fund",
                quote="For 2020/21",
                optional=True,
                accept={"type": ["other", "plan"]},
            ),
            *(
                DateTruth(
                    type="decision",
                    start=f"{month}-01",
                    end=f"{month}-{last}",
                    precision="month",
                    label=f"decision {number}",
                    quote=printed,
                    optional=True,
                    accept={"type": ["event", "other"]},
                )
                for month, last, number, printed, rows in (
                    ("2020-10", 31, "044/2020", "October 2020", 2),
                    ("2021-11", 30, "048/2021", "November 2021", 5),
                    ("2021-12", 31, "050/2021", "December 2021", 2),
                    ("2022-02", 28, "005/2022", "February 2022", 2),
                )
                for _ in range(rows)
            ),
        ),
    ),
)

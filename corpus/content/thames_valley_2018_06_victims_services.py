"""Thames Valley, 2017/18: who was paid for services for victims, told in a list of sentences."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Text
from corpus.truth import Award, Observation, Truth, financial_year, mentioned_periods

YEAR = financial_year(2017, "2017/18")
_RECEIVED = {"status": ["received"]}

PAPER = Paper(
    slug="thames-valley-2018-06-victims-services",
    format="md",
    force_name="Thames Valley Police",
    blocks=(
        Heading("Thames Valley Police and Crime Panel", 1),
        Heading("Services for Victims 2017/18", 1),
        Text("Report of the Police and Crime Commissioner for Thames Valley"),
        Heading("1. The grant"),
        Text(
            "The Commissioner received a grant of £2.765m from the Ministry of Justice in 2017/18 for services for victims of crime.",
            "1.1",
        ),
        Heading("2. Who was paid"),
        Text("The main payments were these:", "2.1"),
        Bullets(
            (
                "Victim Support received £787,970 to give advice to victims and witnesses.",
                "Thames Valley Partnership received £275,756 for restorative justice.",
                "Refuge received £313,387 to provide advisers in cases of sexual violence.",
                "SAFE received £412,192 for young victims of crime.",
                "£97,627 was awarded to Berkshire Women's Aid for victims with complex needs. Smart CJS received £92,056 for the same "
                "work in Buckinghamshire, and Reducing the Risk received £93,332 to run it in Oxfordshire.",
                "Rahab provided an advisory service on modern slavery in Berkshire at a cost of £77,550, whilst Elmore provided it in "
                "Oxfordshire at a cost of £24,000.",
            )
        ),
        Heading("3. Counsellors"),
        Text("A new network of counsellors helped 167 adults and young people.", "3.1"),
    ),
    sources=(
        Source(
            publisher="Office of the Police and Crime Commissioner for Thames Valley",
            title="Victims Commissioning Performance 2017/18",
            published="2018",
            address="https://www.thamesvalley-pcc.gov.uk/victims-first/victims-commissioning-performance/",
            figures="grant, nine payments, people who were counselled",
        ),
    ),
    truth=Truth(
        title="Services for Victims 2017/18",
        force="thames-valley",
        body="Thames Valley Police and Crime Panel",
        doc_type="report",
        area="Thames Valley",
        observations=(
            Observation(
                label="adults and young people helped by a new network of counsellors",
                value=167,
                period=YEAR,
                quote="helped 167 adults and young people",
                optional=True,
                accept={"period_start": [None], "period_end": [None]},
            ),
        ),
        awards=(
            Award(
                amount=2765000,
                recipient="Commissioner",
                purpose="services for victims of crime",
                status="received",
                funder="Ministry of Justice",
                year="2017/18",
                quote="received a grant of £2.765m from the Ministry of Justice",
            ),
            *(
                Award(amount=amount, recipient=who, purpose=what, quote=quote, accept=_RECEIVED)
                for amount, who, what, quote in (
                    (787970, "Victim Support", "advice to victims and witnesses", "Victim Support received £787,970"),
                    (
                        275756,
                        "Thames Valley Partnership",
                        "restorative justice",
                        "Thames Valley Partnership received £275,756",
                    ),
                    (313387, "Refuge", "advisers in cases of sexual violence", "Refuge received £313,387"),
                    (412192, "SAFE", "young victims of crime", "SAFE received £412,192"),
                    (
                        97627,
                        "Berkshire Women's Aid",
                        "victims with complex needs",
                        "£97,627 was awarded to Berkshire Women's Aid",
                    ),
                    (92056, "Smart CJS", "victims with complex needs", "Smart CJS received £92,056"),
                    (93332, "Reducing the Risk", "victims with complex needs", "Reducing the Risk received £93,332"),
                    (77550, "Rahab", "advisory service on modern slavery", "at a cost of £77,550"),
                    (24000, "Elmore", "advisory service on modern slavery", "at a cost of £24,000"),
                )
            ),
        ),
        dates=tuple(
            mentioned_periods(
                ("2017-04-01", "2018-03-31", "financial_year", "grant", "in 2017/18 for services"),
                ("2017-04-01", "2018-03-31", "financial_year", "services", "Services for Victims 2017/18"),
            )
        ),
    ),
)

"""Norfolk, year ending March 2018: crimes by type in a list of points and a table with signs and numbers in one column."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, Paper, Source, Table, Text
from corpus.truth import Column, Truth, dated, financial_year, grid, months, passing, said, shape

_CRIMES = {
    "Violence against the person": ("18,424", "+17%"),
    "Violence with injury": ("6,621", "+16%"),
    "Violence without injury": ("8,543", "+12%"),
    "Burglary": ("4,012", "+10%"),
    "Vehicle offences": ("2,733", "+15%"),
    "Sexual offences": ("2,174", "+26%"),
    "Drug offences": ("1,984", "+1%"),
    "Shoplifting": ("4,403", "-6%"),
    "Bicycle theft": ("1,423", "-2%"),
    "Theft from the person": ("552", "-4%"),
    "All recorded crime": ("56,235", "+12%"),
}
CRIMES = Table(
    (
        ("Crime type", "Year ending March 2018", "Change on year before"),
        *((name, *cells) for name, cells in _CRIMES.items()),
    ),
    caption="Recorded crime in Norfolk",
)
YEAR = financial_year(2017, "Year ending March 2018")
SEPTEMBER = months("2011-10", "2012-09", "the year ending September 2012")

PAPER = Paper(
    slug="norfolk-2018-09-crime",
    format="md",
    force_name="Norfolk Constabulary",
    blocks=(
        Heading("Norfolk Police and Crime Panel", 1),
        Heading("Recorded Crime in the Year Ending March 2018", 1),
        Text("Information bulletin. The figures were published by the Office for National Statistics on 19 July 2018."),
        Heading("Overall"),
        Text(
            "In the year ending March 2018 Norfolk Constabulary recorded 56,235 offences, 12% more than the year before. Nationally "
            "the number of offences went up by 11%. In Suffolk 53,116 offences were recorded, a rise of 15%."
        ),
        CRIMES,
        Heading("Five years earlier"),
        Text("The figures for the year ending September 2012 were:"),
        Bullets(
            (
                "46 crimes per 1,000 population in Norfolk, 59 in Suffolk and 63 in Cambridgeshire",
                "7,617 offences of criminal damage, 19% fewer than the year before",
                "189 robberies, 19% fewer",
                "2,766 vehicle crimes, 17% fewer",
            )
        ),
    ),
    sources=(
        Source(
            publisher="Eastern Daily Press",
            title="New figures show rise in recorded crime in Norfolk and Suffolk",
            published="2018-07-19",
            address="https://www.edp24.co.uk/news/crime/new-figures-show-rise-in-recorded-crime-in-norfolk-and-suffolk-1-5614461",
            figures="crimes of the year ending March 2018 and their changes, Suffolk, national change",
            note="Stalking and harassment is left out: its number is misprinted there.",
        ),
        Source(
            publisher="Eastern Daily Press",
            title="Crime figures show Norfolk is the joint safest county in England",
            published="2013-01",
            address="https://www.edp24.co.uk/news/crime/crime-figures-show-norfolk-is-the-joint-safest-county-in-549906",
            figures="year ending September 2012",
        ),
    ),
    truth=Truth(
        title="Recorded Crime in the Year Ending March 2018",
        force="norfolk",
        body="Norfolk Police and Crime Panel",
        doc_type="report",
        area="Norfolk",
        tables=(shape("measure", CRIMES),),
        observations=(
            *grid(
                1,
                (Column("actual", YEAR), Column("percent_change", YEAR, "percent")),
                {
                    name: (float(number.replace(",", "")), float(change.strip("%")))
                    for name, (number, change) in _CRIMES.items()
                },
                context="Recorded crime in Norfolk",
            ),
            said("offences", 56235, "recorded 56,235 offences", YEAR),
            said("offences", 12, "12% more than the year before", YEAR, "percent", "percent_change"),
            said("offences nationally", 11, "went up by 11%", YEAR, "percent", "percent_change", area="national"),
            said("offences", 53116, "In Suffolk 53,116 offences", YEAR, area="Suffolk"),
            said("offences", 15, "a rise of 15%", YEAR, "percent", "percent_change", area="Suffolk"),
            *(
                said("crimes per 1,000 population", rate, quote, SEPTEMBER, "rate", "rate", area=area)
                for rate, quote, area in (
                    (46, "46 crimes per 1,000 population in Norfolk", "Norfolk"),
                    (59, "59 in Suffolk", "Suffolk"),
                    (63, "63 in Cambridgeshire", "Cambridgeshire"),
                )
            ),
            *(
                fact
                for number, label, change, quote in (
                    (7617, "offences of criminal damage", -19, "criminal damage, 19% fewer"),
                    (189, "robberies", -19, "robberies, 19% fewer"),
                    (2766, "vehicle crimes", -17, "vehicle crimes, 17% fewer"),
                )
                for fact in (
                    said(label, number, f"{number:,} {label}", SEPTEMBER),
                    said(label, change, quote, SEPTEMBER, "percent", "percent_change"),
                )
            ),
        ),
        dates=(
            dated("publication", "2018-07-19", "on 19 July 2018"),
            *(
                passing(YEAR, quote, "year", accept={"start": [None, "2018-03-01"]})
                for quote in (
                    "Recorded Crime in the Year Ending March 2018",
                    "In the year ending March 2018",
                    "Year ending March 2018",
                )
            ),
            passing(SEPTEMBER, "the year ending September 2012", "year", accept={"start": [None, "2012-09-01"]}),
        ),
    ),
)

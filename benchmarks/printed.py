"""What the generated papers of ``styles.py`` say: tables with invented figures, and what stands between them.

Every wording is our own, every figure is drawn from a seeded ``random.Random``: one seed always gives one paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

Sort = Literal["head", "label", "figure", "text", "group", "total"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell. A line break in ``text`` is printed as one; ``indent`` counts steps to the right of a sub-row."""

    text: str
    sort: Sort = "figure"
    cols: int = 1
    rows: int = 1
    indent: int = 0


Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A table: its rows from the top, None where a cell of a row above or to the left spans; column sorts; footnotes."""

    kind: str
    header_rows: int
    rows: tuple[Row, ...]
    caption: str
    notes: tuple[str, ...] = ()

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.rows[0])

    @property
    def texts(self) -> list[list[str]]:
        """The truth: the text of each cell, empty where it is blank or spanned."""
        return [[c.text if c else "" for c in row] for row in self.rows]


CRIMES = (
    "All recorded crime", "Burglary of homes", "Burglary of businesses and community buildings", "Robbery", "Vehicle offences",
    "Theft from the person", "Shoplifting", "Criminal damage and arson", "Drug offences", "Possession of weapons",
    "Public order offences", "Violence with injury", "Violence without injury", "Stalking and harassment", "Rape",
    "Other sexual offences", "Hate crime", "Domestic abuse crime", "Domestic abuse incidents attended", "Knife crime",
    "Rural crime", "Fraud passed on to the force", "Anti-social behaviour incidents", "Bicycle theft",
)  # fmt: skip
SERVICES = (
    "999 calls answered within ten seconds", "101 calls abandoned", "Emergency attendances", "Victims satisfied with contact",
    "Victims satisfied with the whole experience", "People who feel safe after dark", "Confidence in local policing",
    "Files returned by the prosecutor", "Missing person reports", "Vulnerable people signposted to support", "Complaints closed",
    "Days lost to sickness for each officer", "Body-worn video shared with prosecutors within two days",
)  # fmt: skip
SPENDING = (
    "Police officers", "Police staff", "Community support officers", "Pensions", "Training", "Premises", "Energy", "Transport",
    "Fuel", "Supplies and services", "Information technology", "Forensic services", "Custody contract", "Insurance",
    "Commissioned services", "Victim services", "Capital financing", "Contribution to reserves", "Grants and other income",
)  # fmt: skip
PLACES = (
    "Ashcombe", "Brackenfield", "Calderport", "Dunmoor and the Vale", "Eastmarsh", "Fernley", "Greywater", "Harrow Down",
    "Inglebeck", "Kestrel Bay", "Lower Marden", "Northholt and Sedge", "Oakhanger", "Penwith Cross", "Quarrybank", "Redmire",
)  # fmt: skip
PROJECTS = (
    "Night-time marshals in the bus station", "Better locks for homes that were burgled twice", "Mentors for young people who left care",
    "Boxing and football on Friday evenings", "Lights and cameras for the canal path", "Advice on staying safe online for older people",
    "Counselling for children who saw violence at home", "Speed watch kits for parish councils", "Training for taxi drivers in spotting exploitation",
    "A drop-in for women who want to leave prostitution", "Property marking", "Bikes for the rural team", "Drug testing on arrest",
    "A van that visits estates with advice, hot drinks and a listening ear",
)  # fmt: skip
BODIES = (
    "Harbour Youth Trust", "Vale Victim Care", "Calderport Borough Council", "Redmire Community Safety Partnership", "The Lantern Project",
    "Fernley Rugby Club", "Eastmarsh and District Neighbourhood Watch", "Sedge Valley NHS Trust", "Greywater College", "Open Door",
    "Marden Street Pastors", "Inglebeck Parish Council",
)  # fmt: skip
SENTENCES = (
    "The Commissioner asked for a fuller account of how calls are graded before they are passed to local teams.",
    "Numbers rose in the summer months and fell back once the extra patrols in the three town centres had begun.",
    "Members may wish to ask which of the partners will carry the cost when the present grant comes to an end.",
    "Since the last report the force has filled most of its vacancies, although detectives remain hard to find.",
    "The figures are provisional and may change when the national statistics are published later in the year.",
    "A survey of 1,204 residents was carried out by telephone, and 71% said that they felt safe where they live.",
    "The underspend of £1.3m is due in the main to later recruitment and to lower prices for fuel than were planned.",
    "Partners have agreed to share what they know about repeat callers, so that help can be offered sooner.",
    "It is too early to say whether the fall will last, and the panel will be told more at its next meeting.",
    "Work with schools goes on in all sixteen districts, and most of them have now named a lead for safety.",
)
HEADINGS = (
    "Introduction",
    "Performance in the quarter",
    "Money",
    "Grants made",
    "What comes next",
    "Risks",
    "Background",
)
STEPS = (
    "Agree the terms with the council", "Recruit two workers", "Report to the board in the autumn", "Publish the results",
    "Share the plan with partners", "Test the new system", "Close the old contract", "Ask residents what they think",
)  # fmt: skip


def count(rng: Random, top: int = 60_000) -> str:
    """A count such as ``7,412``; small ones are more common."""
    return f"{int(top ** rng.uniform(0.25, 1.0)):,}"


def percent(rng: Random) -> str:
    """A share such as ``71.4%``."""
    return f"{rng.uniform(1, 99):.1f}%"


def signed(rng: Random) -> str:
    """A change such as ``+4.1%`` or ``-12.0%``."""
    return f"{rng.uniform(-40, 40):+.1f}%"


def money(rng: Random) -> str:
    """Thousands of pounds, less than nothing in brackets: ``1,204.5``, ``(85.1)``."""
    amount = rng.uniform(5, 9000)
    return f"({amount / 10:,.1f})" if rng.random() < 0.2 else f"{amount:,.1f}"


def _heads(*texts: str) -> Row:
    return tuple(Cell(t, "head") for t in texts)


def _line(label: str, figures: Sequence[str], *, indent: int = 0, sort: Sort = "figure") -> Row:
    first: Sort = "total" if sort == "total" else "label"
    return (Cell(label, first, indent=indent), *(Cell(f, sort) for f in figures))


def _group(title: str, columns: int, *, spanning: bool) -> Row:
    blank: list[Cell | None] = [None if spanning else Cell("")] * (columns - 1)
    return (Cell(title, "group", cols=columns if spanning else 1), *blank)


def measures(rng: Random) -> Printed:
    """Measures with two periods, the change and a rank; heads of several lines; some cells hold two values or a dash."""
    heads = _heads(
        "Measure",
        "12 months to June 2022",
        "12 months to June 2023",
        "Change on the year before",
        "Place among similar forces",
    )
    rows: list[Row] = [heads]
    for name in rng.sample(CRIMES, rng.randint(6, 12)):
        change = signed(rng) if rng.random() < 0.7 else f"{signed(rng)} ({count(rng, 900)})"
        rank = "-" if rng.random() < 0.2 else f"{rng.randint(1, 8)} of 8"
        mark = "*" if rng.random() < 0.1 else ""
        rows.append(_line(name + mark, (count(rng), count(rng), change, rank)))
    return Printed(
        "measures",
        1,
        tuple(rows),
        "Recorded crime against the year before",
        ("* Counted in another way from April 2023.",),
    )


def shares(rng: Random) -> Printed:
    """Percentages of a survey by place, with blank cells, dashes and a total."""
    names = rng.sample(
        ("Very safe", "Fairly safe", "A bit unsafe", "Very unsafe", "Do not know", "Base"), rng.randint(3, 6)
    )
    rows: list[Row] = [_heads("District", *names)]
    for place in rng.sample(PLACES, rng.randint(5, 12)):
        rows.append(_line(place, [rng.choice(("-", "")) if rng.random() < 0.12 else percent(rng) for _ in names]))
    rows.append(_line("All districts", [percent(rng) for _ in names], sort="total"))
    return Printed("shares", 1, tuple(rows), "How safe residents feel after dark", ("Base: residents who answered.",))


def budget(rng: Random) -> Printed:
    """Two years over budget, actual and variance; groups of lines with sub-rows, sub-totals and a total."""
    years = ("2021/22", "2022/23")
    inner = rng.choice(
        (("Budget", "Outturn", "Variance"), ("Budget", "Forecast"), ("Plan £000", "Actual £000", "Gap £000", "Gap %"))
    )
    top: list[Cell | None] = [Cell("Area of spending", "head", rows=2)]
    for year in years:
        top += [Cell(year, "head", cols=len(inner)), *([None] * (len(inner) - 1))]
    rows: list[Row] = [tuple(top), (None, *_heads(*(inner * 2)))]
    width = 2 * len(inner)
    lines = rng.sample(SPENDING, rng.randint(6, 11))
    split = rng.randint(2, len(lines) - 2)
    spanning = rng.random() < 0.5
    for title, part in (("Employees and premises", lines[:split]), ("Other costs", lines[split:])):
        rows.append(_group(title, width + 1, spanning=spanning))
        rows += [_line(name, [money(rng) for _ in range(width)], indent=1) for name in part]
        rows.append(_line("Sub-total", [money(rng) for _ in range(width)], sort="total"))
    rows.append(_line("Net budget requirement", [money(rng) for _ in range(width)], sort="total"))
    return Printed(
        "budget",
        2,
        tuple(rows),
        "Revenue budget and outturn (£000)",
        ("Figures in brackets are income or underspends.",),
    )


def quarters(rng: Random) -> Printed:
    """Quarters under years, both under two subjects: three levels of heads over narrow columns."""
    subjects, years, parts = ("Offences", "Charges"), ("2021", "2022"), ("H1", "H2")
    first: list[Cell | None] = [Cell("District", "head", rows=3)]
    second: list[Cell | None] = [None]
    third: list[Cell | None] = [None]
    for subject in subjects:
        first += [Cell(subject, "head", cols=4), None, None, None]
        for year in years:
            second += [Cell(year, "head", cols=2), None]
            third += [Cell(p, "head") for p in parts]
    rows: list[Row] = [tuple(first), tuple(second), tuple(third)]
    rows += [_line(p, [count(rng, 3000) for _ in range(8)]) for p in rng.sample(PLACES, rng.randint(6, 11))]
    rows.append(_line("Total", [count(rng, 30_000) for _ in range(8)], sort="total"))
    return Printed("quarters", 3, tuple(rows), "Offences and charges by half-year")


def year_quarters(rng: Random) -> Printed:
    """Years over four quarters each, narrow figures."""
    top: list[Cell | None] = [Cell("Offence", "head", rows=2)]
    for year in ("2020/21", "2021/22"):
        top += [Cell(year, "head", cols=4), None, None, None]
    rows: list[Row] = [tuple(top), (None, *_heads("Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4"))]
    rows += [_line(n, [count(rng, 900) for _ in range(8)]) for n in rng.sample(CRIMES, rng.randint(5, 11))]
    return Printed("year quarters", 2, tuple(rows), "Offences by quarter")


def months(rng: Random) -> Printed:
    """Years by month, the last year unfinished: many narrow columns."""
    names = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
    rows: list[Row] = [_heads("", *names)]
    for year in range(rng.randint(4, 6)):
        known = 12 if year < 3 else rng.randint(4, 12)
        figures = [str(rng.randint(80, 2400)) if i < known else "" for i in range(12)]
        rows.append(_line(f"20{17 + year}/{18 + year}", figures))
    return Printed("months", 1, tuple(rows), "Incidents by month")


def awards(rng: Random) -> Printed:
    """Grants with wrapped texts, an amount, dates and comments that are often blank."""
    rows: list[Row] = [_heads("Ref", "Project", "Paid to", "Amount", "From", "Remarks")]
    for n, project in enumerate(rng.sample(PROJECTS, rng.randint(6, 12)), start=1):
        remark = rng.choice(
            ("", "", "First of three payments", "Agreed by the Commissioner; subject to a yearly report", "New")
        )
        texts = (
            f"G{n:03}",
            project,
            rng.choice(BODIES),
            f"£{count(rng)}",
            f"{rng.randint(1, 28)} May {rng.randint(2019, 2023)}",
            remark,
        )
        rows.append(tuple(Cell(t, "figure" if i == 3 else "text") for i, t in enumerate(texts)))
    return Printed("awards", 1, tuple(rows), "Grants made in the quarter")


def recipients(rng: Random) -> Printed:
    """A short list of who was given how much, with a total: two or three columns."""
    wide = rng.random() < 0.5
    rows: list[Row] = [_heads("Organisation", *(("District",) if wide else ()), "Amount")]
    for name in rng.sample(BODIES, rng.randint(4, 9)):
        middle = (Cell(rng.choice(PLACES), "text"),) if wide else ()
        rows.append((Cell(name, "label"), *middle, Cell(f"£{count(rng)}.00")))
    rows.append((Cell("Total", "total"), *((Cell("", "text"),) if wide else ()), Cell(f"£{count(rng)}.00", "total")))
    return Printed("recipients", 1, tuple(rows), "Community fund")


def actions(rng: Random) -> Printed:
    """Text-heavy cells: steps as lists, an owner, a date and a rating."""
    rows: list[Row] = [_heads("No.", "Aim", "Steps", "Owner", "Due", "Status")]
    for n in range(1, rng.randint(4, 7)):
        steps = "\n".join(f"• {s}" for s in rng.sample(STEPS, rng.randint(1, 3)))
        owner = rng.choice(
            ("Head of Policy", "Chief Finance Officer", "Partnerships Manager", "Assistant Chief Constable (Crime)")
        )
        status = rng.choice(("Complete", "On track", "Late", "Not started"))
        texts = (str(n), rng.choice(PROJECTS), steps, owner, f"{rng.choice(('May', 'June', 'October'))} 2023", status)
        rows.append(tuple(Cell(t, "text") for t in texts))
    return Printed("actions", 1, tuple(rows), "Action plan")


def services(rng: Random) -> Printed:
    """Long labels that wrap in a wide first column over few figures; targets inside the cells."""
    rows: list[Row] = [_heads("Indicator", "Target", "Quarter 1", "Quarter 2", "Direction")]
    for name in rng.sample(SERVICES, rng.randint(6, 11)):
        label = f"{name}, as measured by the {rng.choice(('force', 'Office', 'national survey'))} ({rng.choice(('monthly', 'quarterly', 'higher is better'))})"
        rows.append(
            (
                Cell(label, "label"),
                Cell(f">{rng.randint(50, 95)}%"),
                Cell(percent(rng)),
                Cell(percent(rng)),
                Cell(rng.choice(("Up", "Down", "Same")), "text"),
            )
        )
    return Printed("services", 1, tuple(rows), "Contact and confidence")


def staff(rng: Random) -> Printed:
    """Groups with sub-rows to two depths, full-time equivalents and shares."""
    rows: list[Row] = [_heads("Function", "Posts", "Filled", "Share filled")]
    for group in ("Local policing", "Crime and intelligence", "Support")[: rng.randint(2, 3)]:
        rows.append(
            _line(group, (f"{rng.uniform(100, 900):,.2f}", f"{rng.uniform(90, 800):,.2f}", percent(rng)), sort="total")
        )
        for name in rng.sample(
            (
                "Neighbourhood teams",
                "Response",
                "Detectives",
                "Analysts",
                "Custody",
                "Call handling",
                "Training school",
            ),
            rng.randint(2, 4),
        ):
            rows.append(_line(name, (f"{rng.uniform(5, 99):.2f}", f"{rng.uniform(5, 99):.2f}", percent(rng)), indent=1))
    return Printed("staff", 1, tuple(rows), "Posts by function")


KINDS: dict[str, Callable[[Random], Printed]] = {
    made.__name__: made
    for made in (
        measures,
        shares,
        budget,
        quarters,
        year_quarters,
        months,
        awards,
        recipients,
        actions,
        services,
        staff,
    )
}
#: Those that fit into a column of half a page.
NARROW = ("recipients", "staff")


def longer(table: Printed, rng: Random, times: int) -> Printed:
    """The table with its body printed some times over, in new figures of the same kind: for tables over pages."""
    rows = list(table.rows)
    for _ in range(times):
        more = KINDS[table.kind.replace(" ", "_")](rng)
        rows += [row for row in more.rows[more.header_rows :] if len(row) == table.columns]
    return replace(table, rows=tuple(rows))


def sentences(rng: Random, number: int) -> str:
    """A paragraph of some sentences."""
    return " ".join(rng.sample(SENTENCES, number))

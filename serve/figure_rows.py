"""The columns of a figure in the rows of several pages, and its cells under them."""

from __future__ import annotations

from collections.abc import Iterable

from datasette.app import Datasette

from schema.comparing import Reason
from schema.figure import Figure
from schema.printed import Printed
from schema.side_by_side import PerThousand
from serve import access, addresses
from serve.sheets import Column
from serve.spreadsheets import Value

VALUE = (
    Column("value", "Printed", "the figure as a number, in the unit"),
    Column("printed", "As printed", "the figure as the paper prints it"),
    Column("unit", "Unit", "what the figure is counted in"),
)
PER_THOUSAND = (
    Column(
        "per_1000", "Per 1,000 residents", "worked out here from the estimate of the population; no paper prints it"
    ),
    Column("population", "Population", "the estimate by the Office for National Statistics that was divided by"),
    Column("population_year", "Year of it", "the year of that estimate"),
)
PERIOD = (
    Column("period_start", "From", "first day of the period"),
    Column("period_end", "To", "last day of the period"),
)
CONFIDENCE = Column("confidence", "Confidence", "how sure the reading is, 0 to 1")
PAPER = (
    Column("paper", "Paper", "where it is printed"),
    Column("meeting", "Meeting", "day of the meeting that the paper was for"),
)
SOURCE = Column("source", "Place", "the address of the place where it is printed")
TOLD = (
    CONFIDENCE,
    Column("said_beside_it", "To be said with it", "what has to be known to use the figure"),
    *PAPER,
    Column("page", "Page", "page of the paper, counted from 1"),
    SOURCE,
)


def value_cells(figure: Figure) -> tuple[Value, ...]:
    """The cells under ``VALUE``."""
    return figure.value, figure.value_text, figure.unit


def per_thousand_cells(per: PerThousand | None) -> tuple[Value, ...]:
    """The cells under ``PER_THOUSAND``, empty where no rate was worked out."""
    return (round(per.value, 3), per.population, per.year) if per else (None, None, None)


def period_cells(figure: Figure) -> tuple[Value, ...]:
    """The cells under ``PERIOD``."""
    return str(figure.start), str(figure.end)


def told_cells(
    datasette: Datasette, request: access.Request, printed: Printed, notes: Iterable[Reason]
) -> tuple[Value, ...]:
    """The cells under ``TOLD``; ``notes`` are what has to be said beside the figure."""
    return (
        printed.figure.confidence,
        " ".join(note.sentence for note in notes),
        printed.title,
        printed.meeting,
        printed.page,
        source_cell(datasette, request, "observation", printed.figure.id),
    )


def source_cell(datasette: Datasette, request: access.Request, kind: str, key: str) -> str:
    """The cell under ``SOURCE``; ``kind`` is ``observation`` or ``award``."""
    return access.absolute(datasette, request, addresses.source(datasette, kind, key))

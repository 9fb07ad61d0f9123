"""What a paper says: the facts of one document as plain frozen values, each with the place where it is printed.

The names of fields are those of the database (``schema.tables``), whose descriptions are in ``metadata.yml``. Days are
``datetime.date``, both ends inclusive. Amounts are in whole units (``£4.854M`` is 4854000).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Source = Literal["table", "prose"]
Severity = Literal["error", "warning", "info"]
CheckResult = Literal["ok", "rounding", "fail", "not_checkable"]


# Places and cells are the many values of a reading, and go between processes: named tuples do so in half the time.
class Place(NamedTuple):
    """Where a fact is printed. The ids of facts are made from it, never from what the fact says.

    ``page`` and ``line`` count from 1. ``start`` and ``end`` are character offsets in the text of that line, end exclusive.
    ``table`` is the key of the table (``Table.key``), ``row`` and ``col`` count from 0. ``part`` tells apart several facts
    of one cell or span ("Decrease (-16%, -25,769)" has parts 0 and 1).
    """

    page: int
    line: int | None = None
    start: int | None = None
    end: int | None = None
    table: str | None = None
    row: int | None = None
    col: int | None = None
    part: int = 0

    @property
    def key(self) -> str:
        """The place as a short text, unique within the document and the kind of fact.

        Examples: ``p3t1-r4-c2-0`` (a cell), ``l211-104-0`` (a text paper), ``p3l12-40-0`` (a PDF).
        """
        if self.table is not None:
            return f"{self.table}-r{self.row}-c{self.col}-{self.part}"
        return f"p{self.page}l{self.line}-{self.start or 0}-{self.part}"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as a paper gives it; ``label`` is as printed. A missing end stays None.

    ``type`` is one of ``day``, ``week``, ``month``, ``quarter``, ``half_year``, ``calendar_year``, ``financial_year``,
    ``rolling_12_months``, ``year_to_date``, ``point``, ``range``.
    """

    start: dt.date | None
    end: dt.date | None
    label: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's correction of one field of one fact, as ``extract.corrections`` reads it from a file; "" where nothing is said."""

    document: str
    kind: str
    place: str
    printed: str
    field: str
    meaning: str
    reason: str
    date: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a document before it is read (options of ``ingest``, a row of ``manifest.csv``). It wins over the text.

    ``corrections`` are those of this document.
    """

    force: str | None = None
    body: str | None = None
    doc_type: str | None = None
    title: str | None = None
    meeting_date: dt.date | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    source_url: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who, what and when a document is: one row of ``documents``. ``force`` is an id of ``forces`` or None, never a guess."""

    title: str | None = None
    force: str | None = None
    body: str | None = None
    doc_type: str | None = None
    meeting_date: dt.date | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One report inside a document; ``number`` counts from 1. A text paper fills the lines, a PDF the pages (inclusive)."""

    number: int
    item: str | None = None
    title: str | None = None
    author: str | None = None
    doc_type: str | None = None
    force: str | None = None
    meeting_date: dt.date | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    page_from: int = 1
    page_to: int = 1
    line_from: int | None = None
    line_to: int | None = None


class TableCell(NamedTuple):
    """A cell of ``source_cells``; coordinates in points from the top-left corner of its page, None for text papers."""

    row: int
    col: int
    text: str
    page: int
    row_span: int = 1
    col_span: int = 1
    is_header: bool = False
    line: int | None = None
    x0: float | None = None
    top: float | None = None
    x1: float | None = None
    bottom: float | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the paper, also where it runs over pages.

    ``key`` names it within the document by its place (``p3t1``: first table of page 3; ``l316``: begins on line 316).
    ``number`` counts tables from 1. ``body_rows`` and ``columns`` count what a reader sees.
    """

    key: str
    number: int
    paper: int
    caption: str | None
    kind: str
    header_rows: int
    body_rows: int
    columns: int
    page_from: int
    page_to: int
    method: str
    confidence: float
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One number of one measure. ``label`` and ``quote`` are as printed; ``measure`` is an id of the vocabulary or None.

    ``value_to`` is the upper end where the paper prints a range: ``20 to 30`` is 20 with ``value_to`` 30. ``value`` is None only for
    a figure that is missing (``Reading.missing``): ``value_text`` is what is printed in its place, ``obs_status`` why.
    ``measure_source`` is how the label led to the measure (``extract.names.measures``). ``corrected`` is, here and in the other
    facts, what a person corrected: what was read before, and why.
    """

    place: Place
    paper: int
    source: Source
    label: str
    quote: str
    value: float | None
    value_text: str
    unit: str | None
    statistic: str
    value_to: float | None = None
    context: str | None = None
    measure: str | None = None
    measure_score: float | None = None
    measure_source: str | None = None
    area: str | None = None
    force: str | None = None
    breakdown: str | None = None
    period: Period | None = None
    qualifier: str | None = None
    rag: str | None = None
    direction: str | None = None
    note: str | None = None
    obs_status: str = "A"
    confidence: float = 1.0
    corrected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """Money for a purpose: one row of ``funding_awards``. ``date`` is a day or a partial date as EDTF (``2015-06``).

    ``recipient_id`` and ``funder_id`` are the organisations that the names mean (``schema.organisations``), None where that is not
    certain. ``amount_text`` is the amount as printed. ``per`` is ``year``, ``quarter`` or ``month`` where the amount is paid again and again
    ("£260,000 p.a."), ``each`` where each of several gets it, ``years`` for how many years the money is ("over 3 years").
    """

    place: Place
    paper: int
    source: Source
    quote: str
    amount: float
    status: str
    amount_text: str = ""
    amount_to: float | None = None
    currency: str = "GBP"
    recipient: str | None = None
    recipient_id: str | None = None
    area: str | None = None
    purpose: str | None = None
    funder: str | None = None
    funder_id: str | None = None
    upstream_funder: str | None = None
    fund: str | None = None
    year: str | None = None
    date: str | None = None
    planned_start: dt.date | None = None
    planned_end: dt.date | None = None
    decision_ref: str | None = None
    mechanism: str | None = None
    qualifier: str | None = None
    per: str | None = None
    years: float | None = None
    confidence: float = 1.0
    corrected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A dated thing: one row of ``dates``. ``edtf`` is the date in EDTF level 1 (``2014-09``, ``2019-07/2020-06``)."""

    place: Place
    paper: int
    quote: str
    type: str
    start: dt.date | None
    end: dt.date | None
    precision: str
    label: str
    edtf: str | None = None
    confidence: float = 1.0
    corrected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test of the paper's own arithmetic. ``result``: ``ok``, ``rounding``, ``fail`` or ``not_checkable``.

    ``rounding`` holds as well: what differs is explained by the rounding of the printed figures. A failure has a ``severity``:
    ``wrong``, ``rounding`` (a figure was rounded the wrong way), ``unreconciled`` (two places that do not agree, and it
    cannot be told which is right) or ``suspicious``. ``places`` are those of the observations that take part, the one first at
    which the check stands. ``paper`` and ``quote`` are given where what is tested is no observation.
    """

    code: str
    result: CheckResult
    label: str
    places: tuple[Place, ...]
    printed: str | None = None
    computed: str | None = None
    why: str | None = None
    severity: str | None = None
    paper: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What was not read, and why. ``code`` is a word such as ``force_unknown``, ``figure_without_data``, ``no_text``."""

    code: str
    message: str
    severity: Severity = "warning"
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    r"""The text of one page for search and for showing the place of a quote.

    ``kind`` is ``text``, ``recognised`` (the text of a picture, recognised), ``scan`` (a picture that was not read) or ``blank``.

    Lines are parted by ``\n`` and line ``n`` of ``text`` (from 1) is the line that ``Place.line`` names.
    ``width`` and ``height`` are in points, None for text papers.
    """

    page: int
    text: str
    kind: str = "text"
    label: str | None = None
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything known about one document. ``status`` is ``ok``, ``partial`` or ``failed``.

    ``corrections`` is a fingerprint of the corrections that concern it, None where there are none.
    """

    media_type: str
    reader: str
    status: str
    identity: Identity
    papers: tuple[Paper, ...] = ()
    pages: tuple[PageText, ...] = ()
    tables: tuple[Table, ...] = ()
    observations: tuple[Observation, ...] = ()
    missing: tuple[Observation, ...] = ()
    awards: tuple[Award, ...] = ()
    dates: tuple[DateMention, ...] = ()
    checks: tuple[Check, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    corrections: str | None = None

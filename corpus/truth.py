"""What a person reads in a sample paper, and short ways to write it down.

The truth stands beside the content, written by meaning and not by running the program, so that a reviewer can hold it against
the paper line by line. Amounts are in whole units, percentages as printed, days are ISO dates with both ends inclusive.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from corpus.paper import Table

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with its printed label; both days are None where the paper gives none."""

    start: str | None
    end: str | None
    label: str | None = None


def day(iso: str, label: str | None = None) -> Period:
    """A single day."""
    return Period(iso, iso, label)


def months(first: str, last: str, label: str | None = None) -> Period:
    """Whole months: ``months("2018-07", "2019-06")`` is 1 July 2018 to 30 June 2019."""
    year, month = map(int, last.split("-"))
    return Period(f"{first}-01", f"{last}-{calendar.monthrange(year, month)[1]:02d}", label)


def month(which: str, label: str | None = None) -> Period:
    """One whole month."""
    return months(which, which, label)


def financial_year(first: int, label: str | None = None) -> Period:
    """``financial_year(2014)`` is 1 April 2014 to 31 March 2015."""
    return months(f"{first}-04", f"{first + 1}-03", label or f"{first}/{(first + 1) % 100:02d}")


NO_PERIOD = Period(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTruth:
    """One table of the paper; ``parts`` counts the pieces of a table cut by a page, ``optional`` marks a mere layout table."""

    type: str
    caption: str | None
    header: Sequence[Sequence[str]]
    body_rows: int
    columns: int
    first_body_row: Sequence[str]
    last_body_row: Sequence[str]
    parts: int = 1
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One number of one measure. ``accept`` holds other readings of a field that are as good."""

    label: str
    value: float
    unit: str = "count"
    statistic: str = "actual"
    period: Period = NO_PERIOD
    area: str | None = None
    context: str | None = None
    source: Literal["table", "prose"] = "prose"
    table: int | None = None
    quote: str | None = None
    qualifier: str | None = None
    direction: str | None = None
    rag: str | None = None
    optional: bool = False
    accept: Mapping[str, Sequence[Any]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """Money for a purpose."""

    amount: float
    purpose: str | None = None
    recipient: str | None = None
    area: str | None = None
    status: str = "awarded"
    funder: str | None = None
    upstream_funder: str | None = None
    fund: str | None = None
    year: str | None = None
    date: str | None = None
    decision_ref: str | None = None
    source: Literal["table", "prose"] = "prose"
    table: int | None = None
    quote: str | None = None
    optional: bool = False
    accept: Mapping[str, Sequence[Any]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTruth:
    """A date that the paper states; ``repeat`` marks a second mention, ``optional`` one that a reader may leave out."""

    type: str
    start: str
    label: str
    end: str | None = None
    precision: str = "day"
    quote: str | None = None
    optional: bool = False
    repeat: bool = False
    accept: Mapping[str, Sequence[Any]] | None = None


def mentioned_periods(*mentions: tuple[str, str, str, str, str]) -> Iterator[DateTruth]:
    """Periods that figures of the prose belong to, as (start, end, precision, label, quote); a reader may leave them out.

    A mere end ("to the end of May 2020") may be read as one.
    """
    for start, end, precision, label, quote in mentions:
        accept = {"start": [None]} if quote.lower().startswith(("to ", "12 months")) else None
        yield DateTruth(
            type="period",
            start=start,
            end=end,
            precision=precision,
            label=label,
            quote=quote,
            optional=True,
            accept=accept,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One report inside an agenda pack."""

    item: str
    title: str
    doc_type: str
    meeting_date: str | None = None
    period: Period = NO_PERIOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything a person reads in one paper."""

    title: str
    force: str
    body: str
    doc_type: str
    area: str
    meeting_date: str | None = None
    period: Period = NO_PERIOD
    papers: tuple[Part, ...] = ()
    tables: tuple[TableTruth, ...] = ()
    observations: tuple[Observation, ...] = ()
    awards: tuple[Award, ...] = ()
    dates: tuple[DateTruth, ...] = ()

    def as_facts(self) -> dict[str, Any]:
        """The truth as plain values, in the order of ``truth.json``."""
        period = {"period_start": self.period.start, "period_end": self.period.end}
        return {
            "document": {
                "title": self.title,
                "force": self.force,
                "body": self.body,
                "doc_type": self.doc_type,
                "meeting_date": self.meeting_date,
                **period,
            },
            "papers": [_flat(p) for p in self.papers],
            "tables": [{"n": n, **_flat(t)} for n, t in enumerate(self.tables, 1)],
            "observations": [_flat(o, area=o.area or self.area) for o in self.observations],
            "awards": [_flat(a) for a in self.awards],
            "dates": [_flat(d, end=d.end or d.start) for d in self.dates],
        }


def _flat(fact: Any, **changed: Any) -> Fact:
    """A fact without its empty fields; a period becomes its two days and its label."""
    out: Fact = {}
    for name, value in (asdict(fact) | changed).items():
        if name == "period":
            out |= {"period_start": value["start"], "period_end": value["end"]}
            if value["label"]:
                out["period_label"] = value["label"]
        elif value is not None and value is not False and not (name == "parts" and value == 1):
            out[name] = value
    return out


@dataclass(frozen=True, slots=True)
class Column:
    """What the numbers of one column are: statistic and period, and a unit where it is not that of the row."""

    statistic: str
    period: Period = NO_PERIOD
    unit: str | None = None
    area: str | None = None
    accept: Mapping[str, Sequence[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number whose meaning differs from that of its column."""

    value: float
    statistic: str | None = None
    unit: str | None = None
    period: Period | None = None
    direction: str | None = None
    qualifier: str | None = None


Value = float | Figure | None


def grid(
    table: int,
    columns: Sequence[Column],
    rows: Mapping[str, Sequence[Value]],
    *,
    unit: str = "count",
    context: str | None = None,
    area_rows: bool = False,
    label: str | None = None,
    optional: bool = False,
) -> Iterator[Observation]:
    """The observations of a table, row by row; None is an empty cell.

    Where one cell prints two numbers ("Decrease (-16%, -25,769)") there is a column for each. With ``area_rows`` the name of
    the row is the area and ``label`` names the measure.
    """
    for name, values in rows.items():
        for column, value in zip(columns, values, strict=True):
            if value is None:
                continue
            figure = value if isinstance(value, Figure) else Figure(value)
            yield Observation(
                label=label if area_rows and label else name,
                value=figure.value,
                unit=figure.unit or column.unit or unit,
                statistic=figure.statistic or column.statistic,
                period=figure.period or column.period,
                area=name if area_rows else column.area,
                context=context,
                source="table",
                table=table,
                direction=figure.direction,
                qualifier=figure.qualifier,
                optional=optional,
                accept=column.accept,
            )


def said(
    label: str,
    value: float,
    quote: str,
    period: Period = NO_PERIOD,
    unit: str = "count",
    statistic: str = "actual",
    **more: Any,
) -> Observation:
    """A number of a sentence, with the words that print it."""
    return Observation(label=label, value=value, quote=quote, period=period, unit=unit, statistic=statistic, **more)


def dated(kind: str, start: str, quote: str, end: str | None = None, precision: str = "day", **more: Any) -> DateTruth:
    """A dated thing of a sentence; it is labelled with the words that print it unless ``label`` is among ``more``."""
    return DateTruth(type=kind, start=start, end=end, precision=precision, quote=quote, **({"label": quote} | more))


def passing(period: Period, quote: str, precision: str = "month", **more: Any) -> DateTruth:
    """A time that figures belong to, which a reader may leave out of the dates."""
    accept = {"type": ["plan", "other", "event"]} | more.pop("accept", {})
    return dated("period", str(period.start), quote, period.end, precision, optional=True, accept=accept, **more)


def shape(kind: str, table: Table, *, parts: int = 1, optional: bool = False) -> TableTruth:
    """What a person sees of a table that is printed as it is written down: its heads and its ends."""
    lines = [tuple(" ".join(cell.split()) for cell in row) for row in table.rows]
    head, body = lines[: table.header_rows], lines[table.header_rows :]
    return TableTruth(
        type=kind,
        caption=table.caption,
        header=head,
        body_rows=len(body),
        columns=len(lines[0]),
        first_body_row=body[0],
        last_body_row=body[-1],
        parts=parts,
        optional=optional,
    )


def month_matrix(
    table: int, label: str, years: Mapping[int, Sequence[float]], *, context: str, unit: str = "count"
) -> Iterator[Observation]:
    """The observations of a table with a row for each financial year and a column for each month from April."""
    for first, values in years.items():
        for offset, value in enumerate(values):
            at = dt.date(first + (3 + offset) // 12, (3 + offset) % 12 + 1, 1)
            yield Observation(
                label=label,
                value=value,
                unit=unit,
                period=month(f"{at:%Y-%m}", f"{at:%b} {first}/{(first + 1) % 100:02d}"),
                context=context,
                source="table",
                table=table,
            )

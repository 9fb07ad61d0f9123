"""A ``Reading`` as rows of the database: ids from place, days as ISO text, checks counted for the figures they hold for.

Fields of a reading have the names of their columns, so most of a row is the fact's fields as they are. Two facts of one kind at
the same place are both kept; the later one's id gets ``-2``, ``-3`` and so on, in the order of the reading.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from schema.errors import NotSaved
from schema.figure import figure_of
from schema.reading import Check, Observation, Period, Place, Problem, Reading, Table
from schema.shape import ColumnType
from schema.step import Row
from schema.tables import FACTS, REGISTER

Key = TypeVar("Key")
Value = TypeVar("Value")

#: The checks that awards take part in.
_OF_MONEY = frozenset({"C8", "C9"})
_COLUMNS = {table.name: table.columns for table in (*REGISTER, *FACTS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What is known of a file without reading it. ``path`` is as given to ``ingest``, ``source_url`` where it was published.

    ``at`` is where it is from the root (``schema.places.place_of``); without it that is its path. ``stated`` is what options said of it,
    as JSON with the names of columns of ``documents``; ``manifests`` what manifests say of it there, as a JSON list of such, the manifest
    of its own folder first, then that of the folder above, and so on. ``moved_from`` are the places where its document was and is no more.
    """

    path: str
    file_name: str
    sha256: str
    bytes: int
    source_url: str | None = None
    at: str | None = None
    stated: str | None = None
    manifests: str | None = None
    moved_from: tuple[str, ...] = ()

    @property
    def document_id(self) -> str:
        """The id of the document: made from its content, so that a copy elsewhere is the same document."""
        return self.sha256[:16]

    @property
    def given(self) -> str:
        """The path as given, in one spelling: ``./papers//a.pdf`` is ``papers/a.pdf``."""
        return PurePath(self.path).as_posix()

    @property
    def place(self) -> str:
        """Where the file is, by which it is known again."""
        return self.at or self.given


def financial_year(period: Period | None) -> str | None:
    """The financial year, April to March, in which the middle of a period lies; of its one end where the other is open.

    Examples: the day 31 March 2015 is in ``2014/15``; 12 months to 30 June 2020 in ``2019/20``, in which nine of them lie; 12
    months to September 2020, half in each, in ``2020/21``.
    """
    if period is None or (day := _middle(period)) is None:
        return None
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def _middle(period: Period) -> dt.date | None:
    if period.start is None or period.end is None:
        return period.end or period.start
    return period.start + (period.end - period.start + dt.timedelta(days=1)) / 2


def rows_of(reading: Reading, file: FileFacts, *, version: str, ingested_at: dt.datetime) -> dict[str, list[Row]]:
    """The rows of one document for ``documents`` and each table of ``schema.tables.FACTS``, with all their columns.

    Raises:
        NotSaved: a fact names a paper or a table that the reading does not have.
    """
    made = _Rows(reading, file)
    checks = made.checks()
    rows = {
        "documents": [document_row(reading, file, version=version, ingested_at=ingested_at)],
        "papers": made.papers(),
        "pages": [_row("pages", page, document_id=file.document_id) for page in reading.pages],
        "source_tables": made.tables(),
        "source_cells": made.cells(),
        "observations": made.observations(),
        "missing_figures": made.missing(),
        "funding_awards": made.awards(),
        "dates": made.dates(),
        "checks": checks,
        "discrepancies": [_discrepancy(check) for check in checks if check["result"] == "fail"],
    }
    # Last, because making the other rows may have added some.
    rows["problems"] = problem_rows(file, made.problems)
    return rows


def document_row(reading: Reading, file: FileFacts, *, version: str, ingested_at: dt.datetime) -> Row:
    """The row of ``documents``."""
    return _row(
        "documents",
        reading.identity,
        id=file.document_id,
        path=file.given,
        file_name=file.file_name,
        sha256=file.sha256,
        bytes=file.bytes,
        media_type=reading.media_type,
        page_count=len(reading.pages) or None,
        source_url=reading.identity.source_url or file.source_url,
        status=reading.status,
        reader=reading.reader,
        version=version,
        corrections=reading.corrections,
        stated=file.stated,
        ingested_at=ingested_at.isoformat(timespec="seconds"),
        superseded_by=None,
    )


def problem_rows(file: FileFacts, problems: list[Problem]) -> list[Row]:
    """The rows of ``problems``: what was not read of a document, and why."""
    ids = _Ids(file.document_id)
    return [
        _row("problems", problem, id=ids.new(f"{problem.code}-{_on(problem)}"), document_id=file.document_id)
        for problem in problems
    ]


class _Ids:
    """Ids that begin with the document's and are given once."""

    def __init__(self, document_id: str):
        self._document_id = document_id
        self._given: Counter[str] = Counter()

    def new(self, key: str) -> str:
        self._given[key] += 1
        times = self._given[key]
        return f"{self._document_id}-{key}" if times == 1 else self.new(f"{key}-{times}")


class _Rows:
    """The rows of one reading; the ids of its papers, tables and observations are given first, as others refer to them."""

    def __init__(self, reading: Reading, file: FileFacts):
        self._reading = reading
        self._file = file
        self.problems = list(reading.problems)
        numbers, keys, places = (_Ids(file.document_id) for _ in range(3))
        self._paper_ids = [numbers.new(str(paper.number)) for paper in reading.papers]
        self._table_ids = [keys.new(table.key) for table in reading.tables]
        self._observation_ids = [places.new(one.place.key) for one in reading.observations]
        # Where two have one number, key or place, the first is meant.
        self._paper_of = _first((p.number, id) for p, id in zip(reading.papers, self._paper_ids, strict=True))
        self._table_of = _first((t.key, id) for t, id in zip(reading.tables, self._table_ids, strict=True))
        self._forces = _first((p.number, p.force or reading.identity.force) for p in reading.papers)
        observed = zip(reading.observations, self._observation_ids, strict=True)
        self._at = _first((one.place.key, (id, one)) for one, id in observed)

    def papers(self) -> list[Row]:
        return [
            _row("papers", paper, id=id, document_id=self._file.document_id)
            for paper, id in zip(self._reading.papers, self._paper_ids, strict=True)
        ]

    def tables(self) -> list[Row]:
        return [
            _row("source_tables", table, id=id, **self._of(table.paper))
            for table, id in zip(self._reading.tables, self._table_ids, strict=True)
        ]

    def cells(self) -> list[Row]:
        found = zip(self._reading.tables, self._table_ids, strict=True)
        return [row for table, id in found for row in self._cells_of(table, id)]

    def _cells_of(self, table: Table, id: str) -> list[Row]:
        rows: dict[tuple[int, int], Row] = {}
        for cell in table.cells:
            if (cell.row, cell.col) not in rows:
                rows[cell.row, cell.col] = _row("source_cells", cell, source_table_id=id)
                continue
            where = f"Table {table.number} has two cells in row {cell.row + 1}, column {cell.col + 1}"
            message = f"{where}; the second was left out: {cell.text!r}"
            self.problems.append(Problem(code="cell_printed_twice", page=cell.page, line=cell.line, message=message))
        return list(rows.values())

    def observations(self) -> list[Row]:
        held: Counter[str] = Counter()
        broken: Counter[str] = Counter()
        for check in self._reading.checks:
            if check.result != "not_checkable" and check.severity != "suspicious":
                (broken if _contradicts(check) else held).update(self._taking_part(check))
        return [
            self._observation(one, id, verified=held[id], disputed=broken[id])
            for one, id in zip(self._reading.observations, self._observation_ids, strict=True)
        ]

    def _observation(self, one: Observation, id: str, **counted: int) -> Row:
        row = self._figure("observations", one, id, **counted, claim_key=None, comparable_key=None)
        # The keys are made of the row, as those who compare see it.
        figure = figure_of(row, self._forces[one.paper])
        return row | {"claim_key": figure.claim_key, "comparable_key": figure.comparable_key}

    def missing(self) -> list[Row]:
        ids = _Ids(self._file.document_id)
        return [self._figure("missing_figures", one, ids.new(one.place.key)) for one in self._reading.missing]

    def _figure(self, table: str, one: Observation, id: str, **given: object) -> Row:
        period = one.period
        return _row(
            table,
            one,
            id=id,
            period_start=period and period.start,
            period_end=period and period.end,
            period_label=period and period.label,
            period_type=period and period.type,
            financial_year=financial_year(period),
            **given,
            **self._of(one.paper),
            **self._place(one.place),
        )

    def awards(self) -> list[Row]:
        ids = _Ids(self._file.document_id)
        held: Counter[Place] = Counter()
        broken: Counter[Place] = Counter()
        for check in self._reading.checks:
            if check.code in _OF_MONEY and check.result != "not_checkable":
                (broken if _contradicts(check) else held).update(set(check.places))
        return [
            _row(
                "funding_awards",
                one,
                id=ids.new(one.place.key),
                verified=held[one.place],
                disputed=broken[one.place],
                **self._of(one.paper),
                **self._place(one.place),
            )
            for one in self._reading.awards
        ]

    def dates(self) -> list[Row]:
        ids = _Ids(self._file.document_id)
        return [
            _row(
                "dates",
                one,
                id=ids.new(one.place.key),
                date_edtf=one.edtf,
                **self._of(one.paper),
                **self._place(one.place),
            )
            for one in self._reading.dates
        ]

    def checks(self) -> list[Row]:
        ids = _Ids(self._file.document_id)
        return [self._check(ids, check) for check in self._reading.checks]

    def _check(self, ids: _Ids, check: Check) -> Row:
        # A check stands where the first figure that takes part in it is printed.
        place = check.places[0] if check.places else None
        one = self._at[place.key][1] if place and place.key in self._at else None
        paper = one.paper if one else check.paper
        return _row(
            "checks",
            check,
            id=ids.new(f"{check.code}-{place.key}" if place else check.code),
            check_code=check.code,
            observation_ids=json.dumps(self._taking_part(check)),
            quote=check.quote or (one and one.quote),
            **(self._of(paper) if paper is not None else {"document_id": self._file.document_id, "paper_id": None}),
            **self._place(place),
        )

    def _taking_part(self, check: Check) -> list[str]:
        keys = dict.fromkeys(place.key for place in check.places)
        return [self._at[key][0] for key in keys if key in self._at]

    def _of(self, paper: int) -> dict[str, str]:
        if paper not in self._paper_of:
            raise NotSaved(self._file.path, f"a fact names paper {paper}, which was not found in the file")
        return {"document_id": self._file.document_id, "paper_id": self._paper_of[paper]}

    def _place(self, place: Place | None) -> dict[str, object]:
        names = ("page", "line", "row", "col", "part")
        key = place.table if place else None
        if key is not None and key not in self._table_of:
            raise NotSaved(self._file.path, f"a fact names table {key}, which was not found in the file")
        return {
            **{name: place and getattr(place, name) for name in names},
            "char_start": place and place.start,
            "char_end": place and place.end,
            "source_table_id": self._table_of[key] if key is not None else None,
        }


def _first(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, Value]:
    found: dict[Key, Value] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def _contradicts(check: Check) -> bool:
    """True where the paper's figures do not fit each other; what is only suspicious says nothing for or against them."""
    return check.result == "fail" and check.severity != "suspicious"


def _discrepancy(check: Row) -> Row:
    row = {name: check[name] for name in _COLUMNS["discrepancies"]}
    return row | {"severity": check["severity"] or "wrong"}


def _on(problem: Problem) -> str:
    return f"p{problem.page or 0}" + (f"l{problem.line}" if problem.line is not None else "")


def _row(table: str, fact: object, **given: object) -> Row:
    """The row of a table: what is ``given``, and the fields of the fact that have the name of a column."""
    return {
        name: _plain(given[name] if name in given else getattr(fact, name), kind)
        for name, kind in _COLUMNS[table].items()
    }


def _plain(value: object, kind: ColumnType) -> object:
    if value is None or (type(value) is kind and kind is not str):
        return value
    if type(value) is str and value.isascii():
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float):
        return kind(value)
    text = str(value)
    # Broken fonts give half of a surrogate pair, which SQLite cannot hold.
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

"""A ``Reading`` as rows of the database: ids from place, days as ISO text, checks counted for the figures they hold for.

Two facts of one kind at the same place are both kept; the later one's id gets ``-2``, ``-3`` and so on, in the order of the
reading.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath

from schema.errors import NotSaved
from schema.reading import Award, Check, DateMention, Observation, Paper, Place, Problem, Reading, Table
from schema.step import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What is known of a file without reading it. ``path`` is as given to ``ingest``, ``source_url`` where it was published."""

    path: str
    file_name: str
    sha256: str
    bytes: int
    source_url: str | None = None

    @property
    def document_id(self) -> str:
        """The id of the document: made from its content, so that a copy elsewhere is the same document."""
        return self.sha256[:16]

    @property
    def place(self) -> str:
        """The path in one spelling: ``./papers//a.pdf`` and ``papers/a.pdf`` are one place."""
        return PurePath(self.path).as_posix()


def financial_year(day: dt.date | None) -> str | None:
    """The financial year, April to March, in which a day lies.

    Examples: 31 March 2015 is in ``2014/15``, 1 April 1999 in ``1999/00``.
    """
    if day is None:
        return None
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def rows_of(reading: Reading, file: FileFacts, *, version: str, ingested_at: dt.datetime) -> dict[str, list[Row]]:
    """The rows of one document for each table of ``documents`` and ``schema.tables.FACTS``, columns complete.

    Raises:
        NotSaved: a fact names a paper or a table that the reading does not have.
    """
    return _Rows(reading, file).all(version, ingested_at)


def failure_rows(file: FileFacts, problems: tuple[Problem, ...]) -> list[Row]:
    """The rows of ``problems`` for a document of which nothing else is known."""
    ids = _Ids(file.document_id)
    return [_problem(ids, file.document_id, problem) for problem in problems]


def document_row(reading: Reading, file: FileFacts, *, version: str, ingested_at: dt.datetime) -> Row:
    """The row of ``documents``."""
    who = reading.identity
    return {
        "id": file.document_id,
        "path": file.place,
        "file_name": file.file_name,
        "sha256": file.sha256,
        "media_type": reading.media_type,
        "bytes": file.bytes,
        "page_count": len(reading.pages) or None,
        "title": _text(who.title),
        "force": who.force,
        "body": _text(who.body),
        "doc_type": who.doc_type,
        "meeting_date": _day(who.meeting_date),
        "period_start": _day(who.period_start),
        "period_end": _day(who.period_end),
        "source_url": who.source_url or file.source_url,
        "status": reading.status,
        "reader": reading.reader,
        "version": version,
        "ingested_at": ingested_at.isoformat(timespec="seconds"),
        "superseded_by": None,
    }


class _Ids:
    """Ids that begin with the document's and are used once."""

    def __init__(self, document_id: str):
        self._document_id = document_id
        self._used: Counter[str] = Counter()

    def new(self, key: str) -> str:
        self._used[key] += 1
        times = self._used[key]
        return f"{self._document_id}-{key}" if times == 1 else self.new(f"{key}-{times}")


class _Rows:
    """The rows of one reading; the ids of papers, tables and observations are needed by one another."""

    def __init__(self, reading: Reading, file: FileFacts):
        self._reading = reading
        self._file = file
        self._document_id = file.document_id
        self._problems = list(reading.problems)
        papers, tables, seen = _Ids(self._document_id), _Ids(self._document_id), _Ids(self._document_id)
        self._paper_rows = [(papers.new(str(paper.number)), paper) for paper in reading.papers]
        self._table_rows = [(tables.new(table.key), table) for table in reading.tables]
        self._observation_rows = [(seen.new(one.place.key), one) for one in reading.observations]
        # Where two share a number or a key, the first is meant.
        self._papers = {paper.number: id for id, paper in reversed(self._paper_rows)}
        self._tables = {table.key: id for id, table in reversed(self._table_rows)}
        self._observations = {one.place.key: (id, one) for id, one in reversed(self._observation_rows)}

    def all(self, version: str, ingested_at: dt.datetime) -> dict[str, list[Row]]:
        checks = self._checks()
        rows: dict[str, list[Row]] = {
            "documents": [document_row(self._reading, self._file, version=version, ingested_at=ingested_at)],
            "papers": [self._paper(id, paper) for id, paper in self._paper_rows],
            "pages": self._pages(),
            "source_tables": [self._table(id, table) for id, table in self._table_rows],
            "source_cells": [cell for id, table in self._table_rows for cell in self._cells(id, table)],
            "observations": self._observed(),
            "funding_awards": self._awards(),
            "dates": self._dates(),
            "checks": checks,
            "discrepancies": self._discrepancies(checks),
        }
        # Last, because making the other rows may have added some.
        rows["problems"] = failure_rows(self._file, tuple(self._problems))
        return rows

    def _paper(self, id: str, paper: Paper) -> Row:
        return {
            "id": id,
            "document_id": self._document_id,
            "number": paper.number,
            "item": _text(paper.item),
            "title": _text(paper.title),
            "author": _text(paper.author),
            "doc_type": paper.doc_type,
            "force": paper.force,
            "meeting_date": _day(paper.meeting_date),
            "period_start": _day(paper.period_start),
            "period_end": _day(paper.period_end),
            "page_from": paper.page_from,
            "page_to": paper.page_to,
            "line_from": paper.line_from,
            "line_to": paper.line_to,
        }

    def _pages(self) -> list[Row]:
        return [
            {
                "document_id": self._document_id,
                "page": page.page,
                "text": _text(page.text),
                "kind": page.kind,
                "label": _text(page.label),
                "width": page.width,
                "height": page.height,
            }
            for page in self._reading.pages
        ]

    def _table(self, id: str, table: Table) -> Row:
        return {
            "id": id,
            "document_id": self._document_id,
            "paper_id": self._paper_id(table.paper),
            "number": table.number,
            "caption": _text(table.caption),
            "kind": table.kind,
            "header_rows": table.header_rows,
            "body_rows": table.body_rows,
            "columns": table.columns,
            "page_from": table.page_from,
            "page_to": table.page_to,
            "method": table.method,
            "confidence": table.confidence,
        }

    def _cells(self, id: str, table: Table) -> list[Row]:
        cells: dict[tuple[int, int], Row] = {}
        for cell in table.cells:
            if (cell.row, cell.col) in cells:
                self._problems.append(
                    Problem(
                        code="cell_printed_twice",
                        page=cell.page,
                        line=cell.line,
                        message=f"Table {table.number} has two cells in row {cell.row + 1}, column {cell.col + 1}; "
                        f"this one was left out: {cell.text!r}",
                    )
                )
                continue
            cells[cell.row, cell.col] = {
                "source_table_id": id,
                "row": cell.row,
                "col": cell.col,
                "row_span": cell.row_span,
                "col_span": cell.col_span,
                "is_header": int(cell.is_header),
                "text": _text(cell.text),
                "page": cell.page,
                "line": cell.line,
                "x0": cell.x0,
                "top": cell.top,
                "x1": cell.x1,
                "bottom": cell.bottom,
                "mark": cell.mark,
            }
        return list(cells.values())

    def _observed(self) -> list[Row]:
        held: Counter[str] = Counter()
        for check in self._reading.checks:
            if check.result == "ok":
                held.update(self._observation_ids(check))
        return [self._observation(id, one, held[id]) for id, one in self._observation_rows]

    def _observation(self, id: str, one: Observation, verified: int) -> Row:
        period = one.period
        return {
            "id": id,
            "document_id": self._document_id,
            "paper_id": self._paper_id(one.paper),
            "source": one.source,
            "label": _text(one.label),
            "context": _text(one.context),
            "measure": one.measure,
            "measure_score": one.measure_score,
            "area": _text(one.area),
            "force": one.force,
            "breakdown": _text(one.breakdown),
            "period_start": _day(period.start) if period else None,
            "period_end": _day(period.end) if period else None,
            "period_label": _text(period.label) if period else None,
            "period_type": period.type if period else None,
            "financial_year": financial_year(period.end) if period else None,
            "statistic": one.statistic,
            "value": None if one.value is None else float(one.value),
            "value_text": _text(one.value_text),
            "unit": one.unit,
            "qualifier": _text(one.qualifier),
            "rag": _text(one.rag),
            "direction": _text(one.direction),
            "note": _text(one.note),
            "obs_status": one.obs_status,
            "confidence": one.confidence,
            "verified": verified,
            **self._place(one.place, one.quote),
        }

    def _awards(self) -> list[Row]:
        ids = _Ids(self._document_id)
        return [self._award(ids.new(award.place.key), award) for award in self._reading.awards]

    def _award(self, id: str, award: Award) -> Row:
        return {
            "id": id,
            "document_id": self._document_id,
            "paper_id": self._paper_id(award.paper),
            "source": award.source,
            "recipient": _text(award.recipient),
            "area": _text(award.area),
            "purpose": _text(award.purpose),
            "amount": float(award.amount),
            "amount_to": None if award.amount_to is None else float(award.amount_to),
            "currency": award.currency,
            "status": award.status,
            "funder": _text(award.funder),
            "upstream_funder": _text(award.upstream_funder),
            "fund": _text(award.fund),
            "year": award.year,
            "date": award.date,
            "planned_start": _day(award.planned_start),
            "planned_end": _day(award.planned_end),
            "decision_ref": _text(award.decision_ref),
            "mechanism": _text(award.mechanism),
            "qualifier": _text(award.qualifier),
            "confidence": award.confidence,
            **self._place(award.place, award.quote),
        }

    def _dates(self) -> list[Row]:
        ids = _Ids(self._document_id)
        return [self._date(ids.new(date.place.key), date) for date in self._reading.dates]

    def _date(self, id: str, date: DateMention) -> Row:
        return {
            "id": id,
            "document_id": self._document_id,
            "paper_id": self._paper_id(date.paper),
            "type": date.type,
            "start": _day(date.start),
            "end": _day(date.end),
            "precision": date.precision,
            "label": _text(date.label),
            "date_edtf": date.edtf,
            "confidence": date.confidence,
            **self._place(date.place, date.quote),
        }

    def _checks(self) -> list[Row]:
        ids = _Ids(self._document_id)
        return [self._check(ids, check) for check in self._reading.checks]

    def _check(self, ids: _Ids, check: Check) -> Row:
        # A check is where the first figure that takes part in it is.
        place = check.places[0] if check.places else None
        one = self._observations[place.key][1] if place and place.key in self._observations else None
        return {
            "id": ids.new(f"{check.code}-{place.key}" if place else check.code),
            "document_id": self._document_id,
            "paper_id": self._paper_id(one.paper) if one else None,
            "check_code": check.code,
            "result": check.result,
            "label": _text(check.label),
            "printed": _text(check.printed),
            "computed": _text(check.computed),
            "why": _text(check.why),
            "severity": check.severity,
            "observation_ids": json.dumps(self._observation_ids(check)),
            **self._place(place, one.quote if one else None),
        }

    def _discrepancies(self, checks: list[Row]) -> list[Row]:
        severity = {"fail": "wrong", "rounding": "rounding"}
        return [
            {
                **{name: value for name, value in row.items() if name != "result"},
                "severity": row["severity"] or severity[str(row["result"])],
            }
            for row in checks
            if row["result"] in severity
        ]

    def _observation_ids(self, check: Check) -> list[str]:
        keys = dict.fromkeys(place.key for place in check.places)
        return [self._observations[key][0] for key in keys if key in self._observations]

    def _place(self, place: Place | None, quote: str | None) -> Row:
        return {
            "page": place.page if place else None,
            "line": place.line if place else None,
            "quote": _text(quote),
            "source_table_id": self._table_id(place.table) if place and place.table is not None else None,
            "row": place.row if place else None,
            "col": place.col if place else None,
            "part": place.part if place else None,
            "char_start": place.start if place else None,
            "char_end": place.end if place else None,
        }

    def _paper_id(self, number: int) -> str:
        if number not in self._papers:
            raise NotSaved(self._file.path, f"a fact names paper {number}, which was not found in the file")
        return self._papers[number]

    def _table_id(self, key: str) -> str:
        if key not in self._tables:
            raise NotSaved(self._file.path, f"a fact names table {key}, which was not found in the file")
        return self._tables[key]


def _problem(ids: _Ids, document_id: str, problem: Problem) -> Row:
    where = f"p{problem.page or 0}" + (f"l{problem.line}" if problem.line is not None else "")
    return {
        "id": ids.new(f"{problem.code}-{where}"),
        "document_id": document_id,
        "page": problem.page,
        "line": problem.line,
        "code": problem.code,
        "severity": problem.severity,
        "message": _text(problem.message),
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _text(text: str | None) -> str | None:
    """Text that SQLite can hold: half of a surrogate pair, as broken fonts give it, becomes the replacement character."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

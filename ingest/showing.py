"""``panelpapers show``: what was found in a paper or on one page of it, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from ingest.terminal import Row
from schema.errors import NothingToRead

#: The facts of a page and the columns that tell a person what each says; all have a place and a quote.
_FACTS: dict[str, tuple[str, ...]] = {
    "observations": (
        *("label", "measure", "value", "unit", "statistic", "area", "period_label", "period_start", "period_end"),
        *("rag", "direction", "confidence"),
    ),
    "funding_awards": ("recipient", "area", "purpose", "amount", "status", "funder", "fund", "year", "confidence"),
    "dates": ("type", "start", "end", "precision", "label", "confidence"),
}
_PLACE = ("line", "source_table_id", "row", "col", "quote")


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table with its cells as text, row by row, each at its column."""

    about: Row
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page: its text, its tables and the facts found on it, by kind."""

    page: int
    kind: str
    text: str
    tables: tuple[TableShown, ...]
    facts: Mapping[str, Sequence[Row]]
    problems: Sequence[Row]


def overview(db: Database, document: Row) -> dict[str, object]:
    """A document in short: who and when, the papers inside, the tables, and how much was found on each page."""
    document_id = document["id"]
    of_document = "where document_id = ?"
    kinds = ", ".join(
        f"(select count(*) from {kind} f where f.document_id = p.document_id and f.page = p.page) as {kind}"
        for kind in _FACTS
    )
    return {
        "document": dict(document),
        "papers": list(
            db.query(
                f"select number, item, title, meeting_date, page_from, page_to, line_from, line_to from papers {of_document} order by number",
                [document_id],
            )
        ),
        "tables": list(
            db.query(
                f"select number, caption, kind, page_from, page_to, header_rows, body_rows, columns from source_tables {of_document} order by number",
                [document_id],
            )
        ),
        "pages": list(db.query(f"select page, kind, {kinds} from pages p {of_document} order by page", [document_id])),
        "problems": list(
            db.query(
                f"select page, line, severity, code, message from problems {of_document} order by page, line",
                [document_id],
            )
        ),
    }


def page_shown(db: Database, document: Row, page: int) -> PageShown:
    """What was found on a page.

    Raises:
        NothingToRead: The document has no such page.
    """
    values = [document["id"], page]
    found = list(db.query("select kind, text from pages where document_id = ? and page = ?", values))
    if not found:
        pages = document["page_count"] or 0
        raise NothingToRead(
            f"{document['file_name']}: there is no page {page}; the paper has {pages} {'page' if pages == 1 else 'pages'}"
        )
    tables = db.query(
        "select * from source_tables where document_id = ? and ? between page_from and page_to order by number", values
    )
    where = "where document_id = ? and page = ? order by line, row, col, part"
    facts = {
        kind: list(db.query(f"select {', '.join(_quoted((*columns, *_PLACE)))} from {kind} {where}", values))
        for kind, columns in _FACTS.items()
    }
    problems = list(
        db.query(
            "select line, severity, code, message from problems where document_id = ? and page = ? order by line",
            values,
        )
    )
    shown = tuple(TableShown(table, tuple(_rows(db, str(table["id"])))) for table in list(tables))
    return PageShown(page, str(found[0]["kind"]), str(found[0]["text"]), shown, facts, problems)


def _rows(db: Database, table_id: str) -> Iterator[tuple[str, ...]]:
    cells = list(
        db.query(
            "select row, col, col_span, text from source_cells where source_table_id = ? order by row, col", [table_id]
        )
    )
    width = max((cell["col"] + cell["col_span"] for cell in cells), default=0)
    by_row: dict[int, list[str]] = {}
    for cell in cells:
        by_row.setdefault(cell["row"], [""] * width)[cell["col"]] = " ".join(str(cell["text"]).split())
    yield from (tuple(by_row[row]) for row in sorted(by_row))


def _quoted(names: Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in names]

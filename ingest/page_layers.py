"""Everything that is known of one printed page, layer by layer: what the PDF has on it, and what the database says of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from extract.pages.flow import laid_pages
from extract.pages.furniture import without_furniture
from ingest.pdf.reading import MEDIA_TYPE, is_scan, pages_of, read_pdf, recognised
from ingest.traces import Row, Trace, traces
from schema import archives
from schema.document import Box, Grid, Line, Page
from schema.errors import NothingToRead, Unreadable
from schema.places import path_at

_FACTS = ("observations", "funding_awards", "dates")
_LATEST_PATHS = "select path from document_paths where document_id = ? order by seen_to is not null, seen_to desc, path"


@dataclass(frozen=True, slots=True)
class TablePart:
    """What of a table stands on the page: its row of ``source_tables`` and its rows of ``source_cells`` here."""

    about: Row
    cells: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """A printed page: ``page`` with its words and furniture, and the ``grids``, are read from the PDF anew; the rest is from the database.

    A grid is a table as this page alone has it: with a header that is repeated, and with the end of a row that began on the page before.
    """

    name: str
    page: Page
    grids: tuple[Box, ...]
    tables: tuple[TablePart, ...]
    traces: tuple[Trace, ...]
    problems: tuple[str, ...]


def original(db: Database, document: Row) -> bytes:
    """The bytes of the file that a document was read from, where it is still as it was.

    Raises:
        NothingToRead: The document is no PDF, or its file is not there any more or has another content now.
    """
    name = document["file_name"]
    if document["media_type"] != MEDIA_TYPE:
        raise NothingToRead(f"{name}: there is no page to draw, as it is no PDF; without --png its text is shown")
    paths = [str(row["path"]) for row in db.query(_LATEST_PATHS, [document["id"]])]
    changed = None
    for path in dict.fromkeys([*paths, str(document["path"])]):
        try:
            data = archives.content(path_at(path))
        except (OSError, Unreadable):
            continue
        if hashlib.sha256(data).hexdigest() == document["sha256"]:
            return data
        changed = path
    if changed:
        raise NothingToRead(f"{changed}: the file has changed since it was ingested; ingest it again")
    raise NothingToRead(f"{document['path']}: the file is not there any more; ingest it from where it is now")


def page_layers(db: Database, document: Row, data: bytes, page: int) -> Layers:
    """What is on a page and what became of it. ``data`` are the bytes of the PDF (``original``).

    The whole PDF is read again, because only its other pages tell what is a running header.

    Raises:
        NothingToRead: The document has no such page.
        Unreadable: The PDF cannot be read any more, or not this page of it.
    """
    name = str(document["file_name"])
    values = [document["id"], page]
    if not 1 <= page <= (document["page_count"] or 0):
        raise NothingToRead(f"{name}: there is no page {page}; the paper has {document['page_count'] or 0}")
    pages = list(read_pdf(data, name, ocr="off").pages)
    index = next((i for i, p in enumerate(pages) if p.number == page), None)
    if index is None:
        raise Unreadable(name, page, "the page could not be read", "open the PDF in a viewer and save it anew")
    if any(db.query("select 1 from pages where document_id = ? and page = ? and kind = 'recognised'", values)):
        pages[index] = _recognised(data, name, page) or pages[index]
    laid = laid_pages(pages)[index]
    lines = [item for item in laid.flow if isinstance(item, Line)]
    tables = _tables(db, values)
    facts: dict[str, Sequence[Row]] = {
        kind: list(
            db.query(
                f"select * from {kind} where document_id = ? and page = ? order by line, row, col, char_start, part",
                values,
            )
        )
        for kind in _FACTS
    }
    found = db.query("select message from problems where document_id = ? and page = ? order by line, id", values)
    problems = tuple(str(row["message"]) for row in found)
    words = without_furniture(pages[index], laid.furniture).words
    cells = [cell for table in tables for cell in table.cells]
    return Layers(
        name=name,
        grids=tuple(item.box for item in laid.flow if isinstance(item, Grid) and item.box),
        page=replace(pages[index], furniture=laid.furniture),
        tables=tables,
        traces=tuple(traces(words, lines, cells, facts)),
        problems=problems,
    )


def _recognised(data: bytes, name: str, page: int) -> Page | None:
    """The page with the words that are recognised in its picture; of no other page, as that takes seconds for each."""
    found = pages_of(data, name, range(page, page + 1), engine="pdfium")
    scan = next((one for one in found if isinstance(one, Page)), None)
    if scan is None or not is_scan(scan):
        return scan
    return next((one for one in recognised(scan, data, "auto") if isinstance(one, Page)), None)


def _tables(db: Database, values: Sequence[object]) -> tuple[TablePart, ...]:
    found = db.query(
        "select * from source_tables where document_id = ? and ? between page_from and page_to order by number", values
    )
    return tuple(
        TablePart(
            table,
            tuple(
                db.query(
                    "select * from source_cells where source_table_id = ? and page = ? and x0 is not null order by row, col",
                    [table["id"], values[1]],
                )
            ),
        )
        for table in list(found)
    )

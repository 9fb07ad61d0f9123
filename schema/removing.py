"""Taking papers out of the database: it is then as if they had never been ingested.

Everything that was read of them goes, the search and what joins papers follows. A path that a removed paper had taken over goes back
to the version that had it before, which is current again.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sqlite_utils import Database

from schema.database import writing
from schema.runs import refresh_derived

_COUNTED = ("papers", "pages", "source_tables", "observations", "funding_awards", "dates")


@dataclass(frozen=True, slots=True)
class Removed:
    """A document that was removed: how many rows it had by table, and the paths of earlier versions that are current again."""

    id: str
    path: str
    title: str | None
    rows: dict[str, int]
    current_again: tuple[str, ...]


def what_is_removed(db: Database, document_id: str) -> Removed:
    """What the removal of a document would take away, without doing it."""
    path, title = db.execute("select path, title from documents where id = ?", (document_id,)).fetchone()
    rows = {
        table: db.execute(f"select count(*) from {table} where document_id = ?", (document_id,)).fetchone()[0]
        for table in _COUNTED
    }
    return Removed(document_id, path, title, rows, ())


def remove_documents(db: Database, document_ids: Sequence[str]) -> list[Removed]:
    """Remove documents with all that was read of them, together or not at all; what went, in their order.

    The id of a document that was superseded removes that version alone; what had been superseded by it is superseded by the next.

    Raises:
        DatabaseUnusable: the database cannot be written; nothing was removed.
    """
    removed = []
    with writing(db):
        for document_id in document_ids:
            one = what_is_removed(db, document_id)
            removed.append((one, _remove(db, document_id)))
        # Of several that are removed one may have been current for a moment.
        there = dict(db.execute("select id, path from documents").fetchall())
    refresh_derived(db)
    return [
        Removed(one.id, one.path, one.title, one.rows, tuple(there[id] for id in again if id in there))
        for one, again in removed
    ]


def _remove(db: Database, document_id: str) -> list[str]:
    """Remove one document; the ids of those that are current again."""
    had = db.execute(
        "select path from document_paths where document_id = ? and seen_to is null", (document_id,)
    ).fetchall()
    (successor,) = db.execute("select superseded_by from documents where id = ?", (document_id,)).fetchone()
    superseded = {row[0] for row in db.execute("select id from documents where superseded_by is not null")}
    before = db.execute("select id from documents where superseded_by = ?", (document_id,)).fetchall()
    db.execute("delete from documents where id = ?", (document_id,))
    replaced = {row[0] for row in before}
    back = dict.fromkeys(id for (path,) in had if (id := _give_back(db, path, replaced)))
    for (id,) in before:
        if id not in back:
            db.execute("update documents set superseded_by = ? where id = ?", (successor or _holder(db, id), id))
    return [id for id in back if id in superseded]


def _give_back(db: Database, path: str, replaced: Set[str]) -> str | None:
    """Let the document that had a path last have it again, if no other has it now; its id.

    ``replaced`` are the ids of those that the removed one had superseded: of several until the same second it was one of these.
    """
    had = db.execute(
        "select document_id, seen_to, coalesce(given, path) from document_paths where path = ?", (path,)
    ).fetchall()
    if not had or any(seen_to is None for _, seen_to, _ in had):
        return None
    last = max(had, key=lambda row: (row[1], row[0] in replaced))
    id, given = str(last[0]), str(last[2])
    db.execute("update document_paths set seen_to = null where path = ? and document_id = ?", (path, id))
    db.execute("update documents set superseded_by = null where id = ?", (id,))
    db.execute(
        "update documents set path = ?, file_name = ? where id = ? and path not in"
        " (select coalesce(given, path) from document_paths where document_id = ? and seen_to is null)",
        (given, given.rsplit("/", 1)[-1], id, id),
    )
    return id


def _holder(db: Database, document_id: str) -> str | None:
    """The document that has the path now at which another was seen last."""
    found = db.execute(
        "select now.document_id from document_paths mine join document_paths now on now.path = mine.path"
        " where mine.document_id = ? and now.document_id <> mine.document_id and now.seen_to is null"
        " order by mine.seen_to desc limit 1",
        (document_id,),
    ).fetchone()
    return str(found[0]) if found else None

"""Saving what was read: one document, one transaction, and nothing written twice.

A document is its content: the same bytes under two paths are one document with two rows of ``document_paths``; where it was and is no
more once it is found elsewhere, that row is closed. A revised file
takes over the path of the version before it. That version keeps all its rows and can be found (``documents.superseded_by``,
view ``earlier_versions``), but the readable views and ``coverage`` leave it out, so that no figure counts twice. A file that
cannot be read takes nothing over: what was read before stays current, and the failure stands in ``problems``.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from schema.claims import held_between
from schema.database import database_path, explained, writing
from schema.errors import NotSaved
from schema.reading import Identity, Problem, Reading
from schema.rows import FileFacts, document_row, problem_rows, rows_of
from schema.runs import RunCounts, finish_run, refresh_coverage, start_run
from schema.shape import Table
from schema.step import Rows, bring_in_step
from schema.tables import FACTS, REGISTER

__all__ = [
    "FileFacts",
    "KnownDocument",
    "RunCounts",
    "finish_run",
    "given_up",
    "known_documents",
    "refresh_coverage",
    "save_failure",
    "save_path",
    "save_reading",
    "start_run",
    "why_failed",
]

#: The codes of the problems that the bounds of time and memory make, and what ends a process.
_LOST = ("page_killed", "page_too_large", "page_too_slow", "pages_given_up", "paper_too_slow")

_TABLES = {table.name: table for table in (*REGISTER, *FACTS)}


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document that the database has. ``paths`` are the places it was last seen at, none for a superseded one.

    ``called`` is its path as it was given, ``stated`` what options said of it, and ``manifests`` what manifests said of it, by the place
    where it lies, as far as they said anything (``schema.rows.FileFacts``).
    """

    id: str
    sha256: str
    version: str
    status: str
    paths: tuple[str, ...]
    called: str
    superseded_by: str | None
    stated: str | None
    manifests: Mapping[str, str]


def known_documents(db: Database) -> dict[str, KnownDocument]:
    """Every document of the database by the SHA-256 of its content, to tell which files are new or changed."""
    with explained(database_path(db)):
        paths: dict[str, list[str]] = {}
        manifests: dict[str, dict[str, str]] = {}
        for document_id, path, said in db.execute(
            "select document_id, path, manifests from document_paths where seen_to is null order by path"
        ):
            paths.setdefault(document_id, []).append(path)
            if said:
                manifests.setdefault(document_id, {})[path] = said
        found = db.execute("select id, sha256, version, status, path, superseded_by, stated from documents order by id")
        return {
            sha256: KnownDocument(
                id,
                sha256,
                version,
                status,
                tuple(paths.get(id, ())),
                called,
                superseded_by,
                stated,
                manifests.get(id, {}),
            )
            for id, sha256, version, status, called, superseded_by, stated in found
        }


def given_up(db: Database) -> set[str]:
    """The ids of the documents that failed, and of those of which pages were given up."""
    with explained(database_path(db)):
        lost = ", ".join("?" * len(_LOST))
        found = db.execute(
            "select id from documents where status = 'failed'"
            f" union select document_id from problems where code in ({lost})",
            _LOST,
        )
        return {row[0] for row in found}


def why_failed(db: Database, document_id: str) -> Problem:
    """What kept a document from being read when it was last tried."""
    with explained(database_path(db)):
        code, message, page = db.execute(
            "select code, message, page from problems where document_id = ? and severity = 'error' order by page is not null, id",
            (document_id,),
        ).fetchone()
    return Problem(code=code, message=message, severity="error", page=page)


def save_reading(db: Database, reading: Reading, file: FileFacts, *, version: str, ingested_at: dt.datetime) -> bool:
    """Save what was read of a file, in place of what its document had; True if anything in the database changed.

    ``ingested_at`` is kept as it was where nothing changed.

    Raises:
        NotSaved: the reading contradicts itself or uses a word the vocabularies do not have.
        DatabaseUnusable: the database cannot be written. Either way nothing of this document was changed.
    """
    rows = rows_of(reading, file, version=version, ingested_at=ingested_at)
    try:
        with writing(db):
            tables = (_TABLES["documents"], *FACTS)
            return _keep(db, tables, rows, file, ingested_at, takes_over=True)
    except sqlite3.IntegrityError as error:
        raise NotSaved(file.path, f"the reading does not fit the database ({error})") from error


def save_failure(
    db: Database,
    file: FileFacts,
    problems: Sequence[Problem],
    *,
    version: str,
    ingested_at: dt.datetime,
    media_type: str = "",
    reader: str = "",
) -> None:
    """Record that a file could not be read, and why. Rows of an earlier reading of the same content stay as they are.

    Raises:
        DatabaseUnusable: the database cannot be written.
    """
    failed = Reading(
        media_type=media_type, reader=reader, status="failed", identity=Identity(), problems=tuple(problems)
    )
    with writing(db):
        read_before = db.execute(
            "select 1 from documents where id = ? and status <> 'failed'", (file.document_id,)
        ).fetchone()
        if read_before:
            noted = {"problems": [*_rows_of_problems(db, file), *problem_rows(file, list(problems))]}
            bring_in_step(db, [_TABLES["problems"]], noted, document_id=file.document_id)
            return
        row = document_row(failed, file, version=version, ingested_at=ingested_at)
        rows: Rows = {"documents": [row], "problems": problem_rows(file, list(problems))}
        _keep(db, (_TABLES["documents"], _TABLES["problems"]), rows, file, ingested_at, takes_over=False)


def save_path(db: Database, file: FileFacts, *, seen_at: dt.datetime) -> bool:
    """Note that a known document lies at a path, and what is said of it, without reading it again; True if that was not known.

    Raises:
        DatabaseUnusable: the database cannot be written.
    """
    with writing(db):
        said = db.execute(
            "update documents set stated = ? where id = ? and stated is not ?",
            (file.stated, file.document_id, file.stated),
        )
        return _take_path(db, file, seen_at) or said.rowcount > 0


def _keep(
    db: Database,
    tables: Sequence[Table],
    rows: Rows,
    file: FileFacts,
    ingested_at: dt.datetime,
    *,
    takes_over: bool,
) -> bool:
    """Bring the rows of a document in step, and let it have its path; its day of ingestion moves only if anything changed."""
    (new,) = rows["documents"]
    # What other papers confirm of this one stays, as long as nobody held them against each other again.
    held = held_between(db, file.document_id)
    for row in rows.get("observations", ()):
        row["verified"] = int(str(row["verified"])) + held[str(row["id"])]
    kept = ("path", "file_name", "ingested_at", "superseded_by")
    before = db.execute(f"select {', '.join(kept)} from documents where id = ?", (file.document_id,)).fetchone()
    if before:
        new.update(zip(kept, before, strict=True))
    changed = bring_in_step(db, tables, rows, document_id=file.document_id)
    changed = (_take_path if takes_over else _see_at)(db, file, ingested_at) or changed
    if before and changed:
        now = ingested_at.isoformat(timespec="seconds")
        db.execute("update documents set ingested_at = ? where id = ?", (now, file.document_id))
    return changed


def _take_path(db: Database, file: FileFacts, seen_at: dt.datetime) -> bool:
    """Let the document have its path; the documents that had it before are superseded where they have no other."""
    now = _moment(db, file, seen_at)
    had_it = "select document_id from document_paths where path = ? and document_id <> ? and seen_to is null"
    others = [row[0] for row in db.execute(had_it, (file.place, file.document_id)).fetchall()]
    for other in others:
        db.execute("update document_paths set seen_to = ? where path = ? and document_id = ?", (now, file.place, other))
        left = db.execute(
            "select coalesce(given, path) from document_paths where document_id = ? and seen_to is null"
            " order by seen_from, path",
            (other,),
        ).fetchone()
        if left is None:
            db.execute("update documents set superseded_by = ? where id = ?", (file.document_id, other))
        else:
            _name_by(db, other, left[0])
    changed = _see_at(db, file, seen_at)
    superseded = db.execute(
        "update documents set superseded_by = null where id = ? and superseded_by is not null", (file.document_id,)
    )
    return bool(others) or changed or superseded.rowcount > 0


def _moment(db: Database, file: FileFacts, seen_at: dt.datetime) -> str:
    """When a file is seen at its path; never before what was seen there last, by a clock that was set back since."""
    last = db.execute("select max(coalesce(seen_to, seen_from)) from document_paths where path = ?", (file.place,))
    return max(seen_at.isoformat(timespec="seconds"), last.fetchone()[0] or "")


def _see_at(db: Database, file: FileFacts, seen_at: dt.datetime) -> bool:
    now = _moment(db, file, seen_at)
    db.conn.executemany(
        "update document_paths set seen_to = ? where path = ? and document_id = ? and seen_to is null",
        [(now, place, file.document_id) for place in file.moved_from],
    )
    seen = db.execute(
        "insert into document_paths (path, document_id, given, manifests, seen_from) values (?, ?, ?, ?, ?)"
        " on conflict (path, document_id) do update set seen_to = null, manifests = excluded.manifests"
        " where seen_to is not null or manifests is not excluded.manifests",
        (file.place, file.document_id, file.given, file.manifests, now),
    )
    current = db.execute(
        "select 1 from document_paths p join documents d on d.id = p.document_id and d.path = coalesce(p.given, p.path)"
        " where d.id = ? and p.seen_to is null",
        (file.document_id,),
    ).fetchone()
    if not current:
        _name_by(db, file.document_id, file.given)
    return seen.rowcount > 0


def _name_by(db: Database, document_id: str, path: str) -> None:
    name = path.rsplit("/", 1)[-1]
    db.execute(
        "update documents set path = ?, file_name = ? where id = ? and path <> ?", (path, name, document_id, path)
    )


def _rows_of_problems(db: Database, file: FileFacts) -> list[dict[str, object]]:
    return list(db.table("problems").rows_where("document_id = ?", [file.document_id]))

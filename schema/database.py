"""Opening the database: made where there is none, brought into shape, with the vocabularies of this version in it.

Whatever SQLite says when it cannot go on becomes one sentence (``DatabaseUnusable``). A file of another program is never
written to: ours carry ``APPLICATION_ID`` in their header, and the number of the migrations they have seen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from schema.errors import DatabaseUnusable
from schema.migrations import migrate, version_of_shape
from schema.step import bring_in_step
from schema.tables import VOCABULARY
from schema.vocabulary_rows import vocabulary_rows

APPLICATION_ID = 0x50616E50  # "PanP"
"""What ``PRAGMA application_id`` says of a database of this program."""

BUSY_SECONDS = 10.0
"""How long a write waits for another program that is writing."""

_AGAIN = "and run the command again; what was saved before is untouched"
#: How many statements a connection keeps ready: those that write have as many forms as there are numbers of rows, and each takes the
#: memory of hundreds of values.
_STATEMENTS = 32


def open_database(path: str | Path, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> Database:
    """The database at ``path``, ready to be written; made where there is none, unless ``create`` is false.

    Raises:
        DatabaseUnusable: no such file or folder, not a database, another program's, a later version's, read-only, locked,
            or the disk is full. Nothing of the file was changed then.
    """
    path = Path(path)
    if path.is_dir():
        raise DatabaseUnusable(str(path), "this is a folder", "name a file for the database")
    if not path.exists() and not create:
        raise DatabaseUnusable(str(path), "there is no such file", "make the database with `panelpapers ingest` first")
    if not path.parent.is_dir():
        raise DatabaseUnusable(str(path), f"there is no folder {path.parent}", "make the folder or name another")
    made = not path.exists()
    with explained(str(path)):
        db = Database(sqlite3.connect(path, timeout=busy_seconds, cached_statements=_STATEMENTS))
        try:
            _refuse_others(db, path)
            _try_to_write(db)
            db.execute("pragma foreign_keys = on")
            with writing(db):
                migrate(db)
                bring_in_step(db, VOCABULARY, vocabulary_rows())
                _sign(db)
            # After the first transaction: until then a file that is not ours must not change by a byte.
            db.execute("pragma journal_mode = wal")
            db.execute("pragma synchronous = normal")
        except BaseException:
            db.close()
            if made and path.exists() and path.stat().st_size == 0:
                path.unlink()
            raise
    return db


def read_database(path: str | Path) -> Database:
    """The database at ``path`` for reading only; also where the file or its folder cannot be written.

    Raises:
        DatabaseUnusable: no such file, not a database, another program's, or in a shape of an earlier or later version.
    """
    path = Path(path)
    if not path.is_file():
        raise DatabaseUnusable(str(path), "there is no such file", "make the database with `panelpapers ingest` first")
    with explained(str(path)):
        db = Database(_connect_to_read(path), recursive_triggers=False)
        try:
            _refuse_others(db, path)
            if next(db.execute("select count(*) from sqlite_master"))[0] == 0:
                raise DatabaseUnusable(
                    str(path),
                    "there is nothing in it; an ingest that was stopped as it began leaves it so",
                    "run that again",
                )
            if _pragma(db, "user_version") != version_of_shape():
                raise DatabaseUnusable(
                    str(path),
                    "the database has the shape of an earlier version of panelpapers",
                    "bring it up to date with `panelpapers ingest`",
                )
        except BaseException:
            db.close()
            raise
    return db


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One transaction that takes the right to write at once: all of it happens or nothing, also when the program is killed.

    Raises:
        DatabaseUnusable: the database is locked or read-only, or the disk is full.
    """
    with explained(database_path(db)):
        # A transaction that reads first and writes later can fail at once, without waiting, when another one wrote between.
        db.conn.execute("begin immediate")
        try:
            # References are checked at the commit, so that rows may come in any order.
            db.conn.execute("pragma defer_foreign_keys = on")
            yield
            db.conn.execute("commit")
        except BaseException:
            db.conn.rollback()
            raise


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Say in a sentence why SQLite could not use the database; other errors, faults of this program, pass unchanged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        # An extended code has the reason in its upper bytes.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _REASONS:
            raise
        raise DatabaseUnusable(path, *_REASONS[code]) from error


def database_path(db: Database) -> str:
    """The path of the file that ``db`` has open, ``:memory:`` where there is none."""
    return next((str(row[2]) for row in db.execute("pragma database_list") if row[1] == "main" and row[2]), ":memory:")


_REASONS = {
    sqlite3.SQLITE_NOTADB: ("this is not a SQLite database", "name another file with --db; this one is untouched"),
    sqlite3.SQLITE_CORRUPT: (
        "the database is damaged",
        "take the last copy of it, or ingest the papers into a new one",
    ),
    sqlite3.SQLITE_BUSY: ("another program is writing to the database", f"wait for it to finish {_AGAIN}"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to the database", f"wait for it to finish {_AGAIN}"),
    sqlite3.SQLITE_READONLY: ("the database cannot be written", f"allow writing to the file and its folder {_AGAIN}"),
    sqlite3.SQLITE_PERM: ("the database cannot be written", f"allow writing to the file and its folder {_AGAIN}"),
    sqlite3.SQLITE_CANTOPEN: (
        "the database cannot be opened",
        f"allow reading and writing the file and its folder {_AGAIN}",
    ),
    sqlite3.SQLITE_FULL: ("the disk is full", f"make room {_AGAIN}"),
    sqlite3.SQLITE_IOERR: ("the disk cannot be read or written", f"look at the disk {_AGAIN}"),
}


def _refuse_others(db: Database, path: Path) -> None:
    if _pragma(db, "application_id") != APPLICATION_ID:
        if next(db.execute("select count(*) from sqlite_master"))[0] == 0 and _pragma(db, "application_id") == 0:
            return
        raise DatabaseUnusable(
            str(path), "this is a database of another program", "name another file with --db; this one is untouched"
        )
    if _pragma(db, "user_version") > version_of_shape():
        raise DatabaseUnusable(
            str(path),
            "the database was made by a later version of panelpapers",
            "install that version or name another file",
        )


def _try_to_write(db: Database) -> None:
    # ``begin immediate`` alone passes on a file that may only be read; the trial is taken back and leaves no trace.
    db.conn.execute("begin immediate")
    try:
        db.conn.execute(f"pragma user_version = {_pragma(db, 'user_version')}")
    finally:
        db.conn.rollback()


def _sign(db: Database) -> None:
    for name, value in (("application_id", APPLICATION_ID), ("user_version", version_of_shape())):
        if _pragma(db, name) != value:
            db.execute(f"pragma {name} = {value}")


def _pragma(db: Database, name: str) -> int:
    return int(next(db.execute(f"pragma {name}"))[0])


def _connect_to_read(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}"
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True)
    try:
        connection.execute("select 1 from sqlite_master").close()
    except sqlite3.DatabaseError as error:
        connection.close()
        no_room = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not no_room or path.with_name(path.name + "-wal").exists():
            raise
        # In a folder that cannot be written SQLite cannot make the small files beside a WAL database; nobody else can
        # write there either, so the file may be read as it stands.
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection

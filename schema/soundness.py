"""Whether a database is whole and agrees with itself: SQLite's own checks, references, counts, places, the search, what is computed.

Reading is enough for all of it but for the words of the search: SQLite checks these by a statement that needs the right to write and
writes nothing.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from schema import archives
from schema.award_rows import same_awards_out_of_step
from schema.claims import claims_out_of_step
from schema.database import database_path, open_database, writing
from schema.errors import Unreadable
from schema.migrations import bring_into_shape, migrate
from schema.organisation_rows import organisations_out_of_step
from schema.places import path_at
from schema.runs import coverage_out_of_step, refresh_derived
from schema.sole_writer import sole_writer
from schema.tables import FACTS, TABLES
from schema.triggers import NOTES

Result = Literal["ok", "wrong", "not checked"]

_MOST_NAMED = 3
_BUSY_SECONDS = 5.0
_PIECE = 1 << 20

_AGAIN = "take the last copy of the database, or ingest the papers into a new one"
_READ_AGAIN = "read the papers again: `panelpapers ingest PAPERS --reprocess`"
_REPAIR = "`panelpapers check --repair` computes it again"

_SEARCHED = [table.name for table in TABLES if table.search]
_PLACED = ("observations", "missing_figures", "funding_awards", "dates")
_OF_PAPERS = tuple(table.name for table in FACTS if "paper_id" in table.columns)


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one check: ``found`` says what is wrong, or why it could not be checked, and ``do`` what to do then."""

    check: str
    result: Result
    found: str = ""
    do: str = ""


class _NotChecked(Exception):
    """Why something cannot be checked here and now."""


def soundness(db: Database, *, files: bool = False) -> Iterator[Finding]:
    """Check a database, one thing after the other; with ``files`` also whether each paper still lies where it was read, unchanged.

    All that is read is of one moment, whatever is written meanwhile.
    """
    db.conn.execute("begin")
    try:
        for check, wrong, do in (*_CHECKS, *((_FILES,) if files else ())):
            yield _finding(db, check, wrong, do)
    finally:
        db.conn.rollback()


def repair(path: Path, on_wait: Callable[[str], None] = lambda _: None) -> None:
    """Make anew what can be made from the rest: indexes, views and triggers that are missing, the search, what joins papers together.

    While another program fills the database it is waited for, and ``on_wait`` told.

    Raises:
        DatabaseUnusable: the database cannot be written.
    """
    with closing(open_database(path, create=False)) as db, sole_writer(path, on_wait):
        with writing(db):
            bring_into_shape(db)
            migrate(db)
            for table in _SEARCHED:
                db.execute(f'insert into "{table}_fts"("{table}_fts") values (\'rebuild\')')
            db.execute(f"delete from {NOTES}")
            db.execute(
                f"insert into {NOTES} select claim_key from observations where claim_key is not null"
                " union select claim_key from same_figures"
            )
        refresh_derived(db)


def _finding(db: Database, check: str, wrong: Callable[[Database], str], do: str) -> Finding:
    try:
        found = wrong(db)
    except _NotChecked as why:
        return Finding(check, "not checked", str(why))
    except sqlite3.DatabaseError as error:
        # What is damaged shows in any statement that comes upon it.
        return Finding(check, "wrong", f"it cannot be read: {error}", _AGAIN)
    return Finding(check, "wrong", found, do) if found else Finding(check, "ok")


def _file(db: Database) -> str:
    said = [row[0] for row in db.execute(f"pragma integrity_check({_MOST_NAMED})")]
    return "" if said == ["ok"] else "; ".join(" ".join(one.split()) for one in said)


def _shape(db: Database) -> str:
    """Tables, indexes, views and triggers that should be there and are not, or are not as this program makes them."""
    whole = Database(memory=True)
    bring_into_shape(whole)
    migrate(whole)
    wanted, there = (dict(one.execute("select name, sql from sqlite_master").fetchall()) for one in (whole, db))
    missing = sorted(wanted.keys() - there.keys())
    others = db.execute("select name from sqlite_master where type in ('view', 'trigger')").fetchall()
    changed = sorted(name for (name,) in others if name in wanted and there[name] != wanted[name])
    said = [f"{_named(missing)} missing"] if missing else []
    return "; ".join(said + ([f"{_named(changed)} changed"] if changed else []))


def _references(db: Database) -> str:
    found = Counter((row[0], row[2]) for row in db.execute("pragma foreign_key_check"))
    return "; ".join(
        f"{_rows(number)} of {table} lead{'s' if number == 1 else ''} to nothing in {to}"
        for (table, to), number in found.items()
    )


def _same_paper(db: Database) -> str:
    """Rows whose report or table is one of another document."""
    said = []
    for table in _OF_PAPERS:
        for column, to in (("paper_id", "papers"), ("source_table_id", "source_tables")):
            if column in _columns(table):
                number = _count(
                    db,
                    f"{table} f join {to} o on o.id = f.{column} where o.document_id <> f.document_id",
                )
                if number:
                    said.append(f"{_rows(number)} of {table} with one of {to} of another document")
    return "; ".join(said)


def _ids(db: Database) -> str:
    found = db.execute(
        "select id from documents where id <> substr(sha256, 1, 16) or length(sha256) <> 64 or sha256 glob '*[^0-9a-f]*'"
    ).fetchall()
    return f"{_named([row[0] for row in found])}: the id is not the beginning of the SHA-256" if found else ""


def _paths(db: Database) -> str:
    nowhere = db.execute(
        "select path from documents d where superseded_by is null and not exists"
        " (select 1 from document_paths p where p.document_id = d.id and coalesce(p.given, p.path) = d.path and p.seen_to is null)"
    ).fetchall()
    still = db.execute(
        "select d.path from documents d where superseded_by is not null and exists"
        " (select 1 from document_paths p where p.document_id = d.id and p.seen_to is null)"
    ).fetchall()
    said = [f"{_named([row[0] for row in nowhere])} not among the paths of its document"] if nowhere else []
    return "; ".join(said + ([f"{_named([row[0] for row in still])} superseded and yet current"] if still else []))


def _counts(db: Database) -> str:
    """What documents and figures say of the number of their pages and checks, against the rows there are."""
    pages = _count(
        db,
        "documents d where coalesce(page_count, 0) <> (select count(*) from pages p where p.document_id = d.id)"
        # Of a file that could be read once and not again the pages stay.
        " and status <> 'failed'",
    )
    db.execute("create temp table if not exists held_of_figures (id text primary key, verified int, disputed int)")
    db.execute("delete from temp.held_of_figures")
    db.execute(_HELD)
    figures = _count(
        db,
        "observations o left join temp.held_of_figures h on h.id = o.id"
        " where o.verified <> coalesce(h.verified, 0) or coalesce(o.disputed, 0) <> coalesce(h.disputed, 0)",
    )
    said = [f"{pages} documents with another number of pages than they tell"] if pages else []
    return "; ".join(said + ([f"{figures} figures with another number of checks than they tell"] if figures else []))


#: A check between papers counts for the first of its two figures alone, what is only suspicious for none.
_HELD = """
insert into temp.held_of_figures
select j.value, sum(c.result in ('ok', 'rounding')), sum(c.result = 'fail')
from checks c, json_each(c.observation_ids) j
where c.result <> 'not_checkable' and c.severity is not 'suspicious' and (c.check_code <> 'C11' or j.key = 0)
group by j.value
"""


def _places(db: Database) -> str:
    """Facts without a quote, without a page or a line that is there, or with a cell that is not there."""
    said = []
    for table in _PLACED:
        number = _count(
            db,
            f"{table} f where quote is null or (page is null and line is null)"
            " or (page is not null and not exists"
            " (select 1 from pages p where p.document_id = f.document_id and p.page = f.page))"
            " or (source_table_id is not null and not exists (select 1 from source_cells c"
            " where c.source_table_id = f.source_table_id and c.row = f.row and c.col = f.col))",
        )
        if number:
            said.append(f"{_rows(number)} of {table}")
    return f"{' and '.join(said)} without the place where it is printed" if said else ""


def _search(db: Database) -> str:
    said = []
    for table in _SEARCHED:
        lost = _count(db, f'"{table}" t where not exists (select 1 from "{table}_fts_docsize" s where s.id = t.rowid)')
        left = _count(db, f'"{table}_fts_docsize" s where not exists (select 1 from "{table}" t where t.rowid = s.id)')
        if lost:
            said.append(f"{_rows(lost)} of {table} not in it")
        if left:
            said.append(f"{_rows(left)} in it that {table} does not have")
    return "; ".join(said)


def _words(db: Database) -> str:
    """Let SQLite hold the words of each search against the rows that they are of."""
    said = []
    try:
        with closing(sqlite3.connect(_to_write(db), uri=True, timeout=_BUSY_SECONDS, isolation_level=None)) as own:
            own.execute("begin immediate")
            for table in _SEARCHED:
                try:
                    own.execute(f'insert into "{table}_fts"("{table}_fts", rank) values (\'integrity-check\', 1)')
                except sqlite3.DatabaseError as error:
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                        raise
                    said.append(f"that of {table} is not in step with its rows")
            own.execute("rollback")
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            raise _NotChecked("this needs the right to write to the file and its folder") from error
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise _NotChecked("another program is writing to the database; check again when it has finished") from error
        raise
    return "; ".join(said)


def _to_write(db: Database) -> str:
    return f"{Path(database_path(db)).absolute().as_uri()}?mode=rw"


def _computed(differing: Callable[[Database], int]) -> Callable[[Database], str]:
    def wrong(db: Database) -> str:
        number = differing(db)
        if not number:
            return ""
        going_on = _count(db, "runs where status = 'running'")
        return f"{_rows(number)} not as the papers give it" + (", as a run is not finished" if going_on else "")

    return wrong


def _files(db: Database) -> str:
    missing, changed = [], []
    found = db.execute(
        "select p.path, d.sha256 from document_paths p join documents d on d.id = p.document_id"
        " where p.seen_to is null and d.superseded_by is null order by p.path"
    ).fetchall()
    for path, sha256 in found:
        try:
            if archives.digest(path_at(path))[0] != sha256:
                changed.append(path)
        except (OSError, ValueError, Unreadable):
            missing.append(path)
    said = [f"not there any more: {_named(missing)}"] if missing else []
    return "; ".join(said + ([f"another content now: {_named(changed)}"] if changed else []))


_CHECKS: tuple[tuple[str, Callable[[Database], str], str], ...] = (
    ("file", _file, _AGAIN),
    ("shape", _shape, "`panelpapers check --repair` makes what is missing again"),
    ("references", _references, _READ_AGAIN),
    ("reports and tables", _same_paper, _READ_AGAIN),
    ("ids of documents", _ids, _READ_AGAIN),
    ("paths of documents", _paths, "ingest the folder of the papers again"),
    ("counts", _counts, _READ_AGAIN),
    ("places of facts", _places, _READ_AGAIN),
    ("rows of the search", _search, _REPAIR),
    ("words of the search", _words, _REPAIR),
    ("figures told again", _computed(claims_out_of_step), _REPAIR),
    ("coverage", _computed(coverage_out_of_step), _REPAIR),
    ("awards told again", _computed(same_awards_out_of_step), _REPAIR),
    ("organisations", _computed(organisations_out_of_step), _REPAIR),
)
_FILES = (
    "files",
    _files,
    "ingest the papers from where they are now; `panelpapers remove` takes out those that are gone for good",
)


def _columns(table: str) -> frozenset[str]:
    return frozenset(next(one.columns for one in TABLES if one.name == table))


def _count(db: Database, what: str) -> int:
    return int(db.execute(f"select count(*) from {what}").fetchone()[0])


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"


def _named(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")

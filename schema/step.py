"""Bringing the rows of tables in step with those wanted: only rows that differ are written, so that nothing changes twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from sqlite_utils import Database

from schema.shape import Table

Row = dict[str, object]
Rows = Mapping[str, Sequence[Row]]
#: The values of a row in the order of the columns, or those of its key.
_Values = tuple[object, ...]

#: How many values go into one statement: few enough that SQLite reads it quickly, and no version of it refuses so many.
_MOST_VALUES = 2_000


def bring_in_step(
    db: Database, tables: Iterable[Table], wanted: Rows, *, document_id: str | None = None, within: str = "1"
) -> bool:
    """Make ``tables`` hold exactly the ``wanted`` rows; True if any differed.

    Rows beside those of the document ``document_id``, or those under the condition ``within``, are left alone.
    Rows are told apart by the key of their table. Must run inside a transaction that defers foreign keys.
    """
    gone: list[tuple[Table, list[_Values]]] = []
    changed = False
    for table in tables:
        fresh, not_wanted = _differing(db, table, wanted, document_id, within)
        _write(db, table, fresh)
        gone.append((table, not_wanted))
        changed = changed or bool(fresh)
    # Last come first: a row goes before the row it refers to, or it would be taken away in the wake of that one.
    for table, keys in reversed(gone):
        if keys:
            db.conn.executemany(_delete(table), keys)
            changed = True
    return changed


def out_of_step(db: Database, table: Table, wanted: Rows, *, within: str = "1") -> int:
    """How many rows of a table, of those under the condition ``within``, differ from those wanted; nothing is written."""
    fresh, not_wanted = _differing(db, table, wanted, None, within)
    return len(fresh) + len(not_wanted)


def _differing(
    db: Database, table: Table, wanted: Rows, document_id: str | None, within: str
) -> tuple[list[_Values], list[_Values]]:
    """The wanted rows that are not there as they should be, and the keys of those that should not be there."""
    there = _by_key(table, _rows_there(db, table, document_id, within))
    rows = _by_key(table, map(itemgetter(*table.columns), wanted[table.name]))
    return [row for key, row in rows.items() if there.get(key) != row], [key for key in there if key not in rows]


def _by_key(table: Table, rows: Iterable[_Values]) -> dict[_Values, _Values]:
    columns = list(table.columns)
    at = [columns.index(name) for name in table.key]
    return {tuple([row[i] for i in at]): row for row in rows}


def _rows_there(db: Database, table: Table, document_id: str | None, within: str) -> Iterable[_Values]:
    where, values = (within, ()) if document_id is None else (table.owned, (document_id,))
    return db.execute(f'select {_names(table.columns)} from "{table.name}" where {where}', values)


def _write(db: Database, table: Table, rows: Sequence[_Values]) -> None:
    """Write rows, many in one statement: at the end of each the search writes out what it has of its words."""
    many = _MOST_VALUES // len(table.columns)
    for first in range(0, len(rows), many):
        some = rows[first : first + many]
        db.conn.execute(_upsert(table, len(some)), tuple(itertools.chain.from_iterable(some)))


def _upsert(table: Table, rows: int) -> str:
    row = "(" + ", ".join("?" * len(table.columns)) + ")"
    values = ", ".join([row] * rows)
    rest = [name for name in table.columns if name not in table.key]
    set_rest = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
    then = f"do update set {set_rest}" if rest else "do nothing"
    return (
        f'insert into "{table.name}" ({_names(table.columns)}) values {values} on conflict ({_names(table.key)}) {then}'
    )


def _delete(table: Table) -> str:
    return f'delete from "{table.name}" where ' + " and ".join(f'"{name}" = ?' for name in table.key)


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)

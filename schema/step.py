"""Bringing the rows of tables in step with those wanted: only rows that differ are written, so that nothing changes twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from sqlite_utils import Database

from schema.shape import Table

Row = dict[str, object]
Rows = Mapping[str, Sequence[Row]]
#: The values of a row in the order of the columns, or those of its key.
_Values = tuple[object, ...]
#: A condition and the values in it.
_Where = tuple[str, _Values]

#: How many values go into one statement: few enough that SQLite reads it quickly, and no version of it refuses so many.
_MOST_VALUES = 2_000
#: So many rows are held against those that are there at one time: a table of an archive does not fit into memory.
_AT_ONCE = 1_000
_ALL: _Where = ("1", ())


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
        there = (within, ()) if document_id is None else (table.owned, (document_id,))
        fresh, not_wanted = _differing(db, table, wanted[table.name], there)
        _write(db, table, fresh)
        gone.append((table, not_wanted))
        changed = changed or bool(fresh)
    # Last come first: a row goes before the row it refers to, or it would be taken away in the wake of that one.
    for table, keys in reversed(gone):
        if keys:
            db.conn.executemany(_delete(table), keys)
            changed = True
    return changed


def bring_all_in_step(db: Database, table: Table, wanted: Iterable[Row]) -> bool:
    """Make a table hold exactly the ``wanted`` rows, which come in the order of its key; True if any differed.

    Neither side is ever in memory as a whole, only the keys of what goes. Must run inside a transaction.
    """
    changed = False
    for some, between in _in_pieces(table, wanted):
        fresh, gone = _differing(db, table, some, between)
        _write(db, table, fresh)
        db.conn.executemany(_delete(table), gone)
        changed = changed or bool(fresh or gone)
    return changed


def out_of_step(db: Database, table: Table, wanted: Rows, *, within: str = "1") -> int:
    """How many rows of a table, of those under the condition ``within``, differ from those wanted; nothing is written."""
    return sum(map(len, _differing(db, table, wanted[table.name], (within, ()))))


def all_out_of_step(db: Database, table: Table, wanted: Iterable[Row]) -> int:
    """How many rows of a table differ from those wanted, which come in the order of its key; nothing is written."""
    return sum(sum(map(len, _differing(db, table, some, between))) for some, between in _in_pieces(table, wanted))


def _in_pieces(table: Table, wanted: Iterable[Row]) -> Iterator[tuple[list[Row], _Where]]:
    """The rows, some at a time, with the condition for the rows of the table that stand where these do."""
    names, marks = f"({_names(table.key)})", "(" + ", ".join("?" * len(table.key)) + ")"
    rows, key = iter(wanted), itemgetter(*table.key)
    condition, before = _ALL
    while some := list(itertools.islice(rows, _AT_ONCE)):
        last = key(some[-1]) if len(table.key) > 1 else (key(some[-1]),)
        yield some, (f"{condition} and {names} <= {marks}", (*before, *last))
        condition, before = f"{names} > {marks}", last
    yield [], (condition, before)


def _differing(db: Database, table: Table, wanted: Iterable[Row], where: _Where) -> tuple[list[_Values], list[_Values]]:
    """The wanted rows that are not there as they should be, and the keys of those that should not be there."""
    at = [list(table.columns).index(name) for name in table.key]
    fresh = {tuple([row[i] for i in at]): row for row in map(itemgetter(*table.columns), wanted)}
    gone = []
    for row in _rows_there(db, table, where):
        key = tuple([row[i] for i in at])
        if key not in fresh:
            gone.append(key)
        elif fresh[key] == row:
            del fresh[key]
    return list(fresh.values()), gone


def _rows_there(db: Database, table: Table, where: _Where) -> Iterable[_Values]:
    condition, values = where
    return db.execute(f'select {_names(table.columns)} from "{table.name}" where {condition}', values)


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

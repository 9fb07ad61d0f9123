"""Bringing the rows of tables in step with those wanted: only rows that differ are written, so that nothing changes twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from schema.shape import Table

Row = dict[str, object]
Rows = Mapping[str, Sequence[Row]]


def bring_in_step(db: Database, tables: Iterable[Table], wanted: Rows, *, document_id: str | None = None) -> bool:
    """Make ``tables`` hold exactly the ``wanted`` rows, of one document where ``document_id`` is given; True if any differed.

    Rows are told apart by the key of their table. Must run inside a transaction that defers foreign keys.
    """
    gone: list[tuple[Table, list[tuple[object, ...]]]] = []
    changed = False
    for table in tables:
        there = _rows_there(db, table, document_id)
        rows = {
            tuple(row[name] for name in table.key): tuple(row[name] for name in table.columns)
            for row in wanted[table.name]
        }
        fresh = [row for key, row in rows.items() if there.get(key) != row]
        if fresh:
            db.conn.executemany(_upsert(table), fresh)
        gone.append((table, [key for key in there if key not in rows]))
        changed = changed or bool(fresh)
    # Last come first: a row goes before the row it refers to, or it would be taken away in the wake of that one.
    for table, keys in reversed(gone):
        if keys:
            db.conn.executemany(_delete(table), keys)
            changed = True
    return changed


def _rows_there(db: Database, table: Table, document_id: str | None) -> dict[tuple[object, ...], tuple[object, ...]]:
    columns = list(table.columns)
    at = [columns.index(name) for name in table.key]
    where, values = ("1", ()) if document_id is None else (table.owned, (document_id,))
    found = db.execute(f'select {_names(columns)} from "{table.name}" where {where}', values)
    return {tuple(row[i] for i in at): tuple(row) for row in found}


def _upsert(table: Table) -> str:
    values = ", ".join("?" * len(table.columns))
    rest = [name for name in table.columns if name not in table.key]
    set_rest = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
    then = f"do update set {set_rest}" if rest else "do nothing"
    return f'insert into "{table.name}" ({_names(table.columns)}) values ({values}) on conflict ({_names(table.key)}) {then}'


def _delete(table: Table) -> str:
    return f'delete from "{table.name}" where ' + " and ".join(f'"{name}" = ?' for name in table.key)


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)

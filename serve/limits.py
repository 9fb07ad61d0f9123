"""Limits for SQL that anybody may send.

The time limit of Datasette looks in between SQLite's instructions, and one instruction can ask for gigabytes:
``select randomblob(900000000)`` ran for 24 seconds and took 5 GB. SQLite's own limits stop it before it begins. They know nothing of an
answer of many rows, each with a long value, so its bytes are counted while it is read.
"""

from __future__ import annotations

import sqlite3
import weakref
from typing import Any

#: No value and no row of ours is near this size (a page of a paper has a few thousand characters).
LONGEST_VALUE = 5_000_000
LONGEST_STATEMENT = 50_000
#: An answer may have so many bytes of text in all; the longest pages of ours have a few hundred thousand.
LARGEST_ANSWER = 50_000_000
#: Values shorter than this are not counted: with 2,000 rows they come to nothing.
_SHORT = 1000


def limit(connection: sqlite3.Connection) -> None:
    """Set the limits on a connection to a database of papers; a longer value is the error "string or blob too big"."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_STATEMENT)
    connection.row_factory = _CountedRows()


class _CountedRows:
    """Makes the rows of a connection, and ends a statement whose answer grows too large."""

    def __init__(self) -> None:
        self._of: weakref.ref[sqlite3.Cursor] | None = None
        self._bytes = 0

    def __call__(self, cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        """A row as Datasette wants it.

        Raises:
            sqlite3.OperationalError: the answer is larger than ``LARGEST_ANSWER``.
        """
        if self._of is None or self._of() is not cursor:
            self._of, self._bytes = weakref.ref(cursor), 0
        for value in values:
            if isinstance(value, str | bytes) and len(value) > _SHORT:
                self._bytes += len(value)
        if self._bytes > LARGEST_ANSWER:
            raise sqlite3.OperationalError("the answer is too large; ask for fewer rows or shorter values")
        return sqlite3.Row(cursor, values)

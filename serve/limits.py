"""Limits for SQL that anybody may send.

The time limit of Datasette looks in between SQLite's instructions, and one instruction can ask for gigabytes:
``select randomblob(900000000)`` ran for 24 seconds and took 5 GB. SQLite's own limits stop it before it begins.
"""

from __future__ import annotations

import sqlite3

#: No value and no row of ours is near this size (a page of a paper has a few thousand characters).
LONGEST_VALUE = 10_000_000
LONGEST_STATEMENT = 50_000


def limit(connection: sqlite3.Connection) -> None:
    """Set the limits on a connection to a database of papers; a longer value is the error "string or blob too big"."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_STATEMENT)

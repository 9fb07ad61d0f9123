"""Whom a table is open to, asked once and not at every look.

Datasette 0.65 copies all of the metadata, deeply, each time it is asked whether one table may be seen. With the description of every
column that is some two milliseconds for each table, of which the first page asks for sixty: four fifths of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.plugins import pm

if TYPE_CHECKING:
    from datasette.app import Datasette

#: Names of tables come from visitors too, and there is no end of names.
_MOST = 500


def remember(datasette: Datasette) -> None:
    """Let a Datasette keep what its metadata says of each table, for as long as it has this metadata.

    Nothing is kept where a plugin makes metadata of its own, which may be other metadata each time.
    """
    asked = datasette._table_permission_allows
    of: Any = None
    kept: dict[tuple[str, str], list[Any]] = {}

    def allows(database: str, table: str) -> list[Any]:
        nonlocal of
        if pm.hook.get_metadata.get_hookimpls():
            return list(asked(database, table))
        if of is not datasette._metadata_local:
            of = datasette._metadata_local
            kept.clear()
        if (found := kept.get((database, table))) is None:
            found = list(asked(database, table))
            if len(kept) < _MOST:
                kept[database, table] = found
        return found

    datasette._table_permission_allows = allows

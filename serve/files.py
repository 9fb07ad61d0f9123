"""The files that the papers were read from, as far as they are still here.

A file is found by what the database says of a document, never by a part of an address; and only where it was when it was read, or among
the papers of a publication (``serve.publication``), under its own name, itself or as a link to it, of the size that it had. That its content
is the same too is seen when it is opened (``serve.page_worker.read``).
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass

from datasette.app import Datasette

from serve import access
from serve.opening import plain
from serve.publication import paper_beside

PDF = "application/pdf"
_PATHS = """
select coalesce(p.path, d.path) as path, d.sha256, d.bytes
from documents d left join document_paths p on p.document_id = d.id and p.seen_to is null
where d.id = :id order by coalesce(p.given, p.path) <> d.path, p.path
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is where it was and as large; ``changed`` differs when somebody wrote to it."""

    path: str
    sha256: str
    bytes: int
    changed: tuple[int, int]


async def kept(datasette: Datasette, document: str) -> Kept | None:
    """The file of a document, by the document's id; None where it is not here any more."""
    rows = await access.rows(datasette, _PATHS, {"id": document})
    database = datasette.get_database(access.database_name(datasette)).path
    # In a publication, paths are names, and papers lie beside the database.
    beside = [(paper_beside(database, document, row["path"]), row) for row in rows[:1] if database]
    for path, row in [*((row["path"], row) for row in rows), *beside]:
        # A path that cannot be one (ValueError) leads nowhere either.
        with contextlib.suppress(OSError, ValueError):
            found = plain(path, row["bytes"])
            return Kept(path, row["sha256"], row["bytes"], state_of(found))
    return None


def state_of(found: os.stat_result) -> tuple[int, int]:
    """What differs when there is another file at a path, or another content in it."""
    return found.st_mtime_ns, found.st_ino

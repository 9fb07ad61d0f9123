"""How much a database holds, counted in one way and called by one name wherever it is told: the site, ``doctor``, publications."""

from __future__ import annotations

import sqlite3

_READ = "superseded_by is null and status <> 'failed'"


_REPLACED = "select id from {of}.documents where superseded_by is not null"


def _in_papers(table: str) -> str:
    # All, without those of replaced versions: an index counts both, where a join would look at every row.
    return (
        f"(select count(*) from {{of}}.{table})"
        f" - (select count(*) from {{of}}.{table} where document_id in ({_REPLACED}))"
    )


_TOLD_AGAIN = (
    f" - (select count(*) from {{of}}.same_awards where standing = 'again' and document_id not in ({_REPLACED}))"
)
_COUNTS = {
    "papers": f"(select count(*) from {{of}}.documents where {_READ})",
    "papers that could not be read": "(select count(*) from {of}.documents where superseded_by is null and status = 'failed')",
    "earlier versions, replaced": f"(select count(*) from ({_REPLACED}))",
    "figures": _in_papers("observations"),
    "awards": _in_papers("funding_awards") + _TOLD_AGAIN,
    "dates": _in_papers("dates"),
    "contradictions in papers": _in_papers("discrepancies"),
    "notes on what could not be read": _in_papers("problems"),
}

COUNTED_SO = (
    "A paper is a file that was read and that no later version replaced; figures, awards, dates and contradictions are those of these"
    " papers. An award that papers tell more than once counts once."
)
"""What is counted, in words for readers."""


def held(db: sqlite3.Connection, of: str = "main") -> dict[str, int]:
    """How many papers, figures and so on the database ``of`` a connection holds, by what they are called; all of it is there for all."""
    row = db.execute(f"select {', '.join(_COUNTS.values())}".format(of=of)).fetchone()
    return dict(zip(_COUNTS, tuple(row), strict=True))

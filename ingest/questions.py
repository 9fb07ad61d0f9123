"""The questions that the command line asks the database: which document is meant, what was not read, what does not add up, the runs."""

from __future__ import annotations

from sqlite_utils import Database

from ingest.terminal import Row
from schema.errors import NothingToRead, WrongUsage
from schema.places import path_at, path_text, place_of
from schema.problem_groups import grouped

_MOST_NAMED = 5
_SHORTEST_PREFIX = 4


def find_document(db: Database, paper: str) -> Row:
    """The document that is meant by an id, the beginning of one, a path or a file name (or a part of it).

    Raises:
        NothingToRead: No document is called so.
        WrongUsage: Several are.
    """
    paper = path_text(paper)
    ways: list[tuple[str, list[str]]] = [
        ("id = ?", [paper]),
        (
            "id in (select document_id from document_paths where seen_to is null and path = ?)",
            [path_text(place_of(path_at(paper)))],
        ),
        ("path = ?", [paper]),
        ("file_name = ? and superseded_by is null", [paper]),
        (
            "id in (select document_id from document_paths where seen_to is null"
            " and (path = ? or substr(path, -length(?)) = ?))",
            [paper, f"/{paper}", f"/{paper}"],
        ),
        ("instr(lower(file_name), lower(?)) > 0 and superseded_by is null", [paper]),
    ]
    if len(paper) >= _SHORTEST_PREFIX:
        ways.insert(-1, ("substr(id, 1, length(?)) = lower(?)", [paper, paper]))
    for where, values in ways:
        found = list(db.query(f"select * from documents where {where} order by path", values))
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{row['id']} ({row['path']})" for row in found[:_MOST_NAMED])
            raise WrongUsage(f"{paper!r} may be any of {len(found)} papers: {names}; name one by its id")
    raise NothingToRead(f"no paper in the database is called {paper!r}; name it by its file name, its path or its id")


def problems(db: Database, paper: str | None) -> list[Row]:
    """What was not read, the worst first."""
    where, values = _of_paper(db, paper)
    return list(
        db.query(
            f"""
            select file_name, page, line, severity, code, message, document_id from not_read where {where}
            order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, file_name, page, line, message
            """,
            values,
        )
    )


def together(problems: list[Row]) -> list[Row]:
    """Rows of ``problems`` with many of one kind in one paper as one row, which says how many they are and where."""
    return [
        {
            "file_name": group.first["file_name"],
            "notes": len(group.rows),
            "where": group.where,
            "severity": group.first["severity"],
            "code": group.first["code"],
            "message": group.message,
            "document_id": group.first["document_id"],
        }
        for group in grouped(problems)
    ]


def checks(db: Database, paper: str | None, *, failed: bool) -> list[Row]:
    """The papers' own arithmetic, check by check; only what does not hold where ``failed``."""
    where, values = _of_paper(db, paper)
    held = "c.result = 'fail'" if failed else "1"
    return list(
        db.query(
            f"""
            select d.file_name, c.page, c.line, c.result, c.check_code, c.label, c.printed, c.computed, c.why, c.document_id
            from checks c join documents d on d.id = c.document_id
            where d.superseded_by is null and {where.replace("document_id", "c.document_id")} and {held}
            order by d.file_name, c.page, c.line, c.id
            """,
            values,
        )
    )


def runs(db: Database) -> list[Row]:
    """Every run of ``ingest``, the newest first; counts and seconds are None for one that was killed or still goes on."""
    return list(
        db.query(
            """
            select started_at as started, version, status, seconds, files, added, changed, unchanged, partial, failed
            from runs order by rowid desc
            """
        )
    )


def _of_paper(db: Database, paper: str | None) -> tuple[str, list[object]]:
    return ("1", []) if paper is None else ("document_id = ?", [find_document(db, paper)["id"]])

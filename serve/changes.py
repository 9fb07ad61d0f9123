"""What is new in one copy of the database since another: papers, counts, contradictions; as data and as text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from schema.held import COUNTED_SO, held
from schema.tables import TABLES

Row = dict[str, Any]

#: As many papers and contradictions are named in the text; the data has all.
_MOST_NAMED = 100
_PAPER = (
    "d.id, coalesce(d.title, d.file_name) as title, d.file_name, d.force, d.meeting_date, d.status, d.superseded_by"
)
_ADDED = f"select {_PAPER} from main.documents d where d.id not in (select id from old.documents)"
_REMOVED = f"select {_PAPER} from old.documents d where d.id not in (select id from main.documents)"
_AGAIN = f"""
select {_PAPER} from main.documents d join old.documents o on o.id = d.id where o.ingested_at <> d.ingested_at
"""
_CONTRADICTIONS = """
select x.id, x.document_id, coalesce(d.title, d.file_name) as title, x.page, x.line, x.label, x.printed, x.computed, x.severity, x.why
from main.discrepancies x join main.documents d on d.id = x.document_id
where d.superseded_by is null and x.id not in (select id from old.discrepancies)
"""
_CONFLICTS = """
select s.observation_id, s.against_id, s.document_id, coalesce(d.title, d.file_name) as title, o.page, o.line, o.label,
  o.value_text as printed, a.value_text as other, a.document_id as other_document_id, s.why
from main.same_figures s join main.observations o on o.id = s.observation_id join main.observations a on a.id = s.against_id
join main.documents d on d.id = s.document_id
where s.standing = 'conflicts'
  and not exists (select 1 from old.same_figures t where t.observation_id = s.observation_id and t.standing = 'conflicts')
"""
_IN_ORDER = " order by d.meeting_date, title, d.id"


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the copy before; without one all is new. ``counts`` has a pair (before, after) for each of ``schema.held``."""

    added: tuple[Row, ...]
    revised: tuple[Row, ...]
    read_again: tuple[Row, ...]
    removed: tuple[Row, ...]
    contradictions: tuple[Row, ...]
    conflicts: tuple[Row, ...]
    counts: dict[str, tuple[int, int]]

    def data(self) -> dict[str, Any]:
        """All of it as values for JSON."""
        counts = {kind: {"before": before, "after": after} for kind, (before, after) in self.counts.items()}
        return {**asdict(self), "counts": counts}


def changes(before: Path | None, now: Path) -> Changes:
    """What is new in the database ``now`` since ``before``; both have the tables of this version."""
    with closing(_both(before, now)) as db:

        def rows(sql: str) -> tuple[Row, ...]:
            return tuple(dict(row) for row in db.execute(sql))

        came = rows(_ADDED + _IN_ORDER)
        after = held(db)
        replaced = {row[0] for row in db.execute("select superseded_by from main.documents")}
        return Changes(
            added=tuple(row for row in came if row["id"] not in replaced),
            revised=tuple(row for row in came if row["id"] in replaced),
            read_again=rows(_AGAIN + _IN_ORDER),
            removed=rows(_REMOVED + _IN_ORDER),
            contradictions=rows(_CONTRADICTIONS + _IN_ORDER),
            conflicts=rows(_CONFLICTS + _IN_ORDER),
            counts={kind: (number, after[kind]) for kind, number in held(db, "old").items()},
        )


def differ(before: Path, now: Path) -> bool:
    """Whether two databases tell anything different, but for the history of runs."""
    with closing(_both(before, now)) as db:
        versions = {db.execute(f"pragma {one}.user_version").fetchone()[0] for one in ("main", "old")}
        if len(versions) > 1:
            return True
        return any(_differs(db, table.name, list(table.columns)) for table in TABLES if table.name != "runs")


def _differs(db: sqlite3.Connection, table: str, columns: list[str]) -> bool:
    names = ", ".join(f'"{name}"' for name in columns)
    for one, other in (("main", "old"), ("old", "main")):
        sql = (
            f'select 1 from (select {names} from {one}."{table}" except select {names} from {other}."{table}") limit 1'
        )
        if db.execute(sql).fetchone():
            return True
    return False


def _both(before: Path | None, now: Path) -> sqlite3.Connection:
    """Both copies in one connection; where there is none before, an empty one."""
    db = sqlite3.connect(_to_read(now), uri=True)
    db.row_factory = sqlite3.Row
    if before is not None:
        db.execute("attach ? as old", (_to_read(before),))
        return db
    db.execute("attach ':memory:' as old")
    for table in TABLES:
        db.execute(f"create table old.{table.name} ({', '.join(table.columns)})")
    return db


def _to_read(path: Path) -> str:
    return f"{path.absolute().as_uri()}?immutable=1"


def text(of: Changes, heading: str) -> str:
    """The changes as a section of a change log in Markdown."""
    return "\n".join([f"## {heading}", "", *_counts(of), *_lists(of)]).rstrip() + "\n"


def _counts(of: Changes) -> Iterator[str]:
    yield "| | before | now |"
    yield "| --- | ---: | ---: |"
    for kind, (before, after) in of.counts.items():
        yield f"| {kind} | {before:,} | {after:,} |"
    yield ""
    yield COUNTED_SO
    yield ""


def _lists(of: Changes) -> Iterator[str]:
    papers = {
        "Papers added": of.added,
        "Papers revised": of.revised,
        "Papers read again": of.read_again,
        "Papers removed": of.removed,
    }
    for name, rows in papers.items():
        yield from _list(name, rows, (_paper(row) for row in rows))
    yield from _list("Contradictions in papers", of.contradictions, map(_contradiction, of.contradictions))
    yield from _list("Figures that contradict each other", of.conflicts, map(_conflict, of.conflicts))


def _list(name: str, rows: tuple[Row, ...], lines: Iterable[str]) -> Iterator[str]:
    if not rows:
        return
    yield f"### {name}: {len(rows):,}"
    yield ""
    for _, line in zip(range(_MOST_NAMED), lines, strict=False):
        yield f"- {line}"
    if len(rows) > _MOST_NAMED:
        yield f"- and {len(rows) - _MOST_NAMED:,} more, all of them in changes.json"
    yield ""


def _paper(row: Row) -> str:
    unread = "could not be read" if row["status"] == "failed" else None
    about = ", ".join(filter(None, [unread, row["force"], row["meeting_date"], row["id"]]))
    return f"{_plain(row['title'])} ({about})"


def _contradiction(row: Row) -> str:
    return f"{_plain(row['title'])}, {_place(row)}: {_plain(row['label'])}: printed {_plain(row['printed'])}, computed {_plain(row['computed'])}"


def _conflict(row: Row) -> str:
    return f"{_plain(row['title'])}, {_place(row)}: {_plain(row['label'])}: {_plain(row['printed'])}, elsewhere {_plain(row['other'])}"


def _place(row: Row) -> str:
    return ", ".join(f"{kind} {row[kind]}" for kind in ("page", "line") if row[kind])


def _plain(printed: object) -> str:
    """What a paper prints, on one line, without the signs that mean something in Markdown or HTML."""
    shown = " ".join(str("" if printed is None else printed).split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in shown)

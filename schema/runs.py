"""The register of runs, and what is computed over all documents when a run ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from schema.award_rows import refresh_same_awards
from schema.claims import refresh_claims
from schema.database import writing
from schema.organisation_rows import refresh_organisations
from schema.step import Row, all_out_of_step, bring_all_in_step
from schema.tables import DERIVED
from schema.triggers import NOTES

_COVERAGE = next(table for table in DERIVED if table.name == "coverage")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCounts:
    """What came of the files of one run that it dealt with: each is counted once, ``partial`` ones also among the added or changed.

    A copy is unchanged: what it says was there before it, and what a person reads of as added is never there twice.
    """

    files: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    partial: int = 0
    failed: int = 0


def start_run(db: Database, *, version: str, started_at: dt.datetime) -> str:
    """Register a run that begins; its id. One that is still running then was ``killed``: two runs never go on at once.

    What a killed run had finished is in the database; how many files that were is not known any more.
    """
    run_id = started_at.isoformat(timespec="microseconds")
    with writing(db):
        db.execute("update runs set status = 'killed' where status = 'running'")
        db.table("runs").insert(
            {
                "id": run_id,
                "version": version,
                "started_at": started_at.isoformat(timespec="seconds"),
                "status": "running",
            }
        )
    return run_id


def finish_run(
    db: Database, run_id: str, counts: RunCounts, *, finished_at: dt.datetime, status: str = "finished"
) -> None:
    """Register how a run ended (``finished`` or ``interrupted``), and compute what joins documents together."""
    if _may_be_out_of_step(db, run_id):
        refresh_derived(db)
    with writing(db):
        db.table("runs").update(
            run_id,
            {
                "finished_at": finished_at.isoformat(timespec="seconds"),
                # A clock may have been set back meanwhile.
                "seconds": max(0.0, round((finished_at - dt.datetime.fromisoformat(run_id)).total_seconds(), 3)),
                "status": status,
                **asdict(counts),
            },
        )
        # Keeps the statistics by which SQLite chooses indexes fresh; it does nothing where little has changed.
        db.execute("pragma optimize")


def _may_be_out_of_step(db: Database, run_id: str) -> bool:
    """False where this version's last run came to its end, and since then nothing was written but that this one began."""
    before = db.execute(
        # In the order in which they were begun, whatever the clock said.
        "select status in ('finished', 'interrupted') and version = (select version from runs where id = :run) from runs"
        " where rowid < (select rowid from runs where id = :run) order by rowid desc limit 1",
        {"run": run_id},
    ).fetchone()
    noted = db.execute(f"select exists (select 1 from {NOTES})").fetchone()[0]
    return db.conn.total_changes > 1 or noted or before is None or not before[0]


def refresh_derived(db: Database) -> None:
    """Compute what joins documents together; what is right already is left alone."""
    # In this order: what is held against other papers counts as verified.
    refresh_claims(db)
    refresh_coverage(db)
    refresh_organisations(db)
    refresh_same_awards(db)


def refresh_coverage(db: Database) -> bool:
    """Count again which force has which measure in which financial year; True if any count changed."""
    with writing(db):
        return bring_all_in_step(db, _COVERAGE, _coverage(db))


def coverage_out_of_step(db: Database) -> int:
    """How many rows of ``coverage`` are not what the papers give; nothing is written."""
    return all_out_of_step(db, _COVERAGE, _coverage(db))


def _coverage(db: Database) -> Iterator[Row]:
    """The rows of ``coverage``, in the order of its key."""
    return db.query(
        """
        select o.force, o.measure, o.financial_year, count(*) as n, count(distinct o.document_id) as documents,
          sum(o.verified > 0) as verified,
          min(o.period_end) as first, max(o.period_end) as last
        from observations o join documents d on d.id = o.document_id
        where d.superseded_by is null and o.force is not null and o.measure is not null
          and o.financial_year is not null and o.value is not null
        group by o.force, o.measure, o.financial_year
        order by o.force, o.measure, o.financial_year
        """
    )

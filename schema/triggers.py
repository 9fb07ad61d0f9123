"""What the database notes by itself: the claims in which something changed since they were last held against each other.

However a row changes (a paper is read again, a later version replaces it, somebody deletes it), the claims of its figures are put
into ``_claims_to_check``, in the same transaction; ``schema.claims`` looks at these alone and empties it.
"""

from __future__ import annotations

from sqlite_utils import Database

NOTES = "_claims_to_check"

#: What of an observation has a say in how it stands to others. The checks that are counted have none.
_HEARD = (
    "id, document_id, paper_id, source, label, context, note, measure, measure_score, area, force, breakdown, period_start,"
    " period_end, statistic, value, value_to, value_text, unit, qualifier, obs_status, confidence, claim_key"
)


def _note(of: str) -> str:
    return f"insert into {NOTES} select {of} where {of} is not null and not exists (select 1 from {NOTES} where claim_key = {of});"


def _note_all(condition: str) -> str:
    return (
        f"insert into {NOTES} select distinct claim_key from observations where {condition} and claim_key is not null"
        f" and claim_key not in (select claim_key from {NOTES});"
    )


def _when_differs(*columns: str) -> str:
    return " or ".join(f"old.{column} is not new.{column}" for column in columns)


TRIGGERS = {
    "claims_of_new_figures": f"after insert on observations begin {_note('new.claim_key')} end",
    "claims_of_changed_figures": (
        f"after update of {_HEARD} on observations begin {_note('old.claim_key')} {_note('new.claim_key')} end"
    ),
    "claims_of_lost_figures": f"after delete on observations begin {_note('old.claim_key')} end",
    "claims_of_changed_papers": (
        f"after update on papers when {_when_differs('meeting_date', 'force')}"
        f" begin {_note_all('paper_id = new.id')} end"
    ),
    "claims_of_changed_documents": (
        f"after update on documents when {_when_differs('meeting_date', 'force', 'superseded_by')}"
        f" begin {_note_all('document_id = new.id')} end"
    ),
}
"""The triggers by name."""


def set_triggers(db: Database) -> None:
    """Make the triggers and the table they write to; what is there already stays as it is."""
    db.execute(f"create table if not exists {NOTES} (claim_key text primary key)")
    there = dict(db.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall())
    for name, what in TRIGGERS.items():
        sql = f"create trigger {name} {what}"
        if there.get(name, "").lower() != sql.lower():
            db.execute(f"drop trigger if exists {name}")
            db.execute(sql)

"""The table of organisations: every one that an award leads to, whatever the order in which the papers were read."""

from __future__ import annotations

import json
from collections import Counter, defaultdict

from sqlite_utils import Database

from schema.database import writing
from schema.organisations import kind_of, name_of
from schema.step import Row, bring_in_step, out_of_step
from schema.tables import DERIVED

_ORGANISATIONS = next(table for table in DERIVED if table.name == "organisations")

_NAMED = """
select 'received', recipient_id, coalesce(recipient, area), document_id, superseded_by is null
from funding_awards a join documents d on d.id = a.document_id where recipient_id is not null
union all
select 'given', funder_id, funder, document_id, superseded_by is null
from funding_awards a join documents d on d.id = a.document_id where funder_id is not null
"""


def refresh_organisations(db: Database) -> bool:
    """Compute the organisations again from the awards of all documents; True if any changed."""
    with writing(db):
        return bring_in_step(db, [_ORGANISATIONS], {"organisations": _rows(db)})


def organisations_out_of_step(db: Database) -> int:
    """How many rows of ``organisations`` are not what the awards give; nothing is written."""
    return out_of_step(db, _ORGANISATIONS, {"organisations": _rows(db)})


def _rows(db: Database) -> list[Row]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    for side, id, name, document_id, current in db.execute(_NAMED):
        names[id][name] += 1
        # A document that a later version replaced prints names too, but its awards do not count.
        if current:
            counts[id][side] += 1
            documents[id].add(document_id)
    return [
        {
            "id": id,
            "name": name_of(id, printed),
            "kind": kind_of(id),
            "aliases": json.dumps(sorted(printed), ensure_ascii=False),
            "received": counts[id]["received"],
            "given": counts[id]["given"],
            "documents": len(documents[id]),
        }
        for id, printed in sorted(names.items())
    ]

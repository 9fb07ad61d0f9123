"""The table of organisations: every one that an award leads to, whatever the order in which the papers were read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from schema.database import writing
from schema.organisations import kind_of, name_of
from schema.step import Row, all_out_of_step, bring_all_in_step
from schema.tables import DERIVED

_ORGANISATIONS = next(table for table in DERIVED if table.name == "organisations")

_NAMED = """
select 'received', recipient_id, coalesce(recipient, area), document_id, superseded_by is null
from funding_awards a join documents d on d.id = a.document_id where recipient_id is not null
union all
select 'given', funder_id, funder, document_id, superseded_by is null
from funding_awards a join documents d on d.id = a.document_id where funder_id is not null
order by 2
"""


def refresh_organisations(db: Database) -> bool:
    """Compute the organisations again from the awards of all documents; True if any changed."""
    with writing(db):
        return bring_all_in_step(db, _ORGANISATIONS, _rows(db))


def organisations_out_of_step(db: Database) -> int:
    """How many rows of ``organisations`` are not what the awards give; nothing is written."""
    return all_out_of_step(db, _ORGANISATIONS, _rows(db))


def _rows(db: Database) -> Iterator[Row]:
    """The rows of ``organisations``, in the order of their ids."""
    for id, named in groupby(db.execute(_NAMED), key=itemgetter(1)):
        printed: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        documents: set[str] = set()
        for side, _, name, document_id, current in named:
            printed[name] += 1
            # A document that a later version replaced prints names too, but its awards do not count.
            if current:
                counts[side] += 1
                documents.add(document_id)
        yield {
            "id": id,
            "name": name_of(id, printed),
            "kind": kind_of(id),
            "aliases": json.dumps(sorted(printed), ensure_ascii=False),
            "received": counts["received"],
            "given": counts["given"],
            "documents": len(documents),
        }

"""Figures that tell the same thing, in one paper or in several: ``same_figures``, and the check between papers (C11).

Everything is computed from the rows of the papers that are in, so that the order in which they came does not matter. Which figures
tell the same is in ``observations.claim_key``, made when a paper is saved; only claims that are told more than once are looked at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlite_utils import Database

from schema.database import writing
from schema.figure import figure_of
from schema.standings import Standing, Stands, Telling, standings
from schema.step import Row, bring_in_step
from schema.tables import BETWEEN_PAPERS, DERIVED, FACTS

_SAME_FIGURES = next(table for table in DERIVED if table.name == "same_figures")
_CHECKS = next(table for table in FACTS if table.name == "checks")
#: The checks between papers, as the whole of what is brought in step.
_BETWEEN = replace(_CHECKS, owned="check_code = ?")
_HELD: Mapping[Standing, str] = {"agrees": "ok", "rounded": "rounding"}
_RESTATED: tuple[Standing, ...] = ("agrees", "rounded", "revised", "provisional")

_TOLD = """
select o.*, coalesce(p.force, d.force) as home, coalesce(p.meeting_date, d.meeting_date) as meeting
from observations o
join documents d on d.id = o.document_id
left join papers p on p.id = o.paper_id
where d.superseded_by is null and o.claim_key in (
  select y.claim_key from observations y join documents e on e.id = y.document_id
  where y.claim_key is not null and e.superseded_by is null
  group by y.claim_key having count(*) > 1
)
order by o.claim_key
"""


def refresh_claims(db: Database) -> bool:
    """Hold the figures of all papers that tell the same against each other again; True if anything changed.

    Fills ``same_figures`` and the rows of C11 in ``checks``, and counts those that hold in ``observations.verified``.
    """
    with writing(db):
        rows: list[Row] = []
        checks: list[Row] = []
        conflicting = _conflicting(db)
        for claim, group in groupby(_dicts(db, _TOLD), key=itemgetter("claim_key")):
            told = {row["id"]: row for row in group}
            for one in standings([_telling(row) for row in told.values()], conflicting):
                rows.append(_row(claim, one))
                if _between_meetings(one) and one.against is not None:
                    earlier, later = told[one.telling.figure.id], told[one.against.figure.id]
                    checks += [_check(earlier, later, one, "later"), _check(later, earlier, one, "earlier")]
        before = held_between(db)
        changed = bring_in_step(db, [_SAME_FIGURES], {"same_figures": rows})
        changed = bring_in_step(db, [_BETWEEN], {"checks": checks}, document_id=BETWEEN_PAPERS) or changed
        _count(db, before, held_between(db))
        return changed


def held_between(db: Database, document_id: str | None = None) -> Counter[str]:
    """How many checks between papers hold for each observation, of one document or of all."""
    found = db.execute(
        "select observation_ids from checks where check_code = ? and result in ('ok', 'rounding')"
        " and document_id = coalesce(?, document_id)",
        (BETWEEN_PAPERS, document_id),
    )
    # Each stands in the paper of the first of its two figures, and counts for that one.
    return Counter(json.loads(ids)[0] for (ids,) in found)


def _count(db: Database, before: Counter[str], after: Counter[str]) -> None:
    """Let ``verified`` follow what holds between papers now."""
    changes = [(after[id] - before[id], id) for id in {**before, **after} if after[id] != before[id]]
    db.conn.executemany("update observations set verified = verified + ? where id = ?", changes)


def _conflicting(db: Database) -> frozenset[frozenset[str]]:
    """The pairs of figures of which a check inside their paper says that they conflict."""
    found = db.execute("select observation_ids from checks where check_code = 'C6' and result = 'fail'")
    return frozenset(frozenset(json.loads(ids)) for (ids,) in found)


def _dicts(db: Database, sql: str) -> Iterator[dict[str, Any]]:
    cursor = db.execute(sql)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _telling(row: Mapping[str, Any]) -> Telling:
    return Telling(
        figure=figure_of(row, row["home"]),
        document=row["document_id"],
        paper=row["paper_id"],
        meeting=row["meeting"],
        source=row["source"],
    )


def _row(claim: str, one: Stands) -> Row:
    figure, against = one.telling.figure, one.against.figure if one.against else None
    difference = round((against.value or 0.0) - (figure.value or 0.0), 6) if against else None
    return {
        "observation_id": figure.id,
        "document_id": one.telling.document,
        "claim_key": claim,
        "standing": one.standing,
        "against_id": against.id if against else None,
        "difference": difference,
        "percent": round(100 * difference / abs(figure.value), 4) if difference is not None and figure.value else None,
        "why": one.why,
    }


def _between_meetings(one: Stands) -> bool:
    """True where a later meeting's paper tells the same again. A copy of a paper, or another of its meeting, confirms nothing."""
    if one.against is None or one.standing not in _RESTATED:
        return False
    return bool(one.telling.meeting and one.against.meeting and one.telling.meeting != one.against.meeting)


def _check(own: Mapping[str, Any], other: Mapping[str, Any], stands: Stands, is_other: str) -> Row:
    """The row of ``checks`` for one of the two figures, at its place; ``is_other`` says when the other one was told."""
    result = _HELD.get(stands.standing, "not_checkable")
    when = f"the {is_other} paper of {other['meeting']}"
    told = f"{when} prints {other['value_text']}"
    place = {name: own[name] for name in _CHECKS.columns if name in own}
    return {
        **dict.fromkeys(_CHECKS.columns),
        **place,
        "id": f"{own['document_id']}-{BETWEEN_PAPERS}-{own['id'].removeprefix(own['document_id'] + '-')}-{is_other}",
        "check_code": BETWEEN_PAPERS,
        "result": result,
        "printed": own["value_text"],
        "computed": other["value_text"],
        "why": "; ".join(filter(None, [told, stands.why])) if result == "not_checkable" else told,
        "observation_ids": json.dumps([own["id"], other["id"]]),
    }

"""Figures that tell the same thing, in one paper or in several: ``same_figures``, and the check between papers (C11).

Everything is computed from the rows of the papers that are in, so that the order in which they came does not matter. Which figures
tell the same is in ``observations.claim_key``, made when a paper is saved; only claims in which something changed are looked at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

from sqlite_utils import Database

from schema.database import writing
from schema.figure import figure_of
from schema.standings import Standing, Stands, Telling, standings
from schema.step import Row, bring_in_step, out_of_step
from schema.tables import BETWEEN_PAPERS, DERIVED, FACTS
from schema.triggers import NOTES

#: So many claims are looked at at one time, as an archive does not fit into memory, and so many times in one transaction, as
#: each writes the pages again that the last one wrote.
_AT_ONCE = 500
_IN_ONE_TRANSACTION = 10

#: The claims at hand, their rows, and the checks that their figures have or may have.
_AT_HAND = (
    "create temp table if not exists claims_at_hand (claim_key text primary key)",
    "create temp table if not exists checks_at_hand (id text primary key)",
)
_SAME_FIGURES = next(table for table in DERIVED if table.name == "same_figures")
_CHECKS = next(table for table in FACTS if table.name == "checks")
_CLAIMS_AT_HAND = "claim_key in (select claim_key from temp.claims_at_hand)"
_CHECKS_AT_HAND = "id in (select id from temp.checks_at_hand)"
_Pairs = frozenset[frozenset[str]]
_OTHERS = ("earlier", "later")
_HELD: Mapping[Standing, str] = {"agrees": "ok", "rounded": "rounding"}
_RESTATED: tuple[Standing, ...] = ("agrees", "rounded", "revised", "provisional")

# "cross" and "left": from the claims at hand to their figures and then to the papers, in that order; SQLite would look through all of either.
_TOLD = """
select o.*, coalesce(p.force, d.force) as home, coalesce(p.meeting_date, d.meeting_date) as meeting
from temp.claims_at_hand c
cross join observations o on o.claim_key = c.claim_key
left join documents d on d.id = o.document_id
left join papers p on p.id = o.paper_id
where d.superseded_by is null
order by c.claim_key
"""


def refresh_claims(db: Database) -> bool:
    """Hold the figures of all papers that tell the same against each other, where anything changed; True if that changed anything.

    Fills ``same_figures`` and the rows of C11 in ``checks``, and counts those that hold in ``observations.verified``. The claims
    that changed are noted by the database itself (``schema.triggers``). What is saved when this is broken off is right.
    """
    for statement in _AT_HAND:
        db.execute(statement)
    changed = False
    conflicting = _conflicting(db)
    while True:
        with writing(db):
            for _ in range(_IN_ONE_TRANSACTION):
                db.execute("delete from temp.claims_at_hand")
                db.execute(f"insert into temp.claims_at_hand select claim_key from {NOTES} order by 1 limit {_AT_ONCE}")
                if not db.execute("select 1 from temp.claims_at_hand").fetchone():
                    return changed
                changed = _look_at(db, conflicting) or changed
                db.execute(f"delete from {NOTES} where {_CLAIMS_AT_HAND}")


def claims_out_of_step(db: Database) -> int:
    """How many rows of ``same_figures``, and checks between papers, are not what the figures of all papers give; nothing is written."""
    for statement in _AT_HAND:
        db.execute(statement)
    differing, last = 0, ""
    conflicting = _conflicting(db)
    while True:
        db.execute("delete from temp.claims_at_hand")
        db.execute(
            "insert into temp.claims_at_hand select claim_key from"
            " (select claim_key from observations union select claim_key from same_figures)"
            f" where claim_key > ? order by 1 limit {_AT_ONCE}",
            (last,),
        )
        (reached,) = db.execute("select max(claim_key) from temp.claims_at_hand").fetchone()
        if reached is None:
            return differing
        last = reached
        rows, checks = _fresh(db, conflicting)
        _take_checks(db, rows)
        differing += out_of_step(db, _SAME_FIGURES, {"same_figures": rows}, within=_CLAIMS_AT_HAND)
        differing += out_of_step(db, _CHECKS, {"checks": checks}, within=_CHECKS_AT_HAND)


def _look_at(db: Database, conflicting: _Pairs) -> bool:
    """Bring the claims at hand up to date."""
    rows, checks = _fresh(db, conflicting)
    _take_checks(db, rows)
    before = _held(db.execute(f"select result, observation_ids from checks where {_CHECKS_AT_HAND}"))
    after = _held((check["result"], check["observation_ids"]) for check in checks)
    changed = bring_in_step(db, [_SAME_FIGURES], {"same_figures": rows}, within=_CLAIMS_AT_HAND)
    changed = bring_in_step(db, [_CHECKS], {"checks": checks}, within=_CHECKS_AT_HAND) or changed
    changes = [(after[id] - before[id], id) for id in {**before, **after} if after[id] != before[id]]
    db.conn.executemany("update observations set verified = verified + ? where id = ?", changes)
    return changed


def _fresh(db: Database, conflicting: _Pairs) -> tuple[list[Row], list[Row]]:
    """What the claims at hand give as the papers are now: rows of ``same_figures``, and checks."""
    rows: list[Row] = []
    checks: list[Row] = []
    for claim, group in groupby(_dicts(db, _TOLD), key=itemgetter("claim_key")):
        told = {row["id"]: row for row in group}
        if len(told) < 2:
            continue
        for one in standings([_telling(row) for row in told.values()], conflicting):
            rows.append(_row(claim, one))
            if _between_meetings(one) and one.against is not None:
                earlier, later = told[one.telling.figure.id], told[one.against.figure.id]
                checks += [_check(earlier, later, one, "later"), _check(later, earlier, one, "earlier")]
    return rows, checks


def _take_checks(db: Database, rows: Sequence[Row]) -> None:
    """Name the checks that figures of the claims at hand had before or may have now."""
    had = db.execute(f"select document_id, observation_id from same_figures where {_CLAIMS_AT_HAND}")
    figures = {*had, *((row["document_id"], row["observation_id"]) for row in rows)}
    ids = [(_check_id(str(document), str(figure), which),) for document, figure in figures for which in _OTHERS]
    db.execute("delete from temp.checks_at_hand")
    db.conn.executemany("insert into temp.checks_at_hand values (?)", ids)


def held_between(db: Database, document_id: str) -> Counter[str]:
    """How many checks between papers hold for each observation of a document."""
    found = db.execute(
        "select result, observation_ids from checks where check_code = ? and document_id = ?",
        (BETWEEN_PAPERS, document_id),
    )
    return _held(found)


def _held(checks: Iterable[Sequence[object]]) -> Counter[str]:
    """By result and figures. Each check stands in the paper of the first of its two figures, and counts for that one."""
    return Counter(json.loads(str(ids))[0] for result, ids in checks if result in _HELD.values())


def _conflicting(db: Database) -> _Pairs:
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
        spot=row["source_table_id"] or row["paper_id"] or row["document_id"],
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


def _on_one_line(printed: str) -> str:
    return " ".join(printed.split())


def _check_id(document: str, figure: str, is_other: str) -> str:
    """Made from the place of the figure, like all ids; a figure may be held against an earlier and a later one."""
    return f"{document}-{BETWEEN_PAPERS}-{figure.removeprefix(document + '-')}-{is_other}"


def _check(
    own: Mapping[str, Any], other: Mapping[str, Any], stands: Stands, is_other: Literal["earlier", "later"]
) -> Row:
    """The row of ``checks`` for one of the two figures, at its place; ``is_other`` says when the other one was told."""
    result = _HELD.get(stands.standing, "not_checkable")
    told = f"the {is_other} paper, of {other['meeting']}, prints {_on_one_line(other['value_text'])}"
    place = {name: own[name] for name in _CHECKS.columns if name in own}
    return {
        **dict.fromkeys(_CHECKS.columns),
        **place,
        "id": _check_id(own["document_id"], own["id"], is_other),
        "check_code": BETWEEN_PAPERS,
        "result": result,
        "printed": f"{_on_one_line(own['value_text'])} and {_on_one_line(other['value_text'])}",
        "why": "; ".join(filter(None, [told, stands.why])) if result == "not_checkable" else told,
        "observation_ids": json.dumps([own["id"], other["id"]]),
    }

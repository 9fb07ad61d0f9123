"""Whole tables brought in step a piece at a time: the rows are those wanted, and none of both sides is in memory as a whole."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

import schema.step
from panel_papers import FOUR_FORCES, database_of
from schema.award_rows import refresh_same_awards, same_awards_out_of_step
from schema.claims import _TOLD, claims_out_of_step, refresh_claims
from schema.database import open_database, writing
from schema.organisation_rows import organisations_out_of_step, refresh_organisations
from schema.runs import coverage_out_of_step, refresh_coverage, refresh_derived
from schema.shape import Table
from schema.step import Row, all_out_of_step, bring_all_in_step

KEPT = Table(
    name="kept", holds="derived", key=("place", "year"), columns={"place": str, "year": int, "n": int, "why": str}
)
NAMED = Table(name="named", holds="derived", key=("id",), columns={"id": str, "n": int})

#: Names that Python and SQLite must put in one order, and numbers that are none as text.
PLACES = st.sampled_from(["", "a", "B", "b", "kent", "Kent", "é", "z", "\uffff", "\U0001f600"])
KEYS = st.tuples(PLACES, st.sampled_from([-1, 2, 10, 9]))
TABLES = st.dictionaries(KEYS, st.tuples(st.none() | st.integers(0, 3), st.sampled_from([None, "", "so"])), max_size=30)


def database() -> Database:
    db = Database(memory=True)
    for table in (KEPT, NAMED):
        db.create_table(table.name, dict(table.columns), pk=table.key if len(table.key) > 1 else table.key[0])
    return db


def rows_of(told: dict[tuple[str, int], tuple[int | None, str | None]]) -> list[Row]:
    return [{"place": place, "year": year, "n": n, "why": why} for (place, year), (n, why) in sorted(told.items())]


@given(before=TABLES, after=TABLES, piece=st.integers(1, 7))
def test_a_table_becomes_what_is_wanted_in_pieces_of_any_size(
    before: dict[tuple[str, int], tuple[int | None, str | None]],
    after: dict[tuple[str, int], tuple[int | None, str | None]],
    piece: int,
) -> None:
    db, differing = database(), {key for key in before | after if before.get(key) != after.get(key)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema.step, "_AT_ONCE", piece)
        db.table("kept").insert_all(rows_of(before))
        assert all_out_of_step(db, KEPT, iter(rows_of(after))) == len(differing)
        with writing(db):
            assert bring_all_in_step(db, KEPT, iter(rows_of(after))) is bool(differing)
            assert not bring_all_in_step(db, KEPT, iter(rows_of(after)))
    assert list(db.query("select * from kept order by place, year")) == rows_of(after)


def test_what_is_right_is_not_written_again() -> None:
    db = database()
    db.table("named").insert_all({"id": f"{n:04}", "n": n} for n in range(3_000))
    changes = db.conn.total_changes
    wanted = ({"id": f"{n:04}", "n": -1 if n == 1_500 else n} for n in range(2_999))
    with writing(db):
        assert bring_all_in_step(db, NAMED, wanted)
    assert db.conn.total_changes - changes == 2  # One is another, one is gone.


def test_memory_does_not_grow_with_the_table() -> None:
    def rows(count: int) -> Iterator[Row]:
        return ({"id": f"{n:08}" * 20, "n": n} for n in range(count))

    def peak(count: int) -> int:
        db = database()
        tracemalloc.start()
        with writing(db):
            bring_all_in_step(db, NAMED, rows(count))
            bring_all_in_step(db, NAMED, rows(count))
            bring_all_in_step(db, NAMED, ({**row, "n": -1} for row in rows(count)))
        taken = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return taken

    peak(100)
    assert peak(20_000) < 1.2 * peak(3_000)


GRANTS = "\n\nA grant of £5,{n:d}50 was awarded to the Street Pastors. A grant of £7,125 was awarded to Hope Trust.\n"


@pytest.fixture
def joined(tmp_path: Path) -> Iterator[Database]:
    """Papers of several forces and meetings that tell figures and grants of one another again."""
    days = ("9 September 2019", "9 December 2019")
    told = {
        f"{name}-{n}": text.replace(days[0], day) + GRANTS.format(n=name[1:2] == "u")
        for name, text in FOUR_FORCES.items()
        for n, day in enumerate(days)
    }
    with database_of(tmp_path, told) as db:
        yield db


def test_what_joins_papers_is_the_same_in_pieces_of_one(joined: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    db, tables = joined, ("coverage", "same_figures", "same_awards", "organisations")
    whole = [list(db.query(f"select * from {table} order by 1, 2, 3")) for table in tables]
    assert [len(rows) for rows in whole] == [15, 30, 8, 5]
    monkeypatch.setattr("schema.step._AT_ONCE", 1)
    monkeypatch.setattr("schema.claims._AT_ONCE", 1)
    checks = (coverage_out_of_step, claims_out_of_step, same_awards_out_of_step, organisations_out_of_step)
    assert [check(db) for check in checks] == [0, 0, 0, 0]
    db.conn.commit()
    db.execute("delete from coverage")
    db.execute("delete from same_awards where rowid % 2")
    db.execute("update organisations set received = received + 1 where rowid % 3 = 0")
    assert all(check(db) for check in (coverage_out_of_step, same_awards_out_of_step, organisations_out_of_step))
    assert [one(db) for one in (refresh_coverage, refresh_same_awards, refresh_organisations)] == [True] * 3
    db.execute("update observations set label = label || ' '")  # Notes every claim.
    refresh_derived(db)
    assert not refresh_claims(db)
    assert [list(db.query(f"select * from {table} order by 1, 2, 3")) for table in tables] == whole


def test_few_claims_are_looked_at_without_looking_at_all_figures() -> None:
    db = open_database(":memory:")
    refresh_claims(db)  # Makes the table of those at hand.
    plan = [row[3] for row in db.execute(f"explain query plan {_TOLD}")]
    assert [step.split()[:2] for step in plan] == [["SCAN", "c"], ["SEARCH", "o"], ["SEARCH", "d"], ["SEARCH", "p"]]

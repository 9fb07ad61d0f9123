"""Saving a reading: whole or not at all, nothing twice, and the earlier version of a file findable."""

import datetime as dt
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from readings import MINUTES, NOON, cell, file_facts, observed, small_reading, small_table
from schema.database import open_database
from schema.errors import DatabaseUnusable, NotSaved
from schema.reading import Check, Period, Place, Problem, Reading
from schema.rows import FileFacts, financial_year, rows_of
from schema.saving import (
    RunCounts,
    finish_run,
    known_documents,
    refresh_coverage,
    save_failure,
    save_path,
    save_reading,
    start_run,
)
from schema.tables import FACTS

LATER = NOON + dt.timedelta(days=40)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "panel.db"
    open_database(path).close()
    return path


@pytest.fixture
def db(tmp_path: Path, empty: Path) -> Iterator[Database]:
    shutil.copy(empty, tmp_path / "panel.db")
    opened = open_database(tmp_path / "panel.db", busy_seconds=0.05)
    yield opened
    opened.close()


def save(
    db: Database, reading: Reading, file: FileFacts | None = None, at: dt.datetime = NOON, version: str = "1"
) -> bool:
    return save_reading(db, reading, file or file_facts(), version=version, ingested_at=at)


def everything(db: Database) -> list[str]:
    return list(db.conn.iterdump())


def ids(db: Database, table: str) -> list[str]:
    return [row[0] for row in db.execute(f"select id from {table} order by id")]


def sound(db: Database) -> bool:
    return not list(db.execute("pragma foreign_key_check")) and db.execute("pragma integrity_check").fetchone() == (
        "ok",
    )


# What comes out is what went in


def test_every_kind_of_fact_arrives_with_its_place(db: Database) -> None:
    file = file_facts()
    assert save(db, small_reading(), file)
    counts = {table.name: db.table(table.name).count for table in FACTS}
    assert counts == {
        "papers": 2,
        "pages": 2,
        "source_tables": 1,
        "source_cells": 12,
        "observations": 6,
        "missing_figures": 1,
        "funding_awards": 1,
        "dates": 2,
        "checks": 3,
        "discrepancies": 1,
        "problems": 2,
    }
    d = file.sha256[:16]
    assert db.table("documents").get(d) == {
        "id": d,
        "path": "papers/pack.pdf",
        "file_name": "pack.pdf",
        "sha256": file.sha256,
        "media_type": "application/pdf",
        "bytes": 5,
        "page_count": 2,
        "title": "Lancashire panel, 23 March 2015",
        "force": "lancashire",
        "body": "Lancashire Police and Crime Panel",
        "doc_type": "agenda_pack",
        "meeting_date": "2015-03-23",
        "period_start": None,
        "period_end": None,
        "source_url": "https://example.org/pack.pdf",
        "status": "ok",
        "reader": "by hand 1",
        "version": "1",
        "ingested_at": "2026-03-01T12:00:00+00:00",
        "superseded_by": None,
        "corrections": None,
        "stated": None,
    }
    burglary = db.table("observations").get(f"{d}-p2t1-r1-c1-0")
    assert burglary["paper_id"] == f"{d}-2"
    assert burglary["source_table_id"] == f"{d}-p2t1"
    assert (burglary["page"], burglary["line"], burglary["row"], burglary["col"]) == (2, 4, 1, 1)
    assert (burglary["value"], burglary["value_text"], burglary["measure"]) == (4900.0, "4,900", "burglary")
    assert (burglary["period_start"], burglary["period_end"], burglary["period_type"], burglary["financial_year"]) == (
        "2014-04-01",
        "2015-03-31",
        "financial_year",
        "2014/15",
    )
    visits = db.table("observations").get(f"{d}-p2l9-12-0")
    assert (visits["source"], visits["char_start"], visits["char_end"]) == ("prose", 12, 24)
    assert (visits["period_start"], visits["financial_year"], visits["source_table_id"]) == (None, None, None)
    printed = db.table("source_cells").get((f"{d}-p2t1", 1, 1))
    assert (printed["text"], printed["is_header"], printed["x0"], printed["bottom"]) == ("4,900", 0, 50.0, 32.0)
    (award,) = db.query("select * from funding_awards")
    assert (award["id"], award["recipient"], award["amount"], award["date"]) == (
        f"{d}-p2l11-0-0",
        "Boxing Club",
        5000.0,
        "2015-02",
    )
    assert list(db.query('select id, type, start, "end", date_edtf from dates order by id')) == [
        {
            "id": f"{d}-p1l1-0-0",
            "type": "meeting",
            "start": "2015-01-29",
            "end": "2015-01-29",
            "date_edtf": "2015-01-29",
        },
        {"id": f"{d}-p2l1-0-0", "type": "event", "start": "2015-06-01", "end": "2015-06-30", "date_edtf": "2015-06"},
    ]
    assert ids(db, "problems") == [f"{d}-figure_without_data-p2", f"{d}-figure_without_data-p2-2"]
    assert sound(db)


def test_checks_that_hold_verify_and_those_that_do_not_are_discrepancies(db: Database) -> None:
    save(db, small_reading())
    d = file_facts().document_id
    verified = {row["id"]: row["verified"] for row in db.query("select id, verified from observations")}
    assert {id.removeprefix(d) for id, times in verified.items() if times == 1} == {
        "-p2t1-r1-c1-0",
        "-p2t1-r2-c1-0",
        # What rounding explains holds as well.
        "-p2t1-r2-c2-0",
        "-p2t1-r3-c1-0",
    }
    assert set(verified.values()) == {0, 1}
    found = list(
        db.query("select id, severity, printed, computed, observation_ids, page, quote from discrepancies order by id")
    )
    assert found == [
        {
            "id": f"{d}-change-p2t1-r1-c2-0",
            "severity": "unreconciled",
            "printed": "-2.0%",
            "computed": "-3.0%",
            "observation_ids": json.dumps([f"{d}-p2t1-r1-c2-0", f"{d}-p2t1-r1-c1-0"]),
            "page": 2,
            "quote": "-2.0%",
        },
    ]
    assert set(ids(db, "discrepancies")) < set(ids(db, "checks"))


def test_a_failed_check_without_a_severity_is_wrong_and_one_that_cannot_be_made_is_no_discrepancy(db: Database) -> None:
    checks = (
        Check(code="sum", result="fail", label="a", places=(cell(1, 1),)),
        Check(code="sum", result="not_checkable", label="b", places=(cell(2, 1),)),
        Check(code="cover", result="fail", label="c", places=()),
    )
    save(db, replace(small_reading(), checks=checks))
    assert [
        tuple(row.values()) for row in db.query("select label, severity, page from discrepancies order by label")
    ] == [
        ("a", "wrong", 2),
        ("c", "wrong", None),
    ]


def test_two_facts_at_one_place_are_both_kept_in_the_order_of_the_reading(db: Database) -> None:
    twice = (observed(cell(1, 1), "first", 1, "1"), observed(cell(1, 1), "second", 2, "2"))
    save(db, replace(small_reading(), observations=twice, checks=()))
    d = file_facts().document_id
    assert [tuple(row.values()) for row in db.query("select id, label from observations order by id")] == [
        (f"{d}-p2t1-r1-c1-0", "first"),
        (f"{d}-p2t1-r1-c1-0-2", "second"),
    ]


def test_a_cell_printed_twice_is_told_and_not_lost(db: Database) -> None:
    table = small_table()
    again = table.cells[4]._replace(text="4,901")
    save(db, replace(small_reading(), tables=(replace(table, cells=(*table.cells, again)),)))
    assert db.table("source_cells").count == 12
    (told,) = db.query("select message, page from problems where code = 'cell_printed_twice'")
    assert told == {
        "message": "Table 1 has two cells in row 2, column 2; the second was left out: '4,901'",
        "page": 2,
    }


def test_text_that_sqlite_cannot_hold_is_mended(db: Database) -> None:
    odd = replace(small_reading(), observations=(observed(cell(1, 1), "half \ud83d pair 😀", 10**30, "é"),), checks=())
    save(db, odd)
    (row,) = db.query("select label, value, value_text from observations")
    assert row == {"label": "half \ufffd pair 😀", "value": 1e30, "value_text": "é"}


@pytest.mark.parametrize(
    ("start", "end", "year"),
    [
        ((2015, 3, 31), (2015, 3, 31), "2014/15"),
        ((2019, 7, 1), (2020, 6, 30), "2019/20"),
        ((2019, 10, 1), (2020, 9, 30), "2020/21"),
        ((2017, 10, 1), (2018, 9, 30), "2018/19"),
        ((2019, 4, 1), (2020, 3, 31), "2019/20"),
        ((2020, 4, 1), (2020, 6, 30), "2020/21"),
        (None, (1999, 4, 1), "1999/00"),
        (None, None, None),
    ],
)
def test_the_financial_year_of_a_period(
    start: tuple[int, int, int] | None, end: tuple[int, int, int] | None, year: str | None
) -> None:
    period = Period(dt.date(*start) if start else None, dt.date(*end) if end else None, "as printed", "range")
    assert financial_year(period) == year
    assert financial_year(None) is None


# Again


def test_saving_again_changes_nothing(db: Database) -> None:
    save(db, small_reading())
    before, writes = everything(db), db.conn.total_changes
    assert not save(db, small_reading(), at=LATER)
    assert db.conn.total_changes == writes
    assert everything(db) == before


def test_a_better_parser_changes_values_and_not_ids(db: Database) -> None:
    save(db, small_reading())
    tables = [table.name for table in FACTS if "id" in table.columns]
    before = {name: ids(db, name) for name in tables}
    assert save(db, small_reading(burglary=4901), at=LATER, version="2")
    assert {name: ids(db, name) for name in tables} == before
    assert db.execute("select value from observations where label = 'Burglary' and unit = 'count'").fetchone() == (
        4901.0,
    )
    assert db.execute("select version, ingested_at from documents").fetchone() == ("2", "2026-04-10T12:00:00+00:00")


def test_what_is_no_longer_read_is_gone(db: Database) -> None:
    save(db, small_reading())
    whole = small_reading()
    only_paper = replace(MINUTES, number=1)
    less = Reading(media_type=whole.media_type, reader=whole.reader, status="partial", identity=whole.identity)
    kept = replace(whole.observations[-1], paper=1)
    save(db, replace(less, papers=(only_paper,), pages=whole.pages[:1], observations=(kept,)))
    assert {table.name: db.table(table.name).count for table in FACTS} == {
        "papers": 1,
        "pages": 1,
        "source_tables": 0,
        "source_cells": 0,
        "observations": 1,
        "missing_figures": 0,
        "funding_awards": 0,
        "dates": 0,
        "checks": 0,
        "discrepancies": 0,
        "problems": 0,
    }
    assert sound(db)
    assert list(db.table("observations").search("burglary")) == []


VALUES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.floats(allow_nan=False, width=32)), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=VALUES)
def test_whatever_was_there_before_only_the_last_reading_is_left(
    values: list[tuple[int, int, float]], db: Database
) -> None:
    seen = tuple(observed(cell(r, c), "Burglary", value, "x", measure="burglary") for r, c, value in values)
    reading = replace(small_reading(), observations=seen, checks=())
    save(db, reading)
    wanted = rows_of(reading, file_facts(), version="1", ingested_at=NOON)["observations"]
    assert list(db.query("select * from observations order by id")) == sorted(wanted, key=lambda row: str(row["id"]))


# Search


def found(db: Database, table: str, words: str) -> int:
    return len(list(db.table(table).search(db.quote_fts(words))))


def test_search_keeps_step_with_the_rows(db: Database) -> None:
    save(db, small_reading())
    assert (found(db, "pages", "burglary"), found(db, "pages", "apology")) == (1, 1)
    assert (found(db, "observations", "acquisitive robbery"), found(db, "observations", "school visit")) == (2, 1)
    assert found(db, "funding_awards", "boxing") == 1
    reading = small_reading()
    renamed = tuple(
        replace(one, label="Theft", measure=None, area="Camden") if one.label == "Robbery" else one
        for one in reading.observations
    )
    save(db, replace(reading, observations=renamed))
    assert (found(db, "observations", "robbery"), found(db, "observations", "thefts camden")) == (0, 2)
    for table in ("pages", "observations", "funding_awards"):
        db.execute(f"insert into {table}_fts ({table}_fts, rank) values ('integrity-check', 1)")


def test_search_is_right_in_a_copy_made_by_vacuum(db: Database, tmp_path: Path) -> None:
    save(db, small_reading(), file_facts("other", "papers/other.pdf"))
    save(db, small_reading())
    save(db, replace(small_reading(), observations=(), checks=()), file_facts("other", "papers/other.pdf"))
    db.execute("vacuum into ?", [str(tmp_path / "copy.db")])
    copy = open_database(tmp_path / "copy.db")
    assert {row["label"] for row in copy.table("observations").search("robbery")} == {"Robbery"}
    copy.close()


# Paths and versions


def test_a_copy_elsewhere_is_one_document_with_two_paths(db: Database) -> None:
    save(db, small_reading())
    copy = file_facts(path="./archive//pack.pdf")
    assert save_path(db, copy, seen_at=LATER)
    assert not save_path(db, copy, seen_at=LATER)
    (known,) = known_documents(db).values()
    assert known.paths == ("archive/pack.pdf", "papers/pack.pdf")
    assert db.execute("select path, file_name, ingested_at from documents").fetchall() == [
        ("papers/pack.pdf", "pack.pdf", "2026-03-01T12:00:00+00:00")
    ]
    assert save(db, small_reading(), file_facts(path="third.pdf"), at=LATER)
    assert db.table("documents").count == 1


def test_a_revised_file_takes_over_the_path_and_the_earlier_version_stays_findable(db: Database) -> None:
    old, new = file_facts("first"), file_facts("revised")
    save(db, small_reading(), old)
    save(db, small_reading(burglary=4899), new, at=LATER)
    known = known_documents(db)
    assert known[old.sha256].superseded_by == new.document_id
    assert known[old.sha256].paths == ()
    assert known[new.sha256].paths == ("papers/pack.pdf",)
    assert db.execute("select count(*) from observations").fetchone() == (12,)
    values = "select value from observations_readable where label = 'Burglary' and unit = 'count'"
    assert db.execute(values).fetchall() == [(4899.0,)]
    (earlier,) = db.query("select path, seen_from, seen_to, document_id, superseded_by from earlier_versions")
    assert earlier == {
        "path": "papers/pack.pdf",
        "seen_from": "2026-03-01T12:00:00+00:00",
        "seen_to": "2026-04-10T12:00:00+00:00",
        "document_id": old.document_id,
        "superseded_by": new.document_id,
    }
    assert sound(db)


def test_a_version_that_comes_back_is_current_again(db: Database) -> None:
    old, new = file_facts("first"), file_facts("revised")
    save(db, small_reading(), old)
    save(db, small_reading(), new)
    assert save_path(db, old, seen_at=LATER)
    known = known_documents(db)
    assert known[old.sha256].superseded_by is None
    assert known[new.sha256].superseded_by == old.document_id
    assert save_path(db, new, seen_at=LATER)
    assert known_documents(db)[new.sha256].superseded_by is None


def test_a_document_that_still_lies_elsewhere_is_not_superseded(db: Database) -> None:
    old, new = file_facts("first"), file_facts("revised")
    save(db, small_reading(), old)
    save_path(db, file_facts("first", "archive/old.pdf"), seen_at=NOON)
    save(db, small_reading(), new, at=LATER)
    assert known_documents(db)[old.sha256].superseded_by is None
    assert db.execute("select path, file_name from documents where id = ?", [old.document_id]).fetchone() == (
        "archive/old.pdf",
        "old.pdf",
    )


# Failures


PROBLEM = Problem(code="encrypted", message="The file is locked with a password", severity="error")


def test_a_file_that_cannot_be_read_is_recorded_and_takes_nothing_over(db: Database) -> None:
    save(db, small_reading())
    broken = file_facts("broken")
    save_failure(db, broken, [PROBLEM], version="1", ingested_at=NOON)
    before = everything(db)
    save_failure(db, broken, [PROBLEM], version="1", ingested_at=LATER)
    assert everything(db) == before
    assert known_documents(db)[broken.sha256].status == "failed"
    assert known_documents(db)[file_facts().sha256].superseded_by is None
    (told,) = db.query("select code, file_name, status from not_read where status = 'failed'")
    assert told == {"code": "encrypted", "file_name": "pack.pdf", "status": "failed"}
    assert db.execute("select count(*) from observations_readable").fetchone() == (6,)
    save(db, small_reading(), file_facts("mended"), at=LATER)
    assert db.execute("select count(*) from not_read where status = 'failed'").fetchone() == (0,)


def test_a_failure_to_read_again_leaves_the_earlier_reading_as_it_is(db: Database) -> None:
    save(db, small_reading())
    for _ in range(2):
        save_failure(db, file_facts(), [PROBLEM], version="2", ingested_at=LATER)
    assert db.execute("select status, version from documents").fetchall() == [("ok", "1")]
    assert db.table("observations").count == 6
    assert {row["code"] for row in db.query("select code from problems")} == {"encrypted", "figure_without_data"}
    save(db, small_reading(), version="3")
    assert {row["code"] for row in db.query("select code from problems")} == {"figure_without_data"}


def test_a_file_that_failed_can_be_read_later(db: Database) -> None:
    save_failure(db, file_facts(), [PROBLEM], version="1", ingested_at=NOON)
    save(db, small_reading(), version="2", at=LATER)
    assert db.execute("select status, version from documents").fetchall() == [("ok", "2")]
    assert db.execute("select count(*) from problems where code = 'encrypted'").fetchone() == (0,)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"paper": 9}, "names paper 9"),
        ({"place": Place(page=1, table="p9t9", row=0, col=0)}, "names table p9t9"),
        ({"measure": "no-such-measure"}, "does not fit the database"),
        ({"force": "atlantis"}, "does not fit the database"),
    ],
)
def test_a_reading_that_contradicts_itself_is_not_saved_at_all(
    change: dict[str, object], words: str, db: Database
) -> None:
    save(db, small_reading())
    before = everything(db)
    first, *rest = small_reading(burglary=1).observations
    wrong = replace(small_reading(), observations=(replace(first, **change), *rest), checks=())
    with pytest.raises(NotSaved, match=f"papers/pack.pdf: .*{words}"):
        save(db, wrong)
    assert everything(db) == before


def test_a_full_disk_leaves_what_was_there(db: Database) -> None:
    save(db, small_reading())
    before = everything(db)
    pages = db.execute("pragma page_count").fetchone()[0]
    db.execute(f"pragma max_page_count = {pages}")
    many = tuple(observed(Place(page=1, line=n, start=0), "x" * 900, 1, "1") for n in range(500))
    with pytest.raises(DatabaseUnusable, match=r"panel\.db: the disk is full") as caught:
        save(db, replace(small_reading(), observations=many, checks=()), file_facts("large", "large.pdf"))
    assert caught.value.exit_code == 4
    assert everything(db) == before
    db.execute("pragma max_page_count = 1000000")
    assert save(db, small_reading(), file_facts("small", "small.pdf"))


def test_a_locked_database_is_told_and_can_be_written_after(db: Database, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "panel.db", isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(DatabaseUnusable, match="another program is writing"):
        save(db, small_reading())
    other.execute("rollback")
    other.close()
    assert save(db, small_reading())


def test_a_database_that_became_read_only_is_told(db: Database) -> None:
    db.execute("pragma query_only = on")
    with pytest.raises(DatabaseUnusable, match="cannot be written"):
        save(db, small_reading())
    db.execute("pragma query_only = off")
    assert save(db, small_reading())


def test_a_program_that_is_killed_while_saving_leaves_what_was_there(db: Database, tmp_path: Path) -> None:
    save(db, small_reading())
    before = everything(db)
    killed = (
        "import os, sys; sys.path.insert(0, sys.argv[1])\n"
        "from schema.database import open_database, writing\n"
        "db = open_database(sys.argv[2])\n"
        "with writing(db):\n"
        "    db.execute('delete from observations')\n"
        "    os._exit(9)\n"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", killed, str(root), str(tmp_path / "panel.db")], check=False)
    assert done.returncode == 9
    assert everything(db) == before


# Runs


def test_a_run_is_registered_and_coverage_counted(db: Database) -> None:
    run = start_run(db, version="1", started_at=NOON)
    save(db, small_reading())
    save(db, small_reading(), file_facts("second", "papers/second.pdf"))
    finish_run(db, run, RunCounts(files=3, added=2, failed=1), finished_at=NOON + dt.timedelta(seconds=90))
    (row,) = db.query("select * from runs")
    assert row == {
        "id": "2026-03-01T12:00:00.000000+00:00",
        "version": "1",
        "started_at": "2026-03-01T12:00:00+00:00",
        "finished_at": "2026-03-01T12:01:30+00:00",
        "seconds": 90.0,
        "status": "finished",
        "files": 3,
        "added": 2,
        "changed": 0,
        "unchanged": 0,
        "partial": 0,
        "failed": 1,
    }
    assert list(db.query("select force, measure, financial_year, n, documents from coverage order by measure")) == [
        {"force": "lancashire", "measure": "burglary", "financial_year": "2014/15", "n": 4, "documents": 2},
        {"force": "lancashire", "measure": "robbery", "financial_year": "2014/15", "n": 4, "documents": 2},
    ]
    assert not refresh_coverage(db)
    save(db, small_reading(), file_facts("revised", "papers/second.pdf"))
    assert not refresh_coverage(db)
    save(db, replace(small_reading(), observations=(), checks=()), file_facts("empty", "papers/second.pdf"))
    assert refresh_coverage(db)
    assert db.execute("select sum(n) from coverage").fetchone() == (4,)


def test_facts_keep_when_a_measure_leaves_the_vocabulary(db: Database) -> None:
    save(db, small_reading())
    refresh_coverage(db)
    db.execute("delete from measures where id = 'robbery'")
    assert db.execute("select count(*), count(measure) from observations").fetchone() == (6, 2)
    assert sound(db)


def test_a_document_that_is_deleted_takes_its_facts_along(db: Database) -> None:
    save(db, small_reading())
    db.table("documents").delete(file_facts().document_id)
    assert {db.table(table.name).count for table in FACTS} == {0}
    assert sound(db)

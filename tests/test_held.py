"""What a database holds is counted in one way: by the views, on the first page, by ``doctor``, in a publication."""

import asyncio
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

import served
from ingest.cli import main
from readings import NOON, file_facts
from schema.database import open_database, read_database
from schema.held import COUNTED_SO, held
from schema.reading import Problem
from schema.saving import save_failure
from serve.changes import changes, text
from serve.site import build

VIEWS = {
    "figures": "observations_readable",
    "awards": "funding_awards_readable where standing is not 'again'",
    "dates": "dates_readable",
    "contradictions in papers": "discrepancies_readable",
    "notes on what could not be read": "not_read",
    "earlier versions, replaced": "earlier_versions",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four papers, one that could not be read, one that was replaced, and of two awards one that is told again."""
    path = served.build(tmp_path_factory.mktemp("held") / "panel.db")
    with closing(open_database(path)) as db:
        broken = [Problem(code="unreadable", message="It is no PDF.", severity="error")]
        save_failure(db, file_facts("broken"), broken, version="1", ingested_at=NOON)
        with db.conn:
            for document in (served.LANCASHIRE, served.EARLIER):
                first, again = db.execute("select id from funding_awards where document_id = ?", [document]).fetchall()
                row = {"award_id": again[0], "document_id": document, "against_id": first[0]}
                db.table("same_awards").insert({**row, "standing": "again", "why": "both say so"})
    return path


def test_each_count_is_of_the_rows_that_readers_find(path: Path) -> None:
    with closing(read_database(path)) as db:
        told = held(db.conn)
        for what, view in VIEWS.items():
            assert told[what] == db.execute(f"select count(*) from {view}").fetchone()[0] > 0, what
    assert (told["papers"], told["papers that could not be read"], told["earlier versions, replaced"]) == (4, 1, 1)
    assert told["awards"] == 1


def test_the_first_page_doctor_and_a_publication_say_the_same(path: Path) -> None:
    with closing(read_database(path)) as db:
        told = held(db.conn)
    log = text(changes(None, path), "First")
    assert COUNTED_SO in log
    rows = json.loads(CliRunner().invoke(main, ["doctor", "--db", str(path), "--json"]).stdout)
    for what, number in told.items():
        assert f"| {what} | 0 | {number} |" in log
        assert [row["found"] for row in rows if row["about"] == what] == [str(number)], what
    shown = " ".join(re.sub(r"<[^>]+>", "", asyncio.run(build(path).client.get("/")).text).split())
    assert "4 papers" in shown and COUNTED_SO in shown
    assert "Kept, and not counted here: 1 earlier version, replaced and 1 paper that could not be read." in shown
    for what in ("figures", "awards", "dates", "notes on what could not be read"):
        count = f"{told[what]} {what}" if told[what] != 1 else f"1 {what[:-1]}"
        assert count in shown, what


def test_the_copy_before_is_counted_too(path: Path, tmp_path: Path) -> None:
    before = served.build(tmp_path / "before.db")
    with closing(sqlite3.connect(before)) as db, db:
        db.execute("update documents set superseded_by = null")
    counts = changes(before, path).counts
    assert counts["papers"] == (5, 4) and counts["earlier versions, replaced"] == (0, 1)
    assert counts["papers that could not be read"] == (0, 1)
    assert counts["figures"][0] > counts["figures"][1]

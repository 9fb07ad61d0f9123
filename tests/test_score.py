"""The measure of accuracy, itself measured: a database that holds the truth scores 1, one without scores 0."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.score import CORPUS, Tally, main, overlap, score_paper, words

PAPER = CORPUS / "lancashire-2015-10-community-safety-fund"
COLUMNS = {
    "observations": "label, context, area, statistic, unit, value, period_start, period_end, quote",
    "funding_awards": "recipient, area, purpose, amount, status, fund, year, decision_ref, quote",
    "dates": "type, start, end, label, quote",
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty database with the columns that the measure looks at."""
    connection = sqlite3.connect(tmp_path / "panel.db")
    connection.execute(
        "create table documents (id, path, title, force, body, doc_type, meeting_date, period_start, period_end)"
    )
    connection.execute("create table source_tables (id, document_id, caption, body_rows, columns)")
    connection.execute("create table source_cells (source_table_id, row, col, text)")
    for table, columns in COLUMNS.items():
        quoted = ", ".join(f'"{name}"' for name in columns.split(", "))
        connection.execute(f"create table {table} (document_id, {quoted})")
    yield connection
    connection.commit()
    connection.close()


def insert(db: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    known = [column[1] for column in db.execute(f"pragma table_info({table})")]
    kept = {name: value for name, value in row.items() if name in known}
    names = ", ".join(f'"{name}"' for name in kept)
    db.execute(f"insert into {table} ({names}) values ({', '.join('?' * len(kept))})", list(kept.values()))


def fill(db: sqlite3.Connection, truth: dict[str, Any]) -> None:
    """Put the truth of a paper into the database."""
    insert(db, "documents", {"id": "d", "path": f"corpus/{PAPER.name}/{PAPER.name}.pdf", **truth["document"]})
    for kind, table in (("observations", "observations"), ("awards", "funding_awards"), ("dates", "dates")):
        for fact in truth[kind]:
            insert(db, table, {"document_id": "d", **fact})
    for told in truth["tables"]:
        insert(db, "source_tables", {"id": told["n"], "document_id": "d", **told})
        for number, line in enumerate((told["first_body_row"], told["last_body_row"])):
            for col, text in enumerate(line):
                insert(db, "source_cells", {"source_table_id": told["n"], "row": number, "col": col, "text": text})


@pytest.fixture
def truth() -> dict[str, Any]:
    return json.loads((PAPER / "truth.json").read_text(encoding="utf-8"))


def test_the_truth_scores_one(db: sqlite3.Connection, truth: dict[str, Any]) -> None:
    fill(db, truth)
    for kind in ("documents", "tables", "awards", "dates"):
        assert score_paper(db, PAPER)[kind][0].shares() == (1.0, 1.0, 1.0), kind


def test_an_empty_database_has_found_nothing(db: sqlite3.Connection, truth: dict[str, Any]) -> None:
    tally, listing = score_paper(db, PAPER)["awards"]
    assert (tally.found, tally.right, tally.clean) == (0, 0, 0)
    assert len(listing.missed) == tally.truth == len(truth["awards"])


@pytest.mark.parametrize(
    ("change", "found", "right"),
    [
        ({"amount": 7001}, -1, -1),  # another number is another fact
        ({"purpose": "something else", "area": "elsewhere", "quote": None}, -1, -1),  # the same number of another thing
        ({"status": "spent"}, 0, -1),
        ({"fund": None}, 0, -1),
        ({"status": "planned"}, 0, 0),  # of one group with "awarded"
    ],
)
def test_a_changed_award_is_missed_or_wrong(
    db: sqlite3.Connection, truth: dict[str, Any], change: dict[str, Any], found: int, right: int
) -> None:
    truth["awards"][0] |= change
    fill(db, truth)
    tally, _ = score_paper(db, PAPER)["awards"]
    assert (tally.found - tally.truth, tally.right - tally.truth) == (found, right)


def test_what_was_made_up_is_not_clean(db: sqlite3.Connection, truth: dict[str, Any]) -> None:
    fill(db, truth)
    insert(db, "funding_awards", {"document_id": "d", "amount": 123456, "purpose": "made up"})
    tally, listing = score_paper(db, PAPER)["awards"]
    assert tally.rows - tally.clean == 1
    assert "made up" in listing.extra[0]


def test_a_table_with_a_row_too_few_is_found_but_not_right(db: sqlite3.Connection, truth: dict[str, Any]) -> None:
    truth["tables"][1]["body_rows"] -= 1
    fill(db, truth)
    tally, listing = score_paper(db, PAPER)["tables"]
    assert (tally.found, tally.right) == (3, 2)
    assert listing.wrong == ["9 x 3 for 10 x 3: None"]


def test_the_command_says_what_to_do_without_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.db")]) == 2
    assert "panelpapers ingest corpus" in capsys.readouterr().err


def test_the_command_prints_a_line_for_each_kind(
    db: sqlite3.Connection, truth: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(db, truth)
    db.commit()
    assert main([str(tmp_path / "panel.db"), "--paper", PAPER.name, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["awards"] == {"found": 1.0, "right": 1.0, "clean": 1.0}


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Hate Crimes", "the number of hate crime", 1.0),
        ("Domestic abuse", "Burglary", 0.0),
        ("Violence with injury", "Violence without injury", 2 / 3),
        ("", "anything", 0.0),
    ],
)
def test_how_much_two_names_overlap(one: str, other: str, share: float) -> None:
    assert overlap(words(one), words(other)) == pytest.approx(share)


def test_tallies_add_up() -> None:
    assert Tally(1, 2, 3, 4, 5) + Tally(1, 1, 1, 1, 1) == Tally(2, 3, 4, 5, 6)

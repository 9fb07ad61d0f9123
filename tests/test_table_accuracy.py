"""The benchmark's own counting: small tables whose figures a person can count on their fingers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import accuracy

Cells = list[tuple[int, int, int, int, int, str]]


def cells(*rows: tuple[str, ...], page: int = 1, first: int = 0) -> Cells:
    return [(page, r, c, 1, 1, text) for r, row in enumerate(rows, first) for c, text in enumerate(row)]


def test_neighbours_are_relations_and_blank_cells_are_passed_over() -> None:
    assert accuracy.relations(cells(("Crime", "", "2014"), ("Rape", "12", "13"))) == {
        ("crime", "2014", "H"): 1,
        ("rape", "12", "H"): 1,
        ("12", "13", "H"): 1,
        ("crime", "rape", "V"): 1,
        ("2014", "13", "V"): 1,
    }


def test_a_cell_over_two_columns_has_one_relation_to_each_neighbour() -> None:
    table = [(1, 0, 0, 1, 2, "2020/21"), (1, 1, 0, 1, 1, "Q1"), (1, 1, 1, 1, 1, "Q2")]
    assert accuracy.relations(table) == {("202021", "q1", "V"): 1, ("202021", "q2", "V"): 1, ("q1", "q2", "H"): 1}


XML = """<document><table><region id="1" page="2">
<cell start-row="0" start-col="0"><content>Crime</content></cell>
<cell start-row="0" start-col="1" end-col="2"><content>2014 / 15</content></cell>
<cell start-row="1" start-col="0"><content>Rape</content></cell>
<cell start-row="1" start-col="2"><content>13</content></cell>
</region></table></document>"""


def test_adjacency_counts_page_by_page_and_averages_papers(tmp_path: Path) -> None:
    for name in ("whole", "half", "none", "not-there"):
        (tmp_path / f"{name}-str.xml").write_text(XML)
        if name != "not-there":
            (tmp_path / f"{name}.pdf").touch()
    whole = cells(("Crime", "", "2014/15"), ("Rape", "", "13"), page=2)
    score = accuracy.adjacency(tmp_path, {"whole": [whole], "half": [whole[:3], cells(("a", "b"), page=1)]})
    assert [(p.both, p.truth, p.found) for p in score.papers] == [(1, 4, 2), (0, 4, 0), (4, 4, 4)]
    assert score.f1 == pytest.approx(2 * 0.5 * (5 / 12) / (0.5 + 5 / 12))
    assert (score.pooled.precision, score.pooled.recall) == (5 / 6, 5 / 12)


def test_cells_and_rows_forgive_a_header_that_is_printed_again(tmp_path: Path) -> None:
    rows = [["Crime", "2014"], ["Rape’s", "13"], ["Arson", "4 000"]]
    (tmp_path / "a.gt.json").write_text(json.dumps({"tables": [{"hdr": 1, "rows": rows}]}))
    (tmp_path / "S_a.gt.json").write_text(json.dumps({"tables": [{"rows": rows}]}))
    found = {"a": [cells(("Crime", "2014"), ("Rape's", "13")), cells(("Crime", "2014"), ("Arson", "4"))]}
    score = accuracy.cells_and_rows(tmp_path, found, which=lambda name: not name.startswith("S_"))
    assert (score.rows.both, score.rows.truth, score.rows.found) == (2, 3, 3)
    assert (score.cells.both, score.cells.truth, score.cells.found) == (5, 6, 6)
    assert score.rows.f1 == pytest.approx(2 / 3)
    both = accuracy.cells_and_rows(tmp_path, found)
    assert (both.rows.both, both.rows.truth) == (2, 6)


def test_what_has_one_row_or_one_column_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "a.gt.json").write_text(json.dumps({"tables": [{"rows": [["a", "b"], ["c", "d"]]}]}))
    assert accuracy.cells_and_rows(tmp_path, {"a": [cells(("a", "b"))]}).rows.found == 0
    assert accuracy.cells_and_rows(tmp_path, {"a": [cells(("a",), ("c",))]}).cells.found == 0


def test_columns_over_a_row_of_totals() -> None:
    table = cells(
        ("Borough", "May", "June"), ("A", "1,000", "1"), ("B", "2", "2"), ("C", "3", "3"), ("Total", "1,005", "7")
    )
    assert accuracy.columns_that_add_up([table]) == (1, 2)
    assert accuracy.columns_that_add_up([table[:-3], table[-6:]]) == (0, 0), "no totals, or too few rows above them"

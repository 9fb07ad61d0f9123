"""The same thing told in several papers: agreed, rounded, revised, provisional, in conflict; in any order of ingest."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from ingest.batch import Batch, ingest_files
from ingest.finding import find_files
from ingest.processes.pool import read_all
from schema.claims import refresh_claims
from schema.database import open_database
from schema.reading import Known
from schema.saving import refresh_coverage

PAPER = """# Lancashire Police and Crime Panel

Meeting to be held on {day}

## Performance report

Measure\tPrevious {before}\tCurrent {now}
Burglary\t{burglary[0]}\t{burglary[1]}
Robbery\t{robbery[0]}\t{robbery[1]}
Arson\t{arson[0]}\t{arson[1]}

{more}
"""
Y17, Y18, Y19 = "(Jul '16 - Jun '17)", "(Jul '17 - Jun '18)", "(Jul '18 - Jun '19)"
OF_2018 = {"day": "10 September 2018", "before": Y17, "now": Y18, "more": ""}
OF_2019 = {"day": "9 September 2019", "before": Y18, "now": Y19, "more": ""}
EARLIER = PAPER.format(**OF_2018, burglary=("10,011", "9,712"), robbery=("1,203", "1,141"), arson=("498", "507"))
#: Burglary is restated, robbery revised, and arson is another figure altogether.
LATER = PAPER.format(**OF_2019, burglary=("9,712", "9,305"), robbery=("1,152", "957"), arson=("907", "911"))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "panel.db")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def run(db: Database, folder: Path, **more: object) -> Batch:
    settings = {"version": "1", "read": partial(read_all, workers=1), **more}
    return ingest_files(db, find_files([folder]), Known(), **settings)  # type: ignore[arg-type]


def stand(db: Database) -> dict[tuple[str, str], tuple[str, float | None]]:
    """How each figure told twice stands: by measure and meeting."""
    found = db.execute(
        "select o.measure, d.meeting_date, s.standing, s.difference from same_figures s"
        " join observations o on o.id = s.observation_id join documents d on d.id = o.document_id"
    )
    return {(measure, day): (standing, difference) for measure, day, standing, difference in found}


def between(db: Database) -> list[tuple[object, ...]]:
    """All that is computed over all papers, and what it leaves in the rows of each."""
    return [
        *db.execute("select * from same_figures order by 1"),
        *db.execute("select * from checks where check_code = 'C11' order by id"),
        *db.execute("select id, verified, claim_key, comparable_key from observations order by id"),
    ]


def test_figures_that_a_later_paper_prints_again(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    assert stand(db) == {
        ("burglary", "2018-09-10"): ("agrees", 0.0),
        ("burglary", "2019-09-09"): ("current", None),
        ("robbery", "2018-09-10"): ("revised", 11.0),
        ("robbery", "2019-09-09"): ("current", None),
        ("arson", "2018-09-10"): ("differs", 400.0),
        ("arson", "2019-09-09"): ("current", None),
    }


def test_the_view_of_restatements_has_both_places(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    rows = list(db.query("select * from restatements where measure_id = 'robbery'"))
    assert [(r["standing"], r["earlier"], r["later"], r["difference"], r["percent"]) for r in rows] == [
        ("revised", "1,141", "1,152", 11.0, 0.9641)
    ]
    (row,) = rows
    assert (row["earlier_meeting"], row["later_meeting"]) == ("2018-09-10", "2019-09-09")
    assert (row["period_start"], row["period_end"], row["earlier_line"]) == ("2017-07-01", "2018-06-30", 9)
    assert "1,141" in row["earlier_quote"] and "1,152" in row["later_quote"]


def test_the_view_for_charts_has_the_latest_value_and_says_that_there_are_others(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    found = db.execute(
        "select measure_id, value, values_printed from comparable_observations where period_end = '2018-06-30' order by 1"
    ).fetchall()
    assert found == [("arson", 907.0, 2), ("burglary", 9712.0, 1), ("robbery", 1152.0, 2)]


def test_what_is_restated_unchanged_is_verified_in_both_papers_and_a_revision_is_no_error(
    db: Database, folder: Path
) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    checks = db.execute(
        "select c.result, o.measure, o.period_end, c.printed from checks c, json_each(c.observation_ids) j"
        " join observations o on o.id = j.value where c.check_code = 'C11' and j.key = 0 order by c.result, 2, c.document_id = ?",
        (db.execute("select id from documents where meeting_date = '2019-09-09'").fetchone()[0],),
    ).fetchall()
    assert checks == [
        ("not_checkable", "robbery", "2018-06-30", "1,141 and 1,152"),
        ("not_checkable", "robbery", "2018-06-30", "1,152 and 1,141"),
        ("ok", "burglary", "2018-06-30", "9,712 and 9,712"),
        ("ok", "burglary", "2018-06-30", "9,712 and 9,712"),
    ]
    gained = db.execute(
        "select o.measure, o.value, o.verified - (select count(*) from checks c, json_each(c.observation_ids) j"
        " where j.value = o.id and c.check_code <> 'C11' and c.result in ('ok', 'rounding'))"
        " from observations o where o.period_end = '2018-06-30'"
    )
    assert sorted(gained) == [
        ("arson", 507.0, 0),
        ("arson", 907.0, 0),
        ("burglary", 9712.0, 1),
        ("burglary", 9712.0, 1),
        ("robbery", 1141.0, 0),
        ("robbery", 1152.0, 0),
    ]
    assert db.execute("select count(*) from discrepancies where check_code = 'C11'").fetchone() == (0,)
    assert db.execute("select sum(disputed) from observations").fetchone() == (0,)


def test_reading_again_changes_nothing(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    before = between(db)
    again = run(db, folder, reprocess=True)
    assert {result.came for result in again.results} == {"unchanged"}
    assert between(db) == before
    assert not refresh_claims(db)


THIRD = PAPER.format(
    day="7 September 2020",
    before=Y19,
    now="(Jul '19 - Jun '20)",
    burglary=("9,305", "8,111"),
    robbery=("957", "903"),
    arson=("911", "850"),
    more="In the 12 months to June 2018 there were about 9,700 burglaries.",
)


def test_the_order_of_ingest_does_not_matter(tmp_path: Path) -> None:
    papers = {"a.md": EARLIER, "b.md": LATER, "c.md": THIRD}
    seen = []
    for number, order in enumerate(itertools.permutations(papers)):
        db = open_database(tmp_path / f"{number}.db")
        # The folder is the same for all, as a path is part of a row.
        folder = tmp_path / "papers"
        folder.mkdir(exist_ok=True)
        for name in papers:
            (folder / name).unlink(missing_ok=True)
        for name in order:
            (folder / name).write_text(papers[name])
            run(db, folder)
        seen.append(between(db))
        db.close()
    assert len(seen) == 6 and all(one == seen[0] for one in seen)
    assert seen[0]


def test_a_paper_that_goes_takes_its_confirmation_along(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    run(db, folder)
    alone = between(db)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    assert between(db) != alone
    db.execute("delete from documents where meeting_date = '2019-09-09'")
    assert refresh_claims(db)
    assert between(db) == alone


def test_a_revised_file_takes_the_place_of_the_one_before_it(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    (folder / "2019.md").write_text(LATER.replace("1,152", "1,141"))
    run(db, folder)
    assert stand(db)["robbery", "2018-09-10"] == ("agrees", 0.0)
    current = "join documents d on d.id = c.document_id and d.superseded_by is null"
    assert db.execute(
        f"select count(*) from checks c {current} where check_code = 'C11' and result = 'ok'"
    ).fetchone() == (4,)
    assert db.execute("select count(*) from same_figures").fetchone() == (6,)


def test_two_papers_of_one_meeting_confirm_nothing(db: Database, folder: Path) -> None:
    (folder / "a.md").write_text(EARLIER)
    (folder / "b.md").write_text(EARLIER + "\nAppendix A is attached.\n")
    run(db, folder)
    assert db.execute("select standing, count(*) from same_figures group by 1").fetchall() == [
        ("agrees", 6),
        ("current", 6),
    ]
    assert db.execute("select count(*) from checks where check_code = 'C11'").fetchone() == (0,)


def test_two_values_at_one_meeting_conflict(db: Database, folder: Path) -> None:
    (folder / "a.md").write_text(EARLIER)
    (folder / "b.md").write_text(EARLIER.replace("9,712", "9,721"))
    run(db, folder)
    found = db.execute(
        "select standing, abs(difference), why from same_figures where standing = 'conflicts'"
    ).fetchall()
    assert found == [("conflicts", 9.0, "two values for one thing at one meeting")]


def test_a_rounded_figure_of_a_sentence(db: Database, folder: Path) -> None:
    rounded = EARLIER.replace("\n\n\n", "\n\nIn the 12 months to June 2018 spending on estates was £27.8m.\n")
    (folder / "a.md").write_text(rounded)
    run(db, folder)
    exact = db.execute("select count(*) from same_figures").fetchone()
    assert exact == (0,)
    later = LATER.replace("\n\n\n", "\n\nIn the 12 months to June 2018 there were 9,712 burglaries.\n")
    (folder / "b.md").write_text(later)
    run(db, folder)
    found = db.execute(
        "select standing, count(*) from same_figures where claim_key like '%|burglary|%' group by 1"
    ).fetchall()
    # The table of the later paper counts, its sentence agrees with it, and so does the earlier paper.
    assert found == [("agrees", 2), ("current", 1)]


def test_a_change_in_recording_between_two_meetings_is_given_as_a_reason(db: Database, folder: Path) -> None:
    of = {"burglary": ("9", "8"), "arson": ("7", "6")}
    rows = "Violence without injury\t{}\t{}"
    first = PAPER.format(
        **{**OF_2018, "day": "11 September 2017", "before": "(Jul '15 - Jun '16)", "now": Y17}, **of, robbery=("1", "2")
    )
    second = PAPER.format(**{**OF_2018, "day": "12 March 2018", "before": Y17, "now": Y18}, **of, robbery=("1", "2"))
    (folder / "a.md").write_text(first.replace("Robbery\t1\t2", rows.format("20,100", "21,480")))
    (folder / "b.md").write_text(second.replace("Robbery\t1\t2", rows.format("22,005", "26,300")))
    run(db, folder)
    ((standing, why),) = db.execute(
        "select standing, why from restatements where measure_id = 'violence-without-injury'"
    ).fetchall()
    assert standing == "revised"
    assert why.startswith("recording changed between the two meetings (2017-11-28): Graded inadequate")


def test_coverage_counts_what_a_query_by_hand_counts(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    by_hand: dict[tuple[str, str], tuple[int, int]] = {}
    for measure, start, end, verified in db.execute(
        "select measure, period_start, period_end, verified from observations where measure is not null"
    ):
        middle = dt.date.fromisoformat(start) + (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)) / 2
        year = middle.year - (middle.month < 4)
        key = (measure, f"{year}/{(year + 1) % 100:02d}")
        n, held = by_hand.get(key, (0, 0))
        by_hand[key] = (n + 1, held + (verified > 0))
    found = db.execute("select measure, financial_year, n, verified from coverage")
    assert {(m, y): (n, held) for m, y, n, held in found} == by_hand
    assert by_hand["burglary", "2017/18"] == (2, 2)
    assert not refresh_coverage(db)


def test_only_what_changed_is_looked_at_again(db: Database, folder: Path) -> None:
    (folder / "2018.md").write_text(EARLIER)
    run(db, folder)
    assert db.execute("select count(*) from _claims_to_check").fetchone() == (0,)
    figure = db.execute("select claim_key, id from observations where value = 1141").fetchone()
    db.execute("update observations set verified = verified + 1, disputed = 1 where id = ?", [figure[1]])
    assert db.execute("select count(*) from _claims_to_check").fetchone() == (0,)
    db.execute("update observations set value = 1142 where id = ?", [figure[1]])
    assert db.execute("select claim_key from _claims_to_check").fetchall() == [figure[:1]]
    db.execute("update documents set meeting_date = '2018-09-11'")
    assert db.execute("select count(*) from _claims_to_check").fetchone() == (6,)
    assert not refresh_claims(db)
    db.execute("delete from documents")
    assert db.execute("select count(*) from _claims_to_check").fetchone() == (6,)
    assert not refresh_claims(db)
    assert db.execute("select count(*) from _claims_to_check").fetchone() == (0,)


def test_claims_are_looked_at_in_stretches(db: Database, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "2018.md").write_text(EARLIER)
    (folder / "2019.md").write_text(LATER)
    run(db, folder)
    whole = between(db)
    db.execute("delete from same_figures")
    db.execute("delete from checks where check_code = 'C11'")
    db.execute("update observations set verified = verified - 1 where value = 9712")
    db.execute("insert into _claims_to_check select distinct claim_key from observations")
    monkeypatch.setattr("schema.claims._AT_ONCE", 2)
    assert refresh_claims(db)
    assert between(db) == whole

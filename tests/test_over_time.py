"""One measure of one force over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from panel_papers import database_of, paper
from schema.over_time import OverTime, figures_over_time

RECORD = "Knife crime\t{}\t{}\nRobbery\t{}\t{}\nArson\t20\t21"


def report(day: str, before: str, now: str, *values: str) -> str:
    return paper("Kent", f"Measure\tPrevious ({before})\tCurrent ({now})\n" + RECORD.format(*values), day)


PAPERS = {
    "2019": report("9 September 2019", "Jul '17 - Jun '18", "Jul '18 - Jun '19", "610", "655", "2,004", "1,909"),
    "2020": report("7 September 2020", "Jul '18 - Jun '19", "Jul '19 - Jun '20", "655", "700", "1,911", "1,700"),
    "2021": report("6 September 2021", "Jul '19 - Jun '20", "Jul '20 - Jun '21", "702", "590", "1,700", "1,210"),
    "quarter": paper(
        "Kent", "Measure\tApr '21 - Jun '21\nKnife crime\t133\nRobbery\t301\nArson\t9", "6 September 2021"
    ),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with database_of(tmp_path_factory.mktemp("time"), PAPERS) as db:
        yield db


def line(found: OverTime) -> list[tuple[str, float | None]]:
    return [(str(point.printed.figure.end), point.printed.figure.value) for point in found.points]


def test_the_line_has_the_latest_value_of_each_period(db: Database) -> None:
    found = figures_over_time(db, "knife-crime", "kent")
    assert line(found) == [("2018-06-30", 610), ("2019-06-30", 655), ("2020-06-30", 702), ("2021-06-30", 590)]
    notes = {str(point.printed.figure.end): [note.sentence for note in point.notes] for point in found.points}
    assert notes == {
        "2018-06-30": [],
        "2019-06-30": [],
        "2020-06-30": ["The paper of 2020-09-07 printed 700 for Kent."],
        "2021-06-30": [],
    }


def test_a_quarter_stands_on_no_line_of_years(db: Database) -> None:
    (left,) = figures_over_time(db, "knife-crime", "kent").left_out
    assert left.printed.figure.value == 133
    assert [reason.sentence for reason in left.reasons] == ["One is of 12 months, the other of 3 months."]


def test_changes_in_recording_break_the_line(db: Database) -> None:
    found = figures_over_time(db, "knife-crime", "kent")
    assert dt.date(2020, 4, 1) in [change.day for change in found.breaks]
    assert figures_over_time(db, "arson", "kent").breaks == ()


def test_a_force_without_figures_has_no_line(db: Database) -> None:
    assert figures_over_time(db, "knife-crime", "surrey") == OverTime(
        measure="knife-crime", force="surrey", like=None, points=(), breaks=(), left_out=()
    )
    nothing = figures_over_time(db, "knife-crime", "kent", unit="GBP")
    assert nothing.like is None and nothing.points == ()
    reasons = [reason.sentence for left in nothing.left_out for reason in left.reasons]
    assert reasons == ["It is given as a count, and GBP was asked for."] * 5

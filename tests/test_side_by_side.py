"""One measure of all forces at one time: what stands on the chart, and why the rest does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from panel_papers import FOUR_FORCES, YEAR, database_of, paper
from schema.printed import compare_printed
from schema.side_by_side import SideBySide, figures_for, per_thousand

JUNE = dt.date(2019, 6, 30)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with database_of(tmp_path_factory.mktemp("side"), FOUR_FORCES) as db:
        yield db


def values(found: SideBySide) -> dict[str, float | None]:
    return {one.force: one.printed.figure.value for one in found.on_the_chart if one.printed}


def test_what_most_forces_print_stands_together(db: Database) -> None:
    found = figures_for(db, "burglary", JUNE)
    assert values(found) == {"kent": 10010.0, "sussex": 8765.0}
    assert found.like is not None and found.like.comparable_key == "burglary|level|count|2018-07-01/2019-06-30"
    assert len(found.forces) == 43 and len(found.without) == 41


def test_a_force_that_has_something_else_is_told_with_the_reason(db: Database) -> None:
    left_out = {one.force: one.left_out for one in figures_for(db, "burglary", JUNE).without if one.left_out}
    assert set(left_out) == {"surrey", "essex"}
    (essex,) = left_out["essex"]
    assert [(r.code, r.sentence) for r in essex.reasons] == [
        ("period_length", "One is of 12 months, the other of 3 months.")
    ]
    first = left_out["surrey"][0]
    assert (first.printed.figure.value, [r.code for r in first.reasons]) == (7001.0, ["period_end"])
    assert first.reasons[0].sentence == "One ends on 30 June 2019, the other on 31 March 2019."
    assert (first.printed.page, first.printed.line, first.printed.meeting) == (1, 8, "2019-09-09")


def test_another_way_of_counting_can_be_asked_for(db: Database) -> None:
    assert values(figures_for(db, "burglary", JUNE, days=91)) == {"essex": 2613.0}
    nothing = figures_for(db, "burglary", JUNE, unit="percent")
    assert nothing.like is None and len(nothing.without) == 43
    reasons = {one.force: [r.sentence for r in one.left_out[0].reasons] for one in nothing.without if one.left_out}
    assert reasons == {
        "essex": ["It is counted in another way than was asked for."],
        "kent": ["It is counted in another way than was asked for."],
        "surrey": ["It ends on 31 March 2019, not on 30 June 2019."],
        "sussex": ["It is counted in another way than was asked for."],
    }


def test_counts_are_ranked_by_people_and_marked_as_derived(db: Database) -> None:
    kent, sussex = figures_for(db, "burglary", JUNE).on_the_chart
    assert kent.per_thousand is not None and sussex.per_thousand is not None
    assert kent.per_thousand.year == sussex.per_thousand.year == 2018
    assert kent.per_thousand.value == pytest.approx(10010 / kent.per_thousand.population * 1000)
    # Fewer burglaries are better; Sussex has fewer for its people.
    assert (round(kent.per_thousand.value, 1), round(sussex.per_thousand.value, 1)) == (5.5, 5.2)
    assert (kent.rank, sussex.rank) == (2, 1)


def test_a_population_is_not_taken_from_far_away(db: Database) -> None:
    figure = figures_for(db, "burglary", JUNE).like
    assert figure is not None and per_thousand(figure) is not None
    assert per_thousand(replace(figure, start=dt.date(2003, 4, 1), end=dt.date(2004, 3, 31))) is None
    assert per_thousand(replace(figure, unit="percent")) is None


@pytest.mark.parametrize(
    ("changed", "grows"),
    [
        ({"unit": "FTE"}, True),
        ({"measure": "precept-total", "unit": "GBP"}, True),
        ({"per": "week"}, True),
        ({"measure": "precept-band-d", "unit": "GBP"}, False),
        ({"measure": "precept-increase-pounds", "unit": "GBP"}, False),
        ({"measure": "cost-per-head", "unit": "GBP"}, False),
        ({"per": "1,000 population"}, False),
        ({"kind": "rate"}, False),
    ],
)
def test_only_what_grows_with_the_people_is_given_per_1000_of_them(
    db: Database, changed: dict[str, str], grows: bool
) -> None:
    figure = figures_for(db, "burglary", JUNE).like
    assert figure is not None
    assert (per_thousand(replace(figure, **changed)) is not None) == grows  # type: ignore[arg-type]


def test_the_precept_of_one_home_is_ranked_as_printed(tmp_path: Path) -> None:
    # Kent has many more residents than Cumbria: per resident its precept would come last.
    papers = {
        force: paper(name, f"Measure\t2024/25\nBand D police precept\t{printed}")
        for force, name, printed in (("kent", "Kent", "£256.15"), ("cumbria", "Cumbria", "£243.50"))
    }
    with database_of(tmp_path, papers) as db:
        cumbria, kent = figures_for(db, "precept-band-d", dt.date(2025, 3, 31)).on_the_chart
    assert (kent.rank, cumbria.rank) == (1, 2) and kent.per_thousand is None


def test_two_observations_are_judged_by_their_ids(db: Database) -> None:
    ids = dict(db.execute("select force || ' ' || period_end, id from observations where measure = 'burglary'"))
    assert compare_printed(db, ids["kent 2019-06-30"], ids["sussex 2019-06-30"]).comparable
    other = compare_printed(db, ids["kent 2019-06-30"], ids["kent 2018-06-30"])
    assert [reason.code for reason in other.barring] == ["period_end"]
    assert compare_printed(db, ids["kent 2019-06-30"], ids["kent 2018-06-30"], across="time").comparable
    with pytest.raises(KeyError):
        compare_printed(db, ids["kent 2019-06-30"], "none")


def test_a_later_paper_counts(tmp_path: Path) -> None:
    later = paper(
        "Kent",
        f"Measure\tPrevious {YEAR}\tCurrent (Jul '19 - Jun '20)\nBurglary\t10,044\t8,000\nRobbery\t1,909\t1,500",
        "7 September 2020",
    )
    papers = [*FOUR_FORCES.items(), ("later", later)]
    for name, order in (("forwards", papers), ("backwards", papers[::-1])):
        with database_of(tmp_path, dict(order), name) as db:
            (kent,) = [one for one in figures_for(db, "burglary", JUNE).on_the_chart if one.force == "kent"]
            assert kent.printed is not None and kent.printed.figure.value == 10044.0
            assert [(note.code, note.sentence) for note in kent.printed.notes] == [
                ("revised", "The paper of 2019-09-09 printed 10,010 for Kent.")
            ]
            assert kent.printed.notes[0] in kent.notes


def test_two_values_at_one_meeting_are_told(tmp_path: Path) -> None:
    other = FOUR_FORCES["kent"].replace("10,010", "10,100")
    with database_of(tmp_path, {**FOUR_FORCES, "other": other}) as db:
        (kent,) = [one for one in figures_for(db, "burglary", JUNE).on_the_chart if one.force == "kent"]
        assert kent.printed is not None
        (told,) = kent.printed.notes
        also = {"10,010": "10,100", "10,100": "10,010"}[kent.printed.figure.value_text]
        assert told.sentence == f"The same meeting's papers also print {also} for Kent."


def test_groups_and_countries_stand_apart(tmp_path: Path) -> None:
    rows = f"Area\tPrevious (Jul '17 - Jun '18)\tCurrent {YEAR}\nLancashire\t9,000\t9,100\nMost Similar Group\t99,000\t98,500\nEngland & Wales\t400,100\t390,200"
    text = paper("Lancashire", "### Burglary\n\n" + rows)
    with database_of(tmp_path, {"a": text, **FOUR_FORCES}) as db:
        found = figures_for(db, "burglary", JUNE)
        assert set(values(found)) == {"kent", "lancashire", "sussex"}
        apart = {one.printed.figure.whose.key: one for one in found.apart}
        assert {key: one.printed.figure.value for key, one in apart.items()} == {
            "group:lancashire:most similar group": 98500.0,
            "country:england and wales": 390200.0,
        }
        assert "kent" in apart["group:lancashire:most similar group"].members
        assert apart["country:england and wales"].members == ()


def test_the_view_has_the_same_figures_with_equal_keys(db: Database) -> None:
    rows = db.execute(
        "select force_id, value, comparable_key from comparable_observations where measure_id = 'burglary' and period_end = ?",
        (str(JUNE),),
    ).fetchall()
    year = "burglary|level|count|2018-07-01/2019-06-30"
    assert sorted(rows) == [
        ("essex", 2613.0, "burglary|level|count|2019-04-01/2019-06-30"),
        ("kent", 10010.0, year),
        ("sussex", 8765.0, year),
    ]


def test_the_city_of_london_has_no_rate_and_no_rank(tmp_path: Path) -> None:
    papers = {
        "kent": paper("Kent", f"Measure\tCurrent {YEAR}\nBurglary\t10,010"),
        "city": paper("City of London", f"Measure\tCurrent {YEAR}\nBurglary\t310"),
    }
    with database_of(tmp_path, papers) as db:
        by_force = {one.force: one for one in figures_for(db, "burglary", JUNE).on_the_chart}
        assert by_force["kent"].rank == 1 and by_force["kent"].per_thousand
        city = by_force["city-of-london"]
        assert city.rank is None and city.per_thousand is None
        assert "few people live there" in city.notes[-1].sentence

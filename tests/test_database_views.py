"""The views that people query without knowing the joins."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from readings import NOON, YEAR, cell, file_facts, observed, small_reading
from schema.database import open_database
from schema.reading import Award, Observation, Place, Reading
from schema.saving import save_reading
from schema.views import VIEWS


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "panel.db")
    yield opened
    opened.close()


def save(db: Database, reading: Reading, name: str = "pack.pdf", content: str | None = None) -> None:
    save_reading(db, reading, file_facts(content or name, f"papers/{name}"), version="1", ingested_at=NOON)


def of_meeting(day: dt.date, *observations: Observation) -> Reading:
    whole = small_reading()
    papers = tuple(replace(paper, meeting_date=None) for paper in whole.papers)
    identity = replace(whole.identity, meeting_date=day)
    return replace(whole, identity=identity, papers=papers, observations=observations, checks=())


def test_observations_with_the_names_of_everything(db: Database) -> None:
    save(db, small_reading())
    (row,) = db.query("select * from observations_readable where label = 'Burglary' and statistic = 'actual'")
    d = file_facts("pack.pdf").document_id
    assert row == {
        "force": "Lancashire",
        "measure": db.table("measures").get("burglary")["name"],
        "label": "Burglary",
        "context": "Tackling Crime > Acquisitive crime",
        "area": "Lancashire",
        "breakdown": None,
        "period_start": "2014-04-01",
        "period_end": "2015-03-31",
        "period_label": "2014/15",
        "period_type": "financial_year",
        "financial_year": "2014/15",
        "statistic": "actual",
        "value": 4900.0,
        "value_to": None,
        "qualifier": None,
        "value_text": "4,900",
        "unit": "count",
        "rag": None,
        "direction": None,
        "note": None,
        "paper_title": "Performance report",
        "meeting_date": "2015-03-23",
        "document_title": "Lancashire panel, 23 March 2015",
        "page": 2,
        "line": None,
        "quote": "4,900",
        "source": "table",
        "confidence": 1.0,
        "verified": 1,
        "disputed": 1,
        "corrected": None,
        "force_id": "lancashire",
        "measure_id": "burglary",
        "document_id": d,
        "paper_id": f"{d}-2",
        "observation_id": f"{d}-p2t1-r1-c1-0",
    }


def test_a_paper_with_its_own_meeting_keeps_it(db: Database) -> None:
    save(db, small_reading())
    rows = db.query(
        "select title, meeting_date, observations, awards, source_tables from papers_by_force order by page_from"
    )
    assert list(rows) == [
        {"title": "Minutes", "meeting_date": "2015-01-29", "observations": 0, "awards": 0, "source_tables": 0},
        {
            "title": "Performance report",
            "meeting_date": "2015-03-23",
            "observations": 6,
            "awards": 1,
            "source_tables": 1,
        },
    ]
    assert db.execute("select force, meeting_date from dates_readable where type = 'meeting'").fetchall() == [
        ("Lancashire", "2015-01-29")
    ]


@pytest.mark.parametrize(
    "view", [v.name for v in VIEWS if v.name not in ("earlier_versions", "restatements", "conflicting_figures")]
)
def test_a_superseded_document_is_in_no_view(view: str, db: Database) -> None:
    save(db, small_reading(), content="first")
    before = db.execute(f"select count(*) from {view}").fetchone()[0]
    save(db, small_reading(), content="revised")
    after = db.execute(f"select count(*) from {view}").fetchone()[0]
    assert before == after > 0


def test_each_force_has_one_value_for_a_period_and_it_is_the_latest_told(db: Database) -> None:
    figure = observed(cell(1, 1), "Burglary", 4900, "4,900", measure="burglary")
    save(db, of_meeting(dt.date(2015, 3, 23), figure), "march.pdf")
    save(db, of_meeting(dt.date(2015, 9, 1), replace(figure, value=4911.0)), "september.pdf")
    save(db, of_meeting(dt.date(2015, 6, 1), replace(figure, value=4905.0)), "june.pdf")
    rows = list(
        db.query("select force, value, meeting_date, printed_times from measure_by_force where measure_id = 'burglary'")
    )
    assert rows == [{"force": "Lancashire", "value": 4911.0, "meeting_date": "2015-09-01", "printed_times": 3}]


@pytest.mark.parametrize(
    ("change", "is_there"),
    [
        ({"area": None}, True),
        ({"area": "Lancashire Constabulary"}, True),
        ({"area": "England & Wales"}, False),
        ({"area": "Burnley"}, False),
        ({"area": "Lancashire County Council"}, False),
        ({"breakdown": "under 18"}, False),
        ({"statistic": "percent_change"}, False),
        ({"statistic": "target"}, False),
        ({"statistic": "rate"}, True),
        ({"value": None}, False),
        ({"measure": None}, False),
        ({"force": None}, False),
        ({"period": None}, True),
    ],
)
def test_only_levels_of_the_whole_force_are_compared(change: dict[str, object], is_there: bool, db: Database) -> None:
    figure = observed(cell(1, 1), "Burglary", 4900, "4,900", measure="burglary")
    save(db, of_meeting(dt.date(2015, 3, 23), replace(figure, **change)))  # type: ignore[arg-type]
    assert db.execute("select count(*) from measure_by_force").fetchone() == (int(is_there),)


def test_levels_of_no_known_period_are_never_taken_for_the_same(db: Database) -> None:
    figure = observed(cell(1, 1), "Burglary", 4900, "4,900", measure="burglary", period=None)
    other = replace(figure, place=cell(2, 1), value=120.0)
    save(db, of_meeting(dt.date(2015, 3, 23), figure, other))
    rows = db.execute("select value, printed_times from measure_by_force order by value").fetchall()
    assert rows == [(120.0, 1), (4900.0, 1)]


def test_of_one_paper_the_surest_reading_is_shown(db: Database) -> None:
    figure = observed(cell(1, 1), "Burglary", 4900, "4,900", measure="burglary")
    unsure = replace(figure, place=cell(9, 9), value=49.0, confidence=0.4)
    save(db, of_meeting(dt.date(2015, 3, 23), figure, unsure))
    assert db.execute("select value, printed_times from measure_by_force").fetchall() == [(4900.0, 2)]


def test_a_line_is_told_of_papers_without_pages(db: Database) -> None:
    save(db, replace(small_reading(), media_type="text/plain"))
    assert db.execute("select distinct line from observations_readable where label = 'Burglary'").fetchall() == [(4,)]


def test_a_limit_is_told_beside_the_amount(db: Database) -> None:
    figure = observed(cell(1, 1), "Burglary", 20, "20 to 30", measure="burglary", value_to=30.0, qualifier="about")
    save(db, replace(of_meeting(dt.date(2015, 3, 23), figure), awards=(awarded(1, qualifier="up to"),)))
    for view in ("observations_readable", "measure_by_force"):
        assert db.execute(f"select value, value_to, qualifier from {view}").fetchall() == [(20.0, 30.0, "about")]
    assert db.execute("select amount, qualifier from funding_awards_readable").fetchall() == [(100.0, "up to")]


def test_a_half_year_is_not_taken_for_a_year(db: Database) -> None:
    half = replace(YEAR, end=dt.date(2014, 9, 30), label="April to September 2014", type="half_year")
    year = observed(cell(1, 1), "Burglary", 4900, "4,900", measure="burglary")
    save(
        db,
        of_meeting(
            dt.date(2015, 3, 23), year, observed(cell(2, 1), "Burglary", 2400, "2,400", measure="burglary", period=half)
        ),
    )
    assert db.execute("select value from measure_by_force order by value").fetchall() == [(2400.0,), (4900.0,)]


def awarded(line: int, **more: object) -> Award:
    fields: dict[str, object] = {
        "paper": 2,
        "source": "table",
        "quote": "as printed",
        "amount": 100.0,
        "status": "awarded",
    }
    return Award(place=Place(page=2, line=line), **{**fields, **more})  # type: ignore[arg-type]


def test_grants_in_the_words_of_360giving(db: Database) -> None:
    awards = (
        awarded(
            1, recipient="Boxing Club", purpose="kit", fund="Community Safety Fund", date="2015-02-03", area="Chorley"
        ),
        awarded(2, recipient="Youth Zone", date="2015-02"),
        awarded(3, funder="Home Office"),
        awarded(4, recipient="Not yet", status="bid"),
    )
    save(db, replace(small_reading(), awards=awards))
    first, second, third = db.query("select * from grants_360 order by id")
    assert first == {
        "id": f"360G-pcpanel-{file_facts('pack.pdf').document_id}-p2l1-0-0",
        "title": "kit",
        "description": "kit",
        "currency": "GBP",
        "amountAwarded": 100.0,
        "awardDate": "2015-02-03",
        "plannedDates/0/startDate": None,
        "plannedDates/0/endDate": None,
        "recipientOrganization/0/id": "360G-pcpanel-org-boxing-club",
        "recipientOrganization/0/name": "Boxing Club",
        "fundingOrganization/0/id": "360G-pcpanel-org-police-and-crime-commissioner-for-lancashire",
        "fundingOrganization/0/name": "Police and Crime Commissioner for Lancashire",
        "grantProgramme/0/title": "Community Safety Fund",
        "beneficiaryLocation/0/name": "Chorley",
        "relatedDocument/0/title": "Lancashire panel, 23 March 2015",
        "relatedDocument/0/url": "https://example.org/pack.pdf",
        "reportedDate": "2015-03-23",
        "issues": None,
        "award_id": f"{file_facts('pack.pdf').document_id}-p2l1-0-0",
    }
    assert (second["title"], second["awardDate"], second["issues"]) == (
        "Award to Youth Zone",
        None,
        "no award date in the paper",
    )
    assert third["fundingOrganization/0/name"] == "Home Office"
    assert third["issues"] == "no award date in the paper; no recipient named"


@pytest.mark.parametrize(
    ("force", "day", "name"),
    [
        ("west-yorkshire", dt.date(2015, 3, 23), "Police and Crime Commissioner"),
        ("west-yorkshire", dt.date(2023, 3, 23), "Mayor"),
    ],
)
def test_the_funder_is_who_held_the_office_then(force: str, day: dt.date, name: str, db: Database) -> None:
    whole = small_reading()
    papers = tuple(replace(paper, force=None, meeting_date=None) for paper in whole.papers)
    identity = replace(whole.identity, force=force, meeting_date=day)
    save(db, replace(whole, papers=papers, identity=identity))
    (row,) = db.query('select "fundingOrganization/0/name" as funder from grants_360')
    assert name in row["funder"]


def test_discrepancies_and_what_was_not_read(db: Database) -> None:
    save(db, small_reading())
    rows = list(
        db.query(
            "select force, severity, paper_title, page, observation_ids from discrepancies_readable order by severity"
        )
    )
    assert [(row["force"], row["severity"], row["paper_title"], row["page"]) for row in rows] == [
        ("Lancashire", "unreconciled", "Performance report", 2),
    ]
    known = {row["id"] for row in db.query("select id from observations")}
    assert all(set(json.loads(row["observation_ids"])) <= known for row in rows)
    assert (
        db.execute("select code, page, document_title, force from not_read").fetchall()
        == [("figure_without_data", 2, "Lancashire panel, 23 March 2015", "Lancashire")] * 2
    )


def test_comparing_forces_uses_an_index(db: Database) -> None:
    plan = " ".join(
        row[3] for row in db.execute("explain query plan select * from measure_by_force where measure_id = 'burglary'")
    )
    assert "idx_observations_measure" in plan

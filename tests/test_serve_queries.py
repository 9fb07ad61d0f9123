"""The prepared questions: with nothing filled in, and with the answers that the papers give."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

import served
from serve.site import build, metadata

ASKED: dict[str, Any] = metadata()["databases"]["panel"]["queries"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(served.build(tmp_path_factory.mktemp("site") / "panel.db"))


async def answer(site: Datasette, query: str, **asked: str) -> list[dict[str, Any]]:
    response = await site.client.get(f"/panel/{query}.json?_shape=array&{urlencode(asked)}")
    assert response.status_code == 200, response.text
    rows: list[dict[str, Any]] = response.json()
    return rows


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("compare-forces", 6),
        ("measure-over-time", 6),
        ("awards", 2),
        ("what-was-said", 6),
        ("papers-by-force", 5),
        ("figures-in-a-paper", 87),
        ("next-meetings", 1),
        ("figures-that-disagree", 1),
        ("not-read", 2),
    ],
)
async def test_empty_fields_ask_for_any(site: Datasette, query: str, rows: int) -> None:
    assert len(await answer(site, query)) == rows
    assert len(await answer(site, query, **dict.fromkeys(ASKED[query]["params"], ""))) == rows


async def test_a_measure_across_forces_for_a_period(site: Datasette) -> None:
    rows = await answer(site, "compare-forces", measure=served.MEASURE, period="2014/15")
    assert [(row["force"], row["value"]) for row in rows] == [
        ("Kent", 101999),
        ("Lancashire", 96104),
        ("Durham", 27871),
    ]
    assert rows == await answer(site, "compare-forces", measure="All recorded crime", period="2015-03-31")


async def test_one_measure_over_time_in_one_force(site: Datasette) -> None:
    rows = await answer(site, "measure-over-time", measure=served.MEASURE, force="durham")
    assert [(row["period"], row["value"]) for row in rows] == [
        ("2014/15", 27871),
        ("2015/16", 29000),
        ("2016/17", 31250),
    ]
    assert rows == await answer(site, "measure-over-time", force="DURHAM")


async def test_without_a_measure_the_one_of_most_forces_is_shown(site: Datasette) -> None:
    assert await answer(site, "compare-forces") == await answer(site, "compare-forces", measure=served.MEASURE)
    text = (await site.client.get("/panel/compare-forces")).text
    assert '<option value="">the one of most forces</option>' in text
    assert await answer(site, "measure-over-time", force="nowhere") == []


async def test_choices_are_those_of_current_papers(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with sqlite3.connect(path) as db:
        db.execute("update documents set meeting_date = '1999-01-01' where superseded_by is not null")
        of_earlier = "where document_id in (select id from documents where superseded_by is not null)"
        db.execute(f"update funding_awards set recipient = 'Nobody now' {of_earlier}")
    db.close()
    listed = (await build(path).client.get("/panel/what-was-said")).text
    assert '<option value="2015-10-12">' in listed and "1999-01-01" not in listed
    listed = (await build(path).client.get("/panel/awards")).text
    assert '<option value="Doorstep project">' in listed and "Nobody now" not in listed


async def test_awards_are_turned_page_by_page(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with sqlite3.connect(path) as db:
        columns = [row[1] for row in db.execute("pragma table_info(funding_awards)") if row[1] != "id"]
        rest = ", ".join(f'"{column}"' for column in columns)
        db.execute(
            f"""insert into funding_awards (id, {rest})
            select 'more-' || n, {rest} from funding_awards, (with recursive c(n) as (select 1 union all select n + 1 from c
            where n < 150) select n from c) where id = (select max(id) from funding_awards where document_id = '{served.LANCASHIRE}')"""
        )
    db.close()
    site = build(path)
    pages = [await answer(site, "awards", page=str(page)) for page in (1, 2, 3)]
    assert [len(rows) for rows in pages] == [100, 52, 0]
    assert len({row["award_id"] for rows in pages for row in rows}) == 152
    assert "page=2" in (await site.client.get("/panel/awards")).text


@pytest.mark.parametrize(
    ("asked", "amounts"),
    [
        ({"recipient": "doorstep"}, [12500]),
        ({"area": "Chorley"}, [2000]),
        ({"year": "2014/15"}, [12500, 2000]),
        ({"year": "2015/16"}, []),
        ({"force": "lancashire", "area": "burn"}, [12500]),
        ({"force": "kent"}, []),
    ],
)
async def test_awards_by_recipient_area_and_year(site: Datasette, asked: dict[str, str], amounts: list[int]) -> None:
    assert [row["amount"] for row in await answer(site, "awards", **asked)] == amounts


async def test_what_was_said_at_a_meeting(site: Datasette) -> None:
    rows = await answer(site, "what-was-said", words="fall", meeting="2015-10-12")
    assert [row["document_id"] for row in rows] == [served.LANCASHIRE]
    assert "a [[fall]] of 4.2%" in rows[0]["passage"]
    assert await answer(site, "what-was-said", words="fall", meeting="2014") == []
    assert {row["force"] for row in await answer(site, "what-was-said", meeting="2015")} == {"Lancashire", "Kent"}


async def test_papers_by_force_and_year(site: Datasette) -> None:
    rows = await answer(site, "papers-by-force", force="durham", year="2016")
    assert [row["title"] for row in rows] == ["Agenda pack, part 1", "Agenda pack, part 2"]
    assert [row["figures"] for row in rows] == [43, 0]


async def test_a_paper_of_many_figures_is_turned_page_by_page(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with sqlite3.connect(path) as db:
        columns = [row[1] for row in db.execute("pragma table_info(observations)") if row[1] != "id"]
        db.execute(
            f"with recursive n(n) as (select 1 union all select n + 1 from n where n < 250) insert into observations (id, {', '.join(columns)})"
            f" select 'more-' || n, {', '.join(columns)} from n, (select * from observations where document_id = ? limit 1)",
            [served.LANCASHIRE],
        )
        held = {id for (id,) in db.execute("select id from observations where document_id = ?", [served.LANCASHIRE])}
    db.close()
    site = build(path)
    pages = [await answer(site, "figures-in-a-paper", paper=served.LANCASHIRE, page=str(n)) for n in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [100, 100, len(held) - 200, 0]
    assert {row["observation_id"] for page in pages for row in page} == held
    address = f"/panel/figures-in-a-paper?paper={served.LANCASHIRE}"
    first = (await site.client.get(address)).text
    assert f'href="?paper={served.LANCASHIRE}&amp;page=2" rel="next"' in first and 'rel="prev"' not in first
    assert 'name="page"' not in first
    last = (await site.client.get(f"{address}&page=3")).text
    assert 'rel="prev"' in last and 'rel="next"' not in last and "on page 3" in last
    assert "There are no more than stand on the pages before" in (await site.client.get(f"{address}&page=4")).text


async def test_every_figure_in_one_paper_in_its_order(site: Datasette) -> None:
    rows = await answer(site, "figures-in-a-paper", paper=served.LANCASHIRE)
    assert [row["printed"] for row in rows] == ["96,104", "4.2%"]
    assert rows == await answer(site, "figures-in-a-paper", paper="report to")


async def test_next_meetings_say_whether_they_are_past(site: Datasette) -> None:
    (row,) = await answer(site, "next-meetings", force="lancashire")
    assert (row["day"], row["seen_from_today"]) == ("2015-12-07", "past")


async def test_what_could_not_be_read_begins_with_the_worst(site: Datasette) -> None:
    rows = await answer(site, "not-read")
    assert [row["kind"] for row in rows] == ["force unknown", "figure without data"]
    assert await answer(site, "not-read", kind="figure_without_data", force="lancashire") == rows[1:]


async def test_figures_that_disagree(site: Datasette) -> None:
    (row,) = await answer(site, "figures-that-disagree", severity="wrong")
    assert (row["printed"], row["computed"]) == ("4.2%", "4.9%")


async def test_answers_lead_to_the_place(site: Datasette) -> None:
    text = (await site.client.get(f"/panel/compare-forces?measure={served.MEASURE}&period=2014/15")).text
    place = f'/-/source/observation/{served.LANCASHIRE}-p1l4-27-0"'
    assert f'<a href="{place}>96,104</a>' in text and f'<a href="{place}>line 4</a>' in text
    text = (await site.client.get("/panel/what-was-said?words=fall")).text
    assert f'href="/-/paper/{served.LANCASHIRE}/page/1?words=fall#found"' in text and "<mark>fall</mark>" in text
    text = (await site.client.get("/panel/figures-that-disagree")).text
    assert f'<a href="/-/source/observation/{served.LANCASHIRE}-p1l4-41-1">2</a>' in text


async def test_fields_offer_what_there_is(site: Datasette) -> None:
    text = (await site.client.get("/panel/measure-over-time?force=kent")).text
    assert '<optgroup label="Recorded crime"><option value="all-recorded-crime">' in text
    assert '<option value="kent" selected>Kent</option>' in text and "Gwent" not in text
    text = (await site.client.get("/panel/measure-over-time?force=nowhere")).text
    assert "<option selected>nowhere</option>" in text and "Nothing was found" in text
    text = (await site.client.get("/panel/compare-forces")).text
    assert '<option value="2016/17">' in text

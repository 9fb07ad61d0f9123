"""What could not be read, by force, kind and paper: many notes of one kind in one paper are one line, and each is a row of the files."""

from __future__ import annotations

import csv
import html
import io
import re
from contextlib import closing

import pytest
from datasette.app import Datasette

import served
from schema.database import open_database
from serve import not_read
from serve.site import build

CHARTS = (3, 4, 5, 6, 9, 9)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    path = served.build(tmp_path_factory.mktemp("not-read") / "panel.db")
    with closing(open_database(path)) as db, db.conn:
        for n, page in enumerate(CHARTS):
            chart = {"document_id": served.KENT, "page": page, "line": n + 1, "code": "figure_without_data"}
            message = f"Page {page} has a chart, “<b>Number {n}</b>”."
            db.table("problems").insert({"id": f"c{n}", **chart, "severity": "info", "message": message})
        for line in (12, 11, 4, 20):
            lost = {"document_id": served.LANCASHIRE, "page": 1, "line": line, "code": "number_misprinted"}
            db.table("problems").insert({"id": f"n{line}", **lost, "severity": "warning", "message": f"Line {line}."})
    return build(path)


async def lines(site: Datasette, query: str = "") -> list[str]:
    """The lines of the list as a reader sees them, and the text of the page before."""
    text = (await site.client.get(f"/-/not-read{query}")).text
    shown = re.findall(r"<li>(.*?)</li>", text.partition('<ul class="hits">')[2].partition("</ul>")[0], re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", "", one)).split()) for one in shown]


async def each(site: Datasette, query: str = "") -> list[dict[str, str]]:
    text = (await site.client.get(f"/-/not-read.csv{query}")).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def test_many_of_one_kind_are_one_line_and_the_worst_come_first(site: Datasette) -> None:
    told = await lines(site)
    assert len(told) == 4 and told[0].startswith("No force is named")
    (charts,) = [one for one in told if one.startswith("6 charts")]
    assert "figure without data, info, pages 3–6, 9" in charts and "Performance to March, Kent" in charts
    (numbers,) = [one for one in told if one.startswith("4 places")]
    assert "lines 4, 11–12, 20" in numbers
    assert told.index(numbers) < told.index(charts)
    text = (await site.client.get("/-/not-read")).text
    assert "<strong>12 notes</strong> on 3 papers" in text
    assert f'href="/-/paper/{served.KENT}/page/3">pages 3–6</a>, <a href="/-/paper/{served.KENT}/page/9">9</a>' in text
    assert f'href="/-/paper/{served.LANCASHIRE}/page/1#L11">11–12</a>' in text


async def test_the_files_have_each_of_them(site: Datasette) -> None:
    rows = await each(site)
    assert len(rows) == 12
    assert [row["page"] for row in rows if row["kind"] == "figure_without_data" and row["force"] == "Kent"] == [
        str(page) for page in CHARTS
    ]
    for row in rows:
        assert (await site.client.get(row["source"].removeprefix("http://localhost"))).status_code in (200, 404)
    told = (await site.client.get("/-/not-read.json?force=kent")).json()
    assert len(told["rows"]) == 6 and told["title"] == "What could not be read: Kent"


async def test_by_force_kind_and_paper(site: Datasette) -> None:
    assert {row["force"] for row in await each(site, "?force=kent")} == {"Kent"}
    assert {row["kind"] for row in await each(site, "?kind=number_misprinted")} == {"number_misprinted"}
    assert len(await each(site, f"?paper={served.LANCASHIRE}")) == 5
    assert "Of all papers" in (await site.client.get(f"/-/not-read?paper={served.LANCASHIRE}")).text
    for query in ("?force=nowhere", "?kind=%22%0d%0aX:+y", "?paper=%27"):
        assert (await site.client.get(f"/-/not-read.csv{query}")).status_code == 200
        assert await each(site, query) == []
        assert "Nothing is noted here" in (await site.client.get(f"/-/not-read{query}")).text


async def test_pages_lose_nothing(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = await lines(site)
    monkeypatch.setattr(not_read, "PAGE", 1)
    seen = [line for number in range(1, 6) for line in await lines(site, f"?page={number}")]
    assert sorted(seen) == sorted(whole)
    assert "no more than stand on" in (await site.client.get("/-/not-read?page=99")).text


async def test_a_paper_tells_its_own_together_and_each_of_them_below(site: Datasette) -> None:
    text = (await site.client.get(f"/-/paper/{served.KENT}")).text
    notes = text.partition('<h2 id="problems">')[2].partition("</section>")[0]
    assert notes.count("<li>") == 1 + len(CHARTS)
    assert "6 charts or pictures" in notes and "<summary>Each of the 6</summary>" in notes
    assert notes.count("“&lt;b&gt;Number") == len(CHARTS) and "<b>" not in notes
    assert f'href="/-/not-read?paper={served.KENT}">All 6 notes</a>' in notes
    lancashire = (await site.client.get(f"/-/paper/{served.LANCASHIRE}")).text
    assert "Figure 2 has no numbers" in lancashire and "#L11" in lancashire


async def test_the_first_page_leads_there(site: Datasette) -> None:
    assert '<a href="/-/not-read">12 notes on what could not be read</a>' in (await site.client.get("/")).text

"""What there is of one force, and the list of all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from datasette.app import Datasette

import served
from panel_papers import ingested, paper
from serve.site import build


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(served.build(tmp_path_factory.mktemp("force") / "panel.db"))


async def test_the_latest_figure_of_each_measure_with_its_place(site: Datasette) -> None:
    page = (await site.client.get("/-/force/durham")).text
    latest = page[page.index('id="latest"') : page.index('id="papers"')]
    assert re.findall(r'href="/-/source/observation/[^"]+">([^<]+)<', latest) == ["31,250"]
    assert "12 months to 31 March 2017" in latest
    (row,) = (await site.client.get("/-/force/durham.json")).json()["rows"]
    assert (row["value"], row["period_end"]) == (31250.0, "2017-03-31")
    assert (await site.client.get(row["source"].removeprefix("http://localhost"))).status_code == 200


async def test_papers_awards_and_contradictions_of_the_force_alone(site: Datasette) -> None:
    page = (await site.client.get("/-/force/lancashire")).text
    assert "<h3>2015</h3>" in page and "Report to the panel" in page
    assert "Doorstep project: £12,500" in page and "rounded before" in page
    assert "Performance to March" not in page
    assert served.SCRIPT not in page and "&lt;script&gt;" in page


async def test_a_force_without_papers_says_so(site: Datasette) -> None:
    page = (await site.client.get("/-/force/cumbria")).text
    assert (
        "No paper of this force&#39;s panel has been read" in page
        or "No paper of this force's panel has been read" in page
    )
    assert (await site.client.get("/-/force/nowhere")).status_code == 404


async def test_all_forces_are_listed(site: Datasette) -> None:
    page = (await site.client.get("/-/forces")).text
    assert len(set(re.findall(r'href="(/-/force/[^"]+)"', page))) == 43
    assert "papers of 3 of them were read" in page


async def test_a_rating_is_shown_in_words(tmp_path: Path) -> None:
    rows = "Measure\t2018/19\tRAG\nBurglary\t10,010\tRed\nRobbery\t900\tGreen"
    ingested(tmp_path, {"kent": paper("Kent", rows)})
    page = (await build(tmp_path / "panel.db").client.get("/-/force/kent")).text
    assert '<span class="rag red">Red</span>' in page and '<span class="rag green">Green</span>' in page

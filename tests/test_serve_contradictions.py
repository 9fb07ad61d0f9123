"""Where papers contradict themselves or each other, each with both places."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from datasette.app import Datasette

from panel_papers import ingested, paper
from serve import contradictions
from serve.site import build

PAPERS = {
    "kent": paper(
        "Kent",
        "Measure\t2017/18\t2018/19\tChange\nBurglary\t1,000\t900\t-100\nRobbery\t400\t300\t-90",
        day="9 September 2019",
    ),
    "kent-later": paper(
        "Kent", "Measure\t2018/19\t2019/20\nBurglary\t955\t801\nRobbery\t300\t200", day="9 September 2020"
    ),
    "essex": paper("Essex", "Measure\t2018/19\nBurglary\t8,000"),
    "essex-annex": paper("Essex", "Measure\t2018/19\nBurglary\t8,050"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(ingested(tmp_path_factory.mktemp("contradictions"), PAPERS))


async def found(site: Datasette, query: str = "") -> list[dict[str, str]]:
    text = (await site.client.get(f"/-/contradictions.csv{query}")).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def test_all_three_kinds_with_both_figures(site: Datasette) -> None:
    rows = await found(site)
    told = {(row["kind"], row["force"]): (row["printed"], row["other"]) for row in rows}
    assert told["restated", "Kent"] == ("900", "955")
    assert [row["label"] for row in rows if row["kind"] == "restated"] == ["Burglary (all)"], "no agreement"
    assert set(told["told-twice", "Essex"]) == {"8,000", "8,050"}
    assert told["in-a-paper", "Kent"][0].startswith("'-90")


async def test_each_leads_to_both_places(site: Datasette) -> None:
    page = (await site.client.get("/-/contradictions")).text
    articles = page.split('<article class="contradiction">')[1:]
    assert len(articles) == len(await found(site)) > 2
    for article in articles:
        places = re.findall(r'href="(/-/source/observation/[^"]+)"', article)
        assert len(places) >= 2
        for place in places:
            assert (await site.client.get(place)).status_code == 200


async def test_by_force_and_kind(site: Datasette) -> None:
    assert {row["force"] for row in await found(site, "?force=essex")} == {"Essex"}
    assert {row["kind"] for row in await found(site, "?kind=restated")} == {"restated"}
    odd = await site.client.get("/-/contradictions?kind=odd")
    assert odd.status_code == 400 and "no kind of contradiction" in odd.text
    assert "None was found" in (await site.client.get("/-/contradictions?force=cumbria")).text


async def test_pages_lose_nothing(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contradictions, "PAGE", 1)
    whole, seen, address = len(await found(site)), [], "/-/contradictions"
    while address:
        page = (await site.client.get(address)).text
        seen += re.findall(r"<blockquote>.*?</p>\n?</article>|<article.*?</article>", page, re.DOTALL)
        following = re.search(r'<a href="(\?[^"]+)" rel="next"', page)
        address = f"/-/contradictions{following[1]}" if following else ""
    assert len(seen) == len(set(seen)) == whole


@pytest.mark.parametrize(("query", "heading"), [("", "Contradictions"), ("?force=kent", "Contradictions: Kent")])
async def test_the_heading_says_whose(site: Datasette, query: str, heading: str) -> None:
    assert f"<h1>{heading}</h1>" in (await site.client.get(f"/-/contradictions{query}")).text


async def test_by_how_grave_they_are_and_those_of_figures_alone(site: Datasette, tmp_path: Path) -> None:
    grave = {row["severity"] for row in await found(site)}
    assert len(grave) > 1
    for severity in grave:
        rows = await found(site, f"?severity={severity}")
        assert rows and {row["severity"] for row in rows} == {severity}
    text = (await site.client.get("/-/contradictions")).text
    counts = re.findall(
        r"(\d+) (?:wrong|rounded the wrong way|may have a reason that is not given|only suspicious)[,\n]", text
    )
    assert sum(map(int, counts)) == len(await found(site))
    for query in ("severity=odd", "about=odd"):
        assert (await site.client.get(f"/-/contradictions?{query}")).status_code == 400
    dates = "The year 2105/16 was a good one, as 2015/16 was.\n\nMeasure\t2014/15\t2015/16\tChange\nRobbery\t400\t300\t-90\n"
    mixed = build(ingested(tmp_path, {"kent": paper("Kent", dates)}))
    every, figures = await found(mixed), await found(mixed, "?about=figures")
    assert 0 < len(figures) < len(every) and figures == every[: len(figures)], "those of figures come first"
    assert all(row["source"] for row in figures) and not any(row["source"] for row in every[len(figures) :])


async def test_who_asks_the_search_for_them_is_led_there(site: Datasette) -> None:
    for words, query in {"Which figures are contradicted?": "", "errors Kent": "?force=kent"}.items():
        told = (await site.client.get("/-/search.json", params={"q": words})).json()
        assert told["ways_in"][0]["address"] == f"http://localhost/-/contradictions{query}"
    assert "contradictions" not in {
        one["sort"] for one in (await site.client.get("/-/search.json?q=burglary")).json()["ways_in"]
    }

"""Money by what is asked for: what is listed once, what is added and what is not."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from panel_papers import ingested
from serve import funding
from serve.site import build

GRANTS = """# {panel} Police and Crime Panel

Meeting to be held on {day}

## Community Safety Fund

Recipient\tPurpose\tAmount awarded 2018/19
{rows}
"""
PAPERS = {
    "kent": GRANTS.format(
        panel="Kent", day="9 June 2018", rows="Riverside Youth Club\tBoxing\t£5,000\nHilltop Trust\tMentoring\t£2,500"
    ),
    "kent-again": GRANTS.format(panel="Kent", day="9 September 2018", rows="Riverside Youth Club\tBoxing\t£5,000"),
    "surrey": GRANTS.format(
        panel="Surrey", day="9 June 2018", rows="Nightstop\tBeds\t£3,150\nHilltop Trust\tMentoring\t£2,500"
    )
    + "\nIn 2018/19 the Commissioner awarded £3,150 to Nightstop and a total of £5,650 was given to local charities.\n",
    "essex": GRANTS.format(panel="Essex", day="9 June 2018", rows="Canal Project\tBoats\tup to £7,000"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(ingested(tmp_path_factory.mktemp("funding"), PAPERS))


async def lines(site: Datasette, query: str = "") -> list[dict[str, str]]:
    text = (await site.client.get(f"/-/funding.csv{query}")).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def test_what_two_papers_print_is_listed_once(site: Datasette) -> None:
    found = {row["recipient"]: row for row in await lines(site)}
    assert set(found) == {"Riverside Youth Club", "Hilltop Trust", "Canal Project", "Nightstop", "local charities"}
    assert (found["Riverside Youth Club"]["printed_times"], found["Riverside Youth Club"]["meeting"]) == (
        "2",
        "2018-09-09",
    )
    assert found["Canal Project"]["qualifier"] == "up to"


async def test_only_exact_amounts_are_added_and_the_page_says_so(site: Datasette) -> None:
    page = (await site.client.get("/-/funding")).text
    steps = re.sub(
        r"<[^>]+>|\s+", " ", page[page.index('class="facts steps"') : page.index('<p class="quiet">The steps')]
    )
    assert re.search(r"£13,150 +sum of 4 amounts; 1 line with a range", steps)
    assert "1 award without an exact amount" in page


async def test_a_sum_says_how_many_of_its_amounts_are_in_doubt(tmp_path: Path) -> None:
    path = ingested(tmp_path, PAPERS)
    assert "in doubt" not in (await build(path).client.get("/-/funding")).text
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update funding_awards set confidence = 0.5 where recipient = 'Riverside Youth Club'")
    pages = {force: (await build(path).client.get(f"/-/funding?force={force}")).text for force in ("", "kent")}
    assert "sum of 4 amounts, 1 of them in doubt; 1 line with a range" in pages[""]
    assert "£5,000 in 1 award, which is in doubt<" in pages["kent"]


@pytest.mark.parametrize(
    ("query", "recipients"),
    [
        ("?force=essex", {"Canal Project"}),
        ("?recipient=hilltop trust", {"Hilltop Trust"}),
        ("?year=2018/19&force=kent", {"Riverside Youth Club", "Hilltop Trust"}),
        ("?status=spent", set()),
    ],
)
async def test_by_what_is_asked(site: Datasette, query: str, recipients: set[str]) -> None:
    assert {row["recipient"] for row in await lines(site, query)} == recipients
    page = await site.client.get(f"/-/funding{query}")
    assert page.status_code == 200 and all(one in page.text for one in recipients)


async def test_a_part_of_a_name_finds_those_that_have_it(site: Datasette) -> None:
    text = (await site.client.get("/-/funding?recipient=hilltop")).text
    assert "<h1>Funding: hilltop</h1>" in text and "No recipient is called just “hilltop”" in text
    assert {row["recipient"] for row in await lines(site, "?recipient=hilltop")} == {"Hilltop Trust"}
    assert "No recipient is called just" not in (await site.client.get("/-/funding?recipient=Hilltop+Trust")).text
    assert await lines(site, "?recipient=valley") == []


async def test_every_sum_leads_to_its_lines(site: Datasette) -> None:
    page = (await site.client.get("/-/funding")).text
    links = re.findall(r'<li><a href="(\?[^"]+)">', page)
    assert links
    for link in links:
        assert await lines(site, link.replace("&amp;", "&"))


async def test_a_grant_told_in_other_words_is_added_once_and_a_total_not_at_all(site: Datasette) -> None:
    found = [(row["amount"], row["counts"], row["printed_times"]) for row in await lines(site, "?force=surrey")]
    assert sorted(found) == [("2500.0", "yes", "1"), ("3150.0", "yes", "2"), ("5650.0", "no", "1")]
    page = (await site.client.get("/-/funding?force=surrey")).text
    assert re.search(r"£5,650</strong>\s*<span[^>]*>sum of 2 amounts; 1 line not added that is the total", page)
    assert "not added: it is the sum of 2 other awards of the paper" in page
    # The page of the force counts the same lines.
    assert "All 3 awards" in (await site.client.get("/-/force/surrey")).text


async def test_an_odd_step_is_refused(site: Datasette) -> None:
    response = await site.client.get("/-/funding?status=stolen")
    assert response.status_code == 400 and "no step of money" in response.text


async def test_pages_lose_nothing(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(funding, "PAGE", 1)
    places: list[str] = []
    for number in (1, 2, 3):
        page = (await site.client.get(f"/-/funding?page={number}")).text
        places += re.findall(r'href="(/-/source/award/[^"]+)"', page)
    assert len(set(places)) == len(places) == 3


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "Funding"),
        ("?force=kent&year=2018/19", "Funding: Kent, 2018/19"),
        ("?recipient=hilltop trust", "Funding: Hilltop Trust"),
        ("?force=kent&status=spent", "Funding: Kent, spent"),
        ("?recipient=<b>", "Funding: &lt;b&gt;"),
    ],
)
async def test_the_heading_says_what_was_asked_for(site: Datasette, query: str, heading: str) -> None:
    page = (await site.client.get(f"/-/funding{query}")).text
    assert f"<h1>{heading}</h1>" in page and f"<title>{heading} – " in page


async def test_a_year_alone_is_of_both_financial_years_and_what_names_none_is_pointed_to(tmp_path: Path) -> None:
    path = ingested(tmp_path, PAPERS)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update funding_awards set year = null where recipient = 'Riverside Youth Club'")
        db.execute("update funding_awards set year = '2019/20' where recipient = 'Canal Project'")
    site = build(path)
    for year, recipients in {
        "2018": {"Hilltop Trust", "Nightstop"},
        "2019": {"Hilltop Trust", "Nightstop", "Canal Project"},
        "2020": {"Canal Project"},
        "2019/20": {"Canal Project"},
        "not+said": {"Riverside Youth Club", "local charities"},
        "2011": set(),
        "20": set(),
    }.items():
        assert {row["recipient"] for row in await lines(site, f"?year={year}")} == recipients, year
    page = (await site.client.get("/-/funding?year=2011")).text
    assert "Nothing was found" in page
    assert re.search(r'year=not\+said">2 more lines</a> name no year, and may be of 2011 too', page)
    assert "Funding: Kent, no year said" in (await site.client.get("/-/funding?force=kent&year=not+said")).text
    assert "no year, and may be" not in (await site.client.get("/-/funding?force=essex&year=2011")).text

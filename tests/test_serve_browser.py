"""The site in a real browser: every kind of page at two widths, journeys of its users, the keyboard alone, and print.

With ``PANELPAPERS_SCREENSHOTS`` set to a folder it is filled with a picture of each page.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from browsing import chromium, needs_a_browser, site_of, violations
from ingest.batch import ingest_files
from ingest.finding import find_files
from ingest.processes.pool import read_all
from schema.database import open_database
from schema.reading import Known

pytestmark = needs_a_browser

CORPUS = Path(__file__).parents[1] / "corpus"
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
#: A page may weigh so many bytes on its way without a chart, and so many with one.
LIGHT, WITH_CHART = 100_000, 350_000
#: Each kind of page by a name and an address; ``{…}`` is a row of the database, by the query below.
KINDS = {
    "home": "/",
    "search": "/-/search?q=burglary",
    "search-of-a-kind": "/-/search?q=crime&kind=figures&year=2019",
    "search-misspelt": "/-/search?q=burgalry+lancshire",
    "search-nothing": "/-/search?q=zzzz",
    "compare": "/-/compare?measure=burglary",
    "compare-one-force": "/-/compare?measure=precept-band-d",
    "measures": "/-/measures",
    "measure": "/-/measure/precept-band-d",
    "measure-of-a-district": "/-/measure/all-recorded-crime?area=Leeds",
    "forces": "/-/forces",
    "force": "/-/force/lancashire",
    "force-without-papers": "/-/force/city-of-london",
    "funding": "/-/funding",
    "contradictions": "/-/contradictions",
    "not-read": "/-/not-read",
    "about": "/-/about",
    "paper": "/-/paper/{document}",
    "text": "/-/paper/{document}/page/1",
    "source-of-a-cell": "/-/source/observation/{cell}",
    "source-of-a-sentence": "/-/source/observation/{sentence}",
    "source-of-an-award": "/-/source/award/{award}",
    "source-of-a-date": "/-/source/date/{date}",
    "question": "/panel/next-meetings",
    "all-data": "/panel",
    "table": "/panel/observations",
    "view-with-filter": "/panel/observations_readable?_facet=force&value__gt=10",
    "row": "/panel/observations/{cell}",
    "sql": "/panel?sql=select+1",
    "nothing-here": "/-/nowhere",
}
ROWS = {
    "document": "select id from documents where media_type = 'application/pdf' order by id limit 1",
    "cell": "select id from observations where source_table_id is not null order by id limit 1",
    "sentence": "select id from observations where source = 'prose' order by id limit 1",
    "award": "select id from funding_awards order by id limit 1",
    "date": "select id from dates order by id limit 1",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "panel.db"
    db = open_database(path)
    ingest_files(db, find_files([CORPUS]), Known(), version="1", read=partial(read_all, workers=2))
    db.close()
    return path


@pytest.fixture(scope="module")
def addresses(database: Path) -> dict[str, str]:
    db = open_database(database)
    found = {name: db.execute(sql).fetchone()[0] for name, sql in ROWS.items()}
    db.close()
    return {name: address.format(**found) for name, address in KINDS.items()}


@pytest.fixture(scope="module")
def site(database: Path) -> Iterator[str]:
    with site_of(database) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page(browser: Any, site: str, addresses: dict[str, str], kind: str, width: str) -> None:
    page = browser.new_page(viewport=dict(zip(("width", "height"), WIDTHS[width], strict=True)))
    told: list[str] = []
    weights: list[Any] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfinished", lambda request: weights.append(request))
    page.goto(site + addresses[kind])
    if kind == "nothing-here":
        told = [one for one in told if "404" not in one]
    assert not told
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}, "a request leaves the site"
    weight = sum(request.sizes()["responseBodySize"] for request in weights)
    assert 0 < weight <= (WITH_CHART if page.locator("svg, img").count() else LIGHT), "the page is too heavy"
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0, "the page can be scrolled sideways"
    assert page.locator("h1").count() == 1 and page.title().endswith("Panel papers")
    assert not violations(page)
    if folder := os.environ.get("PANELPAPERS_SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{kind}-{width}.jpeg", type="jpeg", quality=55)
    page.close()


def test_a_journalist_compares_forces_and_quotes_a_number_with_its_place(page: Any, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Compare forces").first.click()
    page.get_by_label("Measure").select_option("precept-band-d")
    page.get_by_role("button", name="Compare").click()
    rows = page.locator("table.chart tbody tr")
    assert rows.count() > 1 and "forces" in page.get_by_role("status").inner_text()
    printed = rows.first.locator('td[data-label="Printed"] a')
    number = printed.inner_text()
    printed.click()
    marked = page.locator("mark").first.inner_text()
    assert re.sub(r"\D", "", number) in re.sub(r"\D", "", marked)
    assert "To cite:" in page.locator(".cite").inner_text() and "Police and Crime" in page.locator(".cite").inner_text()


def test_a_researcher_follows_a_measure_and_takes_its_rows_away(page: Any, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Measures", exact=True).click()
    page.get_by_role("link", name=re.compile("Band D", re.IGNORECASE)).first.click()
    shown = page.locator("table.rows tbody tr").count()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert shown > 1 and len(lines) == shown + 1
    assert download.value.suggested_filename.endswith(".csv")


def test_a_journalist_asks_how_a_district_changed(page: Any, site: str) -> None:
    page.goto(site)
    page.get_by_label("Search the figures").fill("How did all recorded crime in Leeds change over the years?")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="All recorded crime (force total): Leeds").click()
    assert "Leeds, West Yorkshire" in page.locator("h1").inner_text()
    printed = page.locator('[aria-labelledby="of-part-caption"] td[data-label="Printed"] a').first
    number = printed.inner_text()
    printed.click()
    assert re.sub(r"\D", "", number) in re.sub(r"\D", "", page.locator("h1").inner_text())
    assert "Leeds" in page.locator("h1").inner_text()
    assert page.get_by_role("link", name="All recorded crime (force total), Leeds, over time").count() == 1


def test_staff_look_up_what_was_said_and_what_was_not_read(page: Any, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Forces", exact=True).click()
    page.get_by_role("link", name="Lancashire").click()
    page.locator("ul.papers a").first.click()
    assert "What could not be read" in page.content() or "no notes" in page.content()
    page.get_by_role("link", name="Search").first.click()
    page.get_by_label(re.compile("Words, a name")).fill("burglary")
    page.keyboard.press("Enter")
    page.locator("ul.hits a").first.click()
    assert page.locator("mark").count()


def test_the_keyboard_alone_leads_from_home_to_a_quoted_number(page: Any, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(4):
        if page.evaluate("document.activeElement.textContent") == "Compare forces":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/compare*")
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " return [e.tagName, e.getAttribute('href') || '', s.outlineStyle !== 'none' || s.boxShadow !== 'none']; })()"
        )
        assert told[2], f"what has the focus is not marked: {told}"
        seen.add(told[0])
        if told[1].startswith("/-/source/observation/"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/source/**")
    assert {"SELECT", "BUTTON", "SUMMARY", "A"} <= seen and page.locator("mark").count()


def test_in_print_the_rows_stand_without_menus_and_forms(page: Any, site: str) -> None:
    page.goto(f"{site}/-/compare?measure=precept-band-d")
    page.emulate_media(media="print")
    assert not page.locator("header.site nav").is_visible() and not page.locator("form.question").is_visible()
    assert page.locator("table.chart tbody tr").first.is_visible() and page.locator(".cite").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_scripts_nothing_is_missing(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/-/measure/precept-band-d")
    assert page.locator("figure svg polyline").count() and page.locator("table.rows tbody tr").count()
    context.close()

"""The box over the picture of a page in a real browser: it covers the printed figure at every width of the window."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import shown_papers
from browsing import chromium, needs_a_browser, site_of, violations

pytestmark = needs_a_browser

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
#: Where an element is, in pixels of the window from its top-left corner.
PLACE = "element => { const r = element.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; }"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("boxed")
    files = {folder / f"{way}.pdf": shown_papers.lain(shown_papers.crimes(), way) for way in shown_papers.WAYS}
    ids = shown_papers.saved(folder / "panel.db", files)
    return folder / "panel.db", {path.stem: key for path, key in ids.items()}


@pytest.fixture(scope="module")
def site(papers: tuple[Path, dict[str, str]]) -> Iterator[str]:
    with site_of(papers[0]) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("way", shown_papers.WAYS)
def test_the_box_covers_the_ink(
    browser: Any, site: str, papers: tuple[Path, dict[str, str]], way: str, width: str
) -> None:
    db, ids = papers
    key = shown_papers.observation(db, ids[way], shown_papers.IN_TABLE)
    page = browser.new_page(viewport=dict(zip(("width", "height"), WIDTHS[width], strict=True)))
    page.goto(f"{site}/-/source/observation/{key}")
    picture = page.locator(".sheet img")
    left, top, right, bottom = picture.evaluate(PLACE)
    box = page.locator(".sheet rect.figure").evaluate(PLACE)
    with urllib.request.urlopen(site + picture.get_attribute("src")) as answer:
        (ink_left, ink_top, ink_right, ink_bottom), _, (across, down) = shown_papers.blue(answer.read())
    each_across, each_down = (right - left) / across, (bottom - top) / down
    assert each_across == pytest.approx(each_down, rel=0.01), "the picture is stretched"
    ink = (
        left + ink_left * each_across,
        top + ink_top * each_down,
        left + ink_right * each_across,
        top + ink_bottom * each_down,
    )
    assert box[0] <= ink[0] + 0.5 and box[1] <= ink[1] + 0.5 and box[2] >= ink[2] - 0.5 and box[3] >= ink[3] - 0.5
    assert (box[2] - box[0]) * (box[3] - box[1]) < 0.02 * (right - left) * (bottom - top)
    # The same figure stands in the enlarged part above, large enough to be read on a phone.
    enlarged = page.locator(".excerpt rect.figure").evaluate(PLACE)
    assert enlarged[2] - enlarged[0] > (box[2] - box[0]) * 1.2
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_reader_enlarges_the_page_and_stands_before_the_box(
    browser: Any, site: str, papers: tuple[Path, dict[str, str]], width: str
) -> None:
    db, ids = papers
    wide, high = WIDTHS[width]
    page = browser.new_page(viewport={"width": wide, "height": high})
    page.goto(f"{site}/-/source/observation/{shown_papers.observation(db, ids['a4'], shown_papers.IN_TABLE)}")
    page.get_by_role("link", name="enlarged").click()
    page.wait_for_load_state()
    left, top, right, bottom = page.locator(".sheet rect.figure").evaluate(PLACE)
    assert right - left > 150
    assert left >= 0 and top >= 0 and right <= wide and bottom <= high, "the box is not in sight"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert not violations(page)
    page.get_by_role("link", name="The whole width of the page").click()
    assert page.locator(".sheet rect.figure").count() == 1
    page.close()

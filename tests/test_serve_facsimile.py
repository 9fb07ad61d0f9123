"""The place of a figure on the picture of its page: the box is where the ink is, whichever way the page lies."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import zipfile
from functools import partial
from pathlib import Path

import pytest
from datasette.app import Datasette
from reportlab.pdfgen.canvas import Canvas

import builders
import shown_papers
from ingest.batch import ingest_files
from ingest.finding import find_files
from ingest.processes.pool import read_all
from schema.database import open_database
from schema.reading import Known
from serve.drawing import Drawer
from serve.facsimile import Facsimile, Frame, drawer_of
from serve.picture_cache import PictureCache
from serve.site import build
from shown_papers import WAYS, lain


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Datasette, dict[str, str], Path]:
    folder = tmp_path_factory.mktemp("shown")
    tables = {f"table {way}.pdf": lain(shown_papers.crimes(), way) for way in WAYS}
    sentences = {f"sentence {way}.pdf": lain(shown_papers.sentence(), way) for way in WAYS}
    site, ids = shown_papers.site_of(folder, {**tables, **sentences})
    return site, ids, folder


def observation(folder: Path, document: str, value: str) -> str:
    return shown_papers.observation(folder / "panel.db", document, value)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("kind", "value"), [("table", shown_papers.IN_TABLE), ("sentence", shown_papers.IN_SENTENCE)])
async def test_the_box_is_where_the_figure_is_printed(
    shown: tuple[Datasette, dict[str, str], Path], way: str, kind: str, value: str
) -> None:
    site, ids, folder = shown
    document = ids[f"{kind} {way}.pdf"]
    page = await site.client.get(f"/-/source/observation/{observation(folder, document, value)}")
    (_, _, across, down), boxes = shown_papers.overlay(page.text)
    ((x, y, width, height),) = [box for which, box in boxes if which == "figure"]
    png = await site.client.get(f"/-/paper/{document}/page/1.png")
    assert png.headers["content-type"] == "image/png" and "max-age=2592000" in png.headers["cache-control"]
    (left, top, right, bottom), ink, size = shown_papers.blue(png.content)
    assert ink > 100
    assert size == pytest.approx((2 * across, 2 * down), abs=2)
    assert 2 * x <= left and 2 * y <= top and right <= 2 * (x + width) and bottom <= 2 * (y + height)
    # The box is that of the figure or of its cell, not of half the page.
    assert width * height < (6_000 if kind == "table" else 900)


@pytest.mark.parametrize("way", WAYS)
async def test_the_words_around_a_figure_are_boxed_line_by_line(
    shown: tuple[Datasette, dict[str, str], Path], way: str
) -> None:
    site, ids, folder = shown
    key = observation(folder, ids[f"sentence {way}.pdf"], shown_papers.IN_SENTENCE)
    _, boxes = shown_papers.overlay((await site.client.get(f"/-/source/observation/{key}")).text)
    words = [box for which, box in boxes if which == "words"]
    (figure,) = [box for which, box in boxes if which == "figure"]
    assert 1 <= len(words) <= 3
    around = [x <= figure[0] + 1 and y <= figure[1] + 1 and x + width >= figure[0] + figure[2] - 1 and y + height >= figure[1] + figure[3] - 1
              for x, y, width, height in words]  # fmt: skip
    assert sum(around) == 1


async def test_the_page_of_a_paper_shows_its_picture_and_a_fact_on_it(
    shown: tuple[Datasette, dict[str, str], Path],
) -> None:
    site, ids, folder = shown
    document = ids["table a4.pdf"]
    plain = (await site.client.get(f"/-/paper/{document}/page/1")).text
    assert f'src="/-/paper/{document}/page/1.png"' in plain and "<rect" not in plain
    key = observation(folder, document, shown_papers.IN_TABLE)
    source = (await site.client.get(f"/-/source/observation/{key}")).text
    link = re.search(r'href="(/-/paper/[^"]+large=1)#box"', source)
    assert link
    boxed = (await site.client.get(link[1].replace("&amp;", "&"))).text
    assert shown_papers.overlay(boxed) == shown_papers.overlay(source)
    assert f'src="/-/paper/{document}/page/1.png?large=1"' in boxed
    large = await site.client.get(f"/-/paper/{document}/page/1.png?large=1")
    assert shown_papers.blue(large.content)[2] == pytest.approx((595.3 * 3, 841.9 * 3), abs=2)


@pytest.mark.parametrize(
    "fact", ["observation/nothing", "observation/", "award/x", "nonsense", "'; drop table pages; --/x", "/"]
)
async def test_a_fact_that_is_not_on_the_page_boxes_nothing(
    shown: tuple[Datasette, dict[str, str], Path], fact: str
) -> None:
    site, ids, _ = shown
    page = await site.client.get(f"/-/paper/{ids['table a4.pdf']}/page/1", params={"fact": fact})
    assert page.status_code == 200 and 'class="sheet"' in page.text and "<rect" not in page.text


async def test_a_fact_of_another_paper_boxes_nothing(shown: tuple[Datasette, dict[str, str], Path]) -> None:
    site, ids, folder = shown
    other = observation(folder, ids["table cropped.pdf"], shown_papers.IN_TABLE)
    page = await site.client.get(f"/-/paper/{ids['table a4.pdf']}/page/1", params={"fact": f"observation/{other}"})
    assert page.status_code == 200 and "<rect" not in page.text


async def test_words_that_are_not_found_are_not_boxed_and_that_is_said(tmp_path: Path) -> None:
    site, ids = shown_papers.site_of(tmp_path, {"a.pdf": shown_papers.sentence()})
    key = observation(tmp_path, ids["a.pdf"], shown_papers.IN_SENTENCE)
    with sqlite3.connect(tmp_path / "panel.db") as db:
        db.execute("update pages set text = replace(text, 'robberies', 'rohberies')")
        db.execute("update observations set quote = 'there were 2,451 rohberies', char_start = null, char_end = null")
    page = (await site.client.get(f"/-/source/observation/{key}")).text
    assert 'class="sheet"' in page and "<rect" not in page
    assert "could not tell where on this page" in page


async def test_a_page_of_a_paper_in_an_archive_is_shown_as_long_as_that_is_there(tmp_path: Path) -> None:
    archive = tmp_path / "papers.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("2015/tables.pdf", builders.crimes("boxed").data)
    db = open_database(tmp_path / "panel.db")
    ingest_files(db, find_files([archive]), Known(), version="1", read=partial(read_all, workers=1))
    ((key,),) = db.execute("select id from documents").fetchall()
    db.close()
    site = build(tmp_path / "panel.db")
    address = f"/-/paper/{key}/page/1.png"
    assert (await site.client.get(address)).content.startswith(b"\x89PNG")
    archive.rename(tmp_path / "elsewhere.zip")
    assert (await site.client.get(address)).status_code == 404


def test_the_excerpt_stays_on_the_page() -> None:
    def about(frame: Frame) -> tuple[float, float, float, float] | None:
        return Facsimile("p", "l", 595, 842, (frame,)).excerpt

    assert about(Frame(280, 400, 20, 10, True)) == (140, 350, 300, 110)
    assert about(Frame(2, 3, 20, 10, True)) == (0, 0, 300, 110)
    assert about(Frame(570, 830, 20, 10, True)) == (295, 732, 300, 110)
    assert about(Frame(0, 0, 595, 842, True)) == (0, 0, 595, 842)
    assert Facsimile("p", "l", 595, 842).excerpt is None


async def test_eight_readers_at_once_are_served_and_a_page_is_drawn_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, ids = shown_papers.site_of(tmp_path, {"a.pdf": shown_papers.crimes(), "b.pdf": shown_papers.sentence()})
    asked = []
    exchange = Drawer._exchange

    def counted(self: Drawer, question: dict[str, object]) -> object:
        asked.append(question["path"])
        return exchange(self, question)

    monkeypatch.setattr(Drawer, "_exchange", counted)
    addresses = [f"/-/paper/{ids[name]}/page/1.png" for name in ("a.pdf", "b.pdf")] * 4
    answers = await asyncio.gather(*(site.client.get(address) for address in addresses))
    assert [answer.status_code for answer in answers] == [200] * 8
    assert len({answer.content for answer in answers}) == 2
    assert len(asked) == 2
    again = await site.client.get(addresses[0])
    assert again.content == answers[0].content and len(asked) == 2


async def test_a_line_that_is_too_long_is_refused_and_the_others_are_served(tmp_path: Path) -> None:
    site, ids = shown_papers.site_of(tmp_path, {"a.pdf": shown_papers.crimes()})
    drawer_of(site).most_waiting = 1
    address = f"/-/paper/{ids['a.pdf']}/page/1.png"
    answers = await asyncio.gather(*(site.client.get(f"{address}?large={n}") for n in (0, 1)))
    assert sorted(answer.status_code for answer in answers) == [200, 503]
    (refused,) = [answer for answer in answers if answer.status_code == 503]
    assert refused.headers["retry-after"] == "2" and refused.headers["cache-control"] == "no-store"
    assert [(await site.client.get(f"{address}?large={n}")).status_code for n in (0, 1)] == [200, 200]


async def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_drawn(tmp_path: Path) -> None:
    site, ids = shown_papers.site_of(tmp_path, {"a.pdf": shown_papers.crimes(), "b.pdf": shown_papers.sentence()})
    drawer = drawer_of(site)
    drawer.most_seconds = 0.0
    assert (await site.client.get(f"/-/paper/{ids['a.pdf']}/page/1.png")).status_code == 404
    drawer.most_seconds = 10.0
    # It is not tried again, so that it holds nobody up.
    assert (await site.client.get(f"/-/paper/{ids['a.pdf']}/page/1.png")).status_code == 404
    assert (await site.client.get(f"/-/paper/{ids['b.pdf']}/page/1.png")).status_code == 200


@pytest.mark.parametrize("contact", ["01522 100200", "office@harbour.example", "+44 1522 100200"])
@pytest.mark.parametrize("degrees", [0, 90])
async def test_telephone_numbers_and_addresses_are_covered_in_the_picture(
    tmp_path: Path, contact: str, degrees: int
) -> None:
    text = "For questions ask J Miller, <font color='#0000ff'>{}</font>, or {}. There were 2,451 robberies in 2014/15."
    data = [
        shown_papers.turned(builders.paper([builders.Paragraph(text.format(*two), builders.BODY)]), degrees)
        for two in ((contact, "nobody"), ("2,451", contact))
    ]
    site, ids = shown_papers.site_of(tmp_path, dict(zip(("hidden.pdf", "shown.pdf"), data, strict=True)))
    hidden = (await site.client.get(f"/-/paper/{ids['hidden.pdf']}/page/1.png")).content
    seen = (await site.client.get(f"/-/paper/{ids['shown.pdf']}/page/1.png")).content
    assert shown_papers.blue(seen)[1] > 100
    with pytest.raises(AssertionError, match="no blue ink"):
        shown_papers.blue(hidden)


@pytest.mark.parametrize("size", [9, 14])
@pytest.mark.parametrize("apart", [20, 60])
async def test_figures_of_a_row_are_not_covered(tmp_path: Path, size: int, apart: int) -> None:
    figures = ("01", "12", "10", "14", "15", "7")

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        x = 150.0
        canvas.drawString(60, 700, "Robberies")
        canvas.setFillColorRGB(0, 0, 1)
        for figure in figures:
            canvas.drawString(x, 700, figure)
            x += canvas.stringWidth(figure) + apart
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(60, 600, "There were 58 robberies in 2014/15.")

    site, ids = shown_papers.site_of(tmp_path, {"a.pdf": builders.drawn(draw)})
    png = (await site.client.get(f"/-/paper/{ids['a.pdf']}/page/1.png")).content
    (left, _, right, _), _, _ = shown_papers.blue(png)
    # From the first of the figures to the last.
    assert left < 2 * 152 and right > 2 * (150 + 5 * apart + 8 * size / 2)


async def test_a_page_as_large_as_a_house_has_a_small_picture(tmp_path: Path) -> None:
    size = (14_400, 14_400)
    huge = builders.drawn(
        lambda canvas: canvas.drawString(72, 700, "There were 1,234 robberies in 2014/15."), size=size
    )
    site, ids = shown_papers.site_of(tmp_path, {"a.pdf": huge})
    answer = await site.client.get(f"/-/paper/{ids['a.pdf']}/page/1.png")
    assert answer.status_code == 200
    width, height = shown_papers.size_of(answer.content)
    assert width * height <= 6_010_000


def test_the_cache_holds_no_more_than_it_may_and_the_oldest_go(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "c", most_bytes=2_500)
    stranger = tmp_path / "c" / "a letter of mine.png"
    stranger.parent.mkdir()
    stranger.write_bytes(b"x" * 5_000)
    one, two, three = ("a" * 64, "b" * 64, "c" * 64)
    for n, sha in enumerate((one, two)):
        cache.put(sha, 1, 2, bytes([n]) * 1_000)
    for path in stranger.parent.iterdir():
        os.utime(path, (0, 0))
    assert cache.get(one, 1, 2) == b"\0" * 1_000
    cache.put(three, 1, 2, b"\2" * 1_000)
    assert [cache.get(sha, 1, 2) is not None for sha in (one, two, three)] == [True, False, True]
    assert cache.get(one, 2, 2) is None and cache.get(one, 1, 3) is None
    assert stranger.read_bytes() == b"x" * 5_000
    assert sum(path.stat().st_size for path in stranger.parent.iterdir() if path != stranger) <= 2_500


def test_a_cache_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = PictureCache(tmp_path / "file" / "folder")
    cache.put("a" * 64, 1, 2, b"png")
    assert cache.get("a" * 64, 1, 2) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "/.."])
def test_a_cache_is_asked_by_content_only(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="is no SHA-256"):
        PictureCache(tmp_path).get(name, 1, 2)

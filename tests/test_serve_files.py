"""Nothing but the very files that were ingested can be read through an address, and their downloads only where that is allowed."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest
from datasette.app import Datasette
from reportlab.pdfgen.canvas import Canvas

import builders
import shown_papers

TEXT = b"Meeting to be held on 12 October 2015\nRecorded crime fell by 12% in 2014/15.\n"
HTML = b"<html><body><h1>Panel</h1><script>alert(1)</script><p>Recorded crime fell by 12% in 2014/15.</p></body></html>"


def other_page() -> bytes:
    """A PDF that nobody ingested."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "A page that is nobody's business here, with 99 secrets.")

    return builders.drawn(draw)


@pytest.fixture
def site(tmp_path: Path) -> tuple[Datasette, str, Path]:
    made, ids = shown_papers.site_of(tmp_path, {"a.pdf": shown_papers.crimes()}, originals=True)
    return made, ids["a.pdf"], tmp_path / "papers" / "a.pdf"


async def statuses(site: Datasette, document: str) -> tuple[int, int]:
    """How the picture of the first page and the file are answered."""
    picture = await site.client.get(f"/-/paper/{document}/page/1.png")
    return picture.status_code, (await site.client.get(f"/-/paper/{document}/original")).status_code


async def test_the_file_is_sent_as_it_was_published_and_only_to_be_saved(site: tuple[Datasette, str, Path]) -> None:
    made, document, path = site
    answer = await made.client.get(f"/-/paper/{document}/original")
    assert answer.status_code == 200 and answer.content == path.read_bytes()
    assert answer.headers["content-disposition"] == "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-length"] == str(path.stat().st_size)
    assert f'href="/-/paper/{document}/original"' in (await made.client.get(f"/-/paper/{document}")).text


async def test_nothing_is_handed_out_unless_that_was_said(tmp_path: Path) -> None:
    made, ids = shown_papers.site_of(tmp_path, {"a.pdf": shown_papers.crimes()})
    with sqlite3.connect(tmp_path / "panel.db") as db:
        db.execute("update documents set source_url = 'https://harbour.example/a.pdf'")
    answer = await made.client.get(f"/-/paper/{ids['a.pdf']}/original")
    assert answer.status_code == 403 and "https://harbour.example/a.pdf" in answer.text
    assert "/original" not in (await made.client.get(f"/-/paper/{ids['a.pdf']}")).text
    assert (await made.client.get(f"/-/paper/{ids['a.pdf']}/page/1.png")).status_code == 200


async def test_a_web_page_is_sent_as_bytes_and_has_no_pictures(tmp_path: Path) -> None:
    made, ids = shown_papers.site_of(tmp_path, {"odd “1”;\r\n.html": HTML, "b.txt": TEXT}, originals=True)
    key = next(key for name, key in ids.items() if name.endswith(".html"))
    answer = await made.client.get(f"/-/paper/{key}/original")
    assert answer.content == HTML and answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"odd _1____.html\"; filename*=UTF-8''odd%20%E2%80%9C1%E2%80%9D%3B%0D%0A.html"
    )
    for document in ids.values():
        refused = await made.client.get(f"/-/paper/{document}/page/1.png")
        assert refused.status_code == 404 and "is no PDF" in refused.text


@pytest.mark.parametrize("page", ["0", "2", "999999"])
async def test_a_page_that_a_paper_does_not_have_has_no_picture(site: tuple[Datasette, str, Path], page: str) -> None:
    made, document, _ = site
    assert (await made.client.get(f"/-/paper/{document}/page/{page}.png")).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/-/paper/{outside}/page/1.png",
        "/-/paper/..%2F..%2Fsecret.pdf/page/1.png",
        "/-/paper/~2E~2E~2Fsecret~2Epdf/page/1.png",
        "/-/paper/..%2f..%2fsecret.pdf/original",
        "/-/paper/{document}%2F..%2F..%2Fsecret.pdf/original",
        "/-/paper/{document}/../../secret.pdf/original",
        "/-/paper/{document}/original/../../../../secret.pdf",
        "/-/paper/{document}/original?path={outside}",
        "/-/paper/{document}/page/..%2F1.png",
        "/-/paper/{document}/page/1.png%00.pdf",
        "/-/paper/%00/original",
        "/-/paper/' or 1=1 --/original",
        "/-/paper/%/original",
        "/-/paper/{document}/page/1.png/..",
        "//etc/passwd",
        "/-/static/../../secret.pdf",
    ],
)
async def test_no_address_leads_outside(site: tuple[Datasette, str, Path], address: str) -> None:
    made, document, path = site
    outside = path.parents[1] / "secret.pdf"
    outside.write_bytes(other_page())
    asked = address.format(document=document, outside=str(outside).replace("/", "~2F"))
    answer = await made.client.get(asked, follow_redirects=True)
    assert outside.read_bytes() not in answer.content
    # An address whose dots the browser itself takes away is that of a page of the site.
    assert (
        answer.status_code == 404
        or (answer.status_code == 200 and answer.content == path.read_bytes())
        or "<main" in answer.text
    )


async def test_a_file_that_changed_is_not_shown(site: tuple[Datasette, str, Path]) -> None:
    made, document, path = site
    size = path.stat().st_size
    path.write_bytes(other_page())
    assert await statuses(made, document) == (404, 404)
    # Nor when it is as large as it was.
    path.write_bytes(other_page().ljust(size, b"\n")[:size])
    assert await statuses(made, document) == (404, 404)
    assert "is not here any more" in (await made.client.get(f"/-/paper/{document}/page/1.png")).text
    page = await made.client.get(f"/-/paper/{document}/page/1")
    assert page.status_code == 200 and "<img" not in page.text


async def test_a_picture_that_is_kept_goes_with_the_file(site: tuple[Datasette, str, Path]) -> None:
    made, document, path = site
    assert await statuses(made, document) == (200, 200)
    path.unlink()
    assert await statuses(made, document) == (404, 404)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
async def test_a_link_leads_to_the_paper_and_to_nothing_else(site: tuple[Datasette, str, Path]) -> None:
    made, document, path = site
    elsewhere = path.parents[1] / "same.pdf"
    paper = path.read_bytes()
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    others = [path.parents[1] / name for name in ("large.pdf", "size.pdf", "nowhere.pdf", "round.pdf")]
    others[0].write_bytes(other_page())
    others[1].write_bytes(other_page().ljust(len(paper), b"\n")[: len(paper)])
    others[3].symlink_to(path)
    for target in (*others, path.parent, Path("/dev/zero")):
        path.unlink()
        path.symlink_to(target)
        assert await statuses(made, document) == (404, 404), target
    os.mkfifo(others[2])
    path.unlink()
    path.symlink_to(others[2])
    assert await statuses(made, document) == (404, 404)
    path.unlink()
    path.symlink_to(elsewhere)
    assert await statuses(made, document) == (200, 200)
    assert (await made.client.get(f"/-/paper/{document}/original")).content == paper


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
async def test_a_paper_that_was_read_through_a_link_has_its_pictures(tmp_path: Path) -> None:
    """Its place on the page too, where it is drawn and boxed."""
    store = tmp_path / "store"
    store.mkdir()
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "q3.pdf").symlink_to(store / "1")
    made, ids = shown_papers.site_of(tmp_path, {"q3.pdf": shown_papers.crimes()}, originals=True)
    assert (tmp_path / "papers" / "q3.pdf").is_symlink()
    assert await statuses(made, ids["q3.pdf"]) == (200, 200)
    with sqlite3.connect(tmp_path / "panel.db") as db:
        (key,) = db.execute("select id from observations where value_text = '8,903'").fetchone()
    assert "/page/1.png" in (await made.client.get(f"/-/source/observation/{key}")).text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names there")
async def test_a_pipe_is_not_waited_for(site: tuple[Datasette, str, Path]) -> None:
    made, document, path = site
    path.unlink()
    os.mkfifo(path)
    assert await statuses(made, document) == (404, 404)


@pytest.mark.parametrize("path", ["/etc/passwd", "/", "", "a\x00b", "../papers/../secret.pdf"])
async def test_a_database_that_names_another_file_does_not_open_it(
    site: tuple[Datasette, str, Path], path: str
) -> None:
    made, document, kept = site
    with sqlite3.connect(kept.parents[1] / "panel.db") as db:
        size = Path(path).stat().st_size if path.startswith("/") else 1_000
        db.execute("update documents set path = ?, bytes = ?", [path, size])
        db.execute("update document_paths set path = ?", [path])
    assert await statuses(made, document) == (404, 404)


async def test_a_file_that_moved_is_found_where_it_was_seen_last(site: tuple[Datasette, str, Path]) -> None:
    made, document, path = site
    moved = path.with_name("moved.pdf")
    path.rename(moved)
    assert await statuses(made, document) == (404, 404)
    with sqlite3.connect(path.parents[1] / "panel.db") as db:
        db.execute(
            "insert into document_paths (path, document_id, seen_from) values (?, ?, '2026-01-01')",
            [str(moved), document],
        )
    assert await statuses(made, document) == (200, 200)


async def test_a_page_that_may_not_be_viewed_has_no_picture(tmp_path: Path) -> None:
    made, ids = shown_papers.site_of(tmp_path, {"a.pdf": shown_papers.crimes()}, originals=True)
    assert await statuses(made, ids["a.pdf"]) == (200, 200)
    made._metadata_local["databases"]["panel"].setdefault("tables", {}).setdefault("documents", {})["allow"] = False
    assert await statuses(made, ids["a.pdf"]) == (403, 403)


async def test_without_the_file_a_fact_has_its_page_as_text(site: tuple[Datasette, str, Path]) -> None:
    made, _, path = site
    with sqlite3.connect(path.parents[1] / "panel.db") as db:
        (key,) = db.execute("select id from observations where value_text = '8,903'").fetchone()
    with_file = (await made.client.get(f"/-/source/observation/{key}")).text
    path.unlink()
    without = (await made.client.get(f"/-/source/observation/{key}")).text
    assert "/page/1.png" in with_file and "/page/1.png" not in without
    assert "<mark" in without and "8,903" in without

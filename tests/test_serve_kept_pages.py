"""Pages that are sent again: the same for everybody, never older than the database, never somebody else's."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

import served
from serve.kept_pages import KeptPage, KeptPages, with_kept_pages
from serve.site import Site, build, metadata, without_descriptions


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return served.build(tmp_path / "panel.db")


class Counted:
    """An app that says how often it was asked."""

    def __init__(self, status: int = 200, pieces: tuple[bytes, ...] = (b"<p>page</p>",), **headers: str):
        self.times = 0
        self.status = status
        self.pieces = pieces
        self.headers = {"content-type": "text/html; charset=utf-8", **headers}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.times += 1
        headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        for piece in self.pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


async def ask(app: Any, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body of an answer."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    place, _, query = path.partition("?")
    given = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": place, "query_string": query.encode(), "headers": given}
    await app(scope, None, send)
    start, *bodies = sent
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], told, b"".join(body.get("body", b"") for body in bodies)


async def test_a_page_is_made_once(path: Path) -> None:
    app = Counted()
    kept = with_kept_pages(app, build(path))
    first, again = await ask(kept, "/?a=1"), await ask(kept, "/?a=1")
    assert first == again and app.times == 1
    assert first[0] == 200 and first[2] == b"<p>page</p>" and first[1]["content-length"] == "11"
    await ask(kept, "/?a=2")
    assert app.times == 2


async def test_who_has_the_page_is_told_that_it_is_the_same(path: Path) -> None:
    kept = with_kept_pages(Counted(), build(path))
    _, headers, _ = await ask(kept)
    status, told, body = await ask(kept, if_none_match=f'"other", {headers["etag"]}')
    assert (status, body, told["etag"]) == (304, b"", headers["etag"])
    assert (await ask(kept, if_none_match='"other"'))[0] == 200


@pytest.mark.parametrize(
    "app",
    [
        Counted(status=404),
        Counted(status=503),
        Counted(**{"set_cookie": "a=b"}),
        Counted(**{"cache_control": "private, max-age=5"}),
        Counted(**{"cache_control": "no-store"}),
        Counted(**{"content_disposition": "attachment"}),
        Counted(**{"content-type": "text/csv"}),
        Counted(pieces=(b"x" * 300_000, b"x" * 300_000, b"end")),
    ],
)
async def test_what_is_no_common_page_is_passed_on_as_it_is(path: Path, app: Counted) -> None:
    kept = with_kept_pages(app, build(path))
    for _ in range(2):
        status, headers, body = await ask(kept)
        assert (status, body, "etag" in headers) == (app.status, b"".join(app.pieces), False)
    assert app.times == 2


@pytest.mark.parametrize("headers", [{"cookie": "ds_actor=1"}, {"authorization": "Bearer 1"}])
async def test_nobody_gets_a_page_of_somebody_else(path: Path, headers: dict[str, str]) -> None:
    app = Counted()
    kept = with_kept_pages(app, build(path))
    await ask(kept, **headers)
    await ask(kept)
    await ask(kept, **headers)
    assert app.times == 3


async def test_hosts_and_encodings_have_pages_of_their_own(path: Path) -> None:
    app = Counted()
    kept = with_kept_pages(app, build(path))
    for headers in ({"host": "a"}, {"host": "b"}, {"host": "a", "accept_encoding": "gzip"}):
        await ask(kept, **headers)
    assert app.times == 3
    await ask(kept, method="POST")
    await ask(kept, method="POST")
    assert app.times == 5


async def test_a_paper_that_comes_in_is_on_the_next_page(path: Path) -> None:
    site = build(path)
    assert "Kent" in (await site.client.get("/-/forces")).text
    with sqlite3.connect(path) as db:
        db.execute("update forces set name = 'Elsewhere' where id = 'kent'")
    db.close()
    assert "Elsewhere" in (await site.client.get("/-/forces")).text


async def test_the_site_keeps_pages_compressed_and_plain(path: Path) -> None:
    site = build(path, immutable=True)
    plain = await site.client.get("/-/forces", headers={"accept-encoding": "identity"})
    small = await site.client.get("/-/forces", headers={"accept-encoding": "gzip"})
    again = await site.client.get("/-/forces", headers={"accept-encoding": "gzip"})
    assert plain.text == small.text == again.text
    assert small.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert again.headers["etag"] == small.headers["etag"] != plain.headers["etag"]
    assert again.headers["content-security-policy"] == plain.headers["content-security-policy"]
    same = await site.client.get(
        "/-/forces", headers={"accept-encoding": "gzip", "if-none-match": small.headers["etag"]}
    )
    assert same.status_code == 304 and not same.content


def test_the_pages_not_asked_for_longest_go() -> None:
    pages = KeptPages(most_bytes=25)
    pages.put("a", KeptPage((), b"x" * 10, b""))
    pages.put("b", KeptPage((), b"x" * 10, b""))
    assert pages.get("a")
    pages.put("c", KeptPage((), b"x" * 10, b""))
    assert [key for key in "abc" if pages.get(key)] == ["a", "c"]
    pages.put("c", KeptPage((), b"y" * 5, b""))
    pages.put("d", KeptPage((), b"z" * 10, b""))
    assert [key for key in "acd" if pages.get(key)] == ["a", "c", "d"]


async def test_who_may_see_a_table_is_the_same_as_datasette_alone_says(path: Path) -> None:
    about = metadata()
    about["databases"]["panel"]["tables"]["pages"]["allow"] = False
    about["databases"]["panel"]["tables"]["forces"]["allow"] = {"id": "root"}
    for site in (Site([], metadata=about), Datasette([], metadata=about)):
        found = {table: site._table_permission_allows("panel", table) for table in ("pages", "forces", "dates", "none")}
        assert found == {"pages": [False], "forces": [{"id": "root"}], "dates": [], "none": []}
    assert without_descriptions(None) is None

"""Pages that were made before are sent again as long as the database has not changed, and not at all to who has them still.

What a page shows depends on its address and on the database alone, so it is kept by these, and by the day (some pages say what is past).
Requests that carry a cookie or a key are passed on: they may be of somebody who may see more. Pages of a paper and of the place of
a figure are not kept, as they also show whether the file of the paper is there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from datasette.app import Datasette

from serve import access
from serve.headers import App, Message, Receive, Send

#: All pages together, and one page: a few hundred pages as they are sent, mostly compressed.
MOST_BYTES = 16_000_000
LONGEST_PAGE = 500_000
_PERSONAL = (b"cookie", b"authorization")
_OF_FILES = (b"/-/source/", b"/-/paper/")
_TYPES = (b"text/html", b"application/json")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was sent; ``tag`` names its content."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    tag: bytes


class KeptPages:
    """The pages that were asked for last, up to ``most_bytes`` of them."""

    def __init__(self, most_bytes: int = MOST_BYTES):
        self._most = most_bytes
        self._bytes = 0
        self._pages: OrderedDict[Hashable, KeptPage] = OrderedDict()

    def get(self, key: Hashable) -> KeptPage | None:
        """A page that is kept, which counts as asked for now."""
        page = self._pages.get(key)
        if page:
            self._pages.move_to_end(key)
        return page

    def put(self, key: Hashable, page: KeptPage) -> None:
        """Keep a page; those not asked for longest go."""
        if old := self._pages.pop(key, None):
            self._bytes -= len(old.body)
        self._pages[key] = page
        self._bytes += len(page.body)
        while self._bytes > self._most:
            self._bytes -= len(self._pages.popitem(last=False)[1].body)


def with_kept_pages(app: App, datasette: Datasette, kept: KeptPages | None = None) -> App:
    """The same app, whose pages are made once for each state of the database. It goes around what compresses."""
    pages = kept or KeptPages()

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        key = _key(datasette, scope)
        if key is None:
            await app(scope, receive, send)
            return
        page = pages.get(key)
        if page is None:
            page = await _made(app, scope, receive, send)
            if page is None:
                return
            pages.put(key, page)
        held = next((value for name, value in scope["headers"] if name == b"if-none-match"), b"")
        status = 304 if page.tag in (tag.strip() for tag in held.split(b",")) else 200
        await send({"type": "http.response.start", "status": status, "headers": list(page.headers)})
        await send({"type": "http.response.body", "body": page.body if status == 200 else b""})

    return wrapped


def _key(datasette: Datasette, scope: Message) -> Hashable | None:
    """By what a page is kept; None for what is not kept: other methods, personal requests, files that are streamed."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    headers = dict(scope["headers"])
    path = scope.get("raw_path") or scope["path"].encode()
    if any(name in headers for name in _PERSONAL) or any(part in path for part in _OF_FILES):
        return None
    try:
        state = access.state(datasette)
    except access.NotFound:
        return None
    compressed = b"gzip" in headers.get(b"accept-encoding", b"")
    host = (scope.get("scheme"), headers.get(b"host"), headers.get(b"x-forwarded-proto"))
    return path, scope["query_string"], compressed, host, state, dt.date.today()


async def _made(app: App, scope: Message, receive: Receive, send: Send) -> KeptPage | None:
    """A page that can be kept, not yet sent; whatever else the app says is sent as it comes, and None is returned."""
    start: Message = {}
    pieces: list[bytes] = []
    passing = False

    async def listen(message: Message) -> None:
        nonlocal passing
        if passing:
            await send(message)
        elif message["type"] == "http.response.start":
            start.update(message)
            if not _can_be_kept(message):
                passing = True
                await send(message)
        else:
            pieces.append(message.get("body", b""))
            if sum(map(len, pieces)) > LONGEST_PAGE:
                passing = True
                await send(start)
                await send({**message, "body": b"".join(pieces)})

    await app(scope, receive, listen)
    if passing or not start:
        return None
    body = b"".join(pieces)
    tag = b'"' + hashlib.sha256(body).hexdigest()[:20].encode() + b'"'
    left_out = (b"etag", b"content-length", b"transfer-encoding")
    headers = [(bytes(name), bytes(value)) for name, value in start["headers"] if name.lower() not in left_out]
    return KeptPage((*headers, (b"etag", tag), (b"content-length", str(len(body)).encode())), body, tag)


def _can_be_kept(start: Message) -> bool:
    """Whether an answer is a page that is the same for everybody."""
    headers = {name.lower(): value for name, value in start["headers"]}
    return (
        start["status"] == 200
        and headers.get(b"content-type", b"").startswith(_TYPES)
        and b"set-cookie" not in headers
        and b"content-disposition" not in headers
        and not {b"no-store", b"private"} & set(headers.get(b"cache-control", b"").replace(b" ", b"").split(b","))
    )

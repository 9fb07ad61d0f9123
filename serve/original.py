"""A paper's file as it was published, ``/-/paper/<document id>/original``: only where whoever runs the site has said so.

The rights in a paper are its publisher's, so a public site leads to where it was published and does not hand it out itself, unless
``panelpapers serve --originals`` is used, or ``metadata.yml`` has ``plugins: {panelpapers: {originals: true}}``.
"""

from __future__ import annotations

import os
from typing import BinaryIO
from urllib.parse import quote

from datasette.app import Datasette

from serve import access
from serve.drawing import Busy, NoPicture
from serve.facsimile import busy_response, drawer_of
from serve.files import PDF, kept, state_of
from serve.headers import AS_IT_IS, Send
from serve.opening import opened

_PIECE = 1 << 18
#: Other types (a web page above all) are sent as bytes, so that no browser shows them as if they were ours.
_SENT_AS = {PDF, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
_GONE = "The file of this paper is not here any more as it was when it was read."


def handed_out(datasette: Datasette) -> bool:
    """Whether the site hands out the files of its papers."""
    return bool((datasette.plugin_config("panelpapers") or {}).get("originals"))


async def original_page(datasette: Datasette, request: access.Request) -> access.Response | Sent:
    """Send the file of a paper, to be saved and never shown in the browser."""
    key = access.decoded(request.url_vars["id"])
    await access.ensure_may_view(datasette, request, "documents")
    document = await access.first(
        datasette, "select file_name, media_type, source_url from documents where id = ?", [key]
    )
    if document is None:
        raise access.NotFound(f"There is no paper with the id {key}.")
    if not handed_out(datasette):
        elsewhere = f" It was published at {document['source_url']}" if document["source_url"] else ""
        raise access.Forbidden(f"This site does not hand out the files of papers.{elsewhere}")
    file = await kept(datasette, key)
    if file is None:
        raise access.NotFound(_GONE)
    try:
        await drawer_of(datasette).look(file)
        paper = opened(file.path)
    except (NoPicture, OSError) as error:
        raise access.NotFound(_GONE) from error
    except Busy as busy:
        return busy_response(busy)

    if state_of(os.fstat(paper.fileno())) != file.changed:
        paper.close()
        raise access.NotFound(_GONE)

    headers = {
        "content-disposition": _attachment(document["file_name"]),
        "content-length": str(file.bytes),
        "x-content-type-options": "nosniff",
        "cache-control": "no-cache",
        **AS_IT_IS,
    }
    media_type = document["media_type"] if document["media_type"] in _SENT_AS else "application/octet-stream"
    return Sent(paper, {"content-type": media_type, **headers})


class Sent:
    """An opened file as an answer, sent piece by piece: Datasette's own streams are for text."""

    def __init__(self, file: BinaryIO, headers: dict[str, str]):
        self._file = file
        self._headers = [[name.encode(), value.encode("latin-1")] for name, value in headers.items()]

    async def asgi_send(self, send: Send) -> None:
        """Send it and close it."""
        with self._file as file:
            await send({"type": "http.response.start", "status": 200, "headers": self._headers})
            while piece := file.read(_PIECE):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})


def _attachment(name: str) -> str:
    """The header that has a file saved under its name, with a plain name for old browsers.

    ``Área “1”.pdf`` is ``attachment; filename="_rea _1_.pdf"; filename*=UTF-8''%C3%81rea%20%E2%80%9C1%E2%80%9D.pdf``.
    """
    plain = "".join(one if one.isascii() and (one.isalnum() or one in " ._-()") else "_" for one in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

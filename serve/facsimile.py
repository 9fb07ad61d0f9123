"""A page of a PDF as a picture, with the place of a fact boxed on it: ``/-/paper/<document id>/page/<number>.png``.

The boxes are drawn by the browser over the picture, from a list in points of the page, so that they are sharp at every size, and one
picture serves all facts of a page.
"""

from __future__ import annotations

import asyncio
import dataclasses
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

from datasette.app import Datasette

from serve import access, addresses
from serve.drawing import LARGE, SCALE, Busy, Drawer, NoPicture
from serve.files import PDF, Kept, kept
from serve.headers import AS_IT_IS
from serve.marking import Span
from serve.picture_cache import PictureCache

#: A month. The address has the id of the document, which is made from its content, so the picture cannot become another one.
_KEPT_FOR = 30 * 24 * 3600
#: The longest that a page of the site waits for the places of words, in seconds.
_PATIENCE = 3.0
#: Space between a figure and the line around it, in points.
_AROUND = 1.5
#: The least that is shown about a figure, in points: wide enough for a table's neighbouring columns, and legible on a phone.
_EXCERPT = (300.0, 110.0)

_drawers: WeakKeyDictionary[Datasette, Drawer] = WeakKeyDictionary()

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is to be boxed on a page: a cell, else words of its text, else nothing, as the reading knows no place.

    ``cell`` is x0, top, x1 and bottom in points; ``quote`` the span of the words in ``text``, ``exact`` that of the figure itself.
    """

    cell: Box | None = None
    text: str = ""
    quote: Span | None = None
    exact: Span | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A box on a page, in points from its top-left corner; ``exact`` for the figure itself, not the words around it."""

    x: float
    y: float
    width: float
    height: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Facsimile:
    """The picture of a page of ``width`` and ``height`` points, what is boxed on it, and what is to be said of that."""

    picture: str
    large: str
    width: float
    height: float
    frames: tuple[Frame, ...] = ()
    note: str | None = None

    @property
    def excerpt(self) -> tuple[float, float, float, float] | None:
        """The part of the page about the figure, to be shown enlarged: x, y, width and height in points."""
        about = [frame for frame in self.frames if frame.exact] or self.frames
        if not about:
            return None
        left, top = min(frame.x for frame in about), min(frame.y for frame in about)
        right, bottom = max(frame.x + frame.width for frame in about), max(frame.y + frame.height for frame in about)
        width = min(self.width, max(_EXCERPT[0], right - left + 40))
        height = min(self.height, max(_EXCERPT[1], bottom - top + 40))
        x = min(max((left + right - width) / 2, 0), self.width - width)
        y = min(max((top + bottom - height) / 2, 0), self.height - height)
        return round(x, 2), round(y, 2), round(width, 2), round(height, 2)

    @property
    def pixels(self) -> tuple[int, int]:
        """The width and height of the picture for the browser, so that nothing moves when it comes."""
        return round(self.width * SCALE), round(self.height * SCALE)


def keep_pictures(datasette: Datasette, folder: Path | None) -> None:
    """Keep the pictures of a site in a folder; without one they are in the user's cache."""
    _drawers[datasette] = Drawer(PictureCache(folder))


def drawer_of(datasette: Datasette) -> Drawer:
    """What draws the pages of a site."""
    if datasette not in _drawers:
        keep_pictures(datasette, None)
    return _drawers[datasette]


async def picture_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Send the picture of a page; with ``?large=1`` a larger one."""
    document, page = access.decoded(request.url_vars["id"]), int(request.url_vars["page"])
    await access.ensure_may_view(datasette, request, "documents", "pages")
    row = await access.first(
        datasette,
        "select d.media_type, g.width, g.text from documents d left join pages g on g.document_id = d.id and g.page = ? where d.id = ?",
        [page, document],
    )
    if row is None:
        raise access.NotFound(f"There is no paper with the id {document}.")
    if row["media_type"] != PDF:
        raise access.NotFound("This paper is no PDF: it has text, but no pages that could be shown as pictures.")
    if row["width"] is None:
        raise access.NotFound(f"This paper has no page {page}.")
    file = await kept(datasette, document)
    if file is None:
        raise access.NotFound("The file of this paper is not here any more; its text is.")
    try:
        scale = LARGE if request.args.get("large") == "1" else SCALE
        png = await drawer_of(datasette).picture(file, page, row["text"], scale)
    except NoPicture as reason:
        raise access.NotFound(str(reason)) from reason
    except Busy as busy:
        return busy_response(busy)
    who = "private" if request.actor else "public"
    headers = {"cache-control": f"{who}, max-age={_KEPT_FOR}, immutable", **AS_IT_IS}
    return access.Response(png, headers=headers, content_type="image/png")


def busy_response(busy: Busy) -> access.Response:
    """The answer to who asks while too much is asked for."""
    return access.Response.text(str(busy), status=503, headers={"retry-after": "2", "cache-control": "no-store"})


async def facsimile(
    datasette: Datasette, document: access.Row, page: access.Row, sought: Sought | None = None
) -> Facsimile | None:
    """The picture of a page with a place boxed; None where there is none to show, as the file is no PDF or not here any more.

    ``document`` has at least ``id`` and ``media_type``, ``page`` has ``page``, ``width`` and ``height``.
    """
    if document["media_type"] != PDF or not page["width"] or not page["height"]:
        return None
    file = await kept(datasette, document["id"])
    if file is None:
        return None
    shown = Facsimile(
        addresses.page_image(datasette, document["id"], page["page"]),
        addresses.page_image(datasette, document["id"], page["page"], large=1),
        page["width"],
        page["height"],
    )
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _boxed(drawer_of(datasette), file, page["page"], shown, sought)
    except NoPicture:
        return None
    except (Busy, TimeoutError):
        return dataclasses.replace(shown, note=_BUSY if sought else None)


async def _boxed(drawer: Drawer, file: Kept, page: int, shown: Facsimile, sought: Sought | None) -> Facsimile:
    if sought is None or sought.cell or not sought.quote:
        await drawer.look(file)
        frames = [_frame(sought.cell, 1.0, 1.0, exact=True)] if sought and sought.cell else []
    else:
        quote, exact = await drawer.boxes(file, page, sought.text, sought.quote, sought.exact)
        frames = [_frame(box, shown.width, shown.height, exact=False) for box in quote]
        frames += [_frame(box, shown.width, shown.height, exact=True) for box in exact]
    return dataclasses.replace(shown, frames=tuple(frames), note=_NOT_FOUND if sought and not frames else None)


_BUSY = "Its place on the page was not looked up, as the site is busy. Load the page again to see it."
_NOT_FOUND = "The program could not tell where on this page it stands, so nothing is boxed: look for the words above."


def _frame(box: Box, across: float, down: float, *, exact: bool) -> Frame:
    """A box with a little space around it; ``across`` and ``down`` turn its measures into points."""
    x0, top, x1, bottom = box[0] * across, box[1] * down, box[2] * across, box[3] * down
    return Frame(
        round(x0 - _AROUND, 2),
        round(top - _AROUND, 2),
        round(x1 - x0 + 2 * _AROUND, 2),
        round(bottom - top + 2 * _AROUND, 2),
        exact,
    )

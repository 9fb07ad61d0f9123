"""A site that goes over to another database while it serves, without a moment in which nobody answers."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import SimpleNamespace

from datasette.app import Datasette

from schema.errors import PanelPapersError
from serve.headers import App, Message, Receive, Send


class Renewing:
    """The app of a site that ``make`` makes, and makes again when it is asked to: what was asked before is still answered by the old one."""

    def __init__(self, make: Callable[[], Datasette]):
        self._make = make
        self._site = make()
        self._app: App = self._site.app()
        self._before: Datasette | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._app(scope, receive, send)

    def renew(self) -> None:
        """Make the site again, such as of the publication that is current now; if it cannot be made, the old one goes on."""
        try:
            site = self._make()
        except PanelPapersError as error:
            print(f"{error.message}. The site goes on as it was.", file=sys.stderr, flush=True)
            return
        # The one before the last has answered long ago; the last one may be at it still.
        if self._before is not None:
            _end(self._before)
        self._before, self._site = self._site, site
        self._app = site.app()
        # A site is a ring of values, with threads and open files, which go when it does.
        gc.collect()
        print("The site was made again and shows what is current now.", file=sys.stderr, flush=True)


def _end(site: Datasette) -> None:
    """End the threads that write a site's own notes: Datasette 0.65 never does, and so a site would stay for ever."""
    for database in site.databases.values():
        if database._write_queue is not None:
            database._write_queue.put(SimpleNamespace(fn=_stop))


def _stop(_: object) -> None:
    raise SystemExit

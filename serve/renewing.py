"""A site that goes over to another database while it serves, without a moment in which nobody answers."""

from __future__ import annotations

import sys
from collections.abc import Callable

from datasette.app import Datasette

from schema.errors import PanelPapersError
from serve.headers import App, Message, Receive, Send


class Renewing:
    """The app of a site that ``make`` makes, and makes again when it is asked to: what was asked before is still answered by the old one."""

    def __init__(self, make: Callable[[], Datasette]):
        self._make = make
        self._app: App = make().app()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._app(scope, receive, send)

    def renew(self) -> None:
        """Make the site again, such as of the publication that is current now; if it cannot be made, the old one goes on."""
        try:
            self._app = self._make().app()
        except PanelPapersError as error:
            print(f"{error.message}. The site goes on as it was.", file=sys.stderr, flush=True)
        else:
            print("The site was made again and shows what is current now.", file=sys.stderr, flush=True)

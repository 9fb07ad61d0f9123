"""A real browser on a site that is really served: what the tests of pages stand on.

Chromium is that of the system (Debian's ``chromium``), driven by Playwright, which downloads nothing.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from serve.server import listen
from serve.site import build

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
#: Without these Chromium asks its maker's servers for updates while it is tested.
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]  # fmt: skip

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError:
    Axe = sync_playwright = None

#: Where the extra ``browser`` is installed it is meant to be used: there a missing Chromium is a failure.
needs_a_browser = pytest.mark.skipif(
    sync_playwright is None or (CHROMIUM is None and not os.environ.get("CI")),
    reason="no browser: install Chromium and the extra 'browser' (make browser)",
)


@contextmanager
def site_of(db: Path) -> Iterator[str]:
    """Serve a database on a free port of this machine; gives the address without a slash at its end."""
    listening = listen("127.0.0.1", 0)
    app = build(db, immutable=True, pictures=db.parent / "pictures").app()
    server = uvicorn.Server(uvicorn.Config(app, lifespan="on", log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser of Playwright."""
    assert CHROMIUM, "Chromium is not installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def violations(page: Any) -> list[str]:
    """What axe-core finds on a page under WCAG 2.2 A and AA and its best practices, each with its first place."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    return [f"{one['id']} ({one['impact']}, {len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]

"""``/-/export``: what can be taken away. A file is made when it is first asked for, by a process of its own, and kept meanwhile.

The process reads row by row, so neither it nor the site needs more memory for more papers; one works at a time, at low priority.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from weakref import WeakKeyDictionary

from datasette.app import Datasette

from serve import access, addresses
from serve.dictionary import NAMES, described
from serve.exports import GIVING, WHOLE
from serve.headers import AS_IT_IS
from serve.original import Sent
from serve.parquet import is_installed
from serve.spreadsheets import MEDIA_TYPES

_TYPES = {
    **MEDIA_TYPES,
    "json": "application/json",
    "zip": "application/zip",
    "parquet": "application/vnd.apache.parquet",
}
#: Papers may be ingested all day while the site is up: a file is made anew at most so often.
_KEPT_SECONDS = 300
#: How long a visitor waits for a file that is being made, and how many files may be waited for.
PATIENCE = 25
_MOST_WAITING = 12


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was made: which state of the database it shows, and when it was begun by the clock of the process."""

    path: Path
    state: Hashable
    begun: float


class Downloads:
    """The files of one site, in a folder that goes with it."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="panelpapers-exports-")
        self._one = asyncio.Lock()
        self._made: dict[str, _Made] = {}
        self._tasks: dict[str, asyncio.Task[_Made]] = {}

    async def get(self, datasette: Datasette, name: str) -> Path | None:
        """The file of a download, made if need be; None if it is still being made after ``PATIENCE`` seconds.

        Raises:
            RuntimeError: the file could not be made.
        """
        made = self._made.get(name)
        if made and (made.state == access.state(datasette) or time.monotonic() - made.begun < _KEPT_SECONDS):
            return made.path
        if name not in self._tasks:
            if len(self._tasks) >= _MOST_WAITING:
                return None
            self._tasks[name] = asyncio.create_task(self._make(datasette, name))
        task = self._tasks[name]
        await asyncio.wait([task], timeout=PATIENCE)
        return task.result().path if task.done() else None

    async def _make(self, datasette: Datasette, name: str) -> _Made:
        try:
            async with self._one:
                state, begun = access.state(datasette), time.monotonic()
                path = Path(self._folder.name) / name
                part = Path(self._folder.name) / "part" / name
                part.parent.mkdir(exist_ok=True)
                database = datasette.get_database(access.database_name(datasette))
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "serve.export_process", str(database.path), str(part),
                    stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
                )  # fmt: skip
                try:
                    _, said = await process.communicate()
                except asyncio.CancelledError:
                    process.kill()
                    raise
                if process.returncode:
                    raise RuntimeError(f"{name} could not be made: {said.decode(errors='replace')[-2000:]}")
                part.replace(path)
                self._made[name] = _Made(path, state, begun)
                return self._made[name]
        finally:
            del self._tasks[name]


_downloads: WeakKeyDictionary[Datasette, Downloads] = WeakKeyDictionary()


async def export_page(datasette: Datasette, request: access.Request) -> access.Response:
    """List what can be taken away."""
    await access.ensure_may_view(datasette, request, *NAMES)
    endings = _endings()
    context = {
        "whole": [(name, about, addresses.export(datasette, name)) for name, about in WHOLE.items()],
        "tables": [
            {
                "name": name,
                "title": described()[name]["title"],
                "description": described()[name]["description"],
                "address": access.table_path(datasette, name),
                "files": [(ending.upper(), addresses.export(datasette, f"{name}.{ending}")) for ending in endings],
            }
            for name in NAMES
        ],
        "file": access.whole_file(datasette),
    }
    return await access.page(datasette, request, "export.html", context)


def _endings() -> tuple[str, ...]:
    """The formats of one table, which are the endings of its files."""
    return ("csv", "xlsx", "parquet") if is_installed() else ("csv", "xlsx")


async def download(datasette: Datasette, request: access.Request) -> access.Response | Sent:
    """Send a file of the list."""
    name = request.url_vars["name"]
    stem, _, ending = name.partition(".")
    if name in GIVING:
        tables: tuple[str, ...] = ("grants_360", "funding_awards")
    elif name in WHOLE:
        tables = NAMES
    elif stem in NAMES and ending in _endings():
        tables = (stem,)
    else:
        raise access.NotFound(f"There is no download called {name}; the list is at {addresses.export(datasette)}")
    await access.ensure_may_view(datasette, request, *tables)
    if datasette not in _downloads:
        _downloads[datasette] = Downloads()
    path = await _downloads[datasette].get(datasette, name)
    if path is None:
        message = f"{name} is being made. Ask again in half a minute."
        headers = {"retry-after": "30", "refresh": "30", "cache-control": "no-store"}
        return access.Response.text(message, status=503, headers=headers)
    headers = {
        "content-type": _TYPES[ending],
        "content-disposition": f'attachment; filename="{name}"',
        "content-length": str(path.stat().st_size),
        **AS_IT_IS,
    }
    return Sent(path.open("rb"), headers)

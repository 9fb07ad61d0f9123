"""What this program finds on the machine: what is installed, what SQLite can do, how much room there is, how the database stands.

Nothing of it is about a person: folders in somebody's home are told as ``~``.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from ingest.installed import installed
from ingest.ocr.choice import available
from ingest.processes.tasks import processors
from schema.cache_folder import cache_folder
from schema.database import read_database
from schema.errors import DatabaseUnusable
from schema.held import held
from schema.migrations import version_of_shape

try:
    import resource
except ImportError:  # Windows knows no such limits.
    resource = None  # type: ignore[assignment]

_NAME = "panelpapers"
_REQUIREMENT = re.compile(
    r"(?P<name>[\w.-]+)(?:\[[^]]*\])?==(?P<version>[\w.]+)(?:.*extra == ['\"](?P<extra>[\w-]+)['\"])?"
)
_EXTRAS = {
    "ocr": "reads scanned pages",
    "parquet": "writes Parquet files (`export --format parquet`)",
    "cluster": "reads on many machines (`ingest --cluster`)",
    "browser": "lets the tests look at the site in Chromium",
    "dev": "tests, types and format",
}
#: With less than this an ingest of some hundred papers may not end.
_LITTLE_ROOM = 500_000_000
_LITTLE_MEMORY = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: ``ok``, not there (``none``: nothing is wrong with that), or ``wrong``, and what to do then."""

    about: str
    found: str
    result: Literal["ok", "none", "wrong"] = "ok"
    do: str = ""


def condition(db: Path) -> Iterator[Line]:
    """Everything but the site: the program, its libraries and extras, the machine, the database at ``db``."""
    yield Line("panelpapers", metadata.version(_NAME))
    yield Line(
        "Python",
        f"{platform.python_version()} ({platform.python_implementation()}, {sys.platform}, {platform.machine()})",
    )
    yield from _sqlite()
    yield from _libraries()
    engine = available("auto")
    yield Line(
        "scanned pages", f"read with {engine}" if engine else "are named and not read", "ok" if engine else "none"
    )
    yield from _machine()
    yield from _caches()
    yield from _database(db)


def size(number: int) -> str:
    """A number of bytes in words: ``0 B``, ``1.5 kB``, ``12 MB``, ``3.4 GB``."""
    amount = float(number)
    for unit in ("B", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.3g} {unit}"
        amount /= 1000
    return f"{amount:,.3g} GB" if amount < 1000 else f"{amount:,.0f} GB"


def shown(path: Path) -> str:
    """A path without the name of whose home it is in: ``/home/anna/papers`` is ``~/papers``."""
    try:
        return f"~/{path.absolute().relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)


def _sqlite() -> Iterator[Line]:
    with closing(sqlite3.connect(":memory:")) as db:
        options = {row[0] for row in db.execute("pragma compile_options")}
        can = {"search (FTS5)": "ENABLE_FTS5" in options, "JSON": True}
        try:
            db.execute("select json_extract('[1]', '$[0]')")
        except sqlite3.OperationalError:
            can["JSON"] = False
    missing = [name for name, there in can.items() if not there]
    if missing:
        do = "install a Python whose SQLite has it, such as that of python.org"
        yield Line("SQLite", f"{sqlite3.sqlite_version} without {' and '.join(missing)}", "wrong", do)
    else:
        yield Line("SQLite", f"{sqlite3.sqlite_version} with {' and '.join(can)}")


def _libraries() -> Iterator[Line]:
    """The libraries that every install has, and each extra; a version other than the pinned one may read papers otherwise."""
    groups: dict[str | None, list[tuple[str, str, str | None]]] = defaultdict(list)
    for requirement in metadata.requires(_NAME) or ():
        if match := _REQUIREMENT.match(requirement):
            groups[match["extra"]].append((match["name"], match["version"], installed(match["name"])))
    for extra, all_ in groups.items():
        about = f"extra {extra}" if extra else "libraries"
        what = f"pip install '{_NAME}[{extra}]'" if extra else f"pip install --force-reinstall {_NAME}"
        missing = [name for name, _, there in all_ if there is None]
        others = [f"{name} {there} instead of {wanted}" for name, wanted, there in all_ if there not in (None, wanted)]
        used = f": {_EXTRAS[extra]}" if extra in _EXTRAS else ""
        if extra and missing:
            # Others may bring a part of it.
            yield Line(about, f"not installed{used}", "none", what)
        elif missing or others:
            yield Line(about, "; ".join([*(f"{name} is missing" for name in missing), *others]), "wrong", what)
        else:
            yield Line(about, ", ".join(f"{name} {there}" for name, _, there in all_) + used)


def _machine() -> Iterator[Line]:
    usable = processors()
    yield Line("processors", f"{usable} of {os.cpu_count() or usable}")
    memory = _memory()
    if memory:
        little = memory < _LITTLE_MEMORY
        yield Line("memory", size(memory), "wrong" if little else "ok", "ingest with --jobs 1" if little else "")
    if resource is not None:
        limits = {"address space": resource.RLIMIT_AS, "size of a file": resource.RLIMIT_FSIZE}
        set_ = {name: resource.getrlimit(which)[0] for name, which in limits.items()}
        told = [f"{name} {size(value)}" for name, value in set_.items() if value != resource.RLIM_INFINITY]
        yield Line("limits", ", ".join([*told, f"{resource.getrlimit(resource.RLIMIT_NOFILE)[0]:,} open files"]))


def _memory() -> int | None:
    """The memory that this process may use: that of the machine, or of the container."""
    try:
        whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None
    try:
        return min(whole, int(Path("/sys/fs/cgroup/memory.max").read_text()))
    except (OSError, ValueError):
        return whole


def _caches() -> Iterator[Line]:
    """What can be made again and may be deleted at any time; ``PANELPAPERS_CACHE`` names another folder."""
    for kind, what in {"pages-read": "pages as they were read", "pages": "pictures of pages"}.items():
        folder = cache_folder(kind)
        taken = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        yield Line(what, f"{shown(folder)}, {size(taken)}")


def _database(path: Path) -> Iterator[Line]:
    folder = path.absolute().parent
    if folder.is_dir():
        free = shutil.disk_usage(folder).free
        little = free < _LITTLE_ROOM
        yield Line("free disk", size(free), "wrong" if little else "ok", "make room" if little else "")
    if not path.exists():
        yield Line("database", f"{shown(path)} is not there yet", "none", "`panelpapers ingest` makes it")
        return
    try:
        with closing(read_database(path)) as db:
            log = path.with_name(f"{path.name}-wal")
            beside = f" and {size(log.stat().st_size)} beside it" if log.exists() and log.stat().st_size else ""
            yield Line("database", f"{shown(path)}, {size(path.stat().st_size)}{beside}, shape {version_of_shape()}")
            run = db.execute("select started_at, status, version from runs order by rowid desc limit 1").fetchone()
            for what, number in held(db.conn).items():
                yield Line(what, f"{number:,}")
            yield Line("last run", f"{run[0]}, {run[1]}, by {run[2]}" if run else "none", "ok" if run else "none")
    except DatabaseUnusable as error:
        yield Line("database", f"{shown(path)}: {error.what}", "wrong", error.do)

"""The folder of what was fetched: each paper under a name that stays, and what is known of its address.

``.fetched.db`` in it says for each address where its file is and which version, or why what came is no paper, so that the next run asks only for what is new;
it is small, and without it everything is fetched again. ``.part/`` has what has not come whole, ``.pages/`` the pages that lead to
papers. What a paper is, is in the ``manifest.csv`` beside it, which ``ingest`` reads.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path
from types import TracebackType

from ingest.web.fetching import Fetched, Version
from ingest.web.safe_names import numbered, same_name
from ingest.web.stating import state, unstate
from schema.errors import WrongUsage

_STATE = ".fetched.db"
_PARTS = ".part"
_PAGES = ".pages"
_RECENT = dt.timedelta(days=30)
_TABLES = (
    """create table if not exists fetched (
    address text primary key, path text, place text unique, sha256 text, bytes integer, etag text, last_modified text,
    stated text, led_to text, fetched_at text
)""",
    """create table if not exists refused (
    address text primary key, bytes integer, etag text, last_modified text, what text, do text, version text, fetched_at text
)""",
)
_PROGRAM = version_of("panelpapers")


@dataclass(frozen=True, slots=True)
class Held:
    """What the folder has of an address: a file, which version of it, its content by SHA-256, where the address led to."""

    path: Path
    version: Version
    sha256: str
    led_to: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What came of an address and was no paper: which version of it, what was seen and what to do."""

    version: Version
    what: str
    do: str


@dataclass(frozen=True, slots=True)
class About:
    """What the page of its meeting states of a paper; None for what it does not. ``force`` is an id."""

    title: str | None = None
    meeting_date: dt.date | None = None
    force: str | None = None


class PaperFolder:
    """A folder of fetched papers, used by one run at a time.

    Raises:
        WrongUsage: Another run uses it, or it is no folder that can be written.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        try:
            for needed in (folder, folder / _PARTS, folder / _PAGES):
                needed.mkdir(parents=True, exist_ok=True)
            self._db = self._open()
        except OSError as error:
            raise WrongUsage(f"{folder}: papers cannot be kept here ({error.strerror or error})") from error

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.folder / _STATE, timeout=0.2, isolation_level=None)
        try:
            # The lock is held until the end of the run, and is gone with the process however that ends.
            db.execute("pragma locking_mode = exclusive")
            db.execute("begin exclusive")
            for table in _TABLES:
                db.execute(table)
            db.execute("commit")
        except sqlite3.OperationalError as error:
            db.close()
            if "locked" in str(error):
                what = "another run is fetching papers into this folder; wait for it, or name another one with --papers"
                raise WrongUsage(f"{self.folder}: {what}") from error
            raise WrongUsage(f"{self.folder / _STATE}: {error}; papers cannot be kept here") from error
        except sqlite3.DatabaseError:
            # It only spares requests: without it everything is asked for again.
            db.close()
            (self.folder / _STATE).replace(self.folder / f"{_STATE}.damaged")
            return self._open()
        return db

    def __enter__(self) -> PaperFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def part(self, address: str) -> Path:
        """Where what comes from an address is put until it is whole."""
        return self.folder / _PARTS / f"{_sign(address)}.part"

    def held(self, address: str) -> Held | None:
        """What is there of an address, None where the file is gone or is not what it was."""
        row = self._db.execute(
            "select path, bytes, sha256, etag, last_modified, led_to, fetched_at from fetched where address = ?",
            (address,),
        ).fetchone()
        if row is None:
            return None
        path, size, sha256, etag, last_modified, led_to, fetched_at = row
        file = self.folder / path
        try:
            if not file.is_file() or file.stat().st_size != size:
                return None
        except OSError:
            return None
        return Held(file, Version(etag, last_modified, size, recent=_is_recent(fetched_at)), sha256, led_to)

    def refused(self, address: str) -> Refused | None:
        """What came of an address last and was no paper to this version of the program, which then need not come again."""
        row = self._db.execute(
            "select bytes, etag, last_modified, what, do, fetched_at from refused where address = ? and version = ?",
            (address, _PROGRAM),
        ).fetchone()
        if row is None:
            return None
        size, etag, last_modified, what, do, fetched_at = row
        return Refused(Version(etag, last_modified, size, recent=_is_recent(fetched_at)), what, do)

    def refuse(self, address: str, fetched: Fetched, what: str, do: str) -> None:
        """Let go of what came from an address, and note why."""
        now = _now().isoformat(timespec="seconds")
        version = fetched.version
        self._db.execute(
            "insert or replace into refused values (?, ?, ?, ?, ?, ?, ?, ?)",
            (address, version.bytes, version.etag, version.last_modified, what, do, _PROGRAM, now),
        )
        self.part(address).unlink()

    def keep_page(self, address: str, fetched: Fetched) -> None:
        """Keep the page that came from an address."""
        data = self.part(address).read_bytes()
        path = self.folder / _PAGES / f"{_sign(address)}.html"
        self.part(address).replace(path)
        self._note(address, path, hashlib.sha256(data).hexdigest(), fetched)

    def is_page(self, held: Held) -> bool:
        """True where what is held is a page that leads to papers, and no paper."""
        return held.path.parent == self.folder / _PAGES

    def keep(self, address: str, fetched: Fetched, folders: Iterable[str], name: str, suffix: str) -> Path:
        """Keep the paper that came from an address, and its path, which stays the same for all its versions.

        ``folders`` and ``name`` are safe names; ``suffix`` is the end of the name, such as ``.pdf``.
        """
        part = self.part(address)
        with part.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        row = self._db.execute("select path from fetched where address = ?", (address,)).fetchone()
        if row is not None and not str(row[0]).startswith(f"{_PAGES}/"):
            path = self.folder / str(row[0])
        else:
            path = self._free(address, Path(*folders), name, suffix, sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        if _same_content(path, sha256):
            part.unlink()
        else:
            part.replace(path)
            _sync_folder(path.parent)
        self._note(address, path, sha256, fetched)
        return path

    def describe(self, address: str, about: About) -> None:
        """Let the manifest beside a paper say where it is from and what the page of its meeting states of it."""
        row = self._db.execute("select path, stated from fetched where address = ?", (address,)).fetchone()
        path, before = self.folder / row[0], json.loads(row[1] or "{}")
        day = about.meeting_date.isoformat() if about.meeting_date else None
        told = {"source_url": address, "title": about.title, "meeting_date": day, "force": about.force}
        state(path.parent, path.name, told, before)
        if told != before:
            self._db.execute("update fetched set stated = ? where address = ?", (json.dumps(told), address))

    def forget_if_gone(self, address: str) -> None:
        """Forget an address whose file somebody took away, in the manifest too: of what is not wanted nothing is missing."""
        row = self._db.execute("select path from fetched where address = ?", (address,)).fetchone()
        if row is not None and not (path := self.folder / str(row[0])).exists():
            unstate(path.parent, path.name)
            self._db.execute("delete from fetched where address = ?", (address,))

    def _free(self, address: str, folders: Path, name: str, suffix: str, sha256: str) -> Path:
        """A path that no other address and no other file has, also where a system takes large and small letters for the same."""
        for candidate in (name, numbered(name, suffix, address)):
            path = folders / candidate
            taken = self._db.execute("select address from fetched where place = ?", (same_name(path.as_posix()),))
            if taken.fetchone() is None:
                here = self.folder / path
                # A file that is the same is that of a run which ended before it was noted.
                if not here.exists() or _same_content(here, sha256):
                    return here
        return self.folder / folders / numbered(name, suffix, f"{address} {sha256}")

    def _note(self, address: str, path: Path, sha256: str, fetched: Fetched) -> None:
        inside = path.relative_to(self.folder).as_posix()
        now = _now().isoformat(timespec="seconds")
        version = fetched.version
        self._db.execute("delete from refused where address = ?", (address,))
        self._db.execute(
            "insert into fetched (address, path, place, sha256, bytes, etag, last_modified, led_to, fetched_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (address) do update set path = excluded.path,"
            " place = excluded.place, sha256 = excluded.sha256, bytes = excluded.bytes, etag = excluded.etag,"
            " last_modified = excluded.last_modified, led_to = excluded.led_to, fetched_at = excluded.fetched_at",
            (
                *(address, inside, same_name(inside), sha256),
                *(version.bytes, version.etag, version.last_modified, fetched.address, now),
            ),
        )


def _is_recent(fetched_at: str) -> bool:
    return dt.datetime.fromisoformat(fetched_at) > _now() - _RECENT


def _sign(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:32]


def _same_content(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def _sync_folder(folder: Path) -> None:
    """That the new name is on the disk too; systems where a folder cannot be opened do that by themselves."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)

"""Where files are. A place is a path from the root, in one spelling, so that it is the same from whatever folder a command is called.

Folders that are links are followed, since one folder must not be two; the file itself is not: what lies in a folder under a name is a
paper of that folder, also where the name leads to a store elsewhere, and when it leads to another version that is a revised paper.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from sqlite_utils import Database

from schema import archives
from schema.database import database_path, writing
from schema.errors import Unreadable

#: A byte of a name that is no text.
_BYTE = re.compile(r"\\x([89a-f][0-9a-f])")

PLACE = (
    "coalesce((select min(p.path) from document_paths p where p.document_id = d.id and p.seen_to is null"
    " and p.given = d.path), d.path)"
)
"""SQL: the place of a document ``d``; ``documents.path`` is as it was given, and may be from a folder that nobody knows any more."""


def place_of(path: Path) -> str:
    """The place of a file or of a member of an archive; ``./papers//a.pdf`` and ``papers/a.pdf`` are one place."""
    return Path(os.path.realpath(path.parent), path.name).as_posix()


def path_text(path: str | Path) -> str:
    r"""A path as text that every program can keep: ``caf\xe9.pdf`` of a name that is no UTF-8 but has the byte E9 there.

    So two names that differ in such bytes alone are two.
    """
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def path_at(text: str) -> Path:
    """The path of which ``path_text`` made a text."""
    path = Path(text)
    if not _BYTE.search(text) or os.path.lexists(path):
        return path
    return Path(_BYTE.sub(lambda byte: os.fsdecode(bytes([int(byte[1], 16)])), text))


def shown(place: str) -> str:
    """A place as a person here names it: ``papers/a.pdf`` where it lies below this folder, from the root elsewhere."""
    try:
        return Path(place).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return place


def settle(db: Database, found: Mapping[str, Collection[str]]) -> None:
    """Give the paths of earlier versions, which kept them as they were typed, their places, as far as these can be known.

    ``found`` has the places of the files of this run by their SHA-256. A path is that of a file of the same size below this folder or
    that of the database, or of a file of this run with the same content and a place that ends alike, or of any file that it leads to.
    """
    old = db.execute(
        "select p.path, d.sha256, d.bytes from document_paths p join documents d on d.id = p.document_id"
        " where p.given is null order by p.seen_to is null"
    ).fetchall()
    near = dict.fromkeys((Path.cwd(), Path(database_path(db)).absolute().parent))
    listed = _Listed()
    # Of the versions that had a path the one that has it counts.
    for path, (sha256, size) in {path: told for path, *told in old}.items():
        there = [place for folder in near if (place := listed.place(folder, path)) is not None]
        alike = [place for place in found.get(sha256, ()) if place.endswith(f"/{path}")]
        same = [place for place in there if archives.size(Path(place)) == size]
        if place := next(iter((*same, *alike, *there)), None):
            with writing(db):
                db.execute(
                    "update or ignore document_paths set path = ?, given = path where path = ? and given is null",
                    (place, path),
                )


def is_gone(place: str) -> bool:
    """True where a file is no more; False also where that cannot be told.

    So it is of a path that was kept as it was typed, and in a folder that may not be looked into.
    """
    path = path_at(place)
    if not path.is_absolute():
        return False
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except NotADirectoryError:
        return _is_gone_from_archive(path)
    except (OSError, ValueError):
        return False
    return False


def _is_gone_from_archive(path: Path) -> bool:
    try:
        archives.content(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, Unreadable):
        return False
    return False


class _Listed:
    """What is in folders, each of which is looked at once, however many paths lead into it that are nowhere to be found."""

    def __init__(self) -> None:
        self._folders: dict[str, tuple[str, Collection[str] | None]] = {}

    def place(self, near: Path, path: str) -> str | None:
        """The place of the file to which a path leads from a folder, or None where there is none."""
        above, _, name = path.rpartition("/")
        folder = f"{near.as_posix()}/{above}" if above and not path.startswith("/") else above or near.as_posix()
        if folder not in self._folders:
            self._folders[folder] = (os.path.realpath(folder), _names_in(folder))
        real, names = self._folders[folder]
        place = f"{real.rstrip('/')}/{name}"
        if names is None:
            return place if archives.size(Path(place)) > 0 else None
        return place if name in names else None


def _names_in(folder: str) -> Collection[str] | None:
    """The names in a folder, none if it is not there or may not be looked into; None for an archive."""
    try:
        return {path.name for path in Path(folder).iterdir()}
    except OSError:
        return None if archives.archive_above(Path(folder, "a")) else ()

"""Papers in zip archives, read where they are: an archive is a folder, and a member has the path ``papers.zip/2015/report.pdf``.

Nothing is unpacked to the disk, so no name of a member can lead anywhere. An archive says how large its members are before they are
read, and no more than that is ever read of one.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from schema.errors import Unreadable

#: More than this is a trap or no archive of papers: the members of one archive, their bytes together and those of one of them, and how
#: many archives may lie inside one another.
MOST_MEMBERS = 20_000
MOST_BYTES = 20_000_000_000
MOST_BYTES_OF_ONE = 500_000_000
MOST_DEPTH = 3
#: Text shrinks to a tenth and a blank page to a hundredth; a member of which more was taken out than this was made to fill a disk.
MOST_SHRUNK = 1_000

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
#: What says that a zip file is a document of its own kind.
_OF_A_DOCUMENT = ("[Content_Types].xml", "content.xml", "META-INF/container.xml")
_ENCRYPTED = 0x1
#: What ``zipfile`` raises for an archive that is cut or altered, or made in a way that it does not know.
_DAMAGES = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path begins with that of the archive. ``refused`` says why it is not read, in half a sentence."""

    path: Path
    refused: str | None = None


def is_archive(path: Path) -> bool:
    """True for a zip file, by its content, that is not itself a document (Word, Excel, OpenDocument)."""
    try:
        with path.open("rb") as file:
            if file.read(4) not in (_ZIP, _EMPTY_ZIP):
                return False
            return _archive_in(file)
    except OSError:
        return False


def members(archive: Path) -> Iterator[Member]:
    """The files in an archive and in the archives inside it, sorted by their names.

    Raises:
        Unreadable: It is damaged, or holds more than it may.
    """
    with archive.open("rb") as file:
        yield from _members(file, archive, 1)


def content(path: Path) -> bytes:
    """The bytes of a file, or of a member of an archive.

    Raises:
        OSError: There is no such file.
        Unreadable: The member is damaged or larger than it says.
    """
    archive = archive_above(path)
    if archive is None:
        return path.read_bytes()
    found = archive.stat()
    opened = _opened(archive, found.st_size, found.st_mtime_ns)
    return _content(opened, path.relative_to(archive), path)


def digest(path: Path) -> tuple[str, int]:
    """The SHA-256 and the number of the bytes of a file, or of a member of an archive.

    Raises:
        OSError: There is no such file.
        Unreadable: The member is damaged or larger than it says.
    """
    if archive_above(path) is None:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    data = content(path)
    return hashlib.sha256(data).hexdigest(), len(data)


def size(path: Path) -> int:
    """The bytes of a file or of a member of an archive, without reading it; 0 for one that is not there or lies deeper."""
    try:
        archive = archive_above(path)
        if archive is None:
            return path.stat().st_size
        found = archive.stat()
        opened = _opened(archive, found.st_size, found.st_mtime_ns)
        return opened.getinfo(path.relative_to(archive).as_posix()).file_size
    except (OSError, KeyError, Unreadable):
        return 0


def _members(file: BinaryIO, path: Path, depth: int) -> Iterator[Member]:
    with _zip(file, path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MOST_MEMBERS:
            raise _too_much(path, f"holds {len(entries):,} files, more than {MOST_MEMBERS:,}")
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise _too_much(path, f"unpacks to more than {MOST_BYTES / 1e9:.0f} GB")
        # Of two members with one name the later one is what every program shows.
        by_name = {entry.filename: entry for entry in entries}
        for name, entry in sorted(by_name.items()):
            inside = path / PurePosixPath(name)
            refused = _refused(entry)
            if refused is None and name.lower().endswith(".zip"):
                yield from _members_of_inner(archive, entry, inside, depth)
            else:
                yield Member(path / _inside(name) if refused else inside, refused)


def _members_of_inner(outer: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, depth: int) -> Iterator[Member]:
    if depth >= MOST_DEPTH:
        yield Member(path, f"it is the {MOST_DEPTH + 1}th archive inside another; take it out and ingest that")
        return
    try:
        file = io.BytesIO(_read(outer, entry, path))
        if _archive_in(file):
            yield from list(_members(file, path, depth + 1))
        else:
            yield Member(path)
    except Unreadable as error:
        yield Member(path, f"{error.what}; {error.do}")


def _refused(entry: zipfile.ZipInfo) -> str | None:
    name = PurePosixPath(entry.filename)
    if (
        name.is_absolute()
        or ".." in name.parts
        or "\\" in entry.filename
        or _printable(entry.filename) != entry.filename
    ):
        return "its name in the archive leads out of it; rename it and ingest it again"
    if entry.flag_bits & _ENCRYPTED:
        return "it has a password; take it out of the archive and ingest that"
    if entry.file_size > MOST_BYTES_OF_ONE:
        return f"it is larger than {MOST_BYTES_OF_ONE / 1e6:.0f} MB; take it out of the archive and split it"
    if entry.file_size > MOST_SHRUNK * max(entry.compress_size, 1_000):
        return "it unpacks to far more than a paper does; take it out of the archive if it is one"
    return None


def _content(archive: zipfile.ZipFile, inside: Path, path: Path) -> bytes:
    """The bytes of a member, by its path inside the archive, which may go through archives inside it."""
    parts = inside.parts
    for end in range(len(parts), 0, -1):
        name = "/".join(parts[:end])
        try:
            entry = archive.getinfo(name)
        except KeyError:
            continue
        data = _read(archive, entry, path)
        if end == len(parts):
            return data
        with _zip(io.BytesIO(data), path) as inner:
            return _content(inner, Path(*parts[end:]), path)
    raise FileNotFoundError(2, "there is no such file in the archive", str(path))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> bytes:
    try:
        # No more is read than the size that was looked at before, whatever the data itself says.
        with archive.open(entry) as member:
            data = member.read(entry.file_size)
    except (*_DAMAGES, RuntimeError, EOFError, zlib.error, lzma.LZMAError) as error:
        raise _damaged(path) from error
    if len(data) != entry.file_size:
        raise _damaged(path)
    return data


def archive_above(path: Path) -> Path | None:
    """The archive into which a path leads, None for a path that does not lead into a file."""
    try:
        if path.exists():
            return None
        return next((parent for parent in path.parents if parent.is_file()), None)
    except OSError:
        return None  # A name that is too long for a file is that of none.


@lru_cache(maxsize=1)
def _opened(archive: Path, size: int, changed_ns: int) -> zipfile.ZipFile:
    """An archive, kept open for the next member: to open one takes as long as it has members."""
    return _zip(archive.open("rb"), archive)


def _archive_in(file: BinaryIO) -> bool:
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            return not set(archive.namelist()) & set(_OF_A_DOCUMENT)
    except _DAMAGES:
        return False


def _zip(file: BinaryIO, path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _DAMAGES as error:
        raise _damaged(path) from error


def _printable(name: str) -> str:
    """A name of which every character can stand in a path and in a line."""
    return "".join(char if char.isprintable() else "_" for char in name) or "_"


def _inside(name: str) -> PurePosixPath:
    """A name that leads nowhere else, for the line that says why its file is not read."""
    return PurePosixPath(*(part for part in PurePosixPath(_printable(name)).parts if part not in ("/", "..")))


def _damaged(path: Path) -> Unreadable:
    return Unreadable(str(path), None, "the archive is damaged here", "download it again")


def _too_much(path: Path, what: str) -> Unreadable:
    return Unreadable(str(path), None, f"the archive {what}", "unpack it and ingest the folder")

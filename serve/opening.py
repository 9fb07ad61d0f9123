"""Finding and opening a plain file, or what a link to one leads to: no pipe is waited for, and no device is opened.

A paper may be a link to a store of files. Where it leads is looked at before anything is opened, and what is there is opened only if no
link has taken its place meanwhile. That it is the paper is told by its content, by whoever reads it.
"""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from schema import archives
from schema.errors import Unreadable
from schema.places import path_at

_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)  # fmt: skip


def plain(path: str, size: int) -> os.stat_result:
    """What there is at a path, or where the link there leads, if that is a plain file of so many bytes; of a paper in an archive, the archive.

    Raises:
        OSError: there is nothing, a pipe, a device, or a file of another size.
    """
    there_is = path_at(path)
    archive = archives.archive_above(there_is)
    found = Path(_at_its_end(archive or there_is)).lstat()
    there = archives.size(there_is) if archive else found.st_size
    if not stat.S_ISREG(found.st_mode) or there != size:
        raise OSError(f"{path} is no plain file of {size} bytes")
    return found


def paper_opened(path: str, size: int) -> BinaryIO:
    """A plain file, or a paper of so many bytes in an archive that is one, opened to be read; at the end of a link too.

    Raises:
        OSError: there is none.
    """
    if not archives.archive_above(path_at(path)):
        return opened(path)
    plain(path, size)
    try:
        return io.BytesIO(archives.content(path_at(path)))
    except Unreadable as error:
        raise OSError(error.message) from error


def opened(path: str) -> BinaryIO:
    """A plain file, or the one to which a link leads, opened to be read; ``OSError`` for anything else."""
    file = os.fdopen(os.open(_at_its_end(path_at(path)), _FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(f"{path} is no plain file")
    return file


def _at_its_end(path: Path) -> str:
    """Where a path leads when all links are followed; links that go round lead to one of them."""
    return os.path.realpath(path)

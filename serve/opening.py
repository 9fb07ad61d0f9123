"""Finding and opening a file only where it stands itself: no link leads elsewhere, and no pipe is waited for."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from schema import archives
from schema.errors import Unreadable

_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)  # fmt: skip


def plain(path: str, size: int) -> os.stat_result:
    """What there is at a path where a plain file of so many bytes stands itself; of a paper in an archive, the archive.

    Raises:
        OSError: there is nothing, a link, a pipe, or a file of another size.
    """
    archive = archives.archive_above(Path(path))
    found = (archive or Path(path)).lstat()
    there = archives.size(Path(path)) if archive else found.st_size
    if not stat.S_ISREG(found.st_mode) or there != size:
        raise OSError(f"{path} is no plain file of {size} bytes")
    return found


def paper_opened(path: str, size: int) -> BinaryIO:
    """A plain file, or a paper of so many bytes in an archive that is one, opened to be read.

    Raises:
        OSError: there is none.
    """
    if not archives.archive_above(Path(path)):
        return opened(path)
    plain(path, size)
    try:
        return io.BytesIO(archives.content(Path(path)))
    except Unreadable as error:
        raise OSError(error.message) from error


def opened(path: str) -> BinaryIO:
    """A plain file, opened to be read; ``OSError`` for anything else."""
    file = os.fdopen(os.open(path, _FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(f"{path} is no plain file")
    return file

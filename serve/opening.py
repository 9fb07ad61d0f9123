"""Finding and opening a file only where it stands itself: no link leads elsewhere, and no pipe is waited for."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)  # fmt: skip


def plain(path: str, size: int) -> os.stat_result:
    """What there is at a path where a plain file of so many bytes stands itself.

    Raises:
        OSError: there is nothing, a link, a pipe, or a file of another size.
    """
    found = Path(path).lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size != size:
        raise OSError(f"{path} is no plain file of {size} bytes")
    return found


def opened(path: str) -> BinaryIO:
    """A plain file, opened to be read; ``OSError`` for anything else."""
    file = os.fdopen(os.open(path, _FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(f"{path} is no plain file")
    return file

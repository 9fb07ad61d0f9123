"""Where this program keeps what it can make again: in the user's cache."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def cache_folder(kind: str) -> Path:
    """The folder for one kind of kept things: in ``PANELPAPERS_CACHE``, else in ``XDG_CACHE_HOME``, else in ``~/.cache``."""
    given = os.environ.get("PANELPAPERS_CACHE")
    if given:
        return Path(given) / kind
    base = os.environ.get("XDG_CACHE_HOME") or ("~/.cache" if os.name != "nt" else "~/AppData/Local")
    # A user without a home (a service) keeps nothing beyond the process.
    with contextlib.suppress(RuntimeError):
        return Path(base).expanduser() / "panelpapers" / kind
    return Path(tempfile.gettempdir()) / f"panelpapers-{os.getpid()}" / kind


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that others see whole or not at all; ``OSError`` where it cannot be written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="new-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def let_go(folder: Path, pattern: str, most_bytes: int) -> None:
    """Take away the files under a folder whose names fit ``pattern``, those first that were not asked for longest, until so many bytes are left."""
    kept = []
    for path in folder.rglob(pattern):
        # Another process may do the same.
        with contextlib.suppress(OSError):
            found = path.stat()
            kept.append((found.st_mtime_ns, found.st_size, path))
    too_many = sum(size for _, size, _ in kept) - most_bytes
    for _, size, path in sorted(kept):
        if too_many <= 0:
            return
        with contextlib.suppress(OSError):
            path.unlink()
            too_many -= size

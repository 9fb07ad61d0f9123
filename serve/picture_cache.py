"""Pictures of pages that were drawn before, as files in a folder of the user's cache."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path

#: The version of the drawing: a change of ``serve.page_worker.picture`` takes a new one, so that old pictures are drawn anew.
_DRAWING = 1
_NAME = re.compile(r"[0-9a-f]{64}-p\d+-x\d+-v\d+\.png")
#: Some 2,500 pages.
MOST_BYTES = 256_000_000


def default_folder() -> Path:
    """Where the user's caches are: ``PANELPAPERS_CACHE``, else in ``XDG_CACHE_HOME``, else in ``~/.cache``."""
    given = os.environ.get("PANELPAPERS_CACHE")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or ("~/.cache" if os.name != "nt" else "~/AppData/Local")
    # A user without a home (a service) keeps none of these.
    with contextlib.suppress(RuntimeError):
        return Path(base).expanduser() / "panelpapers" / "pages"
    return Path(tempfile.gettempdir()) / f"panelpapers-{os.getpid()}"


class PictureCache:
    """Pictures by the content of the paper, the page and the scale; those not asked for longest go when there are too many bytes.

    A folder that cannot be written to keeps nothing, and the site goes on without.
    """

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES):
        self.folder = folder or default_folder()
        self.most_bytes = most_bytes

    def get(self, sha256: str, page: int, scale: int) -> bytes | None:
        """A picture that is kept, which counts as asked for now."""
        path = self._path(sha256, page, scale)
        try:
            picture = path.read_bytes()
            with contextlib.suppress(OSError):
                os.utime(path)
        except OSError:
            return None
        return picture or None

    def put(self, sha256: str, page: int, scale: int, picture: bytes) -> None:
        """Keep a picture, and let the oldest go that are too many; only pictures of ours are ever taken away."""
        path = self._path(sha256, page, scale)
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix="new-", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(picture)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._shrink()

    def _shrink(self) -> None:
        with os.scandir(self.folder) as entries:
            kept = [(entry.stat(), entry.path) for entry in entries if _NAME.fullmatch(entry.name)]
        bytes_kept = sum(state.st_size for state, _ in kept)
        for state, path in sorted(kept, key=lambda one: one[0].st_mtime_ns):
            if bytes_kept <= self.most_bytes:
                return
            Path(path).unlink(missing_ok=True)
            bytes_kept -= state.st_size

    def _path(self, sha256: str, page: int, scale: int) -> Path:
        name = f"{sha256}-p{page}-x{scale}-v{_DRAWING}.png"
        if not _NAME.fullmatch(name):
            raise ValueError(f"{sha256!r} is no SHA-256")
        return self.folder / name

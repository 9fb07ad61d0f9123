"""Pictures of pages that were drawn before, as files in a folder of the user's cache."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from schema.cache_folder import cache_folder, let_go, write_whole

#: The version of the drawing: a change of ``serve.page_worker.picture`` takes a new one, so that old pictures are drawn anew.
_DRAWING = 1
_NAME = re.compile(r"[0-9a-f]{64}-p\d+-x\d+-v\d+\.png")
#: Some 2,500 pages.
MOST_BYTES = 256_000_000


class PictureCache:
    """Pictures by the content of the paper, the page and the scale; those not asked for longest go when there are too many bytes.

    A folder that cannot be written to keeps nothing, and the site goes on without.
    """

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES):
        self.folder = folder or cache_folder("pages")
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
            write_whole(path, picture)
            let_go(self.folder, f"*-v{_DRAWING}.png", self.most_bytes)

    def _path(self, sha256: str, page: int, scale: int) -> Path:
        name = f"{sha256}-p{page}-x{scale}-v{_DRAWING}.png"
        if not _NAME.fullmatch(name):
            raise ValueError(f"{sha256!r} is no SHA-256")
        return self.folder / name

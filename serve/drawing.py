"""Pictures of pages, and the places of words on them, asked of one process and kept for the next who asks.

The questions wait in one line, which is short: a site that is asked for more pages than it can draw says so at once. A page that
takes too long, or ends the process, is not tried again; the process is started anew for the next one. Why a process and not a
thread is said in ``serve.page_worker``; the thread here only waits for its answers.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import weakref
from collections import OrderedDict
from collections.abc import Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from serve.files import Kept
from serve.picture_cache import PictureCache

#: Pixels for a point of the page: what the page shows, and what its enlargement shows.
SCALE, LARGE = 2, 3
#: The longest that one page may take, in seconds, and how many may wait.
MOST_SECONDS = 10.0
MOST_WAITING = 16
#: How many places of words, and how many pages that cannot be drawn, are remembered.
_MOST_KEPT = 2_000

Box = tuple[float, float, float, float]
_Answer = tuple[dict[str, Any], bytes]


class NoPicture(Exception):
    """There is no picture of this page, for the reason that the message says, and asking again gives none."""


class Busy(Exception):
    """Too much is asked for at the moment."""


class _Ended(Exception):
    """The process ended before it answered."""


class Drawer:
    """Draws pages and finds words for one site; safe to be asked by many requests at once.

    Args:
        cache: Where pictures are kept.
        most_seconds: The longest that one page may take.
        most_waiting: How many questions may wait for their turn.
    """

    def __init__(self, cache: PictureCache, most_seconds: float = MOST_SECONDS, most_waiting: int = MOST_WAITING):
        self.cache = cache
        self.most_seconds, self.most_waiting = most_seconds, most_waiting
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pages")
        self._process: subprocess.Popen[bytes] | None = None
        self._asked: dict[Hashable, Future[_Answer]] = {}
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()

    async def picture(self, file: Kept, page: int, text: str, scale: int = SCALE) -> bytes:
        """The PNG of a page, from 1, whose text as it is kept is ``text``; ``scale`` is pixels for a point.

        Raises:
            NoPicture: There is no such page, the file is not as it was, or the page cannot be drawn.
            Busy: Too many pages wait to be drawn.
        """
        drawn = self.cache.get(file.sha256, page, scale)
        if drawn is not None:
            return drawn
        _, drawn = await self._ask(file, do="draw", page=page, scale=scale, text=text)
        return drawn

    async def boxes(
        self, file: Kept, page: int, text: str, quote: tuple[int, int], exact: tuple[int, int] | None
    ) -> tuple[list[Box], list[Box]]:
        """Where the words of a span of the page's text stand, and those of a span in it; see ``serve.page_worker.find``.

        Raises what ``picture`` raises.
        """
        found, _ = await self._ask(file, do="find", page=page, text=text, quote=quote, exact=exact)
        return [tuple(box) for box in found["quote"]], [tuple(box) for box in found["exact"]]

    async def look(self, file: Kept) -> None:
        """Make sure that a file has the content that was ingested; raises what ``picture`` raises."""
        await self._ask(file, do="look")

    async def _ask(self, file: Kept, **asked: Any) -> _Answer:
        key = (file, json.dumps(asked))
        answer = self._answers.get(key)
        if answer is None:
            waiting = self._asked.get(key)
            if waiting is None:
                if len(self._asked) >= self.most_waiting:
                    raise Busy("Many pages are being drawn just now. Load this one again in a moment.")
                waiting = self._asked[key] = self._thread.submit(self._answer, file, asked)
                waiting.add_done_callback(lambda _: self._asked.pop(key, None))
            # One reader who goes away takes the answer from nobody else who waits for it.
            answer = await asyncio.shield(asyncio.wrap_future(waiting))
            if not answer[1]:
                self._answers[key] = answer
                if len(self._answers) > _MOST_KEPT:
                    self._answers.popitem(last=False)
        outcome = answer[0]["is"]
        if outcome != "ok":
            raise NoPicture(_REASONS[outcome])
        return answer

    def _answer(self, file: Kept, asked: dict[str, Any]) -> _Answer:
        """Ask the process; runs in the one thread."""
        question = {"path": file.path, "sha256": file.sha256, "bytes": file.bytes, **asked}
        try:
            header, body = self._exchange(question)
        except (_Ended, OSError):
            self._end()
            return {"is": "unreadable"}, b""
        if asked["do"] == "draw" and header["is"] == "ok":
            self.cache.put(file.sha256, asked["page"], asked["scale"], body)
        return header, body

    def _exchange(self, question: dict[str, Any]) -> _Answer:
        process = self._started()
        assert process.stdin is not None and process.stdout is not None
        clock = threading.Timer(self.most_seconds, process.kill)
        clock.daemon = True
        clock.start()
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
            if not line:
                raise _Ended
            header: dict[str, Any] = json.loads(line)
            body = process.stdout.read(header["length"])
            if len(body) < header["length"]:
                raise _Ended
            return header, body
        finally:
            clock.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            # It finds the modules where this process finds them, wherever it was started from.
            found_in = os.pathsep.join(path for path in sys.path if path)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "serve.page_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": found_in},
            )
            weakref.finalize(self, _stop, self._process)
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            _stop(self._process)
            self._process = None


_REASONS = {
    "gone": "The file is not here any more as it was when it was read.",
    "no page": "This paper has no such page.",
    "unreadable": "There is no picture of this page: it cannot be drawn.",
}


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process and wait for its end."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:  # what was still to be written goes nowhere
                continue

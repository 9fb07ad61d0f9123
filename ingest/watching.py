"""Watching folders, and addresses: what is new or changed is read, for as long as nobody says stop.

What changed in a folder is told by looking again. Nothing but sizes and times is asked, so that it works on every network folder and
costs little.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from ingest import manifest
from ingest.finding import Found, LinkedFolders, find_files, hidden, is_publication, passed_over
from schema.errors import Interrupted, PanelPapersError

Stamp = tuple[int, int]

#: A file that was last written longer ago than this, in seconds, is at rest when it is first seen.
_OLD = 10.0
#: How long until the next look, in seconds, while something is being written.
_SOON = 3.0


class Watch:
    """The files under some paths, and which state of each has been dealt with.

    ``beside`` is a file that concerns all of them, such as the corrections: when it changes, all are due.
    """

    def __init__(self, paths: Sequence[Path], *, beside: Path | None = None, now: Callable[[], float] = time.time):
        self._paths = tuple(paths)
        self._beside = beside
        self._now = now
        self._seen: dict[str, Stamp] | None = None
        self._done: dict[str, Stamp] = {}
        self._due: dict[str, Stamp] = {}
        self._gone: list[str] = []
        self.in_motion = False
        """True if something was seen at the last look that is not at rest."""

    def look(self) -> list[Found]:
        """The papers that are due: new or changed since they were done, and at rest since the last look.

        At the first look a file is at rest if it was written some time ago. Where a manifest changed or is gone, all papers are due
        that it may speak of.
        """
        seen = dict(self._stamps())
        before, self._seen = self._seen, seen
        if before is None:
            latest = (self._now() - _OLD) * 1e9
            before = {path: stamp for path, stamp in seen.items() if stamp[1] < latest}
        resting = {path: stamp for path, stamp in seen.items() if before.get(path) == stamp}
        self.in_motion = len(resting) < len(seen)
        due = {path: stamp for path, stamp in resting.items() if self._done.get(path) != stamp}
        # Where the papers are gone as well, it is the network that is not there.
        self._gone = [
            path
            for path in self._done
            if _is_manifest(path) and path not in seen and path not in before and self._spoken_of([path], resting)
        ]
        if due or self._gone:
            due |= self._spoken_of([*due, *self._gone], resting)
        self._due = due
        return list(self._found(due))

    def done(self) -> None:
        """What was due is dealt with."""
        self._done |= self._due
        for path in self._gone:
            self._done.pop(path, None)
        self._due, self._gone = {}, []

    def _spoken_of(self, due: Collection[str], resting: dict[str, Stamp]) -> dict[str, Stamp]:
        if self._beside is not None and str(self._beside) in due:
            return resting
        folders = tuple(path[: -len(manifest.NAME)] for path in due if _is_manifest(path))
        return {path: stamp for path, stamp in resting.items() if path.startswith(folders)} if folders else {}

    def _found(self, due: dict[str, Stamp]) -> Iterator[Found]:
        for path in self._paths:
            inside = f"{path}{os.sep}"
            here = [Path(one) for one in due if (one.startswith(inside) or one == str(path)) and self._is_paper(one)]
            if here:
                root = path.parent if str(path) in due else path
                yield from (replace(found, root=root) for found in find_files(sorted(here)))

    def _is_paper(self, path: str) -> bool:
        return not _is_manifest(path) and path != str(self._beside)

    def _stamps(self) -> Iterator[tuple[str, Stamp]]:
        given = [*self._paths, *([self._beside] if self._beside else [])]
        for path in given:
            try:
                if path.is_dir():
                    yield from _under(str(path), LinkedFolders(path))
                else:
                    yield str(path), _stamp(path.stat())
            except OSError:
                # It is not there, or its network is not: perhaps it is at the next look.
                continue


def keep_watching(
    watch: Watch,
    ingest: Callable[[list[Found]], None],
    tell: Callable[[str], None],
    *,
    every: float,
    fetch: Callable[[], None] | None = None,
    fetch_every: float = 86400.0,
    sleep: Callable[[float], None] = time.sleep,
) -> NoReturn:
    """Look every so many seconds and ``ingest`` what is due, ``fetch`` from addresses every ``fetch_every`` seconds, until interrupted.

    The first error ends it. Once something went well, an error is told (in one sentence, and once as long as it stays the
    same), and what was due stays due.

    Raises:
        KeyboardInterrupt: Somebody says stop.
        Interrupted: Somebody said stop in the middle of a batch or of fetching.
    """
    went_well, told, next_fetch = False, "", 0.0
    while True:
        try:
            if fetch is not None and time.monotonic() >= next_fetch:
                next_fetch = time.monotonic() + fetch_every
                fetch()
            if found := watch.look():
                ingest(found)
            watch.done()
            went_well, told = True, ""
        except (PanelPapersError, OSError) as error:
            if not went_well or isinstance(error, Interrupted):
                raise
            sentence = f"{error}; trying again every {every:g} seconds."
            if sentence != told:
                tell(sentence)
            told = sentence
        sleep(min(every, _SOON) if watch.in_motion else every)


def _under(folder: str, links: LinkedFolders) -> Iterator[tuple[str, Stamp]]:
    """The files of a folder and of those in it that may be papers, and its manifests."""
    try:
        with os.scandir(folder) as entries:
            # Of two links to one folder the same is gone into each time.
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    if is_publication(entry.name for entry in listed):
        return
    for entry in listed:
        try:
            if entry.is_dir():
                if not hidden(entry.name) and not (entry.is_symlink() and links.lead_round(Path(entry.path))):
                    yield from _under(entry.path, links)
            elif (entry.name == manifest.NAME or not passed_over(entry.name)) and entry.is_file():
                yield entry.path, _stamp(entry.stat())
        except OSError:
            continue


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_size, stat.st_mtime_ns


def _is_manifest(path: str) -> bool:
    return os.path.basename(path) == manifest.NAME  # noqa: PTH119

"""What an ingest tells while it runs, on stderr: a bar in a terminal, lines elsewhere, or events for a program.

Pace and time left are reckoned from what was read so far, by the bytes of the files: large files come first, so that papers alone would
tell of more time than there is. Files that the database has count for neither.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from ingest.batch import Result
from ingest.results import described, in_words, is_news
from ingest.terminal import on_one_line
from schema.places import path_text
from schema.rows import FileFacts

#: Before so many seconds nothing is said of the time that is left.
_SOON = 5.0
#: How often a line says how far it is, where there is no terminal.
_EVERY = 60.0
#: How often a line, and an event, says how far a download is: one that takes less is told when it is there.
_EVERY_OF_ONE = 10.0
_EVERY_EVENT = 1.0
_MOST_NAMED = 3


@dataclass(slots=True)
class Pace:
    """How far a run is. ``clock`` gives seconds, from any moment."""

    clock: Callable[[], float] = time.monotonic
    files: int = 0
    done: int = 0
    failed: int = 0
    papers: int = 0
    pages: int = 0
    working_on: dict[str, None] = field(default_factory=dict)
    _bytes: dict[str, int] = field(default_factory=dict)
    _bytes_done: int = 0
    _began: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        self._began = self.clock()

    def start(self, files: int, to_read: Sequence[FileFacts]) -> None:
        """So many files are looked at, of which some are to be read."""
        self.files, self._began = files, self.clock()
        self._bytes = {file.path: file.bytes for file in to_read}

    def begin(self, path: Path) -> None:
        """A file is begun."""
        self.working_on[path_text(path)] = None

    def tell(self, result: Result) -> None:
        """A file is done."""
        self.done += 1
        self.failed += result.came == "failed"
        self.working_on.pop(result.file.path, None)
        self._bytes_done += self._bytes.get(result.file.path, 0)
        if result.told is not None:
            self.papers += 1
            self.pages += result.told.pages

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return self.clock() - self._began

    @property
    def seconds_left(self) -> float | None:
        """How long it will go on if it goes on like this; None where that cannot be said yet."""
        all_bytes = sum(self._bytes.values())
        if self.seconds < _SOON or not self._bytes_done:
            return None
        return self.seconds * (all_bytes - self._bytes_done) / self._bytes_done

    def a_second(self) -> str:
        """Papers and pages a second, ``1.2 papers and 14 pages a second``; nothing before the first is read."""
        if not self.papers:
            return ""
        seconds = max(self.seconds, 1e-3)
        return f"{self.papers / seconds:.2g} papers and {self.pages / seconds:.2g} pages a second"

    def left(self) -> str:
        """The time left in words."""
        return "" if self.seconds_left is None else f"about {_time(self.seconds_left)} left"

    def losses(self) -> str:
        """What failed so far."""
        return f"{self.failed} failed" if self.failed else ""

    def names(self) -> str:
        """What is being read."""
        names = [on_one_line(Path(path).name) for path in self.working_on]
        return ", ".join(names[:_MOST_NAMED]) + (
            f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        )


class _Lines(Progress):
    """The bar, and below it what is said of it, each cut at the edge of the terminal so that nothing pushes the bar aside."""

    said: Sequence[str] = ()

    def get_renderables(self) -> Iterable[RenderableType]:
        """See ``rich.progress.Progress``."""
        yield self.make_tasks_table(self.tasks)
        for line in self.said:
            yield Text(line, no_wrap=True, overflow="ellipsis")


class Telling(AbstractContextManager["Telling"]):
    """How far a run is, told to nobody; those below say it to whom it concerns. What is told of fetching: ``ingest.given.fetch``."""

    def __init__(self, *, verbose: bool = False, pace: Pace | None = None):
        self._verbose = verbose
        self._pace = pace or Pace()
        self._said = 0.0

    def __exit__(self, *_: object) -> None:
        """Nothing is left to do."""

    def start(self, files: int, to_read: Sequence[FileFacts]) -> None:
        """See ``ingest.batch.Progressing``."""
        self._pace.start(files, to_read)

    def begin(self, path: Path) -> None:
        """See ``ingest.batch.Progressing``."""
        self._pace.begin(path)

    def tell(self, result: Result) -> None:
        """See ``ingest.batch.Progressing``."""
        self._pace.tell(result)

    def download(self, address: str, came: int, of: int | None) -> None:
        """So many bytes of an address are there, of how many where its host says it."""

    def say(self, event: str, sentence: str, **what: object) -> None:
        """Something that happened to an address: in words, and as data."""

    def _is_time(self, every: float) -> bool:
        """True where so many seconds went by since it was true last."""
        due = self._pace.seconds - self._said >= every
        if due:
            self._said = self._pace.seconds
        return due


class Bar(Telling):
    """A bar in a terminal with two lines below it, all written anew all the time: pace, time left and failures; what is read."""

    def __init__(self, *, verbose: bool):
        super().__init__(verbose=verbose)
        self._bar = _Lines(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[done]}"),
            console=Console(file=sys.stderr),
            transient=True,
        )
        self._task = self._bar.add_task("", done="", visible=False)

    def __enter__(self) -> Bar:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def start(self, files: int, to_read: Sequence[FileFacts]) -> None:
        """See ``ingest.batch.Progressing``."""
        super().start(files, to_read)
        self._show()

    def begin(self, path: Path) -> None:
        """See ``ingest.batch.Progressing``."""
        super().begin(path)
        self._show()

    def tell(self, result: Result) -> None:
        """See ``ingest.batch.Progressing``."""
        super().tell(result)
        if result.trace and self._verbose:
            self._bar.console.print(Text(result.trace))
        self._show()

    def download(self, address: str, came: int, of: int | None) -> None:
        """See ``Telling``."""
        self._bar.said = [address]
        self._draw("Fetching", came, of, _megabytes(came, of))

    def say(self, event: str, sentence: str, **what: object) -> None:
        """See ``Telling``."""
        self._bar.console.print(Text(sentence))

    def _show(self) -> None:
        pace = self._pace
        lines = ("; ".join(filter(None, (pace.left(), pace.losses(), pace.a_second()))), pace.names())
        self._bar.said = [line for line in lines if line]
        self._draw("Reading", pace.done, pace.files, f"{pace.done} of {pace.files}")

    def _draw(self, what: str, done: int, of: int | None, told: str) -> None:
        self._bar.update(self._task, description=what, completed=done, total=of, done=told, visible=True)


class Lines(Telling):
    """A line for each paper that comes in or does not, and now and then one that says how far it is."""

    def tell(self, result: Result) -> None:
        """See ``ingest.batch.Progressing``."""
        super().tell(result)
        pace = self._pace
        if result.trace and self._verbose:
            click.echo(result.trace, err=True)
        if is_news(result):
            path = on_one_line(result.file.path)
            click.echo(f"[{pace.done}/{pace.files}] {path}: {in_words(result)}", err=True)
        if self._is_time(_EVERY):
            parts = (f"{pace.done} of {pace.files} files", pace.a_second(), pace.left(), pace.losses())
            click.echo(f"{'; '.join(filter(None, parts))}; reading {pace.names() or 'nothing'}.", err=True)

    def download(self, address: str, came: int, of: int | None) -> None:
        """See ``Telling``."""
        if self._is_time(_EVERY_OF_ONE):
            click.echo(f"{_megabytes(came, of)} of {address}", err=True)

    def say(self, event: str, sentence: str, **what: object) -> None:
        """See ``Telling``."""
        click.echo(sentence, err=True)


class Events(Telling):
    """A line of JSON for everything that happens, with how far the run is.

    ``start``, ``begin`` and ``paper`` of reading; ``download``, ``fetched`` and ``missed`` of addresses.
    """

    def start(self, files: int, to_read: Sequence[FileFacts]) -> None:
        """See ``ingest.batch.Progressing``."""
        super().start(files, to_read)
        self._say("start", files=files, to_read=len(to_read), bytes=sum(file.bytes for file in to_read))

    def begin(self, path: Path) -> None:
        """See ``ingest.batch.Progressing``."""
        super().begin(path)
        self._say("begin", path=str(path))

    def tell(self, result: Result) -> None:
        """See ``ingest.batch.Progressing``."""
        super().tell(result)
        pace = self._pace
        far = {"done": pace.done, "files": pace.files, "pages": pace.pages, "failures": pace.failed}
        left = None if pace.seconds_left is None else round(pace.seconds_left)
        self._say("paper", **described(result), so_far={**far, "seconds": round(pace.seconds, 3), "seconds_left": left})

    def download(self, address: str, came: int, of: int | None) -> None:
        """See ``Telling``."""
        if self._is_time(_EVERY_EVENT):
            self._say("download", address=address, bytes=came, of=of)

    def say(self, event: str, sentence: str, **what: object) -> None:
        """See ``Telling``."""
        self._say(event, **what)

    def _say(self, event: str, **what: object) -> None:
        click.echo(json.dumps({"event": event, **what}, ensure_ascii=False, default=str), err=True)


def progress(*, verbose: bool, as_json: bool) -> Telling:
    """What fits who looks: a program, a person at a terminal, or a log."""
    if as_json:
        return Events()
    return Bar(verbose=verbose) if sys.stderr.isatty() else Lines(verbose=verbose)


def _megabytes(came: int, of: int | None) -> str:
    """Examples: ``1.2 of 48.0 MB``; ``1.2 MB`` where nobody says of how many."""
    whole = "" if of is None else f" of {of / 1e6:.1f}"
    return f"{came / 1e6:.1f}{whole} MB"


def _time(seconds: float) -> str:
    """Examples: ``40 seconds``, ``3 minutes``, ``2 hours 5 minutes``."""
    if seconds < 90:
        whole = max(1, round(seconds))
        return f"{whole} second{'' if whole == 1 else 's'}"
    minutes = round(seconds / 60)
    hours, minutes = divmod(minutes, 60)
    said = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    if minutes and hours < 10:
        said.append(f"{minutes} minute{'' if minutes == 1 else 's'}")
    return " ".join(said)

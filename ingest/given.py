"""What ``ingest`` was given: files and folders, addresses of the web, and how these are to be fetched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from schema.errors import Interrupted, PanelPapersError, WrongUsage

if TYPE_CHECKING:
    from ingest.progress import Telling
    from ingest.web.gathering import Gathered, Kept, Missed
    from ingest.web.moderngov import Take

_Command = TypeVar("_Command", bound=Callable[..., Any])

_FOLDER = "papers"
_DEFAULT_BYTES_MB = 100
_LOOK_EVERY = 10.0
_LEAST_FETCH_EVERY = 3600.0
_FETCH_EVERY = 86400.0


@dataclass(frozen=True, slots=True)
class Given:
    """Paths, and addresses with what is said of fetching them. ``papers`` is the folder that they are kept in."""

    paths: tuple[Path, ...]
    addresses: tuple[str, ...]
    papers: Path
    take: Take
    delay: float
    max_mb: int
    max_papers: int
    max_pages: int
    max_minutes: float
    allow_private: bool
    watch: bool = False
    every: float | None = None

    @property
    def look_every(self) -> float:
        """The seconds between two looks at folders."""
        return self.every if self.every is not None and self.paths else _LOOK_EVERY

    @property
    def fetch_every(self) -> float:
        """The seconds between two times that addresses are asked: what was said, if it is for them, and never under an hour."""
        if self.every is None or (self.paths and self.every < _LEAST_FETCH_EVERY):
            return _FETCH_EVERY
        return max(self.every, _LEAST_FETCH_EVERY)


_OPTIONS = (
    click.option(
        "--urls",
        "urls_file",
        type=click.File("r", encoding="utf-8-sig", errors="replace"),
        help="A file with addresses of papers, meetings or committees, one a line; # begins a comment; - is the standard input.",
    ),
    click.option(
        "--papers",
        "papers_folder",
        type=click.Path(path_type=Path, file_okay=False),
        help="The folder for what is fetched from addresses. [default: papers beside the database]",
    ),
    click.option(
        "--take",
        type=click.Choice(["packs", "parts", "all"]),
        default="packs",
        show_default=True,
        help="Of a meeting on ModernGov: its public reports pack with supplements and minutes; or its single papers; or all.",
    ),
    click.option(
        "--delay",
        type=click.FloatRange(min=0),
        default=2.0,
        show_default=True,
        help="The seconds between two requests to one host; more where its robots.txt asks for more.",
    ),
    click.option(
        "--max-mb",
        type=click.IntRange(min=1),
        default=_DEFAULT_BYTES_MB,
        show_default=True,
        help="How large a paper that is fetched may be.",
    ),
    click.option(
        "--max-papers",
        type=click.IntRange(min=1),
        default=500,
        show_default=True,
        help="How many new papers a run fetches.",
    ),
    click.option(
        "--max-pages",
        type=click.IntRange(min=1),
        default=1000,
        show_default=True,
        help="How many web pages a run looks at.",
    ),
    click.option(
        "--max-minutes",
        type=click.FloatRange(min=0.1),
        default=360.0,
        show_default=True,
        help="How long a run fetches.",
    ),
    click.option(
        "--watch",
        is_flag=True,
        help="Go on after that: read what is new or changed in the folders, and ask the addresses again, until Ctrl+C.",
    ),
    click.option(
        "--every",
        type=click.FloatRange(min=1),
        help="With --watch: the seconds between two looks. [default: 10 for folders; for addresses a day, at least 3600]",
    ),
    click.option("--allow-private", is_flag=True, help="Fetch from private networks and this machine too."),
)


def is_address(text: str) -> bool:
    """True for what is meant as an address of the web and not as a path.

    ``https://example.org/a`` and ``ftp://example.org`` are; ``papers/2024`` is not, nor what begins with the letter of a drive.
    """
    scheme, colon, rest = text.strip().partition("://")
    return bool(colon and rest) and len(scheme) > 1 and scheme.replace("+", "").replace("-", "").isalnum()


def fetching_options(command: _Command) -> _Command:
    """The options of ``ingest`` that concern addresses."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given(told: Sequence[str], db: Path, *, urls_file: Any, papers_folder: Path | None, **how: Any) -> Given:
    """What was typed, sorted: the addresses among the arguments and those of the list, and the paths.

    Raises:
        WrongUsage: Nothing was given, or what looks like an address is none of http or https.
    """
    paths = tuple(Path(one) for one in told if not is_address(one))
    typed = [one for one in told if is_address(one)]
    listed: list[str] = []
    if typed or urls_file is not None:
        # What asks the web is loaded only where it is asked.
        from ingest.web import addresses

        typed = [addresses.address(one) for one in typed]
        # A line that is no address is told when its turn comes; the others go on.
        listed = [one for _, one in addresses.listed(urls_file.read())] if urls_file is not None else []
    if not told and not listed:
        raise WrongUsage("nothing was given to read; name files, folders or addresses, or a list of them with --urls")
    return Given(paths, (*typed, *listed), papers_folder or db.parent / _FOLDER, **how)


def fetch(wanted: Given, telling: Telling) -> Gathered:
    """Fetch the papers of the addresses into their folder, told to ``telling`` as they come.

    Raises:
        WrongUsage: The folder cannot be used, or another run uses it.
        Interrupted: Somebody said stop.
        PanelPapersError: The disk is full.
    """
    from ingest.web.fetching import Fetcher, Manners
    from ingest.web.gathering import Bounds, gather
    from ingest.web.paper_folder import PaperFolder

    manners = Manners(delay=wanted.delay, most_bytes=wanted.max_mb * 1_000_000, allow_private=wanted.allow_private)
    bounds = Bounds(wanted.max_papers, wanted.max_pages, wanted.max_minutes * 60, wanted.take)
    try:
        with PaperFolder(wanted.papers) as folder, telling, Fetcher(manners, on_bytes=telling.download) as fetcher:
            told = {"on_paper": partial(_tell_kept, telling), "on_missed": partial(_tell_missed, telling)}
            return gather(wanted.addresses, folder, fetcher, bounds, **told)
    except KeyboardInterrupt:
        what = f"Interrupted; what was fetched is kept in {wanted.papers}. Run the command again for the rest."
        raise Interrupted(what) from None
    except sqlite3.Error as error:
        what = f"{wanted.papers}: what was fetched cannot be noted ({error})"
        raise PanelPapersError(f"{what}; make room on the disk and run the command again") from error


def _tell_kept(telling: Telling, kept: Kept) -> None:
    if kept.came:
        telling.say("fetched", f"fetched {kept.path}", address=kept.address, path=kept.path)


def _tell_missed(telling: Telling, missed: Missed) -> None:
    sentence = f"not fetched: {missed.address}: {missed.what}"
    telling.say("missed", sentence, address=missed.address, status=missed.status, why=missed.what, do=missed.do)

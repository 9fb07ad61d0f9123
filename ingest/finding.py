"""Which files of the paths that were given are papers. What they are is told later, by their content."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from schema import archives
from schema.errors import NothingToRead, Unreadable

#: Files that stand beside papers and are none.
_SIDECARS = frozenset(
    (
        *(
            "manifest.csv",
            "corrections.csv",
            "about.yml",
            "about.yaml",
            "truth.json",
            "metadata.yml",
            "metadata.yaml",
            "metadata.json",
        ),
        *("readme", "readme.md", "readme.txt", "license", "licence", "thumbs.db", "desktop.ini", "datapackage.json"),
    )
)
#: Data, programs and settings: in a folder they are passed over, named on the command line they are tried.
_NO_PAPERS = frozenset(
    (
        *(".json", ".jsonl", ".csv", ".tsv", ".yml", ".yaml", ".toml", ".ini", ".cfg", ".xml", ".xsd", ".css", ".js"),
        *(".py", ".pyc", ".sh", ".bat", ".exe", ".db", ".db-wal", ".db-shm", ".sqlite", ".sqlite3", ".log", ".lock"),
        *(".tmp", ".part", ".crdownload", ".bak"),
    )
)
#: What every publication has beside its database.
_OF_A_PUBLICATION = frozenset(("SHA256SUMS", "inspect-data.json"))
_HIDDEN = (".", "~$", "__macosx", "__pycache__")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a paper, and the folder that was given, in which manifests are looked for (its own for a file).

    A file in a zip archive has a path that begins with that of the archive. ``refused`` says why a file is not read, in half a sentence.
    """

    path: Path
    root: Path
    refused: str | None = None


def find_files(paths: Iterable[Path], left_out: Callable[[str], object] = lambda _: None) -> list[Found]:
    """The files to read, in the order of the paths given and sorted inside each folder; none twice.

    ``left_out`` is told, in a sentence, of each folder that may not be looked into.

    Raises:
        NothingToRead: A path is not there, or no path leads to a file that could be a paper.
    """
    found: dict[Path, Found] = {}
    given = list(paths)
    closed: list[str] = []
    for path in given:
        if path.is_dir():
            for file in papers_in(path, lambda error: closed.append(_of_folder(error))):
                _take(found, file, path)
        elif path.is_file():
            _take(found, path, path.parent)
        else:
            raise NothingToRead(f"{path}: there is no such file or folder; check the spelling")
    if closed and not found:
        raise NothingToRead(" ".join(closed))
    for sentence in closed:
        left_out(sentence)
    if not found:
        where = ", ".join(map(str, given))
        raise NothingToRead(
            f"{where}: no papers here; name a folder or a zip archive that holds PDF, text, Markdown, HTML or .docx files"
        )
    return list(found.values())


def _take(found: dict[Path, Found], path: Path, root: Path) -> None:
    """Add a file, or the papers that it holds if it is an archive."""
    place = path.resolve()
    if not archives.is_archive(path):
        first = found.setdefault(place, Found(path, root))
        if first.path.is_symlink() and not path.is_symlink():
            # Of a file and the links to it the file is the paper.
            found[place] = Found(path, root)
        return
    try:
        for member in archives.members(path):
            inside = member.path.relative_to(path)
            if member.refused or not any(map(passed_over, inside.parts)):
                found.setdefault(place / inside, Found(member.path, root, member.refused))
    except Unreadable as error:
        found.setdefault(place, Found(path, root, f"{error.what}; {error.do}"))


def _of_folder(error: OSError) -> str:
    what = f"{error.filename}: this folder cannot be looked into ({error.strerror}), and what is in it was left out"
    return f"{what}; allow reading it and ingest it again."


def papers_in(folder: Path, on_error: Callable[[OSError], object]) -> Iterator[Path]:
    """The files of a folder, and of those in it, that may be papers or archives of them, sorted inside each folder.

    ``on_error`` is told of each folder that may not be looked into.
    """
    links = LinkedFolders(folder)
    for parent, folders, names in os.walk(folder, onerror=on_error, followlinks=True):
        if is_publication(names):
            folders.clear()
            continue
        folders[:] = [name for name in sorted(folders) if not (hidden(name) or links.lead_round(Path(parent, name)))]
        for name in sorted(names):
            path = Path(parent, name)
            try:
                is_paper = not passed_over(name) and path.is_file()
            except OSError as error:
                # Its names may be listed and no file in it be looked at.
                on_error(OSError(error.errno, error.strerror, parent))
                break
            if is_paper:
                yield path


class LinkedFolders:
    """The links to folders that a walk meets: each folder is gone into once, and none that holds the folder of the walk."""

    def __init__(self, folder: Path):
        self._folder = folder.resolve()
        self._gone_into: set[Path] = set()

    def lead_round(self, folder: Path) -> bool:
        """True for a link to a folder that was, or is being, gone through; what is said of a link is said once."""
        if not folder.is_symlink():
            return False
        target = folder.resolve()
        if target in self._gone_into or self._folder.is_relative_to(target):
            return True
        self._gone_into.add(target)
        return False


def passed_over(name: str) -> bool:
    """True for a file of this name that is no paper where it lies in a folder: hidden, data, what stands beside papers."""
    lower = name.lower()
    return hidden(name) or lower in _SIDECARS or Path(lower).suffix in _NO_PAPERS


def is_publication(names: Iterable[str]) -> bool:
    """True for a folder with these names in it that ``publish`` made: what it tells of papers is none, and its papers are copies."""
    return set(names) >= _OF_A_PUBLICATION


def hidden(name: str) -> bool:
    """True for a file or folder of this name that a program keeps for itself: ``.git``, ``~$draft.docx``."""
    return name.lower().startswith(_HIDDEN)

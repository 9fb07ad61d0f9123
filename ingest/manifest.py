"""What is known of papers before they are read: a ``manifest.csv`` beside the files, and the options of ``ingest``."""

from __future__ import annotations

import csv
import datetime as dt
import difflib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, reduce
from itertools import takewhile
from pathlib import Path
from typing import TypeVar

from ingest.characters import decode, one_line
from ingest.finding import Found
from schema import archives
from schema.errors import Unreadable, WrongUsage
from schema.reading import Known
from schema.vocabulary import force_aliases, forces

NAME = "manifest.csv"
_MOST_NAMED = 5
_NOTHING = Known()

_T = TypeVar("_T")

#: What an option or a manifest can say: columns of ``documents``.
FIELDS = tuple(field.name for field in fields(Known) if field.name != "corrections")
_DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a manifest: the file it speaks of, by path or by name, and what it says."""

    path: str
    known: Known


def force_id(text: str) -> str:
    """The id of a force by its id or by any of its names: ``lancashire``, ``Lancashire Constabulary``.

    Raises:
        WrongUsage: No force has that name.
    """
    wanted = one_line(text).lower()
    ids = _ids_by_name()
    if wanted in ids:
        return ids[wanted]
    near = difflib.get_close_matches(wanted, ids, n=1, cutoff=0.75)
    hint = f"did you mean {ids[near[0]]}?" if near else "`panelpapers forces` lists them"
    raise WrongUsage(f"{text!r} is none of the 43 forces; {hint}")


@cache
def _ids_by_name() -> dict[str, str]:
    names = {alias.alias.lower(): alias.force for alias in force_aliases()}
    for force in forces():
        names |= {force.name.lower(): force.id, force.police_name.lower(): force.id, force.id: force.id}
    return names


def day(text: str) -> dt.date:
    """A day as typed: ``2015-10-12``, ``12/10/2015`` or ``12 October 2015``.

    Raises:
        WrongUsage: It is no day.
    """
    for pattern in _DAY_FORMATS:
        try:
            return dt.datetime.strptime(text.strip(), pattern).date()
        except ValueError:
            continue
    raise WrongUsage(f"{text!r} is not a day; write it as 2015-10-12")


class Manifests:
    """The manifests of the folders above the files, each read once."""

    def __init__(self) -> None:
        self._rows: dict[Path, dict[str, _Row]] = {}
        self._by_name: dict[Path, dict[str, list[_Row]]] = {}
        self._met: set[tuple[Path, str]] = set()

    def said(self, found: Found) -> tuple[Known, ...]:
        """What the manifest of each folder above a file says of it, the nearest first, which wins over the others.

        What a manifest says of an archive (its meeting, force, address) holds for each paper in it.

        Raises:
            WrongUsage: A manifest says something that cannot be meant.
        """
        return tuple(self._said_in(folder, found.path) for folder in _folders_above(found))

    def _said_in(self, folder: Path, path: Path) -> Known:
        row = self._row(folder, path)
        if not self._rows[folder]:
            return _NOTHING
        said = row.known if row is not None else _NOTHING
        for archive in path.relative_to(folder).parents[:-1]:
            if (above := self._rows[folder].get(archive.as_posix())) is not None:
                self._met.add((folder, above.path))
                said = completed(said, _of_each(above.known))
        return said

    def _row(self, folder: Path, path: Path) -> _Row | None:
        if folder not in self._rows:
            self._rows[folder] = {row.path: row for row in _rows(folder / NAME)}
            by_name = self._by_name[folder] = {}
            for one in self._rows[folder].values():
                by_name.setdefault(one.path.rpartition("/")[2], []).append(one)
        row = self._row_for(folder, path) if self._rows[folder] else None
        if row is not None:
            self._met.add((folder, row.path))
        return row

    def _row_for(self, folder: Path, path: Path) -> _Row | None:
        rows = self._rows[folder]
        for name in (path.relative_to(folder).as_posix(), path.as_posix()):
            if name in rows:
                return rows[name]
        # A row with a name alone speaks of the file below that has it; a manifest that was exported from the table documents has the paths
        # of the machine it was made on. Neither does of another file where its own is there.
        alike = [row for row in self._by_name[folder].get(path.name, ()) if not os.path.lexists(folder / row.path)]
        return _most_alike(alike, path)

    def not_met(self) -> Iterator[str]:
        """A sentence for each manifest that speaks of files which are not there: a name is mistyped, or a download failed."""
        for folder, rows in self._rows.items():
            names = [name for name in rows if (folder, name) not in self._met and not (folder / name).exists()]
            if names:
                shown = ", ".join(names[:_MOST_NAMED]) + (" and others" if len(names) > _MOST_NAMED else "")
                what = "a file that is" if len(names) == 1 else f"{len(names)} files that are"
                yield f"{folder / NAME} names {what} not there: {shown}; check the spelling."


def _of_each(known: Known) -> Known:
    """What is said of an archive as far as it holds for each paper in it."""
    return replace(known, title=None, doc_type=None, period_start=None, period_end=None)


def _most_alike(rows: Sequence[_Row], path: Path) -> _Row | None:
    """The row whose path ends as that of a file does, as far as none of the others; None where two do."""
    ends = [_alike_at_end(row.path, path) for row in rows]
    return rows[ends.index(max(ends))] if ends and ends.count(max(ends)) == 1 else None


def _alike_at_end(name: str, path: Path) -> tuple[int, bool]:
    """How many parts at the end of two paths are the same, and whether that is all of the first.

    ``/home/me/2024/a.pdf`` and ``papers/2024/a.pdf``: 2 and False; ``a.pdf`` and that: 1 and True.
    """
    parts = name.split("/")
    same = takewhile(lambda both: both[0] == both[1], zip(reversed(parts), reversed(path.parts), strict=False))
    alike = sum(1 for _ in same)
    return alike, alike == len(parts)


def _folders_above(found: Found) -> Iterator[Path]:
    folder = found.path.parent
    yield folder
    while folder != found.root and folder != folder.parent:
        folder = folder.parent
        yield folder


def merged(levels: Iterable[Known]) -> Known:
    """What several say, the first of them where they differ."""
    said = [known for known in levels if known is not _NOTHING]
    return reduce(completed, said) if said else _NOTHING


def number_said(known: Known) -> int:
    """How many things are said of a paper."""
    return sum(getattr(known, name) is not None for name in FIELDS)


def completed(first: Known, second: Known) -> Known:
    """What both say, the first where they differ; corrections are those of the first."""
    said = {name: getattr(first, name) or getattr(second, name) for name in FIELDS}
    return Known(**said, corrections=first.corrections)


def _rows(path: Path) -> Iterator[_Row]:
    try:
        text, _ = decode(archives.content(path))
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return
    except Unreadable as error:
        raise WrongUsage(error.message) from error
    reader = csv.DictReader(text.splitlines(keepends=True), restkey="", skipinitialspace=True)
    columns = [one_line(name).lower().replace(" ", "_") for name in reader.fieldnames or ()]
    if "path" not in columns and "file_name" not in columns:
        raise WrongUsage(f"{path}: the manifest has no column path or file_name; its first line must name its columns")
    reader.fieldnames = columns
    for raw in reader:
        row = {name: one_line(value) for name, value in raw.items() if isinstance(value, str) and value.strip()}
        name = row.get("path") or row.get("file_name")
        if not name:
            continue
        try:
            yield _Row(Path(name.replace("\\", "/")).as_posix(), known_of(row))
        except WrongUsage as error:
            raise WrongUsage(f"{path}, line {reader.line_num}: {error.message}") from error


def known_of(row: Mapping[str, str]) -> Known:
    """What texts say by the names of ``FIELDS``: ``{"force": "Kent", "meeting_date": "12/10/2015"}``; other names are passed over.

    Raises:
        WrongUsage: One of them cannot be meant.
    """

    def said(name: str, meaning: Callable[[str], _T]) -> _T | None:
        return meaning(row[name]) if name in row else None

    return Known(
        force=said("force", force_id),
        body=row.get("body"),
        doc_type=row.get("doc_type"),
        title=row.get("title"),
        meeting_date=said("meeting_date", day),
        period_start=said("period_start", day),
        period_end=said("period_end", day),
        source_url=row.get("source_url"),
    )

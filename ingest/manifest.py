"""What is known of papers before they are read: a ``manifest.csv`` beside the files, and the options of ``ingest``."""

from __future__ import annotations

import csv
import datetime as dt
import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
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
    """The manifests of the folders above the files, each read once, with the options on top."""

    def __init__(self, options: Known):
        self._options = options
        self._rows: dict[Path, dict[str, _Row]] = {}
        self._met: set[tuple[Path, str]] = set()

    def known(self, found: Found) -> Known:
        """What is known of a file: options win over the nearest manifest, and that over those of the folders above.

        What a manifest says of an archive (its meeting, force, address) holds for each paper in it.

        Raises:
            WrongUsage: A manifest says something that cannot be meant.
        """
        merged = self._options
        for folder in _folders_above(found):
            row = self._row(folder, found.path)
            if row is not None:
                merged = completed(merged, row.known)
            for archive in found.path.relative_to(folder).parents[:-1]:
                if (above := self._rows[folder].get(archive.as_posix())) is not None:
                    self._met.add((folder, above.path))
                    merged = completed(merged, _of_each(above.known))
        return merged

    def _row(self, folder: Path, path: Path) -> _Row | None:
        if folder not in self._rows:
            self._rows[folder] = {row.path: row for row in _rows(folder / NAME)}
        row = _row_for(self._rows[folder], folder, path)
        if row is not None:
            self._met.add((folder, row.path))
        return row

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


def _row_for(rows: Mapping[str, _Row], folder: Path, path: Path) -> _Row | None:
    for name in (path.relative_to(folder).as_posix(), path.as_posix(), path.name):
        if name in rows:
            return rows[name]
    # A manifest that was exported from the table documents has the paths of the machine it was made on.
    return next((row for row in rows.values() if Path(row.path).name == path.name), None)


def _folders_above(found: Found) -> Iterator[Path]:
    folder = found.path.parent
    yield folder
    while folder != found.root and folder != folder.parent:
        folder = folder.parent
        yield folder


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

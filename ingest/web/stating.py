"""Writing into the ``manifest.csv`` of a folder what is known of a paper, beside what people wrote there."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest.characters import decode, one_line
from ingest.manifest import NAME

_NAME_COLUMNS = ("file_name", "path")


def state(folder: Path, file_name: str, told: Mapping[str, str | None], before: Mapping[str, str | None]) -> None:
    """Let the manifest of the folder say of a file what is ``told`` (column to text; None and "" say nothing).

    A cell that a person filled or changed stays: only an empty one is filled, and one that still says what it was given
    ``before`` is renewed. Other rows and columns stay as they are. The file is replaced whole or not at all.
    """
    path = folder / NAME
    columns, rows = _read(path)
    if not set(_NAME_COLUMNS) & set(columns):
        columns = ["file_name", *columns]
    key = next(name for name in _NAME_COLUMNS if name in columns)
    row = next((row for row in rows if any(row.get(name) == file_name for name in _NAME_COLUMNS)), None)
    if row is None:
        row = {key: file_name}
        rows.append(row)
    for name, text in told.items():
        here = row.get(name, "")
        if not here or here == (before.get(name) or ""):
            row[name] = _cell(text or "")
        if row.get(name) and name not in columns:
            columns.append(name)
    _write(path, columns, rows)


def unstate(folder: Path, file_name: str) -> None:
    """Let the manifest of the folder no longer speak of a file that is gone."""
    path = folder / NAME
    columns, rows = _read(path)
    left = [row for row in rows if not any(row.get(name) == file_name for name in _NAME_COLUMNS)]
    if len(left) < len(rows):
        _write(path, columns, left)


def _write(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    data = written.getvalue().encode()
    if not path.is_file() or path.read_bytes() != data:
        _replace(path, data)


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    if not path.is_file():
        return [], []
    text, _ = decode(path.read_bytes())
    reader = csv.DictReader(text.splitlines(keepends=True), restkey="", restval="", skipinitialspace=True)
    columns = [one_line(name).lower().replace(" ", "_") for name in reader.fieldnames or ()]
    reader.fieldnames = columns
    return columns, [{name: str(row[name]) for name in columns} for row in reader]


def _cell(text: str) -> str:
    """A text from the web on one line, and such that no spreadsheet takes it for a formula."""
    told = one_line(text)
    return "" if told[:1] in ("=", "+", "-", "@") else told


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.part")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)

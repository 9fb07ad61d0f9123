"""The database for people who work elsewhere: a CSV file for each table and view, described as a Frictionless data package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from schema.errors import WrongUsage
from schema.shape import Table, View
from schema.tables import TABLES
from schema.views import VIEWS
from serve.spreadsheets import Row, write_csv

Format = Literal["csv", "datapackage"]

LICENCE = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number"}
_DAYS = frozenset(("meeting_date", "period_start", "period_end", "start", "end", "planned_start", "planned_end"))
_MOMENTS = frozenset(("ingested_at", "started_at", "finished_at", "seen_from", "seen_to"))


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was written: the table or view it holds, and how many rows."""

    name: str
    path: Path
    rows: int


def export(db: Database, folder: Path, form: Format) -> list[Exported]:
    """Write every table and view of the database into a folder; the files it holds of an earlier export are replaced.

    ``csv`` files begin with a byte-order mark, so that Excel shows pound signs; those of a ``datapackage`` are plain UTF-8.

    Raises:
        WrongUsage: The folder is a file or cannot be made.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(f"{folder}: this is a file; name a folder for the export")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUsage(f"{folder}: the folder cannot be made ({error.strerror}); name another") from error
    written: list[Exported] = []
    resources: list[dict[str, object]] = []
    for item in (*TABLES, *VIEWS):
        order = f" order by {', '.join(_quoted(item.key))}" if isinstance(item, Table) else ""
        cursor = db.execute(f'select {", ".join(_quoted(item.columns))} from "{item.name}"{order}')
        path = folder / f"{item.name}.csv"
        kinds = _Kinds(len(item.columns))
        with path.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="") as file:
            write_csv(file, list(item.columns), kinds.seen(cursor))
        written.append(Exported(item.name, path, kinds.rows))
        resources.append(_resource(item, path, kinds))
    if form == "datapackage":
        package = folder / "datapackage.json"
        package.write_text(json.dumps(_package(resources), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(Exported("datapackage", package, len(resources)))
    return written


class _Kinds:
    """Watches the values of each column, as the columns of a view have no declared types."""

    def __init__(self, columns: int):
        self.rows = 0
        self._kinds: list[set[type]] = [set() for _ in range(columns)]

    def seen(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows as they are, counted and looked at."""
        for row in rows:
            self.rows += 1
            for kinds, value in zip(self._kinds, row, strict=True):
                if value is not None:
                    kinds.add(type(value))
            yield row

    def type(self, column: int) -> type:
        """The type that all values of a column have."""
        kinds = self._kinds[column]
        if kinds and kinds <= {int, float}:
            return int if kinds == {int} else float
        return str


def _resource(item: Table | View, path: Path, kinds: _Kinds) -> dict[str, object]:
    fields = []
    for place, name in enumerate(item.columns):
        kind = item.columns[name] if isinstance(item, Table) else kinds.type(place)
        field: dict[str, object] = {"name": name, "type": _field_type(name, kind)}
        if field["type"] == "datetime":
            field["format"] = "any"
        if isinstance(item, Table) and (name in item.required or name in item.key):
            field["constraints"] = {"required": True}
        fields.append(field)
    schema: dict[str, object] = {"fields": fields, "missingValues": [""]}
    if isinstance(item, Table):
        schema["primaryKey"] = list(item.key)
        if item.references:
            schema["foreignKeys"] = [
                {"fields": [name], "reference": {"resource": reference.table, "fields": ["id"]}}
                for name, reference in item.references.items()
            ]
    return {
        "name": item.name,
        "path": path.name,
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _field_type(name: str, kind: type) -> str:
    if kind is str and name in _DAYS:
        return "date"
    if kind is str and name in _MOMENTS:
        return "datetime"
    return _TYPES[kind]


def _package(resources: list[dict[str, object]]) -> dict[str, object]:
    return {
        "profile": "tabular-data-package",
        "name": "panelpapers",
        "title": "Figures, awards and dates read from the papers of Police and Crime Panels",
        "description": (
            "Every fact carries the document, page and words it was read from. An apostrophe stands before text that a "
            "spreadsheet could take for a formula."
        ),
        "licenses": [LICENCE],
        "resources": resources,
    }


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]

"""The description of CSV files as a Frictionless tabular data package: types, keys and the meaning of every column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from schema.tables import TABLES
from serve.dictionary import ExportedTable, Kind

LICENCE = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
_TYPES: dict[Kind, str] = {
    "text": "string",
    "whole": "integer",
    "number": "number",
    "day": "date",
    "moment": "datetime",
}
_TABLES = {table.name: table for table in TABLES}


def resource(item: ExportedTable, path: Path) -> dict[str, object]:
    """A table as a resource of the package; ``path`` is its CSV file, which stands beside the description."""
    table = _TABLES.get(item.name)
    fields = []
    for column in item.columns:
        field: dict[str, object] = {
            "name": column.name,
            "type": _TYPES[column.kind],
            "description": f"{column.meaning}.",
        }
        if column.kind == "moment":
            field["format"] = "any"
        # Text that is there but empty, as in an empty cell of a table, cannot be told from none in CSV.
        if table and (column.name in table.key or (column.name in table.required and column.kind != "text")):
            field["constraints"] = {"required": True}
        fields.append(field)
    schema: dict[str, object] = {"fields": fields, "missingValues": [""]}
    if table:
        schema["primaryKey"] = list(table.key)
        if table.references:
            schema["foreignKeys"] = [
                {"fields": [name], "reference": {"resource": reference.table, "fields": ["id"]}}
                for name, reference in table.references.items()
            ]
    return {
        "name": item.name,
        "title": item.title,
        "description": item.description,
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


def package(resources: Sequence[dict[str, object]]) -> dict[str, object]:
    """The whole description, the content of ``datapackage.json``."""
    return {
        "profile": "tabular-data-package",
        "name": "panelpapers",
        "title": "Figures, awards and dates read from the papers of Police and Crime Panels",
        "description": (
            "Every fact carries the document, page and words it was read from. An apostrophe stands before text that a "
            "spreadsheet could take for a formula."
        ),
        "licenses": [LICENCE],
        "resources": list(resources),
    }

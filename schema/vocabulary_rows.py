"""The vocabularies as rows of the database. A field that holds several values becomes a JSON array."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from schema import vocabulary
from schema.step import Row


def vocabulary_rows() -> dict[str, list[Row]]:
    """The rows of every table of the vocabulary, by the name of the table."""
    governance = _rows(vocabulary.governance())
    changes = _rows(vocabulary.recording_changes())
    return {
        "forces": _rows(vocabulary.forces()),
        "force_aliases": _rows(vocabulary.force_aliases()),
        "governance": _numbered(governance, "force", "kind"),
        "districts": _rows(vocabulary.districts()),
        "population": _rows(vocabulary.population()),
        "similar_forces": _rows(vocabulary.similar_forces()),
        "measures": _rows(vocabulary.measures()),
        "measure_aliases": _rows(vocabulary.measure_aliases()),
        "recording_changes": _numbered(changes, "date"),
    }


def _rows(values: Sequence[Any]) -> list[Row]:
    names = [field.name for field in fields(values[0])] if values else []
    return [{name: _plain(getattr(row, name)) for name in names} for row in values]


def _plain(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (tuple, list)) else value


def _numbered(rows: list[Row], *by: str) -> list[Row]:
    """Rows without a key of their own get one: those of the same force and kind are counted in the order of the file."""
    seen: Counter[tuple[object, ...]] = Counter()
    out: list[Row] = []
    for row in rows:
        group = tuple(row[name] for name in by)
        seen[group] += 1
        out.append({"id": "-".join([*map(str, group), str(seen[group])]), **row})
    return out

"""Cells of Datasette's tables and queries that lead somewhere: facts to their place, papers to their page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from datasette.app import Datasette
from markupsafe import Markup, escape

from serve import access
from serve.source import address as source_address

#: In a table of facts this column, which is always filled, leads to the place.
_LEADING = {
    ("observations", "value_text"): "observation",
    ("funding_awards", "amount"): "award",
    ("dates", "label"): "date",
}
_FACT_TABLES = {"observations": "observation", "funding_awards": "award", "dates": "date"}
_FACT_IDS = {"observation_id": "observation", "award_id": "award", "date_id": "date"}
_LINK = Markup('<a href="{}">{}</a>')
_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def rendered(datasette: Datasette, row: Any, value: Any, column: str, table: str | None) -> Markup | None:
    """The HTML of a cell, or None where Datasette's own is right.

    ``row`` may have any columns: these are cells of tables, of views and of queries that a visitor wrote.
    """
    shown = _value(value)
    if shown is None or shown == "":
        return None
    columns = _columns(row)
    if table is not None and (table, column) in _LEADING and "id" in columns:
        return _LINK.format(source_address(datasette, _LEADING[table, column], columns["id"]), _number(shown))
    if column == "id" and table in _FACT_TABLES:
        return _LINK.format(source_address(datasette, _FACT_TABLES[table], shown), shown)
    if column in _FACT_IDS:
        return _LINK.format(source_address(datasette, _FACT_IDS[column], shown), _place(columns))
    if column == "observation_ids":
        return _numbered(datasette, shown)
    if column == "document_title" and columns.get("document_id"):
        return _LINK.format(paper_address(datasette, columns["document_id"]), shown)
    if column in ("document_id", "superseded_by") or (column == "id" and table == "documents"):
        return _LINK.format(paper_address(datasette, shown), _label(value) or shown)
    if column in ("paper_id", "source_table_id") and columns.get("document_id"):
        return _LINK.format(
            f"{paper_address(datasette, columns['document_id'])}#{access.encoded(shown)}", _label(value) or shown
        )
    if column == "passage":
        return marked(str(shown))
    return None


def paper_address(datasette: Datasette, document_id: object, page: object = None) -> str:
    """The address of a paper's page of ours, or of one page of its text."""
    shown = f"/-/paper/{access.encoded(_value(document_id))}"
    return access.path(datasette, shown if page is None else f"{shown}/page/{page}")


def _value(value: Any) -> Any:
    """The value of a cell; a foreign key that Datasette has labelled comes as a mapping."""
    return value["value"] if isinstance(value, Mapping) else value


def _label(value: Any) -> Any:
    """The label that Datasette gave to a foreign key."""
    return value["label"] if isinstance(value, Mapping) else None


def _columns(row: Any) -> dict[str, Any]:
    """The values of a row by column; Datasette has rows of two kinds."""
    return {name: _value(row[name]) for name in row.keys()} if hasattr(row, "keys") else {}  # noqa: SIM118


def _number(value: Any) -> Any:
    """A number with its thousands parted, anything else as it is."""
    return f"{value:,.0f}" if isinstance(value, float) and value.is_integer() else value


def _place(columns: Mapping[str, Any]) -> str:
    """What the link to a place says: the page, or the line of a paper without pages."""
    line, page = columns.get("line"), columns.get("page")
    if line is not None and page == 1:
        return f"line {line}"
    return f"page {page}" if page is not None else "see the place"


def _numbered(datasette: Datasette, listed: object) -> Markup | None:
    """A JSON list of observation ids as links 1, 2, 3."""
    try:
        keys = json.loads(str(listed))
    except ValueError:
        return None
    if not isinstance(keys, list):
        return None
    links = [_LINK.format(source_address(datasette, "observation", key), number) for number, key in enumerate(keys, 1)]
    return Markup(", ").join(links)


def marked(text: str) -> Markup:
    """A snippet of the search, whose found words come as ``[[word]]``, with these words marked."""
    return Markup(_MARKED.sub(r"<mark>\1</mark>", str(escape(text))))

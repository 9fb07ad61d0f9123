"""Cells of Datasette's tables and queries that lead somewhere: facts to their place, papers to their page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette
from markupsafe import Markup, escape

from serve import access, addresses, wording

#: In a table of facts this column, which is always filled, leads to the place.
_LEADING = {"observations": "value_text", "funding_awards": "amount", "dates": "label"}
_FACT_IDS = {"observation_id": "observation", "award_id": "award", "date_id": "date"}
#: In views and queries that name a fact by its id these columns lead to its place too.
_SPOKEN = {"label", "value", "value_text", "printed", "amount", "day", "recipient"}
_TITLES = {"title", "document_title", "paper_title"}
_UPPER = {"value_to", "amount_to"}
#: The numbers that are shown with their limits and with what raises doubt about them.
_QUOTED = {"value", "amount"}
_LINK = Markup('<a href="{}">{}</a>')
# As it stands after escaping; what closes a bracket or a sentence is no part of it.
_ADDRESS = re.compile(r"https?://(?:&amp;|[^\s()<>;&])*[^\s()<>;&.,]")
_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def rendered(datasette: Datasette, row: Any, value: Any, column: str, table: str | None) -> Markup | None:
    """The HTML of a cell, or None where Datasette's own is right.

    ``row`` may have any columns: these are cells of tables, of views and of queries that a visitor wrote.
    """
    shown = _value(value)
    if shown is None or shown == "":
        return None
    text = wording.number(shown) if column in _UPPER and isinstance(shown, float) else shown
    if column in _QUOTED and isinstance(shown, float):
        text = wording.limited(shown, _of(row, f"{column}_to"), _of(row, "qualifier"))
    doubt = _doubt(row) if column in _QUOTED else Markup()
    target = _target(datasette, row, shown, column, table)
    if target is not None:
        said = _place(row) if column in _FACT_IDS else _label(value) or text
        return _LINK.format(target, said) + doubt
    if column == "observation_ids":
        return _numbered(datasette, shown)
    if column == "passage":
        return marked(str(shown))
    return Markup(escape(text)) + doubt if doubt or text is not shown else None


def linked(text: str) -> Markup:
    """A text whose addresses lead there: ``a report (https://example.org/a.pdf); in Welsh``."""
    return Markup(_ADDRESS.sub(r'<a href="\g<0>" rel="noreferrer">\g<0></a>', str(escape(text))))


def marked(text: str) -> Markup:
    """A snippet of the search, whose found words come as ``[[word]]``, with these words marked."""
    return Markup(_MARKED.sub(r"<mark>\1</mark>", str(escape(text))))


def found_words(passage: object) -> str:
    """The words that the search found in a snippet, each once: ``[[burglary]] and [[robbery]]`` gives ``burglary robbery``."""
    return " ".join(dict.fromkeys(_MARKED.findall(str(passage or ""))))


def _target(datasette: Datasette, row: Any, value: object, column: str, table: str | None) -> str | None:
    """Where a cell leads, if anywhere."""
    if fact := _fact(row, value, column, table):
        return addresses.source(datasette, *fact)
    if column in ("document_id", "superseded_by"):
        return addresses.paper(datasette, value)
    if table == "organisations" and column == "name":
        return f"{access.query_path(datasette, 'awards')}?{urlencode({'recipient': value})}"
    if table == "documents":
        return addresses.paper(datasette, _of(row, "id")) if column in ("id", "title") else None
    document = _of(row, "document_id")
    if document is None:
        return None
    if column in ("paper_id", "source_table_id"):
        return f"{addresses.paper(datasette, document)}#{access.encoded(value)}"
    if column in _TITLES:
        part = _of(row, "id" if table == "papers" else "paper_id") if column != "document_title" else None
        return addresses.paper(datasette, document) + (f"#{access.encoded(part)}" if part else "")
    return _page(datasette, row, document, value) if column == "page" else None


def _fact(row: Any, value: object, column: str, table: str | None) -> tuple[str, object] | None:
    """The kind and id of the fact whose place a cell leads to."""
    if column in _FACT_IDS:
        return _FACT_IDS[column], value
    if table in addresses.FACTS:
        key = _of(row, "id") if column in ("id", _LEADING[table]) else None
        return None if key is None else (addresses.FACTS[table], key)
    if column in _SPOKEN:
        return next(((kind, key) for name, kind in _FACT_IDS.items() if (key := _of(row, name)) is not None), None)
    return None


def _page(datasette: Datasette, row: Any, document: object, page: object) -> str:
    """The address of a page of text: at the line that the row names, or with the words marked that a search found."""
    words = found_words(_of(row, "passage"))
    line = _of(row, "line")
    after = f"?{urlencode({'words': words})}#found" if words else f"#L{line}" if line else ""
    return addresses.paper(datasette, document, page) + after


def _value(value: Any) -> Any:
    """The value of a cell; a foreign key that Datasette has labelled comes as a mapping."""
    return value["value"] if isinstance(value, Mapping) else value


def _label(value: Any) -> Any:
    """The label that Datasette gave to a foreign key."""
    return value["label"] if isinstance(value, Mapping) else None


def _of(row: Any, column: str) -> Any:
    """The value of another column of the same row, None where there is no such column."""
    return _value(row[column]) if column in row.keys() else None  # noqa: SIM118 (a Row iterates over its values)


def _place(row: Any) -> str:
    """What the link to a place says: the page, or the line of a paper without pages."""
    line, page = _of(row, "line"), _of(row, "page")
    if line is not None and page == 1:
        return f"line {line}"
    return f"page {page}" if page is not None else "see the place"


def _doubt(row: Any) -> Markup:
    """What a reader must know before quoting the number of a row, where the row tells it."""
    said = wording.doubts(_of(row, "confidence"), _of(row, "disputed"))
    return Markup("").join(Markup(' <span class="doubt">{}</span>').format(one) for one in said)


def _numbered(datasette: Datasette, listed: object) -> Markup | None:
    """A JSON list of observation ids as links 1, 2, 3."""
    try:
        keys = json.loads(str(listed))
    except ValueError:
        return None
    if not isinstance(keys, list):
        return None
    links = [
        _LINK.format(addresses.source(datasette, "observation", key), number) for number, key in enumerate(keys, 1)
    ]
    return Markup(", ").join(links)

"""The words in which ``schema.tables`` and ``schema.views`` describe the database: a table, a view, a search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ColumnType = type[str] | type[int] | type[float]


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: the table it leads to, and what happens to the row when that table's row goes."""

    table: str
    on_delete: Literal["CASCADE", "SET NULL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its columns in order, its key, what it refers to, its indexes and the columns that can be searched.

    ``holds`` says whose rows they are: ``vocabulary`` (data of this project), ``facts`` (owned by one document and replaced
    with it), ``register`` (kept across readings: documents, their paths, runs) or ``derived`` (computed from the others).
    ``owned`` is the condition that finds the rows of one document; its parameter is the document's id.
    """

    name: str
    holds: Literal["vocabulary", "facts", "register", "derived"]
    key: tuple[str, ...]
    columns: Mapping[str, ColumnType]
    required: frozenset[str] = frozenset()
    references: Mapping[str, Reference] = field(default_factory=dict)
    indexes: tuple[tuple[str, ...], ...] = ()
    search: tuple[str, ...] = ()
    owned: str = "document_id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view: each column with the expression it shows, and the rest of the statement (``from`` onwards)."""

    name: str
    columns: Mapping[str, str]
    source: str

    @property
    def sql(self) -> str:
        """The whole ``select`` statement."""
        shown = ",\n  ".join(f'{expression} as "{name}"' for name, expression in self.columns.items())
        return f"select\n  {shown}\n{self.source.strip()}"

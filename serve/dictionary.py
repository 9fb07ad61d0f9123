"""What each column of the database holds: its kind, and its meaning in the words of ``metadata.yml``.

A column of a view has the type that SQLite knows for it; where it is computed, its name says whether it counts something.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sqlite_utils import Database

from schema.shape import Table, View
from schema.tables import TABLES
from schema.views import VIEWS
from serve.site import metadata

#: ``day`` is ``2019-03-31``, ``moment`` has the time of the day too.
Kind = Literal["text", "whole", "number", "day", "moment"]

_KINDS: dict[str, Kind] = {"TEXT": "text", "INTEGER": "whole", "INT": "whole", "FLOAT": "number", "REAL": "number"}
_DAYS = frozenset(
    [
        "meeting_date",
        "earlier_meeting",
        "later_meeting",
        "period_start",
        "period_end",
        "start",
        "end",
        "planned_start",
        "planned_end",
        "first",
        "last",
        "awardDate",
        "reportedDate",
        "plannedDates/0/startDate",
        "plannedDates/0/endDate",
    ]
)
_MOMENTS = frozenset(["ingested_at", "started_at", "finished_at", "seen_from", "seen_to"])
#: Computed columns of views that are whole numbers.
_COUNTS = frozenset(["printed_times", "values_printed", "observations", "awards", "source_tables"])


@dataclass(frozen=True, slots=True)
class ExportedColumn:
    """A column with its kind and what it means, a sentence without a full stop."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table or view with what ``metadata.yml`` says of it; ``key`` is empty for a view."""

    name: str
    title: str
    description: str
    columns: tuple[ExportedColumn, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The names of its columns in their order."""
        return [column.name for column in self.columns]

    @property
    def sql(self) -> str:
        """The statement that gives all its rows; those of a table in the order of their key."""
        order = f" order by {', '.join(_quoted(self.key))}" if self.key else ""
        return f'select {", ".join(_quoted(self.names))} from "{self.name}"{order}'


NAMES = tuple(item.name for item in (*TABLES, *VIEWS))
"""The tables and views that are exported."""


def exported_tables(db: Database, names: Iterable[str] = NAMES) -> list[ExportedTable]:
    """What is known of tables and views, in the order of the schema."""
    wanted = set(names)
    return [_exported(db, item) for item in (*TABLES, *VIEWS) if item.name in wanted]


def _exported(db: Database, item: Table | View) -> ExportedTable:
    about = described()[item.name]
    declared = {name: kind for _, name, kind, *_ in db.execute(f'pragma table_info("{item.name}")').fetchall()}
    columns = tuple(
        ExportedColumn(name, kind_of(name, declared[name]), about["columns"][name]) for name in item.columns
    )
    key = item.key if isinstance(item, Table) else ()
    return ExportedTable(item.name, about["title"], about["description"], columns, key)


@cache
def described() -> dict[str, dict[str, Any]]:
    """What ``metadata.yml`` says about each table and view."""
    found: dict[str, dict[str, Any]] = metadata()["databases"]["panel"]["tables"]
    return found


def kind_of(name: str, declared: str) -> Kind:
    """The kind of a column from its name and the type that SQLite knows for it, if any.

    Examples: ``("value", "FLOAT")`` is a number, ``("meeting_date", "")`` a day, ``("earlier_line", "")`` whole.
    """
    if name in _DAYS:
        return "day"
    if name in _MOMENTS:
        return "moment"
    if not declared and (name in _COUNTS or name.split("_")[-1] == "line"):
        return "whole"
    return _KINDS.get(declared.upper(), "text")


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]

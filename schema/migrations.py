"""How a database comes into the shape of ``schema.tables``, whichever earlier shape it has.

To change a table: change ``schema.tables``, and add a migration at the end of this file. One that only adds columns, indexes
or tables calls ``bring_into_shape``; one that renames or drops does so by hand first, if the old name is there.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey
from sqlite_utils.migrations import Migrations

from schema.shape import Table
from schema.tables import SEARCH_TOKENIZER, TABLES
from schema.triggers import set_triggers
from schema.views import VIEWS

migrations = Migrations("panelpapers")


@migrations()
def first_shape(db: Database) -> None:
    """Every table, index and search of ``schema.tables``."""
    bring_into_shape(db)


@migrations()
def ranges_and_disputes(db: Database) -> None:
    """``observations.value_to`` and ``observations.disputed``, which papers fill when they are read again; search by number."""
    bring_into_shape(db)


@migrations()
def decisions_of_people(db: Database) -> None:
    """What a person decided: ``measure_source``, ``corrected``, and ``documents.corrections`` to tell when it changed."""
    bring_into_shape(db)


@migrations()
def missing_figures(db: Database) -> None:
    """The table ``missing_figures``, which papers fill when they are read again."""
    bring_into_shape(db)


@migrations()
def claims(db: Database) -> None:
    """``same_figures``, and the keys of observations by which they are compared; papers fill them when they are read again."""
    bring_into_shape(db)


@migrations()
def organisations_of_awards(db: Database) -> None:
    """``organisations``, and what leads to them from ``funding_awards``; papers fill it when they are read again."""
    bring_into_shape(db)


@migrations()
def verified_coverage(db: Database) -> None:
    """``coverage.verified``, which the next run fills."""
    bring_into_shape(db)


@migrations()
def checks_of_awards(db: Database) -> None:
    """``funding_awards.verified`` and ``disputed``, which papers fill when they are read again."""
    bring_into_shape(db)


@migrations()
def grants_told_again(db: Database) -> None:
    """``same_awards``, which the next run fills."""
    bring_into_shape(db)


@migrations()
def counting_a_year(db: Database) -> None:
    """The figures of a year are counted by force and by measure from an index alone."""
    db.execute("drop index if exists idx_observations_financial_year")
    bring_into_shape(db)


@migrations()
def places_of_files(db: Database) -> None:
    """``document_paths.given``; until the next ingest a path in there is as it was typed (``schema.places.settle``)."""
    bring_into_shape(db)


@migrations()
def options_of_documents(db: Database) -> None:
    """``documents.stated``."""
    bring_into_shape(db)


@migrations()
def figures_by_area_and_day(db: Database) -> None:
    """The search of figures knows their areas, breakdowns, measures and periods, that of awards their years and days."""
    bring_into_shape(db)


@migrations()
def manifests_of_files(db: Database) -> None:
    """``document_paths.manifests``, which the next ingest of a folder with a manifest fills."""
    bring_into_shape(db)


def migrate(db: Database) -> None:
    """Apply what is pending and make this program's views and triggers. Tables and views that somebody added stay as they are."""
    if migrations.pending(db):
        migrations.apply(db)
    for view in VIEWS:
        db.create_view(view.name, view.sql, replace=True)
    set_triggers(db)


def version_of_shape() -> int:
    """The number of migrations this program knows; a database with a greater ``user_version`` is of a later program."""
    return len(list(migrations.pending(Database(memory=True))))


def bring_into_shape(db: Database, tables: tuple[Table, ...] = TABLES) -> None:
    """Add the tables, columns, indexes and searches that are missing; change nothing that is there."""
    there = set(db.table_names())
    for table in tables:
        if table.name in there:
            columns_there = db.table(table.name).columns_dict
            for column, kind in table.columns.items():
                if column not in columns_there:
                    db.table(table.name).add_column(column, kind)
        else:
            _create(db, table)
        for columns in table.indexes:
            db.table(table.name).create_index(columns, if_not_exists=True)
    enable_search(db, tables)


def enable_search(db: Database, tables: tuple[Table, ...] = TABLES) -> None:
    """Make the full-text searches and the triggers that keep them in step, where either is missing.

    To be called after every ``transform`` of a table: that drops the table's triggers without a word.
    """
    for table in tables:
        if table.search:
            db.table(table.name).enable_fts(table.search, tokenize=SEARCH_TOKENIZER, create_triggers=True, replace=True)


def _create(db: Database, table: Table) -> None:
    db.create_table(
        table.name,
        dict(table.columns),
        pk=table.key[0] if len(table.key) == 1 else table.key,
        not_null=table.required,
        foreign_keys=[
            ForeignKey(table.name, column, to.table, "id", on_delete=to.on_delete)
            for column, to in table.references.items()
        ],
    )

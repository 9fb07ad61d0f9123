"""The database for people who work elsewhere, each table and view whole: CSV, a data package, one workbook, Parquet, 360Giving."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from sqlite_utils import Database

from schema.errors import WrongUsage
from serve.datapackage import package, resource
from serve.dictionary import ExportedTable, exported_tables
from serve.giving import write_giving
from serve.parquet import write_parquet
from serve.spreadsheets import Row, write_csv, write_xlsx

Format = Literal["csv", "datapackage", "xlsx", "parquet", "360giving"]
FORMATS: tuple[Format, ...] = ("datapackage", "csv", "xlsx", "parquet", "360giving")

ABOUT = "About"
"""The first sheet of a workbook: what each other sheet and its columns hold."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was written: the table or view it holds (or what else it is), and how many rows."""

    name: str
    path: Path
    rows: int


def export(db: Database, folder: Path, form: Format) -> list[Exported]:
    """Write every table and view of the database into a folder; the files it holds of an earlier export are replaced.

    All files show the database at one moment. ``csv`` files begin with a byte-order mark, so that Excel shows pound signs; those of
    a ``datapackage`` are plain UTF-8. ``xlsx`` is one workbook, ``360giving`` the awards alone (see ``serve.giving``).

    Raises:
        WrongUsage: The folder is a file or cannot be made, or what writes the format is not installed.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(f"{folder}: this is a file; name a folder for the export")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUsage(f"{folder}: the folder cannot be made ({error.strerror}); name another") from error
    with _one_moment(db):
        if form == "360giving":
            return _giving(db, folder)
        tables = exported_tables(db)
        if form == "xlsx":
            return [workbook(db, folder / "panelpapers.xlsx", tables)]
        written = [_table(db, table, folder / f"{table.name}.{_ENDINGS.get(form, form)}", form) for table in tables]
        return [*written, _described(tables, written, folder)] if form == "datapackage" else written


def write_one(db: Database, path: Path) -> None:
    """Write the download that a file name asks for: ``observations.csv`` or ``.xlsx`` or ``.parquet``, or one of ``WHOLE``.

    Raises:
        WrongUsage: There is no such download.
    """
    with _one_moment(db):
        if path.name == "panelpapers.xlsx":
            workbook(db, path, exported_tables(db))
        elif path.name == "datapackage.zip":
            _zipped(db, path)
        elif path.name in GIVING:
            write_giving(db, path, GIVING[path.name])
        elif (tables := exported_tables(db, [path.stem])) and path.suffix in (".csv", ".xlsx", ".parquet"):
            if path.suffix == ".xlsx":
                workbook(db, path, tables)
            else:
                _table(db, tables[0], path, "csv" if path.suffix == ".csv" else "parquet")
        else:
            raise WrongUsage(f"{path.name}: there is no such download")


WHOLE = {
    "datapackage.zip": "A CSV file for each table and view, and datapackage.json, which describes every column",
    "panelpapers.xlsx": "One workbook with a sheet for each table and view, and one that says what they hold",
    "360giving.json": "The awards that have all that the 360Giving Data Standard requires",
    "360giving-incomplete.json": "The other awards in the same shape, each with what its paper leaves out",
}
"""The downloads that hold more than one table, or a table in the words of others."""

GIVING: dict[str, Literal["complete", "incomplete"]] = {
    "360giving.json": "complete",
    "360giving-incomplete.json": "incomplete",
}
"""Those of them that hold awards alone."""

_ENDINGS = {"datapackage": "csv"}


def workbook(db: Database, path: Path, tables: Sequence[ExportedTable]) -> Exported:
    """Write tables as one workbook: first what they hold, then a sheet for each, or several where one cannot hold its rows."""
    about: list[Row] = []
    for table in tables:
        about.append((table.name, None, f"{table.title}. {table.description}"))
        about += [(table.name, column.name, f"{column.meaning}.") for column in table.columns]
    sheets = ((table.name, table.names, db.execute(table.sql)) for table in tables)
    write_xlsx(path, [(ABOUT, ("sheet", "column", "meaning"), about), *sheets])
    return Exported("workbook", path, len(tables))


def _table(db: Database, table: ExportedTable, path: Path, form: Format) -> Exported:
    rows = _Counted(db.execute(table.sql))
    if form == "parquet":
        write_parquet(path, table, rows)
    else:
        with path.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="") as file:
            write_csv(file, table.names, rows)
    return Exported(table.name, path, rows.count)


def _described(tables: Sequence[ExportedTable], written: Sequence[Exported], folder: Path) -> Exported:
    resources = [resource(table, item.path) for table, item in zip(tables, written, strict=True)]
    path = folder / "datapackage.json"
    path.write_text(json.dumps(package(resources), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return Exported("datapackage", path, len(resources))


def _zipped(db: Database, path: Path) -> None:
    """The data package as one file; each table is put in and deleted before the next is written."""
    tables = exported_tables(db)
    resources = []
    with TemporaryDirectory(dir=path.parent) as place, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for table in tables:
            item = _table(db, table, Path(place) / f"{table.name}.csv", "datapackage")
            resources.append(resource(table, item.path))
            file.write(item.path, item.path.name)
            item.path.unlink()
        file.writestr("datapackage.json", json.dumps(package(resources), ensure_ascii=False, indent=2) + "\n")


def _giving(db: Database, folder: Path) -> list[Exported]:
    """The two packages of awards, and all of them as one CSV file with what each lacks."""
    written = [
        Exported(Path(name).stem, folder / name, write_giving(db, folder / name, which))
        for name, which in GIVING.items()
    ]
    (table,) = exported_tables(db, ["grants_360"])
    return [*written, _table(db, table, folder / "grants_360.csv", "csv")]


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterable[Row]):
        self.count = 0
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


@contextmanager
def _one_moment(db: Database) -> Iterator[None]:
    """Show the database as it is now, whatever is written to it meanwhile."""
    db.conn.execute("begin")
    try:
        yield
    finally:
        db.conn.execute("rollback")

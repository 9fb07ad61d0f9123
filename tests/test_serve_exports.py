"""The database as CSV files and as a data package."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from readings import NOON, file_facts, small_reading
from schema.database import open_database
from schema.errors import WrongUsage
from schema.saving import save_reading
from schema.tables import TABLES, public_columns
from serve.exports import export
from serve.spreadsheets import guarded


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "panel.db")
    save_reading(made, small_reading(), file_facts(), version="1", ingested_at=NOON)
    yield made
    made.close()


def test_every_table_and_view_with_all_its_rows(db: Database, tmp_path: Path) -> None:
    written = {item.name: item for item in export(db, tmp_path / "out", "csv")}
    assert set(written) == set(public_columns())
    for name, columns in public_columns().items():
        with written[name].path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        assert tuple(header) == columns
        assert len(rows) == written[name].rows == db.execute(f'select count(*) from "{name}"').fetchone()[0]


def test_excel_is_told_the_encoding_and_programs_are_not_bothered(db: Database, tmp_path: Path) -> None:
    export(db, tmp_path / "csv", "csv")
    export(db, tmp_path / "package", "datapackage")
    assert (tmp_path / "csv/forces.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert (tmp_path / "package/forces.csv").read_bytes().startswith(b"id,")
    assert not (tmp_path / "csv/datapackage.json").exists()


def test_data_package(db: Database, tmp_path: Path) -> None:
    export(db, tmp_path, "datapackage")
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert package["licenses"][0]["name"] == "OGL-UK-3.0"
    resources = {resource["name"]: resource for resource in package["resources"]}
    observations = resources["observations"]["schema"]
    types = {field["name"]: field["type"] for field in observations["fields"]}
    assert (types["value"], types["period_start"], types["page"], types["label"]) == (
        "number",
        "date",
        "integer",
        "string",
    )
    assert observations["primaryKey"] == ["id"]
    assert {"fields": ["measure"], "reference": {"resource": "measures", "fields": ["id"]}} in observations[
        "foreignKeys"
    ]
    readable = {field["name"]: field["type"] for field in resources["observations_readable"]["schema"]["fields"]}
    assert (readable["value"], readable["page"], readable["force"]) == ("number", "integer", "string")
    for resource in package["resources"]:
        assert (tmp_path / resource["path"]).stat().st_size == resource["bytes"]


def test_every_foreign_key_of_the_package_leads_to_a_row(db: Database, tmp_path: Path) -> None:
    export(db, tmp_path, "datapackage")

    def column(table: str, name: str) -> set[str]:
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return {row[name] for row in csv.DictReader(file)} - {""}

    for table in TABLES:
        for name, reference in table.references.items():
            assert column(table.name, name) <= column(reference.table, "id"), f"{table.name}.{name}"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+HYPERLINK(A1)", "'-2+HYPERLINK(A1)"),
        ("\t=1", "'\t=1"),
        ("- 16% (-25,769)", "- 16% (-25,769)"),
        ("+45%", "+45%"),
        ("Burglary", "Burglary"),
        ("", ""),
    ],
)
def test_no_formula_reaches_a_spreadsheet(text: str, safe: str) -> None:
    assert guarded(text) == safe


def test_a_file_is_no_folder(db: Database, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="this is a file"):
        export(db, tmp_path / "panel.db", "csv")

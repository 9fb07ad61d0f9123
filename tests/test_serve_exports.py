"""The database for people who work elsewhere: every row of every table in every format, described."""

import csv
import datetime as dt
import importlib.util
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from sqlite_utils import Database

import served
from readings import NOON, file_facts, small_reading
from schema.database import open_database
from schema.errors import WrongUsage
from schema.saving import save_reading
from schema.tables import TABLES, public_columns
from serve import giving
from serve.dictionary import exported_tables
from serve.exports import ABOUT, WHOLE, export, write_one
from serve.giving import grant, missing
from serve.spreadsheets import guarded

needs_pyarrow = pytest.mark.skipif(
    importlib.util.find_spec("pyarrow") is None, reason="no pyarrow: install the extra 'parquet' (make parquet)"
)


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


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Database]:
    """More of everything, with markup, empty cells and papers that were replaced."""
    made = open_database(served.build(tmp_path / "many.db"))
    made.execute("update source_cells set text = '' where col = 0")
    made.conn.commit()
    yield made
    made.close()


def rows_of(db: Database, name: str) -> list[tuple[Any, ...]]:
    """The rows of a table or view as text sorts them, so that any order of the export is right."""
    return sorted(db.execute(f"select {_columns(name)} from {name}").fetchall(), key=repr)


def _columns(name: str) -> str:
    return ", ".join(f'"{column}"' for column in public_columns()[name])


#: How a program that follows the description reads a cell.
READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": lambda text: dt.date.fromisoformat(text).isoformat(),
    "datetime": lambda text: dt.datetime.fromisoformat(text).isoformat(),
}


def test_a_program_that_follows_the_description_reads_what_the_database_holds(many: Database, tmp_path: Path) -> None:
    export(many, tmp_path / "out", "datapackage")
    package = json.loads((tmp_path / "out/datapackage.json").read_text())
    assert {resource["name"] for resource in package["resources"]} == set(public_columns())
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert re.fullmatch(r"[a-z0-9._/-]+", resource["name"]) and Path(resource["path"]).name == resource["path"]
        with (tmp_path / "out" / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        assert header == [field["name"] for field in fields]
        read = [
            tuple(READ[field["type"]](text) if text else None for field, text in zip(fields, row, strict=True))
            for row in rows
        ]
        held = [
            tuple(guarded(value) if isinstance(value, str) else value for value in row)
            for row in rows_of(many, resource["name"])
        ]
        empty_is_none = [tuple(None if value == "" else value for value in row) for row in held]
        assert sorted(read, key=repr) == sorted(empty_is_none, key=repr), resource["name"]
        for place, field in enumerate(fields):
            if field.get("constraints", {}).get("required"):
                assert all(row[place] is not None for row in read), (resource["name"], field["name"])
        if key := resource["schema"].get("primaryKey"):
            keys = [tuple(row[header.index(name)] for name in key) for row in read]
            assert len(set(keys)) == len(keys)


def test_every_column_and_table_of_the_package_is_described(db: Database, tmp_path: Path) -> None:
    export(db, tmp_path, "datapackage")
    for resource in json.loads((tmp_path / "datapackage.json").read_text())["resources"]:
        assert resource["title"] and resource["description"].endswith(".")
        for field in resource["schema"]["fields"]:
            assert re.fullmatch(r"[A-Z].*\.", field["description"], re.DOTALL), (resource["name"], field["name"])


def test_types_do_not_depend_on_what_the_database_holds(db: Database, many: Database, tmp_path: Path) -> None:
    empty = open_database(tmp_path / "empty.db")
    assert exported_tables(empty) == exported_tables(db) == exported_tables(many)
    empty.close()


def sheets_of(path: Path) -> dict[str, list[list[tuple[str, str]]]]:
    """The sheets of a workbook by name: rows of types and texts; none has a formula or a link."""
    with zipfile.ZipFile(path) as file:
        names = etree.fromstring(file.read("xl/workbook.xml")).xpath("//*[local-name()='sheet']/@name")
        found = {}
        for number, name in enumerate(names, 1):
            tree = etree.fromstring(file.read(f"xl/worksheets/sheet{number}.xml"))
            assert not tree.findall(".//{*}f") and not tree.findall(".//{*}hyperlink")
            found[str(name)] = [
                [(cell.get("t", "n"), "".join(cell.itertext())) for cell in row] for row in tree.iter("{*}row")
            ]
    return found


def test_the_workbook_has_every_row_and_says_first_what_it_holds(many: Database, tmp_path: Path) -> None:
    (book,) = export(many, tmp_path / "out", "xlsx")
    sheets = sheets_of(book.path)
    assert list(sheets) == [ABOUT, *public_columns()]
    told = {tuple(text for _, text in row[:2]) for row in sheets[ABOUT]}
    assert {(name, column) for name, columns in public_columns().items() for column in columns} <= told
    for name, columns in public_columns().items():
        head, *rows = sheets[name]
        assert [text for _, text in head] == list(columns)
        held = [[str(value) for value in row if value is not None] for row in rows_of(many, name)]
        texts = [[_plain(kind, text) for kind, text in row] for row in rows]
        assert sorted(map(_numbered, texts)) == sorted(map(_numbered, held)), name


def _plain(kind: str, text: str) -> str:
    return str(float(text)) if kind == "n" else text


def _numbered(row: list[str]) -> list[str]:
    """Whole numbers as the sheet has them: 5 is 5.0 there."""
    return [str(float(text)) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text for text in row]


@pytest.mark.parametrize(
    ("name", "table"),
    [("forces.csv", "forces"), ("observations.xlsx", "observations"), ("grants_360.csv", "grants_360")],
)
def test_one_table_alone(many: Database, tmp_path: Path, name: str, table: str) -> None:
    write_one(many, tmp_path / name)
    if name.endswith("xlsx"):
        assert list(sheets_of(tmp_path / name)) == [ABOUT, table]
        rows = len(sheets_of(tmp_path / name)[table])
    else:
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            rows = len(list(csv.reader(file)))
    assert rows == many.execute(f"select count(*) from {table}").fetchone()[0] + 1


@pytest.mark.parametrize("name", ["nothing.csv", "forces.exe", "sqlite_master.csv", "forces"])
def test_there_is_no_other_download(db: Database, tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongUsage, match="no such download"):
        write_one(db, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_the_package_as_one_file_is_the_package(many: Database, tmp_path: Path) -> None:
    export(many, tmp_path / "out", "datapackage")
    write_one(many, tmp_path / "datapackage.zip")
    with zipfile.ZipFile(tmp_path / "datapackage.zip") as file:
        assert {name: file.read(name) for name in file.namelist()} == {
            path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()
        }


def test_every_whole_download_can_be_written(many: Database, tmp_path: Path) -> None:
    for name in WHOLE:
        write_one(many, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100


GRANT = {
    "id": "360G-pcpanel-1",
    "title": "Doorstep crime",
    "description": "Doorstep crime",
    "currency": "GBP",
    "amountAwarded": 5000.0,
    "awardDate": "2015-03-01",
    "recipientOrganization/0/id": "360G-pcpanel-org-a",
    "recipientOrganization/0/name": "A",
    "fundingOrganization/0/id": "360G-pcpanel-org-b",
    "fundingOrganization/0/name": "B",
    "plannedDates/0/startDate": None,
    "ours_to": None,
    "ours_qualifier": None,
    "ours_per": None,
    "issues": None,
    "award_id": "1",
}


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({}, []),
        ({"awardDate": None}, ["no award date in the paper"]),
        ({"recipientOrganization/0/name": None, "amountAwarded": None}, ["no amount", "no recipient named"]),
        ({"ours_to": 7000.0}, ["a range of amounts"]),
        ({"ours_qualifier": "up to"}, ["the paper says “up to” of the amount"]),
        ({"ours_per": "year"}, ["the amount is that of each year"]),
        ({"ours_per": "each"}, ["the amount is that of each one"]),
    ],
)
def test_what_the_standard_requires_and_a_paper_does_not_say(change: dict[str, Any], lacks: list[str]) -> None:
    assert missing({**GRANT, **change}) == lacks


def test_a_grant_has_the_shape_of_the_standard() -> None:
    assert grant({**GRANT, "title": "words " * 60}) == {
        "id": "360G-pcpanel-1",
        "title": ("words " * 23).strip()[:137] + " …",
        "description": "Doorstep crime",
        "currency": "GBP",
        "amountAwarded": 5000.0,
        "awardDate": "2015-03-01",
        "recipientOrganization": [{"id": "360G-pcpanel-org-a", "name": "A"}],
        "fundingOrganization": [{"id": "360G-pcpanel-org-b", "name": "B"}],
    }


def test_each_award_is_in_one_of_the_two_packages(many: Database, tmp_path: Path) -> None:
    award = many.execute("select award_id from grants_360 where title like 'Doorstep%'").fetchone()[0]
    many.execute(
        "update funding_awards set date = '2014-06-30', funder = 'Home Office', qualifier = null where id = ?", [award]
    )
    many.conn.commit()
    written = {item.name: item.rows for item in export(many, tmp_path, "360giving")}
    complete = json.loads((tmp_path / "360giving.json").read_text())
    others = json.loads((tmp_path / "360giving-incomplete.json").read_text())
    ids = [one["id"] for one in complete["grants"] + others["grants"]]
    held = [row[0] for row in many.execute("select id from grants_360").fetchall()]
    assert sorted(ids) == sorted(held) and len(set(ids)) == len(ids)
    assert written == {"360giving": 1, "360giving-incomplete": len(held) - 1, "grants_360": len(held)}
    (one,) = complete["grants"]
    assert (one["id"], one["awardDate"]) == (f"360G-pcpanel-{award}", "2014-06-30")
    assert set(giving._REQUIRED) >= {"awardDate"} and "issues" not in one
    assert all(other["issues"] for other in others["grants"])
    assert complete["publisher"]["name"] and complete["description"].startswith(f"1 of {len(held)} awards")


@needs_pyarrow
def test_parquet_has_every_row_with_its_type(many: Database, tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    kinds = {
        "text": pyarrow.string(),
        "whole": pyarrow.int64(),
        "number": pyarrow.float64(),
        "day": pyarrow.date32(),
        "moment": pyarrow.timestamp("us", tz="UTC"),
    }
    export(many, tmp_path / "out", "parquet")
    for table in exported_tables(many):
        read = parquet.read_table(tmp_path / "out" / f"{table.name}.parquet")
        assert [(field.name, field.type) for field in read.schema] == [(c.name, kinds[c.kind]) for c in table.columns]
        assert read.schema.field(0).metadata[b"description"].decode() == f"{table.columns[0].meaning}."
        rows = [tuple(_as_held(value) for value in row.values()) for row in read.to_pylist()]
        assert sorted(rows, key=repr) == rows_of(many, table.name), table.name
    observations = {field.name: field.type for field in parquet.read_schema(tmp_path / "out/observations.parquet")}
    assert (observations["value"], observations["period_end"], observations["page"], observations["label"]) == (
        pyarrow.float64(), pyarrow.date32(), pyarrow.int64(), pyarrow.string(),
    )  # fmt: skip


def _as_held(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def test_without_pyarrow_one_sentence_says_how_to_install_it(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("serve.parquet.is_installed", lambda: False)
    with pytest.raises(WrongUsage, match=r"pip install 'panelpapers\[parquet\]'"):
        export(db, tmp_path / "out", "parquet")


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

"""Rows to take away: what a spreadsheet and a program get."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from serve import spreadsheets
from serve.sheets import Column, Sheet, sheet_response
from serve.spreadsheets import csv_of, guarded, write_xlsx, xlsx_of

STRANGE = [
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "\tx",
    "- 16% (-25,769)",
    "https://example.org",
    "\x00\x07bell",
    "£12,500",
]
SHEET = Sheet(
    file_name="burglary-2019",
    title="Burglary",
    address="http://localhost/-/compare?measure=burglary",
    columns=(Column("force", "Force"), Column("value", "Offences", "as printed")),
    rows=(("Kent", 12.5), ("=HYPERLINK(1)", None)),
    notes=("One note.",),
)


def cells(data: bytes) -> list[tuple[str, str | None]]:
    """The type and the text of each cell of the first sheet, from the file itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        tree = etree.fromstring(file.read("xl/worksheets/sheet1.xml"))
    assert not tree.findall(".//{*}f") and not tree.findall(".//{*}hyperlink")
    return [(cell.get("t", "n"), "".join(cell.itertext()) or None) for cell in tree.iter("{*}c")]


def test_text_is_never_a_formula_or_a_link() -> None:
    kinds = cells(xlsx_of("strange", ["text"], [[text] for text in STRANGE]))
    assert {kind for kind, _ in kinds} == {"inlineStr"}
    assert [text for _, text in kinds[1:3]] == ["=1+1", "@SUM(A1)"]


@given(st.text())
def test_any_text_comes_back_from_csv_behind_its_guard(text: str) -> None:
    if "\x00" in text or "\r" in text:
        return
    (_, row) = csv.reader(io.StringIO(csv_of(["a"], [[text]]).decode("utf-8-sig"), newline=""), strict=True)
    assert (row or [""])[0] in (text, f"'{text}") and guarded(text) == (row or [""])[0]


def test_the_same_rows_are_the_same_bytes() -> None:
    assert xlsx_of("a", ["b"], [[1.0]]) == xlsx_of("a", ["b"], [[1.0]])


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 4)
    write_xlsx(tmp_path / "a.xlsx", [("dates [all]", ["n"], ([n] for n in range(7))), ("none", ["n"], [])])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as file:
        names = etree.fromstring(file.read("xl/workbook.xml")).xpath("//*[local-name()='sheet']/@name")
        rows = [
            len(etree.fromstring(file.read(f"xl/worksheets/sheet{n}.xml")).findall(".//{*}row"))
            for n in range(1, len(names) + 1)
        ]
    assert names == ["dates  all ", "dates  all  2", "dates  all  3", "none"]
    assert rows == [4, 4, 2, 1]


def test_a_sheet_as_csv_json_and_xlsx() -> None:
    as_csv = sheet_response(SHEET, "csv")
    assert as_csv.body.decode("utf-8-sig") == "force,value\r\nKent,12.5\r\n'=HYPERLINK(1),\r\n"
    assert as_csv.headers["content-disposition"] == 'attachment; filename="burglary-2019.csv"'
    told = json.loads(sheet_response(SHEET, "json").body)
    assert told["rows"] == [{"force": "Kent", "value": 12.5}, {"force": "=HYPERLINK(1)", "value": None}]
    assert told["columns"][1] == {"name": "value", "heading": "Offences", "meaning": "as printed"}
    assert cells(sheet_response(SHEET, "xlsx").body)[2:] == [
        ("inlineStr", "Kent"),
        ("n", "12.5"),
        ("inlineStr", "=HYPERLINK(1)"),
    ]

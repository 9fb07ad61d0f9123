"""A paper full of markup, scripts, formulas and control characters: no page and no file of the site lets any of it run."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from datasette.app import Datasette
from lxml import etree

import served
from schema.tables import public_columns
from serve import downloads
from serve.exports import WHOLE
from serve.site import build, metadata

EVIL = [
    '<script>alert("evil")</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1+1",
    "bell\x07 escape\x1b[31m zero\u200b \u202eturned",
    "</title><style>*{display:none}</style>",
]
#: Text that a paper decides; every row gets another of the evil texts, with what was there behind it.
_PRINTED = {
    "documents": ("title", "file_name"),
    "papers": ("title", "author", "item"),
    "pages": ("text",),
    "source_tables": ("caption",),
    "source_cells": ("text",),
    "observations": ("label", "area", "quote", "value_text", "context", "note", "period_label"),
    "funding_awards": ("recipient", "area", "purpose", "fund", "funder", "quote", "amount_text"),
    "dates": ("label", "quote"),
    "problems": ("message",),
    "discrepancies": ("label", "printed", "computed", "why", "quote"),
    "checks": ("label", "why"),
    "organisations": ("name",),
}


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is being made is waited for, however busy the machine is."""
    monkeypatch.setattr(downloads, "PATIENCE", 600)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = served.build(tmp_path_factory.mktemp("site") / "panel.db")
    db = sqlite3.connect(made)
    db.create_function("evil", 2, lambda at, text: EVIL[at % len(EVIL)] + " " + str(text or ""))
    for table, columns in _PRINTED.items():
        for offset, column in enumerate(columns):
            db.execute(f'update {table} set "{column}" = evil(rowid + {offset}, "{column}")')
    db.execute("update documents set source_url = 'javascript:alert(1)'")
    db.commit()
    db.close()
    return made


@pytest.fixture(scope="module")
def site(path: Path) -> Datasette:
    return build(path, immutable=True)


class Page(HTMLParser):
    """What a browser would run of a page, and where it would go."""

    def __init__(self, text: str):
        super().__init__()
        self.faults: list[str] = []
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "object", "embed", "base"):
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.faults.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action", "xlink:href") and value:
                place = urlsplit(value.strip())
                if place.scheme not in ("", "http", "https", "data") or (tag == "img" and "evil" in value):
                    self.faults.append(f"{tag} {name}={value}")
                if not place.scheme and not place.netloc and value.startswith("/"):
                    self.links.add(value.partition("#")[0])


#: Where the walk begins; it goes on by links. Of addresses that differ by their parameters or ids alone a few are looked at.
BEGIN = [
    "/",
    "/panel",
    "/-/compare",
    f"/-/compare?measure={served.MEASURE}&period=2014/15",
    "/-/measures",
    f"/-/measure/{served.MEASURE}",
    "/-/forces",
    "/-/force/lancashire",
    "/-/force/kent",
    "/-/funding",
    "/-/contradictions",
    "/-/not-read",
    "/-/search?q=crime",
    "/-/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/-/search?q=script",
    "/-/export",
    "/nowhere/%3Cscript%3Ealert(1)%3C/script%3E",
    "/panel?sql=select+'%3Cscript%3Ealert(1)%3C/script%3E'",
    "/panel?sql=%3Cscript%3Ealert(1)%3C/script%3E",
    *(f"/panel/{name}" for name in public_columns()),
    *(f"/panel/{name}" for name in metadata()["databases"]["panel"]["queries"]),
]
_OF_A_KIND = 3


def kind_of(address: str) -> str:
    """Addresses of one kind differ by what is looked at, not by how: ``/-/source/observation/…``."""
    place = re.sub(r"[0-9a-f]{16}[^/.]*", "…", address.partition("?")[0])
    return (
        place
        if place.startswith("/panel/")
        else f"{place}?{','.join(sorted(set(re.findall(r'[?&]([a-z-]+)=', address))))}"
    )


async def test_no_page_has_anything_of_a_paper_in_it_that_runs(site: Datasette) -> None:
    waiting, seen, kinds = list(BEGIN), set(BEGIN), dict[str, int]()
    faults, looked_at = [], 0
    while waiting:
        address = waiting.pop()
        response = await site.client.get(address, follow_redirects=True)
        assert response.status_code in (200, 400, 404), (address, response.status_code)
        assert "unsafe" not in response.headers["content-security-policy"]
        if not response.headers["content-type"].startswith("text/html"):
            assert response.headers["x-content-type-options"] == "nosniff"
            continue
        page = Page(response.text)
        looked_at += 1
        faults += [f"{address}: {fault}" for fault in page.faults]
        assert "49" not in re.findall(r"7\*7 }}|\b49{", response.text)
        for link in sorted(page.links - seen):
            kind = kind_of(link)
            if kinds.get(kind, 0) < _OF_A_KIND and not link.startswith(("/-/static", "/-/export/", "/panel.db")):
                kinds[kind] = kinds.get(kind, 0) + 1
                seen.add(link)
                waiting.append(link)
    assert not faults
    walked = {kind.partition("?")[0] for kind in map(kind_of, seen)}
    assert {"/-/source/observation/…", "/-/source/award/…", "/-/paper/…", "/-/compare", "/-/funding"} <= walked
    assert looked_at > 150


@pytest.mark.parametrize(
    "address",
    [
        "/-/compare?",
        f"/-/compare?measure={served.MEASURE}&period=2014/15",
        f"/-/measure/{served.MEASURE}?",
        "/-/force/lancashire?",
        "/-/funding?",
        "/-/contradictions?",
        "/-/not-read?",
    ],
)
async def test_the_rows_of_a_page_hold_no_formula_and_no_page(site: Datasette, address: str) -> None:
    place, _, query = address.partition("?")
    as_csv = await site.client.get(f"{place}.csv?{query}")
    assert as_csv.status_code == 200 and as_csv.headers["content-type"].startswith("text/csv")
    _no_formulas(as_csv.content)
    as_xlsx = await site.client.get(f"{place}.xlsx?{query}")
    _no_formulas_in_sheets(as_xlsx.content)
    as_json = await site.client.get(f"{place}.json?{query}")
    assert as_json.headers["content-type"].startswith("application/json") and isinstance(as_json.json(), dict)
    for response in (as_csv, as_xlsx, as_json):
        assert response.headers["x-content-type-options"] == "nosniff"


async def test_no_export_has_a_formula(site: Datasette) -> None:
    for name in [*WHOLE, "observations.csv", "funding_awards.csv", "observations.xlsx"]:
        response = await site.client.get(f"/-/export/{name}")
        assert response.status_code == 200 and response.headers["content-disposition"].startswith("attachment")
        if name.endswith(".csv"):
            _no_formulas(response.content)
        elif name.endswith(".xlsx"):
            _no_formulas_in_sheets(response.content)
        elif name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(response.content)) as file:
                assert {f"{table}.csv" for table in public_columns()} <= {*file.namelist()}
                for inner in file.namelist():
                    if inner.endswith(".csv"):
                        _no_formulas(file.read(inner))
        else:
            assert json.loads(response.content)["title"]


def _no_formulas(data: bytes) -> None:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True):
        for text in row:
            assert not text.startswith(("=", "@", "\t", "\r")), text
            assert not (text.startswith(("+", "-")) and "cmd" in text), text


def _no_formulas_in_sheets(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert not [name for name in file.namelist() if "external" in name.lower() or "vba" in name.lower()]
        for name in file.namelist():
            if name.startswith("xl/worksheets/sheet"):
                tree = etree.fromstring(file.read(name))
                assert not tree.findall(".//{*}f") and not tree.findall(".//{*}hyperlink")
                kinds = {cell.get("t", "n") for cell in tree.iter("{*}c")}
                assert kinds <= {"n", "inlineStr"}


def test_the_walk_would_see_what_runs() -> None:
    for evil in (
        "<script>1</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "<p style='a'>",
    ):
        assert Page(evil).faults
    assert not Page('<a href="/-/compare">&lt;script&gt;</a>').faults

"""The rule of the arrows and "one outside library, one place", read from the imports of every module."""

from __future__ import annotations

import ast
import graphlib
import importlib.metadata
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = {"schema": set(), "extract": {"schema"}, "ingest": {"extract", "schema"}, "serve": {"schema"}}
#: The command line is where the two halves meet: it starts the site.
ALSO = {f"ingest/commands/{name}.py": {"serve"} for name in ("doctor", "export", "publish", "serve")}
#: The one place of each outside library: a room, or modules.
PLACES = {
    "pdfplumber": ["ingest/pdf/plumber.py"],
    "PIL": ["ingest/pdf/images.py", "ingest/drawing.py", "serve/page_worker.py"],
    "pypdfium2": [
        "serve/page_worker.py",
        "ingest/pdf/images.py",
        "ingest/pdf/reading.py",
        *(f"ingest/pdf/{name}.py" for name in ("pdfium", "calls", "paths", "sheet", "text")),
    ],
    "docx": ["ingest/word/reading.py", "ingest/word/numbers.py", "ingest/word/styles.py"],
    "httpcore": ["ingest/web/connecting.py"],
    "httpx": ["ingest/web/addresses.py", "ingest/web/connecting.py", "ingest/web/fetching.py"],
    "lxml": ["ingest"],
    "protego": ["ingest/web/robots.py"],
    "click": ["ingest", "serve"],
    "rich": ["ingest"],
    "numpy": ["ingest/ocr"],
    "rapidocr": ["ingest/ocr/engines.py"],
    "spacy": ["extract/tokens.py"],
    "rapidfuzz": ["extract/names/measure_names.py", "extract/awards/organisations.py", "serve/names.py"],
    "pyarrow": ["serve/parquet.py"],
    "dask": ["ingest/processes/cluster.py"],
    "distributed": ["ingest/processes/cluster.py", "ingest/processes/cluster_worker.py"],
    "sqlite_utils": [
        "schema",
        "ingest",
        "serve/about.py",
        "serve/access.py",
        "serve/choices.py",
        "serve/compare.py",
        "serve/dictionary.py",
        "serve/exports.py",
        "serve/giving.py",
        "serve/home.py",
        "serve/names.py",
        "serve/publishing.py",
    ],
    "datasette": ["serve"],
    "filelock": ["schema/sole_writer.py"],
    "xlsxwriter": ["serve/spreadsheets.py"],
}
MODULES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    also = ALSO.get(path.relative_to(ROOT).as_posix(), set())
    assert imports(path) & set(ROOMS) <= ROOMS[room] | {room} | also


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES}
    graph = {}
    for name, path in names.items():
        # What a function imports when it is called waits until the modules are there.
        froms = [n for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.ImportFrom)]
        told = {n.module for n in froms if n.module} | {f"{n.module}.{a.name}" for n in froms for a in n.names}
        graph[name] = told & set(names)
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) == len(names)


def test_each_outside_library_has_one_place() -> None:
    used = defaultdict(set)
    for path in MODULES:
        for name in imports(path) & set(PLACES):
            used[name].add(str(path.relative_to(ROOT)))
    astray = {
        name: sorted(p for p in paths if not any(p == place or p.startswith(place + "/") for place in PLACES[name]))
        for name, paths in used.items()
    }
    assert not {name: paths for name, paths in astray.items() if paths}
    assert set(used) == set(PLACES), "a library of the list is not used, or one that is used is not on it"


def test_no_other_distribution_brings_packages_of_these_names() -> None:
    found = importlib.metadata.packages_distributions()
    assert {room: set(found.get(room, [])) - {"panelpapers"} for room in ROOMS} == {room: set() for room in ROOMS}


def test_no_module_is_named_by_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "base", "manager", "core", "misc"}
    assert not [p for p in MODULES if p.stem in vague]

"""The pages that are kept: they give the same reading, without the file, and only as long as they are read the same way."""

import ast
import hashlib
import importlib.util
from pathlib import Path

import pytest

import builders
from ingest.processes.jobs import How, Job
from ingest.processes.page_cache import READ_BY, PageCache, make_room, page_cache
from ingest.processes.pool import read_all
from schema.cache_folder import cache_folder
from schema.reading import Known, Reading

PACK = builders.pack().data
ROOMS = {"ingest", "extract", "schema"}


@pytest.fixture
def job(tmp_path: Path) -> Job:
    path = tmp_path / "pack.pdf"
    path.write_bytes(PACK)
    return Job(path, hashlib.sha256(PACK).hexdigest(), Known())


def reading(job: Job, how: How, workers: int = 1) -> Reading:
    (outcome,) = read_all([job], workers, how)
    assert outcome.reading is not None, outcome
    return outcome.reading


@pytest.mark.parametrize("at_once", [0, 64], ids=["in stretches", "in one go"])
def test_a_file_that_was_read_is_not_needed_again(job: Job, tmp_path: Path, at_once: int) -> None:
    how = How(pages_at_once=at_once, stretch=2, cache=PageCache(tmp_path / "kept"))
    first = reading(job, how)
    assert first == reading(job, How())
    job.path.unlink()
    assert reading(job, how, 2) == first


def test_what_is_damaged_is_read_again(job: Job, tmp_path: Path) -> None:
    how = How(cache=PageCache(tmp_path / "kept"))
    first = reading(job, how)
    kept = list((tmp_path / "kept").rglob("*.kept"))
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(path.read_bytes()[:-20])
    assert reading(job, how) == first


def test_where_nothing_can_be_written_the_reading_goes_on(job: Job, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    assert reading(job, How(cache=PageCache(tmp_path / "kept"))) == reading(job, How())


def test_another_reader_has_other_pages() -> None:
    assert len({page_cache(engine, "off").folder for engine in ("pdfium", "pdfplumber")}) == 2


def test_the_oldest_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PANELPAPERS_CACHE", str(tmp_path))
    cache = page_cache("pdfium", "off")
    for number in range(4):
        cache.put(f"{number:064}", "cover", bytes(1_000))
    (cache_folder("pages-read") / "mine.txt").write_text("not ours")
    cache.get(f"{0:064}", "cover")
    one = next(tmp_path.rglob("*.kept")).stat().st_size
    make_room(2 * one)
    assert [n for n in range(4) if cache.get(f"{n:064}", "cover")] == [0, 3]
    assert (cache_folder("pages-read") / "mine.txt").exists()


def is_module(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:  # What should be a package is a module.
        return False


def imported(module: str) -> set[str]:
    """The modules of this project that one imports, wherever in it."""
    spec = importlib.util.find_spec(module)
    assert spec is not None and spec.origin is not None
    found: set[str] = set()
    for node in ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] in ROOMS:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in inside if is_module(name)} or {node.module}
    return found


def test_every_module_on_which_a_page_depends_is_told() -> None:
    needed = {"ingest.pdf.reading"}
    while more := {name for module in needed for name in imported(module)} - needed:
        needed |= more
    assert needed <= set(READ_BY)

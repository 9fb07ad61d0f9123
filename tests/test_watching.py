"""Watching folders: what is new, changed and at rest is read, once, for as long as nobody says stop."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.finding import Found
from ingest.watching import Watch, keep_watching
from schema.errors import DatabaseUnusable, Interrupted, WrongUsage


def put(path: Path, text: str = "x", *, age: float = 100.0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    written = time.time() - age
    os.utime(path, (written, written))
    return path


def look(watch: Watch) -> list[str]:
    """The names of what is due at a look, which is then done."""
    found = [item.path.name for item in watch.look()]
    watch.done()
    return found


def test_what_is_there_is_due_at_once_and_once(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "deep" / "b.pdf")
    watch = Watch([tmp_path])
    assert sorted(watch.look(), key=lambda item: item.path) == [
        Found(tmp_path / "a.txt", tmp_path),
        Found(tmp_path / "deep" / "b.pdf", tmp_path),
    ]
    watch.done()
    assert look(watch) == []
    assert not watch.in_motion


def test_what_is_no_paper_is_not_looked_at(tmp_path: Path) -> None:
    for name in ("x.db", ".hidden.pdf", ".part/a.pdf", "~$a.docx", "readme.txt", "a.pdf.part", "data.csv"):
        put(tmp_path / name)
    assert look(Watch([tmp_path])) == []


def test_a_file_that_is_being_written_waits_until_it_rests(tmp_path: Path) -> None:
    watch = Watch([tmp_path])
    assert look(watch) == []
    path = put(tmp_path / "a.txt", "x", age=0)
    assert look(watch) == [] and watch.in_motion
    put(path, "xx", age=0)
    assert look(watch) == [] and watch.in_motion
    assert look(watch) == ["a.txt"] and not watch.in_motion
    assert look(watch) == []


def test_a_file_that_was_just_written_waits_at_the_first_look_too(tmp_path: Path) -> None:
    put(tmp_path / "old.txt")
    put(tmp_path / "new.txt", age=0)
    # A clock that goes ahead of ours.
    put(tmp_path / "future.txt", age=-5000)
    watch = Watch([tmp_path])
    assert look(watch) == ["old.txt"]
    assert sorted(look(watch)) == ["future.txt", "new.txt"]


def test_a_changed_file_is_due_again_and_alone(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt")
    watch = Watch([tmp_path])
    look(watch)
    put(tmp_path / "a.txt", "changed", age=50)
    assert look(watch) == []
    assert look(watch) == ["a.txt"]


def test_the_same_size_at_another_time_is_a_change(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "one")
    watch = Watch([tmp_path])
    look(watch)
    put(tmp_path / "a.txt", "two", age=40)
    assert [look(watch), look(watch)] == [[], ["a.txt"]]


def test_what_was_not_done_stays_due(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    watch = Watch([tmp_path])
    assert len(watch.look()) == 1
    assert len(watch.look()) == 1
    watch.done()
    assert watch.look() == []


def test_a_folder_that_is_gone_for_a_while_costs_nothing(tmp_path: Path) -> None:
    put(tmp_path / "share" / "a.txt")
    watch = Watch([tmp_path / "share"])
    assert look(watch) == ["a.txt"]
    (tmp_path / "share").rename(tmp_path / "away")
    assert look(watch) == []
    (tmp_path / "away").rename(tmp_path / "share")
    assert [look(watch), look(watch)] == [[], []]


def test_a_manifest_that_changed_makes_its_papers_due(tmp_path: Path) -> None:
    put(tmp_path / "one" / "a.txt")
    put(tmp_path / "one" / "deep" / "b.txt")
    put(tmp_path / "two" / "c.txt")
    watch = Watch([tmp_path])
    look(watch)
    put(tmp_path / "one" / "manifest.csv", "file_name,force\na.txt,kent\n", age=50)
    assert look(watch) == []
    assert sorted(look(watch)) == ["a.txt", "b.txt"]
    assert look(watch) == []


def test_a_manifest_that_is_gone_makes_its_papers_due(tmp_path: Path) -> None:
    put(tmp_path / "one" / "a.txt")
    put(tmp_path / "b.txt")
    put(tmp_path / "one" / "manifest.csv", "file_name,force\na.txt,kent\n")
    watch = Watch([tmp_path])
    assert look(watch) == ["b.txt", "a.txt"]
    (tmp_path / "one" / "manifest.csv").unlink()
    assert [look(watch), look(watch), look(watch)] == [[], ["a.txt"], []]
    # Together with its papers it is away for a while, and nothing was said anew.
    put(tmp_path / "one" / "manifest.csv", "file_name,force\na.txt,kent\n")
    assert [look(watch), look(watch)] == [[], ["a.txt"]]
    (tmp_path / "one").rename(tmp_path.parent / "away")
    assert [look(watch) for _ in range(3)] == [[], [], []]
    (tmp_path.parent / "away").rename(tmp_path / "one")
    assert [look(watch) for _ in range(2)] == [[], []]


def test_corrections_that_changed_make_all_papers_due(tmp_path: Path) -> None:
    put(tmp_path / "papers" / "a.txt")
    beside = tmp_path / "corrections.csv"
    watch = Watch([tmp_path / "papers"], beside=beside)
    assert look(watch) == ["a.txt"]
    put(beside, age=50)
    assert [look(watch), look(watch), look(watch)] == [[], ["a.txt"], []]


def test_a_single_file_is_watched_with_the_manifest_beside_it(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt")
    put(tmp_path / "b.txt")
    assert Watch([path]).look() == [Found(path, tmp_path)]


def test_a_look_at_ten_thousand_files_is_cheap(tmp_path: Path) -> None:
    for folder in range(20):
        (tmp_path / str(folder)).mkdir()
        for number in range(500):
            (tmp_path / str(folder) / f"{number}.txt").touch()
    watch = Watch([tmp_path], now=lambda: time.time() + 1000)
    assert len(watch.look()) == 10_000
    watch.done()
    began = time.process_time()
    assert watch.look() == []
    # Some 0.1 s on the machine it was written on; a hash of each would be ten times as much.
    assert time.process_time() - began < 2


class Stop(Exception):
    """The end of a test."""


def watched(
    watch: Watch, ingest: Callable[[list[Found]], None], looks: int, fetch: Callable[[], None] | None = None
) -> tuple[list[str], list[float]]:
    """Watch for so many looks; what was told, and the pauses."""
    told: list[str] = []
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == looks:
            raise Stop

    with pytest.raises(Stop):
        keep_watching(watch, ingest, told.append, every=30, fetch=fetch, fetch_every=0.0, sleep=sleep)
    return told, pauses


def test_nothing_is_read_where_nothing_is_new(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    batches: list[list[Found]] = []
    assert watched(Watch([tmp_path]), batches.append, 4) == ([], [30, 30, 30, 30])
    assert [[item.path.name for item in batch] for batch in batches] == [["a.txt"]]


def test_the_next_look_is_soon_while_something_is_written(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", age=0)
    batches: list[list[Found]] = []
    assert watched(Watch([tmp_path]), batches.append, 2)[1] == [3, 30]
    assert len(batches) == 1


def test_an_error_at_the_beginning_ends_it(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")

    def fail(_: list[Found]) -> None:
        raise DatabaseUnusable("x.db", "it is full", "make room")

    with pytest.raises(DatabaseUnusable):
        keep_watching(Watch([tmp_path]), fail, print, every=1)


def test_a_later_error_is_told_once_and_tried_again(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    calls: list[int] = []

    def ingest(found: list[Found]) -> None:
        calls.append(len(found))
        if len(calls) in (2, 3):
            raise DatabaseUnusable("x.db", "it is full", "make room")
        if len(calls) == 4:
            raise WrongUsage("a manifest says nonsense")
        if len(calls) == 1:
            put(tmp_path / "b.txt", age=50)

    told, _ = watched(Watch([tmp_path]), ingest, 6)
    assert calls == [1, 1, 1, 1, 1]
    assert told == [
        "x.db: it is full; make room; trying again every 30 seconds.",
        "a manifest says nonsense; trying again every 30 seconds.",
    ]


def test_an_interrupt_in_a_batch_ends_it(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    calls: list[int] = []

    def ingest(found: list[Found]) -> None:
        calls.append(len(found))
        put(tmp_path / "b.txt", age=50)
        if len(calls) == 2:
            raise Interrupted("Interrupted.")

    with pytest.raises(Interrupted):
        keep_watching(Watch([tmp_path]), ingest, print, every=1, sleep=lambda _: None)


def test_what_is_fetched_is_seen_at_the_same_look(tmp_path: Path) -> None:
    batches: list[list[Found]] = []
    watched(Watch([tmp_path]), batches.append, 3, fetch=lambda: put(tmp_path / "a.txt") and None)
    assert [len(batch) for batch in batches] == [1]

"""What is told while an ingest runs: how far it is, how fast, how long yet; as a bar, as lines and as events."""

import datetime as dt
import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from ingest.batch import Result, Told
from ingest.progress import Bar, Events, Lines, Pace, _time, progress
from ingest.results import why
from schema.reading import Problem
from schema.rows import FileFacts


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def file(name: str, size: int) -> FileFacts:
    return FileFacts(path=f"papers/{name}", file_name=name, sha256=name * 8, bytes=size)


def read(name: str, size: int, pages: int) -> Result:
    return Result(file(name, size), "added", "ok", Told("kent", dt.date(2015, 10, 12), pages, 1, 2, 0, 1, ()))


def failed(name: str, size: int) -> Result:
    return Result(
        file(name, size), "failed", "failed", why=Problem(code="unreadable", message="It is cut.", severity="error")
    )


def test_pace_and_time_left() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.start(5, [file("a", 600), file("b", 300), file("c", 100)])
    for result in (Result(file("old", 5_000), "unchanged", "ok"), Result(file("older", 5_000), "unchanged", "ok")):
        pace.tell(result)
    assert (pace.done, pace.a_second(), pace.left(), pace.losses(), pace.names()) == (2, "", "", "", "")
    for name in "ab":
        pace.begin(Path("papers") / name)
    assert pace.names() == "a, b"
    clock.now += 60
    pace.tell(read("a", 600, 90))
    assert pace.a_second() == "0.017 papers and 1.5 pages a second"
    assert pace.seconds_left == pytest.approx(40)
    assert (pace.left(), pace.names()) == ("about 40 seconds left", "b")
    clock.now += 30
    pace.tell(failed("b", 300))
    assert (pace.seconds_left, pace.losses(), pace.done) == (pytest.approx(10), "1 failed", 4)


@pytest.mark.parametrize(
    ("pages", "problem", "said"),
    [
        (13, ("low_confidence", 11, "Of this table, 3 figures."), "Page 11: Of this table, 3 figures."),
        (1, ("low_confidence", 1, "Of this table, 3 figures."), "Of this table, 3 figures."),
        (13, ("unknown_characters", 5, "Page 5 has 6 words."), "Page 5 has 6 words."),
        (13, ("force_unknown", 1, "No force could be told."), "No force could be told."),
        (13, ("language", None, "The paper is Welsh."), "The paper is Welsh."),
    ],
)
def test_a_reason_says_its_page(pages: int, problem: tuple[str, int | None, str], said: str) -> None:
    code, page, message = problem
    problems = (Problem(code=code, message=message, severity="warning", page=page),)
    assert why(Result(file("a", 1), "added", "ok", Told(None, None, pages, 1, 2, 0, 1, problems))) == said


def test_nothing_is_said_of_the_time_left_before_it_can_be_known() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.start(2, [file("a", 10), file("b", 10)])
    clock.now += 1
    pace.tell(read("a", 10, 1))
    assert pace.left() == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, "1 second"), (40, "40 seconds"), (100, "2 minutes"), (3_600, "1 hour"), (3_660, "1 hour 1 minute"),
        (7_500, "2 hours 5 minutes"), (90_000, "25 hours"),
    ],
)  # fmt: skip
def test_times_in_words(seconds: float, said: str) -> None:
    assert _time(seconds) == said


def test_lines_for_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with Lines(verbose=False, pace=Pace(clock)) as lines:
        lines.start(4, [file("a", 600), file("b", 300), file("c", 100)])
        lines.tell(Result(file("old", 5), "unchanged", "ok"))
        lines.begin(Path("papers/a"))
        lines.begin(Path("papers/b"))
        clock.now += 70
        lines.tell(read("a", 600, 90))
        lines.tell(failed("b", 300))
    assert capsys.readouterr().err.splitlines() == [
        "[2/4] papers/a: added, 1 table, 2 observations, 0 awards, 1 date",
        "2 of 4 files; 0.014 papers and 1.3 pages a second; about 47 seconds left; reading b.",
        "[3/4] papers/b: failed: It is cut.",
    ]


def test_events_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with Events(pace=Pace(clock)) as events:
        events.start(2, [file("a", 600)])
        events.begin(Path("papers/a"))
        clock.now += 7
        events.tell(read("a", 600, 90))
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [one["event"] for one in told] == ["start", "begin", "paper"]
    assert (told[0]["files"], told[0]["to_read"], told[1]["path"]) == (2, 1, "papers/a")
    assert (told[2]["came"], told[2]["observations"]) == ("added", 2)
    assert told[2]["so_far"] == {"done": 1, "files": 2, "pages": 90, "failures": 0, "seconds": 7, "seconds_left": 0}


def test_who_looks_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    assert type(progress(verbose=False, as_json=True)).__name__ == "Events"
    assert type(progress(verbose=False, as_json=False)).__name__ == "Lines"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert type(progress(verbose=False, as_json=False)).__name__ == "Bar"


def test_the_bar_has_room_for_its_count_whatever_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr("ingest.progress.Console", lambda file: Console(file=shown, width=60, force_terminal=True))
    with Bar(verbose=False) as bar:
        bar.start(20, [file("a", 600)])
        bar.begin(Path("papers") / ("a-very-long-name-of-a-paper" * 5 + ".pdf"))
        bar.tell(failed("b", 300))
    lines = [Text.from_ansi(line).plain for line in re.split(r"[\r\n]", shown.getvalue())]
    assert any(line.startswith("Reading") and line.rstrip().endswith("1 of 20") for line in lines)
    assert any(line.startswith("1 failed") for line in lines)
    assert any(line.startswith("a-very-long-name") and line.endswith("…") and len(line) == 60 for line in lines)


ADDRESS = "https://democracy.wessex.example/documents/g1/Public%20reports%20pack.pdf"


def test_a_large_download_is_told_in_lines_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with Lines(pace=Pace(clock)) as lines:
        for second in range(25):
            lines.download(ADDRESS, second * 1_000_000, 48_000_000)
            clock.now += 1
        lines.download(ADDRESS, 48_000_000, None)
        clock.now += 10
        lines.download(ADDRESS, 48_500_000, None)
        lines.say("fetched", "fetched papers/a.pdf")
    assert capsys.readouterr().err.splitlines() == [
        f"10.0 of 48.0 MB of {ADDRESS}",
        f"20.0 of 48.0 MB of {ADDRESS}",
        f"48.5 MB of {ADDRESS}",
        "fetched papers/a.pdf",
    ]


def test_a_large_download_is_an_event_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with Events(pace=Pace(clock)) as events:
        for half in range(5):
            events.download(ADDRESS, half * 1_000, 48_000)
            clock.now += 0.5
        events.say("fetched", "fetched papers/a.pdf", address=ADDRESS, path=Path("papers/a.pdf"))
    assert [json.loads(line) for line in capsys.readouterr().err.splitlines()] == [
        {"event": "download", "address": ADDRESS, "bytes": 2_000, "of": 48_000},
        {"event": "download", "address": ADDRESS, "bytes": 4_000, "of": 48_000},
        {"event": "fetched", "address": ADDRESS, "path": "papers/a.pdf"},
    ]


def test_the_bar_shows_a_download(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr("ingest.progress.Console", lambda file: Console(file=shown, width=60, force_terminal=True))
    with Bar(verbose=False) as bar:
        bar.download(ADDRESS, 1_200_000, 48_000_000)
        bar._bar.refresh()
        bar.download(ADDRESS, 1_300_000, None)
        bar.say("fetched", "fetched papers/a.pdf")
    lines = [Text.from_ansi(line).plain.rstrip() for line in re.split(r"[\r\n]", shown.getvalue())]
    assert any(line.startswith("Fetching") and line.endswith("1.2 of 48.0 MB") for line in lines)
    assert any(line.startswith("Fetching") and line.endswith("1.3 MB") for line in lines)
    assert "fetched papers/a.pdf" in lines and any(line.startswith("https://democracy") for line in lines)

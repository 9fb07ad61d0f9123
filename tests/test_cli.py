"""The command line: what goes to stdout and stderr, JSON for programs, exit codes, and one real process."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner, Result
from sqlite_utils import Database

import ingest.cli
from ingest.cli import main
from readings import NOON, file_facts, small_reading
from schema.database import open_database
from schema.errors import DatabaseUnusable
from schema.saving import save_reading

COMMANDS = main.list_commands(click.Context(main))
SOURCES = str(Path(ingest.cli.__file__).parents[1])
PAPER = "# Lancashire Police and Crime Panel\n\nMeeting on 12 October 2015\n\nOffence\t2014/15\nRobbery\t110\n"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with one small paper, made by hand."""
    path = tmp_path / "panel.db"
    made = open_database(path)
    save_reading(made, small_reading(), file_facts(), version="1", ingested_at=NOON)
    made.close()
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def data(*arguments: object) -> object:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def rows(result: Result) -> list[list[str]]:
    return [line.split("\t") for line in result.stdout.splitlines()]


@pytest.mark.parametrize("argument", ["--help", "--version", "-h"])
def test_help_and_version(argument: str) -> None:
    result = run(argument)
    assert result.exit_code == 0
    assert "panelpapers" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "--verbose" in result.stdout


def test_the_commands_of_the_contract() -> None:
    assert set(COMMANDS) >= {"ingest", "serve", "show", "problems", "checks", "export", "measures", "forces"}


def test_ingest_for_a_person(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAPER)
    result = run("ingest", tmp_path, "--db", tmp_path / "new.db")
    assert result.exit_code == 0
    header, row = rows(result)
    assert header[:4] == ["paper", "came", "force", "meeting"]
    assert row[:4] == [str(tmp_path / "a.txt"), "added", "lancashire", "2015-10-12"]
    assert "[1/1]" in result.stderr
    assert "1 file: 1 added." in result.stderr
    again = run("ingest", tmp_path, "--db", tmp_path / "new.db")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "Nothing new" in again.stderr


def test_ingest_for_a_program(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAPER)
    (tmp_path / "b.pdf").write_bytes(b"")
    result = run("ingest", tmp_path, "--db", tmp_path / "new.db", "--json")
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    assert (told["files"], told["added"], told["failed"]) == (2, 1, 1)
    good, bad = told["papers"]
    assert (good["came"], good["force"], good["meeting_date"]) == ("added", "lancashire", "2015-10-12")
    assert (bad["came"], bad["problems"][0]["code"]) == ("failed", "unreadable")


def test_ingest_with_options(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAPER)
    options = ("--force", "Kent Police", "--meeting-date", "1/2/2016", "--source-url", "https://example.org/a")
    assert run("ingest", tmp_path / "a.txt", "--db", tmp_path / "new.db", *options).exit_code == 0
    with sqlite3.connect(tmp_path / "new.db") as made:
        found = made.execute("select force, meeting_date, source_url from documents").fetchone()
    assert found == ("kent", "2016-02-01", "https://example.org/a")


def test_what_options_said_is_taken_back_by_empty_values(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAPER)
    db = tmp_path / "new.db"
    said = ("--force", "kent", "--meeting-date", "2016-02-01", "--source-url", "https://example.org/a")
    for options, expected in (
        (said, ("kent", "2016-02-01", "https://example.org/a")),
        (("--force", ""), ("lancashire", "2016-02-01", "https://example.org/a")),
        (("--meeting-date", "", "--source-url", ""), ("lancashire", "2015-10-12", None)),
        ((), ("lancashire", "2015-10-12", None)),
    ):
        assert run("ingest", tmp_path / "a.txt", "--db", db, *options).exit_code == 0
        with sqlite3.connect(db) as made:
            assert made.execute("select force, meeting_date, source_url from documents").fetchone() == expected
    assert "--force ''" in run("ingest", "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ingest",), "nothing was given to read"),
        (("ingest", ".", "--force", "narnia"), "none of the 43 forces"),
        (("ingest", ".", "--meeting-date", "soon"), "is not a day"),
        (("ingest", ".", "--jobs", "0"), "--jobs"),
        (("export", "out", "--format", "scroll"), "scroll"),
        (("dance",), "dance"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "command", [("problems",), ("checks",), ("show", "x"), ("measures", "--unmatched"), ("export", "x"), ("serve",)]
)
def test_without_a_database(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = run(*command, "--db", tmp_path / "none.db")
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


def test_problems(db: Path) -> None:
    told = data("problems", "--db", db)
    assert [(row["page"], row["code"]) for row in told] == [(2, "figure_without_data")] * 2  # type: ignore[attr-defined, index]
    assert rows(run("problems", "pack.pdf", "--db", db, "--each"))[0][:3] == ["file_name", "page", "line"]
    assert rows(run("problems", "pack.pdf", "--db", db))[1][:3] == ["pack.pdf", "1", "page 2"]


def test_many_problems_of_one_kind_are_one_line_and_can_all_be_listed(db: Path) -> None:
    opened = open_database(db)
    with opened.conn:
        (found,) = opened.query("select * from problems limit 1")
        opened.table("problems").insert_all({**found, "id": f"chart {page}", "page": page} for page in range(3, 20))
    opened.close()
    head, told = rows(run("problems", "--db", db))
    assert (told[head.index("notes")], told[head.index("where")]) == ("19", "pages 2–19")
    assert told[head.index("message")].startswith("19 charts or pictures whose values are not printed")
    assert len(rows(run("problems", "--db", db, "--each"))) == 1 + 19
    assert len(data("problems", "--db", db)) == 19  # type: ignore[arg-type]


def test_checks(db: Path) -> None:
    assert sorted(row["result"] for row in data("checks", "--db", db)) == ["fail", "ok", "rounding"]  # type: ignore[attr-defined, index]
    (failed,) = data("checks", "--db", db, "--failed")  # type: ignore[misc]
    assert (failed["label"], failed["printed"], failed["computed"]) == ("Burglary", "-2.0%", "-3.0%")


def test_vocabularies(db: Path) -> None:
    assert len(data("forces")) == 43  # type: ignore[arg-type]
    assert {"burglary", "robbery"} <= {row["id"] for row in data("measures")}  # type: ignore[attr-defined, index]
    unmatched = {row["label"]: row["times"] for row in data("measures", "--unmatched", "--db", db)}  # type: ignore[attr-defined, index]
    assert unmatched == {"Total": 1, "visits to schools": 1}
    total = next(row for row in data("measures", "--unmatched", "--db", db) if row["label"] == "Total")  # type: ignore[attr-defined, index]
    assert (total["forces"], total["for_example"], total["page"]) == ("lancashire", "pack.pdf", 2)
    assert isinstance(total["candidates"], str)


@pytest.mark.parametrize(
    "name", ["pack.pdf", "papers/pack.pdf", "PACK", file_facts().document_id, file_facts().document_id[:6]]
)
def test_show_a_paper_in_short(db: Path, name: str) -> None:
    result = run("show", name, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert "Lancashire panel, 23 March 2015" in result.stdout
    assert "Performance report" in result.stdout
    assert "Table 1: Crime" in result.stdout


def test_show_a_page_with_its_text_tables_and_facts(db: Path) -> None:
    result = run("show", "pack.pdf", "--page", 2, "--db", db)
    assert result.exit_code == 0, result.stderr
    for printed in (
        "2 Burglaries fell",
        "Table 1",
        "4,900",
        "Boxing Club",
        "A chart without numbers",
        "row 1, column 1",
    ):
        assert printed in result.stdout
    told = data("show", "pack.pdf", "--page", 2, "--db", db)
    assert told["tables"][0]["rows"][1] == ["Burglary", "4,900", "-2.0%"]  # type: ignore[index]
    assert len(told["observations"]) == 6  # type: ignore[index]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("nothing",), "no paper in the database is called 'nothing'"), (("pack.pdf", "--page", 9), "there is no page 9")],
)
def test_show_what_is_not_there(db: Path, arguments: tuple[object, ...], said: str) -> None:
    result = run("show", *arguments, "--db", db)
    assert result.exit_code == 2
    assert said in result.stderr


def test_show_asks_which_of_several_is_meant(db: Path) -> None:
    made = open_database(db)
    save_reading(made, small_reading(), file_facts("second", "papers/pack2.pdf"), version="1", ingested_at=NOON)
    made.close()
    result = run("show", "pack", "--db", db)
    assert result.exit_code == 2
    assert "any of 2 papers" in result.stderr


def test_export(db: Path, tmp_path: Path) -> None:
    told = data("export", tmp_path / "out", "--db", db)
    assert (tmp_path / "out/datapackage.json").is_file()
    assert {"name": "forces", "path": str(tmp_path / "out/forces.csv"), "rows": 43} in told  # type: ignore[operator]


def test_serve_is_handed_what_was_asked(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("serve.server.run", lambda *given, **named: asked.append((given, named)))
    assert run("serve", "--db", db, "--port", 0, "--open").exit_code == 0
    assert run("serve", "--db", db, "--immutable").exit_code == 0
    assert run("serve", "--db", db, "--originals").exit_code == 0
    assert asked == [
        ((db, "127.0.0.1", 0, True), {"immutable": False, "originals": False}),
        ((db, "127.0.0.1", 8001, False), {"immutable": True, "originals": False}),
        ((db, "127.0.0.1", 8001, False), {"immutable": False, "originals": True}),
    ]


def test_a_fault_of_the_program_is_a_sentence_and_a_traceback_only_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("schema.vocabulary.forces", fail)
    result = run("forces")
    assert result.exit_code == 1
    assert "This program failed (ZeroDivisionError: no such luck)" in result.stderr
    assert "Traceback" not in result.stderr
    for verbose in (("-v", "forces"), ("forces", "-v")):
        assert "Traceback" in run(*verbose).stderr


def test_an_interrupt_before_anything_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ingest.finding.find_files", interrupt)
    assert run("ingest", ".").exit_code == 130


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "ingest", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": SOURCES},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_real_process_with_a_pool(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(PAPER + f"Robbery again\t{number}\n")
    process = started(tmp_path, "ingest", ".", "--jobs", "2", "--json")
    stdout, stderr = process.communicate(timeout=120)
    assert process.returncode == 0, stderr
    assert json.loads(stdout)["added"] == 3
    assert (tmp_path / "panel.db").is_file()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_real_process_that_is_told_to_stop_ends_with_130(tmp_path: Path, sent: signal.Signals) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(PAPER * 20 + f"Robbery again\t{number}\n")
    process = started(tmp_path, "ingest", ".", "--jobs", "2", "-v")
    assert process.stderr is not None
    first = process.stderr.readline()
    assert "[1/60]" in first
    process.send_signal(sent)
    began = time.monotonic()
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130, stderr
    assert time.monotonic() - began < 30
    assert "Interrupted; what was finished is in." in stderr
    with sqlite3.connect(tmp_path / "panel.db") as made:
        assert made.execute("select count(*) from documents").fetchone()[0] >= 1
        assert made.execute("select status from runs").fetchone()[0] == "interrupted"


def test_of_two_ingests_on_one_database_the_second_waits(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(PAPER * 20 + f"Robbery again\t{number}\n")
    one = started(tmp_path, "ingest", ".", "--jobs", "2")
    assert one.stderr is not None
    assert "[1/20]" in one.stderr.readline()
    other = started(tmp_path, "ingest", ".", "--jobs", "1")
    _, second = other.communicate(timeout=120)
    _, first = one.communicate(timeout=120)
    assert (one.returncode, other.returncode) == (0, 0), first + second
    assert "20 files: 20 added" in first
    assert "Another program is filling panel.db; waiting until it is done" in second
    assert "20 files: 20 unchanged" in second


def test_an_ingest_tells_of_copies_and_of_manifests(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAPER)
    (tmp_path / "manifest.csv").write_text("file_name,force\nc.txt,kent\n")
    result = run("ingest", tmp_path, "--db", tmp_path / "panel.db")
    assert result.exit_code == 0
    assert rows(result)[2][:2] == [str(tmp_path / "b.txt"), "copy"]
    assert rows(result)[2][-1] == f"the same content as {tmp_path / 'a.txt'}"
    assert "names a file that is not there: c.txt" in result.stderr
    assert "2 files: 1 added, 1 copy." in result.stderr
    assert run("show", "b.txt", "--db", tmp_path / "panel.db").stdout.startswith("Offence")
    assert "added, 1 table, 1 observation, 0 awards, 1 date" in result.stderr


def test_what_asks_for_something_stands_first_and_a_terminal_is_not_flooded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(PAPER.replace("110", f"{number + 110}"))
    (tmp_path / "9.pdf").touch()
    names = [str(tmp_path / name) for name in ("9.pdf", "0.txt", "1.txt", "2.txt", "3.txt")]
    result = run("ingest", tmp_path, "--db", tmp_path / "panel.db")
    assert [row[0] for row in rows(result)] == ["paper", *names]
    assert "rows" not in result.stderr
    monkeypatch.setattr("ingest.report._MOST_ROWS", 2)
    monkeypatch.setattr("ingest.report.sys", SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True)))
    result = run("ingest", tmp_path, "--db", tmp_path / "other.db")
    assert [row[0] for row in rows(result)] == ["paper", *names[:2]]
    assert "These are 2 of 5 rows, what failed first." in result.stderr


def test_the_database_is_closed_when_an_ingest_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PAPER)
    opened = []

    def failing(database: Database, *_: object, **__: object) -> None:
        opened.append(database)
        raise DatabaseUnusable("panel.db", "the disk is full", "make room")

    monkeypatch.setattr("ingest.batch.ingest_files", failing)
    assert run("ingest", tmp_path / "a.txt", "--db", tmp_path / "panel.db").exit_code == 4
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("select 1")


def test_an_export_into_a_folder_that_cannot_be_made(db: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run("export", tmp_path / "file" / "out", "--db", db)
    assert result.exit_code == 2 and "the folder cannot be made" in result.stderr


def test_a_command_is_imported_only_when_it_is_called() -> None:
    code = "import sys, ingest.cli; ingest.cli.main(['forces'], standalone_mode=False); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": SOURCES},
    )
    loaded = done.stderr.split()
    assert [name for name in loaded if name.startswith("ingest.commands.")] == ["ingest.commands.forces"]


def test_what_commands_need_is_imported_when_they_run_and_not_for_their_help() -> None:
    calls = [f"main(['{name}', '--help'], standalone_mode=False)" for name in COMMANDS]
    code = "; ".join(["import sys; from ingest.cli import main", *calls, "print(*sys.modules, file=sys.stderr)"])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": SOURCES},
    )
    assert not {"sqlite_utils", "datasette", "rich", "spacy", "multiprocessing"} & set(done.stderr.split())

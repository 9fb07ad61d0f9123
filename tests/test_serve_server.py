"""``serve.server``: it serves, says where, and says in a sentence why it cannot."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import served
from schema.errors import DatabaseUnusable, PanelPapersError
from serve.server import address_of, check, listen, run


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as open_socket:
        return int(open_socket.getsockname()[1])


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    program = f"from pathlib import Path; from serve.server import run; run(Path({str(path)!r}), port=0)"
    with subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        address = re.search(r"The site is at (http://127\.0\.0\.1:\d+/) — stop it with Ctrl\+C", said)
        assert address, said
        # The socket listens before the site is ready, so that this waits and is not refused.
        with urllib.request.urlopen(address[1], timeout=30) as response:
            assert response.status == 200 and b"Police and Crime Panel papers" in response.read()
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=30)
    assert process.returncode == 0 and rest == ""


def test_a_missing_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="there is no such file; make the database with `panelpapers ingest`"):
        run(tmp_path / "none.db")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table things (id)")
    with pytest.raises(DatabaseUnusable, match="another program"):
        run(tmp_path / "other.db")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear panel, " * 100)
    with pytest.raises(DatabaseUnusable, match="not a SQLite database"):
        run(tmp_path / "letter.db")


def test_a_port_in_use(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(
            PanelPapersError, match=r"Port \d+ is in use by another program; choose another one, such as --port"
        ),
    ):
        run(path, port=taken.getsockname()[1])


def test_an_unknown_host() -> None:
    with pytest.raises(PanelPapersError, match="is not known to this machine"):
        listen("no.such.host.invalid", 8001)


def test_an_address_that_is_not_ours() -> None:
    with pytest.raises(PanelPapersError, match=r"cannot listen on 192\.0\.2\.1 port"):
        listen("192.0.2.1", free_port())


def test_a_database_that_is_being_written_is_not_taken_as_it_stands(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    check(path, immutable=True)
    with sqlite3.connect(path) as writer:
        writer.execute("insert into runs (id, version, started_at, status) values ('1', '1', '1', '1')")
        writer.commit()
        with pytest.raises(DatabaseUnusable, match="serve it without --immutable"):
            check(path, immutable=True)
        check(path)


def test_the_address_is_one_to_open() -> None:
    with listen("127.0.0.1", 0) as listening:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address_of(listening))
    with listen("0.0.0.0", 0) as listening:
        assert "0.0.0.0" not in address_of(listening)


def test_datasette_itself_loads_the_plugin(tmp_path: Path) -> None:
    """``datasette some.db`` imports this package in the middle of its own import."""
    path = served.build(tmp_path / "panel.db")
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "datasette", str(path), "--get", f"/-/paper/{served.KENT}"],
        capture_output=True,
        text=True,
        env={**os.environ},
        check=False,
    )
    assert done.returncode == 0 and "Performance to March" in done.stdout
    assert time.monotonic() - began < 30

"""``panelpapers serve``: the site on a port of this machine, until it is stopped."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
import sys
import webbrowser
from pathlib import Path

import uvicorn
from datasette.app import Datasette

from schema.database import read_database
from schema.errors import DatabaseUnusable, WrongUsage
from serve.publication import database_in, is_published
from serve.renewing import Renewing
from serve.site import build


def run(
    db: Path,
    host: str = "127.0.0.1",
    port: int = 8001,
    open_browser: bool = False,
    *,
    immutable: bool = False,
    originals: bool = False,
) -> None:
    """Serve a database read-only and say on stderr where; returns when it is stopped with Ctrl+C.

    ``db`` may be a place of publications, whose current one is served; the signal SIGHUP has it looked for again.

    Port 0 takes any free port. See ``serve.site.build`` for what ``immutable`` and ``originals`` mean.
    """

    def make() -> Datasette:
        database = database_in(db)
        # Beside a file that nobody here can write SQLite cannot make what it needs to share it, and nothing changes it either.
        still = immutable or is_published(database) or not os.access(database.absolute().parent, os.W_OK)
        check(database, immutable=still)
        return build(database, immutable=still, originals=originals)

    app = Renewing(make)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, lambda *_: app.renew())
    listening = listen(host, port)
    address = address_of(listening)
    server = uvicorn.Server(uvicorn.Config(app, lifespan="on", log_level="warning"))
    print(f"The site is at {address} — stop it with Ctrl+C", file=sys.stderr, flush=True)
    if open_browser:
        webbrowser.open(address)
    # uvicorn finishes the open requests and then raises the signal again that stopped it.
    with listening, contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])


def check(db: Path, *, immutable: bool = False) -> None:
    """Make sure that the file is a database of papers that this version can show.

    Raises:
        DatabaseUnusable: it is missing, of another program or version, or may not be taken as it stands.
    """
    read_database(db).close()
    log = db.with_name(f"{db.name}-wal")
    if immutable and log.exists() and log.stat().st_size:
        raise DatabaseUnusable(
            str(db), "another program is writing to it, or was stopped while it did", "serve it without --immutable"
        )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on the address, or the reason why none can."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server((str(address[0]), port), family=family)
        # Connections inherit it; asyncio does not set it for a socket that it did not make. Without it the head of an answer waits
        # 40 ms for the visitor's system to say that it came before the rest is sent.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except socket.gaierror as error:
        raise WrongUsage(
            f"The host {host!r} is not known to this machine; use 127.0.0.1 or leave --host out."
        ) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"Port {port} is in use by another program; choose another one, such as --port {port + 1}."
        elif error.errno == errno.EACCES:
            message = f"Port {port} is not open to you; choose one above 1023, such as --port 8001."
        else:
            message = f"The site cannot listen on {host} port {port}: {error.strerror}."
        raise WrongUsage(message) from error


def address_of(listening: socket.socket) -> str:
    """The address to open in a browser, such as ``http://127.0.0.1:8001/``."""
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::"):
        host = socket.gethostname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

"""A small web of the tests' own: pages and papers at addresses of this machine, with every fault a host can have."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PDF = b"%PDF-1.4\n% a paper of the tests\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def pdf(size: int = 200, filling: bytes = b"x") -> bytes:
    """Bytes that are told as a PDF, of a size."""
    return PDF + filling * max(0, size - len(PDF))


@dataclass
class Asked:
    """A request that came: path with query, headers in small letters, and when."""

    path: str
    headers: dict[str, str]
    at: float


@dataclass
class Answer:
    """What is sent: with ``pause`` seconds between pieces of ``piece`` bytes, cut after ``cut`` bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    with_length: bool = True
    cut: int | None = None
    piece: int = 0
    pause: float = 0.0
    #: Keeps versions: answers conditional requests and ranges.
    etag: str | None = None
    modified: str | None = None


Page = Answer | Callable[[Asked], Answer]


class Web:
    """Pages by their path with query; a path that is not there is 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.port = 0

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def html(self, path: str, body: str, title: str = "A page") -> str:
        """Put a page at a path; its address."""
        page = f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"
        self.pages[path] = Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        return self.root + path

    def paper(self, path: str, body: bytes | None = None, **answer: object) -> str:
        """Put a paper at a path; its address."""
        headers = {"Content-Type": "application/pdf"}
        self.pages[path] = Answer(pdf() if body is None else body, headers=headers, **answer)  # type: ignore[arg-type]
        return self.root + path

    def paths(self) -> list[str]:
        """What was asked for but robots.txt, in order."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Web]:
    """A web on a free port of the loopback, gone at the end; with ``tls`` it speaks https."""
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic())
            web.asked.append(asked)
            page = web.pages.get(self.path, Answer(b"nothing here", 404))
            _send(self, asked, page(asked) if callable(page) else page)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Who asks may hang up; that is no fault of the server."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web.port = server.server_address[1]
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _send(handler: BaseHTTPRequestHandler, asked: Asked, answer: Answer) -> None:
    status, body, headers = answer.status, answer.body, dict(answer.headers)
    if answer.etag:
        headers["ETag"] = answer.etag
    if answer.modified:
        headers["Last-Modified"] = answer.modified
    if status == 200 and (answer.etag or answer.modified):
        named = (answer.etag and asked.headers.get("if-none-match") == answer.etag) or (
            not answer.etag and asked.headers.get("if-modified-since") == answer.modified
        )
        span = asked.headers.get("range", "")
        if named and not span:
            status, body = 304, b""
        elif span and asked.headers.get("if-range") in (answer.etag, answer.modified):
            start = int(span.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                status, body = 416, b""
            else:
                headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
                status, body = 206, body[start:]
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    if answer.with_length and status != 304:
        handler.send_header("Content-Length", str(len(body) if answer.length is None else answer.length))
    if not answer.with_length or answer.cut is not None or answer.length is not None:
        handler.send_header("Connection", "close")
        handler.close_connection = True
    handler.end_headers()
    whole = body if answer.cut is None else body[: answer.cut]
    try:
        for start in range(0, len(whole), answer.piece or max(1, len(whole))):
            handler.wfile.write(whole[start : start + (answer.piece or len(whole))])
            handler.wfile.flush()
            if answer.pause:
                time.sleep(answer.pause)
    except (BrokenPipeError, ConnectionResetError):
        handler.close_connection = True

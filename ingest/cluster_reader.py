"""The process on a worker of a cluster in which papers are read: as at home, by the same code in processes of its own.

A worker of Dask may have no children of ``multiprocessing``, so it starts this program (``python -m ingest.cluster_reader``) and
talks with it in frames over its standard input and output: what must be the same here, what to do, the bytes of the paper; and the
answer. It ends when the worker is gone.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import platform
import shutil
import signal
import struct
import sys
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO

from ingest.jobs import How, Job, Outcome
from ingest.ocr_choice import Ocr, available
from ingest.pool import read_all
from ingest.workers import prepare

#: What decides how a paper is read besides our own code, by the names of the distributions; the second is for scans.
_DISTRIBUTIONS = ("panelpapers", "pypdfium2", "pdfplumber", "pdfminer.six", "lxml", "python-docx", "spacy", "rapidfuzz")
_OF_SCANS = ("rapidocr", "onnxruntime", "numpy")
_ROOMS = ("extract", "ingest", "schema")
_OUR_CODE = "the code and word lists that read"
_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Differs:
    """Papers would be read differently there: ``what``, as it is there and as it is at home."""

    what: str
    there: str
    home: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A paper was not read, for what the worker had to do with and not for the paper itself: ``why``, in half a sentence."""

    why: str


Answer = Outcome | Differs | Lost


@cache
def reads_with(ocr: Ocr) -> dict[str, str]:
    """All that decides how a paper is read by this process, by what it is.

    Example: ``{"Python": "3.11", "pypdfium2": "5.15.2", "numpy": "not installed", ...}``.
    """
    ours = hashlib.sha256()
    root = Path(__file__).parents[1]
    for path in sorted(path for room in _ROOMS for path in (root / room).rglob("*") if path.suffix in (".py", ".csv")):
        ours.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    recognises = available(ocr)
    names = (*_DISTRIBUTIONS, *_OF_SCANS) if recognises else _DISTRIBUTIONS
    return {
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **{name: _version(name) for name in names},
        "what recognises scans": recognises or "nothing",
        _OUR_CODE: ours.hexdigest()[:12],
    }


def difference(there: dict[str, str], home: dict[str, str]) -> Differs | None:
    """The first thing in which two of ``reads_with`` differ."""
    for what in {**home, **there}:
        one, other = there.get(what, "not installed"), home.get(what, "not installed")
        if one != other:
            return Differs(what, one, other)
    return None


def send(stream: IO[bytes], frame: bytes) -> None:
    """Write a frame so that ``receive`` gives it back."""
    stream.write(_LENGTH.pack(len(frame)))
    stream.write(frame)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """The next frame.

    Raises:
        EOFError: The other side is gone.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def main() -> None:
    """Answer until the worker is gone; what is needed on the disk is in the folder that is named as the argument."""
    # What a library prints must not get between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # To stop is for the worker: a paper that was given up here would look as if it had ended its process.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    prepare()
    folder = Path(tempfile.mkdtemp(prefix="panelpapers-", dir=sys.argv[1]))
    asked: SimpleQueue[tuple[bytes, bytes, bytes]] = SimpleQueue()
    Thread(target=_listen, args=(asked, folder), daemon=True).start()
    while True:
        send(answers, pickle.dumps(_answer(*asked.get(), folder / "paper")))


def _listen(asked: SimpleQueue[tuple[bytes, bytes, bytes]], folder: Path) -> None:
    try:
        while True:
            asked.put((receive(sys.stdin.buffer), receive(sys.stdin.buffer), receive(sys.stdin.buffer)))
    except (EOFError, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


def _answer(home: bytes, order: bytes, data: bytes, path: Path) -> Answer:
    """What comes of an order: ``home`` is what home reads with as JSON, ``data`` the paper, and ``path`` where it may lie."""
    at_home = json.loads(home)
    job: Job
    how: How
    # What another version has packed can only be unpacked by it, so that is asked first.
    if differs := difference(reads_with(at_home.pop("ocr")), at_home):
        return differs
    job, how = pickle.loads(order)
    try:
        path.write_bytes(data)
        del data
        try:
            (outcome,) = read_all([replace(job, lies_at=path)], 1, how)
        finally:
            path.unlink()
    except OSError as error:
        return Lost(f"there was no room or no right for it on the worker: {error.strerror}")
    return replace(outcome, job=job)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "not installed"


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


if __name__ == "__main__":
    main()

"""What goes between home, a worker of a cluster and the process that reads there: answers, and frames of bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO

from ingest.processes.jobs import Outcome
from ingest.processes.reading_alike import Differs

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Lost:
    """A paper was not read, for what the worker had to do with and not for the paper itself: ``why``, in half a sentence."""

    why: str


Answer = Outcome | Differs | Lost


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


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data

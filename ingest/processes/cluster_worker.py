"""What a worker of a Dask cluster does for one paper: it hands it to a process of its own (``ingest.processes.cluster_reader``).

So a page that crashes, hangs or eats the memory costs that page here as at home, and the worker goes on.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import IO

from ingest.processes.cluster_answers import Lost, receive, send


class _Reader:
    """A process that reads one paper after another; a worker has as many as it has threads."""

    def __init__(self, folder: str):
        # -P: the folder in which a worker was started holds no modules of this program.
        command = [sys.executable, "-P", "-m", "ingest.processes.cluster_reader", folder]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def answer(self, *frames: bytes) -> bytes:
        for frame in frames:
            send(_there(self._process.stdin), frame)
        return receive(_there(self._process.stdout))

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


_idle: list[_Reader] = []


def read_there(home: bytes, order: bytes, data: bytes) -> bytes:
    """The answer of ``ingest.processes.cluster_reader`` to those three frames. Runs in a thread of a worker."""
    from distributed import get_worker

    reader = None
    try:
        while reader is None or not reader.alive:
            reader = _idle.pop() if _idle else _Reader(get_worker().local_directory)
        answer = reader.answer(home, order, data)
    except (OSError, EOFError):
        if reader is not None:
            reader.end()
        return pickle.dumps(Lost("the process that was to read it on the worker was ended"))
    _idle.append(reader)
    return answer


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream

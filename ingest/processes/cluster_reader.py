"""The process on a worker of a cluster in which papers are read: as at home, by the same code in processes of its own.

A worker of Dask may have no children of ``multiprocessing``, so it starts this program (``python -m ingest.processes.cluster_reader``) and
talks with it in frames over its standard input and output: what must be the same here, what to do, the bytes of the paper; and the
answer. It ends when the worker is gone.
"""

from __future__ import annotations

import json
import os
import pickle
import shutil
import signal
import sys
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from ingest.processes.cluster_answers import Answer, Lost, receive, send
from ingest.processes.jobs import How, Job
from ingest.processes.pool import read_one
from ingest.processes.reading_alike import difference, reads_with
from ingest.processes.tasks import Limits
from ingest.processes.workers import Workers, prepare


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
        try:
            outcome = read_one(replace(job, lies_at=path), how, _process(how.limits))
        finally:
            path.unlink()
    except OSError as error:
        return Lost(f"there was no room or no right for it on the worker: {error.strerror}")
    return replace(outcome, job=job)


@cache
def _process(limits: Limits) -> Workers:
    """The process that reads within those limits, one paper after another: it ends with this one."""
    return Workers(1, limits)


if __name__ == "__main__":
    main()

"""Reading many files on the workers of a Dask cluster: what ``ingest.processes.pool`` does on this machine, with the same outcomes.

The bytes of a paper travel with its task, so a worker needs no folder of home, and a few papers for each worker are under way at a
time. Dask gives the papers of a worker that is gone to another one; what came of them is saved here alone.
"""

from __future__ import annotations

import json
import logging
import pickle
import queue
import re
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ingest.processes.cluster_answers import Answer, Lost
from ingest.processes.cluster_worker import read_there
from ingest.processes.jobs import How, Job, Outcome
from ingest.processes.reading_alike import Differs, reads_with
from schema import archives
from schema.errors import ClusterUnusable, Unreadable, WrongUsage
from schema.reading import Problem

if TYPE_CHECKING:
    from distributed import Client, Future

INSTALL = "pip install 'panelpapers[cluster]'"

_ADDRESS = re.compile(r"(?:tcp|tls)://.+:\d+")
#: A worker reads one paper for each of its threads, and has so many in all, so that it need not wait for the next one.
_FOR_EACH_THREAD = 2
#: No more bytes of papers than this are under way, unless it is one paper.
_MOST_BYTES = 500_000_000
_CONNECT_SECONDS = 15
#: How often it is looked who is there; and how long nobody may be before that is told.
_LOOK_SECONDS = 1.0
_PATIENCE_SECONDS = 5.0
#: A scheduler that does not answer for so long is as good as gone.
_ANSWER_SECONDS = 60


def ensure_usable(address: str) -> None:
    """Say at once what keeps this machine from using a cluster at that address; nobody is asked.

    Raises:
        WrongUsage: The extra ``cluster`` is not installed, the address is none, or it needs certificates that Dask does not have.
    """
    try:
        from distributed import Security
    except ImportError as error:
        raise WrongUsage(f"--cluster needs what talks to a cluster; install it ({INSTALL})") from error
    if not _ADDRESS.fullmatch(address):
        raise WrongUsage(f"{address}: that is no address of a scheduler; one is like tcp://10.0.0.5:8786 or tls://…")
    if address.startswith("tls:") and Security().get_connection_args("client").get("ssl_context") is None:
        raise WrongUsage(
            f"{address}: Dask has no certificates for it; name them in its settings (distributed.comm.tls)"
        )


def read_on(
    address: str,
    jobs: Sequence[Job],
    how: How,
    on_begin: Callable[[Path], None] = lambda _: None,
    *,
    say: Callable[[str], None] = lambda _: None,
) -> Generator[Outcome, None, None]:
    """Read every job on the cluster of a scheduler, beginning them in their order, and give each outcome when it is there.

    ``on_begin`` is told the path of each when it is sent, and ``say``, in a sentence, when there is no worker and the rest has to wait. Closing the iterator, as an interrupt does,
    takes back what no worker has begun.

    Raises:
        ClusterUnusable: The scheduler cannot be reached or is gone, or a worker would read differently.
    """
    if not jobs:
        return
    with _Cluster(address, how, on_begin, say) as cluster:
        lost: list[Job] = []
        for job, answer in cluster.answers(jobs):
            if isinstance(answer, Outcome):
                yield answer
            else:
                lost.append(job)
        # Of several papers on a worker that was ended, only one had a part in it: each is tried once more alone.
        for job in lost:
            for _, answer in cluster.answers([job]):
                yield answer if isinstance(answer, Outcome) else _given_up(job, answer)


class _Cluster:
    """A connection to a scheduler, and the papers that are under way."""

    def __init__(self, address: str, how: How, on_begin: Callable[[Path], None], say: Callable[[str], None]):
        self._address = address
        self._how = how
        self._on_begin = on_begin
        self._say = say
        self._home = json.dumps({**reads_with(how.ocr), "ocr": how.ocr}).encode()
        self._under_way: dict[Future, tuple[Job, int]] = {}
        self._done: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self._threads = 0
        self._looked = -_LOOK_SECONDS
        self._alone_since: float | None = None
        self._client = _connected(address)

    def __enter__(self) -> _Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A scheduler forgets what nobody waits for any more.
        self._under_way.clear()
        self._client.close(timeout=_LOOK_SECONDS)

    def answers(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, Outcome | Lost]]:
        """What came of each job, when it is there."""
        waiting = list(reversed(jobs))
        while waiting or self._under_way:
            self._look_around()
            while waiting and self._has_room_for(waiting[-1]):
                job = waiting.pop()
                if outcome := self._begin(job):
                    yield job, outcome
            try:
                done = self._done.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            job, _ = self._under_way.pop(done)
            answer = self._answer(done)
            yield job, replace(answer, job=job) if isinstance(answer, Outcome) else answer

    def _has_room_for(self, job: Job) -> bool:
        if len(self._under_way) >= _FOR_EACH_THREAD * self._threads:
            return False
        bytes_ = sum(size for _, size in self._under_way.values())
        return not self._under_way or bytes_ + archives.size(job.path) <= _MOST_BYTES

    def _begin(self, job: Job) -> Outcome | None:
        """Send a paper; what came of it where it cannot be had."""
        self._on_begin(job.path)
        try:
            data = archives.content(job.path)
        except (OSError, Unreadable) as error:
            from ingest.processes.page_tasks import outcome_of

            return outcome_of(job, error)
        order = pickle.dumps((job, replace(self._how, cache=None)))
        future = self._client.submit(read_there, self._home, order, data, pure=False)
        self._under_way[future] = (job, len(data))
        future.add_done_callback(self._done.put)
        return None

    def _answer(self, done: Future) -> Outcome | Lost:
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        try:
            answer: Answer = pickle.loads(done.result(timeout=_ANSWER_SECONDS))
        except KilledWorker as error:
            return Lost(f"reading it ended {error.allowed_failures + 1} workers")
        except (FutureCancelledError, OSError) as error:
            raise self._gone() from error
        except Exception as error:
            # It was not our code that failed there: that gives an answer.
            what = (
                f"the scheduler or a worker cannot do what it is asked ({type(error).__name__}: {error})".splitlines()[
                    0
                ]
            )
            raise ClusterUnusable(
                self._address, what, f"install the same version there ({INSTALL}) and start it again"
            ) from error
        if isinstance(answer, Differs):
            what = f"a worker has {answer.there} and this machine {answer.home} of {answer.what}"
            do = "install the same version on both and start the worker again"
            raise ClusterUnusable(self._address, f"{what}, so papers would be read differently", do)
        return answer

    def _look_around(self) -> None:
        """Take note of how much can be done at a time, and say so where that has been nothing for a while."""
        now = time.monotonic()
        if now < self._looked + _LOOK_SECONDS:
            return
        self._looked = now
        if self._client.status != "running":
            raise self._gone()
        try:
            self._threads = sum(self._client.nthreads(callback_timeout=_ANSWER_SECONDS).values())
        except OSError as error:
            raise self._gone() from error
        if self._threads:
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = now
        elif now > self._alone_since + _PATIENCE_SECONDS:
            self._alone_since = float("inf")
            self._say(
                f"{self._address} has no worker; waiting for one (`dask worker {self._address}` on any machine),"
                " Ctrl+C ends it."
            )

    def _gone(self) -> ClusterUnusable:
        return ClusterUnusable(
            self._address,
            "the scheduler is gone",
            "start it and its workers again and run the command again for the rest",
        )


def _connected(address: str) -> Client:
    import dask
    from distributed import Client

    # What Dask says of a connection is told here in a sentence.
    for name in ("distributed", "distributed.client", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"})
    try:
        return Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except OSError as error:
        what = f"no scheduler answers there in {_CONNECT_SECONDS} seconds"
        do = "start one (`dask scheduler`), or check the address and, for tls://, the certificates"
        raise ClusterUnusable(address, what, do) from error


def _given_up(job: Job, lost: Lost) -> Outcome:
    do = "give the workers more memory, split the file or ingest it without --cluster"
    message = f"{job.path}: {lost.why}; {do}; `panelpapers ingest --retry` tries it again"
    return Outcome(job, problem=Problem(code="killed_its_worker", message=message, severity="error"))

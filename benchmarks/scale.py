"""A whole archive through ``ingest``, written as a section of ``benchmarks/RESULTS.md``: ``python benchmarks/scale.py [--papers N]``.

The archive (``archive.py``) is made in a temporary folder. What is told is how fast and in how much memory it is read by two processes, how
large the database becomes, what the same command takes when nothing is new or all is read again from kept pages, and what two processes are
to one; from these figures, by the seconds of CPU, what half a million pages would take.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import archive
from measured import Cost, cost_of

HERE = Path(__file__).resolve().parent
BEGIN, END = "<!-- the scale -->", "<!-- /the scale -->"
#: How many papers are read by one process, by two, and by the workers of a cluster, to compare these.
COMPARED = 400
LONGEST_SECONDS = 6 * 3600.0
QUARTERS = 4
HALF_A_MILLION = 500_000
_PORT = 8797
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass
class Watched:
    """What was seen of a run: at which second how many megabytes its own process had resident, and all its processes together.

    ``own_cpu`` is the seconds of CPU of its own process, which alone writes the database.
    """

    cost: Cost | None = None
    seen: list[tuple[float, float, float]] = field(default_factory=list)
    own_cpu: float = 0.0

    def peaks(self) -> list[tuple[float, float]]:
        """For each quarter of the run, by the clock: the peak of its own process, and of all together."""
        whole = max((at for at, *_ in self.seen), default=0.0) or 1.0
        quarters: list[list[tuple[float, float]]] = [[(0.0, 0.0)] for _ in range(QUARTERS)]
        for at, own, together in self.seen:
            quarters[min(QUARTERS - 1, int(QUARTERS * at / whole))].append((own, together))
        return [(max(own for own, _ in quarter), max(all_ for _, all_ in quarter)) for quarter in quarters]


def run(papers: Path, db: Path, *more: str) -> Watched:
    """An ingest of a folder, in a process of its own, looked at twice a second (Linux; elsewhere only its cost is told)."""
    watched, over, began = Watched(), threading.Event(), time.monotonic()

    def look() -> None:
        writer = None
        while not over.wait(0.5):
            found = processes(os.getpid())
            # The first below ``measured.py``, which is the first below this one; what it leaves behind comes to stand beside it.
            writer = writer or next((one.number for one in found if one.depth == 2), None)
            own = next((one for one in found if one.number == writer), None)
            if own is not None:
                together = sum(one.megabytes for one in found if one.depth >= 2)
                watched.seen.append((time.monotonic() - began, own.megabytes, together))
                watched.own_cpu = own.cpu

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    command = [sys.executable, "-m", "ingest", "ingest", str(papers), "--db", str(db), *more]
    watched.cost = cost_of(command, db.with_suffix(".out"), seconds=LONGEST_SECONDS)
    over.set()
    thread.join()
    if watched.cost.code != 0:
        said = db.with_suffix(".out.err").read_text(encoding="utf-8")
        raise SystemExit(f"{' '.join(command)} failed:\n{said[-2000:]}")
    return watched


@dataclass(frozen=True)
class Process:
    """A process below another one: how far, its own megabytes (what is shared is parted among those that share it), its CPU."""

    number: int
    depth: int
    megabytes: float
    cpu: float


def processes(ancestor: int) -> list[Process]:
    """Every process that comes from one."""
    told: dict[int, list[str]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            told[int(path.parent.name)] = path.read_text().rpartition(")")[2].split()
    found = []
    for number, stat in told.items():
        depth, above = 1, int(stat[1])
        while above in told and above != ancestor:
            depth, above = depth + 1, int(told[above][1])
        if above == ancestor:
            found.append(Process(number, depth, _megabytes(number), (int(stat[11]) + int(stat[12])) / _TICKS))
    return found


def _megabytes(number: int) -> float:
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024
    return 0.0


@contextlib.contextmanager
def cluster(work: Path) -> Iterator[str]:
    """A Dask cluster on this machine: a scheduler and two workers of one thread; gives its address."""
    address, environment = f"tcp://127.0.0.1:{_PORT}", {**os.environ, "PYTHONPATH": str(HERE.parent)}
    scheduler = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        str(_PORT),
        "--no-dashboard",
    ]
    worker = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nworkers",
        "1",
        "--nthreads",
        "1",
        "--no-dashboard",
    ]
    with contextlib.ExitStack() as stack, (work / "cluster.log").open("wb") as log:
        for command in (scheduler, worker, worker):
            process = stack.enter_context(subprocess.Popen(command, cwd=work, env=environment, stdout=log, stderr=log))
            stack.callback(process.terminate)
        yield address


def counted(db: Path) -> tuple[int, int, int]:
    """How many papers, pages and figures a database has."""
    with closing(sqlite3.connect(db)) as connection:
        tables = ("documents", "pages", "observations")
        papers, pages, figures = (connection.execute(f"select count(*) from {t}").fetchone()[0] for t in tables)
        return papers, pages, figures


def _cost(watched: Watched) -> Cost:
    assert watched.cost is not None
    return watched.cost


def measured(papers: int, work: Path) -> Iterator[str]:
    """The section, line by line."""
    folder, db = work / "archive", work / "panel.db"
    _say(f"An archive of {papers:,} papers")
    archive.write(folder, papers)
    _say("All of it, two processes")
    first = run(folder, db, "--jobs", "2")
    read, pages, figures = counted(db)
    size = db.stat().st_size
    cost, reading = _cost(first), _cost(first).cpu - first.own_cpu
    peaks = first.peaks()
    _say("Again, with nothing new")
    again = _cost(run(folder, db, "--jobs", "2"))
    _say("Again, from the kept pages")
    kept = _cost(run(folder, db, "--jobs", "2", "--reprocess"))
    yield from (
        f"{read:,} papers of {pages:,} pages (each paper that is no PDF counts as one) with {figures:,} figures.",
        "",
        "| what | seconds | seconds of CPU |",
        "| --- | --- | --- |",
        f"| all papers, two processes: {read / cost.wall:.1f} papers and {pages / cost.wall:.0f} pages a second"
        f" ({pages / cost.cpu:.0f} pages a second of CPU) | {cost.wall:.0f} | {cost.cpu:.0f} |",
        f"| of that, what one process alone does: to save, and what joins papers together | | {first.own_cpu:.0f} |",
        f"| the same again, nothing is new: {100 * again.cpu / cost.cpu:.2f}% of the first | {again.wall:.1f} | {again.cpu:.1f} |",
        f"| `--reprocess`, the pages of PDFs from the cache: {100 * kept.cpu / cost.cpu:.0f}% of the first | {kept.wall:.0f} | {kept.cpu:.0f} |",
        "",
        f"The database has {size / 1e6:,.0f} MB, {size / 1e3 / pages:.1f} kB for each page.",
        "",
        "| peak memory, MB | " + " | ".join(f"quarter {n + 1}" for n in range(QUARTERS)) + " | last against first |",
        "| --- |" + " --- |" * (QUARTERS + 1),
    )
    for what, at in (("the process that writes", 0), ("all processes together", 1)):
        told = [peak[at] for peak in peaks]
        yield f"| {what} | " + " | ".join(f"{one:.0f}" for one in told) + f" | {told[-1] / max(told[0], 1):.2f} |"
    yield from ("", "What processes share is counted once. Large papers are begun first.", "")
    yield from _compared(min(COMPARED, papers), work)
    yield from _on_paper(reading / pages, first.own_cpu / pages, size / pages)


def _compared(papers: int, work: Path) -> Iterator[str]:
    folder = work / "some"
    archive.write(folder, papers)
    _say(f"{papers} papers by one process, by two, and by two workers of a cluster")
    told = {
        "one process": _cost(run(folder, work / "one.db", "--jobs", "1", "--no-cache")),
        "two processes": _cost(run(folder, work / "two.db", "--jobs", "2", "--no-cache")),
    }
    if find_spec("distributed"):
        with cluster(work) as address:
            for when in ("just started", "that have read before"):
                told[f"two workers of a Dask cluster on the same machine, {when}"] = _cost(
                    run(folder, work / f"{when}.db", "--cluster", address, "--no-cache")
                )
    yield from (f"| {papers} papers, one after another | seconds | times one process |", "| --- | --- | --- |")
    for what, cost in told.items():
        yield f"| {what} | {cost.wall:.0f} | {told['one process'].wall / cost.wall:.2f} |"
    if len(told) < 3:
        yield "| two workers of a Dask cluster | | not measured: the extra `cluster` is not installed |"
    yield ""


def _on_paper(reading: float, saving: float, size: float) -> Iterator[str]:
    """What half a million pages take, from the seconds of CPU and the bytes of one page."""

    def hours(cores: int) -> float:
        """Whoever writes has a core of its own where there are many; then it is what the others wait for, if anything is."""
        return HALF_A_MILLION * max((reading + saving) / cores, saving) / 3600

    yield from (
        f"### {HALF_A_MILLION:,} pages, on paper",
        "",
        f"A page takes {1000 * reading:.0f} ms of CPU to read, which any number of processes share, and {1000 * saving:.1f} ms to save, which one"
        " process does; on a core like these, with nothing else to do:",
        "",
        "| where | hours | disk |",
        "| --- | --- | --- |",
        f"| one machine of two cores | {hours(2):.1f} | {HALF_A_MILLION * size / 1e9:.0f} GB |",
        f"| one machine of eight cores | {hours(8):.1f} | {HALF_A_MILLION * size / 1e9:.0f} GB |",
        f"| ten machines of two cores, one of which writes | {hours(20):.1f} | {HALF_A_MILLION * size / 1e9:.0f} GB on that one |",
        "",
        "The disk is that of the database, beside the papers themselves; kept pages take up to 2 GB more, and while a copy is published"
        " twice as much is needed.",
        "",
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--papers", type=int, default=archive.PAPERS, help="how many papers the archive has")
    arguments.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    given = arguments.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    with tempfile.TemporaryDirectory() as place:
        os.environ["PANELPAPERS_CACHE"] = str(Path(place) / "cache")
        lines = [
            BEGIN,
            "",
            "# An archive",
            "",
            "Made by `python benchmarks/scale.py` (part of `make bench`, there with fewer papers): an archive of made-up papers of all forces"
            " over the years, most of them PDFs of 2 to 60 pages.",
            "",
            f"- {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()},"
            f" load before the run {load:.1f} (seconds of the clock mean little where it is not near 0)",
            "",
            *measured(given.papers, Path(place)),
            END,
        ]
    _replace(given.output, lines)
    print("\n".join(lines))
    return 0


def _replace(output: Path, lines: Sequence[str]) -> None:
    before = output.read_text(encoding="utf-8") if output.exists() else ""
    others = re.sub(rf"{BEGIN}.*?{END}\n?", "", before, flags=re.DOTALL).rstrip()
    output.write_text("\n".join([others, "", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

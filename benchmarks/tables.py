"""Reading tables of PDFs, against its peers: ``python benchmarks/tables.py [--peers PYTHON] [--papers FOLDER]``.

All engines run side by side on the same papers; what is told are ratios, which can be compared between machines, and not seconds. Writes
``benchmarks/RESULTS.md``. The papers are other people's and are read where they are: ``PANELPAPERS_REAL_PAPERS`` names their folder, as
for the tests. A folder or an engine that is not there is left out, by name.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from accuracy import adjacency, cells_and_rows, columns_that_add_up
from long_papers import join, write_long
from measured import Cost, cost_of

HERE = Path(__file__).resolve().parent
PAPERS = Path(os.environ.get("PANELPAPERS_REAL_PAPERS", HERE.parents[1] / "shared"))
OURS = "panelpapers"
PEERS = ("pdfplumber", "camelot stream", "camelot hybrid", "PyMuPDF")
FOLDERS = {"rendered": "papers/rendered", "icdar": "benchmarks/icdar2013", "real": "papers/real"}
#: The papers of these names are scans: without text recognition nothing can be found in them.
SCANS = "S_"
LONG_PAGES = 5_000
LONGEST_SECONDS = 400.0
ROUNDS = 3


@dataclass
class Run:
    """One engine on one folder: its documents as ``engines.py`` tells them, and what it cost."""

    cost: Cost
    version: str = ""
    documents: list[dict[str, Any]] = field(default_factory=list)

    @property
    def tables(self) -> dict[str, list[list[list[Any]]]]:
        """The tables by the name of the paper."""
        return {d["name"]: d["tables"] for d in self.documents}

    @property
    def pages_per_second(self) -> float:
        """Pages for a second of CPU, loading the engine not counted."""
        return sum(d["pages"] for d in self.documents) / max(1e-9, sum(d["cpu"] for d in self.documents))


@dataclass(frozen=True)
class Bench:
    """Where all is: the interpreters, the papers by the name of their folder, and a folder for what is made."""

    peers: str
    papers: dict[str, list[Path]]
    work: Path

    def run(self, engine: str, folder: str) -> Run:
        """An engine on a folder, in a process of its own."""
        python = sys.executable if engine == OURS else self.peers
        output = self.work / f"{engine.replace(' ', '-')}-{folder}.json"
        command = [python, str(HERE / "engines.py"), engine, *map(str, self.papers[folder])]
        cost = cost_of(command, output, seconds=LONGEST_SECONDS)
        if cost.code != 0:
            return Run(cost)
        told = json.loads(output.read_text(encoding="utf-8"))
        return Run(cost, told["version"], told["documents"])

    def ingest(self, papers: Sequence[Path], *, jobs: int) -> Cost:
        """The whole way to a database that was not there before."""
        db = self.work / "panel.db"
        for file in self.work.glob("panel.db*"):
            file.unlink()
        command = [sys.executable, "-m", "ingest", "ingest", *map(str, papers), "--db", str(db), "--jobs", str(jobs)]
        return cost_of(command, self.work / "ingest.txt", seconds=LONGEST_SECONDS)

    def reading(self, what: str, papers: Sequence[Path]) -> Any:
        """What ``reading.py`` tells of some papers; None where it failed."""
        output = self.work / f"{what}.json"
        cost = cost_of([sys.executable, str(HERE / "reading.py"), what, *map(str, papers)], output)
        return json.loads(output.read_text(encoding="utf-8")) if cost.code == 0 else None


def say(text: str) -> None:
    """Progress, for the person who waits."""
    print(text, file=sys.stderr, flush=True)


def all_runs(bench: Bench, engines: Sequence[str]) -> dict[tuple[str, str], Run]:
    """Every engine on every folder, two at a time, the slowest first. Seconds of CPU hardly change by that."""
    slow = [*reversed(PEERS), OURS]
    tasks = sorted(((e, f) for e in engines for f in bench.papers), key=lambda task: slow.index(task[0]))

    def one(task: tuple[str, str]) -> Run:
        run = bench.run(*task)
        say(f"  {task[0]}, {task[1]}: {run.cost.cpu:.0f} s of CPU" + ("" if run.cost.code == 0 else ", failed"))
        return run

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(tasks, pool.map(one, tasks), strict=True))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--peers", default=sys.executable, help="the Python that has the peers")
    arguments.add_argument("--papers", type=Path, default=PAPERS, help="the folder of the papers")
    arguments.add_argument("--only", nargs="*", choices=PEERS, default=PEERS, help="these peers and no others")
    arguments.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    given = arguments.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        papers = {name: sorted((given.papers / place).glob("*.pdf")) for name, place in FOLDERS.items()}
        say("Making papers in styles that the rules were not made for")
        styles = work / "styles"
        cost_of(
            [sys.executable, str(HERE / "styles.py"), str(styles), "--half", "held-out", "--mixes", "0"],
            work / "styles.txt",
        )
        papers["styles"] = sorted(styles.rglob("*.pdf"))
        bench = Bench(given.peers, {name: found for name, found in papers.items() if found}, work)
        say("Tables by each engine")
        runs = all_runs(bench, [OURS, *given.only])
        lines = [*_head(bench, runs, load), *_accuracy(given.papers, styles, bench, runs)]
        if "real" in bench.papers:
            lines += [*_speed(bench), *_memory(bench), *_where(bench)]
    given.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    say(f"Written to {given.output}")
    return 0


def _head(bench: Bench, runs: dict[tuple[str, str], Run], load: float) -> Iterator[str]:
    yield from (
        "# Reading tables of PDFs, against other engines",
        "",
        "Made by `make bench`; nothing in here is written by hand. All engines run on the same machine in the same run, each as its",
        "documentation says first, without a setting for any paper. What can be compared between machines are the ratios.",
        "",
    )
    model = next(
        (line.partition(":")[2].strip() for line in _cpu_info() if line.startswith("model name")), platform.processor()
    )
    yield f"- {dt.date.today().isoformat()}, {os.cpu_count()} cores of {model or 'an unknown processor'}, {platform.system()}, Python {platform.python_version()}"
    yield f"- load before the run: {load:.1f} (seconds of the clock mean little where it is not near 0; seconds of CPU hardly change)"
    told = {run.version: engine for (engine, _), run in runs.items() if run.version}
    yield f"- panelpapers {version('panelpapers')} on PDFium by pypdfium2 {version('pypdfium2')}; " + ", ".join(
        f"{engine.split()[0]} {number}" for number, engine in told.items() if engine != OURS
    )
    missing = sorted(
        {engine for (engine, _), run in runs.items() if not run.version}
        - {e for (e, _), r in runs.items() if r.version}
    )
    if missing:
        yield f"- not here, or failed: {', '.join(missing)}"
    gone = [place for name, place in FOLDERS.items() if name not in bench.papers]
    if gone:
        yield f"- folders that are not here: {', '.join(gone)}"
    yield ""


def _cpu_info() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _accuracy(papers: Path, styles: Path, bench: Bench, runs: dict[tuple[str, str], Run]) -> Iterator[str]:
    yield from (
        "## Accuracy and cost of each engine",
        "",
        "*Generated* are papers typeset in several styles with known truth (`papers/rendered`; the scanned one apart); *held-out* are the styles",
        "of `benchmarks/styles.py` kept apart while most rules were written (some were looked at afterwards); *ICDAR* is the set of the ICDAR 2013 table competition. Cell F1 counts texts of",
        "cells, row F1 whole rows, adjacency F1 pairs of neighbouring cells (average of the documents; pooled precision and recall beside it).",
        "*Totals* is a truth that the real papers hold themselves: columns of counts above a row of totals, and how many of them add up.",
        "",
        "| engine | generated: cell / row F1 | scanned: cell / row F1 | held-out: cell / row F1 | ICDAR F1 (P, R) | real: totals | pages a CPU second | times pdfplumber | peak MB |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    )
    reference = runs.get(("pdfplumber", "real"))
    for engine in dict.fromkeys(engine for engine, _ in runs):
        mine = {folder: run for (who, folder), run in runs.items() if who == engine and run.version}
        if not mine:
            continue
        cells = [engine]
        for folder, scans in (("rendered", False), ("rendered", True), ("styles", False)):
            run = mine.get(folder)
            # Styles are in a folder for each half.
            truths = [p.parent for p in bench.papers.get(folder, ())]
            cells.append(_two(run, truths[0], scans=scans) if run and truths else "")
        if run := mine.get("icdar"):
            score = adjacency(papers / FOLDERS["icdar"], run.tables)
            pooled = score.pooled
            cells.append(f"{score.f1:.3f} ({pooled.precision:.3f}, {pooled.recall:.3f})")
        else:
            cells.append("")
        real = mine.get("real")
        right, every = columns_that_add_up(t for d in real.documents for t in d["tables"]) if real else (0, 0)
        cells.append(f"{right} of {every}" if real else "")
        cells.append(f"{real.pages_per_second:.1f}" if real else "")
        cells.append(
            f"{real.pages_per_second / reference.pages_per_second:.2f}"
            if real and reference and reference.version
            else ""
        )
        cells.append(f"{max(run.cost.peak for run in mine.values()):.0f}")
        yield f"| {' | '.join(cells)} |"
    failed = [
        (engine, folder, run) for (engine, folder), run in runs.items() if run.cost.code != 0 and run.cost.cpu > 5
    ]
    for engine, folder, run in failed:
        why = "took longer than it may" if run.cost.code is None else "failed"
        yield f"\n{engine} {why} on *{folder}* ({run.cost.cpu:.0f} s of CPU)."
    yield ""


def _two(run: Run, truth: Path, *, scans: bool) -> str:
    score = cells_and_rows(truth, run.tables, which=lambda name: name.startswith(SCANS) == scans)
    return f"{score.cells.f1:.3f} / {score.rows.f1:.3f}" if score.cells.truth else ""


def _speed(bench: Bench) -> Iterator[str]:
    real = bench.papers["real"]
    say("The reader alone, in turns with pdfplumber")
    alone = bench.reading("alone", real)
    say("The whole ingest against pdfplumber's tables alone")
    whole = []
    for _ in range(ROUNDS):
        ours = bench.ingest(real, jobs=1)
        # A bare process of the peer: import, open, extract_tables of every page, nothing kept.
        theirs = bench.run("pdfplumber", "real").cost
        if ours.code == theirs.code == 0:
            whole.append(theirs.cpu / ours.cpu)
    say("Two processes against one")
    pack = bench.work / "pack.pdf"
    pages = join(real, pack)
    twice = {"the folder": real, f"one pack of {pages} pages": [pack]}
    gains: dict[str, list[float]] = {name: [] for name in twice}
    for _ in range(ROUNDS):
        for name, papers in twice.items():
            one, two = bench.ingest(papers, jobs=1), bench.ingest(papers, jobs=2)
            if one.code == two.code == 0:
                gains[name].append(one.wall / two.wall)
    yield from (
        "## Speed",
        "",
        f"On the real papers; the median of {ROUNDS} turns, each ratio from neighbouring runs, and the range of the ratios.",
        "",
        "| what | against | ratio | range |",
        "| --- | --- | --- | --- |",
    )
    if alone:
        ratios = [turn["ratio"] for turn in alone["turns"]]
        rate = alone["pages"] / min(turn["ours"] for turn in alone["turns"])
        yield _ratio(
            f"words and tables of every page, CPU, one process ({rate:.0f} pages a CPU second)",
            "pdfplumber's `extract_words` and `extract_tables`",
            ratios,
        )
    yield _ratio("the whole `ingest` to the finished database, CPU", "pdfplumber's `extract_tables` alone", whole)
    for name, ratios in gains.items():
        yield _ratio(f"two processes, wall, {name}", "one process", ratios)
    yield ""


def _ratio(what: str, against: str, ratios: Sequence[float]) -> str:
    if not ratios:
        return f"| {what} | {against} | failed | |"
    return f"| {what} | {against} | **{statistics.median(ratios):.2f}** | {min(ratios):.2f} to {max(ratios):.2f} |"


def _memory(bench: Bench) -> Iterator[str]:
    say("Peak memory")
    pack, long = bench.work / "pack.pdf", bench.work / "long.pdf"
    write_long(long, pages=LONG_PAGES)
    yield from (
        "## Peak memory",
        "",
        "Of the largest process, as the system tells it (`ru_maxrss`).",
        "",
        "| what | peak MB | CPU seconds |",
        "| --- | --- | --- |",
    )
    pack_name, long_name = "`ingest` of the pack", f"`ingest` of a paper of {LONG_PAGES:,} pages"
    for name, paper, jobs in ((pack_name, pack, 1), (pack_name, pack, 2), (long_name, long, 2)):
        cost = bench.ingest([paper], jobs=jobs)
        ended = "" if cost.code == 0 else " (failed)" if cost.code else f" (ended after {LONGEST_SECONDS:.0f} s)"
        yield f"| {name}, {'one process' if jobs == 1 else 'two processes'} | {cost.peak:.0f}{ended} | {cost.cpu:.1f} |"
    packed = Bench(bench.peers, {"pack": [pack]}, bench.work)
    for engine in (OURS, *PEERS[:1]):
        run = packed.run(engine, "pack")
        if run.version:
            yield f"| tables of the pack, {engine} | {run.cost.peak:.0f} | {run.cost.cpu:.1f} |"
    yield ""


def _where(bench: Bench) -> Iterator[str]:
    say("Where the time goes")
    floor, stages = bench.reading("floor", bench.papers["real"]), bench.reading("stages", bench.papers["real"])
    yield from ("## Where the time goes", "")
    if floor:
        yield (
            f"PDFium itself takes {100 * floor['floor'] / floor['ours']:.0f}% of the time in which this project has words and tables: loading the"
            f" pages, finding their text, counting their objects. The reader is {floor['ours'] / floor['floor']:.1f} times that floor."
        )
        yield ""
    if stages:
        yield "The whole ingest in one process, by the innermost module of this project on the stack, looked at every thousandth of a CPU second:"
        yield from ("", "| stage | share |", "| --- | --- |")
        yield from (f"| {stage} | {100 * share:.1f}% |" for stage, share in stages["stages"].items())


if __name__ == "__main__":
    sys.exit(main())

"""Speed and memory of the site, written as a section of ``benchmarks/RESULTS.md``: ``python benchmarks/site.py``.

One process serves a database of made-up papers (``many_papers.py``) on loopback; the load comes from this one, over connections that
stay open. Each page is asked for at addresses not asked for before (*first*) and again (*again*, by conditional requests as browsers
send them left out). As seconds mean little on a busy machine, the table page of a bare Datasette is measured beside it, in turn.
With ``--big`` five million figures are made and every kind of page is asked for; nothing may time out.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import platform
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import many_papers
from sqlite_utils import Database

HERE = Path(__file__).parent
BEGIN, END = "<!-- the site -->", "<!-- /the site -->"
TURNS = 12
CONNECTIONS = 8
SECONDS = 10.0
BARS = {"table with two facets": 150}
BAR = 60


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its bytes, and the milliseconds until all of it was there."""

    status: int
    size: int
    ms: float


class Visitor:
    """One connection that stays open."""

    def __init__(self, port: int):
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def get(self, path: str) -> Answer:
        """Ask for a page and read all of it; a connection that was closed is opened again."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        began = time.perf_counter()
        self.writer.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
        )
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if match := re.search(r"content-length: (\d+)", head):
            size = len(await self.reader.readexactly(int(match[1])))
        else:
            size = 0
            while count := int(await self.reader.readuntil(b"\r\n"), 16):
                size += len(await self.reader.readexactly(count + 2)) - 2
            await self.reader.readexactly(2)
        ms = 1000 * (time.perf_counter() - began)
        if "connection: close" in head:
            self.close()
        return Answer(int(head.split()[1]), size, ms)

    def close(self) -> None:
        """Let go of the connection."""
        if self.writer is not None:
            self.writer.close()
        self.writer = None


@contextmanager
def served(command: list[str]) -> Iterator[tuple[int, int]]:
    """Run a server until it answers; gives its port and its process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/-/versions.json", timeout=60).read()
                break
            except OSError:
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def megabytes(pid: int, what: str) -> float:
    """``VmRSS`` (now) or ``VmHWM`` (at most) of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024


def ask(db: Path) -> dict[str, list[str]]:
    """Addresses of each kind of page, enough of each that one is not asked for twice."""
    tables = Database(db)
    measures = [row[0] for row in tables.execute("select distinct measure from coverage order by 1")]
    forces = [row[0] for row in tables.execute("select distinct force from coverage order by 1")]
    ids = [row[0] for row in tables.execute("select id from observations order by id limit 400")][::20]
    ends = [row[0] for row in tables.execute("select distinct period_end from observations order by 1")]
    tables.close()
    both = list(zip(itertools.cycle(measures), forces, strict=False))
    return {
        "home": [f"/?visitor={number}" for number in range(TURNS)],
        "filtered table": [f"/panel/observations?force={force}&measure={measure}&_nofacet=1" for measure, force in both],
        "table with two facets": [
            f"/panel/observations?financial_year={year}/{year % 100 + 1:02}&_facet=force&_facet=measure" for year in range(2015, 2025)
        ],
        "search": [f"/-/search?q={quote(words)}" for words in ("burglary", "violence", "assault", "youth project", "homicide",
                   "quarterly", "robbery", "rural crime", "community", "kent", "percent", "boxing club")],
        "compare": [f"/-/compare?measure={measure}&period={end}" for measure, end in zip(measures, ends, strict=False)],
        "measure": [f"/-/measure/{measure}" for measure in measures],
        "source": [f"/-/source/observation/{key}" for key in ids],
        "force": [f"/-/force/{force}" for force in forces],
    }  # fmt: skip


async def one_by_one(port: int, pages: Iterable[str]) -> list[Answer]:
    """The answers to one visitor who asks for one page after the other."""
    visitor = Visitor(port)
    found = [await visitor.get(page) for page in pages]
    visitor.close()
    return found


async def crowd(port: int, pages: list[str], seconds: float = SECONDS) -> tuple[list[Answer], float]:
    """The answers to several visitors at once for some seconds, and how many seconds it took."""
    turns = itertools.cycle(pages)
    found: list[Answer] = []
    end = time.perf_counter() + seconds

    async def visit() -> None:
        visitor = Visitor(port)
        while time.perf_counter() < end:
            found.append(await visitor.get(next(turns)))
        visitor.close()

    began = time.perf_counter()
    await asyncio.gather(*(visit() for _ in range(CONNECTIONS)))
    return found, time.perf_counter() - began


def median(answers: Iterable[Answer]) -> float:
    return statistics.median(answer.ms for answer in answers)


def pages_of_many(db: Path) -> list[str]:
    """Measure 100,000 figures."""
    asked = ask(db)
    lines = [
        "| page | first, ms | again, ms | bar, ms | times a bare table page | kB sent |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    bare_page = "/many/observations?force=kent&_nofacet=1"
    plain = db.with_name("many.db")
    if not plain.exists():
        plain.symlink_to(db)
    wrong = 0
    alone = "import sys; sys._called_from_test = True; from datasette.cli import cli; cli()"
    bare_command = [sys.executable, "-c", alone, "-i", str(plain), "--setting", "suggest_facets", "off"]
    with (
        served([sys.executable, "-m", "ingest", "serve", "--db", str(db), "--immutable"]) as (port, pid),
        served(bare_command) as (bare, _),
    ):
        asyncio.run(one_by_one(port, ["/", "/-/compare", "/panel"]))
        asyncio.run(one_by_one(bare, [bare_page, "/"]))
        for kind, pages in asked.items():
            first = asyncio.run(one_by_one(port, pages[:TURNS]))
            again = asyncio.run(one_by_one(port, pages[:TURNS]))
            beside = median(asyncio.run(one_by_one(bare, [bare_page] * 6)))
            wrong += sum(answer.status != 200 for answer in first + again)
            size = statistics.median(answer.size for answer in first) / 1000
            lines.append(
                f"| {kind} | {median(first):.0f} | {median(again):.1f} | {BARS.get(kind, BAR)} | {median(first) / beside:.2f} | {size:.0f} |"
            )
        tables = Database(db)
        ends = [row[0] for row in tables.execute("select distinct period_end from observations order by 1")]
        measures = [row[0] for row in tables.execute("select distinct measure from coverage order by 1")]
        tables.close()
        fresh = [f"/-/compare?measure={measure}&period={end}" for end in reversed(ends) for measure in measures]
        crowds = [("30 pages, again and again", fresh[:30]), ("1,200 pages, each hardly twice", fresh)]
        lines += ["", f"Compare, {CONNECTIONS} connections for {SECONDS:.0f} seconds:", ""]
        lines += [
            "| what | requests a second (bar 100) | median, ms | 99th percentile, ms (bar 250) | errors |",
            "| --- | --- | --- | --- | --- |",
        ]
        asyncio.run(one_by_one(port, fresh[:30]))
        for what, pages in crowds:
            found, took = asyncio.run(crowd(port, pages))
            slow = statistics.quantiles([answer.ms for answer in found], n=100)[98]
            errors = sum(answer.status != 200 for answer in found)
            lines.append(f"| {what} | {len(found) / took:.0f} | {median(found):.0f} | {slow:.0f} | {errors} |")
        now, most = megabytes(pid, "VmRSS"), megabytes(pid, "VmHWM")
        lines += [
            "",
            f"Memory of the process after all of this: {now:.0f} MB (bar 150), at most {most:.0f} MB (bar 300). Answers that were no page: {wrong}.",
        ]
        asyncio.run(one_by_one(port, [f"/panel.json?sql={quote('select ' + bomb)}" for bomb in BOMBS]))
        lines += [
            f"After {len(BOMBS)} queries that ask for gigabytes: {megabytes(pid, 'VmRSS'):.0f} MB, at most {megabytes(pid, 'VmHWM'):.0f} MB."
        ]
    return lines


BOMBS = (
    "randomblob(900000000)",
    "zeroblob(900000000)",
    "length(printf('%900000000d', 1))",
    "replace(hex(zeroblob(4000000)), '0', 'xxxxxxxxxxxxxxxxxxxxxxxx')",
    "group_concat(hex(randomblob(4000000))) from observations",
    "(with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n)",
)


def pages_of_big(db: Path) -> list[str]:
    """Ask for every kind of page at five million figures."""
    asked = {kind: pages[:3] for kind, pages in ask(db).items()}
    more = {
        "all tables": ["/panel"],
        "figures": ["/panel/observations", "/panel/observations_readable", "/panel/measure_by_force", "/panel/comparable_observations"],
        "coverage with two facets": ["/panel/coverage?_facet=force&_facet=measure"],
        "prepared questions": [f"/panel/{name}" for name in ("compare-forces", "measure-over-time", "awards", "papers-by-force", "not-read")],
        "measures, forces, funding, contradictions": ["/-/measures", "/-/forces", "/-/funding", "/-/contradictions"],
    }  # fmt: skip
    lines = ["| page | median, ms | slowest, ms | not answered |", "| --- | --- | --- | --- |"]
    with served([sys.executable, "-m", "ingest", "serve", "--db", str(db), "--immutable"]) as (port, pid):
        asyncio.run(one_by_one(port, ["/"]))
        for kind, pages in {**asked, **more}.items():
            found = asyncio.run(one_by_one(port, pages))
            failed = [page for page, answer in zip(pages, found, strict=True) if answer.status != 200]
            lines.append(
                f"| {kind} | {median(found):.0f} | {max(answer.ms for answer in found):.0f} | {', '.join(failed) or 0} |"
            )
        lines += ["", f"Memory: {megabytes(pid, 'VmRSS'):.0f} MB, at most {megabytes(pid, 'VmHWM'):.0f} MB."]
    return lines


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--db", type=Path, help="a database made by many_papers.py; without it one is made")
    arguments.add_argument(
        "--big", type=Path, nargs="?", const=Path(), help="also five million figures; made if no file is given"
    )
    arguments.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        many = Path(place) / "panel.db"
        if given.db:
            many.symlink_to(given.db.absolute())
        else:
            many_papers.main(many)
        load = os.getloadavg()[0]
        lines = [
            BEGIN, "", "# The site", "",
            "Made by `python benchmarks/site.py` (part of `make bench`): one process on a database of made-up papers with 103,200",
            "figures, served as immutable; the visitors are on the same machine. *First* is the median of pages nobody asked for before,",
            "*again* of the same pages after; a *bare table page* is Datasette's own of a filtered table of the same database, without",
            "this project, measured in turn: it says how fast the machine was at that moment.", "",
            f"- {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, load before the run {load:.1f}",
            "", *pages_of_many(many), "",
        ]  # fmt: skip
        if given.big is not None:
            big = Path(place) / "big.db"
            if given.big != Path():
                big.symlink_to(given.big.absolute())
            else:
                many_papers.main(big, districts=48)
            lines += [
                "## Five million figures",
                "",
                f"Load before the run {os.getloadavg()[0]:.1f}.",
                "",
                *pages_of_big(big),
                "",
            ]
    lines.append(END)
    before = given.output.read_text(encoding="utf-8") if given.output.exists() else ""
    others = re.sub(rf"{BEGIN}.*?{END}\n?", "", before, flags=re.DOTALL).rstrip()
    given.output.write_text("\n".join([others, "", *lines]) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()

"""Speed and memory of the site, written as a section of ``benchmarks/RESULTS.md``: ``python benchmarks/site.py``.

One process serves a database of made-up papers (``many_papers.py``) on loopback; the load comes from this one, over connections that
stay open. Each page is asked for at addresses not asked for before (*first*) and again (*again*, by conditional requests as browsers
send them left out). As seconds mean little on a busy machine, the table page of a bare Datasette is measured beside it, in turn.
With ``--big`` five million figures are made and every address that the site leads to is asked for once; nothing may time out.
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
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

import many_papers
from datasette.utils import tilde_encode
from sqlite_utils import Database

from schema.tables import TABLES
from schema.views import VIEWS
from serve.site import FOUND_BY, MANY_FIGURES, ORDERED_BY, metadata

HERE = Path(__file__).parent
BEGIN, END = "<!-- the site -->", "<!-- /the site -->"
TURNS = 12
CONNECTIONS = 8
SECONDS = 10.0
DEEP = 100_000
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
        slow = list(walk(port, db))
        lines += [
            "",
            f"Every page of ours, and every table and view as it is, in each order and by each filter that it offers, was asked for once: "
            f"{sum(1 for _ in every_address(db))} addresses. Slower than a second or not answered in full: {len(slow) or 'none'}.",
        ]
        if slow:
            lines += ["", "| what | address | status | ms |", "| --- | --- | --- | --- |"]
            lines += [f"| {kind} | `{page}` | {status} | {ms:.0f} |" for kind, page, status, ms in slow]
        lines += ["", f"Memory: {megabytes(pid, 'VmRSS'):.0f} MB, at most {megabytes(pid, 'VmHWM'):.0f} MB."]
    return lines


def every_address(db: Path) -> Iterator[tuple[str, str]]:
    """Every kind of address that the site leads to, with what it is: pages of ours, tables and views in each order and under each filter."""
    tables = Database(db)
    for kind, pages in ask(db).items():
        yield from ((kind, page) for page in pages[:3])
    documents = [row[0] for row in tables.execute("select id from documents order by id limit 2")]
    own = ("/panel", "/-/measures", "/-/forces", "/-/funding", "/-/funding?force=kent", "/-/contradictions", "/-/about", "/-/export",
           "/-/feeds/papers.atom", "/-/feeds/contradictions.atom", "/-/feeds/meetings.ics", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt")  # fmt: skip
    yield from (("own page", page) for page in own)
    for document in documents:
        yield from (("paper", f"/-/paper/{document}{rest}") for rest in ("", "/page/2"))
    searches = (
        "recorded",
        "burglary kent",
        "zzyzx",
        "burgalry",
        "12,024",
        "7 December 2015",
        "percent&kind=figures&page=40",
    )
    yield from (("search", f"/-/search?q={quote(words, safe='&=')}") for words in searches)
    for form in ("csv", "json", "xlsx"):
        yield "page as a file", f"/-/compare.{form}?measure=burglary"
        yield "page as a file", f"/-/measure/burglary.{form}"
    about = metadata()["databases"]["panel"]
    many = next(tables.query("select max(rowid) as n from observations"))["n"] > MANY_FIGURES
    for name in about["queries"]:
        yield "prepared question", f"/panel/{name}"
    for table in (*TABLES, *VIEWS):
        name, columns = table.name, tuple(table.columns)
        page = f"/panel/{name}"
        told = about["tables"].get(name, {})
        yield "table", page
        yield "table", f"{page}.json?_shape=array"
        if table in VIEWS:
            yield "deep in a table", f"{page}?_next=950"
        elif (key := table.key) and (
            found := list(tables.query(f'select * from "{name}" order by {", ".join(key)} limit 1 offset {DEEP}'))
        ):
            yield "deep in a table", f"{page}?_next={','.join(tilde_encode(str(found[0][column])) for column in key)}"
        offered = FOUND_BY.get(name) if many else None
        facets = [*told.get("facets", []), *(column for column in columns if column not in told.get("facets", []))][:2]
        if not offered:
            yield "two facets", page + "?" + "&".join(f"_facet={column}" for column in facets)
        for column in (
            one for one in told.get("sortable_columns", columns) if not offered or one in ORDERED_BY.get(name, ())
        ):
            yield "sorted", f"{page}?_sort={column}"
            yield "sorted", f"{page}?_sort_desc={column}"
        first = next(tables.query(f'select * from "{name}" limit 1'), {})
        for column, value in first.items():
            if value is not None and len(str(value)) < 100 and (not offered or column in offered):
                yield "filtered", f"{page}?{urlencode({column: value})}"
    tables.close()


def walk(port: int, db: Path, slow: float = 1000) -> Iterator[tuple[str, str, int, float]]:
    """Ask for every address once; gives what was slow (milliseconds), failed, or could not count all it was asked to."""
    for kind, page in every_address(db):
        began = time.perf_counter()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{page}", timeout=120) as answer:
                status, body = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, body = error.code, error.read()
        ms = 1000 * (time.perf_counter() - began)
        if status != 200 or ms > slow or b"took too long" in body:
            yield kind, page, status, ms


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

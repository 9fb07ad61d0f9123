"""What a person sees of an ingest: progress on stderr while it runs, and at the end what came in and what did not and why."""

from __future__ import annotations

import datetime as dt
import json
import sys
from types import TracebackType
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ingest.batch import Batch, Result, Told
from ingest.terminal import Row, show_json, show_rows

if TYPE_CHECKING:
    from ingest.gathering import Gathered, Missed

_MOST_NAMED = 3


class Reporter:
    """Tells the results while they come: a bar in a terminal, a line for each paper elsewhere."""

    def __init__(self, *, verbose: bool):
        self._verbose = verbose
        self._total = self._done = 0
        self._bar: Progress | None = None
        if sys.stderr.isatty():
            columns = (
                TextColumn("Reading"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                TextColumn("{task.description}"),
            )
            self._bar = Progress(*columns, console=Console(file=sys.stderr), transient=True)

    def __enter__(self) -> Reporter:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def start(self, total: int) -> None:
        """The number of files that are looked at."""
        self._total = total
        if self._bar is not None:
            self._bar.add_task("", total=total)

    def tell(self, result: Result) -> None:
        """What came of one file."""
        self._done += 1
        if result.trace and self._verbose:
            self._say(result.trace)
        if self._bar is not None:
            # A file name may hold brackets, which rich would take as markup.
            self._bar.update(self._bar.task_ids[0], advance=1, description=result.file.file_name.replace("[", "\\["))
        elif _is_news(result):
            self._say(f"[{self._done}/{self._total}] {result.file.path}: {_in_words(result)}")

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False)
        else:
            click.echo(text, err=True)


def show_batch(batch: Batch, gathered: Gathered | None = None, *, db: str, as_json: bool) -> None:
    """The end of an ingest: the table on stdout, the sum of it on stderr. ``gathered`` is what came of addresses, if any were given."""
    missed = gathered.missed if gathered else []
    if as_json:
        fetched = {"addresses": _addresses(gathered)} if gathered else {}
        show_json({"papers": [_described(result) for result in batch.results], **fetched, **_sums(batch)})
    else:
        rows = [_row(result) for result in batch.results if _is_news(result)]
        rows += [_missed_row(one) for one in missed]
        show_rows(rows, as_json=False, empty="Nothing new: every paper was in the database already.")
    for sentence in (*_closing(batch, db), *_on_addresses(gathered)):
        click.echo(sentence, err=True)


def show_news(batch: Batch, *, db: str, as_json: bool) -> None:
    """A batch of papers that came while a folder is watched, as one line on stdout; nothing where there is nothing new."""
    news = [result for result in batch.results if _is_news(result) and result.tried]
    if not news:
        return
    at = dt.datetime.now().astimezone()
    if as_json:
        papers = [_described(result) for result in news]
        told = {"at": at.isoformat(timespec="seconds"), "papers": papers, **_sums(batch)}
        click.echo(json.dumps(told, ensure_ascii=False, default=str))
        return
    failed = [f"{result.file.file_name} ({_why(result)})" for result in news if result.came == "failed"]
    shown = "; ".join(failed[:_MOST_NAMED]) + ("; and others" if len(failed) > _MOST_NAMED else "")
    closing = _closing(batch, db)[0]
    click.echo(f"{at:%Y-%m-%d %H:%M} {closing}" + (f" Not in: {shown}." if shown else ""))


def show_nothing(gathered: Gathered, *, as_json: bool) -> None:
    """The end of an ingest of addresses that gave no paper at all: why of each."""
    if as_json:
        show_json({"papers": [], "addresses": _addresses(gathered)})
    elif gathered.missed:
        show_rows([_missed_row(one) for one in gathered.missed], as_json=False, empty="")
    for sentence in _on_addresses(gathered):
        click.echo(sentence, err=True)


def _on_addresses(gathered: Gathered | None) -> list[str]:
    if gathered is None:
        return []
    came = sum(one.came for one in gathered.papers)
    parts = [f"{came} fetched", f"{len(gathered.papers) - came} there already", f"{len(gathered.missed)} not fetched"]
    said = ", ".join(part for part in parts if not part.startswith("0 ")) or "no papers"
    return [f"From addresses: {said}.", *gathered.notes]


def _addresses(gathered: Gathered) -> list[Row]:
    kept: list[Row] = [
        {
            "address": one.address,
            "came": "fetched" if one.came else "unchanged",
            "path": str(one.path),
            "status": None,
            "why": None,
            "do": None,
        }
        for one in gathered.papers
    ]
    missed = [
        {"address": one.address, "came": "missed", "path": None, "status": one.status, "why": one.what, "do": one.do}
        for one in gathered.missed
    ]
    return [*kept, *missed]


def _missed_row(missed: Missed) -> Row:
    status = f" ({missed.status})" if missed.status else ""
    return {
        "paper": missed.address,
        "came": "not fetched",
        "force": None,
        "meeting": None,
        **_found(None),
        "why": f"{missed.what}{status}; {missed.do}",
    }


def _closing(batch: Batch, db: str) -> list[str]:
    counts = batch.counts
    parts = [
        f"{counts.added} added",
        f"{counts.changed} changed",
        f"{counts.unchanged} unchanged",
        f"{counts.failed} failed",
    ]
    said = ", ".join(part for part in parts if not part.startswith("0 ")) or "none finished"
    sentences = [f"{counts.files} {'file' if counts.files == 1 else 'files'}: {said}. The database is {db}."]
    if counts.partial:
        sentences.append(
            f"{counts.partial} could be read in part only; `panelpapers problems --db {db}` says what is missing."
        )
    if batch.outdated:
        sentences.append(f"{batch.outdated} were read by an earlier version; --reprocess reads them again.")
    if left := sum(not result.tried for result in batch.results):
        sentences.append(f"{left} failed before and {'was' if left == 1 else 'were'} left alone; --retry tries again.")
    sentences.extend(batch.notes)
    if batch.interrupted:
        sentences.append("Interrupted; what was finished is in. Run the command again for the rest.")
    return sentences


def _sums(batch: Batch) -> dict[str, object]:
    counts = batch.counts
    names = ("files", "added", "changed", "unchanged", "partial", "failed")
    return {
        **{name: getattr(counts, name) for name in names},
        "outdated": batch.outdated,
        "interrupted": batch.interrupted,
        "notes": list(batch.notes),
    }


def _is_news(result: Result) -> bool:
    """False for a file that the database has and had."""
    return result.came != "unchanged" or result.same_as is not None


def _row(result: Result) -> Row:
    told = result.told
    return {
        "paper": result.file.path,
        "came": _came(result),
        "force": told.force if told else None,
        "meeting": told.meeting_date if told else None,
        **_found(told),
        "why": _why(result),
    }


def _described(result: Result) -> dict[str, object]:
    told = result.told
    return {
        "path": result.file.path,
        "document_id": result.file.document_id,
        "came": result.came,
        "same_as": result.same_as,
        "status": result.status,
        "force": told.force if told else None,
        "meeting_date": told.meeting_date if told else None,
        **_found(told),
        "problems": [
            {"code": p.code, "severity": p.severity, "page": p.page, "line": p.line, "message": p.message}
            for p in (told.problems if told else [result.why] if result.why else [])
        ],
    }


def _found(told: Told | None) -> dict[str, object]:
    return {name: getattr(told, name) if told else None for name in ("tables", "observations", "awards", "dates")}


def _why(result: Result) -> str:
    """Why a paper failed or is no new one, or the first thing that was not read in it; the path stands in the row already."""
    if result.same_as is not None:
        return f"the same content as {result.same_as}"
    if result.why is not None:
        return result.why.message.removeprefix(f"{result.file.path}: ")
    problems = result.told.problems if result.told else ()
    serious = [problem for problem in problems if problem.severity != "info"]
    if not serious:
        return ""
    worst = next((problem for problem in serious if problem.severity == "error"), serious[0])
    return f"{worst.message}" if len(serious) == 1 else f"{worst.message} (and {len(serious) - 1} more)"


def _in_words(result: Result) -> str:
    told = result.told
    if told is None:
        return _why(result) or result.came
    counts = {"table": told.tables, "observation": told.observations, "award": told.awards, "date": told.dates}
    return ", ".join((_came(result), *(f"{count} {one}{'' if count == 1 else 's'}" for one, count in counts.items())))


def _came(result: Result) -> str:
    if result.same_as is not None:
        return "copy"
    return "in part" if result.status == "partial" else result.came

"""What a person sees at the end of an ingest: what came in, and what did not and why."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ingest.batch import Batch
from ingest.results import counted, described, is_news, row, weight, why
from ingest.terminal import Row, show_json, show_rows

if TYPE_CHECKING:
    from ingest.web.gathering import Gathered, Missed

_MOST_NAMED = 3
#: So many rows a person may look through in a terminal; a file has all.
_MOST_ROWS = 60


def show_batch(batch: Batch, gathered: Gathered | None = None, *, db: str, as_json: bool) -> None:
    """The end of an ingest: the table on stdout, the sum of it on stderr. ``gathered`` is what came of addresses, if any were given."""
    missed = gathered.missed if gathered else []
    if as_json:
        fetched = {"addresses": _addresses(gathered)} if gathered else {}
        show_json({"papers": [described(result) for result in batch.results], **fetched, **_sums(batch)})
    else:
        rows = _rows(batch, missed)
        most = _MOST_ROWS if sys.stdout.isatty() else len(rows)
        nothing = "" if batch.interrupted else "Nothing new: every paper was in the database already."
        show_rows(rows[:most], as_json=False, empty=nothing)
        if len(rows) > most:
            click.echo(
                f"\nThese are {most} of {len(rows)} rows, what failed first. All of them go into a file with `> rows.tsv` after the"
                f" command; what could not be read is listed by `panelpapers problems --db {db}`.",
                err=True,
            )
    for sentence in (*_closing(batch, db), *_on_addresses(gathered)):
        click.echo(sentence, err=True)


def show_news(batch: Batch, *, db: str, as_json: bool) -> None:
    """A batch of papers that came while a folder is watched, as one line on stdout; nothing where there is nothing new."""
    news = [result for result in batch.results if is_news(result) and result.tried]
    if not news:
        return
    at = dt.datetime.now().astimezone()
    if as_json:
        papers = [described(result) for result in news]
        told = {"at": at.isoformat(timespec="seconds"), "papers": papers, **_sums(batch)}
        click.echo(json.dumps(told, ensure_ascii=False, default=str))
        return
    failed = [f"{result.file.file_name} ({why(result)})" for result in news if result.came == "failed"]
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


def _rows(batch: Batch, missed: Sequence[Missed]) -> list[Row]:
    """The rows of the table: what asks for something to be done first, as it must not be looked for among a thousand papers."""
    news = [result for result in batch.results if is_news(result)]
    return [*(_missed_row(one) for one in missed), *(row(result) for result in sorted(news, key=weight))]


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
        **counted(None),
        "why": f"{missed.what}{status}; {missed.do}",
    }


def _closing(batch: Batch, db: str) -> list[str]:
    counts = batch.counts
    copies = sum(result.same_as is not None for result in batch.results)
    parts = [
        f"{counts.added} added",
        f"{counts.changed} changed",
        f"{counts.unchanged - copies} unchanged",
        f"{copies} {'copy' if copies == 1 else 'copies'}",
        f"{counts.failed} failed",
    ]
    said = ", ".join(part for part in parts if not part.startswith("0 ")) or "none finished"
    done = f"{counts.files} of {batch.found}" if counts.files < batch.found else f"{counts.files}"
    sentences = [f"{done} {'file' if batch.found == 1 else 'files'}: {said}. The database is {db}."]
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
        "found": batch.found,
        **{name: getattr(counts, name) for name in names},
        "outdated": batch.outdated,
        "interrupted": batch.interrupted,
        "notes": list(batch.notes),
    }

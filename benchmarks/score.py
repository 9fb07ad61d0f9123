"""How much of the sample papers a database holds, and how truly: ``python benchmarks/score.py DATABASE``.

Every paper of ``corpus/`` has a ``truth.json``. For each kind of fact three shares are printed:

- *found*: facts of the truth that the database has: the same number about the same thing (for a date the same days, for a table
  the same first and last row);
- *right*: facts that are found and whose other fields agree as well;
- *clean*: rows of the database that are facts of the truth. The rest is what the program made up or read wrongly.

Facts are matched one to one, those that agree best first. Truth that is marked optional or as a repetition counts neither as
missed nor, where it was found, as extra. ``--list missed`` (or ``wrong``, ``extra``) prints the facts themselves.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
Row = dict[str, Any]

#: Words of one group mean the same here: whether a level is a total or a share is a matter of taste.
LEVELS = dict.fromkeys(("actual", "total", "share", "rate", "average"), "level")
COMMITTED = dict.fromkeys(("awarded", "planned", "estimated"), "committed")
EMPTY_WORDS = frozenset(re.findall(r"\w+", "a an and as at be by for from in is it its of on or that the to"))


@dataclass(frozen=True)
class Kind:
    """One kind of fact: its table, how alike two facts are (0 is not at all), and which of their fields disagree."""

    name: str
    table: str
    likeness: Callable[[Row, Row], float]
    disagreements: Callable[[Row, Row, str], list[str]]


@dataclass
class Tally:
    """Counts of one kind of fact in one paper or in all."""

    truth: int = 0
    rows: int = 0
    found: int = 0
    right: int = 0
    clean: int = 0

    def __add__(self, other: Tally) -> Tally:
        mine, theirs = vars(self), vars(other)
        return Tally(**{name: mine[name] + theirs[name] for name in mine})

    def shares(self) -> tuple[float | None, float | None, float | None]:
        """Found, right, clean; None where there is nothing to take a share of."""
        of_truth = [n / self.truth if self.truth else None for n in (self.found, self.right)]
        return of_truth[0], of_truth[1], self.clean / self.rows if self.rows else None


@dataclass
class Listing:
    """The facts themselves, for ``--list``."""

    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)


def words(*texts: object) -> Counter[str]:
    """The words of texts without case, plural s and empty words: "Hate Crimes" and "hate crime" are the same."""
    found = re.findall(r"[a-z0-9/&%@]+", " ".join(str(t) for t in texts if t).lower())
    return Counter(w.removesuffix("s") if len(w) > 3 else w for w in found if w not in EMPTY_WORDS)


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """The share of the shorter text's words that the longer one has too."""
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter else 0.0


def about_the_same(truth: Row, row: Row, names: Sequence[str]) -> float:
    """How much two facts speak of the same thing: by all their names, by the last, or by the words of the paper."""
    named = max(
        overlap(words(*(truth.get(n) for n in some)), words(*(row.get(n) for n in some)))
        for some in (names, names[-1:])
    )
    quoted = overlap(words(truth.get("quote")), words(row.get("quote"))) if truth.get("quote") else 0.0
    return max(named, quoted)


def place(name: str) -> Counter[str]:
    """The words of an area; "national" figures are those of England and Wales."""
    return words("england wales" if name.lower() in ("national", "nationally") else name)


def same_number(one: float | None, other: float | None) -> bool:
    """True for equal numbers, apart from what a computer adds to fractions."""
    return one is not None and other is not None and abs(one - other) <= 1e-9 * max(1.0, abs(one))


def agrees(truth: Row, row: Row, name: str, groups: dict[str, str] | None = None) -> bool:
    """True if a field has the value of the truth, one of its group, or one that the truth accepts."""
    groups = groups or {}
    told, read = truth.get(name), row.get(name)
    allowed = [told, *(truth.get("accept") or {}).get(name, [])]
    return groups.get(read or "", read) in [groups.get(value or "", value) for value in allowed]


def observation_likeness(truth: Row, row: Row) -> float:
    if not same_number(truth["value"], row["value"]):
        return 0.0
    likeness = about_the_same(truth, row, ("context", "area", "label"))
    return likeness if likeness >= 0.5 else 0.0


def observation_disagreements(truth: Row, row: Row, home: str) -> list[str]:
    wrong = [name for name, groups in (("statistic", LEVELS), ("unit", {})) if not agrees(truth, row, name, groups)]
    wrong += [name for name in ("period_start", "period_end") if not agrees(truth, row, name)]
    if overlap(place(truth["area"]), place(row.get("area") or home)) < 0.5:
        wrong.append("area")
    return wrong


def award_likeness(truth: Row, row: Row) -> float:
    if not same_number(truth["amount"], row["amount"]):
        return 0.0
    likeness = about_the_same(truth, row, ("recipient", "area", "purpose"))
    return likeness if likeness >= 0.4 else 0.0


def award_disagreements(truth: Row, row: Row, home: str) -> list[str]:
    wrong = [] if agrees(truth, row, "status", COMMITTED) else ["status"]
    for name in ("recipient", "fund", "decision_ref", "year"):
        told = truth.get(name)
        read = (row.get("recipient"), row.get("area")) if name == "recipient" else (row.get(name),)
        if told and overlap(words(told), words(*read)) < 0.6:
            wrong.append(name)
    return wrong


def date_likeness(truth: Row, row: Row) -> float:
    start, end = row.get("start"), row.get("end") or row.get("start")
    if not (agrees(truth, {"start": start}, "start") and agrees(truth, {"end": end}, "end")):
        return 0.0
    return 0.5 + about_the_same(truth, row, ("label",)) / 2


def date_disagreements(truth: Row, row: Row, home: str) -> list[str]:
    return [] if agrees(truth, row, "type") else ["type"]


KINDS = (
    Kind("observations", "observations", observation_likeness, observation_disagreements),
    Kind("awards", "funding_awards", award_likeness, award_disagreements),
    Kind("dates", "dates", date_likeness, date_disagreements),
)


def pairs_of(kind: Kind, truth: Sequence[Row], rows: Sequence[Row], home: str) -> dict[int, int]:
    """Which fact of the truth is which row: one to one, first those that disagree least, stand in the same part and are most alike."""
    candidates = []
    for t, told in enumerate(truth):
        for r, row in enumerate(rows):
            if likeness := kind.likeness(told, row):
                elsewhere = told.get("source") not in (None, row.get("source"))
                wrong = len(kind.disagreements(told, row, home))
                candidates.append((wrong, aside(told), elsewhere, -likeness, t, r))
    taken: dict[int, int] = {}
    for *_, t, r in sorted(candidates):
        if t not in taken and r not in taken.values():
            taken[t] = r
    return taken


def aside(truth: Row) -> bool:
    """True for truth that counts neither as missed nor as extra."""
    return bool(truth.get("optional") or truth.get("repeat"))


def score_facts(kind: Kind, truth: Sequence[Row], rows: Sequence[Row], home: str) -> tuple[Tally, Listing]:
    """Compare the facts of one kind in one paper."""
    pairs = pairs_of(kind, truth, rows, home)
    tally, listing = Tally(rows=len(rows), clean=len(pairs)), Listing()
    for t, told in enumerate(truth):
        if aside(told):
            continue
        tally.truth += 1
        if t not in pairs:
            listing.missed.append(json.dumps(told, ensure_ascii=False))
            continue
        tally.found += 1
        if wrong := kind.disagreements(told, rows[pairs[t]], home):
            read = {name: rows[pairs[t]].get(name) for name in wrong}
            listing.wrong.append(f"{json.dumps(read, ensure_ascii=False)} for {json.dumps(told, ensure_ascii=False)}")
        else:
            tally.right += 1
    for r, row in enumerate(rows):
        if r not in pairs.values():
            said = {name: value for name, value in row.items() if value not in (None, "") and not name.endswith("_id")}
            listing.extra.append(json.dumps(said, ensure_ascii=False, default=str))
    return tally, listing


def score_tables(truth: Sequence[Row], tables: Sequence[Row]) -> tuple[Tally, Listing]:
    """Compare tables: found where the first and the last row are there, right where rows and columns are as many."""
    tally, listing = Tally(rows=len(tables)), Listing()
    free = list(tables)
    for told in truth:
        ends = [words(*told["first_body_row"]), words(*told["last_body_row"])]
        hits = [t for t in free if all(max((overlap_both(e, r) for r in t["lines"]), default=0) >= 0.9 for e in ends)]
        best = max(
            hits, key=lambda t: (t["body_rows"] == told["body_rows"], t["columns"] == told["columns"]), default=None
        )
        if best:
            free.remove(best)
            tally.clean += 1
        if told.get("optional"):
            continue
        tally.truth += 1
        tally.found += best is not None
        if best is None:
            listing.missed.append(json.dumps(told, ensure_ascii=False))
        elif (best["body_rows"], best["columns"]) == (told["body_rows"], told["columns"]):
            tally.right += 1
        else:
            listing.wrong.append(
                f"{best['body_rows']} x {best['columns']} for {told['body_rows']} x {told['columns']}: {told.get('caption')}"
            )
    listing.extra += [f"{t['caption']}: {t['body_rows']} x {t['columns']}" for t in free]
    return tally, listing


def overlap_both(one: Counter[str], other: Counter[str]) -> float:
    """The share of the longer text's words that both have."""
    longer = max(one.total(), other.total())
    return (one & other).total() / longer if longer else 0.0


def score_document(truth: Row, document: Row) -> tuple[Tally, Listing]:
    """Compare who, what and when: each field of the document is one fact."""
    tally, listing = Tally(), Listing()
    for name, told in truth.items():
        read = document.get(name)
        worded = name in ("title", "body", "doc_type")
        same = overlap(words(told), words(read)) >= 0.7 if worded and told else told == read
        tally += Tally(
            1, int(read is not None), int(read is not None or told is None), int(same), int(same and read is not None)
        )
        if not same:
            (listing.wrong if read is not None else listing.missed).append(f"{name}: {read!r} for {told!r}")
    return tally, listing


def select(db: sqlite3.Connection, query: str, *values: object) -> list[Row]:
    """The rows of a query as dictionaries."""
    cursor = db.execute(query, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def tables_of(db: sqlite3.Connection, document_id: str) -> list[Row]:
    """The tables of a document, each with the words of its lines."""
    tables = select(db, "select id, caption, body_rows, columns from source_tables where document_id = ?", document_id)
    for table in tables:
        lines: dict[int, list[str]] = {}
        for cell in select(
            db, "select row, text from source_cells where source_table_id = ? order by row, col", table["id"]
        ):
            lines.setdefault(cell["row"], []).append(cell["text"])
        table["lines"] = [words(*line) for line in lines.values()]
    return tables


def score_paper(db: sqlite3.Connection, folder: Path) -> dict[str, tuple[Tally, Listing]]:
    """Everything about one paper; a paper that the database lacks has found nothing."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    papers = select(db, "select * from documents")
    here = [p for p in papers if Path(p["path"]).parent.name == folder.name or Path(p["path"]).stem == folder.name]
    document: Row = here[-1] if here else {"id": None}
    home = truth["document"]["force"].replace("-", " ")
    scores = {"documents": score_document(truth["document"], document)}
    scores["tables"] = score_tables(truth["tables"], tables_of(db, document["id"]))
    for kind in KINDS:
        rows = select(db, f"select * from {kind.table} where document_id = ?", document["id"])
        scores[kind.name] = score_facts(kind, truth[kind.name], rows, home)
    return scores


def printed(scores: Iterable[tuple[str, Tally]]) -> str:
    """A table of shares, one line for each name."""
    lines = [f"{'':44} {'truth':>6} {'rows':>6}  {'found':>6} {'right':>6} {'clean':>6}"]
    for name, tally in scores:
        if not (tally.truth or tally.rows):
            continue
        shares = "".join("      -" if share is None else f" {share:6.3f}" for share in tally.shares())
        lines.append(f"{name:44} {tally.truth:6} {tally.rows:6} {shares}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of a database; 2 where it cannot be read or has none of the papers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder of papers (default: this project's)")
    parser.add_argument("--paper", help="only papers whose folder has this in its name")
    parser.add_argument("--list", choices=("missed", "wrong", "extra"), help="print these facts")
    parser.add_argument("--kind", help="list and print only this kind: documents, tables, observations, awards, dates")
    parser.add_argument("--each", action="store_true", help="one line for each paper and kind too")
    parser.add_argument("--json", action="store_true", help="the overall shares as JSON")
    options = parser.parse_args(arguments)
    if not options.database.is_file():
        print(
            f"{options.database} is not there: make it with `panelpapers ingest corpus --db {options.database}`",
            file=sys.stderr,
        )
        return 2
    overall: dict[str, Tally] = {}
    each: list[tuple[str, Tally]] = []
    with closing(sqlite3.connect(f"{options.database.resolve().as_uri()}?mode=ro", uri=True)) as db:
        for folder in sorted(path.parent for path in options.corpus.glob("*/truth.json")):
            if options.paper and options.paper not in folder.name:
                continue
            for kind, (tally, listing) in score_paper(db, folder).items():
                if options.kind in (None, kind):
                    overall[kind] = overall.get(kind, Tally()) + tally
                    each.append((f"{folder.name} {kind}", tally))
                    for line in getattr(listing, options.list) if options.list else ():
                        print(f"{folder.name} {kind} {options.list}: {line}")
    if options.json:
        names = ("found", "right", "clean")
        print(json.dumps({kind: dict(zip(names, tally.shares(), strict=True)) for kind, tally in overall.items()}))
    elif not options.list:
        print(printed([*(each if options.each else ()), *overall.items()]))
    return 0 if overall else 2


if __name__ == "__main__":
    sys.exit(main())

"""What the site says of its accuracy, measured on the sample papers: ``python -m benchmarks.published_accuracy DATABASE``.

The database is one that the sample papers were read into. The counts go to ``serve/accuracy.json``, which ``serve/about.py`` shows, and
``tests/test_accuracy.py`` holds to a run of its own. ``make score`` does all of it.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks import score
from corpus.content import FIRST, LATER
from corpus.paper import Paper

FILE = Path(__file__).resolve().parents[1] / "serve" / "accuracy.json"
#: From which confidence figures are called sure and fairly sure (serve/wording.py), and the rest.
BANDS = (0.9, 0.7, 0.0)


def measured(database: Path) -> dict[str, Any]:
    """Counts of what is found, right and clean, of the papers that rules were mended with and of those that came later.

    Beside them, of the figures that were read with some confidence, how many there are, stand in the truth, and are right in every field.
    """
    with closing(sqlite3.connect(database)) as db:
        return {
            "sets": [
                {"name": name, "papers": len(papers), "kinds": _kinds(db, papers)}
                for name, papers in (("first", FIRST), ("later", LATER))
            ],
            "confidence": _bands(db, [*FIRST, *LATER]),
        }


def _kinds(db: sqlite3.Connection, papers: Iterable[Paper]) -> dict[str, dict[str, int]]:
    tallies: dict[str, score.Tally] = {}
    for paper in papers:
        for kind, (tally, _) in score.score_paper(db, score.CORPUS / paper.slug).items():
            tallies[kind] = tallies.get(kind, score.Tally()) + tally
    return {kind: dict(vars(tally)) for kind, tally in tallies.items()}


def _bands(db: sqlite3.Connection, papers: Iterable[Paper]) -> list[dict[str, float]]:
    kind = next(one for one in score.KINDS if one.name == "observations")
    counts = {least: {"from": least, "rows": 0, "printed": 0, "right": 0} for least in BANDS}
    for paper in papers:
        truth = json.loads((score.CORPUS / paper.slug / "truth.json").read_text(encoding="utf-8"))
        home = truth["document"]["force"].replace("-", " ")
        rows = score.select(
            db,
            "select o.* from observations o join documents d on d.id = o.document_id where d.path like ?",
            f"%/{paper.slug}/%",
        )
        pairs = {row: told for told, row in score.pairs_of(kind, truth["observations"], rows, home).items()}
        for number, row in enumerate(rows):
            band = counts[next(least for least in BANDS if (row["confidence"] or 0.0) >= least)]
            band["rows"] += 1
            if number in pairs:
                band["printed"] += 1
                band["right"] += not kind.disagreements(truth["observations"][pairs[number]], row, home)
    return list(counts.values())


def main(database: Path) -> None:
    """Write the file anew; its day changes only with its counts."""
    found = measured(database)
    before = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    if {**before, "measured": None} != {**found, "measured": None}:
        text = json.dumps({"measured": dt.date.today().isoformat(), **found}, indent=1)
        FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The whole way from bytes to a Reading, and that it is one pure function."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from ingest.papers import read_paper
from papers import REAL_PAPERS, needs_real_papers
from schema.reading import Known, Reading

CORPUS = Path(__file__).parents[1] / "corpus"
PAPER = """
# POLICE AND CRIME PANEL

Meeting to be held on 12 October 2020

## Performance Report of Lancashire Constabulary

The below graph shows incidents by month.

The Commissioner has awarded Victim's Voice a grant of £182,480 to deliver a support service.

Measure	Previous Jul '18 - Jun '19	Change	Current Jul '19 - Jun '20
Robbery	1,141	Decrease (-16%, -184)	957
"""


def reading(text: str, known: Known | None = None) -> Reading:
    return read_paper(text.encode(), "paper.md", known or Known())


def test_a_paper_gives_everything_that_it_says() -> None:
    found = reading(PAPER)
    assert (found.status, found.identity.force, found.identity.meeting_date) == (
        "ok",
        "lancashire",
        dt.date(2020, 10, 12),
    )
    assert [(o.label, o.value) for o in found.observations] == [
        ("Robbery", 1141),
        ("Robbery", -16),
        ("Robbery", -184),
        ("Robbery", 957),
    ]
    assert [(a.recipient, a.amount) for a in found.awards] == [("Victim's Voice", 182480)]
    assert ("meeting", dt.date(2020, 10, 12)) in [(d.type, d.start) for d in found.dates]
    assert [(t.key, t.kind, t.body_rows, t.columns) for t in found.tables] == [("l12", "measure", 1, 4)]
    assert {c.code: c.result for c in found.checks} == {"C1": "ok", "C2": "ok", "C3": "ok", "C10": "ok"}
    assert "figure_without_data" in [p.code for p in found.problems]


def test_what_is_known_beforehand_wins() -> None:
    known = Known(force="kent", meeting_date=dt.date(2016, 1, 5), title="Another title")
    found = reading(PAPER, known)
    assert (found.identity.force, found.identity.meeting_date, found.identity.title) == (
        "kent",
        dt.date(2016, 1, 5),
        "Another title",
    )
    assert {o.force for o in reading(PAPER.replace("Lancashire", "the"), known).observations} == {"kent"}
    # What stands under the name of another force is not Kent's, whoever says that the paper is.
    assert {o.force for o in found.observations} == {None}


def test_a_force_that_cannot_be_told_stays_empty_with_a_problem() -> None:
    found = reading("Performance report\n\nMeasure\t2018/19\t2019/20\nRobbery\t1,141\t957\n")
    assert found.identity.force is None
    assert "force_unknown" in [p.code for p in found.problems]
    assert {(o.force, o.area) for o in found.observations} == {(None, None)}


def test_every_quote_of_a_sentence_stands_at_its_place() -> None:
    lines = reading(PAPER).pages[0].text.split("\n")
    for award in reading(PAPER).awards:
        place = award.place
        assert place.line is not None
        assert lines[place.line - 1][place.start : place.end] == "£182,480"


def test_the_same_bytes_give_the_same_reading_in_any_process() -> None:
    paper = next(CORPUS.glob("lancashire-2020-09-performance/*.pdf"))
    code = (
        "import hashlib, pathlib, sys; from ingest.papers import read_paper; from schema.reading import Known;"
        "p = pathlib.Path(sys.argv[1]);"
        "print(hashlib.sha256(repr(read_paper(p.read_bytes(), p.name, Known())).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(paper)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


@needs_real_papers
def test_figures_of_real_papers_stand_in_their_text() -> None:
    for path in sorted((REAL_PAPERS / "seeds").glob("00[02]*.txt")):
        found = read_paper(path.read_bytes(), path.name, Known())
        text = " ".join(found.pages[0].text.split())
        assert len(found.observations) > 80
        assert not [o for o in found.observations if " ".join(o.value_text.split()) not in text]

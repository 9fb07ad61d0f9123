"""What a person corrects: lines of a file that change facts where they fit, are seen there, and are told where they do not."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from extract.corrections import correct
from ingest.cli import main
from schema.corrections import COLUMNS, concerning, fingerprint, read_corrections, shipped
from schema.errors import WrongUsage
from schema.reading import Award, Correction, DateMention, Observation, Period, Place
from schema.rows import FileFacts, rows_of
from tests.readings import NOON, small_reading

BURGLARY = Observation(
    place=Place(page=2, line=4, table="p2t1", row=1, col=1),
    paper=1,
    source="table",
    label="Burglary",
    quote="Burglary 4,900",
    value=4900.0,
    value_text="4,900",
    unit="count",
    statistic="actual",
    measure="burglary",
    measure_score=1.0,
    measure_source="name",
    force="kent",
    period=Period(dt.date(2014, 4, 1), dt.date(2015, 3, 31), "2014/15", "financial_year"),
    confidence=0.9,
)
ROBBERY = replace(BURGLARY, place=BURGLARY.place._replace(row=2), label="Robbery", quote="Robbery 1OO", value=None)
AWARD = Award(
    place=Place(page=3, line=9, start=4),
    paper=1,
    source="prose",
    quote="£5,000 to the boxing club",
    amount=5000.0,
    status="bid",
)
DAY = DateMention(
    place=Place(page=1, line=1, start=0),
    paper=1,
    quote="on 31 Marhc 2015",
    type="event",
    start=None,
    end=None,
    precision="day",
    label="the audit",
)


def line(**said: str) -> Correction:
    row = {
        "document": "a.txt",
        "kind": "observation",
        "reason": "misprint",
        "date": "2026-11-01",
        "by": "A Reader",
        **said,
    }
    return read_corrections(file_of(row), "corrections.csv")[0]


def file_of(*rows: dict[str, str]) -> str:
    lines = [",".join(COLUMNS)]
    lines += [",".join(json.dumps(row.get(column, ""), ensure_ascii=False) for column in COLUMNS) for row in rows]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("field", "meaning", "printed", "changed"),
    [
        ("measure", "burglary-residential", "", {"measure": "burglary-residential", "measure_source": "decision"}),
        ("measure", "none", "", {"measure": None, "measure_source": "decision"}),
        ("force", "essex", "", {"force": "essex"}),
        ("force", "none", "", {"force": None}),
        ("area", "Maidstone", "", {"area": "Maidstone"}),
        ("unit", "rate", "", {"unit": "rate"}),
        ("statistic", "target", "", {"statistic": "target"}),
        ("value", "4,800", "4,900", {"value": 4800.0}),
        ("value_to", "5100", "4,900", {"value_to": 5100.0}),
        ("confidence", "0.5", "", {"confidence": 0.5}),
        (
            "period",
            "2013-04-01/2014-03-31",
            "",
            {"period": Period(dt.date(2013, 4, 1), dt.date(2014, 3, 31), "2014/15", "financial_year")},
        ),
        ("period", "../2014-03-31", "", {"period": Period(None, dt.date(2014, 3, 31), "2014/15", "financial_year")}),
        ("period", "none", "", {"period": None}),
    ],
)
def test_a_field_of_a_figure_becomes_what_a_person_says(
    field: str, meaning: str, printed: str, changed: dict[str, object]
) -> None:
    one = line(place="p2t1-r1-c1-0", field=field, meaning=meaning, printed=printed)
    ((first, second), _, _, unused) = correct([one], [BURGLARY, ROBBERY], [], [])
    assert first == replace(BURGLARY, corrected=first.corrected, **{**changed, **_scored(field)})  # type: ignore[arg-type]
    assert first.corrected and "misprint; 2026-11-01, A Reader" in first.corrected
    assert second == ROBBERY
    assert unused == ()


def _scored(field: str) -> dict[str, object]:
    return {"measure_score": 1.0} if field == "measure" else {}


@pytest.mark.parametrize(
    ("field", "meaning", "printed", "before"),
    [
        ("value", "4800", "4,900", "value was 4900 ("),
        ("measure", "robbery", "", "measure was burglary ("),
        ("area", "Maidstone", "", "area was empty ("),
        ("period", "2013-04-01/2014-03-31", "", "period was 2014-04-01/2015-03-31 ("),
    ],
)
def test_what_was_read_stays_in_the_row(field: str, meaning: str, printed: str, before: str) -> None:
    one = line(place="p2t1-r1-c1-0", field=field, meaning=meaning, printed=printed)
    changed = correct([one], [BURGLARY], [], []).observations[0]
    assert changed.corrected is not None and changed.corrected.startswith(before)
    assert (changed.label, changed.quote, changed.value_text) == (BURGLARY.label, BURGLARY.quote, BURGLARY.value_text)


def test_a_figure_is_named_by_itself_and_by_its_place_where_the_paper_prints_it_twice() -> None:
    fell = replace(
        BURGLARY, quote="Burglary fell from 4,900 to 4,800", value=49001234.5, place=BURGLARY.place._replace(part=1)
    )
    to = replace(fell, value_text="4,800", place=BURGLARY.place._replace(part=2))
    found = correct([line(printed="4,800", field="value", meaning="4750")], [fell, to], [], [])
    assert [one.value for one in found.observations] == [49001234.5, 4750.0]
    sentence = correct([line(printed="fell from 4,900", field="value", meaning="4750")], [fell, to], [], [])
    assert sentence.observations == (fell, to) and len(sentence.unused) == 1
    twice = correct([line(printed="4,900", field="value", meaning="4750")], [BURGLARY, fell], [], [])
    assert twice.observations == (BURGLARY, fell)
    assert "fits 2 figures; name the place of the one" in twice.unused[0].message
    placed = correct(
        [line(printed="4,900", place="p2t1-r1-c1-1", field="value", meaning="4750")], [BURGLARY, fell], [], []
    )
    assert [one.value for one in placed.observations] == [4900.0, 4750.0]
    assert placed.observations[1].corrected == "value was 49001234.5 (misprint; 2026-11-01, A Reader)"


def test_awards_and_dates_are_corrected_too_and_one_fact_more_than_once() -> None:
    found = correct(
        [
            line(kind="award", printed="boxing club", field="recipient", meaning="Boxing Club"),
            line(kind="award", printed="£5,000", field="amount", meaning="5500"),
            line(kind="date", printed="31 Marhc 2015", field="start", meaning="2015-03-31"),
            line(kind="date", place="p1l1-0-0", field="date_edtf", meaning="2015-03-31"),
        ],
        [BURGLARY],
        [AWARD],
        [DAY],
    )
    assert found.observations == (BURGLARY,) and found.unused == ()
    assert (found.awards[0].recipient, found.awards[0].amount) == ("Boxing Club", 5500.0)
    assert (found.dates[0].start, found.dates[0].edtf) == (dt.date(2015, 3, 31), "2015-03-31")
    assert found.awards[0].corrected == (
        "recipient was empty (misprint; 2026-11-01, A Reader); amount was 5000 (misprint; 2026-11-01, A Reader)"
    )


@pytest.mark.parametrize(
    ("place", "printed", "fits"),
    [
        ("p2t1-r1-c1-0", "", True),
        ("0123456789abcdef-p2t1-r1-c1-0", "", True),
        ("p2t1-r1-c1-0", "burglary  4,900", True),
        ("p2t1-r1-c1-0", "Robbery", False),
        ("p2t1-r1-c1-1", "", False),
        ("r1-c1-0", "", False),
        ("", "burglary 4,900", True),
        ("", "Burglary 4,901", False),
    ],
)
def test_a_place_and_a_printed_text_must_both_fit_and_what_fits_nothing_is_a_problem(
    place: str, printed: str, fits: bool
) -> None:
    found = correct([line(place=place, printed=printed, field="area", meaning="Maidstone")], [BURGLARY], [], [])
    assert (found.observations[0].area == "Maidstone") is fits
    assert [problem.code for problem in found.unused] == ([] if fits else ["correction_unused"])
    if not fits:
        assert "'Maidstone'" in found.unused[0].message and "2026-11-01" in found.unused[0].message


def test_places_are_the_ids_of_the_rows_also_where_two_figures_are_at_one_place() -> None:
    reading = replace(
        small_reading(), checks=(), observations=(BURGLARY, BURGLARY, BURGLARY, ROBBERY), awards=(), dates=()
    )
    reading = replace(reading, observations=tuple(replace(one, paper=2) for one in reading.observations))
    sha256 = hashlib.sha256(b"x").hexdigest()
    file = FileFacts(path="x.pdf", file_name="x.pdf", sha256=sha256, bytes=1)
    ids = [str(row["id"]) for row in rows_of(reading, file, version="1", ingested_at=NOON)["observations"]]
    assert len({*ids}) == 4
    for number, id in enumerate(ids):
        found = correct([line(place=id, field="area", meaning="here")], reading.observations, [], [])
        assert [one.area == "here" for one in found.observations] == [number == n for n in range(4)]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"kind": "table", "field": "area", "meaning": "x", "place": "p"}, "no kind of fact"),
        ({"field": "quote", "meaning": "x", "place": "p"}, "cannot be corrected"),
        ({"field": "value_text", "meaning": "x", "place": "p"}, "cannot be corrected"),
        ({"field": "label", "meaning": "x", "place": "p"}, "cannot be corrected"),
        ({"field": "measure", "meaning": "burglarly", "place": "p"}, "no measure"),
        ({"field": "force", "meaning": "narnia", "place": "p"}, "no force"),
        ({"field": "value", "meaning": "12", "place": "p"}, "with the text that the paper prints"),
        ({"field": "value", "meaning": "many", "printed": "12"}, "no number"),
        ({"field": "value", "meaning": "nan", "printed": "12"}, "no number"),
        ({"field": "value", "meaning": "inf", "printed": "12"}, "no number"),
        ({"kind": "award", "field": "amount", "meaning": "12", "place": "p"}, "with the text that the paper prints"),
        ({"kind": "award", "field": "amount", "meaning": "none", "printed": "12"}, "cannot be none"),
        ({"field": "value", "meaning": "none", "printed": "12"}, "cannot be none"),
        ({"kind": "date", "field": "start", "meaning": "31/3/2015", "place": "p"}, "no day"),
        ({"field": "period", "meaning": "2015-03-31/2014-04-01", "place": "p"}, "no period"),
        ({"field": "confidence", "meaning": "9", "place": "p"}, "from 0 to 1"),
        ({"field": "statistic", "meaning": "none", "place": "p"}, "cannot be none"),
        ({"field": "area", "meaning": "x"}, "neither a place nor a printed text"),
        ({"field": "area", "meaning": "", "place": "p"}, "says no meaning"),
        ({"field": "area", "meaning": "x", "place": "p", "reason": ""}, "says no reason"),
        ({"field": "area", "meaning": "x", "place": "p", "by": ""}, "says no by"),
        ({"field": "area", "meaning": "x", "place": "p", "date": "yesterday"}, "no day"),
    ],
)
def test_a_line_that_cannot_be_meant(said: dict[str, str], problem: str) -> None:
    with pytest.raises(WrongUsage, match=problem) as error:
        line(**said)
    assert error.value.message.startswith("corrections.csv, line 2: ")


def test_a_file_without_its_columns_cannot_be_meant_and_empty_lines_say_nothing() -> None:
    with pytest.raises(WrongUsage, match="no column document"):
        read_corrections("path,what\nx,y\n", "c.csv")
    assert read_corrections(file_of() + ",,,,,,,,\n", "c.csv") == ()
    with pytest.raises(WrongUsage, match="this cannot be read as CSV"):
        read_corrections(file_of() + '"' + "x" * 200_000, "c.csv")


_CELL = st.one_of(
    st.sampled_from(["observation", "award", "value", "area", "period", "none", "2015-10-12", "p1", "12", '"', ","]),
    st.text(max_size=12),
)


@given(st.lists(st.lists(_CELL, min_size=len(COLUMNS), max_size=len(COLUMNS)), max_size=4), st.text(max_size=60))
def test_any_file_is_read_or_said_to_be_wrong(rows: list[list[str]], tail: str) -> None:
    text = ",".join(COLUMNS) + "\n" + "\n".join(",".join(row) for row in rows) + tail
    for given_text in (text, tail):
        try:
            found = read_corrections(given_text, "c.csv")
        except WrongUsage as error:
            assert error.message.startswith("c.csv")
        else:
            correct(found, [BURGLARY], [AWARD], [DAY])


def test_the_corrections_of_a_paper_are_found_by_its_content_and_its_name_and_told_apart() -> None:
    corrections = [line(document=name, place="p", field="area", meaning="x") for name in ("a.txt", "abcdef0123", "abc")]
    assert concerning(corrections, "abcdef0123456789", ["b.txt"]) == (corrections[1],)
    assert concerning(corrections, "ffff", ["a.txt"]) == (corrections[0],)
    assert fingerprint([]) is None
    assert len({fingerprint([one]) for one in corrections}) == 3 and fingerprint(corrections) == fingerprint(
        corrections
    )


def test_the_shipped_corrections_can_be_meant() -> None:
    assert all(correction.document and correction.reason for correction in shipped())


_WORDS = st.sampled_from(["", "burglary", "Robbery", "4,900", "£5,000", "nothing of these"])


@given(st.lists(st.tuples(st.sampled_from(["observation", "award", "date"]), _WORDS.filter(bool)), max_size=6))
def test_no_correction_touches_what_is_printed_or_another_fact(said: list[tuple[str, str]]) -> None:
    corrections = [line(kind=kind, printed=text, field="confidence", meaning="0.25") for kind, text in said]
    found = correct(corrections, [BURGLARY, ROBBERY], [AWARD], [DAY])
    before = (BURGLARY, ROBBERY, AWARD, DAY)
    for old, new in zip(before, (*found.observations, *found.awards, *found.dates), strict=True):
        assert (new.quote, new.place) == (old.quote, old.place)
        assert (new == old) is (new.corrected is None)
    used = sum(new.corrected is not None for new in (*found.observations, *found.awards, *found.dates))
    assert len(found.unused) <= len(corrections) and (used > 0 or len(found.unused) == len(corrections))


PAPER = """\
# Lancashire Police and Crime Panel

Meeting to be held on 12 October 2015

## Recorded crime

Offence\t2013/14\t2014/15
Robbery\t100\t110
Burglary\t4,900\t4,800
"""


class _Folder:
    """A folder with one paper and a database beside the corrections."""

    def __init__(self, folder: Path):
        self.paper, self.db, self.corrections = folder / "a.txt", folder / "panel.db", folder / "corrections.csv"
        self.paper.write_text(PAPER)

    def ingest(self, *more: object) -> Result:
        arguments = ["ingest", self.paper, "--db", self.db, "--jobs", "1", *more]
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    def correct(self, **said: str) -> None:
        row = {
            "document": "a.txt",
            "kind": "observation",
            "reason": "misread",
            "date": "2026-11-01",
            "by": "A Reader",
            **said,
        }
        self.corrections.write_text(file_of(row))

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        db = Database(self.db)
        try:
            return list(db.execute(sql))
        finally:
            db.close()


@pytest.fixture
def folder(tmp_path: Path) -> _Folder:
    return _Folder(tmp_path)


SEEN = "select value_text, value, corrected from observations where label = 'Burglary' and value_text = '4,900'"


def test_a_paper_is_read_again_when_its_corrections_change_and_not_otherwise(folder: _Folder) -> None:
    assert folder.ingest().exit_code == 0
    assert folder.rows(SEEN) == [("4,900", 4900.0, None)]
    folder.correct(printed="4,900", field="value", meaning="4905")
    assert "1 changed" in folder.ingest().stderr
    assert folder.rows(SEEN) == [("4,900", 4905.0, "value was 4900 (misread; 2026-11-01, A Reader)")]
    assert "1 unchanged" in folder.ingest().stderr
    folder.correct(printed="4,900", field="value", meaning="4906")
    assert "1 changed" in folder.ingest().stderr
    assert folder.rows(SEEN)[0][1] == 4906.0
    folder.corrections.unlink()
    assert "1 changed" in folder.ingest().stderr
    assert folder.rows(SEEN) == [("4,900", 4900.0, None)]


def test_a_correction_that_fits_nothing_is_a_problem_and_is_told(folder: _Folder) -> None:
    folder.correct(printed="5,000 of these", field="area", meaning="Preston")
    result = folder.ingest()
    assert result.exit_code == 0
    assert "1 correction fits nothing that was read; `panelpapers problems` says which." in result.stderr
    assert folder.rows("select code, severity from problems where code like 'correction%'") == [
        ("correction_unused", "warning")
    ]
    folder.correct(printed="4,900", field="area", meaning="Preston")
    assert "fits nothing" not in folder.ingest().stderr
    assert folder.rows("select code from problems where code like 'correction%'") == []


def test_corrections_of_a_paper_that_is_not_there_are_told(folder: _Folder) -> None:
    folder.correct(document="b.pdf", printed="4,900", field="area", meaning="Preston")
    assert "Corrections are there for papers that the database does not have: b.pdf." in folder.ingest().stderr


def test_a_file_of_corrections_that_cannot_be_meant_stops_the_run_before_anything_is_read(folder: _Folder) -> None:
    elsewhere = folder.db.parent / "other.csv"
    elsewhere.write_text(file_of({"document": "a.txt", "kind": "observation", "field": "quote"}))
    result = folder.ingest("--corrections", elsewhere)
    assert result.exit_code == 2
    assert "other.csv, line 2: 'quote' of an observation cannot be corrected" in result.stderr
    assert not folder.db.exists()
    assert folder.ingest("--corrections", folder.db.parent / "none.csv").exit_code == 2

"""The small parts of a page: marked passages, tables laid out, values in words, cells that lead somewhere."""

from __future__ import annotations

from typing import Any

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from serve import wording
from serve.cells import linked, marked, rendered
from serve.grids import LONGEST, Grid, GridCell, grid
from serve.marking import about_line, find, passage, span_in_line, spans_of_words
from serve.source import cited, counted_of

TEXT = "one two\nthree two\nfour two"


@pytest.mark.parametrize(
    ("quote", "line", "start", "found"),
    [
        ("two", None, None, "4-7"),
        ("two", 2, None, "14-17"),
        ("two", 2, 6, "14-17"),
        ("two", 3, 5, "23-26"),
        ("two three", None, None, "4-13"),
        ("two   four", 1, 0, "14-22"),
        ("five", 1, 0, None),
        ("", 1, 0, None),
    ],
)
def test_a_quote_is_found_nearest_to_its_place(
    quote: str, line: int | None, start: int | None, found: str | None
) -> None:
    span = find(TEXT, quote, line, start)
    assert (span and f"{span[0]}-{span[1]}") == found


def test_a_passage_marks_over_lines_and_counts_what_it_leaves_out() -> None:
    text = "\n".join(f"line {n}" for n in range(1, 41))
    span = find(text, "20 line", 20)
    assert span
    shown = passage(text, [span], around=2)
    assert [line.number for line in shown.lines] == [18, 19, 20, 21, 22, 23]
    assert [(p.text, p.marked) for p in shown.lines[2].pieces] == [("line ", False), ("20", True)]
    assert [(p.text, p.marked) for p in shown.lines[3].pieces] == [("line", True), (" 21", False)]
    assert (shown.before, shown.after, shown.found) == (17, 17, True)


@given(st.text(alphabet="ab \n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_a_passage_shows_every_character_once(text: str, spans: list[tuple[int, int]]) -> None:
    kept = [(start, min(end, len(text))) for start, end in spans if start < min(end, len(text))]
    shown = passage(text, kept, around=None)
    assert "\n".join("".join(p.text for p in line.pieces) for line in shown.lines) == text
    assert not any(p.exact for line in shown.lines for p in line.pieces)
    covered = {n for start, end in kept for n in range(start, end) if text[n] != "\n"}
    assert sum(len(p.text) for line in shown.lines for p in line.pieces if p.marked) == len(covered)


def test_the_very_figure_is_marked_within_its_words() -> None:
    text = "first\nit fell by 16% to 7"
    shown = passage(text, [(9, 20)], exact=span_in_line(text, 2, 11, 14))
    assert [(p.text, p.marked, p.exact) for p in shown.lines[1].pieces] == [
        ("it ", False, False),
        ("fell by ", True, False),
        ("16%", True, True),
        (" to 7", False, False),
    ]
    assert span_in_line(text, 2, 11, 99) is None and span_in_line(text, 9, 0, 1) is None


def test_a_line_of_megabytes_is_cut() -> None:
    shown = passage("x" * 5_000_000, [], around=None)
    assert len(shown.lines[0].pieces[0].text) < 5_000
    assert len(about_line("x" * 5_000_000, 1).lines[0].pieces[0].text) < 5_000


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('burglary "and"', ["Burglaries", "and", "burglary"]),
        ("RECORDED", ["recording"]),
        ("crime", ["crimes"]),
        ("a - *", []),
        ("", []),
    ],
)
def test_words_of_a_search_are_marked_in_other_forms_too(words: str, found: list[str]) -> None:
    text = "Burglaries and burglary, not aburglary, recording crimes, a criminal"
    assert [text[start:end] for start, end in spans_of_words(text, words)] == found


def cell(row: int, col: int, text: str = "", row_span: int = 1, col_span: int = 1) -> dict[str, Any]:
    return {"row": row, "col": col, "text": text, "row_span": row_span, "col_span": col_span, "is_header": 0}


def widths(laid_out: Grid) -> set[int]:
    """How many columns each row fills, spans from above counted."""
    rows = [*laid_out.head, *laid_out.body]
    filled = [0] * len(rows)
    for index, row in enumerate(rows):
        for one in row.cells:
            for below in range(index, min(len(rows), index + one.row_span)):
                filled[below] += one.col_span
    return set(filled)


def test_a_table_is_filled_where_cells_are_missing() -> None:
    laid_out = grid([cell(0, 0, "a", row_span=2), cell(0, 1, "b", col_span=2), cell(1, 2, "c"), cell(2, 1, "d")], 1)
    assert widths(laid_out) == {3}
    assert [[one.text for one in row.cells] for row in laid_out.body] == [["", "c"], ["", "d", ""]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)), st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=12
    )
)
def test_every_value_stands_under_its_own_header_whatever_the_spans(
    places: dict[tuple[int, int], tuple[int, int]],
) -> None:
    laid_out = grid([cell(r, c, f"{r},{c}", *spans) for (r, c), spans in places.items()], 0)
    assert len(widths(laid_out)) <= 1
    taken: set[tuple[int, int]] = set()
    for row in laid_out.body:
        col = 0
        for one in row.cells:
            while (row.number, col) in taken:
                col += 1
            assert one.text in ("", f"{row.number},{col}")
            taken |= {
                (r, c) for r in range(row.number, row.number + one.row_span) for c in range(col, col + one.col_span)
            }
            col += one.col_span
    shown = {one.text for row in laid_out.body for one in row.cells if one.text}
    assert shown == {f"{r},{c}" for r, c in places}


def test_a_long_table_is_cut_about_the_marked_cell() -> None:
    cells = [cell(r, 0, str(r)) for r in range(200)]
    laid_out = grid(cells, 1, marked=(100, 0))
    numbers = [row.number for row in laid_out.body]
    assert numbers == list(range(88, 113)) and laid_out.body[0].skipped == 87 and laid_out.left_out == 87
    assert [one for row in laid_out.body for one in row.cells if one.marked] == [GridCell("100", marked=True)]
    assert len(grid(cells, 1).body) == LONGEST


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-03-03", "3 March 2025"),
        ("2014-09", "September 2014"),
        ("2014", "2014"),
        ("2015-05~", "about May 2015"),
        ("", None),
        (None, None),
    ],
)
def test_days_in_words(iso: str | None, said: str | None) -> None:
    assert wording.day(iso) == said


@pytest.mark.parametrize(
    ("start", "end", "label", "said"),
    [
        ("2018-07-01", "2019-06-30", "Jul '18-Jun '19", "1 July 2018 to 30 June 2019, printed “Jul '18-Jun '19”"),
        ("2020-06-30", "2020-06-30", None, "30 June 2020"),
        (None, "2019-05-31", None, "to 31 May 2019"),
        ("2019-05-31", None, None, "from 31 May 2019"),
        (None, None, "Q1", "printed “Q1”, without days"),
        (None, None, None, None),
    ],
)
def test_periods_in_words(start: str | None, end: str | None, label: str | None, said: str | None) -> None:
    assert wording.span(start, end, label) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (4854000.0, "GBP", "£4,854,000"),
        (5482.67, "GBP", "£5,482.67"),
        (179.9951, "GBP", "£179.9951"),
        (1.5, "GBP", "£1.50"),
        (-25769.0, "count", "−25,769"),
        (12.5, "percent", "12.5%"),
        (7.25, "minutes", "7.25 minutes"),
        (3.0, "rank", "3"),
        (0.1234567, None, "0.123457"),
        (None, "count", None),
    ],
)
def test_numbers_with_their_unit(value: float | None, unit: str | None, said: str | None) -> None:
    assert wording.number(value, unit) == said


def test_counts_confidence_and_headings() -> None:
    assert [wording.counted(n, "paper") for n in (0, 1, 1200)] == ["0 papers", "1 paper", "1,200 papers"]
    assert [wording.confidence(c) for c in (0.95, 0.7, 0.1)] == ["sure (0.95)", "fairly sure (0.70)", "doubtful (0.10)"]
    assert [wording.stretch(5, last, "page") for last in (5, 6)] == ["page 5", "pages 5 to 6"]
    assert [wording.heading(c) for c in ("meeting_date", "award_id")] == ["meeting date", "place"]


@pytest.mark.parametrize(
    ("confidence", "disputed", "said"),
    [
        (0.7, 0, []),
        (0.69, None, ["doubtful"]),
        (1.0, 2, ["does not add up"]),
        (0.5, 1, ["doubtful", "does not add up"]),
        (None, None, []),
    ],
)
def test_what_to_know_before_quoting(confidence: object, disputed: object, said: list[str]) -> None:
    assert wording.doubts(confidence, disputed) == said


@pytest.mark.parametrize(
    ("value", "value_to", "qualifier", "unit", "said"),
    [
        (20.0, 30.0, "about", None, "about 20 to 30"),
        (5000.0, None, "up to", "GBP", "up to £5,000"),
        (2.5, 3.0, None, "percent", "2.5% to 3%"),
        (7.0, None, None, "count", "7"),
        (None, None, "over", None, None),
    ],
)
def test_a_value_with_its_limits(
    value: float | None, value_to: float | None, qualifier: str | None, unit: str | None, said: str | None
) -> None:
    assert wording.limited(value, value_to, qualifier, unit) == said


def test_a_snippet_is_escaped_before_it_is_marked() -> None:
    assert marked("a [[<b>]] & [[c]] ]] [[") == "a <mark>&lt;b&gt;</mark> &amp; <mark>c</mark> ]] [["


@pytest.mark.parametrize(
    ("row", "column", "table", "html"),
    [
        ({"document_id": "d/1"}, "document_id", None, '<a href="/-/paper/d~2F1">d/1</a>'),
        ({"document_title": "<i>", "document_id": "d"}, "document_title", None, '<a href="/-/paper/d">&lt;i&gt;</a>'),
        ({"document_title": "x"}, "document_title", None, None),
        ({"title": "x", "id": "d-1", "document_id": "d"}, "title", "papers", '<a href="/-/paper/d#d-1">x</a>'),
        ({"title": "x", "id": "d"}, "title", "documents", '<a href="/-/paper/d">x</a>'),
        ({"page": 3, "document_id": "d"}, "page", None, '<a href="/-/paper/d/page/3">3</a>'),
        ({"page": 1, "line": 9, "document_id": "d"}, "page", "dates", '<a href="/-/paper/d/page/1#L9">1</a>'),
        ({"page": 3}, "page", None, None),
        ({"value": 1200.0}, "value", None, "1,200"),
        (
            {"value": 9.0, "confidence": 0.5, "disputed": 1},
            "value",
            None,
            '9 <span class="doubt">doubtful</span> <span class="doubt">does not add up</span>',
        ),
        (
            {"amount": 9.0, "amount_to": 12.0, "qualifier": "up to", "award_id": "a", "confidence": 0.9},
            "amount",
            None,
            '<a href="/-/source/award/a">up to 9 to 12</a>',
        ),
        ({"value": 1200.0, "observation_id": "o"}, "value", None, '<a href="/-/source/observation/o">1,200</a>'),
        ({"value_text": "1", "id": "o"}, "value_text", "observations", '<a href="/-/source/observation/o">1</a>'),
        ({"amount": 5.5, "id": "a"}, "amount", "funding_awards", '<a href="/-/source/award/a">5.5</a>'),
        ({"award_id": "a"}, "award_id", "grants_360", '<a href="/-/source/award/a">see the place</a>'),
        ({"date_id": "t", "page": 2}, "date_id", None, '<a href="/-/source/date/t">page 2</a>'),
        ({"observation_ids": "not json"}, "observation_ids", None, None),
        ({"observation_ids": '{"a": 1}'}, "observation_ids", None, None),
        ({"observation_ids": "[]"}, "observation_ids", None, ""),
        ({"label": "x"}, "label", "observations", None),
        ({"value_text": "x"}, "value_text", "observations", None),
        ({"document_id": None}, "document_id", None, None),
        ({"value": b"x"}, "value", None, None),
    ],
)
def test_cells_lead_somewhere(row: dict[str, Any], column: str, table: str | None, html: str | None) -> None:
    assert rendered(Datasette([]), row, row[column], column, table) == html


def test_an_organisation_leads_to_its_awards() -> None:
    datasette = Datasette([])
    datasette.add_memory_database("panel")
    row = {"name": "Women's Aid", "id": "womens-aid"}
    link = '<a href="/panel/awards?recipient=Women%27s+Aid">Women&#39;s Aid</a>'
    assert rendered(datasette, row, row["name"], "name", "organisations") == link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A report (https://example.org/a.pdf); later", 'A report (<a href="https://example.org/a.pdf" rel="noreferrer">https://example.org/a.pdf</a>); later'),
        ("see https://example.org/?p=1.", 'see <a href="https://example.org/?p=1" rel="noreferrer">https://example.org/?p=1</a>.'),
        ("https://x.org/?a=1&b=2", '<a href="https://x.org/?a=1&amp;b=2" rel="noreferrer">https://x.org/?a=1&amp;b=2</a>'),
        ('<b>"no address"</b>', "&lt;b&gt;&#34;no address&#34;&lt;/b&gt;"),
        ('https://x.org/"onload="1', '<a href="https://x.org/" rel="noreferrer">https://x.org/</a>&#34;onload=&#34;1'),
    ],
)  # fmt: skip
def test_addresses_in_a_text_lead_there(text: str, shown: str) -> None:
    assert linked(text) == shown


@pytest.mark.parametrize(
    ("body", "force", "who"),
    [
        ("Police and Crime Panel", "Kent", "Kent Police and Crime Panel, "),
        ("Kent Police and Crime Panel", "Kent", "Kent Police and Crime Panel, "),
        ("Cleveland Police and Crime Panel", None, "Cleveland Police and Crime Panel, "),
        (None, "Metropolitan", "Metropolitan, "),
        (None, None, ""),
    ],
)
def test_a_citation_names_only_who_the_paper_says(body: str | None, force: str | None, who: str) -> None:
    fact = {
        "body": body, "force_of_paper": force, "document_title": "Crime Summary", "paper_title": None, "file_name": "a.pdf",
        "meeting_date": None, "line": None, "width": 595, "page": 2,
    }  # fmt: skip
    assert cited(fact) == f"{who}“Crime Summary”, page 2 (a.pdf)"


@pytest.mark.parametrize(
    ("area", "breakdown", "heading"),
    [
        ("Brent", None, "Knife crime, Brent"),
        ("Brent", "under 25", "Knife crime, under 25, Brent"),
        ("Metropolitan Police Service", None, "Knife crime"),
        (None, None, "Knife crime"),
        ("knife crime", None, "Knife crime"),
        (None, "knife crime", "Knife crime"),
        # The part is one of those that the name has.
        ("Brent", "Crime", "Knife crime, Crime, Brent"),
    ],
)
def test_the_head_of_a_figure_says_of_what_part_it_is(area: str | None, breakdown: str | None, heading: str) -> None:
    fact = {"measure_name": "Knife crime", "label": "Offences", "force_name": "Metropolitan", "area": area, "breakdown": breakdown}  # fmt: skip
    assert counted_of(fact) == heading

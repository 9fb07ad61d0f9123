"""How rows look in a terminal: a table where it can be read, one below the other where it would break words in two."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from ingest.terminal import Row, fits, listed, on_one_line, table

RUN = {
    "paper": "papers/2018/an-annual-report-with-a-long-name.pdf",
    "came": "failed",
    "force": None,
    "why": "the PDF is cut short (its end is missing); download it again",
}


def drawn(rows: list[Row], width: int, as_table: bool) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    console.print(table(rows) if as_table else listed(rows))
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_a_table_is_drawn_where_it_fits() -> None:
    rows: list[Row] = [
        {"check": "file", "result": "ok", "do": ""},
        {"check": "counts", "result": "wrong", "do": "x " * 60},
    ]
    assert fits(rows, 80)
    lines = drawn(rows, 80, as_table=True)
    assert lines[0].split() == ["check", "result", "do"]
    assert any(line.startswith("counts   wrong") for line in lines)


def test_a_name_tells_a_terminal_nothing() -> None:
    name = "a\x1b[31mred\r\x07\u202etxt.exe\nb"
    assert on_one_line(name) == "a�[31mred ��txt.exe b"
    for as_table in (True, False):
        assert not set("\x1b\r\x07\u202e") & set("".join(drawn([{"paper": name}], 80, as_table)))


def test_rows_stand_one_below_the_other_where_a_table_would_break_words() -> None:
    numbers = {name: 1 for name in ("tables", "observations", "awards", "dates")}
    assert not fits([{**RUN, **numbers}], 80)
    assert drawn([{**RUN, **numbers}], 80, as_table=False) == [
        "papers/2018/an-annual-report-with-a-long-name.pdf",
        "    came failed; tables 1; observations 1; awards 1; dates 1",
        "    why: the PDF is cut short (its end is missing); download it again",
    ]


@pytest.mark.parametrize("name", ["[bold]q3[/bold].pdf", "q3 [/].pdf"])
def test_what_papers_print_is_no_markup(name: str) -> None:
    assert drawn([{"paper": name, "came": name}], 80, as_table=False) == [name, f"    came {name}"]


@given(st.lists(st.text(alphabet="abc -", min_size=1, max_size=90), min_size=1, max_size=8), st.integers(60, 200))
def test_no_line_is_wider_than_the_terminal(values: list[str], width: int) -> None:
    rows: list[Row] = [{f"column {number}": value for number, value in enumerate(values)}]
    assert all(len(line) <= width for line in drawn(rows, width, as_table=fits(rows, width)))

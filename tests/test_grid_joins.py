"""Tables over pages: what goes on with what, and what becomes of the row that a page break cuts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.blocks import TableBlock
from extract.layout import lay_out
from extract.pages.grid_joins import continues, joined, repeated_rows
from schema.document import Box, Cell, Document, Grid, Line, Page

HEAD = ("Ref", "Project", "Amount")


def grid(*rows: tuple[str, ...], page: int = 1, left: float = 60.0, header: bool = True) -> Grid:
    cells = tuple(
        Cell(
            row=r,
            col=c,
            text=text,
            page=page,
            is_header=header and r == 0,
            box=Box(left + 100 * c, 20.0 * r, left + 100 * c + 100, 20.0 * r + 20),
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Grid(cells=cells, method="ruled", page=page)


def texts(found: Grid) -> list[tuple[str, ...]]:
    return [tuple(c.text for c in found.cells if c.row == r) for r in range(found.rows)]


FIRST = grid(HEAD, ("A1", "Bins", "£5"), ("A2", "Hardening for", "£7"))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (grid(HEAD, ("A3", "Cadets", "£9"), page=2), True),
        (grid(("Ref", "Project", "Amo\nunt"), ("A3", "Cadets", "£9"), page=2, left=90), True),
        (grid(("A3", "Cadets", "£9"), page=2, header=False), True),
        (grid(("A3", "Cadets", "£9"), page=2, left=90, header=False), False),
        (grid(("District", "Spent", "Left"), ("Wyre", "£1", "£2"), page=2), False),
        (grid(("A3", "Cadets"), page=2, header=False), False),
    ],
    ids=["same header", "header broken otherwise", "same columns", "other columns", "own header", "fewer columns"],
)
def test_what_goes_on_with_a_table(second: Grid, expected: bool) -> None:
    assert continues(FIRST, second) is expected


def test_a_repeated_header_is_dropped_and_rows_move_down() -> None:
    whole = joined(FIRST, grid(HEAD, ("A3", "Cadets", "£9"), page=2))
    assert texts(whole) == [HEAD, ("A1", "Bins", "£5"), ("A2", "Hardening for", "£7"), ("A3", "Cadets", "£9")]
    assert [c.page for c in whole.cells if c.row == 3] == [2, 2, 2]


def test_a_title_above_the_header_need_not_come_again() -> None:
    titled = grid(("Community fund", "", ""), HEAD, ("A1", "Bins", "£5"))
    second = grid(HEAD, ("A3", "Cadets", "£9"), page=2, left=90)
    assert continues(titled, second)
    assert texts(joined(titled, second))[1:] == [HEAD, ("A1", "Bins", "£5"), ("A3", "Cadets", "£9")]
    assert not continues(grid(("A0", "Vans", "£3"), HEAD, ("A1", "Bins", "£5")), second), "a row above is no title"


def test_forms_of_one_name_are_each_their_own() -> None:
    form = grid(("Amendment form", "", ""), ("Name", "Bins", "1"), ("Proposer", "A Smith", ""), header=False)
    again = grid(("Amendment form", "", ""), ("Name", "Cadets", "2"), ("Proposer", "B Jones", ""), page=2, header=False)
    assert repeated_rows(form, again) == 0 and not continues(form, again)


def test_a_table_does_not_go_on_behind_an_empty_page() -> None:
    assert not continues(FIRST, grid(HEAD, ("A3", "Cadets", "£9"), page=3))


def test_under_a_label_for_several_rows_a_row_without_one_is_its_own() -> None:
    whole = grid(HEAD, ("North", "Bins", "now"), ("", "Hardening", "later"), header=False)
    cells = tuple(
        c._replace(row_span=2) if c.text == "North" else c for c in whole.cells if not (c.row == 2 and c.col == 0)
    )
    more = joined(replace(whole, cells=cells), grid(HEAD, ("", "Cadets", "in May"), page=2))
    assert [(c.row, c.text) for c in more.cells if c.page == 2] == [(3, ""), (3, "Cadets"), (3, "in May")]


@pytest.mark.parametrize(
    ("cut", "last"),
    [
        (("", "burglary victims", ""), [("A2", "Hardening for\nburglary victims", "£7")]),
        (("and B2", "burglary victims", ""), [("A2\nand B2", "Hardening for\nburglary victims", "£7")]),
        (("", "Cadets", "£9"), [("A2", "Hardening for", "£7"), ("", "Cadets", "£9")]),
        (("Young people", "", ""), [("A2", "Hardening for", "£7"), ("Young people", "", "")]),
    ],
    ids=["cut row", "cut row with a cut label", "row of its own", "title of a group"],
)
def test_a_row_cut_by_the_page_break(cut: tuple[str, ...], last: list[tuple[str, ...]]) -> None:
    whole = joined(FIRST, grid(HEAD, cut, ("A3", "Radios", "£1"), page=2))
    assert texts(whole) == [HEAD, ("A1", "Bins", "£5"), *last, ("A3", "Radios", "£1")]


WIDE = ("Measure", "What was done", "2022/23", "2023/24")


@pytest.mark.parametrize(
    ("above", "below", "joins"),
    [
        (("Offences with", "", "", ""), ("a knife", "", "34", "45"), False),
        (("Offences with", "Patrols and", "", ""), ("a knife", "searches", "34", "45"), True),
        (("Knife crime", "Patrols at", "", ""), ("", "stations", "34", "45"), True),
        (("Knife crime", "Patrols at", "34", "45"), ("", "stations", "", ""), True),
        (("Knife crime", "Patrols at", "34", "45"), ("", "stations", "12", ""), False),
        (("Knife crime", "Patrols", "34", "45"), ("", "Searches", "12", "16"), False),
        (("Knife crime", "Patrols", "34", ""), ("", "Searches", "", "16"), False),
        (("Knife crime", "Patrols", "", ""), ("Robbery", "Searches", "12", "16"), False),
        (("Knife crime", "Patrols", "34", "45"), ("Robbery", "no change", "", ""), False),
        (("Knife crime", "", "", ""), ("", "Searches", "12", "16"), False),
        (("Victims of domestic", "", "34", "45"), ("abuse", "", "", ""), True),
        (("Victims of domestic", "Refuges", "34", "45"), ("abuse who were", "", "", ""), True),
    ],
)  # fmt: skip
def test_a_row_is_made_whole_only_where_both_halves_are_certain(
    above: tuple[str, ...], below: tuple[str, ...], joins: bool
) -> None:
    first = grid(
        WIDE, ("Robbery", "Dogs", "1", "2"), ("Fraud", "Talks", "3", "4"), ("Arson", "Lights", "3", "4"), above
    )
    whole = joined(first, grid(WIDE, below, ("Burglary", "Locks", "8", "9"), page=2))
    assert whole.rows == (6 if joins else 7)


def kinds(*flows: tuple[Line | Grid, ...]) -> str:
    """What the layout makes of pages with these lines and grids, in order."""
    pages = tuple(Page(number, flow=flow) for number, flow in enumerate(flows, 1))
    blocks = lay_out(Document("text/plain", "test", pages)).blocks
    return " ".join("table" if isinstance(block, TableBlock) else "text" for block in blocks)


def test_only_neighbours_over_a_page_break_are_joined() -> None:
    second, third = grid(HEAD, ("A3", "Cadets", "£9"), page=2), grid(HEAD, ("A4", "Radios", "£1"), page=3)
    line = Line("A sentence between.", 1)
    assert kinds((line, FIRST), (second,), (third, line)) == "text table text"
    assert kinds((FIRST, line), (second,)) == "table text table"
    assert kinds((FIRST,), (line, second)) == "table text table"


def test_a_page_that_only_goes_on_a_row_is_a_page_of_the_table() -> None:
    rest = grid(HEAD, ("", "alley gates", ""), page=2)
    whole = joined(FIRST, rest)
    assert (whole.rows, whole.last_page) == (3, 2)
    third = grid(HEAD, ("A3", "Cadets", "£9"), page=3)
    assert continues(whole, third) and repeated_rows(whole, third) == 1
    assert not continues(FIRST, third)

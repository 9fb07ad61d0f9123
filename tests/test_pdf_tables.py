"""Tables on printed pages, in the styles that papers use, against what was printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import builders
from builders import Built, Rows
from extract.blocks import TableBlock
from extract.layout import lay_out
from ingest.pdf import read_pdf
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Grid


def grids(data: bytes) -> list[Grid]:
    return [block.grid for block in lay_out(read_pdf(data)).blocks if isinstance(block, TableBlock)]


def rows(grid: Grid) -> tuple[tuple[str, ...], ...]:
    out = [["" for _ in range(grid.columns)] for _ in range(grid.rows)]
    for cell in grid.cells:
        out[cell.row][cell.col] = " ".join(cell.text.split())
    return tuple(map(tuple, out))


def as_tuples(truth: Rows) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in truth)


@pytest.mark.parametrize("style", builders.STYLES)
@pytest.mark.parametrize("build", [builders.crimes, builders.awards], ids=["figures", "wrapped words"])
def test_every_style_of_table_gives_its_cells(build: Callable[[str], Built], style: str) -> None:
    built = build(style)
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])
    assert grid.method == ("ruled" if style in {"boxed", "no outer uprights", "column rules"} else "aligned")


@pytest.mark.parametrize("style", [s for s in builders.STYLES if s != "column rules"])
def test_a_head_over_several_columns_spans_them(style: str) -> None:
    built = builders.group_heads(style)
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])
    spans = {c.text: (c.row_span, c.col_span) for c in grid.cells if c.row < 2}
    assert spans["2020/21"] == (1, 3)
    assert spans["Measure"] == (2, 1)


def test_cells_know_their_page_box_line_and_weight() -> None:
    (grid,) = grids(builders.crimes("boxed").data)
    cells = {c.text: c for c in grid.cells}
    head, figure = cells["Measure"], cells["6,813"]
    assert head.is_header and head.bold and not figure.is_header
    assert figure.page == 1 and figure.line == head.line + 2
    assert figure.box and head.box and figure.box.top > head.box.bottom - 0.5


def test_rag_fills_become_marks_beside_the_text() -> None:
    (grid,) = grids(builders.rag().data)
    assert [(c.text, c.mark) for c in grid.cells if c.row > 0 and c.col > 0] == [
        ("", "Green"),
        ("G", "Green"),
        ("", "Amber"),
        ("A", "Amber"),
        ("", "Red"),
        ("R", "Red"),
    ]
    assert all(c.mark is None for c in grid.cells if c.row == 0 or c.col == 0)


def test_a_table_over_pages_is_one_and_its_header_stands_once() -> None:
    built = builders.over_pages()
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])
    assert {c.page for c in grid.cells} == {1, 2}
    assert grid.page == 1


@pytest.mark.parametrize("style", [s for s in builders.STYLES if s != "boxed"])
def test_numbered_paragraphs_around_a_table_are_none_of_its_rows(style: str) -> None:
    built = builders.between_paragraphs(style)
    (grid,) = grids(built.data)
    assert rows(grid) == as_tuples(built.tables[0])


@pytest.mark.parametrize(
    "build",
    [
        builders.striped_over_pages,
        builders.titled_groups,
        builders.centred_labels,
        builders.labels_behind_figures,
        builders.cards_over_pages,
    ],
    ids=lambda b: b.__name__,
)
def test_quirks_of_layout(build: Callable[[], Built]) -> None:
    built = build()
    assert [rows(g) for g in grids(built.data)] == [as_tuples(t) for t in built.tables]


def test_the_title_of_a_group_is_no_header() -> None:
    (grid,) = grids(builders.titled_groups().data)
    assert {c.row for c in grid.cells if c.is_header} == {0}


@pytest.mark.parametrize(
    "build",
    [
        builders.prose,
        builders.two_columns,
        builders.contents,
        builders.contacts,
        builders.shaded_words,
        builders.stacked_bars,
    ],
    ids=lambda b: b.__name__,
)
def test_what_is_no_table(build: Callable[[], Built]) -> None:
    assert grids(build().data) == []


def find(found: Sequence[Grid], text: str) -> Grid:
    return next(g for g in found if any(text in " ".join(c.text.split()) for c in g.cells))


@needs_real_papers
def test_the_tables_of_a_typeset_paper() -> None:
    found = grids((REAL_PAPERS / "papers" / "typeset" / "000_w.pdf").read_bytes())
    districts = find(found, "Funding Spent")
    assert (districts.rows, districts.columns) == (12, 3)
    assert rows(districts)[-1] == ("Wyre", "£00.00", "£10,000.00")
    projects = find(found, "National Ugly Mugs Scheme")
    assert (projects.rows, projects.columns) == (4, 3)
    measures = find(found, "Public Confidence")
    assert rows(measures)[1][:6] == ("Defend Frontline Policing", "Public Confidence", "89.4%", "↑", "90.9%", "↓")
    assert [c.mark for c in measures.cells if c.row == 1 and c.text in "↑↓"] == ["Green", "Amber"]


@needs_real_papers
def test_a_table_of_a_real_report() -> None:
    (path,) = (REAL_PAPERS / "papers" / "real").glob("monthly_knife_crime*.pdf")
    boroughs = find(grids(path.read_bytes()), "Barking & Dagenham")
    assert (boroughs.rows, boroughs.columns) == (35, 11)
    assert rows(boroughs)[-1][:4] == ("Total", "846", "237", "28.0%")

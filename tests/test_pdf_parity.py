"""Ruled tables against pdfplumber's: the same cells with the same text, up to empty rows and columns and to white space.

What is compared is what rules draw. Where we differ on purpose a rule says so:

- *sliver*: rows and columns too thin for text are one with their neighbour (a double rule);
- *shade*: a shade within or beside rules draws no cell, so pdfplumber gets pages without shades;
- *sideways*: the page number of a turned page printed over a cell is no part of it, so pdfplumber gets no sideways characters;
- *parted*: a cell that holds several is cut at the columns or rows beside it; put together again it has the same characters;
- *joined*: what pdfplumber sees as several tables, side by side or with an open side, is one;
- *refused*: frames, charts, and rules around only a part of a table are none (the functions of ``extract.pages.ruled``).
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pdfplumber
import pytest

import builders
from extract.pages.lines import around
from extract.pages.ruled import Uprights, holds_tables, is_chart, is_part_of_wider, ruled_grids
from extract.pages.ruled_cells import slots_of
from extract.pages.ruled_words import WordsByHeight
from ingest.pdf.reading import ENGINES, read_pdf
from papers import REAL_PAPERS, needs_real_papers
from schema.document import Box, Cell, Grid, Page

#: Papers with ruled tables in different makes, and the pages that are compared: few enough for a test.
PAGES = {
    "papers/real/QPR_Q3*.pdf": (3, 4, 8, 24),
    "papers/real/BCC_Group*.pdf": (17, 42, 51),
    "papers/real/Budget_Amendments*.pdf": (13, 26),
    "papers/real/monthly_knife*.pdf": (2,),
    "papers/rendered/A_ruled_lo.pdf": (1, 2, 4, 5, 9, 12),
    "papers/rendered/A_ruled_w.pdf": (1, 2, 3, 4, 5),
    "papers/rendered/D_long_c.pdf": (1, 2),
    "benchmarks/icdar2013/eu-00[1-9]*.pdf": (1, 2),
    "benchmarks/icdar2013/eu-01[0-9]*.pdf": (1, 3),
    "benchmarks/icdar2013/eu-02[0-7]*.pdf": (2, 3),
}

Cells = dict[Box, str]
Texts = Mapping[tuple[int, int], str]


def bare(text: str | None) -> str:
    """The text without white space, small capitals bullets and characters that a font does not explain."""
    return re.sub(r"\(cid:\d+\)|[\s�•\x00-\x1f\ue000-\uf8ff]", "", text or "").casefold()


def drawn_by_rules(thing: dict[str, Any]) -> bool:
    """True for an object that takes part: not a character printed sideways, not a shade."""
    if thing["object_type"] == "char":
        along, up, *_ = thing["matrix"]
        return bool(abs(along) >= abs(up))
    shade = thing["object_type"] in {"rect", "curve"} and thing.get("fill") and not thing.get("stroke")
    return not (shade and min(thing["width"], thing["height"]) > 3)


def their_tables(page: Any) -> Iterator[Cells]:
    """The tables that pdfplumber finds with its own settings, of two columns and more."""
    for table in page.filter(drawn_by_rules).find_tables():
        cells = {
            Box(*map(float, box)): bare(text)
            for row, texts in zip(table.rows, table.extract(), strict=True)
            for box, text in zip(row.cells, texts, strict=True)
            if box
        }
        if len({box.x0 for box, text in cells.items() if text}) > 1:
            yield cells


def numbered(texts: Iterator[tuple[int, int, str]]) -> Texts:
    """The texts by row and column, empty rows and columns left out."""
    filled = [(row, col, text) for row, col, text in texts if text]
    rows, cols = sorted({row for row, _, _ in filled}), sorted({col for _, col, _ in filled})
    return {(rows.index(row), cols.index(col)): text for row, col, text in filled}


def of_ours(grid: Grid) -> Texts:
    return numbered((c.row, c.col, bare(c.text)) for c in grid.cells)


def of_theirs(cells: Cells) -> Texts:
    return numbered((s.row, s.col, cells[s.box]) for s in slots_of(list(cells)))


def shared(one: Box, two: Box) -> float:
    """The shared area, as a share of the larger box."""
    wide = max(0.0, min(one.x1, two.x1) - max(one.x0, two.x0))
    high = max(0.0, min(one.bottom, two.bottom) - max(one.top, two.top))
    return wide * high / max((b.x1 - b.x0) * (b.bottom - b.top) for b in (one, two))


def is_parted(cells: Cells, grid: Grid) -> bool:
    """True where each cell of theirs is one of ours or several of ours put together."""

    def inside(outer: Box, inner: Box) -> bool:
        x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
        return outer.x0 - 2 <= x <= outer.x1 + 2 and outer.top - 2 <= y <= outer.bottom + 2

    return all(
        sorted(text) == sorted("".join(bare(c.text) for c in grid.cells if c.box and inside(box, c.box)))
        for box, text in cells.items()
    )


def is_refused(cells: Cells, page: Page) -> bool:
    """True where one of our rules says that their cells are no table."""
    slots, frame = slots_of(list(cells)), around(cells)
    words = WordsByHeight(page.words)
    inside = words.upright_inside(frame)
    if is_part_of_wider(frame, inside, words, [frame]) or is_chart(slots, inside, Uprights(page.rules).within(frame)):
        return True
    grid = as_grid(cells, page.number)
    rows = Counter(c.row for c in grid.cells if c.text)
    return len(rows) < 2 or max(rows.values()) < 2 or holds_tables(grid, words)


def as_grid(cells: Cells, number: int) -> Grid:
    """Their cells as a grid of ours."""
    made = (
        Cell(row=s.row, col=s.col, text=" ".join(cells[s.box]), page=number, box=s.box) for s in slots_of(list(cells))
    )
    return Grid(cells=tuple(made), method="ruled", page=number, box=around(cells))


def compared(data: bytes, numbers: tuple[int, ...], engine: str) -> Iterator[tuple[int, str]]:
    """For each of their tables its page and how ours is: ``equal``, or the rule by which it differs, or ``different``."""
    ours = {page.number: page for page in read_pdf(data, engine=engine).pages if page.number in numbers}
    for number, tables in theirs_of(data, numbers):
        page = ours[number]
        size = (page.width or 0.0, page.height or 0.0)
        grids, _ = ruled_grids(page.words, page.rules, page.fills, number, size, page.drawings)
        for cells in tables:
            frame = around(cells)
            grid = max(grids, key=lambda g: shared(g.box or frame, frame), default=None)
            over = shared(grid.box, frame) if grid and grid.box else 0.0
            if grid and over > 0.8:
                texts = of_ours(grid)
                same = texts == of_theirs(cells)
                yield number, "equal" if same else "parted" if is_parted(cells, grid) else "different"
            elif grid and over > 0:
                held = Counter("".join(of_ours(grid).values()))
                yield number, "joined" if Counter("".join(cells.values())) <= held else "different"
            else:
                yield number, "refused" if is_refused(cells, page) else "missing"


@cache
def theirs_of(data: bytes, numbers: tuple[int, ...]) -> list[tuple[int, list[Cells]]]:
    """Their tables by page; the same for each of our engines."""
    with pdfplumber.open(io.BytesIO(data), pages=list(numbers)) as pdf:
        return [(page.page_number, list(their_tables(page))) for page in pdf.pages]


BUILT: dict[str, Callable[[], builders.Built]] = {
    "figures": lambda: builders.crimes("boxed"),
    "words": lambda: builders.awards("boxed"),
    "group heads": lambda: builders.group_heads("boxed"),
    "shades": builders.rag,
    "pages": builders.over_pages,
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("build", BUILT.values(), ids=BUILT)
def test_made_tables_are_those_of_pdfplumber(build: Callable[[], builders.Built], engine: str) -> None:
    found = list(compared(build().data, (1, 2), engine))
    assert found and all(how == "equal" for _, how in found), found


@needs_real_papers
@pytest.mark.parametrize("engine", ["pdfium"])
def test_real_tables_are_those_of_pdfplumber(engine: str) -> None:
    found: Counter[str] = Counter()
    wrong = []
    for pattern, numbers in PAGES.items():
        for path in sorted(REAL_PAPERS.glob(pattern)):
            for number, how in compared(path.read_bytes(), numbers, engine):
                found[how] += 1
                if how in {"different", "missing"}:
                    wrong.append((path.name, number, how))
    assert not wrong
    assert found.total() >= 60
    assert found["equal"] >= 0.8 * found.total(), found

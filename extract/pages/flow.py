"""Printed pages -> lines and grids in reading order: the story of how a page is taken apart, told in ``flow_of_page``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.pages.aligned import aligned_grids
from extract.pages.furniture import Furniture, without_furniture
from extract.pages.lines import lines_of
from extract.pages.order import Region, regions_of
from extract.pages.ruled import ruled_grids
from extract.pages.styles import Styles, styled_lines, styles_of
from schema.document import Grid, Line, Page

Flow = tuple[Line | Grid, ...]


def flow_of_pages(pages: Sequence[Page], furniture: Sequence[Furniture]) -> tuple[Flow, ...]:
    """The flow of each page; a page that is not printed keeps the flow it has.

    The furniture (``furniture_of_pages``) is left out. Lines are numbered from 1 down
    the page in reading order; a row of a table counts as one line, and ``Cell.line`` tells which.
    """
    cleaned = without_furniture(pages, furniture)
    styles = styles_of(cleaned)
    return tuple(flow_of_page(page, styles) if page.printed else page.flow for page in cleaned)


def flow_of_page(page: Page, styles: Styles) -> Flow:
    """The lines and tables of one printed page without furniture."""
    size = (page.width or 0.0, page.height or 0.0)
    ruled, words = ruled_grids(page.words, page.rules, page.fills, page.number, size)
    flow: list[Line | Grid] = []
    for region in regions_of(words, ruled):
        flow += _flow_of_region(region, page, styles)
    return _numbered(flow)


def page_text(page: Page, flow: Flow) -> str:
    """The text of a page by line number: line ``n`` of it is the one that ``Line.number`` and ``Cell.line`` call ``n``.

    The cells of a row are parted by tabs. Only what stands on this page counts, so make it before tables are joined over pages.
    """
    rows: dict[int, list[str]] = {}
    for item in flow:
        if isinstance(item, Line):
            rows.setdefault(item.number, []).append(item.text)
            continue
        for cell in sorted(item.cells, key=lambda c: (c.row, c.col)):
            if cell.page == page.number and cell.line is not None:
                rows.setdefault(cell.line, []).append(" ".join(cell.text.split()))
    return "\n".join("\t".join(rows.get(n, ())) for n in range(1, max(rows, default=0) + 1))


def _flow_of_region(region: Region, page: Page, styles: Styles) -> list[Line | Grid]:
    aligned, rest = aligned_grids(region.words, page.rules, page.fills, page.number)
    lines = lines_of(w for w in rest if w.upright)
    right = max((line.box.x1 for line in lines), default=0.0)
    grids = sorted((*region.grids, *aligned), key=lambda g: g.box.top if g.box else 0.0)
    flow: list[Line | Grid] = []
    at = 0
    for grid in grids:
        top = grid.box.top if grid.box else 0.0
        end = next((i for i in range(at, len(lines)) if lines[i].middle > top), len(lines))
        flow += styled_lines(lines[at:end], styles, right)
        flow.append(grid)
        at = end
    return [*flow, *styled_lines(lines[at:], styles, right)]


def _numbered(flow: Sequence[Line | Grid]) -> Flow:
    out: list[Line | Grid] = []
    number = 1
    for item in flow:
        if isinstance(item, Line):
            out.append(replace(item, number=number))
            number += 1
        else:
            cells = tuple(replace(c, line=number + c.row) for c in item.cells)
            out.append(replace(item, cells=cells, line=number))
            number += item.rows
    return tuple(out)

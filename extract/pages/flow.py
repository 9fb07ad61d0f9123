"""Printed pages -> lines and grids in reading order: the story of how a page is taken apart, told in ``flow_of_page``.

What furniture is, and which sizes of type are headings, takes the whole paper to tell; all else is told page by page. So a
paper is laid out in two passes, each of which may run in any process and in any order:

1. ``margins_of(page)`` for each page: small, picklable, all that is needed of the others when one page is laid;
   then, over the whole paper, ``look = look_of(margins)``;
2. ``laid(page, look)`` for each page, which then holds its flow in place of its words.

``extract.layout.lay_out`` takes pages that are laid as they are, and lays the others with ``laid_pages``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.pages.aligned import aligned_grids
from extract.pages.charts import charts_of, without_charts
from extract.pages.furniture import furniture_of_margins, without_furniture
from extract.pages.margins import Margins, margins_of
from extract.pages.order import Region, regions_of
from extract.pages.ruled import ruled_grids
from extract.pages.styles import Styles, styled_lines, styles_of
from extract.pages.turned import turned_back, turned_page, way_of
from schema.document import Box, Cell, Furniture, Grid, Line, Page

_LINE = Cell._fields.index("line")

Flow = tuple[Line | Grid, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What the margins of all pages tell of their paper: the furniture by page, and which sizes of type are headings."""

    furniture: Mapping[int, tuple[Furniture, ...]]
    styles: Styles


def look_of(margins: Sequence[Margins]) -> Look:
    """The look of a paper, from the margins of all its printed pages."""
    furniture = furniture_of_margins(margins)
    by_page: dict[int, tuple[Furniture, ...]] = {}
    for mark in furniture:
        by_page[mark.page] = (*by_page.get(mark.page, ()), mark)
    return Look(by_page, styles_of(margins, furniture))


def laid_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """All pages of a paper, laid; those that are laid already, and those that are not printed, as they are."""
    look = look_of([margins_of(page) for page in pages if _waits(page)])
    return tuple(laid(page, look) for page in pages)


def laid(page: Page, look: Look) -> Page:
    """A printed page with its flow in place of its words, rules, fills and drawings, and with its own furniture.

    A page that is laid already, or is not printed, is given as it is.
    """
    if not _waits(page):
        return page
    furniture = look.furniture.get(page.number, ())
    flow = flow_of_page(page, furniture, look.styles)
    return replace(page, words=(), rules=(), fills=(), drawings=(), flow=flow, furniture=furniture)


def _waits(page: Page) -> bool:
    return page.printed and bool(page.words)


def flow_of_page(page: Page, furniture: Sequence[Furniture], styles: Styles) -> Flow:
    """The lines and tables of one printed page without its ``furniture``.

    A page bound sideways is read as one that is not. Lines are numbered from 1 down the page in reading order; a row of a table counts as one line, and ``Cell.line`` tells which.
    """
    page = without_furniture(page, furniture)
    way = way_of(page)
    if way:
        return turned_back(_flow_of_upright(turned_page(page, way), styles), page, way)
    return _flow_of_upright(page, styles)


def _flow_of_upright(page: Page, styles: Styles) -> Flow:
    charts = charts_of(page)
    page = without_charts(page, charts)
    size = (page.width or 0.0, page.height or 0.0)
    ruled, words = ruled_grids(page.words, page.rules, page.fills, page.number, size, page.drawings)
    flow: list[Line | Grid] = []
    for region in regions_of(words, ruled):
        flow += _flow_of_region(region, page, styles)
    for chart in charts:
        flow.insert(_place_of(chart.box, flow), chart.line())
    return _numbered(flow)


def _place_of(box: Box, flow: Sequence[Line | Grid]) -> int:
    """Where in the flow of its page a chart belongs: after the last thing that stands above it, in its own column."""
    beside = [
        (i, item.box) for i, item in enumerate(flow) if item.box and item.box.x0 < box.x1 and item.box.x1 > box.x0
    ]
    above = [i for i, other in beside if other.top < box.top]
    if above:
        return above[-1] + 1
    return beside[0][0] if beside else len(flow)


def page_text(page: Page) -> str:
    """The text of a laid or marked-up page by line number: line ``n`` of it is the one that ``Line.number`` and ``Cell.line`` call ``n``.

    The cells of a row are parted by tabs. Only what stands on this page counts, so make it before tables are joined over pages.
    """
    rows: dict[int, list[str]] = {}
    for item in page.flow:
        if isinstance(item, Line):
            rows.setdefault(item.number, []).append(item.text)
            continue
        for cell in sorted(item.cells, key=lambda c: (c.row, c.col)):
            if cell.page == page.number and cell.line is not None:
                rows.setdefault(cell.line, []).append(" ".join(cell.text.split()))
    return "\n".join("\t".join(rows.get(n, ())) for n in range(1, max(rows, default=0) + 1))


def _flow_of_region(region: Region, page: Page, styles: Styles) -> list[Line | Grid]:
    aligned, lines = aligned_grids(region.lines, page.rules, page.fills, page.number, page.drawings)
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
            out.append(item._replace(number=number))
            number += 1
        else:
            # ``_replace`` takes three times as long, and a paper has cells by the ten thousand.
            cells = tuple([Cell._make((*c[:_LINE], number + c.row, *c[_LINE + 1 :])) for c in item.cells])
            out.append(replace(item, cells=cells, line=number))
            number += item.rows
    return tuple(out)

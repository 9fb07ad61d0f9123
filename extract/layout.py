"""From a Document to its blocks: furniture out, lines joined to passages, headings in their order, tables in their place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.blocks import Block, Figure, Passage, Section, TableBlock
from extract.captions import caption_and_lead, caption_of_figure, is_caption
from extract.contacts import flow_without_contacts
from extract.headings import heading_level, is_contents_entry, opens_contents
from extract.pages.flow import laid_pages, page_text
from extract.pages.grid_joins import continues, joined, repeated_rows
from extract.pages.page_marks import mark_in_text
from extract.passages import GrowingPassage, goes_on, passage_of, wraps_in_print
from extract.tables.headers import header_rows
from extract.tables.heads_above import heads_above
from extract.tables.months_up_to import is_end_of_period
from schema.document import Document, Furniture, Grid, Line, Page
from schema.reading import PageText

# A line with those it wraps to that is longer than this, in characters, is prose whatever follows.
_LONG_PROSE = 2000
_ITEM = re.compile(r"(\d{1,2})[A-Z]?\s+[A-Z][a-z]+ (?!(?:19|20)\d\d)")
#: A text broken into lines has hardly any longer than this, in characters.
_WIDEST = 200
#: Items may be left out between two of a list, up to so many.
_LARGEST_STEP = 5
#: The level of headings that have no number and are stated by nothing.
_UNNUMBERED = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a document in reading order, the text of its pages, and what was taken out: furniture, charts and pictures."""

    blocks: tuple[Block, ...]
    pages: tuple[PageText, ...]
    furniture: tuple[Furniture, ...]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line or grid with the page on which it stands; ``afresh`` where a page left blank parts it from what was before."""

    page: int
    item: Line | Grid
    afresh: bool = False


def lay_out(document: Document) -> Layout:
    """The blocks of ``document``; the same for a PDF as for a text.

    Printed pages may come laid (``extract.pages.flow``) or with their words. Lines of one paragraph are joined, also over a page break or a page mark in mid-sentence; a table that goes on after a
    page break under a repeated header is one block.
    """
    pages = [replace(page, flow=flow_without_contacts(page.flow)) for page in laid_pages(document.pages)]
    figures = tuple(figure for page in pages for figure in _figures(page))
    placed = [_Placed(page.number, item) for page in pages for item in page.flow if not _is_figure(item)]
    kept, marks = _without_marks(placed)
    furniture = (mark for page in pages for mark in page.furniture)
    blocks = tuple(_blocks(_joined_tables(kept)))
    return Layout(blocks, tuple(map(_page_text, pages)), (*furniture, *marks), figures)


def _is_figure(item: Line | Grid) -> bool:
    return isinstance(item, Line) and item.figure


def _figures(page: Page) -> Iterator[Figure]:
    for item in page.flow:
        if isinstance(item, Line) and item.figure:
            yield Figure(page.number, item.number, caption_of_figure(item, page.flow))


def _page_text(page: Page) -> PageText:
    kind = "text" if page.flow or page.furniture else ("scan" if page.images else "blank")
    kind = "recognised" if kind == "text" and page.recognised else kind
    text = page_text(page)
    return PageText(page=page.number, text=text, kind=kind, label=page.label, width=page.width, height=page.height)


def _without_marks(placed: Iterable[_Placed]) -> tuple[list[_Placed], list[Furniture]]:
    kept: list[_Placed] = []
    marks: list[Furniture] = []
    afresh = False
    for this in placed:
        text = this.item.text.strip() if isinstance(this.item, Line) else None
        if isinstance(this.item, Line) and text and (kind := mark_in_text(text)):
            marks.append(Furniture(this.page, text, kind, line=this.item.number))
            afresh = afresh or kind == "blank"
        elif text != "":
            kept.append(replace(this, afresh=True) if afresh else this)
            afresh = False
    return kept, marks


def _joined_tables(placed: list[_Placed]) -> list[_Placed]:
    """Grids with nothing between them, joined where the second goes on with the first: under its header, or on the next page."""
    out: list[_Placed] = []
    for this in placed:
        before = out[-1] if out else None
        if isinstance(this.item, Grid) and before is not None and isinstance(before.item, Grid):
            turned = this.page != (before.item.last_page or before.page)
            if repeated_rows(before.item, this.item) or (turned and continues(before.item, this.item)):
                out[-1] = _Placed(before.page, joined(before.item, this.item))
                continue
        out.append(this)
    return out


def _blocks(placed: list[_Placed]) -> list[Block]:
    flowing = not any(isinstance(p.item, Line) and p.item.heading for p in placed)
    wrapped = _is_wrapped(placed)
    blocks: list[Block] = []
    sections: list[Section] = []
    tables_on_page: dict[int, int] = {}
    in_contents = False
    until: str | None = None
    growing: GrowingPassage | None = None
    item = 0
    for at, this in enumerate(placed):
        if this.afresh:
            sections.clear()
            until = None
        if isinstance(this.item, Grid):
            if growing:
                blocks.append(growing.whole())
                growing = None
            tables_on_page[this.page] = tables_on_page.get(this.page, 0) + 1
            number = sum(tables_on_page.values())
            below = _line_below(placed, at)
            table = _table(this, tables_on_page[this.page], number, blocks, tuple(sections), below)
            blocks.append(replace(table, until=until))
            continue
        line = this.item
        wraps = growing is not None and wraps_in_print(growing, line)
        whole, after = _whole_line(placed, at)
        listed = is_contents_entry(whole.text, listed=in_contents)
        in_contents = opens_contents(whole.text) or (listed and in_contents)
        level = 0 if wraps or listed else heading_level(whole, after, flowing=flowing)
        captioned = not wraps and is_caption(whole.text)
        if growing and not level and goes_on(growing, line, wrapped):
            growing.add(line, this.page)
            continue
        # The caption of a table or a chart names that and not the text after it.
        over = 0 if captioned else level
        if not level and line.blank_before and (counted := _item_number(line.text)):
            if item < counted <= item + _LARGEST_STEP:
                # The next of numbered lines is no part of what stands without a number under the one before.
                sections = [s for s in sections if s.number is not None or s.level < _UNNUMBERED]
            item = counted
        if is_end_of_period(line.text):
            until = line.text
        elif 0 < over < _UNNUMBERED:
            until = None
        if over:
            while sections and sections[-1].level >= over:
                sections.pop()
        passage = passage_of(line, this.page, level, tuple(sections))
        if over:
            sections.append(Section(over, passage.number, passage.text))
        if growing:
            blocks.append(growing.whole())
        growing = GrowingPassage(passage)
    if growing:
        blocks.append(growing.whole())
    return blocks


def _item_number(text: str) -> int:
    """The number of a line that is one of several: ``5 To increase reporting`` 5, ``14B To reduce theft`` 14; else 0."""
    match = _ITEM.match(text)
    return int(match[1]) if match else 0


def _is_wrapped(placed: list[_Placed]) -> bool:
    """True for a text whose paragraphs are broken into lines of about the same width."""
    widths = []
    for one, two in itertools.pairwise(placed):
        if (
            isinstance(one.item, Line)
            and isinstance(two.item, Line)
            and not two.item.blank_before
            and not two.item.bullet
        ):
            widths.append(len(one.item.text))
    if len(widths) < 8:
        return False
    widths.sort()
    # Lines that are broken at a width are none of them much longer: where one in ten is, each is a paragraph of its own.
    return 45 <= widths[len(widths) // 2] <= 130 and widths[len(widths) * 9 // 10] <= _WIDEST


def _whole_line(placed: list[_Placed], at: int) -> tuple[Line, Line | None]:
    """A line with those of the same look that it wraps to, where it is printed, and the line after it."""
    first = placed[at].item
    assert isinstance(first, Line)
    texts, length = [first.text], len(first.text)
    after: Line | None = None
    for following in range(at + 1, len(placed)):
        line = placed[following].item
        if not isinstance(line, Line):
            break
        if not (line.soft and line.size and line.bold == first.bold and line.heading == first.heading):
            after = line
            break
        if length > _LONG_PROSE:
            break
        texts.append(line.text)
        length += 1 + len(line.text)
    return (first._replace(text=" ".join(texts)) if len(texts) > 1 else first), after


def _passages_above(before: list[Block]) -> Iterator[Passage]:
    """The passages between a table and the table before it, the nearest first."""
    return (
        block
        for block in itertools.takewhile(lambda b: isinstance(b, Passage), reversed(before))
        if isinstance(block, Passage)
    )


def _line_below(placed: list[_Placed], at: int) -> str | None:
    """The line that follows a table, where what follows that is no table which it may belong to."""
    below, then = placed[at + 1 : at + 2], placed[at + 2 : at + 3]
    if not below or not isinstance(below[0].item, Line) or (then and isinstance(then[0].item, Grid)):
        return None
    return below[0].item.text


def _table(
    this: _Placed, on_page: int, number: int, before: list[Block], sections: tuple[Section, ...], below: str | None
) -> TableBlock:
    assert isinstance(this.item, Grid)
    grid = this.item
    top, inner = header_rows(grid)
    caption, lead = (grid.caption, None) if grid.caption else caption_and_lead(_passages_above(before), below)
    key = f"l{grid.line}" if grid.line is not None and grid.box is None else f"p{this.page}t{on_page}"
    return TableBlock(
        grid=grid,
        key=key,
        number=number,
        caption=caption,
        lead=lead,
        header_rows=top,
        inner_headers=inner,
        sections=sections,
        heads=heads_above(grid, top, before),
    )

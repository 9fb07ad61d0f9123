"""A table as the database keeps it: its cells as they are printed."""

from __future__ import annotations

import re

from extract.blocks import TableBlock
from extract.captions import introduces
from extract.tables.column_roles import flat
from schema.reading import Table, TableCell

#: Headings of every report, which name none of its tables.
_OF_ANY_REPORT = re.compile(
    r"(?:recommend\w+|conclusions?|introduction|background(?:\s+(?:papers|documents))?|purpose(?:\s+of\s+(?:the\s+|this\s+)?report)?|summary|executive\s+summary|"
    r"appendi(?:x|ces)(?:\s+\w{1,2})?|contents|agenda|decision|resolved|next\s+steps|contacts?(?:\s+details)?)",
    re.IGNORECASE,
)


def table_as_printed(block: TableBlock, kind: str) -> Table:
    """The table of a block; ``kind`` is one of ``extract.tables.kinds``. Boxes are in points from the left and the top of the page."""
    grid = block.grid
    pages = [c.page for c in grid.cells] or [grid.page]
    headers = set(range(block.header_rows)) | set(block.inner_headers)
    return Table(
        key=block.key,
        number=block.number,
        paper=block.paper,
        caption=called(block),
        kind=kind,
        header_rows=block.header_rows,
        body_rows=grid.rows - len(headers),
        columns=grid.columns,
        page_from=min(pages),
        page_to=max(*pages, grid.last_page or grid.page),
        method=grid.method,
        confidence=grid.confidence,
        cells=tuple(
            TableCell(
                row=c.row,
                col=c.col,
                text=c.text,
                page=c.page,
                row_span=c.row_span,
                col_span=c.col_span,
                is_header=c.is_header or c.row in headers,
                line=c.line,
                x0=round(c.box.x0, 2) if c.box else None,
                top=round(c.box.top, 2) if c.box else None,
                x1=round(c.box.x1, 2) if c.box else None,
                bottom=round(c.box.bottom, 2) if c.box else None,
                mark=c.mark,
            )
            for c in grid.cells
        ),
    )


def called(block: TableBlock) -> str | None:
    """What a table is called: its caption, the title in its first row, the sentence that introduces it, else the heading above.

    The last sentence before a table that says nothing of it is no name: "The Panel is invited to consider the report."
    """
    if block.caption:
        return block.caption
    first = [c for c in block.grid.cells if c.row == 0 and c.text.strip()]
    if block.header_rows > 1 and len(first) == 1 and block.grid.columns > 2:
        return flat(first[0].text)
    if block.lead and introduces(block.lead):
        return block.lead
    heading = block.sections[-1].text if block.sections else None
    return heading if heading and not _OF_ANY_REPORT.fullmatch(heading.strip(" .:")) else None

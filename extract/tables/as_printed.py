"""A table as the database keeps it: its cells as they are printed."""

from __future__ import annotations

from extract.blocks import TableBlock
from schema.reading import Table, TableCell


def table_as_printed(block: TableBlock, kind: str) -> Table:
    """The table of a block; ``kind`` is one of ``extract.tables.kinds``. Boxes are in points from the left and the top of the page."""
    grid = block.grid
    pages = [c.page for c in grid.cells] or [grid.page]
    headers = set(range(block.header_rows)) | set(block.inner_headers)
    return Table(
        key=block.key,
        number=block.number,
        paper=block.paper,
        caption=block.caption or block.lead,
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

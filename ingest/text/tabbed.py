"""Tables of tab-separated lines, as text conversions of papers print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.inline import printed_cell
from schema.document import Cell, Grid

_BLOCK_TAG = re.compile(r"<(/?)(p|ul|ol|div)\b[^<>]*>", re.IGNORECASE)
_BLOCK_START = re.compile(r"<(?:p|ul|ol|div)\b", re.IGNORECASE)
#: How a line begins that is a cell of a box, and what may stand over it.
_IN_CELL = re.compile(r"<(?:p|ul|ol|b)\b[^<>]*>", re.IGNORECASE)
_MOST_ROWS_OF_A_BOX = 12
_BOX_HEADING = re.compile(r"[A-Z][\w &/’'-]{1,38}")
_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s|\d{1,3}\.\s|#{1,6}\s")
_ITEM_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]?|[•▪●○◦‣·–-]")
_WORDLESS = re.compile(r"[^A-Za-z]*")
_GOES_ON = re.compile(r"(?:[,&:(–-]|\b(?:and|of|the|for|in|to|with|by|or))\Z", re.IGNORECASE)
#: A cell whose markup is not closed on its line runs on at most this far.
_LONGEST_CELL = 80
_LONGEST_LINE_OF_A_CELL = 4_000
#: More tabs than this in one line are no table that anyone has printed.
MOST_COLUMNS = 200
#: A line without tabs inside a table is a row across all columns (a group's name) up to this length; longer, it is prose.
_LONGEST_GROUP_NAME = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the source of each cell and the line on which the row begins. ``wide`` is a row of one cell across the table."""

    cells: tuple[str, ...]
    line: int
    wide: bool = False

    @property
    def filled(self) -> int:
        """How many cells print something."""
        return sum(1 for cell in self.cells if cell.strip())


def is_row(line: str) -> bool:
    """True for a line with tabs that could be a row of a table."""
    return "\t" in line and not line.isspace() and line.count("\t") < MOST_COLUMNS


def read_rows(lines: Sequence[str], start: int) -> tuple[list[Row], int]:
    """The rows of the run of tabbed lines that begins at ``lines[start]``, and the index after it.

    A cell may run over lines: where its markup is still open (``<ul>`` … ``</ul>``), or where a line goes on in mid-sentence
    and completes the row. A short line without tabs between two rows is a row across all columns.
    """
    rows: list[Row] = []
    width = 0
    at = start
    while at < len(lines) and lines[at].strip():
        line = lines[at]
        number = at + 1
        if is_row(line):
            at, line = _until_closed(lines, at)
            pieces = tuple(line.split("\t"))
            if rows and _completes(rows[-1], pieces, width):
                before = rows[-1].cells
                joined = (*before[:-1], f"{before[-1]}\n{pieces[0]}", *pieces[1:])
                rows[-1] = replace(rows[-1], cells=joined)
            else:
                rows.append(_spread(Row(pieces, number)))
        elif rows and not rows[-1].wide and _goes_on(rows[-1].cells[-1], line):
            before = rows[-1].cells
            rows[-1] = replace(rows[-1], cells=(*before[:-1], f"{before[-1]}\n{line}"))
        elif rows and at + 1 < len(lines) and is_row(lines[at + 1]) and not _is_prose(line):
            if lines[at + 1].lstrip()[:1].islower() or _GOES_ON.search(line.rstrip()):
                rows.append(Row(tuple(f"{line}\n{lines[at + 1]}".split("\t")), number))
                at += 1
            else:
                rows.append(Row((line,), number, wide=True))
        else:
            break
        width = max(width, len(rows[-1].cells))
        at += 1
    return rows, at


def read_box(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """A table of one column that begins at ``lines[start]``, and the index after it; None where there is none.

    A text conversion prints such a box as a short heading and, right below it, lines whose markup is that of cells: ``ITEM`` over
    ``<p><b>Aim:</b> to maintain …</p>`` and ``<ul><li>…</li></ul>``.
    """
    end = start + 1
    while end < len(lines) and _is_cell(lines[end]):
        end += 1
    heading = printed_cell(lines[start])
    closed = end == len(lines) or not lines[end].strip()
    if (
        end == start + 1
        or not closed
        or not heading.text
        or "\n" in heading.text
        or not _BOX_HEADING.fullmatch(heading.text)
    ):
        return None
    if lines[start + 1].lstrip()[:2] == "<b" and not heading.bold:
        return None
    cells = []
    for row, line in enumerate(lines[start:end]):
        printed = printed_cell(line)
        cells.append(Cell(row, 0, printed.text, page=1, is_header=row == 0, bold=printed.bold, line=start + 1 + row))
    return Grid(tuple(cells), "tsv", page=1, line=start + 1, header_rows=1), end


def _is_cell(line: str) -> bool:
    return len(line) <= _LONGEST_LINE_OF_A_CELL and "\t" not in line and bool(_IN_CELL.match(line.lstrip()))


def is_table(rows: Sequence[Row]) -> bool:
    """False for indented text and for numbered paragraphs or list items whose mark is parted from the text by a tab.

    Examples: ``"1.1⇥The Plan came into effect …"`` is a paragraph, ``"Burnley⇥£4517.33⇥£5,482.67"`` a row.
    """
    if not any(row.filled > 1 for row in rows):
        return False
    return not all(_is_item(row) for row in rows)


def grid(rows: Sequence[Row]) -> Grid:
    """The rows as a grid; columns that are empty from top to bottom are tab stops and are left out."""
    width = max(len(row.cells) for row in rows)
    columns = [c for c in range(width) if any(c < len(r.cells) and r.cells[c].strip() for r in rows if not r.wide)]
    cells: list[Cell] = []
    for index, row in enumerate(rows):
        if row.wide:
            printed = printed_cell(row.cells[0])
            cells.append(
                Cell(index, 0, printed.text, page=1, col_span=len(columns), bold=printed.bold, line=row.line),
            )
            continue
        for place, column in enumerate(columns):
            source = row.cells[column] if column < len(row.cells) else ""
            printed = printed_cell(source)
            cells.append(Cell(index, place, printed.text, page=1, bold=printed.bold, line=row.line))
    return Grid(tuple(cells), "tsv", page=1, line=rows[0].line)


def _spread(row: Row) -> Row:
    """A row of one cell that holds whole paragraphs ("<p><b>Notes:</b></p> <p>…</p>⇥⇥⇥") stands across the table."""
    first, *others = row.cells
    if len(others) > 1 and _BLOCK_START.match(first.strip()) and not any(cell.strip() for cell in others):
        return Row((first,), row.line, wide=True)
    return row


def _until_closed(lines: Sequence[str], at: int) -> tuple[int, str]:
    """The line with those that follow until the markup of its last cell is closed; the line alone where it never is."""
    line = lines[at]
    name = _open_block(line.rpartition("\t")[2])
    if name is None:
        return at, line
    closing = f"</{name}"
    for end in range(at + 1, min(at + 1 + _LONGEST_CELL, len(lines))):
        if closing in lines[end].lower():
            return end, "\n".join(lines[at : end + 1])
    return at, line


def _open_block(cell: str) -> str | None:
    open_tags: list[str] = []
    for match in _BLOCK_TAG.finditer(cell):
        name = match[2].lower()
        if not match[1]:
            open_tags.append(name)
        elif name in open_tags:
            del open_tags[open_tags.index(name) :]
    return open_tags[0] if open_tags else None


def _completes(before: Row, pieces: tuple[str, ...], width: int) -> bool:
    """True where a row and the line after it are the two parts of one full row, its cell broken in mid-sentence."""
    if before.wide or len(before.cells) >= width or len(before.cells) + len(pieces) - 1 != width:
        return False
    return _goes_on(before.cells[-1], pieces[0])


def _goes_on(cell: str, line: str) -> bool:
    """True where the line is the rest of what the cell says and not something new."""
    text = line.strip()
    if not text or _WORDLESS.fullmatch(cell):
        return False
    return text[0].islower() or _GOES_ON.search(cell.rstrip()) is not None


def _is_prose(line: str) -> bool:
    text = line.strip()
    if _BLOCK_START.match(text):
        return False
    sentence = text.endswith(".") and text.count(" ") >= 4
    return (
        sentence
        or len(text) > _LONGEST_GROUP_NAME
        or text.endswith((":", ";"))
        or _PARAGRAPH_NUMBER.match(text) is not None
    )


def _is_item(row: Row) -> bool:
    texts = [cell.strip() for cell in row.cells if cell.strip()]
    if row.wide or len(texts) != 2 or not _ITEM_MARK.fullmatch(texts[0]) or _WORDLESS.fullmatch(texts[1]):
        return False
    return not texts[0].isalnum() or len(texts[1]) > 60

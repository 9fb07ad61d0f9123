"""Telephone numbers and e-mail addresses of people, which papers print and the database does not keep.

What stands in their place has the same length, so that every place in the text stays where it is printed.
"""

from __future__ import annotations

from dataclasses import replace

from schema.contacts import EMAIL, PHONE
from schema.document import Grid, Line


def without_contacts(text: str) -> str:
    """The text with telephone numbers and e-mail addresses blotted out, as long as before.

    Examples: ``Sam Weston (Tel: 0116 305 6226)`` keeps the name and says ``[phone······]``; ``1,169,042`` and
    ``01/07/19 to 30/06/20`` are no telephone numbers.
    """
    if "@" in text:
        text = EMAIL.sub(lambda match: _blot("[e-mail", match.group()), text)
    return PHONE.sub(lambda match: _blot("[phone", match.group()), text) if "0" in text else text


def _blot(word: str, printed: str) -> str:
    room = len(printed) - 1
    return (word + "·" * room)[:room] + "]"


def flow_without_contacts(flow: tuple[Line | Grid, ...]) -> tuple[Line | Grid, ...]:
    """The lines and cells of a page without contacts."""
    return tuple(_line(item) if isinstance(item, Line) else _grid(item) for item in flow)


def _line(line: Line) -> Line:
    text = without_contacts(line.text)
    return line if text == line.text else line._replace(text=text)


def _grid(grid: Grid) -> Grid:
    cells = tuple(c if (text := without_contacts(c.text)) == c.text else c._replace(text=text) for c in grid.cells)
    return grid if cells == grid.cells else replace(grid, cells=cells)

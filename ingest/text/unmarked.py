"""Tables of plain text without tabs, frames or rules: nothing marks these as tables but where their figures stand.

So each is one only where every row has its figures in the places in which the others have theirs, under a header that has as
many names. Which row is parted by what is told in ``parted_lines``, ``figure_lines`` and ``stacked_cells``; lists of amounts
need no header:

| as printed                                                              |                              |
| ----------------------------------------------------------------------- | ---------------------------- |
| ``Council tax by band:`` ⏎ ``Band A £176.33`` ⏎ ``Band B £205.72`` ⏎ …  | amounts of money             |
| ``Budget (£000)`` ⏎ ``Officers ........ 72,410`` ⏎ ``Staff .... 38,220`` | figures behind dotted leaders |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.page_ranges import are_page_ranges
from ingest.text.figure_lines import table_of_figure_lines
from ingest.text.parted_lines import parted_table
from ingest.text.printed_rows import LETTERS, SENTENCE_END, PrintedRow, grid_of, is_figure
from ingest.text.spaced_columns import dated_table, spaced_table
from ingest.text.stacked_cells import paired_lines, stacked_table
from schema.document import Grid

_AMOUNT = re.compile(
    r"\s*(?P<label>[A-Z(\d][^£\t|]{1,68}?)(?:\s*[:–—-]+|\s*\.{2,})?\s+(?P<amount>£\s?\d[\d,]*(?:\.\d+)?\s?(?:m|k|bn|million|billion)?)\s*",
    re.IGNORECASE,
)
_LED = re.compile(r"\s*(?P<label>[A-Z(\d][^£\t|]{1,68}?)\s*(?:\.\s?){4,}\s*(?P<amount>[£(+−–\d-][^\t|]{0,24})\s*")
#: What figures have that are no page numbers.
_MEASURED = re.compile(r"[£%,.]")
#: Words after which an amount goes on a sentence.
_GOES_ON = re.compile(
    r"\b(?:of|at|to|is|was|were|are|by|for|from|and|or|than|about|around|some|over|under|up|the|a|an|with|in|on|plus|cost(?:s|ing)?|paid|pay|gave|"
    r"receives?d?|provided?|includ(?:es|ing))\Z",
    re.IGNORECASE,
)
#: So many amounts make a list under a line that introduces them, and under any other.
_FEWEST_AMOUNTS, _FEWEST_ALONE = 3, 4
#: A long list of pages is not read to its end from each of its lines.
_FIRST_ROWS = 12


def read_unmarked(lines: Sequence[str], start: int, *, introduced: bool) -> tuple[Grid, int] | None:
    """The table without marks that begins at ``lines[start]``, and the index after it; None where none begins there.

    ``introduced`` is true where what stands above ends in a colon.
    """
    line = lines[start].strip()
    if not line or "\t" in line:
        return None
    found = spaced_table(lines, start) or dated_table(lines, start) if "  " in line else None
    found = found or parted_table(lines, start) or table_of_figure_lines(lines, start)
    if found:
        return None if are_page_ranges([text for text in lines[start : found[1]] if text.strip()]) else found
    if ".." in line or ". ." in line:
        return _list(lines, start, _LED, _FEWEST_AMOUNTS)
    if "£" in line and (found := _list(lines, start, _AMOUNT, _FEWEST_AMOUNTS if introduced else _FEWEST_ALONE)):
        return found
    return stacked_table(lines, start) or paired_lines(lines, start)


def _list(lines: Sequence[str], start: int, form: re.Pattern[str], fewest: int) -> tuple[Grid, int] | None:
    """A list of names with a figure each, the last of which may be their total."""
    rows: list[PrintedRow] = []
    for at in range(start, len(lines)):
        match = form.fullmatch(lines[at])
        label = match["label"].strip() if match else ""
        if match is None or not LETTERS.search(label) or _GOES_ON.search(label) or SENTENCE_END.search(label):
            break
        if not is_figure(match["amount"].strip()):
            break
        rows.append([(label, at), (match["amount"].strip(), at)])
        if len(rows) == _FIRST_ROWS and not _measure(rows):
            return None
    if len(rows) < fewest or not _measure(rows):
        return None
    return grid_of(rows, header_rows=0), rows[-1][-1][1] + 1


def _measure(rows: Sequence[PrintedRow]) -> bool:
    return sum(bool(_MEASURED.search(row[1][0])) for row in rows) * 2 > len(rows)

"""What became of each figure on a printed page: the fact that was read from it, or nothing; and its place on the page.

The facts come from the database, which says where each is printed by line and characters or by table, row and column. The boxes
come from the page itself, so a page that reads differently from how it was ingested gives traces without a place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extract.headings import numbering
from extract.numbers import parse_figures
from extract.pages.lines import around, is_figure, lines_of
from extract.times.periods import find_periods
from schema.document import Box, Line, Word

Became = Literal["fact", "doubt", "nothing"]
Row = Mapping[str, Any]

#: Below this confidence the site calls a value doubtful as well.
DOUBTFUL = 0.7


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure and what became of it.

    ``boxes`` surround its words, one for each line they stand on; ``()`` where the page no longer has them in their place.
    ``kind`` is the table of the database that the fact is in, None for a figure that became nothing. ``about`` and ``says`` are the
    fact in short (``in_short``), or nothing and the figure as printed.
    """

    became: Became
    boxes: tuple[Box, ...]
    about: str
    says: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class _Print:
    """A printed text with its words in reading order: a line, or what stands in a cell."""

    text: str
    words: tuple[Word, ...]

    def under(self, start: int, end: int) -> tuple[Word, ...]:
        """The words under some characters of the text, end exclusive."""
        tokens = _tokens(self.text)
        meant = [i for i, (a, b) in enumerate(tokens) if a < end and b > start]
        if len(tokens) <= len(self.words):
            # What the line begins with in print and not in its text is its bullet.
            ahead = len(self.words) - len(tokens)
            return tuple(self.words[i + ahead] for i in meant)
        wanted = [self.text[slice(*tokens[i])] for i in meant]
        return tuple(w for w in self.words if w.text in wanted)


def traces(
    words: Sequence[Word],
    lines: Sequence[Line],
    cells: Sequence[Row],
    facts: Mapping[str, Sequence[Row]],
) -> list[Trace]:
    """The traces of one page: the facts in the order of their places, then the figures that became nothing.

    Args:
        words: The words of the page without its furniture.
        lines: The lines of the page outside its tables, with boxes.
        cells: The rows of ``source_cells`` on the page.
        facts: The rows of each table of facts that have their place on the page.
    """
    in_cells = {
        (c["source_table_id"], c["row"], c["col"]): _Print(str(c["text"]), _inside(box_of(c), words)) for c in cells
    }
    in_lines = {line.number: _Print(line.text, _inside(line.box, words)) for line in lines if line.box}
    found: list[Trace] = []
    read: set[Word] = set()
    busy: set[tuple[Any, ...]] = set()
    for kind, rows in facts.items():
        at: dict[tuple[Any, ...], int] = defaultdict(int)
        for row in rows:
            place = (row["source_table_id"], row["row"], row["col"])
            if row["source_table_id"] is not None:
                busy.add(place[:2])
                under = _in_cell(in_cells.get(place), kind, row, at, place)
            else:
                line = in_lines.get(row["line"])
                under = line.under(row["char_start"] or 0, row["char_end"] or 0) if line else ()
            read.update(under)
            doubtful = row["confidence"] is not None and row["confidence"] < DOUBTFUL
            found.append(Trace("doubt" if doubtful else "fact", _boxes(under), *in_short(kind, row), kind))
    heads = {(c["source_table_id"], c["row"], c["col"]) for c in cells if c["is_header"]}
    # A figure in a row's label ("within 28 days") tells what the row is about.
    labels = {place for place, printed in in_cells.items() if place[2] == 0 and not is_figure(printed.text)}
    labels |= {place for place in in_cells if place[2] == 0 and place[:2] in busy}
    bodies = [printed for place, printed in in_cells.items() if place not in heads | labels]
    return found + list(_unread([*bodies, *in_lines.values()], read))


def box_of(cell: Row) -> Box | None:
    """The box of a row of ``source_cells``; None in a text paper."""
    return None if cell["x0"] is None else Box(cell["x0"], cell["top"], cell["x1"], cell["bottom"])


def in_short(kind: str, row: Row) -> tuple[str, str]:
    """What a fact is about and what it says, in a few words.

    Examples: ``burglary`` (its measure is known), ``4,900 count, actual, 2014/15``; ``Boxing Club``, ``5,000 GBP, awarded, 2014/15``;
    ``meeting``, ``2015-03-23``.
    """
    if kind == "dates":
        days = [row["start"], row["end"] if row["end"] != row["start"] else None]
        return str(row["type"]), " to ".join(str(day) for day in days if day) or "no day"
    if kind == "funding_awards":
        name = row["recipient"] or row["area"] or row["purpose"]
        figure, rest = f"{row['amount']:,.12g} {row['currency']}", [row["status"], row["year"]]
    else:
        name = row["measure"] or row["label"]
        figure = row["value_text"] if row["value"] is None else f"{row['value']:,.12g} {row['unit'] or ''}".strip()
        rest = [row["statistic"], row["area"], row["period_label"] or row["period_end"], row["rag"], row["direction"]]
    return name or "no name", ", ".join([figure, *(str(r) for r in rest if r)])


def _in_cell(
    cell: _Print | None, kind: str, row: Row, at: dict[tuple[Any, ...], int], place: tuple[Any, ...]
) -> tuple[Word, ...]:
    """The words of a fact in its cell: the first after those of the facts before it; all where the cell reads otherwise."""
    if cell is None:
        return ()
    start, end = next((span for span in _spans(kind, row, cell.text) if span[0] >= at[place]), (0, len(cell.text)))
    if end < len(cell.text):
        at[place] = end
    return cell.under(start, end)


def _spans(kind: str, row: Row, text: str) -> Iterator[tuple[int, int]]:
    """Where in a text a fact may be printed: its value as printed, its amount, its first day."""
    if kind == "dates":
        return ((a, b) for a, b, period in find_periods(text) if str(period.start) == row["start"])
    if kind == "funding_awards":
        return ((figure.start, figure.end) for figure in parse_figures(text) if figure.value == row["amount"])
    return (match.span() for match in re.finditer(re.escape(row["value_text"] or text), text))


def _unread(prints: Sequence[_Print], read: set[Word]) -> Iterator[Trace]:
    """The figures of texts of which no word became a part of a fact; the numbers of paragraphs are no figures."""
    for printed in prints:
        numbered = numbering(printed.text)
        for figure in parse_figures(printed.text):
            under = printed.under(figure.start, figure.end)
            if under and not read & set(under) and not (numbered and figure.start < numbered.end):
                yield Trace("nothing", _boxes(under), "", figure.text)


def _tokens(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for token in text.split():
        start = text.index(token, start)
        spans.append((start, start + len(token)))
        start += len(token)
    return spans


def _inside(box: Box | None, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words whose middle lies in a box, in reading order."""
    if box is None:
        return ()
    inside = [
        w
        for w in words
        if box.x0 - 0.5 <= (w.box.x0 + w.box.x1) / 2 <= box.x1 + 0.5
        and box.top - 0.5 <= (w.box.top + w.box.bottom) / 2 <= box.bottom + 0.5
    ]
    return tuple(w for line in lines_of(inside) for w in line.words)


def _boxes(words: Sequence[Word]) -> tuple[Box, ...]:
    return tuple(around(w.box for w in line.words) for line in lines_of(words))

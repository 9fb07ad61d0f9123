"""RAG words, colours and arrows of a row, printed or drawn, given to the figure that they judge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.blocks import TableBlock
from extract.figure_words import direction_of, is_arrow, rag_of
from extract.tables.column_roles import Row
from extract.tables.column_words import says_previous
from extract.tables.columns import Column, Segment
from schema.document import Cell
from schema.reading import Observation

_RAG_HEAD = re.compile(r"\b(?:b?rag|status|rating)\b", re.IGNORECASE)
_NOT_JUDGED = frozenset({"change", "percent_change", "point_change", "target"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a cell says of a figure: its RAG word (``Red``), its direction (``up``), and both as printed or drawn."""

    rag: str | None = None
    direction: str | None = None
    text: str = ""


def judgement_of(cell: Cell) -> Judgement | None:
    """The judgement in a cell that holds nothing else; None where it holds none.

    | text      | mark      |                  |
    | --------- | --------- | ---------------- |
    | ``GREEN`` |           | Green            |
    |           | ``↑``     | up               |
    | ``RED``   | ``Red ↓`` | Red, down        |
    | ``↑``     | ``Amber`` | Amber, up        |
    | ``R ⇩``   |           | Red, down        |
    | ``12%``   | ``Red``   | Red (the colour) |
    """
    words = cell.text.split()
    drawn = cell.mark.split() if cell.mark else []
    if not all(rag_of(w) or is_arrow(w) for w in words):
        words = [cell.text] if rag_of(cell.text) else []
    said = [*words, *drawn]
    rag = next((found for w in said if (found := rag_of(w))), None)
    direction = next((found for w in said if is_arrow(w) and (found := direction_of(w))), None)
    return Judgement(rag, direction, cell.text.strip() or " ".join(drawn)) if rag or direction else None


def judged(
    found: Sequence[tuple[Column, Observation]], row: Row, segment: Segment, coloured: bool
) -> list[tuple[Column, Observation]]:
    """The observations of a row with their judgements: the current figure takes them.

    A mark beside an older figure judges the current one against it, and is kept in its note: ``↑ against Previous (2013/14)``
    where it points from the one to the other. Where each figure has a colour of its own, that judges it. Where all marks stand
    beside one figure ("Latest", "Previous", "RAG", "Direction of Travel") they judge the current one.
    ``coloured`` is true where the colours of the table's cells are judgements and no decoration.
    """
    out = list(found)
    cells = [(c, row[c.index]) for c in segment.of_role("judgement") if c.index in row]
    judgements = [(c, said) for c, cell in cells if (said := judgement_of(cell))]
    levels = [c for c, o in out if o.statistic not in _NOT_JUDGED]
    if levels:
        current = segment.current if segment.current in levels else levels[-1]
        beside = [_neighbour(column, levels) for column, _ in cells]
        together = len({c.index for c in beside}) == 1
        each = len({c.index for c in beside}) == len(cells) == len({c.index for c in levels}) > 1
        for column, said in judgements:
            neighbour = _neighbour(column, levels)
            older = says_previous(column.name) and not says_previous(current.name)
            rates_each = each and said.rag is not None and not older
            judged_one = neighbour if rates_each else current
            own = (neighbour is judged_one or together) and not older
            note = None if rates_each else _note(column, said, neighbour, current, out, own=own, older=older)
            for at, (where, observation) in enumerate(out):
                if where is not judged_one or observation.statistic in _NOT_JUDGED:
                    continue
                if own:
                    rag, direction = said.rag or observation.rag, said.direction or observation.direction
                    observation = replace(observation, rag=rag, direction=direction)
                noted = "; ".join(filter(None, (observation.note, note)))
                out[at] = (where, replace(observation, note=noted or None))
    return [(where, _with_own_mark(observation, row.get(where.index), coloured)) for where, observation in out]


def _note(
    column: Column,
    said: Judgement,
    neighbour: Column,
    current: Column,
    found: Sequence[tuple[Column, Observation]],
    *,
    own: bool,
    older: bool,
) -> str | None:
    """What a judgement of the current figure is told with: what it compares that with, else where it stands.

    An arrow between two columns compares their figures where it points from the one to the other: ``↑`` between 89.4% and 90.9%.
    """
    if older:
        return f"{said.text} under {column.name}"
    values = {c.index: o.value for c, o in found if o.statistic not in _NOT_JUDGED and o.value is not None}
    after = next((i for i in sorted(values) if i > column.index), None)
    other = neighbour.index if neighbour is not current else after
    names = {c.index: c.name for c, _ in found}
    if other is not None and said.direction and other in values and current.index in values and other != current.index:
        now, then = values[current.index], values[other]
        if said.direction == ("up" if now > then else "down" if now < then else "level"):
            return f"{said.text} against {names[other]}"
    return None if own else f"{said.text} beside {neighbour.name}"


def _neighbour(judgement: Column, levels: Sequence[Column]) -> Column:
    """The column of figures that a judgement stands beside: the next one to its left, else the first."""
    before = [c for c in levels if c.index < judgement.index]
    return before[-1] if before else levels[0]


def _with_own_mark(observation: Observation, own: Cell | None, coloured: bool) -> Observation:
    """The observation with the colour and the drawn arrow of its own cell, where nothing else judges it."""
    said = judgement_of(own) if own is not None and own.mark else None
    if said is None:
        return observation
    rag = observation.rag or (said.rag if coloured else None)
    return replace(observation, rag=rag, direction=observation.direction or said.direction)


def colours_judge(block: TableBlock) -> bool:
    """True where the colours of a table's cells are judgements: more than one of them, or a header that speaks of RAG."""
    colours = {rag for c in block.grid.cells if c.mark for word in c.mark.split() if (rag := rag_of(word))}
    heads = " ".join(c.text for c in block.grid.cells if c.row < block.header_rows)
    return len(colours) > 1 or bool(colours and _RAG_HEAD.search(heads))

"""RAG words, colours and arrows of a row, given to the figure that they judge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.blocks import TableBlock
from extract.figure_words import direction_of, is_arrow, rag_of
from extract.tables.column_roles import Row
from extract.tables.columns import Column, Segment
from schema.document import Cell
from schema.reading import Observation

_RAG_HEAD = re.compile(r"\b(?:b?rag|status|rating)\b", re.IGNORECASE)
_NOT_JUDGED = frozenset({"change", "percent_change", "point_change", "target"})


def judged(
    found: Sequence[tuple[Column, Observation]], row: Row, segment: Segment, coloured: bool
) -> list[tuple[Column, Observation]]:
    """The observations of a row with their judgements: the current figure takes them.

    A mark beside an older figure judges the current one against it, and is kept in its note: ``↑ beside Previous (2013/14)``.
    ``coloured`` is true where the colours of the table's cells are judgements and no decoration.
    """
    out = list(found)
    judgements = [(c, row[c.index]) for c in segment.of_role("judgement") if c.index in row]
    levels = [c for c, o in out if o.statistic not in _NOT_JUDGED]
    if levels:
        current = segment.current if segment.current in levels else levels[-1]
        for column, cell in judgements:
            text = cell.text.strip() or (cell.mark or "")
            rag, direction = rag_of(text) or rag_of(cell.mark or ""), direction_of(text) if is_arrow(text) else None
            if not rag and not direction:
                continue
            beside = [c for c in levels if c.index < column.index]
            neighbour = beside[-1] if beside else levels[0]
            for at, (where, observation) in enumerate(out):
                if where is not current or observation.statistic in _NOT_JUDGED:
                    continue
                if neighbour is current or len(judgements) == 1:
                    out[at] = (
                        where,
                        replace(observation, rag=rag or observation.rag, direction=direction or observation.direction),
                    )
                else:
                    note = f"{text} beside {neighbour.name}"
                    more = f"{observation.note}; {note}" if observation.note else note
                    out[at] = (where, replace(observation, note=more))
    return [
        (where, _coloured(observation, row.get(where.index)) if coloured else observation) for where, observation in out
    ]


def _coloured(observation: Observation, own: Cell | None) -> Observation:
    """The observation with the colour of its own cell, where nothing else judges it."""
    rag = rag_of(own.mark) if own is not None and own.mark else None
    return replace(observation, rag=rag) if rag and not observation.rag else observation


def colours_judge(block: TableBlock) -> bool:
    """True where the colours of a table's cells are judgements: more than one of them, or a header that speaks of RAG."""
    colours = {rag for c in block.grid.cells if c.mark and (rag := rag_of(c.mark))}
    heads = " ".join(c.text for c in block.grid.cells if c.row < block.header_rows)
    return len(colours) > 1 or bool(colours and _RAG_HEAD.search(heads))

"""What a paper holds that was not read: charts without printed numbers, figures whose meaning is in doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.blocks import Block, Figure, Passage, TableBlock
from extract.misprints import told_misprints
from extract.numbers import parse_figures
from extract.sentences import LONGEST_SENTENCE, sentences
from extract.wording import lowered
from schema.reading import Award, Observation, Problem

_CHART = re.compile(
    r"\b(?:(?:the\s+)?(?:below|following|above)\s+(?:graph|chart|figure|infographic|diagram)s?|"
    r"(?:graph|chart|figure|infographic)s?\s+(?:below|above|overleaf|shows?|illustrates?)|^(?:figure|chart|graph)\s+\d+\b)"
)
#: One of these is in each.
_CHART_WORDS = ("graph", "chart", "figure", "diagram")
_DOUBTFUL = 0.7


def find_problems(
    blocks: Sequence[Block],
    kinds: dict[str, str],
    observations: Sequence[Observation],
    awards: Sequence[Award],
    figures: Sequence[Figure] = (),
) -> list[Problem]:
    """One problem for each chart that is seen, or spoken of, and for each table with figures of doubtful meaning.

    Examples: ``The below graph illustrates the DA incident trend`` is a chart whose values are not in the database.
    """
    problems = [_chart(figure) for figure in figures]
    seen = {figure.page for figure in figures}
    for at, block in enumerate(blocks):
        if not isinstance(block, Passage) or not _tells_of_chart(block.text) or seen.intersection(block.pages):
            continue
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(after, TableBlock):
            continue
        problems.append(
            Problem(
                code="figure_without_data",
                severity="info",
                page=block.page,
                line=block.lines[0].number,
                message=f"A chart is described here whose values are not printed: “{block.text[:120]}”",
            )
        )
    problems += _too_long(blocks)
    problems += _misprinted(blocks)
    problems += _doubts(blocks, observations)
    problems += _unread(blocks, kinds, observations, awards)
    return problems


def _tells_of_chart(text: str) -> bool:
    low = lowered(text)
    return any(word in low for word in _CHART_WORDS) and bool(_CHART.search(low))


def _chart(figure: Figure) -> Problem:
    called = f", “{figure.caption[:120]}”," if figure.caption else ""
    return Problem(
        code="figure_without_data",
        severity="info",
        page=figure.page,
        line=figure.line,
        message=f"Page {figure.page} has a chart or picture{called} whose values are not printed as text or in a table: "
        "nothing of it is in the database.",
    )


def _too_long(blocks: Sequence[Block]) -> list[Problem]:
    """One problem for each sentence that is too long to tell what its figures belong to."""
    found = []
    for block in blocks:
        if not isinstance(block, Passage) or len(block.text) <= LONGEST_SENTENCE:
            continue
        for start, end in sentences(block.text):
            pieces = (block.text[at : min(at + LONGEST_SENTENCE, end)] for at in range(start, end, LONGEST_SENTENCE))
            if end - start > LONGEST_SENTENCE and any(map(parse_figures, pieces)):
                place = block.place(start, end)
                found.append(
                    Problem(
                        code="sentence_too_long",
                        page=place.page,
                        line=place.line,
                        message=f"A sentence of {end - start:,} characters was not read for its figures: it begins “{block.text[start : start + 80]}”",
                    )
                )
    return found


def _misprinted(blocks: Sequence[Block]) -> list[Problem]:
    """One problem for each passage with a number of which nobody can tell which it is."""
    return [
        Problem(
            code="number_misprinted",
            severity="warning",
            page=block.page,
            line=block.lines[0].number,
            message=f"Here is printed {', '.join(f'“{number}”' for number in numbers)}, which is no number that can be read: it gives no figure.",
        )
        for block in blocks
        if isinstance(block, Passage) and (numbers := told_misprints(block.text))
    ]


def _doubts(blocks: Sequence[Block], observations: Sequence[Observation]) -> list[Problem]:
    """One problem for each table in which figures were read with low confidence."""
    doubtful = Counter(o.place.table for o in observations if o.source == "table" and o.confidence < _DOUBTFUL)
    return [
        Problem(
            code="low_confidence",
            severity="warning",
            page=block.grid.page,
            line=block.grid.line,
            message=f"Of this table, {doubtful[block.key]} of the figures are read with doubt: label or kind is not printed beside them.",
        )
        for block in blocks
        if isinstance(block, TableBlock) and doubtful[block.key]
    ]


def _unread(
    blocks: Sequence[Block], kinds: dict[str, str], observations: Sequence[Observation], awards: Sequence[Award]
) -> list[Problem]:
    """A table of figures from which no figure came."""
    read = {o.place.table for o in observations} | {a.place.table for a in awards}
    return [
        Problem(
            code="table_not_understood",
            severity="warning",
            page=block.grid.page,
            line=block.grid.line,
            message=f"This {kinds[block.key]} table has figures, but none could be given a meaning; its cells are in source_cells.",
        )
        for block in blocks
        if isinstance(block, TableBlock)
        and kinds[block.key] in ("measure", "budget", "staffing", "award")
        and block.key not in read
    ]

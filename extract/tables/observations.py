"""Observations from tables: each printed figure with its measure, period, area, statistic and unit.

Examples as printed: a cell ``Decrease (-16%, -25,769)`` under "In Year Performance Versus Previous 12 Month Period" is a
``percent_change`` of -16 percent and a ``change`` of -25769 count of the current period; ``70%``, ``Decrease (-3%)``, ``67%`` in
one row is a ``point_change`` of -3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.blocks import TableBlock
from extract.figure_words import direction_of, hides_small_number
from extract.names.measures import match_measure
from extract.numbers import parse_figures, qualified
from extract.tables.cards import card_observations
from extract.tables.column_roles import Row, flat
from extract.tables.columns import Column, Segment, segments
from extract.tables.figure_kinds import Figured, kind_of
from extract.tables.figure_names import Above, lettered_name, named_of
from extract.tables.figures_in_cells import (
    columns_of,
    figures_of_cell,
    is_level_before_change,
    is_parted,
    upper_of,
    without_time,
)
from extract.tables.gaps import Gap, gaps_in
from extract.tables.headers import is_period_cell
from extract.tables.judgements import colours_judge, judged
from extract.tables.label_targets import label_targets
from extract.tables.labels_below import labels_below
from extract.tables.lettered import lettered, letters_of
from extract.tables.notes import footnote_of, note_of, notes_inside
from extract.tables.row_meanings import RowMeaning, group_rows, row_meaning
from extract.tables.standing import standing_of
from extract.tables.times_and_places import period_of_figure, placed, where_of
from extract.times.days import parse_day
from extract.times.periods import PeriodContext, parse_period
from schema.document import Cell
from schema.reading import Identity, Observation, Period, Place

#: A header of a form that names a number which measures nothing: "Amendment Number:", "Telephone No".
_NAMES_NUMBER = re.compile(
    r"\b(?:number|no|ref(?:erence)?|code|tel(?:ephone)?|phone|ext|page)\b\.?\s*:?$", re.IGNORECASE
)

#: The figure of an earlier time beside a change: "down 12% from 1,368". Of which time it is, the cell does not say.
_COMPARED_WITH = re.compile(r"\b(?:from|compared (?:to|with)|against|previously|was)\s+(?:£\s?)?$", re.IGNORECASE)
_TIME_OF_DAY = re.compile(
    r"(?:times?|start\w*|end\w*|finish\w*|from|to|until|when|open\w*|clos\w*)\b(?!\s+to\b)", re.IGNORECASE
)

#: Statistics whose own unit says nothing about the unit in which the measure is counted.
_OF_A_LEVEL = frozenset({"change", "percent_change", "point_change", "share", "rank"})

_MOST_OF_NAME, _LONGEST_QUOTE = 80, 240

#: How far a figure is trusted whose column cannot be told, and whose header stands over another table.
_DOUBT_COLUMN, _DOUBT_HEAD = 0.6, 0.85


def find_table_observations(
    block: TableBlock,
    identity: Identity,
    context: PeriodContext,
    notes: Sequence[str] = (),
    below: Sequence[str] = (),
) -> list[Observation]:
    """Every figure of a measure, staffing or budget table as observations, in the order of rows and columns.

    What stands where a figure would (``NA``, ``TBC``, ``<5``) is one without a value, whose ``obs_status`` says why there is none.
    ``context`` is what is known of the paper's time, ``notes`` the paragraphs after the table (for footnote marks),
    ``below`` its next lines, which may be the labels of its rows.
    """
    rows = block.rows()
    if cards := card_observations(block, identity):
        return cards
    out: list[Observation] = []
    notes = [*notes, *notes_inside(rows)]
    group: str | None = None
    time: Period | None = None
    coloured = colours_judge(block)
    for segment in segments(block, context, identity.force):
        groups = group_rows(rows, segment, block.grid.columns)
        printed_below = labels_below(segment, below) or []
        meanings: dict[int, RowMeaning] = {}
        for at, number in enumerate(segment.rows):
            row = rows[number]
            if number in groups:
                group = flat(next(c.text for c in row.values() if c.text.strip()))
                time = parse_period(group, context) if is_period_cell(group) else None
                continue
            named = printed_below[at] if printed_below else None
            meaning = row_meaning(row, segment, block, group, context, identity.force, named)
            if time is not None and meaning.year is None:
                # "2019/20" over the rows of a year.
                meaning = replace(meaning, year=time, period=meaning.period or time)
            group = meaning.group
            meanings[number] = meaning
        for number, meaning in placed(meanings, rows, segment, identity).items():
            out.extend(
                _row_observations(rows[number], number, segment, meaning, block, identity, notes, coloured=coloured)
            )
    return out


def _row_observations(
    row: Row,
    number: int,
    segment: Segment,
    meaning: RowMeaning,
    block: TableBlock,
    identity: Identity,
    notes: Sequence[str],
    *,
    coloured: bool,
) -> Iterator[Observation]:
    found: list[tuple[Column, Observation]] = []
    above = Above.of(block, segment, meaning)
    named = _form_numbers(row)
    for column in segment.values:
        cell = row.get(column.index)
        if cell is None or not cell.text.strip() or column.index in named or not (meaning.label or column.counts):
            continue
        cell_found = _cell_observations(cell, row, number, column, segment, meaning, above, block, identity, notes)
        found += [(column, o) for o in cell_found]
    found = judged(found, row, segment, coloured)
    label_column = segment.label
    if label_column is not None and label_column.index in row and found:
        targets = _label_targets(row[label_column.index], number, meaning, block, identity)
        found += [(label_column, o) for o in targets]
    yield from (o for _, o in found)


def _form_numbers(row: Row) -> set[int]:
    """The columns of a form's row that number a thing, named by the cell to their left: ``Amendment Number:`` / ``3``."""
    filled = sorted(col for col, cell in row.items() if cell.text.strip())
    names = ((col, row[before].text.rstrip()) for before, col in pairwise(filled))
    return {col for col, name in names if name.endswith(":") and _NAMES_NUMBER.search(flat(name))}


def _cell_observations(
    cell: Cell,
    row: Row,
    number: int,
    column: Column,
    segment: Segment,
    meaning: RowMeaning,
    above: Above,
    block: TableBlock,
    identity: Identity,
    notes: Sequence[str],
) -> Iterator[Observation]:
    text = cell.text.strip()
    bare, said_time = without_time(text, pairs=column.paired or bool(column.shared))
    if parse_day(bare) is not None or (is_period_cell(text) and not text.isdigit()):
        return
    if gaps := gaps_in(text, column, meaning):
        for gap in gaps:
            yield _missing(gap, cell, row, number, segment, meaning, above, block, identity)
        if hides_small_number(text) or not parse_figures(text):
            return
    corner = segment.label.name if segment.label else ""
    said_of_times = " ".join((meaning.label, column.name, corner, segment.title or "", block.caption or ""))
    parted = is_parted(text, column)
    own_time = parse_period(said_time, PeriodContext()) if said_time else None
    figures = figures_of_cell(
        bare.rstrip(), "" if cell.col == 0 or _TIME_OF_DAY.match(column.name) else said_of_times, parted=parted
    )
    direction = direction_of(text)
    if column.statistic == "target" and direction in ("increase", "decrease"):
        # "Reduce by 5%" is what the change shall be, and no level to reach.
        return
    whose = columns_of(figures, column, text)
    doubt = _DOUBT_COLUMN if (column.shared and not column.paired) or column.doubtful or parted else 1.0
    doubt = min(doubt, _DOUBT_HEAD) if block.heads and not block.header_rows else doubt
    rated = f"{meaning.label}; {block.caption or ''}"
    letters = letters_of(figures, text)
    parts = lettered(meaning.label) if letters else None
    around = standing_of(column.name) or standing_of(meaning.label) or standing_of(f"{segment.title}; {block.caption}")
    for part, (figure, column) in enumerate(zip(figures, whose, strict=True)):
        if _COMPARED_WITH.search(text[: figure.start]):
            continue
        said = None if is_level_before_change(figure, text) else direction
        kind = kind_of(Figured(figure, text, figures, part, said, block.caption), column, segment, row, meaning)
        letter = letters[part] if letters else None
        if letter == "total" and kind.statistic == "actual":
            kind = replace(kind, statistic="total")
        place = Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=part)
        note = footnote_of(figure.mark, notes) or footnote_of(meaning.mark, notes)
        period = period_of_figure(column, kind.statistic, segment, meaning)
        if own_time is not None and own_time.start and not (period and period.end == own_time.end):
            period = own_time
        if note and (noted := parse_period(note, PeriodContext())) is not None and noted.start:
            period = noted
        level_unit = meaning.unit if kind.statistic in _OF_A_LEVEL else kind.unit
        named = named_of(meaning, column, segment, above, level_unit, identity.force)
        label, breakdown = named.label, named.breakdown
        if letter:
            label, breakdown = lettered_name(label, breakdown, letter, parts)
        area, force = where_of(meaning, column, identity)
        qualifier = figure.qualifier or (
            None if kind.statistic in _OF_A_LEVEL else meaning.qualifier or qualified(column.name)[1]
        )
        standing = standing_of(text[figure.end :]) or (standing_of(note) if note else None)
        standing = standing or (around if kind.statistic != "rank" else None)
        yield Observation(
            place=place,
            paper=block.paper,
            source="table",
            label=label,
            quote=_quote(row, segment, column, text),
            value=kind.value,
            value_to=upper_of(figure, kind),
            value_text=figure.text if len(figures) > 1 else text,
            unit=kind.unit,
            statistic=kind.statistic,
            context=(above.context if named.label == meaning.label else above.titled) or None,
            measure=named.measure.id if named.measure else None,
            measure_score=named.measure.score if named.measure else None,
            measure_source=named.measure.source if named.measure else None,
            area=area,
            force=force,
            breakdown=breakdown,
            period=period,
            qualifier=qualifier,
            direction=said,
            note=note_of(column, figure, text, note, meaning, rated if kind.unit == "rate" else ""),
            obs_status="E" if qualifier == "about" else standing or "A",
            confidence=round(meaning.confidence * kind.confidence * doubt, 3),
        )


def _missing(
    gap: Gap,
    cell: Cell,
    row: Row,
    number: int,
    segment: Segment,
    meaning: RowMeaning,
    above: Above,
    block: TableBlock,
    identity: Identity,
) -> Observation:
    """The observation that is not printed: all but its value."""
    column = gap.column
    unit = column.unit or (meaning.unit if not column.change else None)
    statistic = column.statistic or "actual"
    if column.change or meaning.change:
        statistic = "percent_change" if unit == "percent" else "change"
    named = named_of(meaning, column, segment, above, unit, identity.force)
    area, force = where_of(meaning, column, identity)
    return Observation(
        place=Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=gap.part),
        paper=block.paper,
        source="table",
        label=named.label,
        quote=_quote(row, segment, column, cell.text),
        value=None,
        value_text=gap.printed,
        unit=unit,
        statistic=statistic,
        context=above.context or None,
        measure=named.measure.id if named.measure else None,
        measure_score=named.measure.score if named.measure else None,
        measure_source=named.measure.source if named.measure else None,
        area=area,
        force=force,
        breakdown=named.breakdown,
        period=period_of_figure(column, statistic, segment, meaning),
        obs_status=gap.status,
        confidence=round(meaning.confidence * (_DOUBT_COLUMN if column.doubtful else 1.0), 3),
    )


def _label_targets(
    cell: Cell, number: int, meaning: RowMeaning, block: TableBlock, identity: Identity
) -> Iterator[Observation]:
    """The targets that stand in the label."""
    area, force = where_of(meaning, None, identity)
    for part, figure in enumerate(label_targets(cell.text)):
        matched = match_measure(meaning.label, context=block.context, unit=figure.unit, force=identity.force)
        yield Observation(
            place=Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=part),
            paper=block.paper,
            source="table",
            label=meaning.label,
            quote=flat(cell.text)[:200],
            value=figure.value,
            value_text=figure.text,
            unit=figure.unit or meaning.unit or "count",
            statistic="target",
            context=" > ".join(filter(None, (block.context, meaning.group))) or None,
            measure=matched.id if matched else None,
            measure_score=matched.score if matched else None,
            measure_source=matched.source if matched else None,
            area=area,
            force=force,
            qualifier=figure.qualifier,
        )


def _quote(row: Row, segment: Segment, column: Column, text: str) -> str:
    """What a person needs to find a figure in its table: ``Burglary | 2018/19 | 1,204`` is its row, its column and its cell as printed."""
    label = segment.label.index if segment.label else None
    named = flat(row[label].text) if label is not None and label in row and label != column.index else ""
    return " | ".join(filter(None, (named[:_MOST_OF_NAME], column.name[:_MOST_OF_NAME], flat(text))))[:_LONGEST_QUOTE]

"""Observations from tables: each printed figure with its measure, period, area, statistic and unit.

Examples as printed: a cell ``Decrease (-16%, -25,769)`` under "In Year Performance Versus Previous 12 Month Period" is a
``percent_change`` of -16 percent and a ``change`` of -25769 count of the current period; ``70%``, ``Decrease (-3%)``, ``67%`` in
one row is a ``point_change`` of -3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.blocks import TableBlock
from extract.figure_words import direction_of, missing_status
from extract.names.forces import Area
from extract.names.measures import match_measure
from extract.numbers import Figure, parse_figures
from extract.tables.cards import card_observations
from extract.tables.column_roles import Row, flat
from extract.tables.columns import Column, Segment, segments
from extract.tables.figure_kinds import Figured, Kind, kind_of
from extract.tables.headers import is_period_cell
from extract.tables.judgements import colours_judge, judged
from extract.tables.row_meanings import RATE_LABEL, RowMeaning, is_group_row, months_of, row_meaning
from extract.times.days import parse_day
from extract.times.periods import PeriodContext, month_of, parse_period
from schema.document import Cell
from schema.reading import Identity, Observation, Period, Place
from schema.vocabulary import force_named

_LABEL_TARGET = re.compile(r"\(([^()]*(?:target|<|>|≤|≥)[^()]*)\)", re.IGNORECASE)
#: A header of a form that names a number which measures nothing: "Amendment Number:", "Telephone No".
_NAMES_NUMBER = re.compile(
    r"\b(?:number|no|ref(?:erence)?|code|tel(?:ephone)?|phone|ext|page)\b\.?\s*:?$", re.IGNORECASE
)

#: The figure of an earlier time beside a change: "down 12% from 1,368". Of which time it is, the cell does not say.
_COMPARED_WITH = re.compile(r"\b(?:from|compared (?:to|with)|against|previously|was)\s+(?:£\s?)?$", re.IGNORECASE)
#: Words of captions that do not narrow what the columns below measure: "Recorded offences by district, 12 months to June 2019".
_ANY_MEASURE = re.compile(
    r"\b(?:recorded|police|crimes?|offences?|incidents?|numbers?|volumes?|levels?|totals?|all|types?|category|categories|performance|figures|data|summary|"
    r"breakdown|comparison|of|by|in|per|for|the|and|to|at|across|each|districts?|areas?|forces?|csps?|divisions?|boroughs?|wards?|local|most|similar|"
    r"rolling|years?|months?|quarters?|q[1-4]|ytd|ending|ended|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|\d+m?|"
    r"\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)

#: Statistics whose own unit says nothing about the unit in which the measure is counted.
_OF_A_LEVEL = frozenset({"change", "percent_change", "point_change", "share", "rank"})

#: How far a figure is trusted whose column cannot be told.
_DOUBT_COLUMN = 0.6


def find_table_observations(
    block: TableBlock, identity: Identity, context: PeriodContext, notes: Sequence[str] = ()
) -> list[Observation]:
    """Every figure of a measure, staffing or budget table as observations, in the order of rows and columns.

    ``context`` is what is known of the paper's time, ``notes`` the paragraphs after the table (for footnote marks).
    """
    rows = block.rows()
    if cards := card_observations(block, identity):
        return cards
    out: list[Observation] = []
    notes = [*notes, *_notes_inside(rows)]
    group: str | None = None
    coloured = colours_judge(block)
    for segment in segments(block, context, identity.force):
        for number in segment.rows:
            row = rows[number]
            if is_group_row(row, segment, block.grid.columns):
                group = flat(next(c.text for c in row.values() if c.text.strip()))
                continue
            meaning = row_meaning(row, segment, block, group, context, identity.force)
            group = meaning.group
            out.extend(_row_observations(row, number, segment, meaning, block, identity, notes, coloured=coloured))
    return out


def _notes_inside(rows: Sequence[Row]) -> list[str]:
    """The lines of the full-width note rows of a table."""
    return [
        line for row in rows for c in row.values() if len(row) == 1 and c.col_span > 1 for line in c.text.split("\n")
    ]


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
    if not meaning.label:
        return
    found: list[tuple[Column, Observation]] = []
    above = _Above.of(block, segment, meaning)
    named = _form_numbers(row)
    for column in segment.values:
        cell = row.get(column.index)
        if cell is None or not cell.text.strip() or column.index in named:
            continue
        cell_found = _cell_observations(cell, row, number, column, segment, meaning, above, block, identity, notes)
        found += [(column, o) for o in cell_found]
    found = judged(found, row, segment, coloured)
    label_column = segment.label
    if label_column is not None and label_column.index in row and found:
        targets = _label_targets(row[label_column.index], number, meaning, block, identity)
        found += [(label_column, o) for o in targets]
    yield from (o for _, o in found)


@dataclass(frozen=True, slots=True)
class _Above:
    """The headings over a row, outermost first, parted by `` > ``; with the caption of its table, and without."""

    context: str
    captioned: str

    @staticmethod
    def of(block: TableBlock, segment: Segment, meaning: RowMeaning) -> _Above:
        context = block.context
        return _Above(
            " > ".join(filter(None, (context, segment.title, meaning.group))),
            " > ".join(filter(None, (context, block.caption, segment.title, meaning.group))),
        )


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
    above: _Above,
    block: TableBlock,
    identity: Identity,
    notes: Sequence[str],
) -> Iterator[Observation]:
    text = cell.text.strip()
    missing = missing_status(text)
    if missing is not None:
        return
    if parse_day(text) is not None or (is_period_cell(text) and not text.isdigit()):
        return
    figures = parse_figures(text)
    direction = direction_of(text)
    whose = _columns_of(figures, column)
    doubt = _DOUBT_COLUMN if column.shared or column.doubtful else 1.0
    for part, (figure, column) in enumerate(zip(figures, whose, strict=True)):
        if _COMPARED_WITH.search(text[: figure.start]):
            continue
        said = None if _is_level_before_change(figure, text) else direction
        kind = kind_of(Figured(figure, text, figures, part, said), column, segment, row, meaning)
        place = Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=part)
        area, force = _where(meaning.area or column.area, identity)
        period = _period(column, kind.statistic, segment, meaning)
        note = _footnote(figure.mark, notes)
        if note and (noted := parse_period(note, PeriodContext())) is not None and noted.start:
            period = noted
        level_unit = meaning.unit if kind.statistic in _OF_A_LEVEL else kind.unit
        label, part_counted = meaning.label, column.part
        match = match_measure(label, context=above.captioned, unit=level_unit, force=identity.force)
        if match is None and len(segment.values) > 1:
            part_counted = column.counts
        if (
            meaning.borrowed
            and part_counted
            and not (column.doubtful or meaning.group or meaning.part or _narrows(label))
        ):
            # Rows of areas or years under columns of measures: "Burglary" / "Robbery" over Burnley and Chorley.
            own = match_measure(
                part_counted, context=f"{above.captioned} > {label}", unit=level_unit, force=identity.force
            )
            if own is not None:
                label, part_counted, match = part_counted, None, own
        yield Observation(
            place=place,
            paper=block.paper,
            source="table",
            label=label,
            quote=_quote(meaning.label, text),
            value=kind.value,
            value_to=_upper(figure, kind),
            value_text=figure.text if len(figures) > 1 else text,
            unit=kind.unit,
            statistic=kind.statistic,
            context=above.context or None,
            measure=match.id if match else None,
            measure_score=match.score if match else None,
            measure_source=match.source if match else None,
            area=area,
            force=force,
            breakdown=" – ".join(filter(None, (meaning.part, part_counted))) or None,
            period=period,
            qualifier=figure.qualifier,
            direction=said,
            note=_note(column, figure, note, f"{meaning.label}; {block.caption or ''}" if kind.unit == "rate" else ""),
            obs_status="E" if figure.qualifier == "about" else "A",
            confidence=round(meaning.confidence * kind.confidence * doubt, 3),
        )


@lru_cache(maxsize=1024)
def _narrows(label: str) -> bool:
    """True for a label that says which of the recorded offences, incidents or calls are meant."""
    return bool(re.search(r"[A-Za-z]", _ANY_MEASURE.sub("", label)))


def _is_level_before_change(figure: Figure, text: str) -> bool:
    """True for the level with which a cell begins before a change in brackets: ``1,204 (down 12% from 1,368)``."""
    rest = text[figure.end :].lstrip()
    return figure.start == 0 and not figure.signed and rest.startswith("(") and direction_of(rest) is not None


def _columns_of(figures: Sequence[Figure], column: Column) -> list[Column]:
    """The column of each figure of a cell: its own, or, where columns share their cells, one after the other."""
    if column.shared and len(figures) == len(column.shared) and all(f.unit != "rank" for f in figures):
        return list(column.shared)
    return [column] * len(figures)


def _where(area: Area | None, identity: Identity) -> tuple[str | None, str | None]:
    """The area's name and the force whose it is; the paper's own force where the table names no area."""
    if area is not None:
        return area.name, area.force or area.within
    return (force_named(identity.force).name, identity.force) if identity.force else (None, None)


def _period(column: Column, statistic: str, segment: Segment, meaning: RowMeaning) -> Period | None:
    if statistic == "rank" and column.statistic in ("projection", "target", "baseline"):
        return None
    if column.month is not None and meaning.year is not None:
        return month_of(meaning.year, column.month)
    if meaning.year is not None and column.statistic == "total" and months_of(segment) == 12:
        return meaning.year
    if meaning.period is not None and not column.printed:
        return meaning.period
    if statistic.endswith("change") and column.period is None and segment.current is not None:
        return segment.current.period
    return column.period


def _label_targets(
    cell: Cell, number: int, meaning: RowMeaning, block: TableBlock, identity: Identity
) -> Iterator[Observation]:
    """Targets that stand in the label: ``(Target <15 Mins)``, ``(<48 hours)``."""
    part = 0
    for match in _LABEL_TARGET.finditer(cell.text):
        for figure in parse_figures(match.group(1)):
            if figure.unit is None and "target" not in match.group(1).lower():
                continue
            area, force = _where(meaning.area, identity)
            matched = match_measure(meaning.label, context=block.context, unit=figure.unit, force=identity.force)
            yield Observation(
                place=Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=part),
                paper=block.paper,
                source="table",
                label=meaning.label,
                quote=flat(match.group(0)),
                value=figure.value,
                value_text=figure.text,
                unit=figure.unit or "count",
                statistic="target",
                context=" > ".join(filter(None, (block.context, meaning.group))) or None,
                measure=matched.id if matched else None,
                measure_score=matched.score if matched else None,
                measure_source=matched.source if matched else None,
                area=area,
                force=force,
                qualifier=figure.qualifier,
            )
            part += 1


def _footnote(mark: str | None, notes: Sequence[str]) -> str | None:
    """The text of the note that a mark leads to: ``*48`` and the note ``* Figures for 1 April '15 to present``."""
    if not mark:
        return None
    for note in notes:
        found = re.match(r"(\*+|[¹²³†‡]+)\s*(?=\S)", note)
        if found and found.group(1) == mark:
            return note[found.end() :]
    return None


def _upper(figure: Figure, kind: Kind) -> float | None:
    """The upper end of a printed range, in the unit and scale of the lower one: ``60-69%`` is 69."""
    if figure.upper is None or not figure.value:
        return figure.upper
    return round(figure.upper * kind.value / figure.value, 6)


def _note(column: Column, figure: Figure, footnote: str | None, rate_label: str) -> str | None:
    parts = []
    if figure.mark:
        parts.append(f"{figure.mark} {footnote}" if footnote else f"footnote {figure.mark}")
    if figure.out_of:
        parts.append(f"of {figure.out_of}")
    if denominator := RATE_LABEL.search(rate_label) or RATE_LABEL.search(column.name):
        parts.append(flat(denominator.group(0)))
    return "; ".join(parts) or None


def _quote(label: str, text: str) -> str:
    return flat(f"{label} {text}")[:200]

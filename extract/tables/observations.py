"""Observations from tables: each printed figure with its measure, period, area, statistic and unit.

Examples as printed: a cell ``Decrease (-16%, -25,769)`` under "In Year Performance Versus Previous 12 Month Period" is a
``percent_change`` of -16 percent and a ``change`` of -25769 count of the current period; ``70%``, ``Decrease (-3%)``, ``67%`` in
one row is a ``point_change`` of -3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from extract.blocks import TableBlock
from extract.captions import names_one
from extract.figure_words import direction_of, hides_small_number, missing_word
from extract.headings import has_verb
from extract.names.measures import MeasureMatch, match_measure
from extract.numbers import Figure, clock_duration, parse_figures
from extract.tables.cards import card_observations
from extract.tables.column_roles import Row, flat
from extract.tables.columns import Column, Segment, segments
from extract.tables.figure_kinds import Figured, Kind, kind_of
from extract.tables.gaps import Gap, gaps_in
from extract.tables.headers import is_period_cell, is_unit_cell
from extract.tables.judgements import colours_judge, judged
from extract.tables.kinds import TELLS_DURATION
from extract.tables.label_targets import label_targets
from extract.tables.labels_below import labels_below
from extract.tables.lettered import Lettered, lettered, letters_of
from extract.tables.notes import footnote_of, note_of, notes_inside
from extract.tables.parts_of_years import is_part_of_year, part_of_year
from extract.tables.row_meanings import RowMeaning, group_rows, months_of, row_meaning, text_of
from extract.tables.standing import standing_of
from extract.tables.unnamed_totals import told_by_sums
from extract.times.days import parse_day
from extract.times.periods import PeriodContext, parse_period
from schema.document import Cell
from schema.reading import Identity, Observation, Period, Place
from schema.vocabulary import force_named

#: A header of a form that names a number which measures nothing: "Amendment Number:", "Telephone No".
_NAMES_NUMBER = re.compile(
    r"\b(?:number|no|ref(?:erence)?|code|tel(?:ephone)?|phone|ext|page)\b\.?\s*:?$", re.IGNORECASE
)

#: The figure of an earlier time beside a change: "down 12% from 1,368". Of which time it is, the cell does not say.
_COMPARED_WITH = re.compile(r"\b(?:from|compared (?:to|with)|against|previously|was)\s+(?:£\s?)?$", re.IGNORECASE)
#: Words of captions that do not narrow what the columns below measure: "Recorded offences by district, 12 months to June 2019".
_ANY_MEASURE = re.compile(
    r"\b(?:recorded|police|crimes?|asb|anti-?\s?social\s+behaviour|offences?|incidents?|numbers?|volumes?|levels?|totals?|all|types?|category|categories|performance|figures|data|summary|"
    r"breakdown|comparison|of|by|in|per|for|the|and|to|at|across|each|districts?|areas?|forces?|csps?|divisions?|boroughs?|wards?|local|most|similar|"
    r"rolling|years?|months?|quarters?|q[1-4]|ytd|ending|ended|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|\d+m?|"
    r"\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)

_TIME_OF_DAY = re.compile(
    r"(?:times?|start\w*|end\w*|finish\w*|from|to|until|when|open\w*|clos\w*)\b(?!\s+to\b)", re.IGNORECASE
)
_IN_HOURS = re.compile(r"\bhh?:mm\b(?!:ss)|\(hours?\)|\bin hours\b", re.IGNORECASE)

_LONGEST_TITLE = 14
_NUMBERED_ONLY = re.compile(r"^table\s+\S+", re.IGNORECASE)

#: Statistics whose own unit says nothing about the unit in which the measure is counted.
_OF_A_LEVEL = frozenset({"change", "percent_change", "point_change", "share", "rank"})

#: How far a figure is trusted whose column cannot be told.
_DOUBT_COLUMN = 0.6
#: Two numbers that make one, which is none of the two: "1:4", "1 : 2.5"; "04:35" may be a time.
_RATIO = re.compile(r"\d+(?:\.\d+)?\s?:\s?(?:\d|\d+\.\d+|\d{3,})")
#: Before a number that says how another is counted, or how exact it is: "60.3 per 1,000", "81.7% (±2.1)".
_SAYS_HOW = re.compile(r"(?:\bper|±|\+\s?/(?:\s?[-−–])?)\s*$", re.IGNORECASE)
#: So many areas in the rows of a table make it one of areas.
_SEVERAL = 2


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
        for number, meaning in _placed(meanings, rows, segment, identity).items():
            out.extend(
                _row_observations(rows[number], number, segment, meaning, block, identity, notes, coloured=coloured)
            )
    return out


def _placed(
    meanings: Mapping[int, RowMeaning], rows: Sequence[Row], segment: Segment, identity: Identity
) -> dict[int, RowMeaning]:
    """The rows of a table of several forces or regions: one that names none (``Average``, or no label at all) is not the paper's own.

    One without any label is told by its sums, and in doubt.
    """
    areas = [m.area for m in meanings.values() if m.area is not None]
    elsewhere = any(a.force != identity.force and a.within != identity.force for a in areas)
    out = dict(meanings)
    for number, meaning in meanings.items():
        labelled = segment.label is None or bool(text_of(rows[number], segment.label.index))
        if len(areas) < _SEVERAL or meaning.area is not None or (labelled and not elsewhere):
            continue
        told = None if labelled else told_by_sums(number, rows, segment)
        out[number] = replace(
            meaning,
            nowhere=True,
            told=None if labelled else "; ".join(filter(None, ("not labelled", told))),
            confidence=meaning.confidence if labelled else _DOUBT_COLUMN,
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
    above = _Above.of(block, segment, meaning)
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


@dataclass(frozen=True, slots=True)
class _Above:
    """The headings over a row, outermost first, parted by `` > ``; with the caption of its table, and without."""

    context: str
    captioned: str

    @staticmethod
    def of(block: TableBlock, segment: Segment, meaning: RowMeaning) -> _Above:
        context = block.context
        caption = block.caption if block.caption and _is_title(block.caption) else None
        known = caption is None or meaning.borrowed or any(s.text == caption for s in block.sections)
        return _Above(
            " > ".join(filter(None, (context, None if known else caption, segment.title, meaning.group))),
            " > ".join(filter(None, (context, block.caption, segment.title, meaning.group))),
        )


def _is_title(caption: str) -> bool:
    """True for a caption that names its table; not for a sentence that introduces it, a unit (``£m``) or ``Table 5`` alone."""
    if is_unit_cell(caption) or not re.search(r"[A-Za-z]{3,}", _NUMBERED_ONLY.sub("", caption)):
        return False
    return names_one(caption, table=True) or (len(caption.split()) <= _LONGEST_TITLE and not has_verb(caption))


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
    if parse_day(text) is not None or (is_period_cell(text) and not text.isdigit()):
        return
    if gaps := gaps_in(text, column, meaning):
        for gap in gaps:
            yield _missing(gap, cell, number, segment, meaning, above, block, identity)
        if hides_small_number(text) or not parse_figures(text):
            return
    corner = segment.label.name if segment.label else ""
    said_of_times = " ".join((meaning.label, column.name, corner, segment.title or "", block.caption or ""))
    figures = figures_of_cell(text, "" if cell.col == 0 or _TIME_OF_DAY.match(column.name) else said_of_times)
    direction = direction_of(text)
    whose = _columns_of(figures, column, text)
    doubt = _DOUBT_COLUMN if (column.shared and not column.paired) or column.doubtful else 1.0
    rated = f"{meaning.label}; {block.caption or ''}"
    letters = letters_of(figures, text)
    parts = lettered(meaning.label) if letters else None
    around = standing_of(column.name) or standing_of(meaning.label) or standing_of(f"{segment.title}; {block.caption}")
    for part, (figure, column) in enumerate(zip(figures, whose, strict=True)):
        if _COMPARED_WITH.search(text[: figure.start]):
            continue
        said = None if _is_level_before_change(figure, text) else direction
        kind = kind_of(Figured(figure, text, figures, part, said), column, segment, row, meaning)
        letter = letters[part] if letters else None
        if letter == "total" and kind.statistic == "actual":
            kind = replace(kind, statistic="total")
        place = Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=part)
        note = footnote_of(figure.mark, notes) or footnote_of(meaning.mark, notes)
        period = _period(column, kind.statistic, segment, meaning)
        if note and (noted := parse_period(note, PeriodContext())) is not None and noted.start:
            period = noted
        level_unit = meaning.unit if kind.statistic in _OF_A_LEVEL else kind.unit
        named = _named(meaning, column, segment, above, level_unit, identity.force)
        label, breakdown = named.label, named.breakdown
        if letter:
            label, breakdown = _lettered_name(label, breakdown, letter, parts)
        area, force = _where(meaning, column, identity)
        standing = standing_of(text[figure.end :]) or (standing_of(note) if note else None)
        standing = standing or (around if kind.statistic != "rank" else None)
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
            measure=named.measure.id if named.measure else None,
            measure_score=named.measure.score if named.measure else None,
            measure_source=named.measure.source if named.measure else None,
            area=area,
            force=force,
            breakdown=breakdown,
            period=period,
            qualifier=figure.qualifier,
            direction=said,
            note=note_of(column, figure, text, note, meaning, rated if kind.unit == "rate" else ""),
            obs_status="E" if figure.qualifier == "about" else standing or "A",
            confidence=round(meaning.confidence * kind.confidence * doubt, 3),
        )


def _missing(
    gap: Gap,
    cell: Cell,
    number: int,
    segment: Segment,
    meaning: RowMeaning,
    above: _Above,
    block: TableBlock,
    identity: Identity,
) -> Observation:
    """The observation that is not printed: all but its value."""
    column = gap.column
    unit = column.unit or (meaning.unit if not column.change else None)
    statistic = column.statistic or "actual"
    if column.change or meaning.change:
        statistic = "percent_change" if unit == "percent" else "change"
    named = _named(meaning, column, segment, above, unit, identity.force)
    area, force = _where(meaning, column, identity)
    return Observation(
        place=Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=gap.part),
        paper=block.paper,
        source="table",
        label=named.label,
        quote=_quote(meaning.label, cell.text),
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
        period=_period(column, statistic, segment, meaning),
        obs_status=gap.status,
        confidence=round(meaning.confidence * (_DOUBT_COLUMN if column.doubtful else 1.0), 3),
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """What a figure measures: its label, the part of it, and the measure of the vocabulary."""

    label: str
    breakdown: str | None
    measure: MeasureMatch | None


def _named(
    meaning: RowMeaning, column: Column, segment: Segment, above: _Above, unit: str | None, force: str | None
) -> _Named:
    label, counted = meaning.label, column.part
    if column.counts and (not label or label == meaning.time or (meaning.area and not meaning.borrowed)):
        # Years or areas in rows under "Complaints" and "Allegations", in a table without a name.
        label, counted = column.counts, None
    match = match_measure(label, context=above.captioned, unit=unit, force=force)
    if match is None and len(segment.values) > 1:
        counted = column.counts
    if meaning.borrowed and counted and not (column.doubtful or meaning.group or meaning.part or _narrows(label)):
        # Rows of areas or years under columns of measures: "Burglary" / "Robbery" over Burnley and Chorley.
        own = match_measure(counted, context=f"{above.captioned} > {label}", unit=unit, force=force)
        if own is not None and own.id is not None:
            label, counted, match = counted, None, own
    return _Named(label, " – ".join(filter(None, (meaning.part, counted))) or None, match)


def _lettered_name(label: str, breakdown: str | None, letter: str, parts: Lettered | None) -> tuple[str, str | None]:
    """The label and the breakdown of a lettered figure: ``Support to`` and ``victims of fraud``; of a total without the parts."""
    if parts is None:
        return label, breakdown if letter == "total" else " – ".join(filter(None, (breakdown, f"{letter})")))
    if letter == "total":
        return parts.lead or label, breakdown
    part = parts.parts.get(letter, f"{letter})")
    return " ".join(filter(None, (parts.lead, part))), " – ".join(filter(None, (breakdown, part)))


@lru_cache(maxsize=1024)
def _narrows(label: str) -> bool:
    """True for a label that says which of the recorded offences, incidents or calls are meant."""
    return bool(re.search(r"[A-Za-z]", _ANY_MEASURE.sub("", label)))


def _is_level_before_change(figure: Figure, text: str) -> bool:
    """True for the level with which a cell begins before a change in brackets: ``1,204 (down 12% from 1,368)``."""
    rest = text[figure.end :].lstrip()
    return figure.start == 0 and not figure.signed and rest.startswith("(") and direction_of(rest) is not None


def figures_of_cell(text: str, said_of_times: str) -> Sequence[Figure]:
    """The figures of a cell; a time with colons is one where what stands around it speaks of how long something takes."""
    if _RATIO.fullmatch(text):
        return ()
    figures = tuple(f for f in parse_figures(text) if not _SAYS_HOW.search(text[: f.start]))
    if figures or not TELLS_DURATION.search(said_of_times):
        return figures
    took = clock_duration(text, in_hours=bool(_IN_HOURS.search(said_of_times)))
    return (took,) if took else ()


def _columns_of(figures: Sequence[Figure], column: Column, text: str) -> list[Column]:
    """The column of each figure of a cell: its own, or, where columns share their cells, one after the other.

    ``NA 90.5%`` under two columns holds the figure of the second.
    """
    shared, printed = column.shared, text.split()
    if len(figures) < len(shared) == len(printed) and all(parse_figures(p) or missing_word(p) for p in printed):
        return [own for own, part in zip(shared, printed, strict=True) if parse_figures(part)]
    if column.paired and len(figures) == 1:
        return [shared[0]]
    if shared and len(figures) == len(shared) and all(f.unit != "rank" for f in figures):
        return list(shared)
    return [column] * len(figures)


def _where(meaning: RowMeaning, column: Column | None, identity: Identity) -> tuple[str | None, str | None]:
    """The area's name and the force whose it is; the paper's own force where the table names no area."""
    area = meaning.area or (column.area if column else None)
    if area is not None:
        return area.name, area.force or area.within
    if meaning.nowhere:
        return None, None
    return (force_named(identity.force).name, identity.force) if identity.force else (None, None)


def _period(column: Column, statistic: str, segment: Segment, meaning: RowMeaning) -> Period | None:
    if statistic == "rank" and column.statistic in ("projection", "target", "baseline"):
        return None
    if meaning.year is not None and is_part_of_year(column.name):
        return part_of_year(column.name, meaning.year)
    if meaning.time is not None and is_part_of_year(meaning.time):
        # "January" under "2018" and "2019".
        return part_of_year(meaning.time, column.period) if column.period is not None else meaning.period
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
    """The targets that stand in the label."""
    area, force = _where(meaning, None, identity)
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


def _upper(figure: Figure, kind: Kind) -> float | None:
    """The upper end of a printed range, in the unit and scale of the lower one: ``60-69%`` is 69."""
    if figure.upper is None or not figure.value:
        return figure.upper
    return round(figure.upper * kind.value / figure.value, 6)


def _quote(label: str, text: str) -> str:
    return flat(f"{label} {text}")[:200]

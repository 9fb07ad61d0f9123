"""Observations from tables: each printed figure with its measure, period, area, statistic and unit.

Examples as printed: a cell ``Decrease (-16%, -25,769)`` under "In Year Performance Versus Previous 12 Month Period" is a
``percent_change`` of -16 percent and a ``change`` of -25769 count of the current period; ``70%``, ``Decrease (-3%)``, ``67%`` in
one row is a ``point_change`` of -3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.blocks import TableBlock
from extract.columns import Column, Row, Segment, names_a_measure, period_of_title, segments
from extract.days import parse_day
from extract.forces import Area, area_of
from extract.headers import is_period_cell
from extract.measures import match_measure
from extract.numbers import Figure, direction_of, is_arrow, missing_status, parse_figures, rag_of
from extract.periods import PeriodContext, month_of, parse_period
from schema.document import Cell
from schema.reading import Identity, Observation, Period, Place
from schema.vocabulary import force_named

_TOTAL = re.compile(
    r"^\W*(?:grand\s+|sub[- ]?|overall\s+)?totals?\b(?!\s+(?:calls|number|recorded|crime|offences|incidents))",
    re.IGNORECASE,
)
_PERCENT_LABEL = re.compile(r"%|\bper\s?cent|\bpercentage\b", re.IGNORECASE)
_SHARE_LABEL = re.compile(r"\b(?:proportion|share|percentage of|% of)\b", re.IGNORECASE)
_MONEY_LABEL = re.compile(
    r"£|\b(?:budget|spend|cost|expenditure|income|precept|grant|reserves?|savings)\b", re.IGNORECASE
)
_RATE_LABEL = re.compile(r"\bper\s+(?:1,?000|10,?000|100,?000|million|head|capita)\b[^,;()]*", re.IGNORECASE)
_RANK_LABEL = re.compile(r"\b(?:rank(?:ing)?|position)\b", re.IGNORECASE)
_LABEL_TARGET = re.compile(r"\(([^()]*(?:target|<|>|≤|≥)[^()]*)\)", re.IGNORECASE)
_REVISED = re.compile(r"^[rp]$|\b(?:provisional|revised)\b", re.IGNORECASE)

#: Statistics whose own unit says nothing about the unit in which the measure is counted.
_OF_A_LEVEL = frozenset({"change", "percent_change", "point_change", "share", "rank"})

#: How far a figure is trusted where nothing printed says its unit, its kind, or where its label comes from elsewhere.
_DOUBT_UNIT, _DOUBT_KIND, _DOUBT_LABEL, _DOUBT_SHARED = 0.9, 0.7, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class _RowMeaning:
    """What a row says of its figures: its label, the group above it, and where it is about an area or a period of its own."""

    label: str
    group: str | None
    area: Area | None
    period: Period | None
    year: Period | None
    unit: str | None
    confidence: float


def find_table_observations(
    block: TableBlock, identity: Identity, context: PeriodContext, notes: Sequence[str] = ()
) -> list[Observation]:
    """Every figure of a measure, staffing or budget table as observations, in the order of rows and columns.

    ``context`` is what is known of the paper's time, ``notes`` the paragraphs after the table (for footnote marks).
    """
    rows = block.rows()
    out: list[Observation] = []
    notes = [*notes, *_notes_inside(rows)]
    group: str | None = None
    for segment in segments(block, context, identity.force):
        for number in segment.rows:
            row = rows[number]
            if _is_group_row(row, segment, block.grid.columns):
                group = _flat(next(c.text for c in row.values() if c.text.strip()))
                continue
            meaning = _row_meaning(row, segment, block, group, context, identity.force)
            group = meaning.group
            out.extend(_row_observations(row, number, segment, meaning, block, identity, notes))
    return out


def _notes_inside(rows: Sequence[Row]) -> list[str]:
    """The lines of the full-width note rows of a table."""
    return [
        line for row in rows for c in row.values() if len(row) == 1 and c.col_span > 1 for line in c.text.split("\n")
    ]


def _is_group_row(row: Row, segment: Segment, width: int) -> bool:
    """A row with one text in its first columns and no figures: a heading over the rows below it."""
    filled = [c for c in row.values() if c.text.strip()]
    if len(filled) != 1 or filled[0].col > 1 or width < 2:
        return False
    text = filled[0].text.strip()
    labels = segment.of_role("label", "group")
    if len(text) > 120 or "\n" in text:
        return False
    return (filled[0].col in {c.index for c in labels} or filled[0].col_span > 1) and not parse_figures(text)


def _row_meaning(
    row: Row, segment: Segment, block: TableBlock, group: str | None, context: PeriodContext, force: str | None
) -> _RowMeaning:
    label_column = next(iter(segment.of_role("label")), None)
    label = _text(row, label_column.index) if label_column else ""
    groups = [t for c in segment.of_role("group") if (t := _text(row, c.index))]
    confidence = 1.0
    if groups and label:
        group = " – ".join(groups)
    elif groups:
        # The label slipped into the group's column: "Total Calls Offered" under "Priority" with an empty "Measure".
        label = " – ".join(groups)
    subject = _subject(segment, block)
    period = year = None
    area = area_of(label, force) if label else None
    if label and is_period_cell(label):
        year = parse_period(label, context)
        period, label, confidence = (None if _is_matrix(segment) else year), subject, _DOUBT_LABEL
    elif area is not None:
        label, confidence = subject or label, _DOUBT_LABEL if not subject else 1.0
    elif not label:
        named = segment.names.get(label_column.index if label_column else 0, "")
        label, confidence = (named, 1.0) if names_a_measure(named) else (subject, _DOUBT_LABEL)
    return _RowMeaning(
        label=label,
        group=group,
        area=area,
        period=period or (period_of_title(label, context) if label != subject else None),
        year=year,
        unit=_row_unit(row, segment, label),
        confidence=confidence,
    )


def _subject(segment: Segment, block: TableBlock) -> str:
    """What a table is about where its rows do not say it: its title, its caption, or the heading above it."""
    for text in (block.caption, segment.title, block.sections[-1].text if block.sections else None):
        if text and not is_period_cell(text):
            return _flat(re.sub(r"\s*\((?:data )?source.*$", "", text, flags=re.IGNORECASE)).rstrip(":. ")
    return ""


def _is_matrix(segment: Segment) -> bool:
    return sum(c.month is not None for c in segment.columns) >= 3


def _row_unit(row: Row, segment: Segment, label: str) -> str | None:
    """The unit of a row's levels: as printed in its cells, else as its label or the header says, else None."""
    printed = []
    for column in segment.of_role("value"):
        if column.change or column.statistic == "rank":
            continue
        text = _text(row, column.index)
        figures = [f for f in parse_figures(text) if not f.signed and not f.bracketed]
        printed += [f.unit for f in figures[:1] if f.unit and f.unit != "rank"]
        printed += [column.unit] if figures and column.unit and not figures[0].unit and column.unit != "percent" else []
    if printed and not (_RATE_LABEL.search(label) and set(printed) <= {"count"}):
        return max(printed, key=printed.count)
    if _RATE_LABEL.search(label):
        return "rate"
    if _PERCENT_LABEL.search(label):
        return "percent"
    if "£" in label:
        return "GBP"
    return None


def _row_observations(
    row: Row,
    number: int,
    segment: Segment,
    meaning: _RowMeaning,
    block: TableBlock,
    identity: Identity,
    notes: Sequence[str],
) -> Iterator[Observation]:
    if not meaning.label:
        return
    found: list[tuple[Column, Observation]] = []
    for column in segment.of_role("value"):
        cell = row.get(column.index)
        if cell is None or not cell.text.strip():
            continue
        cell_found = _cell_observations(cell, number, column, segment, meaning, block, identity, notes)
        found += [(column, o) for o in cell_found]
    found = _judged(found, row, segment)
    label_column = next(iter(segment.of_role("label")), None)
    if label_column is not None and label_column.index in row and found:
        targets = _label_targets(row[label_column.index], number, meaning, block, identity)
        found += [(label_column, o) for o in targets]
    yield from (o for _, o in found)


def _cell_observations(
    cell: Cell,
    number: int,
    column: Column,
    segment: Segment,
    meaning: _RowMeaning,
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
    doubt = _DOUBT_SHARED if column.shared or column.doubtful else 1.0
    for part, (figure, column) in enumerate(zip(figures, whose, strict=True)):
        kind = _kind(figure, part, figures, direction, column, segment, meaning)
        place = Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=part)
        area, force = _where(meaning.area or column.area, identity)
        period = _period(column, kind.statistic, segment, meaning)
        note = _footnote(figure.mark, notes)
        if note and (noted := parse_period(note, PeriodContext())) is not None and noted.start:
            period = noted
        context = " > ".join(filter(None, (block.context, segment.title, meaning.group)))
        level_unit = meaning.unit if kind.statistic in _OF_A_LEVEL else kind.unit
        above = " > ".join(filter(None, (block.context, block.caption, segment.title, meaning.group)))
        match = match_measure(meaning.label, context=above, unit=level_unit, force=identity.force)
        yield Observation(
            place=place,
            paper=block.paper,
            source="table",
            label=meaning.label,
            quote=_quote(meaning.label, text),
            value=kind.value,
            value_text=figure.text if len(figures) > 1 else text,
            unit=kind.unit,
            statistic=kind.statistic,
            context=context or None,
            measure=match.id if match else None,
            measure_score=match.score if match else None,
            area=area,
            force=force,
            period=period,
            qualifier=figure.qualifier,
            direction=direction,
            note=_note(column, figure, note, meaning.label if kind.unit == "rate" else ""),
            obs_status="E" if figure.qualifier == "about" else "A",
            confidence=round(meaning.confidence * kind.confidence * doubt, 3),
        )


def _columns_of(figures: Sequence[Figure], column: Column) -> list[Column]:
    """The column of each figure of a cell: its own, or, where columns share their cells, one after the other."""
    if column.shared and len(figures) == len(column.shared) and all(f.unit != "rank" for f in figures):
        return list(column.shared)
    return [column] * len(figures)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What kind of figure one is: its statistic and unit, its value with the sign that the words give it."""

    statistic: str
    unit: str | None
    value: float
    confidence: float


def _kind(
    figure: Figure,
    part: int,
    figures: Sequence[Figure],
    direction: str | None,
    column: Column,
    segment: Segment,
    meaning: _RowMeaning,
) -> _Kind:
    is_change = (
        column.change
        or direction in ("increase", "decrease", "no change")
        or _signed_beside_levels(figure, figures, column)
    )
    unit, value, confidence = figure.unit, figure.value, 1.0
    if (
        unit == "rank"
        or (column.statistic == "rank" and unit is None)
        or (unit is None and _RANK_LABEL.search(meaning.label))
    ):
        return _Kind("rank", "rank", value, confidence)
    if unit is None and not (is_change and part > 0):
        unit = column.unit if not (is_change and column.unit != "percent") else (column.unit or meaning.unit)
    scale = column.scale if not figure.scaled and unit == column.unit else 1.0
    if is_change:
        return _change(figure, part, figures, direction, unit, scale, meaning)
    statistic = column.statistic or "actual"
    if unit is None:
        unit = meaning.unit
    if unit is None and figure.scaled and _MONEY_LABEL.search(f"{meaning.label} {column.name} {segment.title or ''}"):
        unit, confidence = "GBP", _DOUBT_UNIT
    if unit is None:
        unit = "rate" if column.statistic == "rate" else "count"
    if unit == "rate" and statistic == "actual":
        statistic = "rate"
    if unit == "percent" and statistic == "actual":
        statistic, confidence = _percent_level(figure, part, column, segment, meaning, confidence)
    if statistic in ("actual", "share") and unit != "percent" and _TOTAL.match(meaning.label):
        statistic = "total"
    if statistic == "share" and unit != "percent":
        statistic = "actual"
    return _Kind(statistic, unit, round(value * scale, 6), confidence)


def _signed_beside_levels(figure: Figure, figures: Sequence[Figure], column: Column) -> bool:
    """A printed sign makes a figure a change, as does a number in brackets after a signed one: ``+ 15% (20,634)``."""
    if column.statistic in ("target", "baseline", "projection", "rank"):
        return False
    return figure.signed or (figures[0].signed and figure is not figures[0])


def _change(
    figure: Figure,
    part: int,
    figures: Sequence[Figure],
    direction: str | None,
    unit: str | None,
    scale: float,
    meaning: _RowMeaning,
) -> _Kind:
    value = figure.value * scale
    if not figure.signed:
        first = figures[0]
        if (
            direction == "decrease"
            or (part > 0 and first.signed and first.value < 0)
            or (figure.bracketed and not direction and part == 0)
        ):
            value = -abs(value)
    if unit == "percent":
        points = figure.points or (meaning.unit == "percent" and not any(f.unit != "percent" for f in figures))
        return _Kind("point_change" if points else "percent_change", "percent", round(value, 6), 1.0)
    return _Kind("change", unit or meaning.unit or "count", round(value, 6), 1.0)


def _percent_level(
    figure: Figure, part: int, column: Column, segment: Segment, meaning: _RowMeaning, confidence: float
) -> tuple[str, float]:
    """Whether a percentage is a level of its own (satisfaction) or the share of a total that stands beside it."""
    if _SHARE_LABEL.search(meaning.label):
        return "share", confidence
    if part > 0 and figure.bracketed:
        return "share", confidence * _DOUBT_KIND
    bare = re.fullmatch(r"\W*(?:%|per\s?cent|percentage)\W*", column.name, re.IGNORECASE)
    beside = [c for c in segment.of_role("value") if c.index < column.index and not c.change and c.unit != "percent"]
    if bare and beside and meaning.unit != "percent":
        return "share", confidence
    return "actual", confidence


def _where(area: Area | None, identity: Identity) -> tuple[str | None, str | None]:
    """The area's name and the force whose it is; the paper's own force where the table names no area."""
    if area is not None:
        return area.name, area.force or area.within
    return (force_named(identity.force).name, identity.force) if identity.force else (None, None)


def _period(column: Column, statistic: str, segment: Segment, meaning: _RowMeaning) -> Period | None:
    if statistic == "rank" and column.statistic in ("projection", "target", "baseline"):
        return None
    if column.month is not None and meaning.year is not None:
        return month_of(meaning.year, column.month)
    if meaning.period is not None and (column.period is None or column.period == meaning.period):
        return meaning.period
    if statistic.endswith("change") and column.period is None and segment.current is not None:
        return segment.current.period
    return column.period


def _judged(found: list[tuple[Column, Observation]], row: Row, segment: Segment) -> list[tuple[Column, Observation]]:
    """The RAG words, colours and arrows of a row given to the figure that they judge: the current one.

    A mark beside an older figure judges the current one against it, and is kept in its note.
    """
    judgements = [(c, row[c.index]) for c in segment.of_role("judgement") if c.index in row]
    levels = [c for c, o in found if o.statistic not in ("change", "percent_change", "point_change", "target")]
    if levels:
        current = segment.current if segment.current in levels else levels[-1]
        for column, cell in judgements:
            text = cell.text.strip() or (cell.mark or "")
            rag, direction = rag_of(text) or rag_of(cell.mark or ""), direction_of(text) if is_arrow(text) else None
            if not rag and not direction:
                continue
            beside = [c for c in levels if c.index < column.index]
            neighbour = beside[-1] if beside else levels[0]
            for at, (where, observation) in enumerate(found):
                if where is not current or observation.statistic in ("change", "percent_change", "point_change"):
                    continue
                if neighbour is current or len(judgements) == 1:
                    found[at] = (
                        where,
                        replace(observation, rag=rag or observation.rag, direction=direction or observation.direction),
                    )
                else:
                    note = f"{text} beside {neighbour.name}"
                    found[at] = (where, replace(observation, note=_joined(observation.note, note)))
    marked = []
    for where, observation in found:
        own = row.get(where.index)
        rag = rag_of(own.mark) if own is not None and own.mark else None
        marked.append((where, replace(observation, rag=rag) if rag and not observation.rag else observation))
    return marked


def _label_targets(
    cell: Cell, number: int, meaning: _RowMeaning, block: TableBlock, identity: Identity
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
                quote=_flat(match.group(0)),
                value=figure.value,
                value_text=figure.text,
                unit=figure.unit or "count",
                statistic="target",
                context=" > ".join(filter(None, (block.context, meaning.group))) or None,
                measure=matched.id if matched else None,
                measure_score=matched.score if matched else None,
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


def _note(column: Column, figure: Figure, footnote: str | None, rate_label: str) -> str | None:
    parts = []
    if figure.mark:
        parts.append(f"{figure.mark} {footnote}" if footnote else f"footnote {figure.mark}")
    if figure.out_of:
        parts.append(f"of {figure.out_of}")
    if denominator := _RATE_LABEL.search(rate_label) or _RATE_LABEL.search(column.name):
        parts.append(_flat(denominator.group(0)))
    return "; ".join(parts) or None


def _joined(note: str | None, more: str) -> str:
    return f"{note}; {more}" if note else more


def _quote(label: str, text: str) -> str:
    return _flat(f"{label} {text}")[:200]


def _text(row: Row, col: int) -> str:
    return _flat(row[col].text) if col in row else ""


def _flat(text: str) -> str:
    return " ".join(text.split())

"""What a row of a table says of its figures: its label and group, the area or period that it is about, the unit of its levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.blocks import TableBlock
from extract.figure_words import direction_of
from extract.names.forces import Area, area_of
from extract.names.measures import match_measure
from extract.numbers import Figure, parse_figures, qualified
from extract.tables.areas_above import area_above, area_of_lead, is_of_others
from extract.tables.column_names import names_a_measure
from extract.tables.column_roles import Row, flat, is_value
from extract.tables.column_words import money_scale, money_scale_over
from extract.tables.columns import Column, Segment, period_of_title
from extract.tables.headers import is_band, is_period_cell, is_unit_cell
from extract.tables.label_targets import timed_by_target
from extract.tables.narrowing import narrows
from extract.times.periods import PeriodContext, parse_period
from schema.reading import Period

RATE_LABEL = re.compile(r"\bper\s+(?:1,?000|10,?000|100,?000|million|head|capita)\b[^,;()]*", re.IGNORECASE)
#: Units that a label names in brackets or at its end: "PCSOs (FTE)", "Average time to finalise in days"; not "Open days".
_UNIT_IN_LABEL = tuple(
    (
        unit,
        re.compile(
            rf"\((?:in )?(?:{words})(?:\s(?:per|lost)\b[^()]*)?\)|\bin (?:{words})\W*$|"
            rf"\b(?:average|mean|median)\s+(?:number\s+of\s+)?(?:{words})\b",
            re.IGNORECASE,
        ),
    )
    for unit, words in (
        ("FTE", "ftes?|full[- ]time equivalents?"),
        ("seconds", "secs?|seconds"),
        ("minutes", "mins?|minutes"),
        ("hours", "hrs|hours"),
        ("days", "(?:working |calendar )?days"),
    )
)
_TIMES = frozenset({"seconds", "minutes", "hours", "days"})
_FTE = re.compile(r"(?<!per )\bftes?\b(?!\s+(?:cost|salary))", re.IGNORECASE)
_PERCENT_LABEL = re.compile(r"%|\bper\s?cent\b|\bpercentage\b", re.IGNORECASE)
_NOT_ONLY_PERCENT = re.compile(r"\b(?:numbers?|counts?)\s+(?:and|or|/|&)\s+(?:%|per\s?cent|percentage)", re.IGNORECASE)
#: A row of changes among rows of levels: "Percentage change 2014 on 2004-08", "% Change", "Variance to budget".
_CHANGE_LABEL = re.compile(
    r"^(?:%|per\s?cent(?:age)?|percentage|numerical|numeric|actual|annual|overall|net|year[- ]on[- ]year)?\s*(?:change|variance|difference)\b"
    r"(?!\s+(?:programme|management|team|board|request))|"
    r"^(?!.*\b(?:step|climate|behaviou?r(?:al)?|culture|cultural|system|service|channel|of|in|no)\s+change\b)[A-Za-z][\w ’'&-]{2,40}?\s(?:change|variance|difference)\s*(?:\((?:%|£\w{0,4}|£['’]?000s?|per\s?cent|no\.?|FTE)\))$",
    re.IGNORECASE,
)
#: Captions that say only how things are counted.
_COUNTING = re.compile(
    r"^(?:numbers?|counts?|per\s?cent(?:age)?s?|rates?|amounts?|values?|%|£\S*)(?:\s+(?:and|or|/|&)\s+(?:numbers?|per\s?cent(?:age)?s?|rates?|%))?$",
    re.IGNORECASE,
)
#: Headers over names of places, also of places that no list knows: wards, beats, boroughs.
_AREAS = re.compile(
    r"^(?:local\s+)?(?:policing\s+)?(?:districts?|wards?|boroughs?|b?ocu|lpa|lpu|bcu|beats?|localit(?:y|ies)|neighbourhoods?|policing areas?|"
    r"csps?|communit(?:y|ies) safety partnerships?|constituenc(?:y|ies)|local authorit(?:y|ies))(?:\s+(?:area|name|command unit))?$",
    re.IGNORECASE,
)
#: Headers over numbers of things, whatever the other columns hold.
_COUNTED = re.compile(
    r"\b(?:number|no\.?|volume|count|incidents|calls|offences|crimes|officers|people|cases|searches|attendees|projects|transactions)\b(?!.*\b(?:rate|%|per)\b)",
    re.IGNORECASE,
)
_TIMES_BELOW = re.compile(
    r"^(?:financial|calendar|fiscal|reporting)?\s*(?:years?|months?|quarters?|periods?|dates?|weeks?|qtr)\b",
    re.IGNORECASE,
)
_TIMES_ONLY = re.compile(
    r"(?:(?:financial|calendar|fiscal|reporting)\s+)?(?:years?|months?|quarters?|periods?)(?:\s+end(?:ed|ing))?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty)\s+(?:years?|months?)\s+(?:ago|before|earlier)",
    re.IGNORECASE,
)
_SAYS_TIME = re.compile(
    r"(?:\b(?:first|second|third|fourth|last|previous|prior|current|this|next|baseline|latest|same)\s+(?:\w+\s+)?(?:financial\s+)?(?:years?|months?|quarters?|periods?|weeks?)\b|\b(?:19|20)\d\d\b)"
    r"(?!.*\b(?:change|difference|variance|average|total|target)\b)",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"(?:(?:the|this)\s+)?(?:following\s+|next\s+)?(?:tables?|figures|data|charts?)(?:\s+\d+)?(?:\s+(?:below|above|overleaf|also|therefore))*\s+"
    r"(?:shows?|sets?\s+out|gives?|provides?|details?|summari[sz]es?|compares?|illustrates?|presents?|lists?|outlines?)\s+"
    r"(?:(?:details|a\s+summary|a\s+breakdown|the\s+breakdown)\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
#: A sentence that leads to its table and says nothing of it: "The answers that could be found were these:".
_POINTS_ONLY = re.compile(
    r"^(?=.*\s(?:is|are|was|were|be|been|has|have|can|could|follow\w*|shown|given)\b).*\b(?:these|this|below|following|follows?|here)\W*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[-–—•·▪◦]\s+(?=[A-Za-z])")
_MARK = re.compile(r"\s*(?:\*{1,3}|[†‡¹²³]+)$")
#: "Total 2010-2014" below rows of these years.
_SUMMED = re.compile(r"(?:grand\s+)?totals?(?:\s+for)?[\s:,-]+(\S.{3,40})", re.IGNORECASE)
_AVERAGED = re.compile(r"\s+(?:annual\s+)?(?:average|avg|mean)$", re.IGNORECASE)
_NO_AREA = re.compile(r"\b(?:total|average|unknown|other|all|not stated|outside)\b|^[\d\W]", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:table|figure|chart|appendix|annex)\s+[\dA-Z]{1,3}(?:\.\d+)*\s*[:.–-]\s*", re.IGNORECASE)

#: How far a figure is trusted whose label comes from elsewhere.
_DOUBT_LABEL = 0.8
_DOUBT_TIME = 0.5


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """What a row says of its figures. ``borrowed`` is true where the label is that of the table and not the row's own.

    ``period`` and ``year`` are the row's own; ``part`` is the part of the measure that it
    is about (``10-17``), ``unit`` is that of its levels, ``spoken`` is true where its cells, its
    label or the table's caption say it and not only the header of another column; ``change`` is true for a row of changes, ``average``
    for one of averages over its period (``2004 - 08 average``); ``mark`` is the footnote mark at the end of its label,
    ``time`` the label where that is a time.
    ``qualifier`` is what the label says of how exact its figures are (``2021/22 (more than)`` over).
    ``around`` is the area that stands above, for figures without one of their own; ``scale`` multiplies its money (``£m``);
    ``total`` is true for the sum of the rows of times above it (``Total 2010-2014``).
    ``nowhere`` is true where nothing says for which area the figures are; ``told`` is what tells a row without a label.
    """

    label: str
    group: str | None
    area: Area | None
    period: Period | None
    year: Period | None
    part: str | None
    unit: str | None
    spoken: bool
    change: bool
    average: bool
    borrowed: bool
    confidence: float
    mark: str | None = None
    time: str | None = None
    nowhere: bool = False
    told: str | None = None
    qualifier: str | None = None
    around: Area | None = None
    scale: float | None = None
    total: bool = False


def is_group_row(row: Row, segment: Segment, width: int) -> bool:
    """True for a row with one text in its first columns and no figures: a heading over the rows below it."""
    filled = [c for c in row.values() if c.text.strip()]
    if len(filled) != 1 or filled[0].col > 1 or width < 2:
        return False
    text = filled[0].text.strip()
    labels = segment.of_role("label", "group")
    if len(text) > 120 or "\n" in text:
        return False
    return (filled[0].col in {c.index for c in labels} or filled[0].col_span > 1) and not is_value(text)


def group_rows(rows: Sequence[Row], segment: Segment, width: int) -> frozenset[int]:
    """The numbers of the rows of a segment that are headings over those below them.

    A single one in the middle that nothing marks as a heading is a measure whose figures are blank: ``SPC variance``.
    """
    found = [n for n in segment.rows if is_group_row(rows[n], segment, width)]
    if len(found) == 1 and found[0] != segment.rows[0] and not _is_marked(rows[found[0]], width):
        return frozenset()
    return frozenset(found)


def _is_marked(row: Row, width: int) -> bool:
    """True for a row whose one text is printed as a heading: bold, in capitals, over the columns, with a colon, or a time."""
    (cell,) = (c for c in row.values() if c.text.strip())
    text = cell.text.strip()
    printed = cell.bold or cell.is_header or cell.col_span > 1 or len(row) < width
    return printed or text.isupper() or text.endswith(":") or is_period_cell(text)


def row_meaning(
    row: Row,
    segment: Segment,
    block: TableBlock,
    group: str | None,
    context: PeriodContext,
    force: str | None,
    below: str | None = None,
) -> RowMeaning:
    """The meaning of a row; ``group`` is that of the row above, which holds until another is printed.

    ``below`` is the label that stands below the table, where its row has none.
    """
    label_column = segment.label
    label = _BULLET.sub("", text_of(row, label_column.index)) if label_column else below or ""
    label, qualifier = qualified(label)
    groups = [t for c in segment.of_role("group") if (t := text_of(row, c.index))]
    confidence = 1.0 if below is None else _DOUBT_LABEL
    if groups and label:
        group = " – ".join(groups)
    elif groups:
        # The label slipped into the group's column: "Total Calls Offered" under "Priority" with an empty "Measure".
        label = " – ".join(groups)
    subject = _subject(segment, block)
    # "Calls to 101" over rows of years says what they are about.
    corner = label_column.name if label_column and heads_its_rows(label_column.name) else ""
    period = year = part = None
    borrowed = False
    area = area_of(label, force) if label else None
    if label and area is None and label_column and _AREAS.match(label_column.name) and not _NO_AREA.search(label):
        area = Area(label, "division", within=force)
    average = bool(area and _AVERAGED.search(label))
    time: str | None = None
    marked = _MARK.search(label)
    printed = _AVERAGED.sub("", _MARK.sub("", label)).rstrip(" :")
    told = bool(_AGO.fullmatch(printed)) or bool(
        label_column and _TIMES_ONLY.fullmatch(label_column.name) and _SAYS_TIME.search(printed)
    )
    summed = _SUMMED.fullmatch(printed)
    total = bool(summed)
    if summed and is_period_cell(summed[1]):
        printed, told = summed[1], True
    if label and (told or is_period_cell(printed)):
        year, average = parse_period(printed, context), not total and printed != _MARK.sub("", label).rstrip(" :")
        if year is None and told:
            # "First year in office" under "Year": which year that is, nobody prints.
            year = Period(None, None, printed, "range")
        if corner and (not subject or match_measure(corner, context=block.context)):
            subject = corner
        period, time = (None if is_matrix(segment) else year), printed
        # With nothing that says what is counted, the time is all there is.
        label, confidence = subject or printed, _DOUBT_LABEL if subject or _counts(segment) else _DOUBT_TIME
        borrowed = bool(subject)
        if group and not is_period_cell(group) and area_of(group, force) is None:
            # "Casualties aged 16-19" over rows of years tells them from those under the next group.
            if not subject or (not narrows(subject) and match_measure(group, context=block.context)):
                label, borrowed = group, False
            else:
                part = group
    elif area is not None:
        if corner and not _AREAS.match(corner) and match_measure(corner, context=block.context):
            subject = corner
        borrowed = bool(subject)
        label, confidence = subject or printed, _DOUBT_LABEL if not subject else 1.0
    elif not label:
        named = segment.names.get(label_column.index if label_column else 0, "")
        label, confidence = (named, 1.0) if names_a_measure(named) else (subject, _DOUBT_LABEL)
        borrowed = label == subject
    if subject and is_band(label):
        part, label, borrowed = label, subject, True
    elif label_column and 0 < len(label) <= 2 and re.fullmatch(r"[A-Za-z][A-Za-z ]{2,20}", label_column.name):
        # "A" under "Band" is Band A.
        label = f"{label_column.name} {label}"
    unit, spoken = _row_unit(row, segment, label)
    if unit is None and (
        rate := next(filter(None, map(RATE_LABEL.search, (block.caption or "", segment.title or ""))), None)
    ):
        unit, spoken = "rate", bool(rate)
    scale = money_scale(label) if not borrowed else None
    if scale is None and group and (scale := money_scale_over(group)) is not None and unit is None:
        unit, spoken = "GBP", True
    around = area_above((group, segment.title, block.caption), (), force)
    said = (area_of_lead(text, force) for text in (block.caption, block.lead) if text)
    around = around or next(filter(None, said), None)
    around = around or area_above((), [s.text for s in reversed(block.sections)], force)
    return RowMeaning(
        label=label,
        group=group,
        area=area,
        period=period or (period_of_title(label, context) if label != subject else None),
        year=year,
        part=part,
        unit=unit,
        spoken=spoken,
        scale=scale,
        total=total and borrowed,
        change=not borrowed and bool(_CHANGE_LABEL.match(label)),
        average=average,
        borrowed=borrowed,
        confidence=confidence,
        mark=marked.group(0).strip() if marked else None,
        time=time,
        qualifier=qualifier,
        around=around,
        nowhere=area is None and around is None and _is_elsewhere(segment, block, force),
    )


def _is_elsewhere(segment: Segment, block: TableBlock, force: str | None) -> bool:
    """True where what stands over a table, nearest first, names another force, or a place in one, and not the paper's own."""
    texts = (segment.title, block.caption, *(s.text for s in reversed(block.sections)))
    told = (is_of_others(text, force) for text in texts if text)
    return next((others for others in told if others is not None), False)


@lru_cache(maxsize=2048)
def heads_its_rows(corner: str) -> bool:
    """True for a first header that says what its rows are about: ``Calls to 101``; not ``Measure``, ``Area``, ``Year``."""
    return names_a_measure(corner) and not _TIMES_BELOW.match(corner) and bool(re.search(r"[A-Za-z]{3}", corner))


def _subject(segment: Segment, block: TableBlock) -> str:
    """What a table is about where its rows do not say it: its title, its caption, or the heading above it."""
    for text in (block.caption, segment.title, block.sections[-1].text if block.sections else None):
        if text and not is_period_cell(text) and not _COUNTING.match(text.strip()) and not is_unit_cell(text):
            if _POINTS_ONLY.search(text) and match_measure(text, context="") is None:
                return ""
            text = re.sub(r"\s*\((?:data )?source.*$", "", text, flags=re.IGNORECASE)
            return _without_introduction(flat(_NUMBERED.sub("", text)).rstrip(":. "))
    return ""


def _without_introduction(text: str) -> str:
    """What a sentence over a table says that it shows: ``The table below shows the number of calls:`` the ``Number of calls``."""
    match = _INTRODUCES.match(text)
    return text[match.end()].upper() + text[match.end() + 1 :] if match and match.end() < len(text) else text


def _counts(segment: Segment) -> bool:
    """True where the columns say what they count."""
    return any(c.counts for c in segment.values)


def is_matrix(segment: Segment) -> bool:
    """True for a table of months: rows are years, columns are April to March."""
    return months_of(segment) >= 3


def months_of(segment: Segment) -> int:
    """How many columns of months a segment has."""
    return sum(c.month is not None for c in segment.columns)


def _row_unit(row: Row, segment: Segment, label: str) -> tuple[str | None, bool]:
    """The unit of a row's levels and whether it speaks for all of them: printed in its cells, else said by label or header."""
    units: list[str] = []
    printed: set[str] = set()
    for column in segment.values:
        if column.change or column.statistic == "rank":
            continue
        if column.statistic == "target" and direction_of(text_of(row, column.index)):
            # "Reduce by 5%" is no unit of what is counted.
            continue
        figures = [f for f in parse_figures(text_of(row, column.index)) if not f.signed and not f.bracketed]
        for unit in [f.unit for f in figures[:1] if f.unit and f.unit != "rank"]:
            units.append(unit)
            printed.add(unit)
        units += [column.unit] if figures and column.unit and not figures[0].unit and column.unit != "percent" else []
    if units and not (RATE_LABEL.search(label) and set(units) <= {"count"}):
        unit = max(units, key=units.count)
        return unit, unit in printed
    if RATE_LABEL.search(label):
        return "rate", True
    if says_percent(label):
        return "percent", True
    if "£" in label:
        return "GBP", True
    named = next((unit for unit, pattern in _UNIT_IN_LABEL if pattern.search(label)), None) or timed_by_target(label)
    if named is None and _FTE.search(label):
        named = "FTE"
    return named, named is not None


def says_percent(label: str) -> bool:
    """True for a label that says that its figures are percentages."""
    return bool(_PERCENT_LABEL.search(label)) and not _NOT_ONLY_PERCENT.search(label)


def unit_of_level(figure: Figure, column: Column, segment: Segment, meaning: RowMeaning) -> str | None:
    """The unit of a level: printed with it, said by its header, or that of its row where its column may have it as well.

    Examples: ``83%`` / ``85%`` / ``1,043,275`` (a column of totals) is a count; ``£27.8M`` / ``27.2M`` are both money.
    """
    if figure.unit or column.unit:
        return figure.unit or column.unit
    unit = meaning.unit
    if not meaning.spoken or _COUNTED.search(column.name):
        return unit if unit in column.units else None
    if unit in _TIMES and "," in figure.text:
        # Thousands of them beside a time to be kept are cases.
        return None
    if unit not in ("percent", "GBP") or (unit == "percent" and says_percent(meaning.label)):
        return unit
    if unit == "GBP" and ("£" in meaning.label or meaning.scale is not None):
        return unit
    if unit == "percent" and (abs(figure.value) > 100 or "," in figure.text):
        return None
    if unit in column.units or figure.scaled:
        return unit
    # A column that never prints the unit has it only where nothing but this row can say it, and all others do.
    others = [c for c in segment.values if c is not column and not c.change]
    alone = len(segment.rows) == 1 and not column.units
    return unit if alone and all(unit in c.units for c in others) else None


def text_of(row: Row, col: int) -> str:
    """The text of a cell on one line; empty where the row has none in that column."""
    return flat(row[col].text) if col in row else ""

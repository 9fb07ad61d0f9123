"""What each column of a table means: its role, its period, and what kind of figure stands in it.

A table is read in segments: each header (the one at the top, and one that returns in mid-table with new periods) rules the rows
down to the next.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.blocks import TableBlock
from extract.figure_words import direction_of
from extract.names.forces import Area
from extract.numbers import parse_figures
from extract.tables.column_names import column_names, over_the_figures
from extract.tables.column_roles import Role, Row, is_numbering, label_and_groups, role_of
from extract.tables.column_words import (
    area_of_head,
    base_of,
    in_financial_years,
    is_against,
    is_against_time,
    is_average_of_years,
    is_change,
    is_intended,
    is_usual_base,
    part_of,
    period_of,
    quarter_of_title,
    says_current,
    says_previous,
    statistic_of,
    two_units,
    unit_of,
    with_long_years,
)
from extract.tables.headers import has_figure, is_unit_cell
from extract.tables.months_up_to import begun, is_only_end, months_up_to
from extract.tables.parts_of_years import is_part_of_year, part_of_year, same_part_of_years, unplaced_part
from extract.times.days import parse_month_name
from extract.times.periods import PeriodContext, parse_period
from schema.document import Cell
from schema.reading import Period

_NOT_OF_TABLE = re.compile(
    r"\b(?:by|until|before|since|after|introduced|end of)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
#: A change against an earlier time: "Change on 30 September 2023"; not "Change from 2018/19 to 2019/20" or "over the 12 months to June".
_AGAINST = re.compile(
    r"\b(?:change|variance|difference|increase|decrease|reduction|movement)s?\s+(?:on|from|since|against|compared\s+(?:to|with))\s+"
    r"(?=\D{0,25}\d)(?!.*\d\D*\bto\b.*\d)",
    re.IGNORECASE,
)
#: Of all that came after a time, up to one that is not printed.
_SINCE = re.compile(r"\W*since\b", re.IGNORECASE)
#: Of another time than the one that a column beside it prints: "March 2021" / "Latest".
_NEWER = re.compile(r"^\W*(?:latest|current|now|most\s+recent)\b", re.IGNORECASE)
#: A cell, without its spaces, that is one number and nothing else; a minus or brackets may be the sign of a level.
_BARE = re.compile(r"\(?(?P<sign>[+−–‐‑—-])?£?[\d,]*\.?\d+\)?")
_ONLY_PERCENT = re.compile(r"\(?(?:%|per\s?cent|percentages?)\)?", re.IGNORECASE)
_PERCENT_OF_ALL = re.compile(
    r"^(?:(?:table|figure|chart)\s+\w+\s*[:.–-]\s*)?(?:percentages?|per\s?cent|proportion|%)\s*(?:of|who|that|$)",
    re.IGNORECASE,
)
#: A header that would be a year and is none: "2017/08".
_NO_YEAR = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)")
#: Labels of totals; "Total calls" is a measure.
TOTAL = re.compile(
    r"^\W*(?:grand\s+|sub[- ]?|overall\s+)?totals?\b(?!\s+(?:calls|number|recorded|crime|offences|incidents))",
    re.IGNORECASE,
)
_ROUNDED = 0.15
_HALF = 50.0
_COMMENTS = re.compile(
    r"(?:comment\w*|narrative|notes?|update|rationale|explanation|reasons?|analysis|context|progress|trend|direction|source|owner|lead)\b",
    re.IGNORECASE,
)
#: Statistics that are no level of the table's own time.
_OTHER_TIMES = frozenset({"target", "baseline", "projection"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a segment. ``name`` joins its header cells; ``statistic`` and ``unit`` are None where the header says none.

    ``scale`` multiplies what the cells print (``£m`` is 1000000). ``change`` is true for a column of changes; ``month`` is the
    month (1 to 12) of a column of a month matrix; ``counts`` is what its header says is counted, ``part`` the same where other
    columns count other parts of the same. ``printed`` is true where its own header prints the period. ``units`` are those printed in its cells, ``signed`` is
    true where a minus in them is the sign of a level. ``shared`` are the columns whose figures stand together in its cells;
    ``doubtful`` is true where the table prints names for its figures that cannot be told apart, or none; ``paired`` where the header
    names two units and each cell has two figures: ``Number (%)``.
    """

    index: int
    name: str
    role: Role
    statistic: str | None = None
    unit: str | None = None
    scale: float = 1.0
    period: Period | None = None
    printed: bool = False
    change: bool = False
    month: int | None = None
    area: Area | None = None
    part: str | None = None
    counts: str | None = None
    units: frozenset[str] = frozenset()
    signed: bool = False
    shared: tuple[Column, ...] = ()
    doubtful: bool = False
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """The rows that one header rules. ``title`` is the text of its caption rows, ``names`` the header's cell of each column.

    ``rows`` are the numbers of its body rows. ``current`` is the period that the segment's newest level column has.
    ``values`` are the columns of figures from left to right, ``label`` is the one that names the rows. ``shares`` are the columns
    (by index) whose percentages are parts of a whole, which a row of the total prints as 100%.
    """

    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    title: str | None
    names: dict[int, str]
    current: Column | None
    values: tuple[Column, ...]
    label: Column | None
    shares: frozenset[int] = frozenset()

    def of_role(self, *roles: Role) -> list[Column]:
        """The columns of these roles, from left to right."""
        return [c for c in self.columns if c.role in roles]


@dataclass(frozen=True, slots=True)
class _About:
    """What surrounds a segment: texts that may give a unit to all its figures, what is known of time, and whose paper it is."""

    around: tuple[str, ...]
    context: PeriodContext
    force: str | None


def segments(block: TableBlock, context: PeriodContext, force: str | None) -> list[Segment]:
    """The segments of a table, each with its columns understood as far as the headers and the cells say it.

    ``force`` is that of the paper: it tells which area "Force" or "City" in a header means.
    """
    headers = set(range(block.header_rows)) | set(block.inner_headers)
    groups: list[tuple[list[int], list[int]]] = []
    for number in range(block.grid.rows):
        if number in headers:
            if not groups or groups[-1][1]:
                groups.append(([], []))
            groups[-1][0].append(number)
        else:
            if not groups:
                groups.append(([], []))
            groups[-1][1].append(number)
    out: list[Segment] = []
    for heads, body in groups:
        out.append(_segment(block, heads, body, out[0] if out else None, context, force))
    return out


def _segment(
    block: TableBlock,
    heads: Sequence[int],
    body: Sequence[int],
    first: Segment | None,
    context: PeriodContext,
    force: str | None,
) -> Segment:
    rows = block.rows()
    below = [rows[r] for r in body]
    width = block.grid.columns
    pieces, title = column_names(rows, heads, width)
    if not heads and first is None:
        pieces = {col: list(texts) for col, texts in block.heads.items()}
    names = {c: " ".join(texts) for c, texts in pieces.items()}
    if first is not None:
        names = {c: names.get(c) or first.names.get(c, "") for c in range(width)}
        title = title or first.title
    names, shared = over_the_figures(with_long_years(names), below, width)
    heading = block.sections[-1].text if block.sections else None
    corner = names.get(0, "") if not has_figure(names.get(0, "")) else ""
    about = _About(tuple(t for t in (corner, title, block.caption, block.lead, heading) if t), context, force)
    columns = [_column(i, names.get(i, ""), pieces.get(i, ()), below, about) for i in range(width)]
    columns = [
        replace(c, shared=tuple(_column(c.index, name, (), below, about) for name in shared[c.index]))
        if shared.get(c.index)
        else replace(c, doubtful=c.index in shared)
        for c in columns
    ]
    columns = [
        replace(c, shared=tuple(_column(c.index, name, (), below, about) for name in pair), paired=True)
        if not c.shared
        and c.role == "value"
        and (pair := two_units(c.name))
        and (_holds_pairs(c.index, below) or is_change(pair[1]) > is_change(pair[0]))
        else c
        for c in columns
    ]
    columns = _beside_changes(columns, pieces)
    columns = _with_labels(columns, below)
    columns = _up_to_an_end(
        columns, (title, block.caption, *(s.text for s in reversed(block.sections)), block.until), context
    )
    columns = _with_shared_period(_beside_their_times(columns), title, block, context)
    columns = [_in_quarter(c, title, context) for c in columns]
    columns = _in_parts_of_years(columns, [t for t in (title, block.caption) if t], context)
    columns = [
        replace(c, shared=tuple(replace(half, period=half.period or c.period) for half in c.shared)) if c.paired else c
        for c in columns
    ]
    columns = _with_parts(columns)
    if _says_percent(title, block.caption, heading) and _all_below_hundred(columns, below):
        columns = [replace(c, unit="percent") if c.role == "value" and c.unit is None else c for c in columns]
    current = _current(columns)
    columns = [_of_its_time(c, columns, pieces, current) for c in columns]
    values = tuple(c for c in columns if c.role == "value")
    label = next((c for c in columns if c.role == "label"), None)
    shares = _shares(values, label, below)
    return Segment(tuple(columns), tuple(body), title, names, current, values, label, shares)


def _shares(values: Sequence[Column], label: Column | None, body: Sequence[Row]) -> frozenset[int]:
    """The columns of percentages whose total is 100% and whose other figures are parts of it: ``Male`` 62%, ``Total`` 100%."""
    if label is None:
        return frozenset()
    found = set()
    for column in values:
        if column.change or (column.unit != "percent" and column.units != {"percent"}):
            continue
        parts: list[float] = []
        totals: list[float] = []
        for row in body:
            printed = parse_figures(row[column.index].text) if column.index in row else ()
            if len(printed) == 1:
                total = label.index in row and TOTAL.match(row[label.index].text)
                (totals if total else parts).append(printed[0].value)
        # All areas of a force may meet a standard in each case: then they are no parts of the 100%.
        small = len(parts) > 1 and sorted(parts)[(len(parts) - 1) // 2] <= _HALF
        if totals and abs(totals[-1] - 100) < _ROUNDED and small:
            found.add(column.index)
    return frozenset(found)


def _holds_pairs(index: int, body: Sequence[Row]) -> bool:
    """True for a column whose cells hold a figure and one in brackets: ``4,651 (85)``."""
    printed = [parse_figures(row[index].text) for row in body if index in row and row[index].text.strip()]
    pairs = sum(len(figures) == 2 and figures[1].bracketed for figures in printed)
    return pairs * 2 > len(printed)


def _says_percent(*around: str | None) -> bool:
    """True for a heading or caption that says that all figures of its table are percentages: ``Percentage of each age group``."""
    return any(text and _PERCENT_OF_ALL.match(text.strip()) for text in around)


def _all_below_hundred(columns: Sequence[Column], body: Sequence[Row]) -> bool:
    texts = [row[c.index].text for c in columns if c.role == "value" for row in body if c.index in row]
    figures = [f for text in texts for f in parse_figures(text)]
    return all(abs(f.value) <= 100 and f.unit in (None, "percent") for f in figures) and any(
        f.decimals for f in figures
    )


def _of_its_time(
    column: Column, columns: Sequence[Column], pieces: Mapping[int, Sequence[str]], current: Column | None
) -> Column:
    """A column of changes with the period of the newest figures beside it: those under the same span, else of the whole table."""
    if column.role != "value" or not column.change or column.period is not None:
        return column
    span = list(pieces.get(column.index, ())[:1])
    under = [c for c in columns if c is not column and span and list(pieces.get(c.index, ())[:1]) == span]
    newest = (_current(under) if under else None) or current
    return replace(column, period=newest.period) if newest is not None else column


def _column(index: int, name: str, pieces: Sequence[str], body: Sequence[Row], about: _About) -> Column:
    cells = [row[index] for row in body if index in row]
    role = role_of(name, cells)
    if role != "value":
        return Column(index, name, role)
    unit, scale = unit_of(name, about.around)
    against = is_against(name) and _have_signs(cells)
    statistic = None if against else statistic_of(name) or _total_under(pieces)
    # "Change on 2014-15" is of the newest figures, not of what they are held against.
    period = None if against or _AGAINST.search(name) or _SINCE.match(name) else period_of(name, about.context)
    if period is not None and unit == "GBP":
        period = in_financial_years(period)
    area = next((found for text in (name, *pieces) if text and (found := area_of_head(text, about.force))), None)
    return Column(
        index=index,
        name=name,
        role=role,
        statistic=statistic,
        unit=unit,
        scale=scale,
        period=period,
        printed=period is not None,
        change=against or is_change(name) or (statistic is None and _prints_changes(cells)),
        month=parse_month_name(name) if name else None,
        area=area,
        units=frozenset(f.unit for c in cells for f in parse_figures(c.text) if f.unit),
        signed=_has_signed_levels(cells, unit, named=bool(name)),
    )


def _total_under(pieces: Sequence[str]) -> str | None:
    """``total`` for a column whose own header is that, below the span of its year: ``2025-26`` over ``Total`` over ``£000s``."""
    own = [p for p in pieces if not is_unit_cell(p)]
    return "total" if own and statistic_of(own[-1]) == "total" else None


def _beside_changes(columns: Sequence[Column], pieces: Mapping[int, Sequence[str]]) -> list[Column]:
    """A ``%`` without any other name right behind a column of changes is the same change in percent: ``Variance £m`` / ``%``."""
    out: list[Column] = []
    for c in columns:
        before = out[-1] if out else None
        own = pieces.get(c.index) or [c.name]
        bare = c.role == "value" and bool(_ONLY_PERCENT.fullmatch(own[-1].strip()))
        beside = before is not None and before.role == "value" and before.change and before.unit != "percent"
        out.append(replace(c, change=True) if bare and beside and c.statistic is None else c)
    return out


def _beside_their_times(columns: Sequence[Column]) -> list[Column]:
    """Columns that come again behind each time are of the time at their left: ``2022/23`` / ``% of budget`` / ``2023/24`` / ``% of budget``."""
    left = dict(zip((c.index for c in columns[1:]), columns, strict=False))
    again: dict[str, list[Column]] = {}
    for c in columns:
        if c.role == "value" and c.name and c.period is None:
            again.setdefault(c.name.lower(), []).append(c)
    timed = {
        c.index: left[c.index].period
        for same in again.values()
        if len(same) > 1 and all(c.index in left and left[c.index].printed for c in same)
        for c in same
    }
    return [replace(c, period=timed[c.index]) if c.index in timed else c for c in columns]


def _prints_changes(cells: Sequence[Cell]) -> bool:
    """True where most cells are a percentage with a sign, whatever stands over them: ``-3.8%`` / ``+3.9%`` under ``12m to Dec 13``."""
    printed = [parse_figures(c.text) for c in cells if has_figure(c.text)]
    signed = [f[0] for f in printed if len(f) == 1 and f[0].unit == "percent" and f[0].signed]
    return len(signed) > 1 and len(signed) * 2 > len(printed)


def _have_signs(cells: Sequence[Cell]) -> bool:
    """True where most cells begin with a signed figure or an increase in words: ``-60 (-27.8%)``, ``Up 5%``."""
    printed = [(c.text, f) for c in cells if has_figure(c.text) and (f := parse_figures(c.text))]
    signed = sum(f[0].signed or direction_of(text) in ("increase", "decrease") for text, f in printed)
    return signed * 2 > len(printed)


def _has_signed_levels(cells: Sequence[Cell], unit: str | None, *, named: bool) -> bool:
    """True where a minus is the sign of a level: in columns of money, and where bare numbers stand with a minus and without any.

    Changes are printed with a plus as well, or all with a sign under a name; accounts print ``1,200`` / ``-300`` or ``(300)``.
    """
    bare = [m for c in cells if (m := _BARE.fullmatch("".join(c.text.split())))]
    if any(m["sign"] == "+" for m in bare):
        return False
    return unit == "GBP" or not named or any(not m["sign"] and re.search(r"[1-9]", m.group(0)) for m in bare)


def _with_labels(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns with the one that names the rows and those that group them; numbers that only count the rows are none."""
    for at, column in enumerate(columns):
        if column.role == "empty":
            continue
        named = any(c.role == "text" for c in columns[at + 1 :])
        numbers = column.role == "value" and column.statistic != "rank"
        if numbers and named and is_numbering([row[at] for row in body if at in row]):
            columns[at] = replace(column, role="text", name=column.name or "No.")
        break
    # What comments on the figures does not name them, where anything else does.
    comments = {c.index for c in columns if c.role == "text" and _COMMENTS.match(c.name)}
    others = any(c.role == "text" and c.index not in comments for c in columns)
    roles: list[Role] = ["empty" if others and c.index in comments else c.role for c in columns]
    label, groups = label_and_groups(roles, body)
    return [replace(c, role="label" if c.index == label else "group" if c.index in groups else c.role) for c in columns]


def _up_to_an_end(columns: list[Column], around: Sequence[str | None], context: PeriodContext) -> list[Column]:
    """The columns whose headers say only how many months they count, or only up to which month, with what the others say."""
    said = [text for text in around if text]
    known = [*(c.period for c in columns), *(parse_period(text, context) for text in said)]

    def placed(column: Column) -> Column:
        column = replace(column, shared=tuple(map(placed, column.shared)))
        if column.role != "value":
            return column
        if column.period is None and not column.change:
            return replace(column, period=months_up_to(column.name, said, context))
        if column.period is not None and is_only_end(column.name, column.period):
            return replace(column, period=begun(column.period, known))
        return column

    return [placed(column) for column in columns]


def _with_shared_period(
    columns: list[Column], title: str | None, block: TableBlock, context: PeriodContext
) -> list[Column]:
    """A period that stands once over the table, or in its title or caption, holds for the columns that print none.

    A column that says that it is about another time ("Previous 12 months") takes none.
    """
    levels = [
        c
        for c in columns
        if c.role == "value" and (c.paired or not c.shared) and not c.doubtful and c.statistic not in _OTHER_TIMES
    ]
    # "Change to 2016/17" says nothing of the years of the figures beside it.
    own = {c.period for c in levels if c.period is not None and not c.change}
    others = {c.period for c in columns if c.period is not None and c.statistic in ("projection", "target")}
    shared: Period | None = None
    if len(own) == 1:
        shared = next(iter(own))
        if sum(c.period is not None for c in levels) > 1 and len(levels) > 2:
            shared = None if any(says_previous(c.name) for c in levels) else shared
        # Where each column has a year of its own, one whose year is not understood does not have its neighbour's.
        if len(others - own) > 1:
            shared = None
    elif not own:
        corner = next((c.name for c in columns if c.role == "label"), None)
        for text in (title, block.caption, corner):
            shared = period_of_title(text, context) if text else None
            if shared is not None:
                break
    columns = [
        replace(c, period=(part_of_year(c.name, shared) if shared else None) or unplaced_part(c.name))
        if c.role == "value" and c.period is None and is_part_of_year(c.name)
        else replace(c, period=Period(None, None, c.name, "range"))
        if c.role == "value" and c.period is None and not c.change and _NO_YEAR.fullmatch(c.name)
        else c
        for c in columns
    ]
    if shared is None:
        return columns
    return [
        replace(c, period=shared)
        if c.role == "value"
        and not is_part_of_year(c.name)
        and c.period is None
        and c.month is None
        and not says_previous(c.name)
        and not is_average_of_years(c.name)
        and not (own and _NEWER.search(c.name))
        and c.statistic != "target"
        else c
        for c in columns
    ]


def _in_quarter(column: Column, title: str | None, context: PeriodContext) -> Column:
    if column.period is None or not title:
        return column
    return replace(column, period=quarter_of_title(title, column.period, context) or column.period)


def _in_parts_of_years(columns: list[Column], over: Sequence[str], context: PeriodContext) -> list[Column]:
    """Columns of years under a caption that says of which months: ``April to June 2021`` over ``2020`` and ``2021``."""
    values = [c for c in columns if c.role == "value"]
    years = list(dict.fromkeys(c.period for c in values if c.printed and c.period is not None and not c.change))
    if any(c.statistic in _OTHER_TIMES or is_intended(c.name) for c in values):
        return columns
    parts = next((found for text in over if (found := same_part_of_years(text, years, context))), {})
    return [replace(c, period=parts[c.period]) if c.period in parts else c for c in columns]


def _with_parts(columns: list[Column]) -> list[Column]:
    """The columns with what their headers count, where their figures would else say the same of different things.

    ``Killed`` / ``Serious`` / ``Slight`` of one year are three parts; a budget or an establishment is always named. A column
    without a name beside named ones is in doubt.
    """
    values = [c for c in columns if c.role == "value"]
    same = Counter((c.statistic, c.change, c.unit, c.period, c.month, c.area) for c in values)
    named = [c for c in values if c.name]
    bases = {base_of(c.name) for c in values if c.change}
    newest = _current(columns)
    out = []
    for column in columns:
        if column.role == "value":
            key = (column.statistic, column.change, column.unit, column.period, column.month, column.area)
            part = part_of(column.name, column.area.name if column.area else None)
            if part and column.area and area_of_head(part, column.area.force) == column.area:
                # "MSG average" is whose it is, and "Force average" as well.
                part = None
            if part and (same[key] > 1 or is_intended(part)) and column.month is None:
                column = replace(column, part=part)
            if column.change and len(bases) > 1 and same[key] > 1 and (base := base_of(column.name)):
                # Of two changes one is against another time than the year before, and says so.
                usual = is_usual_base(base, newest.period if newest else None)
                part = None if usual else f"against {base}" if is_against_time(column.name) else f"{base} change"
                column = replace(column, part=part)
            if part and not column.month:
                column = replace(column, counts=part)
            unnamed = not column.name and len(values) > 1 and (bool(named) or same[key] > 1)
            column = replace(column, doubtful=column.doubtful or (unnamed and not column.shared))
        out.append(column)
    told = Counter(_told(c) for c in out if c.role == "value")
    return [replace(c, doubtful=True) if c.role == "value" and told[_told(c)] > 1 else c for c in out]


def _told(column: Column) -> tuple[object, ...]:
    """All that tells the figures of a column from those of another."""
    says_when = says_previous(column.name) or says_current(column.name) or is_part_of_year(column.name)
    time = column.period or (column.name if says_when else None)
    unit = column.unit or column.units
    base = base_of(column.name) if column.change else None
    return (column.statistic, column.change, unit, time, column.month, column.area, column.part, base)


def period_of_title(text: str, context: PeriodContext) -> Period | None:
    """The period that a caption gives to its table, or a label to its row.

    Examples: ``Workforce Census – 1/4/2019 – 31/03/2020`` and ``Recorded crimes, 12 months to June 2019`` give one; "savings by
    2016/17" and "(only introduced 1 April 2015)" give none.
    """
    found = parse_period(text, context)
    if found is None or found.start is None:
        return None
    at = text.find(found.label)
    if found.type == "month" and re.search(
        r"\b(?:to|up to|ending)\s+(?:the end of\s+)?$", text[: max(at, 0)], re.IGNORECASE
    ):
        # "Budget monitoring to December" is about the months up to it, and from when is not said.
        return None
    return None if at >= 0 and _NOT_OF_TABLE.search(text[:at]) else found


def _current(columns: Sequence[Column]) -> Column | None:
    """The column whose figures are the newest: it says so ("In Year Performance"), or has the latest end."""
    levels = [
        c
        for c in columns
        if c.role == "value" and not c.change and c.statistic not in _OTHER_TIMES and c.statistic != "rank"
    ]
    said = [c for c in levels if says_current(c.name)]
    if len(said) == 1:
        return said[0]
    dated = [c for c in levels if c.period is not None and c.period.end is not None]
    if dated:
        return max(dated, key=lambda c: c.period.end if c.period and c.period.end else dt.date.min)
    begun = [c for c in levels if c.period is not None and c.period.start is not None]
    if begun:
        # Years to date, whose last day is not printed.
        return max(begun, key=lambda c: c.period.start if c.period and c.period.start else dt.date.min)
    rest = [c for c in levels if not says_previous(c.name)]
    return rest[-1] if rest and len(levels) > 1 else None

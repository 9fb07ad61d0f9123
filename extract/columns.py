"""What each column of a table means: its role, its period, and what kind of figure stands in it.

A table is read in segments: each header (the one at the top, and one that returns in mid-table with new periods) rules the rows
down to the next.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.blocks import TableBlock
from extract.days import parse_day, parse_month_name
from extract.forces import Area, area_of
from extract.headers import has_figure, is_period_cell
from extract.numbers import is_arrow, missing_status, parse_figures, rag_of
from extract.periods import PeriodContext, parse_comparison, parse_period
from schema.document import Cell
from schema.reading import Period

Role = Literal["label", "group", "value", "judgement", "text", "empty"]
Row = dict[int, Cell]

_CHANGE = re.compile(
    r"\b(?:change[sd]?|variance|var\b|difference|versus|vs|v\b|increase|decrease|\+/-|\+ ?/ ?-|movement|reduction|growth|improvement)"
    r"|[-–]v[-–]|%\s*var|\+/[-–]|^[±+/–-]+$|%\s*(?:diff|\+/-)",
    re.IGNORECASE,
)
_STATISTICS = (
    ("target", re.compile(r"\b(?:target|threshold|ambition|standard)\b", re.IGNORECASE)),
    ("baseline", re.compile(r"\bbaseline\b", re.IGNORECASE)),
    ("projection", re.compile(r"\b(?:projection|projected|forecast|estimate[ds]?|predicted)\b", re.IGNORECASE)),
    ("rank", re.compile(r"\b(?:rank(?:ing)?|position(?!\s+(?:as\s+)?at\b)|place)\b", re.IGNORECASE)),
    ("average", re.compile(r"\b(?:average|mean|avg)\b", re.IGNORECASE)),
    ("rate", re.compile(r"\bper\s+(?:1,?000|100,?000|million|head|capita)|\brate\s+per\b", re.IGNORECASE)),
    ("share", re.compile(r"\b(?:share|% of|percent(?:age)? of|proportion of)\b", re.IGNORECASE)),
    ("total", re.compile(r"^\s*(?:grand\s+)?totals?\s*$", re.IGNORECASE)),
)
_CURRENT = re.compile(r"\b(?:in[- ]year|current|actual|latest|this\s+(?:year|period|quarter))\b", re.IGNORECASE)
_PREVIOUS = re.compile(r"\b(?:previous|prior|last\s+(?:year|period|quarter)|preceding|l\.?ytd)\b", re.IGNORECASE)
_NOT_OF_TABLE = re.compile(
    r"\b(?:by|until|before|since|after|introduced|end of)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
_JUDGEMENT = re.compile(r"\b(?:rag|brag|status|trend|direction|travel|arrow|dot)\b", re.IGNORECASE)
_NO_VALUES = re.compile(
    r"^(?:ref(?:erence)?\.?|no\.?|item(?: no\.?)?|page(?:s|\(s\))?|page no\.?|code|id|date|decision(?: ref\w*| number)?|year|"
    r"comments?|commentary|notes?|contact|tel\w*|e-?mail|postcode|paragraph|para\.?|rationale|lead|owner)$",
    re.IGNORECASE,
)
#: A header that can only stand over figures.
_TELLS_FIGURES = re.compile(
    r"^(?:baseline|latest|previous|current|projection|projected|forecast|target|actual|ytd|l\.?ytd|q[1-4]|%|change|variance|"
    r"in[- ]year|last|12 months|this|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:priority|measures?|indicators?|performance (?:measure|indicator)s?|area|district|force|offences?(?: type)?|crime type|"
    r"category|function|description|type|name|title|item|group|theme|objective|outcome|detail)s?\b(?:\s+taken\b.*)?$",
    re.IGNORECASE,
)
_MONEY_SCALE = (
    (re.compile(r"£\s?(?:m\b|mn|millions?)|£\s?['’]?000,?000|\(£?m\)", re.IGNORECASE), 1_000_000.0),
    (re.compile(r"£\s?(?:k\b|['’]?\s?000s?)|(?<![\d,])['’]000s?\b", re.IGNORECASE), 1_000.0),
    (re.compile(r"£\s?(?:bn|billions?)", re.IGNORECASE), 1_000_000_000.0),
    (re.compile(r"£"), 1.0),
)
_COUNT_SCALE = re.compile(r"\bthousands?\b|\(000s?\)", re.IGNORECASE)
_FTE = re.compile(r"\bftes?\b|\bfull[- ]time equivalents?\b", re.IGNORECASE)
_TIME = (
    ("seconds", re.compile(r"\b(?:secs?|seconds)\b", re.IGNORECASE)),
    ("minutes", re.compile(r"\b(?:mins?|minutes)\b", re.IGNORECASE)),
    ("hours", re.compile(r"\b(?:hrs?|hours)\b", re.IGNORECASE)),
    ("days", re.compile(r"\bdays\b", re.IGNORECASE)),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Words that stand beside a figure in its own cell.
_BESIDE_FIGURES = re.compile(
    r"\b(?:increased?|decreased?|reduction|no change|up|down|totals?|over|under|to|from|of|per|about|approx|target|rolling|months?|"
    r"average|mean|median|officers?|staff|incidents?|offences?|crimes?|people|calls?|cases?|increase|improvement|statistically|significant)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"^\(?0\d{2,4}\)?[\s-]?\d{3}[\s-]?\d{3,4}")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a segment. ``name`` joins its header cells; ``statistic`` and ``unit`` are None where the header says none.

    ``scale`` multiplies what the cells print (``£m`` is 1000000). ``change`` is true for a column of changes; ``month`` is the
    month (1 to 12) of a column of a month matrix. ``shared`` are the columns whose figures stand together in its cells;
    ``doubtful`` is true where the table prints names for its figures that cannot be told apart.
    """

    index: int
    name: str
    role: Role
    statistic: str | None = None
    unit: str | None = None
    scale: float = 1.0
    period: Period | None = None
    change: bool = False
    month: int | None = None
    area: Area | None = None
    shared: tuple[Column, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """The rows that one header rules. ``title`` is the text of its caption rows, ``names`` the header's cell of each column.

    ``rows`` are the numbers of its body rows. ``current`` is the period that the segment's newest level column has.
    """

    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    title: str | None
    names: dict[int, str]
    current: Column | None

    def of_role(self, *roles: Role) -> list[Column]:
        """The columns of these roles, from left to right."""
        return [c for c in self.columns if c.role in roles]


def segments(block: TableBlock, context: PeriodContext, force: str | None) -> list[Segment]:
    """The segments of a table, each with its columns understood as far as the headers and the cells say it.

    ``force`` is that of the paper: it tells which area "Force" or "City" in a header means.
    """
    rows = block.rows()
    headers = set(range(block.header_rows)) | set(block.inner_headers)
    groups: list[tuple[list[int], list[int]]] = []
    for number in range(len(rows)):
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
    names, title = _names(rows, heads, block.grid.columns)
    if first is not None:
        names = {c: names.get(c) or first.names.get(c, "") for c in range(block.grid.columns)}
        title = title or first.title
    names, shared = _over_the_figures(names, below, block.grid.columns)
    around = " ".join(filter(None, (title, block.caption)))
    columns = [_column(i, names.get(i, ""), below, around, context, force) for i in range(block.grid.columns)]
    columns = [
        replace(c, shared=tuple(_column(c.index, name, below, around, context, force) for name in shared[c.index]))
        if shared.get(c.index)
        else replace(c, doubtful=c.index in shared)
        for c in columns
    ]
    columns = _with_labels(columns, below)
    columns = _with_shared_period(columns, title, block, context)
    current = _current(columns)
    columns = [
        replace(c, period=current.period) if c.change and c.period is None and current and c.role == "value" else c
        for c in columns
    ]
    return Segment(tuple(columns), tuple(body), title, names, current)


def _names(rows: list[Row], heads: Sequence[int], width: int) -> tuple[dict[int, str], str | None]:
    """The header of each column, spans spread out, and the text of rows that are one title over the whole width."""
    names: dict[int, list[str]] = {}
    titles: list[str] = []
    for number in heads:
        filled = [c for c in rows[number].values() if c.text.strip()]
        if (
            len(filled) == 1
            and width > 1
            and filled[0].col == 0
            and (filled[0].col_span >= width - 1 or len(heads) > 1)
        ):
            titles.append(_flat(filled[0].text))
            continue
        for cell in filled:
            for col in range(cell.col, min(cell.col + cell.col_span, width)):
                text = _flat(cell.text)
                if text not in names.setdefault(col, []):
                    names[col].append(text)
    return {c: " ".join(t) for c, t in names.items()}, " – ".join(titles) or None


def _over_the_figures(
    names: dict[int, str], body: Sequence[Row], width: int
) -> tuple[dict[int, str], dict[int, tuple[str, ...]]]:
    """The names moved to their figures where the header leaves out the labels' column; and those that share a column of cells.

    Example as printed: ``Baseline 2012/13`` / ``Latest 12 months`` / ``% Var.`` over the cells ``Number of reports`` /
    ``5929 4277`` / ``-28%``: the second column holds the figures of the first two names, the third those of the last.
    """
    firsts = [row[0].text.strip() for row in body if 0 in row and row[0].text.strip()]
    words = bool(firsts) and all(len(re.findall(r"[A-Za-z]{3,}", t)) > 1 and not _is_value(t) for t in firsts)
    if not words or not _TELLS_FIGURES.match(names.get(0, "")):
        return names, {}
    printed = [names[c] for c in sorted(names)]
    counts = [max((_figures_side_by_side(row[c].text) for row in body if c in row), default=1) for c in range(1, width)]
    if sum(counts) != len(printed):
        # Which name belongs to which figure cannot be told: better none than a wrong one.
        return {}, {col: () for col in range(1, width)}
    moved, shared = {0: ""}, {}
    for col, count in enumerate(counts, start=1):
        here, printed = tuple(printed[:count]), printed[count:]
        moved[col] = here[0] if count == 1 else ""
        if count > 1:
            shared[col] = here
    return moved, shared


def _figures_side_by_side(text: str) -> int:
    """How many figures or missing ones a cell holds side by side: 2 for ``58805 59392`` and ``NA 90.5%``; else 1."""
    parts = text.split()
    alone = all(missing_status(p) or (len(parse_figures(p)) == 1 and parse_figures(p)[0].unit != "rank") for p in parts)
    return len(parts) if alone and len(parts) > 1 else 1


def _column(
    index: int, name: str, body: Sequence[Row], around: str, context: PeriodContext, force: str | None
) -> Column:
    texts = [row[index].text.strip() for row in body if index in row and row[index].text.strip()]
    role = _role(name, texts, [row[index] for row in body if index in row])
    if role != "value":
        return Column(index, name, role)
    change = bool(_CHANGE.search(name))
    period = _period(name, change, context)
    statistic = next((s for s, pattern in _STATISTICS if pattern.search(name)), None)
    if change and statistic in ("share", "average", "rate", "target", "baseline"):
        statistic = None
    unit, scale = _unit(name, around)
    return Column(
        index=index,
        name=name,
        role=role,
        statistic=statistic,
        unit=unit,
        scale=scale,
        period=period,
        change=change,
        month=parse_month_name(name) if name else None,
        area=area_of(name, force) if name else None,
    )


def _role(name: str, texts: Sequence[str], cells: Sequence[Cell]) -> Role:
    if not texts:
        return "judgement" if any(c.mark for c in cells) else "empty"
    judged = sum(rag_of(t) is not None or is_arrow(t) for t in texts)
    if judged * 2 >= len(texts) and (judged > 1 or _JUDGEMENT.search(name) or judged == len(texts)):
        return "judgement"
    if _NO_VALUES.match(name.strip()):
        return "text"
    values = sum(_is_value(t) for t in texts)
    # A column of bare four-digit numbers is one of years, unless other figures stand among them.
    years = sum(bool(_YEAR.fullmatch(t)) for t in texts)
    values = values + years if values or (years and name and not is_period_cell(texts[0])) else 0
    missing = sum(missing_status(t) is not None for t in texts)
    return "value" if missing == len(texts) or ((values + missing) * 2 >= len(texts) and values) else "text"


def _is_value(text: str) -> bool:
    """True for a cell that is a figure and not a name with a number in it (``Grade 1 - Emergency``, ``Crimes (036 MDS)``)."""
    if not has_figure(text) or missing_status(text) is not None or parse_day(text) is not None or _PHONE.match(text):
        return False
    figures = parse_figures(text)
    rest = text
    for figure in reversed(figures):
        rest = rest[: figure.start] + rest[figure.end :]
    letters = sum(c.isalpha() for c in _BESIDE_FIGURES.sub("", rest))
    return letters <= 3 or letters <= sum(f.end - f.start for f in figures)


def _period(name: str, change: bool, context: PeriodContext) -> Period | None:
    """The period that a header prints; one that only says "previous 12 months" has no days and is none."""
    if not name:
        return None
    compared = parse_comparison(name, context) if change else None
    period = compared[0] if compared is not None else parse_period(name, context)
    return period if period is not None and (period.start or period.end) else None


def _unit(name: str, around: str) -> tuple[str | None, float]:
    """The unit and scale that a header states, else the one that the table's caption states for all (``£m``, ``£000``)."""
    if re.search(r"%|\bper\s?cent|percentage", name, re.IGNORECASE):
        return "percent", 1.0
    if _FTE.search(name):
        return "FTE", 1.0
    for pattern, scale in _MONEY_SCALE:
        if pattern.search(name):
            return "GBP", scale
    for unit, pattern in _TIME:
        if pattern.search(name) and not re.search(rf"\d+\s*{unit}", name):
            return unit, 1.0
    if _COUNT_SCALE.search(name):
        return "count", 1_000.0
    for pattern, scale in _MONEY_SCALE[:3]:
        if re.search(r"[(\[]?[^)\]]*[)\]]?$", around) and pattern.search(around):
            return "GBP", scale
    return None, 1.0


def _with_labels(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """Which text column names the rows, and which stands over groups of them.

    The label is the text column nearest to the left of the first figures that is filled in most rows; one further left that is
    filled less often, or repeats itself, is the group ("Priority" beside "Measure").
    """
    first_value = next((c.index for c in columns if c.role == "value"), len(columns))
    left = [c for c in columns if c.role == "text" and c.index < first_value]
    if not left:
        periods = [c for c in columns[:1] if c.role == "value" and _holds_periods(c.index, body)]
        left = periods or [c for c in columns if c.role == "text"][:1]
        if not left:
            return columns
    filled = {
        c.index: [row[c.index].text.strip() for row in body if c.index in row and row[c.index].text.strip()]
        for c in left
    }
    label = max(left, key=lambda c: (len(set(filled[c.index])), c.index))
    out = []
    for column in columns:
        if column.index == label.index:
            column = replace(column, role="label")
        elif column in left and column.index < label.index and not _is_code(filled[column.index]):
            column = replace(column, role="group")
        out.append(column)
    return out


def _holds_periods(index: int, body: Sequence[Row]) -> bool:
    texts = [row[index].text for row in body if index in row and row[index].text.strip()]
    return bool(texts) and all(is_period_cell(t) for t in texts)


def _is_code(texts: Sequence[str]) -> bool:
    return bool(texts) and all(re.fullmatch(r"[A-Z]{0,4}\d+[\w./ -]*|\d+", t) for t in texts)


def _with_shared_period(
    columns: list[Column], title: str | None, block: TableBlock, context: PeriodContext
) -> list[Column]:
    """A period that stands once over the table, or in its title or caption, holds for the columns that print none.

    A column that says that it is about another time ("Previous 12 months") takes none.
    """
    levels = [
        c
        for c in columns
        if c.role == "value"
        and not c.shared
        and not c.doubtful
        and c.statistic not in ("target", "baseline", "projection")
    ]
    # "Change to 2016/17" says nothing of the years of the figures beside it.
    own = {c.period for c in levels if c.period is not None and not c.change}
    shared: Period | None = None
    if len(own) == 1:
        shared = next(iter(own))
        if sum(c.period is not None for c in levels) > 1 and len(levels) > 2:
            shared = None if any(_PREVIOUS.search(c.name) for c in levels) else shared
    elif not own:
        for text in (title, block.caption):
            shared = period_of_title(text, context) if text else None
            if shared is not None:
                break
    if shared is None:
        return columns
    return [
        replace(c, period=shared)
        if c.role == "value"
        and c.period is None
        and c.month is None
        and not _PREVIOUS.search(c.name)
        and c.statistic != "target"
        else c
        for c in columns
    ]


def period_of_title(text: str, context: PeriodContext) -> Period | None:
    """The period that a caption gives to its table, or a label to its row.

    Examples: ``Workforce Census – 1/4/2019 – 31/03/2020`` and ``Recorded crimes, 12 months to June 2019`` give one; "savings by
    2016/17" and "(only introduced 1 April 2015)" give none.
    """
    found = parse_period(text, context)
    if found is None or found.start is None:
        return None
    at = text.find(found.label)
    return None if at >= 0 and _NOT_OF_TABLE.search(text[:at]) else found


def _current(columns: Sequence[Column]) -> Column | None:
    """The column whose figures are the newest: it says so ("In Year Performance"), or has the latest end."""
    levels = [
        c
        for c in columns
        if c.role == "value" and not c.change and c.statistic not in ("target", "baseline", "projection", "rank")
    ]
    said = [c for c in levels if _CURRENT.search(c.name) and not _PREVIOUS.search(c.name)]
    if len(said) == 1:
        return said[0]
    dated = [c for c in levels if c.period is not None and c.period.end is not None]
    if dated:
        return max(dated, key=lambda c: c.period.end if c.period and c.period.end else dt.date.min)
    rest = [c for c in levels if not _PREVIOUS.search(c.name)]
    return rest[-1] if rest and len(levels) > 1 else None


def _flat(text: str) -> str:
    return " ".join(text.split())


def names_a_measure(name: str) -> bool:
    """True for a header cell that says what is measured, not only what kind of thing the column holds ("Measure", "Area")."""
    name = name.strip()
    return bool(name) and not _GENERIC.match(name) and not _TELLS_FIGURES.match(name) and not is_period_cell(name)

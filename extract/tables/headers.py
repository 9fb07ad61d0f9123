"""Which rows of a grid are headers: at its top, and where a header returns in mid-table with new periods.

A header names columns; a body row states something under them. Papers print headers of one to three rows: a caption row
("TACKLING CRIME & RE-OFFENDING" over empty cells), the names, then a row with only periods or units ("", "£m", "").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from extract.figure_words import is_arrow, missing_status, rag_of
from extract.numbers import clock_duration, parse_figures
from extract.times.days import parse_day
from schema.document import Cell, Grid

_DIGIT = re.compile(r"\d")
#: Two years of a financial year, "19/20"; "10/43" is a rank.
_TWO_YEARS = rf"(?<![\d/])(?:{'|'.join(f'{y:02}/{(y + 1) % 100:02}' for y in range(100))})(?![\d/])"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
#: Digits and the ends of words are taken as a whole, so that a cell of many digits cannot be parted in as many ways as it has.
_PERIOD = re.compile(
    rf"^[\s(]*(?:(?:to|from|at|as at|year(?: to| ending)?|ytd|l\.?ytd|q[1-4]|quarter|h[12]|fy|w/?c|week|month|rolling|12\s?m\w*+|"
    rf"months?|end(?:ed|ing)?|position|latest|spend|actual|budget|forecast|target|outturn|vs?\.?|{_MONTH}+|\d++(?:st|nd|rd|th)?|"
    r"[-–—/&,.'’()]|\s)+)[\s)]*$",
    re.IGNORECASE,
)
_PERIOD_PART = re.compile(rf"\b(?:{_MONTH}|q[1-4]|quarter|ytd|(?:19|20)\d\d)\b|{_TWO_YEARS}|['’]\d\d", re.IGNORECASE)
#: A figure and, in brackets, when it was so: "455 (March 13)"; the year of "2013/14 (April)" is none.
_COUNT_THEN_TIME = re.compile(r"(?!(?:19|20)\d\d\b)\d{1,6}\s*\(")
#: Numbers that tell a time: dates, years, "12 months", "Q1 19/20".
_TIME = re.compile(
    rf"\b\d{{1,2}}[/.]\d{{1,2}}[/.]{{1,2}}\d{{2,4}}\b|\b\d{{1,2}}\s?(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+['’]?\d{{2,4}})?|\b{_MONTH}[\s-]*['’]?\d{{2,4}}\b|"
    rf"\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{{2,4}})?\b|{_TWO_YEARS}|\bper\s+(?:1,?000|10,?000|100,?000)\b|"
    r"\bq[1-4]\b|(?<![£.,\d])\b\d{1,2}[\s-]?(?:m\b|months?|weeks?|years?|yrs?\b)(?:ly)?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"^[\s(]*(?:£\s?(?:m|k|000s?|'000s?|’000s?|millions?|bn)?|%|no\.?|number|fte|ftes|count|rate|n|per 1,?000|headcount|minutes|secs|seconds|mins|"
    r"hours|days|\+/-|\+ ?/ ?-|#)[\s)]*$",
    re.IGNORECASE,
)
#: Numbers that people ring, before what is counted of it.
_LINE_RUNG = re.compile(
    r"\s*(?:999|101|111|112)\s+(?:(?:emergency|non-emergency|total|average|mean|median|incoming|inbound)\s+)*"
    r"(?:calls?|contacts?|demand|abandon\w*|answer\w*|volumes?|service|performance|online|wait\w*|speed|times?|response)\b",
    re.IGNORECASE,
)
#: A group of ages, hours or sizes: "16 to 19", "Aged 16-24(a)", "60 and over", "under 18", "65+".
_BAND = re.compile(
    r"(?:(?:aged?|ages|years?|hours?|between|scores?|band)\s+)?(?:\d{1,3}\s?(?:to|and|[-–])\s?\d{1,3}|\d{1,3}\s?(?:and over|or over|and under|or more|or|and|\+|plus)|"
    r"(?:under|over)\s\d{1,2})(?:\s?(?:years?|hours?|days|olds?|year olds?))?(?:\s?\([a-z]\))?",
    re.IGNORECASE,
)
#: The end of a name that goes on in the next row.
_CUT = re.compile(r"(?:\b(?:to|and|of|per|the|in|for|or|from|by|at|with|on)|[-–&/,(])\s*\Z", re.IGNORECASE)
_MOST_HEADER_ROWS = 6
#: How alike, from 0 to 1, the names of a header are that is printed again.
_ALIKE = 0.85
#: First words of cells that name a column, in panel papers.
_NAMES = re.compile(
    r"^(?:priority|measures?|indicators?|performance|previous|current|actual|target|baseline|change|variance|% ?change|difference|"
    r"rag|status|comments?|commentary|area|district|force|offences?(?: type)?|crime type|category|function|fte|headcount|ref\w*|"
    r"code|item|report by|date(?! of birth)|title|subject|project|organisation|recipient|amount|award\w*|funding|grant|total|description|"
    r"month|period|year|quarter|direction|trend|rank|position|number|rate|value|spend|budget|forecast|outturn|name|lead|owner|"
    r"action|progress|update|risk|no\.|type|source|in year|annual change|12 months?|latest|projection|estimated|mechanism|"
    r"responsible|deadline|outcome|decision|purpose|provider|service|theme|group|domain|question|response|rationale)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_period_cell(text: str) -> bool:
    """True for a cell that holds a period and nothing else.

    Examples: ``Jul '18 - Jun '19``, ``2017/18``, ``(September 13 - August 14)``, ``Q1 20/21``, ``April``; not ``2,976``, ``455 (March 13)``.
    """
    text = " ".join(text.split())
    if not text or len(text) >= 60 or _COUNT_THEN_TIME.match(text):
        return False
    return bool(_PERIOD.match(text)) and bool(_PERIOD_PART.search(text))


def is_unit_cell(text: str) -> bool:
    """True for a cell that holds a unit and nothing else, also again and again: ``£m``, ``%``, ``FTE``, ``£000s £000s``."""
    parts = text.split()
    return bool(parts) and (
        bool(_UNIT.match(text)) or (len(parts) > 1 and len({*parts}) == 1 and is_unit_cell(parts[0]))
    )


@lru_cache(maxsize=8192)
def has_figure(text: str) -> bool:
    """True for a cell of a body row: it states a figure, or says that there is none.

    Examples: ``27.2``, ``Decrease (-16%, -25,769)``, ``NA``; not ``Previous 12 Month Period Jul '18 - Jun '19``, ``Spend 30/6/20``.
    """
    text = text.strip()
    if missing_status(text) is not None or clock_duration(text) is not None:
        return True
    if not _DIGIT.search(text) or is_period_cell(text) or is_band(text) or names_a_line(text):
        return False
    masked = _TIME.sub(" ", text)
    figures = parse_figures(masked)
    if not figures:
        return False
    words = re.findall(r"[A-Za-z]{2,}", masked)
    return len(words) < 3 or any(f.unit or f.signed or "," in f.text for f in figures)


def names_a_line(text: str) -> bool:
    """True for a name that begins with the number one rings: ``999 calls``, ``101 abandonment rate``; not for ``999`` or ``101 offences``."""
    return bool(_LINE_RUNG.match(text))


def is_band(text: str) -> bool:
    """True for a group of ages, hours or sizes: ``10-17``, ``Aged 16 to 19``, ``65+``; it names figures and is none."""
    return bool(_BAND.fullmatch(" ".join(text.split())))


def header_rows(grid: Grid) -> tuple[int, tuple[int, ...]]:
    """How many rows at the top are headers, and which rows in mid-table are: ``(rows, inner rows)``, rows from 0.

    What the format itself states (``grid.header_rows``, header cells) is kept and extended by rows of periods or units.
    """
    rows = _rows(grid)
    if not rows:
        return 0, ()
    if grid.header_rows is None and _is_key_value(rows, grid.columns):
        return 0, ()
    top = max(grid.header_rows or 0, _marked(rows))
    if top == 0 or _is_caption_row(rows, top):
        top = max(top, _found(rows, grid.columns))
    top = _with_spanned(rows, top)
    while 0 < top < len(rows) and (
        _only_periods_or_units(rows[top])
        or _gives_units(rows[top])
        or _names_over_units(rows, top)
        or _names_parts(rows, top)
        or _goes_on(rows[top - 1], rows[top])
    ):
        top += 1
    if top >= len(rows):
        top = 0 if grid.header_rows is None else grid.header_rows
    return top, _inner(rows, top, grid.columns)


def _with_spanned(rows: list[list[Cell]], top: int) -> int:
    """The header rows with those that a header cell reaches down to.

    Example: ``KPI`` and ``DoT`` over two rows, beside ``RAG rating`` over ``Latest`` and ``Previous``. A row of figures is none.
    """
    reach = max((c.row + c.row_span for row in rows[:top] for c in row if c.text.strip()), default=top)
    if not 0 < top < reach <= min(len(rows) - 1, _MOST_HEADER_ROWS):
        return top
    return top if any(has_figure(t) for row in rows[top:reach] for t in _texts(row)) else reach


def _rows(grid: Grid) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[] for _ in range(grid.rows)]
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.col)):
        rows[cell.row].append(cell)
    return rows


def _texts(row: Sequence[Cell]) -> list[str]:
    return [c.text.strip() for c in row if c.text.strip()]


def _is_key_value(rows: list[list[Cell]], columns: int) -> bool:
    """Two columns of names and texts without a header: ``Financial:`` / ``None``, ``Report of`` / ``CHIEF CONSTABLE``."""
    firsts = [c.text.strip() for row in rows for c in row if c.col == 0 and c.text.strip()]
    colons = sum(t.endswith(":") for t in firsts)
    return columns == 2 and len(firsts) > 1 and colons * 2 >= len(firsts)


def _marked(rows: list[list[Cell]]) -> int:
    """Rows at the top whose cells the format or the page marks as headers."""
    count = 0
    for row in rows:
        filled = [c for c in row if c.text.strip()]
        if not filled or not all(c.is_header for c in filled) or _states_figures(row):
            break
        count += 1
    return count if count < len(rows) else 0


def _states_figures(row: list[Cell]) -> bool:
    """True for a name with nothing but figures behind it, however it is printed: ``NET BUDGET`` / ``1,429.5`` / ``1,530.9`` in bold."""
    figures = [c.text for c in row if c.col > 0 and c.text.strip()]
    return len(figures) > 1 and all(map(has_figure, figures)) and any(c.col == 0 and c.text.strip() for c in row)


def _is_caption_row(rows: list[list[Cell]], top: int) -> bool:
    """True where the only header so far is one text over the whole width."""
    return top == 1 and len(_texts(rows[0])) == 1 and len(rows) > 2


def _found(rows: list[list[Cell]], columns: int) -> int:
    """Header rows told by what they hold: names over figures, names in bold, well-known names."""
    at = 0
    while at < len(rows) - 1 and _is_title(rows[at], columns):
        at += 1
    if at >= len(rows):
        return 0
    if not _names_columns(rows[at], rows[at + 1 :], columns):
        # A single spanning title over a body without column names is a header of its own only if something follows it.
        return at if at and len(rows) > at + 1 and any(has_figure(t) for t in _texts(rows[at])) else 0
    at += 1
    while at < len(rows) - 1 and (
        _only_periods_or_units(rows[at])
        or (_names_columns(rows[at], rows[at + 1 :], columns) and _spans_above(rows, at))
        or _continues(rows, at)
    ):
        at += 1
    return at


def _is_title(row: list[Cell], columns: int) -> bool:
    """A row with one text only, in its first column, over at least three columns (or spanning them all)."""
    texts = _texts(row)
    if len(texts) != 1 or columns < 2 or has_figure(texts[0]):
        return False
    first = next(c for c in row if c.text.strip())
    return first.col == 0 and (columns > 2 or first.col_span > 1) and len(texts[0]) < 160


def _spans_above(rows: list[list[Cell]], at: int) -> bool:
    """True where a cell of the row above spans columns that this row names one by one."""
    return any(c.col_span > 1 and c.text.strip() for c in rows[at - 1])


def _continues(rows: list[list[Cell]], at: int) -> bool:
    """True for a row below a header that names most columns of figures and states none: ``Core`` / ``External`` / ``Total``."""
    figures = {c.col for row in rows[at + 1 :] for c in row if c.col > 0 and has_figure(c.text)}
    filled = [c for c in rows[at] if c.text.strip()]
    over = [c for c in filled if c.col in figures]
    return (
        not any(has_figure(c.text) for c in filled)
        and len(over) >= max(2, (len(figures) + 1) // 2)
        and all(len(c.text) < 40 for c in filled)
    )


def _names_parts(rows: list[list[Cell]], at: int) -> bool:
    """True for names below a header, over figures and beside no label: ``Driver`` / ``Passenger`` under ``Killed`` and ``All``."""
    labelled = any(c.col == 0 and c.text.strip() for c in rows[at])
    judged = any(rag_of(t) is not None or is_arrow(t) for t in _texts(rows[at]))
    return at <= _MOST_HEADER_ROWS and not labelled and not judged and _continues(rows, at)


def _goes_on(row: list[Cell], below: list[Cell]) -> bool:
    """True for a row that goes on the names of the row above, which are cut in their middle: ``0:00 to`` / ``06:00 to``."""
    cut = {c.col for c in row if _CUT.search(c.text)}
    under = {c.col for c in below if c.text.strip()}
    return len(cut) > 1 and cut == under and len(cut) * 2 > len(_texts(row)) and all(len(t) < 20 for t in _texts(below))


def _gives_units(row: list[Cell]) -> bool:
    """True for a row with a unit in several cells and no figure: ``£000s`` / ``Funding`` / ``£000s`` / ``£000s``."""
    texts = _texts(row)
    return sum(is_unit_cell(t) for t in texts) > 1 and not any(has_figure(t) for t in texts)


def _names_over_units(rows: list[list[Cell]], at: int) -> bool:
    """True for names between a header and its units: ``Core`` / ``External`` / ``Total`` over ``£000s`` in each column."""
    return at + 1 < len(rows) and _gives_units(rows[at + 1]) and not any(has_figure(t) for t in _texts(rows[at]))


def _only_periods_or_units(row: list[Cell]) -> bool:
    texts = _texts(row)
    first_empty = not any(c.col == 0 and c.text.strip() for c in row)
    if len(texts) > 2 and all(is_unit_cell(t) for t in texts):
        return True
    return bool(texts) and first_empty and all(is_period_cell(t) or is_unit_cell(t) for t in texts)


def _names_columns(row: list[Cell], below: list[list[Cell]], columns: int) -> bool:
    """True where the cells of ``row`` name columns and those below state something under the names."""
    texts = _texts(row)
    filled = [c for c in row if c.text.strip()]
    last = [c for c in filled if c.col > 0]
    # "Safer Streets 5" and "101 calls" in the corner over years are names.
    years = bool(last) and all(is_period_cell(c.text) or is_unit_cell(c.text) for c in last)
    stating = [c.text for c in filled if not (years and c.col == 0 and re.search(r"[A-Za-z]{3}", c.text))]
    if not texts or any(has_figure(t) and not is_unit_cell(t) for t in stating):
        return False
    if len(filled) < max(2, columns // 2) and not (
        last and all(is_period_cell(c.text) or is_unit_cell(c.text) for c in last)
    ):
        return False
    if any(len(t) > 140 for t in texts):
        return False
    if all(is_period_cell(c.text) or is_unit_cell(c.text) for c in last) and last:
        # A day beside each name, from the first row on: the names of columns are missing.
        return len(below) < 2 or not all(c.col in _timed_columns([row, *below]) for c in last)
    if all(c.bold for c in filled) and not all(c.bold for r in below for c in r if c.text.strip()):
        return True
    named = sum(bool(_NAMES.match(t)) and len(t.split()) <= 8 for t in texts)
    figure_columns = {c.col for r in below for c in r if has_figure(c.text)}
    over_figures = [c for c in filled if c.col in figure_columns]
    if over_figures and len(over_figures) >= max(1, len(figure_columns) // 2):
        return True
    return named * 2 >= len(texts) or _over_days(filled, below)


def _over_days(row: Sequence[Cell], below: list[list[Cell]]) -> bool:
    """True where names stand over a column of nothing but days: ``Topic`` / ``Panel`` over ``Hate crime`` / ``14 December 2020``."""
    columns = {col for col, days in _columns_of(below, lambda text: parse_day(text) is not None).items() if days > 1}
    return any(c.col in columns for c in row) and not any(parse_day(c.text) for c in row)


def _inner(rows: list[list[Cell]], top: int, columns: int) -> tuple[int, ...]:
    """Rows in mid-table that name the columns again: most cells are those of the header, or only periods follow such a row."""
    if top == 0:
        return ()
    names: dict[int, list[str]] = {}
    for row in rows[:top]:
        for cell in row:
            if cell.text.strip():
                names.setdefault(cell.col, []).append(_plain(cell.text))
    found: list[int] = []
    timed = _timed_columns(rows[top:])
    for at in range(top, len(rows)):
        filled = [c for c in rows[at] if c.text.strip()]
        values = [c for c in filled if c.col > 0]
        if found and found[-1] == at - 1 and _only_periods_or_units(rows[at]):
            found.append(at)
        elif values and not any(has_figure(c.text) for c in values):
            same = sum(any(_alike(_plain(c.text), n) for n in _all_names(names)) for c in values)
            periods = sum(is_period_cell(c.text) and c.col not in timed for c in values)
            again = (same + periods) * 3 >= len(values) * 2 and len(values) * 2 >= columns - 1
            over_periods = at + 1 < len(rows) and _only_periods_or_units(rows[at + 1]) and len(values) > 1
            if again or over_periods:
                found.append(at)
    return tuple(found)


def _timed_columns(body: list[list[Cell]]) -> frozenset[int]:
    """The columns that hold a day or another time in every row: they say when something was, and name no columns."""
    return frozenset(col for col, cells in _columns_of(body, is_period_cell).items() if col > 0 and cells == len(body))


def _columns_of(rows: Sequence[Sequence[Cell]], holds: Callable[[str], bool]) -> dict[int, int]:
    """The columns of whose cells each one that is filled holds such a text, with the number of these cells."""
    cells: dict[int, list[bool]] = {}
    for cell in (c for row in rows for c in row if c.text.strip()):
        cells.setdefault(cell.col, []).append(holds(cell.text))
    return {col: len(held) for col, held in cells.items() if all(held)}


def _all_names(names: dict[int, list[str]]) -> list[str]:
    return [n for col, texts in names.items() if col > 0 for n in texts]


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    # Most are far from alike, which their lengths or their letters tell at once.
    likeness = SequenceMatcher(None, a, b)
    return all(ratio() >= _ALIKE for ratio in (likeness.real_quick_ratio, likeness.quick_ratio, likeness.ratio))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text).lower().split())

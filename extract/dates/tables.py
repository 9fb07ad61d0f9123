"""Dates in tables: the head of a report ("DATE: September 2020"), schedules of meetings, and sentences in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.blocks import TableBlock
from extract.dates.schedules import Kind
from extract.times.periods import find_periods
from extract.times.stretches import stretches
from schema.document import Cell
from schema.reading import Period

_HEAD_LABEL = re.compile(
    r"\W*(?:(?:meeting\s)?date(?:\s*(?:/|and|&)\s*time)?(?:\s+of\s+(?:the\s+)?meeting)?|meeting\sdate)\W*",
    re.IGNORECASE,
)
_DATE_HEADING = re.compile(
    r"\b(?:dates?|when|by when|deadline|timescales?|timetable|meeting|month|due|completion|day)\b|"
    r"^(?:by|starts?|started|finish|finished|begins?|began|commences?|ends?|ended|target)$",
    re.IGNORECASE,
)
#: In a table of figures a column of dates is the time axis, unless it says what happened on them.
_SAYS_WHAT = re.compile(
    r"\bdates?\s(?:of|for)\s(?:the\s)?(?:decision|approval|award|meeting|publication|launch|event|visit|completion|inspection|signing|start|end|expiry|review|issue)\w*"
    r"|\b(?:decision|approval|award(?:ed)?|meeting|publication|launch|event|start|end|expiry|completion|review|due|target|issue)\sdate|\bdate\s(?:approved|awarded|agreed|decided|published|signed|due|completed|opened)\b"
    r"|\b(?:deadline|by when)\b",
    re.IGNORECASE,
)
_NO_DATES = re.compile(
    r"\b(?:period|year|baseline|target|actual|amount|spend|budget|performance|change)\b", re.IGNORECASE
)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")
_NUMERIC = re.compile(r"[\W_]*\d[\d,.\s%£()+-]*[kKmM]?[\W_]*")
_PROSE_WORDS = 9

#: The texts of a row by their columns, from left to right.
_Texts = dict[int, str]


@dataclass(frozen=True, slots=True)
class Dated:
    """A cell that may state dates.

    ``role`` is what the table itself says they are dates of, with ``label`` and ``quote`` made of the row; None where the words of
    the cell must tell; ``when_past`` is what they are of where they lie before the meeting, if that is another thing. ``only_happenings`` is true in a measure table, whose periods belong to its figures.
    """

    row: int
    col: int
    page: int
    line: int | None
    text: str
    role: str | None = None
    label: str | None = None
    quote: str | None = None
    only_happenings: bool = False
    when_past: str | None = None


def _text(cell: Cell) -> str:
    """The text of a cell without marks; its lines stay apart, for "Oct 13" ends one of them."""
    return _lines(cell.text)


@lru_cache(maxsize=8192)
def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in _TAGS.sub("\n", text).splitlines())
    return "\n".join(line for line in lines if line)


# Each check of a table asks it of the same cells.
@lru_cache(maxsize=8192)
def _whole_date(text: str, years_above: bool = False) -> bool:
    """True for a cell that holds a day or a month and hardly anything else: "Monday 23 December 2013", "September 2014".

    With ``years_above`` its year may stand over the table: "14 May" under "Meetings in 2018".
    """
    found = stretches(text)
    if len(found) != 1 or found[0].first is None or found[0].first.month is None:
        return False
    rest = text[: found[0].start] + text[found[0].end :]
    yearless = years_above and found[0].precision == "day"
    return len(rest.split()) <= 4 and (found[0].first.year is not None or yearless)


def meeting_of_table(block: TableBlock) -> Period | None:
    """The date that the head of a report gives in a small table: ``Date | MONDAY 23RD MARCH 2015 AT 1:00pm``."""
    for row in block.rows():
        cells = [row[col] for col in sorted(row)]
        if len(cells) >= 2 and _HEAD_LABEL.fullmatch(_text(cells[0])):
            periods = find_periods(_text(cells[1]))
            if periods:
                return periods[0][2]
    return None


def dated_cells(block: TableBlock, kind: Kind | None = None, *, years_above: bool = False) -> Iterator[Dated]:
    """The cells of a table that may state dates, headings of columns left out.

    ``kind`` is what the words above the table say that its days are of; with ``years_above`` they also give the year.
    """
    rows = block.rows()
    texts = [{col: _text(row[col]) for col in sorted(row)} for row in rows]
    headings = {*range(block.header_rows), *block.inner_headers}
    body = [r for r in range(len(rows)) if r not in headings]
    measures = _is_measured([texts[r] for r in body])
    schedules = _schedule_columns(texts, headings, body, years_above)
    if measures and kind is None:
        says = {col for col, heading in schedules.items() if _SAYS_WHAT.search(heading) or _STEP.fullmatch(heading)}
        schedules = {col: heading for col, heading in schedules.items() if col in says}
    for r, row in enumerate(texts):
        printed = [*row.items()]
        if len(printed) >= 2 and block.grid.columns <= 3 and _HEAD_LABEL.fullmatch(printed[0][1]):
            (_, head), (col, date), *_ = printed
            yield _cell(rows[r][col], date, role="meeting", label=_title(texts), quote=f"{head} {date}")
            continue
        if r in headings:
            continue
        for col, text in printed:
            if col in schedules and _whole_date(text, years_above):
                heading = schedules[col]
                role, past = _role(heading, kind)
                cell = _cell(rows[r][col], text, role=role, label=_row_label(row, col, heading), quote=text)
                yield replace(cell, when_past=past)
                continue
            words = len(text.split())
            if words >= _PROSE_WORDS:
                yield _cell(rows[r][col], text)
            elif words >= 3 and not _NUMERIC.fullmatch(text):
                yield _cell(rows[r][col], text, only_happenings=measures or col == 0)


def _cell(
    cell: Cell,
    text: str,
    *,
    role: str | None = None,
    label: str | None = None,
    quote: str | None = None,
    only_happenings: bool = False,
) -> Dated:
    short = " ".join(quote.split()[:12]) if quote else None
    return Dated(cell.row, cell.col, cell.page, cell.line, text, role, label, short, only_happenings)


def _schedule_columns(rows: Sequence[_Texts], headings: set[int], body: list[int], years_above: bool) -> dict[int, str]:
    """The columns whose body cells are dates, with their heading."""
    columns: dict[int, str] = {}
    for col in sorted({c for r in body for c in rows[r]}):
        cells = [rows[r][col] for r in body if rows[r].get(col)]
        dates = sum(_whole_date(cell, years_above) for cell in cells)
        if not dates or dates * 2 < len(cells):
            continue
        heading = " ".join(rows[r][col] for r in sorted(headings) if col in rows[r])
        dated = _SAYS_WHAT.search(heading) or (_DATE_HEADING.search(heading) and not _NO_DATES.search(heading))
        if dated or (not heading and dates >= 2):
            columns[col] = heading
    return columns


def _is_measured(body: Sequence[_Texts]) -> bool:
    """True where most cells beside the first column are figures."""
    others = [text for row in body for col, text in row.items() if col > 0 and text]
    return bool(others) and sum(bool(re.search(r"\d", t)) and len(t.split()) <= 5 for t in others) * 2 > len(others)


_ROLES = (
    ("meeting", r"\bmeeting\b"),
    ("decision", r"\b(?:decision|decided|approv\w+|award\w*|agreed|signed|signing)\b"),
    ("publication", r"\b(?:publi\w+|issued?)\b"),
    ("launch", r"\b(?:launch\w*|opened|go live)\b"),
    ("contract", r"\b(?:contract|expiry|expires)\b"),
    ("deadline", r"\b(?:deadline|by when|due|complet\w+|timescales?|target)\b"),
)


#: Headings that say no more than that the column has days, and those of steps that are taken one after the other.
_ONLY_DATE = re.compile(r"\W*(?:date|dates|day|when|date and time|date\s?/\s?time)\W*", re.IGNORECASE)
_STEP = re.compile(r"\W*(?:starts?|finish|begins?|commences?|ends?)(?:\sdate)?\W*", re.IGNORECASE)
_BY = re.compile(r"\W*by\W*", re.IGNORECASE)


def _role(heading: str, kind: Kind | None) -> tuple[str, str | None]:
    """What the dates of a column are, by its heading, and what those of the past are where that is another thing.

    ``Date of decision`` decision, ``By when`` deadline, ``Contract start`` contract; ``Date`` in a table of the given ``kind`` is of
    that kind; ``Start`` is a plan, and an event of the past.
    """
    if found := next((role for role, words in _ROLES if re.search(words, heading, re.IGNORECASE)), None):
        return found, None
    if _STEP.fullmatch(heading):
        return "plan", "event"
    if _BY.fullmatch(heading):
        return "deadline", None
    if kind is not None and (_ONLY_DATE.fullmatch(heading) or not heading):
        return kind, "event" if kind == "deadline" else None
    return "event", None


def _title(rows: Sequence[_Texts]) -> str | None:
    """What the head of a report says that it is, for the label of its meeting."""
    for row in rows:
        texts = [*row.values()]
        if len(texts) >= 2 and re.match(r"\W*(?:report to|meeting|committee|title|subject)\b", texts[0], re.IGNORECASE):
            return " ".join(texts[1].split()[:18])
    return None


def _row_label(row: _Texts, date: int, heading: str) -> str:
    """What a row of a schedule is about: the heading of its date and the words of the row."""
    words = " ".join(text.replace("•", " ") for col, text in row.items() if col != date)
    name = heading.capitalize() if heading.isupper() else heading
    return " ".join(f"{name}: {words}".split()[:18]).strip(" :") or "date"

"""Whether text in columns is a table: what speaks for it (figures, rules) and what against (prose, bullets, contents lists)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.pages.aligned_stretches import BULLETS
from extract.pages.lines import PrintedLine, is_figure
from schema.document import Grid

_LIST_MARK = re.compile(
    r"[•▪◦●○■□➢✓\-–—*o\ufffd]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxl]{1,5})[.)]?", re.IGNORECASE
)
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_CONTACT = re.compile(
    r"(?:e-?mail|tel(?:ephone)?|phone|fax|direct (?:dial|line)|ext(?:ension)?|contact|ask for|website)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S@\S|\b0\d{2,4}[\d ]{6,}")
_BLANK = re.compile(r"[.…_\s]{4,}|…{2,}")
_SENTENCES = re.compile(r"[a-z]{2}\.\s+[A-Z]")
_PROSE_LENGTH = 24
_FEW_STEPS = 4
_FEW_ROWS = 3


def looks_like_table(grid: Grid, lines: Sequence[PrintedLine], separators: Sequence[float]) -> bool:
    """True where the evidence for a table outweighs that against."""
    rows: list[dict[int, str]] = [{} for _ in range(grid.rows)]
    for cell in grid.cells:
        if cell.text:
            rows[cell.row][cell.col] = cell.text
    rows = [r for r in rows if r]
    columns = grid.columns
    others = [t for r in rows for c, t in r.items() if c > 0]
    if len(rows) < 2 or columns < 2 or not others or sum(map(len, rows)) < 0.3 * len(rows) * columns:
        return False
    figures = sum(is_figure(t) for t in others) / len(others)
    if (
        _is_list(rows, columns, figures)
        or _is_contents(rows, lines, columns)
        or _is_axis(rows)
        or _is_contact(rows, columns)
        or _is_form(rows)
        or (len(separators) < 2 and _tells(rows, columns))
    ):
        return False
    if figures or len(separators) >= 2:
        return columns > 2 or sum(len(r) == 2 for r in rows) >= 2
    return len(rows) > 2 and not _is_prose(rows, columns)


def _is_list(rows: Sequence[dict[int, str]], columns: int, figures: float) -> bool:
    """True for bullets, numbered paragraphs and agendas: a column holds hardly anything but their marks, beside one text."""
    several = sum(len(r) > 2 for r in rows)
    for column in range(min(2, columns - 1)):
        texts = [r[column].split() for r in rows if column in r]
        if not texts:
            continue
        bullets = sum(w[0] in BULLETS for w in texts)
        marks = sum(len(w) == 1 and bool(_LIST_MARK.fullmatch(w[0])) for w in texts)
        if column == 0 and bullets >= 0.5 * len(texts):
            return True
        if marks >= 0.6 * len(texts) and (
            (columns == 2 and column == 0) or (figures < 0.2 + 0.2 * column and several < 0.5 * len(rows))
        ):
            return True
    return False


def _is_contents(rows: Sequence[dict[int, str]], lines: Sequence[PrintedLine], columns: int) -> bool:
    """True for a list of contents: dot leaders, or titles with page numbers that only rise."""
    if sum(bool(_LEADERS.search(line.text)) for line in lines) >= 2:
        return True
    last = [(r.get(columns - 2, ""), r[columns - 1]) for r in rows if columns - 1 in r]
    pages = [int(number) for _, number in last if re.fullmatch(r"\d{1,3}", number)]
    titles = sum(len(title) for title, _ in last) / max(1, len(last))
    rising = sum(a <= b for a, b in pairwise(pages))
    return columns <= 3 and len(pages) >= max(4, 0.8 * len(last)) and titles > 20 and rising >= 0.85 * (len(pages) - 1)


def _is_axis(rows: Sequence[dict[int, str]]) -> bool:
    """True for a chart: its first column counts down in even steps, and beside it stand names, a few figures, or the other axis."""
    marks = [m for r in rows if 0 in r for m in r[0].split()]
    numbers = [float(re.sub(r"[,%£]", "", m)) for m in marks if re.fullmatch(r"[£-]?\d[\d,]*(?:\.\d+)?%?", m)]
    steps = {round(a - b, 3) for a, b in pairwise(numbers)}
    if len(numbers) < 2 or len(numbers) < 0.6 * max(len(rows), len(marks)) or len(steps) != 1 or steps.pop() <= 0:
        return False
    beside = [[t for c, t in r.items() if c > 0] for r in rows[:-1]]
    widest = max((max(r) for r in rows), default=0)
    # Years count down too, but each has its figures.
    scattered = len(numbers) > _FEW_STEPS and sum(map(len, beside)) < 0.6 * widest * len(beside)
    return scattered or not any(is_figure(t) for texts in beside for t in texts)


def _is_form(rows: Sequence[dict[int, str]]) -> bool:
    """True for places to sign and to fill in: cells with nothing but a dotted or drawn line, and no figure anywhere."""
    texts = [t for row in rows for t in row.values()]
    return any(_BLANK.fullmatch(t) for t in texts) and not any(c.isdigit() for t in texts for c in t)


def _is_contact(rows: Sequence[dict[int, str]], columns: int) -> bool:
    """True for how to reach somebody: "Ask for", "Direct dial", "E-mail" and what stands beside them."""
    for column in range(columns - 1):
        labels = [(r[column], r.get(column + 1, "")) for r in rows if column in r]
        reached = sum(bool(_CONTACT.match(label)) for label, _ in labels)
        if reached >= max(2, 0.5 * len(labels)) and any(_ADDRESS.search(text) for _, text in labels):
            return True
    return False


def _tells(rows: Sequence[dict[int, str]], columns: int) -> bool:
    """True where most of a few rows, or of hardly filled ones, hold sentences: lines of prose that gaps happen to part."""
    told = sum(any(_SENTENCES.search(t) for t in r.values()) for r in rows)
    sparse = sum(map(len, rows)) < 0.5 * len(rows) * columns
    return told >= 0.5 * len(rows) and (sparse or len(rows) <= _FEW_ROWS)


def _is_prose(rows: Sequence[dict[int, str]], columns: int) -> bool:
    """True where two columns and more hold long texts, and at most one holds short ones."""
    long = 0
    for column in range(columns):
        texts = [r[column] for r in rows if column in r]
        long += sum(len(t) for t in texts) > _PROSE_LENGTH * len(texts)
    return long >= 2 and columns - long <= 1

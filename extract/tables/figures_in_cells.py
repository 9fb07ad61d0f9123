"""Which figures a cell holds, and of which columns: ``70% (65%)``, ``NA 90.5%``, ``00:04:35``; not the halves of ``1:4``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.figure_words import direction_of, missing_word
from extract.numbers import Figure, clock_duration, parse_figures
from extract.tables.columns import Column
from extract.tables.figure_kinds import Kind
from extract.tables.headers import is_period_cell
from extract.tables.kinds import TELLS_DURATION
from extract.times.days import parse_day

_IN_HOURS = re.compile(r"\bhh?:mm\b(?!:ss)|\(hours?\)|\bin hours\b", re.IGNORECASE)
#: Two numbers that make one, which is none of the two: "1:4", "1 : 2.5"; "04:35" may be a time.
_RATIO = re.compile(r"\d+(?:\.\d+)?\s?:\s?(?:\d|\d+\.\d+|\d{3,})")
_PARTED = re.compile(r"[+−–-]?£?[1-9]\d{0,2}(?:\s\d{3})+(?:\.\d+)?%?(?=\s*(?:\(|\*|$))")
_IN_BRACKETS = re.compile(r"\(([^()]{3,40})\)")
_BY_YEAR = re.compile(r"\b(?:by|in|since|from|until)\s+(?:19|20)\d\d(?:\s?[/–-]\s?\d\d)?\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_BARE = re.compile(r"£?[\d,.]+")
_TO = re.compile(r"\s*(?:to|–|—)\s*", re.IGNORECASE)
#: Before a number that says how another is counted, or how exact it is: "60.3 per 1,000", "81.7% (±2.1)".
_SAYS_HOW = re.compile(r"(?:\bper|±|\+\s?/(?:\s?[-−–])?)\s*$", re.IGNORECASE)


def without_time(text: str, *, pairs: bool = False) -> tuple[str, str | None]:
    """The text of a cell with the time in its brackets blotted out, letter for letter, and that time as printed (None for none).

    ``455 (March 13)`` is 455 of ``March 13``, ``85% (2012/13)`` 85% of ``2012/13``; ``85% by 2016`` is 85% and no year.
    ``pairs`` is true for cells that may hold a figure and one in brackets: then ``1,204 (1998)`` are two.
    """
    said: str | None = None
    if "(" not in text and "20" not in text:
        return text, None
    for match in _IN_BRACKETS.finditer(text) if "(" in text else ():
        inner = match[1].strip()
        if inner.isdigit() and (
            pairs or not (_YEAR.fullmatch(inner) and _BARE.fullmatch(text[: match.start()].strip()))
        ):
            continue
        if match.start() > 0 and inner[0] not in "+-−–" and (is_period_cell(inner) or parse_day(inner) is not None):
            said = inner
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    for match in _BY_YEAR.finditer(text) if "20" in text else ():
        if re.search(r"\d", text[: match.start()]):
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return text, said


def is_parted(text: str, column: Column) -> bool:
    """True for a number whose thousands a space parts: ``50 000``, ``1 000 (as BTEX)``; not where two columns share their cells.

    That it is not two numbers side by side is likely, and no more.
    """
    return not column.shared and bool(_PARTED.match(text))


def figures_of_cell(text: str, said_of_times: str, *, parted: bool = False) -> Sequence[Figure]:
    """The figures of a cell; a time with colons is one where what stands around it speaks of how long something takes.

    ``parted`` is true for a cell that begins with a number whose thousands are parted by spaces.
    """
    if _RATIO.fullmatch(text):
        return ()
    if parted and (match := _PARTED.match(text)):
        joined = re.sub(r"\s", ",", match.group(0)) + text[match.end() :]
        return tuple(replace(f, text=text[f.start : f.end]) for f in parse_figures(joined))
    figures = tuple(f for f in parse_figures(text) if not _SAYS_HOW.search(text[: f.start]))
    if len(figures) == 2 and (whole := _range_of(*figures, text)):
        return (whole,)
    if figures or not TELLS_DURATION.search(said_of_times):
        return figures
    took = clock_duration(text, in_hours=bool(_IN_HOURS.search(said_of_times)))
    return (took,) if took else ()


def _range_of(low: Figure, high: Figure, text: str) -> Figure | None:
    """The range that is all that a cell holds: ``20% to 50%``; None for two figures that make none."""
    alone = low.start == 0 and high.end == len(text) and _TO.fullmatch(text[low.end : high.start])
    plain = not (low.signed or high.signed or low.bracketed or high.bracketed or low.scaled != high.scaled)
    if not alone or not plain or low.unit != high.unit or low.unit == "rank" or not low.value < high.value:
        return None
    return replace(low, upper=high.value, end=high.end, text=text)


def columns_of(figures: Sequence[Figure], column: Column, text: str) -> list[Column]:
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


def is_level_before_change(figure: Figure, text: str) -> bool:
    """True for the level with which a cell begins before a change in brackets: ``1,204 (down 12% from 1,368)``."""
    rest = text[figure.end :].lstrip()
    return figure.start == 0 and not figure.signed and rest.startswith("(") and direction_of(rest) is not None


def upper_of(figure: Figure, kind: Kind) -> float | None:
    """The upper end of a printed range, in the unit and scale of the lower one: ``60-69%`` is 69."""
    if figure.upper is None or not figure.value:
        return figure.upper
    return round(figure.upper * kind.value / figure.value, 6)

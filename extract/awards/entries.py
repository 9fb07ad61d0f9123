"""Entries of registers of grants: the reference with which one begins, the title above it, and entries of a line for each part.

Examples as printed: ``Ref 14-2019 Hope Trust: a donation of £500``; ``Hope Trust`` / ``£4,500`` / ``Boxing`` on three lines,
and the same for ``Choices``, below ``Small grants 2021/22``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.awards.wording import AMOUNT, year_in
from extract.blocks import Block, Passage
from extract.headings import has_verb
from extract.numbers import Figure, parse_figures
from extract.times.periods import find_periods

_REFERENCE = re.compile(
    r"(?:(?:[Rr]ef(?:erence)?|[Dd]ecision|DN|[Nn]otice|[Nn]o|[Gg]rant|[Aa]ward)\b\.?\s*(?:no\b\.?\s*|notice\s*|number\s*|record\s*)?[:.]?\s*)?"
    r"\(?(?P<text>(?:[A-Z]{1,6}\d?[-/ ]?)*\d{1,6}(?:[-/]\d{1,6})+|[A-Z]{2,6}[-/]?\d{2,6})\)?\s*(?:[-–—:.,|]\s*)?(?=[A-Z£])"
)
_AMOUNT = re.compile(
    rf"(?:(?:amount|award|grant|awarded|granted|sum)\s*:?\s*)?{AMOUNT}(?:\s+(?:p\.?a\.?|per annum|a year|each))?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;:?]\s*$")
_MOST_WORDS = 12
_TITLE_WORDS = 10
#: Entries of a line for each part: so many of them, and so many lines in each.
_FEWEST = 2
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference of a decision as printed, without ``Ref``; None where it is a year. ``end`` is where the entry goes on."""

    text: str | None
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a line for each part: the passage of its amount, the amount, the name and what it is for."""

    passage: Passage
    figure: Figure
    name: str
    what: str | None


@dataclass(frozen=True, slots=True)
class Stack:
    """Entries one above the other, the line right above them, the heading, and the indices of the blocks that they are made of."""

    title: str
    heading: str
    entries: tuple[Entry, ...]
    indices: range


def reference_of(text: str) -> Reference | None:
    """The reference with which an entry begins; None where it begins with none.

    Examples: ``Ref 14-2019 Hope Trust`` 14-2019, ``D02/2020 Grant to`` D02/2020, ``2018-134903: Lights`` 2018-134903; ``2019/20 Hope
    Trust`` is a year.
    """
    found = _REFERENCE.match(text)
    if found is None:
        return None
    return Reference(None if year_in(found["text"]) else found["text"], found.end())


def is_title(text: str) -> bool:
    """True for a short line without an amount that ends as no sentence does: ``Small grants 2021/22``."""
    return (
        text[:1].isupper()
        and "£" not in text
        and not _ENDS.search(text)
        and len(text.split()) <= _TITLE_WORDS
        and not has_verb(text)
    )


def day_of_line(text: str) -> str | None:
    """The day or month that is all that a line says: ``March 2016`` 2016-03, ``12 May 2019`` 2019-05-12; else None."""
    bare = text.strip(" :.")
    for start, end, period in find_periods(bare) if len(bare) < 30 else ():
        if period.start and period.type in ("day", "month") and not re.search(r"\w", bare[:start] + bare[end:]):
            return period.start.isoformat() if period.type == "day" else f"{period.start:%Y-%m}"
    return None


def stacks(blocks: Sequence[Block]) -> Iterator[Stack]:
    """The entries that are printed with a line for each part, where all of a run have the same parts in the same order."""
    run: list[Passage] = []
    for at, block in enumerate([*blocks, None]):
        if isinstance(block, Passage) and _is_part(block):
            run.append(block)
            continue
        if run and (found := _stack(run, at - len(run))):
            yield found
        run = []


def _is_part(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.kind != "heading"
        and len(text.split()) <= _MOST_WORDS
        and not _ENDS.search(text)
        and ("£" not in text or _AMOUNT.fullmatch(text) is not None)
    )


def _stack(run: Sequence[Passage], first: int) -> Stack | None:
    """The entries of a run of short lines that begins at the block ``first``; None where its lines do not repeat."""
    amounts = [at for at, passage in enumerate(run) if "£" in passage.text]
    if len(amounts) < _FEWEST:
        return None
    lines = amounts[1] - amounts[0]
    behind = len(run) - 1 - amounts[-1]
    before = lines - 1 - behind
    start = amounts[0] - before
    if not 2 <= lines <= _MOST_LINES or before < 0 or not 0 <= start <= _MOST_LINES:
        return None
    if amounts != list(range(amounts[0], len(run), lines)):
        return None
    entries = []
    for at in amounts:
        texts = [p.text for p in run[at - before : at - before + lines] if "£" not in p.text]
        figures = [f for f in parse_figures(run[at].text) if f.unit == "GBP"]
        if len(figures) != 1 or not texts[0][:1].isupper() or has_verb(texts[0]) or any(map(day_of_line, texts[:1])):
            return None
        entries.append(Entry(run[at], figures[0], texts[0], "; ".join(texts[1:]) or None))
    title = run[start - 1].text if start else ""
    heading = run[0].sections[-1].text if run[0].sections else ""
    return Stack(title, heading, tuple(entries), range(first + start, first + len(run)))

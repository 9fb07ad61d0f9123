"""Lists of days: what the words above them say of all their lines, and the year that is printed there once.

``Meetings in 2018`` over ``4 June – Audit Committee`` gives the line its year; ``Forward plan`` over ``27 June 2024  Annual report``
says that the panel meets on that day, and ``Action 4`` over ``Date: 14 May 2018`` that it is due then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from extract.blocks import Passage
from extract.times.stretches import stretches
from schema.reading import Period

#: What a list of days is of.
Kind = Literal["meeting", "decision", "deadline"]

_DAY_LINE = re.compile(r"^\W*(?:(?:[A-Z][a-z]{2,8}day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[,.]?\s)?(?=\d)")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "meeting",
        re.compile(
            r"\b(?:dates?|programmes?|schedules?|timetables?|calendar|list|cycle)\s(?:of|for)\s(?:the\s)?(?:[\w’'-]+\s){0,3}?(?:meetings?|boards?|committees)\b|"
            r"\bmeetings?\s(?:dates?|schedule|programme|calendar|timetable|cycle)\b|"
            r"^\W*(?:\d[\d.]*\s)?(?:(?:future|forthcoming|further|remaining|next|planned|public|panel|board|committee|governance|boards and)\s){0,3}meetings\b[^.]{0,40}$|"
            r"\b(?:forward|work)\s?(?:work\s)?(?:plan|programme)\b|\bforward\s(?:agenda|look)\b|\bwhat (?:is|was|was being) planned\b|\bagenda (?:plan|planner)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "decision",
        re.compile(
            r"\bdecisions?\s(?:log|register|records?|notices?|list|schedule|taken|made|signed|published)\b|^\W*(?:[\w’'-]+\s){0,4}decisions\W*$|"
            r"\b(?:log|register|list|schedule|record)\sof\s(?:[\w’'-]+\s){0,3}decisions\b",
            re.IGNORECASE,
        ),
    ),
    (
        "deadline",
        re.compile(
            r"^\W*(?:\d[\d.]*\s)?(?:outstanding\s|agreed\s|list of\s)?actions?\b(?!\s(?:fraud|plan))[^.]{0,40}$|\baction\s(?:log|tracker|list|sheet|points)\b",
            re.IGNORECASE,
        ),
    ),
)
#: The line that opens an action, and the line under it that says by when.
_ACTION = re.compile(
    r"^\W*(?:agreed\s)?(?:action|recommendation|task|milestone)s?(?:\s(?:point\s|no\.?\s|number\s)?[A-Z]?\d[\w./-]*)?\s?[:–-]\s",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(
    r"^\W*(?:(?:target|due|completion|end|review)?\s?date|due(?:\s(?:by|on))?|by(?:\swhen)?|when|deadline|timescale|timeline|complete(?:d)?\sby|to be (?:completed|done)(?:\sby)?)\s?[:–-]",
    re.IGNORECASE,
)
#: So many lines of an action may stand between its first and the one that says by when.
_LINES_OF_ACTION = 4


def kind_of(*titles: str | None) -> Kind | None:
    """What a list of days is of, by the first of the ``titles`` above it that tells: ``Programme of meetings`` meeting."""
    for title in titles:
        if title and (found := next((kind for kind, pattern in _KINDS if pattern.search(title)), None)):
            return found
    return None


def begins_with_day(text: str) -> bool:
    """True for a line of a list of days: ``4 July – Joint Board``, ``27 June 2024    Annual report``, not for a sentence."""
    opens = _DAY_LINE.match(text)
    if opens is None:
        return False
    found = stretches(text)
    return bool(found) and found[0].start <= opens.end() and found[0].precision == "day" and found[0].single


def lines_of_days(passage: Passage) -> list[tuple[int, int]]:
    """The spans in the text of a passage of its lines, where it is a list of days that was run together; else none."""
    starts = [offset for offset, _ in passage.joins]
    spans = [
        (a, len(passage.text[a:b].rstrip()) + a) for a, b in zip(starts, [*starts[1:], len(passage.text)], strict=True)
    ]
    return spans if len(spans) > 1 and all(begins_with_day(passage.text[a:b]) for a, b in spans) else []


def year_above(titles: Iterable[str]) -> Period | None:
    """The time that the nearest title prints, in which days without a year lie: ``Meetings in 2018``, ``Boards, April to September 2016``."""
    for title in titles:
        for found in reversed(stretches(title)):
            start, end = found.bounds()
            if start is not None and end is not None and found.first and found.first.year is not None and start < end:
                return Period(start, end, title[found.start : found.end], "range")
    return None


def is_due_day(passage: Passage, above: Sequence[str]) -> bool:
    """True for the line that says by when an action is due, a few lines under the one that opens it: ``Date: 14 May 2018``."""
    return bool(_BY_WHEN.match(passage.text)) and any(map(_ACTION.match, above[-_LINES_OF_ACTION:]))

"""Labels that a paper prints below the figures that they name: the rows of a table without names, then a line for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.headings import has_verb
from extract.tables.columns import Segment

#: With these words begin the names of measures; one line alone below a table may be anything else.
_MEASURES = re.compile(
    r"(?:(?:a\s+)?(?:reduction|increase|decrease|improvement|change)s?\s+(?:in|of)|(?:total\s+|average\s+|overall\s+)?(?:number|percentage|proportion|rate|volume|level|share|time|cost)s?\s+(?:of|to|taken)|"
    r"%\s+of|satisfaction|confidence|public\s+confidence|victims?|average|median|total)\b",
    re.IGNORECASE,
)
_NOTE_NUMBER = re.compile(r"\s+\(?\d\)?$")
_NO_NAME = re.compile(r"^\s*(?:\d+[.)]?\s|[*•†‡-]|source\b|notes?\b|table\b|figure\b|data\b)|[.:;?!]$", re.IGNORECASE)
_LONGEST = 240


def labels_below(segment: Segment, below: Sequence[str]) -> list[str] | None:
    """The labels of the rows of ``segment``, in their order, where the lines below its table are as many as they; else None.

    ``below`` are the lines after the table. Example as printed: ``407`` / ``169`` / ``-58%`` and ``372`` / `` `` / ``-54%``, then
    the lines ``Reduction in offending by 18-24 year olds`` and ``Reduction in re-offending by 18-24 year olds``, then ``Comments:``.
    """
    count = len(segment.rows)
    if segment.label is not None or not segment.values or len(below) < count:
        return None
    lines = [_NOTE_NUMBER.sub("", " ".join(line.split())) for line in below[: count + 1]]
    names, after = lines[:count], lines[count:]
    if not all(_is_name(name) for name in names) or len(set(names)) < count or any(map(_is_name, after)):
        return None
    measures = sum(bool(_MEASURES.match(name)) for name in names)
    return names if measures * 2 >= count else None


def _is_name(line: str) -> bool:
    return line[:1].isupper() and len(line) <= _LONGEST and not _NO_NAME.search(line) and not has_verb(line)

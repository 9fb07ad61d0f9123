"""Page ranges behind titles, which agendas and lists of contents print: ``Performance report 13 - 40``. They measure nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_RANGE = re.compile(
    r"(?P<said>\(?\b(?:pages?|pp?\.)(?:\s+nos?\.?)?\s*:?\s*)?(?<![\w.,£%/-])(?P<first>\d{1,4})(?:\s{0,6}[–—-]\s{0,6}|(?P<to>\s+to\s+))(?P<last>\d{1,4})\s*\)?\s*\|?\s*\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: What stands before a range of ages, hours or days, and what has a unit; none of these leads to a page.
_OTHER_RANGE = re.compile(
    r"\b(?:aged?|ages|age\s+(?:group|band)s?|between|years?|score[ds]?|hours?|from|under|over|grades?|bands?)\W*\Z",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|rose|fell|increased|decreased|took|take[sn]?|waited|seized|recorded)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\(?\d{1,2}[A-Za-z]?[.):]?\s+(?=[A-Z“\"'‘(])")
_FEWEST, _FEWEST_SAID = 3, 2
#: Of so many ranges no more than one may begin inside the one before it.
_LATE = 4


def page_range(text: str) -> tuple[int, int] | None:
    """The range of pages with which a line or a cell ends, as (first, last); None where it ends in none.

    | as printed                                              |            |
    | ------------------------------------------------------- | ---------- |
    | ``Performance report 13 - 40``, ``… (Pages 13 to 40)``  | (13, 40)   |
    | ``5 -12``                                               | (5, 12)    |
    | ``Victims aged 13 - 17``, ``2017 - 18``, ``40 - 13``    | none       |
    """
    match = _range(text)
    return (int(match["first"]), int(match["last"])) if match else None


def _range(text: str) -> re.Match[str] | None:
    match = _RANGE.search(text) if text.rstrip(") |")[-1:].isdecimal() else None
    if match is None:
        return None
    dated = _YEAR.fullmatch(match["first"]) and not match["said"]
    if (
        int(match["last"]) < int(match["first"])
        or dated
        or (match["to"] and not match["said"])
        or (not match["said"] and _OTHER_RANGE.search(text[: match.start()]))
    ):
        return None
    return match


def leads_to_pages(text: str) -> bool:
    """True for a line that is a title with its range of pages, whatever item number stands before it: no figure is in it."""
    match = _range(text)
    if match is None:
        return False
    title = text[: match.start()].strip(" |,.–—-(")
    item = _ITEM.match(title)
    # "13 Complaints: how they are dealt with 47 - 52": behind the colon of an item a verb may stand.
    if _VERB.search(text.split(":")[0] if item else text):
        return False
    rest = title[item.end() :] if item else title
    counted = re.match(r"\d", rest) and not _YEAR.match(rest)
    return bool(re.search(r"[A-Za-z]{3}", rest)) and (bool(match["said"]) or not (counted or re.search(r"[£%]", rest)))


def are_page_ranges(texts: Sequence[str], *, said: bool = False) -> bool:
    """True for lines or cells of which most end in page ranges that go on from each other: ``5 - 12``, ``13 - 40``, ``41 - 66``.

    Two are enough where a page is spoken of: ``said``, or in one of them. An item put in late may have pages of the one before it
    (``39 - 46``, ``45 - 46``), where more than three in four go on.
    """
    ranges = [r for text in texts if (r := page_range(text))]
    said = said or any("page" in text.lower() for text in texts)
    if len(ranges) < (_FEWEST_SAID if said else _FEWEST) or len(ranges) * 2 <= len(texts):
        return False
    pairs = list(pairwise(ranges))
    late = sum(before[1] > after[0] for before, after in pairs)
    ordered = all(before[0] <= after[0] and before[1] <= after[1] for before, after in pairs)
    return ordered and (not late or late * _LATE < len(pairs)) and any(a < b for a, b in ranges)

"""Names and amounts that a sentence lists apart: ``awarded Hope Trust and Choices £4,500 and £2,000 respectively``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extract.awards.wording import NAME
from extract.numbers import Figure

_RESPECTIVELY = re.compile(r"\b(?:respectively|in that order)\b", re.IGNORECASE)
#: Nobody follows which is which in a longer list.
_MOST = 12
_LONGEST = 1000
_BETWEEN = re.compile(r"\s*(?:,|;|,?\s+and|,?\s+plus|,?\s+with)\s*(?:a\s+further\s+|another\s+)?")
_JOIN = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_LEADING = re.compile(
    r"^.*\b(?:to|for|awarded|gave|given|granted|paid|provided|funded|allocated|offered)\s+(?:the\s+)?(?=[A-Z])"
)
_NAMES = re.compile(rf"(?:the\s+)?(?:{NAME})(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?{NAME})+")
#: What stands behind amounts before the names of those who got them: "£4,500 and £2,000 went to".
_TO = re.compile(r"^[^.;£]{0,60}?\b(?P<join>to|for|towards|between)\s+(?:the\s+)?")


def respective_takers(text: str, money: Sequence[Figure]) -> dict[int, tuple[str | None, str | None]]:
    """Who gets each amount of a sentence, or what it is for, by its number, where names and amounts are as many and in one order.

    Examples: ``Hope Trust and Choices were awarded £4,500 and £2,000 respectively``; ``Grants of £4,500 and £2,000 went to Hope Trust
    and Choices respectively``; ``£4,500 and £2,000 for drones and cameras respectively`` are purposes. Empty for other sentences.
    """
    if not 2 <= len(money) <= _MOST or len(text) > _LONGEST or not _RESPECTIVELY.search(text):
        return {}
    pairs = itertools.pairwise(money)
    if not all(_BETWEEN.fullmatch(text[a.end : b.start]) for a, b in pairs):
        return {}
    before, behind = text[: money[0].start], _RESPECTIVELY.split(text[money[-1].end :])[0].rstrip(" ,")
    if to := _TO.match(behind):
        parts = _parts(behind[to.end() :], len(money))
        named = to["join"] != "towards" and all(part[:1].isupper() for part in parts)
        return {at: (part, None) if named else (None, part) for at, part in enumerate(parts)}
    found = list(_NAMES.finditer(before))
    parts = _parts(_LEADING.sub("", found[-1].group()), len(money)) if found else []
    return {at: (part, None) for at, part in enumerate(parts)}


def _parts(listed: str, count: int) -> list[str]:
    """The parts of a list, where it has so many; an "and" inside a name is none that parts names where commas part the others."""
    parts = _JOIN.split(listed)
    if len(parts) > count and "," in listed:
        *first, last = listed.split(",")
        parts = [*first, *re.split(r"\s+and\s+", last.removeprefix(" and "), maxsplit=max(0, count - len(first) - 1))]
    parts = [re.sub(r"^(?:and|the)\s+", "", part.strip()) for part in parts]
    return parts if len(parts) == count and all(parts) else []

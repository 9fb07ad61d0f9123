"""Words and marks that stand for figures: numbers in words, missing ones, directions, arrows, RAG colours."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip

#: What stands in a cell where there is no figure, and its SDMX observation status (O missing, M cannot exist, Q suppressed).
_MISSING = {
    "-": "O", "–": "O", "—": "O", "--": "O", "..": "O", "...": "O", "…": "O", "n/a": "M", "na": "O", "n.a.": "M", "n/k": "O",
    "n/d": "O", "tbc": "O", "tba": "O", "tbd": "O", "to be confirmed": "O", "to follow": "O", "no data": "O",
    "no data available": "O", "not available": "O", "not yet available": "O", "not applicable": "M", "not currently available": "O",
    "no performance figures yet": "O", "unavailable": "O", "data not available": "O", "data unavailable": "O",
    "data not yet available": "O", "not known": "O", "not recorded": "O", "not collected": "O", "not measured": "O",
    "not reported": "O", "not provided": "O", "awaited": "O", "awaiting data": "O", "pending": "O", "x": "O", "[x]": "O", ":": "O",
    "#n/a": "O", "#div/0!": "O", "#ref!": "O", "#value!": "O", "n/c": "M", "not calculable": "M", "cannot be calculated": "M",
    "[z]": "M", "suppressed": "Q", "withheld": "Q", "redacted": "Q", "not disclosed": "Q", "not published": "Q", "[c]": "Q",
}  # fmt: skip
#: Marks of suppressed figures that are something else as a capital or after a figure: the band "C", the footnote "637 *".
_SUPPRESSED = frozenset({"*", "**", "c"})
_MOST_TOGETHER = 6
_SMALL = re.compile(r"(?:<|less than|fewer than|under)\s?(?:[2-9]|10)", re.IGNORECASE)

_INCREASE = re.compile(
    r"\b(?:increas\w*|rise[ns]?|rising|rose|up|higher|growth|grew|grown|gain(?:ed|s)?|improv\w*|more)\b"
    # "up to 45" and "more than 1,200" say how exact a figure is.
    r"(?<!\bup(?=\sto\s£?\d))(?<!\bmore(?=\sthan\s£?\d))",
    re.IGNORECASE,
)
_DECREASE = re.compile(
    r"\b(?:decreas\w*|reduc\w*|fall(?:s|en|ing)?|fell|down|lower|drop(?:s|ped|ping)?|declin\w*|fewer|less|loss)\b"
    r"(?<!\bfewer(?=\sthan\s£?\d))(?<!\bless(?=\sthan\s£?\d))",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(r"\b(?:no\s+change|unchanged|static|stable|same)\b", re.IGNORECASE)
_ARROWS = {
    "↑": "up", "▲": "up", "⬆": "up", "⇧": "up", "⇑": "up", "▴": "up", "🡅": "up", "↗": "up",
    "↓": "down", "▼": "down", "⬇": "down", "⇩": "down", "⇓": "down", "▾": "down", "🡇": "down", "↘": "down",
    "→": "level", "↔": "level", "⬌": "level", "►": "level", "◄►": "level", "⇔": "level", "⇒": "level", "=": "level",
}  # fmt: skip
_RAG = {
    "red": "Red",
    "amber": "Amber",
    "green": "Green",
    "r": "Red",
    "a": "Amber",
    "g": "Green",
    "blue": "Blue",
    "🔴": "Red",
    "🟥": "Red",
    "🟠": "Amber",
    "🟡": "Amber",
    "🟧": "Amber",
    "🟨": "Amber",
    "🟢": "Green",
    "🟩": "Green",
}
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_ORDINAL_FIGURE = re.compile(r"(\d+)(?:st|nd|rd|th)")


def number_word(word: str) -> int | None:
    """The number that a word names, or None. Examples: ``Six`` 6, ``twenty-one`` 21, ``officers`` None."""
    total = 0
    for part in _BETWEEN_WORDS.split(word.strip().lower()):
        if part not in _WORDS:
            return None
        total += _WORDS[part]
    return total if word.strip() else None


def large_number(words: str) -> int | None:
    """The number that words with hundreds or thousands name, or None.

    Examples: ``A hundred and forty`` 140, ``two thousand three hundred and five`` 2305, ``five thousand`` 5000.
    """
    total = part = 0
    for word in re.split(r"[\s,-]+", words.strip().lower()):
        if word == "and":
            continue
        if word == "thousand":
            total, part = total + (part or 1) * 1000, 0
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _WORDS or word == "a":
            part += _WORDS.get(word, 1)
        else:
            return None
    return total + part or None


def ordinal_word(word: str) -> int | None:
    """The rank that a word names, or None. Examples: ``fourth`` 4, ``Third`` 3, ``2nd`` 2."""
    word = word.strip().lower()
    match = _ORDINAL_FIGURE.fullmatch(word)
    return int(match.group(1)) if match else _ORDINALS.get(word)


@lru_cache(maxsize=8192)
def missing_status(text: str) -> str | None:
    """The observation status of a cell that says that there is no figure, or None.

    Examples: ``NA`` O, ``-`` O, ``NA NA`` O, ``TBC`` O, ``N/A`` M (cannot exist), ``*`` and ``[c]`` Q (suppressed); an empty cell says nothing and
    gives None.
    """
    printed = " ".join(text.split())
    if printed in _SUPPRESSED:
        return "Q"
    parts = printed.split()
    # "NA NA" stands under two columns.
    each = {missing_word(p) for p in parts} if 1 < len(parts) <= _MOST_TOGETHER else {None}
    return missing_word(printed) or (each.pop() if len(each) == 1 else None)


def missing_word(text: str) -> str | None:
    """The same for what may stand beside a figure, where a star is the mark of a note: ``NA`` of ``NA 90.5%``."""
    return _MISSING.get(" ".join(text.lower().split()).rstrip("*").strip())


def hides_small_number(text: str) -> bool:
    """True for a cell that only says that a count is small: ``<5``, ``fewer than 10``; not for ``<5%`` or ``<15``."""
    return bool(_SMALL.fullmatch(text.strip().rstrip("*").strip()))


@lru_cache(maxsize=8192)
def direction_of(text: str) -> str | None:
    """``increase``, ``decrease``, ``no change``, or an arrow's ``up``, ``down``, ``level``; None where nothing says it.

    Examples: ``Decrease (-16%, -25,769)`` decrease, ``No Change (0%)`` no change, ``↑`` up.
    """
    for arrow, word in _ARROWS.items():
        if arrow in text and (arrow != "=" or text.strip() == "="):
            return word
    if _NO_CHANGE.search(text):
        return "no change"
    up, down = _INCREASE.search(text), _DECREASE.search(text)
    if up and down:
        return "increase" if up.start() < down.start() else "decrease"
    if up:
        return "increase"
    return "decrease" if down else None


@lru_cache(maxsize=8192)
def is_arrow(text: str) -> bool:
    """True for a cell that holds nothing but a direction arrow."""
    return bool(text.strip()) and all(c in _ARROWS or c.isspace() or c == "\ufe0f" for c in text)


@lru_cache(maxsize=8192)
def rag_of(text: str) -> str | None:
    """The RAG word of a cell that holds one: ``Green``, ``AMBER``, ``R``; None for any other text."""
    return _RAG.get(text.strip().strip("()[]").lower())

"""Numbers that are printed so that nobody can tell which number is meant: "1,23", "14,2O6", "5,,204", "3..4%".

A piece of such a number is no figure of the paper: nothing is read from it, and what is not read is told.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: A run of digits with the signs inside it, and with the letters that look like digits.
_RUN = re.compile(
    r"(?<![A-Za-z0-9_])[0-9OolI](?:[0-9OolI]|[.,?]+(?=[0-9OolI])|\s\.(?=\d+\s?%)|\.\s(?=\d{1,2}\s?(?:%|per\s?cent\b)(?!\s+of\b)))*+"
)
#: What every such number has: a sign between digits, or a letter beside one.
_SUSPECT = re.compile(r"\d(?:[.,?OolI]|\s\.\d)|[OolI][.,]?\d")
_PROPER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LETTER = re.compile(r"[OolI]")
#: Sections, dates and lists without spaces ("3.1.2", "12.03.2019", "2,3,7"): no figures either, but printed as they should be.
_NAMES = re.compile(r"\d{1,4}(?:\.\d{1,4}){2,}|\d{1,2}(?:,\d)+|\d{1,2}(?:,\d{1,2}){2,}")
#: A decimal that a space or a full stop has cut off: "fell by 4. 3%". A sentence may begin with "3% of those asked".
CUT_DECIMAL = re.compile(r"\d\.\s(?=\d{1,2}\s?(?:%|per\s?cent\b)(?!\s+of\b))")


@lru_cache(maxsize=4096)
def misprints(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the numbers of a text that cannot be read, in order.

    Examples: all of ``1,23``, ``12,34,567``, ``14,2O6``, ``l,204``, ``4,3`` of ``4,3%``, ``4 .3``; also ``3.1.2``, which is no number.
    ``1,204``, ``0.5`` and ``CO2`` are none.
    """
    if not _SUSPECT.search(text):
        return ()
    return tuple(m.span() for m in _RUN.finditer(text) if _is_misprint(m, text))


def told_misprints(text: str) -> tuple[str, ...]:
    """The misprints of a text that seem meant as a figure, as printed; not ``3.1.2`` and not the list ``2,3,7``."""
    found = []
    for start, end in misprints(text):
        printed = text[start:end]
        letters = _LETTER.search(printed)
        if letters and sum(c.isdigit() for c in printed) < 2:
            # "O2" and "I2" are names more often than numbers.
            continue
        if _NAMES.fullmatch(printed) and not re.match(r"\s?(?:%|per\s?cent\b|m\b|million\b|k\b)", text[end:]):
            continue
        found.append(printed)
    return tuple(found)


def _is_misprint(run: re.Match[str], text: str) -> bool:
    printed = run.group()
    if not any(c.isdigit() for c in printed) or _PROPER.fullmatch(printed):
        return False
    # "12Oct" is a date, "5litres" a word.
    return not (_LETTER.search(printed) and text[run.end() : run.end() + 1].isalpha())

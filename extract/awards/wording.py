"""What the words around an amount tell of it as a gift: decisions, years, mechanisms, how often and for how long it is paid."""

from __future__ import annotations

import re

_CAPITAL = r"[A-Z][\w’'&.!-]*"
#: Words with a small letter inside names.
_SMALL = ("of", "and", "&", "the", "for", "in", "on", "upon", "with", "at", "de")
_MORE_CAPITALS = rf"(?:\s+(?:(?:{'|'.join(_SMALL)})\s+){{0,2}}[A-Z\d][\w’'&.!-]*)"
#: A name, as a part of patterns: words with capital letters throughout, "Choices", "Hope Trust of Kent".
NAME = rf"{_CAPITAL}{_MORE_CAPITALS}*"
#: A name of several words: "Dover Sea Cadets".
ALL_CAPITALS = re.compile(rf"{_CAPITAL}{_MORE_CAPITALS}+")
#: An amount, as a part of patterns: "£4,500", "£1.2 million", "£30k".
AMOUNT = r"£\s?\d[\d,]*(?:\.\d+)?\s?(?:k|m|million)?"
_DECISION = re.compile(
    r"\b(?:decision|ref(?:erence)?|DN|minute)\s*(?:no\b\.?|number|ref\b\.?|record|notice|log)?\s*:?\s*((?:[A-Z]{1,6}[-/ ]?)?\d{1,4}[/-]\d{2,4}|[A-Z]{2,6}\d?[-/]\d{2,5})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b((?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d)\b(?!\d)")
_MECHANISM = re.compile(
    r"\b(direct award|PCC grant|co-?commission\w*|co-com|contract|competitive|tender|grant agreement|small grants?)\b",
    re.IGNORECASE,
)
_PARTNERSHIP = re.compile(r"\b(?:CSPs?|Community Safety Partnerships?)\b", re.IGNORECASE)
_PER = (
    ("year", re.compile(r"^\W{0,2}\s*(?:\w+\s+){0,2}?(?:p\.?a\b|per annum|per year|a year|each year|annually|every year)|\(annual\)", re.IGNORECASE)),
    ("quarter", re.compile(r"^\s*(?:per|a|each) quarter\b", re.IGNORECASE)),
    ("month", re.compile(r"^\s*(?:per|a|each) (?:calendar )?month\b", re.IGNORECASE)),
)  # fmt: skip
_PER_BEFORE = re.compile(
    r"\b(?:annual|yearly)\s+(?:\w+\s+){0,3}?(?:of|is|was)\s+$|\bannual(?:ly)?\s*(?:value|amount)?$", re.IGNORECASE
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TERM = re.compile(
    r"\b(?:over|for|across|spread over)\s+(?:a |an |the |next |each of |period of |further |initial )*"
    rf"(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})[\s-]+(?:financial )?(?P<unit>years?|months?)\b",
    re.IGNORECASE,
)


def has_capitals(name: str) -> bool:
    """True for words with capital letters throughout: ``Hope Trust of Kent``, not ``Support for young carers``."""
    return all(word[:1].isupper() or word in _SMALL or not word[:1].isalpha() for word in name.split())


def decision_in(text: str) -> str | None:
    """The decision's reference: ``(Decision 2015/32)`` gives 2015/32, ``Decision notice WPCC3-0062`` WPCC3-0062; else None."""
    match = _DECISION.search(text)
    return match.group(1) if match else None


def year_in(text: str) -> str | None:
    """The financial year that a heading or clause names, as ``2015/16``; None where there is none or more than one.

    Examples: ``Amount 2015/16`` 2015/16, ``2016-17`` 2016/17; ``2015/17`` is a framework of two years and gives None.
    """
    found = set()
    for match in _YEAR.finditer(text):
        first, last = re.split(r"\D+", match.group(1).strip())
        if int(first[-2:]) + 1 == int(last[-2:]) or (first.endswith("99") and last.endswith("00")):
            found.add(f"{first}/{last[-2:]}")
    return found.pop() if len(found) == 1 else None


def names_partnership(area: str) -> bool:
    """True for an area that is the name of a community safety partnership: ``Blackpool CSP``."""
    return bool(_PARTNERSHIP.search(area))


def mechanism_in(text: str) -> str | None:
    """The way in which money is given, as printed: ``PCC Grant``, ``Co-Com``, ``Direct award``; else None."""
    match = _MECHANISM.search(text)
    return match.group(1) if match else None


def per_of(left: str, right: str) -> str | None:
    """How often the amount between two texts is paid: ``year``, ``quarter``, ``month``; None for an amount that is paid once.

    Examples: ``£260,000 p.a.``, ``£10,000 in each year``, ``an annual grant of £5,000`` year.
    """
    if _PER_BEFORE.search(left):
        return "year"
    return next((per for per, pattern in _PER if pattern.search(right)), None)


def years_of(left: str, right: str) -> float | None:
    """For how many years the amount between two texts is: ``£4.2M over 2 years`` 2, ``£1.000m over 18 months`` 1.5; else None."""
    match = _TERM.search(right[:90]) or _TERM.search(left[-60:])
    if match is None:
        return None
    count = int(match["n"]) if match["n"].isdigit() else _COUNTS[match["n"].lower()]
    return count / (12 if match["unit"].lower().startswith("month") else 1)

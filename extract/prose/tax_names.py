"""The names of what people pay: of a tax that only its band tells, and of money by how often it is paid."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.prose.frame import MONEY, Frame, Stated

#: What only says whose tax it is, and the tax: "the Band D charge" of a paper about the precept.
_BAND = re.compile(r"\bBand\s[A-H]\b")
_TAX = re.compile(r"\b(?:council\s+tax|precept)\b", re.IGNORECASE)
_YEARLY = re.compile(r"year|annum", re.IGNORECASE)
#: What money is counted for: "7p per week (£3.51 per year) for a band D household".
_EVERY = re.compile(
    r"\s+(?P<every>(?:per|a|each|every)\s+(?:day|week|month|year|annum|hour|head|household|officer|resident))\b"
    r"(?:\s*\([^()]*\))?\)?(?:\s+(?P<household>(?:for|on)\s+(?:an?|the)\s+(?:average\s+|typical\s+)?band\s+[A-H]\s+\w+))?",
    re.IGNORECASE,
)


def names_band(label: str) -> bool:
    """True for a name with a band of the council tax: ``Band D charge``."""
    return bool(_BAND.search(label))


def names_tax(label: str) -> bool:
    """True for a name of a tax or of a band of one: ``precept``, ``Band D charge``."""
    return bool(_BAND.search(label) or _TAX.search(label))


def paid_every(this: Frame, stated: Stated, label: str) -> tuple[str, str | None]:
    """The name of an amount with how often it is paid, and those words as printed, None where none stand behind it.

    Example: ``£3.51 per year for a band D household`` adds both to ``increase``; that a ``Band D precept`` is paid ``a year`` goes
    without saying.
    """
    every = _EVERY.match(this.text, stated.end) if stated.sign == MONEY else None
    if every is None:
        return label, None
    paid = bool(_BAND.search(label))
    # A precept is paid once a year: "a year" says nothing of what it is.
    often = None if paid and _YEARLY.search(every["every"]) else every["every"]
    return " ".join(filter(None, (label, often, None if paid else every["household"]))), every["every"]


def with_tax(label: str, told: Iterable[str]) -> str:
    """The name of a band with that of the tax, which the first of the texts ``told`` gives that names one: ``Band D charge – precept``."""
    if not _BAND.search(label) or _TAX.search(label):
        return label
    tax = next((m for text in told if (m := _TAX.search(text))), None)
    return f"{label} – {tax.group()}" if tax else label

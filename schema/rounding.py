"""How exactly a figure is printed, and whether two printed figures may be the same one."""

from __future__ import annotations

import re

#: Floating point leaves so much, as a share of the figures.
NOISE = 1e-9
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
#: What is counted one by one; whole figures of all else may be rounded to a unit.
_COUNTED = frozenset({"count", "GBP", "rank", None})


def digits_and_scale(value: float | None, text: str) -> tuple[str, float]:
    """The digits of the first number of a text, without separators, and by how much a word or a column multiplies them.

    Examples: ``27.8`` and 1000000 for ``£27.8M``, ``1234`` and 1 for ``1,234``; "" and 1 where there are no digits.
    """
    number = _NUMBER.search(text)
    digits = number.group().replace(",", "") if number else ""
    printed = float(digits) if digits else 0.0
    return digits, abs(value) / printed if value and printed else 1.0


def half_unit(value: float | None, text: str, unit: str | None) -> float:
    """Half a unit of the last printed digit, in whole units; 0 for what is counted one by one and printed whole.

    Examples: 0.05 for ``4.7``, 0.5 for ``16%``, 50000 for ``27.2`` under ``£m`` and for ``£27.8M``, 0 for ``1,234``.
    """
    digits, scale = digits_and_scale(value, text)
    decimals = len(digits.partition(".")[2])
    if not digits or (not decimals and scale < 1.5 and unit in _COUNTED):
        return 0.0
    return 0.5 * 10.0**-decimals * scale

"""Several parts in one cell, told apart by letters: ``a) £87,890 b) £16,470 Total: £104,360`` beside ``a) for children b) for adults``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.numbers import Figure

_LETTER = re.compile(r"(?:^|(?<=[\s;,.]))\(?(?P<letter>[a-h]|i{1,3}|iv|v)\)\s*(?=\S)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:^|[\s;,.])\(?(?P<letter>[a-h]|i{1,3}|iv|v)\)\s*$", re.IGNORECASE)
_TOTAL = re.compile(r"\btotals?\s*[:=–-]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lettered:
    """A label with parts: what stands before them, and the text of each by its letter."""

    lead: str
    parts: dict[str, str]


def lettered(label: str) -> Lettered | None:
    """The parts of a label, or None where it has fewer than two.

    Example: ``Support to: a) victims of fraud b) their families`` leads with ``Support to``; ``a`` is ``victims of fraud``.
    """
    marks = list(_LETTER.finditer(label))
    if len(marks) < 2:
        return None
    ends = [*(m.start() for m in marks[1:]), len(label)]
    parts = {m["letter"].lower(): label[m.end() : end].strip(" ;,.") for m, end in zip(marks, ends, strict=True)}
    return Lettered(label[: marks[0].start()].strip(" :;,–-"), parts) if len(parts) == len(marks) else None


def letters_of(figures: Sequence[Figure], text: str) -> list[str | None] | None:
    """The letter of each figure of a cell, ``total`` for their sum; None where the cell does not letter them.

    Examples: ``a) £87,890 b) £16,470 Total: £104,360`` gives a, b, total; ``4,965 (12%)`` gives None.
    """
    if text.count(")") < 2:
        return None
    found: list[str | None] = []
    for figure in figures:
        before = text[: figure.start]
        letter = _BEFORE.search(before)
        found.append(letter["letter"].lower() if letter else "total" if _TOTAL.search(before) else None)
    named = [f for f in found if f not in (None, "total")]
    return found if len(named) > 1 and len(set(named)) == len(named) else None

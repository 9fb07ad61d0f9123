"""The numbers and bullets that Word prints before paragraphs. They are not in the text of the file but counted by the reader."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from ingest.word.styles import whole

_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: its format (``decimal``, ``lowerLetter``, ``bullet``), its text ("%1.%2") and its first number."""

    format: str
    text: str
    start: int


class WordNumbers:
    """Counts the lists of one document; paragraphs are asked for in their order."""

    def __init__(self, numbering: Any | None):
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is None:
            return
        for abstract in numbering.iterchildren(qn("w:abstractNum")):
            levels = {_number(level, "w:ilvl"): _level(level) for level in abstract.iterchildren(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for num in numbering.iterchildren(qn("w:num")):
            abstract_id = num.find(qn("w:abstractNumId"))
            if abstract_id is not None:
                self._list_of[num.get(qn("w:numId"))] = abstract_id.get(qn("w:val"))

    def mark(self, num_id: str, depth: int) -> str:
        """What is printed before the next paragraph of a list at this depth: ``3.1``, ``(a)``, ``•`` or nothing.

        Raised numbers begin the deeper levels again, as Word does.
        """
        list_id = self._list_of.get(num_id, "")
        levels = self._levels.get(list_id, {})
        level = levels.get(depth)
        if level is None or num_id == "0" or level.format == "none":
            return ""
        if level.format == "bullet":
            return "•"
        counters = self._counters[list_id]
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]

        def counted(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            stated = levels.get(other, level)
            return _as_printed(counters.get(other, stated.start), stated.format)

        return _PLACEHOLDER.sub(counted, level.text)


def _level(element: Any) -> _Level:
    start = element.find(qn("w:start"))
    return _Level(
        format=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText") or "",
        start=1 if start is None else _number(start, "w:val"),
    )


def _value(element: Any, child: str) -> str | None:
    found = element.find(qn(child))
    return None if found is None else found.get(qn("w:val"))


def _number(element: Any, attribute: str) -> int:
    return whole(element.get(qn(attribute)), 0)


def _as_printed(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, sign in _ROMAN:
            while number >= value:
                roman, number = roman + sign, number - value
        return roman.upper() if kind == "upperRoman" else roman
    if kind == "decimalZero":
        return f"{number:02d}"
    return str(number)

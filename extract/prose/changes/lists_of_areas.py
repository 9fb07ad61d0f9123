"""The change of several areas, told once before all of them: "falls were smaller: England and Wales 6.9%, the South West 5.5%"."""

from __future__ import annotations

import re

from extract.prose.changes.what_changed import named_after
from extract.prose.changes.words import ANY_CHANGE, DOWN_NOUN, DOWN_VERB, UP_NOUN, UP_VERB, tells_fall
from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import AREA, COUNT, TIME, A, Frame, P
from extract.prose.phrases import before, is_generic
from extract.wording import VERBS

#: A level of several areas, told once and without a word of change.
_LEVELS_OF_AREAS = re.compile(
    rf"[\s•*–-]*(?P<what>[a-z][^:;.,(){COUNT}-{AREA}]{{2,50}}?)\s*:\s*{A}\s*(?:\(|at|is|was)?\s*(?P<first>{P})\)?(?=\s*(?:,|and\b)\s*(?:and\s+)?{A})"
)
#: A change of several areas told once: "Elsewhere falls were smaller: England and Wales 6.9%, the South West region 5.5%".
_OF_AREAS = re.compile(
    rf"\b(?P<noun>{UP_NOUN}|{DOWN_NOUN}|rose|fell|{UP_VERB}|{DOWN_VERB})\b(?P<gap>[^.;:{COUNT}-{TIME}]{{0,50}}):\s*(?:in\s+|for\s+)?{A}\s*(?:\(|by|at|with|of)?\s*(?P<first>{P})\)?(?=\s*(?:,|and\b)\s*(?:and\s+)?(?:in\s+|for\s+)?{A})"
)


def area_changes(frame: Frame) -> Claims:
    """The first of a list of areas with their changes: ``Elsewhere falls were smaller: England and Wales 6.9%, the South West 5.5%``."""
    if AREA not in frame.shape or ":" not in frame.shape:
        return
    if level := _LEVELS_OF_AREAS.match(frame.shape):
        name = frame.printed(level, "what")
        if not ANY_CHANGE.search(level["what"]) and not is_generic(name) and not {*level["what"].split()} & VERBS:
            yield Claim(index_at(frame, level.start("first")), name, "actual", confidence=0.75)
    for match in _OF_AREAS.finditer(frame.shape):
        label = before(frame, match.start("noun"))
        label = "" if label.lower() == "elsewhere" else label
        label = label or named_after(frame, match.end("noun"), match.end("gap"))
        falls = tells_fall(match["noun"])
        index = index_at(frame, match.start("first"))
        yield Claim(index, "" if is_generic(label) else label, "percent_change", "current", falls=falls, confidence=0.8)

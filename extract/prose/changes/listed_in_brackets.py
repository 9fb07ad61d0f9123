"""Changes in brackets behind the name of what changed: "robbery (down 3%), vehicle crime (down 9%)", "a reduction in burglary (4%) and theft (7%)"."""

from __future__ import annotations

import re

from extract.prose.changes.by_how_much import changed_by
from extract.prose.changes.words import CHANGE_WORD, DOWN_NOUN, DOWN_VERB, UP_NOUN, UP_VERB
from extract.prose.claims import Claims
from extract.prose.frame import AREA, COUNT, PERCENT, Frame, N, P
from extract.prose.phrases import before, is_generic
from extract.wording import small_words

_HOW = rf"(?P<word>up|down|rising|falling|rose|fell|(?:an?\s+)?(?:{UP_NOUN}|{DOWN_NOUN})(?=\s+of)|increased|decreased|reduced)\s+(?:by\s+|of\s+)?(?:an?\s+)?"
#: A name and a bracket with the way in which it changed.
_TOLD_INSIDE = re.compile(rf"(?<=[a-z])\s*\(\s*{_HOW}(?P<first>{P})(?:\s*(?:,|or|/)\s*(?P<second>{N}))?")
#: A word of change, and the names behind it with a bracket each.
_NOUN = small_words(rf"{UP_NOUN}|{DOWN_NOUN}")
_OPENS = re.compile(
    rf"(?P<noun>{_NOUN})\s+(?:(?:[a-z]+\s+){{0,2}}?(?:in|of|for|across)\b|includ(?:ed?|ing))\s+(?P<what>[^,;:.(){COUNT}-{AREA}]{{2,60}}?)\s*\(\s*(?P<first>{P})\s*\)"
)
_NEXT = re.compile(
    rf"\s*(?:[,;]|,?\s+(?:and|as\s+well\s+as))\s+(?:and\s+|in\s+|for\s+)*(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{2,60}}?)\s*\(\s*(?P<first>{P})\s*\)"
)
#: Names with a bracket each, and what became of all of them: "Burglary (4%), theft (7%) and robbery (2%) all fell".
_ALL_DID = re.compile(
    rf"(?P<list>(?:[a-z][^,;:.(){COUNT}-{AREA}]{{2,60}}?\s*\(\s*{P}\s*\)(?:,\s+and\s+|,\s+|\s+and\s+)){{1,9}}[a-z][^,;:.(){COUNT}-{AREA}]{{2,60}}?\s*\(\s*{P}\s*\))\s+(?:(?:have|had|has|all|both|also|each)\s+)+(?P<word>{UP_VERB}|{DOWN_VERB})\b(?!\s+(?:by|to|from)\b)"
)
_ALL_DO = re.compile(r"\)\s+(?:have|had|has|all|both|also|each)\b")
_NAMED = re.compile(rf"(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{2,60}}?)\s*\(\s*(?P<first>{P})\s*\)")
_CHANGED_IN = re.compile(rf"^(?:\w+\s+)?(?:{UP_NOUN}|{DOWN_NOUN})\s+(?:in|of)\s+(?:the\s+)?", re.IGNORECASE)
_CHANGE = re.compile(rf"\b(?:{CHANGE_WORD}|up|down)\b")


def listed_in_brackets(frame: Frame) -> Claims:
    """Changes in brackets behind the names of what changed.

    Examples: ``robbery (down 3%), vehicle crime (up 9%)``; ``a reduction in burglary (4%), robbery (2%) and theft (7%)``; ``Burglary (4%) and
    theft (7%) have both fallen``.
    """
    if "(" not in frame.shape or PERCENT not in frame.shape:
        return
    for match in _TOLD_INSIDE.finditer(frame.shape):
        label = _CHANGED_IN.sub("", before(frame, match.start()))
        if label and not is_generic(label):
            yield changed_by(frame, match, "first", label, match["word"])
            if match["second"]:
                yield changed_by(frame, match, "second", label, match["word"])
    if sum(f.sign == PERCENT for f in frame.figures) < 2:
        return
    for opens in _OPENS.finditer(frame.shape):
        end = opens.end()
        while (goes_on := _NEXT.match(frame.shape, end)) and not _CHANGE.search(goes_on["what"]):
            end = goes_on.end()
            label = before(frame, goes_on.end("what"), start=goes_on.start("what"))
            if label and not is_generic(label):
                yield changed_by(frame, goes_on, "first", label, opens["noun"])
    for whole in _ALL_DID.finditer(frame.shape) if _ALL_DO.search(frame.shape) else ():
        for match in _NAMED.finditer(frame.shape, whole.start("list"), whole.end("list")):
            label = before(frame, match.end("what"), start=match.start("what"))
            if label and not is_generic(label):
                yield changed_by(frame, match, "first", label, whole["word"])

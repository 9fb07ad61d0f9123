"""The words around a date: its sentence, its clause, a short label and a quote, all in the paper's own words."""

from __future__ import annotations

import re
from functools import lru_cache

_BREAK = re.compile(
    r"[;:]\s|\s[–—]\s|\s-\s|[.?!]\s|,\s(?=(?:which|although|however|but|with|where|and|as|so|while|whilst|when|following|despite|during which)\b)"
    r"|\s(?=(?:but|although|whilst|whereas)\b)"
)
_BRACKETS = re.compile(r"\(([^()]*)\)?")
_LEADING = re.compile(
    r"^(?:and|but|which|however|with|so|therefore|also|additionally|in addition|furthermore|this|as|that)\b,?\s+",
    re.IGNORECASE,
)
_LABEL_WORDS = 18
_QUOTE_WORDS = 12
_FEW_WORDS = 4


# The role, the label and the words of a date are all asked of it.
@lru_cache(maxsize=4096)
def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the clause of ``text`` in which ``text[start:end]`` stands."""
    first, last = 0, len(text)
    for bracket in _BRACKETS.finditer(text):
        if bracket.start(1) <= start and end <= bracket.end():
            return bracket.span(1)
    for found in _BREAK.finditer(text):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def label(text: str, start: int, end: int) -> str:
    """What happens on the date ``text[start:end]``: its clause, or the sentence where the clause says too little.

    In ``"This was agreed (Decision 5). The Plan came into effect on the 15 March 2013 and sets out the priorities"`` the label is
    ``"The Plan came into effect on the 15 March 2013 and sets out the priorities"``.
    """
    first, last = clause(text, start, end)
    while len((text[first:start] + text[end:last]).split()) < _FEW_WORDS and (first > 0 or last < len(text)):
        if first > 0:
            first, _ = clause(text, max(0, first - 2), max(0, first - 1))
            if first > 0 and len(text[first:start].split()) < _FEW_WORDS:
                first = 0
        else:
            last = len(text)
    short = _around(text, start, end, first, last, _LABEL_WORDS).strip(" ,;:.–—-*|•")
    while (shorter := _LEADING.sub("", short)) != short:
        short = shorter
    if short.count("(") != short.count(")"):
        short = short.strip("()")
    return short


def quote(text: str, start: int, end: int) -> str:
    """At most twelve words as printed around the date."""
    return _around(text, start, end, 0, len(text), _QUOTE_WORDS)


def _around(text: str, start: int, end: int, first: int, last: int, words: int) -> str:
    """``text[start:end]`` with the words beside it inside ``first`` and ``last``, about two before for each one after."""
    before = [m.start() for m in re.finditer(r"\S+", text[first:start])]
    after = [m.end() for m in re.finditer(r"\S+", text[end:last])]
    room = max(0, words - len(text[start:end].split()))
    take_after = min(len(after), max(room // 3, room - len(before)))
    take_before = min(len(before), room - take_after)
    begin = first + before[-take_before] if take_before else start
    finish = end + after[take_after - 1] if take_after else end
    return " ".join(text[begin:finish].split())

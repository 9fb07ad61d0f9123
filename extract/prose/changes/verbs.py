"""Changes told by a verb: "decreased by 3% (-750)", "rose 46% to 677", "cut its overtime by 12%"."""

from __future__ import annotations

import re

from extract.prose.changes.by_how_much import SECOND, changed_by, with_other_units
from extract.prose.changes.what_changed import NO_NAME, named_around, told_right_before
from extract.prose.changes.words import ADVERB, CHANGE_WORD, DOWN_VERB, NEW_LEVEL, UP_VERB
from extract.prose.claims import Claims, index_at
from extract.prose.frame import AREA, COUNT, MONEY, PERCENT, TIME, A, Frame, M, N, P, S, T
from extract.prose.phrases import after, before, head, is_generic
from extract.wording import COUNTED, small_words

_VERB_OR_WAY = small_words(rf"{UP_VERB}|{DOWN_VERB}|(?<!ed\s)(?<!ing\s)(?:up|down)")
_VERB_OR_IS_UP = small_words(
    rf"{UP_VERB}|{DOWN_VERB}|(?:is|was|are|were)\s+(?:up|down)|(?:(?<=[,:–—]\s)|(?<=.\()|(?<=\band\s))(?:up|down)"
)
_WHEN = rf"(?:\s*[(,]?\s*(?:(?:in|for|during|over|of|to|at|from|by|the|period)\s+)*(?:{T}|{A})\s*[),]?)"
_TO_LEVEL = rf"(?:\s+to\s+{NEW_LEVEL}(?P<to>{P}|{N}|{M}|{S}))?"
_VERB_BY = re.compile(
    rf"(?P<verb>{_VERB_OR_WAY}){ADVERB}{{0,2}}(?:\s*{A})?{_WHEN}?(?:\s+for\s+(?:the|a)\s+\w+\s+(?:consecutive\s+)?(?:year|quarter|month)(?:\s+running|\s+in\s+a\s+row|\s+in\s+succession)?,?)?\s+by\s+(?:a\s+further\s+|an\s+average\s+(?:of\s+)?|an?\s+)?"
    rf"(?P<first>{P}|{N}|{M}|{S}){SECOND}{_TO_LEVEL}"
)
#: The same with what is changed between: "raise the council tax precept by £5", "cutting its carbon by 12%".
_VERB_OBJECT_BY = re.compile(
    rf"\b(?P<verb>rais(?:ed|es|ing|e)|increas(?:ed|es|ing|e)|boost(?:ed|s|ing)?|reduc(?:ed|es|ing|e)|cut(?:s|ting)?|lower(?:ed|s|ing)?|improv(?:ed|es|ing|e))\s+"
    rf"(?:(?:the|its|our|their|his|her|all|a)\s+)?(?P<what>(?:(?!by\b|to\b|from\b)[^\s,;.(){COUNT}-{TIME}]+\s+){{1,9}}?)by\s+(?:a\s+further\s+|an?\s+)?"
    rf"(?P<first>{P}|{N}|{M}|{S}){SECOND}{_TO_LEVEL}"
)
_VERB_PERCENT = re.compile(
    rf"\b(?<!an\s)(?<!the\s)(?P<verb>{_VERB_OR_IS_UP})(?:\s+a\s+further)?\s+"
    rf"(?P<first>{P}|{N}(?=\s*\(|\s+to\b|\s+on\b)|{M}+(?=\s+on\b|\s*\))){SECOND}{_TO_LEVEL}"
)
_ALSO_BY = re.compile(
    rf"(?:\b(?:and|but|while)|,|:)\s+(?P<what>(?:(?!by\b)[^\s,;.()]+\s+){{0,6}}?)by\s+(?P<first>{P}|{N}|{M}){SECOND}"
)
#: The same of what is up or down: "Burglary was down 9% and vehicle crime up 4%".
_UP_NEXT = re.compile(
    rf"[{COUNT}{PERCENT}]\)?(?:\s+(?:(?:in|over|on|for|during)\s+)?(?:the\s+)?(?:{T}|(?:last|this)\s+(?:year|quarter|month)))?(?:,|,?\s(?:and|while|but|whereas))\s+(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{2,40}}?)\s+(?P<verb>up|down)\s+(?:by\s+)?(?P<first>{P})"
)
#: A name and its change without a verb: ", with neighbourhood crime down 17%", ", criminal damage down 21%".
_NAMED_DOWN = re.compile(
    rf"(?:,|—|–|\))\s+(?:(?:with|and|while|but)\s+)?(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{2,40}}?)\s+(?P<verb>up|down)\s+(?:by\s+)?(?P<first>{P})"
)
#: Another word of change or another clause: what one verb says goes no further.
_OTHER_CHANGE = re.compile(
    rf";|\b(?:{CHANGE_WORD}|up|down|higher|lower|fewer|less|changed?|was|were|is|are|stood|stands)\b"
)
_FIGURE_OR_COMMA = re.compile(rf"[;,{COUNT}-{TIME}]")
_JUST_OPENED = re.compile(r"[,(]\s+$|\($")
_MORE_OR_FEWER = re.compile(r"^(?:fewer|more|less|extra|additional)\s+")
_UP_OR_DOWN = re.compile(rf" (?:up|down)\s+(?:by\s+)?{PERCENT}")
_ONLY_A_COMMA = re.compile(r",?\s*\(?")


def verb_changes(frame: Frame) -> Claims:
    """Changes told by a verb.

    Examples: ``Hate crime recording has decreased by 18.71% (142 crimes)``, ``complaints rose 46% to 677``, ``incidents increased
    nationally by 52% and by 61% across Lancashire``. In ``posts fell by 180 and staff rose by 40`` each verb has its own figure.
    """
    for pattern in (_VERB_BY, _VERB_PERCENT):
        for match in pattern.finditer(frame.shape):
            if (told := _percent_before(frame, match)) is not None:
                # "64% think so, up 2pp": that share changed.
                yield changed_by(frame, match, "first", "", match["verb"], of=told)
                continue
            if (sum_ := _sum_before(frame, match)) is not None:
                # "precept £53.216m, up 1.99%": of that sum.
                yield from with_other_units(frame, match, "", match["verb"], of=sum_)
                continue
            label = _counted_before(frame, match) or _MORE_OR_FEWER.sub(
                "", named_around(frame, match.start("verb"), match.end("verb"), match.end("verb"))
            )
            yield from with_other_units(frame, match, label, match["verb"])
            other = _OTHER_CHANGE.search(frame.shape, match.end())
            for more in _ALSO_BY.finditer(frame.shape, match.end(), other.start() if other else len(frame.shape)):
                what = before(frame, more.end("what"), start=more.start("what"))
                yield from with_other_units(frame, more, what or label, match["verb"])


def next_changes(frame: Frame) -> Claims:
    """``Burglary was down 9% and vehicle crime up 4%``: the second without a verb."""
    for match in _UP_NEXT.finditer(frame.shape) if len(frame.figures) > 1 and PERCENT in frame.shape else ():
        if not {*match["what"].split()} & NO_NAME:
            label = frame.printed(match, "what")
            yield changed_by(frame, match, "first", label, match["verb"])
    for match in (
        _NAMED_DOWN.finditer(frame.shape) if PERCENT in frame.shape and _UP_OR_DOWN.search(frame.shape) else ()
    ):
        if not {*match["what"].split()} & NO_NAME:
            yield changed_by(frame, match, "first", frame.printed(match, "what").strip("* "), match["verb"])


def _percent_before(frame: Frame, match: re.Match[str]) -> int | None:
    """The percentage before a bare "up 2pp": what it measures stands behind it, and not before the comma."""
    if match["verb"] not in ("up", "down") or not _JUST_OPENED.search(frame.shape[: match.start("verb")]):
        return None
    points = frame.figures[index_at(frame, match.start("first"))].figure.points
    told = told_right_before(frame, match.start("verb")) if points else None
    return told if told is not None and frame.figures[told].sign == PERCENT else None


def _sum_before(frame: Frame, match: re.Match[str]) -> int | None:
    """The sum right before a bare "up 2%", from which only a comma parts it."""
    if match["verb"] not in ("up", "down"):
        return None
    told = told_right_before(frame, match.start("verb"))
    if told is None or frame.figures[told].sign != MONEY:
        return None
    return told if _ONLY_A_COMMA.fullmatch(frame.shape, frame.figures[told].end, match.start("verb")) else None


def _counted_before(frame: Frame, match: re.Match[str]) -> str:
    """What is counted right before a bare "down 8%": "1,204 burglaries in 2019/20, down 8% on the year before"."""
    lead = frame.shape[: match.start("verb")]
    if match["verb"] not in ("up", "down") or not _JUST_OPENED.search(lead):
        return ""
    counted = [f for f in frame.figures if f.end <= match.start("verb") and f.sign == COUNT]
    if not counted or _FIGURE_OR_COMMA.search(lead[counted[-1].end :].rstrip(" ,(")):
        return ""
    label = _MORE_OR_FEWER.sub("", after(frame, counted[-1].end))
    return label if head(label) in COUNTED and not is_generic(label) else ""


def object_changes(frame: Frame) -> Claims:
    """What somebody changed by how much: ``to raise the council tax precept by £5``, ``cut its overtime by 12% (£0.4m)``."""
    for match in _VERB_OBJECT_BY.finditer(frame.shape):
        yield from with_other_units(
            frame, match, before(frame, match.end("what"), start=match.start("what")), match["verb"]
        )

"""Differences: "1% higher than in 2019", "142 fewer offences than a year earlier", "there were 1,951 more"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.prose.changes.by_how_much import changed_by
from extract.prose.changes.what_changed import NO_NAME, told_right_before
from extract.prose.claims import Claims, index_at
from extract.prose.frame import ANY, AREA, COUNT, MONEY, PERCENT, PERIOD, A, Frame, M, N, P, T
from extract.prose.phrases import after, before, head, subject
from extract.wording import COUNTED

_THE_TARGET = re.compile(
    r"\s+(?:(?:the|its|our|their|this)\s+)*(?:(?:[a-z-]+|[\ue007]+)\s+){0,2}(?:target|establishment|strength|ambition|average|mean|norm)\b"
)
#: The level with which money is compared: "£10m above the 2021/22 figure", "£0.4m below that of 2019/20".
_THE_LEVEL = re.compile(
    rf"\s+(?:(?:the|its|that|their|this)\s+)*(?:of\s+)?(?:{T}|last\s+year[’']?s?|previous\s+years?[’']?s?)(?:\s+(?:figure|level|total|amount|number|position|baseline|sum))?"
)
#: The same of a number: "721 below the baseline year", "69 above 2021/22".
_THE_BASE = re.compile(
    rf"\s+(?:(?:the|its|that|their|this|our)\s+)*(?:of\s+)?(?:(?:{T}|last\s+year|(?:same|previous|corresponding|pre-covid|pre-pandemic|\w+\s+\d{{4}})\s+\w+|baseline|year\s+before|before\s+the\s+pandemic)(?:['’]s)?)(?:\s+(?:figure|level|total|number|baseline|year|period))?"
)
#: More or fewer of these: "214 more officers than two years earlier", "Seventeen more call-handlers have been taken on", "232 fewer offences (1.3%)".
_MORE_OF = re.compile(
    rf"(?P<first>{N})\s+(?P<word>more|fewer|extra|additional)\s+(?P<what>(?:[a-z][\w'’-]*\s+){{0,3}}?[a-z][\w'’-]*?)"
    rf"(?:\s*\(\s*(?:or\s+|down\s+|up\s+|by\s+|an?\s+(?:[a-z]+\s+)?of\s+)?(?P<second>{P})(?:\s+[a-z]+){{0,2}}\s*\)|\s+(?:(?:(?:(?:recorded|reported|seen|made|committed)\s+)?(?:in|during|for|over|across)\s+(?:the\s+|this\s+)?(?:{T}|{A}|year|quarter|period|county|force\s+area),?\s+)?than\b(?!\s+{ANY})|(?:have|has|had|were|are|was|will\s+be|will\s+have)\s+(?:been\s+|since\s+|now\s+)*(?:taken\s+on|recruited|appointed|hired|added|in\s+post|recorded|reported|employed|made)))"
)
#: The same of what was told of before: "Put differently, there were 1,951 more (5.6%)", "There were 12 fewer burglaries in July".
_THERE_MORE = re.compile(
    rf"\bthere\s+(?:were|was|have\s+been|has\s+been|had\s+been)\s+(?P<first>{N})\s+(?P<word>more|fewer|less)(?P<what>(?:\s+[a-z][\w'’-]*){{0,4}}?)"
    rf"(?:\s*\(\s*(?:or\s+|up\s+|down\s+|by\s+|an?\s+(?:[a-z]+\s+){{1,2}}of\s+)?(?P<second>{P})\s*\))?(?=\s*(?:[.,;]|$|{T}|(?:in|during|over|for|this|than|last|across)\b))"
)
#: What is recorded, of which some more are never a number by themselves: "Robbery: 64 additional offences".
_MORE_RECORDED = re.compile(
    rf"(?P<first>{N})\s+(?P<word>more|fewer|less|extra|additional|further)\s+(?P<what>(?:(?!and\b|or\b|to\b)[a-z][\w'’-]*\s+){{0,3}}?"
    r"(?:offences|crimes|burglaries|robberies|thefts|assaults|rapes|homicides|murders|collisions))\b(?!\s+(?:than\s+[\ue000-\ue003]|to\s+be\b|taken\s+into))"
)
_OF_A_PERCENT = re.compile(rf"{PERCENT}\s*\(\s*(?:or\s+)?$")
#: The same in percent behind the level with which it is compared: "2,953 above the year to March 2019 (2.0%)".
_IN_PERCENT = re.compile(rf"\s*(?:\(\s*(?:or\s+)?|,\s+or\s+)(?P<first>{P})\s*\)?")
#: More or less money for something: "spending £100,000 less on overtime", "£2m more was spent on overtime".
_SPENDING = re.compile(
    rf"\b(?:spen(?:t|d|ds|ding)|invest(?:ed|s|ing)?)\s+(?:an?\s+)?(?P<first>{M})\s+(?P<word>less|more|extra)\s+(?:on|in|for)\s+(?:the\s+)?(?P<what>[a-z][^,.;:(){COUNT}-{AREA}]{{2,50}}?)(?=\s*(?:[.,;)]|$|than\b|compared\b|this\b|last\b|in\s+{T}|{T}))"
)
_WAS_SPENT = re.compile(
    rf"(?P<first>{M})\s+(?P<word>less|more|extra)\s+(?:was|is|has\s+been|had\s+been|will\s+be)\s+(?:spent|invested)\s+(?:on|in|for)\s+(?:the\s+)?(?P<what>[a-z][^,.;:(){COUNT}-{AREA}]{{2,50}}?)(?=\s*(?:[.,;)]|$|than\b|compared\b|this\b|last\b|in\s+{T}|{T}))"
)
#: One word of comparison for two shares: "burglary was 31 per cent, and theft over 11%, below March 2020".
_NAMED_NEXT = re.compile(
    rf"(?:^\W*|[,;:]|,?\s(?:and|while|but|whereas))\s*\b(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{2,40}}?)\s+$"
)
_BOTH_THAN = re.compile(
    rf"\b(?:is|was|are|were)\s+(?P<first>{P}),?\s+and\s+(?P<what>(?:[a-z][\w'’-]*\s+){{1,5}}?)(?P<second>{P}),?\s+(?P<word>below|above|lower|higher|less|more|down|up)\b(?!\s+(?:the|its|our|their)\s+(?:target|average))"
)
_THAN = re.compile(
    rf"(?P<first>{P}|{N}|{M})(?P<points>\s+(?:\w+\s+)?points?)?(?:\s+(?:a|per|each)\s+(?:year|week|month|annum))?"
    rf"(?:\s*\(\s*(?P<aside>{N}|{M}|{P})(?:\s+[\w'’]+){{0,3}}\s*\)|,?\s+or\s+(?P<alt>{N}|{M}|{P}),?)?"
    r"(?:\s+(?:offences|crimes|incidents|reports|cases|calls|officers|victims|burglaries|thefts|complaints|collisions|deaths|arrests|days|hours)(?=\s+(?:fewer|more\s+than|less)\b))?\s+"
    rf"(?P<word>higher|lower|more|fewer|less|smaller|larger|bigger|better(?!\s+off)|worse(?!\s+off)|above|below|(?:down|up)(?=\s+(?:on|from|year|over|compared|in|this)\b|\s*(?:[.,;)]|$)))\b(?!\s+than\s+{ANY})"
    rf"(?:\s*\(\s*(?P<second>{N}|{M}|{P})(?:\s+(?!(?:in|to|and|from|of)\b)[\w'’]+){{0,3}}\s*\))?"
)
#: One of these is in each.
_THAN_WORDS = (
    "higher",
    "lower",
    "more",
    "fewer",
    "less",
    "smaller",
    "larger",
    "bigger",
    "better",
    "worse",
    "above",
    "below",
    "down",
    "up",
    "extra",
    "additional",
)
_NOUN_THAN = re.compile(
    rf"(?P<first>{N})\s+(?!and\b|or\b|but\b|points?\b)(?P<what>(?:[a-z-]+\s+)?[a-z-]+)\s+(?P<word>higher|lower|more|fewer|less)\s+than\b"
)
#: Those with whom something is compared, and no earlier time.
_OTHERS = re.compile(
    r"\s+than\s+(?:(?:the|that\s+of|those\s+of|any|our|all|most|many|some)\s+)*(?:highest|lowest|best|worst|largest|smallest|next|others?|neighbouring|most\s+similar)\b"
    r"|\s+than\s+(?:the\s+)?average\s+of\b"
)
_OPENED = re.compile(r"^(?:(?:with|and|the|its|our|their)\s+)+")
_IS = re.compile(r"\b(?:is|was|are|were)\b")
_IS_AT_LAST = re.compile(
    r"\b(?:is|was|are|were|remains?|remained|(?:will|would|to|could)\s+be|(?:has|have|had)\s+been|(?:(?:has|have|had)\s+)?costs?)\s+(?:now\s+|also\s+|still\s+)?$"
)
_MORE_THAN = re.compile(rf"\s+than\s+(?:in|at|for|on|the|last|a|it|now|today|before|[{PERIOD}{AREA}])")
_APART = re.compile(r"(?:,|–|-|\()\s*(?:(?:or|that\s+is|namely),?\s+)?$")
_CLAUSE_CLOSES = re.compile(r"\s*(?:$|[.;)])")


def compared_changes(frame: Frame) -> Claims:
    """Differences.

    Examples: ``is 1% higher than for the same period``, ``was 18.71% (142 crimes) lower than``, ``3% higher (14 offences)``,
    ``up to 60% less traffic``, ``66,976 fewer than five years ago``.
    """
    if not any(word in frame.shape for word in _THAN_WORDS):
        return
    both = len(frame.figures) > 1 and PERCENT in frame.shape and " and " in frame.shape
    for match in _BOTH_THAN.finditer(frame.shape) if both else ():
        verb = _IS.search(match.group())
        at = match.start() + (verb.start() if verb else 0)
        if label := before(frame, at) or subject(frame, at):
            yield changed_by(frame, match, "first", label, match["word"])
            what = frame.printed(match, "what")
            yield changed_by(frame, match, "second", what, match["word"])
    for match in _MORE_OF.finditer(frame.shape) if COUNT in frame.shape else ():
        label = frame.printed(match, "what")
        if head(label) in COUNTED or head(label).split("-")[-1] in COUNTED:
            first = changed_by(frame, match, "first", label, match["word"])
            yield replace(first, confidence=0.75)
            if match["second"]:
                yield changed_by(frame, match, "second", label, match["word"], of=first.figure)
    for match in _THERE_MORE.finditer(frame.shape) if COUNT in frame.shape else ():
        label = frame.printed(match, "what")
        if not label or head(label) in COUNTED:
            first = changed_by(frame, match, "first", label, match["word"])
            yield replace(first, confidence=0.75)
            if match["second"]:
                yield changed_by(frame, match, "second", label, match["word"], of=first.figure)
    for spending in (_SPENDING, _WAS_SPENT) if MONEY in frame.shape and " on " in frame.shape else ():
        for match in spending.finditer(frame.shape):
            what = frame.printed(match, "what")
            yield replace(changed_by(frame, match, "first", f"spending on {what}", match["word"]), confidence=0.8)
    for match in _MORE_RECORDED.finditer(frame.shape) if COUNT in frame.shape else ():
        if _OF_A_PERCENT.search(frame.shape[: match.start()]):
            # "+3.2% (118 more offences)": of what the percentage tells.
            continue
        label = frame.printed(match, "what")
        yield replace(changed_by(frame, match, "first", label, match["word"]), confidence=0.85)
    for match in _NOUN_THAN.finditer(frame.shape):
        yield changed_by(frame, match, "first", frame.text[match.start("what") : match.end("what")], match["word"])
    for match in _THAN.finditer(frame.shape):
        word = match["word"].lower()
        sign = frame.figures[index_at(frame, match.start("first"))].sign
        than = word == "more" and _MORE_THAN.match(frame.shape[match.end("word") :])
        than = than or (
            word in ("above", "below") and sign == MONEY and _THE_LEVEL.match(frame.shape[match.end("word") :])
        )
        if word in ("above", "below") and _THE_TARGET.match(frame.shape, match.end("word")):
            # How far off a target or an average is no change.
            continue
        base = _THE_BASE.match(frame.shape, match.end("word")) if word in ("above", "below") and sign == COUNT else None
        than = than or base
        if _OTHERS.match(frame.shape, match.end()):
            # "14% lower than the average of all forces": no change.
            continue
        lead = frame.shape[: match.start()]
        told = told_right_before(frame, match.start()) if _APART.search(lead) else None
        if word == "more" and told is not None and _CLAUSE_CLOSES.match(frame.shape, match.end("word")):
            # "would pay £248.56, £24 more."
            than = than or frame.figures[told].sign == sign
        if word in ("more", "above", "below") and sign != PERCENT and not than and not match["points"]:
            continue
        label = after(frame, match.end("word")) if word in ("less", "more", "fewer") else ""
        also = _IN_PERCENT.match(frame.shape, base.end()) if base else None
        if also and not any(match[group] for group in ("aside", "alt", "second")):
            of = index_at(frame, match.start("first"))
            yield changed_by(frame, also, "first", "", word, of=of)
        if not label and told is not None:
            # "about £134m, almost £10m above the 2021/22 figure": of what the figure before tells.
            yield from _with_others(frame, match, "", word, of=told)
            continue
        verb = _IS_AT_LAST.search(lead)
        label = label or (before(frame, verb.start()) if verb else "")
        if not label and (own := _NAMED_NEXT.search(lead)) and not {*own["what"].split()} & NO_NAME:
            # "crime was 6% lower and ASB 11% lower": each has its name before it.
            label = _OPENED.sub("", frame.printed(own, "what"))
        yield from _with_others(frame, match, label, word)


def _with_others(frame: Frame, match: re.Match[str], label: str, word: str, of: int | None = None) -> Claims:
    """A difference and the same in other units; "1% higher (74%)" names a level."""
    claim = changed_by(frame, match, "first", label, word, of=of)
    yield claim
    for group in ("aside", "alt", "second"):
        if match[group] and frame.figures[index_at(frame, match.start(group))].sign != frame.figures[claim.figure].sign:
            yield changed_by(frame, match, group, label, word, of=claim.figure)

"""The levels between which something changed: "from 223 to 251", "increased from 25%", "rising to 3,000"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from extract.prose.changes.by_how_much import changed_by
from extract.prose.changes.what_changed import named_around, told_right_before
from extract.prose.changes.words import ADVERB, CHANGE_WORD, DOWN_VERB, NEW_LEVEL, UP_VERB
from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import ANY, AREA, COUNT, MONEY, PERCENT, TIME, Frame, N, P
from extract.prose.phrases import after
from extract.wording import small_words

_VERB = small_words(f"{UP_VERB}|{DOWN_VERB}")
_VERB_OR_NOUN = small_words(f"{CHANGE_WORD}|raising|bringing|taking")
_FROM_TO = re.compile(
    rf"\bfrom\s+(?:an?\s+(?:\w+\s+)?of\s+)?(?P<first>{ANY})(?P<between>[^.;{AREA}]{{0,45}}?)\s+to\s+(?:an?\s+(?:\w+\s+)?of\s+)?(?P<to>{ANY})(?![{COUNT}-{TIME}]|\s+to\s+{ANY})"
)
_BRACKET_TO = re.compile(
    rf"\(\s*(?P<first>{ANY})(?:\s+(?!(?:more|fewer|less|extra|additional|further)\b)[a-z]+){{0,3}}\s+to\s+(?P<to>{ANY})\s*\)"
)
#: By how many, and to how many: "fell by 1.2% (260 fewer solved outcomes to 21,864)".
_BY_HOW_MANY_TO = re.compile(
    rf"[{PERCENT}]\s*\(\s*(?P<first>{N})\s+(?P<word>more|fewer|less|extra|additional|further)\b(?:\s+[a-z][a-z-]*){{0,4}}?\s+to\s+(?P<to>{N})\s*\)"
)
#: The same in percent: "from 612 to 540, or by 11.8%".
_OR_BY = re.compile(rf",?\s+(?:or\s+)?(?:or|by)\s+(?P<first>{P})(?!\s+of\b)")
_MOVES = (
    r"return(?:ed|ing|s)?|mov(?:ed|es|ing|e)|go|goes|going|went|gone|shift(?:ed|s|ing)?|swung|swing|widen(?:ed|s|ing)?|narrow(?:ed|s|ing)?|extend(?:ed|s|ing)?|"
    r"expand(?:ed|s|ing)?|lengthen(?:ed|s|ing)?|shorten(?:ed|s|ing)?|trimmed|scaled|slid|edged|crept|inched|sank|halved|doubled|recover(?:ed|s|ing)?|took|taken|brought"
)
_CHANGED = re.compile(rf"\b(?:{CHANGE_WORD}|(?:up|down)(?=\s+$)|rais(?:ed|es|ing|e)|{_MOVES}|changed?)\b")
_CHANGES_BY_ITSELF = re.compile(rf"{CHANGE_WORD}|up|down|rais(?:ed|es|ing|e)|changed?|went|gone|moved")
_PER_MANY = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:per\s+(?:\d[\d,]*|(?:hundred\s+|ten\s+)?thousand|head)\b|(?:for|in)\s+every\s+\d[\d,]*)",
    re.IGNORECASE,
)
#: A level behind a dash or comma to which the one before it changed.
_NOW_TO = re.compile(
    rf"(?:\s[-–—]|[,;(])\s*(?:(?:and|is|now|then|but)\s+){{0,2}}(?:down|up)\s+to\s+{NEW_LEVEL}(?P<to>{ANY})"
)
#: A second word of change behind a comma, about the same.
_GOES_ON = re.compile(r"(?:,|–|-)\s+(?:rising|falling|up|down|increasing|decreasing|dropping|going|climbing|moving)$")
_NAMED_NEXT = re.compile(
    rf"[^.;,{COUNT}-{AREA}]{{0,12}}?(?:;|,|,?\s+(?:and|while|with))\s+(?:the\s+|for\s+)*(?P<what>(?!(?:then|now|up|down|by|it|this|that|which|rose|fell|later)\b)[a-z][^,;:.(){COUNT}-{AREA}]{{2,50}}?)\s+"
)
_CLOCK = re.compile(r"\b(?:hours|shifts?|opening|times)$", re.IGNORECASE)
_TO = re.compile(
    rf"(?P<verb>{_VERB_OR_NOUN})\b(?P<gap>(?:\s+[^\s,;.()]+){{0,9}}?)\s+to\s+(?:(?:an?|around|a\s+total\s+of|the\s+current)\s+|{NEW_LEVEL})?(?P<to>{ANY})"
)
#: Another clause with a verb of change of its own, between one and the level.
_VERB_AFTER_AND = re.compile(
    rf"\band\s+(?P<rest>(?:[a-z-]+\s+){{1,4}}?(?:(?:has|have|had|also|then|now)\s+)*(?:{UP_VERB}|{DOWN_VERB})\s*$)"
)
_FROM = re.compile(rf"(?P<verb>{_VERB}){ADVERB}?\s+from\s+(?P<first>{ANY})(?![^.;]{{0,60}}\bto\s+{ANY})")
#: Money given, which the awards read.
_IS_GIVEN = re.compile(r"\b(?:grants?|awards?|awarded|funds?|funded|pays?\s+for|paid\s+for)\b")
#: Words that "to" belongs to, and not to the change: "increased, with 1,395 solved compared to 1,168".
_NOT_REACHED = (" compared", " relative", " according", " due", " related", " equivalent", " equal", " next", " close")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_FIGURE = re.compile(rf"[{COUNT}-{TIME}]")


def from_to(frame: Frame) -> Claims:
    """Two levels: ``increased from 223 to 251``, ``up by 7% (3935 offences to 4199)``, ``(from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20)``."""
    told = 0
    for match in itertools.chain(_FROM_TO.finditer(frame.shape), _BRACKET_TO.finditer(frame.shape)):
        words = list(_CHANGED.finditer(frame.shape, 0, match.start()))
        if not words or match.start() - words[-1].end() > 140 or "." in frame.shape[words[-1].end() : match.start()]:
            continue
        moves = not _CHANGES_BY_ITSELF.fullmatch(words[-1].group())
        if moves and (
            match.start() - words[-1].end() > 30 or _FIGURE.search(frame.shape[words[-1].end() : match.start()])
        ):
            # "Officers took 12 calls from 9 to 12": what else a verb of moving may mean.
            continue
        label = named_around(frame, words[-1].start(), words[-1].end(), match.start())
        if told and (own := _NAMED_NEXT.fullmatch(frame.shape, told, match.start())):
            # "Burglary fell from 98 to 91 and robbery from 40 to 36": each has its name before it.
            label = frame.printed(own, "what")
        told = match.end()
        if moves and _CLOCK.search(label) and frame.figures[index_at(frame, match.start("first"))].sign == COUNT:
            continue
        first, second = index_at(frame, match.start("first")), index_at(frame, match.start("to"))
        of = told_right_before(frame, words[-1].start()) if _GOES_ON.search(frame.shape[: words[-1].end()]) else None
        if of is not None and frame.figures[of].sign == PERCENT and frame.figures[first].sign == COUNT:
            # "crime increased by 1.7%, rising from 53,007 to 53,786": of what the percentage tells.
            label = ""
        else:
            of = None
        unit = frame.figures[second].figure.unit or frame.figures[first].figure.unit
        if unit is None and _PER_MANY.match(frame.text, match.end("to")):
            # "the crime rate fell from 71.9 to 60.3 per 1,000"
            unit = "rate"
        yield Claim(first, label, "actual", "previous", unit=unit, of=of)
        yield Claim(second, label, "actual", "current", unit=unit, of=first)
        by = _OR_BY.match(frame.shape, match.end())
        before_it, now = frame.figures[first].figure.value, frame.figures[second].figure.value
        if by and unit != "percent" and before_it != now:
            falls = now < before_it
            yield Claim(index_at(frame, by.start("first")), label, "percent_change", "current", falls=falls, of=first)


def apposed_level(frame: Frame) -> Claims:
    """The next level between commas or dashes: ``was 2 minutes 13 seconds - down to just 54 seconds by March``, ``25%, now up to 31%``."""
    told = len(frame.figures) > 1 and ("down to" in frame.shape or "up to" in frame.shape)
    for match in _NOW_TO.finditer(frame.shape) if told else ():
        index = index_at(frame, match.start("to"))
        before, now = frame.figures[index - 1] if index else None, frame.figures[index]
        if before is not None and before.sign == now.sign and before.end <= match.start() and not before.figure.points:
            yield Claim(index, "", "actual", "current", of=index - 1, confidence=0.75)


def by_how_many_to(frame: Frame) -> Claims:
    """The same change in numbers and the level that it leads to: ``fell by 1.2% (260 fewer solved outcomes to 21,864)``."""
    for match in _BY_HOW_MANY_TO.finditer(frame.shape) if "(" in frame.shape else ():
        of = index_at(frame, match.start())
        yield changed_by(frame, match, "first", "", match["word"], of=of)
        yield Claim(index_at(frame, match.start("to")), "", "actual", "current", of=of)


def from_level(frame: Frame) -> Claims:
    """The level before a change where only that is printed: ``This has increased from 25% since 2010``."""
    for match in _FROM.finditer(frame.shape):
        label = named_around(frame, match.start("verb"), match.end("verb"), match.end("verb"))
        yield Claim(index_at(frame, match.start("first")), label, "actual", "previous", confidence=0.8)


def to_level(frame: Frame) -> Claims:
    """The level that a change leads to.

    Examples: ``rising to more than 3,000 followers``, ``this increased to 54%``, ``will reduce as the year progresses to approx. 20%``.
    """
    for match in _last_verbs(frame):
        if match["gap"].endswith(_NOT_REACHED):
            continue
        index = index_at(frame, match.start("to"))
        named = "" if frame.figures[index].sign == PERCENT else after(frame, match.end("to"))
        if not _LETTERS.search(named):
            # "to £90,000 p.a.": for how long, and not what.
            named = ""
        if frame.figures[index].sign == MONEY and named.split(None, 1)[:1] in (
            ["after"],
            ["before"],
            ["once"],
            ["when"],
        ):
            # "falls to £1.2m after savings": when, and not what.
            named = ""
        if named.lower() in ("year", "month", "week", "day", "annum"):
            if _IS_GIVEN.search(frame.shape[: match.start("to")]):
                continue
            named = ""
        if frame.figures[index].sign == MONEY and match["verb"] in ("doubled", "trebled", "tripled", "halved"):
            continue
        unit = "days" if named.lower() in ("working days", "days") else None
        label = "" if unit else named
        label = label or named_around(frame, match.start("verb"), match.end("verb"), match.end("gap"))
        yield Claim(index, label, "actual", "current", unit=unit, confidence=0.8)


def _last_verbs(frame: Frame) -> Iterator[re.Match[str]]:
    """Changes to a level, each by the last word of change before it: "forced to cut, and posts fell to 950" has one, "fell to 950"."""
    at = 0
    while match := _TO.search(frame.shape, at):
        nearer = _VERB_AFTER_AND.search(match["gap"])
        if nearer:
            at = match.start("gap") + nearer.start("rest")
        else:
            yield match
            at = match.end()

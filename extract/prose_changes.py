"""Wordings of change: "decreased by 3% (-750)", "a 16% decrease in recorded offences", "rose 46% to 677", "from 223 to 251"."""

from __future__ import annotations

import re

from extract.prose_claims import Claim, Claims, change_statistic, index_at
from extract.prose_frame import ANY, AREA, PERIOD, A, Frame, M, N, P, T
from extract.prose_phrases import after, before

_UP_VERB = r"increas(?:ed|es|ing|e)|ris(?:es|en|ing|e)|rose|gr(?:ew|own|ows|owing)|improv(?:ed|es|ing|e)|climb(?:ed|ing)|jumped|gained|went\s+up|gone\s+up|going\s+up"
_DOWN_VERB = (
    r"decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|e)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:ed|es|ing|e)|went\s+down|gone\s+down|"
    r"shrank|shrunk|cut|lowered|deteriorated"
)
_UP_NOUN = r"increases?|rises?|growth|uplift|improvements?|jump|gain"
_DOWN_NOUN = r"decreases?|reductions?|falls?|drops?|declines?|cuts?|deterioration|shrinkage"
_DOWN = re.compile(rf"(?:{_DOWN_VERB}|{_DOWN_NOUN}|down|lower|fewer|less)$", re.IGNORECASE)
_ADVERB = r"(?:\s+(?:\w+ly|further|overall|again|year[\s-]on[\s-]year|in\s+total|on\s+average|steadily|also))"
_ADJECTIVE = r"(?:\s+(?:overall|further|slight|average|significant|estimated|annual|year[\s-]on[\s-]year|large|small|net|general|marked|projected|real[\s-]terms|cash|funding|precept|percentage|point|points))"
_TIME_OR_AREA = rf"(?:\s*[(,]?\s*(?:(?:in|for|during|over|of|to|at|from|by|the|period)\s+)*(?:{T}|{A})\s*[),]?)"
_SECOND = rf"(?:\s*[(,]\s*(?:or\s+|by\s+|equivalent\s+to\s+|representing\s+)?(?P<second>{N}|{M}|{P})(?:\s+(?!(?:in|to|and|from|of)\b)[\w'’]+){{0,3}}\s*\)?)?"

_VERB_BY = re.compile(
    rf"\b(?P<verb>{_UP_VERB}|{_DOWN_VERB}){_ADVERB}{{0,2}}(?:\s*{A})?(?:{_TIME_OR_AREA})?\s+by\s+(?:a\s+further\s+|an?\s+)?(?P<first>{P}|{N}|{M}){_SECOND}"
    rf"(?:\s+to\s+(?P<to>{P}|{N}|{M}))?",
    re.IGNORECASE,
)
_VERB_PERCENT = re.compile(
    rf"(?<!an\s)(?<!the\s)\b(?P<verb>{_UP_VERB}|{_DOWN_VERB}|(?<!\sto\s)(?:is|was|are|were)\s+(?:up|down)|(?<=,\s)(?:up|down))(?:\s+a\s+further)?\s+(?P<first>{P}|{N}(?=\s*\(|\s+to\b|\s+on\b)){_SECOND}(?:\s+to\s+(?P<to>{P}|{N}|{M}))?",
    re.IGNORECASE,
)
_ALSO_BY = re.compile(
    rf"(?:\b(?:and|but|while)|,)\s+(?P<what>(?:(?!by\b)[^\s,;.()]+\s+){{0,6}}?)by\s+(?P<first>{P}|{N}|{M}){_SECOND}",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\b(?P<word>{_UP_VERB}|{_DOWN_VERB}|{_UP_NOUN}|{_DOWN_NOUN}|went|moved|changed|change)\b(?P<gap>[^.;]{{0,140}}?)[\s(]from\s+(?:a\s+(?:\w+\s+)?of\s+)?"
    rf"(?P<first>{ANY})(?P<between>[^.;{AREA}]{{0,45}}?)\s+to\s+(?:a\s+(?:\w+\s+)?of\s+)?(?P<to>{ANY})",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\b(?P<verb>{_UP_VERB}|{_DOWN_VERB}|{_UP_NOUN}|{_DOWN_NOUN})\b(?P<gap>(?:\s+[^\s,;.()]+){{0,9}}?)\s+to\s+(?:(?:a|an|around|a\s+total\s+of|the\s+current)\s+)?(?P<to>{ANY})",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    rf"(?P<first>{P}|{M}|{N})(?:\s+(?:\w+\s+)?points?)?{_ADJECTIVE}{{0,3}}\s+(?P<noun>{_UP_NOUN}|{_DOWN_NOUN}|change)\b(?P<rest>[^.;]{{0,12}})",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(
    rf"\b(?P<noun>{_UP_NOUN}|{_DOWN_NOUN}|change)\b(?P<gap>[^.;()]{{0,110}}?)(?:,\s*|\b(?:of|equating\s+to|equivalent\s+to|amounting\s+to|by|at|was|is|totalling)\s+|\s+\(|:\s*)"
    rf"(?P<first>{P}|{N}|{M}){_SECOND}",
    re.IGNORECASE,
)
_THAN = re.compile(
    rf"(?P<first>{P}|{N}|{M})(?:\s+(?:\w+\s+)?points?)?\s+(?P<word>higher|lower|more|fewer|less|better|worse|above|below)\b(?!\s+than\s+{ANY})",
    re.IGNORECASE,
)
_IN_LABEL = re.compile(
    r"^[\s,]*(?:(?:year[\s-]on[\s-]year|overall|annually|also|seen|recorded|reported)\s+)*(?:in|of|to|for)\s+(?!the\s+region)",
    re.IGNORECASE,
)


def verb_changes(frame: Frame) -> Claims:
    """ "Hate crime recording has decreased by 18.71% (142 crimes)", "complaints rose 46% to 677", "incidents increased nationally by
    52% and by 61% across Lancashire"."""
    for pattern in (_VERB_BY, _VERB_PERCENT):
        for match in pattern.finditer(frame.shape):
            label = before(frame, match.start("verb"))
            yield from _pair(frame, match, label, match["verb"])
            for more in _ALSO_BY.finditer(frame.shape, match.end()):
                what = before(frame, more.end("what"), start=more.start("what"))
                yield from _pair(frame, more, what or label, match["verb"])


def from_to(frame: Frame) -> Claims:
    """ "increased from 223 to 251", "a decrease in recorded offences (from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20)"."""
    for match in _FROM_TO.finditer(frame.shape):
        label = _label_around(frame, match.start("word"), match.end("word"), match.end("gap"))
        first, second = index_at(frame, match.start("first")), index_at(frame, match.start("to"))
        unit = frame.figures[second].figure.unit or frame.figures[first].figure.unit
        yield Claim(first, label, "actual", "previous", unit=unit)
        yield Claim(second, label, "actual", "current", unit=unit, of=first)


def to_level(frame: Frame) -> Claims:
    """ "rising to more than 3,000 followers", "this increased to 54% in 2014/15", "will reduce as the year progresses to approx. 20%"."""
    for match in _TO.finditer(frame.shape):
        index = index_at(frame, match.start("to"))
        named = after(frame, match.end("to")) if frame.figures[index].sign not in (P[0],) else ""
        label = named or _label_around(frame, match.start("verb"), match.end("verb"), match.end("gap"))
        yield Claim(index, label, "actual", "current", confidence=0.8)


def noun_changes(frame: Frame) -> Claims:
    """ "a 16% decrease in recorded offences", "an increase of 39 recorded offences", "a slight increase, just under 6%, in the number
    of victims", "a reduction of around 180 police officer posts", "police precept increase of 1.5%"."""
    for match in _BEFORE_NOUN.finditer(frame.shape):
        label = _named_after(frame, match.end("noun")) or ""
        yield _change(frame, match, "first", label, match["noun"])
    for match in _AFTER_NOUN.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        label = _named_after(frame, match.end("noun"), match.end("gap"))
        if not label and (tail := match.end("second") if match["second"] else match.end("first")):
            label = _named_after(frame, tail + len(re.match(r"[\s),]*", frame.shape[tail:]).group()))  # type: ignore[union-attr]
        if not label and frame.figures[index].sign == N[0]:
            label = after(frame, match.end("first"))
        label = label or before(frame, match.start("noun"))
        yield from _pair(frame, match, label, match["noun"])


def compared_changes(frame: Frame) -> Claims:
    """ "is 1% higher than for the same period", "up to 60% less traffic", "66,976 fewer than five years ago"."""
    for match in _THAN.finditer(frame.shape):
        label = after(frame, match.end("word")) if match["word"].lower() in ("less", "more", "fewer") else ""
        verb = re.search(r"\b(?:is|was|are|were|remains?)\s+(?:now\s+|also\s+)?$", frame.shape[: match.start()])
        label = label or (before(frame, verb.start()) if verb else "")
        if match["word"].lower() == "more" and frame.figures[index_at(frame, match.start("first"))].sign == N[0]:
            continue
        yield _change(frame, match, "first", label, match["word"])


def signed_changes(frame: Frame) -> Claims:
    """ "assaults on emergency workers (+19% in 4 weeks to end of June 2020 nationally and +13% in Lancashire)", "at -4%", "(- 70)"."""
    last = ""
    for index, stated in enumerate(frame.figures):
        if not stated.figure.signed or stated.figure.unit not in (None, "percent", "GBP"):
            continue
        lead = frame.shape[: stated.start]
        bracket = lead.rfind("(")
        label = _after_signed(frame, stated.end)
        if not label and bracket >= 0 and ")" not in lead[bracket:]:
            if not re.search(f"[{N[0]}-{M[0]}]", lead[bracket:]):
                label = before(frame, bracket)
                if not label and (verb := re.search(r"\b(?:have|has|had|was|were|is|are)\b[^()]*$", lead[:bracket])):
                    label = before(frame, verb.start())
        elif not label:
            at = re.search(r"\s+(?:at|of|was|is|by|:)\s*$", lead)
            label = before(frame, at.start() if at else stated.start)
        last = label or last
        yield Claim(index, last, change_statistic(stated), "current", confidence=0.85 if label else 0.75)


def _after_signed(frame: Frame, at: int) -> str:
    match = re.match(
        r"\s+(?:annual\s+|overall\s+)?(?:change|variance|reduction|decrease|increase)?(?:\s+overall)?(?:\s+(?:for|in))?\s*(?=\w)",
        frame.shape[at:],
        re.I,
    )
    if match is None or re.match(
        r"\s+(?:in|to|by|and|on|at|compared|against|from|than|with|for\s+the\s+same)\b(?!\s+\w+\s+(?:crime|offences))",
        frame.shape[at:],
        re.I,
    ):
        return ""
    return after(frame, at + match.end())


def _named_after(frame: Frame, at: int, end: int | None = None) -> str | None:
    """The noun phrase after "in", "of" or "for", if one follows: "decrease in recorded offences"."""
    match = _IN_LABEL.match(frame.shape[at : len(frame.shape) if end is None else end])
    return after(frame, at + match.end()) or None if match else None


def _label_around(frame: Frame, start: int, end: int, gap_end: int) -> str:
    """The label of a change word: after "in" for a noun ("increase in the number of PCSOs"), else the subject before it."""
    named = _named_after(frame, end, gap_end)
    if named:
        return named
    verb = re.search(
        r"\b(?:(?:has|have|had|is|are|was|were|will|would|also|now|been|being|to)\s+)+$",
        frame.shape[:start],
        re.IGNORECASE,
    )
    return before(frame, verb.start() if verb else start)


def _pair(frame: Frame, match: re.Match[str], label: str, word: str) -> Claims:
    """The change, the same change in other units in brackets after it, and the level it leads to."""
    verb = match.groupdict().get("verb")
    if verb and not label:
        label = _label_around(frame, match.start("verb"), match.end("verb"), match.end("verb"))
    claim = _change(frame, match, "first", label, word)
    yield claim
    if match["second"]:
        yield _change(frame, match, "second", label, word, of=claim.figure)
    if match.groupdict().get("to"):
        yield Claim(index_at(frame, match.start("to")), label, "actual", "current", of=claim.figure)


def _change(frame: Frame, match: re.Match[str], group: str, label: str, word: str, of: int | None = None) -> Claim:
    index = index_at(frame, match.start(group))
    stated = frame.figures[index]
    falls = bool(_DOWN.search(" ".join(word.split()))) and not stated.figure.signed
    statistic = change_statistic(stated)
    if re.search(r"\bpoints?\b", match.group()) and statistic == "percent_change":
        statistic = "point_change"
    return Claim(index, label, statistic, "current", falls=falls, of=of)


__all__ = ["compared_changes", "from_to", "noun_changes", "signed_changes", "to_level", "verb_changes", "PERIOD"]

"""What a household pays for its police: "A Band D household will pay £207.55", "a rise of £15 a year for a Band D home", "8p more each week".

All of it is the precept of a band, however the sentence calls those who pay.
"""

from __future__ import annotations

import re

from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import Frame, M, P, T

_PAYER = r"(?:house-?holds?|propert(?:y|ies)|homes?|houses?|dwellings?|residents?|(?:council[\s-])?tax[\s-]?payers?|payers?|bills?|charges?|council\s+tax|families|family|owners?|occupiers?)"
_HOME = (
    rf"(?:(?:average|typical|standard|notional)\s+)?band\s+(?P<band>[a-h])(?:\s+equivalent)?(?:\s+(?:council\s+tax\s+)?{_PAYER}(?:['’]s?)?)*"
    rf"|{_PAYER}\s+(?:in|of|at)\s+(?:a\s+|council\s+tax\s+)*band\s+(?P<band2>[a-h])(?:\s+{_PAYER})?"
)
#: Who pays, and how much in all: not "more", not "extra".
_PAYS = re.compile(
    rf"\b(?:{_HOME})\b(?P<gap>[^.;:{chr(0xE000)}-{chr(0xE004)}]{{0,40}}?)\b(?:pay(?:s|ing)?|paid|(?:are|be|is|was|were|being)\s+(?:currently\s+|now\s+)?(?:charged|billed|asked\s+(?:to\s+pay|for)))\s+"
    rf"(?:{T}\s+)?(?:an?\s+|the\s+)?(?:total\s+(?:of\s+)?|annual\s+(?:charge|precept|sum)\s+of\s+)?(?P<first>{M}+)(?!\s+(?:(?:a|per|each|every)\s+\w+\s+)?(?:more|extra|less|additional)\b)"
)
#: The same of those that were told of before: "They are charged £224.56 at present".
_THEY_PAY = re.compile(
    rf"^\W*(?:(?:at\s+present|currently|today|now|until\s+now|last\s+year|this\s+year|{T}),?\s+)?(?:they|these\s+households|such\s+households)\s+(?:(?:now|currently|already)\s+)?"
    rf"(?:pay|paid|(?:are|were|will\s+be)\s+(?:now\s+|currently\s+)?charged|will\s+pay)\s+(?P<first>{M})"
)
_EVERY = r"(?:\s+(?:a|per|each|every)\s+(?:year|annum|month|week|day)|\s+p\.?a\.?|\s+annually|\s+(?:year|week)ly)"
#: How much more, and who pays it: "an increase of £15 a year for a Band D property", "a rise of 2% (£3.42 for Band D)".
_RISE_FOR = re.compile(
    rf"\b(?P<noun>increases?|rises?|uplift|reductions?|decreases?|cut|freeze|change)\s+(?:of\s+|by\s+)(?:an?\s+)?(?P<first>{M}|{P})(?:(?:\s*\(|,?\s+or\s+|,?\s+equivalent\s+to\s+|,\s+){{1}}(?P<second>{M}|{P}))?"
    rf"{_EVERY}?,?\)?,?(?:\s+(?:to|in|on|for)\s+the\s+[a-z\s]{{3,40}}?)?,?\s+(?:on|for|to|in\s+respect\s+of|in)\s+(?:an?\s+|the\s+|each\s+|those\s+|all\s+)?(?:{_HOME})\b"
)
#: "£3.42 for Band D", "£12 a year on a Band D bill", where a rise was told of before.
_FOR_HOME = re.compile(rf"(?P<first>{M}){_EVERY}?\)?,?\s+(?:on|for)\s+(?:an?\s+|the\s+|each\s+)?(?:{_HOME})\b")
_RISE = re.compile(r"\b(?:increas\w+|ris(?:e|es|ing)|uplift|extra|additional|more|up\s+by)\b[^.;]*$")
_BY_SO_MUCH = re.compile(r"(?:\b(?:by|extra|additional|further|or|adds?|adding|costs?|of)\s+(?:an?\s+)?|\(\s*|,\s+)$")
#: A band's own change: "a Band D increase of £9.99 (3.95%)", "the Band D charge up £9.99".
_BAND_RISE = re.compile(
    rf"\bband\s+(?P<band>[a-h])(?:\s+equivalent)?\s+(?:(?:council\s+tax|precept|tax|charge|police)\s+)*(?P<noun>increase|rise|uplift|reduction|cut)\s+of\s+(?:an?\s+)?(?P<first>{M}|{P})(?:\s*\(\s*(?P<second>{M}|{P})\s*\)|,?\s+or\s+(?P<third>{M}|{P}))?"
)
#: "8p more each week", "an extra £1 a month", ", which is close to £1 a month": what the rise is for a shorter time.
_SHORTER = re.compile(
    rf"(?P<first>{M})\s+(?:more|extra|additional)(?P<every>\s+(?:a|per|each|every)\s+(?:year|annum|month|week|day))"
    rf"|(?:which\s+(?:is|equates\s+to|works\s+out\s+at|amounts\s+to)|that\s+is|equivalent\s+to|equating\s+to|equal\s+to|or|,|–|-|:|\()\s+(?:an?\s+(?:extra|additional)\s+)?"
    rf"(?P<second>{M})(?P<every2>\s+(?:a|per|each|every)\s+(?:month|week|day))"
)
#: Sums with a band each: "31p a week more at Band A, or 46p a week more at Band D", "£3.36 a week at Band D and ours £1.70".
_AT_BAND = re.compile(
    rf"(?P<first>{M}){_EVERY}?(?P<more>\s+(?:more|extra))?\s+(?:(?:at|in|for|on)\s+)?(?:an?\s+|the\s+)?(?:council\s+tax\s+)?band\s+(?P<band>[a-h])\b(?:\s+and\s+ours\s+(?:was\s+|is\s+|paid\s+)?(?P<ours>{M}))?"
)
#: "for Band A to D properties": the sums of none of them.
_SEVERAL_BANDS = re.compile(r"\bbands?\s+[a-h]\s*(?:to|-|–)\s*(?:band\s+)?[a-h]\b")
_OF_A_LEVEL = re.compile(rf"\b(?:to|at|is|be|was)\s+{M}{_EVERY}?\s*,?\s*$")
_WAS_PAID = re.compile(r"\b(?:pa(?:y|ys|id|ying)|charged?|billed)\s+(?:about\s+|around\s+|some\s+|only\s+)?$")
_ROSE_TO = re.compile(r"\b(?:precept|tax|charge|bill)\b[^;:]*\b(?:to|at|is|was|of|stood\s+at|set\s+at)\s+$")
_RISE_OF = re.compile(
    r"\b(?:increase|rise|uplift|extra|additional)\s+(?:(?:of|is|was|will\s+be|would\s+be)\s+)?(?:an?\s+)?$"
)
_WHICH_IS = re.compile(r",\s+(?:which\s+is|that\s+is|or)\s+$")
#: Between the sums of two bands: "19p Band A and 29p Band D".
_AND_NEXT = re.compile(r"(?:\s+\w+)?(?:\s*,|,?\s+(?:and|or))\s+$")
_UP_BY = re.compile(r"\b(?:rose|rises?|risen|rising|increas(?:e|es|ed|ing)|up)\s+by\s+$")
#: "an increase in the police precept of £14.94": by so much.
_RISE_IN_PRECEPT = re.compile(
    r"\b(?:increase|rise|uplift)\s+(?:in|to|on)\s+(?:(?:the|its|our|their|his|her)\s+)?(?:[a-z]+\s+){0,4}?precept\s+of\s+(?:an?\s+)?$"
)
_FALLS = re.compile(r"reductions?|decreases?|cut")
_BAND = re.compile(r"\bband\s+(?P<band>[a-h])\b")
_PRECEPT_OF = re.compile(r"\bprecept\s+of\s+$")
_BY_AT_LAST = re.compile(r"\bby\s+$")


def council_tax(frame: Frame) -> Claims:
    """Levels and changes of the precept of a band.

    Examples: ``A Band D household will pay £207.55 for policing`` is a Band D precept of 207.55; ``an increase of £15 a year for a Band
    D property`` a change of 15; ``the owner of a Band D home will pay £273.50``; ``8p more each week`` beside one of these; ``They are
    charged £224.56 at present`` in the next sentence.
    """
    if (match := _THEY_PAY.search(frame.shape)) is not None:
        yield Claim(index_at(frame, match.start("first")), "", "actual", confidence=0.7)
    band = _BAND.search(frame.shape)
    if band is None or _SEVERAL_BANDS.search(frame.shape):
        return
    yield from _of_bands(frame)
    for match in _PAYS.finditer(frame.shape):
        yield Claim(index_at(frame, match.start("first")), _label(match), "actual", confidence=0.8)
    for pattern in (_RISE_FOR, _BAND_RISE):
        for match in pattern.finditer(frame.shape):
            falls = bool(_FALLS.fullmatch(match["noun"]))
            for group in ("first", "second", "third"):
                if match.groupdict().get(group):
                    index = index_at(frame, match.start(group))
                    money = frame.figures[index].figure.unit == "GBP"
                    yield Claim(
                        index,
                        _label(match),
                        "change" if money else "percent_change",
                        "current",
                        falls=falls,
                        confidence=0.8,
                    )
    for match in _FOR_HOME.finditer(frame.shape):
        lead = frame.shape[: match.start()]
        rise = _RISE_IN_PRECEPT.search(lead) or not _PRECEPT_OF.search(lead)
        if _RISE.search(lead) and _BY_SO_MUCH.search(lead) and rise:
            yield Claim(index_at(frame, match.start("first")), _label(match), "change", "current", confidence=0.75)
    for match in _SHORTER.finditer(frame.shape):
        group = "first" if match["first"] else "second"
        # "to increase to £232.74, which equates to £4.48 per week": the level for a shorter time.
        level = group == "second" and _OF_A_LEVEL.search(frame.shape[: match.start()])
        if group == "second" and not level and not _RISE.search(frame.shape[: match.start()]):
            continue
        if len({b["band"] for b in _BAND.finditer(frame.shape)}) > 1:
            # Of which band, nobody can tell.
            continue
        label = f"Band {band['band'].upper()} precept"
        statistic = "actual" if level else "change"
        yield Claim(index_at(frame, match.start(group)), label, statistic, "current", confidence=0.75)


def _of_bands(frame: Frame) -> Claims:
    """Each sum of its own band: what is paid, or how much more."""
    rises, told = False, 0
    for match in _AT_BAND.finditer(frame.shape):
        lead = frame.shape[: match.start()]
        goes_on = rises and (_WHICH_IS.search(lead) or _AND_NEXT.fullmatch(lead, told))
        told = match.end()
        index = index_at(frame, match.start("first"))
        rises = bool(
            match["more"] or _RISE_OF.search(lead) or _RISE_IN_PRECEPT.search(lead) or goes_on or _UP_BY.search(lead)
        )
        if rises:
            yield Claim(index, _label(match), "change", "current", confidence=0.8)
        elif _WAS_PAID.search(lead) or (_ROSE_TO.search(lead) and not _BY_AT_LAST.search(lead)):
            yield Claim(index, _label(match), "actual", confidence=0.75)
            if match["ours"]:
                yield Claim(index_at(frame, match.start("ours")), _label(match), "actual", confidence=0.75)


def _label(match: re.Match[str]) -> str:
    band = match["band"] or match.groupdict().get("band2") or ""
    return f"Band {band.upper()} precept"

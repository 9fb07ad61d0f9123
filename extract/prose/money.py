"""Money that is measured, not given: "savings of £10.5 million", "a residual funding gap of £1.7m in 2015/16 and £6.1m in 2016/17"."""

from __future__ import annotations

import itertools
import re

from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import BLANK, COUNT, MONEY, Frame, M
from extract.prose.phrases import before
from extract.wording import MONEY_MEASURED, OPENERS, TIES

_GIVEN = re.compile(
    r"\b(?:funded|funds|award(?:ed|s|ing)?|grant(?:ed|s)?|provid(?:ed|es|ing)|allocat(?:ed|es|ing|ion)|contribut(?:ed|es|ing|ions?)|"
    r"commission(?:ed|ing)|bids?|committed|ring-?fenc\w+|invest(?:ed|ment|ing)?|contract|cost\s+of|at\s+an?\s+cost|donat\w+|sponsor\w+|"
    r"secur(?:ed|ing)|received|claimed|purchas\w+|paid|pay)\b",
    re.IGNORECASE,
)
_NOUN = "|".join(sorted(MONEY_MEASURED, key=len, reverse=True))
_NOUNS = rf"(?:{_NOUN})(?:\s+(?:requirement|gap|savings?|target|pressures?|shortfall|increase)\b)*"
_BEFORE_NOUN = re.compile(
    rf"(?P<first>{M})\s+(?:(?:in|a|per|each|year|annum|p\.?a\.?|more|cashable|extra|additional|over|of(?!\s+funding))\s+)*"
    rf"(?P<what>(?:(?!(?:against|from|on|to|for|with|by|and|or|than|at|is|was|will|which|that)\b)[\w-]+\s+){{0,4}}?(?!band\b|household\b)(?:{_NOUNS}))\b"
)
_AFTER_NOUN = re.compile(
    rf"\b(?P<what>{_NOUNS})\b(?P<gap>(?:{BLANK}++|(?!\b(?:{_NOUN})\b)[^.;£{MONEY}{BLANK}]){{0,60}}?)(?:\b(?:of|is|are|was|were|be|to|at|nearer|totalling|stands?\s+at|"
    rf"stood\s+at|over|around|approximately|set|estimated)|:|\()\s*(?:which\s+)?(?P<first>{M})"
)


_RAISED = re.compile(
    rf"(?P<first>{M})\s+(?:will\s+be|is|was|to\s+be|has\s+been)\s+(?:raised|generated|saved)\s+(?:by|from|through)\s+(?:the\s+)?(?P<what>(?:[\w-]+\s+){{0,3}}?{_NOUNS})\b"
)
_SET_ASIDE = re.compile(r"[^.;]{0,60}?\b(?:set\s+aside|ring-?fenced|awarded|allocated|provided|committed|granted)\b")
_ASIDE = re.compile(rf"\([^(){COUNT}-{MONEY}]*\)")
#: Words between dashes: "my budget for 15/16 - which has to provide resources - at £171.573m".
_BETWEEN_DASHES = re.compile(rf"(?<=\s)[–—-]\s[^–—{COUNT}-{MONEY}]{{1,160}}?\s[–—-](?=\s)")
_ESTIMATED = re.compile(
    rf"(?:,?\s+(?:which|that))?(?:\s+(?:is|are|was|were|has\s+been))?(?:\s+(?:currently|now))?\s+(?:estimated|projected|forecast|valued|"
    rf"expected|anticipated)\s+(?:at|to\s+(?:be|cost|total|reach|stand\s+at))\s+(?P<first>{M})"
)
_SAVES = re.compile(
    rf"\b(?:sav(?:e|es|ed|ing))\s+(?:the\s+\w+\s+)?(?:an?\s+)?(?:further\s+|additional\s+|extra\s+|estimated\s+)?(?P<first>{M})"
)
_RAISES = re.compile(
    rf"\b(?:rais(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|yield(?:s|ed|ing)?|bring(?:s|ing)?\s+in)\s+(?:an?\s+)?(?:additional|extra|further)\s+"
    rf"(?P<first>{M})"
)
_PAYS = re.compile(
    rf"\b(?:pay(?:s|ing)?|cost(?:s|ing)?)\s+(?:[^\s,;.()]+\s+){{0,8}}?(?:an\s+)?(?:additional|extra)\s+(?P<first>{M})"
)
#: The label of what remains of a gap that was named before.
REMAINING = "+remaining"
_REMAINING = re.compile(rf"\bremaining\s+(?P<first>{M})")


def money(frame: Frame) -> Claims:
    """Savings, budgets, gaps, precepts and spending.

    Examples: ``which will realise savings of £10.5 million``, ``over £38 million in cashable efficiency savings``, ``a shortfall of £23m``.
    ``my budget for 15/16 - which … - at £171.573m``, ``contributions, which are estimated at £2.1m``, ``will raise an additional
    £1.038m``, and after a sentence about a gap ``the remaining £4.0m``. Money given for a purpose is none: ``provided £50,000 from the Ministry of Justice Victims Grant``.
    """
    if MONEY not in frame.shape:
        return
    shape = _ASIDE.sub(lambda m: " " * len(m.group()), frame.shape)
    shape = _BETWEEN_DASHES.sub(lambda m: BLANK * len(m.group()), shape)
    for match in itertools.chain(_BEFORE_NOUN.finditer(shape), _RAISED.finditer(shape)):
        if _SET_ASIDE.match(shape, match.end("first")):
            continue
        label = _compound(frame, match.end("what"))
        yield from _unless_given(frame, index_at(frame, match.start("first")), label, match.start("first"))
    for match in _AFTER_NOUN.finditer(shape):
        # "precept for an average Band D property is £256.15": the band only says whose.
        band = match["what"].lower() in ("band", "household")
        label = before(frame, match.end("gap")) if band else _compound(frame, match.end("what"))
        if band and not MONEY_MEASURED - {"band", "household"} & {*label.lower().split()}:
            continue
        # "The total commissioning budget": what belongs to the name gives nothing.
        at = match.start("what") - max(0, len(label) - len(match["what"]))
        yield from _unless_given(frame, index_at(frame, match.start("first")), label, at)
    for match in _ESTIMATED.finditer(frame.shape):
        label = before(frame, match.start())
        yield from _unless_given(frame, index_at(frame, match.start("first")), label, match.start() - len(label))
    for pattern, told, statistic in (
        (_SAVES, "+savings", "actual"),
        (_RAISES, "+additional raised", "change"),
        (_PAYS, "+additional paid", "change"),
        (_REMAINING, REMAINING, "actual"),
    ):
        for match in pattern.finditer(shape):
            yield Claim(index_at(frame, match.start("first")), told, statistic, confidence=0.75)


def is_money_measure(frame: Frame, label: str, at: int) -> bool:
    """Whether money said of ``label`` is measured: its words name savings, a budget, a gap; nobody is given it before ``at``."""
    words = re.findall(r"[a-z-]+", label.lower())
    return bool(MONEY_MEASURED & {*words}) and not _GIVEN.search(_near(frame, at))


def _unless_given(frame: Frame, index: int, label: str, at: int) -> Claims:
    if label and ("saving" in label.lower() or not _GIVEN.search(_near(frame, at))):
        yield Claim(index, label, "actual", confidence=0.8)


def _near(frame: Frame, at: int) -> str:
    """The words right before ``at``."""
    return re.split(r"[.;]", frame.text[max(0, at - 60) : at])[-1]


def _compound(frame: Frame, end: int) -> str:
    """The noun that ends at ``end`` with the words that belong to it: "residual funding gap", "council tax requirement"."""
    words: list[str] = []
    for word in reversed(before(frame, end).split()):
        if words and (word.lower().strip(",") in OPENERS or word.lower() in TIES or word[-1] in ",)"):
            break
        words.insert(0, word)
    return " ".join(words)

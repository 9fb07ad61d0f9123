"""Changes told by the sign of their figure: "(+19% nationally)", "at -4%"."""

from __future__ import annotations

import re

from extract.prose.claims import Claim, Claims, change_statistic, index_at
from extract.prose.frame import COUNT, MONEY, PERCENT, Frame, N
from extract.prose.phrases import after, before, subject

_AFTER_SIGNED = re.compile(
    r"\s+(?:annual\s+|overall\s+)?(?:change|variance|reduction|decrease|increase)?(?:\s+overall)?(?:\s+(?:for|in))?\s*(?=\w)"
)
#: The name of a list item before its colon: "- Violence with injury: ".
_ITEM = re.compile(r"(?:^|[;.])[\s•*–-]*(?P<what>[a-z][^:;.,()\ue000-\ue007]{2,60}?)\s*(?:\([^()]*\)\s*)?:\s*$")
_SAME_IN_NUMBERS = re.compile(
    rf"\s*\(\s*(?:or\s+)?(?P<first>{N})\s+(?:fewer\s+|more\s+|less\s+)?(?:[a-z]+\s*){{1,2}}\)"
)
_NOT_NAMED = re.compile(r"\s+(?:in|to|by|and|on|at|compared|against|from|than|with|for\s+the\s+same)\b")
_LEVEL = re.compile(f"[{COUNT}-{MONEY}]")
_TIE = re.compile(r"(?:\s+(?:at|of|was|is|by)|\s*:)\s*$")


def signed_changes(frame: Frame) -> Claims:
    """Changes told by a sign: ``(+19% in 4 weeks to end of June 2020 nationally and +13% in Lancashire)``, ``at -4%``, ``(- 70)``."""
    last = ""
    for index, stated in enumerate(frame.figures):
        if not stated.figure.signed or stated.figure.unit not in (None, "percent", "GBP"):
            continue
        lead = frame.shape[: stated.start]
        bracket = lead.rfind("(")
        label = ""
        if not _NOT_NAMED.match(frame.shape, stated.end) and (tie := _AFTER_SIGNED.match(frame.shape, stated.end)):
            label = after(frame, tie.end())
        if not label and bracket >= 0 and ")" not in lead[bracket:]:
            if not _LEVEL.search(lead[bracket:]):
                label = before(frame, bracket) or subject(frame, bracket)
        elif not label:
            tie = _TIE.search(lead)
            item = _ITEM.search(lead) if tie and lead.rstrip().endswith(":") else None
            label = frame.printed(item, "what") if item else before(frame, tie.start() if tie else stated.start)
        last = label or last
        yield Claim(index, last, change_statistic(stated), "current", confidence=0.85 if label else 0.75)
        # "-32.7 per cent (2,373 offences)": the same change in numbers.
        if stated.sign == PERCENT and (aside := _SAME_IN_NUMBERS.match(frame.shape, stated.end)):
            falls = stated.figure.value < 0
            yield Claim(
                index_at(frame, aside.start("first")), last, "change", "current", falls=falls, of=index, confidence=0.75
            )

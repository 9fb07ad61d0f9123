"""Two names and two figures: "shoplifting and arson rose by 17% (848) and 19% (787) respectively"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.prose.claims import Claim, index_at
from extract.prose.frame import ANY, AREA, COUNT, Frame, N, P

#: Two figures, each with the same in a bracket.
_BOTH = re.compile(
    rf"(?P<first>{ANY})(?:\s*\(\s*(?P<aside>{N}|{P})(?:\s+[a-z]+)?\s*\))?,?\s+and\s+(?:by\s+|to\s+|at\s+)?(?P<second>{ANY})(?:\s*\(\s*(?P<aside2>{N}|{P})(?:\s+[a-z]+)?\s*\))?"
    rf"(?:\s+(?!and\b)[^.,;(){COUNT}-{AREA}]{{1,30}})?,?\s+respectively\b"
)
_TWO = re.compile(
    r"(?:both\s+|the\s+|between\s+)*(?P<one>[^,]+?)\s+and\s+(?:the\s+)?(?P<other>(?:(?!\band\b)[^,])+)", re.IGNORECASE
)


def parted(frame: Frame, claims: dict[int, Claim]) -> dict[int, Claim]:
    """The claims of a sentence with "respectively" given to the first and the second of two names; without two names they are dropped.

    Example: ``Theft and arson rose by 17% and 19% respectively`` is 17 for theft and 19 for arson.
    """
    out = dict(claims)
    for match in _BOTH.finditer(frame.shape) if "respectively" in frame.shape else ():
        first, second = index_at(frame, match.start("first")), index_at(frame, match.start("second"))
        pairs = [(first, second)]
        if match["aside"] and match["aside2"]:
            pairs.append((index_at(frame, match.start("aside")), index_at(frame, match.start("aside2"))))
        told = out.get(first)
        names = _TWO.fullmatch(told.label) if told else None
        for one, other in pairs:
            claim = out.get(one)
            out.pop(one, None)
            out.pop(other, None)
            if claim and names and frame.figures[one].sign == frame.figures[other].sign:
                out[one] = replace(claim, label=names["one"].strip(), of=None)
                out[other] = replace(claim, figure=other, label=names["other"].strip(), of=None)
    return dict(sorted(out.items()))

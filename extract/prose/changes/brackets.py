"""Changes in brackets behind their level, and items of lists that come on top: "£244.679m (up £8.874m)", "officers: 91 more"."""

from __future__ import annotations

import re

from extract.prose.changes.by_how_much import changed_by
from extract.prose.changes.what_changed import told_right_before
from extract.prose.changes.words import DOWN_NOUN, UP_NOUN
from extract.prose.claims import Claims
from extract.prose.frame import AREA, COUNT, TIME, Frame, M, N, P

_IN_BRACKET = re.compile(
    rf"[{COUNT}-{TIME}](?:\s+(?!and\b|or\b)[a-z]+){{0,2}}\s*\(\s*(?:which\s+is\s+|this\s+is\s+)?(?P<word>up|down|(?:an?\s+)?(?:{UP_NOUN}|{DOWN_NOUN})(?=\s+of))\s+(?:by\s+|of\s+)?(?P<first>{P}|{N}|{M})"
)
_ITEM_MORE = re.compile(
    rf"^[\s•*·–-]*(?P<what>[a-z][^:.;,(){COUNT}-{AREA}]{{2,50}}?)\s*:\s*(?P<first>{N}|{M})\s+(?P<word>more|fewer|less)(?=\s*(?:$|[,.;)]))"
)


def bracketed_changes(frame: Frame) -> Claims:
    """The change of a level in brackets right behind it, and what a list item says comes on top.

    Examples: ``net revenue budget: £244.679m (up £8.874m on 2020/21)``, ``1,204 offences (an increase of 12%)``, ``police officers: 91
    more``.
    """
    for match in _IN_BRACKET.finditer(frame.shape):
        told = told_right_before(frame, match.start("word"))
        if told is not None:
            yield changed_by(frame, match, "first", "", match["word"], of=told)
    for match in _ITEM_MORE.finditer(frame.shape):
        label = frame.printed(match, "what")
        yield changed_by(frame, match, "first", label, match["word"])

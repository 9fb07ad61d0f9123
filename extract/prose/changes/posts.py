"""People and posts that went or came: "the force lost 408 officers", "fifty posts were expected to go"."""

from __future__ import annotations

import re

from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import COUNT, Frame, N, P

_ANY_LOSS = (
    "lost",
    "lose",
    "losing",
    "shed",
    "axed",
    "gain",
    "added",
    " go",
    " cut",
    "disappear",
    "removed",
    "deleted",
    "abolished",
    "disestablished",
)
#: What an organisation has fewer or more of now: "the force lost 408 officers and staff (27 percent)".
_LOST = re.compile(
    rf"\b(?P<verb>lost|lose|losing|shed|axed|gained|gain|added)\s+(?:a\s+total\s+of\s+|another\s+|a\s+further\s+)?(?P<first>{N})\s+(?P<what>(?:[a-z-]+\s+){{0,3}}?{{people}}(?:\s+(?:and|or)\s+(?:[a-z-]+\s+)?{{people}})?)\b(?:\s*\(\s*(?P<second>{P})\s*\))?".replace(
        "{people}",
        r"(?:officers|staff|posts?|pcsos|constables|employees|jobs|roles|detectives|volunteers|specials|sergeants|inspectors|investigators|cadets|people)",
    )
)
#: What is to go: "Fifty officer posts and forty civilian posts were expected to go".
_TO_GO = re.compile(
    rf"(?P<first>{N})\s+(?P<what>(?:[a-z-]+\s+){{0,3}}?(?:posts?|jobs|roles|officers|pcsos|staff))(?:\s+and\s+(?P<second>{N})\s+(?P<what2>(?:[a-z-]+\s+){{0,3}}?(?:posts?|jobs|roles|officers|pcsos|staff)))?"
    r"\s+(?:(?:were|was|are|is|will|would|could|may|might|have|had|has|been|be|expected|due|likely|set|planned|to|then|also|being)\s+)+(?:go(?=\s*(?:$|[.,;)]|by\b|over\b|in\b|under\b|as\b|during\b|next\b|this\b))|going|lost|cut|axed|disappear|removed|deleted|shed|abolished|disestablished)\b"
)


def losses(frame: Frame) -> Claims:
    """People and posts that went or came: ``the force lost 408 officers and staff (27 percent)``, ``fifty posts were expected to go``."""
    if COUNT not in frame.shape or not any(word in frame.shape for word in _ANY_LOSS):
        return
    for match in _LOST.finditer(frame.shape):
        falls = not match["verb"].startswith(("gain", "add"))
        label = frame.printed(match, "what")
        index = index_at(frame, match.start("first"))
        yield Claim(index, label, "change", "current", falls=falls, confidence=0.8)
        if match["second"]:
            share = index_at(frame, match.start("second"))
            yield Claim(share, label, "percent_change", "current", falls=falls, of=index, confidence=0.75)
    for match in _TO_GO.finditer(frame.shape):
        for figure, what in (("first", "what"), ("second", "what2")):
            if match[figure]:
                label = frame.printed(match, what)
                yield Claim(
                    index_at(frame, match.start(figure)), label, "change", "current", falls=True, confidence=0.75
                )

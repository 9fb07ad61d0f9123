"""Figures that measure nothing: numbers of a contents page, of a definition or an example, of a distance from a target."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.prose.claims import Claim
from extract.prose.frame import AREA, COUNT, MONEY, PERIOD, Frame
from extract.wording import COUNTED, VERBS

_NOT_READ = re.compile(
    r"^\W*(?:also\s+)?(?:present|in\s+attendance|apologies|attended\s+by)\s*:|\bdefin(?:ition|ed\s+as)\b|\bcontact\s+for\s+further\b|\bpdf\s+icon\b|\bcan\s+be\s+seen\s+[a-z]+ing\b",
    re.IGNORECASE,
)
#: What is only supposed, to explain how figures are read: "If satisfaction goes from eighty to eighty-four it has risen by …".
_SUPPOSED = re.compile(
    r"\W*(?:(?:for\s+(?:example|instance)|so),?\s+)?(?:(?:if|when)\s+(?:an?\s+|the\s+)?[^,;.£]{0,60}?\b(?:goes|go|rises|falls|moves|drops|grows|is|climbs)\s+from\b|(?:suppose|imagine|say)\b)",
    re.IGNORECASE,
)
#: What people do in a picture, and how many of them may be in it.
_DOING = re.compile(
    r"\b(?:walk|stand|sitt|talk|speak|chatt|meet|pos|smil|hold|visit|look|watch|learn|listen|hear|join|launch|open|present|plant|clean|present|shak|greet|wear)ing\b|\b(?:pictured|alongside|left|right)\b"
)
_FEW = 10
_SO_MANY_TIMES = re.compile(r"\s+times\b")
_OFF = re.compile(
    r"(?:\s+or\s+[\d,.]+%?)?\s+(?:(?:percentage\s+)?points?\s+|officers\s+|posts\s+|staff\s+|calls\s+|crimes\s+|offences\s+|incidents\s+|burglaries\s+|days\s+)?(?:above|below|over|under|short\s+of|ahead\s+of|off|(?:better|worse|higher|lower|fewer|more|less)\s+than)\s+"
    r"(?:(?:the|its|our|their|this|that)\s+)?(?:[a-z]+\s+)?(?:targets?|budget|establishment|strength|average|plan|ambition|mean)\b"
    r"|\s+(?:higher|lower|better|worse|fewer|more|less)\s+than\s+(?:the\s+|any\s+|our\s+)*(?:highest|lowest|best|worst|largest|smallest|other|next|neighbouring)\b",
    re.IGNORECASE,
)
_LEVEL_OF_A_TIME = re.compile(rf":\s*{COUNT}+\s*\(\s*{PERIOD}+\s*[:=–-]\s*{COUNT}")
_FROM_TO = re.compile(rf"\bfrom\s+{COUNT}+\s+to\s+{COUNT}")
#: Between the figures of a list in words, and behind its last: "1,053 staff, 274 officers and 271 specials".
_PARTED = re.compile(r",\s+(?:and|with|plus)\b|(?:,|;|\band|\bwith|\bplus)\s")
_WORD_OR_TIME = re.compile(r"[a-z\ue005]{3}")
_NUMBERED_TITLE = re.compile(
    r"\W*\d{1,3}\s+(?P<title>[A-Z][\w'’-]*\s+(?:(?:[A-Z][\w'’-]*|and|of|the|in|for|on|to|&|–|-)\s+){2,12}(?P<last>[A-Z][\w'’-]*))\W*"
)
#: "One of only five forces": how many share something.
_ONE_OF = re.compile(r"\bone\s+of\s+(?:(?:only|just|the|these|those|some|our|its)\s+)*$", re.IGNORECASE)
#: How far past a target: "exceeding the uplift target by 136 officers".
_BEATS = re.compile(
    rf"\b(?:exceed(?:ed|s|ing)?|beat(?:s|ing)?|surpass(?:ed|es|ing)?|miss(?:ed|es|ing)?|overshot)\s+[^.;,{COUNT}-{AREA}]{{0,60}}\b(?:targets?|establishment|ambition|goal)\s+by\s+$"
)
_NAME_AT_LAST = re.compile(r"\s+[a-z][a-z -]{3,40}\W*$")


def states_nothing(this: Frame) -> bool:
    """True for a sentence that defines something or explains how figures are read, by figures of nothing and of no time."""
    if _NOT_READ.search(this.text) or _is_caption(this) or _is_numbered_title(this):
        return True
    return bool(_SUPPOSED.match(this.text)) and not this.periods and MONEY not in this.shape


def _is_caption(this: Frame) -> bool:
    """True for what stands below a picture: "The Commissioner walking through the park with two officers"."""
    return (
        this.text.rstrip()[-1:].isalpha()
        and bool(_DOING.search(this.shape))
        and all(f.worded and f.figure.value <= _FEW for f in this.figures)
        and bool(this.figures)
        and not VERBS & {word.strip(".,;:()").lower() for word in this.text.split()}
    )


def _is_numbered_title(this: Frame) -> bool:
    """True for the number of an item with its title: "119 Burglary and Vehicle Crime in Bromsgrove"; not "12 Fixed Penalty Notices"."""
    if len(this.figures) != 1 or this.figures[0].sign != COUNT or this.figures[0].worded:
        return False
    match = _NUMBERED_TITLE.fullmatch(this.text)
    return bool(match and this.figures[0].start <= match.start("title") and match["last"].lower() not in COUNTED)


def is_list_of_numbers(this: Frame, *, listed: bool) -> bool:
    """True for words and numbers without a verb: the axis of a chart, a table of contents ("Trends 7 Drivers 9 Passengers 11")."""
    if len(this.figures) < (4 if listed else 2) or any(f.sign != COUNT or f.figure.signed for f in this.figures):
        return False
    if _LEVEL_OF_A_TIME.search(this.shape) or _FROM_TO.search(this.shape):
        # "Robbery: 88 (2020/21: 75)", "Surrey: from 1,930 to 2,030"
        return False
    gaps = [this.shape[a.end : b.start] for a, b in pairwise(this.figures)]
    if all(_is_named_and_parted(gap) for gap in gaps) and _NAME_AT_LAST.match(this.shape, this.figures[-1].end):
        # "Norfolk: 1,053 staff, 274 community support officers and 271 specials"
        return False
    return not VERBS & {word.strip(".,;:()").lower() for word in this.text.split()}


def _is_named_and_parted(gap: str) -> bool:
    """True for what stands between two figures of a list in words: " staff, ", " in 2014-15, with ", ", and as many as "."""
    parted = _PARTED.search(gap)
    return bool(
        parted
        and (
            _WORD_OR_TIME.search(gap[: parted.start()])
            or (not parted.start() and gap[0] == "," and len(parted.group()) > 2)
        )
    )


def is_off_a_level(this: Frame, claim: Claim) -> bool:
    """True where a figure says how far off a target or average something is, and not how much: "54 above its target", "by three times"."""
    stated = this.figures[claim.figure]
    if _BEATS.search(this.shape, 0, stated.start):
        return True
    if stated.sign == COUNT and _ONE_OF.search(this.text, 0, stated.number_start):
        return True
    if claim.statistic == "change" and stated.sign == COUNT and _SO_MANY_TIMES.match(this.shape, stated.end):
        return True
    if claim.statistic not in ("actual", "share", "target") or claim.label.endswith(("overspend", "underspend")):
        return False
    return stated.figure.points or bool(_OFF.match(this.text, stated.end))

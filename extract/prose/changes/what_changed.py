"""What a change is one of: the noun phrase beside the word of change, or the figure told right before it."""

from __future__ import annotations

import re

from extract.prose.frame import COUNT, TIME, Frame, T
from extract.prose.phrases import after, before, participle, subject
from extract.wording import VERBS, word_set

#: Words that are in no name of what changed: "crime was 6% lower and ASB 11% lower", not "and it was 11% lower".
NO_NAME = VERBS | word_set(
    "in at on for pay pays paid up down it this that by to from than compared nationally overall which who also is a an"
)
_IN = re.compile(
    r"^[\s,]*(?:(?:year[\s-]on[\s-]year|overall|annually|also|seen)\s+)*(?P<tie>in|of|to|for)\s+(?!comparison|total\b(?!\s+(?!of\b|by\b|to\b|from\b|over\b|since\b|for\b|and\b|this\b|was\b|is\b|at\b|compared\b|in\b|on\b|during\b|with\b)[a-z])|line\b|order\b|addition|this\b|that\b|the\s+(?:same|last|past|previous|period|year|quarter|month|reporting\s+(?:period|year|quarter|month))\b)"
)
#: The other nouns of a list: ", theft and arson".
_NEXT_NOUN = r"(?!and\b|but\b|which\b|who\b|with\b|while\b|whilst\b|an?\b|the\b|in\b|this\b|it\b|there\b|as\b|or\b|up\b|down\b|compared\b)[a-z][\w’'-]*(?:\s+(?!and\b|in\b|over\b|for\b|of\b|by\b|during\b|since\b|compared\b|which\b)[a-z][\w’'-]*){0,3}"
_OTHERS = re.compile(
    rf"(?:,\s+{_NEXT_NOUN})+,?\s+and\s+{_NEXT_NOUN}(?=\s*(?:[.;:()]|$|,|[\ue000-\ue007]|\b(?:in|over|during|since|compared|for|by|of)\b))"
)
_OPENED = re.compile(r",?\s*\((?:both|each|all|now|also)?\s*$")
_AUXILIARY = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|will|would|also|now|been|being|expected|projected|forecast|likely|due|set|anticipated|planned|to|more\s+than|almost|nearly)\s+)+$"
)
_ITS_OBJECT = re.compile(rf"\s+(?:the|a|an|its|our|their)\s+(?:{T}\s+)?(?=\w)")
_NEXT_CLAUSE = re.compile(r"[;:]|\.(?!\d)|\b(?:while|but|whereas|although)\b")
#: What something counts as: "the number of crimes considered ‘solved’", "offences classed as violent".
_HELD_TO_BE = re.compile(
    r"\s+(?P<what>(?:considered|deemed|(?:classed|classified|counted|treated|regarded|flagged|marked)\s+as)\s+['‘“\"]?[a-z][a-z-]+(?:['’”\"])?)(?=\s*(?:[.,;)]|$|in\b|to\b|by\b|over\b|and\b))"
)
#: What a clause puts between commas or dashes before its verb.
_ASIDE = re.compile(
    rf"(?:,\s+(?:where|which|who|whose|such\s+as|includ(?:ing|es)|exclud(?:ing|es)|not\s+including|like|as\s+well\s+as|along\s+with|together\s+with|especially|particularly|defined\s+as|meaning|i\.e\.|e\.g\.|at\s+first)\b[^.;:{COUNT}-{TIME}]{{2,200}},"
    rf"|\s[–—-]\s[^.;:–—{COUNT}-{TIME}]{{2,200}}(?:\s[–—-]|,))\s*$"
)
#: Within what time something is done, at the end of a subject.
_LIMIT = re.compile(
    rf"(?<=\w)(?P<done>\s+(?:(?:being\s+)?[a-z]+ed\s+(?:to\s+)?)?(?:within|in|in\s+under|under|inside)\s+(?:the\s+)?{TIME}+)\s*$"
)
_BEING_DONE = re.compile(r"\s+being\s+\w+ed\b")


def told_right_before(frame: Frame, at: int) -> int | None:
    """The figure that stands right before an apposition at ``at``, with no other clause between: "a precept of £236, an increase …"."""
    index = max((i for i, f in enumerate(frame.figures) if f.end <= at), default=None)
    if index is None or _NEXT_CLAUSE.search(frame.shape[frame.figures[index].end : at]):
        return None
    return index


def named_after(frame: Frame, at: int, end: int | None = None) -> str:
    """The noun phrase after "in", "of" or "to", if one follows: "decrease in recorded offences"."""
    match = _IN.match(frame.shape[at : len(frame.shape) if end is None else end])
    if match is None or (match["tie"].lower() == "for" and frame.shape[:at].lower().endswith("uplift")):
        return ""
    label = after(frame, at + match.end())
    if label and (more := _others_of_list(frame, at + match.end(), label)):
        return f"{label}{more}"
    # "in the number of victims being referred": what is done with them belongs to the label.
    last = frame.text.find(label.split()[-1], at) + len(label.split()[-1]) if label else 0
    if label and (held := _HELD_TO_BE.match(frame.shape, last)):
        return f"{label} {frame.printed(held, 'what')}"
    done = _BEING_DONE.match(frame.shape[last:]) and participle(frame, last)
    return f"{label} {done}" if done else label


def _others_of_list(frame: Frame, at: int, label: str) -> str:
    """What a list joins to its first noun, of all of which one figure tells: ", theft and arson" of "in robbery, theft and arson"."""
    end = frame.text.find(label, at) + len(label)
    more = _OTHERS.match(frame.shape, end) if end > at else None
    if more is None or (VERBS - {"recorded", "reported"}) & {word.strip(",") for word in more.group().split()}:
        return ""
    return frame.text[end : more.end()].rstrip()


def named_around(frame: Frame, start: int, end: int, gap_end: int) -> str:
    """The label of a change word: after "in" for a noun ("increase in the number of PCSOs"), else the subject before it."""
    named = named_after(frame, end, gap_end) or object_of_verb(frame, end, gap_end)
    if named:
        return named
    if opened := _OPENED.search(frame.shape, 0, start):
        # "robberies (down 12.8%), vehicle offences, (down 10.5%)": what stands before the bracket.
        start = opened.start()
    verb = _AUXILIARY.search(frame.shape[:start])
    at = verb.start() if verb else start
    if (aside := _ASIDE.search(frame.shape[:at])) and (named := before(frame, aside.start())):
        # "Violent crime, where someone was hurt, fell": what stands before the aside.
        return named
    if (limit := _LIMIT.search(frame.shape[:at])) and (named := before(frame, limit.start("done"))):
        # "The number of calls answered within ten seconds rose": with the limit.
        return f"{named} {frame.printed(limit, 'done')}"
    return before(frame, at) or subject(frame, start)


def object_of_verb(frame: Frame, end: int, gap_end: int) -> str:
    """What a verb changes, which stands between ``end`` and ``gap_end``; empty where nothing does: "increasing the time to finalise a complaint to 145 working days"."""
    match = _ITS_OBJECT.match(frame.shape[end:gap_end])
    return after(frame, end + match.end()) if match else ""

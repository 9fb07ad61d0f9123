"""Ranks in words: "their number one priority", "fourth most important", "ranked 3rd out of 8"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.prose.frame import Frame, rank_word
from extract.prose.phrases import after, before, is_generic, opening, says_nothing, subject, trimmed_end
from extract.wording import lowered, small_words

_ORDINAL = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"
_RANKS = (
    re.compile(r"\b(?:number|no\.?)\s+(?P<rank>one|two|three|1|2|3)\s+(?P<noun>priority|concern|issue|force)\b"),
    re.compile(
        rf"\b(?P<rank>{_ORDINAL})\s+(?P<noun>most\s+\w+|least\s+\w+|highest|lowest|best|worst|largest|smallest)\b",
    ),
    re.compile(
        r"\b(?:rank(?:s|ed|ing)?(?:\s+(?:the\s+force|us|it))?|placed|position(?:ed)?|comes?|came|is|are|was|were|at|in)\s+(?:as\s+|joint\s+|in\s+|of\s+)?"
        rf"(?P<rank>{_ORDINAL})(?:\s+(?:place|position))?\s+(?P<noun>out\s+of|of\s+(?:the\s+)?\d+|"
        r"in\s+(?:england|the\s+uk|britain)\b|in\s+(?:the|our|its)\s+(?:country|msg|group|region|force|most\s+similar|family)|nationally|regionally|against\s+msg)",
    ),
)
_FIRST = r"(?:one|two|three|1|2|3)"
#: One of these is in every rank.
_RANK_WORD = re.compile(small_words(rf"number\s+{_FIRST}|no\.?\s+{_FIRST}|{_ORDINAL}") + r"\s")
#: In what somebody is ranked: "42nd of 43 forces in national funding", "9th in England and Wales for satisfaction".
_RANKED_IN = re.compile(
    r"(?:\s+(?:and\s+wales|\d+|(?:the\s+)?(?:\d+\s+)?forces|in\s+england(?:\s+and\s+wales)?|in\s+the\s+country))*\s+(?:in|for|on|by)\s+(?:the\s+|its\s+)?(?!england|wales|the\s+country)"
)
#: Two ranks: "burglary fell from 35th to 19th".
_FROM_TO = re.compile(
    rf"\b(?P<verb>(?:ris(?:en|es|ing|e)|rose|fall(?:en|s|ing)?|fell|mov(?:ed|es|ing|e)|climb(?:ed|s|ing)?|drop(?:ped|s|ping)?|improv(?:ed|es|ing|e)|went|gone|slipped|jumped|up|down)\b(?:\s+(?:up|down|(?:\d+|[a-z]+)\s+places?))?)(?P<gap>(?:\s+[^\s.;,]+){{0,6}}?)\s+from\s+"
    rf"(?P<first>{_ORDINAL})(?:\s+(?:place|position|highest|lowest|best|worst))?(?:\s+(?:nationally|in\s+the\s+country))?\s+to\s+(?P<rank>{_ORDINAL})\b(?!\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december|century))"
)
_NO_RANK = re.compile(r"\s+(?:time|quarter|year|month|phase|stage)")
_OF_WHAT_FOLLOWS = re.compile(r"highest|lowest|best|worst|largest|smallest")
_PART_OF_RANK = re.compile(r"most|least|highest|lowest|best|worst|largest|smallest|priority|concern|issue")
_FOR = re.compile(r"(?:\s+(?:in|of)\s+(?:the\s+)?[a-z]+(?:\s+and\s+[a-z]+)?)?\s+for\s+")
#: Among whom something is ranked: "second lowest in its group".
_IN_WHOM = re.compile(r"\s+(?:in|of|among|amongst|across|within|nationally)\b")
_FROM_BOTTOM = re.compile(r"least|lowest|worst|smallest")
_WISH = re.compile(r"[.;,()]|\b(?:see|want|wanting|saying|said|as|but|is|with)\b")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rank in words; ``note`` says where it is counted from the bottom."""

    start: int
    end: int
    rank: int
    label: str
    note: str | None = None


def may_rank(text: str) -> bool:
    """Whether a sentence holds the wording of a rank: it may have no other figure."""
    low = lowered(text)
    return bool(_RANK_WORD.search(low)) and (
        any(pattern.search(low) for pattern in _RANKS) or bool(_FROM_TO.search(low))
    )


def ranks(frame: Frame) -> list[Ranked]:
    """The ranks that a sentence gives in words.

    Examples: ``Solving major crimes remains firmly embedded as their number one priority`` 1, ``patrols where there are regular
    reports of crime (fourth most important priority)`` 4, ``ranked 3rd out of 8`` 3.
    """
    out: list[Ranked] = []
    if not may_rank(frame.text):
        return out
    low = lowered(frame.text)
    for match in _FROM_TO.finditer(low):
        named = before(frame, match.start("verb"))
        label = "" if not named or says_nothing(named) or is_generic(named) else named
        for group in ("first", "rank"):
            rank = rank_word(match[group])
            if rank is not None:
                note = "before" if group == "first" else None
                out.append(Ranked(match.start(group), match.end(group), rank, label, note))
    for pattern in _RANKS:
        for match in pattern.finditer(low):
            rank = rank_word(match["rank"])
            if rank is None or _NO_RANK.match(low, match.end()):
                continue
            bracket = frame.shape[: match.start()].rstrip().endswith("(")
            label = _in_front(frame, match.start()) if bracket else subject(frame, match.start())
            if _OF_WHAT_FOLLOWS.match(match["noun"]):
                # "the 9th highest rate of victim satisfaction": what is ranked comes after.
                of = _FOR.match(low[match.end() :])
                told = (
                    ""
                    if _IN_WHOM.match(low, match.end()) and not of
                    else after(frame, match.end() + (of.end() if of else 0))
                )
                label = told or label or opening(frame)
            wording = _PART_OF_RANK.match(match["noun"])
            if not label or says_nothing(label) or label.lower().endswith(("force", "constabulary", "police")):
                # "the force ranks 9th in England and Wales": in what, the text before tells.
                if bracket or pattern is not _RANKS[-1]:
                    continue
                of = _RANKED_IN.match(low, match.end())
                label = after(frame, of.end()) if of else ""
                if of and (not label or says_nothing(label)):
                    continue
            if label or pattern is _RANKS[-1]:
                bottom = _FROM_BOTTOM.match(match["noun"])
                end = match.end() if wording else match.end("rank")
                out.append(Ranked(match.start("rank"), end, rank, label, "from the bottom" if bottom else None))
    return out


def _in_front(frame: Frame, at: int) -> str:
    """What stands before a bracket, back to a verb of wish: "patrols where there are regular reports of crime"."""
    lead = frame.text[:at].rstrip(" (")
    words = _WISH.split(lead)[-1].split()
    return " ".join(trimmed_end(words[-10:]))

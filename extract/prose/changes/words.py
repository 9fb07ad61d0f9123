"""The words of change: verbs and nouns of rising and of falling, as parts of expressions, and which of them is which."""

from __future__ import annotations

import re

from extract.prose.frame import COUNT, TIME, Frame
from extract.wording import small_words

#: Alternatives for expressions over the shape of a sentence, which is in small letters.
UP_VERB = (
    r"increas(?:ed|es|ing|e)|ris(?:es|en|ing|e)|rose|gr(?:ew|own|ows|owing|ow)|improv(?:ed|es|ing|e)|climb(?:ed|ing)|jumped|gained|"
    r"(?:went|gone|going|goes|go|came|come|coming|comes)\s+up|doubled|trebled|tripled|soar(?:ed|ing)|surg(?:ed|ing)|rocketed|spiked|expanded"
)
DOWN_VERB = (
    r"decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|e)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:ed|es|ing|e)|(?:went|gone|going|goes|go|came|come|coming|comes|brought)\s+down|"
    r"halved|plunged|plummeted|slipped|dipped|slumped|worsened|shrank|shrunk|cut(?:ting)?|lower(?:ed|ing)|deteriorated"
)
UP_NOUN = r"increases?|rises?|growth|uplift|improvements?|jump|gain|surge|spike|hike"
DOWN_NOUN = r"decreases?|reductions?|falls?|drops?|declines?|cuts?|deterioration|shrinkage|dip|slump"
CHANGE_WORD = rf"{UP_VERB}|{DOWN_VERB}|{UP_NOUN}|{DOWN_NOUN}"
#: What may stand between a verb of change and its figure: "fell further", "rose on average".
ADVERB = r"(?:\s+(?:\w+ly|further|overall|again|year[\s-]on[\s-]year|in\s+total|on\s+average|also))"
#: What may stand between "to" and the level that a change leads to: "to a record 3,610", "to an all-time low of 120".
NEW_LEVEL = r"(?:(?:(?:an?|the|just|only|its)\s+)?(?:(?:new|record|all-time|historic|current|highest|lowest|high|low|peak|level|ever|total|of)\s+){1,4}|(?:just|only)\s+)?"
ANY_CHANGE = re.compile(small_words(f"{CHANGE_WORD}|up|down|change|rais|boost|bring|taking|went|gone|moved"))
_FALLS = re.compile(rf"(?:{DOWN_VERB}|{DOWN_NOUN}|down|lower|smaller|fewer|less|worse|below)$")
#: A level before and after, whatever verb they have: "is to go from 91 to 50".
_ANY_FROM_TO = re.compile(rf"\bfrom\s[^.;]{{0,60}}?[{COUNT}-{TIME}][^.;]{{0,60}}?\sto\s")


def may_change(frame: Frame) -> bool:
    """Whether a sentence has any word of change at all; without one the rules for verbs and nouns of change find nothing."""
    return bool(ANY_CHANGE.search(frame.shape) or _ANY_FROM_TO.search(frame.shape))


def tells_fall(word: str) -> bool:
    """Whether a word or phrase of change is one of falling: ``reduction``, ``went down``, ``fewer``; not ``increase``, ``change``."""
    return bool(_FALLS.search(" ".join(word.split())))

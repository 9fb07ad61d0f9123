"""Labels that name nothing that is measured: what is left of a sentence where no noun was found, and names that do not suit their figure."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.prose.frame import COUNT, PERCENT, Stated
from extract.wording import word_set

#: With what no name begins: "between April and August", "improved", "almost".
_OPENS_NO_NAME = word_set(
    "between during since until compared than like almost nearly even if because so before improved worsened drop drops amid "
    "throughout towards despite them these those themselves us according"
)
#: What is no name by itself, of whatever it is said.
_SAYS_HOW = word_set(
    "almost nearly roughly like rolling provisional preliminary interim early initial final year-end achievement figures figure number numbers data results "
    "result picture trend trends position pre-covid average of the a target targets level levels work change changes again square aspirational stretch stretching ambitious challenging own minute minutes hour hours second seconds"
)
#: A group alone; behind it may stand what is measured of it: "Among victims of ASB satisfaction went up".
_AMONG = re.compile(
    r"among(?:st)?\s+(?:(?:the|all|those|our|its|these)\s+)*[\w'’-]+(?:\s+(?:of|in|from)\s+(?:the\s+)?[\w'’-]+)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’-]+")
#: What was done and no noun: "returned to normal levels", "covered in the report", "related to drugs".
_DONE_TO = re.compile(r"(?!(?:re)?offend)[a-z]+ed\s+(?:to|at|in|by|from|for|with|on)\b")
#: Where figures are printed, and not what they are of: "end-of-year figures for the force", "Police and Crime Plan".
_PRINTED_WHERE = re.compile(
    r"(?:(?:the|latest|new|annual|official|provisional|preliminary|quarterly|national|local|end-of-year|year-end|home\s+office|ons|published)\s+)+(?:figures|statistics|stats|data|results|numbers)"
    r"(?:\s+(?:for|from|of)\s+(?:the|our|all|this)\s+(?:force|forces|county|constabulary|police|year|home\s+office|area))?",
    re.IGNORECASE,
)
_FIGURES_OF = re.compile(
    r"(?:\w+\s+){0,3}(?:figures|statistics|stats|data)\s+(?:from|released|published|by|out|obtained)\b", re.IGNORECASE
)
_EFFORTS = word_set("improvements achievements efforts successes challenges")
_PAPER = re.compile(
    r"(?:[A-Z][\w'’&-]*|and|of|the|for)(?:\s+(?:[A-Z][\w'’&-]*|and|of|the|for))*\s+(?:Plan|Strategy|Report|Framework|Act|Review|Survey|Inspection|Statement|Scorecard)"
)
_BODY_DID = re.compile(
    r"(?:police|constabulary|force|council|office)\s+(?:recorded|reported|received|took|saw|had|made)$", re.IGNORECASE
)
_CUT_NAME = re.compile(r"(?:^|\s)['’]s\s")
#: What lasts, and so is no percentage: "average wait time".
_LASTS = re.compile(
    r"\b(?:times?|waits?|delays?|duration)\b(?!\s+(?:[a-z]+\s+)*(?:targets?|off|met|within|employees?|staff|officers|students))(?!.*\b(?:within|compliance|target|proportion|percentage)\b)",
    re.IGNORECASE,
)
_ANY_OFFENCES = re.compile(r"(?:offences|crimes)(?:\s+(?:were\s+)?(?:recorded|reported|committed))?", re.IGNORECASE)
_FEW = 10


@lru_cache(maxsize=4096)
def names_nothing(label: str, *, said: bool = False) -> bool:
    """Whether a label is no name of anything measured: ``between April and August``, ``almost``, ``improved 's figure``.

    ``said``: it may be what a part of those asked said or did, "agreed with the increase".
    """
    first = label.split(" – ")[0]
    words = [word.lower() for word in _WORD.findall(first)]
    return (
        not words
        or words[0] in _OPENS_NO_NAME
        or all(word in _SAYS_HOW for word in words)
        or bool(_AMONG.fullmatch(first))
        or bool(_CUT_NAME.search(first) or (not said and _DONE_TO.match(first)) or _BODY_DID.search(first))
        or "•" in first
        or words[-1] in _EFFORTS
        or bool(_FIGURES_OF.match(first))
        or bool(_PRINTED_WHERE.fullmatch(first) or _PAPER.fullmatch(first))
    )


def suits(label: str, statistic: str, stated: Stated) -> bool:
    """Whether a level may be one of what is named: no percentage of a time, and not a handful of all crime.

    Examples: ``average wait time`` of 83% and ``offences recorded`` of 2 are none; ``offences recorded`` of 120 is.
    """
    if statistic not in ("actual", "share"):
        return True
    if stated.sign == PERCENT and not stated.figure.signed:
        return statistic == "share" or not _LASTS.search(label)
    return not (stated.sign == COUNT and stated.figure.value < _FEW and _ANY_OFFENCES.fullmatch(label))

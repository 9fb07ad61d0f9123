"""What the headings above a label say about the measure that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.names.label_words import label_words, tidy
from extract.names.measure_names import same_words

_OBJECTIVE = re.compile(
    r"^(?:\s*(?:strategic\s+)?priority\s*\d*[\s:–-]*)?(?:to\s+)?"
    r"(?:reduc\w+|tackl\w+|increas\w+|improv\w+|prevent\w*|continu\w+\s+improv\w+)\s+"
    r"(?:(?:the\s+)?(?:number|level|reporting|recording|incidence)s?\s+of\s+|"
    r"(?:the\s+)?outcomes?\s+for\s+(?:victims\s+of\s+)?)?",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\s*(?:,?\s+(?:and|to)\s+(?:ensur|provid|support|improv|protect|keep)\w*\b.*|\s+to\s+victims\s+of\s+crime.*)$",
    re.IGNORECASE,
)
#: What a heading may be about that changes what a label under it counts; the first that fits.
_SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (subject, re.compile(pattern, re.IGNORECASE))
    for subject, pattern in (
        ("satisfaction", r"satisf"),
        ("confidence", r"\bconfidence\b|\bCSEW\b|crime\s+survey"),
        (
            "outcome",
            r"^\W*(?:positive\s+)?outcomes?\b|outcome\s+(?:rate|type)|detection|\bsolved\b|resolution\s+rate|"
            r"charge\s+rate|convict|\bcharges\b|prosecut",
        ),
        (
            "other",
            r"^(?:(?:number|volume)\s+of\s+)?(?:repeat\s+|young\s+)?(?:victims|offenders|suspects)$|\btop\s+(?:three|five|ten|\d+)\b|"
            r"\bpublic\s+(?:priorities|concerns)\b|\barrests?\b|stop\s*(?:and|&)\s*search|\bperception|\bpriorities\s+of\b|repeat\s+(?:victim|offend)|"
            r"admission|attendances|\bcourt\b|\bwhat\s+matters\b|\bper\s+1,?000\b|\brate\s+per\b|\brank(?:ing)?\b|severity",
        ),
        ("crime", r"\brecorded\s+crime|\b(?:crime|offence)\s+(?:type|group|level|categor)|\bcrime\s+summary"),
    )
)
_LONGEST = 90


@lru_cache(maxsize=4096)
def aim_of(heading: str) -> str:
    """What a heading is about, without its number and its good intentions.

    Examples: ``12 To reduce Domestic Burglary to victims of crime`` is about ``Domestic Burglary``, ``7 To improve outcomes for
    victims of Hate crimes`` about ``Hate crimes``, ``a. Satisfaction`` about ``Satisfaction``.
    """
    return _AIM.sub("", _OBJECTIVE.sub("", tidy(heading))) or heading


@lru_cache(maxsize=4096)
def subject_of(heading: str) -> str | None:
    """``satisfaction``, ``confidence``, ``outcome``, ``crime``, ``other`` where a short heading is about that, else None."""
    if len(heading) > _LONGEST:
        return None
    return next((subject for subject, pattern in _SUBJECTS if pattern.search(aim_of(heading))), None)


def nearest_subject(above: Sequence[str]) -> str | None:
    """The subject of the nearest heading that has one; ``above`` is outermost first."""
    return next((subject for heading in reversed(above) if (subject := subject_of(heading))), None)


def stands_under(phrases: Sequence[str], above: Sequence[str]) -> bool:
    """True where one of the phrases stands in a heading above, and no heading nearer to the label is about something else."""
    wanted = [label_words(phrase) for phrase in phrases]
    for heading in reversed(above):
        words = label_words(aim_of(heading)) if len(heading) <= 2 * _LONGEST else ()
        if any(words[i : i + len(phrase)] == phrase for phrase in wanted for i in range(len(words))):
            return True
        if subject_of(heading):
            return False
    return False


@lru_cache(maxsize=4096)
def measure_of_heading(heading: str) -> str | None:
    """The measure that a heading names by exactly its words: ``Hate Crime``, ``All crime``."""
    named = {n.measure.id for n in same_words(label_words(aim_of(heading))) if not n.contexts and not n.units}
    return named.pop() if len(named) == 1 else None

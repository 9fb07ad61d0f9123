"""What stands before a passage and holds for its figures: the name of another force, a place or a period, on a line alone or as first words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.names.area_headings import area_named, reporting_force
from extract.names.measures import match_measure
from extract.prose.areas import AreaMention, area_of_heading, mention_of
from extract.prose.times import find_period_mentions
from extract.times.periods import PeriodContext
from extract.wording import VERBS, word_set
from schema.reading import Period

#: The first words of a passage up to what closes them: "Leicestershire. 92 incidents", "City of London, 2015/16: 94%", "2017/18: a grant".
_FIRST_WORDS = re.compile(r"\W{0,3}(?P<lead>[A-Z\d][^.:;()\n]{2,60}?)(?:\s*:|\.|\s[–—-])\s+(?=\S)")
#: Goes on about the force of the passage before: "The same panel was told".
_THE_SAME = re.compile(
    r"\W{0,3}(?:the|that|this)\s+same\s+(?:panel|force|county|paper|report|commissioner|area)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)]\s+)?(?:Elsewhere|By\s+comparison|In\s+comparison|Other\s+(?:forces|areas|places)|"
    r"(?:A|One|Two|Three|Four|Five|Six|Ten|Twelve)\s+(?:years?|decade|months)\s+(?:earlier|ago|before|previously)|The\s+year\s+before)\b"
)
_MOST_WORDS = 10
_FOR_COMPARISON = re.compile(r"^(?:for|by|in)\s+comparison\s*[:,–-]?\s+", re.IGNORECASE)
#: What may stand beside a period in a line that only says when: "Performance in the year ending March 2018".
_ONLY_WHEN = re.compile(
    r"(?:(?:performance|results?|figures|data|outturn|position|summary|overview|headlines|the|for|in|during|of|to|at|as|period|financial|year|quarter)\b[\s,:–-]*)*",
    re.IGNORECASE,
)
#: An unknown place with which a sentence begins: "In Newton Aycliffe, crime has fallen by 40 percent".
_IN_A_PLACE = re.compile(
    r"\W{0,3}(?:In|At|Across)\s+(?P<name>[A-Z][a-z]{3,}(?:[\s-][A-Z][a-z]{2,}){0,2}),\s+(?=[a-z\d])"
)
#: The same right behind a figure: "a decrease in crime of 40 percent in Newton Aycliffe".
_AFTER_A_FIGURE = re.compile(
    r"\d(?:%|\s+per\s?cent)?\)?\s+(?:(?:(?!in\b)[a-z-]+\s+){1,4}?(?:were\s+|was\s+)?(?:recorded\s+|reported\s+|made\s+)?)?in\s+(?P<name>[A-Z][a-z]{3,}(?:[\s-][A-Z][a-z]{2,}){0,2})(?=\s*(?:$|[.,;)]|as\s|and\s|since\s|over\s|after\s|during\s|compared\s|in\s+\d|in\s+[A-Z][a-z]+\s+\d))"
)
_IN_A_NAME = re.compile(r" in [A-Z][a-z]{3}")
_NO_PLACE = word_set(
    """
    january february march april june july august september october november december spring summer autumn winter easter christmas
    quarter quarters total addition summary comparison contrast response conclusion general particular operation project priority phase
    appendix table figure section chapter annex police policing court parliament cabinet committee panel board meeting council force
    constabulary commissioner business neighbourhood response custody control recent terms order part parts most some all many both
    domestic abuse rural drugs drug roads road traffic cyber fraud hate sexual serious organised knife safeguarding violence violent vehicle
    theft robbery rape stalking victims officers staff finance funding people performance public community antisocial anti
    contact management operations intelligence investigations crime team teams unit training department policing post place
    finally overall however crime burglary january's accordance line future practice principle reality
    """
)
_YEAR_ALONE = re.compile(r"20\d\d\s?[/–-]\s?(?:20)?\d\d")
_BETWEEN_WORDS = re.compile(r"[\s-]")


@dataclass(frozen=True, slots=True)
class Lead:
    """The area and the period that first words give; None for what they do not say. ``end`` is where they end."""

    area: AreaMention | None = None
    period: Period | None = None
    end: int = 0


NOTHING = Lead()


def first_words(text: str, force: str | None, context: PeriodContext | None = None) -> Lead:
    """What the first words of a passage give to all of it.

    Examples: ``Leicestershire. 92 hate incidents were reported`` an area, ``2017/18: grant of £222.7m`` a period, ``City of London, April
    2015 to March 2016: 94%`` both; ``Recorded crime: 94`` neither.
    """
    match = _FIRST_WORDS.match(text)
    return _read(match["lead"], force, context, match.end("lead")) if match else NOTHING


@lru_cache(maxsize=1024)
def line_alone(text: str, force: str | None, context: PeriodContext | None = None) -> Lead:
    """What a heading, or a line that is as short as one, gives to the passages below it.

    Examples: ``North Wales: precept for 2024/25`` the area, ``For comparison: Warwickshire`` too, ``Year ending March 2018`` the period.
    """
    bare = text.strip(" .:*")
    if not bare or len(bare.split()) > _MOST_WORDS or {w.lower() for w in bare.split()} & VERBS:
        return NOTHING
    named = area_named(_FOR_COMPARISON.sub("", bare), force)
    named = named or reporting_force(bare)
    area = mention_of(named) if named else None
    return Lead(area, _only_when(bare, context))


def is_line_alone(text: str) -> bool:
    """Whether a passage is only a few words without a full stop: a heading that nothing marks as one."""
    bare = text.strip()
    return bool(
        bare
        and (bare[0].isupper() or _YEAR_ALONE.fullmatch(bare))
        and bare[-1] not in ".;,!?:"
        and len(bare.split()) <= _MOST_WORDS
        and "\n" not in bare
    ) and not ({w.lower() for w in bare.split()} & VERBS)


def goes_on(text: str) -> bool:
    """Whether a passage is about the force that the passage before was about."""
    return bool(_THE_SAME.match(text))


def elsewhere(text: str) -> bool:
    """Whether a passage goes on about the measure of the passage before in other places or times: "Elsewhere falls were smaller", "Five years earlier"."""
    return bool(_ELSEWHERE.match(text))


def unknown_places(sentence: str, force: str | None) -> tuple[AreaMention, ...]:
    """The places of a sentence that no list knows, at its start or behind figures: they are not the whole area of the force."""
    if first := _IN_A_PLACE.match(sentence):
        found = [first]
    else:
        found = list(_AFTER_A_FIGURE.finditer(sentence)) if _IN_A_NAME.search(sentence) else []
    return tuple(
        AreaMention(m.start("name"), m.end("name"), m["name"], force)
        for m in found
        if not {word.lower() for word in _BETWEEN_WORDS.split(m["name"])} & _NO_PLACE
        and not (m.re is _AFTER_A_FIGURE and match_measure(m["name"]))
    )


def _read(words: str, force: str | None, context: PeriodContext | None, end: int) -> Lead:
    if len(words.split()) > _MOST_WORDS or words.rsplit(None, 1)[-1][0].islower():
        # A name and a time end with a capital or a figure.
        return NOTHING
    period = _only_when(words, context)
    area = None if period else area_of_heading(words, force)
    if period is None and area is None and "," in words:
        name, _, rest = words.partition(",")
        area, period = area_of_heading(name, force), _only_when(rest, context)
        if area is None or period is None:
            return NOTHING
    return Lead(area, period, end) if area or period else NOTHING


def _only_when(words: str, context: PeriodContext | None) -> Period | None:
    """The period of words that say nothing else."""
    if not any(sign.isdigit() for sign in words):
        return None
    found = [m for m in find_period_mentions(words, context) if m.period]
    if len(found) != 1 or found[0].since:
        return None
    around = words[: found[0].start] + " " + words[found[0].end :]
    return found[0].period if _ONLY_WHEN.fullmatch(around.strip(" ,:–-()")) else None

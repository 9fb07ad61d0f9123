"""Which measure of the vocabulary a printed label is. A wrong measure is worse than none.

A label is compared word by word (``extract.names.label_words``). Words that say nothing may differ ("recorded", "total"), a word
that no known name has may be a misprint of one that has ("Burglery"), and nothing else: "with" never matches "without".
The headings above speak where the label alone is too short ("Burglary" under "User Satisfaction").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extract.names.label_words import label_words
from extract.names.measure_headings import aim_of, measure_of_heading, nearest_subject, stands_under, subject_of
from extract.names.measure_names import NUMBER_OF, PERCENT_OF, Name, Words, like, names, near_names, same_words
from schema.vocabulary import Measure, MeasureDecision, measure_decisions, measures

#: How a label led to its measure: by the measure's own name, another known name of it, a name that it makes together with
#: a heading, words that are nearly those of a name, or what a person decided.
MeasureSource = Literal["name", "alias", "heading", "fuzzy", "decision"]
_Found = tuple[Name, float, MeasureSource]

_TIMES = frozenset(("seconds", "minutes", "hours", "days"))
#: Units in which a level of a measure may be printed beside its own.
_TAKES: dict[str, frozenset[str]] = {
    "FTE": frozenset(("count",)),
    "rate": frozenset(("count",)),
    "rank": frozenset(("count",)),
    "hours": _TIMES | {"count"},
    "days": _TIMES | {"count"},
    "minutes": _TIMES,
    "seconds": _TIMES,
}
#: Counts of people for which no measure in full-time equivalents is kept apart.
_ALSO_FTE = frozenset(
    (
        "pcso-fte",
        "specials",
        "neighbourhood-officers",
        "control-room-staff",
        "officer-post-changes",
        "staff-post-changes",
    )
)
#: What stands between a group of offences and a part of it.
_BEHIND = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s*[–—]\s*")
_PLAIN_COUNT = frozenset(("crime", "recorded", "number", "total", "overall", "reported", "volume", "level"))
_PLAIN_SATISFACTION = frozenset(
    (
        "satisfaction", "satisfied", "service", "user", "victim", "rate", "level", "overall", "whole", "experience", "all",
        "with", "percent",
    )
)  # fmt: skip
_OF_USERS = re.compile(r"satisf|\bvictims?\b|\busers?\b", re.IGNORECASE)
_CRIME = frozenset(("Recorded crime", "Incidents", "Safeguarding and vulnerability"))
#: Headings under which "Police officers" counts only some of them.
_NOT_STRENGTH = re.compile(
    r"\bposts\b|\bpaid\s+for\b|\brecruit|\bleavers\b|\bvacanc|\bsickness\b|\bassault|\bcomplaint", re.IGNORECASE
)
#: Flags that any offence may carry: violence under "Domestic abuse" is not all violence.
_FLAGS = frozenset(
    (
        "domestic-abuse-crime", "domestic-abuse-incidents", "domestic-abuse-all", "hate-crime", "hate-incidents", "business-crime",
        "rural-crime", "cyber-crime", "alcohol-related-crime", "knife-crime", "vawg-crime", "child-abuse-crime", "cse-crime",
    )
)  # fmt: skip
#: What every public body has: money, complaints, followers. Only in a paper on policing is it the police's.
_COMMON = frozenset(("Finance and precept", "Funding", "Complaints and conduct", "Engagement"))
_POLICING = re.compile(r"polic|constab|commissioner|\b(?:O?PF?CC|PCVC|IOPC|IPCC|PCSO|HMIC)|\bforce\b", re.IGNORECASE)
#: Measures of all crimes or all people, whose short names mean only those of the heading where it names another measure.
_OF_ALL = frozenset(
    (
        "incidents-total", "arrests", "cautions", "community-resolution", "out-of-court-disposals", "charge-rate",
        "conviction-rate", "solved-rate", "detection-rate", "sanction-detection-rate", "repeat-victimisation",
        "crime-rate-per-1000", "outcome-no-suspect",
    )
)  # fmt: skip
#: Words of a heading that speaks of some crimes or people only, also where no one measure has its name ("Domestic abuse").
_SOME = frozenset(
    (
        "domestic", "abuse", "hate", "rape", "sexual", "stalking", "harassment", "asb", "missing", "slavery",
        "exploitation", "knife", "burglary", "robbery", "vehicle", "rural", "cybercrime", "child", "vap", "vawg", "search",
    )
)  # fmt: skip
#: Words that say by themselves that all are meant: "All crime solved rate" under whatever heading.
_SAYS_ALL = frozenset(("all", "total", "overall", "crime"))


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """A measure of the vocabulary, how surely the label means it, and how it was found. ``id`` is None where a person decided "none".

    The score is 1 for a known name where it may stand, 0.97 for its words in another order, 0.95 for a name that label and
    heading make together, and less for a freer reading: some 0.02 for each word that says nothing and that only one of them
    has, and as much as a misprint differs from its word. Below 0.9 a person should look.
    """

    id: str | None
    score: float
    source: MeasureSource


@dataclass(frozen=True, slots=True)
class _Asked:
    """A label in question: as printed, its words, the headings above (outermost first), the unit and the force."""

    label: str
    words: Words
    above: tuple[str, ...]
    unit: str | None
    force: str | None

    @property
    def of_policing(self) -> bool:
        """True in the paper of a force, or where the label or a heading speaks of the police."""
        return bool(self.force or _POLICING.search(self.label) or any(map(_POLICING.search, self.above)))


@lru_cache(maxsize=16384)
def match_measure(
    label: str, *, context: str = "", unit: str | None = None, force: str | None = None
) -> MeasureMatch | None:
    """The measure that a printed label names, or None.

    ``context`` holds the headings above, outermost first, parted by `` > ``. ``unit`` is the unit of the *level*, one of the
    contract's words; leave it out for changes and shares, whose unit says nothing about the measure, as a rank says nothing.
    ``force`` is that of the paper; in a paper of none, "Complaints" and "Reserves" are the police's only where a word says so.

    Examples: ``Robbery (Personal)`` is robbery-personal; ``Violence w/o Injury`` violence-without-injury; ``Burglary`` under
    ``a. Satisfaction`` satisfaction-burglary; ``Number of offences`` under ``11 To reduce all crime`` all-recorded-crime;
    ``Hate incidents`` hate-incidents and never hate-crime; ``Position v MSG`` none. What a person decided on a label
    (``schema/data/measure_decisions.csv``) goes before everything else.
    """
    label, context = " ".join(label.split()), " ".join(context.split())
    if (decided := _decided(label, context, unit, force)) is not None:
        return MeasureMatch(decided.measure, 1.0, "decision")
    return _match(label, context, None if unit == "rank" else unit, force)


def candidates(label: str, most: int = 3) -> list[tuple[str, float]]:
    """The measures whose names are most like a label, whatever its unit and headings, each with how like (0 to 1).

    For a person who decides on a label that no measure was found for; never used to match.
    """
    return like(label_words(label), most)


@cache
def _decisions() -> dict[str, tuple[MeasureDecision, ...]]:
    on: dict[str, tuple[MeasureDecision, ...]] = {}
    for decision in measure_decisions():
        key = " ".join(decision.label.casefold().split())
        on[key] = (*on.get(key, ()), decision)
    return on


def _decided(label: str, context: str, unit: str | None, force: str | None) -> MeasureDecision | None:
    """The decision on a label, of several the one that says most of where it holds."""
    holding = [
        decision
        for decision in _decisions().get(label.casefold(), ())
        if (decision.unit is None or decision.unit == unit)
        and (decision.force is None or decision.force == force)
        and (decision.context is None or decision.context.casefold() in context.casefold())
    ]
    return max(
        holding, key=lambda d: (d.context is not None) + (d.unit is not None) + (d.force is not None), default=None
    )


def _match(label: str, context: str, unit: str | None, force: str | None) -> MeasureMatch | None:
    if not 1 < len(label) <= 200:
        return None
    words = label_words(label)
    if not any(word[0].isalpha() and len(word) > 1 for word in words):
        return None
    above = tuple(part.strip() for part in context.split(" > ") if part.strip())
    asked = _Asked(label, words, above, unit, force)
    exactly = _part_of_a_group(asked) or _best(asked, _exact(asked))
    if _PLAIN_SATISFACTION.issuperset(words) and {"satisfaction", "satisfied"} & {*words}:
        return _satisfaction(asked) if exactly is None or exactly.id == "satisfaction-overall" else exactly
    if unit in {None, "count"} and _PLAIN_COUNT.issuperset(words) and (counted := _counted_above(asked)):
        return counted
    return exactly or _best(asked, _nearly(words))


def _part_of_a_group(asked: _Asked) -> MeasureMatch | None:
    """The part that a label names behind its group: ``Sexual offences – rape`` is rape, ``Criminal damage: arson`` arson."""
    group, *parts = _BEHIND.split(asked.label)
    if len(parts) != 1:
        return None
    above = measure_of_heading(group)
    if above is None:
        return None
    found = [name for name in same_words(label_words(parts[0])) if not name.contexts and _fits(asked, name) is not None]
    if len({name.measure.id for name in found}) != 1 or above not in _groups_of(found[0].measure):
        return None
    return MeasureMatch(found[0].measure.id, 0.97, "name" if found[0].own else "alias")


@cache
def _parents() -> dict[str, str | None]:
    return {one.id: one.parent for one in measures()}


def _groups_of(measure: Measure) -> Iterator[str]:
    """The ids of the measure that it is a part of, of the one that this is a part of, and so on."""
    parent = measure.parent
    while parent is not None:
        yield parent
        parent = _parents()[parent]


def _nearly(words: Words) -> Iterable[_Found]:
    return ((name, score, "fuzzy") for name, score in near_names(words))


def _exact(asked: _Asked) -> Iterable[_Found]:
    """Names with the same words, and with those of the one or two headings above where these make a longer name."""
    for name in same_words(asked.words):
        yield name, 1.0 if name.words == asked.words else 0.97, "name" if name.own else "alias"
    for depth in range(1, min(2, len(asked.above)) + 1):
        heading = " ".join(asked.above[-depth:])
        if len(heading) <= 80 and not {*(words := label_words(aim_of(heading)))} <= {*asked.words}:
            for name in same_words(tuple({*asked.words, *words})):
                yield name, 0.95, "heading"


def _best(asked: _Asked, found: Iterable[_Found]) -> MeasureMatch | None:
    """The one measure among ``found`` that fits unit, force and headings; None where two fit equally."""
    fitting: dict[str, tuple[int, float, MeasureSource]] = {}
    for name, score, source in found:
        rank = _fits(asked, name)
        if rank is not None and (rank, score) > fitting.get(name.measure.id, (-1, 0.0, source))[:2]:
            fitting[name.measure.id] = (rank, score, source)
    if not fitting:
        return None
    (first, (rank, score, source)), *others = sorted(fitting.items(), key=lambda item: item[1][:2], reverse=True)
    return MeasureMatch(first, round(score, 3), source) if not others or others[0][1][:2] < (rank, score) else None


def _fits(asked: _Asked, name: Name) -> int | None:
    """None where the name cannot be meant; else how much beside the words speaks for it."""
    measure = name.measure
    if (name.force and name.force != asked.force) or not _unit_fits(asked, name):
        return None
    if PERCENT_OF.match(asked.label) and not asked.unit and not name.percent and measure.unit != "percent":
        return None
    if NUMBER_OF.match(asked.label) and asked.unit != "percent" and not name.number and measure.unit == "percent":
        return None
    if measure.category in _COMMON and not asked.of_policing:
        return None
    if name.contexts:
        if not stands_under(name.contexts, asked.above):
            return None
    elif not _may_stand_under(asked, measure):
        return None
    return bool(name.units and asked.unit) + 2 * bool(name.contexts) + bool(name.force)


def _unit_fits(asked: _Asked, name: Name) -> bool:
    """True where the level may be printed in the unit asked for; without a unit, where the words alone are enough."""
    unit, measure = asked.unit, name.measure
    if unit is None:
        alone = len({other.measure.id for other in same_words(name.words)}) == 1
        return not name.units or bool(name.contexts) or alone
    if name.units and unit not in name.units:
        return False
    if measure.unit == "count" and unit == "FTE":
        return measure.id in _ALSO_FTE
    if measure.id == "domestic-abuse-arrest-rate" and unit == "percent":
        return True  # Arrests for a hundred crimes.
    return unit == measure.unit or unit in _TAKES.get(measure.unit, ())


def _may_stand_under(asked: _Asked, measure: Measure) -> bool:
    """False for a count of crimes under a heading that is about something else: satisfaction, detections, domestic abuse."""
    nearest = measure_of_heading(asked.above[-1]) if asked.above else None
    if measure.id == "positive-outcome-rate":
        return nearest in {None, "all-recorded-crime", "positive-outcome-rate"}
    if measure.id in _OF_ALL and asked.above and len({*asked.words} & _SAYS_ALL) < 2:
        some = len(asked.above[-1]) <= 90 and not _SOME.isdisjoint(label_words(aim_of(asked.above[-1])))
        if some or nearest not in {None, "all-recorded-crime", measure.id}:
            return False
    if (
        (measure.subcategory == "Strength" or measure.id == "specials")
        and asked.above
        and _NOT_STRENGTH.search(asked.above[-1])
    ):
        return False
    if measure.category not in _CRIME or measure.unit != "count":
        return True
    if nearest_subject(asked.above) not in {None, "crime"} and subject_of(asked.label) is None:
        return False
    return nearest not in _FLAGS or measure.id == nearest or measure.subcategory != "Violence against the person"


def _counted_above(asked: _Asked) -> MeasureMatch | None:
    """What is counted by "Number of offences": one of the two headings above says it."""
    for heading in reversed(asked.above[-2:]):
        aim = aim_of(heading)
        under = _Asked(aim, label_words(aim), (), asked.unit or "count", asked.force)
        if (
            len(heading) <= 120
            and under.words
            and (match := _best(under, _exact(under)) or _best(under, _nearly(under.words)))
        ):
            return MeasureMatch(match.id, round(match.score * 0.97, 3), "heading")
    return None


def _satisfaction(asked: _Asked) -> MeasureMatch | None:
    """Whose satisfaction "User Satisfaction" is: that of all victims, or of those whom one of the headings above names."""
    if asked.unit not in {None, "percent"} or (NUMBER_OF.match(asked.label) and asked.unit != "percent"):
        return None
    for heading in reversed(asked.above[-2:]):
        words = frozenset(label_words(aim_of(heading)))
        groups = {
            frozenset(name.words): name.measure.id
            for name in names()
            if "satisfaction" in name.contexts
            and words.issuperset(name.words)
            and name.measure.id != "satisfaction-overall"
        }
        named = {measure for group, measure in groups.items() if not any(group < other for other in groups)}
        if named:
            return MeasureMatch(named.pop(), 0.95, "heading") if len(named) == 1 else None
    if any(name.measure.id == "satisfaction-overall" for name in same_words(asked.words)):
        return MeasureMatch("satisfaction-overall", 1.0, "alias")
    # "Satisfaction levels have settled at 80%": whose, the label does not say.
    spoken = {"user", "victim"} & {*asked.words} or any(map(_OF_USERS.search, asked.above[-2:]))
    return MeasureMatch("satisfaction-overall", 0.9, "fuzzy") if spoken else None

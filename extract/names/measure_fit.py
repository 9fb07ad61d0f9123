"""Whether a known name of a measure can be meant where a label stands: in its unit, under its headings, in its paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.names.label_words import label_words
from extract.names.measure_headings import aim_of, measure_of_heading, nearest_subject, stands_under, subject_of
from extract.names.measure_names import NUMBER_OF, PERCENT_OF, Name, Words, same_words
from schema.vocabulary import Measure

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
_CRIME = frozenset(("Recorded crime", "Incidents", "Safeguarding and vulnerability"))
#: Headings under which "Police officers" counts only some of them.
_NOT_STRENGTH = re.compile(
    r"\bposts\b|\bpaid\s+for\b|\brecruit|\bleavers\b|\bvacanc|\bsickness\b|\bassault|\bcomplaint", re.IGNORECASE
)
#: Headings under which "Feeling safe" is what those helped by a service say, and no survey of residents.
_OF_A_SERVICE = re.compile(
    r"\bservices?\s+(?:to|for)\s+victims\b|\bvictims?['’]?s?['’]?\s+services?\b|\bsupport\s+services?\b", re.IGNORECASE
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
_POLICING = re.compile(
    r"\bpolic(?:e|ing)\b|constab|commissioner|\b(?:O?PF?CC|PCVC|IOPC|IPCC|PCSO|HMIC)|\bforce\b", re.IGNORECASE
)
#: Measures of all crimes or all people, whose short names mean only those of the heading where it names another measure.
_OF_ALL = frozenset(
    (
        "incidents-total", "arrests", "cautions", "community-resolution", "out-of-court-disposals", "charge-rate",
        "conviction-rate", "solved-rate", "detection-rate", "sanction-detection-rate", "repeat-victimisation",
        "crime-rate-per-1000", "outcome-no-suspect",
    )
)  # fmt: skip
#: What a sentence counts some of: "welcomed 680 new volunteers". Its own word there, in small letters, is not the count of all.
_COUNTED_IN_PASSING = frozenset(("volunteers", "arrests", "cautions", "detectives", "dispersal-orders", "vacancies"))
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
class Asked:
    """A label in question: as printed but tidied, its words, the headings above (outermost first), the unit and the force."""

    label: str
    words: Words
    above: tuple[str, ...]
    unit: str | None
    force: str | None

    @property
    def of_policing(self) -> bool:
        """True in the paper of a force, or where the label or a heading speaks of the police."""
        return bool(self.force or _POLICING.search(self.label) or any(map(_POLICING.search, self.above)))


def fits(asked: Asked, name: Name) -> int | None:
    """None where the name cannot be meant; else how much beside the words speaks for it."""
    measure = name.measure
    if (name.force and name.force != asked.force) or not _in_its_unit(asked, name):
        return None
    if PERCENT_OF.match(asked.label) and not asked.unit and not name.percent and measure.unit != "percent":
        return None
    if NUMBER_OF.match(asked.label) and asked.unit != "percent" and not name.number and measure.unit == "percent":
        return None
    in_passing = len(asked.words) == 1 and asked.label[:1].islower() and not NUMBER_OF.match(asked.label)
    if measure.id in _COUNTED_IN_PASSING and in_passing:
        return None
    if measure.category in _COMMON and not asked.of_policing:
        return None
    if name.contexts:
        if not stands_under(name.contexts, asked.above):
            return None
    elif not _may_stand_under(asked, measure):
        return None
    return bool(name.units and asked.unit) + 2 * bool(name.contexts) + bool(name.force)


def _in_its_unit(asked: Asked, name: Name) -> bool:
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


def _may_stand_under(asked: Asked, measure: Measure) -> bool:
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
    if measure.subcategory == "Confidence" and asked.above and _OF_A_SERVICE.search(asked.above[-1]):
        return False
    if measure.category not in _CRIME or measure.unit != "count":
        return True
    if nearest_subject(asked.above) not in {None, "crime"} and subject_of(asked.label) is None:
        return False
    return nearest not in _FLAGS or measure.id == nearest or measure.subcategory != "Violence against the person"
